"""How a wording of a date resolves: each resolver is named by rules of ``vocabulary/dates.toml``.

A wording that counts from the day of publication resolves only where that day is known (`Context.anchor`).
"""

import re
from datetime import timedelta

from archive.reading.entities.dates import counting
from archive.reading.entities.dates.calendars import of_the_iranian_year
from archive.reading.entities.dates.counting import NOTHING, Resolved, Resolver
from archive.reading.entities.dates.numerals import nth, number
from archive.reading.entities.dates.points import Context, Point, of_day, point_of
from archive.values import DateBasis

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")  # months in some countries
_DAYS = 31  # of the longest months
_BUDDHIST = 543  # years by which the Thai calendar is ahead


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
    if found.groupdict().get("be"):
        return int(found["be"]) - _BUDDHIST, DateBasis.EXPLICIT
    if found.groupdict().get("other"):
        return None, DateBasis.UNRESOLVED
    if not found.groupdict().get("rel"):
        return None
    word = found["rel"].removeprefix("the ")
    if word in _AFTER:
        return (context.year + _AFTER[word] if context.year else None), DateBasis.RELATIVE
    return (context.anchor.year + _BESIDE[word] if context.anchor else None), DateBasis.RELATIVE


def _day(found: re.Match[str], context: Context) -> Resolved | None:
    groups = found.groupdict()
    month, day = _month(groups["m"] or groups["m2"]), _number(groups["d"] or groups["d2"])
    said = _said_year(found, context)
    if said is not None:
        point = point_of(said[0], month, day)
        return (point.edtf, said[1]) if point else NOTHING
    point = point_of(context.year_of(month, day), month, day)
    return (point.edtf, DateBasis.DOCUMENT) if point else NOTHING


