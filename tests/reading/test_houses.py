"""Persons, their titles and bodies as press offices of many countries write them."""

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.segments import segment
from tests.reading.test_offices import offices


def bodies(text: str) -> list[str]:
    return [body.name for body in phrases(segment(text)).organizations]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Assistant U.S. Attorney Ana Soto spoke.", "Assistant U.S. Attorney"),
        ("U.S. Attorney Ana Soto spoke.", "U.S. Attorney"),
        ("Director/Chief Investigator Ana Soto spoke.", "Director/Chief Investigator"),
        ("They heard Ana Soto, Deputy Executive Director Governance.", "Deputy Executive Director Governance"),
        ("Ana Soto, Director, Legal Affairs of Eurojust, spoke.", "Director, Legal Affairs"),
        ("They met Ag. Secretary Prosecution Services Ana Soto.", "Ag. Secretary Prosecution Services"),
    ],
)
def test_a_title_keeps_its_words(text: str, title: str) -> None:
    assert [held[0] for held in offices(text)["Ana Soto"]] == [title]


def test_a_number_before_a_title_means_several_holders() -> None:
    assert offices("He sent four State Counsel, Ana Soto said.") == {"Ana Soto": []}


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Department of Justice Undersecretary Ana Soto spoke.", "Undersecretary", "Department of Justice"),
        ("Department of Justice Assistant Secretary Ana Soto spoke.", "Assistant Secretary", "Department of Justice"),
        ("The head of the Service for Asset Recovery Ana Soto spoke.", "head", "Service for Asset Recovery"),
        (
            "Director General of the Institute for Judicial and Legal Studies Judge Ana Soto spoke.",
            "Director General",
            "Institute for Judicial and Legal Studies",
        ),
    ],
)
def test_the_name_of_a_body_ends_where_a_title_or_a_person_begins(text: str, title: str, body: str) -> None:
    assert (title, body, None) in offices(text)["Ana Soto"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was sent to the Regional Prosecutor's Office in Lublin.", "Regional Prosecutor's Office in Lublin"),
        ("It was sent to the General Prosecutor's Office in Lublin.", "General Prosecutor's Office"),
        (
            "It was sent to the Action Group against Money Laundering in West Africa.",
            "Action Group against Money Laundering in West Africa",
        ),
        ("They met at the Ministry of Justice in West Africa.", "Ministry of Justice"),
    ],
)
def test_a_seat_belongs_to_the_name_of_a_body_of_a_rank_or_for_a_region(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("PROSECUTOR'S OFFICE OF MONGOLIA", ["PROSECUTOR'S OFFICE OF MONGOLIA"]),
        ("MINISTRY OF JUSTICE", ["MINISTRY OF JUSTICE"]),
        ("FIU HOSTS ZAMBIAN COMMISSION FOR CASE CONFERENCE", []),
        ("MINISTRY OF JUSTICE SIGNS AGREEMENT WITH CAMBODIA", ["MINISTRY OF JUSTICE"]),
        ("MINUTES OF THE FOURTH MEETING OF THE LEGAL SUB-COMMITTEE", ["LEGAL SUB-COMMITTEE"]),
        (
            "SPECIAL BUREAU AGAINST CORRUPTION AND ORGANISED CRIME",
            ["SPECIAL BUREAU AGAINST CORRUPTION AND ORGANISED CRIME"],
        ),
        ("Agency for Asset Recovery Opens Its Doors", ["Agency for Asset Recovery"]),
    ],
)
def test_a_line_of_capitals_is_read_where_it_is_nothing_but_a_name(line: str, names: list[str]) -> None:
    assert bodies(f"{line}\n\nIt rained for a whole day, and everybody stayed at home.") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They wrote to the Agency for Control over Narcotic Drugs under the President of Tajikistan.",
            ["Agency for Control over Narcotic Drugs under the President of Tajikistan"],
        ),
        ("Ana Soto, in charge of Directorate A (Spending), met her.", ["Directorate A"]),
        (
            "She leads the Brigade Investigating Trafficking in Persons.",
            ["Brigade Investigating Trafficking in Persons"],
        ),
        ("The Regional Prosecutor's Office in Lublin met. The Regional Prosecutor's Office is glad.", 1),
        ("The Regional Prosecutor's Office in Lublin met the Regional Prosecutor's Office in Katowice.", 2),
        ("The FIA's Anti-Human Smuggling Circle met.", ["Anti-Human Smuggling Circle"]),
        (
            "The Press Office of the National Trade Directorate met.",
            ["Press Office of the National Trade Directorate", "National Trade Directorate"],
        ),
    ],
)
def test_what_belongs_to_the_name_of_a_body_and_what_does_not(text: str, names: list[str] | int) -> None:
    assert bodies(text) == names if isinstance(names, list) else len(bodies(text)) == names


