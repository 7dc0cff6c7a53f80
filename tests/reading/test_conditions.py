"""Meetings and instruments that did not come about, are only supposed, or were promised somewhere else."""

import pytest

from archive.reading import read

NOTHING = [
    "A meeting between the law ministers of Norway and Latvia was vetoed by the parliament.",
    "A meeting of the Minister of Justice of Peru, Ana Ruiz, with her Chilean counterpart in Lima has been ruled out.",
    "The talks between the prosecutors of Chile and Peru, which had been set for May, were blocked.",
    "The call between the Minister of Justice of Ghana and the Minister of Justice of Togo was prevented by a strike.",
    "A request by Norway for a meeting with the Minister of Justice of Latvia was turned down.",
    "The meeting between the justice ministers of Peru and Chile never happened.",
    "Consultations between Norway and Latvia in Riga broke down before they had even begun.",
    "Should the justice ministers of Peru and Chile meet in Arica, they will discuss extradition.",
    "If the justice ministers of Peru and Chile meet in Arica, they will discuss extradition.",
    "Had the Minister of Justice of Peru, Ana Ruiz, held talks with Luis Mora of Chile, it would have been noticed.",
    "Had the interior ministers of Norway and Latvia met in Riga, the treaty would be ready.",
    "Had a meeting between the interior ministers of Norway and Latvia taken place, we would know.",
    "Were the interior ministers of Norway and Latvia to meet in Riga, they would discuss the border.",
    "Had Norway and Latvia signed a treaty on extradition in 2020, he would be in prison.",
    "He would be sent home should Norway and Latvia sign an extradition treaty.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_come_about_or_is_supposed_is_nothing(text: str) -> None:
    reading = read(text, published="2024-05-04")
    assert not reading.meetings
    assert not reading.agreements


@pytest.mark.parametrize(
    "text",
    [
        "Had a long meeting with the Minister of Justice of Peru, Ana Ruiz, in Lima today.",
        "Had talks with the Minister of Justice of Peru, Ana Ruiz, who has been in office since May.",
        "The justice ministers of Peru and Chile had met in Arica in May.",
        "The justice ministers of Peru and Chile met in Arica, where a proposal by Bolivia was vetoed.",
        "At a meeting of the justice ministers of Peru and Chile in Arica on 3 May 2024, a request was rejected.",
        "The justice ministers of Peru and Chile met in Arica, an hour before it began to rain.",
        "The experts should all study how the justice ministers of Peru and Chile met in Arica.",
        "It should be noted that the justice ministers of Peru and Chile met in Arica in 2021.",
    ],
)
def test_what_stands_near_such_words_was_held(text: str) -> None:
    (meeting,) = read(text, published="2024-05-04").meetings
    assert meeting.status.value == "held"


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("The justice ministers of Peru and Chile promised in Lima on Monday to meet again in Arica.", "Arica", None),
        (
            "The justice ministers of Peru and Chile decided in Lima on 3 May 2024 to hold a meeting in June 2024.",
            None,
            "2024-06",
        ),
        ("On Monday, the justice ministers of Peru and Chile agreed to meet in Arica.", "Arica", None),
        ("On 3 July 2024 the justice ministers of Peru and Chile are to meet in Arica.", "Arica", "2024-07-03"),
        (
            "The justice ministers of Peru and Chile are expected in Arica on 3 July 2024 to meet the guards.",
            "Arica",
            "2024-07-03",
        ),
    ],
)
def test_what_is_promised_is_not_to_be_where_it_was_promised(text: str, place: str | None, date: str | None) -> None:
    (meeting,) = read(text, published="2024-05-08").meetings
    assert meeting.status.value == "planned"
    assert (meeting.place and meeting.place.name) == place
    assert (meeting.date and meeting.date.edtf) == date


@pytest.mark.parametrize(
    "text",
    [
        "Never before had a prosecutor general of Chile met the Attorney General of Peru.",
        "Not once did the Minister of Justice of Chile, Ana Soto, meet Minister Luis Mora of Peru.",
        "The talks of Peru and Chile, due to be held in Arica in June, had to be dropped.",
        "The seminar for judges of Peru and Chile in Arica has had to be cancelled.",
        "The consultations of Peru and Chile, which were to take place in Arica in June, fell victim to a strike.",
    ],
)
def test_what_never_was_or_had_to_be_dropped_is_nothing(text: str) -> None:
    assert not read(text, published="2024-05-04").meetings
