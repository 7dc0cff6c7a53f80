"""Dates: each wording with its EDTF form; what a wording does not say stays unsaid."""

import pytest

from archive.reading.dates import _RULES, find_dates
from archive.reading.segments import segment
from archive.values import DateBasis

# rule, sentence, wording, EDTF form with the anchor 2024-09-27 (a Friday)
CASES = [
    ("day", "They met on 9 October 2024.", "9 October 2024", "2024-10-09"),
    ("day", "They met on the 3rd of May 2021.", "3rd of May 2021", "2021-05-03"),
    ("day", "They met on Tuesday, 14 November 2023.", "Tuesday, 14 November 2023", "2023-11-14"),
    ("day", "It was approved on 3 July.", "3 July", "2024-07-03"),
    ("day", "It will apply from 1 November.", "1 November", "2024-11-01"),
    ("american-day", "They met on May 21, 2021.", "May 21, 2021", "2021-05-21"),
    ("american-day", "They met on January 5th.", "January 5th", "2024-01-05"),
    ("days-of-month", "He visits Peru from 16 to 19 October 2023.", "16 to 19 October 2023", "2023-10-16/2023-10-19"),
    ("days-of-month", "It was held on 23 and 24 May 2023.", "23 and 24 May 2023", "2023-05-23/2023-05-24"),
    ("days-of-month", "It was held on 5, 6 and 7 June 2019.", "5, 6 and 7 June 2019", "2019-06-05/2019-06-07"),
    (
        "days-of-months",
        "It ran from 30 December 2022 to 2 January 2023.",
        "30 December 2022 to 2 January 2023",
        "2022-12-30/2023-01-02",
    ),
    ("months-days", "It ran from May 30 to June 2, 2023.", "May 30 to June 2, 2023", "2023-05-30/2023-06-02"),
    ("month-days", "She travels on May 17–20, 2021.", "May 17–20, 2021", "2021-05-17/2021-05-20"),
    ("date-iso", "Signed on 2022-05-07 in Lima.", "2022-05-07", "2022-05-07"),
    ("date-numeric", "Signed on 07.05.2022 in Lima.", "07.05.2022", "2022-05-07"),
    ("date-numeric", "Signed on 21/05/2022 in Lima.", "21/05/2022", "2022-05-21"),
    ("date-numeric", "Signed on 07/05/2022 in Lima.", "07/05/2022", "2022"),
    ("month-of-year", "It was signed in May 2018.", "May 2018", "2018-05"),
    ("month", "They met in May.", "May", "2024-05"),
    ("month", "In November, the team will meet.", "November", "2024-11"),
    ("month", "It will be ready in February.", "February", "2025-02"),
    ("months-of-year", "It ran in March and April 2020.", "March and April 2020", "2020-03/2020-04"),
    ("last-month-name", "They met last May.", "last May", "2024-05"),
    ("part-of-year", "He will come in the first half of 2024.", "the first half of 2024", "2024-01/2024-06"),
    (
        "part-of-year",
        "He will come in the fourth quarter of this year.",
        "the fourth quarter of this year",
        "2024-10/2024-12",
    ),
    ("quarter", "Planned for Q2 2025.", "Q2 2025", "2025-04/2025-06"),
    ("years", "A programme for 2024–2026.", "2024–2026", "2024/2026"),
    ("year", "The treaty was signed in 2019.", "2019", "2019"),
    ("edge-of-year", "It was signed in late 2019.", "late 2019", "2019"),
    ("season-of-year", "It was signed in autumn 2019.", "autumn 2019", "2019"),
    ("near-day", "They met today.", "today", "2024-09-27"),
    ("near-day", "They met yesterday.", "yesterday", "2024-09-26"),
    ("part-of-today", "They met this morning.", "this morning", "2024-09-27"),
    ("weekday", "They met on Tuesday.", "Tuesday", "2024-09-24"),
    ("weekday", "They will meet on Tuesday.", "Tuesday", "2024-10-01"),
    ("weekday-of-week", "They met last Friday.", "last Friday", "2024-09-20"),
    ("unit", "They met last year.", "last year", "2023"),
    ("unit", "They meet next month.", "next month", "2024-10"),
    ("ago", "They met two years ago.", "two years ago", "2022"),
    ("ago", "They met two weeks ago.", "two weeks ago", None),
    ("season", "It will be ready in autumn.", "autumn", None),
    ("near-future", "In the coming days they will meet.", "In the coming days", None),
    ("edge-of-unit", "By the end of the year it is done.", "the end of the year", None),
    ("same-day", "They met on 3 July. The same day they left.", "The same day", "2024-07-03"),
    ("part-of-day", "They met on 3 July. In the afternoon they left.", "In the afternoon", "2024-07-03"),
    ("next-day", "They met on 3 July. The next day they left.", "The next day", "2024-07-04"),
    ("day-before", "They met on 3 July. Talks began the day before.", "the day before", "2024-07-02"),
]

NO_DATES = [
    "The march to the border went on.",
    "It may happen.",
    "Resolution 1540 was adopted.",
    "He has 25 prosecutors and 2019 employees.",
    "A sum of $2,024 was paid.",
    "Version 1.2.2024.5 was released.",
    "They asked for a second opinion.",
    "Spring cleaning is over.",
]


@pytest.mark.parametrize(("rule", "text", "wording", "edtf"), CASES, ids=[f"{case[0]}: {case[2]}" for case in CASES])
def test_a_wording_gives_its_date(rule: str, text: str, wording: str, edtf: str | None) -> None:
    found = {date.span.of(text): date for date in find_dates(segment(text), "2024-09-27")}
    assert wording in found
    assert found[wording].date.edtf == edtf
    assert found[wording].rule in (rule, "deadline", "since")


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert [date.span.of(text) for date in find_dates(segment(text), "2024-09-27")] == []


def test_every_rule_has_a_case() -> None:
    assert {name for name, _, _ in _RULES} == {case[0] for case in CASES}


@pytest.mark.parametrize(
    "text", ["They met today.", "They met last year.", "They met on Tuesday.", "They met on 3 July."]
)
def test_without_an_anchor_a_relative_date_stays_open(text: str) -> None:
    (found,) = find_dates(segment(text), None)
    assert (found.date.edtf, found.date.basis) == (None, DateBasis.UNRESOLVED)


def test_the_date_line_anchors_a_text_of_unknown_date() -> None:
    text = "A headline\n\nSEOUL, 17 November 2023 – They met on Tuesday, 14 November, and on Wednesday."
    assert [found.date.edtf for found in find_dates(segment(text), None)] == ["2023-11-17", "2023-11-14", "2023-11-15"]


def test_a_month_of_publication_does_not_make_today_a_day() -> None:
    (found,) = find_dates(segment("They met today."), "2022-11")
    assert found.date.edtf is None


def test_a_limit_is_marked_as_one() -> None:
    rules = [found.rule for found in find_dates(segment("Before the end of July and since 2022."), "2024-09-27")]
    assert rules == ["deadline", "since"]


def test_a_day_that_the_calendar_does_not_have_stays_open() -> None:
    (found,) = find_dates(segment("On 31 February 2024 nothing happened."), None)
    assert found.date.edtf is None
