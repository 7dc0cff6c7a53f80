"""Pointing: the words that point to another day or place of a text: "the same day", "on the second day", "here"."""

import re
from dataclasses import replace
from datetime import date as calendar_day
from datetime import timedelta

from archive.reading.matching.ordinals import ORDINALS
from archive.reading.matching.skeletons import Skeleton
from archive.values import PartialDate

_SAME_DAY = re.compile(
    r"\b(?:earlier (?:in the|that|the same) day"
    r"|(?:on |later )?(?:the|that) same (?:day|evening|morning|afternoon|occasion)"
    r"|later (?:that|the same|in the) day"
    r"|that (?:day|evening|afternoon)|in the (?:afternoon|evening|morning)|afterwards"
    r"|(?:in|during|at|over) (?:the |a )?(?:[\w-]+ )?(?:intermission|interval|break|recess|interlude)"
    r"|over (?:lunch|dinner|coffee|breakfast)|between (?:the )?(?:sessions|panels)|before (?:departure|departing)"
    r"|(?<!years )(?<!months )(?<!weeks )(?<!days )"
    r"after the (?:meeting|talks|ceremony|negotiations|signing|session|conversation))\b",
    re.IGNORECASE,
)

_THERE = re.compile(
    r"\bthere\b|^also\b|^later,? (?!this\b|in\b|on\b|that\b)|^at noon\b"
    r"|^.{1,3} (?:then|later|subsequently) (?:\w+ed|met|held)\b"
    r"|\b(?:on the (?:sidelines|margins)|in a separate meeting)\b",
    re.IGNORECASE,
)

_HERE = re.compile(r"\bhere\b|\bin this (?:[\w-]+ )?(?:city|capital|town)\b")

_NTH_DAY = re.compile(rf"\bon the ({'|'.join(ORDINALS)}|final|last|opening|closing) day\b", re.IGNORECASE)

_NTH = {word: number - 1 for word, number in ORDINALS.items()} | {"opening": 0, "final": -1, "last": -1, "closing": -1}


def day_of(folded: Skeleton) -> int | None:
    """Which day of an event a sentence is about: "on the second day" is 1, "on the last day" -1."""
    found = _NTH_DAY.search(folded.text) if " day" in folded.small else None
    return _NTH[found[1].lower()] if found else None


def nth_day(date: PartialDate, day: int) -> PartialDate:
    """One day of an interval of days, or the date itself where it has no such days."""
    first, _, last = (date.edtf or "").partition("/")
    if len(first) != _DAY_LENGTH or len(last) != _DAY_LENGTH:
        return date
    wanted = calendar_day.fromisoformat(last) if day < 0 else calendar_day.fromisoformat(first) + timedelta(days=day)
    return replace(date, edtf=wanted.isoformat()) if wanted <= calendar_day.fromisoformat(last) else date


_DAY_LENGTH = len("2024-05-17")


def new_day(date: PartialDate) -> PartialDate:
    """The later of two days that look like an interval: "was postponed from | 4 May to 6 September"."""
    return replace(date, edtf=date.edtf.partition("/")[2] or date.edtf) if date.edtf else date


def same_day(folded: Skeleton) -> bool:
    """Whether a sentence goes on with the day of the event before it."""
    return _SAME_DAY.search(folded.text) is not None


def is_here(folded: Skeleton) -> bool:
    """Whether a sentence tells of the place where the text was written."""
    return _HERE.search(folded.text) is not None


def points_back(folded: Skeleton) -> bool:
    """Whether a sentence goes on at the place of the event before it."""
    return same_day(folded) or _THERE.search(folded.text) is not None
