"""Places: cities where something happens.

A place is no actor; a capital that acts for its state is found in `countries`.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.countries import acts_as_state
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece

_IN_CITY = re.compile(r"(?P<in>i)(?P<city>[NG]{1,3})(?=[,.\nd]|[iq]e?[dC]|od|n[wkKN]|[Vwiq])")
_NEAR_CITY = re.compile(r"(?P<in>q)(?P<city>[NG]{1,2})(?=[,.\n]|[iq]?d)")
_CITY_OF = re.compile(r"(?P<in>[bwNW]o)(?P<city>[NG]{1,3})(?=[,.\nd]|[iq]e?[dC]|[Vwiq])")
_NAMED_TOWN = re.compile(r"\b(?:city|town|village|port|resort)$", re.IGNORECASE)
_DATE_LINE = re.compile(r"(?P<city>[NG]{1,2})(?=(?:,[NGW]{1,2})?,d)")
_TOP = 1500  # characters in which a line may open with the city and day of the text


def find(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with unknown cities ("in Dilijan on 5 May") marked as places and capitals that act as states."""

    def town(match: re.Match[str], run: Sequence[Piece], rule: str) -> Sequence[Piece]:
        named = group(match, run, "city")
        name = view[named[0].start : named[-1].end]
        entry = Entry(Symbol.PLACE, name, "unknown")
        whole = Piece(named[0].start, named[-1].end, Symbol.PLACE, entry, parts=(), rule=rule)
        return [*run[: len(run) - len(named)], whole]

    def city(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        return town(match, run, "in-a-city") if view[run[0].start : run[0].end] in ("in", "In") else None

    def near(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        return town(match, run, "near-a-city") if view[run[0].start : run[0].end] in ("near", "outside") else None

    def called(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        return town(match, run, "city-of") if _NAMED_TOWN.search(view, max(0, run[0].end - 12), run[0].end) else None

    def dated(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        opens = run[0].start < _TOP and (run[0].start == 0 or view[run[0].start - 1] == "\n")
        return town(match, run, "city-of-the-date-line") if opens else None

    found = fold(pieces, _IN_CITY, city)
    for pattern, read in ((_NEAR_CITY, near), (_CITY_OF, called), (_DATE_LINE, dated)):
        found = fold(found, pattern, read)
    return found


def is_city(piece: Piece, view: str) -> bool:
    """Whether a piece names a city as a place."""
    if piece.symbol == Symbol.CAPITAL:
        return not acts_as_state(piece, view)
    return piece.symbol == Symbol.PLACE and piece.entry is not None and piece.entry.kind in ("city", "unknown")
