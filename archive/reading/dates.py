"""Dates: every wording of a day, month, year or period, with its EDTF form where the text and its anchor give one.

A date is never made more precise than its words. Words that count from the day of publication ("today", "last year",
"on Friday") are resolved only where that day is known: from outside, or from the text's own date line.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from archive.reading.phrases import BlockKind, Layout
from archive.values import DateBasis, PartialDate, Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_Y = r"(?:19|20)\d\d\b(?![-/]\d\d\b|[%\d])"
_OF = r"(?: of|,)?"
_TO = r"(?: ?[-–] ?| to | until | till | through | and | & )"
_WEEKDAY_BEFORE = rf"(?:{_W},? (?:the )?)?"
_UNIT = r"(?:day|week|month|year)"

_TRIGGER = re.compile(
    rf"(?<![\w.,$€£/-])(?=\d|{_W}|{_M}|Q[1-4] |[Tt]oday|[Yy]esterday|[Tt]omorrow|[Ll]ast |[Nn]ext |[Tt]his |[Tt]he |[Ss]ame |[Ee]arl|[Ll]at[er]|"
    r"[Mm]id|[Ee]nd |[Bb]eginning |[Ff]irst |[Ss]econd |[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ii]n the (?:after|morn|even|com|near)|[Tt]hat |"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s? )"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A wording of a date in the text.

    The rule "deadline" says that the date is a limit ("by the end of July"), "since" that something began or followed
    then; such a date is not the day of an event.
    """

    span: Span
    date: PartialDate
    rule: str


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of a year or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The ISO 8601-2 form."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def nearby(self) -> date:
        """A day inside the point, to count from."""
        return date(self.year, self.month or 7, self.day or 15)

    @classmethod
    def parse(cls, edtf: str | None) -> "Point | None":
        """The point that an EDTF date stands for; None where it is an interval or nothing."""
        found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", edtf or "")
        return _point(*(int(part) if part else None for part in found.groups())) if found else None


def _point(year: int | None, month: int | None = None, day: int | None = None) -> Point | None:
    """The point, None where the calendar has no such day."""
    if year is None:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Point(year, month, day)


def _of_day(day: date) -> Point:
    return Point(day.year, day.month, day.day)


@dataclass(slots=True)
class _Context:
    """What a wording may count from."""

    anchor: Point | None
    last_day: Point | None = None
    tense: int = 0  # -1 past, 1 future, 0 unknown

    def year_of(self, month: int, day: int | None = None) -> int | None:
        """The year that a date without a year means: the nearest, or the last or next one by the tense."""
        base = self.anchor or self.last_day
        if base is None:
            return None
        reference = base.nearby
        if base.month is None:
            return base.year
        options = []
        for year in (base.year - 1, base.year, base.year + 1):
            point = _point(year, month, day)
            if point is not None:
                options.append((point.nearby - reference).days)
            else:
                options.append(10_000)
        chosen = min(range(3), key=lambda index: abs(options[index]))
        slack = 0 if day is not None and base.day is not None else 31
        if self.tense > 0 and options[chosen] < -slack:
            chosen = min(chosen + 1, 2)
        elif self.tense < 0 and options[chosen] > slack:
            chosen = max(chosen - 1, 0)
        return base.year - 1 + chosen


_Resolved = tuple[str | None, DateBasis]
_NOTHING: _Resolved = (None, DateBasis.UNRESOLVED)
_Rule = Callable[[re.Match[str], _Context], _Resolved | None]


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _interval(first: Point | None, last: Point | None, basis: DateBasis) -> _Resolved | None:
    if first is None or last is None or first.nearby > last.nearby:
        return None
    return (first.edtf if first == last else f"{first.edtf}/{last.edtf}"), basis


