"""Gatherings as strangers tell of them: who came, from where, and what only looks like a meeting."""

from typing import Any

import pytest

from .test_meetings import meetings
from .test_meetings import states as states_of
from .test_meetings import told as told_of


def told(words: str) -> list[tuple[Any, ...]]:
    return [told_of(meeting) for meeting in meetings(words)]


def states(words: str) -> set[str]:
    (meeting,) = meetings(words)
    return states_of(meeting)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Forty prosecutors, customs officers and inspectors from Benin, Ghana and Togo attended a course in Lomé.",
            {"BJ", "GH", "TG"},
        ),
        ("Experts of the Ministries of Justice of Serbia and Romania held consultations in Oradea.", {"RS", "RO"}),
        ("Judges from the border courts of Peru and Chile met in Arica on 3 May 2024.", {"PE", "CL"}),
        ("A coordination meeting was held in Lima, with prosecutors from Peru and Spain taking part.", {"PE", "ES"}),
        ("The Russian-Chinese subcommission on legal affairs met in Harbin on 17 June.", {"RU", "CN"}),
    ],
    ids=[
        "several sorts of people",
        "experts of ministries",
        "people of bodies of states",
        "with them",
        "paired states",
    ],
)
def test_those_who_came_are_told_by_their_states(words: str, expected: set[str]) -> None:
    assert states(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            'Prosecutor General Ana Soto attended the "Third Forum on Cybercrime" in Rabat on 3 June 2024.',
            ("conference", "held", "Rabat", "2024-06-03"),
        ),
        (
            "Judge Ana Soto spoke at the “Closing and Certificate Ceremony” held in Baku on 3 June 2024.",
            ("ceremony", "held", "Baku", "2024-06-03"),
        ),
        (
            'The conference "International Forum on Crime" took place in Rabat on 3 June 2024.',
            ("conference", "held", "Rabat", "2024-06-03"),
        ),
        ('Peru launched the "Training Course for Judges" project in Lima on 3 June 2024.', None),
        ('The report "Conference on Crime in Asia" was published in Lima on 3 June 2024.', None),
        ('The "Forum on Crime" was held in Lima on 3 June 2024.', ("conference", "held", "Lima", "2024-06-03")),
        ('Judge Ana Soto wrote about the "Conference of the Bees" in Lima on 3 June 2024.', None),
        ('Customs officers opened "Operation Meeting" in Lima on 3 June 2024.', None),
        ('"Conference of prosecutors, no thanks," said Judge Ana Soto in Lima on 3 June 2024.', None),
    ],
    ids=[
        "forum",
        "ceremony",
        "a name behind the noun",
        "a project",
        "a report",
        "held",
        "a matter",
        "an operation",
        "speech",
    ],
)
def test_the_name_of_an_event_may_stand_between_quotation_marks(
    words: str, expected: tuple[str, str, str | None, str | None] | None
) -> None:
    assert told(words) == ([expected] if expected else [])


def test_where_two_met_is_no_second_meeting() -> None:
    words = 'Minister Ana Soto of Chile met Minister Luis Mora of Peru at the "Conference of Judges" in Lima.'
    assert [each[0] for each in told(words)] == ["bilateral"]


@pytest.mark.parametrize(
    ("whose", "kind"),
    [
        ("the ministers of justice of South-East Europe", "multilateral"),
        ("interior ministers of the Visegrad states", "multilateral"),
        ("Nordic police chiefs", "multilateral"),
        ("prosecutors from ten countries", "multilateral"),
        ("prosecutors of the two countries", "bilateral"),
        ("officials of the Ministry of Justice of Peru", "bilateral"),
    ],
)
def test_a_meeting_of_people_of_a_region_is_one_of_several_states(whose: str, kind: str) -> None:
    (meeting,) = meetings(f"Minister Ana Soto of Chile attended a meeting of {whose} in Lima on 3 June 2024.")
    assert meeting.kind == kind


def test_whose_meeting_it_is_to_be_does_not_make_it_past() -> None:
    words = "The committee is next due in Lima on 20 August 2024 for a round table hosted by the Ministry of Justice."
    assert told(words) == [("conference", "planned", "Lima", "2024-08-20")]


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("paid a farewell call on the Council for Courts of Peru", 1),
        ("paid her courtesy call on the Minister of Justice of Peru, Luis Mora", 1),
        ("called on the Council for Courts of Peru to publish its rulings", 0),
    ],
)
def test_a_call_that_is_paid_is_a_meeting(words: str, many: int) -> None:
    assert len(meetings(f"On 3 June 2024 the Ambassador of Chile, Ana Soto, {words}.")) == many


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "A two-day meeting of heads of forensic services opened in Kingston on 11 June 2024.",
            ("multilateral", "held", "Kingston", "2024-06-11/2024-06-12"),
        ),
        (
            "The consultations set for 20 May in Riga were moved to 2 July.",
            ("consultation", "planned", "Riga", "2024-07-02"),
        ),
        (
            "On Monday, we received the Prosecutor General of Estonia, Mart Tamm, in Riga.",
            ("bilateral", "held", "Riga", "2024-06-17"),
        ),
        (
            "Meeting in Quito on 5 June, the attorneys general of Ecuador and Colombia agreed on a joint team.",
            ("bilateral", "held", "Quito", "2024-06-05"),
        ),
        (
            "Cartagena will host the annual conference of prosecutors in September 2025.",
            ("conference", "planned", "Cartagena", "2025-09"),
        ),
    ],
    ids=["heads of services", "moved to a day", "we received", "meeting somewhere", "a city that hosts"],
)
def test_a_sentence_tells_one_gathering(words: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert told(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "A spokesman dismissed as fiction reports of a meeting between Prosecutor Karl Weiss and Juan Paz in Malta.",
        "Minister Pavel Dvořák said he would be glad to meet Minister Rania Khoury in Prague.",
        "Should the ministers meet in Doha, the case will be raised.",
        "A regional summit of chief justices that was to be held in Lomé on 3 June did not take place.",
        "A meeting of creditors was convened in Nassau on 2 May 2024 by the liquidator.",
        "The board of the bank met in Riga on 3 June to approve the accounts.",
        "The committee meets every Thursday in Room 4.",
        "Minister Juan Paz is expected to visit Beijing, a paper wrote, but there were no such plans.",
    ],
)
def test_what_nobody_says_took_place_is_no_meeting(words: str) -> None:
    assert told(words) == []
