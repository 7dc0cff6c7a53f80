"""Anaphora: instruments that go without their noun, because they or others of their sort were named just before.

"Peru and Chile signed a memorandum in 2020. A third one, with Brazil, has been drafted; the one with Bolivia dates
from 1999, and another, with Ecuador, followed. It was signed in Quito."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.agreements.instruments.complements import parties_named, year_named
from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.lexicon import words_for
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.ordinals import UNITS
from archive.reading.matching.skeletons import ACTORS, Skeleton
from archive.reading.vocabulary import load

ONES = frozenset({"one", "another"})
POINTERS = frozenset({"it", "new", "updated", "revised"}) | ONES


def ones(folded: Skeleton, named: list[Instrument], introduced: Instrument | None) -> Iterator[Instrument]:
    """The instruments of a sentence that go without their noun, each of the sort of the one named before it."""
    if introduced is None and not named:
        return
    for found in _ONE.finditer(folded.text) if any(word in folded.small for word in _SAID) else ():
        start, end = found.span(next(name for name in ("one", "alone", "another") if found[name]))
        before = folded.span_of(found.start(), found.end())
        sort = next((each for each in reversed(named) if each.span.end <= before.start), introduced)
        if sort is None or sort.denied or sort.noun in words_for("dependent"):
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


_SAID = ("one", "another", *UNITS, "further", "similar", "separate")
_WHICH = "|".join(load("agreements")["words"]["other"])
_ONE = re.compile(
    rf"\b(?P<determiner>[Tt]he|[Aa]n?|[Aa]nother|[Tt]h(?:is|at)|[Oo]ur) (?P<one>(?P<which>(?:(?:{_WHICH}) )+)one)\b"
    r"|\b(?:[Tt]he|[Tt]hat) (?P<alone>one)\b(?=,? (?:with|between|of|signed|concluded|dating|from)\b)"
    r"|(?:^|(?<=[;:,] )|(?<=\band )|(?<=ing )|(?<=ed )|(?<=sign )|(?<=clude )|(?<=tiate )|(?<=pare )|(?<=draft )"
    rf"|(?<=on )|(?<=of ))(?P<another>[Aa]nother|[Aa] (?:{'|'.join(UNITS)}|further|similar|separate))"
    rf"(?=,? with (?:the )?[{ACTORS}])"
)
_BESIDE = re.compile(rf",? (?:with|between) (?:the )?[{ACTORS}](?:(?:,? and |, )(?:the )?[{ACTORS}])*")


def pointers(folded: Skeleton, named: list[Instrument], introduced: Instrument | None) -> Iterator[Instrument]:
    """Where a sentence points to the instrument named last: "it was signed"; "the new text" is to take its place."""
    for pattern, new in ((_IT, False), (_NEW_TEXT, True)):
        for found in pattern.finditer(folded.small) if new or _IT_ALONE.search(folded.small) else ():
            span = folded.span_of(*found.span(found.lastindex or 0))
            meant = next((each for each in reversed(named) if each.span.end <= span.start), introduced)
            if meant is None or meant.denied:
                continue
            again = replace(meant, span=span, determiner="the")
            own = frozenset({"new"})
            yield replace(again, title=span, words=own, year=None, extension=True, base=None) if new else again


_NEW_TEXT = re.compile(r"(?:the|an?) ((?:new|updated|revised) (?:text|version|document|edition))\b")
_IT_ALONE = re.compile(r"it(?<!\wit)\b")


# "It is to be signed", "on the Romanian side it was signed by", "parliament has ratified it", "Signed in 2019, it"
_DONE_WITH = (
    r"(?:(?:co-?)?sign|initiall?|ink|conclud|adopt|approv|endors|ratif[iy]|submitt|tabl|renew|extend|prolong"
    r"|negotiat|draft)"
)
_APPLIED = r"applied(?: (?:since|from|provisionally|between)\b|(?=[.,;]))"
_IT = re.compile(
    r"\b(it)(?= (?:(?:is|was|will|has|had|to|be|been|being|also|then|since|still|now|due|expected|planned|scheduled"
    r"|later|not|yet|first|finally|duly) ){1,6}"
    rf"(?:{_DONE_WITH}ed\b|agreed|enter|entered into force|in (?:force|effect)|valid|{_APPLIED})\b"
    r"| (?:came|comes|entered|enters|went|goes) into (?:force|effect)\b| took effect\b)"
    rf"|(?:\b(?:will|have|has|they|we|both|(?:hope|expect|plan|intend|agree)(?:s|d|ed)? to)|[{ACTORS}])"
    rf"(?: (?:since|already|now|later|then|also|both|duly|finally|all))? {_DONE_WITH}(?:ed|e|s|es)? (it)\b"
    rf"|^\W*{_DONE_WITH}ed\b[^,;.]{{0,90}}, (it)\b"
)
