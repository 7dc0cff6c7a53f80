"""Distributing: one noun in the plural that stands for several instruments, each told apart by what it is on or with.

"agreements on extradition and on legal assistance", "memoranda with Peru (2012) and Chile (2014)", "two treaties, one
on crime and the other on prisoners", "Three conventions bind them: on extradition (2006) and on prisoners", "three
agreements in the fields of extradition, legal assistance and transfer".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from archive.reading.agreements.instruments.naming import LITTLE, Instrument
from archive.reading.agreements.lexicon import is_instrument_noun, plural, words_for
from archive.reading.agreements.telling import StepTelling
from archive.reading.matching.clauses import DATE, PLACE
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.ordinals import NTH, ORDINALS
from archive.reading.matching.skeletons import ACTORS, Skeleton
from archive.reading.phrases import Phrase
from archive.values import Span

_OF = r"(?: of (?:understanding|cooperation|co-operation|intent|collaboration))?"
_ONE = r"(?:(?:one|the first)(?: being)? )?"
_FIRST = re.compile(rf"{_OF},? ({_ONE}(?P<link>on|with|concerning|against|for) )")
_BELOW = re.compile(rf"[^.;:]{{0,140}}: ({_ONE}(?P<link>on|with|concerning|against|for) )")
_OTHER = rf"(?:(?:the|an?) )?(?:(?:other|another|{NTH}|last|one|latter) )?(?:one )?"
_VERB = r"(?:which|that|was|were|is|are|has|have|had|will|to be|by|during|at|today|yesterday|followed|came|exist)"
_DATED = re.compile(
    rf" \((?:(?:signed|concluded|adopted|made|in|on|of|since) )*(?:[{DATE}]|(?:1[89]|20)\d\d)[^()]{{0,40}}\)"
    rf"| (?:in|on) (?:[{DATE}]|(?:1[89]|20)\d\d\b)"
)
_MATTER = re.compile(
    r"(?:the |a |an )?(?:need|ways?|steps?|importance|principles?|basis|condition|how|whether|behalf)\b"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_][\w-]+")


def apart(folded: Skeleton, phrase: NounPhrase, noun: str, whole: Instrument) -> tuple[list[Instrument], int]:
    """The instruments that a phrase in the plural stands for, and where the last one ends; none where it is one."""
    text = folded.text
    if text[phrase.noun : phrase.noun_end].lower() not in (plural(noun), "memoranda"):
        return [], phrase.end
    beside = _FIRST.match(text, phrase.noun_end)
    first = beside or _BELOW.match(text, phrase.noun_end)
    if first is None or (beside and not beside["link"].startswith(("on", "with", "for", "against"))):
        return _counted(folded, phrase, whole)
    goes_on, content = _expressions(first["link"])
    begins, at = first.start(1), first.end()
    found: list[tuple[int, int]] = []
    dated: list[re.Match[str] | None] = []
    while piece := content.match(text, at):
        found.append((begins, piece.end()))
        dated.append(_DATED.match(text, piece.end()))
        closes = dated[-1].end() if dated[-1] else piece.end()
        if _MATTER.match(text, at):
            return [], phrase.end  # "agreements on crime and on the need to meet"
        following = goes_on.match(text, closes)
        if following is None or not (following["link"] or dated[-1]):
            break
        begins, at = following.start("piece"), following.end()
    if len(found) < _SEVERAL or not (all(dated[:-1]) or _are_alike(text, found, first["link"])):
        return _counted(folded, phrase, whole)
    pieces = [_piece(folded, whole, *each, day) for each, day in zip(found, dated, strict=True)]
    if beside:
        pieces[0] = replace(
            pieces[0],
            span=Span(whole.span.start, pieces[0].span.end),
            title=Span(whole.title.start, pieces[0].span.end),
        )
    return pieces, found[-1][1]


_SEVERAL = 2


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = re.compile(rf"\b({'|'.join(_NUMBERS)}) (?:[\w-]+ ){{0,4}}$", re.IGNORECASE)
_MATTERS = re.compile(
    rf"{_OF},? (?:one each )?(?:on|for|about|concerning|regarding|covering|relating to|dealing with"
    r"|in the (?:fields?|areas?|spheres?|domains?) of) (?:the )?"
)
_MATTER_OF = r"[^,;.:()]{3,90}?"
_CLOSES = rf"(?=[,;.:]|$| \(| {_VERB}\b| (?:in|on) [{DATE}{PLACE}]| (?:between|with|among) (?:the )?[{ACTORS}])"


def _counted(folded: Skeleton, phrase: NounPhrase, whole: Instrument) -> tuple[list[Instrument], int]:
    """The instruments of a phrase that says how many they are, or on which things that each have their own."""
    text = folded.text
    opens = _MATTERS.match(text, phrase.noun_end)
    said = _NUMBER.search(text[max(0, phrase.start - 12) : phrase.noun])
    for number in (_NUMBERS[said[1].lower()],) if said else (4, 3, 2):
        found = _matters(number).match(text, opens.end()) if opens else None
        if found is None:
            continue
        each = [found.span(place) for place in range(1, number + 1)]
        things = [set(_WORD.findall(text[start:end].lower())) for start, end in each]
        if any(is_instrument_noun(word) for words in things for word in words):
            break
        if said is None and any(words.isdisjoint(words_for("matters")) for words in things):
            continue
        pieces = [_piece(folded, whole, *one, None) for one in each]
        start = Span(whole.span.start, pieces[0].span.end)
        pieces[0] = replace(pieces[0], span=start, title=Span(whole.title.start, start.end))
        return pieces, each[-1][1]
    return [], phrase.end


@cache
def _matters(number: int) -> re.Pattern[str]:
    """So many things in a row."""
    between = rf", ({_MATTER_OF})" * (number - _SEVERAL)
    return re.compile(
        rf"({_MATTER_OF}){between},? (?:and|as well as) (?:(?:on|for|the) ){{0,2}}({_MATTER_OF}){_CLOSES}"
    )


def _are_alike(text: str, found: list[tuple[int, int]], link: str) -> bool:
    """Whether each piece says again how it is linked to the noun."""
    return all(re.search(rf"\b{link} ", text[start:end]) for start, end in found)


@cache
def _expressions(link: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads from one piece to the next, and what a piece consists of."""
    goes_on = re.compile(
        rf"(?:[,;]? (?:and|as well as) |[,;] )(?P<piece>{_OTHER}(?P<link>{link} )|(?=(?:the )?[{ACTORS}]))"
    )
    stop = rf"(?= \(|[,;.:]|$| {_VERB}\b| (?:in|on) [{DATE}]| (?:and|as well as) {_OTHER}{link} )"
    return goes_on, re.compile(rf"[^,;.:()]{{1,110}}?{stop}")


