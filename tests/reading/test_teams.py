"""Who took part: those who lead a team, whom a list names among letters, and whom the words set apart from the noun."""

import pytest

from archive.reading import read

HEAD = "News of legal cooperation\n\nLIMA, 24 September 2024 - "
ANA = "The Minister of Justice of Chile, Ana Soto,"


def _met(text: str) -> list[set[str]]:
    meetings = read(HEAD + text, published="2024-09-24").meetings
    return [{each.person.name for each in meeting.participants if each.person} for meeting in meetings]


def _states(text: str) -> list[set[str]]:
    return [
        {each.country for each in meeting.participants if each.country}
        for meeting in read(HEAD + text, published="2024-09-24").meetings
    ]


@pytest.mark.parametrize(
    "words",
    [
        "met on Monday with a Vietnamese court delegation headed by Nguyen Van Thanh, deputy chief justice.",
        "met on Monday with a team of Vietnamese judges under Deputy Chief Justice Nguyen Van Thanh.",
        "received on Monday the Supreme Court of Vietnam, which was led by Deputy Chief Justice Nguyen Van Thanh.",
    ],
    ids=["headed by", "under", "which was led by"],
)
def test_who_leads_those_who_are_met_takes_part(words: str) -> None:
    assert {"Ana Soto", "Nguyen Van Thanh"} in _met(f"{ANA} {words}")


def test_under_a_law_is_no_leader() -> None:
    assert _met(f"{ANA} met on Monday with the Supreme Court of Vietnam under Article 5 of the treaty.") == [
        {"Ana Soto"}
    ]


@pytest.mark.parametrize(
    "words",
    [
        "A meeting was held on 4 May in Lima of {} with {}.",
        "They recalled the meeting held on 4 May in Lima between {} and {}.",
        "What took place on 4 May was a meeting at the headquarters of the Interpol in Lima between {} and {}.",
    ],
    ids=["of, with", "between", "at a body, in a city"],
)
def test_a_day_and_place_may_stand_between_a_meeting_and_those_who_met(words: str) -> None:
    people = "Prosecutor General of Peru Luis Rojas", "Attorney General of Chile Ana Soto"
    assert _met(words.format(*people)) == [{"Luis Rojas", "Ana Soto"}]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (f"{ANA} Eva Ruiz, KC, and Judge Luis Mora", {"Ana Soto", "Eva Ruiz", "Luis Mora"}),
        (f"{ANA} and the ministry's head of extradition, Luis Mora,", {"Ana Soto", "Luis Mora"}),
        (
            "Judge Luis Mora of Peru visited Chile. He and the Minister of Justice of that country, Ana Soto,",
            {"Ana Soto"},
        ),
    ],
    ids=["letters", "the body's", "of that country"],
)
def test_a_list_goes_on_over_letters_and_owners(names: str, people: set[str]) -> None:
    assert any(
        people <= met for met in _met(f"{names} held talks on Monday with the Attorney General of Peru, Jorge Diaz.")
    )


def test_of_that_country_is_of_the_state_named_last() -> None:
    text = "Judge Luis Mora of Peru went to Chile. On Monday he met the Minister of Justice of that country, Ana Soto."
    person = next(each for each in read(HEAD + text).persons if each.name == "Ana Soto")
    assert [each.office.country for each in person.appointments] == ["CL"]


def test_who_accepts_an_invitation_is_to_come() -> None:
    text = f"{ANA} invited her counterpart to visit Chile in 2025. Judge Luis Mora accepted the invitation."
    assert {"Luis Mora"} in _met(text)


def test_the_name_of_a_joint_body_tells_its_states() -> None:
    text = "The Chile-Peru Joint Commission on Border Security held its sixth session in Arica on 5 May 2024."
    assert {"CL", "PE"} in _states(text)


def test_the_next_of_a_numbered_series_has_the_sides_of_the_one_before() -> None:
    text = (
        "The sixth session of the Joint Commission of Chile and Peru was held in Arica on 5 May 2024."
        " The seventh session will be held in Tacna in 2025."
    )
    assert _states(text) == [{"CL", "PE"}, {"CL", "PE"}]


def test_whom_a_team_meets_lends_its_leader_no_state() -> None:
    text = "The team, led by Programme Coordinator Eva Ruiz, met on Monday with the Director of Customs of Fiji."
    meeting = read(HEAD + text, published="2024-09-24").meetings[0]
    assert [each.country for each in meeting.participants if each.person and each.person.name == "Eva Ruiz"] == ["PE"]


@pytest.mark.parametrize(
    "people",
    [
        "The Czech and Slovak Ministers of the Interior",
        "The Czech and Slovak war crimes prosecutors",
        "Czechia's and Slovakia's police chiefs",
    ],
)
def test_people_of_several_states_are_told_by_the_states_before_them(people: str) -> None:
    (meeting,) = read(f"{people} met in Brno on 3 May 2021.").meetings

    assert {each.country for each in meeting.participants} == {"CZ", "SK"}