def _nth_weekday(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the first Monday of June 2024", "the last Friday of May"."""
    edtf, basis = _of_month(found, context) or NOTHING
    month = Point.parse(edtf)
    if month is None or month.month is None:
        return NOTHING
    days = (point for day in range(1, _DAYS + 1) if (point := point_of(month.year, month.month, day)))
    fitting = [point for point in days if counting.is_weekday(point, found["w"])]
    return fitting[_NTH[found["nth"].lower()]].edtf, basis


_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def _week_of(found: re.Match[str], context: Context) -> Resolved | None:
    """ "in the week of 6 February": its days, from Monday on."""
    edtf, basis = _day(found, context) or NOTHING
    point = Point.parse(edtf)
    if point is None or point.day is None:
        return NOTHING
    monday = point.nearby - timedelta(days=point.nearby.weekday())
    return _interval(of_day(monday), of_day(monday + timedelta(days=6)), basis)


def _days(found: re.Match[str], context: Context) -> Resolved | None:
    """Several days: "16 to 19 October", "30 May – 2 June 2023", "May 17-20"."""
    groups = found.groupdict()
    last_month = _month(groups["m2"] or groups["m"])
    first_month = _month(groups["m"] or groups["m2"])
    first_day, last_day = _number(groups["d"]), _number(groups["d2"])
    year, basis = _said_year(found, context) or (context.year_of(last_month, last_day), DateBasis.DOCUMENT)
    if year is None:
        return NOTHING
    first_year = int(groups["y0"]) if groups.get("y0") else year - (first_month > last_month)
    return _interval(point_of(first_year, first_month, first_day), point_of(year, last_month, last_day), basis)


def _iso(found: re.Match[str], _: Context) -> Resolved | None:
    month, day = int(found["m"]), int(found["d"])
    point = point_of(int(found["y"]), month, day)
    return (point.edtf, DateBasis.EXPLICIT) if point else _no_day(month, day)


def _no_day(month: int, day: int) -> Resolved | None:
    """What two numbers are that are no day: "31/04" is one that the calendar does not have, "45/67" a number."""
    return NOTHING if month <= len(_MONTHS) and day <= _DAYS else None


def _roman(found: re.Match[str], _: Context) -> Resolved | None:
    point = point_of(int(found["y"]), _ROMAN.index(found["m"]) + 1, _number(found["d"]))
    return (point.edtf, DateBasis.EXPLICIT) if point else None


def _iranian_day(found: re.Match[str], _: Context) -> Resolved | None:
    day = of_the_iranian_year(int(found["y"]), found["im"], _number(found["d"]))
    return (day.isoformat(), DateBasis.EXPLICIT) if day else None


def _numeric(found: re.Match[str], context: Context) -> Resolved | None:
    """Day first with dots; with slashes where one reading is possible, or the text shows elsewhere which it means."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    readings = _readings(first, second, True if found["sep"][0] == "." else context.day_first)
    points = [point for month, day in sorted(readings) if (point := point_of(year, month, day))]
    if found["w"] and len(points) > 1:
        points = [point for point in points if counting.is_weekday(point, found["w"])] or points
    if not points:
        return _no_day(min(first, second), max(first, second))
    return (points[0].edtf if len(points) == 1 else str(year)), DateBasis.EXPLICIT


def _days_in_figures(found: re.Match[str], _: Context) -> Resolved | None:
    """ "24-25/09/2024"."""
    year, month = int(found["y"]), int(found["m"])
    first, last = point_of(year, month, int(found["d"])), point_of(year, month, int(found["d2"]))
    return _interval(first, last, DateBasis.EXPLICIT)


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
    return (days.pop().edtf, DateBasis.DOCUMENT) if len(days) == 1 else NOTHING


def _of_month(found: re.Match[str], context: Context) -> Resolved | None:
    month = _month(found["m"])
    said = _said_year(found, context)
    if said is not None:
        return (f"{said[0]}-{month:02}", said[1]) if said[0] else NOTHING
    year = context.year_of(month)
    return (f"{year}-{month:02}", DateBasis.DOCUMENT) if year else NOTHING


def _months(found: re.Match[str], context: Context) -> Resolved | None:
    first, last = _month(found["m"]), _month(found["m2"])
    year = int(found["y"]) if found["y"] else context.year_of(last)
    if year is None:
        return NOTHING
    basis = DateBasis.EXPLICIT if found["y"] else DateBasis.DOCUMENT
    return _interval(Point(year - (first > last), first), Point(year, last), basis)


def _last_next_month(found: re.Match[str], context: Context) -> Resolved | None:
    """ "last May", "next March": the one before or after the anchor's month; "this May" is that of its year."""
    month, anchor = _month(found["m"]), context.anchor
    if anchor is None or anchor.month is None:
        return NOTHING
    if found["which"].lower() == "this":
        return f"{anchor.year}-{month:02}", DateBasis.RELATIVE
    back = found["which"].lower() == "last"
    year = anchor.year - (month >= anchor.month) if back else anchor.year + (month <= anchor.month)
    return f"{year}-{month:02}", DateBasis.RELATIVE


def _years(found: re.Match[str], _: Context) -> Resolved | None:
    first, last = int(found["y"]), int(found["y2"]) if len(found["y2"]) == 4 else int(found["y"][:2] + found["y2"])
    return (f"{first}/{last}", DateBasis.EXPLICIT) if first < last <= first + 60 else None


def _year(found: re.Match[str], _: Context) -> Resolved | None:
    return found["y"], DateBasis.EXPLICIT


_SIZES = {"half": 6, "h": 6, "semester": 6, "quarter": 3, "q": 3, "trimester": 3}  # in months


def _part_of_year(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the first half of 2024", "the third quarter of this year", "Q2 2025"."""
    anchor = context.anchor
    if found["y"]:
        year, basis = int(found["y"]), DateBasis.EXPLICIT
    elif anchor is not None:
        year, basis = anchor.year + {"next": 1, "last": -1}.get(found["rel"].lower(), 0), DateBasis.RELATIVE
    else:
        return NOTHING
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}.get(found["nth"].lower()) or int(
        found["nth"][-1]
    )
    size = _SIZES[found["part"].lower()]
    count = 12 // size
    number = count if number < 0 else number
    if number > count:
        return None
    return f"{year}-{(number - 1) * size + 1:02}/{year}-{number * size:02}", basis


def _worded_day(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the twelfth day of June in the year two thousand and twenty-four": the closing formula of a treaty."""
    word = (found["d"] or found["d2"]).lower()
    day = _number(word) if word[0].isdigit() else nth(word)
    if found["other"]:
        return NOTHING
    written = found["y"] or found["y2"]
    spoken = re.sub(r".*thousand(?: and)? ", "", found["yw"].lower()) if found["yw"] else None
    year = int(written) if written else 2000 + number(spoken) if spoken else None
    month = _month(found["m"])
    point = point_of(year or context.year_of(month, day), month, day)
    return (point.edtf, DateBasis.EXPLICIT if year else DateBasis.DOCUMENT) if point else NOTHING


def _open(_: re.Match[str], __: Context) -> Resolved | None:
    return NOTHING


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
    "weekday": counting.weekday,
    "near_day": counting.near_day,
    "unit": counting.unit,
    "week_of": _week_of,
    "nth_weekday": _nth_weekday,
    "weekend": counting.weekend,
    "ago": counting.ago,
    "same_day": counting.same_day,
    "next_day": counting.next_day,
    "worded_day": _worded_day,
    "instant": counting.instant,
    "weekdays": counting.weekdays,
    "weekday_of_week": counting.weekday_of_week,
    "weekday_with_day": counting.weekday_with_day,
    "day_of_the_month": counting.day_of_the_month,
    "next_weekday": counting.next_weekday,
    "days_in_figures": _days_in_figures,
    "iranian_day": _iranian_day,
    "roman": _roman,
    "open": _open,
}
