"""Which offices before a name are of another: of whom somebody works for, of another state, of a second person."""

import re
from collections.abc import Sequence

from archive.reading.entities.offices.post import Post
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

# Who works for somebody in office, or is of the family: the name behind that office may be the own one.

_BELOW = re.compile(
    r"\b(?:(?i:advis[eo]r|assistant|aide|deputy|secretary|chief of (?:staff|(?:the )?cabinet)|counsel"
    r"|(?:head|director) of (?:the )?(?:cabinet|office|secretariat)|counsellor|lawyer|spokes(?:man|woman|person)"
    r"|representative|envoy|bodyguard|driver|interpreter)"
    r"|(?P<kin>wife|husband|widow|widower|spouse|son|daughter|brother|sister|father|mother|partner|friend|colleague))"
    r" (?:to|of|for) the $"
)
_REACH = 60  # characters before an office


def is_of_another(view: str, office: Span, name: Span) -> bool:
    """Whether an office before a name may be that of another: "adviser to |the President| X", "wife of |the Judge|, X".

    "The wife of the Judge X" names the judge.
    """
    before = _BELOW.search(view, max(0, office.start - _REACH), office.start)
    apart = "," in view[office.end : name.start]
    return before is not None and (apart or before["kin"] is None)


def own_offices(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where the offices begin that are of the name behind them."""
    return _of_one_state(pieces, _without_another(pieces, start, end), end)


def _without_another(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where the offices before a name begin: "the Registrar and the Director X", "the Minister and President X" are
    two people; "the Spokesperson and Head of Unit, X" is one.
    """
    signs = "".join(piece.symbol for piece in pieces[start:end])
    opening = re.match(r"e?(?P<first>F),?n(?P<again>e?)F", signs)
    if opening is None:
        return start
    post: Post = pieces[start + opening.start("first")].fact
    alone = " " not in post.title and post.is_bare and signs.startswith("e")
    another = bool(opening["again"]) or (alone and "," not in signs[opening.end() :])
    return start + opening.start("again") if another else start


def _of_one_state(pieces: Sequence[Piece], start: int, end: int) -> int:
    """Where the offices of one state begin: "the Ambassador of Peru, |the Ambassador of Chile|, X" are two people."""
    last: str | None = None
    for place in range(end - 1, start - 1, -1):
        state = pieces[place].fact.country if pieces[place].symbol == "F" else None
        if last is not None and state not in (None, last):
            return next(number for number in range(place + 1, end) if pieces[number].symbol == "F")
        last = last or state
    return start
