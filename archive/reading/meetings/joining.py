"""Joining: the tellings of a text joined to meetings, each once.

Two tellings are one meeting where nothing speaks against it: the same status, kinds that go together, dates and places
that agree, and the people of one among those of the other. A headline tells what the body tells again; "the meeting" is
the last one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.reading.agreements.telling import StepTelling
from archive.reading.matching.clauses import countries_of
from archive.reading.matching.open_phrases import is_open
from archive.reading.matching.ordinals import NTH
from archive.reading.matching.whereabouts import dateline_place
from archive.reading.meetings.kinds import WITH_SPEECHES
from archive.reading.meetings.narrative import ceremonies
from archive.reading.meetings.sameness import (
    are_sittings_apart,
    dates_agree,
    is_aside,
    is_recalled,
    is_same,
    kinds_agree,
    whereabouts_agree,
)
from archive.reading.meetings.telling import Telling, ToldMeeting
from archive.reading.phrases import Annotations, PhraseKind
from archive.values import MeetingKind, MeetingStatus, ParticipantRole, StepStatus

_PAIR = 2


_BARE = 2  # words of "the meeting"


_NEAR = 6  # sentences over which "the meeting" or those who joined it point back


_BACK = 100  # meetings among which a telling looks for the one that it tells again


def add(meetings: list[ToldMeeting], telling: Telling) -> None:
    """Put a telling to the meeting that it tells again, or as a new one."""
    near = [each for each in meetings[-_BACK:] if each.first.item == telling.item]
    last = _latest(near, telling)
    if telling.says("accepts"):
        _accept(near, telling)
        return
    if last is None and telling.says("here"):
        return
    if telling.joins or telling.leans or (telling.definite and not telling.actors):
        if last is not None and _tells_more_of(last, telling):
            last.tellings.append(telling)
            return
        telling.joins = telling.joins and not _is_one_by_itself(telling)
        if telling.joins or _only_points_back(telling):
            return
    same = next((each for each in reversed(near) if is_same(each, telling)), None)
    if same is not None:
        same.tellings.append(telling)
    else:
        meetings.append(ToldMeeting([telling]))


def _tells_more_of(last: ToldMeeting, telling: Telling) -> bool:
    """Whether what points back to a meeting, or joins it, means the last one."""
    if telling.around and telling.sentence == last.last:
        return False
    alike = not telling.leans or kinds_agree(last.kind, telling.kind) or telling.is_plain
    return alike and _goes_on(last, telling)


def _is_one_by_itself(telling: Telling) -> bool:
    """Whether what might join a meeting tells one: "the seminar was attended by A and B", where none was told."""
    if telling.says("together") and len(telling.persons) > 1:
        return True
    apart = telling.place and telling.date and not telling.is_plain
    taught = (
        telling.kind is MeetingKind.TRAINING and bool(telling.countries) and not (telling.title or "").endswith("s")
    )  # "by 25 officers from Honduras"
    own = len(telling.actors) > 1 or taught or apart or (not telling.definite and _is_set(telling))
    return telling.title is not None and bool(own)


def _only_points_back(telling: Telling) -> bool:
    """Whether "the meeting" at which somebody acted says nothing of itself."""
    named = len((telling.title or "").split()) > _BARE
    set_apart = (telling.place and telling.date) or (named and (telling.place or telling.date))
    return telling.leans and telling.is_plain and not set_apart


def _is_set(telling: Telling) -> bool:
    """Whether a telling says of itself where or when it was, or of which body."""
    return bool(telling.place or telling.date or telling.body)


def _accept(meetings: list[ToldMeeting], telling: Telling) -> None:
    """An invitation that was accepted: what was proposed last is planned now."""
    open_ones = [
        each for each in meetings if each.status is MeetingStatus.PROPOSED and telling.sentence - each.last <= _NEAR
    ]
    if open_ones:
        who = [(actor, role) for actor, role in telling.actors if actor.person and not is_open(actor)]
        open_ones[-1].tellings.append(
            replace(telling, kind=open_ones[-1].kind, actors=who, countries=set(), place=None, date=None)
        )


def add_ceremonies(annotations: Annotations, meetings: list[ToldMeeting], steps: Sequence[StepTelling]) -> None:
    """Who signs together meets: where no meeting of theirs is told, or "the ceremony" points back to a signing."""
    signed = [step for step in steps if _is_signed(step, meetings) and step.makers and not step.headline]
    signed = [step for step in signed if not (step.apart or any(is_open(maker) for maker in step.makers))]
    named = ceremonies(annotations)
    if named and not any(each.kind is MeetingKind.CEREMONY for each in meetings):
        before = [step for step in signed if step.sentence <= named[-1]]
        together = frozenset(maker.person for step in before for maker in step.makers if maker.person)
        apart = not any(_met(each, step, together) for each in meetings for step in before)
        if len({maker.span for step in before for maker in step.makers}) > 1 and apart:
            meetings.append(ToldMeeting([_ceremony(annotations, step) for step in before]))
    for step in signed:
        signatories = frozenset(maker.person for maker in step.makers if maker.person)
        if len(signatories) < _PAIR or any(_met(each, step, signatories) for each in meetings):
            continue
        nameless = next((each for each in meetings if _names_nobody(each, step)), None)
        if nameless is None:
            meetings.append(ToldMeeting([_ceremony(annotations, _dated(step, steps))]))
        else:
            nameless.tellings.append(replace(_ceremony(annotations, step), kind=nameless.kind, joins=True))


def _is_signed(step: StepTelling, meetings: Sequence[ToldMeeting]) -> bool:
    """Whether names were put to an instrument, or initials: on a day of its own, or nobody is told to have met."""
    apart = step.date is not None or all(each.status is not MeetingStatus.HELD for each in meetings)
    return step.status is StepStatus.SIGNED or (step.status is StepStatus.DRAFT and step.initialled and apart)


def _dated(step: StepTelling, steps: Sequence[StepTelling]) -> StepTelling:
    """A signing with the day and city that the text tells of it elsewhere, where it tells but one."""
    near = [each for each in steps if each.status is step.status and abs(each.sentence - step.sentence) <= _NEAR]
    near = [each for each in near if each.instrument.kind is step.instrument.kind or step.instrument.noun == "document"]
    dates = {each.date.edtf: each.date for each in near if each.date and each.date.edtf}
    cities = {each.place.place: each.place for each in near if each.place and each.place.place}
    date = step.date or (next(iter(dates.values())) if len(dates) == 1 else None)
    city = step.place is not None and step.place.kind is not PhraseKind.ORGANIZATION
    return replace(step, date=date, place=step.place if city or len(cities) != 1 else next(iter(cities.values())))


def _met(meeting: ToldMeeting, step: StepTelling, signatories: frozenset[str]) -> bool:
    """Whether those who signed met at a meeting that is told: two of them at least, on a day that agrees."""
    among = meeting.persons & signatories
    whole = among == signatories or len(among) >= _PAIR
    return meeting.status is MeetingStatus.HELD and whole and dates_agree(meeting.date, step.date)


def _names_nobody(meeting: ToldMeeting, step: StepTelling) -> bool:
    """Whether a meeting is told by itself, "the talks took place", and may be that of those who signed."""
    plain = [each for each in meeting.tellings if not each.joins]
    return (
        meeting.status is MeetingStatus.HELD
        and all(each.definite and not each.actors and _says_nobody(each) for each in plain)
        and dates_agree(meeting.date, step.date)
    )


def _says_nobody(telling: Telling) -> bool:
    """Whether a telling is "the meeting", or "the ceremony" at which its sentence names those who looked on."""
    return telling.kind is MeetingKind.CEREMONY or (telling.is_plain and not telling.countries)


def _ceremony(annotations: Annotations, step: StepTelling) -> Telling:
    """A signing as a ceremony of those who sign."""
    today = step.date is not None and step.date.edtf == annotations.anchor
    return Telling(
        MeetingKind.CEREMONY,
        MeetingStatus.HELD,
        step.sentence,
        step.span,
        "signed at a ceremony",
        [(maker, ParticipantRole.PARTICIPANT) for maker in step.makers],
        (dateline_place(annotations) if today else None) or step.place,
        step.date,
        countries=countries_of(annotations, step.makers),
    )


_WHICH = re.compile(rf"\b({NTH}|next|further|another|previous)\b", re.IGNORECASE)


def _goes_on(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether "the meeting" may be the one told before: another day, place or number makes it another."""
    if telling.joins:
        return not telling.says("that_day") or dates_agree(meeting.date, telling.date)
    if not (telling.is_plain or kinds_agree(meeting.kind, telling.kind)):
        return False
    if not (dates_agree(meeting.date, telling.date) and whereabouts_agree(meeting, telling)):
        return False
    if (telling.date or telling.body) and are_sittings_apart(meeting.first, telling):
        return False
    numbers = {_number(each) for each in meeting.leading} - {None}
    return _number(telling) is None or not numbers or _number(telling) in numbers


