"""The day and place of a meeting: before its noun, behind it, in brackets, and of whom or what they are not."""

import pytest

from archive.reading import read

TWO = "Prosecutors of Peru and Chile"


def _days(text: str) -> list[str | None]:
    meetings = read(f"News of legal cooperation\n\n{text}", published="2024-09-27").meetings
    return [meeting.date.edtf if meeting.date else None for meeting in meetings]


def _places(text: str) -> list[str | None]:
    meetings = read(f"News of legal cooperation\n\n{text}", published="2024-09-27").meetings
    return [meeting.place.name if meeting.place else None for meeting in meetings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TWO} met for much of Thursday.", "2024-09-26"),
        ("At their meeting, which took place in Lima last May, Peru and Chile shared out the cases.", "2024-05"),
        ("A meeting of Peru and Chile is planned for the first quarter of 2025 in Lima.", "2025-01/2025-03"),
        ("A meeting of Peru and Chile is pencilled in for November.", "2024-11"),
        ("A workshop for judges of Fiji will be held in Suva in the week of 7 October.", "2024-10-07/2024-10-13"),
        (f"{TWO} will hold a two-day meeting in Lima from Tuesday.", "2024-10-01/2024-10-02"),
        ("Yesterday's talks between Peru and Chile were held in Lima.", "2024-09-26"),
        (f"{TWO} met in Lima last weekend.", "2024-09-21/2024-09-22"),
        ("The meeting between Peru and Chile opens online on Monday.", "2024-09-30"),
    ],
)
def test_the_day_of_a_meeting_is_read(text: str, day: str) -> None:
    assert _days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO} met in Lima, according to yesterday's statement.",
        f"{TWO} met in Lima in line with the treaty in force from 2011.",
        "The treaty expires in December, and prosecutors of Peru and Chile met in Lima.",
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_meeting(text: str) -> None:
    assert _days(text) == [None]


def test_next_year_of_a_text_without_a_day_is_after_the_day_it_tells() -> None:
    text = f"News\n\n{TWO} met in Lima on 25 May 2022. Next year the prosecutors of Peru and Chile will meet in Arica."
    assert [each.date.edtf for each in read(text).meetings if each.date] == ["2022-05-25", "2023"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Aktau hosted, on 5 September, a meeting of prosecutors from Iran and Oman.", "Aktau"),
        ("Maputo will host the next meeting of the prosecutors of Angola and Mozambique.", "Maputo"),
        ("The meeting of Peru and Chile, hosted by the Egyptian capital, Cairo, adopted a plan.", "Cairo"),
        ("Judge Ana Soto of Peru left for Seoul, where on 5 May she met Judge Jeon Hye-rin of Korea.", "Seoul"),
        ("A Lima workshop for investigators of Peru and Chile wrapped up today.", "Lima"),
        ("Judge Ana Soto of Peru will speak at the seminar on evidence (Dhaka, 6 November 2024).", "Dhaka"),
        (f"{TWO} ended a meeting, which was convened by Interpol at the Grand Hotel in Kingston.", "Kingston"),
        ("Justice House, Honiara – A delegation of China met today with Judge Ana Soto of Solomon Islands.", "Honiara"),
    ],
)
def test_the_place_of_a_meeting_is_read(text: str, place: str) -> None:
    assert _places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Ana Soto of Peru and Judge Luis Mora of Brazil met to discuss rifles sold to gangs in Rio.",
        "Chile hosted a meeting of prosecutors from Iran and Oman in May 2024.",
        "Judge Ana Soto of Peru met Judge Luis Mora of Brazil to open a liaison office in Lima.",
    ],
)
def test_the_place_of_people_and_offices_is_not_that_of_the_meeting(text: str) -> None:
    assert _places(text) == [None]


@pytest.mark.parametrize("which", ["The", "The corresponding"])
def test_a_headline_names_what_the_text_only_calls_the_agreement(which: str) -> None:
    text = (
        "Peru and Chile sign agreement on extradition\n\nLIMA, 25 September 2024 - "
        f"{which} agreement was signed today by Minister Ana Soto of Peru and Minister Luis Mora of Chile."
    )
    (agreement,) = read(text, published="2024-09-25").agreements
    assert {each.signatory.name for each in agreement.parties if each.signatory} == {"Ana Soto", "Luis Mora"}
    assert (agreement.title, [each.date.edtf for each in agreement.steps if each.date]) == (
        "agreement on extradition",
        ["2024-09-25"],
    )


