"""Asides: what stands between commas inside a clause and parts a verb from its subject or its object.

"P, being on a visit to L, met P", "P met, on the sidelines of M, P": the patterns are tried on the sentence without
its asides too, and what they find is told of the sentence as it stands. What a pattern writes as ``<relative>`` is an
aside that it sees by itself, where it stands between its own parts.
"""

import re
from dataclasses import replace
from functools import cache

from archive.reading.matching.patterns import Grammar, Match, Pattern
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, SYMBOLS, Fold, Skeleton
from archive.reading.matching.wordings import any_of
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load
from archive.values import Span

_DATE, _PLACE = SYMBOLS[PhraseKind.DATE], SYMBOLS[PhraseKind.PLACE]
_NOTHING = " "  # what an aside is folded to


@cache
def _said_of_somebody() -> re.Pattern[str]:
    opening = any_of(load("modality")["said_aside"])
    return re.compile(rf"[{ACTORS}](?P<aside>, {opening}\b[^,;:]{{1,120}}, )(?=[a-z])")


# "the Convention|, on legal assistance in civil, family and criminal matters, |was adopted"
_SAID_OF_INSTRUMENT = re.compile(
    rf"{INSTRUMENT}(?P<aside>,(?! (?:and|or|but|as well as) )(?:(?!, and the )[^;:{INSTRUMENT}]){{1,140}}?, )"
    r"(?=(?:was|were|(?:has|have|had|will|is to|are to) be(?:en)?|entered|enters|will enter|came|comes|takes|took) )"
)


@cache
def _setting() -> tuple[re.Pattern[str], frozenset[str]]:
    """What sets a deed somewhere, between its verb and its object, and the words of which one is in it."""
    nouns = load("modality")["settings"]
    where = rf"(?:on|at|in|within|upon|as) (?:the )?{any_of(nouns)} of [^,;:]{{1,100}}"
    behind = rf"(?=(?:with (?:the )?)?[{ACTORS}{INSTRUMENT}{ENCOUNTER}])"
    return re.compile(rf"[a-z{_DATE}{_PLACE}](?P<aside>,? {where}, ){behind}"), frozenset(nouns)


def matches(
    grammar: Grammar, folded: Skeleton, words: frozenset[str], start: int = 0, end: int | None = None
) -> list[Match]:
    """The matches of all patterns in a skeleton or a part of it, and those that only asides stand in the way of."""
    found = list(grammar.matches(folded, start, end, words=words))
    bare = _without_asides(folded, words)
    if bare is None:
        return found
    last = len(folded.text) if end is None else end
    low, high = bare.position(folded.offset(start)), bare.position(folded.span_of(start, last).end - 1) + 1
    more = [in_whole(match, folded) for match in grammar.matches(bare, low, high, words=words)]
    told = {_event(match) for match in more}
    inside = [fold.span for fold in bare.folds if fold.symbol == _NOTHING]
    kept = [match for match in found if _event(match) not in told or not _acts_inside(match, inside)]
    known = {_event(match) for match in kept}
    return kept + [match for match in more if _event(match) not in known]


def _event(match: Match) -> tuple[Pattern, tuple[int, int]]:
    """What a match sees: its verb, or its own place where it has none."""
    return match.pattern, match.places.get("verb", (match.start, match.start))


def _acts_inside(match: Match, asides: list[Span]) -> bool:
    """Whether a match takes for its subject whom only an aside names: "P, representing O, met P"."""
    if "who" not in match.places:
        return False
    subject = match.skeleton.span_of(*match.places["who"])
    return any(subject in aside for aside in asides)


def _without_asides(folded: Skeleton, words: frozenset[str]) -> Skeleton | None:
    """The skeleton with its asides folded to a space; None where it has none."""
    if ", " not in folded.text:
        return None
    found = [*_said_of_somebody().finditer(folded.text), *_SAID_OF_INSTRUMENT.finditer(folded.text)]
    setting, nouns = _setting()
    if not words.isdisjoint(nouns):
        found += setting.finditer(folded.text)
    folds = [Fold(folded.span_of(*aside.span("aside")), _NOTHING, None) for aside in found]
    return folded.folded(folds) if folds else None


def in_whole(match: Match, folded: Skeleton) -> Match:
    """A match of a skeleton without some of its words, as a match of the one with them."""

    def stretch(start: int, end: int) -> tuple[int, int]:
        span = match.skeleton.span_of(start, end)
        return folded.position(span.start), folded.position(span.end - 1) + 1

    places = {role: stretch(start, end) for role, (start, end) in match.places.items() if start < end}
    start, end = stretch(match.start, match.end)
    return replace(match, skeleton=folded, start=start, end=end, places=places)
