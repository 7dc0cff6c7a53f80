"""Agreements: the instruments of a text as facts, with their parties and steps.

The parties of an instrument are those whom its title names, those who sign and the states they act for; where the text
names none, they are the two states that the text deals with.
"""

from collections.abc import Iterable, Iterator, Sequence

from archive.reading.agreements.likeness import BOTH, NO_PARTIES, ToldInstrument, add, is_one, name_again
from archive.reading.agreements.steps import Named, ToldStep, is_person
from archive.reading.facts import Agreement, Evidence, Meeting, Organization, Participant, Party, Person, Step
from archive.reading.matching.clauses import country_of, nth_day
from archive.reading.matching.open_phrases import is_open, means_persons
from archive.reading.matching.patterns import grammar
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.values import PartialDate, PartyRole, Span, StepStatus


def find_agreements(
    annotations: Annotations, steps: Sequence[ToldStep], named: Sequence[Named], meetings: tuple[Meeting, ...]
) -> tuple[Agreement, ...]:
    """The agreements of a text, in the order in which it tells them."""
    for step in steps:
        step.makers = list(_makers(annotations, step, meetings))
    told: list[ToldInstrument] = []
    for step in sorted(steps, key=lambda each: (each.headline, each.sentence)):
        add(told, step)
    for name in named:
        name_again(told, name)
    kept = sorted((each for each in told if is_one(each)), key=lambda each: each.first)
    for each in told:
        if not is_one(each):
            step = each.steps[0]
            annotations.reject(CandidateKind.AGREEMENT, step.span, step.rule, "it points to no instrument told here")
    return tuple(_fact(annotations, each, meetings) for each in kept)


def _makers(annotations: Annotations, step: ToldStep, meetings: tuple[Meeting, ...]) -> Iterator[Phrase]:
    """Those who make a step; open phrases stand for those who met: "the heads of the agencies signed"."""
    for maker in step.makers:
        if not is_open(maker):
            yield maker
            continue
        meeting = _meeting_before(meetings, step.span.start)
        for participant in _principals(meeting) if meeting else ():
            span, country = maker.span, participant.country
            if participant.person and means_persons(maker, annotations.layout.view):
                name, office = participant.person.name, participant.office
                yield Phrase(PhraseKind.PERSON, span, span, maker.rule, name, office, None, country)
            elif country:
                yield Phrase(PhraseKind.COUNTRY, span, span, maker.rule, country=country)


def _principals(meeting: Meeting) -> list[Participant]:
    """Those who met; who only came along is left out, where there are others."""
    joining = {pattern.name for pattern in grammar("meetings").patterns if pattern.gives.get("joins")}
    main = [each for each in meeting.participants if each.evidence[0].rule not in joining]
    return main if len(main) > 1 else list(meeting.participants)


def _meeting_before(meetings: tuple[Meeting, ...], position: int) -> Meeting | None:
    """The meeting told last before a place of the text, in which several took part."""
    best: tuple[int, Meeting | None] = (-1, None)
    for meeting in meetings:
        told = _told_before(meeting, position)
        if len(meeting.participants) > 1 and told > best[0]:
            best = told, meeting
    return best[1]


def _fact(annotations: Annotations, told: ToldInstrument, meetings: tuple[Meeting, ...]) -> Agreement:
    main = told.main
    parties = tuple(_parties(annotations, told, meetings))
    term = next((instrument.term for instrument in told.instruments if instrument.term), None)
    return Agreement(
        kind=main.kind,
        title=" ".join(main.title.of(annotations.layout.text).split()),
        parties=parties,
        steps=tuple(_steps(told, meetings)),
        evidence=tuple(_evidence(told)),
        term=term,
    )


def _evidence(told: ToldInstrument) -> Iterator[Evidence]:
    seen: set[Span] = set()
    for step in told.steps:
        if step.span not in seen:
            seen.add(step.span)
            yield Evidence(step.span, step.rule)
    for named in told.named:
        if named.span not in seen:
            seen.add(named.span)
            yield Evidence(named.span, "named again")


def _steps(told: ToldInstrument, meetings: tuple[Meeting, ...]) -> Iterator[Step]:
    """One step for each status; approval by a body of one side is no step of what is signed."""
    statuses = {step.status for step in told.steps}
    for status in StepStatus:
        steps = [step for step in told.steps if step.status is status]
        if not steps or (status is StepStatus.APPROVED and StepStatus.SIGNED in statuses):
            continue
        meeting = (
            _meeting_of(steps, meetings)
            if status in (StepStatus.SIGNED, StepStatus.APPROVED, StepStatus.PLANNED)
            else None
        )
        date = _best(step.date for step in steps)
        if date is None and meeting is not None and _happens_there(steps):
            day = next((step.day for step in steps if step.day is not None), None)
            date = nth_day(meeting.date, day) if meeting.date and day is not None else meeting.date
        yield Step(status, tuple(Evidence(step.span, step.rule) for step in steps), date=date, meeting=meeting)


def _best(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: (date.edtf is not None, len(date.edtf or "")), default=None)


def _happens_there(steps: list[ToldStep]) -> bool:
    """Whether an undated step is told as part of the meeting: by its own participants, in a main clause."""
    return any(step.makers or step.same_day for step in steps)


