"""Meetings that are told by their place in a series, by the body that sat, or by where somebody was."""

import pytest

from archive.reading import read

ROUND = "The first round of talks between Chile and Peru was held in Lima in May 2024. "


def told(words: str) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, status, place and date of each meeting."""
    found = read("News of the day\n\n" + words, published="2025-03-14").meetings
    return [
        (
            each.kind.value,
            each.status.value,
            each.place.name if each.place else None,
            each.date.edtf if each.date else None,
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A second round shall follow in Quito.", ("planned", "Quito", None)),
        ("Round two will take place in Quito.", ("planned", "Quito", None)),
        ("A third round is envisaged for June 2025.", ("planned", None, "2025-06")),
        ("The next conclave was given to Quito.", ("planned", "Quito", None)),
        ("A follow-up in Quito was floated by Peru.", ("proposed", "Quito", None)),
        ("Chile offered to host the next one in Quito.", ("proposed", "Quito", None)),
        ("The second begins on 3 June 2025 in Quito.", ("planned", "Quito", "2025-06-03")),
        ("The next will be in Quito.", ("planned", "Quito", None)),
    ],
)
def test_one_of_a_series_is_a_meeting_of_its_own(words: str, expected: tuple[str, str | None, str | None]) -> None:
    assert [each[1:] for each in told(ROUND + words)][1:] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "A second round of elections shall follow in Quito.",
        "Chile withdrew its first request and submitted a new one in Quito.",
        "A follow-up question was asked in Quito.",
    ],
)
def test_what_is_no_round_of_talks_is_no_meeting(words: str) -> None:
    assert len(told(ROUND + words)) == 1


def test_one_of_a_series_needs_another_before_it() -> None:
    assert told("A second round shall follow in Quito.") == []


@pytest.mark.parametrize(
    "words",
    [
        "The Joint Commission on Extradition, which was set up in 2019, met in Lima on 3 March 2025.",
        "The Joint Commission on Extradition resumed its work in Lima on 3 March 2025.",
        "Chile's minister Ana Soto attended the Joint Commission on Extradition in Lima on 3 March 2025.",
        "Meeting in Lima, the Joint Commission on Extradition on 3 March 2025 approved its rules.",
    ],
)
def test_a_shared_body_that_sits_is_a_session(words: str) -> None:
    assert told(words) == [("session", "held", "Lima", "2025-03-03")]


@pytest.mark.parametrize(
    ("words", "visits"),
    [
        (
            "The Prosecutor General of Chile, Ana Soto, was in the port of Callao in February 2025. Callao is in Peru.",
            1,
        ),
        ("The Prosecutor General of Chile, Ana Soto, was in Santiago in February 2025.", 0),
        ("The Prosecutor General of Chile, Ana Soto, was not in Lima in February 2025.", 0),
        ("Congress received a report of the Prosecutor General of Chile, Ana Soto, in February 2025.", 0),
    ],
)
def test_who_is_in_another_state_is_on_a_visit(words: str, visits: int) -> None:
    assert [each[0] for each in told(words)] == ["visit"] * visits


@pytest.mark.parametrize("words", ["The Forum met under the chairmanship of Ana Soto.", "The Forum met at the Palace."])
def test_a_body_that_meets_below_its_session_meets_there(words: str) -> None:
    title = "19th Annual Meeting of the Andean Prosecutors' Forum\nQuito, Ecuador, 2–4 September 2024\n\n"
    found = read(title + words, published="2025-03-14").meetings
    assert [(each.kind.value, each.date.edtf if each.date else None) for each in found] == [
        ("session", "2024-09-02/2024-09-04")
    ]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("A workshop on couriers, run by Eurojust, took place in Quito.", ["Eurojust"]),
        ("A workshop on couriers, led by Eurojust, preceded the talks.", ["Eurojust"]),
    ],
)
def test_who_leads_a_course_takes_part_in_it_alone(words: str, who: list[str]) -> None:
    talks, course = read(f"Chile and Peru held talks in Lima on 4 May 2024. {words}").meetings
    assert (talks.kind.value, course.kind.value) == ("bilateral", "training")
    assert [each.organization.name for each in course.participants if each.organization] == who
