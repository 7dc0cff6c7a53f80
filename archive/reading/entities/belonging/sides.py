"""Which state a place, a label or a sender puts people in: "in Oslo", "for Malta: ...", "Chad sent ..."."""

import re
from collections.abc import Sequence

from archive.reading.entities.belonging.receptions import VISITED
from archive.reading.entities.belonging.wordings import MEETINGS, MET_THERE
from archive.reading.entities.meant import is_seat
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind

_IN_A_LIST = re.compile(r"(?:^n?|[:;]n?)[fo]e?C$")  # "|for Italy|, X; |and for Croatia|, Y"


def _divides(piece: Piece, view: str) -> bool:
    """Whether a mark divides the name of a state from what follows: a colon, a dash, the edge of a cell,
    but no comma, and no hyphen as in "the Oman-Chile dialogue".
    """
    mark = view[piece.start : piece.end]
    return mark != "," and not (mark == "-" and not view[piece.start - 1].isspace())


_BY = ("by ", "by its ", "by the ")
_CAME = (" sent ", " came ", " was ", " were ")  # what is between ends or opens so: that is seen at once
_SENT = re.compile(
    r"(?:(?! (?:receive|welcome|host|greet|met|meet)(?:s|d|ed)? )[^.;:\n]){0,60}"
    r"\b(?:represented|headed|led|chaired|accompanied) by (?:its |the )?|(?: one| delegation| side"
    r"| team)?,? by (?:its |the )?"
    r"| (?:sent|came|was|were)(?! (?:[a-z]+ )?(?:signed|initialled|concluded|adopted|ratified|approved|held|opened))"
    r"[^.;:,\n]{0,40} (?:under |with )?(?:its |the )?"
)

_FAR = 80  # letters from a state to those whom it sent, at most

_AND = re.compile(r",? and (?:the )?|, ")

# What stands between the people of a state and those of them who are named.
_TELLS = re.compile(
    r"(?:^|\b(?:includ\w+|(?:led|headed|chaired|accompanied|represented|given|signed) by|compris\w+|composed|consist\w+"
    r"|such as|namely|were|was|are|is|as)\b|[:()–—]|^,? )"
)
_BEFORE = 40  # characters before a city that tell what happens there: "was received in Tokyo by"
# Whom a traveller meets in a city is of its state; who travels there may be of another.
_RECEIVED_IN = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:receive[sd]|welcome[sd]|hosted|hosts|greeted)(?: [a-z]+)? in \Z"
)
_LINES = (BlockKind.ITEM, BlockKind.HEADING)
_LONGEST_LABEL = 24  # letters of the words before a state that only label it: "Guests from Malta"
_OPENERS = "eaTtsyzLNGYUHPpICDKkZmWBjAMO"  # the symbols that a name and what belongs to it may open with
_TELLING = f"\n:-,;{_OPENERS}"


def _opens_a_side(line: Sequence[Piece]) -> bool:
    """Whether a state opens a clause as a label: "Malta:", "for the Republic of Malta –"."""
    signs = "".join(piece.symbol for piece in line)
    if any(piece.symbol == Symbol.OTHER and piece.end - piece.start > _LONGEST_LABEL for piece in line):
        return False  # "PROSECUTOR RECEIVES AMBASSADOR OF JAPAN"
    return re.fullmatch(r"(?:[^;]*[:;.])?n?(?:V?fe?|[qi]e?|V?iwo(?:e?[WBbwZ]o)?e?|e?[WBbwZ]oe?)?C", signs) is not None


def states_of_places(found: Sequence[Piece], view: str, *, abroad: bool) -> dict[int, str]:
    """The state that a place puts a piece in: after "in <city>" of its sentence,
    or below the name of a state in a list.

    ``abroad`` says that the text has a house, so that whom it puts elsewhere is of that place. Without a house only
    those are whom somebody meets there.
    """
    return _Places(found, view, abroad).read()


