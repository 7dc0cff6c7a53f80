"""Invisible characters: soft hyphens, marks of direction, zero-width spaces, the first half of a line end of Windows,
a space beside another one or before a line end. A text is read as if they were not there; three spaces or more in a
line stand between its columns, and are read.

They may stand inside a word, so that no view of the same length can hide them. The text without them is read, and every
span of what was read is moved to where its words stand in the text with them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import accumulate
from typing import Any, TypeVar, cast

from archive.reading.facts import Reading
from archive.reading.phrases import Annotations
from archive.values import Span

_MARKS = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(  # it opens with any character of these: so a text is searched twice as fast
    rf"[{_MARKS}\r \xa0](?:"
    rf"(?<=[{_MARKS}])[{_MARKS}]*"
    r"|(?<=\r)(?=\n)"
    r"|(?<=\S[ \xa0])(?:[ \xa0]*(?=[\r\n])|(?=[ \xa0][^ \xa0\r\n])))"
)

_T = TypeVar("_T")


def without_invisible(text: str) -> tuple[str, Sequence[range] | None]:
    """The text without invisible characters, and what of it is left; None where all of it is."""
    left: list[range] = []
    end = 0
    for found in _INVISIBLE.finditer(text):
        left.append(range(end, found.start()))
        end = found.end()
    if not end:
        return text, None
    left.append(range(end, len(text)))
    return "".join([text[part.start : part.stop] for part in left]), left


def put_back(text: str, left: Sequence[range], found: tuple[Reading, Annotations]) -> tuple[Reading, Annotations]:
    """What was read from ``text`` without its invisible characters, as read from ``text``."""
    reading, annotations = moved(found, left)
    shown = annotations.layout.view
    view: list[str] = []
    last = end = 0
    for part in left:
        view += " " * (part.start - last), shown[end : end + len(part)]
        last, end = part.stop, end + len(part)
    view.append(" " * (len(text) - last))
    return reading, replace(annotations, layout=replace(annotations.layout, text=text, view="".join(view)))


def moved(found: _T, left: Sequence[range]) -> _T:
    """The same findings with their spans in the text with its invisible characters. What is one object stays one."""
    return cast(_T, _Moving(left).moved(found))


@cache
def _attributes(kind: type) -> tuple[str, ...]:
    """What values of a kind are made of; nothing where they hold no spans."""
    return tuple(each.name for each in fields(kind) if each.init) if is_dataclass(kind) else ()


_PLAIN = frozenset((str, bool, type(None)))  # what holds no span


class _Moving:
    """One walk through findings: values with spans are made anew, each once."""

    def __init__(self, left: Sequence[range]) -> None:
        self._left = left
        self._starts = [*accumulate(map(len, left), initial=0)]  # of each part, in the text without what was left out
        self._done: dict[int, tuple[Any, Any]] = {}  # by identity, with the old value, which has to stay alive

    def moved(self, found: Any) -> Any:
        kind: Any = type(found)
        if kind is Span:
            return self._span(found)
        if kind is tuple:
            return tuple([self.moved(each) for each in found])
        if kind is list:
            return [self.moved(each) for each in found]
        names = _attributes(kind)
        if not names:
            return found
        if id(found) not in self._done:
            values = {
                name: value if type(value) in _PLAIN else self.moved(value)
                for name in names
                for value in (getattr(found, name),)
            }
            self._done[id(found)] = (found, kind(**values))
        return self._done[id(found)][1]

    def _span(self, span: Span) -> Span:
        return Span(self._place(span.start), self._place(span.end - 1) + 1)

    def _place(self, offset: int) -> int:
        """Where a letter stands in the text with what was left out."""
        part = bisect_right(self._starts, offset) - 1
        return self._left[part][offset - self._starts[part]]
