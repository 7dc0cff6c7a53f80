"""Where and when a meeting was: what the sentence says of it, and not what it says of something else."""

import pytest

from archive.reading import read

MET = "Peru's Attorney General Juan Rojas met the Chilean Minister Pedro Soto"


def _whereabouts(text: str) -> list[tuple[str | None, str | None]]:
    meetings = read(text, published="2024-09-27").meetings
    return [
        (each.place.name if each.place else None, each.date.edtf if each.date else None)
        for each in meetings
        if each.participants
    ]


@pytest.mark.parametrize(
    "rest",
    [
        "and discussed the case of two businessmen detained in Quito",
        "to discuss the extradition of a banker arrested in Quito in March 2019",
        "and discussed the murder of a diplomat committed in 2019",
        "after the murder of a judge in Quito",
        "and agreed to set up a joint team against the gang behind the kidnapping of two officers in Quito",
        "and agreed to open a liaison office in Quito in 2026",
        "and proposed that a conference be launched in Quito in 2026",
        "and praised the work of the police academy in Quito",
        "and gave a lecture at the National Institute of Judicial Studies",
        ", with whom he spoke of minors who arrive alone in Quito",
    ],
)
def test_where_and_when_something_else_was_is_not_where_the_meeting_was(rest: str) -> None:
    assert _whereabouts(f"{MET} {rest}.".replace(" ,", ",")) == [(None, None)]


@pytest.mark.parametrize(
    "rest",
    [
        "and signed an agreement in Quito on 3 May 2024",
        ", accompanied by the Ambassador, in Quito on 3 May 2024",
        "in a meeting held in Quito on 3 May 2024",
        "for talks on drug trafficking in Quito on 3 May 2024",
    ],
)
def test_where_and_when_stand_behind_the_subject_of_the_talks(rest: str) -> None:
    assert set(_whereabouts(f"{MET} {rest}.".replace(" ,", ","))) == {("Quito", "2024-05-03")}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("in the seaside resort Cēsis", "Cēsis"),
        ("in the Latvian town of Cēsis", "Cēsis"),
        ("in Nghệ An, Việt Nam,", "Nghệ An"),
        ("in Puerto Iguazú (Argentina)", "Puerto Iguazú"),
        ("in South Jakarta", "South Jakarta"),
        ("in the Peruvian capital", "Lima"),
        ("in the Latvian capital", None),
        ("in the Latvian language", None),
    ],
)
def test_a_city_is_known_by_the_words_around_it(words: str, place: str | None) -> None:
    text = f"Lima and the other capitals\n\nA police officer of Lima spoke. {MET} {words} on 3 May 2024."
    assert _whereabouts(text) == [(place, "2024-05-03")]


def test_the_city_that_hosts_is_where_the_meeting_is() -> None:
    text = "The next meeting of the Ministers of Chile and Peru is to be hosted by Praia in November 2024."
    assert _whereabouts(text) == [("Praia", "2024-11")]


TALKS = (
    "Peru's Attorney General Juan Rojas held talks in Quito on Thursday, 26 September 2024, with the Chilean Minister"
    " Pedro Soto. A conference of prosecutors was held in Quito from 25 to 27 September 2024."
)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Later he held talks with the Minister of Justice of Chile, Ana Ruiz.", "2024-09-26"),
        ("The same day he received the Minister of Justice of Chile, Ana Ruiz.", "2024-09-26"),
    ],
)
def test_what_follows_is_on_the_day_of_the_talks(words: str, day: str) -> None:
    first = TALKS.partition(". A conference")[0] + ". "
    told = first if words.startswith("Later") else TALKS + " "
    meetings = read(f"{told}{words}", published="2024-09-27").meetings
    dates = [each.date.edtf if each.date else None for each in meetings if "Ruiz" in str(each.participants)]
    assert dates[-1:] == [day]


_RECEIVED = "the Minister of Justice of Peru, Eva Ruiz, received the Minister of Justice of Chile, Ana Soto"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"LIMA, 3 May 2024 - On Thursday {_RECEIVED}.", "Lima"),
        (f"LIMA, 3 May 2024 - On Thursday in Cusco {_RECEIVED}.", "Cusco"),
        ("LIMA, 3 May 2024 - The Minister of Justice, Eva Ruiz, returned from Chile, where she met Ana Soto.", None),
        (f"Chilean guest in Lima\n\nOn Thursday {_RECEIVED}.", "Lima"),
        (f"Chilean guest looks to Lima\n\nOn Thursday {_RECEIVED}.", None),
        (f"News of law\n\nOn 3 May {_RECEIVED} at our National Hall, Cusco.", "Cusco"),
        (f"News of law\n\nOn 3 May {_RECEIVED}, to talk of a man believed to be in Cusco.", None),
    ],
    ids=["date line", "its own city", "away", "title", "no place of the title", "hall", "of another"],
)
def test_where_a_meeting_is_that_names_no_city(text: str, place: str | None) -> None:
    (meeting,) = read(text, published="2024-05-03").meetings
    assert (meeting.place.name if meeting.place else None) == place


