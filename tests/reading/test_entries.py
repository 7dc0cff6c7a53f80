"""Lines without a verb: a diary, a calendar, a programme, a report in points, the head of a speech."""

import pytest

from archive.reading import read
from archive.reading.facts import Meeting
from archive.values import MeetingKind, MeetingStatus


def _meetings(*lines: str, published: str | None = None) -> tuple[Meeting, ...]:
    return read("\n".join(lines), published=published).meetings


def _told(*lines: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.kind.value, each.place.name if each.place else None, each.date.edtf if each.date else None)
        for each in _meetings(*lines)
    ]


def test_lines_under_a_day_of_a_diary_are_meetings_of_that_day() -> None:
    told = _told(
        "Weekly diary of the Minister of Justice of Estonia, 6–10 May 2024",
        "",
        "Tuesday, 7 May",
        "Working lunch with Minister of Justice of Latvia Inese Kalna, Riga",
        "Signing of a cooperation plan with the Ministry of Justice of Latvia, Riga",
        "",
        "Thursday, 9 May",
        "Dinner with the Prosecutor General of Lithuania, Nida Petraite",
    )
    assert told == [
        ("bilateral", "Riga", "2024-05-07"),
        ("ceremony", "Riga", "2024-05-07"),
        ("ceremony", None, "2024-05-09"),
    ]


@pytest.mark.parametrize(
    ("line", "kind", "place"),
    [
        ("2 July 2024: Hanoi – Seminar on asset recovery", "training", "Hanoi"),
        ("14 October 2024, Geneva: meeting of the Executive Committee", "session", "Geneva"),
        (
            "12 June 2024: Lisbon, Ministers of Justice of the Community of Portuguese Language Countries",
            None,
            "Lisbon",
        ),
        ("28 August 2024: 10th Council of ASEAN Chief Justices, Hanoi", "conference", "Hanoi"),
    ],
)
def test_a_day_at_the_head_of_a_line_makes_it_a_meeting(line: str, kind: str | None, place: str) -> None:
    told = _told("Calendar of events", "", line)
    assert told == [(kind or "multilateral", place, told[0][2])]


def test_a_weekday_is_one_of_the_week_that_the_diary_names() -> None:
    told = _told(
        "Attorney General's diary, 19–23 September 2016",
        "",
        "Mon: bilaterals w/ Minister of Justice of Norway Kari Berg and Minister of Justice of Kenya John Otieno.",
        "Thu: Ghana–Switzerland working breakfast on dormant accounts; Fri: return to Accra.",
    )
    assert [each[2] for each in told] == ["2016-09-19", "2016-09-19", "2016-09-22"]


def test_those_who_are_labelled_with_a_meeting_take_part_in_it() -> None:
    (meeting,) = _meetings("Bilateral meeting, Nepal – Bhutan: Mr. Hari Khatiwada and Mr. Tashi Dorji.")
    assert {each.person.name for each in meeting.participants if each.person} == {"Hari Khatiwada", "Tashi Dorji"}


def test_rooms_of_a_schedule_are_meetings_of_the_states_in_them() -> None:
    lines = ("Programme", "", "Thursday, 4 December 2025", "", "Room A – Peru / Ecuador", "", "Room B – Chile / Peru")
    meetings = _meetings("Plenary of the network", "", *lines)
    assert [{each.country for each in meeting.participants} for meeting in meetings] == [{"PE", "EC"}, {"CL", "PE"}]
    assert {meeting.status for meeting in meetings} == {MeetingStatus.PLANNED}


def test_points_of_a_report_are_meetings_with_the_states_that_they_name() -> None:
    told = _told(
        "Annual report 2023 of the Office of the Director of Public Prosecutions of Botswana",
        "",
        "• Two-day workshop for prosecutors of Lesotho and Eswatini on wildlife crime",
        "• Visit by the Attorney General of Namibia, Ms Hilja Amupolo, to Gaborone (12 June)",
    )
    assert told == [("training", None, None), ("visit", "Gaborone", "2023-06-12")]


def test_the_head_of_a_speech_tells_where_it_was_given() -> None:
    (meeting,) = _meetings(
        "Remarks by the Minister of Justice, Hon. Peter Brown, at the handing-over of vehicles, Kingston",
        "",
        "Good morning. I thank all who are here.",
    )
    assert meeting.kind is MeetingKind.CEREMONY
    assert meeting.place is not None
    assert meeting.place.name == "Kingston"


@pytest.mark.parametrize(
    "lines",
    [
        ("The sides agreed on the following:", "- Training for prosecutors of Kenya and Uganda on wildlife crime"),
        ("Cooperation in 2023", "Extradition: Peru - Chile", "With the Embassy of Chile in Lima"),
        ("Programme", "", "Friday, 4 May 2022", "09.30 Panel 1: Cooperation between Chile and Peru", "13.00 Lunch"),
        ("News", "", "The minister spoke.", "", "Related news", "2 May 2022 Visit of the Minister of Justice of Peru"),
        ("Calendar", "", "2 July 2024: Hanoi – Seminar on asset recovery (cancelled)"),
    ],
)
def test_what_only_names_topics_plans_or_pages_is_no_meeting(lines: tuple[str, ...]) -> None:
    assert _meetings(*lines) == ()
