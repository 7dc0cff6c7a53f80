"""Several people named as the deputies or counterparts of others: "his deputies X and Y", "their Peruvian
counterparts, X and Y".
"""

import re
from collections.abc import Iterator, Sequence

from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.people import Human
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

_LED_IN = re.compile(
    r"\b(?:his|her|their) (?:[A-Z][\w-]+ ){0,3}(?P<what>deputies|counterparts|colleagues)"
    r"(?: (?:from|in|of) (?:the )?[A-Z][\w ]{2,30})?,? \Z"
)
_AND = re.compile(r"(?P<last>,? and )|, ")
_BEHIND = 90  # characters before the first name, in which the words that lead in stand


def likewise(pieces: Sequence[Piece], view: str) -> None:
    """Give the deputies an office under the one named last, the counterparts those of as many named last."""
    before: dict[int, Human] = {}  # in the order in which they were named last
    after = 0
    for number in positions(pieces, Symbol.PERSON):
        if number < after:
            continue
        first = pieces[number]
        lead = _LED_IN.search(view, max(0, first.start - _BEHIND), first.start)
        row = list(_row(pieces, number, view)) if lead is not None else [first]
        if lead is not None and len(row) > 1:
            whole, state = Span(lead.start(), row[-1].end), _state(pieces, number, lead.start())
            _appoint(row, list(before.values()), lead["what"], state, whole)
        for piece in row:
            before.pop(id(piece.fact.human), None)
            before[id(piece.fact.human)] = piece.fact.human
        after = next(later for later in range(number, len(pieces)) if pieces[later] is row[-1]) + 1


def _row(pieces: Sequence[Piece], number: int, view: str) -> Iterator[Piece]:
    """The people whom commas and one "and" join."""
    last = pieces[number]
    yield last
    for piece in pieces[number + 1 :]:
        between = _AND.fullmatch(view, last.end, piece.start) if piece.symbol == Symbol.PERSON else None
        if between is not None:
            yield piece
            last = piece
            if between["last"]:
                return
        elif piece.symbol not in (Symbol.COMMA, Symbol.AND):
            return


def _state(pieces: Sequence[Piece], number: int, start: int) -> str | None:
    """The one state in the words that lead in: "their Peruvian counterparts"."""
    words = [piece for piece in pieces[max(0, number - 8) : number] if piece.start >= start and piece.symbol in "CD"]
    codes = {code for piece in words if piece.entry for code in piece.entry.codes}
    return codes.pop() if len(codes) == 1 else None


def _appoint(row: Sequence[Piece], before: Sequence[Human], what: str, state: str | None, where: Span) -> None:
    """The offices, where it is plain whose deputies or whose counterparts they are."""
    if what == "deputies":
        others = list(before[-1:]) * len(row)
    else:
        others = list(before[-len(row) :]) if state is not None else []
    if len(others) != len(row) or not all(human.posts for human in others):
        return
    for piece, other in zip(row, others, strict=True):
        human, theirs = piece.fact.human, other.posts[-1][0]
        if human.posts:
            continue
        if what == "deputies":
            post = Post("deputy", where, theirs.body, theirs.country, rule="deputy")
        else:
            post = Post(theirs.title, where, None, state, rule="counterpart")
        human.posts.append((post, where, "office-beside-several"))
