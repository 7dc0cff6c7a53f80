"""Meetings and instruments that were turned down, missed, only wished for, only possible or only said of somebody."""

import pytest

from archive.reading import read

MINISTER = "The Minister of Justice of Peru, Ana Ruiz,"
OTHER = "the Norwegian ambassador, Otto Stern"

UNHELD = [
    "turned down a meeting with {other}.",
    "ignored an invitation by Norway for talks with {other}.",
    "forgot a meeting with {other}.",
    "missed her meeting with {other}.",
    "apologised for missing the talks with {other}.",
    "was absent from a meeting with {other}.",
    "did not show up for a meeting with {other}.",
    "stayed away from the talks with {other}.",
    "insisted on a meeting with {other}.",
    "is waiting for a meeting with {other}.",
    "cancelled her meeting with {other}.",
    "refrained from meeting {other}.",
    "was prevented from meeting {other}.",
    "denied ever having met {other}, in Lima in 2016.",
    "has no plans to meet {other}.",
    "has no intention of meeting {other}.",
    "turned down an offer of talks with {other}.",
    "is said to have met {other}, in Lima.",
    "allegedly met {other}, in Lima.",
    "is believed to have signed an agreement with Norway.",
]


@pytest.mark.parametrize("text", UNHELD)
def test_what_was_left_undone_is_nothing(text: str) -> None:
    reading = read(f"{MINISTER} {text.format(other=OTHER)}", published="2024-05-04")
    assert not reading.meetings
    assert not reading.agreements


@pytest.mark.parametrize(
    "text",
    [
        f"According to unconfirmed reports, {MINISTER} met {OTHER}, in Doha.",
        f"A source claimed that {MINISTER} had met {OTHER}, in Doha.",
        f"Rumour has it that {MINISTER} met {OTHER}, in Doha.",
        "A meeting between the justice ministers of Peru and Norway would be useful.",
        "A meeting between the justice ministers of Peru and Norway is unlikely in June.",
        "A meeting between the justice ministers of Peru and Norway would send a strong signal.",
    ],
)
def test_what_is_only_heard_or_unlikely_is_nothing(text: str) -> None:
    assert not read(text, published="2024-05-04").meetings


@pytest.mark.parametrize(
    "text",
    [
        "apologised for the delay at a meeting with {other}.",
        "insisted on extradition at a meeting with {other}.",
        "missed the session in Geneva and met {other}.",
        "who had refused an interview, met {other}.",
        "arrived late for a meeting with {other}.",
        "confirmed having met {other}, in Lima.",
    ],
)
def test_what_stands_near_such_words_was_held(text: str) -> None:
    (meeting,) = read(f"{MINISTER} {text.format(other=OTHER)}", published="2024-05-04").meetings
    assert meeting.status.value == "held"


def test_who_missed_the_meeting_of_others_undoes_nothing() -> None:
    text = "Norway was absent from a meeting between the justice ministers of Peru and Chile in Lima on 3 May 2024."
    (meeting,) = read(text).meetings
    assert meeting.status.value == "held"


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("A meeting between the justice ministers of Peru and Chile is being prepared.", "planned", None),
        ("A meeting between the justice ministers of Peru and Chile is likely in March.", "planned", "2025-03"),
        ("A meeting between the justice ministers of Peru and Chile is possible in March.", "proposed", "2025-03"),
        ("Peru said a meeting of its minister with Luis Mora of Chile was possible in August.", "proposed", "2024-08"),
        ("A meeting between Norway and Chile remains possible in March, Peru said.", "proposed", "2025-03"),
        ("Talks between Norway and Chile are under consideration.", "proposed", None),
        ("The meeting between the justice ministers of Peru and Chile was necessary.", "held", None),
        ("The meeting between the justice ministers of Peru and Chile was made possible by Bolivia.", "held", None),
    ],
)
def test_how_likely_a_meeting_is(text: str, status: str, date: str | None) -> None:
    (meeting,) = read(text, published="2024-05-08").meetings
    assert meeting.status.value == status
    assert (meeting.date and meeting.date.edtf) == date


MINISTERS = "Chilean Justice Minister Ana Soto and Peruvian Justice Minister Luis Rojas"


@pytest.mark.parametrize(
    "text",
    [
        f"Reporters ignored the meeting between {MINISTERS} in Lima on 3 May 2024.",
        f"Demonstrators hoped to prevent the meeting between {MINISTERS} in Lima on 3 May 2024.",
        f"The twice postponed meeting between {MINISTERS} was held in Lima on 3 May 2024.",
        f"The meeting between {MINISTERS} in Lima on 3 May 2024 could bring a breakthrough, observers said.",
        f"{MINISTERS} had no time to waste and met in Lima on 3 May 2024.",
        f"Victims claimed damages, and {MINISTERS} met in Lima on 3 May 2024.",
        f"A week after thieves allegedly took the files {MINISTERS} met in Lima on 3 May 2024.",
        f"{MINISTERS} met in Lima on 3 May 2024 to see whether a truce is possible.",
        f"{MINISTERS} met in Lima on 3 May 2024 at an hour when a truce looked unlikely.",
        f"{MINISTERS} met in Lima on 3 May 2024 as a second round is being prepared.",
    ],
)
def test_what_is_said_of_something_else_undoes_no_meeting(text: str) -> None:
    (meeting,) = read(text, published="2024-05-08").meetings
    assert meeting.status.value == "held"
    assert {each.country for each in meeting.participants} == {"CL", "PE"}


@pytest.mark.parametrize(
    "rest", ["and ratification is likely in June", "and more is needed", "while a second one is being prepared"]
)
def test_what_is_to_follow_undoes_no_signing(rest: str) -> None:
    agreements = read(f"{MINISTERS} signed an extradition treaty in Lima on 3 May 2024 {rest}.").agreements
    assert agreements[0].steps[-1].status.value == "signed"


def test_a_meeting_that_somebody_put_off_is_planned_for_the_new_day() -> None:
    postponed = "Chilean Justice Minister Ana Soto postponed her meeting with Peruvian Justice Minister Luis Rojas"
    assert not read(f"{postponed}.", published="2024-05-08").meetings
    for later in (" to 3 July 2024.", ". It will now take place in Lima on 3 July 2024."):
        (meeting,) = read(f"{postponed}{later}", published="2024-05-08").meetings
        assert meeting.status.value == "planned"
        assert (meeting.date and meeting.date.edtf) == "2024-07-03"
