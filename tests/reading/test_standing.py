"""For which state somebody takes part of whom no words say it."""

import pytest

from archive.reading import read

OTHERS = (
    "\n\nThe Supreme Court of Brazil and that of Chile had agreed. Luis Prado, Attorney General of Brazil, was away."
)

BOTH = (
    "\n\nThe Supreme Court of Brazil and the Supreme Court of Chile had agreed. Luis Prado, Attorney General of Brazil,"
    " was away, and so was Rosa Soto, Attorney General of Chile."
)


def _states(text: str) -> dict[str, str | None]:
    meetings = read(f"News of legal cooperation\n\n{text}").meetings
    return {each.person.name: each.country for meeting in meetings for each in meeting.participants if each.person}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Ana Rojas, Director of Prosecutions, met the Minister of Justice of Peru, Eva Ruiz, in Brasília." + OTHERS,
            "BR",
        ),
        ("Ana Rojas, Director of Prosecutions, met the Ambassador of Peru to Oman, Eva Ruiz.", "OM"),
        ("LIMA, 3 May 2024 - Ana Rojas met the Minister of Justice of Oman, Said Al Habsi.", "PE"),
        ("Ana Rojas, Director of Prosecutions, met the Minister of Justice of Peru, Eva Ruiz, in Brasília.", None),
        (
            "Ana Rojas, Director of Prosecutions, met the Minister of Justice of Peru, Eva Ruiz, in Geneva." + BOTH,
            None,
        ),
        (
            "Ana Rojas, Director of Prosecutions, met the Minister of Justice of Peru, Eva Ruiz, on the sidelines of a"
            " conference in Brasília." + BOTH,
            None,
        ),
    ],
    ids=["city and bodies", "accredited", "speaks", "city alone", "a seat", "sidelines"],
)
def test_the_others_there_tell_the_state_of_one(text: str, state: str | None) -> None:
    assert _states(text)["Ana Rojas"] == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Ana Rojas, Director of Prosecutions, met Eva Ruiz, Minister of Justice of Peru. She is to visit Cusco.",
            None,
        ),
        (
            "Ana Rojas, Director of Prosecutions, rang Eva Ruiz, Minister of Justice of Peru.\n\nCourts in Brasília and"
            " São Paulo wait for the files; Brazil asked for them in May, and Chile in June.",
            "BR",
        ),
        ("Ana Rojas met Eva Ruiz, Minister of Justice of Peru.\n\nBrazil and Chile had asked for the files.", None),
        ("Chile's Ana Rojas met Eva Ruiz, Minister of Justice of Peru, in Lima.", "CL"),
        ("Ana Rojas (Chile) met Eva Ruiz, Minister of Justice of Peru, in Lima.", "CL"),
        ("🇨🇱 Ana Rojas met Eva Ruiz, Minister of Justice of Peru, in Lima.", "CL"),
        ("Ana Rojas, head of the border police of Chile, met Eva Ruiz, Minister of Justice of Peru, in Lima.", "CL"),
        ("Ana Rojas, who loves the coast of Chile, met Eva Ruiz, Minister of Justice of Peru, in Lima.", None),
        ("Ana Rojas (left) met Eva Ruiz, Minister of Justice of Peru, in Lima.", None),
    ],
    ids=[
        "only the other",
        "most told of",
        "two told of",
        "possessive",
        "in brackets",
        "flag",
        "head",
        "no head",
        "left",
    ],
)
def test_a_text_tells_the_state_of_one_by_what_it_tells_of_states(text: str, state: str | None) -> None:
    assert _states(text)["Ana Rojas"] == state


def test_persons_without_office_meet_nobody_officially_where_a_crime_is_told() -> None:
    told = "Ana Soto met Rui Lima in Faro on 3 May 2023."
    assert len(read(told).meetings) == 1
    assert not read(f"{told} Soto pleaded guilty.").meetings
    assert len(read(f"{told} Rui Lima, Prosecutor General of Chile, said: a courier pleaded guilty.").meetings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Ana Rojas, the Minister of Justice of Oman, Said Al Habsi, flew home.",
        "After talks with Judge Ana Rojas, the Minister of Justice of Oman, Said Al Habsi, flew home.",
    ],
)
def test_an_office_that_belongs_to_the_next_name_tells_no_state(text: str) -> None:
    assert _states(text) == {"Ana Rojas": None, "Said Al Habsi": "OM"}
