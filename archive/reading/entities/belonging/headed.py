"""Offices of the body named just before, that somebody is said to head: "the Asset Recovery Unit, headed by X"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.reading.entities.offices.finding import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind, Span

_HEADED_BY = re.compile(
    r"(?: \([^()]{1,40}\))?(?:(?P<apart>,)| which| that)?(?: (?:is|was|has been|being))?(?: now| currently)?"
    r" (?P<how>headed|chaired|directed|led|run|managed|commanded)"
    r"(?: (?:now|currently|since [\w ]{3,14}|today|on an? (?:interim|acting|temporary) basis|ad interim))? by "
)
_TITLES = {"chaired": "chair", "directed": "director", "commanded": "commander"}
# Not the body is headed, but what it sent or what took place there: "a delegation of the Bureau, headed by X".
_PART = re.compile(r"\b(?:of|from|at|in|by|with|between|to|for|and) (?:the )?$")
# What stands so far off is headed itself, unless it is one of these: "the capacity of the Bureau, headed by X".
_SENT = re.compile(
    r"(?i)\b(?:delegation|mission|team|group|party|meetings?|session|conference|workshop|visit|representatives?|officials?"
    r"|officers|employees|staff|experts?|members?|delegates|prosecutors|judges|operation|project|programme|program|event"
    r"|investigation|inquiry|committee|commission|council|panel|department|division|unit|section|branch|office|bureau"
    r"|service|directorate|side|part|behalf)\b[^,.;:]{0,40}$"
)
_SESSION = re.compile(r"\b(?:meeting|session|sitting) of (?:the )?$")
_PRIVATE = (OrganizationKind.COMPANY, OrganizationKind.MEDIA)


def heads_of_bodies(pieces: Sequence[Piece], view: str) -> None:
    """Give the head of a body the office that a participle says: "the Unit, headed by X, ..."."""
    for number in positions(pieces, Symbol.ORGANIZATION):
        piece = pieces[number]
        if len(piece.fact) != 1 or piece.fact[0].kind in _PRIVATE:
            continue
        match = _HEADED_BY.match(view, piece.end)
        if match is None:
            continue
        chairs = match["how"] == "chaired" and _SESSION.search(view, max(0, piece.start - 20), piece.start)
        sent = _SENT.search(view, max(0, piece.start - 60), piece.start) or not match["apart"]
        if not chairs and _PART.search(view, max(0, piece.start - 20), piece.start) and sent:
            continue
        who = next((other for other in pieces[number + 1 : number + 9] if other.start >= match.end()), None)
        if who is None or who.symbol != Symbol.PERSON or who.start != match.end() or who.fact.naming.posts:
            continue
        body = piece.fact[0]
        country = body.country or _state_behind(who)
        post = Post(_TITLES.get(match["how"], "head"), Span(*match.span("how")), body, country, rule="headed-by")
        who.fact.human.posts.append((post, Span(piece.start, who.end), post.rule))


# "At the head of |the Directorate| stands X", "Heading |the Unit| is X"
_AT_ITS_HEAD = re.compile(
    r"(?i)\b(?:(?:in charge|at the (?:head|helm|top)) of|heading|leading|running|directing) (?:the )?\Z"
)
_STANDS = re.compile(
    r"(?: in [A-Z][\w-]+)?,? (?:(?:now|today|since [\w ]{3,14}) )?(?:stands|is|was|sits|has been|will be) "
)


def heads_behind(pieces: Sequence[Piece], view: str) -> None:
    """ "At the head of the Directorate stands X": X is its head."""
    for number in positions(pieces, Symbol.ORGANIZATION):
        piece = pieces[number]
        if len(piece.fact) != 1 or piece.fact[0].kind in _PRIVATE:
            continue
        lead = _AT_ITS_HEAD.search(view, max(0, piece.start - 24), piece.start)
        who = next((other for other in pieces[number + 1 : number + 6] if other.symbol == Symbol.PERSON), None)
        if lead is None or who is None or _STANDS.fullmatch(view, piece.end, who.start) is None:
            continue
        post = Post("head", Span(*lead.span()), piece.fact[0], piece.fact[0].country, rule="headed-by")
        who.fact.human.posts.append((post, Span(lead.start(), who.end), post.rule))


def _state_behind(who: Piece) -> str | None:
    """The state in brackets behind a person: "chaired by X (Cyprus)"."""
    return next((part.state for part in reversed(who.parts) if part.symbol == "C" and part.entry), None)


_TEAM = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:team|delegation|mission|group|side))?,?(?: (?:is|was|were))?"
    r" (?:led|headed|represented) by (?:its |the |their )?"
)
# Offices of states, which somebody who leads a team of a body may hold.
_OF_STATES = re.compile(
    r"(?i)\b(?:minister|president|(?<!director )(?<!director-)(?<!secretary )(?<!secretary-)general|ambassador"
    r"|secretary of state|governor|commissioner)\b"
)


def leaders_of_teams(pieces: Sequence[Piece], view: str) -> None:
    """ "The UNODC team, led by Programme Coordinator X": a bare office of who leads the people of a body is of it."""
    for number in positions(pieces, Symbol.ORGANIZATION):
        piece = pieces[number]
        match = _TEAM.match(view, piece.end) if len(piece.fact) == 1 else None
        if match is None or _PART.search(view, max(0, piece.start - 20), piece.start):
            continue
        who = next((other for other in pieces[number + 1 : number + 9] if other.start >= match.end()), None)
        if who is None or who.symbol != Symbol.PERSON or who.start != match.end() or len(who.fact.naming.posts) != 1:
            continue
        (post,) = who.fact.naming.posts
        if post.body is None and post.country is None and _OF_STATES.search(post.title) is None:
            post.body, post.country = piece.fact[0], piece.fact[0].country


def people_in_brackets(pieces: Sequence[Piece], view: str) -> None:
    """ "The Public Ministry of Peru (Deputy Director X)": a bare office in brackets is one of the body before, and one
    in the next cell of a row, too.
    """
    for number in positions(pieces, Symbol.ORGANIZATION):
        body, row = pieces[number], pieces[number + 1 : number + 3]
        if len(row) < 2 or row[1].symbol != Symbol.PERSON or len(body.fact) != 1:
            continue
        cell = row[0].symbol == Symbol.COMMA and "|" in view[body.end : row[1].start]
        if cell or row[0].symbol in (Symbol.OPEN, Symbol.POSSESSIVE):
            for post in row[1].fact.naming.posts:
                if post.body is None and post.country is None:
                    post.body, post.country = body.fact[0], body.fact[0].country


# "the Agency, where Director X showed them", "where they were received by the Director, X".
_WHERE = re.compile(
    r",? where (?:[\w' -]{2,60} (?:by|with|to) )?(?:the |its )?"
    r"|(?: in [A-Z][\w-]+)?,? (?:and )?(?:he|she|they|the (?:delegation|guests|visitors|group|minister))"
    r" (?:was |were |also |then |had |been |jointly |warmly ){0,3}"
    r"(?:received|welcomed|greeted|met|shown [\w ]{2,30}|briefed|guided|hosted|talked|spoke|briefed [\w ]{2,30}"
    r"|held (?:talks|a meeting)|conferred|accompanied)(?: there)? (?:by|with|to) (?:the |its )?"
)


def people_of_places(pieces: Sequence[Piece], view: str) -> None:
    """ "The Agency, where Director X showed them": a bare office of who is first named there is one of the body."""
    body: Piece | None = None
    for number in positions(pieces, "\nO@"):
        piece = pieces[number]
        if piece.symbol == Symbol.PERSON and body is not None and _WHERE.fullmatch(view, body.end, piece.start):
            human = piece.fact.human
            first = human.mentions and min(span for span, _ in human.mentions) == piece.fact.naming.span
            for post in piece.fact.naming.posts if first else ():
                if post.body is None and post.country is None and _OF_STATES.search(post.title) is None:
                    post.body, post.country = body.fact[0], body.fact[0].country
        body = piece if piece.symbol == Symbol.ORGANIZATION and len(piece.fact) == 1 else None


_OF_THE_TWO = re.compile(
    r"\b(?:by|between) (?:the )?(?P<heads>[Hh]eads|[Pp]residents|[Dd]irectors|[Cc]hairs|[Cc]hairmen|[Cc]hiefs)"
    r" of (?:the two|both) (?P<what>\w+)[,:]? \Z"
)
_SINGULAR = {"chairmen": "chairman"}
_BEFORE = 80  # characters before a name in which that stands


def heads_of_the_two(pieces: Sequence[Piece], view: str) -> None:
    """ "The Academy of Chile and the Academy of Peru signed it; it was signed by the presidents of the two academies,
    X and Y": X heads the first, Y the second, where just two such bodies were named before.
    """
    people = positions(pieces, Symbol.PERSON)
    for first, second in pairwise(people):
        one, two = pieces[first], pieces[second]
        lead = _OF_THE_TWO.search(view, max(0, one.start - _BEFORE), one.start)
        if lead is None or view[one.end : two.start] != " and ":
            continue
        bodies = _last_two(pieces[max(0, first - _REACH) : first], lead["what"])
        word = lead["heads"].lower()
        for who, body in zip((one, two), bodies, strict=False):
            if not who.fact.human.posts:
                post = Post(
                    _SINGULAR.get(word, word[:-1]), Span(*lead.span("heads")), body, body.country, rule="of-the-two"
                )
                who.fact.human.posts.append((post, Span(lead.start("heads"), who.end), post.rule))


_REACH = 120  # pieces before two names in which their bodies are named


def _last_two(pieces: Sequence[Piece], noun: str) -> list[Body]:
    """The two bodies that pieces name by a noun in the plural; none where they name more or fewer."""
    named = [piece.fact[0] for piece in pieces if piece.symbol == Symbol.ORGANIZATION and len(piece.fact) == 1]
    stem = noun.lower().removesuffix("ies").removesuffix("s")
    alike = list(dict.fromkeys(body for body in named if stem in body.name.lower()))
    return alike if len(alike) == 2 else []
