"""Names of bodies that do not mean the body: in the title of an instrument, as a means of talking, as a venue.

The rules are data: `vocabulary/bodies.toml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from archive.reading.vocabulary import load
from archive.values import Span

_WINDOW = 100  # characters before a name that a rule looks at


@dataclass(frozen=True, slots=True)
class Unmeant:
    """One rule of the vocabulary; all that it asks for must hold."""

    name: str
    words: re.Pattern[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def stands(self, view: str, span: Span) -> bool:
        """Whether the rule's words stand before ``span`` and behind it."""
        return (
            self.before is None or self.before.search(view, max(0, span.start - _WINDOW), span.start) is not None
        ) and (self.after is None or self.after.match(view, span.end) is not None)


@cache
def rules() -> tuple[Unmeant, ...]:
    """The rules of the vocabulary, in its order."""
    return tuple(
        Unmeant(
            entry["name"],
            re.compile(entry["words"]),
            re.compile(entry["before"]) if "before" in entry else None,
            re.compile(entry["after"]) if "after" in entry else None,
        )
        for entry in load("bodies")["unmeant"]
    )


def unmeant(view: str, span: Span) -> str | None:
    """The rule by which the words of ``span`` do not mean the body that they name; None where they do."""
    words = span.of(view)
    for rule in rules():
        if rule.words.search(words) and rule.stands(view, span):
            return rule.name
    return None
