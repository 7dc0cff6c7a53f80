"""Offices that a verb gives, and the state of those of whom nothing is said."""

import pytest

from archive.reading import read
from tests.reading.test_offices import offices


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ana Soto met us. She was Registrar of the Supreme Court of Chile before.", ["Registrar"]),
        ("The Audit Office of Chile has appointed Ana Soto KC as its General Counsel.", ["General Counsel"]),
        ("Ms Ana Soto of Talca University becomes vice-chair.", ["vice-chair"]),
        ("The director of the Audit Office is Ana Soto.", ["director"]),
        (
            "Ana Soto, Chief Prosecutor of Chile, elected President of the Appeal Court, spoke.",
            ["Chief Prosecutor", "President"],
        ),
        ("Ms Ana Soto, until last spring Head of the Audit Office, spoke.", ["Head"]),
        ("Ana Soto replaces Rui Lima as Prosecutor General of Chile.", ["Prosecutor General"]),
        ("Mr Rui Paz follows Ms Ana Soto, interim General Counsel since 2022.", ["interim General Counsel"]),
        ("Ms Ana Soto was the guest of the Attorney General of Chile. Ms Eva Roa slept.", []),
        ("Ms Ana Soto is the Attorney General's aunt. Ms Eva Roa slept.", []),
        ("Ms Ana Soto said that the Attorney General of Chile was late. Ms Eva Roa slept.", []),
        ("Ms Ana Soto came. Ms Eva Roa slept. He was Registrar of the Supreme Court of Chile.", []),
    ],
)
def test_a_verb_gives_an_office(text: str, titles: list[str]) -> None:
    assert [title for title, _, _ in offices(text)["Ana Soto"]] == titles


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Attorney General Ana Soto met her Kenyan counterpart, Njeri Kamau. Ghana would answer in weeks.", "GH"),
        ("Attorney General Ana Soto received the Kenyan minister. Kenya and Ghana agreed on a list.", "GH"),
        ("Attorney General Ana Soto met her Kenyan counterpart, Njeri Kamau. They spoke of Ghana.", None),
        ("Attorney General Ana Soto met her Kenyan counterpart, Njeri Kamau. Ghana and Togo would answer.", None),
        ("Attorney General Ana Soto spoke. The Kenyan minister did not. Ghana would answer.", None),
    ],
    ids=["a counterpart", "an official", "spoken of", "three states", "no dealings"],
)
def test_of_two_states_an_official_is_of_the_one_that_nobody_is_said_to_be_of(text: str, state: str | None) -> None:
    assert offices(text)["Ana Soto"][0][2] == state


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met the Chairman of the Board, Cllr. Ana Nimely Soto, on Monday.", "Ana Nimely Soto"),
        ("They met the Chairman of the Board, Brtr. Ana Nimely Soto, on Monday.", "Ana Nimely Soto"),
        ("They met the Minister of Justice, Dr. the Honourable Rui Haughton, on Monday.", "Rui Haughton"),
        ("They met Justice (Retd.) Priya Dissana on Monday.", "Priya Dissana"),
        ("They met National Director Rui Lima Delgado on Monday.", "Rui Lima Delgado"),
        ("They met Dr Marie-Ange Pace Bonello, the Director, on Monday.", "Marie-Ange Pace Bonello"),
        ("They met the Minister of Justice, Even Rosseland, on Monday.", "Even Rosseland"),
        ("Chief Justice Le Van Thai held talks with them on Monday.", "Le Van Thai"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert [person.name for person in read(text).persons] == [name]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("UNODC Representative in Peru Ana Soto spoke.", ("Representative", "UNODC", None)),
        ("They met Ana Soto, FBI legal attaché in Lima.", ("legal attaché", "FBI", "US")),
        ("They met Ana Soto, head of the Audit Office (audito) of Chile.", ("head", "Audit Office", "CL")),
        ("They met Ana Soto (Audit Office of Chile, Director).", ("Director", "Audit Office of Chile", "CL")),
        ("They met Capt. Ana Soto of the Audit Office of Chile.", ("Capt.", "Audit Office of Chile", "CL")),
        ("They met Ana Soto, prosecutor in charge of fraud at the Audit Office.", ("prosecutor", "Audit Office", None)),
        ("They met the AG of Chile, Ana Soto.", ("AG", None, "CL")),
        ("They met the Deputy Chief, Ms Ana Soto, on Monday.", ("Deputy Chief", None, None)),
        ("They met Ana Soto, chief of PCZOC, on Monday.", ("chief", "PCZOC", None)),
        ("OSLO, 3 May – Registrar Ana Soto of the Audit Office spoke.", ("Registrar", "Audit Office", "NO")),
    ],
)
def test_an_office_has_the_body_that_stands_with_it(text: str, office: tuple[str, str | None, str | None]) -> None:
    assert offices(text).get("Ana Soto", []) == [office]


def test_among_several_states_the_house_does_not_say_whose_a_body_is() -> None:
    text = "OSLO, 3 May – Minister Ana Soto met the Omani Registrar Eva Roa and Director Rui Paz of the Audit Office."
    assert offices(text)["Rui Paz"] == [("Director", "Audit Office", None)]
    assert offices(text)["Ana Soto"] == [("Minister", None, "NO")]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("For Chile it was signed by Minister Ana Soto and the annex by the Registrar, Rui Paz.", ["CL", "CL"]),
        ("For years it was signed by Minister Ana Soto and the annex by the Registrar, Rui Paz.", [None, None]),
        ("They are: for Chile, Ana Soto, Director; and for Peru, Director Rui Paz.", ["CL", "PE"]),
        ("There was a Chilean delegation under Comptroller Ana Soto. Registrar Rui Paz of Oman spoke.", ["CL", "OM"]),
        ("There was a Chilean oath under Comptroller Ana Soto, and Registrar Rui Paz.", [None, None]),
        ("Chile is represented in Oman by its Ambassador, Ana Soto. Registrar Rui Paz spoke.", ["CL", None]),
        ("Chilean delegation head Ana Soto spoke. Registrar Rui Paz spoke.", ["CL", None]),
        ("The Ambassador of Peru came with Counsellor Ana Soto. Registrar Rui Paz of Oman spoke.", [None, "OM"]),
    ],
)
def test_an_office_has_the_state_that_sends_its_holder(text: str, states: list[str | None]) -> None:
    found = offices(text)
    assert [found[name][0][2] for name in ("Ana Soto", "Rui Paz")] == states


@pytest.mark.parametrize(("opening", "state"), [("Belmopan. ", "BZ"), ("Chișinău, 5 July. ", "MD"), ("Thanks. ", None)])
def test_a_city_that_is_a_sentence_opens_a_report(opening: str, state: str | None) -> None:
    text = f"Talks on cooperation\n\n{opening}Minister Ana Soto told the guests that there would be more talks in May."
    assert offices(text)["Ana Soto"] == [("Minister", None, state)]
