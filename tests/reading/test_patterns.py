"""The patterns of meetings and agreements are held to their examples."""

import re
from pathlib import Path
from typing import Any

import pytest

from archive.reading.matching.modality import cue, cues
from archive.reading.matching.patterns import Grammar, grammar
from archive.reading.meetings.encounters import nouns
from archive.reading.meetings.lookalikes import is_no_meeting
from archive.reading.vocabulary import load

from .notation import folded

VOCABULARIES = ("meetings", "agreements", "signatures")
ENTRIES = [(name, entry) for name in VOCABULARIES for entry in load(name)["pattern"]]
BY_NAME = pytest.mark.parametrize(("vocabulary", "entry"), ENTRIES, ids=[entry["name"] for _, entry in ENTRIES])


def found(vocabulary: str, words: str) -> list[str]:
    """The patterns that hold in a sentence of the notation and are not denied there."""
    matches = grammar(vocabulary).matches(folded(words))
    return [match.pattern.name for match in matches if (said := cue(match)) is None or said.status != "none"]


@BY_NAME
def test_every_example_is_matched(vocabulary: Any, entry: Any) -> None:
    assert [words for words in entry["examples"] if entry["name"] not in found(vocabulary, words)] == []


@BY_NAME
def test_no_counter_example_is_matched(vocabulary: Any, entry: Any) -> None:
    assert [words for words in entry["counterexamples"] if entry["name"] in found(vocabulary, words)] == []


FLAGS = [(name, flag) for name in (*VOCABULARIES, "reporting_verbs") for flag in load(name)["flags"]]
READING = Path(__file__).parents[2] / "archive" / "reading"
CODE = "\n".join(file.read_text(encoding="utf-8") for file in READING.rglob("*.py"))


@pytest.mark.parametrize(("vocabulary", "flag"), FLAGS)
def test_every_flag_is_said_by_a_pattern_and_asked_for(vocabulary: str, flag: str) -> None:
    assert any(flag in entry for entry in load(vocabulary)["pattern"])
    assert re.search(rf"(?:gives(?:\.get\(|\[)|asked=|_asks\(|says\(|^    if )\"{flag}\"", CODE, re.MULTILINE)


@pytest.mark.parametrize("vocabulary", [*VOCABULARIES, "reporting_verbs"])
def test_every_verb_and_class_stands_in_a_pattern(vocabulary: str) -> None:
    patterns = "".join(entry["pattern"] for entry in load(vocabulary)["pattern"])
    named = {f"[{verb}]" for verb in load(vocabulary)["verbs"]} | {f"<{name}>" for name in load(vocabulary)["classes"]}
    assert {name for name in named if name not in patterns} == set()


def test_the_names_of_the_patterns_of_meetings_are_free_to_change() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (READING / "meetings").glob("*.py"))
    assert [entry["name"] for name, entry in ENTRIES if name == "meetings" and f'"{entry["name"]}"' in code] == []


def test_a_pattern_with_a_flag_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = {"name": "meets", "pattern": "{who} meets", "examples": [], "counterexamples": [], "severl": True}
    monkeypatch.setattr("archive.reading.matching.patterns.load", lambda _: {"flags": {}, "pattern": [entry]})
    with pytest.raises(ValueError, match=r"meetings\.toml: the pattern 'meets' has \['severl'\]"):
        Grammar("meetings")


@pytest.mark.parametrize("each", cues(), ids=lambda each: each.name)
def test_a_cue_is_seen_in_its_examples_only(each: Any) -> None:
    entry = next(entry for entry in load("modality")["cue"] if entry["name"] == each.name)
    assert [words for words in entry["examples"] if not each.regex.search(words.lower())] == []
    assert [words for words in entry["counterexamples"] if each.regex.search(words.lower())] == []


KINDS = [
    *load("meetings")["kind"],
    *load("organizations")["kind"],
    *load("organizations")["foreign_kind"],
]


@pytest.mark.parametrize("entry", KINDS, ids=lambda entry: entry["kind"])
def test_a_kind_is_told_by_its_examples_only(entry: Any) -> None:
    assert all(re.search(entry["pattern"], words) for words in entry["examples"])
    assert not any(re.search(entry["pattern"], words) for words in entry["counterexamples"])


def means_a_meeting(noun: str, words: str) -> bool:
    """Whether a noun in some words is taken for a meeting."""
    found = [each for each in nouns().pattern.finditer(words.lower()) if re.fullmatch(noun, each[0])]
    return not is_no_meeting(words, found[0])


@pytest.mark.parametrize("entry", load("meetings")["sense"], ids=lambda entry: entry["noun"])
def test_a_noun_with_another_sense_is_a_meeting_in_its_examples_only(entry: Any) -> None:
    assert all(means_a_meeting(entry["noun"], words) for words in entry["examples"])
    assert not any(means_a_meeting(entry["noun"], words) for words in entry["counterexamples"])
