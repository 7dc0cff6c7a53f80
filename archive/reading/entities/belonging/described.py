"""Offices of a body that stands there without its name: "the court's chief justice", "the head of the bureau"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from archive.reading.entities.offices.finding import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind

_RECEIVED_AT = re.compile(r"\b(?:at|in) (?:the )?(?:[a-z]+ of (?:the )?)?\Z")  # "at the headquarters of the"
_OF_THE = re.compile(r" of (?:the|this|that)(?: same| said)? \Z")
_MEMORY = 40  # bodies that such a noun may reach back over
_BY = re.compile(r" (?:(?:was|were) (?:received|welcomed|greeted|hosted) )?by (?:its |the )?")


def bodies_of_offices(pieces: Sequence[Piece], view: str) -> None:
    """Give each office that names no body the one that stands for it: the body of its kind that was named last."""
    named: list[Body] = []
    place: Piece | None = None  # where the people of this sentence are: "at the Ministry"
    for number in positions(pieces, "\nOFJ"):
        piece = pieces[number]
        if piece.symbol == Symbol.BREAK:
            place = None
            continue
        if piece.symbol == Symbol.ORGANIZATION:
            place = piece if _RECEIVED_AT.search(view[max(0, piece.start - 40) : piece.start]) else None
        elif piece.symbol == Symbol.OFFICE:
            post: Post = piece.fact
            noun = _described(piece, pieces[max(0, number - 2) : number], view)
            first, _, rest = post.title.partition(" ")
            if noun is None and rest and (first in _nouns() or first == "Court"):
                noun = first
            body = _last(noun, named) if noun and post.country is None else None
            if body is None and place is not None and _BY.fullmatch(view, place.end, piece.start) and _is_bare(post):
                body = place.fact[0] if len(place.fact) == 1 else None
            if body is not None and noun == first and rest:
                post.title = rest
            if body is not None and post.body is None:
                post.body, post.country = body, body.country
            elif post.body is None:
                post.body = _proper(post, named)
        named.extend(_bodies_in(piece))
        del named[:-_MEMORY]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load("grammar")["words"]["described"])


def _proper(post: Post, named: Sequence[Body]) -> Body | None:
    """The body that has such offices, where the text has named it: Eurojust of a "National Member"."""
    for title, names in load("offices")["of_one_body"].items():
        if post.title.lower().endswith(title.lower()):
            return next((body for body in reversed(named) if body.name in names or body.acronym in names), None)
    return None


def _is_bare(post: Post) -> bool:
    return post.body is None and post.country is None and post.described is None and " of " not in post.title


def _bodies_in(piece: Piece) -> Iterator[Body]:
    """The bodies that a piece names, itself or in its parts."""
    if piece.symbol == Symbol.ORGANIZATION:
        yield from piece.fact
    elif piece.symbol in (Symbol.OFFICE, Symbol.OFFICES):
        for part in piece.parts:
            yield from _bodies_in(part)


def _described(piece: Piece, before: Sequence[Piece], view: str) -> str | None:
    """The noun for the body of an office: "court" in "the court's president" and in "president of the court"."""
    parts = piece.parts
    if piece.fact.body is not None:
        return None
    if "".join(other.symbol for other in before) == "bS":
        return view[before[0].start : before[0].end]
    if parts and parts[-1].symbol == Symbol.DESCRIBED:
        return view[parts[-1].start : parts[-1].end] if _OF_THE.search(view, parts[0].start, parts[-1].start) else None
    return None


# What the only body of its kind may be called, where no name holds the noun: Eurojust is "the agency".
_CALLED = {
    "agency": (OrganizationKind.INTERNATIONAL, OrganizationKind.AGENCY),
    "organization": (OrganizationKind.INTERNATIONAL,),
    "organisation": (OrganizationKind.INTERNATIONAL,),
    "court": (OrganizationKind.COURT,),
    "tribunal": (OrganizationKind.COURT,),
    "academy": (OrganizationKind.ACADEMIC,),
    "university": (OrganizationKind.ACADEMIC,),
    "ministry": (OrganizationKind.MINISTRY,),
}


def _last(noun: str, named: Sequence[Body]) -> Body | None:
    """The body named last in whose name the noun stands, or else the only one that may be called so."""
    word = re.compile(rf"(?i)\b{re.escape(noun)}\b")
    found = next((body for body in reversed(named) if word.search(body.name)), None)
    for kind in _CALLED.get(noun.lower(), ()) if found is None else ():
        alike = list({id(body): body for body in named if body.kind is kind}.values())
        if alike:
            return alike[0] if len(alike) == 1 else None
    return found
