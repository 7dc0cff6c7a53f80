"""A reading as one plain object: what `archive read` prints and what an evaluation compares with a gold file.

Spans are ``[start, end]``, half open, in Unicode code points of the text. Values that the text does not give are null.
Every list stands in the order of first mention; what is never mentioned (a body that is only entailed) comes last.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol, TypeVar

from archive.reading.facts import (
    Agreement,
    Evidence,
    Meeting,
    Mention,
    Organization,
    Participant,
    Party,
    Person,
    Quotation,
    Reading,
    Step,
)
from archive.values import MentionKind, PartialDate, Span, StepStatus

Object = dict[str, Any]

_WHO = ("person", "organization", "country")  # one of which every participant shown has
_KIND_ORDER = tuple(MentionKind)
_STEP_ORDER = tuple(StepStatus)


class _Mentioned(Protocol):
    @property
    def mentions(self) -> tuple[Mention, ...]: ...


class _Evidenced(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


_M = TypeVar("_M", bound=_Mentioned)
_E = TypeVar("_E", bound=_Evidenced)


def as_json(reading: Reading, text: str, *, document: str) -> Object:
    """The facts of ``text`` as an object that the standard ``json`` module can write."""
    return {
        "document": document,
        "title": reading.title.of(text) if reading.title else None,
        "persons": [_person(person) for person in _by_mention(reading.persons)],
        "organizations": [_organization(organization) for organization in _by_mention(reading.organizations)],
        "countries": [
            {"code": country.code, "mentions": _mention_spans(country.mentions)}
            for country in _by_mention(reading.countries)
        ],
        "places": [
            {"name": place.name, "country": place.country, "mentions": _mention_spans(place.mentions)}
            for place in _by_mention(reading.places)
        ],
        "meetings": [_meeting(meeting) for meeting in _by_evidence(reading.meetings)],
        "agreements": [_agreement(agreement) for agreement in _by_evidence(reading.agreements)],
        "quotations": [_quotation(quotation) for quotation in sorted(reading.quotations, key=lambda each: each.span)],
        "topics": [
            {"slug": topic.slug, "mentions": _mention_spans(topic.mentions)} for topic in _by_mention(reading.topics)
        ],
    }


def _person(person: Person) -> Object:
    """A person; epithets ("the head of the supervision authority") stand apart from the spans of the bare name."""
    names = [mention for mention in person.mentions if mention.kind is not MentionKind.EPITHET]
    epithets = [mention for mention in person.mentions if mention.kind is MentionKind.EPITHET]
    offices: list[Object] = []
    for appointment in person.appointments:
        office = appointment.office
        shown = {"title": office.title, "organization": _name(office.organization), "country": office.country}
        if shown not in offices:
            offices.append(shown)
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "offices": offices,
        "mentions": _mention_spans(names),
        "epithets": _mention_spans(epithets),
    }


def _organization(organization: Organization) -> Object:
    return {
        "name": organization.name,
        "aliases": list(organization.aliases),
        "kind": organization.kind.value,
        "country": organization.country,
        "mentions": _mention_spans(organization.mentions),
    }


def _meeting(meeting: Meeting) -> Object:
    return {
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "participants": [
            shown for each in meeting.participants if any((shown := _participant(each))[who] for who in _WHO)
        ],
        "place": meeting.place.name if meeting.place else None,
        **_date(meeting.date),
        "evidence": _evidence_spans(meeting.evidence),
    }


def _participant(participant: Participant) -> Object:
    """Who took part; the unnamed holder of a country's office takes part for that country."""
    office = participant.office
    return {
        "person": participant.person.name if participant.person else None,
        "organization": _name(participant.organization),
        "country": participant.country or (office.country if office else None),
        "role": participant.role.value,
    }


def _agreement(agreement: Agreement) -> Object:
    step = furthest_step(agreement.steps)
    return {
        "kind": agreement.kind.value,
        "status": step.status.value if step else None,
        "title": agreement.title,
        "parties": [_party(party) for party in agreement.parties],
        **_date(step.date if step else None),
        "evidence": _evidence_spans(agreement.evidence),
    }


def furthest_step(steps: Sequence[Step]) -> Step | None:
    """The step that an instrument has reached; of several reports of one step the one with the best-known date."""
    return max(
        steps,
        key=lambda step: (
            _STEP_ORDER.index(step.status),
            step.date is not None and step.date.edtf is not None,
            step.date is not None,
        ),
        default=None,
    )


def _party(party: Party) -> Object:
    return {
        "organization": _name(party.organization),
        "country": party.country,
        "role": party.role.value,
        "signatory": party.signatory.name if party.signatory else None,
    }


def _quotation(quotation: Quotation) -> Object:
    return {
        "speaker": quotation.speaker.name if quotation.speaker else None,
        "start": quotation.span.start,
        "end": quotation.span.end,
    }


def _name(organization: Organization | None) -> str | None:
    return organization.name if organization else None


def _date(date: PartialDate | None) -> Object:
    return {"date": date.edtf if date else None, "date_text": date.text if date else None}


def _mention_spans(mentions: Iterable[Mention]) -> list[list[int]]:
    """The spans, first the full forms, then the short ones, then the epithets, each in the order of the text."""
    ordered = sorted(mentions, key=lambda mention: (_KIND_ORDER.index(mention.kind), mention.span))
    return _lists(mention.span for mention in ordered)


def _evidence_spans(evidence: Iterable[Evidence]) -> list[list[int]]:
    return _lists(sorted(each.span for each in evidence))


def _lists(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in dict.fromkeys(spans)]


def _by_mention(things: Iterable[_M]) -> list[_M]:
    return sorted(things, key=lambda thing: _first(mention.span for mention in thing.mentions))


def _by_evidence(facts: Iterable[_E]) -> list[_E]:
    return sorted(facts, key=lambda fact: _first(each.span for each in fact.evidence))


def _first(spans: Iterable[Span]) -> float:
    return min((span.start for span in spans), default=float("inf"))
