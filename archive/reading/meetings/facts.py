"""Meetings: the meetings of a text as facts, with those who took part.

A headline's "meetings with the delegations of ..." are those that the body tells one by one; a visit that is only the
frame of one meeting is no second meeting, a visit with several is what they are part of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from archive.reading.agreements.telling import StepTelling
from archive.reading.facts import Evidence, Meeting, Office, Participant, Place
from archive.reading.matching.clauses import country_of
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.meetings.home import Home
from archive.reading.meetings.joining import add, add_ceremonies
from archive.reading.meetings.kinds import ELSEWHERE
from archive.reading.meetings.narrative import find_tellings
from archive.reading.meetings.sameness import dates_agree, words_of_names
from archive.reading.meetings.standing import states_by_company
from archive.reading.meetings.telling import Telling, ToldMeeting
from archive.reading.meetings.venues import Venues
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.reading.vocabulary import alternatives
from archive.values import MeetingKind, MeetingStatus, ParticipantRole


def find_meetings(
    annotations: Annotations, sentences: Sequence[FoldedSentence], steps: Sequence[StepTelling]
) -> tuple[Meeting, ...]:
    """The meetings of a text, in the order in which it tells them."""
    meetings: list[ToldMeeting] = []
    for telling in find_tellings(annotations, sentences):
        add(meetings, telling)
    add_ceremonies(annotations, meetings, steps)
    told = meetings
    for keep, reason in (
        (_without_lists, "the meetings that it sums up are told one by one"),
        (_without_frames, "the visit is only the frame of one meeting"),
        (_saying_enough, "neither who, where nor when is told"),
        (partial(_of_officials, annotations), "those who met hold no office in a text about the accused"),
    ):
        before, told = told, keep(told)
        staying = set(map(id, told))
        for each in before:
            if id(each) not in staying:
                annotations.reject(CandidateKind.MEETING, each.first.span, each.first.rule, reason)
    home = Home(annotations)
    told.sort(key=lambda meeting: min(telling.span.start for telling in meeting.tellings))
    stays = [each for each in meetings if _is_visit(each) and _city(each)]
    seen_at = {id(each): _where(each, stays) for each in told}
    venues = Venues(annotations, filter(None, seen_at.values()))
    plain = {id(each): _fact(annotations, each, venues.place(seen_at[id(each)]), home) for each in told}
    going = [each for each in told if _is_stay(each)]
    facts: list[Meeting] = []
    for each in told:
        whole = next((visit for visit in going[:_FAR] if _is_within(each, visit)), None)
        facts.append(replace(plain[id(each)], part_of=plain[id(whole)]) if whole else plain[id(each)])
    return tuple(facts)


_FAR = 100  # meetings before or after one among which its parts are looked for


def _around(meetings: list[ToldMeeting], number: int) -> list[ToldMeeting]:
    """The meetings told before and after one."""
    return meetings[max(0, number - _FAR) : number] + meetings[number + 1 : number + 1 + _FAR]


def _without_lists(meetings: list[ToldMeeting]) -> list[ToldMeeting]:
    """Leave out "meetings with the delegations of ..." where the text tells these meetings one by one."""
    kept: list[ToldMeeting] = []
    for number, meeting in enumerate(meetings):
        if any(telling.plural for telling in meeting.leading):
            parts = [each for each in _around(meetings, number) if _is_part(each, meeting)]
            if len(parts) > 1:
                continue
        kept.append(meeting)
    return kept


def _is_part(part: ToldMeeting, whole: ToldMeeting) -> bool:
    return (
        part.status is whole.status
        and bool(part.persons & whole.persons or not whole.persons)
        and part.countries <= whole.countries
    )


def _without_frames(meetings: list[ToldMeeting]) -> list[ToldMeeting]:
    """Leave out a visit that is only the frame of one meeting; a body that is visited on the way is none."""
    kept: list[ToldMeeting] = []
    for number, visit in enumerate(meetings):
        if visit.kind is MeetingKind.VISIT:
            parts = (each for each in _around(meetings, number) if each.first.says("site") or not _is_visit(each))
            inside = [each for each in parts if _is_inside(each, visit)]
            if visit.first.says("site"):
                inside = [each for each in inside if each.first.sentence == visit.last]
            lone = len(inside) == 1 and (visit.first.says("site") or not inside[0].first.says("site"))
            if lone and not _lasts_longer(visit, inside[0]):
                continue
        kept.append(visit)
    return kept


def _lasts_longer(visit: ToldMeeting, meeting: ToldMeeting) -> bool:
    """Whether a visit is told of several days, and the meeting of one of them."""
    return (
        visit.date is not None
        and meeting.date is not None
        and visit.date.is_interval
        and meeting.date.edtf is not None
        and not meeting.date.is_interval
    )


def _is_visit(meeting: ToldMeeting) -> bool:
    return meeting.kind is MeetingKind.VISIT


def _is_stay(meeting: ToldMeeting) -> bool:
    """Whether a meeting is a visit to a state, not one to a body on the way."""
    return _is_visit(meeting) and not meeting.first.says("site")


def _is_within(meeting: ToldMeeting, visit: ToldMeeting) -> bool:
    """Whether a meeting was plainly part of a visit: on days of it, by those who were on it."""
    whole = not _is_visit(meeting) or meeting.first.says("site")
    dated = visit.date is not None and (meeting.date is not None or bool(meeting.persons & visit.persons))
    return whole and dated and bool(meeting.persons & visit.persons) and _is_inside(meeting, visit)


def _is_inside(meeting: ToldMeeting, visit: ToldMeeting) -> bool:
    held = (meeting.status is MeetingStatus.HELD, visit.status is MeetingStatus.HELD)
    if held[0] is not held[1] or not dates_agree(meeting.date, visit.date) or _elsewhere(meeting, visit):
        return False
    if len(visit.countries) > 1 and visit.countries <= meeting.countries:
        return True
    near = abs(meeting.first.sentence - visit.first.sentence) <= 1
    same = (bool(visit.countries) or near) and meeting.countries >= visit.countries
    return bool(meeting.persons & visit.persons) or (not visit.persons and same)


def _elsewhere(meeting: ToldMeeting, visit: ToldMeeting) -> bool:
    """Whether a meeting was in another city than the one that was visited for a day."""
    if visit.date is None or visit.date.edtf is None or visit.date.is_interval:
        return False
    cities = {each.place.place for each in (meeting, visit) if each.place and each.place.kind is PhraseKind.PLACE}
    return len(cities - {None}) > 1


def _saying_enough(meetings: list[ToldMeeting]) -> list[ToldMeeting]:
    return [meeting for meeting in meetings if _says_enough(meeting)]


def _says_enough(meeting: ToldMeeting) -> bool:
    """Whether there is more than a bare word: somebody took part, or it has a place, a date or a body."""
    body = any(telling.body for telling in meeting.tellings)
    return bool(meeting.persons or meeting.countries or meeting.place or meeting.date or body) or any(
        telling.actors for telling in meeting.tellings
    )


_CRIME = re.compile(rf"\b{alternatives('meetings', 'no_meetings', 'crime')}\b")


def _of_officials(annotations: Annotations, meetings: list[ToldMeeting]) -> list[ToldMeeting]:
    """Leave out what persons did who hold no office and act for no body and no state, where a text tells of a crime."""
    official = [meeting for meeting in meetings if not _is_private(annotations, meeting)]
    if len(official) == len(meetings) or _CRIME.search(annotations.layout.view) is None:
        return meetings
    return official


def _is_private(annotations: Annotations, meeting: ToldMeeting) -> bool:
    actors = [actor for telling in meeting.tellings for actor, _ in telling.actors]
    return (
        bool(actors)
        and not meeting.countries
        and not any(telling.body for telling in meeting.tellings)
        and all(_is_nobody(annotations, actor) for actor in actors)
    )


def _is_nobody(annotations: Annotations, actor: Phrase) -> bool:
    """Whether a phrase names a person who has no office in the text."""
    person = annotations.person(actor.person) if actor.person else None
    return person is not None and actor.office is None and not person.appointments


def _city(meeting: ToldMeeting) -> bool:
    return meeting.place is not None and meeting.place.kind is not PhraseKind.ORGANIZATION


def _where(meeting: ToldMeeting, stays: Sequence[ToldMeeting]) -> Phrase | None:
    """The phrase that tells where a meeting was; ``stays``: the visits to a city, of which it may have been part."""
    place = meeting.place
    if not _city(meeting) and meeting.kind not in ELSEWHERE and not _is_stay(meeting):
        stay = next((visit for visit in stays[:_FAR] if _is_within(meeting, visit)), None)
        place = stay.place if stay else place
    return place or meeting.told_at


def _fact(annotations: Annotations, meeting: ToldMeeting, place: Place | None, home: Home) -> Meeting:
    """The meeting that a meeting is, without what it was part of."""
    return Meeting(
        kind=_final_kind(meeting),
        status=meeting.status,
        participants=tuple(_participants(annotations, meeting, home)),
        evidence=tuple(_evidence(meeting.tellings)),
        place=place,
        date=meeting.date,
    )


def _final_kind(meeting: ToldMeeting) -> MeetingKind:
    kind = meeting.kind
    if kind is MeetingKind.BILATERAL and len(meeting.countries) > 2:
        return MeetingKind.MULTILATERAL
    return kind


def _evidence(tellings: Iterable[Telling]) -> Iterator[Evidence]:
    seen: set[tuple[int, int]] = set()
    for telling in tellings:
        if (telling.span.start, telling.span.end) not in seen:
            seen.add((telling.span.start, telling.span.end))
            yield Evidence(telling.span, telling.rule)


def _participants(annotations: Annotations, meeting: ToldMeeting, home: Home) -> Iterator[Participant]:
    """Everybody once: persons, then bodies and states that no person already stands for."""
    found: dict[tuple[object, ...], tuple[Phrase, ParticipantRole, dict[Evidence, None]]] = {}
    for telling in meeting.tellings:
        evidence = Evidence(telling.span, telling.rule)
        actors = list(telling.actors)
        if telling.body:
            actors.append((telling.body, ParticipantRole.PARTICIPANT))
        for actor, role in actors:
            key = _key(annotations, actor)
            if key is None:
                continue
            known = found.get(key)
            if known is None:
                found[key] = (actor, role, {evidence: None})
                continue
            if known[1] is ParticipantRole.PARTICIPANT and role is not known[1]:
                found[key] = (actor, role, known[2])
            known[2][evidence] = None
    words = words_of_names(actor.person for actor, _, _ in found.values() if actor.person)
    found = {key: each for key, each in found.items() if each[0].person not in words}
    lent = states_by_company(annotations, meeting, [(actor, role) for actor, role, _ in found.values()], home)
    named = {country_of(annotations, actor) for key, (actor, _, _) in found.items() if key[0] == "person"}
    shown: set[str | None] = set()
    for key, (actor, role, evidence_of) in found.items():
        country = country_of(annotations, actor) or lent.get(actor.span)
        if key[0] == "state" and country in named:
            continue
        shown.add(country)
        yield Participant(
            tuple(evidence_of),
            person=annotations.person(actor.person) if actor.person else None,
            office=actor.office or _only_office(annotations, actor),
            organization=actor.organization if key[0] == "body" else None,
            country=country,
            role=role,
        )
    first = meeting.first
    for code in sorted(meeting.countries - shown):
        yield Participant((Evidence(first.span, first.rule),), country=code)


def _only_office(annotations: Annotations, actor: Phrase) -> Office | None:
    """The office in which the text shows a person, where it is one."""
    person = annotations.person(actor.person) if actor.person else None
    offices = {appointment.office for appointment in person.appointments} if person else set()
    return offices.pop() if len(offices) == 1 else None


def _key(annotations: Annotations, actor: Phrase) -> tuple[object, ...] | None:
    if actor.person and annotations.person(actor.person):
        return ("person", actor.person)
    if actor.kind in (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION) and actor.organization:
        return ("body", actor.organization.name, actor.organization.country)
    if actor.office:
        return ("office", actor.office.title, country_of(annotations, actor))
    country = country_of(annotations, actor)
    return ("state", country) if country else None
