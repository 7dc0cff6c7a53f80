"""Titles: how far one goes, what stands behind it without a preposition, and what is a title beside a name only."""

import pytest

from tests.reading.test_naming import persons
from tests.reading.test_offices import offices


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("State Counselor of Justice of the 2nd class Ana Soto spoke.", "State Counselor of Justice of the 2nd class"),
        ("Chargé d'Affaires, a.i., Ana Soto spoke.", "Chargé d'Affaires, a.i."),
        ("The Prime Minister-designate, Ana Soto, spoke.", "Prime Minister-designate"),
        (
            "The Minister of State (I/C) for Law and Justice, Ana Soto, spoke.",
            "Minister of State (I/C) for Law and Justice",
        ),
        ("Secretary Law and Justice Ana Soto spoke.", "Secretary Law and Justice"),
        ("Senior Assistant State Attorney Ana Soto spoke.", "Senior Assistant State Attorney"),
        ("Detective Constable Ana Soto spoke.", "Detective Constable"),
        ("Ana Soto, Crime Prevention Expert, spoke.", "Crime Prevention Expert"),
        ("The Intelligence Analyst Ana Soto spoke.", "Intelligence Analyst"),
        (
            "The National Antimafia and Counter-terrorism Prosecutor, Ana Soto, spoke.",
            "National Antimafia and Counter-terrorism Prosecutor",
        ),
        ("Ana Soto, Legal and Consular Affairs Director of Chile, spoke.", "Legal and Consular Affairs Director"),
        ("The Judicial and Extrajudicial Affairs Head, Ana Soto, spoke.", "Judicial and Extrajudicial Affairs Head"),
    ],
)
def test_a_title_is_as_long_as_its_words(text: str, title: str) -> None:
    assert [held for held, _, _ in offices(text)["Ana Soto"]] == [title]


def test_a_class_rank_beside_an_office_is_a_form_of_address() -> None:
    text = "The Prosecutor General of Chile, State Counselor of Justice of the 1st class Soto A.B. spoke."
    assert offices(text) == {"Soto A.B.": [("Prosecutor General", None, "CL")]}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Criminal Assets Bureau (CAB) met. Director General CAB (Immigration) Ana Soto spoke.", "Assets"),
        ("Additional Secretary (Treaties) Ministry of Foreign Affairs Ana Soto spoke.", "Ministry of Foreign Affairs"),
        ("Ana Soto, Specialist Prosecutor with the Criminal Assets Bureau, spoke.", "Criminal Assets Bureau"),
        ("Ana Soto, a senior lecturer at the University of Chile, spoke.", "University of Chile"),
        ("Ana Soto, Director General FIZA, spoke.", "FIZA"),
        ("Ana Soto, Director, FIZA, spoke.", "FIZA"),
        ("The Commander of the Border Guard in Zaltaria, Colonel Ana Soto, spoke.", "Border Guard"),
        ("In Zaltaria, the Commander of ZamPol in Orbis, Commissioner Ana Soto, spoke.", "ZamPol"),
    ],
    ids=[
        "acronym and branch",
        "section and body",
        "with",
        "in small letters",
        "letters",
        "comma",
        "place",
        "beginnings",
    ],
)
def test_the_body_of_an_office_may_stand_without_of(text: str, body: str) -> None:
    ((_, found, _),) = offices(text)["Ana Soto"]
    assert found is not None and body in found


def test_two_offices_of_one_holder_are_no_title_with_two_qualifiers() -> None:
    text = "The Minister of Justice and Deputy Prime Minister Ana Soto spoke."
    assert [held for held, _, _ in offices(text)["Ana Soto"]] == ["Minister of Justice", "Deputy Prime Minister"]


@pytest.mark.parametrize(
    "text",
    [
        "State Counselor of Justice of the 2nd class is a rank.",
        "The Expert Group of Chile and the Observer Mission met.",
        "Chargé d'Affaires, a.i., and others came.",
        "Ana Soto met with the Analyst Team.",
    ],
)
def test_a_title_alone_names_nobody(text: str) -> None:
    assert not any(offices(text).values())


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Attorney General for Oman, Ana Soto, spoke.", "OM"),
        ("The National Member for Oman, Ana Soto, spoke.", "OM"),
        ("The Special Envoy for Oman, Ana Soto, spoke.", None),
        ("His Majesty's Minister for Justice here in Oman, Ana Soto, spoke.", "OM"),
    ],
)
def test_for_a_state_says_whose_an_office_is_where_it_is_held_there(text: str, country: str | None) -> None:
    assert [state for _, _, state in offices(text)["Ana Soto"]] == [country]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prosecutor Mambetova Zh.A. and Judge Rasulov D.M. came.", ["Mambetova Zh.A.", "Rasulov D.M."]),
        ("Ms VERDIER and Mr LEMAIRE spoke.", ["VERDIER", "LEMAIRE"]),
        ("“It was dark,” remembers Sione Latu, a nurse.", ["Sione Latu"]),
        ("Sione Latu, a retired nurse from Neiafu, was there.", ["Sione Latu"]),
        ("HOST (Sione Latu): Good morning. Minister: Malo lelei, Sione.", ["Sione Latu"]),
        ("Jordan Latu-Pike, 41, fled.", ["Jordan Latu-Pike"]),
        ("Superintendent Chad Brooks of the Police Service came.", ["Chad Brooks"]),
        ("Director Sadia Jordan Masih came.", ["Sadia Jordan Masih"]),
        ("Minister Fabio De Palma came.", ["Fabio De Palma"]),
        ("Prosecutor Raja Naeem Sultan came.", ["Raja Naeem Sultan"]),
        (
            "The Attorney General of Chile, Ana Soto, and Sione Latu, his Tongan deputy, came.",
            ["Ana Soto", "Sione Latu"],
        ),
        ("They met Dato Haji Yusof bin Pengiran Metu.", ["Yusof bin Pengiran Metu"]),
    ],
)
def test_names_in_the_styles_of_many_houses_are_found(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Bidibidi Hill, a refugee camp, was closed.",
        "Vava Bank, a national champion, was sold.",
        "The hall stood at Vava Point, the Minister said, and was full.",
        "Dr WHO and Mr (UN) were words.",
    ],
)
def test_what_only_looks_like_a_persons_name_is_none(text: str) -> None:
    assert not persons(text)
