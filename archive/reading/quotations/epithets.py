"""Words for a person without a name: "the minister", "our guest", "one of the experts"."""

import re
from dataclasses import dataclass
from functools import cache

from archive.reading.matching.skeletons import PERSONS, SYMBOLS
from archive.reading.matching.triggers import choice
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load
from archive.values import Span

_PRONOUN = SYMBOLS[PhraseKind.PRONOUN]
WITHIN = "".join(SYMBOLS[kind] for kind in (PhraseKind.COUNTRY, PhraseKind.ORGANIZATION, PhraseKind.PLACE))


@dataclass(frozen=True, slots=True)
class Epithet:
    """Words for a person, taken apart. ``owner`` is the person of "his" in "his host"."""

    words: str
    head: str
    definite: bool
    ours: bool
    owner: str | None
    owned: bool
    span: Span


@cache
def nouns(kind: str) -> frozenset[str]:
    """The nouns for a person of a kind: those that say an office, a guest, anybody."""
    return frozenset(load("reporting_verbs")["people"][kind])


@cache
def all_nouns() -> frozenset[str]:
    """All nouns for a person."""
    people = load("reporting_verbs")["people"]
    return frozenset(word for kind, words in people.items() if kind != "of_any_body" for word in words) | set(letters())


@cache
def letters() -> dict[str, str]:
    """The letters that stand for an office: "DG"."""
    found: dict[str, str] = load("reporting_verbs")["letters"]
    return found


@cache
def epithet_words() -> re.Pattern[str]:
    """Words for one person: an article, a few words, a noun for a person, and whose."""
    modal = "will|would|shall|should|can|could|may|might|must"
    between = rf"(?!(?:{modal}|of|to|in|on|at|by|for|with|that|and|or|was|is|has|had|from|who|which|said|than)\b)"
    which = rf"(?:{between}[\w'-]+|[{WITHIN}](?:'s)?)"
    definite = rf"[Tt]he|[Oo]ur|[Tt]his|[Hh]is|[Hh]er|{_PRONOUN}"
    person = choice(map(re.escape, all_nouns()))
    one = rf"(?:(?P<definite>{definite})|[Aa]n?|[Oo]ne|[Aa]nother)(?: {which}){{0,3}}? (?P<head>{person})"
    one_of = rf"[Oo]ne of (?:the|our|its|his|her|their|{_PRONOUN})(?: {which}){{0,3}}? (?:{person})s"
    return re.compile(
        rf"(?<![\w'])(?:{one_of}|{one})\b(?: (?:of|from|at) (?:the |our )?{which}|(?<=[A-Z]) [{WITHIN}])?"
        rf"(?!-|'[^s]| of\b| guests?\b| [{PERSONS}])"
    )


@cache
def own_words() -> re.Pattern[str]:
    """What makes the owner of words their speaker: "her short answer", "his phrase"."""
    classes = load("reporting_verbs")["classes"]
    own = "|".join(sorted({*classes["remark"], *classes["words"]} - {"view", "opinion", "assessment"}))
    return re.compile(rf" (?:(?!and\b|of\b|to\b)[\w-]+ ){{0,3}}(?:{own})\b")
