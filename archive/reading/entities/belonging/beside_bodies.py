"""Bare offices of the body beside which they stand: "the UNODC team, led by Programme Coordinator X", "the Public
Ministry (Deputy Director X)", "the Agency, where Director X showed them", "for the Bureau it was signed by Director X".
"""

import re
from collections.abc import Sequence

from archive.reading.entities.belonging.heads import IS_A_PART
from archive.reading.entities.meant import body_of
from archive.reading.entities.offices.kinds import is_of_a_state
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece

_LED_BY = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:team|delegation|mission|group|side))?,?(?: (?:is|was|were))?"
    r" (?:led|headed|represented) by (?:its |the |their )?"
)
_IN_BRACKETS = re.compile(r"(?: \([^()]{1,40}\))?\s*(?:[(\[]|\||'[sS]?)\s*")  # or in the next cell of a row
# "the Agency, where Director X showed them", "where they were received by the Director, X".
_WHERE = re.compile(
    r",? where (?:[\w' -]{2,60} (?:by|with|to) )?(?:the |its )?"
    r"|(?: in [A-Z][\w-]+)?,? (?:and )?(?:he|she|they|the (?:delegation|guests|visitors|group|minister))"
    r" (?:was |were |also |then |had |been |jointly |warmly ){0,3}"
    r"(?:received|welcomed|greeted|met|shown [\w ]{2,30}|briefed|guided|hosted|talked|spoke|briefed [\w ]{2,30}"
    r"|held (?:talks|a meeting)|conferred|accompanied)(?: there)? (?:by|with|to) (?:the |its )?"
)
_SENDER = re.compile(
    r"(?:(?:^|[.;:\n,] ?|\band )(?:[Ff]or|[Oo]n behalf of|[Oo]n the part of|[Ff]rom)|\brepresenting) (?:the )?\Z"
)
_BY = re.compile(
    r"(?: \([^()]{1,20}\))?,?(?: [^.;:\n@]{0,50}\b(?:signed|initialled|represented|led|headed|attended))? by"
    r" (?:its |the )?"
    r"|(?: \([^()]{1,20}\))?[:,] (?:the |its )?"
    r"|,? (?:the )?(?:document|agreement|memorandum|text|act) was signed by (?:its |the )?"
)
_DOES = r"(?:signed|signs|signing|initialled|spoke|speaking|acted|acting|attended|participated|took part)"
_ACTS_FOR = re.compile(
    rf",? (?:who )?(?:also )?{_DOES}(?: it| them| the [\w-]+(?: [\w-]+)?)?,? (?:for|on behalf of) (?:the )?"
)


def people_beside_bodies(pieces: Sequence[Piece], view: str) -> None:
    """Give the bare offices of those who stand beside a body, or act for it, that body."""
    body: Piece | None = None  # named just before
    who: Piece | None = None
    for number in positions(pieces, "\n@O"):
        piece = pieces[number]
        if piece.symbol == Symbol.BREAK:
            body = who = None
        elif piece.symbol == Symbol.PERSON:
            if body is not None and _IN_BRACKETS.fullmatch(view, body.end, piece.start):
                _join(piece, body, even_of_states=True)
            elif body is not None and _belongs(body, piece, view):
                _join(piece, body)
            body, who = None, piece
        else:
            if who is not None and _ACTS_FOR.fullmatch(view, who.end, piece.start):
                _join(who, piece)
            body, who = piece, None


def _belongs(body: Piece, who: Piece, view: str) -> bool:
    """Whether the words between a body and a person say that the person is of the body."""
    before = view[max(0, body.start - 24) : body.start]
    if _LED_BY.fullmatch(view, body.end, who.start) and not IS_A_PART.search(before):
        return True
    if _SENDER.search(before) and _BY.fullmatch(view, body.end, who.start):
        return True
    named_first = min((span for span, _ in who.fact.human.mentions), default=None) == who.fact.naming.span
    return named_first and _WHERE.fullmatch(view, body.end, who.start) is not None


def _join(who: Piece, body: Piece, *, even_of_states: bool = False) -> None:
    """Make the offices that stand with a name those of the one body that a piece names; those of states hardly are."""
    for post in who.fact.naming.posts:
        if even_of_states or not is_of_a_state(post.title):
            post.join(body_of(body))
