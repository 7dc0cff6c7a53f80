"""Stamps: the lines at either end of a text that tell its day.

A stamp says when a page was written and little else: "Published 14 May 2025", "14/05/2025 10:20",
"News | 14 May 2025". Its date may miss the year ("Amman, Oct. 3 (Petra) –") where another line has it.
"""

import re
from collections.abc import Iterable

from archive.reading.entities.dates.points import Point
from archive.reading.phrases import Block, BlockKind, Layout
from archive.reading.vocabulary import alternatives
from archive.values import Span

_FIRST, _LAST = 6, 4  # blocks at either end of a text in which its day may stand
_HEADS = 3  # blocks at the head of a text in which a report says of which year it is
_LONGEST = 160
_WORDS = re.compile(rf"(?i)\b{alternatives('dates', 'stamp_words')}\b")
_MARKS = re.compile(r"[\d\W_]+")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*")
_SIGN = re.compile(r"(?<=/)[a-z]{1,3}\b")  # of the writer: "MNA/as"
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\b\.?)?")
_MOST_NAMES = 8  # words with a capital, or in another script, that a stamp has beside its date
_FEW_NAMES = 2
_REPORT = re.compile(
    r"\b(?:report|review|yearbook)\b[\w ]{0,12}\b((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\b[\w ]{0,12} (?:report|review)\b"
)
# The first digit stands before what must not precede it: so it is what a text is searched for.
_IN_FIGURES = re.compile(r"(\d(?<![\d/]\d)\d?)/(\d{1,2})/((?:19|20)\d\d)\b")


def edges(layout: Layout) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The first and the last blocks of a text that are short enough for a stamp."""
    first = layout.blocks[:_FIRST]
    last = layout.blocks[-_LAST:]
    return tuple(filter(_is_line, first)), tuple(filter(_is_line, last))


def _is_line(block: Block) -> bool:
    return block.span.end - block.span.start <= _LONGEST


def is_stamp(view: str, block: Block, date: Span) -> bool:
    """Whether a line says little but its date; a line that looks like a headline, hardly more than where it is from."""
    line = block.span
    most = _FEW_NAMES if block.kind is BlockKind.HEADLINE else _MOST_NAMES
    rest = f"{view[line.start : date.start]} {view[date.end : line.end]}"
    left = [word for word in _MARKS.split(_WORDS.sub(" ", _SIGN.sub(" ", _CLOCK.sub(" ", rest)))) if word]
    return len(left) <= most and all(_NAME.match(word) or not word.isascii() for word in left)


def year_of_report(layout: Layout) -> Point | None:
    """The year that a text reports on by one of the lines at its head: "Annual report 2021"."""
    heads = (BlockKind.HEADLINE, BlockKind.HEADING)
    for block in layout.blocks[:_HEADS]:
        found = _REPORT.search(block.span.of(layout.view).lower()) if block.kind in heads else None
        if found is not None:
            return Point(int(found[1] or found[2]))
    return None


# "© The Compliance Letter 11/2024"
_ISSUE = re.compile(
    r"(?i:©|\b(?:issue|edition|bulletin|newsletter|letter|magazine|review|journal)\b)[^\n/]{0,40}"
    r" (0?[1-9]|1[0-2])/(20\d\d)$",
    re.MULTILINE,
)


def month_of_the_issue(layout: Layout) -> Point | None:
    """The month of the issue in which a text stands, by a line at either end."""
    for block in (*layout.blocks[:_FIRST], *layout.blocks[-_LAST:]):
        line = block.span.of(layout.view) if _is_line(block) else ""
        found = _ISSUE.search(line) if "/" in line else None
        if found is not None:
            return Point(int(found[2]), int(found[1]))
    return None


def first_day(points: Iterable[Point]) -> Point | None:
    """The first of some points that is a day."""
    return next((point for point in points if point.day is not None), None)


def shows_day_first(view: str, published: Point | None = None) -> bool | None:
    """Whether a text writes the day before the month in figures, where its dates show it.

    One that can be the day of its publication is that day: "10/7/2024" of a text of 10 July.
    """
    dates = [tuple(map(int, date)) for date in _IN_FIGURES.findall(view)] if "/" in view else ()
    own = (published.year, published.month, published.day) if published else None
    day_first = any(first > 12 or (year, second, first) == own for first, second, year in dates)
    month_first = any(second > 12 or (year, first, second) == own for first, second, year in dates)
    return None if day_first is month_first else day_first
