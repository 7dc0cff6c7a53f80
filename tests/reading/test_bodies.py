"""The rules for bodies that are data are held to their examples, and to what they must not read."""

import re
from typing import Any

import pytest

from archive.reading.entities.dates.wordings import find_dates
from archive.reading.entities.finding import phrases
from archive.reading.entities.organizations.cascade import Bodies
from archive.reading.entities.organizations.unmeant import unmeant
from archive.reading.entities.words.pieces import pieces
from archive.reading.segments import segment
from archive.reading.vocabulary import load
from archive.values import Span

ENTRIES = [*load("bodies")["rule"], *load("bodies")["introduced"]]
BY_NAME = pytest.mark.parametrize("entry", ENTRIES, ids=[entry["name"] for entry in ENTRIES])


def rules_of(text: str) -> set[str]:
    """The rules that read the bodies of a text."""
    layout = segment(text)
    bodies = Bodies(layout.text, layout.view)
    found = bodies.find(pieces(layout, find_dates(layout, None)))
    return {piece.rule for piece in found} | {body.rule for body in bodies.register.all}


@BY_NAME
def test_every_example_gives_the_body_in_brackets_by_the_rule(entry: Any) -> None:
    for example in entry["examples"]:
        (name,) = re.findall(r"\[(.+?)\]", example)
        text = re.sub(r"[][]", "", example)
        assert name in [body.name for body in phrases(segment(text)).organizations]
        assert entry["name"] in rules_of(text)


@BY_NAME
def test_no_counter_example_is_read_by_the_rule(entry: Any) -> None:
    for example in entry["counterexamples"]:
        assert entry["name"] not in rules_of(example)


UNMEANT = pytest.mark.parametrize("entry", load("bodies")["unmeant"], ids=lambda entry: entry["name"])


def rule_for(example: str) -> str | None:
    """The rule by which the name in square brackets means no body."""
    start = example.index("[")
    text = example.replace("[", "").replace("]", "")
    return unmeant(text, Span(start, example.index("]") - 1))


@UNMEANT
def test_a_name_that_is_not_meant_is_no_body(entry: Any) -> None:
    for example in entry["examples"]:
        (name,) = re.findall(r"\[(.+?)\]", example)
        assert rule_for(example) == entry["name"]
        assert name not in [body.name for body in phrases(segment(re.sub(r"[][]", "", example))).organizations]


@UNMEANT
def test_a_name_that_is_meant_is_a_body(entry: Any) -> None:
    for example in entry["counterexamples"]:
        (name,) = re.findall(r"\[(.+?)\]", example)
        assert name in [body.name for body in phrases(segment(re.sub(r"[][]", "", example))).organizations]
