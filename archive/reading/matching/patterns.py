"""The pattern engine: patterns that read like English, matched on skeletons.

A pattern is a line of data, such as ``{who} .. [hold] {encounter} with {whom}``:

``{role}``     phrases that play a part; several that are listed or joined count as one
``[verb]``     a form of a verb of the vocabulary with its auxiliaries, from which the status is read
``<class>``    one of the words of a class
``~``          up to three adverbials: "here", "on Monday", "at his office"
``..``         up to eight words, no actor among them;  ``...``  up to fourteen words, ``....`` up to fifty
``(a|b)``, ``(a )?``  a choice, an option; everything else stands for itself, without case

`archive.reading.matching.expressions` makes regular expressions of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from archive.reading.matching.expressions import OWNER, expression, needs
from archive.reading.matching.skeletons import PERSONS, SYMBOLS, Skeleton
from archive.reading.matching.triggers import Triggers
from archive.reading.phrases import Phrase, PhraseKind
from archive.reading.vocabulary import load

_CLAUSE = 160  # letters of a clause before an infinitive whose subject is far

_POSSESSIVES = ("his", "their", "its", "our")

_OWNER_AT = re.compile(OWNER)
_BODY = SYMBOLS[PhraseKind.ORGANIZATION]
# "Chile's" minister or ministry, "the Commission's" directorate
_STATE_OF = re.compile(
    rf"{SYMBOLS[PhraseKind.COUNTRY]}'s [{PERSONS}{_BODY}]|[{_BODY}{SYMBOLS[PhraseKind.DELEGATION]}]'s {_BODY}"
)


class Pattern:
    """A pattern of a vocabulary. ``gives`` is the rest of its entry: what a match says of the event.

    A sentence that has not one of each of its ``needs``, or fewer ``actors``, cannot match.
    """

    def __init__(self, entry: Mapping[str, Any], vocabulary: Mapping[str, Any]) -> None:
        """Take an entry of a vocabulary file, and the file for its verbs and classes."""
        self.name: str = entry["name"]
        self.gives = entry
        self.needs, self.actors = needs(entry["pattern"], vocabulary)
        self._vocabulary = vocabulary

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression over small letters, compiled when a sentence first asks for it: few texts ask for most."""
        return re.compile(expression(self.gives["pattern"], self._vocabulary))


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in a skeleton: the phrases of each role, the verb, the stretch.

    ``bare`` is the same in the skeleton without other predicates that stand between its parts.
    """

    pattern: Pattern
    skeleton: Skeleton
    start: int
    end: int
    places: Mapping[str, tuple[int, int]]
    bare: "Match | None" = None

    def without(self, role: str) -> "Match":
        """This match with nobody in a role."""
        return replace(self, places={name: place for name, place in self.places.items() if name != role})

    @property
    def auxiliaries(self) -> str:
        """What stands before the verb of the pattern in its verb group."""
        return self._of("aux")

    @property
    def verbal(self) -> str:
        """What stands between subject and verb: auxiliaries, what the subject is said, asked or willing to do."""
        verb = self.places.get("aux", (0, 0))
        subjects = [self.places[role][1] for role in ("who", "host") if role in self.places]
        before = [end for end in subjects if end <= verb[0]]
        if before:
            return self.skeleton.text[max(before) : verb[1]]
        if not self.auxiliaries.endswith("to "):
            return self.auxiliaries
        clause = max(self.skeleton.text.rfind(mark, 0, verb[0]) for mark in (";", ": ", ", and "))
        return self.skeleton.text[max(0, clause, verb[0] - _CLAUSE) : verb[1]]

    @property
    def verb(self) -> str:
        """The form of the verb."""
        return self._of("verb").lower()

    def _of(self, name: str) -> str:
        start, end = self.places.get(name, (0, 0))
        return self.skeleton.text[start:end]

    def phrases(self, role: str) -> tuple[Phrase, ...]:
        """The phrases in the role, groups as their members."""
        if role not in self.places:
            return ()
        (start, end), text = self.places[role], self.skeleton.text
        return tuple(
            actor
            for at, fold in self.skeleton.placed(start, end)
            if isinstance(fold.payload, Phrase)
            and not (at + 2 < end and (_OWNER_AT.match(text, at) or _STATE_OF.match(text, at)))
            and not (role == "whom" and fold.span.of(self.skeleton.view).lower() in _POSSESSIVES)
            for actor in fold.payload.actors()
        )

    def folded(self, role: str) -> tuple[object, ...]:
        """What is folded in the role: instruments, encounters, quotations."""
        if role not in self.places:
            return ()
        return tuple(fold.payload for _, fold in self.skeleton.placed(*self.places[role]))


_OF_EVERY_PATTERN = frozenset(("name", "where", "pattern", "examples", "counterexamples"))


def _check(vocabulary: str, data: Mapping[str, Any]) -> None:
    """Refuse an entry that says what nobody asks for; ValueError names it."""
    known = _OF_EVERY_PATTERN.union(data.get("flags", ()))
    for entry in data["pattern"]:
        if unknown := sorted(entry.keys() - known):
            raise ValueError(
                f"{vocabulary}.toml: the pattern {entry['name']!r} has {unknown}, which [flags] does not name"
            )


class Grammar:
    """The patterns of one vocabulary file with its verbs and classes; ``where`` picks those that stand there."""

    def __init__(self, vocabulary: str, where: str | None = None) -> None:
        data = load(vocabulary)
        _check(vocabulary, data)
        entries = (entry for entry in data["pattern"] if where is None or entry["where"] == where)
        self.patterns = tuple(Pattern(entry, data) for entry in entries)
        self._triggers = Triggers([(pattern.needs, pattern.actors) for pattern in self.patterns])

    def matches(
        self, skeleton: Skeleton, start: int = 0, end: int | None = None, *, words: frozenset[str] | None = None
    ) -> Iterator[Match]:
        """The matches of all patterns in a skeleton or a part of it, in the order of the patterns.

        ``words`` are its words in small letters, or more, where the caller knows them.
        """
        last = len(skeleton.text) if end is None else end
        for number in self._triggers.possible(skeleton.small[start:last], words):
            pattern = self.patterns[number]
            for found in pattern.regex.finditer(skeleton.small, start, last):
                yield _match(pattern, skeleton, found)

    def match_at(self, skeleton: Skeleton, start: int, end: int) -> Iterator[Match]:
        """The matches that begin at ``start``, in the order of the patterns."""
        for number in self._triggers.possible(skeleton.small[start:end]):
            pattern = self.patterns[number]
            found = pattern.regex.match(skeleton.small, start, end)
            if found:
                yield _match(pattern, skeleton, found)


_made: list[Grammar] = []


@cache
def grammar(vocabulary: str, where: str | None = None) -> Grammar:
    """The grammar of a vocabulary file, made once."""
    _made.append(Grammar(vocabulary, where))
    return _made[-1]


def compile_patterns() -> None:
    """Compile every pattern of the grammars that are in use, before many texts ask for most of them."""
    for each in _made:
        for pattern in each.patterns:
            _ = pattern.regex


def _match(pattern: Pattern, skeleton: Skeleton, found: re.Match[str]) -> Match:
    places = {name: found.span(name) for name in pattern.regex.groupindex if found[name] is not None}
    return Match(pattern, skeleton, found.start(), found.end(), places)
