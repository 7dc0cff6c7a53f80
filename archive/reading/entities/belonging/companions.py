"""Offices of those who come with somebody: "the Attorney General of Zambia, accompanied by the Head of the Unit, X".

"The delegation, led by the Minister of Peru, included Judge Y": they are of the state of whom they come with.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.meant import body_of, posts_of, state_of
from archive.reading.entities.offices.kinds import is_international, is_of_an_embassy, is_of_an_envoy
from archive.reading.entities.organizations.bodies import Body
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
# Between somebody and those who come with him, on a journey or not.
_WAY = (
    r"(?:(?:to|in|at|on|from|the|an?|and|official|working|private|state|[\w-]+-day|last|this|next|week|today"
    r"|[A-Z\d][\w'-]*) )"
)
_JOURNEY = (
    r"(?:,? (?:[a-z-]+ ){0,5}(?:visit(?:s|ed)?|trip|travel(?:s|l?ed)|flew|flies|arrive[sd])"
    rf"(?: {_WAY}{{0,9}}[A-Z\d][\w'-]*)?)"
)
_WITH = re.compile(
    rf"{_JOURNEY},? (?:accompanied by|(?:together|along) with) (?:his |her |its |the |their )?|"
    r"(?:,? [A-Z]{2,4})?(?:,? (?:who )?(?:(?:is|was|were) )?(?:also )?"
    r"(?:accompanied|flanked|assisted|joined|represented|supported) by"
    r"|,? (?:together|along) with|,? (?:came|arrived|travelled|traveled|appeared|attended)(?: there)?"
    r"(?: together| along)? with|,? (?:and )?(?:also )?(?:included|including))"
    r"(?: [^.,;:\n]{1,40} (?:including|such as|among them))?:? (?:his |her |its |the |their )?"
    rf"{_SEVERAL}"
)
_BY = re.compile(rf",? by (?:his |her |its |the |their )?{_SEVERAL}")  # "X was assisted by Y; Z |by| V"


def states_of_companions(found: Sequence[Piece], view: str, known: dict[int, str]) -> dict[int, str]:
    """For each person of a delegation, and for each who comes with another, the state of the delegation or the other.

    ``known`` are the states that places and labels say. Who comes with an official of an international body, or stands
    in for one, is of that body.
    """
    return _Companions(view, known).read(found)


class _Companions:
    """Walks through a text and notes with whom each person comes."""

    def __init__(self, view: str, known: dict[int, str]) -> None:
        self.view = view
        self.known = known
        self.states: dict[int, str] = {}
        self.delegation: str | None = None  # the state of the delegation named last
        self.sender: Body | None = None  # the body whose delegation it is
        self.embassy: str | None = None  # the state of the envoy named last
        self.held: dict[str, set[str]] = {}  # the states of those who hold an office
        self._sentence_opens(0)

    def _sentence_opens(self, start: int) -> None:
        self.opens = start
        self.here: str | None = None  # the state of the delegation that this sentence names
        self.leader: Piece | None = None  # who leads it
        self.before: Piece | None = None  # who is named last, by name or by office
        self.joined = False  # whether somebody comes with another

    def read(self, found: Sequence[Piece]) -> dict[int, str]:
        """The state of each of them, by where he stands."""
        for piece in (found[number] for number in positions(found, "\nCOD@F")):
            if piece.symbol == Symbol.BREAK:
                self._sentence_opens(piece.end)
            elif piece.symbol in "COD":
                self._delegation(piece)
            else:
                if piece.symbol == Symbol.PERSON:
                    self._person(piece)
                self.embassy = _sent_by(piece) or self.embassy
                self.before = piece
        return self.states

    def _delegation(self, piece: Piece) -> None:
        """The state or body whose delegation is named: "the delegation of |Peru|", "the |Peruvian| delegation"."""
        if _ITS_DELEGATION.search(self.view, max(self.opens, piece.start - 60), piece.start):
            self.delegation = self.here = state_of(piece)
            self.sender = body_of(piece)
        elif piece.symbol == Symbol.DEMONYM and self.view.startswith((" delegation", " Delegation"), piece.end):
            self.delegation = self.here = piece.state

    def _person(self, piece: Piece) -> None:
        posts = posts_of(piece)
        state = self._company(piece)
        if state is None and posts and all(post.is_bare and is_of_an_embassy(post.title) for post in posts):
            state = self.embassy  # "the Legal Attaché, X"
        if state is not None:
            self.states[piece.start] = state
        for post in posts:
            self.held.setdefault(post.title.lower(), set()).add(post.state or self.known.get(piece.start) or "")

    def _company(self, piece: Piece) -> str | None:
        """The state of those in whose company somebody is named."""
        before = self.before
        if before is not None and self.view[before.end : piece.start] == "'s ":
            return self.states.get(before.start) or self._state(before)  # "Mr Tembo's Permanent Secretary"
        if before is not None and self._comes_with(before, piece):
            return self._shared(before, piece)
        if self.delegation is not None and _COMPRISED.search(self.view, self.opens, piece.start):
            return self.delegation
        if _LED_BY.search(self.view, self.opens, piece.start):
            self.leader, self.delegation = piece, self._state(piece) or self.here or self.delegation
            international = self.sender is not None and self.sender.kind is OrganizationKind.INTERNATIONAL
            for post in piece.fact.naming.posts if international else ():
                post.join(self.sender)
            return self.here
        return None

    def _comes_with(self, before: Piece, piece: Piece) -> bool:
        """ "X was accompanied by Y", "X was assisted by Y; Z by V"."""
        with_him = _WITH.fullmatch(self.view, before.end, piece.start) is not None
        also = self.joined and _BY.fullmatch(self.view, before.end, piece.start) is not None
        self.joined = with_him or (self.joined and not also)
        return with_him or also

    def _shared(self, other: Piece, piece: Piece) -> str | None:
        """The state of whom somebody comes with; where none is said, he may be of that one's international body."""
        if self.leader is other and self.delegation is not None:
            return self.delegation
        envoys = all(is_of_an_envoy(post.title) or is_of_an_embassy(post.title) for post in posts_of(piece))
        state = self.states.get(other.start) or self._state(other, envoys=envoys) or self._holder_of(other)
        if state is None:
            bodies = [post.body for post in posts_of(other) if post.body is not None and is_international(post)]
            for post in piece.fact.naming.posts if bodies else ():
                if not is_international(post) and post.is_bare:
                    post.join(bodies[0])
        return state

    def _holder_of(self, office: Piece) -> str | None:
        """The state of the one who was named as the holder of an office that stands without a name."""
        if office.symbol != Symbol.OFFICE:
            return None
        own = office.fact.title.lower()
        states = {state for title, states in self.held.items() if title.startswith(own) for state in states}
        return (states.pop() or None) if len(states) == 1 else None

    def _state(self, piece: Piece, *, envoys: bool = False) -> str | None:
        """The one state of somebody who is no envoy abroad, by his offices, or by places and labels.

        An envoy tells only the state of other ``envoys`` who come with him.
        """
        if not envoys and any(is_of_an_envoy(post.title) for post in posts_of(piece)):
            return None
        return state_of(piece) or self.known.get(piece.start)


def _sent_by(piece: Piece) -> str | None:
    """The state that sends somebody as its envoy."""
    return next((post.country for post in posts_of(piece) if is_of_an_envoy(post.title) and post.country), None)
