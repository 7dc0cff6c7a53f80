"""Dates: each wording with its EDTF form; what a wording does not say stays unsaid."""

import pytest

from archive.reading.entities.dates.wordings import anchor_of, find_dates
from archive.reading.segments import segment
from archive.reading.vocabulary import load
from archive.values import DateBasis

RULES = load("dates")["rule"]
CASES = [(rule["name"], *example) for rule in RULES for example in rule["examples"]]


@pytest.mark.parametrize(("rule", "text", "wording", "edtf"), CASES, ids=[f"{case[0]}: {case[2]}" for case in CASES])
def test_a_wording_gives_its_date(rule: str, text: str, wording: str, edtf: str) -> None:
    found = {date.span.of(text): date for date in find_dates(segment(text), "2024-09-27")}
    assert wording in found
    assert (found[wording].date.edtf or "") == edtf
    assert found[wording].rule in (rule, "deadline", "since")


@pytest.mark.parametrize("text", load("dates")["no_dates"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert [date.span.of(text) for date in find_dates(segment(text), "2024-09-27")] == []


def test_every_rule_has_an_example() -> None:
    assert all(rule["examples"] for rule in RULES)


@pytest.mark.parametrize(
    "text", ["They met today.", "They met last year.", "They met on Tuesday.", "They met on 3 July."]
)
def test_without_an_anchor_a_relative_date_stays_open(text: str) -> None:
    (found,) = find_dates(segment(text), None)
    assert (found.date.edtf, found.date.basis) == (None, DateBasis.UNRESOLVED)


def test_the_date_line_anchors_a_text_of_unknown_date() -> None:
    text = "A headline\n\nSEOUL, 17 November 2023 – They met on Tuesday, 14 November, and on Wednesday."
    assert [found.date.edtf for found in find_dates(segment(text), None)] == ["2023-11-17", "2023-11-14", "2023-11-15"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("14 May 2025, 18:40     1 204 views", ""),
        ("Published 14 May 2025", ""),
        ("News | International | 14 May 2025", ""),
        ("PRESS RELEASE – Valletta, 14 May 2025", ""),
        ("", "(END) MNA 14 May 2025"),
        ("", "14/05/2025 10:20:33"),
        ("VALLETTA, May 14 (MNA) – They were well.", "05/14/2025 10:20"),
    ],
)
def test_a_stamp_at_either_end_tells_the_day_of_a_text(first: str, last: str) -> None:
    text = f"Minister receives ambassador\n\n{first}\n\nThe two met in the palace of the order.\n\n{last}"
    anchor = anchor_of(segment(text), None)
    assert anchor is not None
    assert anchor.edtf == "2025-05-14"


def test_the_day_of_the_date_line_tells_which_number_of_a_stamp_is_the_month() -> None:
    text = "Two met\n\nValletta, May 4 (MNA) – The two met in the palace of the order.\n\n04/05/2025 10:20"
    anchor = anchor_of(segment(text), None)
    assert anchor is not None
    assert anchor.edtf == "2025-05-04"


def test_a_date_in_figures_that_can_be_the_day_of_publication_is_that_day() -> None:
    assert days_of("Lima, 10/7/2024 – The two met on 9/7/2024.", "2024-07-10") == ["2024-07-10", "2024-07-09"]


@pytest.mark.parametrize("line", ["The treaty of 14 May 2025", "In force since 14 May 2025"])
def test_a_line_that_says_more_than_its_date_is_no_stamp(line: str) -> None:
    text = f"Minister receives ambassador\n\n{line}\n\nThe two met in the palace of the order."
    assert anchor_of(segment(text), None) is None


def test_a_weekday_is_near_the_day_that_the_text_tells_with_its_weekday() -> None:
    text = "She came on Thursday, 11th July, 2024. He opened the course on Wednesday. They left on Saturday."
    assert [found.date.edtf for found in find_dates(segment(text), None)] == ["2024-07-11", "2024-07-10", "2024-07-13"]


def test_a_month_in_a_report_of_a_year_is_of_that_year() -> None:
    text = "ANNUAL REPORT 2021\n\nShe lectured in Budapest in November. The pact applies from 1 March 2021."
    assert [found.date.edtf for found in find_dates(segment(text), None)] == ["2021-11", "2021-03-01"]


def test_a_month_of_publication_does_not_make_today_a_day() -> None:
    (found,) = find_dates(segment("They met today."), "2022-11")
    assert found.date.edtf is None


def test_a_limit_is_marked_as_one() -> None:
    rules = [found.rule for found in find_dates(segment("Before the end of July and since 2022."), "2024-09-27")]
    assert rules == ["deadline", "since"]


def test_a_day_that_the_calendar_does_not_have_stays_open() -> None:
    (found,) = find_dates(segment("On 31 February 2024 nothing happened."), None)
    assert found.date.edtf is None


def test_a_day_after_one_with_its_year_is_of_that_year_though_both_are_past() -> None:
    text = "The forum was held from 24 to 27 May 2023. On 25 May they met. The delegation left on 28 May."
    found = [each.date.edtf for each in find_dates(segment(text), None)]
    assert found == ["2023-05-24/2023-05-27", "2023-05-25", "2023-05-28"]


@pytest.mark.parametrize("line", ["© The Compliance Letter 11/2024", "Newsletter of the Bar, issue 11/2024"])
def test_the_month_of_an_issue_tells_the_year_of_a_text(line: str) -> None:
    text = f"Five questions\n\nThey met on 25 October.\n\n{line}"
    assert "2024-10-25" in [found.date.edtf for found in find_dates(segment(text), None)]


def test_the_number_of_a_law_tells_no_month() -> None:
    assert anchor_of(segment("Five questions\n\nThey met on 25 October.\n\nLaw No. 11/2024"), None) is None


def days_of(text: str, published: str | None = None) -> list[str | None]:
    return [found.date.edtf for found in find_dates(segment(text), published)]


def test_today_is_the_day_of_the_date_line_where_a_text_is_published_later() -> None:
    text = "A headline\n\nDHAKA, 17 January – They met today."
    assert days_of(text, "2023-01-18")[-1] == "2023-01-17"
    assert days_of(text, "2023-03-18")[-1] == "2023-03-18"


def test_a_day_without_a_year_is_not_of_the_year_that_is_recalled() -> None:
    text = "They met on 7 November 2022. The treaty of 29 November 2004 was praised. They had met on 15 August."
    assert days_of(text)[-1] == "2022-08-15"


def test_the_same_day_is_not_one_that_is_recalled() -> None:
    text = "They met on 13 May. The treaty was signed on 17 August 2018.\n\nOn the same day they left."
    assert days_of(text, "2021-05-14")[-1] == "2021-05-13"
    assert days_of("It was signed on 17 August 2018 and on the same day ratified.", "2021-05-14")[-1] == "2018-08-17"


def test_the_today_of_a_quotation_is_the_speakers() -> None:
    text = "They met on 12 May. “We are closer today,” he said. On the same day they left."
    assert days_of(text, "2021-05-14")[-1] == "2021-05-12"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They will meet in June, he said on Tuesday.", "2024-09-24"),
        ("In November the Minister and I were in Rome, where she was told that it will be slow.", "2023-11"),
        ("On Tuesday he flies to Lima.", "2024-10-01"),
        ("The offer to host the meeting in January was accepted.", "2025-01"),
        ("The report is awaited in March.", "2025-03"),
        ("The programme was signed; a visit is planned for April.", "2025-04"),
        ("They met in April.", "2024-04"),
        ("She invited Chile's Minister, Ana Soto, to pay a visit to Lima in February.", "2025-02"),
        ("A course to be hosted by the academy in February was prepared.", "2025-02"),
        ("They agreed in Kyiv to meet again in February.", "2025-02"),
    ],
)
def test_the_verb_beside_a_date_tells_whether_it_is_behind(text: str, edtf: str) -> None:
    assert days_of(text, "2024-09-27")[-1 if "June" in text else 0] == edtf


