"""The sections of a record: facts of one sort, each in words, with its date and what proves it.

Every section gives the same columns: kind and id of the other thing, date (in EDTF, else its wording), attested (of an
office: the dates of the texts that show it, in EDTF), words, proven_by and fact_ids. A fact is proven by the evidence
of ``fact_ids`` in the column ``proven_by`` of the table evidence; mentions and quotations are their own proof.
"""

import typing
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Select, Text, Uuid, case, cast, func, literal, null, select
from sqlalchemy.dialects.postgresql import aggregate_order_by, array

from archive.models import (
    Agreement,
    AgreementParty,
    AgreementStep,
    Appointment,
    Country,
    Document,
    Meeting,
    MeetingParticipant,
    Mention,
    Office,
    Organization,
    OrganizationMember,
    Person,
    Quotation,
)
from archive.queries.finding import Kind
from archive.queries.folded import alphabetically
from archive.queries.wording import (
    agreement_date,
    agreement_in_words,
    attested,
    joined,
    meeting_date,
    meeting_in_words,
    office_in_words,
    unless_said,
    worded,
)
from archive.values import ParticipantRole, PartyRole, StepStatus

Facts = Select[str, str, str | None, str | None, str, str, list[UUID]]

MENTION, QUOTATION = "mention_id", "quotation_id"


def facts(
    kind: Kind | str, id_: Any, date: Any, words: Any, proven_by: str, fact_ids: Any, *, attested: Any = None
) -> Facts:
    """A section, still without its tables: the other thing, the date, the words, and the rows that are to be proven."""
    statement = select(
        literal(str(kind)).label("kind"),
        cast(id_, Text).label("id"),
        (null() if date is None else date).label("date"),
        (null() if attested is None else attested).label("attested"),
        words.label("words"),
        literal(proven_by).label("proven_by"),
        fact_ids.label("fact_ids"),
    )
    return typing.cast(Facts, statement)


def one(fact: Any) -> ColumnElement[Any]:
    """The one row that a section speaks of."""
    return array([fact])


def meetings(where: Any, linked: Any = MeetingParticipant, proven_by: str = "meeting_participant_id") -> Facts:
    """The meetings that rows of ``linked`` lead to, one row each."""
    section = facts(Kind.MEETING, Meeting.id, meeting_date(), meeting_in_words(), proven_by, func.array_agg(linked.id))
    grouped = section.join_from(linked, Meeting, Meeting.id == linked.meeting_id).where(where).group_by(Meeting.id)
    return grouped.order_by(Meeting.date_during, Meeting.id)


def agreements(where: Any, linked: Any = AgreementParty, proven_by: str = "agreement_party_id") -> Facts:
    """The agreements that rows of ``linked`` lead to, one row each."""
    section = facts(
        Kind.AGREEMENT, Agreement.id, agreement_date(), agreement_in_words(), proven_by, func.array_agg(linked.id)
    )
    grouped = section.join_from(linked, Agreement, Agreement.id == linked.agreement_id).where(where)
    return grouped.group_by(Agreement.id).order_by(*alphabetically(Agreement.title), Agreement.id)


def appointments(where: Any, words: Any) -> Facts:
    """Who is shown in which office, and in texts of when."""
    section = facts(Kind.PERSON, Person.id, None, words, "appointment_id", one(Appointment.id), attested=attested())
    section = section.select_from(Appointment).join(Person, Person.id == Appointment.person_id)
    return (
        section.join(Office, Office.id == Appointment.office_id)
        .where(where)
        .order_by(*alphabetically(words), Appointment.id)
    )


def members(where: Any, other: Any) -> Facts:
    """The bodies on the other side of a membership."""
    section = facts(
        Kind.ORGANIZATION,
        Organization.id,
        None,
        Organization.name,
        "organization_member_id",
        one(OrganizationMember.id),
    )
    section = section.join_from(OrganizationMember, Organization, Organization.id == other).where(where)
    return section.order_by(*alphabetically(Organization.name), Organization.id)


