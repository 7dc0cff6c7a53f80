"""Which state a label of a side puts people in: "(Thai side) X; Y", "From the Uzbek side, the talks were led by X"."""

import re
from collections.abc import Sequence

from archive.reading.entities.belonging.wordings import MEETS
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind
from archive.reading.vocabulary import load

_OF_SIDES = re.compile(r"(?:\A|[.;:,\n] ?|\band )(?:[Oo]n|[Ff]rom) the \Z")  # "on the Libyan, Consul X"
_FROM = re.compile(r"\b(?:[Ff]rom|[Oo]n|[Ff]or|[Oo]n behalf of|[Rr]epresenting) (?:the )?\Z")
_IN_BRACKETS = re.compile(r"[(\[](?:the |The )?\Z")
_ALONE = re.compile(r"(?:\A|\n|[.;•–-] ?)(?:the |The )?\Z")
_LABELS = re.compile(r"[)\]]? ?[:)\]–—-]")  # what makes a side that stands alone a label
_LINES = (BlockKind.ITEM, BlockKind.HEADING)
_BEFORE = 18  # characters before a side that say how it stands


def states_of_sides(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each person and office that stands behind the label of a side, the state of that side."""
    states: dict[int, str] = {}
    label: Piece | None = None  # the state of the side
    ends = 0  # where the label ends
    for number in positions(found, "\nDF@"):
        piece, following = found[number], next(iter(found[number + 1 : number + 2]), None)
        if piece.symbol == Symbol.BREAK:
            if not (piece.fact.block.kind in _LINES or view[piece.end - 1] == ":"):
                label = None
        elif piece.symbol == Symbol.DEMONYM and following is not None and _is_label(piece, following, view):
            label, ends = piece, following.end
        elif label is not None and piece.symbol in (Symbol.PERSON, Symbol.OFFICE):
            if MEETS.search(view, ends, piece.start):
                label = None
            elif label.state is not None:
                states[piece.start] = label.state
    return states


def _is_label(state: Piece, side: Piece, view: str) -> bool:
    """Whether a demonym and the word behind it label who is named next."""
    before = view[max(0, state.start - _BEFORE) : state.start]
    if side.symbol in ",:" and _OF_SIDES.search(before):
        return True
    if view[side.start : side.end].lower() not in load("sides")["labels"]:
        return False
    if _FROM.search(before) or _IN_BRACKETS.search(before):
        return True
    return _ALONE.search(before) is not None and _LABELS.match(view, side.end) is not None
