"""Ones: instruments that go without their noun, because another of their sort was named just before.

"Peru and Chile signed a memorandum in 2020. A third one, with Brazil, has been drafted; the one with Bolivia dates
from 1999, and another, with Ecuador, followed."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.agreements.complements import parties_named, year_named
from archive.reading.agreements.naming import Instrument
from archive.reading.agreements.words import vocabulary
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.skeletons import ACTORS, Skeleton
from archive.reading.vocabulary import load

WORDS = frozenset({"one", "another"})


def ones(folded: Skeleton, named: list[Instrument], introduced: Instrument | None) -> Iterator[Instrument]:
    """The instruments of a sentence that go without their noun, each of the sort of the one named before it."""
    if introduced is None and not named:
        return
    for found in _ONE.finditer(folded.text) if any(word in folded.small for word in _SAID) else ():
        start, end = found.span(next(name for name in ("one", "alone", "another") if found[name]))
        before = folded.span_of(found.start(), found.end())
        sort = next((each for each in reversed(named) if each.span.end <= before.start), introduced)
        if sort is None or sort.denied or sort.noun in vocabulary().dependent:
            continue
        determiner = (found["determiner"] or "a").lower()
        beside = _BESIDE.match(folded.text, end)
        phrase = NounPhrase(start, start, end, beside.end() if beside else end, determiner)
        parties = parties_named(folded, phrase, sort.kind, sort.noun)
        close = end if beside is None or beside[0].startswith(",") else beside.end()  # "the one with Peru"
        own = frozenset(re.findall(r"\w+", found["which"] or "")) | {"one"}
        yield replace(
            sort,
            span=folded.span_of(found.start(), close),
            title=folded.span_of(start, close),
            determiner="a" if determiner in ("another", "our") else determiner,
            words=own,
            parties=parties,
            term=None,
            acronym=None,
            draft="draft" in own,
            pointing=False,
            extension=True,
            several=False,
            year=year_named(folded, phrase, start),
            base=None,
        )


_SAID = ("one", "another", "second", "third", "fourth", "fifth", "further", "similar", "separate")
_WHICH = "|".join(load("agreements")["words"]["other"])
_ONE = re.compile(
    rf"\b(?P<determiner>[Tt]he|[Aa]n?|[Aa]nother|[Tt]h(?:is|at)|[Oo]ur) (?P<one>(?P<which>(?:(?:{_WHICH}) )+)one)\b"
    r"|\b(?:[Tt]he|[Tt]hat) (?P<alone>one)\b(?=,? (?:with|between|of|signed|concluded|dating|from)\b)"
    r"|(?:^|(?<=[;:,] )|(?<=\band )|(?<=ing )|(?<=ed )|(?<=sign )|(?<=clude )|(?<=tiate )|(?<=pare )|(?<=draft )"
    r"|(?<=on )|(?<=of ))(?P<another>[Aa]nother|[Aa] (?:second|third|fourth|fifth|further|similar|separate))"
    rf"(?=,? with (?:the )?[{ACTORS}])"
)
_BESIDE = re.compile(rf",? (?:with|between) (?:the )?[{ACTORS}](?:(?:,? and |, )(?:the )?[{ACTORS}])*")
