"""What a reading tells of events, whatever the text: robust, linear, every span in its text."""

import gc
import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.reading import read
from archive.reading.facts import Meeting
from archive.reading.marks import quoted
from archive.values import MeetingKind, MeetingStatus, StepStatus

WORDS = [
    "The Prosecutor General of Chile, Ana Soto,",
    *(
        "met",
        "with",
        "the Minister of Justice of Peru, Juan Paz,",
        "in Lima",
        "on 3 May 2022",
        "signed",
        "and",
        "no",
        "will",
    ),
    *(
        "a memorandum of understanding",
        "“we agree,”",
        "she said",
        ".",
        ",",
        "talks",
        "the draft treaty",
        "\n\n",
        "’",
        "‘",
    ),
    *(
        "«",
        "»",
        "“",
        "”",
        "was received by",
        "visit",
        "to",
        "The parties",
        "during the meeting",
        "between",
        "(",
        ")",
        "–",
    ),
    *("their counterpart", "entered into force", ":", ";"),
]


def place_of(meeting: Meeting) -> str | None:
    return meeting.place.name if meeting.place else None


def day_of(meeting: Meeting) -> str | None:
    return meeting.date.edtf if meeting.date else None


def spans(reading: Any) -> Any:
    for meeting in reading.meetings:
        yield from (evidence.span for evidence in meeting.evidence)
        yield from (evidence.span for each in meeting.participants for evidence in each.evidence)
    for agreement in reading.agreements:
        yield from (evidence.span for evidence in agreement.evidence)
        yield from (evidence.span for each in (*agreement.parties, *agreement.steps) for evidence in each.evidence)
    yield from (quotation.span for quotation in reading.quotations)
    yield from (mention.span for topic in reading.topics for mention in topic.mentions)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_words_of_the_genre_give_valid_events(text: str) -> None:
    reading = read(text)
    assert all(span.end <= len(text) for span in spans(reading))
    assert all(agreement.steps for agreement in reading.agreements)
    assert all(party.organization or party.country for each in reading.agreements for party in each.parties)


def test_somebody_of_no_state_and_no_body_is_no_party() -> None:
    (agreement,) = read(
        "Headline\n\nAna Soto and Juan Paz signed the Artemis Memorandum of Understanding in Lima."
    ).agreements
    assert all(party.organization or party.country for party in agreement.parties)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_gives_quoted_stretches_in_order(text: str) -> None:
    zones = quoted(text)
    assert all(one.end <= other.start for one, other in pairwise(zones))
    assert all(zone.end <= len(text) for zone in zones)


@pytest.mark.parametrize(
    "phrase",
    [
        "P met P and P met with P, who met P, ",
        "“he said ",
        "the agreement of the plan of the protocol on the treaty between the parties and ",
        "will be expected to be planned to be set to be signed ",
        "‘a 'b ",
        "a meeting of the session of the conference on the talks in ",
    ],
    ids=lambda phrase: phrase.split(" ")[0] + "-" + phrase.split(" ")[1],
)
def test_a_repeated_phrase_takes_time_in_proportion(phrase: str) -> None:
    def seconds(times: int) -> float:
        gc.disable()  # what other tests left on the heap is not this text's
        start = time.process_time()
        read(phrase * times)
        gc.enable()
        return time.process_time() - start

    seconds(20)
    small, large = min(seconds(150) for _ in range(2)), seconds(1500)
    assert large < 40 * max(small, 0.005)


STATEMENT = (
    "The Minister of Justice of Peru, Juan Paz, {} the Minister of Justice of Chile, Ana Soto, in Lima on 3 May 2022."
)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("met with", MeetingStatus.HELD),
        ("will meet with", MeetingStatus.PLANNED),
        ("is expected to meet with", MeetingStatus.PLANNED),
        ("has asked to meet with", MeetingStatus.PROPOSED),
    ],
)
def test_the_verb_group_tells_whether_a_meeting_was_held(words: str, status: Any) -> None:
    (meeting,) = read("Headline\n\n" + STATEMENT.format(words)).meetings
    assert (meeting.status, place_of(meeting), day_of(meeting)) == (status, "Lima", "2022-05-03")


@pytest.mark.parametrize("words", ["did not meet with", "refused to meet with", "has never met with"])
def test_a_denied_meeting_is_none(words: str) -> None:
    assert read("Headline\n\n" + STATEMENT.format(words)).meetings == ()


SIGNING = "The Minister of Justice of Peru, Juan Paz, and the Minister of Justice of Chile, Ana Soto, {} in Lima."


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("signed an agreement on extradition", StepStatus.SIGNED),
        ("will sign an agreement on extradition", StepStatus.PLANNED),
        ("are negotiating a draft agreement on extradition", StepStatus.DRAFT),
        ("adopted a joint declaration on extradition", StepStatus.APPROVED),
        ("proposed to conclude an agreement on extradition", StepStatus.PROPOSED),
    ],
)
def test_the_verb_tells_the_step(words: str, status: Any) -> None:
    (agreement,) = read("Headline\n\n" + SIGNING.format(words)).agreements
    assert [step.status for step in agreement.steps] == [status]


@pytest.mark.parametrize(
    "words", ["signed no agreement", "did not sign any agreement", "signed the guest book", "signed a plea agreement"]
)
def test_what_is_no_agreement_gives_none(words: str) -> None:
    assert read("Headline\n\n" + SIGNING.format(words)).agreements == ()


def test_one_encounter_told_twice_is_one_meeting() -> None:
    text = "Peru's minister meets Chilean colleague\n\n" + STATEMENT.format("held talks with")
    assert len(read(text + " At the end of the meeting, Ms Soto thanked Mr Paz.").meetings) == 1


