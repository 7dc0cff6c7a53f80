"""Journeys: where those are of whom a text tells, by the visit that is going on and the cities that headings name."""

import re

from archive.reading.matching.clauses import date_of
from archive.reading.matching.matters import is_of_a_matter
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.meetings.course import Course
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.reading.vocabulary import load

_PLACE, _DATE = SYMBOLS[PhraseKind.PLACE], SYMBOLS[PhraseKind.DATE]
_HOLDER = SYMBOLS[PhraseKind.HOLDER]
_WHO = SYMBOLS[PhraseKind.PERSON] + SYMBOLS[PhraseKind.DELEGATION]

_TRAVEL = re.compile(
    r"\b(?<!who )(?<!that )(?:visit|trip|tour|stay|travel\w*|arriv\w*|flew|train|came|moved|went)\b(?: \w+){0,3}?"
    rf" (?:to|in) (?:the city of )?([{_PLACE}])",
    re.IGNORECASE,
)

TRAVEL_WORDS = frozenset(load("nouns")["travel"])

_VISITED = re.compile(rf"\bvisit(?:s|ed|ing) ([{_PLACE}])", re.IGNORECASE)

_FUTURE = re.compile(
    r"\b(?:will|would|shall|to) (?:\w+ ){0,4}$|\b(?:invit|accept|cancel|propos|expect)\w* [^.]*$", re.IGNORECASE
)


_STAGE = re.compile(rf"(?:(?:In|At) )?([{_PLACE}])[.:]?(?: ?[–—,-]? ?[{_DATE}])?[.:]?")


def note_stage(annotations: Annotations, index: int, folded: Skeleton, course: Course) -> None:
    """Note the city that a heading inside a text names: what follows happened there."""
    inside = annotations.sentences[index].sentence.block.kind is BlockKind.HEADING
    found = _STAGE.fullmatch(folded.text.strip()) if inside else None
    fold = folded.fold_at(folded.text.index(found[1])) if found else None
    if fold is not None and isinstance(fold.payload, Phrase):
        course.visit = course.place = fold.payload
        course.visitor = None


# "The Chief Justice is | in Kigali at the head of a delegation", "P was in Tirana this week to"
_IS_THERE = re.compile(
    rf"([{_WHO}]),? (?:who )?(?:is|are|was|were|has been|have been) (?:currently |now |also )?"
    rf"in ([{_PLACE}]),? (?:(?:this|last) week|today|(?:on |from )?[{_DATE}]|at the (?:head|invitation)|at {_HOLDER} of"
    r"|for|on an?) "
)


def note_presence(folded: Skeleton, course: Course) -> None:
    """Note that somebody is in a city for a while: it gives its city to the meetings that he has there."""
    found = _IS_THERE.search(folded.text) if _PLACE in folded.text else None
    who, city = (folded.fold_at(found.start(1)), folded.fold_at(found.start(2))) if found else (None, None)
    if who is not None and city is not None and isinstance(city.payload, Phrase):
        course.visitor = who.payload.person if isinstance(who.payload, Phrase) else None
        course.visit = course.place = city.payload


def note_travel(folded: Skeleton, course: Course) -> None:
    """Note a visit that is going on: it gives its city to the meetings that follow."""
    for pattern in (_TRAVEL, _VISITED):
        for found in pattern.finditer(folded.text):
            fold = folded.fold_at(found.start(1))
            before = folded.text[: found.start()]
            only_talk = is_of_a_matter(folded.text, 0, 0, found.start(1))
            if fold and isinstance(fold.payload, Phrase) and not only_talk and not _FUTURE.search(before):
                course.visitor = _owner(folded, len(before))
                course.visit = course.place = fold.payload
                course.date = date_of(folded, found.start(), found.end()) or course.date


def _owner(folded: Skeleton, at: int) -> str | None:
    """Whose visit it is: "X's visit to Lima"."""
    if not folded.text[:at].endswith("'s "):
        return None
    fold = folded.fold_at(at - len("'s ") - 1)
    return fold.payload.person if fold and isinstance(fold.payload, Phrase) else None