def test_what_is_to_come_is_of_the_year_after_the_last_day_told() -> None:
    text = "They met on 18 October 2024. The draft will be put to the board when it meets in February."
    assert days_of(text)[-1] == "2025-02"
    assert days_of("They met on 18 October 2024. The board met in February.")[-1] == "2024-02"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Chile and Peru decided in Kyiv on 3 May 2023 to hold the next meeting in July.", "2023-07"),
        ("They met on 3 November 2023 and agreed to hold a course in February.", "2024-02"),
        ("They agreed in Kyiv on 3 November 2023 to meet again in Lima in February.", "2024-02"),
        ("They agreed on 3 May 2024 to extend the treaty signed on 4 March.", "2024-03-04"),
        ("They agreed on 3 May 2024 to go on with the work begun in February.", "2024-02"),
        ("They decided on 3 May 2024 to widen the pact after their session in February.", "2024-02"),
        ("They agreed on 3 May 2024 to sign the protocol drawn up in February.", "2024-02"),
        ("They agreed on 3 May 2024 to carry out the plans made at the session in Lima in February.", "2024-02"),
    ],
)
def test_what_is_decided_on_a_day_is_next_after_it(text: str, edtf: str) -> None:
    assert days_of(text, "2024-09-27")[-1] == edtf
