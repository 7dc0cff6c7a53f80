"""Every sentence says what was read from it, by which rule, and what a rule did not take."""

from itertools import pairwise

import pytest

from archive.reading import read
from archive.reading.explaining import explain
from archive.reading.rejections import CandidateKind
from archive.resources import SEEDS

TEXTS = [path.read_bytes().decode("utf-8") for path in sorted((SEEDS / "documents").glob("*.txt"))]


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_is_explained_once_and_in_order(text: str) -> None:
    spans = [each.sentence.span for each in explain(text)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("text", TEXTS)
def test_every_fact_stands_at_the_sentence_of_its_evidence(text: str) -> None:
    explained = explain(text)
    reading = read(text)
    stated = [("meeting", evidence) for meeting in reading.meetings for evidence in meeting.evidence]
    stated += [("agreement", evidence) for agreement in reading.agreements for evidence in agreement.evidence]
    assert stated
    for what, evidence in stated:
        at = [each for each in explained if each.sentence.span.overlaps(evidence.span)]
        assert at
        assert all((what, evidence.rule) in {(one.what, one.rule) for one in each.findings} for each in at)


def test_what_is_only_named_is_found_in_its_sentence() -> None:
    (each,) = explain("An Azerbaijani proposal was not supported.")
    assert [(one.what, one.value) for one in each.findings] == [("country", "AZ")]


def test_every_finding_names_its_rule() -> None:
    assert all(finding.rule and finding.value for text in TEXTS for each in explain(text) for finding in each.findings)


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        (
            "The meeting between Minister of Justice of Norway Ann Lee and Bo Ray will not take place.",
            CandidateKind.MEETING,
            "it did not come about",
        ),
        (
            "Norway and Belize did not sign the agreement on extradition.",
            CandidateKind.AGREEMENT,
            "the words deny it",
        ),
        ("The case is known as “Marea Negra”.", CandidateKind.QUOTATION, "no words beside it give it as somebody's"),
        ("The vessel passed Puerto Brillante.", CandidateKind.PERSON, "nothing beside it says that it is a person"),
    ],
)
def test_what_was_not_taken_says_why(text: str, kind: CandidateKind, reason: str) -> None:
    (each,) = explain(text)
    assert (kind, reason) in {(one.kind, one.reason) for one in each.rejected}


def test_a_silent_sentence_has_no_findings() -> None:
    assert [bool(each.findings) for each in explain("It rained. France signed.")] == [False, True]
    assert explain("") == ()
