"""How a wording of a date resolves: each resolver is named by rules of ``vocabulary/dates.toml``.

A wording that counts from the day of publication resolves only where that day is known (`Context.anchor`).
"""

import re
from collections.abc import Callable
from datetime import timedelta

from archive.reading.entities.dates.points import Context, Point, of_day, point_of
from archive.reading.entities.dates.spelt import nth, number
from archive.values import DateBasis

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


Resolved = tuple[str | None, DateBasis]
_NOTHING: Resolved = (None, DateBasis.UNRESOLVED)
Resolver = Callable[[re.Match[str], Context], Resolved | None]


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _interval(first: Point | None, last: Point | None, basis: DateBasis) -> Resolved | None:
    if first is None or last is None or first.nearby > last.nearby:
        return None
    return (first.edtf if first == last else f"{first.edtf}/{last.edtf}"), basis


_BESIDE = {"this": 0, "current": 0, "last": -1, "next": 1}  # years from that of publication
_AFTER = {"same": 0, "that": 0, "previous": -1, "following": 1}  # years from the one last told


def _said_year(found: re.Match[str], context: Context) -> tuple[int | None, DateBasis] | None:
    """The year that stands with a day or month: "2023", "of this year"; None where none stands there."""
    if found["y"]:
        return int(found["y"]), DateBasis.EXPLICIT
    if not found.groupdict().get("rel"):
        return None
    word = found["rel"].removeprefix("the ")
    base, shift = (context.anchor, _BESIDE[word]) if word in _BESIDE else (context.last_day, _AFTER[word])
    return (base.year + shift if base else None), DateBasis.RELATIVE


def _day(found: re.Match[str], context: Context) -> Resolved | None:
    month, day = _month(found["m"]), _number(found["d"])
    said = _said_year(found, context)
    if said is not None:
        point = point_of(said[0], month, day)
        return (point.edtf, said[1]) if point else _NOTHING
    point = point_of(context.year_of(month, day), month, day)
    return (point.edtf, DateBasis.DOCUMENT) if point else _NOTHING


def _days(found: re.Match[str], context: Context) -> Resolved | None:
    """Several days: "16 to 19 October", "30 May – 2 June 2023", "May 17-20"."""
    groups = found.groupdict()
    last_month = _month(groups["m2"] or groups["m"])
    first_month = _month(groups["m"] or groups["m2"])
    first_day, last_day = _number(groups["d"]), _number(groups["d2"])
    year, basis = _said_year(found, context) or (context.year_of(last_month, last_day), DateBasis.DOCUMENT)
    if year is None:
        return _NOTHING
    first_year = int(groups["y0"]) if groups.get("y0") else year - (first_month > last_month)
    return _interval(point_of(first_year, first_month, first_day), point_of(year, last_month, last_day), basis)


def _iso(found: re.Match[str], _: Context) -> Resolved | None:
    point = point_of(int(found["y"]), int(found["m"]), int(found["d"]))
    return (point.edtf, DateBasis.EXPLICIT) if point else None


