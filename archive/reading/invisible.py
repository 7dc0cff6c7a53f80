"""Invisible characters: soft hyphens, marks of direction, zero-width spaces, the first half of a line end of Windows,
a space beside another one or before a line end. A text is read as if they were not there.

They may stand inside a word, so that no view of the same length can hide them. The text without them is read, and every
span of what was read is moved to where its words stand in the text with them.
"""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from archive.reading.facts import Reading
from archive.reading.phrases import Annotations
from archive.values import Span

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
    r"|\r(?=\n)"
    r"|(?<=\S)[ \xa0]+(?=[ \xa0\r\n])"
)

_T = TypeVar("_T")


def without_invisible(text: str) -> tuple[str, Sequence[int] | None]:
    """The text without invisible characters, and where each of its characters stands; None where there are none."""
    if _INVISIBLE.search(text) is None:
        return text, None
    kept: list[int] = []
    end = 0
    for found in _INVISIBLE.finditer(text):
        kept += range(end, found.start())
        end = found.end()
    kept += range(end, len(text))
    return "".join(map(text.__getitem__, kept)), kept


def put_back(text: str, kept: Sequence[int], found: tuple[Reading, Annotations]) -> tuple[Reading, Annotations]:
    """What was read from ``text`` without its invisible characters, as read from ``text``."""
    reading, annotations = moved(found, kept)
    view = [" "] * len(text)
    for place, character in zip(kept, annotations.layout.view, strict=True):
        view[place] = character
    return reading, replace(annotations, layout=replace(annotations.layout, text=text, view="".join(view)))


def moved(found: _T, kept: Sequence[int]) -> _T:
    """The same findings with their spans in the text with its invisible characters. What is one object stays one."""
    return cast(_T, _Moving(kept).moved(found))


class _Moving:
    """One walk through findings: values with spans are made anew, each once."""

    def __init__(self, kept: Sequence[int]) -> None:
        self._kept = kept
        self._done: dict[int, tuple[Any, Any]] = {}  # by identity, with the old value, which has to stay alive

    def moved(self, found: Any) -> Any:
        if isinstance(found, Span):
            return self._span(found)
        if isinstance(found, tuple):
            return tuple(map(self.moved, found))
        if isinstance(found, list):
            return list(map(self.moved, found))
        if not is_dataclass(found) or isinstance(found, type):
            return found
        if id(found) not in self._done:
            values = {each.name: self.moved(getattr(found, each.name)) for each in fields(found) if each.init}
            self._done[id(found)] = (found, type(found)(**values))
        return self._done[id(found)][1]

    def _span(self, span: Span) -> Span:
        return Span(self._kept[span.start], self._kept[span.end - 1] + 1)
