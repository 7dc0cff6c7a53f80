"""Offices of the body for which somebody is said to act: "for the Bureau, it was signed by X, Director-General", "X,
Director, signed for the Bureau".
"""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece

# Offices of states, which somebody who acts for a body may hold.
_OF_STATES = re.compile(
    r"(?i)\b(?:minister|ambassador|(?:prosecutor|procurator|attorney|solicitor)[ -]general|governor|president"
    r"|(?:justice|interior|home|foreign|permanent) secretary|secretary of|commissioner of|chief justice|rank)\b"
)
_DOES = r"(?:signed|signs|signing|initialled|spoke|speaking|acted|acting|attended|participated|took part)"
_SIGNED_FOR = re.compile(
    rf",? (?:who )?(?:also )?{_DOES}(?: it| them| the [\w-]+(?: [\w-]+)?)?,? (?:for|on behalf of) (?:the )?"
)
_ON_BEHALF = re.compile(
    r"(?:(?:^|[.;:\n,] ?|\band )(?:[Ff]or|[Oo]n behalf of|[Oo]n the part of|[Ff]rom)|\brepresenting) (?:the )?\Z"
)
_BY = re.compile(
    r"(?: \([^()]{1,20}\))?,?(?: [^.;:\n@]{0,50}\b(?:signed|initialled|represented|led|headed|attended))? by"
    r" (?:its |the )?"
    r"|(?: \([^()]{1,20}\))?[:,] (?:the |its )?"
    r"|,? (?:the )?(?:document|agreement|memorandum|text|act) was signed by (?:its |the )?"
)


def people_acting_for_bodies(pieces: Sequence[Piece], view: str) -> None:
    """Give the bare office of somebody who acts for a body that body."""
    sender: Piece | None = None
    who: Piece | None = None
    for number in positions(pieces, "\n@O"):
        piece = pieces[number]
        if piece.symbol == Symbol.BREAK:
            sender = who = None
        elif piece.symbol == Symbol.PERSON:
            if sender is not None and _BY.fullmatch(view, sender.end, piece.start):
                _give(piece, sender.fact[0])
            sender, who = None, piece
        elif len(piece.fact) == 1:
            if who is not None and _SIGNED_FOR.fullmatch(view, who.end, piece.start):
                _give(who, piece.fact[0])
            sender = piece if _ON_BEHALF.search(view, max(0, piece.start - 24), piece.start) else None
            who = None


def _give(who: Piece, body: Body) -> None:
    """Make the offices that stand with a name and say no body offices of this body."""
    for post in who.fact.naming.posts:
        if (
            _OF_STATES.search(post.title) is None
            and post.body is None
            and (post.country is None or body.country in (None, post.country))
        ):
            post.body, post.country = body, post.country or body.country
