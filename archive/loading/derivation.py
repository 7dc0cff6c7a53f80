"""From one text and its reading to the rows that they give: pure, so it can be done in any process, in any order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from archive.loading import identity
from archive.loading.dates import bounds
from archive.loading.rows import Claim, DocumentRow, DocumentRows, EvidenceRow, JoinRow, MentionRow, QuotationRow
from archive.loading.texts import SourceText
from archive.reading.facts import (
    Agreement,
    Appointment,
    Evidence,
    Meeting,
    Mention,
    Office,
    Organization,
    Participant,
    Party,
    Person,
    Place,
    Quotation,
    Reading,
    Step,
    TopicOf,
)
from archive.values import MentionKind, PartialDate

_MENTION_KINDS = tuple(MentionKind)
_Row = TypeVar("_Row", Claim, JoinRow, MentionRow, EvidenceRow, QuotationRow)

JOINS = ("organization_members", "appointments", "meeting_topics", "agreement_topics", "document_topics")


def derive(source: SourceText, reading: Reading, *, reader_version: str) -> DocumentRows:
    """The rows that a text gives; ValueError when the reading breaks a rule of `archive.reading.facts`."""
    return _Derivation(source, reader_version).of(reading)


@dataclass(slots=True)
class _Derivation:
    """The rows of one document as they come up; facts are told apart as objects of one reading."""

    source: SourceText
    reader_version: str
    document_id: UUID = field(init=False)
    claims: dict[UUID, Claim] = field(default_factory=dict)
    joins: dict[str, dict[UUID, JoinRow]] = field(default_factory=lambda: {table: {} for table in JOINS})
    mentions: dict[UUID, MentionRow] = field(default_factory=dict)
    evidence: dict[UUID, EvidenceRow] = field(default_factory=dict)
    quotations: dict[UUID, QuotationRow] = field(default_factory=dict)
    known: dict[int, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document_id = identity.document_id(self.source.slug, self.source.sha256)

    def of(self, reading: Reading) -> DocumentRows:
        for person in reading.persons:
            self._mention("person_id", self._person(person), person.mentions)
        for organization in reading.organizations:
            self._mention("organization_id", self._organization(organization), organization.mentions)
        for country in reading.countries:
            self._mention("country_code", country.code, country.mentions)
        for place in reading.places:
            self._mention("place_id", self._place(place), place.mentions)
        for topic in reading.topics:
            self._join("document_topics", self.document_id, topic.slug)
            self._mention("topic_slug", topic.slug, topic.mentions)
        self._facts(reading)
        return DocumentRows(
            document=self._document(reading),
            claims=_sorted(self.claims),
            joins={table: _sorted(rows) for table, rows in self.joins.items()},
            mentions=_sorted(self.mentions),
            evidence=_sorted(self.evidence),
            quotations=_sorted(self.quotations),
        )

    def _facts(self, reading: Reading) -> None:
        """Ids first: a meeting may be part of another, and a step may belong to a meeting."""
        sha256 = self.source.sha256
        meeting_ids = identity.meeting_ids(reading.meetings, sha256)
        agreement_ids = identity.agreement_ids(reading.agreements, sha256)
        self.known.update(zip(map(_object, reading.meetings), meeting_ids, strict=True))
        self.known.update(zip(map(_object, reading.agreements), agreement_ids, strict=True))
        for meeting in reading.meetings:
            self._meeting(meeting)
        for agreement in reading.agreements:
            self._agreement(agreement)
        for quotation in reading.quotations:
            self._quotation(quotation)

    def _document(self, reading: Reading) -> DocumentRow:
        source = self.source
        title = " ".join(reading.title.of(source.text).split()) if reading.title else None
        return DocumentRow(
            id=self.document_id,
            slug=source.slug,
            text=source.text,
            sha256=source.sha256,
            title=title or None,
            source_id=self._publisher(),
            url=source.url,
            language=source.language,
            published_edtf=source.published,
            reader_version=self.reader_version,
        )

    def _publisher(self) -> UUID | None:
        if self.source.publisher is None:
            return None
        source_id = identity.source_id(self.source.publisher)
        self._claim("sources", source_id, name=self.source.publisher, url=_site(self.source.url))
        return source_id

    # Who and where.

    def _person(self, person: Person) -> UUID:
        if (known := self.known.get(_object(person))) is not None:
            return known
        person_id = self.known[_object(person)] = identity.person_id(person.name)
        forms = _forms(person.name, *person.aliases)
        self._claim("persons", person_id, name=person.name, name_key=identity.fold(person.name), names=forms)
        for appointment in person.appointments:
            self._appointment(person_id, appointment)
        return person_id

    def _appointment(self, person_id: UUID, appointment: Appointment) -> None:
        appointment_id = self._join("appointments", person_id, self._office(appointment.office))
        self._support("appointment_id", appointment_id, appointment.evidence)

    def _organization(self, organization: Organization) -> UUID:
        if (known := self.known.get(_object(organization))) is not None:
            return known
        organization_id = self.known[_object(organization)] = identity.organization_id(organization)
        self._claim(
            "organizations",
            organization_id,
            name=organization.name,
            name_key=identity.fold(organization.canonical),
            acronym=organization.acronym,
            kind=organization.kind.value,
            country_code=organization.country,
            part_of_id=self._organization(organization.part_of) if organization.part_of else None,
            names=_forms(organization.name, *organization.aliases, organization.acronym or ""),
        )
        for membership in organization.members:
            member = self._join("organization_members", organization_id, self._organization(membership.organization))
            self._support("organization_member_id", member, membership.evidence)
        return organization_id

    def _office(self, office: Office) -> UUID:
        if (known := self.known.get(_object(office))) is not None:
            return known
        office_id = self.known[_object(office)] = identity.office_id(office)
        organization_id = self._organization(office.organization) if office.organization else None
        self._claim(
            "offices",
            office_id,
            title=office.title,
            title_key=identity.fold(office.title),
            organization_id=organization_id,
            country_code=office.country,
        )
        return office_id

    def _place(self, place: Place) -> UUID:
        place_id = identity.place_id(place.name, place.country)
        self._claim("places", place_id, name=place.name, name_key=identity.fold(place.name), country_code=place.country)
        return place_id

    # What happened.

    def _meeting(self, meeting: Meeting) -> None:
        meeting_id = self.known[_object(meeting)]
        self._claim(
            "meetings",
            meeting_id,
            kind=meeting.kind.value,
            status=meeting.status.value,
            title=meeting.title,
            place_id=self._place(meeting.place) if meeting.place else None,
            part_of_id=self._fact(meeting.part_of, but_not=meeting_id),
            **_date("date", meeting.date),
        )
        self._support("meeting_id", meeting_id, meeting.evidence)
        for participant in meeting.participants:
            self._participant(meeting_id, participant)
        self._topics("meeting_topics", "meeting_topic_id", meeting_id, meeting.topics)

    def _participant(self, meeting_id: UUID, participant: Participant) -> None:
        participant_id = identity.participant_id(meeting_id, participant)
        self._claim(
            "meeting_participants",
            participant_id,
            meeting_id=meeting_id,
            person_id=self._person(participant.person) if participant.person else None,
            office_id=self._office(participant.office) if participant.office else None,
            organization_id=self._organization(participant.organization) if participant.organization else None,
            country_code=participant.country,
            role=participant.role.value,
        )
        self._support("meeting_participant_id", participant_id, participant.evidence)

    def _agreement(self, agreement: Agreement) -> None:
        agreement_id = self.known[_object(agreement)]
        if not agreement.steps:
            raise ValueError("the reading gives an agreement without a step")
        self._claim(
            "agreements",
            agreement_id,
            kind=agreement.kind.value,
            title=agreement.title,
            part_of_id=self._fact(agreement.part_of, but_not=agreement_id),
            **_date("term", agreement.term),
        )
        self._support("agreement_id", agreement_id, agreement.evidence)
        for party in agreement.parties:
            self._party(agreement_id, party)
        for step in agreement.steps:
            self._step(agreement_id, step)
        self._topics("agreement_topics", "agreement_topic_id", agreement_id, agreement.topics)

    def _party(self, agreement_id: UUID, party: Party) -> None:
        party_id = identity.party_id(agreement_id, party)
        self._claim(
            "agreement_parties",
            party_id,
            agreement_id=agreement_id,
            organization_id=self._organization(party.organization) if party.organization else None,
            country_code=party.country,
            role=party.role.value,
            signatory_id=self._person(party.signatory) if party.signatory else None,
            signatory_office_id=self._office(party.signatory_office) if party.signatory_office else None,
        )
        self._support("agreement_party_id", party_id, party.evidence)

    def _step(self, agreement_id: UUID, step: Step) -> None:
        step_id = identity.key("agreement_step", agreement_id, step.status.value)
        self._claim(
            "agreement_steps",
            step_id,
            agreement_id=agreement_id,
            status=step.status.value,
            meeting_id=self._fact(step.meeting),
            **_date("date", step.date),
        )
        self._support("agreement_step_id", step_id, step.evidence)

    def _quotation(self, quotation: Quotation) -> None:
        span = quotation.span
        quotation_id = identity.key("quotation", self.document_id, span.start, span.end)
        speaker_id = self._person(quotation.speaker) if quotation.speaker else None
        self.quotations.setdefault(
            quotation_id,
            QuotationRow(
                quotation_id, self.document_id, span.start, span.end, speaker_id, self._fact(quotation.meeting)
            ),
        )
        self._support("quotation_id", quotation_id, quotation.evidence)

    def _topics(self, table: str, target: str, fact_id: UUID, topics: Iterable[TopicOf]) -> None:
        for topic in topics:
            self._support(target, self._join(table, fact_id, topic.slug), topic.evidence)

    def _fact(self, fact: Meeting | Agreement | None, *, but_not: UUID | None = None) -> UUID | None:
        """The id of a fact of the same reading; two that came out as one are not part of each other."""
        if fact is None:
            return None
        if (found := self.known.get(_object(fact))) is None:
            raise ValueError(f"the reading refers to a {type(fact).__name__.lower()} that it does not list")
        return None if found == but_not else found

    # Rows.

    def _claim(self, table: str, subject_id: UUID, **content: UUID | str | Sequence[str] | None) -> None:
        said = {name: value for name, value in content.items() if value is not None}
        text = json.dumps(said, default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        claim_id = identity.key("claim", table, subject_id, text)
        self.claims[claim_id] = Claim(claim_id, table, subject_id, text)

    def _join(self, table: str, one: UUID, other: UUID | str) -> UUID:
        join_id = identity.key(table.removesuffix("s"), one, other)
        self.joins[table][join_id] = JoinRow(join_id, one, other)
        return join_id

    def _mention(self, target: str, target_id: UUID | str, mentions: Iterable[Mention]) -> None:
        """One row for each span, of the kind that says most."""
        for mention in sorted(mentions, key=lambda each: _MENTION_KINDS.index(each.kind)):
            start, end = mention.span.start, mention.span.end
            mention_id = identity.key("mention", self.document_id, start, end, target, target_id)
            self.mentions.setdefault(
                mention_id, MentionRow(mention_id, self.document_id, start, end, mention.kind.value, target, target_id)
            )

    def _support(self, target: str, target_id: UUID, evidence: Iterable[Evidence]) -> None:
        some = False
        for each in evidence:
            some = True
            start, end = each.span.start, each.span.end
            evidence_id = identity.key("evidence", self.document_id, start, end, each.rule, target, target_id)
            self.evidence[evidence_id] = EvidenceRow(
                evidence_id, self.document_id, start, end, each.rule, target, target_id
            )
        if not some and target != "quotation_id":
            raise ValueError(f"the reading gives no evidence for a {target.removesuffix('_id').replace('_', ' ')}")


def _object(fact: object) -> int:
    """What tells the objects of one reading apart; their own equality would compare whole trees."""
    return id(fact)


def _sorted(rows: Mapping[UUID, _Row]) -> tuple[_Row, ...]:
    return tuple(rows[key] for key in sorted(rows))


def _date(prefix: str, date: PartialDate | None) -> dict[str, str | None]:
    if date is None:
        return {}
    if date.edtf is not None:
        bounds(date.edtf)  # Raises for what is no date, while it is still clear which text said so.
    return {f"{prefix}_text": date.text, f"{prefix}_edtf": date.edtf, f"{prefix}_basis": date.basis.value}


def _forms(*names: str) -> list[str]:
    return sorted({spaced for name in names if (spaced := " ".join(name.split()))})


def _site(url: str | None) -> str | None:
    """The site that a document was published on."""
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else None
