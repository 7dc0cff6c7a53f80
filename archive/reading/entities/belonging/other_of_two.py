"""The other of two: in a text of two states, the one of which nobody is said to be is that of officials without one.

"The Attorney General received the Kenyan Attorney General in Accra; Ghana would answer soon": who is of Kenya is said
to be, so that he of whom nothing is said is of Ghana. Which state a meeting's people are of where the text tells of
more than two is weighed later, in `archive.reading.meetings.home`.
"""

import re
from collections.abc import Iterable

from archive.reading.entities.belonging.wordings import DEALS
from archive.reading.entities.meant import posts_of, state_of
from archive.reading.entities.offices.kinds import is_international
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece

_A_PAIR = 2
_BEFORE = 64  # characters before a state that say whose counterparts are of it
_COUNTERPARTS = re.compile(
    r"(?:'s?)? (?:[a-z-]+ ){0,2}(?:counterparts?|colleagues?|homologue|opposite number|delegation|delegates|guests?"
    r"|visitors?)\b"
)
_COUNTERPARTS_FROM = re.compile(
    r"\b(?:counterparts?|colleagues?|homologues?) (?:from|of|in) (?:the )?(?:[A-Z][\w' ]{2,30},? and (?:the )?)?$"
)
_SPOKEN_OF = re.compile(r"\b(?:spoke|talked|spoken|asked|told|heard|learn\w*|complain\w*) (?:of|about|on) (?:the )?$")
# What says something of a state by itself, or parts sentences; of the rest, what it was folded from may.
_TELLING = frozenset((Symbol.BREAK, Symbol.COUNTRY, Symbol.DEMONYM, Symbol.BODY, Symbol.OFFICE, Symbol.PERSON))


class _States:
    """The states that a text names, and those of whom it says officials and guests to be."""

    def __init__(self, view: str) -> None:
        self.view = view
        self.named: set[str] = set()
        self.said: set[str] = set()  # those of which an official is said to be
        self.present: set[str] = set()  # those that are not merely spoken of
        self.met: set[str] = set()  # those of the people with whom officials without a state deal

    def read(self, found: Iterable[Piece]) -> None:
        last: Piece | None = None  # the official named last in this sentence
        for piece in found:
            if piece.symbol not in _TELLING and not piece.parts:
                continue
            if piece.symbol == Symbol.BREAK:
                last = None
                continue
            self._piece(piece, official=False)
            if piece.symbol in (Symbol.PERSON, Symbol.OFFICE) and _is_official_of_a_state(piece):
                states = {state_of(piece), state_of(last)} if last is not None else set()
                if last is not None and len(states) > 1 and DEALS.search(self.view, last.end, piece.start):
                    self.met |= {state for state in states if state is not None}
                last = piece

    def _piece(self, piece: Piece, *, official: bool, before: str = "") -> None:
        """Note what a piece, and what it was folded from, says of states; ``before`` is the symbol before it."""
        parts = list(piece.parts)
        if piece.symbol == Symbol.PERSON:
            name = piece.fact.naming.span
            parts = [part for part in parts if part.start >= name.end or part.end <= name.start]
        if parts or piece.symbol == Symbol.PERSON:
            official = official or piece.symbol in (Symbol.PERSON, Symbol.OFFICE)
            for part in parts:
                self._piece(part, official=official, before=before)
                before = before if part.symbol == Symbol.THE else part.symbol
        elif piece.symbol in "CDA" and (code := piece.state) is not None:
            self.named.add(code)
            if official and before != Symbol.PREPOSITION:  # an envoy *to* Tanzania is not of it
                self.said.add(code)
            before_it = max(0, piece.start - _BEFORE), piece.start
            if _COUNTERPARTS.match(self.view, piece.end) or _COUNTERPARTS_FROM.search(self.view, *before_it):
                self.met.add(code)
            if not _SPOKEN_OF.search(self.view, max(0, piece.start - 24), piece.start):
                self.present.add(code)


def other_of_two(found: Iterable[Piece], view: str) -> str | None:
    """The one of the two states of a text of which no official and no guest is said to be."""
    states = _States(view)
    states.read(found)
    if len(states.named) != _A_PAIR or not states.met:
        return None
    rest = states.named - states.said - states.met
    return rest.pop() if len(rest) == 1 and rest <= states.present else None


def _is_official_of_a_state(piece: Piece) -> bool:
    """Whether somebody holds an office that is no international body's: its members meet their own state, too."""
    return any(post.body is None or not is_international(post) for post in posts_of(piece))
