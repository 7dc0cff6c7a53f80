"""Several counterparts, each of his own state: "her counterparts from Peru, X, and Chile, Y", "his colleagues from Peru
and Chile, X and Y", "her counterparts X of Peru and Y of Chile"; who "holds the same post in Peru"; and who is named by
his state alone where an office was told of the holders of several: "the Ministers of Chile and Peru ... X of Chile".
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.people import Human
from archive.reading.entities.persons.sharing import singular
from archive.reading.entities.words.folding import positions, symbols
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

# "counterparts from Peru and Chile, X and Y"
_ALL_IN_TURN = re.compile(r"c[qoi]e?C(?:,e?C)*(?:,?n|,)e?C[,:(-]?@(?:,@)*,?n@")
# "counterparts from Peru, X, and from Chile, Y"; "counterparts X of Peru and Y of Chile": the states are in the names
_EACH_IN_TURN = re.compile(r"c[qo]e?C[,:(]?@\)?(?:[,;]?n?[qo]?e?C[,:(]?@\)?)+|c[,:-]?@(?:,@)*,?n@")
_OF_SEVERAL = frozenset(("counterparts", "colleagues", "homologues", "opposite numbers", "peers"))
_SAME_POST = re.compile(
    r",? (?:who )?(?:holds?|held|holding|has|had|occupies|occupying|fills) (?:the|an?) "
    r"(?:same|like|similar|corresponding|equivalent|parallel) (?:post|office|position|job|title|rank|role)"
    r" (?:in|for|of) (?:the )?\Z"
)


def counterparts_in_turn(pieces: Sequence[Piece], view: str) -> None:
    """Give each of several counterparts the office of whom they are counterparts, in his own state."""
    string = symbols(pieces)
    people = positions(pieces, Symbol.PERSON)
    for start in positions(pieces, Symbol.COUNTERPART):
        if view[pieces[start].start : pieces[start].end] not in _OF_SEVERAL:
            continue
        match = _ALL_IN_TURN.match(string, start) or _EACH_IN_TURN.match(string, start)
        number = bisect_left(people, start)
        if match is None or not number:
            continue
        run = pieces[start : match.end()]
        row = [piece for piece in run if piece.symbol == Symbol.PERSON]
        codes = [piece.state for piece in run if piece.symbol == Symbol.COUNTRY] or [_own_state(piece) for piece in row]
        if len(codes) == len(row) == len(set(codes)) and None not in codes:
            _appoint(row, codes, pieces[people[number - 1]].fact.human, Span(run[0].start, run[-1].end), view)


def same_posts(pieces: Sequence[Piece], view: str) -> None:
    """ "The Minister of Peru and X, who holds the same post in Chile": X has the office of who is named before him."""
    people: list[Piece] = []
    for number in positions(pieces, "C@"):
        piece = pieces[number]
        if piece.symbol == Symbol.PERSON:
            people = [*people[-1:], piece]
        elif len(people) > 1 and _SAME_POST.fullmatch(view, people[-1].end, piece.start):
            _appoint(people[-1:], [piece.state], people[0].fact.human, Span(people[-1].start, piece.end), view)


_SOON = 400  # pieces behind an office of several states, in which its holders may be named


def of_their_states(pieces: Sequence[Piece], view: str) -> None:
    """Give those who are named by their state alone the office that the text told of the holders of several states."""
    told: dict[str, tuple[int, Post]] = {}  # by the state
    for number in positions(pieces, Symbol.OFFICES + Symbol.PERSON):
        piece = pieces[number]
        if piece.symbol == Symbol.OFFICES:
            for post in singular(piece, view) if len(set(piece.fact.states)) > 1 else ():
                told |= dict.fromkeys(piece.fact.states, (number, post))
            continue
        state, end = _named_state(pieces, number) if told and not piece.fact.human.posts else (None, piece.end)
        if state in told and number - told[state][0] < _SOON:
            post, span = told[state][1], Span(piece.start, end)
            held = Post(post.title, post.span, None, state, rule="plural-office")
            piece.fact.human.posts.append((held, span, "office-of-several-states"))


def _named_state(pieces: Sequence[Piece], number: int) -> tuple[str | None, int]:
    """The state that stands with a name: "X of Chile", "X (Chile)", "Chile's X"; and where these words end."""
    who = pieces[number]
    own = _own_state(who)
    if own is not None:
        return own, who.end
    symbols = "".join(piece.symbol for piece in pieces[number + 1 : number + 4])
    if symbols.startswith(("oC", "oeC", "(C)")):
        state = pieces[number + symbols.index("C") + 1]
        return state.state, state.end
    if number > 1 and pieces[number - 1].symbol == Symbol.POSSESSIVE and pieces[number - 2].symbol == Symbol.COUNTRY:
        return pieces[number - 2].state, who.end
    return None, who.end


_GONE = re.compile(r"\b(?:former|formerly|ex|once|until|previously|before that|then)[ -][^.;:]{0,30}\Z")


def _appoint(row: Sequence[Piece], codes: Sequence[str | None], other: Human, where: Span, view: str) -> None:
    """The like office in each state, for those who have none: the one held last, not one that was left."""
    if not other.posts:
        return
    held = [post for post, _, _ in other.posts if not _GONE.search(view, max(0, post.span.start - 45), post.span.start)]
    theirs = held[-1] if held else other.posts[-1][0]
    for piece, code in zip(row, codes, strict=True):
        human: Human = piece.fact.human
        if not human.posts and code is not None and human is not other:
            post = Post(theirs.title, where, None, code, rule="counterpart")
            human.posts.append((post, where, "office-beside-several"))


def _own_state(piece: Piece) -> str | None:
    """The state that stands with a name: "X of Peru", "Y (Chile)"."""
    return next((part.state for part in reversed(piece.parts) if part.symbol == Symbol.COUNTRY), None)
