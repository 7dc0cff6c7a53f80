"""Offices in the plural that several named persons hold: "the ministers of Chile and Peru, X and Y"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.entities.meant import body_of, state_of
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.evidence import Run, names_in
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

# Between the office and the first name: "prosecutors from Chile, X and Y"
_OPENS = re.compile(r"(?:qe?(?P<whose>C)|oe?(?P<both>[aw]{1,2}))?[,:(-]?(?:(?P<turn>w),?)?[HF]{0,3}")
_OF_BOTH = re.compile(r"(?:the two|both|the three) (?:countries|states|nations|sides|parties|governments|neighbou?rs)")
_OPENS_BARE = re.compile(r"H{0,3}")  # the same after a title that says nothing more: "prosecutors X and Y"
_OF_ALL = re.compile(r"(?:H|,U|,?#){0,2},?[oq]e?(?P<whose>[CO])")  # "X and Y, from Chile"
_CLOSED = re.compile(r"[,(](?P<turn>w?)e?")  # between the last name and the office
_OF_OR_FROM = re.compile(r"\b(?:of|from) (?:the )?\Z")
_OWN = r"(?:[oq]e?(?P<of>C)|\(e?(?P<in>C)\))"  # "X of Chile and Y of Peru", "X (Chile) and Y (Peru)"
_OWN_STATE = re.compile(_OWN)
# Between two names where each follows its state: "of Chile, X, and of Peru, Y", "of Chile (X) and Peru (Y)".
_TURN = re.compile(r"\)?(?:,?;?n|[,;])[oq]?e?(?P<whose>C)[,:(-]?[HF]{0,3}")
_JOINED = re.compile(rf"(?:{_OWN})?(?:(?P<last>,?n)H{{0,3}}|,H{{0,3}})")


def shared_offices(string: str, pieces: Sequence[Piece], runs: Sequence[Run], view: str) -> Iterator[tuple[int, Post]]:
    """For each run of words in a row of names beside an office in the plural: its number, and the office of each.

    Where several states stand with the office, they go to the names one by one; where their numbers differ, nobody
    holds anything.
    """
    number = 0
    for place in positions(pieces, "JLz"):  # offices and titles in the plural
        while number < len(runs) and runs[number][0] <= place:
            number += 1
        yield from _Holders(string, pieces, runs, view, place, number).offices()


class _Holders:
    """The row of names beside an office in the plural. ``number`` is that of the first name behind it."""

    def __init__(
        self, string: str, pieces: Sequence[Piece], runs: Sequence[Run], view: str, place: int, number: int
    ) -> None:
        self.string = string
        self.pieces = pieces
        self.runs = runs
        self.view = view
        self.place = place
        self.number = number
        self.office = pieces[place]
        self.post: Post | None = self.office.fact if self.office.symbol == Symbol.OFFICES else None
        behind = (place + 1, runs[number][0]) if number < len(runs) else None
        self.opening = _OPENS.fullmatch(string, *behind) if behind else None  # between the office and the first name
        self.bare = behind is not None and _OPENS_BARE.fullmatch(string, *behind) is not None
        self.state: str | None = None  # "prosecutors from Chile, X and Y"
        if self.opening is not None and self.opening["whose"]:
            self.state = pieces[self.opening.start("whose")].state

    def offices(self) -> Iterator[tuple[int, Post]]:
        """The number of each name, and the office of whom it names."""
        if self.opening is not None and self.opening["both"] and not self._is_of_both(self.opening):
            return
        opens = self.opening is not None and _in_order(self.pieces, self.opening, self.view)
        row, states = self._row(opens=opens)
        full = all(names_in(self.pieces[slice(*self.runs[each])]) > 1 for each in row)
        if len(row) < 2 or len(states) not in (0, len(row)) or not full:
            return
        own = [_own_state(self.string, self.pieces, self.runs[each][1]) for each in row]
        country, body = _of_all(self.string, self.pieces, self.runs[row[-1]][1], self.view)
        if opens and self.state is not None:
            country = self.state
        elif self.post is None and not self.bare and not states and None in own:
            return  # "they met judges, Ana Soto and Rui Lima"
        country = None if any(own[:-1]) else country
        for each, state, theirs in zip(row, states or [None] * len(row), own, strict=True):
            for office in singular(self.office, self.view):
                office.country = state or theirs or office.country or country
                office.body = office.body or body
                yield each, office

    def _row(self, *, opens: bool) -> tuple[list[int], tuple[str, ...]]:
        """The names of the row, and their states where these stand in a row, too."""
        row: list[int] = []
        if opens:
            row = _row(self.string, self.runs, self.number)
        elif self.number and self.post is not None:
            closed = _CLOSED.fullmatch(self.string, self.runs[self.number - 1][1], self.place)
            if closed is not None and _in_order(self.pieces, closed, self.view):
                row = _row_before(self.string, self.runs, self.number - 1)
        states = (self.post.states if self.post is not None else ()) or _states_before(
            self.string, self.pieces, self.place
        )
        if self.opening is not None and self.opening["both"]:
            states = states or states_of_the_opening(self.pieces[: self.place], len(row))
        first = (self.post.country or self.state) if self.post is not None else None
        if len(row) < 2 and opens and first is not None:
            row, states = _in_turn(self.string, self.pieces, self.runs, self.number, first)
        if not row and self.number < len(self.runs):
            row = self._gathered()
        return row, states

    def _is_of_both(self, opening: re.Match[str]) -> bool:
        """ "The ministers |of the two countries|, X and Y"."""
        start, end = self.office.end + len(" of "), self.pieces[opening.end("both") - 1].end
        return _OF_BOTH.fullmatch(self.view, start, end) is not None

    def _gathered(self) -> list[int]:
        """ "Two new judges took the oath: X (Chile) and Y (Peru)": names behind a colon, each with its state."""
        if not _gathered(self.string, self.place, self.runs[self.number][0]):
            return []
        row = _row(self.string, self.runs, self.number)
        return [each for each in row if _own_state(self.string, self.pieces, self.runs[each][1])]


_GATHERED = re.compile(
    r"[^:\n@FJLzNGYK]{1,20}:[HF]{0,3}"
)  # "Two new judges |took the oath: Ms| X (Chile) and Y (Peru)"
_ALONE = re.compile(r"[ea#wjmtyn]{0,5}\Z")  # what may stand before the first office of a sentence


def _gathered(string: str, place: int, start: int) -> bool:
    """Whether an office in the plural opens a sentence that goes on to name its holders behind a colon."""
    opens = string.rfind("\n", 0, place) + 1
    return (
        place - opens < 6
        and _ALONE.fullmatch(string, opens, place) is not None
        and _GATHERED.fullmatch(string, place + 1, start) is not None
    )


def _in_order(pieces: Sequence[Piece], opening: re.Match[str], view: str) -> bool:
    """Whether the words between an office and its holders only say that they follow in its order."""
    turn = pieces[opening.start("turn")] if opening["turn"] else None
    return turn is None or view[turn.start : turn.end] in ("respectively", "namely", "in the persons of")


def states_of_the_opening(pieces: Sequence[Piece], number: int) -> tuple[str, ...]:
    """The states of a text so far, in order, if they are so many; else those of its first sentence that names any."""
    everywhere: dict[str, None] = {}
    first: dict[str, None] = {}
    for place in positions(pieces, "\nCDO"):
        piece = pieces[place]
        if piece.symbol == Symbol.BREAK:
            first = first or dict(everywhere)
            continue
        if (code := state_of(piece)) is not None:
            everywhere[code] = None
    found = everywhere if len(everywhere) == number else first
    return tuple(found) if len(found) == number else ()


# "the |French and German| justice ministers", "|Chad's and Mali's| Ministers of Justice"
_STATES = re.compile(r"(?:[CD]S?,e?)*[CD]S?,?ne?(?:[CD]S?)?\Z")


def _states_before(string: str, pieces: Sequence[Piece], place: int) -> tuple[str, ...]:
    """The states that stand joined before an office in the plural: each holder has one."""
    match = _STATES.search(string, max(0, place - 24), place)
    if match is None:
        return ()
    found = [piece for piece in pieces[match.start() : place] if piece.symbol in "CD"]
    owner = next((part for part in pieces[place].parts if part.symbol in "CD"), None)
    if owner is not None and pieces[place].parts[0] is owner:
        found.append(owner)
    codes = tuple(piece.state for piece in found if piece.state is not None)
    return codes if len(codes) == len(found) > 1 else ()


def _own_state(string: str, pieces: Sequence[Piece], end: int) -> str | None:
    """The state that stands behind one name: "X of Chile"."""
    match = _OWN_STATE.match(string, end)
    return pieces[match.start("of") if match["of"] else match.start("in")].state if match is not None else None


def _of_all(string: str, pieces: Sequence[Piece], end: int, view: str) -> tuple[str | None, Body | None]:
    """The state and body that stand behind a row of names, for all of them."""
    match = _OF_ALL.match(string, end)
    if match is None or not _OF_OR_FROM.search(view[pieces[end].start : pieces[match.start("whose")].start]):
        return None, None
    whose = pieces[match.start("whose")]
    return state_of(whose), body_of(whose)


def _row(string: str, runs: Sequence[Run], first: int) -> list[int]:
    """The names that commas and one "and" join, from the first on; none without the "and"."""
    row = [first]
    for number in range(first + 1, len(runs)):
        between = _JOINED.fullmatch(string, runs[number - 1][1], runs[number][0])
        if between is None:
            return []
        row.append(number)
        if between["last"]:
            return row
    return []


def _in_turn(
    string: str, pieces: Sequence[Piece], runs: Sequence[Run], first: int, country: str
) -> tuple[list[int], tuple[str, ...]]:
    """The names that each follow their state, and these states; none where one of them is not plain."""
    row, states = [first], [country]
    for number in range(first + 1, len(runs)):
        between = _TURN.fullmatch(string, runs[number - 1][1], runs[number][0])
        state = pieces[between.start("whose")].state if between is not None else None
        if state is None:
            break
        row.append(number)
        states.append(state)
    return row, tuple(states)


def _row_before(string: str, runs: Sequence[Run], last: int) -> list[int]:
    """The names that commas and one "and" join, up to the last."""
    row = [last]
    for number in range(last, 0, -1):
        between = _JOINED.fullmatch(string, runs[number - 1][1], runs[number][0])
        if between is None or bool(between["last"]) is not (number == last):
            break
        row.insert(0, number - 1)
    return row


def singular(piece: Piece, view: str) -> list[Post]:
    """ "Prosecutors X and Y": the office that each of them holds."""
    post: Post | None = piece.fact if piece.symbol == Symbol.OFFICES else None
    title = next((part for part in piece.parts if part.symbol in "Lz"), None) if post is not None else piece
    if title is None or title.entry is None:
        return []
    word = title.entry.value.lower() if title.symbol == Symbol.SMALL_TITLES else title.entry.value
    span = Span(piece.start, piece.end)
    before, joined, _ = view[title.start : title.end].rpartition("-")
    if joined and "-" not in word:
        word = f"{before}-{word}"  # "vice-chairs"
    if post is None:
        return [Post(word, span, rule="plural-office")]
    words = view[title.start : title.end]
    return [
        replace(
            post, title=post.title.replace(words, word, 1), span=span, plural=False, states=(), rule="plural-office"
        )
    ]
