"""Makers: who puts their name to an instrument, in the words of a match.

They are its subject and those behind "by" or "with"; the states behind "the ministers of"; each with the side for which
the words say that they act.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.matching.clauses import actors_in
from archive.reading.matching.modality import has_subject
from archive.reading.matching.patterns import Match
from archive.reading.matching.settings import behind_its_setting
from archive.reading.matching.skeletons import ACTORS, PERSONS, SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind


def makers_told(folded: Skeleton, match: Match) -> list[Phrase]:
    """Those whom a match calls the makers of an instrument."""
    match = behind_its_setting(match)
    if not has_subject(match) and not _is_of_sides(match):
        match = match.without("who")
    if _AS_WITNESS.match(folded.text, match.places.get("whom", (0, 0))[1]):
        match = match.without("whom")
    for role in ("who", "side", "whom"):
        if role in match.places and _only_owns(folded, *match.places[role]):
            match = match.without(role)
    makers = list(_sided(match)) if match.places.keys() >= {"who", "side"} else []
    makers = makers or list(_represented(match))
    makers = makers or [*match.phrases("who"), *match.phrases("side"), *match.phrases("whom")]
    if makers and (it := _whose_it_is(folded, match)):
        makers = [*it, *makers]
    return makers or (_subject(folded, match.start) if match.pattern.gives.get("far") else [])


# "Peru applies the treaty | which it | signed with Chile"
_IT_SIGNED = re.compile(rf",? (?:(?:which|that) )?(?:it|{SYMBOLS[PhraseKind.PRONOUN]}) $")


def _whose_it_is(folded: Skeleton, match: Match) -> list[Phrase]:
    """The state or body that opens a sentence in which "it" signed an instrument with another."""
    if not {"instrument", "aux", "whom"} <= match.places.keys() or match.places["whom"][0] < match.places["aux"][0]:
        return []
    start, end = match.places["instrument"][1], match.places["aux"][0]
    said = _IT_SIGNED.match(folded.text, start, end)
    if said is None or folded.span_of(start, end).of(folded.view).split()[-1] != "it":
        return []
    sides = (PhraseKind.COUNTRY, PhraseKind.ORGANIZATION)
    return [actor for actor in _subject(folded, match.start) if actor.kind in sides][:1]


def _only_owns(folded: Skeleton, start: int, end: int) -> bool:
    """Whether a pronoun is no maker, but says whose people are: "signed by | their | predecessors"."""
    fold = folded.fold_at(start) if end == start + 1 else None
    if fold is None or fold.span.of(folded.view).lower() not in _POSSESSIVES:
        return False
    return _A_NOUN.match(folded.text, end) is not None


_POSSESSIVES = frozenset({"their", "his", "her", "its", "our", "my"})
_A_NOUN = re.compile(r" (?!(?:in|on|at|to|and|with|for|of|today|yesterday|signed?)\b)[a-z]+")


_AS_WITNESS = re.compile(r",? as (?:an? |the )?(?:honou?rary )?witness")
# "the financial intelligence units of | Peru and Chile", "Delegates from | Peru and Chile"
_HEADS_OF = re.compile(
    r"(?:^|[,;:] |\bthat |\bwhich )(?:[\w'-]+ ){0,5}?"
    rf"(?:(?:\w\w+s|police)(?: \w+){{0,4}}?|[{SYMBOLS[PhraseKind.GROUP]}]) (?:of|from) (?:the )?$"
)


_HEADS = 120  # letters in which they are named


def _is_of_sides(match: Match) -> bool:
    """Whether states that stand behind a preposition act through the people named before it."""
    if any(actor.kind not in (PhraseKind.COUNTRY, PhraseKind.GROUP) for actor in match.phrases("who")):
        return False
    return _HEADS_OF.search(match.skeleton.text, max(0, match.start - _HEADS), match.start) is not None


# "by P for Peru", "and, on behalf of Chile, by P"
_SIDED = re.compile(rf"([{PERSONS}]),? (?:for|on behalf of) (?:the )?([{ACTORS}])")


def _sided(match: Match) -> Iterator[Phrase]:
    """The makers that a match names each with the side that they act for, and the bodies that are such a side."""
    for pair in _SIDED.finditer(match.skeleton.text, match.places["who"][0]):
        maker, side = (next(iter(actors_in(match.skeleton, *pair.span(each))), None) for each in (1, 2))
        if maker is None or side is None:
            continue
        yield _for_side(maker, side)
        if side.organization:
            yield side


# "O, represented by its head P, and C, represented by P"
_REPRESENTED = re.compile(rf"([{ACTORS}]), represented by (?:the |its )?([{PERSONS}])")


def _represented(match: Match) -> Iterator[Phrase]:
    """The makers, where a match names some of them by those who represent them, each with his side."""
    start, end = match.places.get("who", (0, 0))
    pairs = {found.start(2): found.start(1) for found in _REPRESENTED.finditer(match.skeleton.text, start, end)}
    for at, _ in match.skeleton.placed(start, end) if pairs else ():
        side = next(iter(actors_in(match.skeleton, pairs[at], pairs[at] + 1)), None) if at in pairs else None
        for maker in actors_in(match.skeleton, at, at + 1) if at not in pairs.values() else ():
            yield _for_side(maker, side) if side else maker
        if side is not None and side.organization:
            yield side


def _for_side(maker: Phrase, side: Phrase) -> Phrase:
    """A maker as one who acts for a side."""
    country = side.country or (side.organization.country if side.organization else None)
    return replace(maker, country=maker.country or country, organization=maker.organization or side.organization)


def _subject(folded: Skeleton, before: int) -> list[Phrase]:
    """Who acts in the sentence of a verb that stands far from its subject: the first that may."""
    for at, fold in folded.placed(0, before):
        if isinstance(fold.payload, Phrase):
            actors = actors_in(folded, at, at + 1)
            preceding = folded.text[max(0, at - 10) : at].split()
            if actors and (
                not preceding or preceding[-1].lower() not in ("of", "with", "in", "by", "from", "for", "at")
            ):
                return actors
    return []