def _day(found: re.Match[str], context: _Context) -> _Resolved | None:
    month, day = _month(found["m"]), _number(found["d"])
    if found["y"]:
        point = _point(int(found["y"]), month, day)
        return (point.edtf, DateBasis.EXPLICIT) if point else None
    point = _point(context.year_of(month, day), month, day)
    return (point.edtf, DateBasis.DOCUMENT) if point else (_NOTHING if _point(2000, month, day) else None)


def _days(found: re.Match[str], context: _Context) -> _Resolved | None:
    """Several days: "16 to 19 October", "30 May – 2 June 2023", "May 17-20"."""
    groups = found.groupdict()
    last_month = _month(groups["m2"] or groups["m"])
    first_month = _month(groups["m"] or groups["m2"])
    first_day, last_day = _number(groups["d"]), _number(groups["d2"])
    basis = DateBasis.EXPLICIT if groups["y"] else DateBasis.DOCUMENT
    year = int(groups["y"]) if groups["y"] else context.year_of(last_month, last_day)
    if year is None:
        return _NOTHING
    first_year = int(groups["y0"]) if groups.get("y0") else year - (first_month > last_month)
    return _interval(_point(first_year, first_month, first_day), _point(year, last_month, last_day), basis)


def _iso(found: re.Match[str], _: _Context) -> _Resolved | None:
    point = _point(int(found["y"]), int(found["m"]), int(found["d"]))
    return (point.edtf, DateBasis.EXPLICIT) if point else None


def _numeric(found: re.Match[str], _: _Context) -> _Resolved | None:
    """Day first with dots; with slashes only where one reading is possible."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    readings = {(second, first)} if found["sep"] == "." else {(second, first), (first, second)}
    points = [point for month, day in sorted(readings) if (point := _point(year, month, day))]
    if not points:
        return None
    return (points[0].edtf if len(points) == 1 else str(year)), DateBasis.EXPLICIT


def _of_month(found: re.Match[str], context: _Context) -> _Resolved | None:
    month = _month(found["m"])
    if found["y"]:
        return f"{found['y']}-{month:02}", DateBasis.EXPLICIT
    year = context.year_of(month)
    return (f"{year}-{month:02}", DateBasis.DOCUMENT) if year else _NOTHING


def _months(found: re.Match[str], context: _Context) -> _Resolved | None:
    first, last = _month(found["m"]), _month(found["m2"])
    year = int(found["y"]) if found["y"] else context.year_of(last)
    if year is None:
        return _NOTHING
    basis = DateBasis.EXPLICIT if found["y"] else DateBasis.DOCUMENT
    return _interval(Point(year - (first > last), first), Point(year, last), basis)


def _last_next_month(found: re.Match[str], context: _Context) -> _Resolved | None:
    """ "last May", "next March": the one before or after the anchor's month."""
    month, anchor = _month(found["m"]), context.anchor
    if anchor is None or anchor.month is None:
        return _NOTHING
    back = found["which"].lower() == "last"
    year = anchor.year - (month >= anchor.month) if back else anchor.year + (month <= anchor.month)
    return f"{year}-{month:02}", DateBasis.RELATIVE


def _years(found: re.Match[str], _: _Context) -> _Resolved | None:
    first, last = int(found["y"]), int(found["y2"]) if len(found["y2"]) == 4 else int(found["y"][:2] + found["y2"])
    return (f"{first}/{last}", DateBasis.EXPLICIT) if first < last <= first + 60 else None


def _year(found: re.Match[str], _: _Context) -> _Resolved | None:
    return found["y"], DateBasis.EXPLICIT


def _part_of_year(found: re.Match[str], context: _Context) -> _Resolved | None:
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


def _weekday(found: re.Match[str], context: _Context) -> _Resolved | None:
    anchor = context.anchor
    if anchor is None or anchor.day is None:
        return _NOTHING
    wanted = _WEEKDAYS.index(found["w"][:3].lower())
    base = anchor.nearby
    which = (found["which"] or "").lower()
    if which == "next" or (not which and context.tense > 0):
        ahead = (wanted - base.weekday()) % 7 or 7
        return _of_day(base + timedelta(days=ahead)).edtf, DateBasis.RELATIVE
    if which == "this":
        return _of_day(base + timedelta(days=wanted - base.weekday())).edtf, DateBasis.RELATIVE
    back = (base.weekday() - wanted) % 7
    if which == "last" and back == 0:
        back = 7
    return _of_day(base - timedelta(days=back)).edtf, DateBasis.RELATIVE


