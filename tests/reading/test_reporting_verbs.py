"""The frames of quotations are held to their examples."""

from typing import Any

import pytest

from archive.reading.facts import Person
from archive.reading.matching.patterns import grammar
from archive.reading.phrases import Annotations, Marked
from archive.reading.quotations.facts import find_quotations
from archive.reading.segments import segment
from archive.reading.vocabulary import load

from .notation import folded, phrases

ENTRIES = load("reporting_verbs")["pattern"]
BY_NAME = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])


def speakers(words: str) -> list[str | None]:
    """Who speaks, by the first letter of the notation, in a sentence of which Q is the quotation."""
    text = words.replace("Q", "“that is what we have always wanted to see,”") + "\n"
    layout = segment("Headline of the text\n\n" + text)
    marked = []
    persons = []
    for sentence in layout.sentences:
        inside = phrases(sentence.span.of(layout.view), sentence.span.start)
        persons += [one.person for one in inside if one.person]
        marked.append(Marked(sentence, tuple(inside)))
    found = tuple(Person(name, (), ()) for name in persons)
    annotations = Annotations(layout, None, None, None, tuple(marked), found, (), (), ())
    return [quotation.speaker.name[0] if quotation.speaker else None for quotation in find_quotations(annotations)]


@BY_NAME
def test_every_example_is_matched(entry: Any) -> None:
    found = [
        match.pattern.name
        for words in entry["examples"]
        for match in grammar("reporting_verbs", entry["where"]).matches(folded(words))
    ]
    assert entry["name"] in found


@BY_NAME
def test_every_example_gives_the_speaker(entry: Any) -> None:
    assert [speakers(words) for words in entry["examples"] if speakers(words)[:1] not in (["P"], ["X"])] == []


@BY_NAME
def test_no_counter_example_gives_a_speaker(entry: Any) -> None:
    assert [speakers(words) for words in entry["counterexamples"] if speakers(words)] == []