def _numeric(found: re.Match[str], context: Context) -> Resolved | None:
    """Day first with dots; with slashes where one reading is possible, or the text shows elsewhere which it means."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    readings = _readings(first, second, True if found["sep"][0] == "." else context.day_first)
    points = [point for month, day in sorted(readings) if (point := point_of(year, month, day))]
    if not points:
        return None
    return (points[0].edtf if len(points) == 1 else str(year)), DateBasis.EXPLICIT


def _readings(first: int, second: int, day_first: bool | None) -> set[tuple[int, int]]:
    """The months and days that two numbers may mean."""
    return (
        {(second, first)}
        if day_first
        else {(first, second)}
        if day_first is False
        else {(second, first), (first, second)}
    )


def _numeric_day(found: re.Match[str], context: Context) -> Resolved | None:
    """A day and a month in figures: "on 23/10"."""
    days = {
        point
        for month, day in _readings(int(found["a"]), int(found["b"]), context.day_first)
        if month <= len(_MONTHS) and (point := point_of(context.year_of(month, day), month, day))
    }
    if not days and context.anchor is not None:
        return None
    return (days.pop().edtf, DateBasis.DOCUMENT) if len(days) == 1 else _NOTHING


def _of_month(found: re.Match[str], context: Context) -> Resolved | None:
    month = _month(found["m"])
    said = _said_year(found, context)
    if said is not None:
        return (f"{said[0]}-{month:02}", said[1]) if said[0] else _NOTHING
    year = context.year_of(month)
    return (f"{year}-{month:02}", DateBasis.DOCUMENT) if year else _NOTHING


def _months(found: re.Match[str], context: Context) -> Resolved | None:
    first, last = _month(found["m"]), _month(found["m2"])
    year = int(found["y"]) if found["y"] else context.year_of(last)
    if year is None:
        return _NOTHING
    basis = DateBasis.EXPLICIT if found["y"] else DateBasis.DOCUMENT
    return _interval(Point(year - (first > last), first), Point(year, last), basis)


def _last_next_month(found: re.Match[str], context: Context) -> Resolved | None:
    """ "last May", "next March": the one before or after the anchor's month."""
    month, anchor = _month(found["m"]), context.anchor
    if anchor is None or anchor.month is None:
        return _NOTHING
    back = found["which"].lower() == "last"
    year = anchor.year - (month >= anchor.month) if back else anchor.year + (month <= anchor.month)
    return f"{year}-{month:02}", DateBasis.RELATIVE


def _years(found: re.Match[str], _: Context) -> Resolved | None:
    first, last = int(found["y"]), int(found["y2"]) if len(found["y2"]) == 4 else int(found["y"][:2] + found["y2"])
    return (f"{first}/{last}", DateBasis.EXPLICIT) if first < last <= first + 60 else None


def _year(found: re.Match[str], _: Context) -> Resolved | None:
    return found["y"], DateBasis.EXPLICIT


def _part_of_year(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the first half of 2024", "the third quarter of this year", "Q2 2025"."""
    anchor = context.anchor
    if found["y"]:
        year, basis = int(found["y"]), DateBasis.EXPLICIT
    elif anchor is not None:
        year, basis = anchor.year + {"this": 0, "next": 1, "last": -1}[found["rel"].lower()], DateBasis.RELATIVE
    else:
        return _NOTHING
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}.get(found["nth"].lower()) or int(
        found["nth"][-1]
    )
    size = 6 if found["part"] == "half" else 3
    count = 12 // size
    number = count if number < 0 else number
    if number > count:
        return None
    return f"{year}-{(number - 1) * size + 1:02}/{year}-{number * size:02}", basis


def _weekday(found: re.Match[str], context: Context) -> Resolved | None:
    anchor = context.anchor
    wanted = _WEEKDAYS.index(found["w"][:3].lower())
    if anchor is None or anchor.day is None:
        return _beside(context, wanted) if context.told_day and not found["which"] else _NOTHING
    base = anchor.nearby
    which = (found["which"] or "").lower()
    if which == "next" or (not which and context.tense > 0):
        ahead = (wanted - base.weekday()) % 7 or 7
        return of_day(base + timedelta(days=ahead)).edtf, DateBasis.RELATIVE
    if which == "this":
        return of_day(base + timedelta(days=wanted - base.weekday())).edtf, DateBasis.RELATIVE
    back = (base.weekday() - wanted) % 7
    if which == "last" and back == 0:
        back = 7
    return of_day(base - timedelta(days=back)).edtf, DateBasis.RELATIVE


def _beside(context: Context, wanted: int) -> Resolved:
    """A weekday in a text that tells no other day of its own than one with its weekday: the nearest to that."""
    assert context.told_day is not None
    base = context.told_day.nearby
    ahead = (wanted - base.weekday()) % 7
    shift = ahead if ahead <= _HALF_A_WEEK or context.tense > 0 else ahead - 7
    return of_day(base + timedelta(days=shift)).edtf, DateBasis.RELATIVE


_HALF_A_WEEK = 3
_SHIFT = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "current": 0}


