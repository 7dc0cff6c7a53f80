"""What a piece stands for: the one body that it names, the offices of a person, the one state. All finders ask here."""

from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load


def body_of(piece: Piece | None) -> Body | None:
    """The one body that a piece names; None where it names none or several."""
    one = piece is not None and piece.symbol == Symbol.ORGANIZATION and len(piece.fact) == 1
    return piece.fact[0] if piece is not None and one else None


def posts_of(piece: Piece) -> list[Post]:
    """The offices of a piece for a person or for an office."""
    return [piece.fact] if piece.symbol == Symbol.OFFICE else piece.fact.human.offices()


def state_of(piece: Piece) -> str | None:
    """The one state of a piece: that of its word, of the body that it names, of the offices of a person."""
    if piece.symbol == Symbol.ORGANIZATION:
        body = body_of(piece)
        return body.country if body is not None else None
    if piece.symbol in (Symbol.OFFICE, Symbol.PERSON):
        codes = {post.state for post in posts_of(piece)} - {None}
        return codes.pop() if len(codes) == 1 else None
    return piece.state


def is_seat(city: Piece) -> bool:
    """Whether a city is the seat of bodies of many states, whose people are met there."""
    return city.entry is not None and city.entry.value in load("places")["seats"]
