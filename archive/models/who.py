"""Who: countries, places, persons, organizations, offices, and who is shown in which office."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CHAR, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from archive.models.base import (
    Base,
    CountryCode,
    Id,
    OfficeId,
    OrganizationId,
    PersonId,
    not_blank,
    one_of,
    to_many,
    to_one,
)
from archive.values import CountryNameKind, OrganizationKind

if TYPE_CHECKING:
    from archive.models.documents import Source
    from archive.models.happenings import AgreementParty, Meeting, MeetingParticipant, Quotation
    from archive.models.proof import Evidence, Mention

FOLDED = "without diacritics, in lower case, with single spaces"


class Country(Base):
    """A state, or a territory that texts treat like one."""

    __tablename__ = "countries"
    __table_args__ = (
        CheckConstraint("code ~ '^[A-Z]{2}$'", name="code_is_two_capitals"),
        *not_blank("name", "official_name"),
        {
            "comment": "The states and territories that texts are read for: those of ISO 3166-1 but for AQ, BL, BV, "
            "CC, CX, GS, HM, IO, PN, PR, SJ, TF, UM and VI, which are passed over, and Kosovo as XK."
        },
    )

    code: Mapped[str] = mapped_column(CHAR(2), primary_key=True, comment="ISO 3166-1 alpha-2, such as BZ.")
    name: Mapped[str] = mapped_column(comment="The usual short name in English.")
    official_name: Mapped[str | None] = mapped_column(comment="The full name of the state in English.")

    names: Mapped[list["CountryName"]] = to_many("country")
    sources: Mapped[list["Source"]] = to_many("country")
    places: Mapped[list["Place"]] = to_many("country")
    organizations: Mapped[list["Organization"]] = to_many("country")
    offices: Mapped[list["Office"]] = to_many("country")
    participations: Mapped[list["MeetingParticipant"]] = to_many("country")
    parties: Mapped[list["AgreementParty"]] = to_many("country")
    mentions: Mapped[list["Mention"]] = to_many("country")


class CountryName(Base):
    """A word that names a country."""

    __tablename__ = "country_names"
    __table_args__ = (
        UniqueConstraint("country_code", "kind", "name"),
        one_of("kind", CountryNameKind),
        *not_blank("name"),
        {"comment": "Every form of a country's name, its demonyms and its capital."},
    )

    id: Mapped[Id]
    country_code: Mapped[str] = mapped_column(
        CHAR(2), ForeignKey("countries.code", ondelete="CASCADE"), comment="The country that is named."
    )
    name: Mapped[str] = mapped_column(index=True, comment="The form, such as Belizean.")
    kind: Mapped[CountryNameKind] = mapped_column(
        comment="short, official, former, variant, demonym, or capital (where the capital stands for the state)."
    )

    country: Mapped["Country"] = to_one("names")


class Place(Base):
    """A city or venue where something happened."""

    __tablename__ = "places"
    __table_args__ = (
        UniqueConstraint("name_key", "country_code", postgresql_nulls_not_distinct=True),
        *not_blank("name", "name_key"),
        {"comment": "Cities and venues where something happened."},
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(comment="The name, in the best attested spelling.")
    name_key: Mapped[str] = mapped_column(comment=f"The name {FOLDED}.")
    country_code: Mapped[CountryCode | None] = mapped_column(index=True, comment="The country it lies in, where known.")

    country: Mapped["Country | None"] = to_one("places")
    meetings: Mapped[list["Meeting"]] = to_many("place")
    mentions: Mapped[list["Mention"]] = to_many("place")


class Person(Base):
    """A named person. One full name is one person until a reviewed decision says otherwise."""

    __tablename__ = "persons"
    __table_args__ = (
        UniqueConstraint("name_key"),
        Index(None, "name"),
        # As PostgreSQL spells it back: in other words, Alembic would take it for another index.
        Index("persons_family_name_idx", text("\"substring\"(name_key, '[^ -]+$'::text)")),
        *not_blank("name", "name_key"),
        {"comment": "The persons that the texts name. One full name is one person; see the view namesakes."},
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(comment="The full name, in the best attested spelling, without title or office.")
    name_key: Mapped[str] = mapped_column(comment=f"The full name {FOLDED}: what makes two spellings one person.")

    names: Mapped[list["PersonName"]] = to_many("person")
    appointments: Mapped[list["Appointment"]] = to_many("person")
    participations: Mapped[list["MeetingParticipant"]] = to_many("person")
    signatures: Mapped[list["AgreementParty"]] = to_many("signatory")
    quotations: Mapped[list["Quotation"]] = to_many("speaker")
    mentions: Mapped[list["Mention"]] = to_many("person")


class PersonName(Base):
    """A written form of a person's name."""

    __tablename__ = "person_names"
    __table_args__ = (
        UniqueConstraint("person_id", "name"),
        *not_blank("name", "name_key"),
        {"comment": "Every written form of a person's name that a text uses."},
    )

    id: Mapped[Id]
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("persons.id", ondelete="CASCADE"), comment="The person who is named."
    )
    name: Mapped[str] = mapped_column(comment="The form as written, such as Krasnov.")
    name_key: Mapped[str] = mapped_column(index=True, comment=f"The form {FOLDED}.")

    person: Mapped["Person"] = to_one("names")


