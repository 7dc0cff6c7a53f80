"""The plain object that a reading is printed as."""

import json

import pytest

from archive.reading.facts import (
    Agreement,
    Appointment,
    Country,
    Evidence,
    Meeting,
    Mention,
    Office,
    Organization,
    Participant,
    Party,
    Person,
    Place,
    Quotation,
    Reading,
    Step,
    Topic,
)
from archive.reading.output import as_json, furthest_step
from archive.values import (
    AgreementKind,
    DateBasis,
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

TEXT = (
    "Oslo talks\n\nBerg was there. The Minister of Justice of Norway, Anna Berg, met her colleague in Oslo last year. "
    "“We trust each other,” the minister said. They signed a memorandum on training."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def evidence(words: str) -> tuple[Evidence, ...]:
    return (Evidence(span(words), "rule"),)


LAST_YEAR = PartialDate("last year", None, DateBasis.UNRESOLVED)
IN_2020 = PartialDate("in 2020", "2020", DateBasis.EXPLICIT)

MINISTRY = Organization("Ministry of Justice", "ministry of justice", OrganizationKind.MINISTRY, "NO")
MINISTER = Office("Minister of Justice", MINISTRY, "NO")
BERG = Person(
    "Anna Berg",
    ("Berg",),
    (
        Mention(span("Berg"), MentionKind.SHORT),
        Mention(span("the minister"), MentionKind.EPITHET),
        Mention(span("Anna Berg"), MentionKind.FULL),
    ),
    (Appointment(MINISTER, evidence("Minister of Justice of Norway")),) * 2,
)
OSLO = Place("Oslo", "NO", (Mention(span("Oslo")),))
MEETING = Meeting(
    MeetingKind.BILATERAL,
    MeetingStatus.HELD,
    (
        Participant(evidence("Anna Berg"), person=BERG, organization=MINISTRY, country="NO", role=ParticipantRole.HOST),
        Participant(evidence("her colleague"), office=Office("Minister", country="SE")),
        Participant(evidence("her colleague"), office=Office("Director")),
    ),
    evidence("Anna Berg, met her colleague"),
    place=OSLO,
    date=LAST_YEAR,
)
MEMORANDUM = Agreement(
    AgreementKind.MEMORANDUM,
    "memorandum on training",
    (Party(evidence("They"), MINISTRY, "NO", PartyRole.PARTY, BERG), Party(evidence("They"), country="SE")),
    (Step(StepStatus.SIGNED, evidence("signed"), IN_2020), Step(StepStatus.DRAFT, evidence("signed"), LAST_YEAR)),
    evidence("They signed a memorandum on training"),
)
READING = Reading(
    title=span("Oslo talks"),
    persons=(BERG,),
    organizations=(MINISTRY,),
    countries=(Country("NO", (Mention(span("Norway")),)),),
    places=(OSLO,),
    meetings=(MEETING,),
    agreements=(MEMORANDUM,),
    quotations=(Quotation(span("We trust each other,"), evidence("the minister said"), BERG),),
    topics=(Topic("training", (Mention(span("training")),)),),
)


def pair(words: str) -> list[int]:
    return [span(words).start, span(words).end]


def test_a_reading_is_printed_with_names_instead_of_references() -> None:
    assert as_json(READING, TEXT, document="talks") == {
        "document": "talks",
        "title": "Oslo talks",
        "persons": [
            {
                "name": "Anna Berg",
                "aliases": ["Berg"],
                "offices": [{"title": "Minister of Justice", "organization": "Ministry of Justice", "country": "NO"}],
                "mentions": [pair("Anna Berg"), pair("Berg")],
                "epithets": [pair("the minister")],
            }
        ],
        "organizations": [
            {"name": "Ministry of Justice", "aliases": [], "kind": "ministry", "country": "NO", "mentions": []}
        ],
        "countries": [{"code": "NO", "mentions": [pair("Norway")]}],
        "places": [{"name": "Oslo", "country": "NO", "mentions": [pair("Oslo")]}],
        "meetings": [
            {
                "kind": "bilateral",
                "status": "held",
                "participants": [
                    {"person": "Anna Berg", "organization": "Ministry of Justice", "country": "NO", "role": "host"},
                    {"person": None, "organization": None, "country": "SE", "role": "participant"},
                ],
                "place": "Oslo",
                "date": None,
                "date_text": "last year",
                "evidence": [pair("Anna Berg, met her colleague")],
            }
        ],
        "agreements": [
            {
                "kind": "memorandum",
                "status": "signed",
                "title": "memorandum on training",
                "parties": [
                    {
                        "organization": "Ministry of Justice",
                        "country": "NO",
                        "role": "party",
                        "signatory": "Anna Berg",
                    },
                    {"organization": None, "country": "SE", "role": "party", "signatory": None},
                ],
                "date": "2020",
                "date_text": "in 2020",
                "evidence": [pair("They signed a memorandum on training")],
            }
        ],
        "quotations": [
            {"speaker": "Anna Berg", "start": pair("We trust")[0], "end": pair("We trust each other,")[1]},
        ],
        "topics": [{"slug": "training", "mentions": [pair("training")]}],
    }


def test_who_has_neither_name_nor_body_nor_state_is_not_printed() -> None:
    (meeting,) = as_json(READING, TEXT, document="talks")["meetings"]
    assert len(meeting["participants"]) == len(MEETING.participants) - 1


def test_it_can_be_written_as_json_and_read_again() -> None:
    printed = as_json(READING, TEXT, document="talks")
    assert json.loads(json.dumps(printed)) == printed


def test_an_empty_reading_has_every_list() -> None:
    printed = as_json(Reading(title=None), "", document="-")
    assert printed.pop("document") == "-"
    assert printed.pop("title") is None
    assert set(printed) == set(as_json(READING, TEXT, document="talks")) - {"document", "title"}
    assert all(value == [] for value in printed.values())


def test_what_is_mentioned_first_comes_first_and_what_is_never_mentioned_last() -> None:
    named = [("NO", "Norway"), ("SE", "colleague"), ("DK", "Oslo")]
    countries = [Country(code, (Mention(span(words)),)) for code, words in named]
    printed = as_json(Reading(None, countries=(Country("FI", ()), *countries)), TEXT, document="-")
    assert [country["code"] for country in printed["countries"]] == ["DK", "NO", "SE", "FI"]


@pytest.mark.parametrize(
    ("steps", "status", "date"),
    [
        pytest.param([(StepStatus.SIGNED, IN_2020), (StepStatus.PLANNED, None)], "signed", "2020", id="the furthest"),
        pytest.param([(StepStatus.SIGNED, None), (StepStatus.IN_FORCE, None)], "in_force", None, id="without a date"),
        pytest.param(
            [(StepStatus.DRAFT, LAST_YEAR), (StepStatus.DRAFT, IN_2020)], "draft", "2020", id="the best-known date"
        ),
        pytest.param([(StepStatus.SIGNED, None), (StepStatus.DRAFT, IN_2020)], "signed", None, id="its own date only"),
    ],
)
def test_the_status_is_the_furthest_step_with_its_own_date(
    steps: list[tuple[StepStatus, PartialDate | None]], status: str, date: str | None
) -> None:
    step = furthest_step([Step(each, evidence("signed"), when) for each, when in steps])
    assert step is not None
    assert (step.status, step.date.edtf if step.date else None) == (status, date)
