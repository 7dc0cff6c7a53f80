"""Lines: which of them a page broke, and which say nothing.

A page breaks the lines of a paragraph at a fixed width, or at a link inside a sentence. What it broke stays one piece;
what is a button, a counter or the name of a section is furniture.
"""

import re
from collections.abc import Iterator
from functools import cache

from archive.reading.vocabulary import load
from archive.values import Span

ITEM = re.compile(r"[ ]*(?:[-–•*·▪◦●■○]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ ]+(?=\S)")  # a bullet or a number
TERMINAL = tuple(".!?:;…\"')»”’")

_LONGEST_FURNITURE = 180
_NAME = 45  # letters that a name on a line of its own, or the office under it, has at most
_WRAPPED_LINE = 60  # a line this long may go on in the next one
_WIDEST = 130  # letters of a line that a page wraps at a fixed width
_ENOUGH = 3  # lines that a page surely broke
_BROKEN = re.compile(r"^([^\n]{40,}[^\n.!?:;])(?=\n([a-z][^\s]*))", re.MULTILINE)
_SMALL_OPENING = re.compile(r"\n[a-z]")
_TAIL = 1_000  # letters at the end of a piece that tell whether the next line goes on with it

# A line cannot end with these words and marks, nor begin with these marks: a page broke it at a link.
_SMALL = "said|says|told|of|the|an?|and|or|to|by|with|for|in|on|at|from|as|that|which|who|whose"
_OPEN_END = re.compile(rf"(?:\b(?:{_SMALL})|,[\"']?|,[\"'] [^.!?\"]{{1,60}}| [\"'(])$")
# What opens a line and nothing else: whom a thread shows ("@press_office: Thank you"), whose people are listed
_HANDLE = re.compile(r"@\w+: |\([A-Z]\w+ (?:side|delegation|party)\)")
# What ends a letter, above the name of who wrote it
_FAREWELL = re.compile(
    r"(?:(?:with|yours|my|our|very|kind(?:est)?|warm(?:est)?|best|cordial|friendly|fraternal|and|most) )*"
    r"(?:yours|regards|greetings|wishes|sincerely|faithfully|truly|respectfully|cordially),?",
    re.IGNORECASE,
)
# A line of nothing but a city and a day: "Lima, 22 November 2024", "Suva, Fiji, 2–4 May 2025", "Rome, May 3, 2025"
_WORDS = r"[^\W\d_][\w.'-]*(?: [\w.'-]+){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAYS = r"\d{1,2}(?: ?(?:[–-]|and|to) ?\d{1,2})?"
_DATED = re.compile(rf"{_WORDS}(?:, {_WORDS})?, (?:{_DAYS} {_MONTH}|{_MONTH} {_DAYS}),? (?:19|20)\d\d")
_OPEN_START = re.compile(r"[,.;:)\]!?\"'](?=[\s\"']|$)")


@cache
def _furniture() -> re.Pattern[str]:
    patterns = (entry["pattern"] for entry in load("layout")["furniture"])
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line is no part of what a text says."""
    return len(line) < _LONGEST_FURNITURE and _furniture().fullmatch(line) is not None


def pieces(view: str) -> Iterator[Span]:
    """The lines of a text; those that a page merely broke stay together."""
    width = _width(view)
    for group in _groups(view):
        yield from _lines(view, group, width)


def _groups(view: str) -> Iterator[Span]:
    """The runs of lines between blank lines."""
    start: int | None = None
    position = 0
    for line in view.split("\n"):
        if not line.strip() and start is not None:
            yield Span(start, position - 1)
            start = None
        elif line.strip() and start is None:
            start = position
        position += len(line) + 1
    if start is not None:
        yield Span(start, len(view))


def _width(view: str) -> int | None:
    """The width at which a page broke its lines; None where a line is a paragraph.

    Where the next line begins with a small letter the page surely broke the line: its first word did not fit.
    """
    if not _SMALL_OPENING.search(view):
        return None
    lengths = sorted(map(len, view.split("\n")))
    longest = lengths[-1 - len(lengths) // 20]
    broken = sorted(len(found[1]) + 1 + len(found[2]) for found in _BROKEN.finditer(view))
    if longest > _WIDEST or not broken or (len(broken) < _ENOUGH and broken[0] <= lengths[-1]):
        return None
    return min(broken[len(broken) // 10], longest + 1)


def _lines(view: str, group: Span, width: int | None) -> Iterator[Span]:
    """The pieces of a run of lines: lines that a page merely wrapped stay together."""
    start: int | None = None
    end = 0
    for found in re.finditer(r"[^\n]*\S[^\n]*", group.of(view)):
        words = found.group()
        left = group.start + found.start() + len(words) - len(words.lstrip())
        right = group.start + found.start() + len(words.rstrip())
        if start is not None and _goes_on(view[max(start, end - _TAIL) : end], view[left:right], width):
            end = right
            continue
        if start is not None:
            yield Span(start, end)
        start, end = left, right
    if start is not None:
        yield Span(start, end)


def _is_signed(piece: str, line: str) -> bool:
    """Whether a line under a name says what the one named is: "Ann Lee", below it "spokesperson"."""
    name = piece.split()
    capital = len(name) > 1 and "\n" not in piece and all(word[:1].isupper() for word in name)
    return capital and len(piece) < _NAME and len(line) < _NAME and not line.endswith(TERMINAL)


_CONTACT = re.compile(r"(?:(?:tel|phone|fax|e-?mail)[.:]* ?)?(?:[+(]?\d[\d ()/.-]{5,}|\S+@\S+)", re.IGNORECASE)


def _goes_on(piece: str, line: str, width: int | None) -> bool:
    """Whether ``line`` goes on with the sentence of the piece before it."""
    last_line = piece[piece.rfind("\n") + 1 :]
    full = width is not None and len(last_line) + len(" –") >= width and not piece.endswith(TERMINAL)
    if (
        (ITEM.match(line) and not (full and line[0] in "–—"))
        or _HANDLE.match(line)
        or is_furniture(line)
        or is_furniture(piece)
        or _is_signed(piece, line)
        or _FAREWELL.fullmatch(last_line)
        or (_DATED.fullmatch(line) and not _OPEN_END.search(piece))
        or _CONTACT.fullmatch(line)
    ):
        return False
    if line[:1].islower() or _OPEN_START.match(line) or _OPEN_END.search(piece):
        return True
    if piece.endswith(";") and line[:1].isupper():
        return False  # of a list, an item to a line
    if width is not None:
        return len(last_line) + 1 + len(line.split(" ", 1)[0]) >= width
    return len(last_line) >= _WRAPPED_LINE and not piece.endswith(TERMINAL) and "\n" in piece
