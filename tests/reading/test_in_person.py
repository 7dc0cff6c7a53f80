"""People of different states who do something together have met, whatever the verb."""

import pytest

from archive.reading import read

HEAD = "News of the day\n\n"
SOTO = "the Prosecutor General of Chile, Ana Soto,"
REYES = "the Attorney General of Peru, Juan Reyes"


def met(words: str) -> list[list[str]]:
    """The persons of each meeting that a sentence tells."""
    meetings = read(HEAD + words, published="2025-03-14").meetings
    return [[each.person.name for each in meeting.participants if each.person] for meeting in meetings]


@pytest.mark.parametrize(
    "words",
    [
        f"On Wednesday {SOTO} flew over the border strip with {REYES}.",
        f"On Wednesday {SOTO} walked the quays of Callao with {REYES}.",
        f"On 12 March {SOTO} had a stroll through the old quarter with {REYES}.",
        f"On 12 March {SOTO} will cross the frontier on foot alongside {REYES}.",
        f"On 12 March {SOTO} exchanged impressions with {REYES}.",
    ],
)
def test_a_deed_done_with_somebody_of_another_state_is_a_meeting(words: str) -> None:
    assert met(words) == [["Ana Soto", "Juan Reyes"]]


@pytest.mark.parametrize(
    "words",
    [
        f"On 12 March {SOTO} agreed with {REYES}.",
        f"On 12 March {SOTO} corresponded at length with {REYES}.",
        f"On 12 March {SOTO} never flew over the border strip with {REYES}.",
        f"On 12 March {SOTO} flew over the border strip with the Deputy Prosecutor General of Chile, Juan Reyes.",
        f"Since her election {SOTO} has strolled through the archives with {REYES}.",
        f"{SOTO} and {REYES} highlighted their views on 12 March.",
        *(
            f"{SOTO} and {REYES} {deed} on 12 March."
            for deed in (
                "died",
                "resigned",
                "criticised the ruling",
                "apologised",
                "tested positive",
                "slammed the report",
            )
        ),
        f"On 12 March {SOTO} clashed with {REYES}.",
        f"On 12 March {SOTO} exchanged letters with {REYES}.",
        f"On 12 March {SOTO} shared information with {REYES}.",
    ],
)
def test_what_nobody_need_meet_for_is_no_meeting(words: str) -> None:
    assert met(words) == []


def test_people_of_bodies_whose_names_are_listed_are_several() -> None:
    words = "On 12 March three border-police commanders of Panama, Colombia and Ecuador met in Apartado."
    found = read(HEAD + words, published="2025-03-14").meetings
    assert [{each.country for each in meeting.participants} for meeting in found] == [{"PA", "CO", "EC"}]


def test_a_weekday_before_a_name_is_a_day() -> None:
    found = read(HEAD + f"On Wednesday Ana Soto met {REYES}.", published="2025-03-14").meetings
    assert [meeting.date and meeting.date.edtf for meeting in found] == ["2025-03-12"]


@pytest.mark.parametrize(
    "words",
    [
        f"The{SOTO[3:]} met in Lima on Tuesday with a minister of Peru, Luis Paz, and on Wednesday with {REYES}.",
        f"The{SOTO[3:]} met in Lima with a minister of Peru, Luis Paz, and later with {REYES}.",
    ],
)
def test_another_who_is_met_with_is_another_meeting(words: str) -> None:
    assert ["Ana Soto", "Juan Reyes"] in met(words)


@pytest.mark.parametrize(
    "words",
    [
        f"On 12 March {SOTO} escorted {REYES} through the port of Callao.",
        f"On 12 March {SOTO} showed a new laboratory to {REYES}.",
        f"On 12 March {SOTO} was shown round the port by {REYES}.",
        f"On 12 March {SOTO} ended her stay in Lima with a call on {REYES}.",
        f"Received in Lima on 12 March by {REYES}, {SOTO} handed over a list.",
        f"On 12 March {SOTO} was received in audience this week by {REYES}.",
        f"On 12 March {SOTO} raised the case with {REYES}.",
    ],
)
def test_who_guides_shows_or_is_called_on_is_met(words: str) -> None:
    assert [set(each) for each in met(words)] == [{"Ana Soto", "Juan Reyes"}]


def test_a_call_on_somebody_to_do_something_is_no_meeting() -> None:
    assert met(f"On 12 March {SOTO} ended her speech with a call on {REYES} to ratify the treaty.") == []


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        ("by video link", "call"),
        ("via Zoom to discuss extradition", "call"),
        (", who is in Lima, by video link", "call"),
        (", who agreed to send two judges, by phone", "call"),
        ("and agreed that witnesses may testify by video", "bilateral"),
        ("to discuss hearings by video link", "bilateral"),
        ("in Lima, and they agreed that their experts would confer online", "bilateral"),
    ],
)
def test_only_what_was_held_over_a_line_is_a_call(behind: str, kind: str) -> None:
    (meeting, *_) = read(
        HEAD + f"On 12 March {SOTO} met with {REYES}{behind if behind[0] == ',' else f' {behind}'}.",
        published="2025-03-14",
    ).meetings
    assert meeting.kind.value == kind


@pytest.mark.parametrize(
    ("whose", "kind"),
    [
        ("of the Ministers of Justice of the Arab states", "multilateral"),
        ("in Riyadh last Tuesday of the prosecutors of the Gulf states", "multilateral"),
        ("of the Ministers of Justice of the two states", "bilateral"),
    ],
)
def test_a_meeting_of_the_people_of_many_states_is_multilateral(whose: str, kind: str) -> None:
    (meeting,) = read(f"News\n\nThe meeting {whose} was held on 11 March 2025.", published="2025-03-14").meetings
    assert meeting.kind.value == kind


def test_who_shows_a_delegation_round_his_house_is_met_there() -> None:
    words = "On 12 March the delegation was conducted round the Supreme Court of Peru by its President, Juan Reyes."
    assert met(words) == [["Juan Reyes"]]
