"""From a layout to its annotations: the stages that find who, where and when, in order.

::

    dates           every wording of a date
    lexicon         the words as pieces with symbols
    countries       which state a shared word means
    organizations   bodies; then `references.short_bodies`: "the Ministry", acronyms
    offices         titles with their body and state
    persons         names with evidence, and who is who; then `Holders.beside`: "his counterpart, X"
    groups          delegations, unnamed holders, lists
    phrasing        pieces to phrases, drafts to facts
"""

import re
from collections.abc import Sequence

from archive.reading import countries, groups, places
from archive.reading.dates import anchor_of, find_dates
from archive.reading.lexicon import Piece, Symbol, pieces
from archive.reading.offices import Offices
from archive.reading.organizations import Bodies
from archive.reading.persons import Persons
from archive.reading.phrases import Annotations, BlockKind, Layout
from archive.reading.phrasing import Phrasing
from archive.reading.references import Holders, complete_offices, its_bodies, short_bodies
from archive.reading.vocabulary import load
from archive.values import Span


def phrases(layout: Layout, published: str | None = None) -> Annotations:
    """The phrases of each sentence and the facts that they stand for."""
    anchor = anchor_of(layout, published)
    found = pieces(layout, find_dates(layout, published))
    countries.settle_shared(found, layout.view)
    house = _house(layout, found)
    cities = _states_of_cities(found, layout.view)

    bodies = Bodies(layout.text, layout.view)
    found = bodies.find(found)
    bodies.settle()
    house = house or _speaking_body(layout, found)
    found = short_bodies(found, bodies, layout.view)
    found = Offices(layout.text, layout.view, bodies).find(found)
    its_bodies(found, layout.view)
    persons = Persons(layout.text, layout.view)
    found = persons.find(found)
    holders = Holders(layout.text, layout.view, persons, house)
    found = holders.beside(found)
    holders.heads(found)
    holders.settle(found)
    complete_offices(persons.humans, house or _only_state(found), cities | _states_of_hosts(found, layout.view))
    found = places.find(found, layout.view)
    named = list(countries.mentions(found, layout.view))
    found = groups.find(found, layout.view)
    phrasing = Phrasing(layout, bodies, persons, holders, named)
    return phrasing.annotations(found, published, anchor.edtf if anchor else None, house)


def _house(layout: Layout, found: list[Piece]) -> str | None:
    """The state that speaks, by the city of the date line."""
    lines = [block.span for block in layout.blocks if block.kind is BlockKind.DATELINE]
    codes = {
        piece.entry.codes[0]
        for piece in found
        if piece.symbol in "KkC"
        and piece.entry
        and len(piece.entry.codes) == 1
        and _within(piece, lines)
        and piece.entry.value not in load("places")["seats"]
    }
    return codes.pop() if len(codes) == 1 else None


def _only_state(found: list[Piece]) -> str | None:
    """The state of a text that names one only, cities included."""
    codes = {code for leaf in _leaves(found) if leaf.symbol in "CDKk" and leaf.entry for code in leaf.entry.codes}
    return codes.pop() if len(codes) == 1 else None


def _leaves(found: Sequence[Piece]) -> list[Piece]:
    """The words that pieces were folded from."""
    return [leaf for piece in found for leaf in (_leaves(piece.parts) if piece.parts else (piece,))]


def _speaking_body(layout: Layout, found: list[Piece]) -> str | None:
    """The state of the body that a line at the head of the text names: "Press release of the Office of X"."""
    for block in layout.blocks[:4]:
        if block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.DATELINE):
            continue
        inside = [piece for piece in found if piece.symbol == Symbol.ORGANIZATION and _within(piece, [block.span])]
        if (
            len(inside) == 1
            and len(inside[0].fact) == 1
            and 3 * (inside[0].end - inside[0].start) > block.span.end - block.span.start
        ):
            words = layout.view[block.span.start : inside[0].start]
            if _SPEAKS.fullmatch(words):
                return inside[0].fact[0].country
    return None


