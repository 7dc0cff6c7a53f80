"""What is proposed, pending, or told in the first person; what is only rumoured."""

import pytest

from archive.reading import read
from archive.reading.facts import Agreement
from archive.values import MeetingStatus

from .test_agreements import signatories_of, steps_of

MET = "Minister Ana Soto of Chile met Minister Juan Paz of Peru in Lima on 3 May 2024. "


def agreements(words: str) -> list[Agreement]:
    return list(read(f"Cooperation goes on\n\n{MET}{words}", published="2024-05-04").agreements)


@pytest.mark.parametrize(
    "words",
    [
        "Ms Soto proposed that an amending protocol be negotiated.",
        "Both sides asked whether a treaty on the transfer of prisoners should be concluded.",
        "Ms Soto wants a joint declaration on gangs adopted at the summit.",
        "Ms Soto hopes to see a treaty on evidence signed soon.",
        "Ms Soto wants a wider agreement among the states to be put forward.",
        "The proposal by Chile for a protocol on evidence will be studied.",
        "The minister hopes that the extension of the memorandum can be signed in June.",
    ],
)
def test_what_somebody_wants_is_proposed(words: str) -> None:
    (agreement,) = agreements(words)
    assert [status for status, _ in steps_of(agreement)] == ["proposed"]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("The agreement on the team is in revision by the lawyers.", ("draft", None)),
        ("A plan of cooperation with Peru is on the drawing board.", ("draft", None)),
        ("The negotiations with Peru of an agreement on hot pursuit were suspended.", ("draft", None)),
        ("The meeting considered, but did not adopt, a draft declaration on stolen assets.", ("draft", None)),
        ("They spoke of a convention on damage, the draft of which will be discussed later.", ("draft", None)),
        ("A memorandum, the draft of which was sent to Lima in April 2024, is planned.", ("submitted", "2024-04")),
        ("A third arrangement, with the Police of Peru, is ready for signature.", ("planned", None)),
        ("Approval of the joint work plan for 2026 is expected.", ("planned", None)),
        ("14:00 Adoption of the Lima Statement on Victims.", ("planned", None)),
    ],
)
def test_what_is_pending_is_told_by_its_stage(words: str, step: tuple[str, str | None]) -> None:
    assert step in [each for agreement in agreements(words) for each in steps_of(agreement)]


@pytest.mark.parametrize(
    "words",
    [
        "Some channels had claimed that the two ministers would sign a treaty.",
        "There are those who say that we have signed a treaty with Peru.",
        "Asked about reports that a treaty had been signed, she denied it.",
        "It is not true that the Attorney General of Chile signed a treaty with Peru.",
        "The office called untrue the news that a treaty with Peru was signed.",
        "According to a fake post, the Minister of Justice of Chile signed a treaty with Peru.",
        "— Did you sign an agreement with Peru, as was published last week?",
        "The protocol department paid a protocol visit to the court.",
        "The minutes of the meeting held in Lima were adopted.",
        "The tool helps in the preparation of judicial memoranda.",
    ],
)
def test_rumours_and_formalities_are_no_instruments(words: str) -> None:
    assert agreements(words) == []


def test_the_house_signs_in_the_first_person() -> None:
    words = "I signed in Lima, with the Minister of Justice of Peru, Juan Paz, a Treaty on Extradition."
    (agreement,) = read(f"Remarks\n\nSANTIAGO, 4 May 2024 - {words}").agreements
    assert {party.country for party in agreement.parties} == {"CL", "PE"}
    assert signatories_of(agreement) == {"Juan Paz": "PE"}


def test_a_date_in_brackets_tells_an_instrument() -> None:
    (agreement,) = agreements("They were tried under the Protocol on Mutual Legal Assistance (2002).")
    assert steps_of(agreement) == [("signed", "2002")]


def test_what_is_replaced_is_another_instrument() -> None:
    words = "They signed an arrangement on data. It replaces an arrangement of 2009."
    assert [steps_of(each) for each in agreements(words)] == [[("signed", "2024-05-03")], [("signed", "2009")]]


def test_two_drafts_with_other_bodies_are_two() -> None:
    words = (
        "A memorandum with the Police of Brazil was signed on 2 May 2024. "
        "A draft memorandum with the Police of Bolivia was submitted in April 2024."
    )
    assert len(agreements(words)) == 2


def test_a_headline_says_in_other_words_what_is_told_below() -> None:
    told = "They signed a treaty on the transfer of sentenced persons."
    text = f"Chile and Peru sign prisoner transfer treaty\n\n{MET}{told}"
    assert len(read(text, published="2024-05-04").agreements) == 1


@pytest.mark.parametrize(
    "words",
    [
        "He extended to Minister Ana Soto an invitation to attend the forum of judges in Lima in June 2024.",
        "He handed Minister Ana Soto an invitation to the Lima Law Week in June 2024.",
        "An invitation to attend the forum of judges in Lima in June 2024 was sent to Minister Ana Soto.",
        "Minister Ana Soto was invited to take part in the forum of judges in Lima in June 2024.",
    ],
)
def test_who_is_invited_to_a_gathering_is_to_take_part_in_it(words: str) -> None:
    [meeting] = read(f"News of the day\n\n{words}", published="2024-05-04").meetings

    assert meeting.status is MeetingStatus.PROPOSED
    assert [who.person.name for who in meeting.participants if who.person] == ["Ana Soto"]


def test_the_next_session_is_not_the_conference_to_which_somebody_is_invited() -> None:
    words = "She invited Mr Paz to a conference on evidence in May 2025. The third session will be held in Quito."
    meetings = read(f"Cooperation goes on\n\n{MET}{words}", published="2024-05-04").meetings

    assert [meeting.status.value for meeting in meetings] == ["held", "proposed", "planned"]
