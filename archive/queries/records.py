"""Records: what is known of one thing, section by section."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from archive.models import (
    Agreement,
    AgreementParty,
    AgreementStep,
    AgreementTopic,
    Appointment,
    Country,
    Document,
    Evidence,
    Meeting,
    MeetingParticipant,
    MeetingTopic,
    Mention,
    Office,
    Organization,
    OrganizationMember,
    Person,
    Place,
    Quotation,
    Topic,
)
from archive.queries import sections
from archive.queries.finding import Kind
from archive.queries.folded import alphabetically
from archive.queries.sections import Facts
from archive.queries.wording import (
    agreement_date,
    agreement_in_words,
    joined,
    meeting_date,
    meeting_in_words,
    office_in_words,
    place_in_words,
)


def record(kind: Kind, id_: str) -> dict[str, Facts]:
    """What is known of a thing: sections in the order in which a person would ask.

    Columns: kind and id of the other thing, date (EDTF, else its wording), attested (the dates of the texts that show
    an office), words, proven_by, fact_ids.
    """
    return _RECORDS[kind](id_)


def _person(id_: str) -> dict[str, Facts]:
    person = UUID(id_)
    return {
        "offices": sections.appointments(Appointment.person_id == person, office_in_words()),
        "meetings": sections.meetings(MeetingParticipant.person_id == person),
        "agreements": sections.agreements(AgreementParty.signatory_id == person),
        "statements": sections.statements(Quotation.speaker_id == person, Document.title),
        "documents": sections.documents(Mention.person_id == person),
    }


def _organization(id_: str) -> dict[str, Facts]:
    body = UUID(id_)
    took_part = or_(
        MeetingParticipant.organization_id == body, sections.office_of_participant(Office.organization_id == body)
    )
    return {
        "members": sections.members(OrganizationMember.organization_id == body, OrganizationMember.member_id),
        "member of": sections.members(OrganizationMember.member_id == body, OrganizationMember.organization_id),
        "offices": sections.appointments(Office.organization_id == body, joined(Person.name, Office.title)),
        "meetings": sections.meetings(took_part),
        "agreements": sections.agreements(AgreementParty.organization_id == body),
        "documents": sections.documents(Mention.organization_id == body),
    }


def _country(code: str) -> dict[str, Facts]:
    bodies = select(Organization.id).where(Organization.country_code == code)
    took_part = or_(
        MeetingParticipant.country_code == code,
        MeetingParticipant.organization_id.in_(bodies),
        sections.office_of_participant(Office.country_code == code),
    )
    is_party = or_(AgreementParty.country_code == code, AgreementParty.organization_id.in_(bodies))
    holds = or_(Office.country_code == code, Office.organization_id.in_(bodies))
    return {
        "offices": sections.appointments(holds, joined(Person.name, office_in_words())),
        "meetings": sections.meetings(took_part),
        "agreements": sections.agreements(is_party),
        "documents": sections.documents(Mention.country_code == code),
    }


def _place(id_: str) -> dict[str, Facts]:
    place = UUID(id_)
    here = sections.facts(
        Kind.MEETING, Meeting.id, meeting_date(), meeting_in_words(), "meeting_id", sections.one(Meeting.id)
    )
    return {
        "meetings": here.where(Meeting.place_id == place).order_by(Meeting.date_during, Meeting.id),
        "documents": sections.documents(Mention.place_id == place),
    }


def _topic(slug: str) -> dict[str, Facts]:
    return {
        "meetings": sections.meetings(MeetingTopic.topic_slug == slug, MeetingTopic, "meeting_topic_id"),
        "agreements": sections.agreements(AgreementTopic.topic_slug == slug, AgreementTopic, "agreement_topic_id"),
        "documents": sections.documents(Mention.topic_slug == slug),
    }


def _meeting(id_: str) -> dict[str, Facts]:
    meeting, part = UUID(id_), aliased(Meeting)
    itself = sections.facts(
        Kind.MEETING, Meeting.id, meeting_date(), meeting_in_words(), "meeting_id", sections.one(Meeting.id)
    )
    topics = sections.facts(
        Kind.TOPIC, Topic.slug, None, Topic.label, "meeting_topic_id", sections.one(MeetingTopic.id)
    )
    return {
        "meeting": itself.where(Meeting.id == meeting),
        "part of": itself.join(part, part.part_of_id == Meeting.id).where(part.id == meeting),
        "parts": itself.where(Meeting.part_of_id == meeting).order_by(Meeting.date_during, Meeting.id),
        "participants": sections.participants(MeetingParticipant.meeting_id == meeting),
        "topics": topics.join_from(MeetingTopic, Topic)
        .where(MeetingTopic.meeting_id == meeting)
        .order_by(*alphabetically(Topic.label)),
        "agreements": sections.steps(AgreementStep.meeting_id == meeting, joined(sections.step(), Agreement.title)),
        "statements": sections.statements(Quotation.meeting_id == meeting, joined(Person.name, Document.title)),
    }


def _agreement(id_: str) -> dict[str, Facts]:
    agreement, part = UUID(id_), aliased(Agreement)
    itself = sections.facts(
        Kind.AGREEMENT, Agreement.id, agreement_date(), agreement_in_words(), "agreement_id", sections.one(Agreement.id)
    )
    topics = sections.facts(
        Kind.TOPIC, Topic.slug, None, Topic.label, "agreement_topic_id", sections.one(AgreementTopic.id)
    )
    return {
        "agreement": itself.where(Agreement.id == agreement),
        "part of": itself.join(part, part.part_of_id == Agreement.id).where(part.id == agreement),
        "parts": itself.where(Agreement.part_of_id == agreement).order_by(
            *alphabetically(Agreement.title), Agreement.id
        ),
        "parties": sections.parties(AgreementParty.agreement_id == agreement),
        "steps": sections.steps(AgreementStep.agreement_id == agreement, sections.step()),
        "topics": topics.join_from(AgreementTopic, Topic)
        .where(AgreementTopic.agreement_id == agreement)
        .order_by(*alphabetically(Topic.label)),
    }


def _document(id_: str) -> dict[str, Facts]:
    document = UUID(id_)
    here = Evidence.document_id == document
    meetings = sections.facts(
        Kind.MEETING, Meeting.id, meeting_date(), meeting_in_words(), "meeting_id", sections.one(Meeting.id)
    )
    agreements = sections.facts(
        Kind.AGREEMENT, Agreement.id, agreement_date(), agreement_in_words(), "agreement_id", sections.one(Agreement.id)
    )
    return {
        "meetings": meetings.where(Meeting.id.in_(select(Evidence.meeting_id).where(here))).order_by(
            Meeting.date_during, Meeting.id
        ),
        "agreements": agreements.where(Agreement.id.in_(select(Evidence.agreement_id).where(here))).order_by(
            *alphabetically(Agreement.title), Agreement.id
        ),
        "offices": sections.appointments(
            Appointment.id.in_(select(Evidence.appointment_id).where(here)), joined(Person.name, office_in_words())
        ),
        "statements": sections.statements(Quotation.document_id == document, Person.name),
        "persons": sections.named_in(document, Kind.PERSON, Person.id, Person.name, Mention.person_id),
        "organizations": sections.named_in(
            document, Kind.ORGANIZATION, Organization.id, Organization.name, Mention.organization_id
        ),
        "countries": sections.named_in(document, Kind.COUNTRY, Country.code, Country.name, Mention.country_code),
        "places": sections.named_in(document, Kind.PLACE, Place.id, place_in_words(), Mention.place_id),
        "topics": sections.named_in(document, Kind.TOPIC, Topic.slug, Topic.label, Mention.topic_slug),
    }


_RECORDS: dict[Kind, Callable[[str], dict[str, Facts]]] = {
    Kind.PERSON: _person,
    Kind.ORGANIZATION: _organization,
    Kind.COUNTRY: _country,
    Kind.PLACE: _place,
    Kind.MEETING: _meeting,
    Kind.AGREEMENT: _agreement,
    Kind.TOPIC: _topic,
    Kind.DOCUMENT: _document,
}
