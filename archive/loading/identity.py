"""Computed ids: the same thing gets the same id on every machine, in every order, from every text.

An id is the UUIDv5 (RFC 9562) of a natural key in the namespace of this archive: the compact JSON array of a word for
the sort of thing and the parts below. Names are folded (`archive.folding`): NFKD without diacritics, in lower case.

=====================  ===============================================================================================
thing                  parts of its key
=====================  ===============================================================================================
source                 name, as the sources give it
document               slug, sha256 of the text
place                  folded name, country
person                 folded full name
organization           folded canonical name, country; without a country the name is completed by the body it belongs to
                       and by its members
office                 folded title, organization, country
appointment            person, office
organization_member    joint body, member
meeting                *by content*: kind, day, named persons (two or more; else all participants, two or more)
agreement              *by content*: kind, parties (two or more: body, else state), day of the signing, else approval,
                       else the day that is set for the signing;
                       a draft convention: kind, states of its proposers, topmost bodies it is addressed to
meeting, agreement     otherwise *by position*: sha256 of the text, start of its first evidence, number at that start
meeting_participant    meeting, person; without a person office, organization, country
agreement_party        agreement, role, organization; without an organization country
agreement_step         agreement, status
meeting_topic, ...     meeting or agreement or document, slug of the topic
claim                  table, the row that it speaks of, what it says of it
mention                document, span, kind, what it names
evidence               document, span, rule, the fact that it supports
quotation              document, span
reading                sha256 of the text, date of publication, version of the reader
=====================  ===============================================================================================

A key by content that two facts of one text share identifies neither of them: both are known by their position.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from archive.folding import fold
from archive.loading.dates import day
from archive.reading.facts import Agreement, Meeting, Office, Organization, Participant, Party
from archive.values import AgreementKind, DateBasis, PartyRole, StepStatus

NAMESPACE = uuid5(NAMESPACE_URL, "urn:cooperation-archive")

# An instrument of which one of these is told, and no day of it, is not known by the day that was set before.
_DONE = frozenset({StepStatus.SIGNED, StepStatus.APPROVED, StepStatus.IN_FORCE})

Part = str | int | UUID | None | Sequence["Part"]


def key(sort: str, *parts: Part) -> UUID:
    """The id of a thing of this sort with these parts in its natural key."""
    return uuid5(NAMESPACE, json.dumps([sort, *parts], default=str, ensure_ascii=False, separators=(",", ":")))


def reading_id(sha256: str, published: str | None, reader_version: str) -> UUID:
    """The id of the reading of a text by one version of the reader."""
    return key("reading", sha256, published, reader_version)


def source_id(name: str) -> UUID:
    """The id of a publisher."""
    return key("source", name)


def document_id(slug: str, sha256: str) -> UUID:
    """The id of one text under one name."""
    return key("document", slug, sha256)


def place_id(name: str, country: str | None) -> UUID:
    """The id of a city or venue."""
    return key("place", fold(name), country)


def person_id(name: str) -> UUID:
    """The id of a person: one full name is one person until a reviewed decision says otherwise."""
    return key("person", fold(name))


def organization_id(organization: Organization) -> UUID:
    """The id of a body.

    A name and a state tell a body apart. Without a state a name such as "special committee" or "Joint Collegium" says
    too little, so the body it belongs to and the bodies that make it up are part of its key.
    """
    name = fold(organization.canonical)
    if organization.country is not None:
        return key("organization", name, organization.country)
    above = organization_id(organization.part_of) if organization.part_of else None
    members = sorted({str(organization_id(each.organization)) for each in organization.members})
    return key("organization", name, None, above, members)


def root(organization: Organization) -> Organization:
    """The topmost body that a body belongs to: the United Nations for its special committee."""
    while organization.part_of is not None:
        organization = organization.part_of
    return organization


def office_id(office: Office) -> UUID:
    """The id of a post."""
    organization = organization_id(office.organization) if office.organization else None
    return key("office", fold(office.title), organization, office.country)


def meeting_ids(meetings: Sequence[Meeting], sha256: str) -> list[UUID]:
    """The ids of the meetings of one text, in their order."""
    return _ids("meeting", [_meeting_content(each) for each in meetings], _starts(meetings), sha256)


def agreement_ids(agreements: Sequence[Agreement], sha256: str) -> list[UUID]:
    """The ids of the agreements of one text, in their order."""
    return _ids("agreement", [_agreement_content(each) for each in agreements], _starts(agreements), sha256)


def participant_id(meeting: UUID, participant: Participant) -> UUID:
    """The id of somebody's part in a meeting. A named person takes part once, whatever else is said of them."""
    return key("meeting_participant", meeting, *_participant_parts(participant))