class Organization(Base):
    """A named body: an office of prosecutors, a ministry, an international organization, a company."""

    __tablename__ = "organizations"
    __table_args__ = (
        # Without a country a name such as "special committee" may belong to several bodies.
        Index(
            "one_body_per_name_and_country",
            "country_code",
            "name_key",
            unique=True,
            postgresql_where=text("country_code IS NOT NULL"),
        ),
        one_of("kind", OrganizationKind),
        CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        *not_blank("name", "name_key", "acronym"),
        {"comment": "The bodies that the texts name."},
    )

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(comment="The name, in the fullest attested form.")
    name_key: Mapped[str] = mapped_column(index=True, comment=f"The name without its country, {FOLDED}.")
    acronym: Mapped[str | None] = mapped_column(comment="Its acronym, such as FATF.")
    kind: Mapped[OrganizationKind] = mapped_column(
        comment="prosecution, ministry, court, police, parliament, agency, international, joint, company, media, "
        "academic or other."
    )
    country_code: Mapped[CountryCode | None] = mapped_column(
        comment="The country it belongs to; null for an international or joint body."
    )
    part_of_id: Mapped[OrganizationId | None] = mapped_column(index=True, comment="The body that it is a part of.")

    country: Mapped["Country | None"] = to_one("organizations")
    part_of: Mapped["Organization | None"] = to_one("parts", remote_side="Organization.id")
    parts: Mapped[list["Organization"]] = to_many("part_of")
    names: Mapped[list["OrganizationName"]] = to_many("organization")
    members: Mapped[list["OrganizationMember"]] = to_many(
        "organization", foreign_keys="OrganizationMember.organization_id"
    )
    memberships: Mapped[list["OrganizationMember"]] = to_many("member", foreign_keys="OrganizationMember.member_id")
    offices: Mapped[list["Office"]] = to_many("organization")
    participations: Mapped[list["MeetingParticipant"]] = to_many("organization")
    parties: Mapped[list["AgreementParty"]] = to_many("organization")
    mentions: Mapped[list["Mention"]] = to_many("organization")


class OrganizationName(Base):
    """A written form of an organization's name."""

    __tablename__ = "organization_names"
    __table_args__ = (
        UniqueConstraint("organization_id", "name"),
        *not_blank("name", "name_key"),
        {"comment": "Every written form of an organization's name that a text uses."},
    )

    id: Mapped[Id]
    organization_id: Mapped[UUID] = mapped_column(
        ForeignKey("organizations.id", ondelete="CASCADE"), comment="The body that is named."
    )
    name: Mapped[str] = mapped_column(comment="The form as written.")
    name_key: Mapped[str] = mapped_column(index=True, comment=f"The form {FOLDED}.")

    organization: Mapped["Organization"] = to_one("names")


class OrganizationMember(Base):
    """A body that is a member of a joint body."""

    __tablename__ = "organization_members"
    __table_args__ = (
        UniqueConstraint("organization_id", "member_id"),
        CheckConstraint("member_id <> organization_id", name="not_its_own_member"),
        {"comment": "Which bodies are the members of a joint body, such as a joint collegium."},
    )

    id: Mapped[Id]
    organization_id: Mapped[UUID] = mapped_column(
        ForeignKey("organizations.id", ondelete="CASCADE"), comment="The joint body."
    )
    member_id: Mapped[OrganizationId] = mapped_column(index=True, comment="The body that is a member of it.")

    organization: Mapped["Organization"] = to_one("members", foreign_keys=[organization_id])
    member: Mapped["Organization"] = to_one("memberships", foreign_keys=[member_id])
    evidence: Mapped[list["Evidence"]] = to_many("organization_member")


class Office(Base):
    """A post: it exists without its holder."""

    __tablename__ = "offices"
    __table_args__ = (
        UniqueConstraint("organization_id", "country_code", "title_key", postgresql_nulls_not_distinct=True),
        *not_blank("title", "title_key"),
        {"comment": "The posts that the texts name, with or without a holder."},
    )

    id: Mapped[Id]
    title: Mapped[str] = mapped_column(comment="The title of the post, such as Prosecutor General.")
    title_key: Mapped[str] = mapped_column(comment=f"The title {FOLDED}.")
    organization_id: Mapped[OrganizationId | None] = mapped_column(comment="The body that the post belongs to.")
    country_code: Mapped[CountryCode | None] = mapped_column(index=True, comment="The state that the post belongs to.")

    organization: Mapped["Organization | None"] = to_one("offices")
    country: Mapped["Country | None"] = to_one("offices")
    appointments: Mapped[list["Appointment"]] = to_many("office")
    participations: Mapped[list["MeetingParticipant"]] = to_many("office")
    signatures: Mapped[list["AgreementParty"]] = to_many("signatory_office")


class Appointment(Base):
    """The texts show a person in an office; when is a matter of their dates, not a claim about the term."""

    __tablename__ = "appointments"
    __table_args__ = (
        UniqueConstraint("person_id", "office_id"),
        {"comment": "Which person the texts show in which office. Since when and until when, they rarely say."},
    )

    id: Mapped[Id]
    person_id: Mapped[PersonId] = mapped_column(comment="The person.")
    office_id: Mapped[OfficeId] = mapped_column(index=True, comment="The office that the person is shown in.")

    person: Mapped["Person"] = to_one("appointments")
    office: Mapped["Office"] = to_one("appointments")
    evidence: Mapped[list["Evidence"]] = to_many("appointment")