def _near_day(found: re.Match[str], context: Context) -> Resolved | None:
    """ "today", "yesterday", "this afternoon"."""
    anchor = context.anchor
    if anchor is None or anchor.day is None:
        return _NOTHING
    shift = {"y": -1, "to": 0, "tom": 1}.get(
        "tom" if found["word"].lower() == "tomorrow" else "y" if found["word"][0] in "yY" else "to", 0
    )
    return of_day(anchor.nearby + timedelta(days=shift)).edtf, DateBasis.RELATIVE


def _unit(found: re.Match[str], context: Context) -> Resolved | None:
    """ "last year", "next month", "this week"."""
    anchor, shift = context.anchor, _SHIFT[found["which"].lower()]
    if anchor is None:
        return _NOTHING
    return _shifted(anchor, found["unit"].lower(), shift)


def _shifted(anchor: Point, unit: str, shift: int) -> Resolved:
    if unit == "year":
        return str(anchor.year + shift), DateBasis.RELATIVE
    if anchor.month is None:
        return _NOTHING
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}", DateBasis.RELATIVE
    if anchor.day is None:
        return _NOTHING
    if unit == "week":
        monday = anchor.nearby + timedelta(days=7 * shift - anchor.nearby.weekday())
        return f"{of_day(monday).edtf}/{of_day(monday + timedelta(days=6)).edtf}", DateBasis.RELATIVE
    return of_day(anchor.nearby + timedelta(days=shift)).edtf, DateBasis.RELATIVE


def _ago(found: re.Match[str], context: Context) -> Resolved | None:
    """ "two years ago": as precise as its unit; weeks are left open."""
    anchor, unit = context.anchor, found["unit"].lower()
    count = int(found["n"]) if found["n"].isdigit() else number(found["n"].lower()) or 1
    if anchor is None or unit == "week" or not 0 < count < 200:
        return _NOTHING
    return _shifted(anchor, unit, -count)


def _same_day(_: re.Match[str], context: Context) -> Resolved | None:
    """ "the same day", "that evening": the day last named."""
    return (context.last_day.edtf, DateBasis.RELATIVE) if context.last_day else _NOTHING


def _next_day(found: re.Match[str], context: Context) -> Resolved | None:
    if context.last_day is None:
        return _NOTHING
    shift = -1 if found["which"].lower() in ("previous", "day before") else 1
    return of_day(context.last_day.nearby + timedelta(days=shift)).edtf, DateBasis.RELATIVE


def _worded_day(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the twelfth day of June in the year two thousand and twenty-four": the closing formula of a treaty."""
    word = found["d"].lower()
    day = _number(word) if word[0].isdigit() else nth(word)
    written = found["y"] or found["y2"]
    spoken = re.sub(r".*thousand(?: and)? ", "", found["yw"].lower()) if found["yw"] else None
    year = int(written) if written else 2000 + number(spoken) if spoken else None
    month = _month(found["m"])
    point = point_of(year or context.year_of(month, day), month, day)
    return (point.edtf, DateBasis.EXPLICIT if year else DateBasis.DOCUMENT) if point else _NOTHING


def _instant(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the 3rd instant", "the 28th ultimo": of this month, of the one before, of the one after."""
    anchor = context.anchor
    if anchor is None or anchor.month is None:
        return _NOTHING
    months = anchor.year * 12 + anchor.month - 1 + {"inst": 0, "ult": -1, "prox": 1}[found["which"]]
    point = point_of(months // 12, months % 12 + 1, _number(found["d"]))
    return (point.edtf, DateBasis.RELATIVE) if point else _NOTHING


def _open(_: re.Match[str], __: Context) -> Resolved | None:
    return _NOTHING


RESOLVERS: dict[str, Resolver] = {
    "day": _day,
    "days": _days,
    "iso": _iso,
    "numeric": _numeric,
    "numeric_day": _numeric_day,
    "of_month": _of_month,
    "months": _months,
    "last_next_month": _last_next_month,
    "years": _years,
    "year": _year,
    "part_of_year": _part_of_year,
    "weekday": _weekday,
    "near_day": _near_day,
    "unit": _unit,
    "ago": _ago,
    "same_day": _same_day,
    "next_day": _next_day,
    "worded_day": _worded_day,
    "instant": _instant,
    "open": _open,
}
