"""Who receives and who is received, where the words say no state: the host is of the city in which he receives, and of
the state that speaks in a text which opens with him; a guest is not of it.
"""

import re
from collections.abc import Iterable, Sequence

from archive.reading.entities.belonging.offices import is_diplomatic, is_international
from archive.reading.entities.offices.finding import Post
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind, Layout
from archive.reading.vocabulary import load
from archive.values import OrganizationKind

# Between a host and the one he receives, and between a visitor and the one who receives him.
_RECEIVES = re.compile(
    r"(?:[^.;:\n]{0,60}?[ ,])?(?:receive[sd]|welcome[sd]|host(?:s|ed)|greet(?:s|ed)|gave an audience to)\b(?! by\b)"
    r"[^.;:\n]{0,80}"
)
_RECEIVED_BY = re.compile(
    r"[^.;:\n]{0,60}?\b(?:(?:was|were|been|is|are) (?:[a-z]+ )?(?:received|welcomed|hosted|greeted)"
    r"(?: [^.;:\n]{2,40})? by|call(?:s|ed)? on|paid an? (?:\w+ ){0,2}(?:visit to|call on)) (?:the )?"
)
_LED = re.compile(
    r"(?i)\b(?:received|receives|welcomed|welcomes|hosted|hosts|greeted)\b[^.;:\n]{0,40}\b(?:delegation|team|mission|group)"
    r"(?! of| from)[^.;:\n]{0,12} (?:led|headed|chaired) by (?:the |its )?\Z"
)
_REPORTED = re.compile(r"(?i)\b(?:press|information|media) (?:service|office|department|centre|center) of (?:the )?\Z")
_REPORTS = re.compile(r"(?:'s)? (?:press|information|media) (?:service|office|department|centre|center)\b")
_SEATED = frozenset(("AT", "BE", "CH", "LU", "NL"))
_FEW = 4  # states of a text that tells of one event
_BEFORE = 90  # characters before a name that say whose guest somebody is


def guests_without_a_state(found: Sequence[Piece], view: str) -> frozenset[int]:
    """Where those stand who are received as leaders of a delegation of which no state is said."""
    places = (found[number] for number in positions(found, "@F"))
    return frozenset(
        piece.start for piece in places if _LED.search(view, max(0, piece.start - _BEFORE), piece.start) is not None
    )


