"""Folding: rules over the string of symbols that turn runs of pieces into one piece."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from archive.reading.entities.words.needed import needed
from archive.reading.entities.words.pieces import Piece

Build = Callable[[re.Match[str], Sequence[Piece]], "Sequence[Piece] | Piece | None"]


class Row(list[Piece]):
    """Pieces that know their string of symbols, so that the next rule need not ask each piece again."""

    __slots__ = ("string",)

    def __init__(self, pieces: Sequence[Piece], string: str) -> None:
        super().__init__(pieces)
        self.string = string


def symbols(pieces: Sequence[Piece]) -> str:
    """The string of symbols that rules match: one character a piece."""
    if isinstance(pieces, Row):
        return pieces.string
    return "".join([piece.symbol for piece in pieces])


@cache
def _any_of(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(signs)}]")


def positions(pieces: Sequence[Piece], signs: str) -> list[int]:
    """The places of the pieces with one of these symbols, in order.

    Few pieces of a text are what a rule looks for: to look for them in the string is ten times as fast as to ask each.
    """
    return [found.start() for found in _any_of(signs).finditer(symbols(pieces))]


def fold(pieces: list[Piece], pattern: re.Pattern[str], build: Build) -> list[Piece]:
    """The pieces with each match of ``pattern`` folded to what ``build`` makes of it; None leaves the pieces be.

    ``build`` gets the pieces of the match; the groups of the match say where in them something stands (`group`). It may
    give several pieces, where only a part of the match is folded.
    """
    string = symbols(pieces)
    for symbol in needed(pattern.pattern):
        if symbol not in string:
            return pieces if isinstance(pieces, Row) else Row(pieces, string)
    found: list[Piece] = []
    folded: list[str] = []
    last = 0
    for match in pattern.finditer(string):
        start, end = match.span()
        made = build(match, pieces[start:end])
        if made is None:
            continue
        several = [made] if isinstance(made, Piece) else made
        found += pieces[last:start]
        found += several
        folded.append(string[last:start])
        folded += [piece.symbol for piece in several]
        last = end
    if not last:
        return pieces if isinstance(pieces, Row) else Row(pieces, string)
    found += pieces[last:]
    folded.append(string[last:])
    return Row(found, "".join(folded))


def group(match: re.Match[str], run: Sequence[Piece], name: str) -> Sequence[Piece]:
    """The pieces of the run that a named group of the match covers; none where the group took no part."""
    start, end = match.span(name)
    return run[start - match.start() : end - match.start()] if start >= 0 else ()
