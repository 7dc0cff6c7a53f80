"""Whose an office is by the side, the body or the delegation that its holder stands with."""

import pytest

from tests.reading.test_naming import persons
from tests.reading.test_offices import offices


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("From the Omani side, the talks were attended by Minister Ana Soto.", {"Ana Soto": "OM"}),
        (
            "From the Omani side the following took part: Minister Ana Soto. From the Peruvian side: Judge Rui Paz.",
            {"Ana Soto": "OM", "Rui Paz": "PE"},
        ),
        (
            "(Omani side) Ms Ana Soto, Director, Legal Division; and others\n(Peruvian side) Mr Rui Paz, Judge",
            {"Ana Soto": "OM", "Rui Paz": "PE"},
        ),
        ("From the Omani side, the visit was opened. Ana Soto, Minister, spoke.", {"Ana Soto": None}),
        ("The Omani side met Minister Ana Soto.", {"Ana Soto": None}),
        ("Ana Soto, Minister of Interior, has headed the delegation of Oman to the session.", {"Ana Soto": "OM"}),
    ],
    ids=["a clause", "two sides", "in brackets", "another sentence", "met", "heads the delegation"],
)
def test_a_side_says_whose_its_people_are(text: str, states: dict[str, str | None]) -> None:
    found = {name: held[0][2] for name, held in offices(text).items()}
    assert found == states


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "COTONOU, 3 May 2023 – Ana Soto, Deputy Prosecutor at the High Court of Lomé, spoke.",
            ("Deputy Prosecutor", "High Court of Lomé", "TG"),
        ),
        (
            "LIMA, 3 May 2023 – Ana Soto, Coordinator of the West African Network of Judges, spoke.",
            ("Coordinator", "West African Network of Judges", None),
        ),
        ("LIMA, 3 May 2023 – General Ana Soto spoke.", ("General", None, None)),
        (
            "The Ambassador of Chile came. The Assistant to the National Member for Oman at Eurojust, Ana Soto, spoke.",
            ("Assistant", "Eurojust", "OM"),
        ),
        (
            "Ana Soto, Attorney General and Minister of Justice of Chile, spoke.",
            ("Attorney General and Minister of Justice", None, "CL"),
        ),
        (
            "The Minister of Justice and Correctional Services of Chile, Ana Soto, spoke.",
            ("Minister of Justice and Correctional Services", None, "CL"),
        ),
        (
            "Director General for Foreign Relations and the European Union Ana Soto spoke.",
            ("Director General for Foreign Relations and the European Union", None, None),
        ),
        (
            "The Rector of the Academy of Justice of Chile, Doctor of Law, Professor Ana Soto, spoke.",
            ("Rector", "Academy of Justice of Chile", "CL"),
        ),
        (
            "Ana Soto\nNational Spokesperson: Supreme Court of Chile\n",
            ("National Spokesperson", "Supreme Court of Chile", "CL"),
        ),
    ],
    ids=["city", "region", "rank", "assistant", "double", "services", "the Union", "degrees", "signature"],
)
def test_whose_an_office_is(text: str, held: tuple[str, str | None, str | None]) -> None:
    assert offices(text)["Ana Soto"] == [held]


def test_the_office_between_two_names_is_of_the_one_behind_it_where_offices_stand_before_names() -> None:
    text = (
        "The host of the Assembly, Dr. Ana Soto, the Director of Eurojust and National Prosecutor of Chile, Rui Paz, "
        "and the Prosecutor General of Peru, Omar Diaz, came."
    )
    found = offices(text)
    assert found["Ana Soto"] == []
    assert [title for title, _, _ in found["Rui Paz"]] == ["Director", "National Prosecutor"]


