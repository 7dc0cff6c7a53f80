"""Offices whose words only point to their state or body: "the Attorney General of that country"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.entities.meant import body_of, state_of
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import fold, positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives

_WHICH = r"(?:that|this|the (?:said|same|latter|host|neighbou?ring|visiting))"
_STATES, _BODIES = (alternatives("offices", "of_that", kind) for kind in ("states", "bodies"))
_OF_THAT = re.compile(rf"(?:of|at|in|from|with) {_WHICH} (?:(?P<state>{_STATES})|(?P<body>{_BODIES}))\b", re.IGNORECASE)
_POINTING = re.compile(r"F[oiq][a-zA-Z]{2,3}")
_FAR = 400  # letters over which such words point back


def offices_of_that_country(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with such words folded into their office, which is of the state or body that was named last."""

    def build(_: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        post: Post = run[0].fact
        found = _OF_THAT.match(view, run[1].start)
        last = next((number for number, piece in enumerate(run) if found and piece.end == found.end()), None)
        if found is None or last is None or post.body is not None or post.country is not None:
            return None
        named = positions(pieces, Symbol.COUNTRY + Symbol.ORGANIZATION + Symbol.OFFICE)
        post = replace(post)
        for piece in _before(pieces, named, run[0]):
            body, country = _named_by(piece)
            post.body = body if found["body"] else None
            post.country = country
            if post.body is not None or (found["state"] and post.country is not None):
                break
        office = Piece(run[0].start, run[last].end, run[0].symbol, fact=post, parts=run[: last + 1], rule=run[0].rule)
        return [office, *run[last + 1 :]]

    return fold(pieces, _POINTING, build)


def _named_by(piece: Piece) -> tuple[Body | None, str | None]:
    """The body and the state that a piece names, itself or as those of an office."""
    if piece.symbol == Symbol.OFFICE:
        post: Post = piece.fact
        return post.body, post.state
    return body_of(piece), state_of(piece)


def _before(pieces: Sequence[Piece], named: Sequence[int], office: Piece) -> Iterator[Piece]:
    """The states and bodies (their numbers are ``named``) before an office, the nearest first."""
    for place in range(bisect_left(named, office.start, key=lambda number: pieces[number].start) - 1, -1, -1):
        piece = pieces[named[place]]
        if piece.start < office.start - _FAR:
            return
        yield piece