def test_a_headline_names_none_of_several_that_the_text_points_to() -> None:
    text = (
        "Peru and Chile sign protocol on extradition\n\nLIMA, 25 September 2024 - "
        "The agreement was signed today by Minister Ana Soto of Peru and Minister Luis Mora of Chile."
    )
    assert len(read(text, published="2024-09-25").agreements) == 2


MINISTERS = "Minister of Justice of Peru Ana Soto", "Prosecutor General of Chile Luis Mora"


@pytest.mark.parametrize(
    "aside",
    ["who heads the Probation Service", "whose term ends in July", "who visited Cusco in May"],
)
def test_the_place_and_day_may_stand_behind_words_about_somebody(aside: str) -> None:
    text = f"{MINISTERS[0]} met {MINISTERS[1]}, {aside}, in Lima on 3 June 2024."
    assert (_places(text), _days(text)) == (["Lima"], ["2024-06-03"])


@pytest.mark.parametrize(
    "matter",
    ["the register of companies, introduced in January", "the murder of a banker, committed in Cusco in 2020"],
)
def test_the_place_and_day_of_what_they_talk_about_are_not_those_of_the_meeting(matter: str) -> None:
    text = f"{MINISTERS[0]} met {MINISTERS[1]} to discuss {matter}."
    assert (_places(text), _days(text)) == ([None], [None])


@pytest.mark.parametrize("day", ["31/04/2024", "30 February 2024", "3 May 1445", "12 Rajab 1445", "3 May 2016 E.C."])
def test_a_day_that_does_not_resolve_is_not_that_of_the_sentence_before(day: str) -> None:
    text = f"On 2 September 2024 ministers of Kenya and Uganda met in Lima. On {day} Kenya and Uganda signed a treaty."
    (agreement,) = read(f"News of legal cooperation\n\n{text}", published="2024-09-27").agreements
    assert [(step.date.text, step.date.edtf) for step in agreement.steps if step.date] == [(day, None)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Spain and Peru signed a treaty on 12 March 1877.", "1877-03-12"),
        ("The treaty between Spain and Peru was signed on May 3, 1795.", "1795-05-03"),
        ("Spain and Peru signed a treaty in 1889.", "1889"),
        ("Spain and Peru signed a treaty on 3 May in the presence of 1800 lawyers.", "2024-05-03"),
    ],
)
def test_a_treaty_may_be_older_than_those_who_tell_of_it(words: str, day: str) -> None:
    (agreement,) = read(f"News of legal cooperation\n\n{words}", published="2024-09-27").agreements
    assert [step.date.edtf for step in agreement.steps if step.date] == [day]


@pytest.mark.parametrize(
    ("text", "name", "country", "words"),
    [
        (f"{TWO} met in Luxembourg on 3 May.", "Luxembourg", "LU", ["Luxembourg"]),
        (
            f"{TWO} met at the Police College. Judges of Fiji and Samoa also met at the Police College on Friday.",
            "Police College",
            None,
            ["Police College", "Police College"],
        ),
        (f"{TWO} met at the Embassy of Chile in Ottawa.", "Ottawa", None, ["Ottawa"]),
        (
            f"The Economic Crime Office (ECO) is old. {TWO} met at the ECO on Friday.",
            "Economic Crime Office",
            None,
            ["ECO"],
        ),
    ],
)
def test_the_place_of_a_meeting_shows_the_words_that_name_it(
    text: str, name: str, country: str | None, words: list[str]
) -> None:
    whole = f"News of legal cooperation\n\n{text}"
    (place,) = (each for each in read(whole, published="2024-09-27").places if each.name == name)
    assert place.country == country
    assert [mention.span.of(whole) for mention in place.mentions] == words


@pytest.mark.parametrize(
    ("behind", "place", "day"),
    [
        (", where the files of a trial in Cusco were kept in 2020", None, "2024-05-03"),
        (", from which two men were taken to a court in Cusco in 2020", None, "2024-05-03"),
        (" in Arica, where the files of a trial in Cusco were kept in 2020", "Arica", "2024-05-03"),
        (", for which a new wing was built, in Arica", "Arica", "2024-05-03"),
    ],
)
def test_what_else_was_at_a_place_tells_no_place_of_the_visit(behind: str, place: str | None, day: str) -> None:
    words = f"On 3 May 2024 Justice Minister Ana Soto of Peru and Judge Luis Mora of Chile toured the prison{behind}."
    assert (_places(words), _days(words)) == ([place], [day])
