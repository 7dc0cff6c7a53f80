"""Offices of a body that stands there without its name: "the court's chief justice", "the head of the bureau"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from archive.reading.entities.meant import body_of
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind

_RECEIVED_AT = re.compile(r"\b(?:at|in) (?:the )?(?:[a-z]+ of (?:the )?)?\Z")  # "at the headquarters of the"
_OF_THE = re.compile(r" of (?:the|this|that)(?: same| said)? \Z")
OF_THE_BODY_SPOKEN_OF = "office-of-the-body-spoken-of"  # its own words name none
_MEMORY = 40  # bodies that such a noun may reach back over
_BY = re.compile(r" (?:(?:was|were) (?:received|welcomed|greeted|hosted) )?by (?:its |the )?")


def bodies_of_offices(pieces: Sequence[Piece], view: str) -> None:
    """Give each office that names no body the one that stands for it: the body of its kind that was named last."""
    named: list[Body] = []
    many = _OfMany(view)
    place: Piece | None = None  # where the people of this sentence are: "at the Ministry"
    for number in positions(pieces, "\nOFJ"):
        piece = pieces[number]
        if piece.symbol == Symbol.BREAK:
            place = None
            many.sentence_ends()
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
            if body is None and post.is_bare and (body := many.of(piece)) is not None:
                post.rule = OF_THE_BODY_SPOKEN_OF
            if body is None and place is not None and _BY.fullmatch(view, place.end, piece.start) and _is_bare(post):
                body = body_of(place)
            if body is not None and noun == first and rest:
                post.title = rest
            post.join(body)
            if post.body is None:
                post.body = _proper(post, named)
        bodies = list(_bodies_in(piece))
        many.saw(piece, bodies)
        named.extend(bodies)
        del named[:-_MEMORY]


_SECRETARY = re.compile(r"(?i)(?:(?:deputy|assistant|acting|first) )*(?:secretary[ -]general|executive secretary)")
_VISITED = re.compile(r"\b(?:visit(?:s|ed|ing)?|visits? (?:to|at)|toured|call(?:ed)? (?:on|at)) (?:the )?\Z")
_RECEIVED_BY = re.compile(r"\b(?:received|welcomed|greeted|hosted|briefed|met) (?:there )?by (?:the |its )?\Z")
_AND = re.compile(r"\band (?:the |its )?\Z")


class _OfMany:
    """The body of many states that is spoken of: who receives its visitors, and its Secretary General, are of it."""

    def __init__(self, view: str) -> None:
        self.view = view
        self.named: Body | None = None
        self.visited: Body | None = None
        self.receives = False
        self.sentences = 0  # since it was named

    def sentence_ends(self) -> None:
        """Forget what was named before the sentence before."""
        self.sentences += 1
        self.receives = False
        if self.sentences > 1:
            self.named = self.visited = None

    def saw(self, piece: Piece, bodies: Sequence[Body]) -> None:
        """Take note of the bodies that a piece names."""
        for body in bodies:
            if body.kind is OrganizationKind.INTERNATIONAL:
                body = (body.part_of or body) if "Secretariat" in body.name else body
                self.named, self.sentences = body, 0
                if _VISITED.search(self.view, max(0, piece.start - 24), piece.start):
                    self.visited = body
            else:
                self.named = None

    def of(self, office: Piece) -> Body | None:
        """The body whose an office is that says no more than its title."""
        before = max(0, office.start - 30)
        also = self.receives and _AND.search(self.view, before, office.start) is not None
        self.receives = also or (
            self.visited is not None and _RECEIVED_BY.search(self.view, before, office.start) is not None
        )
        if self.receives:
            return self.visited
        return self.named if _SECRETARY.fullmatch(office.fact.title) else None


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
    return post.is_bare and post.described is None and " of " not in post.title


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


def _last(noun: str, named: Sequence[Body]) -> Body | None:
    """The body named last in whose name the noun stands, or else the only one that may be called so."""
    word = re.compile(rf"(?i)\b{re.escape(noun)}\b")
    found = next((body for body in reversed(named) if word.search(body.name)), None)
    for kind in load("organizations")["called"].get(noun.lower(), ()) if found is None else ():
        alike = list({id(body): body for body in named if body.kind == kind}.values())
        if alike:
            return alike[0] if len(alike) == 1 else None
    return found