def _piece(folded: Skeleton, whole: Instrument, start: int, end: int, dated: re.Match[str] | None) -> Instrument:
    """One of the instruments: what it is on, whom it is with, the year behind it."""
    span = folded.span_of(start, end)
    words = frozenset(word.lower() for word in _WORD.findall(folded.text[start:end])) - LITTLE
    parties = tuple(actor for each in folded.phrases(start, end) for actor in each.actors())
    year = _YEAR.search(folded.span_of(*dated.span()).of(folded.view)) if dated else None
    return replace(
        whole,
        span=span,
        title=span,
        determiner="a",
        words=words - _ORDER,
        parties=parties or whole.parties,
        year=year.group() if year else None,
        several=False,
        acronym=None,
    )


_ORDER = frozenset({"one", "other", "another", *ORDINALS, "last", "latter", "being"})


def one_with_each(view: str, steps: Iterable[StepTelling]) -> Iterator[StepTelling]:
    """The steps, each of what was made with several as one step for each of them."""
    for step in steps:
        others = _others(view, step.instrument)
        if not others:
            yield step
        named = {id(other) for other in others}
        for other in others:
            makers = [maker for maker in step.makers if id(maker) not in named]
            own = replace(step.instrument, parties=(other,), several=False)
            yield replace(step, instrument=own, makers=makers)


def _others(view: str, instrument: Instrument) -> tuple[Phrase, ...]:
    """With whom the instruments were made that a noun in the plural names; nobody where they are one."""
    title = instrument.title.of(view)
    nouns, _, behind = title.partition(" with ")
    several = {plural(instrument.noun), "memoranda"} & set(nouns.lower().split()) or nouns.rstrip(")").endswith("s")
    if not (behind and several) or "between" in nouns:
        return ()
    states = [other.country or (other.organization and other.organization.country) for other in instrument.parties]
    apart = len(set(states)) == len(states) > 1 and None not in states
    return instrument.parties if apart else ()
