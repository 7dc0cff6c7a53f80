"""For which state somebody takes part of whom no words say it."""

import pytest

from archive.reading import read

OTHERS = (
    "\n\nThe Supreme Court of Brazil and that of Chile had agreed. Luis Prado, Attorney General of Brazil, was away."
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
            "Ana Rojas, Director of Prosecutions, met the Minister of Justice of Peru, Eva Ruiz, in Geneva." + OTHERS,
            None,
        ),
        (
            "Ana Rojas, Director of Prosecutions, met the Minister of Justice of Peru, Eva Ruiz, on the sidelines of a"
            " conference in Brasília." + OTHERS,
            None,
        ),
    ],
    ids=["city and bodies", "accredited", "speaks", "city alone", "a seat", "sidelines"],
)
def test_the_others_there_tell_the_state_of_one(text: str, state: str | None) -> None:
    assert _states(text)["Ana Rojas"] == state
