"""Which things are one thing, and which are not."""

from dataclasses import replace

import pytest

from archive.loading import identity
from archive.reading.facts import (
    Agreement,
    Evidence,
    Meeting,
    Membership,
    Office,
    Organization,
    Participant,
    Party,
    Person,
    Step,
)
from archive.values import (
    AgreementKind,
    DateBasis,
    MeetingKind,
    MeetingStatus,
    OrganizationKind,
    PartialDate,
    PartyRole,
    Span,
    StepStatus,
)

AT_0 = (Evidence(Span(0, 5), "rule"),)
AT_9 = (Evidence(Span(9, 12), "rule"),)
ONE_TEXT, OTHER_TEXT = "1" * 64, "2" * 64

RUSSIAN_OFFICE = Organization("PGO of Russia", "Prosecutor General’s Office", OrganizationKind.PROSECUTION, "RU")
TURKISH_MINISTRY = Organization("MoJ of Turkey", "Ministry of Justice", OrganizationKind.MINISTRY, "TR")
UNITED_NATIONS = Organization("United Nations", "United Nations", OrganizationKind.INTERNATIONAL)
UN_COMMITTEE = Organization("UN special committee", "special committee", OrganizationKind.OTHER, part_of=UNITED_NATIONS)


def dated(edtf: str | None) -> PartialDate:
    return PartialDate("then", edtf, DateBasis.EXPLICIT if edtf else DateBasis.UNRESOLVED)


def person(name: str) -> Participant:
    return Participant(AT_0, person=Person(name, (), ()))


KRASNOV, SHVED = person("Igor Krasnov"), person("Andrey Shved")
MEETING = Meeting(MeetingKind.BILATERAL, MeetingStatus.HELD, (KRASNOV, SHVED), AT_0, date=dated("2021-11-22"))
MEMORANDUM = Agreement(
    AgreementKind.MEMORANDUM,
    "Memorandum",
    parties=(Party(AT_0, organization=RUSSIAN_OFFICE), Party(AT_0, organization=TURKISH_MINISTRY)),
    steps=(Step(StepStatus.SIGNED, AT_0, dated("2022-11-10")),),
    evidence=AT_0,
)
DRAFT = Agreement(
    AgreementKind.CONVENTION,
    "draft convention",
    parties=(
        Party(AT_0, country="RU", role=PartyRole.PROPOSER),
        Party(AT_0, organization=UNITED_NATIONS, role=PartyRole.ADDRESSEE),
    ),
    steps=(Step(StepStatus.SUBMITTED, AT_0, dated("2021")),),
    evidence=AT_0,
)


def test_ids_stay_what_they_are_in_every_archive() -> None:
    assert str(identity.person_id("Josip Grubeša")) == str(identity.person_id("JOSIP GRUBESA"))
    assert str(identity.person_id("Igor Krasnov")) == "94c0a351-41e3-53e8-ba22-c3c5e36f6d88"
    assert str(identity.document_id("a", "b")) == "5747ba87-076d-5f19-b86a-d2c0bf2b60a9"


def test_the_parts_of_a_key_do_not_run_together() -> None:
    assert identity.key("x", "a,b", "c") != identity.key("x", "a", "b,c")
    assert identity.key("x", None) != identity.key("x", "None")
    assert identity.key("x", 1) != identity.key("x", "1")


def test_a_body_with_a_country_is_known_by_its_name_there() -> None:
    spelled = Organization(
        "Office", "prosecutor general's office", OrganizationKind.AGENCY, "RU", part_of=UNITED_NATIONS
    )
    assert identity.organization_id(spelled) == identity.organization_id(RUSSIAN_OFFICE)
    assert identity.organization_id(replace(RUSSIAN_OFFICE, country="BY")) != identity.organization_id(RUSSIAN_OFFICE)


def test_a_special_committee_is_known_by_the_body_it_belongs_to() -> None:
    alone = replace(UN_COMMITTEE, part_of=None)
    assert identity.organization_id(alone) != identity.organization_id(UN_COMMITTEE)
    assert identity.root(UN_COMMITTEE) is UNITED_NATIONS


