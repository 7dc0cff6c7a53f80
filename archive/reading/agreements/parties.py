"""Parties: who makes an instrument, and who signs for them.

They are those whom its title names, those who sign and the states they act for; where the text names none, the states
that it deals with: the two that met last or, for what a gathering adopts, those that gathered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.agreements.context import (
    dealt_with,
    is_by_chance,
    is_of_a_region,
    is_of_another_day,
    shared_body,
    told_before,
)
from archive.reading.agreements.likeness import BOTH, NO_PARTIES, ToldInstrument
from archive.reading.agreements.telling import ToldStep, is_person
from archive.reading.facts import Evidence, Meeting, Organization, Participant, Party, Person
from archive.reading.matching.clauses import country_of
from archive.reading.matching.open_phrases import FIRST_PERSON, is_open, means_persons
from archive.reading.matching.patterns import grammar
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import OrganizationKind, PartyRole, StepStatus


def makers_of(annotations: Annotations, step: ToldStep, meetings: tuple[Meeting, ...]) -> Iterator[Phrase]:
    """Those who make a step; open phrases stand for those who met: "the heads of the agencies signed"."""
    named = sum(each.person is not None and each.span in step.span for each in step.makers) >= BOTH
    for maker in step.makers:
        if named and (is_open(maker) or (step.by_office and maker.span not in step.span)):
            continue  # "by the heads, P and P": these are named
        if maker.rule == FIRST_PERSON and maker.person is None:
            house = None if step.consents or annotations.layout.is_quoted(maker.span) else annotations.house
            yield replace(maker, kind=PhraseKind.COUNTRY, country=house) if house else maker
            continue
        if not is_open(maker):
            yield _of_their_time(annotations, step, _with_side(annotations, maker), meetings)
            continue
        gathered = step.status is StepStatus.APPROVED or _means_many(maker, annotations.layout.view)
        meeting = _meeting_before(meetings, step.span.start, gathered=gathered)
        if meeting is None or (gathered and is_by_chance(meeting)):
            continue
        persons = means_persons(maker, annotations.layout.view) and not is_of_another_day(step, meeting.date)
        for participant in _principals(meeting):
            span, country = maker.span, participant.country
            if persons and participant.person:
                name, office = participant.person.name, participant.office
                yield Phrase(PhraseKind.PERSON, span, span, maker.rule, name, office, None, country)
            elif country:
                yield Phrase(PhraseKind.COUNTRY, span, span, maker.rule, country=country)
            elif not gathered and (body := shared_body(participant)):
                yield Phrase(PhraseKind.ORGANIZATION, span, span, maker.rule, organization=body)


def _principals(meeting: Meeting) -> list[Participant]:
    """Those who met; who only came along is left out, where there are others."""
    joining = {pattern.name for pattern in grammar("meetings").patterns if pattern.gives.get("joins")}
    main = [each for each in meeting.participants if each.evidence[0].rule not in joining]
    return main if len(main) > 1 else list(meeting.participants)


def _meeting_before(meetings: tuple[Meeting, ...], position: int, *, gathered: bool) -> Meeting | None:
    """The meeting told last before a place of the text, in which several took part.

    ``gathered``: one of more than two, where the text tells of one: "the participants" are not those who met beside.
    """
    best: tuple[bool, int, Meeting | None] = (False, -1, None)
    for meeting in meetings:
        told = told_before(meeting, position)
        many = gathered and len({each.country for each in meeting.participants if each.country}) > BOTH
        if len(meeting.participants) > 1 and told >= 0 and (many, told) > best[:2]:
            best = many, told, meeting
    return best[2]


def _of_their_time(annotations: Annotations, step: ToldStep, maker: Phrase, meetings: tuple[Meeting, ...]) -> Phrase:
    """A maker, or their state: "signed by the ministers in 2010" names nobody who met now."""
    if not step.by_office or maker.person is None or maker.span in step.span:
        return maker
    country = country_of(annotations, maker)
    days = (each.date for each in meetings if any(_is(who, maker) for who in each.participants))
    if country is None or not any(is_of_another_day(step, day) for day in days):
        return maker
    return Phrase(PhraseKind.COUNTRY, maker.span, maker.span, maker.rule, country=country)


def _is(participant: Participant, maker: Phrase) -> bool:
    return participant.person is not None and participant.person.name == maker.person


_ACTS_FOR = re.compile(r",? (?:for|on behalf of|of|from) (?:the )?")


def _with_side(annotations: Annotations, maker: Phrase) -> Phrase:
    """A person with the side that stands behind the name: "signed by P for Qatar, Q of the Ministry of Justice"."""
    if not is_person(maker) or country_of(annotations, maker) is not None:
        return maker
    side = _ACTS_FOR.match(annotations.layout.view, maker.core.end, maker.span.end)
    if side is None:
        return maker
    for body in annotations.organizations:
        if any(mention.span.start == side.end() for mention in body.mentions):
            return replace(maker, organization=body, country=body.country)
    for state in annotations.countries:
        if any(mention.span.start == side.end() for mention in state.mentions):
            return replace(maker, country=state.code)
    return maker


_MANY = re.compile(
    r"\b(?:participants|members|member states|delegates|delegations|attendees|heads of)\b", re.IGNORECASE
)
_FEW = re.compile(r"\b(?:two|both|three)\b", re.IGNORECASE)


def _means_many(phrase: Phrase, view: str) -> bool:
    """Whether an open phrase stands for all who gathered: "the participants", not "the two delegations"."""
    words = view[phrase.span.start : phrase.span.end + len(" of delegations")]
    return _MANY.search(words) is not None and _FEW.search(words) is None


_Parties = dict[tuple[object, ...], Party]


def parties_of(annotations: Annotations, told: ToldInstrument, meetings: tuple[Meeting, ...]) -> Iterator[Party]:
    """Who makes an instrument, with who signs for them; who proposes it and to whom."""
    proposers = [step for step in told.steps if step.status is StepStatus.SUBMITTED or step.rule == "the author of"]
    addressees = [addressee for step in told.steps for addressee in step.addressees]
    found: _Parties = {}
    named = [(actor, step) for step in told.steps for actor in step.instrument.parties]
    signed = any(step.signs() for step in told.steps)
    makers = [
        (maker, step)
        for step in told.steps
        if step not in proposers
        and not (signed and step.status is StepStatus.APPROVED)
        and not (step.status in NO_PARTIES and is_of_a_region(annotations, step.instrument))
        for maker in step.makers
        if not _consents(annotations, maker, step)
    ]
    if any(map(_is_shared, addressees)):  # a draft for an international body has an author, no parties
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
        for actor in [*step.makers, *(each for each in step.addressees if country_of(annotations, each))]:
            _put(annotations, found, actor, step, PartyRole.PARTY)
    found = _without_strangers(found, named, makers)
    _place_signatories(annotations, found, told)
    states = {party.country for party in found.values() if party.country}
    if len(states) < 2 and not any(party.organization and not party.country for party in found.values()):
        step = told.steps[0]
        meant = dealt_with(annotations, told, meetings, states)
        for code in sorted(meant - states):
            found["state", code] = Party((Evidence(step.span, step.rule),), country=code)
        if not (meant or named or step.status is StepStatus.APPROVED):
            _put_state_and_body(found, step, meetings)
        _place_signatories(annotations, found, told)
    yield from found.values()


def _put_state_and_body(found: _Parties, step: ToldStep, meetings: tuple[Meeting, ...]) -> None:
    """Add the two sides of the meeting told last where they are a state and a body of no one state."""
    meeting = _meeting_before(meetings, step.span.start, gathered=False)
    principals = _principals(meeting) if meeting is not None else []
    bodies = {body.name: body for each in principals if each.country is None and (body := shared_body(each))}
    states = {each.country for each in principals if each.country}
    named = {party.country or party.organization for party in found.values()}
    if len(bodies) == 1 and len(states) == 1 and named <= {*states, *bodies.values()}:
        evidence = (Evidence(step.span, step.rule),)
        for body in set(bodies.values()) - named:
            found["body", body.name] = Party(evidence, body)
        for code in states - named:
            found["state", code] = Party(evidence, country=code)


def _without_strangers(
    found: _Parties, named: Sequence[tuple[Phrase, ToldStep]], makers: Sequence[tuple[Phrase, ToldStep]]
) -> _Parties:
    """The parties without those whom only an epithet brings in: "between the two ministries", "the heads of both"."""
    sure = {_state_of(each) for each, step in (*makers, *named) if each.span in step.span}
    signed = {_state_of(maker) for maker, step in makers if step.signs()} - {None}
    known = sure if len(sure) >= BOTH else signed
    if len(known) < BOTH or None in known:
        return found
    called = {_state_of(each) for each, step in (*makers, *named) if each.span not in step.span}
    strange = called - known
    return {key: party for key, party in found.items() if party.country not in strange}


def _state_of(actor: Phrase) -> str | None:
    body = actor.organization
    return actor.country or (actor.office.country if actor.office else None) or (body.country if body else None)


def _is_shared(addressee: Phrase) -> bool:
    """Whether a draft is sent to a body of several states."""
    body = addressee.organization
    return body is not None and body.kind in (OrganizationKind.INTERNATIONAL, OrganizationKind.JOINT)


def _consents(annotations: Annotations, maker: Phrase, step: ToldStep) -> bool:
    """Whether a body at home only consents to what two states make: "the Cabinet approved S between Peru and Chile"."""
    states = {country_of(annotations, party) for party in step.instrument.parties} - {None}
    at_home = maker.organization is not None and country_of(annotations, maker) is None
    return step.status is StepStatus.APPROVED and len(states) >= BOTH and at_home


def _place_signatories(annotations: Annotations, found: _Parties, told: ToldInstrument) -> None:
    """Give each side without a signatory its own, where as many signed whose side the text does not say.

    "The heads of the offices of Peru and Chile, P and Q, signed": in the order in which the sides are named.
    """
    placed = {party.signatory.name for party in found.values() if party.signatory}
    signed = {each.person: (each, step) for step in told.steps if step.signs() for each in step.makers if each.person}
    left = [(actor, step) for name, (actor, step) in signed.items() if name not in placed and is_person(actor)]
    taken = {_side(party) for party in found.values() if party.signatory}
    free = {_side(party): party for party in found.values() if party.role is PartyRole.PARTY}
    sides = [party for side, party in free.items() if side not in taken]
    if not left or len(left) != len(sides) or len(free) != BOTH:
        return
    for (actor, step), side in zip(left, sides, strict=True):
        body = side.organization if side.country is None else None
        _put(annotations, found, replace(actor, country=side.country, organization=body), step, PartyRole.PARTY)


def _side(party: Party) -> str | None:
    """What tells one side of an instrument from the other: its state, or its body where that is of no state."""
    return party.country or (party.organization.name if party.organization else None)


def _authors(told: ToldInstrument) -> list[Phrase]:
    """Whom a later naming calls the author: "the proposal by Russia"."""
    return [actor for named in told.named for actor in named.instrument.parties]


def _put(
    annotations: Annotations,
    found: _Parties,
    actor: Phrase,
    step: ToldStep,
    role: PartyRole,
) -> None:
    country = country_of(annotations, actor)
    person = annotations.person(actor.person) if is_person(actor) and actor.person else None
    body = actor.organization if actor.kind in (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION) else None
    if actor.kind is PhraseKind.HOLDER and country is None and actor.office:
        body = actor.office.organization  # "the Secretary General of INTERPOL"
    evidence = (Evidence(step.span, step.rule),)
    if person is not None:
        body = (actor.organization or _body_behind(actor, person)) if country is None else None
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
