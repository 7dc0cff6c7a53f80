"""The state of officials without one in a text without a house: the one that its bodies and its dealings leave."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from archive.reading.entities.belonging.houses import MISSION
from archive.reading.entities.belonging.wordings import DEALS
from archive.reading.entities.meant import is_seat
from archive.reading.entities.offices.kinds import is_international
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.people import Human
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span


def only_state(
    found: Sequence[Piece],
    named: Sequence[tuple[str, Span]],
    humans: Sequence[Human],
    places: dict[int, str],
    bodies: Iterable[Body],
    view: str,
) -> str | None:
    """The state of the officials of a text who stand without one: the only one whose bodies it tells of, or that takes
    a stand in it, or the one of two that receives people of the other.

    Where officials of another state stand beside them, or where the state is only dealt with ("they met prosecutors
    from Oman"), the text does not say whose they are.
    """
    worded = {code for code, _ in named}
    own = [body for body in bodies if body.country is not None and not MISSION.search(body.name)]
    telling = {body.country for body in own if body.country is not None}
    spoken_of = {code for code, times in Counter(code for code, _ in named).items() if times == 1} - telling
    states = worded | telling
    if not states or _joined(named, view):
        return None
    if len(states) == 2:
        guests = {code for code, span in named if _RECEIVES.search(view, max(0, span.start - 60), span.start)}
        if len(guests) == 1 and states - guests <= telling:
            return (states - guests).pop()
    capitals_and_cities = (found[number] for number in positions(found, "Kk"))
    cities = {code for piece in capitals_and_cities if piece.entry and not is_seat(piece) for code in piece.entry.codes}
    few = len(own) < _MANY
    if len(states | cities) > 2 or (few and cities - states):
        return None
    told = (post.state or places.get(where.start) for human in humans for post, where, _ in human.posts)
    holders = {state for state in told if state is not None}
    standing = {code for code, span in named if _STANDS.match(view, span.end)}
    if not telling and len(worded | cities) == 1 and not holders:
        telling = standing
    elif len(own) < _ENOUGH[len(states - spoken_of)] and not any(body.rule == "known-body" for body in own):
        return None
    if len(telling) != 1 or (holders | standing) - telling:
        return None
    (state,) = telling
    if few and _comes_late(state, named, own, humans, places, standing):
        return None
    before = (view[max(0, span.start - 80) : span.start] for code, span in named if code == state)
    return None if any(map(_DEALT_WITH.search, before)) or _names_the_guest(humans, places, view) else state


def _comes_late(
    state: str,
    named: Sequence[tuple[str, Span]],
    bodies: Iterable[Body],
    humans: Sequence[Human],
    places: dict[int, str],
    standing: set[str],
) -> bool:
    """Whether a text names another state first, or officials of none before a state of which it says little."""
    told = [(span.start, code) for code, span in named]
    told += [(span.start, body.country) for body in bodies if body.country for span, _ in body.mentions]
    start, first = min(told)
    if first != state:
        return True
    seldom = sum(code == state for code, _ in named) < _MANY and state not in standing
    return seldom and _stands_before(humans, places, start)


def _stands_before(humans: Sequence[Human], places: dict[int, str], start: int) -> bool:
    """Whether an official of whom no state is said stands before a place in the text."""
    return any(
        where.start < start and not is_international(post) and not post.state and where.start not in places
        for human in humans
        for post, where, _ in human.posts
    )


# How many bodies of a state tell that a text of one or two states is of it; one that everybody knows is enough.
_ENOUGH = (0, 1, 3)
_MANY = 3  # bodies, or times a state is named, that tell so whatever stands first and wherever it happens
_RECEIVES = re.compile(r"(?i)\b(?:receive[sd]?|host(?:s|ed)?) (?!by\b)(?:[\w-]+ ){0,5}$")


_STANDS = re.compile(
    r" (?:(?:strongly|also|warmly|again|remains?|is|stands?|continues to) )*(?:condemns?|welcomes?|calls on|calls for"
    r"|congratulates?|urges?|supports?|commends?|thanks?|reaffirms?|committed|concerned|proud|with|looks forward"
    r"|believes?|recogni[sz]es?|wishes)\b"
)
_DEALT_WITH = re.compile(
    r"\b(?:received?|hosted|welcomed|delegations? (?:of|from)|visit(?:s|ed|ing)?(?: to)?|trip to|talks with"
    r"|meeting with|met(?: with)?|counterparts? (?:of|from|in)|colleagues? from|cooperation with|guests from)"
    r" (?:[\w-]+ ){0,5}$"
)


def states_of_the_two(
    found: Sequence[Piece], named: Sequence[tuple[str, Span]], places: dict[int, str], view: str
) -> dict[int, str]:
    """In a text of two states, the state of an official who stands without one and meets an official of the other:
    "the Secretary met the Omani Minister; the United States and Oman ...".
    """
    codes = {code for code, _ in named}
    people = [found[number].fact.human for number in positions(found, Symbol.PERSON)]
    if len(codes) != 2 or not (_joined(named, view) or codes <= {human.country() for human in people}):
        return {}
    states: dict[int, str] = {}
    before: Piece | None = None
    for piece in (found[number] for number in positions(found, "\n@")):
        if piece.symbol == Symbol.BREAK:
            before = None
        elif piece.fact.human.posts:
            if before is not None and DEALS.search(view, before.end, piece.start):
                for one, other in ((before, piece), (piece, before)):
                    theirs = other.fact.human.country()
                    if theirs in codes and _is_stateless(one.fact.human, places):
                        (own,) = codes - {theirs}
                        if any(code == own and before.end <= span.start < piece.start for code, span in named):
                            continue  # "met his counterparts from Oman and Chile": he is of neither
                        for _, where, _ in one.fact.human.posts:
                            states.setdefault(where.start, own)
            before = piece
    return states


def _is_stateless(human: Human, places: dict[int, str]) -> bool:
    """Whether nothing says of which state the offices of a person are, and they are of one."""
    return not any(is_international(post) or post.state or places.get(where.start) for post, where, _ in human.posts)


_TOGETHER = re.compile(r"(?: and (?:of )?(?:the )?(?:Republic of |Kingdom of )?|-|–|/)")


def _joined(named: Sequence[tuple[str, Span]], view: str) -> bool:
    """Whether a text joins its two states: "Oman and Chile", "the U.S.-Oman dialogue"."""
    return any(
        one != other and _TOGETHER.fullmatch(view, first.end, second.start)
        for (one, first), (other, second) in pairwise(sorted(named, key=lambda entry: entry[1]))
    )


_NEAR, _BEHIND = 400, 80  # characters from one holder of an office to the other, and behind both


def _names_the_guest(humans: Sequence[Human], places: dict[int, str], view: str) -> bool:
    """Whether the only state of a text is that of a guest: somebody who holds an office without a state deals with
    somebody who holds one of that state: "the Minister received the French Minister".
    """
    entries = sorted(((where, post) for human in humans for post, where, _ in human.posts), key=lambda entry: entry[0])
    stateless: Span | None = None
    for where, post in entries:
        state = post.state or places.get(where.start)
        if state is None and not is_international(post):
            stateless = stateless or where
        elif state is not None and stateless is not None:
            near = where.start - stateless.start < _NEAR
            return near and DEALS.search(view, stateless.end, where.end + _BEHIND) is not None
    return False
