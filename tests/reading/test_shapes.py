"""The shapes of names with a head are held to their examples: each reads what no other shape does."""

import re
from typing import Any

import pytest

from archive.reading.entities.dates.wordings import find_dates
from archive.reading.entities.organizations.bodies import Register
from archive.reading.entities.organizations.cascade import BEFORE_HEADS
from archive.reading.entities.organizations.shapes import headed
from archive.reading.entities.words.folding import symbols
from archive.reading.entities.words.pieces import pieces
from archive.reading.segments import segment
from archive.reading.vocabulary import load

SHAPES = pytest.mark.parametrize("shape", load("shapes")["shape"], ids=lambda shape: shape["name"])


def names(text: str, *, without: str | None = None) -> set[str]:
    """What the pattern matches in a text, with the states and without them."""
    layout = segment(f"A line above\n\n{text}\n")
    found = pieces(layout, find_dates(layout, None))
    for finder in BEFORE_HEADS:
        found = finder(layout.text, layout.view, Register()).find(found)
    spans = [
        (found[match.start()].start, found[end - 1].end)
        for match in headed(without=without).finditer(symbols(found))
        for end in {match.end(), match.end("head"), match.end("chain")}
    ]
    return {layout.view[start:end] for start, end in spans}


@SHAPES
def test_a_name_of_this_shape_is_read_by_it_and_by_no_other(shape: Any) -> None:
    for example in shape["examples"]:
        (name,) = re.findall(r"\[(.+?)\]", example)
        text = re.sub(r"[][]", "", example)
        assert name in names(text)
        assert name not in names(text, without=shape["name"])


@SHAPES
def test_a_name_of_no_such_shape_is_read_without_it(shape: Any) -> None:
    for example in shape["counterexamples"]:
        (name,) = re.findall(r"\[(.+?)\]", example)
        text = re.sub(r"[][]", "", example)
        assert name in names(text)
