"""Predicates: what a sentence says of an instrument after the first thing that it says of it.

"S, which C initialled in 2018, was signed in 2020, ratified by C in 2021 and entered into force in 2022": the patterns
are tried on the instrument and each later predicate, without what stands between the two.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import TO_BE_SIGNED
from archive.reading.matching.asides import in_whole
from archive.reading.matching.clauses import DATE, PLACE
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.skeletons import ACTORS, INSTRUMENT, Fold, Skeleton
from archive.values import Span

_MOST = 5  # predicates of one instrument

_FINITE = (
    r"(?:was|were|is|are|has|have|had|will|shall|would|should|entered|enters|came|comes|took|takes|went|goes"
    r"|cleared|passed|received|obtained|awaits|remains)\b"
)
_PARTICIPLE = r"(?:signed|initial+ed|concluded|ratified|approved|adopted|endorsed|renewed|extended|submitted|tabled)\b"
_AUXILIARIES = (
    r"(?:(?:was|were|is|are|has|have|had|been|be|being|will|shall|to|not|never|also|then|first|already"
    r"|expected|due|scheduled|planned|\w+ly) )*"
)
_WITHIN = rf"[^;:\"?{INSTRUMENT}]"
# "S, which C initialled in D|, was signed": the clause ends with a comma, a date, a place or whom a preposition names
_BEHIND_A_CLAUSE = re.compile(
    rf"{INSTRUMENT}(?: (?:of|from|dated) [{DATE}])?,? (?:which|that) (?:(?!, and (?:the|an?) ){_WITHIN}){{1,160}}?"
    rf"(?:,|[{DATE}{PLACE}]|\b(?:by|with|between|in|to|from) (?:the )?[{ACTORS}]) (?={_FINITE})"
)
# "S was signed in D| and entered into force", "S, signed in D|, entered into force"
_SUBJECT = re.compile(rf"{INSTRUMENT}(?:, [^,;:{INSTRUMENT}]{{1,120}},|,)? (?={_AUXILIARIES}(?:{_FINITE}|\w+ed\b))")
_AUXILIARY = re.compile(_AUXILIARIES)
_NEXT = re.compile(
    rf"(?:,? (?:and|but)|,)(?: (?:then|later|finally|subsequently|since|now|also|it))* (?={_FINITE})"
    rf"|(?:,? and|(?<=[{DATE}{PLACE}]),)(?: (?:then|later|finally|subsequently))* (?P<participle>(?={_PARTICIPLE}))"
)


def matches_further_on(folded: Skeleton) -> Iterator[Match]:
    """The matches of each instrument of a sentence and what is said of it further on."""
    for at, fold in folded.placed():
        instrument = fold.payload
        if isinstance(instrument, Instrument) and instrument.kind in TO_BE_SIGNED and not instrument.denied:
            for passed in _passed_over(folded.text, at):
                yield from _matches_without(folded, at, passed)


def _passed_over(text: str, at: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """What stands between an instrument, with its auxiliaries or without, and each later predicate."""
    clause = _BEHIND_A_CLAUSE.match(text, at)
    if clause:
        yield ((at + 1, clause.end()),)
    first = clause or _SUBJECT.match(text, at)
    auxiliary = _AUXILIARY.match(text, first.end()) if first else None
    if first is None or auxiliary is None:
        return
    end = text.find(INSTRUMENT, at + 1)
    for number, found in enumerate(_NEXT.finditer(text, auxiliary.end(), end if end > 0 else len(text))):
        if number == _MOST:
            return
        shared = found["participle"] is not None and auxiliary[0]
        yield ((at + 1, first.end()), (auxiliary.end() - 1, found.end())) if shared else ((at + 1, found.end()),)


def _matches_without(folded: Skeleton, at: int, passed: tuple[tuple[int, int], ...]) -> Iterator[Match]:
    """The matches that begin with the instrument at ``at`` once the words passed over are gone."""
    bare = folded.folded([Fold(Span(folded.offset(start), folded.offset(end)), " ", None) for start, end in passed])
    last = passed[-1][1]
    for match in grammar("agreements").match_at(bare, at, len(bare.text)):
        told = in_whole(match, folded)
        if told.places.get("verb", (last, last))[0] >= last:
            yield replace(told, bare=match)
