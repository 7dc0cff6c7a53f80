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

from archive.reading import countries, groups, places
from archive.reading.dates import anchor_of, find_dates
from archive.reading.lexicon import Piece, Symbol, pieces
from archive.reading.offices import Offices
from archive.reading.organizations import Bodies
from archive.reading.persons import Persons
from archive.reading.phrases import Annotations, BlockKind, Layout
from archive.reading.phrasing import Phrasing
from archive.reading.references import Holders, complete_offices, short_bodies
from archive.values import Span


def phrases(layout: Layout, published: str | None = None) -> Annotations:
    """The phrases of each sentence and the facts that they stand for."""
    anchor = anchor_of(layout, published)
    found = pieces(layout, find_dates(layout, published))
    countries.settle_shared(found, layout.view)
    house = _house(layout, found)
    cities = _states_of_cities(found)

    bodies = Bodies(layout.text, layout.view)
    found = bodies.find(found)
    bodies.settle()
    found = short_bodies(found, bodies, layout.view)
    found = Offices(layout.text, layout.view, bodies).find(found)
    persons = Persons(layout.text, layout.view)
    found = persons.find(found)
    holders = Holders(layout.text, layout.view, persons, house)
    found = holders.beside(found)
    complete_offices(persons.humans, house, cities)
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
        if piece.symbol in "KkC" and piece.entry and len(piece.entry.codes) == 1 and _within(piece, lines)
    }
    return codes.pop() if len(codes) == 1 else None


def _within(piece: Piece, spans: list[Span]) -> bool:
    return any(span.start <= piece.start and piece.end <= span.end for span in spans)


def _states_of_cities(found: list[Piece]) -> dict[int, str]:
    """For each piece after "in <city>" in one sentence, the state of that city."""
    states: dict[int, str] = {}
    code: str | None = None
    before = Symbol.BREAK.value
    for piece in found:
        if piece.symbol == Symbol.BREAK:
            code = None
        elif piece.symbol in "Kk" and before == "i" and piece.entry and len(piece.entry.codes) == 1:
            code = piece.entry.codes[0]
        elif code is not None:
            states[piece.start] = code
        before = piece.symbol
    return states
