"""Who the sides of a meeting are where plain words tell them: people of states, "me", a host, the length of talks."""

import pytest

from archive.reading import read
from archive.values import MeetingKind

TITLE = "News of the day\n\n"


def states_of(words: str) -> list[set[str | None]]:
    """The states of those who took part in each meeting that a sentence tells."""
    meetings = read(TITLE + words, published="2025-03-14").meetings
    return [{participant.country for participant in meeting.participants} for meeting in meetings]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("The ombudspersons of Chile and Peru gathered in Lima on 3 March 2025.", {"CL", "PE"}),
        ("The chiefs of police of Kenya and Uganda met in Busia on 3 March 2025.", {"KE", "UG"}),
        (
            "Officials of the ministries of justice of Chile and Peru settled the text in Arica on 3 March.",
            {"CL", "PE"},
        ),
        ("Prosecutors from Lyon and Turin met in Modane on 3 March 2025.", {"FR", "IT"}),
        (
            "At the invitation of the Government of Kenya, the Ministers of Justice of Mali and Togo met in Nairobi.",
            {"ML", "TG"},
        ),
    ],
)
def test_people_of_states_meet_whatever_their_office(words: str, states: set[str]) -> None:
    assert states_of(words) == [states]


def test_people_of_a_region_are_of_several_states() -> None:
    [meeting] = read(TITLE + "The Nordic ministers of justice met in Turku on 3 March 2025.").meetings

    assert meeting.kind is MeetingKind.MULTILATERAL


@pytest.mark.parametrize(
    "words",
    [
        "The economies of Chile and Peru grew in Lima on 3 March 2025.",
        "The African countries held elections on 3 March 2025.",
        "After three years of negotiations, Chile and Peru concluded an agreement.",
        "After lengthy talks, Chile and Peru signed a treaty on 3 March 2025.",
        "Negotiations that lasted two years ended on 3 March 2025.",
    ],
)
def test_neither_other_things_of_states_nor_the_length_of_talks_are_a_meeting(words: str) -> None:
    assert states_of(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "{0} was received on 3 March in audience by {1}.",
        "{0} received a courtesy call yesterday at Bello Palace, Santiago, from {1}.",
        "{0} flew to Lima on 3 March to thank {1}.",
        "{0} sat with {1} for two hours.",
        "{0} sat down for talks with {1} in Lima.",
        "{0} paid {1} a return visit on 3 March.",
        "{0} joined {1} for a tour of the port on 3 March.",
        "{0} presented {1} with a plaque in Lima on 3 March.",
        "{0} hosted a dinner on 3 March in {1}'s honour.",
        "{0} was a guest of the Ministry of Justice of Peru in Lima on 3 March 2025.",
    ],
)
def test_plain_verbs_tell_two_sides(words: str) -> None:
    names = ("Prosecutor General of Chile Ana Soto", "Minister of Justice of Peru Luis Paz")

    assert states_of(words.format(*names)) == [{"CL", "PE"}]


def test_who_speaks_is_the_one_who_was_called() -> None:
    speech = "Speech by the Attorney General of Chile, Ana Soto\n\n"

    [meeting] = read(speech + "My Peruvian counterpart, Luis Paz, called me on 3 March 2025.").meetings

    assert {participant.person.name for participant in meeting.participants if participant.person} == {
        "Ana Soto",
        "Luis Paz",
    }


def test_people_who_stay_unnamed_are_met_too() -> None:
    words = "On 3 March Prosecutor General of Chile Ana Soto met representatives of the Bar Association of Lima."

    assert states_of(words) == [{"CL", None}]


def test_talks_for_which_people_meet_are_no_session() -> None:
    [meeting] = read(TITLE + "The ministers of justice of Chile and Peru met for talks in Lima on 3 March.").meetings

    assert meeting.kind is MeetingKind.BILATERAL


@pytest.mark.parametrize(
    "whom",
    [
        "the Peruvian observer, Luis Paz of the Integrity Authority,",
        "Peruvian expert Luis Paz",
        "the Peruvian asset recovery specialist Luis Paz",
    ],
)
def test_somebody_may_be_named_behind_his_state_and_what_he_is(whom: str) -> None:
    assert states_of(f"Minister of Justice of Chile Ana Soto held talks with {whom} in Arica on 3 May 2022.") == [
        {"CL", "PE"}
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Minister of Justice of Chile Ana Soto met the needs of Peruvian journalist Luis Paz in Arica on 3 May 2022.",
        "Minister of Justice of Chile Ana Soto wrote to Peruvian expert Luis Paz on 3 May 2022.",
    ],
)
def test_who_is_named_behind_his_state_need_not_have_been_met(words: str) -> None:
    assert states_of(words) == []


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("Chile–Peru dialogue", {"CL", "PE"}),
        ("EU–Peru dialogue", {"EU", "PE"}),
        ("EU-Peru dialogue", {"EU", "PE"}),
        ("Peru-European Union dialogue", {"European Union", "PE"}),
        ("Peru-led dialogue", set()),
    ],
)
def test_a_dash_in_the_name_of_a_meeting_joins_its_sides(name: str, sides: set[str]) -> None:
    (meeting,) = read(f"The third {name} on asylum took place in Quito on 3 May 2024.").meetings
    bodies = {each.organization.name for each in meeting.participants if each.organization}
    assert bodies | {each.country for each in meeting.participants if each.country and not each.organization} == sides
