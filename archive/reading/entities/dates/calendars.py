"""Calendars: the day of the common calendar that a day of another one is."""

from datetime import date, timedelta

_IRANIAN = (
    "farvardin",
    "ordibehesht",
    "khordad",
    "tir",
    "mordad",
    "shahrivar",
    "mehr",
    "aban",
    "azar",
    "dey",
    "bahman",
    "esfand",
)
_LONG_MONTHS = 6  # the first months, of 31 days
# The first day of 1354, and the years of a cycle of 33 that are leap years: they hold from 1343 to 1472.
_EPOCH, _FIRST_YEAR = date(1975, 3, 21), 1354
_CYCLE, _LEAP_YEARS = 33, frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_KNOWN_YEARS = range(1354, 1473)


def of_the_iranian_year(year: int, month: str, day: int) -> date | None:
    """The day that a day of the Iranian calendar is: 18 Dey 1402 is 8 January 2024."""
    number = _IRANIAN.index(month.lower())
    last = 31 if number < _LONG_MONTHS else 30 if number < len(_IRANIAN) - 1 else 29 + _is_leap(year)
    if year not in _KNOWN_YEARS or not 1 <= day <= last:
        return None
    years = sum(365 + _is_leap(each) for each in range(_FIRST_YEAR, year))
    months = 31 * min(number, _LONG_MONTHS) + 30 * max(0, number - _LONG_MONTHS)
    return _EPOCH + timedelta(days=years + months + day - 1)


def _is_leap(year: int) -> bool:
    return year % _CYCLE in _LEAP_YEARS
