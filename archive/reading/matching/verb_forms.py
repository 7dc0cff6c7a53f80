"""The forms of a verb: a vocabulary names it once, "to sit down with", and a pattern matches it in all tenses."""

import re
from collections.abc import Iterator

from archive.reading.vocabulary import load

_INFINITIVE = "to "
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLED = re.compile(r"^(?:get|put|set|sit|run|begin|swap|chat|travel|plan|wrap)$")


def forms(verb: str) -> Iterator[str]:
    """The forms of a verb that stands with "to"; of any other words only these."""
    if not verb.startswith(_INFINITIVE):
        yield verb
        return
    base, space, rest = verb.removeprefix(_INFINITIVE).partition(" ")
    past = load("verbs")["irregular"].get(base, [_regular(base)])
    for form in dict.fromkeys((base, _third(base), *past, _gerund(base))):
        yield f"{form}{space}{rest}"


def _third(base: str) -> str:
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    if _CONSONANT_Y.search(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if _SIBILANT.search(base) or base in ("go", "do") else f"{base}s"


def _regular(base: str) -> str:
    if _CONSONANT_Y.search(base):
        return f"{base[:-1]}ied"
    return f"{_stem(base)}ed"


def _gerund(base: str) -> str:
    return "being" if base == "be" else f"{_stem(base)}ing"


def _stem(base: str) -> str:
    """What "-ed" and "-ing" are put to: "host", "conven", "chatt"."""
    if _DOUBLED.match(base) or base == "confer":
        return base + base[-1]
    return base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye")) else base
