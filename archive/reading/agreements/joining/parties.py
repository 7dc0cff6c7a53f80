"""Parties: who makes an instrument, and who signs for them.

They are those whom its title names, those who sign and the states they act for; where the text names none, the states
that it deals with: the two that met last or, for what a gathering adopts, those that gathered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.agreements.joining.implied_states import (
    Sides,
    dealt_with,
    is_by_chance,
    is_of_a_region,
    shared_body,
)
from archive.reading.agreements.joining.likeness import BOTH, ToldInstrument
from archive.reading.agreements.joining.open_makers import meeting_before, principals
from archive.reading.agreements.kinds import NO_PARTIES, SHARED_BODIES
from archive.reading.agreements.lexicon import words_for
from archive.reading.agreements.telling import StepTelling, is_person
from archive.reading.facts import Evidence, Meeting, Organization, Party, Person
from archive.reading.matching.clauses import country_of
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import PartyRole, StepStatus

_Parties = dict[tuple[object, ...], Party]


def parties_of(
    annotations: Annotations, told: ToldInstrument, meetings: tuple[Meeting, ...], sides: Sides
) -> Iterator[Party]:
    """Who makes an instrument, with who signs for them; who proposes it and to whom."""
    proposers = [step for step in told.steps if step.status is StepStatus.SUBMITTED or step.proposes]
    if any(_is_shared(addressee) for step in told.steps for addressee in step.addressees):
        yield from _author_and_addressee(annotations, told, proposers).values()
        return
    found: _Parties = {}
    named = [(actor, step) for step in told.steps for actor in step.instrument.parties]
    makers = _makers(annotations, told, proposers)
    for maker, step in makers:
        _put(annotations, found, _or_its_state(annotations, maker, step), step, PartyRole.PARTY, told.signs(step))
    for actor, step in named:
        _put(annotations, found, _as_side(annotations, actor), step, PartyRole.PARTY, told.signs(step))
    for step in proposers:
        for actor in [*step.makers, *(each for each in step.addressees if country_of(annotations, each))]:
            _put(annotations, found, actor, step, PartyRole.PARTY, told.signs(step))
    found = _without_strangers(found, named, makers)
    _place_signatories(annotations, found, told)
    states = {party.country for party in found.values() if party.country}
    if len(states) < BOTH and not any(party.organization and _is_of_no_state(party) for party in found.values()):
        meant = dealt_with(annotations, told, meetings, states, sides) - states
        meant -= _give_state(found, meant) if states else set()
        for code in sorted(meant):
            found["state", code] = Party((Evidence(told.steps[0].span, told.steps[0].rule),), country=code)
        if not (meant or named or told.steps[0].status is StepStatus.APPROVED):
            _put_state_and_body(found, told.steps[0], meetings)
        _place_signatories(annotations, found, told)
    signed_for = {party.country for party in found.values() if party.signatory}
    yield from (party for key, party in found.items() if key[0] != "state" or party.country not in signed_for)


def _makers(
    annotations: Annotations, told: ToldInstrument, proposers: Sequence[StepTelling]
) -> list[tuple[Phrase, StepTelling]]:
    """Those who make an instrument, each with the step that tells it."""
    signed = any(step.signs() for step in told.steps)
    return [
        (maker, step)
        for step in told.steps
        if step not in proposers
        and not (signed and step.status is StepStatus.APPROVED)
        and not (step.status in NO_PARTIES and is_of_a_region(annotations, step.instrument))
        for maker in step.makers
        if not _consents(annotations, maker, step)
    ]


def _author_and_addressee(annotations: Annotations, told: ToldInstrument, proposers: Sequence[StepTelling]) -> _Parties:
    """Who wrote a draft for an international body, and the body: it has no parties yet."""
    found: _Parties = {}
    for step in proposers:
        for maker in step.makers or _authors(told):
            _put(annotations, found, maker, step, PartyRole.PROPOSER, told.signs(step))
    first = proposers[0] if proposers else told.steps[0]
    for addressee in (each for step in told.steps for each in step.addressees):
        _put(annotations, found, addressee, first, PartyRole.ADDRESSEE)
    return found


_HOUSE = re.compile(rf"\b(?:{'|'.join(sorted(words_for('houses')))})\b", re.IGNORECASE)


def _or_its_state(annotations: Annotations, maker: Phrase, step: StepTelling) -> Phrase:
    """A maker, or the state for which a house approves what it makes: "ratified by the Senate of Chile"."""
    body = maker.organization
    country = country_of(annotations, maker)
    if step.status is not StepStatus.APPROVED or body is None or country is None or not _HOUSE.search(body.name):
        return maker
    return replace(maker, kind=PhraseKind.COUNTRY, organization=None, person=None, country=country)


def _as_side(annotations: Annotations, party: Phrase) -> Phrase:
    """Whom a title names behind "with" or "between": the state, where it is a pronoun: "with his commission"."""
    if party.kind is not PhraseKind.PRONOUN:
        return party
    return replace(party, kind=PhraseKind.COUNTRY, person=None, country=country_of(annotations, party))


def _is_of_no_state(party: Party) -> bool:
    """Whether a party is a body that acts for no state: a body of several, not one whose state is not told."""
    body = party.organization
    return party.country is None and (body is None or body.kind in SHARED_BODIES or party.signatory is None)


def _give_state(found: _Parties, states: set[str]) -> set[str]:
    """Give the only body without a state the only state that is left; the states that were given."""
    without = [key for key, party in found.items() if party.organization and party.country is None]
    if len(without) != 1 or len(states) != 1:
        return set()
    (code,) = states
    found[without[0]] = replace(found[without[0]], country=code)
    return states


def _put_state_and_body(found: _Parties, step: StepTelling, meetings: tuple[Meeting, ...]) -> None:
    """Add the two sides of the meeting told last where they are a state and a body of no one state."""
    meeting = meeting_before(meetings, step.span.start, gathered=False)
    leading = principals(meeting) if meeting is not None and not is_by_chance(meeting) else []
    bodies = {body.name: body for each in leading if each.country is None and (body := shared_body(each))}
    states = {each.country for each in leading if each.country}
    named = {party.country or party.organization for party in found.values()}
    if len(bodies) == 1 and len(states) == 1 and named <= {*states, *bodies.values()}:
        evidence = (Evidence(step.span, step.rule),)
        for body in set(bodies.values()) - named:
            found["body", body.name] = Party(evidence, body)
        for code in states - named:
            found["state", code] = Party(evidence, country=code)


def _without_strangers(
    found: _Parties, named: Sequence[tuple[Phrase, StepTelling]], makers: Sequence[tuple[Phrase, StepTelling]]
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
    return body is not None and body.kind in SHARED_BODIES


def _consents(annotations: Annotations, maker: Phrase, step: StepTelling) -> bool:
    """Whether a body at home only consents to what two states make: "the Cabinet approved S between Peru and Chile"."""
    states = {country_of(annotations, party) for party in step.instrument.parties} - {None}
    at_home = maker.organization is not None and country_of(annotations, maker) is None
    return step.status is StepStatus.APPROVED and len(states) >= BOTH and at_home


def _place_signatories(annotations: Annotations, found: _Parties, told: ToldInstrument) -> None:
    """Give each side without a signatory its own, where as many signed whose side the text does not say.

    "The heads of the offices of Peru and Chile, P and Q, signed": in the order in which the sides are named.
    """
    placed = {party.signatory.name for party in found.values() if party.signatory}
    signed = {
        each.person: (each, step) for step in told.steps if told.signs(step) for each in step.makers if each.person
    }
    left = [(actor, step) for name, (actor, step) in signed.items() if name not in placed and is_person(actor)]
    taken = {_side(party) for party in found.values() if party.signatory}
    free = {_side(party): party for party in found.values() if party.role is PartyRole.PARTY}
    sides = [party for side, party in free.items() if side not in taken]
    if not left or len(left) != len(sides) or len(free) != BOTH:
        return
    for (actor, step), side in zip(left, sides, strict=True):
        body = side.organization if side.country is None else None
        signer = replace(actor, country=side.country, organization=body)
        _put(annotations, found, signer, step, PartyRole.PARTY, signs=True)


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
    step: StepTelling,
    role: PartyRole,
    signs: bool = False,  # whether who makes it put or will put a name to it
) -> None:
    country = country_of(annotations, actor)
    person = annotations.person(actor.person) if is_person(actor) and actor.person else None
    body = actor.organization if actor.kind in (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION) else None
    if actor.kind is PhraseKind.HOLDER and country is None and actor.office:
        body = actor.office.organization  # "the Secretary General of INTERPOL"
    evidence = (Evidence(step.span, step.rule),)
    if person is not None and country is not None and not signs:
        found.setdefault(("state", country), Party(evidence, None, country, role))
    elif person is not None:
        body = (actor.organization or _body_behind(actor, person)) if country is None else None
        if country is not None or body is not None:
            signatory = person if signs else None
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
