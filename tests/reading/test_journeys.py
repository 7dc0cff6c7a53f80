"""Where those are of whom a text tells, and of which state: the course that headings, days and visits set."""

import pytest

from archive.reading import read
from archive.reading.facts import Meeting


def meetings(text: str) -> tuple[Meeting, ...]:
    return read(text, published="2024-06-20").meetings


def persons(meeting: Meeting) -> set[str]:
    return {each.person.name for each in meeting.participants if each.person}


def places(text: str) -> list[str | None]:
    return [each.place.name if each.place else None for each in meetings(text)]


def test_a_heading_that_names_a_city_sets_the_meetings_below_it() -> None:
    text = (
        "The Attorney General of Egypt concludes his visit\n\nCairo, 20 June 2024\n\nIn Rome\n\n"
        "On Monday the Attorney General of Egypt, Sami Nosseir, met with the Minister of Justice of Italy, Carlo"
        " Riva.\n\nIn Palermo\n\nOn Tuesday"
        " he met with the Mayor, Enzo Longo.\n"
    )
    assert places(text)[:2] == ["Rome", "Palermo"]


def test_who_returned_to_a_city_was_not_there_on_his_visit() -> None:
    (visit,) = meetings(
        "The Attorney General of Egypt, Sami Nosseir, returned to Cairo on 20 June 2024 after an official visit to"
        " Italy from 17 to 19 June 2024."
    )
    assert visit.place is None


def test_the_day_that_opens_an_entry_is_that_of_its_meetings() -> None:
    (meeting,) = meetings(
        "From the diary of the Chief Justice\n\n12 March 2024. The Chief Justice of Fiji, Sera Tuna, received the"
        " Ambassador of Japan, Ken Mori."
    )
    assert meeting.date is not None
    assert meeting.date.edtf == "2024-03-12"


def test_the_head_of_a_delegation_is_of_its_state() -> None:
    (visit,) = meetings(
        "A delegation of Moldovan prosecutors headed by Ion Lupu is staying in Tbilisi from 3 to 5 May 2024."
    )
    assert {each.country for each in visit.participants if each.person} == {"MD"}


def test_who_is_invited_is_the_visitor() -> None:
    (visit,) = meetings(
        "The Prosecutor General of Chile, Luis Mora, was invited by the Prosecutor General of Peru, Ana Sol, to"
        " visit Lima."
    )
    assert persons(visit) == {"Luis Mora"}


def test_those_whom_one_received_in_turn_are_met_one_by_one() -> None:
    told = meetings(
        "The Prosecutor General of Peru, Ana Sol, received in Lima the Prosecutor General of Chile, Luis Mora, and then"
        " the Attorney General of Kenya, Mary Otieno."
    )
    assert [persons(each) for each in told] == [{"Ana Sol", "Luis Mora"}, {"Ana Sol", "Mary Otieno"}]


def test_an_office_may_stand_apart_from_its_holder_at_the_end_of_a_list() -> None:
    (meeting,) = meetings(
        "The Chief of Police of Poland, Jan Nowak, and the border commissioner of Belarus for the Brest sector, Oleg"
        " Sych, met on Monday."
    )
    assert persons(meeting) == {"Jan Nowak", "Oleg Sych"}


@pytest.mark.parametrize(
    "words",
    [
        "The comments should be ready by the visit of the Minister of Justice of Peru to Quito in October 2025.",
        "The text will be settled before the visit of the Minister of Justice of Peru to Quito in October 2025.",
        "They agreed to sign ahead of the visit of the Minister of Justice of Peru to Quito in October 2025.",
    ],
)
def test_a_visit_by_which_something_is_to_be_done_is_to_come(words: str) -> None:
    [meeting] = read(f"News of the day\n\n{words}", published="2025-06-04").meetings

    assert (meeting.kind.value, meeting.status.value) == ("visit", "planned")


def test_a_visit_before_which_something_was_done_was_held() -> None:
    words = "The arrests were made before the visit of the Minister of Justice of Peru to Quito on 3 May 2025."
    [meeting] = read(f"News of the day\n\n{words}", published="2025-06-04").meetings

    assert meeting.status.value == "held"
