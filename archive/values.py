"""The frozen values and closed lists that the reading, the tables and the loading share."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text: Unicode code points, half open, ``text[start:end]``, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span starts at 0 or later and ends after it starts: {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The words of this span in ``text``."""
        return text[self.start : self.end]

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class TextChange(StrEnum):
    """What became of a text in the archive."""

    NEW = "new"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


class DateBasis(StrEnum):
    """What a date rests on."""

    EXPLICIT = "explicit"  # the text states it: "on 9 October 2024"
    RELATIVE = "relative"  # counted from the publication date: "last year"
    DOCUMENT = "document"  # the text's own date line
    UNRESOLVED = "unresolved"  # words only: "last year" of an undated text


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as the text and no more: its wording, its EDTF (ISO 8601-2) form or None, its basis.

    ``edtf`` is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or an interval ``A/B`` of two of these; None while unresolved.
    """

    text: str
    edtf: str | None
    basis: DateBasis

    def __post_init__(self) -> None:
        if (self.edtf is None) != (self.basis is DateBasis.UNRESOLVED):
            raise ValueError("a date has an EDTF form unless it is unresolved")

    @property
    def words(self) -> str:
        """Its wording on one line, where that of the text goes over two."""
        return " ".join(self.text.split())

    @property
    def is_interval(self) -> bool:
        """Whether it is of two dates: the first and the last."""
        return self.edtf is not None and "/" in self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.edtf is not None and len(self.edtf) == len("YYYY-MM-DD") and not self.is_interval

    @property
    def is_day_or_interval(self) -> bool:
        """Whether it is one day, or of two dates."""
        return self.is_day or self.is_interval


class MentionKind(StrEnum):
    """How a mention names its thing."""

    FULL = "full"  # the full name
    SHORT = "short"  # a part of it or an acronym: "Krasnov", "FATF"
    EPITHET = "epithet"  # a description that stands for it: "the head of the supervision authority"


class OrganizationKind(StrEnum):
    """What sort of body an organization is."""

    PROSECUTION = "prosecution"  # offices of prosecutors, procuracies, public ministries
    MINISTRY = "ministry"
    COURT = "court"
    POLICE = "police"  # police and investigative bodies
    PARLIAMENT = "parliament"
    AGENCY = "agency"  # any other national body
    INTERNATIONAL = "international"  # international and regional organizations
    JOINT = "joint"  # a body whose members are bodies: a joint collegium
    COMPANY = "company"
    MEDIA = "media"
    ACADEMIC = "academic"
    OTHER = "other"


class CountryNameKind(StrEnum):
    """What a word says of a country."""

    SHORT = "short"  # "Russia"
    OFFICIAL = "official"  # "Russian Federation"
    FORMER = "former"  # "Swaziland"
    VARIANT = "variant"  # "Viet Nam", "USA"
    DEMONYM = "demonym"  # "Russian"
    CAPITAL = "capital"  # "Moscow", where the capital stands for the state


class MeetingKind(StrEnum):
    """The forms of an encounter."""

    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"
    SESSION = "session"  # of a standing body
    CONFERENCE = "conference"
    VISIT = "visit"
    CONSULTATION = "consultation"
    CEREMONY = "ceremony"
    CALL = "call"
    TRAINING = "training"


class MeetingStatus(StrEnum):
    """Whether an encounter took place when the text was written."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    HELD = "held"


class ParticipantRole(StrEnum):
    """The part that somebody took in a meeting."""

    HOST = "host"
    GUEST = "guest"
    CHAIR = "chair"
    SPEAKER = "speaker"
    PARTICIPANT = "participant"


class AgreementKind(StrEnum):
    """The forms of an instrument."""

    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    PROGRAM = "program"
    PLAN = "plan"
    PROTOCOL = "protocol"
    TREATY = "treaty"
    CONVENTION = "convention"
    DECLARATION = "declaration"
    DECISION = "decision"
    ORDER = "order"
    STATEMENT = "statement"


class StepStatus(StrEnum):
    """The steps in the life of an instrument, in order: the furthest one is its current status."""

    PROPOSED = "proposed"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    PLANNED = "planned"  # its signing is announced
    SIGNED = "signed"
    APPROVED = "approved"  # adopted
    IN_FORCE = "in_force"


class PartyRole(StrEnum):
    """What a party is to an instrument."""

    PARTY = "party"
    PROPOSER = "proposer"
    ADDRESSEE = "addressee"


# The tables whose rows several documents may speak of, each after those that it refers to.
SUBJECTS = (
    "sources",
    "places",
    "persons",
    "organizations",
    "offices",
    "meetings",
    "meeting_participants",
    "agreements",
    "agreement_parties",
    "agreement_steps",
)

# What a mention can name.
NAMED = ("person_id", "organization_id", "country_code", "place_id", "topic_slug")

# Every fact that must have evidence at commit, and the column of evidence that points at it.
PROVEN = {
    "meetings": "meeting_id",
    "meeting_participants": "meeting_participant_id",
    "meeting_topics": "meeting_topic_id",
    "agreements": "agreement_id",
    "agreement_parties": "agreement_party_id",
    "agreement_steps": "agreement_step_id",
    "agreement_topics": "agreement_topic_id",
    "appointments": "appointment_id",
    "organization_members": "organization_member_id",
}

# A quotation is its own proof; evidence says who spoke.
SUPPORTED = (*PROVEN.values(), "quotation_id")
