"""Who is not of a state that his sentence names: "Attorney General X wrote to the Attorney General of Malta".

The state is said of the other one. Somebody without a state who stands in one sentence with an unnamed official, or who
deals with a body, is not of theirs.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.belonging.houses import MISSION
from archive.reading.entities.belonging.wordings import DEALS
from archive.reading.entities.meant import body_of
from archive.reading.entities.offices.post import same_office
from archive.reading.entities.persons.people import Human
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives
from archive.values import OrganizationKind

# "X asked |the Supreme Court of Kenya|", "X received a letter from |the Ministry of Chile|"; not "X, of the Ministry".
_FACES = re.compile(
    rf"(?:\b{alternatives('sides', 'faces')}\b|(?!presented){DEALS.pattern})(?: (?!between\b)[\w'-]+){{0,4}} \Z"
)
_DOES = re.compile(r" (?!(?:and|the|of|for|as well)\b)[a-z]{2,}")  # not in a list of people
_NEAR = 80  # characters between a verb and its object
_AS = re.compile(r"\b(?:as|for|is|was|became|become|remains?|behalf of|capacity of)(?: also)?(?: the| its)? ?\Z")

Strangers = dict[Human, set[str]]


def strangers(found: Sequence[Piece], view: str) -> Strangers:
    """For each who stands without a state, those of the officials and bodies with whom a sentence tells of him."""
    apart: Strangers = {}
    people: list[Piece] = []  # all who are named in this sentence
    officials: list[Piece] = []
    for piece in (found[number] for number in positions(found, f"\n@{Symbol.OFFICE}O")):
        if piece.symbol == Symbol.BREAK:
            for who in (who for who in people if officials and who.fact.human.country() is None):
                states = {other.fact.country for other in officials if _is_another(who, other, view)}
                if states:
                    apart.setdefault(who.fact.human, set()).update(states)
            people, officials = [], []
        elif piece.symbol == Symbol.PERSON:
            people.append(piece)
        elif piece.symbol == Symbol.OFFICE:
            if piece.fact.country is not None and not _AS.search(view, max(0, piece.start - 30), piece.start):
                officials.append(piece)
        elif (
            people
            and people[-1].fact.human.country() is None
            and (state := _official_state(piece)) is not None
            and _faces(people[-1], piece, view)
        ):
            apart.setdefault(people[-1].fact.human, set()).add(state)
    return apart


def _is_another(who: Piece, other: Piece, view: str) -> bool:
    """Whether an official without a name is not who is named in his sentence: who is named there with the like office,
    or deals with him.
    """
    if any(same_office(other.fact, post) for post in who.fact.naming.posts):
        first, second = sorted((who, other), key=lambda piece: piece.start)
        return _DOES.search(view, first.end, second.start) is not None
    return _faces(who, other, view) if who.start < other.start else _faces(other, who, view)


def _faces(one: Piece, other: Piece, view: str) -> bool:
    """Whether somebody deals with another one, or with a body, named behind him."""
    start = max(one.end, other.start - _NEAR)
    return _FACES.search(view, start, other.start) is not None and _AS.search(view, start, other.start) is None


def _official_state(piece: Piece) -> str | None:
    """The state of a body of which others speak with it: no newspaper, no embassy, which its own people visit, and none
    of which everybody knows it, as "the FBI".
    """
    body = body_of(piece)
    if body is None or body.kind is OrganizationKind.MEDIA or body.rule == "known-body" or MISSION.search(body.name):
        return None
    return body.country