def test_a_joint_body_is_known_by_its_members_in_any_order() -> None:
    one, other = Membership(RUSSIAN_OFFICE, AT_0), Membership(TURKISH_MINISTRY, AT_0)
    joint = Organization("Joint Collegium", "Joint Collegium", OrganizationKind.JOINT, members=(one, other))
    assert identity.organization_id(joint) == identity.organization_id(replace(joint, members=(other, one)))
    assert identity.organization_id(joint) != identity.organization_id(replace(joint, members=(one,)))


def test_an_office_belongs_to_a_body_and_a_state() -> None:
    office = Office("Prosecutor General", country="RU")
    assert identity.office_id(office) == identity.office_id(Office("prosecutor  general", country="RU"))
    assert identity.office_id(office) != identity.office_id(Office("Prosecutor General", country="BY"))
    assert identity.office_id(office) != identity.office_id(Office("Prosecutor General", RUSSIAN_OFFICE, "RU"))


def same_meeting(one: Meeting, other: Meeting) -> bool:
    return identity.meeting_ids([one], ONE_TEXT) == identity.meeting_ids([other], OTHER_TEXT)


def same_agreement(one: Agreement, other: Agreement) -> bool:
    return identity.agreement_ids([one], ONE_TEXT) == identity.agreement_ids([other], OTHER_TEXT)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(MEETING, participants=(SHVED, KRASNOV), evidence=AT_9), id="another order, another place"),
        pytest.param(replace(MEETING, participants=(KRASNOV, person("ANDREY SHVED"))), id="another spelling"),
        pytest.param(
            replace(MEETING, participants=(*MEETING.participants, Participant(AT_0, country="BY"))), id="a state"
        ),
        pytest.param(replace(MEETING, status=MeetingStatus.PLANNED), id="announced before"),
        pytest.param(replace(MEETING, date=dated("2021-11-22/2021-11-22")), id="the day written as an interval"),
    ],
)
def test_two_texts_report_one_meeting(other: Meeting) -> None:
    assert same_meeting(MEETING, other)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(MEETING, kind=MeetingKind.SESSION), id="another kind"),
        pytest.param(replace(MEETING, date=dated("2021-11-23")), id="another day"),
        pytest.param(replace(MEETING, participants=(KRASNOV, person("Akram Al-Khateeb"))), id="another person"),
        pytest.param(replace(MEETING, participants=(*MEETING.participants, person("Third"))), id="a third person"),
    ],
)
def test_two_texts_report_two_meetings(other: Meeting) -> None:
    assert not same_meeting(MEETING, other)


@pytest.mark.parametrize(
    "vague",
    [
        pytest.param(replace(MEETING, date=dated("2021-11")), id="a month"),
        pytest.param(replace(MEETING, date=dated(None)), id="unresolved"),
        pytest.param(replace(MEETING, date=None), id="no date"),
        pytest.param(replace(MEETING, participants=(KRASNOV,)), id="one participant"),
    ],
)
def test_a_vague_meeting_is_known_by_its_place_in_the_text(vague: Meeting) -> None:
    assert not same_meeting(vague, vague)
    assert identity.meeting_ids([vague], ONE_TEXT) == identity.meeting_ids([vague], ONE_TEXT)


