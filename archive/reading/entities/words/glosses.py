"""Glosses: what stands behind a name and says nothing of it. "X (left), head of", "Kosovo*", "Y (pictured)"."""

import re
from collections.abc import Sequence

from archive.reading.entities.words.folding import fold
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

_ASIDE = re.compile(r"(?<=[NGYUICAB#X])\([wijqtyWnZsTd#]{1,4}\)")
_FOOTNOTE = re.compile(r"(?<=[CNGY])w")
_MARKS = frozenset("*†‡")


def without_glosses(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces without the words that say where in a picture somebody stands, and without the signs of footnotes."""
    captions = frozenset(load("naming")["captions"])

    def aside(_: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        words = view[run[0].end : run[-1].start].lower()
        return () if words in captions else None

    def footnote(_: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        beside = not view[run[0].start - 1].isspace()
        return () if beside and view[run[0].start : run[0].end] in _MARKS else None

    pieces = fold(pieces, _ASIDE, aside) if "(" in view else pieces
    return fold(pieces, _FOOTNOTE, footnote) if any(mark in view for mark in _MARKS) else pieces
