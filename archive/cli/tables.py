"""How rows become a table that a person can read: on a terminal as wide as it is, in a pipe as wide as it needs.

A terminal that is too narrow for the columns gets one block per row instead: a line per column, none for an empty one.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_GAP = "  "
_UNBREAKABLE = 36  # the longest word that a column keeps whole: an id
_TALLEST = 8  # lines of one cell; beyond this a row is easier to read as a block

Rows = Sequence[Sequence[str]]


def draw(columns: Sequence[str], rows: Rows, *, right: Sequence[bool], width: int | None, bold: bool) -> Iterator[str]:
    """The lines of a table. ``width`` None is a pipe: no wrapping, one line per row.

    ``right`` says which columns stand to the right, ``bold`` whether the terminal shows bold letters.
    """
    natural = [max(_length(cell) for cell in (name, *cells)) for name, *cells in _by_column(columns, rows)]
    if width is None:
        yield from _table(columns, [[[cell] for cell in row] for row in rows], natural, right, bold=False)
        return
    least = [
        min(w, max(_longest_word(c) for c in cells))
        for w, cells in zip(natural, _by_column(columns, rows), strict=True)
    ]
    widths = fit(natural, least, width - len(_GAP) * (len(columns) - 1))
    if widths is None:
        yield from _blocks(columns, rows, width, bold)
        return
    cells = [[_wrapped(cell, w) for cell, w in zip(row, widths, strict=True)] for row in rows]
    if len(columns) > 1 and max((len(cell) for row in cells for cell in row), default=0) > _TALLEST:
        yield from _blocks(columns, rows, width, bold)
        return
    yield from _table(columns, cells, widths, right, bold)


def fit(natural: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths that fill at most ``room``: the widest columns give way first; None when even the least do not fit."""
    if sum(least) > room:
        return None
    low, high = 0, max(natural, default=0)
    while low < high:  # the highest level to which the columns may rise
        level = (low + high + 1) // 2
        if sum(_levelled(natural, least, level)) <= room:
            low = level
        else:
            high = level - 1
    return _levelled(natural, least, low)


def _levelled(natural: Sequence[int], least: Sequence[int], level: int) -> list[int]:
    return [max(small, min(full, level)) for full, small in zip(natural, least, strict=True)]


def _table(
    columns: Sequence[str], rows: list[list[list[str]]], widths: Sequence[int], right: Sequence[bool], bold: bool
) -> Iterator[str]:
    yield _styled(_line(columns, widths, right), bold)
    yield _GAP.join("-" * width for width in widths)
    apart = any(len(cell) > 1 for row in rows for cell in row)
    for number, row in enumerate(rows):
        if apart and number:
            yield ""
        for line in range(max(map(len, row), default=0)):
            yield _line([cell[line] if line < len(cell) else "" for cell in row], widths, right)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    placed = (_placed(cell, width, side) for cell, width, side in zip(cells, widths, right, strict=True))
    return _GAP.join(placed).rstrip()


def _placed(cell: str, width: int, right: bool) -> str:
    space = " " * (width - _length(cell))
    return space + cell if right else cell + space


def _blocks(columns: Sequence[str], rows: Rows, width: int, bold: bool) -> Iterator[str]:
    label = max(map(_length, columns))
    for number, row in enumerate(rows):
        if number:
            yield ""
        for name, cell in zip(columns, row, strict=True):
            if not cell:
                continue
            lines = _wrapped(cell, max(width - label - len(_GAP), 20))
            for first, line in enumerate(lines):
                head = _styled(_placed(name, label, right=False), bold) if not first else " " * label
                yield f"{head}{_GAP}{line}".rstrip()


def wrap(text: str, width: int) -> list[str]:
    """The lines of ``text`` in a column ``width`` cells wide; a word longer than that is folded."""
    from rich.text import Text

    return [line.plain.rstrip() for line in Text(text).wrap(_console(), width, overflow="fold")] or [""]


@cache
def _console() -> "Console":
    from rich.console import Console

    return Console(color_system=None)


def _wrapped(text: str, width: int) -> list[str]:
    return [text] if _length(text) <= width and "\n" not in text else wrap(text, width)


def _by_column(columns: Sequence[str], rows: Rows) -> list[tuple[str, ...]]:
    return [(name, *(row[place] for row in rows)) for place, name in enumerate(columns)]


def _length(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _longest_word(text: str) -> int:
    return min(max(map(_length, text.split()), default=0), _UNBREAKABLE)


def _styled(text: str, bold: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if bold else text
