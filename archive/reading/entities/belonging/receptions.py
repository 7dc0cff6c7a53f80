"""Who receives and who is received, where the words say no state: the host is of the city in which he receives, and of
the state that speaks in a text which opens with him; a guest is not of it.
"""

import re
from collections.abc import Iterable, Sequence

from archive.reading.entities.belonging.wordings import MET_THERE
from archive.reading.entities.meant import is_seat, posts_of, state_of
from archive.reading.entities.offices.kinds import is_international
from archive.reading.entities.persons.people import Human
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind, Layout
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
_FEW = 4  # states of a text that tells of one event
_BEFORE = 90  # characters before a name that say whose guest somebody is
# "at the invitation of |the Bureau|, a delegation led by |Director X|", "|X| came at the invitation of |the Bureau|"
_INVITED_BY = re.compile(
    r"(?i)\b(?:invitation|request|guests?) (?:of|from|by) (?:the )?\Z|(?:\A|[.\n,] ?)(?:invited|hosted) by (?:the )?\Z"
)
_THEN_THE_GUEST = re.compile(r"(?:,? [A-Z]{2,6})?,(?: an?| the)?(?: [a-z][^.,;:\n]{0,60} (?:led|headed) by)?(?: the)? ")
_THE_LIKE = re.compile(r"(?:his|her|their) [^,.;:]{0,40}?(?:counterpart|homologue|opposite number)\b")
_COMES_TO = re.compile(
    r"[^.;:\n]{0,90}\b(?:at|on|upon|following) (?:the |an )?(?:\w+ )?invitation (?:of|from|by) (?:the )?"
)


def guests(found: Sequence[Piece], view: str) -> dict[int, str | None]:
    """Where those stand who come as guests, each with the state that invites, of which he is not; with none, where he
    leads a delegation that is received and of which no state is said. Nobody is of the state of his counterpart.
    """
    coming: dict[int, str | None] = {}
    before: list[Piece] = []  # who and what is named before in this sentence
    for piece in (found[number] for number in positions(found, "\nCO@F")):
        if piece.symbol == Symbol.BREAK:
            before = []
            continue
        if piece.symbol in "@F" and _LED.search(view, max(0, piece.start - _BEFORE), piece.start) is not None:
            coming[piece.start] = None
        theirs = _state_of_a_counterpart(piece, view)
        if theirs is not None and before and before[-1].symbol == Symbol.PERSON:
            coming[before[-1].start] = theirs  # "|X| and his Omani counterpart, Y"
        for guest, host in ((piece, before[-1]), (before[-1], piece)) if before else ():
            state = state_of(host)
            if state is not None and _is_guest(guest, host, view, opens=len(before) == 1):
                coming[guest.start] = state
        before.append(piece)
    return coming


def _state_of_a_counterpart(piece: Piece, view: str) -> str | None:
    """The state of somebody who is called the counterpart of another one."""
    like = piece.symbol == Symbol.PERSON and _THE_LIKE.match(view, piece.start, piece.end) is not None
    return piece.fact.human.country() if like else None


def _is_guest(guest: Piece, host: Piece, view: str, *, opens: bool) -> bool:
    """Whether somebody comes at an invitation: one that he is said to have, or one that ``opens`` the sentence."""
    if guest.symbol not in "@F":
        return False
    if guest.start < host.start:
        return _COMES_TO.fullmatch(view, guest.end, host.start) is not None
    invites = opens and _INVITED_BY.search(view, max(0, host.start - 40), host.start) is not None
    return invites and _THEN_THE_GUEST.fullmatch(view, host.end, guest.start) is not None


def met_by(found: Sequence[Piece], view: str) -> dict[int, Human]:
    """Where those stand whom somebody meets or receives, each with him, and who meets an official of a state that is
    said, each with that one: where the other is at home, they need not be.
    """
    met: dict[int, Human] = {}
    last: Piece | None = None
    for piece in (found[number] for number in positions(found, "\n@F")):
        if piece.symbol == Symbol.BREAK or last is None:
            last = piece if piece.symbol == Symbol.PERSON else None
            continue
        if piece.symbol == Symbol.PERSON:
            if last.symbol == Symbol.PERSON and MET_THERE.search(view, last.end, piece.start):
                met[piece.start] = last.fact.human
                if piece.fact.naming.posts and piece.fact.naming.posts[0].country:
                    met.setdefault(last.start, piece.fact.human)  # "the Minister met the Minister |of Oman|"
            elif last.start in met and _AND_ALSO.fullmatch(view, last.end, piece.start):
                met[piece.start] = met[last.start]  # "received Minister X |and Judge Y|"
        last = piece
    return met


