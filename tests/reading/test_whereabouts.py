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