def _number(telling: Telling) -> str | None:
    found = _WHICH.search(telling.title or "")
    return found[1].lower() if found else None


_NEXT = 3  # sentences


def _just_told(meetings: list[ToldMeeting], telling: Telling) -> ToldMeeting | None:
    """The meeting that "it" means: the last one of this sentence or the one before, held or to be held as well."""
    far = _NEXT if telling.says("changes") else 1
    near = [each for each in meetings if telling.sentence - each.last <= far and not each.is_headline]
    near = [each for each in near if _tells_as_much(each, telling)]
    last = max(near, key=lambda each: each.last, default=None)
    if last is None:
        return None
    agree = dates_agree(last.date, telling.date) and whereabouts_agree(last, telling)
    return last if agree or telling.says("changes") else None


def _tells_as_much(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether both were held, or both are to come; "it opens on Monday" may be either."""
    if telling.status is MeetingStatus.HELD and not telling.past:
        return True
    return (meeting.status is MeetingStatus.HELD) is (telling.status is MeetingStatus.HELD)


def _latest(meetings: list[ToldMeeting], telling: Telling) -> ToldMeeting | None:
    """The meeting that "the meeting" means: the last one told, not long before."""
    if telling.says("it"):
        return _just_told(meetings, telling)
    if telling.joins:
        here = [each for each in meetings if each.last == telling.sentence]
        if here:
            return here[-1]
        if telling.says("here"):
            return None
    real = [each for each in meetings if each.kind is not MeetingKind.VISIT and each.status is telling.status]
    real = [each for each in real if not each.first.says("placed")] or real
    real = [each for each in real if not is_recalled(each, meetings)] or real
    if telling.says("among"):
        real = [each for each in real if each.kind in WITH_SPEECHES]
        if telling.says("near") and real and telling.sentence - max(each.last for each in real) > _NEXT:
            return None
    if not real and telling.says("gathered"):
        real = [each for each in meetings if each.status is telling.status]
    near = [each for each in real if telling.sentence - each.last <= _NEAR or len(real) == 1]
    if telling.says("heads"):
        near = [each for each in near if not _is_of_two_others(each, telling)]
    if telling.says("anticipates"):
        near = [each for each in near if telling.persons & each.persons] or near
    if telling.says("gathered"):
        near = [each for each in near if not each.first.says("one_to_one")] or near
    if telling.definite and not telling.is_plain:
        near = [each for each in near if kinds_agree(each.kind, telling.kind) and not is_aside(each, telling)] or near
    return max(near, key=lambda each: each.last, default=None)


def _is_of_two_others(meeting: ToldMeeting, telling: Telling) -> bool:
    """Whether two states met, and the delegation whose head is told is of a third."""
    of_two = meeting.kind is MeetingKind.BILATERAL and len(meeting.countries) > 1
    named = any(actor.kind is PhraseKind.DELEGATION for actor, _ in telling.actors)
    return of_two and named and not telling.countries <= meeting.countries
