"""Places: cities where something happens.

A place is no actor; a capital that acts for its state is found in `countries`.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.countries import acts_as_state
from archive.reading.entities.words.folding import fold, group, positions
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives

_AFTER_A_CITY = r"(?=[,.\nd]|[iq]e?[dC]|od|n[wkKN]|[Vwiq]|\(C\))"
_IN_CITY = re.compile(rf"(?P<in>i)(?P<city>[NG]{{1,3}}){_AFTER_A_CITY}")
_NEAR_CITY = re.compile(r"(?P<in>q)(?P<city>[NG]{1,2})(?=[,.\n]|[iq]?d)")
_CITY_OF = re.compile(r"(?P<in>[bwNW])o(?P<city>[NG]{1,3})(?=[,.\nd]|[iq]e?[dC]|[Vwiq])")
_TOWN_NAMED = re.compile(r"(?P<in>w)(?P<city>[NG]{1,2})(?=[,.\nd]|[iq]e?[dC]|[Viq]|\(C\))")
# "in South Jakarta", "in Chiang Rai Province", "in Nghệ An"
_OF_TWO_WORDS = re.compile(rf"(?P<in>[iq])(?P<city>[WP][KkNG]{{1,2}}|[NG]{{1,2}}W|[NG]{{1,2}}a){_AFTER_A_CITY}")
_PART = re.compile(
    rf"{alternatives('places', 'town_openings')} .*|.* {alternatives('places', 'town_endings')}|\w+ (?:An|A|O|U)"
)
_NAMED_TOWN = re.compile(r"\b(?:city|town|village|port|resort|capital|municipality|commune|suburb)$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:the|a) (?:[\w-]+ ){0,3}(?:city|town|village|resort|capital|port city)$", re.IGNORECASE)
# "in the Latvian capital"
_CAPITAL_OF = re.compile(r"(?P<state>D)(?P<noun>w)")
_CAPITAL = re.compile(
    r" capital\b(?! (?:of|city of|punishment|market|flow|control|gain|offen[cs]e|crime|investment)|,? [A-Z])"
)
_DATE_LINE = re.compile(r"(?P<city>[NG]{1,2})(?=(?:,[NGW]{1,2})?,d)")
MEANT_CAPITAL = "the-capital-of-a-state"  # the name of the rule
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
        return town(match, run, "in-a-city") if _is_in(run[0], view) else None

    def part(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        named = group(match, run, "city")
        name = view[named[0].start : named[-1].end]
        return town(match, run, "in-a-city") if _is_in(run[0], view) and _PART.fullmatch(name) else None

    def near(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        return town(match, run, "near-a-city") if view[run[0].start : run[0].end] in ("near", "outside") else None

    def called(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        return town(match, run, "city-of") if _NAMED_TOWN.search(view, max(0, run[0].end - 12), run[0].end) else None

    def by_name(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        return (
            town(match, run, "town-by-its-name") if _NAMED.search(view, max(0, run[0].end - 50), run[0].end) else None
        )

    def dated(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        opens = run[0].start < _TOP and (run[0].start == 0 or view[run[0].start - 1] == "\n")
        return town(match, run, "city-of-the-date-line") if opens else None

    found = fold(pieces, _OF_TWO_WORDS, part)
    for pattern, read in (
        (_IN_CITY, city),
        (_NEAR_CITY, near),
        (_CITY_OF, called),
        (_TOWN_NAMED, by_name),
        (_DATE_LINE, dated),
    ):
        found = fold(found, pattern, read)
    return _meant_capitals(found, view)


def _is_in(piece: Piece, view: str) -> bool:
    return view[piece.start : piece.end] in ("in", "In")


def _meant_capitals(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with "the Latvian capital" as the city that it is, where the text names it."""
    named = {
        entry.codes[0]: Entry(Symbol.PLACE, entry.value, "city", entry.codes)
        for number in positions(pieces, Symbol.CAPITAL)
        if (entry := pieces[number].entry) is not None and len(entry.codes) == 1
    }
    if not named:
        return pieces

    def capital(_: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        state, noun = run
        codes = state.entry.codes if state.entry else ()
        said = _CAPITAL.match(view, state.end, noun.end)
        if said is None or len(codes) != 1 or codes[0] not in named:
            return None
        city = Piece(state.start, said.end(), Symbol.PLACE, named[codes[0]], parts=(), rule=MEANT_CAPITAL)
        rest = Piece(said.end(), noun.end, noun.symbol, noun.entry, noun.fact, noun.parts, noun.rule)
        return [city, rest] if said.end() < noun.end else [city]

    return fold(pieces, _CAPITAL_OF, capital)


def is_city(piece: Piece, view: str) -> bool:
    """Whether a piece names a city as a place."""
    if piece.symbol == Symbol.CAPITAL:
        return not acts_as_state(piece, view)
    return piece.symbol == Symbol.PLACE and piece.entry is not None and piece.entry.kind in ("city", "unknown")
