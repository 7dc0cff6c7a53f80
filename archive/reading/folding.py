"""Folding: rules over the string of symbols that turn runs of pieces into one piece."""

import re
from collections.abc import Callable, Sequence

from archive.reading.pieces import Piece

Build = Callable[[re.Match[str], Sequence[Piece]], "Sequence[Piece] | Piece | None"]


def symbols(pieces: Sequence[Piece]) -> str:
    """The string of symbols that rules match: one character a piece."""
    return "".join([piece.symbol for piece in pieces])


def fold(pieces: list[Piece], pattern: re.Pattern[str], build: Build) -> list[Piece]:
    """The pieces with each match of ``pattern`` folded to what ``build`` makes of it; None leaves the pieces be.
    It may give several, where only a part of the match is folded.

    ``build`` gets the pieces of the match; the groups of the match say where in them something stands (`group`).
    """
    found: list[Piece] = []
    last = 0
    for match in pattern.finditer(symbols(pieces)):
        start, end = match.span()
        piece = build(match, pieces[start:end])
        if piece is None:
            continue
        found += pieces[last:start]
        found += [piece] if isinstance(piece, Piece) else piece
        last = end
    if not last:
        return pieces
    found += pieces[last:]
    return found


def group(match: re.Match[str], run: Sequence[Piece], name: str) -> Sequence[Piece]:
    """The pieces of the run that a named group of the match covers; none where the group took no part."""
    start, end = match.span(name)
    return run[start - match.start() : end - match.start()] if start >= 0 else ()
