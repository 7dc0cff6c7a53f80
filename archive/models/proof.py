"""Proof: mentions name a thing, evidence supports a fact. Both are spans of a stored text."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from archive.models.base import (
    INTERNAL,
    Base,
    CountryCode,
    EndChar,
    Id,
    OrganizationId,
    PartOfDocument,
    PersonId,
    PlaceId,
    StartChar,
    TopicSlug,
    not_blank,
    one_of,
    span_rules,
    to_one,
)
from archive.values import NAMED, SUPPORTED, MeetingStatus, MentionKind

if TYPE_CHECKING:
    from archive.models.documents import Document
    from archive.models.happenings import (
        Agreement,
        AgreementParty,
        AgreementStep,
        Meeting,
        MeetingParticipant,
        Quotation,
    )
    from archive.models.topics import AgreementTopic, MeetingTopic, Topic
    from archive.models.who import Appointment, Country, Organization, OrganizationMember, Person, Place

# The facts whose evidence is summed up, see `Attestation`.
ATTESTED = ("meeting_id", "agreement_id", "agreement_step_id", "appointment_id")


def _exactly_one(columns: tuple[str, ...]) -> CheckConstraint:
    return CheckConstraint(f"num_nonnulls({', '.join(columns)}) = 1", name="exactly_one_target")


def _index_where_given(column: str) -> Index:
    return Index(None, column, postgresql_where=text(f"{column} IS NOT NULL"))


class Mention(Base):
    """The words that name a thing."""

    __tablename__ = "mentions"
    __table_args__ = (
        UniqueConstraint(
            "document_id", "start_char", "end_char", *NAMED, name="mentions_once", postgresql_nulls_not_distinct=True
        ),
        *(_index_where_given(column) for column in NAMED),
        _exactly_one(NAMED),
        one_of("kind", MentionKind),
        *span_rules(),
        {"comment": "The words of a text that name a person, a body, a country, a place or a topic."},
    )

    id: Mapped[Id]
    document_id: Mapped[PartOfDocument]
    start_char: Mapped[StartChar]
    end_char: Mapped[EndChar]
    kind: Mapped[MentionKind] = mapped_column(
        comment="How they name it: full (the full name), short (a part or an acronym) or epithet (a description)."
    )
    person_id: Mapped[PersonId | None] = mapped_column(comment="The person that is named.")
    organization_id: Mapped[OrganizationId | None] = mapped_column(comment="The body that is named.")
    country_code: Mapped[CountryCode | None] = mapped_column(comment="The country that is named.")
    place_id: Mapped[PlaceId | None] = mapped_column(comment="The place that is named.")
    topic_slug: Mapped[TopicSlug | None] = mapped_column(comment="The topic that is named.")

    document: Mapped["Document"] = to_one("mentions")
    person: Mapped["Person | None"] = to_one("mentions")
    organization: Mapped["Organization | None"] = to_one("mentions")
    country: Mapped["Country | None"] = to_one("mentions")
    place: Mapped["Place | None"] = to_one("mentions")
    topic: Mapped["Topic | None"] = to_one("mentions")


class Evidence(Base):
    """The words that state a fact, and the rule that read them."""

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint(
            "document_id",
            "start_char",
            "end_char",
            "rule",
            *SUPPORTED,
            name="evidence_once",
            postgresql_nulls_not_distinct=True,
        ),
        *(_index_where_given(column) for column in SUPPORTED if column != "appointment_id"),
        # Whether a text shows somebody in an office is asked for each of its statements.
        Index(None, "appointment_id", "document_id", postgresql_where=text("appointment_id IS NOT NULL")),
        _exactly_one(SUPPORTED),
        one_of("meeting_status", MeetingStatus),
        CheckConstraint("(meeting_id IS NULL) = (meeting_status IS NULL)", name="a_meeting_is_told_with_its_status"),
        *not_blank("rule"),
        *span_rules(),
        {"comment": "The words of a text that state a fact. No fact without such words. See the view proofs."},
    )

    id: Mapped[Id]
    document_id: Mapped[PartOfDocument]
    start_char: Mapped[StartChar]
    end_char: Mapped[EndChar]
    rule: Mapped[str] = mapped_column(comment="The rule of the reader that read the fact from these words.")
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meetings.id", ondelete="CASCADE"), comment="The meeting that the words state."
    )
    meeting_participant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting_participants.id", ondelete="CASCADE"), comment="The participation that the words state."
    )
    meeting_topic_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meeting_topics.id", ondelete="CASCADE"), comment="The topic of a meeting that the words state."
    )
    agreement_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agreements.id", ondelete="CASCADE"), comment="The agreement that the words state."
    )
    agreement_party_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agreement_parties.id", ondelete="CASCADE"), comment="The party that the words state."
    )
    agreement_step_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agreement_steps.id", ondelete="CASCADE"), comment="The step that the words state."
    )
    agreement_topic_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agreement_topics.id", ondelete="CASCADE"),
        comment="The topic of an agreement that the words state.",
    )
    appointment_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("appointments.id", ondelete="CASCADE"), comment="The person in an office that the words show."
    )
    organization_member_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("organization_members.id", ondelete="CASCADE"), comment="The membership that the words state."
    )
    quotation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("quotations.id", ondelete="CASCADE"), comment="The quotation whose speaker the words state."
    )
    meeting_status: Mapped[MeetingStatus | None] = mapped_column(
        comment="Of a meeting: whether it took place when this text was written: held, planned or proposed."
    )

    document: Mapped["Document"] = to_one("evidence")
    meeting: Mapped["Meeting | None"] = to_one("evidence")
    meeting_participant: Mapped["MeetingParticipant | None"] = to_one("evidence")
    meeting_topic: Mapped["MeetingTopic | None"] = to_one("evidence")
    agreement: Mapped["Agreement | None"] = to_one("evidence")
    agreement_party: Mapped["AgreementParty | None"] = to_one("evidence")
    agreement_step: Mapped["AgreementStep | None"] = to_one("evidence")
    agreement_topic: Mapped["AgreementTopic | None"] = to_one("evidence")
    appointment: Mapped["Appointment | None"] = to_one("evidence")
    organization_member: Mapped["OrganizationMember | None"] = to_one("evidence")
    quotation: Mapped["Quotation | None"] = to_one("evidence")


class FactToProve(Base):
    """Facts that a running transaction touched and whose evidence is checked when it commits; empty in between.

    Unlogged, because no row survives the transaction that wrote it.
    """

    __tablename__ = "facts_to_prove"
    __table_args__ = (
        {
            "prefixes": ["UNLOGGED"],
            "info": INTERNAL,
            "comment": "Internal and always empty for others: the facts whose evidence a transaction has to show when "
            "it commits.",
        },
    )

    id: Mapped[int] = mapped_column(
        BigInteger, Identity(always=True), primary_key=True, comment="Counted: a passing note, no part of the content."
    )
    fact: Mapped[str] = mapped_column(comment="The table that the facts are in.")
    target: Mapped[str] = mapped_column(comment="The column of evidence that points at them.")
    ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), comment="The facts.")


class Attestation(Base):
    """What all the evidence of a fact comes to; `ATTESTED` says of which facts it is kept.

    No key refers to anything: the triggers on evidence write these rows, and take them away.
    """

    __tablename__ = "attestations"
    __table_args__ = (
        Index(None, "document"),
        Index(None, "document_id"),
        {
            "comment": "Internal, kept by the database: what all the evidence of a meeting, an agreement, a step or an "
            "appointment comes to, so that a view need not read all of it for each row.",
            "info": INTERNAL,
        },
    )

    fact_id: Mapped[UUID] = mapped_column(
        primary_key=True, comment="The meeting, the agreement, the step or the appointment."
    )
    documents: Mapped[int] = mapped_column(comment="How many documents state it.")
    attested_from: Mapped[date | None] = mapped_column(
        comment="The first day on which the earliest dated one of them may have been published."
    )
    attested_to: Mapped[date | None] = mapped_column(
        comment="The last day on which the latest dated one of them may have been published."
    )
    document_id: Mapped[UUID] = mapped_column(
        comment="The first of them: the earliest by date of publication, then by name; undated ones come last. Of a "
        "meeting that one text announces and another reports it is the first that reports it."
    )
    document: Mapped[str] = mapped_column(comment="Its name.")
    published_edtf: Mapped[str | None] = mapped_column(comment="When it was published, in EDTF.")
    start_char: Mapped[int] = mapped_column(comment="Where its first words that state the fact start.")
    end_char: Mapped[int] = mapped_column(comment="Where these words end.")
    words: Mapped[str] = mapped_column(comment="These words, taken from its text, which never changes.")
    meeting_status: Mapped[str | None] = mapped_column(
        comment="Of a meeting: what these words tell, held, planned or proposed; the furthest that any text tells."
    )


class ShownOffice(Base):
    """The office of a participant, as far as the texts that report the participation tell it elsewhere.

    No key refers to anything: the triggers on evidence write these rows, and take them away.
    """

    __tablename__ = "shown_offices"
    __table_args__ = (
        {
            "comment": "Internal, kept by the database: the only office in which the documents that report somebody's "
            "part in a meeting show them; no row where they show several, or none.",
            "info": INTERNAL,
        },
    )

    meeting_participant_id: Mapped[UUID] = mapped_column(primary_key=True, comment="The part of a person in a meeting.")
    office_id: Mapped[UUID] = mapped_column(comment="The office.")