class _Places:
    """Walks through a text and notes where, and on which side, people are put."""

    def __init__(self, found: Sequence[Piece], view: str, abroad: bool) -> None:
        self.found = found
        self.view = view
        self.abroad = abroad
        self.states: dict[int, str] = {}
        self.heading: str | None = None  # the state above a list
        self._sentence_opens(0, 0)

    def _sentence_opens(self, start: int, number: int) -> None:
        self.opens = start
        self.line = number  # the piece that opens what a mark has not cut off
        self.sender: Piece | None = None  # the state named last
        self._put(None, None)

    def _put(self, by: Piece | None, state: str | None) -> None:
        """Who is named next is of this state: a city, the people of a state or a label says so."""
        self.by, self.state = by, state

    def read(self) -> dict[int, str]:
        """The state of each piece that opens a name, by where it stands."""
        for number in positions(self.found, _TELLING):
            piece = self.found[number]
            last = self.found[number - 1] if number else None
            if piece.symbol == Symbol.BREAK:
                self._sentence_ends(piece, number)
            elif piece.symbol in _OPENERS:
                self._doubt(piece)
                if not self._places_what_follows(piece, last):
                    self._place(piece, last)
                if piece.symbol in "CD" and piece.state:  # a visit to a state by somebody is not sent by it
                    visited = VISITED.search(self.view, max(0, piece.start - 24), piece.start)
                    self.sender = None if visited else piece
            elif last is not None and last.symbol == Symbol.COUNTRY and self._is_label(piece, number):
                self._put(last, last.state)  # "for Malta: X and Y"
            elif piece.symbol == ";":
                self.line = number + 1
                if self.by is not None and self.by.symbol == Symbol.COUNTRY:
                    self._put(None, None)
            if piece.symbol == "," and self.line == number:
                self.line += 1
        return self.states

    def _sentence_ends(self, piece: Piece, number: int) -> None:
        colon = number > 0 and self.found[number - 1].symbol == Symbol.COLON
        label = self.found[self.line : number - 1 if colon else number]
        if label and label[-1].symbol == Symbol.COUNTRY and _opens_a_side(label):
            self.heading = label[-1].state
        elif piece.fact.block.kind not in _LINES:
            self.heading = None
        self._sentence_opens(piece.end, number + 1)

    def _is_label(self, mark: Piece, number: int) -> bool:
        """Whether a mark behind a state makes it the label of a side."""
        line = self.found[self.line : number]
        if mark.symbol == "," and _IN_A_LIST.search("".join(each.symbol for each in line)):
            return True
        return mark.symbol in ":-," and _divides(mark, self.view) and _opens_a_side(line)

    def _doubt(self, piece: Piece) -> None:
        """Forget the people of a state where they meet whom is named, and a city where another state is named."""
        by = self.by
        if by is not None and by.symbol == Symbol.PEOPLE:
            between = (by.end, piece.start)
            if MEETINGS.search(self.view, *between) or not _TELLS.search(self.view, *between):
                self._put(None, None)
        elif by is not None and by.symbol in "Kk" and piece.symbol in "CD" and piece.state != self.state:
            self._put(None, None)

    def _places_what_follows(self, piece: Piece, last: Piece | None) -> bool:
        """Whether a piece is a city, or the people of a state, that says where those named next are."""
        if piece.symbol in "Kk" and _RECEIVED_IN.search(self.view, max(self.opens, piece.start - 30), piece.start):
            self._put(None, None)  # who is named next is the guest
        elif piece.symbol in "Kk" and last is not None and last.symbol in "iq" and piece.state and not is_seat(piece):
            self._put(piece, piece.state)
        elif piece.symbol == Symbol.PEOPLE and last is not None and last.symbol == Symbol.DEMONYM and last.state:
            self._put(piece, last.state)
        else:
            return False
        return True

    def _place(self, piece: Piece, last: Piece | None) -> None:
        """Note the state of a piece, where its sender, its place or the line above it says one."""
        sender, by = self.sender, self.by
        sent = (
            sender is not None
            and piece.start - sender.end <= _FAR
            and (self.view.endswith(_BY, sender.end, piece.start) or self.view.startswith(_CAME, sender.end))
            and _SENT.fullmatch(self.view, sender.end, piece.start)
        )
        if sender is not None and sender.state and sent:
            self.states[piece.start] = sender.state
        elif last is not None and last.symbol == Symbol.POSSESSOR:
            pass  # "she was represented by her Secretary"
        elif self.state is not None and (self.abroad or by is None or by.symbol not in "Kk" or self._is_met(by, piece)):
            self.states[piece.start] = self.state
        elif self.heading is not None:
            self.states[piece.start] = self.heading

    def _is_met(self, city: Piece, piece: Piece) -> bool:
        """Whether somebody is said to be met in a city."""
        return MET_THERE.search(self.view, max(self.opens, city.start - _BEFORE), piece.start) is not None


_AND_OFFICE = re.compile(r", and ")


def states_of_the_joined(found: Sequence[Piece], view: str, states: dict[int, str]) -> dict[int, str]:
    """The states, and those of the people whom "and" joins to the ones that have them: "Chad sent X and Y", "Chad's
    Minister X, and Attorney General Y".
    """
    joined = dict(states)
    before: Piece | None = None
    for piece in (found[number] for number in positions(found, Symbol.PERSON)):
        if before is not None:
            shared = _AND_OFFICE.fullmatch(view, before.end, piece.start) and piece.parts[0].symbol == Symbol.OFFICE
            state = joined.get(before.start) or (_owner(before) if shared else None)
            if state is not None and _AND.fullmatch(view, before.end, piece.start):
                joined.setdefault(piece.start, state)
        before = piece
    return joined


def _owner(piece: Piece) -> str | None:
    """The state that stands before the offices of a person: "Chad's"."""
    first = piece.parts[0] if piece.parts else piece
    while first.symbol == Symbol.OFFICE and first.parts:
        first = first.parts[0]
    return first.state if first.symbol in "CD" else None
