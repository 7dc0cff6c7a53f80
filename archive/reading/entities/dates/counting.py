"""Counting: the days that a wording counts from another, from that of publication ("today", "last Friday") or from the
one that the text told last ("two days later", "on the 23rd").
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

from archive.reading.entities.dates.numerals import number
from archive.reading.entities.dates.points import Context, Point, of_day, point_of
from archive.values import DateBasis

Resolved = tuple[str | None, DateBasis]
NOTHING: Resolved = (None, DateBasis.UNRESOLVED)
Resolver = Callable[[re.Match[str], Context], Resolved | None]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = 7
_HALF_A_WEEK = 3
_SHIFT = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "current": 0}
_OF_THE_MONTH = {"inst": 0, "this": 0, "current": 0, "ult": -1, "last": -1, "prox": 1, "next": 1}
_FAR = 15  # days from a day that a text told within which it means another by its number alone


def _wanted(word: str) -> int:
    return _WEEKDAYS.index(word[:3].lower())


def is_weekday(day: Point, word: str) -> bool:
    """Whether a day is the weekday that a word names."""
    return day.nearby.weekday() == _wanted(word)


def _relative(edtf: str) -> Resolved:
    return edtf, DateBasis.RELATIVE


def weekday(found: re.Match[str], context: Context) -> Resolved | None:
    """ "on Friday", "last Friday": by the tense the one before or after the day of publication."""
    anchor, wanted = context.anchor, _wanted(found["w"])
    if anchor is None or anchor.day is None:
        return _beside(context, wanted) if context.weekday_told and not found["which"] else NOTHING
    base = anchor.nearby
    which = (found["which"] or "").lower()
    if which == "next" or (not which and context.tense > 0):
        ahead = (wanted - base.weekday()) % _WEEK or _WEEK
        return _relative(of_day(base + timedelta(days=ahead)).edtf)
    if which == "this":
        return _relative(of_day(base + timedelta(days=wanted - base.weekday())).edtf)
    back = (base.weekday() - wanted) % _WEEK
    if which == "last" and back <= 1:  # the day before is "yesterday"
        back += _WEEK
    return _relative(of_day(base - timedelta(days=back)).edtf)


def _beside(context: Context, wanted: int) -> Resolved:
    """A weekday in a text that tells no other day of its own than one with its weekday: the nearest to that."""
    assert context.weekday_told is not None
    base = context.weekday_told.nearby
    ahead = (wanted - base.weekday()) % _WEEK
    shift = ahead if ahead <= _HALF_A_WEEK or context.tense > 0 else ahead - _WEEK
    return _relative(of_day(base + timedelta(days=shift)).edtf)


def weekday_of_week(found: re.Match[str], context: Context) -> Resolved | None:
    """ "Thursday of last week": the weekday in the week before, this or the next."""
    if context.anchor is None or context.anchor.day is None:
        return NOTHING
    base = context.anchor.nearby
    days = _wanted(found["w"]) - base.weekday() + _WEEK * _SHIFT[found["which"].lower()]
    return _relative(of_day(base + timedelta(days=days)).edtf)


def weekdays(found: re.Match[str], context: Context) -> Resolved | None:
    """ "from Monday to Wednesday": as many days, from the first on."""
    more = (_wanted(found["w2"]) - _wanted(found["w"])) % _WEEK
    if not more or (more > 1 and found["to"].strip() in ("and", "&")):
        return None  # "on Monday and Thursday" are no days on end
    first, _ = weekday(found, context) or NOTHING
    start = Point.parse(first)
    if start is None:
        return NOTHING
    return _relative(f"{first}/{of_day(start.nearby + timedelta(days=more)).edtf}")


def _months_around(base: Point, day: int) -> Iterator[Point]:
    """The days of a number in the month of another day, the one before and the one after."""
    for shift in (0, -1, 1):
        months = base.year * 12 + (base.month or 1) - 1 + shift
        point = point_of(months // 12, months % 12 + 1, day)
        if point is not None:
            yield point


def weekday_with_day(found: re.Match[str], context: Context) -> Resolved | None:
    """ "Tuesday the 24th", "last Friday (20)": the nearest day of this number that is such a weekday; else no date."""
    base = context.last_day if context.last_day and context.last_day.month else context.anchor
    if base is None or base.month is None:
        return NOTHING
    wanted = _wanted(found["w"])
    near = (point for point in _months_around(base, int(found["d"])) if point.nearby.weekday() == wanted)
    if found["which"] and context.anchor is not None:
        shift, anchor = _SHIFT[found["which"].lower()], context.anchor.nearby
        near = (point for point in near if shift * (point.nearby - anchor).days >= 0)
    point = next(near, None)
    return _relative(point.edtf) if point else None


def day_of_the_month(found: re.Match[str], context: Context) -> Resolved | None:
    """ "on the 23rd": the nearest such day to the one that the text told last, or to that of publication."""
    base = context.day or context.anchor
    if base is None or base.day is None:
        return NOTHING
    near = sorted(_months_around(base, int(found["d"])), key=lambda point: abs((point.nearby - base.nearby).days))
    point = next(iter(near), None)
    return _relative(point.edtf) if point and abs((point.nearby - base.nearby).days) <= _FAR else NOTHING


def near_day(found: re.Match[str], context: Context) -> Resolved | None:
    """ "today", "yesterday", "this afternoon", "the day before yesterday"."""
    anchor = context.anchor
    if anchor is None or anchor.day is None:
        return NOTHING
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(found["word"].lower().split(" ")[0], 0)
    shift *= 2 if found.groupdict().get("beyond") else 1
    day = of_day(anchor.nearby + timedelta(days=shift))
    return _relative(day.edtf) if _is_said(day, found) else NOTHING


def _is_said(day: Point, found: re.Match[str]) -> bool:
    """Whether the weekday or the number that stands with a wording is that of the day: "yesterday (26)"."""
    said = found.groupdict()
    return not (said.get("w") and not is_weekday(day, said["w"])) and not (said.get("d") and day.day != int(said["d"]))


def unit(found: re.Match[str], context: Context) -> Resolved | None:
    """ "last year", "next month", "this week"."""
    anchor, shift = context.anchor, _SHIFT[found["which"].lower()]
    if anchor is None and found["unit"].lower() == "year" and shift > 0 and context.told and context.told.day:
        anchor = context.told  # of a text whose day is not known, the latest day that it tells is of its year
    return _shifted(anchor, found["unit"].lower(), shift) if anchor else NOTHING


def _shifted(anchor: Point, unit: str, shift: int) -> Resolved:
    if unit == "year":
        return _relative(str(anchor.year + shift))
    if anchor.month is None:
        return NOTHING
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return _relative(f"{months // 12:04}-{months % 12 + 1:02}")
    if anchor.day is None:
        return NOTHING
    if unit == "week":
        monday = anchor.nearby + timedelta(days=_WEEK * shift - anchor.nearby.weekday())
        return _relative(f"{of_day(monday).edtf}/{of_day(monday + timedelta(days=_WEEK - 1)).edtf}")
    return _relative(of_day(anchor.nearby + timedelta(days=shift)).edtf)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else number(words.lower()) or 1


def weekend(found: re.Match[str], context: Context) -> Resolved | None:
    """ "last weekend", "next weekend", "over the weekend": a Saturday and Sunday."""
    if context.anchor is None or context.anchor.day is None:
        return NOTHING
    base, which = context.anchor.nearby, (found["which"] or "").lower()
    saturday = base + timedelta(days=_WEEK - 2 - base.weekday())
    if which in ("last", "past") or (which != "next" and context.tense <= 0 and saturday > base):
        saturday -= timedelta(days=_WEEK)
    elif which == "next":
        saturday += timedelta(days=_WEEK)
    return _relative(f"{of_day(saturday).edtf}/{of_day(saturday + timedelta(days=1)).edtf}")


def ago(found: re.Match[str], context: Context) -> Resolved | None:
    """ "two years ago": as precise as its unit; weeks are left open."""
    anchor, said, count = context.anchor, found["unit"].lower(), _count(found["n"])
    if anchor is None or said == "week" or not 0 < count < 200:
        return NOTHING
    return _shifted(anchor, said, -count)


def same_day(_: re.Match[str], context: Context) -> Resolved | None:
    """ "the same day", "that evening": the day last named."""
    return _relative(context.day.edtf) if context.day else NOTHING


def next_day(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the following day", "the day before", "two days later": counted from the day last named."""
    if context.day is None:
        return NOTHING
    which = found["which"].lower()
    count = _count(found["n"]) if found.groupdict().get("n") else 1
    shift = -count if which in ("previous", "day before", "earlier", "before") else count
    return _relative(of_day(context.day.nearby + timedelta(days=shift)).edtf)


def next_weekday(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the following Monday": the first after the day last named."""
    if context.day is None or context.day.day is None:
        return NOTHING
    base = context.day.nearby
    return _relative(of_day(base + timedelta(days=(_wanted(found["w"]) - base.weekday()) % _WEEK or _WEEK)).edtf)


def instant(found: re.Match[str], context: Context) -> Resolved | None:
    """ "the 3rd instant", "the 24th of this month", "the 28th ultimo": of this month, of the one before or after."""
    anchor = context.anchor
    if anchor is None or anchor.month is None:
        return NOTHING
    months = anchor.year * 12 + anchor.month - 1 + _OF_THE_MONTH[found["which"].lower()]
    point = point_of(months // 12, months % 12 + 1, int(re.sub(r"\D", "", found["d"])))
    return _relative(point.edtf) if point else NOTHING
