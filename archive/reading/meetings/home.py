"""Home: the state that a text tells most of, for somebody at a meeting whose state no words tell.

A text names the officials of other states with their state and leaves its own without, so that its home shows in its
bodies, its cities and its name. What the words around offices say of two states has been settled before, in
`archive.reading.entities.belonging`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from archive.reading.facts import Mention
from archive.reading.phrases import Annotations, BlockKind
from archive.reading.vocabulary import load
from archive.values import Span

_HEADS = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.DATELINE)
_TOP = 4  # blocks in which those who speak are named
_MOST = 3  # cities and names of a state that count
_HEAD = 2.0
_NAME = 0.5
_LEAST = 1.5
_CLEARLY = 1.6  # times as much as is told of any other state


@dataclass
class Home:
    """The home of a text, by what it tells of each state."""

    annotations: Annotations

    @cached_property
    def _told(self) -> dict[str, float]:
        """How much the text tells of each state."""
        layout = self.annotations.layout
        heads = [block.span for block in layout.blocks[:_TOP] if block.kind in _HEADS]
        told: dict[str, float] = defaultdict(float)
        for body in self.annotations.organizations:
            if body.country is not None and body.mentions:
                in_head = any(_fills(mention.span, head) for mention in body.mentions for head in heads)
                told[body.country] += 1 + _HEAD * in_head
        cities: Counter[str] = Counter()
        for place in self.annotations.places:
            if place.country is not None and place.name not in load("places")["seats"]:
                cities[place.country] += len(place.mentions)
                told[place.country] += _NAME * _is_in(place.mentions, layout.title)
        for code, number in cities.items():
            told[code] += min(number, _MOST)
        for state in self.annotations.countries:
            told[state.code] += _NAME * (min(len(state.mentions), 2 * _MOST) + _is_in(state.mentions, layout.title))
        return told

    def beside(self, other: str) -> str | None:
        """The home of a text in which its officials deal with one of another state; None where that is not plain."""
        if self.annotations.house is not None:
            return self.annotations.house
        told = sorted(((much, code) for code, much in self._told.items() if code != other), reverse=True)
        if not told or told[0][0] < _LEAST:
            return None
        if len(told) > 1 and told[0][0] < _CLEARLY * told[1][0]:
            return None
        return told[0][1]


def _fills(name: Span, line: Span) -> bool:
    """Whether a line holds little else than a name."""
    return name in line and 2 * (name.end - name.start) > line.end - line.start


def _is_in(mentions: Iterable[Mention], title: Span | None) -> bool:
    """Whether the title names something."""
    return title is not None and any(mention.span in title for mention in mentions)
