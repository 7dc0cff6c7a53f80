"""Offices of those who come with somebody: "the Attorney General of Zambia, accompanied by the Head of the Unit, X".

"The delegation, led by the Minister of Peru, included Judge Y": they are of the state of whom they come with.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.belonging.offices import is_diplomatic, is_international
from archive.reading.entities.offices.finding import Post
from archive.reading.entities.organizations.bodies import state_of_the_body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind

_DELEGATION = r"(?:delegation|team|mission|party|group)"
_ITS_DELEGATION = re.compile(rf"(?i)\b{_DELEGATION} (?:of|from) (?:the )?(?:[\w-]+ (?:of|from) (?:the )?)?$")
_LED_BY = re.compile(
    rf"(?i)\b{_DELEGATION}\b[^.;:\n]{{0,60}}?\b(?:(?:led|headed|chaired) by|under the leadership of|through|under)"
    r"(?: its| the| their)?\s?$"
)
_COMPRISED = re.compile(
    rf"(?i)\b{_DELEGATION}(?: (?:of|from) [^.;:\n]{{2,60}}?)?(?:,? which|,? that)? (?:(?:also|further) )?"
    r"(?:compris\w+|includ\w+|consist\w+ of|(?:was|is) (?:composed|made up) (?:of|as follows))\b"
    rf"|\b(?:members of|in|part of) the {_DELEGATION} (?:also )?(?:were|was|are|included)\b|\bdelegation members?:"
)
_SEVERAL = r"(?:(?:[A-Z][\w-]* ){1,4}(?<=s ))?"  # "Deputy Prosecutors |X and Y"
# Between somebody and those who come with him.
_WITH = re.compile(
    r"(?:,? [A-Z]{2,4})?(?:,? (?:who )?(?:(?:is|was|were) )?(?:also )?"
    r"(?:accompanied|flanked|assisted|joined|represented|supported) by"
    r"|,? (?:together|along) with|,? (?:came|arrived|travelled|traveled|appeared|attended)(?: there)?"
    r"(?: together| along)? with|,? (?:and )?(?:also )?(?:included|including))"
    r"(?: [^.,;:\n]{1,40} (?:including|such as|among them))?:? (?:his |her |its |the |their )?"
    rf"{_SEVERAL}"
)


def states_of_companions(found: Sequence[Piece], view: str, known: dict[int, str]) -> dict[int, str]:
    """For each person of a delegation, and for each who comes with another, the state of the delegation or the other.

    ``known`` are the states that places and labels say. Who comes with an official of an international body, or stands
    in for one, is of that body.
    """
    states: dict[int, str] = {}
    last: str | None = None  # the state of the delegation named last
    here: str | None = None  # the same, in this sentence
    opens = 0
    before: Piece | None = None  # who is named last in this sentence, by name or by office
    whole: Piece | None = None  # who leads the delegation of an international body
    led: Piece | None = None  # who leads the delegation in this sentence
    sender: Piece | None = None  # the body whose delegation is named last
    embassy: str | None = None  # the state of the envoy named last
    held: dict[str, set[str]] = {}  # the states of those who hold an office
    joined = False  # whether somebody comes with another in this sentence
    for piece in (found[number] for number in positions(found, "\nCOD@F")):
        if piece.symbol == Symbol.BREAK:
            opens, before, led, here, joined = piece.end, None, None, None, False
        elif piece.symbol in "COD" and _ITS_DELEGATION.search(view, max(opens, piece.start - 60), piece.start):
            last = here = state_of_the_body(piece) if piece.symbol == Symbol.ORGANIZATION else piece.state
            sender = piece if piece.symbol == Symbol.ORGANIZATION else None
        elif piece.symbol == Symbol.DEMONYM and view.startswith((" delegation", " Delegation"), piece.end):
            last = here = piece.state
        elif piece.symbol == Symbol.PERSON:
            if before is not None and view[before.end : piece.start] == "'s ":
                state = states.get(before.start) or _state_of(before, known)
                if state is not None:
                    states[piece.start] = state  # "Mr Tembo's Permanent Secretary"
            elif before is not None and (
                (with_him := _WITH.fullmatch(view, before.end, piece.start))
                or (joined and _BY.fullmatch(view, before.end, piece.start))
            ):
                joined = with_him is not None
                envoys = all(is_diplomatic(post) or _OF_AN_EMBASSY.search(post.title) for post in _posts(piece))
                state = states.get(before.start) or _state_of(before, known, envoys=envoys) or _only(before, held)
                if led is before and last is not None:
                    state = last
                if state is not None:
                    states[piece.start] = state
                else:
                    _join_body(before, piece)
            elif (last is not None or whole is not None) and _COMPRISED.search(view, opens, piece.start):
                if whole is not None:
                    _join_body(whole, piece)
                elif last is not None:
                    states[piece.start] = last
            elif _LED_BY.search(view, opens, piece.start):
                led, last = piece, _state_of(piece, known) or here or last
                whole = piece if here is None and any(map(is_international, _posts(piece))) else None
                _send(sender, piece)
                if here is not None:
                    states[piece.start] = here
            if embassy is not None and piece.start not in states and _is_of_an_embassy(piece):
                states[piece.start] = embassy
            embassy = _sent_by(piece) or embassy
            for post in _posts(piece):
                held.setdefault(post.title.lower(), set()).add(post.state or known.get(piece.start) or "")
            before = piece
        elif piece.symbol == Symbol.OFFICE:
            embassy = _sent_by(piece) or embassy
            before = piece
    return states


def _only(piece: Piece, held: dict[str, set[str]]) -> str | None:
    """The state of the one who was named as the holder of an office that stands without a name."""
    if piece.symbol != Symbol.OFFICE:
        return None
    own = piece.fact.title.lower()
    states = {state for title, states in held.items() if title.startswith(own) for state in states}
    return (states.pop() or None) if len(states) == 1 else None


def _sent_by(piece: Piece) -> str | None:
    """The state that sends somebody as its envoy."""
    return next((post.country for post in _posts(piece) if is_diplomatic(post) and post.country is not None), None)


def _is_of_an_embassy(piece: Piece) -> bool:
    """Whether somebody serves at an embassy that the words of the office do not name: "the Legal Attaché, X"."""
    posts = _posts(piece)
    return bool(posts) and all(
        _OF_AN_EMBASSY.search(post.title) and post.country is None and post.body is None for post in posts
    )


def _send(sender: Piece | None, piece: Piece) -> None:
    """Give an office that names no body that of the international body whose delegation its holder leads."""
    if sender is None or len(sender.fact) != 1 or sender.fact[0].kind is not OrganizationKind.INTERNATIONAL:
        return
    for post in piece.fact.naming.posts:
        if post.body is None and post.country is None:
            post.body = sender.fact[0]


def _join_body(other: Piece, piece: Piece) -> None:
    """Give an office that names no body that of the international body of another person; one of a unit that no state
    is said to have is of a unit of that body.
    """
    bodies = [post.body for post in _posts(other) if post.body is not None and is_international(post)]
    for post in piece.fact.naming.posts if bodies else ():
        if is_international(post) or post.country is not None:
            continue
        if post.body is None:
            post.body = bodies[0]
        elif post.body.country is None and post.body.part_of is None and _UNIT.search(post.body.name):
            post.body.part_of = bodies[0].part_of or bodies[0]


_UNIT = re.compile(r"\b(?:Department|Division|Section|Unit|Directorate|Branch|Service|Team|Programme|Program)\b")


def _posts(piece: Piece) -> list[Post]:
    """The offices of a piece for a person or for an office."""
    return piece.fact.human.offices() if piece.symbol == Symbol.PERSON else [piece.fact]


_BY = re.compile(rf",? by (?:his |her |its |the |their )?{_SEVERAL}")  # "X was assisted by Y; Z |by| V"
_OF_AN_EMBASSY = re.compile(
    r"(?i)\b(?:counsell?or|attach[ée]|(?:first|second|third) secretary|embassy|diplomat|deputy head of mission"
    r"|(?:political|consular|economic) officer|deputy ambassador|resident legal advis[eo]r|vice[- ]consul)\b"
)


def _state_of(piece: Piece, known: dict[int, str], *, envoys: bool = False) -> str | None:
    """The one state of the offices of somebody who is no envoy abroad, or the one that places and labels say.

    An envoy tells only the state of other ``envoys`` who come with him.
    """
    posts = _posts(piece)
    if not envoys and any(is_diplomatic(post) for post in posts):
        return None
    codes = {post.country or (post.body.country if post.body else None) for post in posts} - {None}
    return codes.pop() if len(codes) == 1 else known.get(piece.start)