def test_each_of_several_bilateral_meetings_is_one() -> None:
    text = (
        "Headline\n\nThe Minister of Justice of Peru, Juan Paz, held bilateral meetings with the Minister of Justice"
        " of Chile, Ana Soto, and with the Minister of Justice of Spain, Luis Gil."
    )
    assert len(read(text).meetings) == 2


AGENDA = """Programme of the visit of Ana Soto, Minister of Justice of Chile, 3-4 June 2024

Ms Ana Soto, Minister of Justice of Chile

Monday, 3 June 2024 - Lima

09.00 Arrival in Lima
10.00 Talks with Juan Paz, Minister of Justice of Peru
15.00 Meeting with Luis Gil, President of the Supreme Court - CANCELLED

Tuesday, 4 June 2024 - Cusco

11.00 Meeting with Rosa Vega, Prosecutor General of Peru
"""


def test_the_entries_of_an_agenda_are_meetings_on_their_day_and_in_their_city() -> None:
    meetings = [each for each in read(AGENDA, published="2024-05-28").meetings if each.kind is MeetingKind.BILATERAL]
    told = [(place_of(each), day_of(each), each.status) for each in meetings]
    assert told == [
        ("Lima", "2024-06-03", MeetingStatus.PLANNED),
        ("Cusco", "2024-06-04", MeetingStatus.PLANNED),
    ]


def test_two_lines_with_hours_are_no_agenda() -> None:
    lines = AGENDA.splitlines()
    short = "\n".join(line for line in lines if not line.startswith(("09.00", "15.00")))
    assert not any(evidence.rule == "entry of an agenda" for each in read(short).meetings for evidence in each.evidence)


LEAD = "Ministers talk about cooperation\n\n" + STATEMENT.format("met with")


def test_a_further_meeting_is_of_the_states_that_met_before() -> None:
    text = LEAD + " A further meeting will be held in Quito in May 2031."
    meeting = read(text, published="2022-05-03").meetings[-1]
    states = {each.country for each in meeting.participants}
    assert (meeting.status, day_of(meeting), states) == (MeetingStatus.PLANNED, "2031-05", {"CL", "PE"})


def test_what_is_told_of_a_later_day_in_the_present_is_planned() -> None:
    text = "Headline\n\nThey talk when the Minister of Justice of Peru, Juan Paz, visits Santiago on 9 June 2022."
    assert [each.status for each in read(text, published="2022-05-03").meetings] == [MeetingStatus.PLANNED]
    assert [each.status for each in read(text, published="2022-06-13").meetings] == [MeetingStatus.HELD]


def test_what_happens_every_year_is_no_meeting() -> None:
    text = "Headline\n\nThe Minister of Justice of Peru, Juan Paz, meets the minister of Chile, Ana Soto, twice a year."
    assert read(text).meetings == ()


def test_words_of_time_may_part_a_verb_from_its_preposition() -> None:
    (meeting,) = read("Headline\n\n" + STATEMENT.format("met today with"), published="2022-05-03").meetings
    assert {each.person.name for each in meeting.participants if each.person} == {"Juan Paz", "Ana Soto"}


def test_an_instrument_that_was_not_signed_but_is_studied_further_is_a_draft() -> None:
    text = LEAD + " The agreement on the transfer of prisoners was not signed and will be studied further."
    (agreement,) = read(text).agreements
    assert [step.status for step in agreement.steps] == [StepStatus.DRAFT]


def test_it_stands_for_the_instrument_of_the_sentence_before() -> None:
    text = "Headline\n\n" + SIGNING.format("mentioned an agreement on extradition")
    assert read(text).agreements == ()
    (agreement,) = read(text + " It is to be signed in Santiago in June 2023.").agreements
    assert [step.status for step in agreement.steps] == [StepStatus.PLANNED]


SIGNED = (
    "On 14 March 2025 Minister of Justice of Belize Ann Lee and Prosecutor General of Norway Bo Ray signed a memorandum"
    " on extradition in Oslo."
)


def test_who_signs_together_meets() -> None:
    (meeting,) = read(SIGNED).meetings
    assert (meeting.kind, meeting.status) == (MeetingKind.CEREMONY, MeetingStatus.HELD)
    assert (place_of(meeting), day_of(meeting)) == ("Oslo", "2025-03-14")
    assert {each.person.name for each in meeting.participants if each.person} == {"Ann Lee", "Bo Ray"}


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("was initialled on 3 May in Lima by", 1),
        ("was initialled by", 1),
        ("will be initialled on 3 May in Lima by", 0),
    ],
)
def test_who_initials_together_on_a_day_meets(words: str, met: int) -> None:
    text = f"The extradition treaty {words} Judge Ana Soto of Chile and Judge Luis Mora of Peru."
    assert len(read(text, published="2024-05-14").meetings) == met


def test_who_initials_on_no_day_where_others_met_does_so_in_passing() -> None:
    text = (
        "Minister Pedro Paz of Chile met Minister Eva Ruiz of Peru in Lima on Monday. An extradition treaty was"
        " initialled by Judge Ana Soto of Chile and Judge Luis Mora of Peru."
    )
    assert len(read(text, published="2024-05-14").meetings) == 1


def test_who_signs_where_they_met_does_not_meet_twice() -> None:
    (meeting,) = read(f"On 14 March 2025 Ann Lee met with Bo Ray in Oslo. {SIGNED}").meetings
    assert meeting.kind is MeetingKind.BILATERAL
