"""Particulars: meetings that a text tells in fields, as minutes and invitations do."""

from archive.reading import read

MINUTES = """Minutes of the fourth meeting of the Joint Working Group on Extradition

Place: Gaborone
Date: 4 June 2024
Present: Ms Tebogo Molefe (Botswana, chair); Mr Sipho Khumalo (South Africa)
Apologies: Mr John Phiri (Zambia)

1. The Working Group adopted its agenda.
"""

RECORD = """SUMMARY RECORD
Second Consultation between the Ministry of Justice of Japan and the Ministry of Justice of Mongolia

1. Date and time: Wednesday, 5 June 2024, 10:00-12:20

2. Place: Ministry of Justice, Tokyo

3. Attendance
(Japanese side) Mr. KUROSAWA Takuma, Deputy Vice-Minister of Justice; and others
(Mongolian side) Dr. Bat-Erdene Ganbat, State Secretary; and others

4. Outline
Both sides exchanged views.
"""


def told(text: str) -> list[tuple[str, str | None, str | None, set[str]]]:
    return [
        (
            each.kind.value,
            each.place.name if each.place else None,
            each.date.edtf if each.date else None,
            {one.person.name for one in each.participants if one.person},
        )
        for each in read(text, published="2024-06-20").meetings
    ]


def test_the_fields_of_minutes_belong_to_the_meeting_above_them() -> None:
    assert told(MINUTES) == [("session", "Gaborone", "2024-06-04", {"Tebogo Molefe", "Sipho Khumalo"})]


def test_the_lines_below_a_field_go_on_with_those_who_were_there() -> None:
    names = {"KUROSAWA Takuma", "Bat-Erdene Ganbat"}
    assert told(RECORD) == [("consultation", "Tokyo", "2024-06-05", names)]


def test_one_field_makes_no_record() -> None:
    assert (
        told("Notes on the meeting of the Joint Working Group\n\nDate: 4 June 2024\n\nNothing else is known.\n") == []
    )


def test_a_heading_with_its_days_below_names_a_meeting() -> None:
    text = "REGIONAL CONFERENCE OF PROSECUTORS OF THE PACIFIC\nSuva, 27 and 28 October 2022\n\nThey went to the sea.\n"
    assert told(text) == [("conference", "Suva", "2022-10-27/2022-10-28", set())]


def test_days_below_a_heading_that_names_no_meeting_tell_none() -> None:
    assert told("Eleven smugglers caught\nSuva, 27 and 28 October 2022\n\nThey went to prison.\n") == []
