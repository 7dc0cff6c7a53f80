"""Numbering: which of a series a meeting is, by its name: "the 39th session", "the thirty-eighth session"."""

import re

from archive.reading.matching.ordinals import ORDINALS
from archive.reading.meetings.telling import Telling

_ORDINAL = re.compile(r"\b(?:(\d{1,3})(?:st|nd|rd|th)|([a-z]+(?:-[a-z]+)?))\b", re.IGNORECASE)


def number_in(words: str | None) -> int | None:
    """The number that the words of a meeting give it; None where they give none."""
    for found in _ORDINAL.finditer(words or ""):
        number = int(found[1]) if found[1] else ORDINALS.get(found[2].lower())
        if number is not None:
            return number
    return None


def called_alike(telling: Telling, before: list[Telling]) -> Telling | None:
    """The last one before that is called the same: "the first round" of "the second round of consultations"."""
    noun = (telling.title or "").lower().split()[-1:]
    same = [each for each in before if noun and noun[0] in (each.title or "").lower().split()]
    return next(reversed(same or before), None)
