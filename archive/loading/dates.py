"""Dates in EDTF (ISO 8601-2): which forms the archive takes, and the days that they span."""

import re
from datetime import date
from functools import lru_cache

_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_FORM = re.compile(rf"{_DAY}(?:/{_DAY})?")
FORMS = "an EDTF date: YYYY, YYYY-MM, YYYY-MM-DD, or two of these with a slash between"


@lru_cache(maxsize=65_536)
def bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day of a date, both included; ValueError when it is none that the archive takes."""
    # Imported here: the parser costs a tenth of a second, which only a load or a file with dates has to pay.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    if not _FORM.fullmatch(edtf):
        raise ValueError(f"{edtf!r} is not {FORMS}")
    try:
        parsed = parse_edtf(edtf)
        first, last = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError) as error:
        raise ValueError(f"{edtf!r} is not a day, month or year of the calendar") from error
    if last < first:
        raise ValueError(f"{edtf!r} ends before it starts")
    if last.year > 9998:  # The day after the last one must still be a date.
        raise ValueError(f"{edtf!r} lies beyond the year 9998")
    return first, last


def precision(edtf: str) -> int:
    """How many days a date leaves open: 1 for a day. Smaller is more precise."""
    first, last = bounds(edtf)
    return (last - first).days + 1


def day(edtf: str | None) -> str | None:
    """The day of a date that is known to the day, None for every other."""
    if edtf is None:
        return None
    first, last = bounds(edtf)
    return first.isoformat() if first == last else None
