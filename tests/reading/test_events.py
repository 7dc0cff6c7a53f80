"""What a reading tells of events, whatever the text: robust, linear, every span in its text."""

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.reading import read
from archive.reading.marks import quoted
from archive.values import MeetingStatus, StepStatus

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


def spans(reading):
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
def test_any_words_of_the_genre_give_valid_events(text):
    reading = read(text)
    assert all(span.end <= len(text) for span in spans(reading))
    assert all(agreement.steps for agreement in reading.agreements)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_gives_quoted_stretches_in_order(text):
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
def test_a_repeated_phrase_takes_time_in_proportion(phrase):
    def seconds(times: int) -> float:
        start = time.perf_counter()
        read(phrase * times)
        return time.perf_counter() - start

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
def test_the_verb_group_tells_whether_a_meeting_was_held(words, status):
    (meeting,) = read("Headline\n\n" + STATEMENT.format(words)).meetings
    assert (meeting.status, meeting.place.name, meeting.date.edtf) == (status, "Lima", "2022-05-03")


@pytest.mark.parametrize("words", ["did not meet with", "refused to meet with", "has never met with"])
def test_a_denied_meeting_is_none(words):
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
def test_the_verb_tells_the_step(words, status):
    (agreement,) = read("Headline\n\n" + SIGNING.format(words)).agreements
    assert [step.status for step in agreement.steps] == [status]


@pytest.mark.parametrize(
    "words", ["signed no agreement", "did not sign any agreement", "signed the guest book", "signed a plea agreement"]
)
def test_what_is_no_agreement_gives_none(words):
    assert read("Headline\n\n" + SIGNING.format(words)).agreements == ()


def test_one_encounter_told_twice_is_one_meeting():
    text = "Peru's minister meets Chilean colleague\n\n" + STATEMENT.format("held talks with")
    assert len(read(text + " At the end of the meeting, Ms Soto thanked Mr Paz.").meetings) == 1


def test_each_of_several_bilateral_meetings_is_one():
    text = (
        "Headline\n\nThe Minister of Justice of Peru, Juan Paz, held bilateral meetings with the Minister of Justice"
        " of Chile, Ana Soto, and with the Minister of Justice of Spain, Luis Gil."
    )
    assert len(read(text).meetings) == 2
