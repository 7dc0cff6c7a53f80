"""Who says, after a meeting, what a sentence opens with: he took part, and he speaks on the day of the meeting."""

import pytest

from archive.reading import read

CHILE, PERU = "Chilean Justice Minister Ana Soto", "Peruvian Prosecutor General Luis Mora"


def told(text: str) -> list[tuple[str, list[str], str | None, str | None]]:
    """The status, people, city and day of each meeting."""
    return [
        (
            str(each.status),
            [one.person.name for one in each.participants if one.person],
            each.place.name if each.place else None,
            each.date.edtf if each.date else None,
        )
        for each in read(text, published="2022-06-08").meetings
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Spain and Italy will open a centre, {CHILE} told reporters on Tuesday after talks with {PERU} in Arica.",
        f"Spain may join the team, {CHILE} said on Tuesday after a meeting with {PERU} in Arica.",
        f'"We will extradite him," {CHILE} said after talks with {PERU} in Arica on Tuesday.',
        f"The countries agreed to exchange data, {CHILE} announced in Arica on Tuesday after talks with {PERU}.",
        f"The two had been arrested in May, {CHILE} stated on Tuesday following talks with {PERU} in Arica.",
    ],
)
def test_who_speaks_after_a_meeting_took_part_in_it(text: str) -> None:
    assert told(text) == [("held", ["Ana Soto", "Luis Mora"], "Arica", "2022-06-07")]


@pytest.mark.parametrize(
    "text",
    [
        f"{CHILE} told reporters on Tuesday after three hours of trilateral talks in Arica about the ring.",
        f"Spain will host the court, {CHILE} said after talks in Arica on Tuesday.",
    ],
)
def test_who_speaks_after_a_meeting_somewhere_took_part_in_it(text: str) -> None:
    assert told(text) == [("held", ["Ana Soto"], "Arica", "2022-06-07")]


@pytest.mark.parametrize(
    "text",
    [
        f"{CHILE} told reporters on Tuesday after years of talks in Arica that the treaty was dead.",
        f"Peru will jointly investigate the ring, {CHILE} told reporters.",
        f"{CHILE} said on Tuesday that the trial in Arica would go on.",
    ],
)
def test_who_only_speaks_meets_nobody(text: str) -> None:
    assert told(text) == []
