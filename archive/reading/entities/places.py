"""Places: cities where something happens.

A place is no actor; a capital that acts for its state is found in `countries`.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.countries import acts_as_state
from archive.reading.entities.folding import fold, group
from archive.reading.entities.lexicon import Entry, Symbol
from archive.reading.entities.pieces import Piece

_IN_CITY = re.compile(r"(?P<in>i)(?P<city>[NG]{1,3})(?=[,.\nd]|[iq]e?[dC]|od|n[wkKN]|[Vwiq])")


def find(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with unknown cities ("in Dilijan on 5 May") marked as places and capitals that act as states."""

    def city(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        if view[run[0].start : run[0].end] not in ("in", "In"):
            return None
        named = group(match, run, "city")
        name = view[named[0].start : named[-1].end]
        return [
            run[0],
            Piece(
                named[0].start,
                named[-1].end,
                Symbol.PLACE,
                Entry(Symbol.PLACE, name, "unknown"),
                parts=(),
                rule="in-a-city",
            ),
        ]

    return fold(pieces, _IN_CITY, city)


def is_city(piece: Piece, view: str) -> bool:
    """Whether a piece names a city as a place."""
    if piece.symbol == Symbol.CAPITAL:
        return not acts_as_state(piece, view)
    return piece.symbol == Symbol.PLACE and piece.entry is not None and piece.entry.kind in ("city", "unknown")