def test_the_day_and_city_of_what_was_said_are_those_of_the_meeting_at_which_it_was_made() -> None:
    text = (
        "LIMA, 8 May 2024 - Minister Eva Ruiz of Peru on Tuesday called on Chile to lift its ban.\n\nThe minister made"
        " the call when the Ambassador of Chile, Ana Soto, met her at her office."
    )
    meeting = read(text, published="2024-05-08").meetings[-1]
    assert (meeting.place and meeting.place.name, meeting.date and meeting.date.edtf) == ("Lima", "2024-05-07")


def test_the_day_on_a_line_of_a_calendar_is_that_of_the_hours_below() -> None:
    text = (
        "Weekly calendar\n\nTuesday 7 May 2024\n09:30 Minister Eva Ruiz receives Ana Soto, Minister of Justice of Chile"
        " (Lima)\nWednesday 8 May 2024\n10:00 Videoconference with Europol on fraud\n"
    )
    found = read(text, published="2024-05-03").meetings
    assert [each.date and each.date.edtf for each in found] == ["2024-05-07", "2024-05-08"]


def test_a_quarter_of_the_city_makes_no_second_meeting() -> None:
    received = "In Dili, Attorney General Ana Soto received the Ambassador of Portugal, Rui Lima, today."
    found = read(f"{received}\n\nAt the meeting, which took place in Colmera, the two discussed extradition.").meetings
    assert [each.place.name for each in found if each.place] == ["Dili"]


def test_what_is_discussed_lends_no_place_and_no_day() -> None:
    met = "Ana Soto, Minister of Justice of Chile, met Rui Lima, Minister of Justice of Peru."
    (first, second) = read(
        f"{met} They discussed the next meeting of the Joint Commission, to be held in Lima."
    ).meetings
    assert first.place is None
    assert second.place is not None and second.place.name == "Lima"


def _held(text: str) -> tuple[str | None, str | None]:
    (meeting,) = (each for each in read(text, published="2024-09-27").meetings if each.status == "held")
    return (meeting.place.name if meeting.place else None, meeting.date.edtf if meeting.date else None)


@pytest.mark.parametrize(
    "rest",
    [
        "to discuss preparations for a visit of judges to Quito in November",
        "and discussed plans for a conference on asset recovery in Quito on 5 November",
        "and talked about an invitation to a seminar in Quito in November",
        "to prepare the summit of prosecutors in Quito in November",
        "and briefed him on a proposal for a training course in Quito",
        "and went over the timetable of the visit of the President to Quito on 5 November",
        "and explored the possibility of a study visit to Quito in November",
    ],
)
def test_the_place_and_day_of_what_is_only_talked_about_are_not_those_of_the_talks(rest: str) -> None:
    assert _held(f"{MET} {rest}.") == (None, None)
    assert _held(f"{MET} in Lima on 3 May 2024 {rest}.") == ("Lima", "2024-05-03")


@pytest.mark.parametrize(
    "rest",
    [
        "and discussed plans for joint patrols in Quito on 3 May 2024",
        "and discussed preparations for a conference at his office in Quito on 3 May 2024",
        "and discussed his request for assistance on a visit to Quito on 3 May 2024",
        ", at the invitation of the Minister of Ecuador, in Quito on 3 May 2024",
        "and discussed the draft of a treaty in Quito on 3 May 2024",
    ],
)
def test_talks_about_what_is_no_event_are_where_the_sentence_says(rest: str) -> None:
    assert _held(f"{MET} {rest}.".replace(" ,", ",")) == ("Quito", "2024-05-03")


def test_a_visit_that_was_only_suggested_takes_no_meeting_to_its_city() -> None:
    assert _held(f"{MET} on 3 May 2024. They discussed the suggestion that Soto travel to Quito.") == (
        None,
        "2024-05-03",
    )


def test_a_conference_that_is_prepared_is_to_come() -> None:
    found = read(f"{MET} to prepare a conference of prosecutors in Quito in November.", published="2024-09-27").meetings
    assert [(each.status, each.date and each.date.edtf) for each in found] == [("held", None), ("planned", "2024-11")]