def test_two_facts_of_one_text_are_never_one() -> None:
    ids = identity.meeting_ids([MEETING, replace(MEETING, evidence=AT_9), replace(MEETING, date=None)], ONE_TEXT)
    assert len(set(ids)) == 3
    ids = identity.agreement_ids([MEMORANDUM, MEMORANDUM], ONE_TEXT)
    assert len(set(ids)) == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(MEMORANDUM, parties=MEMORANDUM.parties[::-1], title="MoU"), id="another order and title"),
        pytest.param(
            replace(MEMORANDUM, steps=(*MEMORANDUM.steps, Step(StepStatus.IN_FORCE, AT_0, dated("2023")))),
            id="a later step",
        ),
        pytest.param(
            replace(MEMORANDUM, steps=(Step(StepStatus.APPROVED, AT_0, dated("2022-11-10")),)), id="approved that day"
        ),
        pytest.param(
            replace(MEMORANDUM, steps=(Step(StepStatus.PLANNED, AT_0, dated("2022-11-10")),)),
            id="its signing is announced for that day",
        ),
    ],
)
def test_two_texts_report_one_instrument(other: Agreement) -> None:
    assert same_agreement(MEMORANDUM, other)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(MEMORANDUM, kind=AgreementKind.PROGRAM), id="another kind"),
        pytest.param(
            replace(MEMORANDUM, parties=(Party(AT_0, country="RU"), Party(AT_0, country="TR"))), id="the states"
        ),
        pytest.param(
            replace(MEMORANDUM, steps=(Step(StepStatus.SIGNED, AT_0, dated("2022-11-11")),)), id="another day"
        ),
        pytest.param(
            replace(MEMORANDUM, steps=(Step(StepStatus.PLANNED, AT_0, dated("2022-11-11")),)),
            id="its signing is announced for another day",
        ),
        pytest.param(
            replace(MEMORANDUM, steps=(Step(StepStatus.PLANNED, AT_0, dated("2022-11")),)),
            id="its signing is announced for the month",
        ),
        pytest.param(
            replace(
                MEMORANDUM,
                steps=(Step(StepStatus.PLANNED, AT_0, PartialDate("tomorrow", "2022-11-10", DateBasis.RELATIVE)),),
            ),
            id="its signing is announced for a day that is not stated",
        ),
        pytest.param(
            replace(
                MEMORANDUM,
                steps=(Step(StepStatus.PLANNED, AT_0, dated("2022-11-10")), Step(StepStatus.SIGNED, AT_0, None)),
            ),
            id="it was signed, nobody knows when",
        ),
        pytest.param(
            replace(MEMORANDUM, steps=(Step(StepStatus.PROPOSED, AT_0, dated("2022-11-10")),)),
            id="it was proposed that day",
        ),
        pytest.param(replace(MEMORANDUM, steps=(Step(StepStatus.SIGNED, AT_0, dated("2022")),)), id="only the year"),
        pytest.param(replace(MEMORANDUM, parties=MEMORANDUM.parties[:1]), id="one party"),
    ],
)
def test_two_texts_report_two_instruments(other: Agreement) -> None:
    assert not same_agreement(MEMORANDUM, other)


@pytest.mark.parametrize(
    "parties",
    [
        pytest.param(
            (
                Party(AT_0, organization=RUSSIAN_OFFICE, role=PartyRole.PROPOSER),
                Party(AT_0, organization=UN_COMMITTEE, role=PartyRole.ADDRESSEE),
            ),
            id="by a body of the state, to a committee of the body",
        ),
        pytest.param((*DRAFT.parties, DRAFT.parties[0]), id="said twice"),
    ],
)
def test_two_texts_report_one_draft_convention(parties: tuple[Party, ...]) -> None:
    other = replace(DRAFT, parties=parties, steps=(Step(StepStatus.DRAFT, AT_0),), title="draft convention on crime")
    assert same_agreement(DRAFT, other)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(DRAFT, kind=AgreementKind.TREATY), id="not a convention"),
        pytest.param(
            replace(DRAFT, parties=(replace(DRAFT.parties[0], country="BY"), DRAFT.parties[1])), id="another state"
        ),
        pytest.param(replace(DRAFT, parties=DRAFT.parties[:1]), id="filed nowhere"),
        pytest.param(
            replace(DRAFT, parties=(DRAFT.parties[0], Party(AT_0, country="BY", role=PartyRole.ADDRESSEE))),
            id="to a state",
        ),
    ],
)
def test_other_drafts_are_other_instruments(other: Agreement) -> None:
    assert not same_agreement(DRAFT, other)


def test_a_person_takes_part_once_whatever_their_office() -> None:
    meeting = identity.key("meeting", 1)
    in_office = replace(KRASNOV, office=Office("Prosecutor General"), country="RU")
    assert identity.participant_id(meeting, KRASNOV) == identity.participant_id(meeting, in_office)
    head = Participant(AT_0, office=Office("head of the delegation", country="AO"))
    assert identity.participant_id(meeting, head) != identity.participant_id(meeting, replace(head, country="AO"))


@pytest.mark.parametrize("nobody", [Participant(AT_0), Party(AT_0)])
def test_nobody_cannot_take_part(nobody: Participant | Party) -> None:
    with pytest.raises(ValueError, match="must be"):
        if isinstance(nobody, Participant):
            identity.participant_id(identity.key("meeting", 1), nobody)
        else:
            identity.party_id(identity.key("agreement", 1), nobody)