_SHIFT = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "current": 0}


def _near_day(found: re.Match[str], context: _Context) -> _Resolved | None:
    """ "today", "yesterday", "this afternoon"."""
    anchor = context.anchor
    if anchor is None or anchor.day is None:
        return _NOTHING
    shift = {"y": -1, "to": 0, "tom": 1}.get(
        "tom" if found["word"].lower() == "tomorrow" else "y" if found["word"][0] in "yY" else "to", 0
    )
    return _of_day(anchor.nearby + timedelta(days=shift)).edtf, DateBasis.RELATIVE


def _unit(found: re.Match[str], context: _Context) -> _Resolved | None:
    """ "last year", "next month", "this week"."""
    anchor, shift = context.anchor, _SHIFT[found["which"].lower()]
    if anchor is None:
        return _NOTHING
    return _shifted(anchor, found["unit"].lower(), shift)


def _shifted(anchor: Point, unit: str, shift: int) -> _Resolved:
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
        return f"{_of_day(monday).edtf}/{_of_day(monday + timedelta(days=6)).edtf}", DateBasis.RELATIVE
    return _of_day(anchor.nearby + timedelta(days=shift)).edtf, DateBasis.RELATIVE


def _ago(found: re.Match[str], context: _Context) -> _Resolved | None:
    """ "two years ago": as precise as its unit; weeks are left open."""
    anchor, unit = context.anchor, found["unit"].lower()
    count = _COUNT.get(found["n"].lower()) or int(found["n"])
    if anchor is None or unit == "week" or not 0 < count < 200:
        return _NOTHING
    return _shifted(anchor, unit, -count)


def _same_day(_: re.Match[str], context: _Context) -> _Resolved | None:
    """ "the same day", "that evening": the day last named."""
    return (context.last_day.edtf, DateBasis.RELATIVE) if context.last_day else _NOTHING


def _next_day(found: re.Match[str], context: _Context) -> _Resolved | None:
    if context.last_day is None:
        return _NOTHING
    shift = -1 if found["which"].lower() in ("previous", "day before") else 1
    return _of_day(context.last_day.nearby + timedelta(days=shift)).edtf, DateBasis.RELATIVE


def _open(_: re.Match[str], __: _Context) -> _Resolved | None:
    return _NOTHING


def _rule(name: str, pattern: str, resolve: _Rule) -> tuple[str, re.Pattern[str], _Rule]:
    return name, re.compile(pattern), resolve


_YEAR_AFTER = rf"(?:{_OF} (?P<y>{_Y}))?"
_THIS = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]revious|[Cc]urrent)"
_EDGE = r"(?:(?:[Tt]he )?(?:[Ee]arly|[Ll]ate|[Mm]id(?:dle of)?|[Bb]eginning of|[Ee]nd of|[Ss]tart of)(?: in)?[ -])"