def _meeting_of(steps: list[ToldStep], meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The meeting at which a step was made: held just before in the text, with those who made it."""
    best: tuple[int, Meeting | None] = (-1, None)
    for step in steps:
        if step.date is not None and step.status is not StepStatus.PLANNED:
            continue
        makers = {maker.person for maker in step.makers if maker.person}
        for meeting in meetings:
            told = _told_before(meeting, step.span.start)
            people = {participant.person.name for participant in meeting.participants if participant.person}
            held = (meeting.status.value == "held") == (step.status is not StepStatus.PLANNED)
            if held and told > best[0] and (not makers or makers & people):
                best = told, meeting
    return best[1]


def _parties(annotations: Annotations, told: ToldInstrument, meetings: tuple[Meeting, ...]) -> Iterator[Party]:
    proposers = [step for step in told.steps if step.status is StepStatus.SUBMITTED or step.rule == "the author of"]
    addressees = [addressee for step in told.steps for addressee in step.addressees]
    found: dict[tuple[object, ...], Party] = {}
    named = [(actor, step) for step in told.steps for actor in step.instrument.parties]
    signed = any(step.signs() for step in told.steps)
    makers = [
        (maker, step)
        for step in told.steps
        if step not in proposers and not (signed and step.status is StepStatus.APPROVED)
        for maker in step.makers
    ]
    if any(
        address.organization for address in addressees
    ):  # a draft for an international body has an author, no parties
        for step in proposers:
            for maker in step.makers or _authors(told):
                _put(annotations, found, maker, step, PartyRole.PROPOSER)
        for addressee in addressees:
            _put(annotations, found, addressee, proposers[0] if proposers else told.steps[0], PartyRole.ADDRESSEE)
        yield from found.values()
        return
    for maker, step in makers:
        _put(annotations, found, maker, step, PartyRole.PARTY)
    for actor, step in named:
        _put(annotations, found, actor, step, PartyRole.PARTY)
    for step in proposers:
        for actor in [*step.makers, *step.addressees]:
            _put(annotations, found, actor, step, PartyRole.PARTY)
    states = {party.country for party in found.values() if party.country}
    if len(states) < 2 and not any(party.organization and not party.country for party in found.values()):
        step = told.steps[0]
        beside = _states_beside(annotations, step) if states else set()
        for code in sorted((beside if len(beside | states) == 2 else _context(meetings, step, states)) - states):
            found["state", code] = Party((Evidence(step.span, step.rule),), country=code)
    yield from found.values()


def _authors(told: ToldInstrument) -> list[Phrase]:
    """Whom a later naming calls the author: "the proposal by Russia"."""
    return [actor for named in told.named for actor in named.instrument.parties]


def _put(
    annotations: Annotations,
    found: dict[tuple[object, ...], Party],
    actor: Phrase,
    step: ToldStep,
    role: PartyRole,
) -> None:
    country = country_of(annotations, actor)
    person = annotations.person(actor.person) if is_person(actor) and actor.person else None
    body = actor.organization if actor.kind in (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION) else None
    evidence = (Evidence(step.span, step.rule),)
    if person is not None:
        body = _body_behind(actor, person) if country is None else None
        if country is not None or body is not None:
            signatory = person if step.signs() else None
            found.setdefault(
                ("person", person.name),
                Party(evidence, body, country, role, signatory, actor.office if signatory else None),
            )
    elif body is not None and body.members:  # a joint body acts for the bodies that make it up
        for member in (each.organization for each in body.members):
            found.setdefault(("body", member.name), Party(evidence, member, member.country, role))
    elif body is not None:
        found.setdefault(("body", body.name), Party(evidence, body, country, role))
    elif country is not None:
        found.setdefault(("state", country), Party(evidence, None, country, role))


def _body_behind(actor: Phrase, person: Person) -> Organization | None:
    """The body that somebody of no state acts for: of the office shown here, else of the only one in the text."""
    offices = [actor.office] if actor.office else [each.office for each in person.appointments]
    bodies = [office.organization for office in offices if office.organization]
    return bodies[0] if len(bodies) == 1 else None


def _states_beside(annotations: Annotations, step: ToldStep) -> set[str]:
    """The states that the sentence of a step names."""
    return {
        country.code
        for country in annotations.countries
        if any(mention.span in step.span for mention in country.mentions)
    }


def _context(meetings: tuple[Meeting, ...], step: ToldStep, states: set[str]) -> set[str]:
    """The two states that a text deals with where it names an instrument of theirs without parties."""
    best: tuple[int, set[str]] = (-1, set())
    for meeting in meetings:
        codes = {participant.country for participant in meeting.participants if participant.country}
        told = _told_before(meeting, step.span.start)
        if len(codes) > BOTH and step.status in NO_PARTIES:
            continue  # one of many proposes: the others are no parties yet
        if (
            states <= codes
            and len(codes) >= BOTH
            and (told > best[0] or not best[1])
            and (not states or len(codes) == BOTH)
        ):
            best = told, codes
    return best[1]


def _told_before(meeting: Meeting, position: int) -> int:
    """Where a meeting was told last before a place of the text; -1 where it was not."""
    return max((each.span.start for each in meeting.evidence if each.span.start <= position), default=-1)
