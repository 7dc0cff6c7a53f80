"""Offices that a form of address says, where a text gives no other: "Capt. X of the Haitian National Police",
"Professor X of Vilnius University".
"""

import re
from collections.abc import Sequence
from functools import cache

from archive.reading.entities.meant import body_of
from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.people import Human, Named
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import Span


@cache
def _ranks() -> re.Pattern[str]:
    """A rank that is written short, at the end of the words before a name."""
    ranks = "|".join(sorted(map(re.escape, load("offices")["short_ranks"]), key=len, reverse=True))
    return re.compile(rf"(?P<title>(?:\b(?:{ranks})(?:\.|\b) ?)+)(?:\([\w.' ]{{1,8}}\) ?)?(?:(?:Dr|Mrs?|Ms)\.? )?\Z")


_PROFESSOR = re.compile(r"\b(?P<title>[Pp]rof(?:essor|\.))(?: (?:Dr|Sir|Dame|Emeritus|emeritus)\.?)* \Z")
_BETWEEN = (Symbol.POSSESSIVE, Symbol.COLON)  # "Peru's Sgt. X", "Peru: Sgt. X"
_BEFORE = 40  # characters before a name in which a rank stands


def addressed(pieces: Sequence[Piece], view: str) -> None:
    """Give those who have no office the one by which they are addressed, if it stands with a body or a state."""
    seen: set[int] = set()
    for number in positions(pieces, Symbol.PERSON):
        piece = pieces[number]
        who: Named = piece.fact
        human: Human = who.human
        if human.posts or id(human) in seen:
            continue
        body = next((part for part in piece.parts if part.symbol == "O" and part.start > who.naming.span.end), None)
        whose = body_of(body)
        start = max(0, who.naming.span.start - _BEFORE)
        said = _ranks().search(view, start, who.naming.span.start)
        if said is None and whose is not None:
            said = _PROFESSOR.search(view, start, who.naming.span.start)
        if said is None:
            continue
        seen.add(id(human))
        before = [each for each in pieces[max(0, number - 2) : number] if each.symbol not in _BETWEEN]
        owner = before[-1].state if before and before[-1].symbol in "CDK" else None
        whose = whose or (body_of(before[-1]) if before else None)  # "RCMP Sgt. X"
        state = next(
            (part.state for part in piece.parts if part.symbol == "C" and part.start > who.naming.span.end), None
        )
        state = (whose.country if whose is not None else None) or owner or state
        if whose is None and state is None:
            continue  # a mere form of address
        span = Span(said.start("title"), said.start("title") + len(said["title"].rstrip()))
        post = Post(said["title"].rstrip(), span, whose, state, rule="addressed")
        human.posts.append((post, Span(span.start, piece.end), post.rule))
