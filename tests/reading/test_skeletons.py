"""A skeleton hides what a phrase says and knows the way back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archive.reading.matching.skeletons import Fold, skeleton
from archive.values import Span

VIEW = "Ana Soto met Juan Paz in Lima."
NAMES = (Fold(Span(0, 8), "A", "Ana"), Fold(Span(13, 21), "B", "Juan"))


def test_a_phrase_is_one_symbol() -> None:
    assert skeleton(VIEW, Span(0, len(VIEW)), NAMES).text == "A met B in Lima."


def test_a_stretch_of_the_skeleton_is_a_stretch_of_the_text() -> None:
    folded = skeleton(VIEW, Span(0, len(VIEW)), NAMES)
    assert folded.span_of(0, 7).of(VIEW) == "Ana Soto met Juan Paz"
    assert folded.span_of(2, 5).of(VIEW) == "met"
    assert folded.span_of(11, 15).of(VIEW) == "Lima"


def test_a_longer_fold_takes_the_place_of_those_inside() -> None:
    folded = skeleton(VIEW, Span(0, len(VIEW)), NAMES).folded([Fold(Span(9, 21), "C", "encounter")])
    assert folded.text == "A C in Lima."


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6))
def test_every_position_goes_there_and_back(pieces: Any) -> None:
    view = "abcdefghij klmnop\nqrstuvwxyz 0123456789 ABCDEFG"
    folds = [Fold(Span(start, min(start + length, len(view))), "#", None) for start, length in pieces]
    folded = skeleton(view, Span(0, len(view)), folds)
    assert all(folded.position(folded.offset(position)) == position for position in range(len(folded.text)))
    assert folded.span_of(0, len(folded.text)) == Span(0, len(view))
