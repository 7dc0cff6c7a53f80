"""Officials in the styles of many houses: who holds which office, of which body and state."""

import pytest

from tests.reading.test_offices import offices


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "The Prosecutor General of the Republic, Ana Soto, spoke.",
            "Ana Soto",
            ("Prosecutor General of the Republic", None, None),
        ),
        (
            "State Counsels Mr Omar Diaz and Ms Ana Soto from Seychelles came.",
            "Omar Diaz",
            ("State Counsel", None, "SC"),
        ),
        (
            "They met Judges Ana Silva, Omar Diaz and Pete Adams of the Supreme Court of Chile.",
            "Ana Silva",
            ("Judge", "Supreme Court of Chile", "CL"),
        ),
        (
            "The Supreme Court of Laos (SCL) met. Ana Soto, director-general of the SCL's research department, spoke.",
            "Ana Soto",
            ("director-general", None, "LA"),
        ),
        (
            "The Appeal Court of Chile met. On behalf of us, Judge Ana Soto, of the Peruvian Ministry of Labor, sat.",
            "Ana Soto",
            ("Judge", "Peruvian Ministry of Labor", "PE"),
        ),
    ],
    ids=["of the Republic", "from a state", "of a court", "a body's department", "no body of another sentence"],
)
def test_who_holds_what(text: str, name: str, office: tuple[str, str | None, str | None]) -> None:
    assert offices(text)[name] == [office]
