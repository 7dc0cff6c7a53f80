"""What happened: meetings and who took part, agreements with their parties and steps, and words spoken."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.orm import Mapped, mapped_column

from archive.models.base import (
    Base,
    CountryCode,
    Dated,
    EndChar,
    Id,
    MeetingId,
    OfficeId,
    OrganizationId,
    PartOfDocument,
    PersonId,
    PlaceId,
    StartChar,
    bounds_of,
    date_rules,
    not_blank,
    one_of,
    span_rules,
    to_many,
    to_one,
)
from archive.values import (
    AgreementKind,
    DateBasis,
    MeetingKind,
    MeetingStatus,
    ParticipantRole,
    PartyRole,
    StepStatus,
)

if TYPE_CHECKING:
    from archive.models.documents import Document
    from archive.models.proof import Evidence
    from archive.models.topics import AgreementTopic, MeetingTopic
    from archive.models.who import Country, Office, Organization, Person, Place


class Meeting(Dated, Base):
    """One encounter, held, planned or proposed."""

    __tablename__ = "meetings"
    __table_args__ = (
        one_of("kind", MeetingKind),
        one_of("status", MeetingStatus),
        CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        *not_blank("title"),
        *date_rules("date"),
        {"comment": "Encounters: meetings, sessions, conferences, visits, calls. A planned one is not a held one."},
    )

    id: Mapped[Id]
    kind: Mapped[MeetingKind] = mapped_column(
        comment="bilateral, multilateral, session (of a standing body), conference, visit, consultation, ceremony, "
        "call or training."
    )
    status: Mapped[MeetingStatus] = mapped_column(
        comment="Whether it took place when the text was written: held, planned or proposed."
    )
    title: Mapped[str | None] = mapped_column(comment="What the text calls it, where it has a name of its own.")
    place_id: Mapped[PlaceId | None] = mapped_column(index=True, comment="Where it took place.")
    part_of_id: Mapped[MeetingId | None] = mapped_column(index=True, comment="The larger event that it is a part of.")

    place: Mapped["Place | None"] = to_one("meetings")
    part_of: Mapped["Meeting | None"] = to_one("parts", remote_side="Meeting.id")
    parts: Mapped[list["Meeting"]] = to_many("part_of")
    participants: Mapped[list["MeetingParticipant"]] = to_many("meeting")
    topics: Mapped[list["MeetingTopic"]] = to_many("meeting")
    steps: Mapped[list["AgreementStep"]] = to_many("meeting")
    quotations: Mapped[list["Quotation"]] = to_many("meeting")
    evidence: Mapped[list["Evidence"]] = to_many("meeting")


class MeetingParticipant(Base):
    """Who took part in a meeting. "The head of the Angolan delegation" has an office and a country, but no name."""

    __tablename__ = "meeting_participants"
    __table_args__ = (
        UniqueConstraint(
            "meeting_id",
            "person_id",
            "office_id",
            "organization_id",
            "country_code",
            name="meeting_participants_once",
            postgresql_nulls_not_distinct=True,
        ),
        # However many documents report a meeting, and whatever office each of them gives.
        Index(
            "a_person_takes_part_once",
            "person_id",
            "meeting_id",
            unique=True,
            postgresql_where=text("person_id IS NOT NULL"),
        ),
        CheckConstraint(
            "num_nonnulls(person_id, office_id, organization_id, country_code) >= 1", name="someone_took_part"
        ),
        one_of("role", ParticipantRole),
        {"comment": "Who took part in a meeting: a person, an office, a body, a state, or what is known of these."},
    )

    id: Mapped[Id]
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), comment="The meeting.")
    person_id: Mapped[PersonId | None] = mapped_column(comment="The person who took part, where named.")
    office_id: Mapped[OfficeId | None] = mapped_column(index=True, comment="The office in which they took part.")
    organization_id: Mapped[OrganizationId | None] = mapped_column(index=True, comment="The body they stood for.")
    country_code: Mapped[CountryCode | None] = mapped_column(
        index=True, comment="The state they stood for: as named, or as that of the office or the body."
    )
    role: Mapped[ParticipantRole] = mapped_column(
        server_default="participant", comment="Their part in it: host, guest, chair, speaker or participant."
    )

    meeting: Mapped["Meeting"] = to_one("participants")
    person: Mapped["Person | None"] = to_one("participations")
    office: Mapped["Office | None"] = to_one("participations")
    organization: Mapped["Organization | None"] = to_one("participations")
    country: Mapped["Country | None"] = to_one("participations")
    evidence: Mapped[list["Evidence"]] = to_many("meeting_participant")


class Agreement(Base):
    """One instrument, from proposal to entry into force. Its status is its furthest step, see the views."""

    __tablename__ = "agreements"
    __table_args__ = (
        one_of("kind", AgreementKind),
        CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        *not_blank("title"),
        *date_rules("term"),
        {"comment": "Instruments of every kind, from a program to a convention, whatever became of them so far."},
    )

    id: Mapped[Id]
    kind: Mapped[AgreementKind] = mapped_column(
        comment="agreement, memorandum, program, plan, protocol, treaty, convention, declaration, decision, order or "
        "statement."
    )
    title: Mapped[str] = mapped_column(comment="What the text calls it.")
    part_of_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("agreements.id", ondelete="RESTRICT"), index=True, comment="The instrument that it belongs to."
    )
    term_text: Mapped[str | None] = mapped_column(comment="The period it is made for, as the text words it.")
    term_edtf: Mapped[str | None] = mapped_column(
        comment="The period in EDTF: YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B; null while unresolved."
    )
    term_during: Mapped[Range[date] | None] = mapped_column(
        bounds_of("term"), comment="From the first day of the period to the last one; computed from term_edtf."
    )
    term_basis: Mapped[DateBasis | None] = mapped_column(
        comment="What the period rests on: explicit, relative, document or unresolved."
    )

    part_of: Mapped["Agreement | None"] = to_one("parts", remote_side="Agreement.id")
    parts: Mapped[list["Agreement"]] = to_many("part_of")
    parties: Mapped[list["AgreementParty"]] = to_many("agreement")
    steps: Mapped[list["AgreementStep"]] = to_many("agreement")
    topics: Mapped[list["AgreementTopic"]] = to_many("agreement")
    evidence: Mapped[list["Evidence"]] = to_many("agreement")


class AgreementParty(Base):
    """A body and / or a state that an instrument binds, that proposed it or that it was sent to; who signed for it."""

    __tablename__ = "agreement_parties"
    __table_args__ = (
        UniqueConstraint(
            "agreement_id",
            "organization_id",
            "country_code",
            "role",
            name="agreement_parties_once",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("num_nonnulls(organization_id, country_code) >= 1", name="someone_is_party"),
        one_of("role", PartyRole),
        {"comment": "The parties of an agreement: bodies and states, and who signed for them."},
    )

    id: Mapped[Id]
    agreement_id: Mapped[UUID] = mapped_column(
        ForeignKey("agreements.id", ondelete="CASCADE"), comment="The agreement."
    )
    organization_id: Mapped[OrganizationId | None] = mapped_column(index=True, comment="The body that is the party.")
    country_code: Mapped[CountryCode | None] = mapped_column(
        index=True, comment="The state that is the party, or that the body acts for or belongs to."
    )
    role: Mapped[PartyRole] = mapped_column(
        server_default="party", comment="party (bound by it), proposer (drew it up) or addressee (received the draft)."
    )
    signatory_id: Mapped[PersonId | None] = mapped_column(index=True, comment="The person who signed for the party.")
    signatory_office_id: Mapped[OfficeId | None] = mapped_column(
        index=True, comment="The office in which it was signed."
    )

    agreement: Mapped["Agreement"] = to_one("parties")
    organization: Mapped["Organization | None"] = to_one("parties")
    country: Mapped["Country | None"] = to_one("parties")
    signatory: Mapped["Person | None"] = to_one("signatures")
    signatory_office: Mapped["Office | None"] = to_one("signatures")
    evidence: Mapped[list["Evidence"]] = to_many("agreement_party")


class AgreementStep(Dated, Base):
    """One step in the life of an agreement."""

    __tablename__ = "agreement_steps"
    __table_args__ = (
        UniqueConstraint("agreement_id", "status"),
        one_of("status", StepStatus),
        *date_rules("date"),
        {"comment": "The life of an agreement, step by step. The furthest step is its status."},
    )

    id: Mapped[Id]
    agreement_id: Mapped[UUID] = mapped_column(
        ForeignKey("agreements.id", ondelete="CASCADE"), comment="The agreement."
    )
    status: Mapped[StepStatus] = mapped_column(
        comment="In this order: proposed, draft, submitted, planned (its signing is announced), signed, approved "
        "(adopted), in_force."
    )
    meeting_id: Mapped[MeetingId | None] = mapped_column(index=True, comment="The meeting at which it happened.")

    agreement: Mapped["Agreement"] = to_one("steps")
    meeting: Mapped["Meeting | None"] = to_one("steps")
    evidence: Mapped[list["Evidence"]] = to_many("agreement_step")


class Quotation(Base):
    """Words that a text puts between quotation marks, and who said them."""

    __tablename__ = "quotations"
    __table_args__ = (
        UniqueConstraint("document_id", "start_char", "end_char"),
        *span_rules(),
        {"comment": "Verbatim words of somebody; the quotation marks are not in the span. See the view statements."},
    )

    id: Mapped[Id]
    document_id: Mapped[PartOfDocument]
    start_char: Mapped[StartChar]
    end_char: Mapped[EndChar]
    speaker_id: Mapped[PersonId | None] = mapped_column(index=True, comment="Who said it, where the text makes clear.")
    meeting_id: Mapped[MeetingId | None] = mapped_column(index=True, comment="The meeting at which it was said.")

    document: Mapped["Document"] = to_one("quotations")
    speaker: Mapped["Person | None"] = to_one("quotations")
    meeting: Mapped["Meeting | None"] = to_one("quotations")
    evidence: Mapped[list["Evidence"]] = to_many("quotation")
