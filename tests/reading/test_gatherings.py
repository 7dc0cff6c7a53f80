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
