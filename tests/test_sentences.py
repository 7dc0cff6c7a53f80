"""The sentence around some words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.sentences import sentence_at
from archive.values import Span


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("Headline", "Headline"),
        ("Nasr", "The session was chaired by H.E. Nasr."),
        ("afraid", "“We are not afraid.”"),
        ("2021", "It ended in 2021."),
        ("tail", "A tail without a stop"),
    ],
)
def test_a_sentence_is_cut_at_lines_and_full_stops_but_not_at_initials(word: str, sentence: str) -> None:
    text = (
        "Headline\n\nThe session was chaired by H.E. Nasr. “We are not afraid.” It ended in 2021. A tail without a stop"
    )
    start = text.index(word)
    found = sentence_at(text, Span(start, start + len(word)))
    assert found.of(text) == sentence
    assert Span(start, start + len(word)) in found


def test_the_same_sentence_twice_is_the_one_where_the_words_are() -> None:
    text = "We sign. Then we wait. We sign. That is all."
    assert sentence_at(text, Span(26, 30)) == Span(23, 31)


@given(st.text(alphabet="ab. \n”!5", min_size=1), st.data())
def test_the_sentence_of_a_span_is_a_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, start + 1)
    sentence = sentence_at(text, span)
    assert sentence.end <= len(text)
    assert sentence == span or sentence.of(text) == sentence.of(text).strip()
    if text[start].isalnum():
        assert span in sentence
