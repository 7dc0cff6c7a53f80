"""Wholes: the instrument of which another one is a part: the treaty that a protocol amends."""

import re
from collections.abc import Sequence

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.joining.likeness import ToldInstrument, is_same

# "a programme | under | the agreement of 2015", "a protocol | amending | the treaty"
_PART = re.compile(
    r",? (?:under|to|amending|supplementing|implementing|pursuant to|in implementation of|for the implementation of"
    r"|on the implementation of|within the framework of|annexed to|attached to) "
)


def wholes_of(view: str, told: Sequence[ToldInstrument]) -> dict[int, int]:
    """Of each instrument that the text tells of as part of another, the number, with that of the whole.

    An addendum is part of the agreement that it extends, a programme of the agreement under which it is made.
    """
    named = {each.span.start: number for number, one in enumerate(told) for each in one.instruments}
    found: dict[int, int] = {}
    for number, one in enumerate(told):
        for step in one.steps:
            between = _PART.match(view, step.instrument.span.end)
            whole = named.get(between.end()) if between else None
            base = step.instrument.base
            if whole is None and base is not None:
                same = (other for other, each in enumerate(told) if any(_is_base(base, it) for it in each.instruments))
                whole = next(same, None)
            if whole is not None and whole != number:
                found[number] = whole
    return found


def _is_base(base: Instrument, other: Instrument) -> bool:
    return not other.extension and is_same(other, base, headline=False)