def test_a_rank_or_a_shorter_title_tells_that_a_first_name_is_meant() -> None:
    text = (
        "Colonel General Vilay Phommachanh, Minister, came. General Vilay spoke. KUROSAWA Takuma, Vice-Minister of "
        "Justice, sat. Vice-Minister Kurosawa rose."
    )
    assert list(persons(text)) == ["Vilay Phommachanh", "KUROSAWA Takuma"]


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "The Academy of Justice of Chile and the Academy of Law of Peru signed it. It was signed by the presidents "
            "of the two academies, Ana Soto and Rui Paz.",
            "Rui Paz",
            ("president", "Academy of Law of Peru", "PE"),
        ),
        (
            "It took place at the 86th meeting of the Committee of Experts, chaired by Ana Soto (Cyprus).",
            "Ana Soto",
            ("chair", "Committee of Experts", "CY"),
        ),
        (
            "The Europol team, led by Project Coordinator Ana Soto, came.",
            "Ana Soto",
            ("Project Coordinator", "Europol", None),
        ),
        (
            "Ms Ana Soto, Deputy Director, Central Authority Unit, Ministry of Justice (Guinea)\nMr Rui Paz, Judge",
            "Ana Soto",
            ("Deputy Director", "Central Authority Unit", "GN"),
        ),
        (
            "Eurojust was represented by the National Member for Finland, Ana Soto.",
            "Ana Soto",
            ("National Member", "Eurojust", "FI"),
        ),
        (
            "Help came from two Crown Prosecutors from Canada, Mr Omar Diaz and Ms Ana Soto.",
            "Ana Soto",
            ("Crown Prosecutor", None, "CA"),
        ),
        (
            "U.S. EMBASSY LIMA\n\nHe met Peru's Prosecutor General Rui Paz. Deputy Prosecutor General Ana Soto came.",
            "Ana Soto",
            ("Deputy Prosecutor General", None, "PE"),
        ),
    ],
    ids=[
        "of the two",
        "a meeting's chair",
        "a team",
        "a list",
        "one body's title",
        "several from a state",
        "a mission's text",
    ],
)
def test_the_words_around_a_name_say_whose_the_office_is(
    text: str, name: str, held: tuple[str, str | None, str | None]
) -> None:
    assert offices(text)[name] == [held]


@pytest.mark.parametrize(
    "text",
    [
        "The Academy of Chile, the Academy of Peru and the Academy of Oman met the heads of the two academies, "
        "Ana Soto and Rui Paz.",
        "A delegation visited the Committee of Experts, headed by Ana Soto.",
        "He came with the Europol team, met by Ana Soto.",
    ],
)
def test_nobody_heads_a_body_of_which_the_text_does_not_say_so(text: str) -> None:
    assert not any(body for held in offices(text).values() for _, body, _ in held if body != "Committee of Experts")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "The team was led by the Deputy Attorney General of Zambia, Mr Omar Diaz, SC, and included the"
            " Head of the Wildlife Crime Unit, Ms Ana Soto.",
            {"Omar Diaz": "ZM", "Ana Soto": "ZM"},
        ),
        (
            "The Attorney General of Zambia, Omar Diaz, accompanied by Judge Ana Soto and Judge Rui Paz, left.",
            {"Omar Diaz": "ZM", "Ana Soto": "ZM", "Rui Paz": "ZM"},
        ),
        ("The Attorney General of Zambia, Omar Diaz, met Judge Ana Soto.", {"Omar Diaz": "ZM", "Ana Soto": None}),
    ],
    ids=["a delegation", "accompanied", "met"],
)
def test_who_comes_with_somebody_is_of_the_same_state(text: str, states: dict[str, str | None]) -> None:
    assert {name: held[0][2] for name, held in offices(text).items()} == states


def test_who_stands_in_for_an_international_official_is_of_that_body() -> None:
    held = offices("Ana Soto, Director General of ECOWAS, represented by the Director of Programmes, Rui Paz, spoke.")
    assert held["Rui Paz"] == [("Director of Programmes", "ECOWAS", None)]


@pytest.mark.parametrize(
    ("text", "deputy"),
    [
        ("The Attorney General of Zambia came with his Deputy, Ana Soto.", ("Deputy", None, "ZM")),
        ("Rui Paz of Peru saw the Attorney General of Zambia's deputy, Ana Soto.", ("deputy", None, "ZM")),
    ],
    ids=["with a capital", "of an unnamed holder"],
)
def test_a_deputy_is_of_the_state_of_the_chief(text: str, deputy: tuple[str, str | None, str | None]) -> None:
    assert offices(text)["Ana Soto"] == [deputy]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("LIMA – We met Oman's Minister of Justice, Rui Paz, and Minister of Public Security, Ana Soto.", "OM"),
        ("LIMA – We met Oman's Minister of Justice, Rui Paz, and the Minister of Public Security, Ana Soto.", "PE"),
        ("LIMA – We met the Minister of Justice of Oman, Rui Paz, and Minister of Public Security Ana Soto.", "PE"),
    ],
    ids=["without an article", "with an article", "a state behind"],
)
def test_a_state_before_two_offices_is_that_of_both(text: str, state: str) -> None:
    assert offices(text)["Ana Soto"][0][2] == state
