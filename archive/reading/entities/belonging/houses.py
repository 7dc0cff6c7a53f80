"""Whose text this is: the state that speaks in it, by its letterhead, its date line, or the body that issues it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from archive.reading.entities.belonging.imprints import house_of_the_agency, house_of_the_imprint
from archive.reading.entities.meant import body_of, is_seat, state_of
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind, Layout
from archive.reading.vocabulary import alternatives, load_states
from archive.values import OrganizationKind, Span


def house_of(layout: Layout, found: list[Piece]) -> str | None:
    """The state that speaks, by its letterhead, the city of the date line, or the imprint."""
    head = _of_the_letterhead(layout) or house_of_the_agency(layout) or _of_the_label(layout, found)
    if head is not None:
        return head  # "ABU DHABI -" is where its minister is
    lines = [block.span for block in layout.blocks if block.kind is BlockKind.DATELINE]
    codes = {
        piece.state
        for piece in (found[number] for number in positions(found, "KkC") if lines)
        if piece.state is not None and _within(piece, lines) and not is_seat(piece)
    }
    if len(codes) == 1:
        return codes.pop()
    return _of_the_opening(layout, found) or house_of_the_imprint(layout)


MISSION = re.compile(rf"(?i)\b{alternatives('organizations', 'missions')}\b")


def is_of_a_mission(layout: Layout) -> bool:
    """Whether a mission abroad speaks: a line of its own at the head of the text names it."""
    heads = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.DATELINE)
    return any(MISSION.search(block.span.of(layout.view)) for block in layout.blocks[:4] if block.kind in heads)


def _of_the_opening(layout: Layout, found: Sequence[Piece]) -> str | None:
    """The state of the city that opens the text before a dash, or a line with a day: "Ljubljana — ", "Lima, 4 May"."""
    places = {piece.start: number for number, piece in enumerate(found[:200])}
    for start, line, opens in _first_lines(layout):
        number = places.get(start)
        signs = "".join(piece.symbol for piece in found[number : number + 24]) if number is not None else ""
        line_of_the_day = _DATED.match(signs) if len(line) < _LONG_LINE else None
        if number is None or (signs[:1] not in ("K", "k") and line_of_the_day is None) or number + 1 == len(found):
            continue
        city = found[number + _city(line_of_the_day)]
        sign = found[number + 1].symbol
        dashed = opens and _OPENING.match(signs) is not None
        dated = line_of_the_day is not None or (
            sign == "," and len(line) < _LINE and any(char.isdigit() for char in line)
        )
        if city.state is None or is_seat(city):
            continue
        state = found[number + 2] if sign == "," and signs[2:3] == Symbol.COUNTRY else city
        if dated or (dashed and state.state == city.state):
            return city.state
    return None


# "Lima –", "LIMA, Peru:", "Lima, 4 May 2020 (Andina) –"
_OPENING = re.compile(r"[Kk](?:,C)?(?:,?d)?(?:\((?![UA]\))[^()\n]{1,14}\))?[-:]")


def _city(line: re.Match[str] | None) -> int:
    """Where in a line of the day the city stands; at its head where it is no such line."""
    return 0 if line is None else max(line.start("city"), line.start("behind"))


# "BAKU. 19 April 2023", "8 October 2025 – Ottawa, Ontario –", "12.05.2023, Minsk"
_DATED = re.compile(r"(?P<city>[Kk])(?:,[CkW]{1,2})?[.,-]?d[.,]?\n|d[,-]?(?P<behind>[Kk])(?:,[CkNW]{1,2})?[\n-]")
_LONG_LINE = 80  # characters of a line of the day


def _first_lines(layout: Layout) -> Iterator[tuple[int, str, bool]]:
    """Where the first blocks begin, with their words, and the further lines of headlines; whether a block begins."""
    for block in layout.blocks[:5]:
        start = block.span.start
        yield start, block.span.of(layout.view), True
        for line in (
            block.span.of(layout.text).splitlines(keepends=True)[:4] if block.kind is BlockKind.HEADLINE else ()
        ):
            if start > block.span.start:
                yield start, line.rstrip(), False
            start += len(line)


_TOP = 80  # pieces in which the head of a text stands
_LINE = 60  # characters of a line that only says where and when


@cache
def _letterheads() -> dict[str, str]:
    """The lines in small letters that a state heads its letters with."""
    return {
        line.casefold(): state["code"]
        for state in load_states()
        for line in (state["official"], f"Government of {state['name']}", f"Government of the {state['official']}")
        if " " in line
    }


def _of_the_letterhead(layout: Layout) -> str | None:
    """The state whose official name stands on a line of its own at the head of the text."""
    for block in layout.blocks[:5]:
        for line in block.span.of(layout.view).splitlines():
            code = _letterheads().get(line.strip().casefold())
            if code is not None:
                return code
    return None


def _of_the_label(layout: Layout, found: Sequence[Piece]) -> str | None:
    """The state that labels the news in the headline: "Bahrain: Undersecretary receives envoy"."""
    if not layout.blocks or layout.blocks[0].kind is not BlockKind.HEADLINE:
        return None
    start = layout.blocks[0].span.start
    opening = [piece for piece in found[:_LABEL] if piece.start >= start]
    signs = "".join(piece.symbol for piece in opening)
    label = _LABELLED.match(signs)
    return opening[label.start("state")].state if label is not None else None


_LABEL = 6  # pieces before and in a label
_LABELLED = re.compile(r"e?(?P<state>C):")


def speaking_body(layout: Layout, found: list[Piece]) -> str | None:
    """The state of the body that a line at the head of the text names: "Press release of the Office of X"."""
    piece = _issuing(layout, found)
    if piece is None:
        return _of_who_acts(layout, found)
    behind = (
        other.state
        for other in found[:_TOP]
        if other.symbol == Symbol.COUNTRY and _OF_THE_STATE.fullmatch(layout.view, piece.end, other.start)
    )
    return state_of(piece) or next(behind, None)


_ACTS = re.compile(
    r"(?: \([^()]{1,40}\))? (?:has|today|yesterday|informs|reports|announce[sd]|confirmed|on [A-Z]\w+day)\b"
)


def _of_who_acts(layout: Layout, found: list[Piece]) -> str | None:
    """The state of the body that opens the first paragraph as its subject: "The Prosecutor's Office of X has today"."""
    opening = next((block.span.start for block in layout.blocks if block.kind is BlockKind.PARAGRAPH), -1)
    for number in positions(found[:_TOP], Symbol.ORGANIZATION):
        piece = found[number]
        if layout.view[opening : piece.start] in ("", "The ") and _ACTS.match(layout.view, piece.end):
            body = body_of(piece)
            return body.country if body is not None and body.kind not in _OF_NO_STATE else None
    return None


_OF_NO_STATE = (
    OrganizationKind.INTERNATIONAL,
    OrganizationKind.MEDIA,
    OrganizationKind.COMPANY,
    OrganizationKind.JOINT,
)


def issuer(layout: Layout, found: list[Piece]) -> Body | None:
    """The body that issues the text, by a line at its head; a newsroom speaks of others."""
    piece = _issuing(layout, found)
    body = body_of(piece)
    return None if body is None or body.kind is OrganizationKind.MEDIA else body


def _issuing(layout: Layout, found: list[Piece]) -> Piece | None:
    """The body in a line at the head of the text that names nothing else."""
    bodies = [found[number] for number in positions(found, Symbol.ORGANIZATION) if number < _TOP]
    for block in layout.blocks[:4]:
        if block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.DATELINE):
            continue
        inside = [piece for piece in bodies if _within(piece, [block.span])]
        if (
            len(inside) == 1
            and body_of(inside[0]) is not None
            and 3 * (inside[0].end - inside[0].start) > block.span.end - block.span.start
            and _SPEAKS.fullmatch(layout.view[block.span.start : inside[0].start])
        ):
            return inside[0]
    return None


def _within(piece: Piece, spans: list[Span]) -> bool:
    """Whether a piece lies in one of spans that stand in order and apart."""
    number = bisect_right(spans, piece.start, key=lambda span: span.start) - 1
    return number >= 0 and piece.end <= spans[number].end


_OF_THE_STATE = re.compile(r",? (?:(?:of|in) )?(?:the )?")  # between a body and its state
_SPEAKS = re.compile(
    r"(?:(?:press|media|news) ?(?:release|statement|service|office)|statement|communiqu[eé]|news)?(?: (?:of|by"
    r"|from))?(?: ?the)? ?",
    re.IGNORECASE,
)