def states_of_receivers(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each official who receives somebody in a city, the state of the city."""
    states: dict[int, str] = {}
    hosts: list[Piece] = []
    last: Piece | None = None
    for piece in (found[number] for number in positions(found, "\n@FKk")):
        if piece.symbol == Symbol.BREAK:
            hosts, last = [], None
        elif piece.symbol in "Kk":
            entry = piece.entry
            seat = entry is not None and entry.value in load("places")["seats"]
            if piece.state is not None and not seat and view.endswith((" in ", " at "), 0, piece.start):
                if last is not None and _RECEIVES.fullmatch(view, last.end, piece.start):
                    hosts.append(last)  # "the Minister received in Lima ..."
                states.update({host.start: piece.state for host in hosts})
        else:
            if last is not None and _RECEIVED_BY.fullmatch(view, last.end, piece.start):
                hosts = [piece]
            elif last is not None and _RECEIVES.fullmatch(view, last.end, piece.start):
                hosts = [last]
            last = piece
    return states


def house_of_the_lead(found: Sequence[Piece], layout: Layout, named: Iterable[str]) -> str | None:
    """The state of whom a text opens with as a host, or of the body whose press service it quotes.

    A text of more states than these (``named``) tells of several events.
    """
    if len(set(named)) > _FEW:
        return None
    view = layout.view
    last: Piece | None = None
    paragraphs = 0
    for piece in (found[number] for number in positions(found, "\n@FO")):
        if piece.symbol == Symbol.BREAK:
            paragraphs += piece.fact.block.kind is BlockKind.PARAGRAPH
            last = None
            if paragraphs > 1:
                return None
        elif piece.symbol == Symbol.ORGANIZATION:
            quoted = _REPORTED.search(view, max(0, piece.start - 40), piece.start) or _REPORTS.match(view, piece.end)
            if quoted and len(piece.fact) == 1 and piece.fact[0].country is not None:
                code: str | None = piece.fact[0].country
                return code
        else:
            if last is not None and _RECEIVES.fullmatch(view, last.end, piece.start):
                return _state(last)
            last = piece
    return None


# What a host does and where, and what says that somebody is abroad or at a gathering of many.
_HOSTS = re.compile(r"\b(?:receive[sd]|welcome[sd]|host(?:s|ed)|greet(?:s|ed)|open(?:s|ed)|inaugurate[sd])\b")
_TOOK_PLACE = re.compile(
    r"\b(?:meeting|talks|event|ceremony|workshop|reception|audience|seminar|training)"
    r" (?:took place|was held|were held)\b"
)
_AWAY = re.compile(
    r"(?i)\b(?:visit(?:ed|ing|s)? (?:to|of|in)|paid|travel\w*|arriv\w*|trip|left for|returned|attend(?:s|ed|ing)"
    r"|took part|takes? part|participat\w*|invitation|conference|forum|summit|session|assembly|congress|sidelines"
    r"|margins|embassy|delegation to)\b"
)
_IN = (" in ", " at ", ", ")


def house_of_the_place(found: Sequence[Piece], layout: Layout, named: Iterable[str]) -> str | None:
    """The state of the only city in which a text that opens with somebody without a state says that he acts at home.

    A text of more states than these (``named``), or of a body of many, tells of no house.
    """
    view, codes, first, opens = layout.view, set[str](), True, 0
    if len(set(named)) > _FEW:
        return None
    for piece in (found[number] for number in positions(found, "\n@FKkO")):
        if piece.symbol == Symbol.BREAK:
            block, opens = piece.fact.block, piece.end
            if block.kind is BlockKind.PARAGRAPH and piece.fact.span.end >= block.span.end:
                break
        elif piece.symbol == Symbol.ORGANIZATION:
            if first and any(body.kind is OrganizationKind.INTERNATIONAL for body in piece.fact):
                return None
        elif piece.symbol in "Kk":
            entry = piece.entry
            known = piece.state is not None and entry is not None and entry.value not in load("places")["seats"]
            if known and view.endswith(_IN, 0, piece.start):
                here = _HOSTS.search(view, opens, piece.start) or _TOOK_PLACE.search(view, opens, piece.start)
                if here is None or first:
                    return None
                codes.add(str(piece.state))
        elif first:
            posts = _posts(piece)
            if not posts or any(post.state or is_international(post) for post in posts):
                return None
            first = False
    at_home = _HOSTS.search(view, 0, opens) is not None and _AWAY.search(view, 0, opens) is None
    return codes.pop() if at_home and not first and len(codes) == 1 else None


def house_of_the_envoys(found: Sequence[Piece], view: str) -> str | None:
    """The state to which an envoy is sent whom somebody without a state receives: "the Ambassador of Norway to Serbia
    called on the President of the Council".
    """
    last: Piece | None = None
    for piece in (found[number] for number in positions(found, "\n@F")):
        if piece.symbol != Symbol.BREAK and last is not None:
            for envoy, other, way in ((last, piece, _RECEIVED_BY), (piece, last, _RECEIVES)):
                code = _sent_to(envoy)
                bare = not any(post.state or is_international(post) for post in _posts(other))
                if code is not None and bare and way.fullmatch(view, last.end, piece.start):
                    return code
        last = None if piece.symbol == Symbol.BREAK else piece
    return None


def _sent_to(piece: Piece) -> str | None:
    """The state to which somebody is sent; none where he may have come to a body of many states."""
    code = next((post.host for post in _posts(piece) if is_diplomatic(post)), None)
    return None if code in _SEATED else code


def _posts(piece: Piece) -> list[Post]:
    """The offices of a piece for a person or for an office."""
    return [piece.fact] if piece.symbol == Symbol.OFFICE else piece.fact.human.offices()


def _state(piece: Piece) -> str | None:
    """The one state that the offices of somebody say in their own words."""
    codes = {post.state for post in _posts(piece) if not is_international(post)} - {None}
    return codes.pop() if len(codes) == 1 else None
