"""Who is said to head a body: "the Asset Recovery Unit, headed by X", "X has run the Bureau since 2019", "the
presidents of the two academies, X and Y"; and who is a member of one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.reading.entities.meant import body_of
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives, load
from archive.values import OrganizationKind, Span

_TITLES: dict[str, re.Pattern[str]] = {
    title: re.compile(alternatives("offices", "heads", title)) for title in load("offices")["heads"]
}
_HEADS = "|".join(pattern.pattern for pattern in _TITLES.values())
_HEADED_BY = re.compile(
    r"(?: \([^()]{1,40}\))?(?:(?P<apart>,)| which| that)?(?: (?:is|was|has been|being))?(?: now| currently)?"
    rf" (?P<how>{_HEADS})"
    r"(?: (?:now|currently|since [\w ]{3,14}|today|on an? (?:interim|acting|temporary) basis|ad interim))? by \Z"
)
# Not the body is headed, but what it sent or what took place there: "a delegation of the Bureau, headed by X".
IS_A_PART = re.compile(r"\b(?:of|from|at|in|by|with|between|to|for|and) (?:the )?\Z")
# What stands so far off is headed itself, unless it is one of these: "the capacity of the Bureau, headed by X".
_SENT = re.compile(rf"(?i)\b{alternatives('offices', 'headed_themselves')}\b[^,.;:]{{0,40}}\Z")
_SESSION = re.compile(r"\b(?:meeting|session|sitting) of (?:the )?\Z")
_PRIVATE = (OrganizationKind.COMPANY, OrganizationKind.MEDIA)
_BEFORE = 60  # characters before a body that say what of it is headed
_DOES = re.compile(
    r",? (?:who )?(?:(?:has|had|also|currently|now|until [\w ]{3,14}|since [\w ]{3,14}) )?"
    r"(?:is to |was to |will |would |to |(?:is |was |been )?(?:tapped|picked|chosen|named|appointed|elected|nominated"
    r"|set|due|expected|hired|designated|selected|slated|recruited|asked) to )?"
    rf"(?P<how>{_HEADS}) (?:the |a )?(?P<whose>(?:[A-Z][\w-]+(?: [A-Z][\w-]+)?'s )?)"
)
_MEMBER = re.compile(r",? (?:who )?(?:is |was )?(?:also |currently )?(?:an? (?:\w+ )?member) of (?:the )?")


def heads_of_bodies(pieces: Sequence[Piece], view: str) -> None:
    """Give people the offices by which they are said to head bodies, or to be members of them."""
    before: Piece | None = None  # the body named just before
    for number in positions(pieces, "O@"):
        piece = pieces[number]
        if piece.symbol == Symbol.PERSON:
            if before is not None and not piece.fact.naming.posts:
                _headed_by(before, piece, view)
            _heads(piece, pieces[number + 1 : number + 10], view)
        before = piece if body_of(piece) is not None else None


def _appoint(who: Piece, title: str, said: Span, body: Body, where: Span, rule: str) -> None:
    """Give somebody an office of a body: the words that say it, and all that it is said with."""
    name = who.fact.naming.span
    state = next((part.state for part in who.parts if part.symbol == "C" and part.start > name.end), None)
    post = Post(title, said, body, body.country or state, rule=rule)  # "chaired by X (Cyprus)"
    who.fact.human.posts.append((post, where, rule))


def _title(how: str) -> str:
    """What somebody is called who does so."""
    return next(title for title, words in _TITLES.items() if words.fullmatch(how))


def _headed_by(named: Piece, who: Piece, view: str) -> None:
    """ "The Unit, headed by X": not where what the Unit sent, or what took place there, is headed."""
    body = body_of(named)
    match = _HEADED_BY.fullmatch(view, named.end, who.start)
    if match is None or body is None or body.kind in _PRIVATE:
        return
    before = view[max(0, named.start - _BEFORE) : named.start]
    title = _title(match["how"])
    chairs = title == "chair" and _SESSION.search(before)
    if chairs or not IS_A_PART.search(before) or not (_SENT.search(before) or not match["apart"]):
        _appoint(who, title, Span(*match.span("how")), body, Span(named.start, who.end), "headed-by")


def _heads(who: Piece, behind: Sequence[Piece], view: str) -> None:
    """ "X has run the Bureau since 2019": X is its head; "X, a member of the Senate" is one."""
    match = _DOES.match(view, who.end)
    member = match is None
    match = match or _MEMBER.match(view, who.end)
    if match is None:
        return
    opens = match.end() if member else match.start("whose")  # "Peru's Bureau" may be one name
    row = [piece for piece in behind if piece.start >= opens]
    named = row[0] if row and row[0].symbol == Symbol.ORGANIZATION else None
    named = named or next((piece for piece in row if piece.end > match.end()), None)  # "the Centre's laboratory"
    body = body_of(named)
    if (
        body is None
        or named is None
        or named.start > match.end() + 1
        or (member and body.kind is OrganizationKind.JOINT)
    ):
        return
    title, rule = ("member", "member-of-a-body") if member else (_title(match["how"]), "heads-a-body")
    _appoint(who, title, Span(match.start() + 1, match.end()), body, Span(who.start, named.end), rule)


_OF_THE_TWO = re.compile(
    r"\b(?:by|between) (?:the )?(?P<heads>[Hh]eads|[Pp]residents|[Dd]irectors|[Cc]hairs|[Cc]hairmen|[Cc]hiefs)"
    r" of (?:the two|both) (?P<what>\w+)[,:]? \Z"
)
_SINGULAR = {"chairmen": "chairman"}
_LEAD = 80  # characters before a name in which that stands
_REACH = 120  # pieces before two names in which their bodies are named


def heads_of_the_two(pieces: Sequence[Piece], view: str) -> None:
    """ "The Academy of Chile and the Academy of Peru signed it; it was signed by the presidents of the two academies,
    X and Y": X heads the first, Y the second, where just two such bodies were named before.
    """
    for first, second in pairwise(positions(pieces, Symbol.PERSON)):
        one, two = pieces[first], pieces[second]
        lead = _OF_THE_TWO.search(view, max(0, one.start - _LEAD), one.start)
        if lead is None or view[one.end : two.start] != " and ":
            continue
        bodies = _last_two(pieces[max(0, first - _REACH) : first], lead["what"])
        word, said = lead["heads"].lower(), Span(*lead.span("heads"))
        for who, body in zip((one, two), bodies, strict=False):
            if not who.fact.human.posts:
                title = _SINGULAR.get(word, word[:-1])
                _appoint(who, title, said, body, Span(said.start, who.end), "of-the-two")


def _last_two(pieces: Sequence[Piece], noun: str) -> list[Body]:
    """The two bodies that pieces name by a noun in the plural; none where they name more or fewer."""
    stem = noun.lower().removesuffix("ies").removesuffix("s")
    named = (body for body in map(body_of, pieces) if body is not None and stem in body.name.lower())
    alike = list(dict.fromkeys(named))
    return alike if len(alike) == 2 else []
