"""What opens a sentence before its subject takes nobody from those who act: "During a visit to C, P met P"."""

import pytest

from archive.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "During her visit to Finland, the Minister of Justice of Latvia, Ilze Kalna, met Minister Eva Laine.",
        "On a visit to Finland, Minister Ilze Kalna of Latvia held talks with Minister Eva Laine.",
        "While on a visit to Finland, Minister Ilze Kalna of Latvia was received by Minister Eva Laine.",
        "Following her trip to Finland, Minister Ilze Kalna of Latvia received Minister Eva Laine.",
        "Prior to her visit to Finland, Minister Ilze Kalna of Latvia met Minister Eva Laine.",
        "Accompanied by Ambassador Peter Ozols, Minister Ilze Kalna of Latvia met Minister Eva Laine.",
        "Following a request from Finland, Minister Ilze Kalna of Latvia met Minister Eva Laine.",
    ],
)
def test_who_acts_behind_a_setting_takes_part(text: str) -> None:
    (meeting,) = read(text).meetings
    assert meeting.status.value == "held"
    assert {"Ilze Kalna", "Eva Laine"} <= {each.person and each.person.name for each in meeting.participants}


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to Finland, Norway and Latvia asked for talks.",
        "According to Finland, Norway and Latvia are at odds.",
        "In addition to Finland, Norway was named.",
    ],
)
def test_a_setting_alone_tells_no_meeting(text: str) -> None:
    assert read(text).meetings == ()


def test_who_signs_behind_a_setting_is_a_signatory() -> None:
    text = "During a visit to Finland, Minister Ilze Kalna of Latvia and Minister Eva Laine signed a memorandum."
    (agreement,) = read(text).agreements
    assert {party.signatory and party.signatory.name for party in agreement.parties} == {"Ilze Kalna", "Eva Laine"}


def test_who_represents_a_body_signs_for_its_state() -> None:
    text = (
        "A memorandum was signed in Helsinki between the Ministry of Justice of Latvia, represented by Minister Ilze "
        "Kalna, and the Ministry of Justice of Finland, represented by Minister Eva Laine."
    )
    (agreement,) = read(text).agreements
    signed = {(party.signatory.name, party.country) for party in agreement.parties if party.signatory}
    assert signed == {("Ilze Kalna", "LV"), ("Eva Laine", "FI")}
    assert {party.organization.name for party in agreement.parties if party.organization} == {
        "Ministry of Justice of Latvia",
        "Ministry of Justice of Finland",
    }


def test_a_course_is_for_those_for_whom_a_body_organises_it() -> None:
    (meeting,) = read("A seminar organised by Eurojust for judges from Albania was held in Tirana.").meetings
    assert "AL" in {each.country for each in meeting.participants}


def test_who_greets_the_participants_receives_nobody() -> None:
    assert read("Minister Ilze Kalna welcomed the participants from Finland and Estonia.").meetings == ()
