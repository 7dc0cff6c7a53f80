""" "Her country" is the state of whom the pronoun means; ministers of "the two countries" are those who are named."""

import pytest

from archive.reading import read


def parties(text: str) -> set[str | None]:
    (agreement,) = read(text).agreements
    return {party.country for party in agreement.parties}


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Justice of Chile, Ana Soto, regretted that the convention between her country and Peru "
        "had not been ratified.",
        "Minister Ana Soto of Chile cited a court in Togo and said that the convention concluded by her country "
        "with Peru in 2014 was outdated.",
        "Minister Ana Soto of Chile recalled the memorandum which the two countries' interior ministers, Luis Vega "
        "of Peru and Eva Rojas of Chile, signed in Lima in 2014.",
    ],
)
def test_the_parties_are_the_states_of_those_who_are_meant(text: str) -> None:
    assert parties(text) == {"CL", "PE"}


def test_somebody_invites_to_his_own_country() -> None:
    (visit,) = read("President Ana Duarte of Chile invited President Luis Vega of Peru to visit her country.").meetings
    assert (visit.kind.value, visit.status.value) == ("visit", "proposed")
    assert {each.country for each in visit.participants} == {"CL", "PE"}


def test_what_somebody_wishes_to_see_signed_is_proposed() -> None:
    text = "The Minister expressed the wish of his Government to see concluded this year an agreement with Peru."
    (agreement,) = read(text).agreements
    assert agreement.steps[-1].status.value == "proposed"


@pytest.mark.parametrize("text", ["The judges took a course of legal English.", "The officers learn French in Lima."])
def test_a_language_that_is_taught_is_no_state(text: str) -> None:
    assert [country.code for country in read(text).countries] == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Soto attended the XXXII Specialized Meeting of Public Ministries in Quito.",
        "The XV Meeting of Ministers of Justice was held in Lima on 3 June 2024.",
    ],
)
def test_a_meeting_with_a_roman_number_is_one_of_a_series(text: str) -> None:
    (meeting,) = read(text).meetings
    assert meeting.kind.value == "session"


@pytest.mark.parametrize(
    "text",
    [
        "The seminar was held in Lima on 3 June 2024. It counted on the presence of Judge Ana Soto.",
        "The works of the seminar, held in Lima on 3 June 2024, had the participation of Judge Ana Soto.",
        "The seminar was held in Lima on 3 June 2024. The Supreme Court had itself represented by Judge Ana Soto.",
    ],
)
def test_whose_presence_a_meeting_had_took_part(text: str) -> None:
    (meeting,) = read(text).meetings
    assert "Ana Soto" in [each.person and each.person.name for each in meeting.participants]
