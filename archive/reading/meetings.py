"""Meetings: the tellings of a text joined to encounters, each once.

Two tellings are one meeting where nothing speaks against it: the same status, kinds that go together, dates and places
that agree, and the people of one among those of the other. A headline tells what the body tells again; "the meeting" is
the last one; a headline's "meetings with the delegations of ..." are those that the body tells one by one; a visit that
is only the frame of one meeting is no second meeting.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archive.reading.clauses import country_of, dateline_place
from archive.reading.facts import Evidence, Meeting, Office, Participant, Place
from archive.reading.instruments import FoldedSentence
from archive.reading.open_phrases import is_open
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.steps import ToldStep
from archive.reading.telling import Telling
from archive.reading.tellings import ceremonies, find_tellings
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole, StepStatus

_FACE_TO_FACE = frozenset({MeetingKind.BILATERAL, MeetingKind.MULTILATERAL, MeetingKind.CONSULTATION})
_GATHERINGS = frozenset({MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.MULTILATERAL})
_BARE = 2  # words of "the meeting"
_NEAR = 6  # sentences over which "the meeting" or those who joined it point back


@dataclass(slots=True)
class _Encounter:
    """Tellings that are one meeting."""

    tellings: list[Telling]

    @property
    def first(self) -> Telling:
        return next((telling for telling in self.tellings if not telling.headline), self.tellings[0])

    @property
    def status(self) -> MeetingStatus:
        order = list(MeetingStatus)
        told = [telling for telling in self.tellings if not telling.headline] or self.tellings
        return max((telling.status for telling in told), key=order.index)

    @property
    def is_headline(self) -> bool:
        """Whether only a headline has told it so far."""
        return all(telling.headline for telling in self.tellings)

    @property
    def kind(self) -> MeetingKind:
        kinds = [telling.kind for telling in self.tellings if not telling.joins]
        plain = (MeetingKind.BILATERAL,)
        return next((kind for kind in kinds if kind not in plain), kinds[0])

    @property
    def persons(self) -> frozenset[str]:
        return frozenset(name for telling in self.tellings for name in telling.persons)

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(code for telling in self.tellings for code in telling.countries)

    @property
    def date(self) -> PartialDate | None:
        dates = [telling.date for telling in self.tellings if telling.date and not telling.joins]
        dates = dates or [telling.date for telling in self.tellings if telling.date]
        return max(dates, key=lambda date: (date.edtf is not None, len(date.edtf or "")), default=None)

    @property
    def place(self) -> Phrase | None:
        places = [telling.place for telling in self.tellings if telling.place]
        cities = [place for place in places if place.kind is not PhraseKind.ORGANIZATION]
        return next(iter(cities or places), None)

    @property
    def last(self) -> int:
        return self.tellings[-1].sentence


def find_meetings(
    annotations: Annotations, sentences: Sequence[FoldedSentence], steps: Sequence[ToldStep]
) -> tuple[Meeting, ...]:
    """The meetings of a text, in the order in which it tells them."""
    encounters: list[_Encounter] = []
    for telling in find_tellings(annotations, sentences):
        _add(encounters, telling)
    _add_ceremony(annotations, encounters, steps)
    told = _without_frames(_without_lists(encounters))
    told.sort(key=lambda encounter: min(telling.span.start for telling in encounter.tellings))
    told = [encounter for encounter in told if _says_enough(encounter)]
    visits = {id(each): _fact(annotations, each) for each in told if _is_visit(each) and not each.first.site}
    facts: list[Meeting] = []
    for each in told:
        whole = next((visit for visit in told if id(visit) in visits and _is_within(each, visit)), None)
        fact = visits.get(id(each)) or _fact(annotations, each)
        facts.append(replace(fact, part_of=visits[id(whole)]) if whole else fact)
    return tuple(facts)


def _add(encounters: list[_Encounter], telling: Telling) -> None:
    last = _latest(encounters, telling)
    if telling.rule == "accepted the invitation":
        _accept(encounters, telling)
        return
    if telling.joins or telling.leans or (telling.definite and not telling.actors):
        if (
            last is not None
            and _goes_on(last, telling)
            and (not telling.leans or _kinds_agree(last.kind, telling.kind) or telling.is_plain)
        ):
            last.tellings.append(telling)
            return
        if telling.title is not None and len(telling.actors) > 1:
            telling.joins = False  # "the seminar was attended by A and B": a meeting by itself
        named = len((telling.title or "").split()) > _BARE and (telling.place or telling.date)
        if telling.joins or (telling.leans and telling.is_plain and not named):
            return
    same = next((each for each in reversed(encounters) if _is_same(each, telling)), None)
    if same is not None:
        same.tellings.append(telling)
    else:
        encounters.append(_Encounter([telling]))


def _accept(encounters: list[_Encounter], telling: Telling) -> None:
    """An invitation that was accepted: what was proposed last is planned now."""
    open_ones = [
        each for each in encounters if each.status is MeetingStatus.PROPOSED and telling.sentence - each.last <= _NEAR
    ]
    if open_ones:
        open_ones[-1].tellings.append(
            replace(telling, kind=open_ones[-1].kind, actors=[], countries=set(), place=None, date=None)
        )


def _add_ceremony(annotations: Annotations, encounters: list[_Encounter], steps: Sequence[ToldStep]) -> None:
    """Where "the ceremony" points back to a signing, the signing was a ceremony."""
    named = ceremonies(annotations)
    if not named or any(each.kind is MeetingKind.CEREMONY for each in encounters):
        return
    signed = [
        step for step in steps if step.status is StepStatus.SIGNED and step.sentence <= named[-1] and not step.headline
    ]
    signed = [step for step in signed if step.makers and not any(is_open(maker) for maker in step.makers)]
    if not signed or len({maker.span for step in signed for maker in step.makers}) < 2:
        return
    tellings = []
    for step in signed:
        actors = [(maker, ParticipantRole.PARTICIPANT) for maker in step.makers]
        today = step.date is not None and step.date.edtf == annotations.anchor
        place = (dateline_place(annotations) if today else None) or step.place
        telling = Telling(
            MeetingKind.CEREMONY,
            MeetingStatus.HELD,
            step.sentence,
            step.span,
            "signed at a ceremony",
            actors,
            place,
            step.date,
        )
        telling.countries = {code for maker in step.makers if (code := country_of(annotations, maker))}
        tellings.append(telling)
    encounters.append(_Encounter(tellings))


_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|next|further|another|previous)\b",
    re.IGNORECASE,
)


def _goes_on(encounter: _Encounter, telling: Telling) -> bool:
    """Whether "the meeting" may be the one told before: another day, place or number makes it another."""
    if telling.joins:
        return True
    if not (telling.is_plain or _kinds_agree(encounter.kind, telling.kind)):
        return False
    if not (_dates_agree(encounter.date, telling.date) and _places_agree(encounter.place, telling.place)):
        return False
    if (telling.date or telling.body) and _are_series(encounter.first, telling):
        return False
    numbers = {_number(each) for each in encounter.tellings} - {None}
    return _number(telling) is None or not numbers or _number(telling) in numbers


def _number(telling: Telling) -> str | None:
    found = _ORDINAL.search(telling.title or "")
    return found[1].lower() if found else None


def _latest(encounters: list[_Encounter], telling: Telling) -> _Encounter | None:
    """The meeting that "the meeting" means: the last one told, not long before."""
    if telling.joins:
        here = [each for each in encounters if each.last == telling.sentence]
        if here:
            return here[-1]
        if telling.rule == "where somebody was received by":
            return None
    real = [each for each in encounters if each.kind is not MeetingKind.VISIT and each.status is telling.status]
    near = [each for each in real if telling.sentence - each.last <= _NEAR or len(real) == 1]
    return max(near, key=lambda each: each.last, default=None)


def _is_same(encounter: _Encounter, telling: Telling) -> bool:
    return (
        _kinds_agree(encounter.kind, telling.kind)
        and (encounter.first.site is telling.site or telling.headline)
        and not (telling.site and encounter.first.sentence != telling.sentence and not encounter.first.headline)
        and (_statuses_agree(encounter.status, telling.status) or encounter.is_headline)
        and not _are_series(encounter.first, telling)
        and _dates_agree(encounter.date, telling.date)
        and _places_agree(encounter.place, telling.place)
        and _people_agree(encounter, telling)
    )


def _are_series(one: Telling, other: Telling) -> bool:
    """Whether one of two is a meeting of a body in small letters, which is told by its day only."""
    if not any(each.serial and each.rule.startswith("a body in small letters") for each in (one, other)):
        return False
    return one.date is None or other.date is None or one.date.edtf != other.date.edtf


def _kinds_agree(one: MeetingKind, other: MeetingKind) -> bool:
    if one is other:
        return True
    pair = {one, other}
    return pair <= _FACE_TO_FACE or pair <= _GATHERINGS or pair <= {MeetingKind.CALL, *_FACE_TO_FACE}


def _statuses_agree(one: MeetingStatus, other: MeetingStatus) -> bool:
    return one is other or MeetingStatus.HELD not in (one, other)


def _dates_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None or one.edtf is None or other.edtf is None:
        return True
    return _bounds(one.edtf)[0] <= _bounds(other.edtf)[1] and _bounds(other.edtf)[0] <= _bounds(one.edtf)[1]


def _bounds(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    return first, (last or first) + "~"


def _places_agree(one: Phrase | None, other: Phrase | None) -> bool:
    if one is None or other is None or PhraseKind.ORGANIZATION in (one.kind, other.kind):
        return True
    return one.place == other.place


def _people_agree(encounter: _Encounter, telling: Telling) -> bool:
    """Whether the people of one are among those of the other; states stand for people whom the text does not name."""
    mine, theirs = encounter.persons, telling.persons
    if mine and theirs:
        if not (mine <= theirs or theirs <= mine):
            return False
        smaller = telling if theirs <= mine else None
        states = telling.countries if smaller else encounter.countries
        return states <= (encounter.countries if smaller else telling.countries) or len(mine & theirs) > 1
    here, there = encounter.countries, telling.countries
    if telling.body and any(
        each.body and each.body.organization == telling.body.organization for each in encounter.tellings
    ):
        return True
    if not here or not there:
        return bool(
            (telling.definite and not telling.body)
            or telling.headline
            or (not telling.actors and not encounter.persons)
        )
    loose = telling.headline or telling.definite or all(each.headline for each in encounter.tellings)
    return here == there or (loose and (here <= there or there <= here))


def _without_lists(encounters: list[_Encounter]) -> list[_Encounter]:
    """Leave out "meetings with the delegations of ..." where the text tells these meetings one by one."""
    kept: list[_Encounter] = []
    for encounter in encounters:
        if any(telling.plural for telling in encounter.tellings):
            parts = [each for each in encounters if each is not encounter and _is_part(each, encounter)]
            if len(parts) > 1:
                continue
        kept.append(encounter)
    return kept


def _is_part(part: _Encounter, whole: _Encounter) -> bool:
    return (
        part.status is whole.status
        and bool(part.persons & whole.persons or not whole.persons)
        and part.countries <= whole.countries
    )


def _without_frames(encounters: list[_Encounter]) -> list[_Encounter]:
    """Leave out a visit that is only the frame of one meeting."""
    kept: list[_Encounter] = []
    for visit in encounters:
        if visit.kind is MeetingKind.VISIT:
            parts = [each for each in encounters if each is not visit and (each.first.site or not _is_visit(each))]
            inside = [each for each in parts if _is_inside(each, visit)]
            if visit.first.site:
                inside = [each for each in inside if 0 <= each.first.sentence - visit.last <= 1]
            if len(inside) == 1:
                continue
        kept.append(visit)
    return kept


def _is_visit(encounter: _Encounter) -> bool:
    return encounter.kind is MeetingKind.VISIT


def _is_within(meeting: _Encounter, visit: _Encounter) -> bool:
    """Whether a meeting was plainly part of a visit: on days of it, by those who were on it."""
    whole = not _is_visit(meeting) or meeting.first.site
    dated = visit.date is not None and (meeting.date is not None or bool(meeting.persons & visit.persons))
    return whole and dated and bool(meeting.persons & visit.persons) and _is_inside(meeting, visit)


def _is_inside(meeting: _Encounter, visit: _Encounter) -> bool:
    held = (meeting.status is MeetingStatus.HELD, visit.status is MeetingStatus.HELD)
    if held[0] is not held[1] or not _dates_agree(meeting.date, visit.date):
        return False
    if len(visit.countries) > 1 and visit.countries <= meeting.countries:
        return True
    return bool(meeting.persons & visit.persons) or (not visit.persons and meeting.countries >= visit.countries)


def _says_enough(encounter: _Encounter) -> bool:
    """Whether there is more than a bare word: somebody took part, or it has a place, a date or a body."""
    body = any(telling.body for telling in encounter.tellings)
    return bool(encounter.persons or encounter.countries or encounter.place or encounter.date or body) or any(
        telling.actors for telling in encounter.tellings
    )


def _fact(annotations: Annotations, encounter: _Encounter) -> Meeting:
    evidence = tuple(_evidence(encounter.tellings))
    place = encounter.place
    return Meeting(
        kind=_final_kind(encounter),
        status=encounter.status,
        participants=tuple(_participants(annotations, encounter)),
        evidence=evidence,
        place=_place(annotations, place) if place else None,
        date=encounter.date,
    )


def _final_kind(encounter: _Encounter) -> MeetingKind:
    kind = encounter.kind
    if kind is MeetingKind.BILATERAL and len(encounter.countries) > 2:
        return MeetingKind.MULTILATERAL
    return kind


def _evidence(tellings: Iterable[Telling]) -> Iterator[Evidence]:
    seen: set[tuple[int, int]] = set()
    for telling in tellings:
        if (telling.span.start, telling.span.end) not in seen:
            seen.add((telling.span.start, telling.span.end))
            yield Evidence(telling.span, telling.rule)


def _place(annotations: Annotations, phrase: Phrase) -> Place:
    name = phrase.place or (
        phrase.organization.name if phrase.organization else phrase.core.of(annotations.layout.text)
    )
    known = next((place for place in annotations.places if place.name == name), None)
    return known or Place(name, phrase.country, ())


def _participants(annotations: Annotations, encounter: _Encounter) -> Iterator[Participant]:
    """Everybody once: persons, then bodies and states that no person already stands for."""
    found: dict[tuple[object, ...], tuple[Phrase, ParticipantRole, list[Evidence]]] = {}
    for telling in encounter.tellings:
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
                found[key] = (actor, role, [evidence])
                continue
            if known[1] is ParticipantRole.PARTICIPANT and role is not known[1]:
                found[key] = (actor, role, known[2])
            if evidence not in known[2]:
                known[2].append(evidence)
    named = {country_of(annotations, actor) for key, (actor, _, _) in found.items() if key[0] == "person"}
    shown: set[str | None] = set()
    for key, (actor, role, evidence_of) in found.items():
        country = country_of(annotations, actor)
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
    first = encounter.first
    for code in sorted(encounter.countries - shown):
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