def party_id(agreement: UUID, party: Party) -> UUID:
    """The id of a party: the body where one is named, else the state."""
    return key("agreement_party", agreement, party.role.value, *_party_parts(party))


def _ids(sort: str, contents: Sequence[Sequence[Part] | None], starts: Sequence[int], sha256: str) -> list[UUID]:
    """Ids by content where that identifies one fact of the text, by position otherwise."""
    by_content = [key(sort, "content", *content) if content else None for content in contents]
    times = Counter(each for each in by_content if each is not None)
    seen: Counter[int] = Counter()
    found = []
    for content, start in zip(by_content, starts, strict=True):
        number = seen[start]
        seen[start] += 1
        found.append(
            content if content is not None and times[content] == 1 else key(sort, "position", sha256, start, number)
        )
    return found


def _starts(facts: Iterable[Meeting | Agreement]) -> list[int]:
    return [min((evidence.span.start for evidence in fact.evidence), default=0) for fact in facts]


def _meeting_content(meeting: Meeting) -> Sequence[Part] | None:
    when = day(meeting.date.edtf) if meeting.date else None
    if when is None:
        return None
    persons = {str(person_id(each.person.name)) for each in meeting.participants if each.person}
    parts = {tuple(map(str, _participant_parts(each))) for each in meeting.participants}
    if len(parts) < 2:
        return None
    who: Part = sorted(persons) if len(persons) >= 2 else [list(each) for each in sorted(parts)]
    return (meeting.kind.value, when, who)


def _agreement_content(agreement: Agreement) -> Sequence[Part] | None:
    return _signed(agreement) or _draft_convention(agreement)


def _signed(agreement: Agreement) -> Sequence[Part] | None:
    """Kind, parties and day of an instrument that was signed or approved on a known day, or is to be on a stated one.

    Whoever announces a signing for a day, and whoever reports it of that day, speak of one instrument.
    """
    parties = {tuple(map(str, _party_parts(each))) for each in agreement.parties if each.role is PartyRole.PARTY}
    if len(parties) < 2:
        return None
    for status in (StepStatus.SIGNED, StepStatus.APPROVED):
        days = {day(each.date.edtf) for each in agreement.steps if each.status is status and each.date}
        if len(days) == 1 and (when := days.pop()) is not None:
            return (agreement.kind.value, "signed", when, [list(each) for each in sorted(parties)])
    if any(each.status in _DONE for each in agreement.steps):
        return None
    planned = [each.date for each in agreement.steps if each.status is StepStatus.PLANNED and each.date]
    days = {day(each.edtf) for each in planned if each.basis is DateBasis.EXPLICIT}
    if len(days) == 1 and (when := days.pop()) is not None:
        return (agreement.kind.value, "signed", when, [list(each) for each in sorted(parties)])
    return None


def _draft_convention(agreement: Agreement) -> Sequence[Part] | None:
    """Kind, proposers' states and addressed bodies of a convention; nobody files two with one body unnamed."""
    if agreement.kind is not AgreementKind.CONVENTION:
        return None
    proposers = {_state(each) for each in agreement.parties if each.role is PartyRole.PROPOSER}
    addressed = {
        str(organization_id(root(each.organization)))
        for each in agreement.parties
        if each.role is PartyRole.ADDRESSEE and each.organization
    }
    if not addressed or not proposers or None in proposers:
        return None
    return (agreement.kind.value, "draft", sorted(filter(None, proposers)), sorted(addressed))


def _state(party: Party) -> str | None:
    return party.country or (party.organization.country if party.organization else None)


def _participant_parts(participant: Participant) -> tuple[Part, ...]:
    if participant.person is not None:
        return ("person", person_id(participant.person.name))
    office = office_id(participant.office) if participant.office else None
    organization = organization_id(participant.organization) if participant.organization else None
    if office is None and organization is None and participant.country is None:
        raise ValueError("a participant must be a person, an office, an organization or a country")
    return ("other", office, organization, participant.country)


def _party_parts(party: Party) -> tuple[Part, ...]:
    if party.organization is not None:
        return ("organization", organization_id(party.organization))
    if party.country is None:
        raise ValueError("a party must be an organization or a country")
    return ("country", party.country)