def _within(piece: Piece, spans: list[Span]) -> bool:
    return any(span.start <= piece.start and piece.end <= span.end for span in spans)


_SPEAKS = re.compile(
    r"(?:(?:press|media|news) ?(?:release|statement|service|office)|statement|communiqu[eé]|news)?(?: (?:of|by|from))?(?: ?the)? ?",
    re.IGNORECASE,
)
_HOST = re.compile(r"\b(?:(?:received|hosted|welcomed|greeted) by|(?:call on|audience with|guest of|invitation of)) $")
_VISITED = re.compile(r"\b(?:visit(?:s|ed|ing)?|visit to|travel(?:s|led|ed)? to|trip to|arrived in|stay in) (?:the )?$")


def _states_of_hosts(found: list[Piece], view: str) -> dict[int, str]:
    """For each person or office that receives the guests, the one state that the text says is visited."""
    visited: set[str] = set()
    hosts: list[int] = []
    for piece in found:
        before = view[max(0, piece.start - 24) : piece.start]
        if piece.symbol == "C" and piece.entry and _VISITED.search(before):
            visited.update(piece.entry.codes)
        elif piece.symbol in "@F" and _HOST.search(before):
            hosts.append(piece.start)
    return dict.fromkeys(hosts, visited.pop()) if len(visited) == 1 else {}


def _divides(piece: Piece, view: str) -> bool:
    """Whether a mark divides the name of a state from what follows: a colon, a dash, the edge of a cell, but no comma."""
    return view[piece.start : piece.end] != ","


_SENT = re.compile(
    r"[^.;:\n]{0,60}\b(?:represented|headed|led|chaired|accompanied) by (?:its |the )?|(?: one| delegation| side| team)?,? by (?:its |the )?"
    r"| (?:sent|came|was|were)[^.;:,\n]{0,40} (?:under |with )?(?:its |the )?"
)


def _of(piece: Piece) -> str:
    """The one state of a piece, or nothing."""
    codes = piece.entry.codes if piece.entry is not None else ()
    return codes[0] if len(codes) == 1 else ""


def _only(piece: Piece) -> str | None:
    """The state that a piece names, if it names one."""
    codes = piece.entry.codes if piece.entry is not None and piece.symbol == "C" else ()
    return codes[0] if len(codes) == 1 else None


def _states_of_cities(found: list[Piece], view: str) -> dict[int, str]:
    """The state that a place puts a piece in: after "in <city>" of its sentence, or below the name of a state in a list."""
    states: dict[int, str] = {}
    code: str | None = None
    heading: str | None = None
    line: list[Piece] = []
    sender: Piece | None = None  # the state named last in this sentence
    before = Symbol.BREAK.value
    for piece in found:
        if piece.symbol == Symbol.BREAK:
            if len(line) == 1:
                heading = _only(line[0])
            elif piece.fact.block.kind is not BlockKind.ITEM:
                heading = None
            code, line, sender = None, [], None
        elif piece.symbol in "Kk" and before in ("i", "q") and piece.entry and len(piece.entry.codes) == 1:
            code = piece.entry.codes[0]
        elif len(line) == 1 and before == "C" and piece.symbol in (":", "-", ",") and _divides(piece, view):
            code = _only(line[0])
        elif piece.symbol == "Z" and before == "D" and line[-1].entry and len(line[-1].entry.codes) == 1:
            code = line[-1].entry.codes[0]
        elif sender is not None and _SENT.fullmatch(view, sender.end, piece.start):
            states[piece.start] = _of(sender)
        elif code is not None or heading is not None:
            states[piece.start] = code or heading or ""
        if piece.symbol in "CD" and _of(piece):
            sender = piece
        if piece.symbol != Symbol.BREAK and (line or piece.symbol != ","):
            line.append(piece)
        before = piece.symbol
    return states
