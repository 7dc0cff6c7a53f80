"""The imprint of a text: the lines above and below it that only name who issued it, and where; its news agency.

"Public Affairs Unit, Accra", "Ministry of Justice – Ethiopia", below the text "Press Service / Ministry of Justice of
Georgia". The state or city in them is that of the house; the imprint of an embassy or an international body is of none.
"""

import re
from functools import cache
from itertools import islice, pairwise

from archive.reading.phrases import Layout
from archive.reading.vocabulary import alternatives, load, load_states, state_codes

_LINES = 7  # at either end of a text, in which an imprint may stand
_LONGEST = 100  # characters of a line of it
_OPENER = re.compile(
    r"(?:from|by|issued by|released by|source|contacts?|(?:press|media|news) (?:release|statement|note|communiqu[eé])|"
    r"(?:for )?(?:media|press|more|further) (?:enquiries|inquiries|information|contacts?))(?: ?[:–-] ?|$)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\s*@\w+")
_CELLS = re.compile(r" ?[,|/•·] ?| [–-] | ?[()] ?")
_APART = re.compile(r" ?[|•·] ?| [–-] ")  # what divides a state from its unit, whichever comes first
_COUNTED = re.compile(r"(?i)(?:(?:issue|no|nr|vol|volume|edition|number|bulletin)\.? ?)?\d[\d.]*")  # "Issue 3"
_WORD = r"(?:[A-Z0-9][\w.'&/-]*|of|and|for|the|in|on|at|&|de|del|la)"
_NAMES = re.compile(rf"[A-Z][\w.'&/-]*(?: {_WORD})*")
_UNIT = re.compile(rf"(?i)\b{alternatives('imprints', 'units')}\b")
_FOREIGN = re.compile(rf"(?i)\b{alternatives('imprints', 'of_no_state')}\b")


@cache
def _places() -> dict[str, str | None]:
    """Which state a name in an imprint means: a state or a city; None where it may mean several, or a seat."""
    found: dict[str, set[str]] = {}
    for state in load_states():
        for name in (state["name"], state["official"], *state.get("variants", ()), *state.get("capitals", ())):
            found.setdefault(name.casefold(), set()).add(state["code"])
    for code, cities in load("places")["cities"].items():
        for city in cities:
            found.setdefault(city.casefold(), set()).add(code)
    seats = {seat.casefold() for seat in load("places")["seats"]}
    return {name: codes.pop() if len(codes) == 1 and name not in seats else None for name, codes in found.items()}


def house_of_the_imprint(layout: Layout) -> str | None:
    """The state of the imprint above the text, or else of the one below it."""
    lines = layout.view.splitlines()
    first = list(islice(filter(None, map(_bare, lines)), _LINES))
    last = list(islice(filter(None, map(_bare, reversed(lines))), _LINES))
    if len(first) > 1 and (head := _places().get(first[0].casefold())) and any(map(_UNIT.search, _cells(first[1]))):
        return head  # "ROMANIA", and below it "PUBLIC MINISTRY"
    top = layout.text[:_TOP].splitlines()[:_HEAD_LINES]
    if head := next(filter(None, map(_beside_its_unit, top)), None):
        return head
    for part in (first, reversed(last)):
        cells = [[], *map(_cells, part)]
        codes = {code for above, line in pairwise(cells) if line for code in _states(above, line)}
        if len(codes) == 1:
            return codes.pop()
    said = list(filter(str.strip, lines))
    house = _of_the_contacts("\n".join(said[-_LINES:]))
    return None if house in _SEATED and _OF_MANY.search("\n".join(said[:_LINES] + said[-_LINES:])) else house


_TOP, _HEAD_LINES = 400, 3  # characters, and lines, of a page above its text


_SEATED = frozenset(load("imprints")["seats_of_many"])
_OF_MANY = re.compile(rf"(?i)\b{alternatives('imprints', 'of_many')}\b")
_CALLED = re.compile(r"(?:\+|(?<![\d ])00)([1-9][\d ()./-]{7,20})")
_ADDRESS = re.compile(r"(?:@|www\.|https?://)(?:[\w-]+\.)+([a-z]{2})\b")
_SOLD = frozenset(load("imprints")["sold_endings"])