def test_a_signature_in_capitals_gives_a_person_with_the_title_below() -> None:
    found = offices(
        "It rained for a whole day, and all stayed.\n\nANNA SOTO\n\nPROSECUTOR GENERAL OF MONGOLIA\n\nThe end."
    )
    assert found == {"ANNA SOTO": [("PROSECUTOR GENERAL", None, "MN")]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They received M. Amadou DIOP and Mme Awa SECK.", "Amadou DIOP"),
        ("MM. Amadou Diop and Omar Seck met Mme Awa Fall.", "Amadou Diop"),
        ("They met Ms Awa Fall and Mr M. Karim Diallo.", "M. Karim Diallo"),
    ],
)
def test_a_french_house_addresses_by_an_initial(text: str, name: str) -> None:
    assert name in offices(text)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Attorney Ana Soto of the Justice Department's Criminal Division spoke.", ("Attorney", "Criminal Division")),
        ("Mr. Omar Diaz and Ms. Ana Soto, Chief, Legal Division, came.", ("Chief", "Legal Division")),
        ("The Director of the Financial Unit (FIU-Tanzania), Ms. Ana Soto, came.", ("Director", "Financial Unit")),
        ("The head of Interpol Panama, Ana Soto, came.", ("head", "Interpol Panama")),
        ("The Ambassador of the Kingdom of Jordan, Ana Soto, came.", ("Ambassador", None)),
        ("The Director of the Tax Agency (TA), Pol. Maj. Ana Soto, came.", ("Director", "Tax Agency")),
        (
            "The Keeper of the Seals, Minister of Justice, Ms Ana Soto, came.",
            ("Keeper of the Seals, Minister of Justice", None),
        ),
    ],
)
def test_an_office_is_of_the_nearest_body(text: str, office: tuple[str, str | None]) -> None:
    assert [held[:2] for held in offices(text)["Ana Soto"]] == [office]


def test_a_rank_takes_no_word_of_the_portfolio_before_it() -> None:
    held = offices("They met Deputy Minister of Public Security Major General Ana Soto.")["Ana Soto"]
    assert ("Deputy Minister of Public Security", None, None) in held


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The University of Nairobi School of Law came.", "University of Nairobi School of Law"),
        ("The Pool Judiciaire Financier came.", "Pool Judiciaire Financier"),
        ("The UNODC Global Maritime Crime Programme came.", "UNODC Global Maritime Crime Programme"),
        ("The UNODC Office in Vienna came.", "UNODC Office in Vienna"),
    ],
)
def test_a_name_keeps_its_branch(text: str, name: str) -> None:
    assert bodies(text) == [name]


def test_a_head_with_a_capital_has_its_subject_in_small_letters() -> None:
    found = offices("The Head of the Department of international legal relations Ana Soto came.")
    assert found == {"Ana Soto": [("Head", "Department of international legal relations", None)]}
    assert bodies("The Department of foreign visitors was closed.") == []


def test_two_offices_before_a_comma_are_both_of_the_person_behind_it() -> None:
    text = (
        "The Attorney General of Peru, Omar Diaz, met the Attorney General and Head of the Public Prosecutor's Office"
        " of Chile, Ana Soto."
    )
    assert [held[0] for held in offices(text)["Ana Soto"]] == ["Attorney General", "Head"]


def test_a_family_name_that_is_a_word_belongs_to_the_name_behind_a_title() -> None:
    assert "Breon Peace" in offices("U.S. Attorney Breon Peace said no.")


def test_words_before_a_body_are_no_person_beside_one() -> None:
    text = "They met Minister Omar Diaz, Bukit Tara Crime Investigation Department director Ana Soto and others."
    assert set(offices(text)) == {"Omar Diaz", "Ana Soto"}


def test_a_district_keeps_the_place_in_its_name() -> None:
    (held,) = offices("Ana Soto, U.S. Attorney for the Southern District of New York, said no.")["Ana Soto"]
    assert held[0] == "U.S. Attorney for the Southern District of New York"


IMPRINTS = [
    ("Public Affairs Unit, Accra\n\nMINISTER RECEIVES AMBASSADOR\n\n{}", "GH"),
    ("Ministry of Justice – Ethiopia  ✔\n@MoJ_EN\n\nMinister receives ambassador\n\n{}", "ET"),
    ("Department of Justice\nPadre Faura, Manila\n\nMinister receives ambassador\n\n{}", "PH"),
    ("From: Ministry of Justice, Jamaica\n\nMinister receives ambassador\n\n{}", "JM"),
    ("Minister receives ambassador\n\n{}\n\nPress Service\nMinistry of Justice of Georgia", "GE"),
    ("Minister receives ambassador\n\n{}\n\nPublic Relations Unit\nMinistry of Justice\nFreetown", "SL"),
    ("Visit to the Ministry of Justice, Nairobi\n\nMinister receives ambassador\n\n{}", None),
    ("Talks in Nairobi, Kenya\n\nMinister receives ambassador\n\n{}", None),
    ("Minister receives ambassador\n\n{}\n\nPhoto: Embassy of Portugal, Lisbon", None),
    ("Minister receives ambassador\n\n{}\n\nRegional Office, Dakar", None),
    ("Chad, Niger to Open Border Office\n\n{}", None),
]


@pytest.mark.parametrize(("page", "house"), IMPRINTS, ids=[page.replace("\n", " ")[:50] for page, _ in IMPRINTS])
def test_the_lines_that_say_who_issued_a_text_tell_its_house(page: str, house: str | None) -> None:
    text = page.format("The Minister of Justice, Ana Camara, met the Ambassador of Portugal, Rui Lima, on 3 May 2023.")
    assert phrases(segment(text)).house == house
