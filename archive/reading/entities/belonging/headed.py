"""Offices of the body or state named just before: "the Asset Recovery Unit, headed by X", "Peru, by its Minister"."""

import re
from collections.abc import Sequence

from archive.reading.entities.offices.finding import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind, Span

_HEADED_BY = re.compile(
    r"(?: \([^()]{1,40}\))?(?:,| which| that)?(?: (?:is|was|has been))?(?: now| currently)?"
    r" (?P<how>headed|chaired|directed) by "
)
_TITLES = {"headed": "head", "chaired": "chair", "directed": "director"}
# Not the body is headed, but what it sent or what took place there: "a delegation of the Bureau, headed by X".
_PART = re.compile(r"\b(?:of|from|at|in|by|with|between|to|for|and) (?:the )?$")
_PRIVATE = (OrganizationKind.COMPANY, OrganizationKind.MEDIA)


def heads_of_bodies(pieces: Sequence[Piece], view: str) -> None:
    """Give the head of a body the office that a participle says: "the Unit, headed by X, ..."."""
    for number in positions(pieces, Symbol.ORGANIZATION):
        piece = pieces[number]
        if len(piece.fact) != 1 or piece.fact[0].kind in _PRIVATE:
            continue
        match = _HEADED_BY.match(view, piece.end)
        if match is None or _PART.search(view, max(0, piece.start - 20), piece.start):
            continue
        who = next((other for other in pieces[number + 1 : number + 9] if other.start >= match.end()), None)
        if who is None or who.symbol != Symbol.PERSON or who.start != match.end() or who.fact.naming.posts:
            continue
        body = piece.fact[0]
        post = Post(_TITLES[match["how"]], Span(*match.span("how")), body, body.country, rule="headed-by")
        who.fact.human.posts.append((post, Span(piece.start, who.end), post.rule))


_SENDS = re.compile(r"(?:^|[.;:\n]|, and|and) ?(?:From|from|For|for|At|On behalf of|on behalf of) the [^,.;:\n]{4,70}$")


_LED_BY = re.compile(
    r"(?: (?:is|was|were|being|attended|came|participated))?(?:,? (?:led|headed|represented|chaired))?"
    r" (?:by|through|sent) "
)


def its_bodies(pieces: Sequence[Piece], view: str) -> None:
    """ "The Bureau opened in 2019. Its director, X": an office of "its" is one of the body named last; but "the
    delegation of Peru was led by its Attorney General" tells of the state.
    """
    last: list[Body] = []
    place = 0
    state: Piece | None = None
    for number in positions(pieces, "COg,"):  # the last piece is a break
        piece, following = pieces[number], pieces[number + 1]
        if piece.symbol == Symbol.COUNTRY:
            state = piece
        elif piece.symbol == "g" and following.symbol == Symbol.OFFICE and state is not None:
            post: Post = following.fact
            if _LED_BY.fullmatch(view, state.end, piece.start) and state.entry and len(state.entry.codes) == 1:
                post.country = post.country or state.entry.codes[0]
                continue
        if piece.symbol == Symbol.ORGANIZATION:
            last, place = piece.fact, piece.start
        elif piece.symbol == "g" and following.symbol == Symbol.OFFICE and len(last) == 1:
            post = following.fact
            if post.body is None and view[piece.start : piece.end].lower() == "its":
                post.body, post.country = last[0], post.country or last[0].country
        elif piece.symbol == "," and following.symbol == Symbol.OFFICE and len(last) == 1:
            post = following.fact
            sender = _SENDS.search(view, max(0, piece.start - 80), piece.start)
            if post.body is None and sender is not None and sender.start() < place:
                post.body, post.country = last[0], post.country or last[0].country