# In order: the first that matches at a place gives the date.
_RULES = (
    _rule("date-iso", r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
    _rule("date-numeric", r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)\b", _numeric),
    _rule(
        "days-of-months",
        rf"(?P<d>{_D}) (?P<m>{_M})(?:,? (?P<y0>{_Y}))?{_TO}{_WEEKDAY_BEFORE}(?P<d2>{_D})(?: of)? (?P<m2>{_M}){_YEAR_AFTER}",
        _days,
    ),
    _rule(
        "days-of-month",
        rf"{_WEEKDAY_BEFORE}(?P<d>{_D})(?:, (?:{_D}))*{_TO}{_WEEKDAY_BEFORE}(?:the )?(?P<d2>{_D})(?: of)? (?P<m>{_M})(?P<m2>){_YEAR_AFTER}",
        _days,
    ),
    _rule(
        "months-days",
        rf"(?P<m>{_M}) (?P<d>{_D})(?:, (?P<y0>{_Y}),?)?{_TO}(?P<m2>{_M}) (?P<d2>{_D}){_YEAR_AFTER}",
        _days,
    ),
    _rule(
        "month-days",
        rf"{_WEEKDAY_BEFORE}(?P<m>{_M}) (?P<d>{_D})(?:, (?:{_D}))*,?{_TO}(?P<d2>{_D})(?P<m2>){_YEAR_AFTER}(?! \w+ \d{{4}})",
        _days,
    ),
    _rule("day", rf"{_WEEKDAY_BEFORE}(?P<d>{_D})(?: of|,)? (?P<m>{_M}){_YEAR_AFTER}", _day),
    _rule("american-day", rf"{_WEEKDAY_BEFORE}(?P<m>{_M}) (?P<d>{_D}){_YEAR_AFTER}(?![-–]?\d)", _day),
    _rule("months-of-year", rf"(?P<m>{_M}){_TO}(?P<m2>{_M})(?:{_OF} (?P<y>{_Y}))", _months),
    _rule("last-month-name", rf"(?P<which>[Ll]ast|[Nn]ext) (?P<m>{_M})", _last_next_month),
    _rule("month-of-year", rf"{_EDGE}?(?P<m>{_M}){_OF} (?P<y>{_Y})", _of_month),
    _rule(
        "month",
        rf"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Bb]y )|(?<=[Uu]ntil )|(?<=[Dd]uring )|(?<=this )|(?<=[Ff]rom )|(?<=[Oo]f )|{_EDGE})(?P<m>{_M})(?P<y>)(?! [A-Z])",
        _of_month,
    ),
    _rule(
        "part-of-year",
        rf"(?:[Tt]he )?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) (?P<part>half|quarter) of (?:(?P<y>{_Y})|(?P<rel>this|next|last) year)",
        _part_of_year,
    ),
    _rule("quarter", rf"(?P<nth>Q[1-4])(?P<part>)(?P<rel>) (?:of )?(?P<y>{_Y})", _part_of_year),
    _rule("years", r"(?P<y>(?:19|20)\d\d)(?: ?[-–/] ?| to | until | through )(?P<y2>(?:19|20)?\d\d)(?![\d%])", _years),
    _rule(
        "season-of-year",
        rf"{_EDGE}?(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ff]all)(?: of| in|,)? (?P<y>{_Y})",
        _year,
    ),
    _rule("edge-of-year", rf"{_EDGE}(?P<y>{_Y})", _year),
    _rule(
        "year",
        rf"(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Oo]f )|(?<=[Bb]y )|(?<=[Dd]uring )|(?<=[Ff]or )|(?<=[Uu]ntil )|(?<=[Ff]rom )|(?<=[Bb]efore )"
        rf"|(?<=[Aa]fter )|(?<=[Tt]hrough )|(?<= year )|(?<=and )|(?<=[(])|(?<=, )|(?<=ly ))(?P<y>{_Y})(?! [a-z]+s\b(?<! as))",
        _year,
    ),
    _rule("near-day", r"(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow)\b(?!'s)", _near_day),
    _rule("part-of-today", r"(?P<word>[Tt]his) (?:morning|afternoon|evening)\b", _near_day),
    _rule("weekday-of-week", rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his) (?P<w>{_W})\b", _weekday),
    _rule("weekday", rf"(?P<which>)(?P<w>{_W})\b(?! [A-Z])", _weekday),
    _rule(
        "same-day",
        r"(?:[Oo]n )?(?:[Tt]he [Ss]ame|[Ss]ame|[Tt]hat) (?:day|morning|afternoon|evening|night)\b",
        _same_day,
    ),
    _rule("part-of-day", r"[Ii]n the (?:morning|afternoon|evening)\b", _same_day),
    _rule("next-day", r"(?:[Tt]he )(?P<which>previous|following|next) day\b", _next_day),
    _rule("day-before", r"(?:[Tt]he )(?P<which>day before)\b(?=[,. ])(?! [a-z])", _next_day),
    _rule("edge-of-unit", rf"{_EDGE}(?:(?:the|this|next|last) )?(?:week|month|year|{_M})\b", _open),
    _rule("unit", rf"(?:[Ee]arlier |[Ll]ater )?{_THIS} (?P<unit>day|week|month|year)\b(?!-)", _unit),
    _rule(
        "ago",
        r"(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?P<unit>day|week|month|year)s? ago\b",
        _ago,
    ),
    _rule(
        "season",
        r"(?:(?<=[Ii]n )|(?<=in the )|(?<=this )|(?<=last )|(?<=next ))(?:spring|summer|autumn|winter)\b",
        _open,
    ),
    _rule("near-future", r"[Ii]n the (?:coming (?:days|weeks|months|years)|near(?:est)? future)\b", _open),
)

_FUTURE = re.compile(
    r"\b(?:will|shall|would|(?:is|are) (?:\w+ )?to|(?:is|are) (?:expected|scheduled|planned|due|said)|plans? to|intends? to"
    r"|to be (?:held|signed)|upcoming|forthcoming|next|invit\w+ (?:\w+ ){0,6}to)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|took|held|met|led|began|signed|gave|spoke|said|told|(?!expected|planned|scheduled|need)[a-z]{3,}ed)\b"
)
_LIMIT = re.compile(r"\b(?:(?P<deadline>before|by|no later than|until|till)|(?P<since>since|after)) $", re.IGNORECASE)


def find_dates(layout: Layout, published: str | None) -> list[FoundDate]:
    """Every date of the text, in order."""
    context = _Context(anchor_of(layout, published))
    found: list[FoundDate] = []
    for sentence in layout.sentences:
        found.extend(_in_sentence(layout, sentence.span, context))
    return found


def _in_sentence(layout: Layout, span: Span, context: _Context) -> Iterator[FoundDate]:
    view, reached = layout.view, span.start
    for trigger in _TRIGGER.finditer(view, span.start, span.end):
        start = trigger.start()
        if start < reached:
            continue
        for name, pattern, resolve in _RULES:
            match = pattern.match(view, start, span.end)
            if match is None:
                continue
            context.tense = _tense(view, span, match)
            resolved = resolve(match, context)
            if resolved is None:
                continue
            reached = match.end()
            edtf, basis = resolved
            if edtf is not None and (point := Point.parse(edtf.partition("/")[0])) and point.day:
                context.last_day = point
            where = Span(start, match.end())
            limit = _LIMIT.search(view, max(span.start, start - 15), start)
            yield FoundDate(
                where, PartialDate(where.of(layout.text), edtf, basis), str(limit.lastgroup) if limit else name
            )
            break


def _tense(view: str, sentence: Span, match: re.Match[str]) -> int:
    """Whether a date lies ahead or behind by the verbs of its sentence; 0 where they do not tell."""
    if _FUTURE.search(view, sentence.start, match.start()):
        return 1
    if _FUTURE.search(view, match.end(), sentence.end):
        return 0 if _PAST.search(view, sentence.start, match.start()) else 1
    return -1 if _PAST.search(view, sentence.start, sentence.end) else 0


def anchor_of(layout: Layout, published: str | None) -> Point | None:
    """The day that "today" means: the publication date, or the date line's where it says more."""
    outside = Point.parse(published)
    if outside is not None and outside.day is not None:
        return outside
    context = _Context(outside)
    for block in layout.blocks[:6]:
        if block.kind is BlockKind.DATELINE:
            for found in _in_sentence(layout, block.span, context):
                inside = Point.parse(found.date.edtf)
                if inside is not None and inside.day is not None:
                    return inside
    return outside
