"""Numbering: which of a series a meeting is, by its name: "the 39th session", "the thirty-eighth session"."""

import re

from archive.reading.meetings.telling import Telling

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")  # "twentieth", "twenty-first"
_WORDS = (
    {word: number for number, word in enumerate(_UNITS, 1)}
    | {word: number for number, word in enumerate(_TEENS, 10)}
    | {f"{ten}ieth": number * 10 for number, ten in enumerate(_TENS, 2)}
    | {
        f"{ten}y-{unit}": number * 10 + more
        for number, ten in enumerate(_TENS, 2)
        for more, unit in enumerate(_UNITS, 1)
    }
)
_TENTHS = "|".join(f"{ten}y" for ten in _TENS)
# Any of them, in an expression: "39th", "third", "thirty-eighth"
NTH = rf"(?:\d+(?:st|nd|rd|th)|(?:(?:{_TENTHS})-)?(?:{'|'.join(_UNITS)})|{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})ieth)"
_ORDINAL = re.compile(r"\b(?:(\d{1,3})(?:st|nd|rd|th)|([a-z]+(?:-[a-z]+)?))\b", re.IGNORECASE)


def number_in(words: str | None) -> int | None:
    """The number that the words of a meeting give it; None where they give none."""
    for found in _ORDINAL.finditer(words or ""):
        number = int(found[1]) if found[1] else _WORDS.get(found[2].lower())
        if number is not None:
            return number
    return None


def called_alike(telling: Telling, before: list[Telling]) -> Telling | None:
    """The last one before that is called the same: "the first round" of "the second round of consultations"."""
    noun = (telling.title or "").lower().split()[-1:]
    same = [each for each in before if noun and noun[0] in (each.title or "").lower().split()]
    return next(reversed(same or before), None)
