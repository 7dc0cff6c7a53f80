"""The forms of a verb: a vocabulary names it once, "to sit down with", and a pattern matches it in all tenses."""

import re
from collections.abc import Iterator

from archive.reading.vocabulary import load

_INFINITIVE = "to "
_BASE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def forms(verb: str) -> Iterator[str]:
    """The forms of a verb that stands with "to"; of any other words only these."""
    if not verb.startswith(_INFINITIVE):
        yield verb
        return
    named = _BASE.match(verb, len(_INFINITIVE))
    if named is None:
        raise ValueError(f"a verb stands behind 'to': {verb}")
    base, rest = named[0], verb[named.end() :]
    past = load("verbs")["irregular"].get(base, [_regular(base)])
    for form in dict.fromkeys((base, _third(base), *past, _gerund(base))):
        yield form + rest


def _third(base: str) -> str:
    if base in ("be", "have"):
        return {"be": "is", "have": "has"}[base]
    if _CONSONANT_Y.search(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if _SIBILANT.search(base) or base in ("go", "do") else f"{base}s"


def _regular(base: str) -> str:
    if _CONSONANT_Y.search(base):
        return f"{base[:-1]}ied"
    return f"{base}d" if base.endswith("e") else f"{_doubled(base)}ed"


def _gerund(base: str) -> str:
    mute = base.endswith("e") and not base.endswith(("ee", "ye", "be"))
    return f"{base[:-1] if mute else _doubled(base)}ing"


def _doubled(base: str) -> str:
    """A verb before an ending: "chatt", "host"."""
    return base + base[-1] if base in load("verbs")["doubled"] else base
