"""What a reading may consist of: the contract between reading and loading.

Facts refer to each other as objects of the same `Reading`. Every claim carries its `Evidence`: the span of the text
that states it and the name of the rule that read it. Order is the order of first mention in the text.
"""

from dataclasses import dataclass

from archive.values import (
    AgreementKind,
    MeetingKind,
    MeetingStatus,
    MentionKind,
    OrganizationKind,
    PartialDate,
    ParticipantRole,
    PartyRole,
    Span,
    StepStatus,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact, and the rule that read them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a thing."""

    span: Span
    kind: MentionKind = MentionKind.FULL


@dataclass(frozen=True, slots=True)
class Country:
    """A state that the text names or plainly means. ``code`` is ISO 3166-1 alpha-2."""

    code: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A city or venue where something happened. ``country`` is a code or None."""

    name: str
    country: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A named body.

    ``name`` is the fullest form in the text; ``canonical`` the name without its country, in the singular, so that
    "Prosecutor General’s Office of Russia" and "Russian Prosecutor General's Office" are one body of ``country``.
    ``part_of`` is the body it belongs to ("UN special committee" to the United Nations), ``members`` the bodies of
    a joint body. A body that is only entailed (a member) may have no mention.
    """

    name: str
    canonical: str
    kind: OrganizationKind
    country: str | None = None
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    part_of: "Organization | None" = None
    members: tuple["Membership", ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """One member of a joint body, with the words that say so."""

    organization: Organization
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A post, with or without a holder. ``country`` is a code or None."""

    title: str
    organization: Organization | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """The text shows a person in an office."""

    office: Office
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A named person. ``name`` is the fullest form in the text, without honorific or office; ``aliases`` the others."""

    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    appointments: tuple[Appointment, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the text. ``slug`` is one of the topic scheme."""

    slug: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class TopicOf:
    """A subject that a meeting discussed or an agreement covers."""

    slug: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in a meeting: at least one of the four is given."""

    evidence: tuple[Evidence, ...]
    person: Person | None = None
    office: Office | None = None
    organization: Organization | None = None
    country: str | None = None
    role: ParticipantRole = ParticipantRole.PARTICIPANT


@dataclass(frozen=True, slots=True)
class Meeting:
    """One encounter."""

    kind: MeetingKind
    status: MeetingStatus
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    title: str | None = None
    place: Place | None = None
    date: PartialDate | None = None
    part_of: "Meeting | None" = None
    topics: tuple[TopicOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A body and / or the state it acts for, and who signed for it."""

    evidence: tuple[Evidence, ...]
    organization: Organization | None = None
    country: str | None = None
    role: PartyRole = PartyRole.PARTY
    signatory: Person | None = None
    signatory_office: Office | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of an agreement."""

    status: StepStatus
    evidence: tuple[Evidence, ...]
    date: PartialDate | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One instrument. It has at least one step; the furthest is its status. ``term`` is the period it is made for."""

    kind: AgreementKind
    title: str
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
    evidence: tuple[Evidence, ...]
    term: PartialDate | None = None
    part_of: "Agreement | None" = None
    topics: tuple[TopicOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Verbatim words between quotation marks (the marks are not in the span) and who said them."""

    span: Span
    evidence: tuple[Evidence, ...]
    speaker: Person | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read from one text."""

    title: Span | None
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    countries: tuple[Country, ...] = ()
    places: tuple[Place, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    topics: tuple[Topic, ...] = ()