def participants(where: Any) -> Facts:
    """Who took part in a meeting, as what."""
    role = case((MeetingParticipant.role != ParticipantRole.PARTICIPANT, worded(MeetingParticipant.role)))
    state = unless_said(Country.name, office_in_words(), Organization.name)
    words = joined(Person.name, office_in_words(), Organization.name, state, role)
    section = facts(Kind.PERSON, Person.id, None, words, "meeting_participant_id", one(MeetingParticipant.id))
    return (
        section.select_from(MeetingParticipant)
        .outerjoin(Person, Person.id == MeetingParticipant.person_id)
        .outerjoin(Office, Office.id == MeetingParticipant.office_id)
        .outerjoin(Organization, Organization.id == MeetingParticipant.organization_id)
        .outerjoin(Country, Country.code == MeetingParticipant.country_code)
        .where(where)
        .order_by(*alphabetically(words), MeetingParticipant.id)
    )


def parties(where: Any) -> Facts:
    """Who is bound by an agreement, or proposed or received it, and who signed."""
    role = case((AgreementParty.role != PartyRole.PARTY, worded(AgreementParty.role)))
    signed = "signed by " + joined(Person.name, office_in_words())
    words = joined(Organization.name, unless_said(Country.name, Organization.name), role, signed)
    section = facts(Kind.ORGANIZATION, Organization.id, None, words, "agreement_party_id", one(AgreementParty.id))
    return (
        section.select_from(AgreementParty)
        .outerjoin(Organization, Organization.id == AgreementParty.organization_id)
        .outerjoin(Country, Country.code == AgreementParty.country_code)
        .outerjoin(Person, Person.id == AgreementParty.signatory_id)
        .outerjoin(Office, Office.id == AgreementParty.signatory_office_id)
        .where(where)
        .order_by(*alphabetically(words), AgreementParty.id)
    )


def steps(where: Any, words: Any) -> Facts:
    """The steps in the life of an agreement, in their order."""
    date = func.coalesce(AgreementStep.date_edtf, AgreementStep.date_text)
    section = facts(Kind.AGREEMENT, Agreement.id, date, words, "agreement_step_id", one(AgreementStep.id))
    order = case({status: place for place, status in enumerate(StepStatus)}, value=AgreementStep.status)
    return section.join_from(AgreementStep, Agreement).where(where).order_by(order, AgreementStep.id)


def step() -> ColumnElement[Any]:
    """What a step is."""
    return worded(AgreementStep.status)


def statements(where: Any, words: Any) -> Facts:
    """Verbatim words; ``words`` say whose or where, the proof is what was said."""
    section = facts(Kind.DOCUMENT, Document.id, Document.published_edtf, words, QUOTATION, one(Quotation.id))
    section = section.join_from(Quotation, Document).outerjoin(Person, Person.id == Quotation.speaker_id)
    return section.where(where).order_by(Document.published_during, Document.slug, Quotation.start_char)


def documents(where: Any) -> Facts:
    """The documents that name a thing, proven by the first mention."""
    title = func.coalesce(Document.title, Document.slug)
    section = facts(Kind.DOCUMENT, Document.id, Document.published_edtf, title, MENTION, _first_mention())
    section = section.join_from(Mention, Document).where(where).group_by(Document.id)
    return section.order_by(Document.published_during, Document.slug)


def named_in(document: UUID, kind: Kind | str, id_: Any, words: Any, column: Any) -> Facts:
    """What a document names, in the order of first mention, which proves it."""
    section = facts(kind, id_, None, words, MENTION, _first_mention()).join_from(Mention, id_.class_, id_ == column)
    return section.where(Mention.document_id == document).group_by(id_).order_by(func.min(Mention.start_char), id_)


def _first_mention() -> ColumnElement[Any]:
    ids = func.array_agg(aggregate_order_by(Mention.id, Mention.start_char, Mention.id), type_=ARRAY(Uuid))
    return ids[1:1]


def office_of_participant(where: Any) -> ColumnElement[bool]:
    """That somebody took part in such an office."""
    return MeetingParticipant.office_id.in_(select(Office.id).where(where))
