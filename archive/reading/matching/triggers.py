"""Triggers: the words and symbols by which a pattern is looked for, so that most patterns need not be tried."""

import re
from collections.abc import Iterable

from archive.reading.matching.skeletons import ENCOUNTER, INSTRUMENT, QUOTED

KEY_SYMBOLS = f"{INSTRUMENT}{ENCOUNTER}{QUOTED}:"


def keys_of(text: str) -> frozenset[str]:
    """The words and symbols of a skeleton, in small letters."""
    return frozenset(re.findall(rf"\w+|[{KEY_SYMBOLS}]", text.lower()))


def forms_of(lines: Iterable[str]) -> list[str]:
    """The forms of verbs that stand one verb a line."""
    return [form for line in lines for form in line.split(", ")]


def openings(form: str) -> list[str]:
    """The first words of a form of a class, which may open with a choice: "(?:after|since) the signing"."""
    form = form.removeprefix(",? ")
    choice = re.match(r"\(\?:([^()]*)\)(\??)", form)
    if choice is None:
        return [_first(form)]
    after = openings(form[choice.end() :].lstrip()) if choice[2] else []
    return [_first(option) for option in choice[1].split("|") if option] + after


def telling_word(form: str) -> str:
    """The longest word of a form: "was attended by" is looked for by "attended"."""
    words: list[str] = re.findall(r"\w+", form.split("(")[0])
    return max(words, key=len)


def _first(form: str) -> str:
    return re.split(r"[ -]", form)[0]


def choice(forms: Iterable[str]) -> str:
    """An alternative of a regular expression, the longest form first."""
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
