"""What the sentences behind a meeting say of instruments: made there, to be made, recalled."""

import pytest

from archive.reading import read

from .test_agreements import steps_of

LEAD = "Minister of Justice of Chile Ana Soto received Minister of Justice of Peru Luis Paz in Santiago on 3 May 2022. "
THEN = "2022-05-03"


def told(words: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The kind and steps of each instrument of a sentence behind the meeting."""
    return [(each.kind.value, steps_of(each)) for each in read(LEAD + words).agreements]


@pytest.mark.parametrize(
    "words",
    [
        "The meeting ended with the signing of a memorandum of understanding.",
        "The culmination of the visit was the signing of the Memorandum of Understanding on Training.",
        "The two ministers then attended the signing of a memorandum of understanding.",
        "A memorandum of understanding was also signed.",
        "The heads of the two ministries signed a memorandum of understanding.",
        "In a separate memorandum, the two countries pledged to train judges together.",
    ],
)
def test_what_is_made_at_the_end_of_a_meeting_is_made_on_its_day(words: str) -> None:
    assert told(words) == [("memorandum", [("signed", THEN)])]


@pytest.mark.parametrize(
    "words",
    [
        "Eight years after the signing of the memorandum, the two ministries want to meet more often.",
        "Earlier a memorandum of understanding was signed.",
    ],
)
def test_what_was_made_before_has_another_day(words: str) -> None:
    assert told(words) == [("memorandum", [("signed", None)])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The parties reached an agreement on the development of a draft memorandum.", [("memorandum", "planned")]),
        ("The parties have reached an understanding on signing a memorandum.", [("memorandum", "planned")]),
        ("Both ministries committed to signing a memorandum.", [("memorandum", "planned")]),
        ("They agreed to step up work on the conclusion of an extradition treaty.", [("treaty", "draft")]),
        ("They agreed to start negotiations on an agreement on cybercrime.", [("agreement", "draft")]),
        ("They stressed the need to conclude an agreement on cybercrime.", [("agreement", "proposed")]),
        ("It would be useful to conclude an agreement on cybercrime.", [("agreement", "proposed")]),
        ("Mr Paz proposed to develop a memorandum on training.", [("memorandum", "proposed")]),
        ("The signing of a memorandum was proposed.", [("memorandum", "proposed")]),
        ("The memorandum is in its final drafting.", [("memorandum", "draft")]),
        ("A draft memorandum has been shared with Bolivia.", [("memorandum", "submitted")]),
        ("The memorandum, once signed, will cover training.", []),
        ("The ministry has so far signed 15 memoranda with foreign institutions.", []),
        ("The ratification of the extradition treaty was also discussed.", []),
    ],
)
def test_what_is_wished_or_prepared_is_not_made(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, steps[0][0]) for kind, steps in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The participants adopted conclusions and recommendations.", [("decision", [("approved", THEN)])]),
        ("The meeting adopted the Guidelines on Video Links.", [("decision", [("approved", THEN)])]),
        ("To approve the Schedule of Joint Patrols.", [("plan", [("approved", THEN)])]),
        ("A roadmap for 2023-2024 was agreed upon.", [("plan", [("approved", THEN)])]),
    ],
)
def test_what_a_meeting_adopts_needs_no_name(words: str, expected: list[object]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Cooperation is based on the 1992 Treaty on Extradition and the memorandum signed in 2015.",
            {("treaty", (("in_force", "1992"),)), ("memorandum", (("signed", "2015"),))},
        ),
        (
            "The agreement on legal assistance, signed in 2019, has entered into force.",
            {("agreement", (("signed", "2019"), ("in_force", None)))},
        ),
        (
            "Since 1996, an extradition treaty has been in force between the two countries.",
            {("treaty", (("in_force", "1996"),))},
        ),
        (
            "There is the European Convention on Extradition, both are members of it.",
            {("convention", (("in_force", None),))},
        ),
        (
            "The only treaty linking the two countries is the United Nations Convention against Corruption.",
            {("convention", (("in_force", None),))},
        ),
        (
            "A protocol to the memorandum of 2014 was signed.",
            {("protocol", (("signed", None),)), ("memorandum", (("signed", "2014"),))},
        ),
    ],
)
def test_what_is_recalled_keeps_its_own_year(words: str, expected: set[object]) -> None:
    assert {(kind, tuple(steps)) for kind, steps in told(words)} == expected
