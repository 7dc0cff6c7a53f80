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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"The ministry said on Tuesday that {CHILE} would meet {PERU} in Arica.", None),
        (f"The ministry said on Tuesday that {CHILE} had met {PERU} in Arica on Monday.", "2022-06-06"),
        (f"{CHILE} accepted on Tuesday an invitation to visit Peru.", None),
        (f"{CHILE} accepted on Tuesday an invitation to visit Peru in July.", "2022-07"),
        (f"{CHILE} invited {PERU} on Tuesday to visit Arica.", None),
        (f"{CHILE} proposed on Tuesday a meeting with {PERU} in Arica.", None),
        (f"{CHILE} proposed a meeting with {PERU} in Arica on 4 July.", "2022-07-04"),
        (f"{CHILE} returned last night from Arica, where she had a meeting with {PERU}.", None),
        (f"{CHILE} had a meeting with {PERU} in Arica last night.", "2022-06-07"),
    ],
)
def test_the_day_of_an_announcement_is_not_that_of_what_it_announces(text: str, day: str | None) -> None:
    assert [each[3] for each in told(text)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministry announced on Tuesday that Chile and Peru had signed an extradition treaty.", None),
        ("The ministry announced on Tuesday that Chile and Peru signed an extradition treaty on 4 May.", "2022-05-04"),
        ("The ministers of Chile and Peru parted on 4 May without signing the extradition treaty.", None),
        ("The ministry announced that Chile and Peru had signed an extradition treaty on 4 May.", "2022-05-04"),
    ],
)
def test_nor_is_it_that_of_a_signing(text: str, day: str | None) -> None:
    (treaty,) = read(text, published="2022-06-08").agreements
    dates = [step.date.edtf for step in treaty.steps if step.date]
    assert dates == ([day] if day else [])
