"""Meetings whose day or place another sentence tells or changes, and those whose city is only chosen."""

import pytest

from archive.reading import read

PLANNED = "The conference of prosecutors was to open in Doha on 4 May 2025. "


def told(words: str) -> list[tuple[str, str | None, str | None]]:
    """Status, place and date of each meeting."""
    found = read("News of the day\n\n" + words, published="2025-03-14").meetings
    return [
        (each.status.value, each.place.name if each.place else None, each.date.edtf if each.date else None)
        for each in found
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It took place in Lima on 3 March 2025.", ("held", "Lima", "2025-03-03")),
        ("It was held in Lima.", ("held", "Lima", None)),
        ("The venue was Lima.", ("held", "Lima", None)),
        ("It will take place in Lima.", ("held", None, None)),
        ("It was held that the law was just.", ("held", None, None)),
    ],
)
def test_it_is_the_meeting_told_just_before(words: str, expected: tuple[str, str | None, str | None]) -> None:
    assert told("The ministers of justice of Chile and Peru met. " + words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It will now be held in Muscat.", ("planned", "Muscat", "2025-05-04")),
        ("It has been postponed until 6 June 2025.", ("planned", "Doha", "2025-06-06")),
        ("It was moved to Muscat.", ("planned", "Muscat", "2025-05-04")),
        ("It has been extended to all courts.", ("planned", "Doha", "2025-05-04")),
    ],
)
def test_a_later_sentence_changes_the_place_or_day(words: str, expected: tuple[str, str | None, str | None]) -> None:
    assert told(PLANNED + words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The new dates are 8-9 June 2025.", [("planned", "Doha", "2025-06-08/2025-06-09")]),
        ("The host asked for it. New date: 8 June 2025.", [("planned", "Doha", "2025-06-08")]),
        ("No new date was told.", []),
    ],
)
def test_what_was_put_off_is_planned_where_a_new_day_is_told(
    words: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert told("The conference, due to open in Doha on 4 May 2025, has been postponed. " + words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The conference, slated for Doha, will now be held in Muscat.", ("planned", "Muscat", None)),
        ("The annual conference has been moved from Doha to Muscat.", ("planned", "Muscat", None)),
        ("The conference was postponed from 4 May to 6 June 2025.", ("planned", None, "2025-06-06")),
        ("Lisbon was chosen as the venue for the third conference.", ("planned", "Lisbon", None)),
        ("The venue of the next conference will be Lisbon.", ("planned", "Lisbon", None)),
        ("The talks between Chile and Peru will be held on 4 May 2025.", ("planned", None, "2025-05-04")),
        ("Chile and Peru agreed on holding talks in Lima.", ("planned", "Lima", None)),
        ("Peru was elected to host the next conference of the network in 2026.", ("planned", None, "2026")),
        ("Minister Ana Soto of Chile paid a visit on 3 March 2025 to Lima.", ("held", "Lima", "2025-03-03")),
        ("An invitation to visit Lima was extended to Minister Ana Soto of Chile.", ("proposed", "Lima", None)),
        ("The ministers will meet in Lima in the autumn of 2025.", ("planned", "Lima", "2025")),
    ],
)
def test_the_place_and_day_that_hold_are_told(words: str, expected: tuple[str, str | None, str | None]) -> None:
    assert told(words) == [expected]
