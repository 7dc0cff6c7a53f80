"""The rules for bodies in small letters, and for names that mean no body, are held to their examples."""

import re
from typing import Any

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.entities.unmeant import unmeant
from archive.reading.segments import segment
from archive.reading.vocabulary import load
from archive.values import Span

ENTRIES = load("bodies")["rule"]
BY_NAME = pytest.mark.parametrize("entry", ENTRIES, ids=[entry["name"] for entry in ENTRIES])


def named(text: str) -> dict[str, str]:
    """The bodies of a text, each with the rule that read its last mention."""
    found = phrases(segment(text))
    return {
        phrase.organization.name: phrase.rule
        for marked in found.sentences
        for phrase in marked.phrases
        if phrase.organization
    }


@BY_NAME
def test_every_example_gives_the_body_in_brackets(entry: Any) -> None:
    for example in entry["examples"]:
        (name,) = re.findall(r"\[(.+?)\]", example)
        assert name in [body.name for body in phrases(segment(re.sub(r"[][]", "", example))).organizations]


@BY_NAME
def test_no_counter_example_is_read_by_the_rule(entry: Any) -> None:
    for example in entry["counterexamples"]:
        assert entry["name"] not in named(example).values()


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
