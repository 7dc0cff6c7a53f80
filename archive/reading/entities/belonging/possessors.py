"""Offices of the body or state that a possessive means: "the Bureau opened. Its director", "Peru and its Minister",
"our Director General".
"""

import re
from collections.abc import Sequence

from archive.reading.entities.belonging.chiefs import chief, head_of
from archive.reading.entities.offices.kinds import is_of_a_state
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind

# "For the Bureau, |Director X|": not "At the invitation of the Bureau, |Director X|", who is another's.
_SENDS = re.compile(
    r"(?:^|[.;:\n]|, and|and) ?(?:From|from|For|for|At|On behalf of|on behalf of) the "
    r"(?!(?:[a-z]+ )?(?:invitation|request|initiative|suggestion|proposal|instigation|behest|instance) )"
    r"[^,.;:\n]{4,70}$"
)
_LED_BY = re.compile(
    r"(?: (?:is|was|were|being|attended|came|participated))?(?:,? (?:led|headed|represented|chaired))?"
    r" (?:by|through|sent) "
)
_ABROAD_BY = re.compile(r"(?: (?:is|was|were))? (?:represented|accredited) (?:in|to) [\w ]{2,40} (?:by|through) ")
_OF = (" of ", " of the ")
_OUR_OWN = re.compile(r"[Oo]ur\b")
_OUR = re.compile(r"\b[Oo]ur (?:own |new |very own )?$")


def bodies_of_possessives(pieces: Sequence[Piece], view: str, issuer: Body | None) -> None:
    """An office of "its" is one of the body named last, or of the state where only states have such an office; "ours"
    of the body that issues the text.
    """
    last: list[Body] = []
    part: list[Body] = []  # what is a part of it: "the Division of the Ministry"
    place = opens = last_end = 0
    states: list[Piece] = []  # the states named in this sentence since its last body
    for number in positions(pieces, "\nCOgrF,"):  # the last piece is a break
        piece = pieces[number]
        if piece.symbol == Symbol.BREAK:
            opens, states = piece.end, []
        elif piece.symbol == Symbol.COUNTRY:
            if not last or view[last_end : piece.start] not in _OF:  # "the Agency (ABC) of Peru, led by its head"
                states.append(piece)
        elif piece.symbol == Symbol.ORGANIZATION:
            whole = bool(last) and view[last_end : piece.start] in _OF
            part, last = (part or last) if whole else [], piece.fact
            place, states, last_end = piece.start, [], piece.end
        elif piece.symbol == Symbol.OFFICE:
            if issuer is not None and _OUR.search(view, max(opens, piece.start - 16), piece.start):
                piece.fact.join(issuer)
        elif (following := pieces[number + 1]).symbol == Symbol.OFFICE:
            post: Post = following.fact
            if piece.symbol == ",":
                sender = _SENDS.search(view, max(0, piece.start - 80), piece.start)
                if sender is not None and sender.start() < place and len(last) == 1:
                    post.join(last[0])
            elif piece.symbol == Symbol.RELATIVE:
                if len(last) == 1 and view[last_end : piece.end] == ", whose":
                    post.join(last[0])  # "the Academy of Justice, whose rector"
                elif states and view[states[-1].end : piece.end] == ", whose":
                    post.country = post.country or states[-1].state  # "Chile, whose Minister of Justice"
            elif (code := _state_that_has(post, states, piece, view)) is not None:
                post.country = post.country or code
            elif len(last) == 1 and _is_theirs(view, last_end, piece):
                post.join(part[0] if len(part) == 1 and not _heads(post, last[0]) else last[0])


def _is_theirs(view: str, last_end: int, possessive: Piece) -> bool:
    """Whether a possessive means the body named last: "its"; "advocates of the Society, led by |their| President"."""
    word = view[possessive.start : possessive.end].lower()
    return word == "its" or (word == "their" and _LED_BY.fullmatch(view, last_end, possessive.start) is not None)


def _heads(post: Post, body: Body) -> bool:
    """Whether an office heads a body by its words: "the Office of the Ministry, led by its Minister"."""
    title = chief(post.title)
    return (body.kind is OrganizationKind.MINISTRY and "minister" in title) or head_of(body) == title


def states_of_ours(pieces: Sequence[Piece], view: str, head: int) -> dict[int, str]:
    """For each person named as one of "ours", the state of the first official in the head of the text: its speaker."""
    speaker: str | None = None
    states: dict[int, str] = {}
    for piece in (pieces[number] for number in positions(pieces, Symbol.PERSON)):
        if speaker is None and piece.start < head:
            speaker = piece.fact.human.country()
        elif speaker is not None and _OUR_OWN.match(view, piece.start):
            states[piece.start] = speaker
    return states


def _state_that_has(post: Post, states: Sequence[Piece], possessive: Piece, view: str) -> str | None:
    """The state that a possessive means: "the delegation of Peru was led by its Attorney General"."""
    if len(states) > 1 and view.endswith((" in ", " to "), 0, states[-1].start):
        states = states[:-1]  # "Malta is represented in Chile by its Ambassador"
        sent_abroad = _ABROAD_BY.fullmatch(view, states[-1].end, possessive.start) is not None
        if sent_abroad:
            return states[-1].state
    if not states or states[-1].state is None:
        return None
    only = len({piece.state for piece in states}) == 1 and is_of_a_state(post.title, only=True)
    own = view[possessive.start : possessive.end].lower() == "its"
    sent = _LED_BY.fullmatch(view, states[-1].end, possessive.start) is not None
    return states[-1].state if sent or (only and own) else None
