"""Offices that somebody is said to come to, to hold or to leave, apart from his name."""

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.segments import segment
from archive.reading.vocabulary import load


def offices(text: str) -> dict[str, list[str]]:
    found = phrases(segment(f"News of the day\n\nMr Tevita Fonua and Mr Sione Latu met Ms Ana Soto.\n\n{text}"))
    return {person.name: [held.office.title for held in person.appointments] for person in found.persons}


TELLINGS = load("careers")["telling"]


@pytest.mark.parametrize("telling", TELLINGS, ids=[telling["name"] for telling in TELLINGS])
def test_a_telling_gives_its_office_and_nothing_without_its_words(telling: dict[str, str]) -> None:
    assert telling["title"] in offices(telling["example"])[telling["holder"]]
    assert not any(offices(telling["counterexample"]).values())


@pytest.mark.parametrize(
    ("text", "holder", "title"),
    [
        ("Tevita Fonua was elected chair and Sione Latu vice-chair.", "Sione Latu", "vice-chair"),
        ("The King appointed Tevita Fonua and Sione Latu as judges.", "Tevita Fonua", "judge"),
        ("Elected as vice-chairs were Tevita Fonua and Sione Latu.", "Sione Latu", "vice-chair"),
        ("Tevita Fonua was replaced as director by Sione Latu.", "Sione Latu", "director"),
        ("Tevita Fonua has been named Ombudsman. He succeeds Sione Latu.", "Sione Latu", "Ombudsman"),
        ("Sione Latu congratulated Tevita Fonua on his election as Speaker.", "Tevita Fonua", "Speaker"),
        ("Tevita Fonua was a judge from 2001 to 2005 and later Ombudsman.", "Tevita Fonua", "Ombudsman"),
        ("The King has appointed Tevita Fonua, a lawyer, as the new Ombudsman.", "Tevita Fonua", "Ombudsman"),
        ("Ana Soto took over as Prosecutor General of Chile from Luis Arce.", "Luis Arce", "Prosecutor General"),
    ],
)
def test_an_office_apart_from_the_name_has_its_holder(text: str, holder: str, title: str) -> None:
    assert title in offices(text)[holder]


@pytest.mark.parametrize(
    "text",
    [
        "Tevita Fonua was not appointed Chief Justice.",
        "Tevita Fonua was appointed, as the Minister of Justice said.",
        "Tevita Fonua was accused of posing as a police officer.",
        "Tevita Fonua is the brother of the Minister of Justice.",
    ],
)
def test_an_office_in_other_words_has_no_holder(text: str) -> None:
    assert offices(text)["Tevita Fonua"] == []
