"""The states that belong to a body stand for it; the body that meets takes part in its meeting."""

import pytest

from archive.reading import read

TITLE = "News of the day\n\n"


def bodies_of(words: str) -> list[list[str]]:
    """The bodies that take part in each meeting that a sentence tells."""
    meetings = read(TITLE + words, published="2025-06-04").meetings
    return [[each.organization.name for each in meeting.participants if each.organization] for meeting in meetings]


@pytest.mark.parametrize(
    "words",
    [
        "The Ministers of Justice of the Member States of the Council of Europe met in Riga on 3 June 2025.",
        "The Prosecutors General of the Council of Europe member states met in Riga on 3 June 2025.",
        "Experts of the participating States of the Council of Europe gathered in Riga on 3 June 2025.",
    ],
)
def test_the_states_of_a_body_stand_for_it(words: str) -> None:
    assert bodies_of(words) == [["Council of Europe"]]


def test_a_member_state_is_no_office_and_one_of_them_no_body() -> None:
    assert bodies_of("A member state of the Council of Europe met its costs in Riga on 3 June 2025.") == []


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The Council of Chief Justices met in Lima on 3 June 2025.", "Council of Chief Justices"),
        ("The Andean Judicial Council convened in Lima on 3 June 2025.", "Andean Judicial Council"),
        (
            "The Council of Ministers of Justice of the Arab League will hold its 41st session in Cairo in July 2025.",
            "Arab League",
        ),
    ],
)
def test_the_body_that_meets_takes_part(words: str, body: str) -> None:
    assert bodies_of(words) == [[body]]


def test_a_government_only_sits() -> None:
    assert bodies_of("The Council of Ministers of Chile will hold its weekly meeting in Santiago on Friday.") == []


def test_who_chairs_gives_the_body_no_state() -> None:
    words = "Lima hosted the third meeting of the Council of Chief Justices, chaired by Chilean Minister Ana Soto."
    [meeting] = read(TITLE + words).meetings

    assert {each.country for each in meeting.participants if each.organization} == {None}


def test_a_short_name_in_the_headline_is_the_body_that_the_next_line_names() -> None:
    text = "Guests at the Supreme Court\n\nThe Supreme Court of the Republic of Chile received guests in May."

    assert [body.name for body in read(text).organizations] == ["Supreme Court of the Republic of Chile"]


def test_the_ambassadors_of_such_states_are_not_the_body() -> None:
    assert bodies_of("Minister Ana Soto met the ambassadors of the Member States of the African Union in Lima.") == []
