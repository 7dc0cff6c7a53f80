"""Meetings that a text tells by how they were, how long, or whom somebody represented there."""

import pytest

from archive.reading import read
from archive.reading.facts import Meeting


def meetings(text: str) -> tuple[Meeting, ...]:
    return read(f"{text}\n", published="2024-12-20").meetings


def told(text: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.status.value) for each in meetings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks between Minister Ada Bo of Chad and Minister Awa Diop of Mali were long and frank, she said.",
        "The discussions between Judge Ada Bo of Chad and her Malian counterpart yielded no result, it was said.",
        "Minister Ada Bo of Chad described her talks with Minister Awa Diop of Mali as fruitful.",
    ],
)
def test_talks_between_persons_were_held_where_it_is_said_how_they_were(text: str) -> None:
    assert told(text) == [("bilateral", "held")]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Minister Ada Bo of Chad and Minister Awa Diop of Mali would be useful, she said.",
        "Talks between Chad and Mali in Lima would help to calm the region.",
        "The discussions between Chad and Mali have been useful over the years.",
        "The report praises support for conversations between President Ada Bo and President Awa Diop.",
        "The ambassador called the visit of the President of Kenya to Ghana off.",
    ],
)
def test_what_is_only_imagined_or_goes_on_for_years_is_no_meeting(text: str) -> None:
    assert told(text) == []


def test_a_meeting_that_was_called_historic_is_of_both_states() -> None:
    (meeting,) = meetings("The Minister called the meeting between the presidents of Chile and Peru historic.")
    assert {each.country for each in meeting.participants} == {"CL", "PE"}


def test_a_heading_tells_one_meeting_of_those_between_whom_it_was() -> None:
    (meeting,) = meetings("Frank talks between Minister Ada Bo of Chad and Minister Awa Diop of Mali")
    assert {each.country for each in meeting.participants} == {"TD", "ML"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ada Bo of Chad extended her visit to Mali by two days.",
        "Minister Ada Bo of Chad was forced to cut her visit to Mali short.",
        "Minister Ada Bo of Chad had to break off her visit to Mali because of the strike.",
        "The ambassador hailed the visit of Minister Ada Bo of Chad to Mali as a success.",
    ],
)
def test_a_visit_that_was_extended_cut_short_or_praised_was_paid(text: str) -> None:
    (meeting,) = meetings(text)
    assert (meeting.kind.value, meeting.status.value) == ("visit", "held")
    assert {each.country for each in meeting.participants} >= {"TD", "ML"}


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ada Bo represented Chad at the annual meeting of the Conference of Ministers of Justice in Lima on 3 June.",
        "Ms Ada Bo, representing the Supreme Court of Chad at the conference in Lima, said that she was impressed.",
    ],
)
def test_who_represents_somebody_at_a_meeting_takes_part(text: str) -> None:
    (meeting,) = meetings(text)
    assert "Ada Bo" in [each.person and each.person.name for each in meeting.participants]
    assert meeting.place is not None
    assert meeting.place.name == "Lima"


def test_a_course_is_told_by_those_who_came_from_abroad() -> None:
    assert told("The course was attended by 25 officers from Honduras.") == [("training", "held")]
    assert told("The course will be attended by 25 officers from Honduras.") == [("training", "planned")]
    assert told("The course was attended by 25 officers.") == []
    assert told("The courses are attended by officers from Honduras.") == []