@cache
def _calling_codes() -> dict[str, str]:
    return {number: code for code, number in load("imprints")["calling_codes"].items()}


def _called(number: str) -> str | None:
    """The state of a telephone number; None where several share its code."""
    return next((code for size in (4, 3, 2) if (code := _calling_codes().get(number[:size]))), None)


def _of_the_contacts(lines: str) -> str | None:
    """The one state of the telephones and addresses below a text: "tel. +371 ...", "press@mj.gov.md"."""
    numbers = _CALLED.findall(lines) if "+" in lines or "00" in lines else ()
    called = {_called(re.sub(r"\D", "", number)) for number in numbers}
    endings = _ADDRESS.findall(lines) if any(sign in lines for sign in ("@", "www.", "://")) else ()
    written = {"GB" if ending == "uk" else ending.upper() for ending in endings if ending not in _SOLD}
    codes = (called | (written & state_codes())) - {None}
    return codes.pop() if len(codes) == 1 and None not in called else None


def _beside_its_unit(line: str) -> str | None:
    """The state in a line that holds nothing else than it and its unit: "REPUBLIC OF SERBIA | MINISTRY OF INTERIOR"."""
    parts = [part.strip() for part in _APART.split(line)]
    if len(parts) != 2 or not _cells(line) or not any(map(_UNIT.search, parts)):
        return None
    return next((code for part in parts if (code := _places().get(part.casefold()))), None)


_BYLINE = re.compile(r"[(/\[] ?(?P<agency>[^\W\d_]{3,12}) ?[)/\]]")
_HEAD = 120  # characters of a block in which its date line stands


@cache
def _agencies() -> dict[str, str]:
    return {name.casefold(): code for code, names in load("imprints")["agencies"].items() for name in names}


def house_of_the_agency(layout: Layout) -> str | None:
    """The state of the news agency that stands in brackets beside the date line: "(KPL)"."""
    for block in layout.blocks[:_LINES]:
        start = block.span.start
        for match in _BYLINE.finditer(layout.view[start : min(start + _HEAD, block.span.end)]):
            code = _agencies().get(match["agency"].casefold())
            if code is not None:
                return code
    return None


def _bare(line: str) -> str:
    """A line without marks and the handles of threads."""
    line = _HANDLE.sub("", line.strip()) if "@" in line else line.strip()
    end = len(line)
    while end and not (line[end - 1].isalnum() or line[end - 1] in "_()" or line[end - 1].isspace()):
        end -= 1
    return line[:end].strip()


def _cells(line: str) -> list[str]:
    """The parts of a line of an imprint; none where it is no such line."""
    if len(line) > _LONGEST:
        return []
    cells = [cell for cell in _CELLS.split(_OPENER.sub("", line, count=1)) if cell and not _COUNTED.fullmatch(cell)]
    return cells if all(map(_NAMES.fullmatch, cells)) and not _FOREIGN.search(line) else []


def _states(above: list[str], line: list[str]) -> set[str]:
    """The states of a line that names a unit and a place, or only a place where the line above names the unit."""
    unit = any(map(_UNIT.search, above))
    states: set[str] = set()
    for cell in line:
        unit = unit or _UNIT.search(cell) is not None
        code = _place(cell) if unit else None  # "Chad, Niger open Border Office" is a headline
        states |= {code} if code else set()
    return states


def _place(cell: str) -> str | None:
    """The state that a cell names, or that ends the name of a unit: "Ministry of Justice of Georgia"."""
    if not _UNIT.search(cell):
        return _places().get(cell.casefold())
    words = cell.split(" ")
    for start in range(1, len(words)):
        if words[start - 1] in ("of", "in", "the", "OF", "THE") and (
            code := _places().get(" ".join(words[start:]).casefold())
        ):
            return code
    return None