def states_of_receivers(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each official who receives somebody in a city, the state of the city."""
    states: dict[int, str] = {}
    hosts: list[Piece] = []
    last: Piece | None = None
    for piece in (found[number] for number in positions(found, "\n@FKk")):
        if piece.symbol == Symbol.BREAK:
            hosts, last = [], None
        elif piece.symbol in "Kk":
            if piece.state is not None and not is_seat(piece) and view.endswith((" in ", " at "), 0, piece.start):
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


_HOST = re.compile(r"\b(?:(?:received|hosted|welcomed|greeted) by|(?:call on|audience with|guest of|invitation of)) $")
VISITED = re.compile(r"\b(?:visit(?:s|ed|ing)?|visit to|travel(?:s|led|ed)? to|trip to|arrived in|stay in) (?:the )?$")
# A visit before or after what is told: "|after her visit to| Oman she received ..."
_ELSEWHERE = re.compile(
    r"(?i)\b(?:after|following|before|ahead of|prior to|on the eve of|fresh from|(?:back|return\w*) from)\b"
    r"[^.,;:\n]{0,40}$"
)
_AND_ALSO = re.compile(r",? and (?:the )?|, ")
_INVITED = re.compile(r"\b(?i:invit\w+|call\w* (?:on|upon)|plan\w*|due|next year)\b[^.;\n]{0,80}$")
# Whom a traveller meets, where no host receives him.
_MET = re.compile(
    r"\b(?:met|meets|met with|talked (?:with|to)|spoke with|talks with|meetings? with|conversation with) "
    r"(?:the |its )?$"
)


def states_of_hosts(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each person or office that receives the guests, the state that is visited: that of the state or body
    which the sentence says they visited, or the only one that the text says is visited. Whom they meet is of it, too,
    unless somebody of that state meets him.
    """
    visited: set[str] = set()
    hosts: list[int] = []
    met: list[tuple[int, str | None]] = []  # who is met, with the state of who meets him
    states: dict[int, str] = {}
    here: str | None = None  # what this sentence says is visited
    who: str | None = None  # the state of the official named last in it
    goal: Piece | None = None  # what was visited last: "Oman |and Chile|"
    for piece in (found[number] for number in positions(found, "\nCKkO@F")):
        before = view[max(0, piece.start - 24) : piece.start]
        if piece.symbol == Symbol.BREAK:
            here = who = goal = None
        elif piece.symbol in "CKkO" and (
            VISITED.search(before) or (goal is not None and _AND_ALSO.fullmatch(view, goal.end, piece.start))
        ):
            goal = piece
            elsewhere = _ELSEWHERE.search(view, max(0, piece.start - 60), piece.start)
            here = None if elsewhere else state_of(piece)
            invited = elsewhere or _INVITED.search(view, max(0, piece.start - 100), piece.start)
            if piece.symbol != Symbol.ORGANIZATION and piece.entry and not invited:
                visited.update(piece.entry.codes)
        elif piece.symbol in "@F":
            if _HOST.search(before):
                if here is not None:
                    states[piece.start] = here
                hosts.append(piece.start)
            elif _MET.search(before):
                met.append((piece.start, who))
            who = state_of(piece)
    if len(visited) != 1:
        return states
    (only,) = visited
    return dict.fromkeys((*hosts, *(start for start, state in met if state != only)), only) | states


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
            if quoted and state_of(piece) is not None:
                return state_of(piece)
        else:
            if last is not None and _RECEIVES.fullmatch(view, last.end, piece.start):
                return state_of(last)
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
            if piece.state is not None and not is_seat(piece) and view.endswith(_IN, 0, piece.start):
                here = _HOSTS.search(view, opens, piece.start) or _TOOK_PLACE.search(view, opens, piece.start)
                if here is None or first:
                    return None
                codes.add(piece.state)
        elif first:
            posts = posts_of(piece)
            if not posts or any(post.state or is_international(post) for post in posts):
                return None
            first = False
    at_home = _HOSTS.search(view, 0, opens) is not None and _AWAY.search(view, 0, opens) is None
    return codes.pop() if at_home and not first and len(codes) == 1 else None
