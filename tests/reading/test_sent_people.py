"""People whom a body or state sends: their stays, trainings, sessions, gifts and calls, told by verbs."""

import pytest

from archive.reading import read
from archive.reading.facts import Meeting


def meetings(text: str) -> tuple[Meeting, ...]:
    return read(text, published="2024-06-20").meetings


def told(text: str) -> list[tuple[str, str | None]]:
    return [(each.kind.value, each.place.name if each.place else None) for each in meetings(text)]


def sides(meeting: Meeting) -> set[str]:
    named = {each.organization.name for each in meeting.participants if each.organization}
    return named | {each.country for each in meeting.participants if each.country}


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("Four officers of the Swedish National Police", "Swedish National Police"),
        ("Judges of the Supreme Court of Nepal", "Supreme Court of Nepal"),
        ("Officers of the Maltese police", "MT"),
        ("Europol analysts", "Europol"),
        ("The UNODC team", "UNODC"),
        ("A mission of the European Commission", "European Commission"),
    ],
)
def test_unnamed_people_of_a_body_stay_somewhere(people: str, who: str) -> None:
    (visit,) = meetings(f"{people} spent two days in Lima in May 2024.")
    assert (visit.kind.value, visit.place.name if visit.place else None) == ("visit", "Lima")
    assert who in sides(visit)


def test_whither_a_minister_goes_is_no_part_of_his_office() -> None:
    (visit,) = meetings("The visit of the Minister of Justice of Romania to Paris lasted two days.")
    assert (visit.kind.value, visit.place.name if visit.place else None) == ("visit", "Paris")
    assert sides(visit) == {"RO", "FR"}


@pytest.mark.parametrize(
    "whom",
    [
        "the Minister of Justice of Serbia",
        "the Serbian Minister of Justice",
        "the President of the Supreme Court of Serbia",
    ],
)
def test_where_an_unnamed_minister_was_met_is_no_part_of_his_office(whom: str) -> None:
    (meeting,) = meetings(f"The Prosecutor General of Croatia met {whom} in Belgrade on 3 June 2024.")
    assert meeting.place and meeting.place.name == "Belgrade"
    assert sides(meeting) == {"HR", "RS"}


def test_where_a_state_sends_somebody_is_not_where_he_met_others() -> None:
    (meeting,) = meetings("The Ambassador of Serbia in Oslo met the Prosecutor General of Croatia on 3 June 2024.")
    assert meeting.place is None


def test_an_agenda_abroad_is_a_visit_and_one_at_home_is_none() -> None:
    assert told("The Prosecutor General of Ecuador, Luisa Vera, concluded a two-day working agenda in Bogotá.") == [
        ("visit", "Bogotá")
    ]
    assert not told("The Prosecutor General of Ecuador, Luisa Vera, concluded a two-day working agenda in Quito.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Two experts of the Spanish National Police instructed 20 Honduran agents in Tegucigalpa in June.",
        "The Council of Europe is sending trainers to Baku on 16 September.",
        "Officers of the Kenyan police received instruction in interviewing from British detectives in Mombasa.",
        "Eight judges of the Supreme Court of Moldova went back to school in Strasbourg last week.",
    ],
)
def test_who_is_taught_is_at_a_training(sentence: str) -> None:
    assert [kind for kind, _ in told(sentence)] == ["training"]


def test_what_a_body_of_several_states_decides_somewhere_it_decides_in_session() -> None:
    assert told("The Conference of the Parties took note of the report in Vienna on 4 October.") == [
        ("session", "Vienna")
    ]
    assert not told("The Conference of the Parties took note of the report.")


def test_officials_of_a_body_of_several_states_are_several() -> None:
    (meeting,) = meetings("Senior officials of ASEAN met in Manila on 4 June.")
    assert meeting.kind.value == "multilateral"


def test_equipment_handed_over_between_states_is_a_ceremony() -> None:
    given = "Ambassador of Japan Kenji Mori handed over ten {} to the Ghana Police Service in Accra on Tuesday."
    assert told(given.format("vehicles")) == [("ceremony", "Accra")]
    assert not told(given.format("suspects"))


@pytest.mark.parametrize("way", ["over Zoom", "by video", "over a secure line"])
def test_who_meet_from_afar_have_a_call(way: str) -> None:
    sentence = f"The Attorney General of Canada talked {way} with the Attorney General of Mexico on 5 May."
    assert told(sentence) == [("call", None)]
