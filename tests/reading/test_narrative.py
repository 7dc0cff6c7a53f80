"""Which meetings are told, in the words of strangers, and which only look like one."""

import pytest

from archive.reading import read

from .test_gatherings import told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The Minister of Justice, Ann Rook, inaugurated a workshop for judges in Lomé on 3 June 2024.",
            ("training", "held", "Lomé", "2024-06-03"),
        ),
        (
            "The customs services of Chile and Peru ran a two-week simulation in Tacna in May 2024.",
            ("training", "held", "Tacna", "2024-05"),
        ),
        (
            "The text has been agreed since the consultations in Abu Dhabi in May 2024.",
            ("consultation", "held", "Abu Dhabi", "2024-05"),
        ),
        (
            "– Participation in the ministerial conference on asset recovery in Ljubljana in July 2024.",
            ("conference", "planned", "Ljubljana", "2024-07"),
        ),
        (
            "• 36th Plenary Meeting, Banjul, 8 – 12 November 2024 (hybrid)",
            ("session", "planned", "Banjul", "2024-11-08/2024-11-12"),
        ),
        (
            "Training for 25 investigators at the academy, Abuja, 6–10 May 2024.",
            ("training", "held", "Abuja", "2024-05-06/2024-05-10"),
        ),
        (
            "6/9 On Wednesday a joint session with the Attorney General of Benin.",
            ("session", "held", None, "2024-06-19"),
        ),
        (
            "Two prosecutors of Botswana will be attached to the Ministry of Justice of Zambia in July 2024.",
            ("training", "planned", None, "2024-07"),
        ),
        (
            "When Law Ministers met in Suva in 2022 they asked for three things.",
            ("multilateral", "held", "Suva", "2022"),
        ),
        (
            "The Minister of Justice of Peru, Juan Paz, led a six-man team to Chile from 3 to 5 June 2024.",
            ("visit", "held", None, "2024-06-03/2024-06-05"),
        ),
        (
            "The Commission of Fiji will send a three-member team to Apia in July 2024 to collect papers.",
            ("visit", "planned", "Apia", "2024-07"),
        ),
        (
            "The visit of the Minister of Justice of Peru to Apia has been rescheduled to July 2024.",
            ("visit", "planned", "Apia", "2024-07"),
        ),
        (
            "In June 2024 the Bureau received a study visit by investigators of Malta.",
            ("visit", "held", None, "2024-06"),
        ),
        (
            "Judge Ana Soto, President of the Supreme Court of Chile, lectured in Tacna on 3 June 2024.",
            ("training", "held", "Tacna", "2024-06-03"),
        ),
        (
            "Juan Paz clarified it with Minister of Justice of Chile Ana Soto over the phone on 3 June.",
            ("call", "held", None, "2024-06-03"),
        ),
        (
            "Minister of Justice of Peru Juan Paz invited Ana Soto to visit Lima in 2025, and she has accepted.",
            ("visit", "planned", "Lima", "2025"),
        ),
        (
            "It was agreed to organise in Lima, in July 2024, a joint course on the seizure of assets.",
            ("training", "planned", "Lima", "2024-07"),
        ),
        (
            "The declaration was endorsed at the 5th Meeting of the Working Group on Extradition.",
            ("session", "held", None, None),
        ),
        (
            "The list will be submitted to the Working Group on Extradition at its meeting of 4 July 2024.",
            ("session", "planned", None, "2024-07-04"),
        ),
        (
            "In June 2023 a delegation of the Ministry of Justice of Peru stayed in Apia for three days.",
            ("visit", "held", "Apia", "2023-06"),
        ),
        (
            "To hold the Eleventh Meeting of the Joint Commission in Lima.",
            ("session", "planned", "Lima", None),
        ),
        (
            "The Minister of Justice of Fiji will host financial investigators in Suva in July 2024.",
            ("visit", "planned", "Suva", "2024-07"),
        ),
        (
            "7/9 Right after that – working breakfast with the Minister of Justice of Fiji, Ann Rook.",
            ("bilateral", "held", None, None),
        ),
        (
            "The MoU will be signed during the visit of the Attorney General of Mauritius in October 2024.",
            ("visit", "planned", None, "2024-10"),
        ),
        (
            "The courtesy call of the Ambassador of Chile was postponed to November due to storms.",
            ("bilateral", "planned", None, "2024-11"),
        ),
    ],
    ids=[
        "inaugurated",
        "ran",
        "known since",
        "an item",
        "an entry",
        "an entry of a course",
        "a thread",
        "attached",
        "people in small letters",
        "a team",
        "a team that is sent",
        "a visit put off",
        "a study visit",
        "a lecture",
        "over the phone",
        "accepted",
        "behind adverbials",
        "by its number",
        "a body at its meeting",
        "a stay",
        "a recommendation",
        "hosts people",
        "a line of a thread",
        "the visit of an official",
        "postponed to a month",
    ],
)
def test_a_meeting_is_told(words: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert told(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "A meeting between the Attorney General of Fiji and the Minister of Justice of Tonga did not materialise.",
        "The association regretfully cancelled the Regional Conference planned for Quito in November 2024.",
        "The negotiations on fishing are expected to be completed in the first half of 2025.",
        "The lawyer made the call in Accra on Tuesday.",
        "The committee of the meeting adopted in Lima on 3 May 2024 a list of files.",
        "Experts meet now and then in Lima if ministers ask for it.",
        "If confirmed, she will lead our mission in Ukraine with care.",
        "The conference on fishing, which was scheduled for September, was deferred at the request of the Union.",
        "Negotiations with the Financial Market Authority of Liechtenstein were broken off.",
    ],
    ids=[
        "not materialised",
        "cancelled",
        "completed",
        "a call",
        "what was adopted",
        "now and then",
        "a mission",
        "deferred",
        "broken off",
    ],
)
def test_what_did_not_come_about_is_no_meeting(words: str) -> None:
    assert told(words) == []


