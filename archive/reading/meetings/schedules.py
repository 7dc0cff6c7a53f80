"""Schedules: the day and the city that the lines of a diary or a programme take from what stands before them.

"Thursday, 9 October - Suva" alone on a line, "12 June: Lisbon, ..." at its head, "Mon:" in a diary of one week.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from datetime import timedelta
from functools import partial

from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.phrases import Annotations, Block, BlockKind, Phrase, PhraseKind
from archive.reading.vocabulary import alternatives
from archive.values import DateBasis, PartialDate

_PLACE, _DATE = SYMBOLS[PhraseKind.PLACE], SYMBOLS[PhraseKind.DATE]
_any = partial(alternatives, "meetings", "entries")
_HOUR = (
    r"(?:at )?\d{1,2}(?:[.:h]\d\d| ?[ap]\.?m\b\.?)(?: ?(?:-|–|to) ?\d{1,2}[.:h]?\d*)?"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:hrs|hours|h))?"
)
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_OF_A_WEEKDAY = re.compile(rf"\W*({_WEEKDAY})\.?:")
_ROOM = r"(?:Room|Hall|Sala|Salon|Salle) [\w-]+(?= (?:–|-|:) )"
_ONE = rf"{_HOUR}|{_WEEKDAY}(?=\.?:)|{_ROOM}|[{_DATE}](?: [{_DATE}])?|[{_PLACE}]"
OPENING = re.compile(
    rf"\s*(?:[-–•*·▪◦●■○] |\(?\d{{1,2}}[.)] )?"
    rf"(?:\(?(?:{_ONE})(?:\)?(?:,|\.?:|\.| –| -| \||\))(?!\d)|(?=\s*$)| (?=[{_DATE}\d]))\s*)*"
)
_SCHEDULE = re.compile(rf"\b{_any('schedules')}\b", re.IGNORECASE)
_FURNISHING = re.compile(rf"^\W*{_any('others')}\W*$", re.IGNORECASE)
_HEADS = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.DATELINE)
_SET_FOR = re.compile(rf"(?:\b(?:on|for)|[,:–]) [{_DATE}]")  # "Meetings on D", not "as of D"
_VENUE = re.compile(rf"[{_PLACE}](?:,? [A-Z][\w'-]*){{1,5}}, [{_DATE}]$")  # "Lima, Hotel Sol, D"
_ASKED = re.compile(rf"\b{_any('asked')}\b[^:]*:$", re.IGNORECASE)
_LONGEST_HEAD = 160  # letters
_SHORT = 60  # of a line that is a heading, too, but is not set as one
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_A_WEEK = 7


@dataclass(slots=True)
class Schedule:
    """What the lines above say of the next one."""

    listed: bool = False  # whether a heading says that it is a calendar, a diary, a programme
    other: bool = False  # whether a heading says that what follows are contents or related pages
    asked: bool = False  # whether the points below are what was agreed, proposed or spoken of
    inline: bool = False  # whether the day stands at the head of the line that follows
    head: PartialDate | None = None  # the days that the head of the schedule names
    city: Phrase | None = None  # its city
    day: PartialDate | None = None  # the day that stands alone above, or at the head of the line
    place: Phrase | None = None
    block: Block | None = None  # the line at whose head they stand; None where they stand on a line of their own


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a schedule: where its words begin, and its day and city."""

    start: int
    day: PartialDate | None
    place: Phrase | None
    own: bool  # whether the day stands at its own head
    listed: bool  # whether it stands under the heading of a schedule


def go_on(annotations: Annotations, schedule: Schedule, sentence: FoldedSentence, folded: Skeleton) -> Line | None:
    """Carry a schedule on over the next sentence; the line, where its words may tell an entry."""
    marked = annotations.sentences[sentence.index].sentence
    block, text = marked.block, folded.text
    if schedule.block is not None and schedule.block != block:
        schedule.day, schedule.place, schedule.block = None, None, None
    found = OPENING.match(text)
    end = found.end() if found else 0
    day, place = _set(folded, end)
    weekday = _OF_A_WEEKDAY.match(text) if day is None and schedule.head is not None else None
    if weekday is not None and schedule.head is not None:
        day = _in_week(schedule.head, weekday[1][:3].lower())
    if end and not text[end:].strip(" .:;()"):
        inline = annotations.layout.view[block.span.end : block.span.end + 1] != "\n"  # "10 March –" of one line
        _stands_alone(schedule, day, place, block, whole=marked.span == block.span)
        schedule.inline = inline and block.kind is BlockKind.DATELINE and sentence.index > 0
        return None
    whole = marked.span == block.span and len(text) <= (_LONGEST_HEAD if block.kind in _HEADS else _SHORT)
    venue = end == 0 or _VENUE.match(text)
    if whole and block.kind is not BlockKind.ITEM and venue and text[-1] not in ".!?":
        _note_head(schedule, folded, day)
    if block.kind is not BlockKind.ITEM:
        schedule.asked = text.rstrip().endswith(":") and _ASKED.search(text.rstrip()) is not None
    if schedule.other or (schedule.asked and block.kind is BlockKind.ITEM):
        return None
    if day is not None:
        schedule.day, schedule.place, schedule.block = day, place, block
    own = day is not None or schedule.block is not None or schedule.inline
    schedule.inline = False
    here = place or (schedule.place if day is None or schedule.block is not None else None) or schedule.city
    return Line(end, day or schedule.day, here, own, schedule.listed)


def _set(folded: Skeleton, end: int) -> tuple[PartialDate | None, Phrase | None]:
    """The day and the city at the head of a line."""
    phrases: Sequence[Phrase] = list(folded.phrases(0, end)) if end else ()
    day = next((phrase.date for phrase in phrases if phrase.date), None)
    return day, next((phrase for phrase in phrases if phrase.kind is PhraseKind.PLACE), None)


def _stands_alone(
    schedule: Schedule, day: PartialDate | None, place: Phrase | None, block: Block, *, whole: bool
) -> None:
    """Note a day, or a day and a city, that stand on a line of their own."""
    if day is None and place is None:
        return
    if day is not None and day.is_interval and whole:
        schedule.head, schedule.city = day, place or schedule.city
        return
    schedule.day = day or schedule.day
    schedule.place = place
    schedule.block = None if whole else block


def _note_head(schedule: Schedule, folded: Skeleton, day: PartialDate | None) -> None:
    """Note what a heading says of the lines below it."""
    words = folded.span.of(folded.view)
    if _FURNISHING.search(words):
        schedule.other, schedule.listed = True, False
    elif _VENUE.match(folded.text):
        schedule.head, schedule.city = _set(folded, len(folded.text))
    elif _SCHEDULE.search(words):
        schedule.other, schedule.listed = False, True
        dates = [] if day else [phrase.date for phrase in folded.phrases() if phrase.date]
        schedule.head = next((date for date in dates if date.is_interval), schedule.head)
        schedule.day = next((date for date in dates if date.is_day), None) if _SET_FOR.search(folded.text) else None


def _in_week(week: PartialDate, weekday: str) -> PartialDate | None:
    """The day of a week that its weekday names; None, where the days are of no one week."""
    first, _, last = (week.edtf or "").partition("/")
    try:
        day, end = calendar_day.fromisoformat(first), calendar_day.fromisoformat(last)
    except ValueError:
        return None
    if (end - day).days >= _A_WEEK or weekday not in _DAYS:
        return None
    day += timedelta((_DAYS.index(weekday) - day.weekday()) % _A_WEEK)
    return PartialDate(weekday.capitalize(), day.isoformat(), DateBasis.RELATIVE) if day <= end else None
