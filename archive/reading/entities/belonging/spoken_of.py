"""Of which state a paragraph spoke last, before the sentence that names somebody: "It is the first visit from Malta.
Director X thanked ..." does not say whether he is of Malta or of the house of the text.
"""

from collections.abc import Sequence

from archive.reading.entities.meant import state_of
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece

_SAYS = "COk@F"  # a demonym says of others what they are, and a capital mostly where they are


def after_another_state(found: Sequence[Piece], house: str) -> frozenset[int]:
    """Where the persons and offices stand before whom a paragraph spoke last of another state than ``house``."""
    behind: set[int] = set()
    before: str | None = None  # what the sentences before said last
    here: str | None = None  # what this one says
    for piece in (found[number] for number in positions(found, f"\n{_SAYS}KD")):
        if piece.symbol == Symbol.BREAK:
            ends = piece.fact.span.end >= piece.fact.block.span.end
            before, here = (None if ends else here or before), None
            continue
        if here is None and before not in (None, house) and piece.symbol in (Symbol.PERSON, Symbol.OFFICE):
            behind.add(piece.start)
        if (state := state_of(piece)) is not None:
            here = state if piece.symbol in _SAYS else house
    return frozenset(behind)
