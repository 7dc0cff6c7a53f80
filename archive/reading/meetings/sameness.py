"""Sameness: whether a telling and a meeting may be one: status, kind, day, place and people agree."""

import re
from collections.abc import Iterable, Sequence
from datetime import date as calendar_day

from archive.reading.meetings.kinds import ASSEMBLIES, CONFERRING, FACE_TO_FACE, GATHERINGS
from archive.reading.meetings.numbering import number_in
from archive.reading.meetings.telling import Telling, ToldMeeting
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, PartialDate


def is_same(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether a telling tells a meeting again."""
    return (
        kinds_agree(meeting.kind, telling.kind)
        and (meeting.first.says("site") is telling.says("site") or telling.headline)
        and not is_aside(meeting, telling)
        and not _is_another_call(meeting, telling)
        and not (telling.sentence == meeting.last and (telling.around or meeting.first.around))
        and not (telling.ago and (meeting.date is None or (telling.date is not None and telling.date.edtf is None)))
        and not (telling.says("site") and meeting.first.sentence != telling.sentence and not meeting.first.headline)
        and (_statuses_agree(meeting.status, telling.status) or meeting.is_headline)
        and not are_sittings_apart(meeting.first, telling)
        and _numbers_agree(meeting, telling)
        and dates_agree(meeting.date, telling.date)
        and whereabouts_agree(meeting, telling)
        and _people_agree(meeting, telling)
    )


def _is_another_call(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether a call is told after a meeting face to face of more people: another event of some of them."""
    if telling.kind is not MeetingKind.CALL or meeting.kind is MeetingKind.CALL or telling.definite:
        return False
    return not (telling.headline or meeting.is_headline) and telling.persons < meeting.persons


def _numbers_agree(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether two may be one of a series: the 39th session is not the thirty-eighth, nor a conference to come."""
    number = number_in(telling.title) if telling.kind in GATHERINGS else None
    if number is None or meeting.kind not in GATHERINGS:
        return True
    numbers = {number_in(each.title) for each in meeting.leading} - {None}
    if not numbers and meeting.status is MeetingStatus.PROPOSED:
        return meeting.kind is telling.kind
    return not numbers or number in numbers


def is_aside(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether one is a conference and the other a meeting of somebody with others, on its sidelines at most."""
    of_two = telling.says("one_to_one") and "bilateral" in (telling.title or "").lower()
    if of_two and len(meeting.countries) > len(telling.countries):
        return True
    if telling.aside and meeting.kind in CONFERRING:
        return True
    if (meeting.kind in ASSEMBLIES) is (telling.kind in ASSEMBLIES):
        return False
    plain = meeting.first if telling.kind in ASSEMBLIES else telling
    return plain.says("one_to_one")


def are_sittings_apart(one: Telling, other: Telling) -> bool:
    """Whether two sittings of a body in small letters ("the joint working group") are of different days."""
    if not any(each.says("sitting") for each in (one, other)):
        return False
    return one.date is None or other.date is None or one.date.edtf != other.date.edtf


def kinds_agree(one: MeetingKind, other: MeetingKind) -> bool:
    """Whether two kinds may be of one event."""
    if one is other:
        return True
    pair = {one, other}
    return pair <= FACE_TO_FACE or pair <= GATHERINGS or pair <= {MeetingKind.CALL, *FACE_TO_FACE}


def _statuses_agree(one: MeetingStatus, other: MeetingStatus) -> bool:
    return one is other or MeetingStatus.HELD not in (one, other)


_LONG_AGO = 25  # days before another that a text has told


def is_recalled(meeting: ToldMeeting, meetings: Sequence[ToldMeeting]) -> bool:
    """Whether a meeting was long before one that the text has told first: "the fourth session, held in 2020"."""
    if meetings[0] is not meeting and _PREVIOUS.match(meeting.first.title or ""):
        return True
    last = _day(meeting.date, (12, 28), last=True)
    if last is None or meeting.status is not MeetingStatus.HELD:
        return False
    number = next((number for number, each in enumerate(meetings) if each is meeting), 0)
    before = (each for each in meetings[:number] if each.status is MeetingStatus.HELD)
    days = (_day(each.date, (1, 1), last=False) for each in before)
    return any(day is not None and (day - last).days >= _LONG_AGO for day in days)


_PREVIOUS = re.compile(r"(?:the |their )?(?:previous|last|earlier|preceding)\b", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?")


def _day(date: PartialDate | None, else_: tuple[int, int], *, last: bool) -> calendar_day | None:
    """The first or last day that a date means; ``else_`` are month and day where it tells none."""
    bounds = ((date.edtf if date else None) or "").split("/")
    found = _DAY.match(bounds[-1 if last else 0])
    return calendar_day(int(found[1]), int(found[2] or else_[0]), int(found[3] or else_[1])) if found else None


# Days that the text may not resolve, and that are not each other.
_DAYS = (
    ("yesterday", "today", "tomorrow"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)


def _day_in(words: str, days: Sequence[str]) -> str | None:
    return next((word for word in words.lower().split() if word in days), None)


def dates_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates may be of one event."""
    if one is None or other is None:
        return True
    if one.edtf is None or other.edtf is None:
        said = [(_day_in(one.text, days), _day_in(other.text, days)) for days in _DAYS]
        return all(mine == theirs or None in (mine, theirs) for mine, theirs in said)
    return _bounds(one.edtf)[0] <= _bounds(other.edtf)[1] and _bounds(other.edtf)[0] <= _bounds(one.edtf)[1]


def _bounds(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    return first, (last or first) + "~"


def places_agree(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether two places may be of one event: two cities are not, a venue may be in any city."""
    if one is None or other is None or PhraseKind.ORGANIZATION in (one.kind, other.kind):
        return True
    return one.place == other.place


_UNKNOWN = ("in-a-city", "near-a-city")  # rules that take a name for a town by what stands before it


def whereabouts_agree(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether a telling may be of a meeting by its place: "the meeting" may have been in a quarter of the city."""
    if places_agree(meeting.place, telling.place):
        return True
    if any(each.place is not None and places_agree(each.place, telling.place) for each in meeting.tellings):
        return True
    unknown = [place is not None and place.rule in _UNKNOWN for place in (meeting.place, telling.place)]
    return telling.definite and unknown[0] is not unknown[1]


def _are_among(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether all of some are among others; a single name may be a word of a longer one."""
    rest = some - others
    if not rest or not others:
        return not rest
    words = words_of_names(others)
    return all(name in words or not others.isdisjoint(name.split()) for name in rest)


def words_of_names(names: Iterable[str]) -> frozenset[str]:
    """The words of names of several words: "Hayashi" is one of "Hayashi Yoshimasa"."""
    return frozenset(word for name in names if " " in name for word in name.split())


def _people_agree(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether the people of one are among those of the other; states stand for people whom the text does not name."""
    mine, theirs = meeting.persons, telling.persons
    if mine and theirs:
        if not (_are_among(mine, theirs) or _are_among(theirs, mine)):
            return False
        smaller = telling if _are_among(theirs, mine) else None
        states = telling.countries if smaller else meeting.countries
        return states <= (meeting.countries if smaller else telling.countries) or len(mine & theirs) > 1
    here, there = meeting.countries, telling.countries
    number = number_in(telling.title) if telling.kind in GATHERINGS else None
    if number is not None and any(number_in(each.title) == number for each in meeting.leading):
        return True  # "the seventh meeting"
    if telling.body and any(_is_of(each, telling.body) for each in meeting.leading):
        return True
    titled = meeting.first.body if meeting.first.says("titled") else None
    if titled is not None and _is_of(telling, titled):
        return True  # "19th Meeting of the Forum", below it "The Forum met in Lima"
    if not here or not there:
        return bool(
            (telling.definite and not telling.body)
            or telling.headline
            or (meeting.is_headline and not here and not meeting.persons and meeting.status is telling.status)
            or (not telling.actors and not meeting.persons and not _is_of_others(meeting, telling))
            or (not telling.actors and _is_of_many(meeting, telling) and _on_a_day_of(meeting, telling))
        )
    loose = telling.headline or telling.definite or meeting.is_headline
    return here == there or (loose and (here <= there or there <= here))


def _is_of_others(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether a telling names the body that meets, and a meeting only another one that holds it."""
    return telling.body is not None and any(
        actor.kind is PhraseKind.ORGANIZATION for each in meeting.leading for actor, _ in each.actors
    )


def _is_of_many(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether a telling is of a gathering, by its own kind or as that of the title of the text: "We meet today"."""
    return telling.kind in GATHERINGS or meeting.first.says("titled")


def _on_a_day_of(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether a telling of nobody is of a day of a meeting: the people of a gathering are told but once."""
    days = (meeting.date, telling.date)
    return all(day is not None and day.is_day_or_interval for day in days)


def _is_of(telling: Telling, body: Phrase) -> bool:
    """Whether a telling names a body as the one whose meeting it is, or among those who met."""
    named = [telling.body, *(actor for actor, _ in telling.actors)]
    return any(each is not None and each.organization == body.organization for each in named)
