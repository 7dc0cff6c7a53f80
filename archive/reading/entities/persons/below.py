"""Which offices before a name are of another: of whom somebody works for, of another state, of a second person, of
whom a phrase names that opens the sentence.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.offices.post import Post
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

# Who works for somebody in office, speaks for one or is of the family: the name behind that office may be the own one.
_BELOW = re.compile(
    r"\b(?:(?i:advis[eo]r|assistant|aide|deputy|secretary|chief of (?:staff|(?:the )?cabinet)|counsel"
    r"|(?:head|director) of (?:the )?(?:cabinet|office|secretariat)|counsellor|spokes(?:man|woman|person))"
    r"|(?P<near>(?i:representative|envoy|bodyguard|driver|interpreter|lawyer)"
    r"|wife|husband|widow|widower|spouse|son|daughter|brother|sister|father|mother|partner|friend|colleague))"
    r" (?:to|of|for) the $"
)
_REACH = 60  # characters before an office


def is_of_another(view: str, office: Span, name: Span) -> bool:
    """Whether an office before a name may be that of another: "adviser to |the President| X", "wife of |the Judge|, X".

    "The wife of the Judge X" and "the driver of the Judge X" name the judge.
    """
    before = _BELOW.search(view, max(0, office.start - _REACH), office.start)
    apart = "," in view[office.end : name.start]
    return before is not None and (apart or before["near"] is None)


def own_offices(view: str, pieces: Sequence[Piece], start: int, end: int, name: Span) -> int:
    """Where the offices begin that are of the name behind them."""
    own = _of_one_state(pieces, _without_another(pieces, start, end), end)
    for number in range(own, end):
        piece = pieces[number]
        if piece.symbol == "F" and _is_of_the_phrase_before(view, piece.fact.span, name):
            comma = view.index(",", piece.end)
            return next(place for place in range(number, end + 1) if pieces[place].start > comma)
    return own


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


# What opens a phrase before the subject of a sentence, up to the word that governs the office in it: "After talks with
# the Minister, X"; "On Tuesday the Minister, X" has none.
_FRONTED = re.compile(
    r"(?:\A|[.!?;:\n“”\"] ?)(?:(?:At|After|Before|During|Following|On|Upon|In|Together|Along|According|Prior|Ahead"
    r"|Thanks|Since|Under|From|Instead|(?:As )?[A-Za-z][a-z]+(?:ing|ed)) "
    r"(?:(?!(?:was|were|is|are|has|had|been|it|he|she|they|we) )[^\s,.;:]+ ){0,14}?(?:(?:with|to|by|of|for|from|about"
    r"|behind|alongside|(?<!the )(?<!this )(?<!a )(?!evening|morning)[a-z]{3,}ing) )"
    r"|(?:For|By|Behind|With|Alongside|Besides|Unlike|[A-Z][a-z]+ing) )"
    r"(?:the )?\Z"
)
_FAR = 160  # characters before an office in which such a phrase opens
_DOES = re.compile(r" (?:\([^()]{1,30}\) )?[a-z]")


def _is_of_the_phrase_before(view: str, office: Span, name: Span) -> bool:
    """Whether an office belongs to a phrase that opens the sentence, and the name behind its comma to the subject.

    A comma behind the name, too, makes it the holder's: "After meeting the Prosecutor General, X, she left".
    """
    if "," not in view[office.end : name.start] or _DOES.match(view, name.end) is None:
        return False
    return _FRONTED.search(view, max(0, office.start - _FAR), office.start) is not None