def test_a_meeting_is_not_of_the_day_of_the_instrument_that_is_told_with_it() -> None:
    words = (
        "Maria Lobo, Attorney General of Angola, met in Luanda with the Attorney General of Zambia, Ruth Banda."
        " Following the talks the two signed a programme for the memorandum concluded between their offices in Lusaka"
        " in 2021."
    )
    assert told(words) == [("bilateral", "held", "Luanda", None)]


def test_a_heading_inside_the_text_only_names_what_the_lines_below_tell() -> None:
    words = "On the agenda were three files.\n\nTalks with Austria\n\nThe file of the lake is still open.\n"
    assert told(words) == []


def test_who_says_i_in_short_forms_tells_of_meetings() -> None:
    assert told("“We’ll meet the Attorney General of Fiji on 3 July,” said the Minister of Justice, Ann Rook.") == [
        ("bilateral", "planned", None, "2024-07-03")
    ]


def test_the_head_of_minutes_names_the_session_that_they_are_of() -> None:
    words = (
        "SUMMARY MINUTES\n\nELEVENTH MEETING OF THE WORKING GROUP ON CYBERCRIME\n"
        "Washington, D.C., 7 June 2021 (virtual format)\n\n1. Opening. The Chair welcomed the delegations.\n"
    )
    held = [
        (each.kind.value, each.place.name if each.place else None, each.date.edtf if each.date else None)
        for each in read(words).meetings
    ]
    assert held == [("session", "Washington, D.C.", "2021-06-07")]


def test_a_line_with_a_city_and_a_day_below_a_headline_of_the_press_dates_no_meeting() -> None:
    words = "Fourth meeting of the Working Group on Extradition\n\nLima, 3 May 2024\n\nThe agenda has three points.\n"
    assert [each.date for each in read(words).meetings] == []


def test_two_numbers_are_two_sessions() -> None:
    words = (
        "The 39th session of the Working Group on Extradition was held in Cairo in May 2024."
        " The thirty-eighth session of the Working Group on Extradition took place behind closed doors."
    )
    assert [kind for kind, *_ in told(words)] == ["session", "session"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "In Lima on Monday, the Attorneys General of Fiji and Tonga agreed to meet again in Suva in December.",
            [("held", "Lima"), ("planned", "Suva")],
        ),
        (
            "The Attorneys General of Fiji and Tonga, meeting in Lima on Monday, agreed to reconvene in Suva in May.",
            [("held", "Lima"), ("planned", "Suva")],
        ),
        ("The Attorneys General of Fiji and Tonga refused to meet again in Suva in May.", []),
        (
            "A list, proposed by the Attorneys General of Fiji and Tonga when they met in Lima in May, should follow.",
            [("held", "Lima")],
        ),
        (
            "Offers by Fiji will be considered by the Joint Commission when it meets in Lima in December.",
            [("planned", "Lima")],
        ),
    ],
)
def test_what_is_said_of_one_meeting_is_not_said_of_another(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(status, place) for _, status, place, _ in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (
            "A team of Fiji will be in Lima in May for a workshop on fishing, hosted by the Ministry of Justice.",
            "planned",
        ),
        ("She will speak at a workshop on fishing organised by the Ministry of Justice of Peru.", "planned"),
        ("She spoke at a workshop on fishing organised by the Ministry of Justice of Peru.", "held"),
        ("He will use what was said at a workshop on fishing organised by the Ministry of Justice of Peru.", "held"),
    ],
)
def test_what_somebody_will_go_to_is_still_to_come(words: str, status: str) -> None:
    assert {each[1] for each in told(words)} == {status}
