"""From one text and its reading to the rows that they give: pure, so it can be done in any process, in any order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import UUID

from archive.folding import fold
from archive.loading import identity
from archive.loading.dates import bounds
from archive.loading.gathering import Gathering
from archive.loading.rows import DocumentRow, DocumentRows
from archive.loading.texts import SourceText
from archive.reading.facts import (
    Agreement,
    Appointment,
    Meeting,
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
from archive.values import PartialDate


def derive(source: SourceText, reading: Reading, *, reader_version: str) -> DocumentRows:
    """The rows that a text gives; ValueError when the reading breaks a rule of `archive.reading.facts`."""
    return _Derivation(source, reader_version).of(reading)


@dataclass(slots=True)
class _Derivation:
    """The rows of one document as they come up; facts are told apart as objects of one reading."""

    source: SourceText
    reader_version: str
    document_id: UUID = field(init=False)
    rows: Gathering = field(init=False)
    known: dict[int, UUID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document_id = identity.document_id(self.source.slug, self.source.sha256)
        self.rows = Gathering(self.document_id)

    def of(self, reading: Reading) -> DocumentRows:
        for person in reading.persons:
            self.rows.mention("person_id", self._person(person), person.mentions)
        for organization in reading.organizations:
            self.rows.mention("organization_id", self._organization(organization), organization.mentions)
        for country in reading.countries:
            self.rows.mention("country_code", country.code, country.mentions)
        for place in reading.places:
            self.rows.mention("place_id", self._place(place), place.mentions)
        for topic in reading.topics:
            self.rows.join("document_topics", self.document_id, topic.slug)
            self.rows.mention("topic_slug", topic.slug, topic.mentions)
        self._facts(reading)
        return self.rows.of(self._document(reading))

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
            collection=source.collection,
        )

    def _publisher(self) -> UUID | None:
        if self.source.publisher is None:
            return None
        source_id = identity.source_id(self.source.publisher)
        self.rows.claim("sources", source_id, name=self.source.publisher, url=_site(self.source.url))
        return source_id

    # Who and where.

    def _person(self, person: Person) -> UUID:
        if (known := self.known.get(_object(person))) is not None:
            return known
        person_id = self.known[_object(person)] = identity.person_id(person.name)
        forms = _forms(person.name, *person.aliases)
        self.rows.claim("persons", person_id, name=person.name, name_key=fold(person.name), names=forms)
        for appointment in person.appointments:
            self._appointment(person_id, appointment)
        return person_id

    def _appointment(self, person_id: UUID, appointment: Appointment) -> None:
        appointment_id = self.rows.join("appointments", person_id, self._office(appointment.office))
        self.rows.support("appointment_id", appointment_id, appointment.evidence)

    def _organization(self, organization: Organization) -> UUID:
        if (known := self.known.get(_object(organization))) is not None:
            return known
        organization_id = self.known[_object(organization)] = identity.organization_id(organization)
        self.rows.claim(
            "organizations",
            organization_id,
            name=organization.name,
            name_key=fold(organization.canonical),
            acronym=organization.acronym,
            kind=organization.kind.value,
            country_code=organization.country,
            part_of_id=self._organization(organization.part_of) if organization.part_of else None,
            names=_forms(organization.name, *organization.aliases, organization.acronym or ""),
        )
        for membership in organization.members:
            member = self.rows.join(
                "organization_members", organization_id, self._organization(membership.organization)
            )
            self.rows.support("organization_member_id", member, membership.evidence)
        return organization_id

    def _office(self, office: Office) -> UUID:
        if (known := self.known.get(_object(office))) is not None:
            return known
        office_id = self.known[_object(office)] = identity.office_id(office)
        organization_id = self._organization(office.organization) if office.organization else None
        self.rows.claim(
            "offices",
            office_id,
            title=office.title,
            title_key=fold(office.title),
            organization_id=organization_id,
            country_code=office.country,
        )
        return office_id

    def _place(self, place: Place) -> UUID:
        place_id = identity.place_id(place.name, place.country)
        self.rows.claim("places", place_id, name=place.name, name_key=fold(place.name), country_code=place.country)
        return place_id

    # What happened.

    def _meeting(self, meeting: Meeting) -> None:
        meeting_id = self.known[_object(meeting)]
        self.rows.claim(
            "meetings",
            meeting_id,
            kind=meeting.kind.value,
            status=meeting.status.value,
            title=meeting.title,
            place_id=self._place(meeting.place) if meeting.place else None,
            part_of_id=self._fact(meeting.part_of, but_not=meeting_id),
            **_date("date", meeting.date),
        )
        self.rows.support("meeting_id", meeting_id, meeting.evidence, meeting_status=meeting.status.value)
        for participant in meeting.participants:
            self._participant(meeting_id, participant)
        self._topics("meeting_topics", "meeting_topic_id", meeting_id, meeting.topics)

    def _participant(self, meeting_id: UUID, participant: Participant) -> None:
        participant_id = identity.participant_id(meeting_id, participant)
        self.rows.claim(
            "meeting_participants",
            participant_id,
            meeting_id=meeting_id,
            person_id=self._person(participant.person) if participant.person else None,
            office_id=self._office(participant.office) if participant.office else None,
            organization_id=self._organization(participant.organization) if participant.organization else None,
            country_code=participant.country,
            role=participant.role.value,
        )
        self.rows.support("meeting_participant_id", participant_id, participant.evidence)

    def _agreement(self, agreement: Agreement) -> None:
        agreement_id = self.known[_object(agreement)]
        if not agreement.steps:
            raise ValueError("the reading gives an agreement without a step")
        self.rows.claim(
            "agreements",
            agreement_id,
            kind=agreement.kind.value,
            title=agreement.title,
            part_of_id=self._fact(agreement.part_of, but_not=agreement_id),
            **_date("term", agreement.term),
        )
        self.rows.support("agreement_id", agreement_id, agreement.evidence)
        for party in agreement.parties:
            self._party(agreement_id, party)
        for step in agreement.steps:
            self._step(agreement_id, step)
        self._topics("agreement_topics", "agreement_topic_id", agreement_id, agreement.topics)

    def _party(self, agreement_id: UUID, party: Party) -> None:
        party_id = identity.party_id(agreement_id, party)
        self.rows.claim(
            "agreement_parties",
            party_id,
            agreement_id=agreement_id,
            organization_id=self._organization(party.organization) if party.organization else None,
            country_code=party.country,
            role=party.role.value,
            signatory_id=self._person(party.signatory) if party.signatory else None,
            signatory_office_id=self._office(party.signatory_office) if party.signatory_office else None,
        )
        self.rows.support("agreement_party_id", party_id, party.evidence)

    def _step(self, agreement_id: UUID, step: Step) -> None:
        step_id = identity.key("agreement_step", agreement_id, step.status.value)
        self.rows.claim(
            "agreement_steps",
            step_id,
            agreement_id=agreement_id,
            status=step.status.value,
            meeting_id=self._fact(step.meeting),
            **_date("date", step.date),
        )
        self.rows.support("agreement_step_id", step_id, step.evidence)

    def _quotation(self, quotation: Quotation) -> None:
        span = quotation.span
        quotation_id = identity.key("quotation", self.document_id, span.start, span.end)
        speaker_id = self._person(quotation.speaker) if quotation.speaker else None
        self.rows.quote(quotation_id, span, speaker_id, self._fact(quotation.meeting))
        self.rows.support("quotation_id", quotation_id, quotation.evidence)

    def _topics(self, table: str, target: str, fact_id: UUID, topics: Iterable[TopicOf]) -> None:
        for topic in topics:
            self.rows.support(target, self.rows.join(table, fact_id, topic.slug), topic.evidence)

    def _fact(self, fact: Meeting | Agreement | None, *, but_not: UUID | None = None) -> UUID | None:
        """The id of a fact of the same reading; two that came out as one are not part of each other."""
        if fact is None:
            return None
        if (found := self.known.get(_object(fact))) is None:
            raise ValueError(f"the reading refers to a {type(fact).__name__.lower()} that it does not list")
        return None if found == but_not else found


def _object(fact: object) -> int:
    """What tells the objects of one reading apart; their own equality would compare whole trees."""
    return id(fact)


def _date(prefix: str, date: PartialDate | None) -> dict[str, str | None]:
    if date is None:
        return {}
    if date.edtf is not None:
        bounds(date.edtf)  # Raises for what is no date, while it is still clear which text said so.
    return {f"{prefix}_text": date.text, f"{prefix}_edtf": date.edtf, f"{prefix}_basis": date.basis.value}


def _forms(*names: str) -> list[str]:
    return sorted({spaced for name in names if (spaced := " ".join(name.split()))})


def _site(url: str | None) -> str | None:
    """The site that a document was published on; none of an address that does not read as one."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else None
