"""Dating: when a step of an instrument was made, by the words beside its verb and beside its name."""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.steps.recalled import year_of
from archive.reading.matching.clauses import DATE, PLACE, date_of
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import INSTRUMENT, Skeleton
from archive.reading.phrases import Phrase
from archive.values import DateBasis, PartialDate

_DATED = re.compile(
    rf",? (?:in|on) (?=[{DATE}])| \((?:(?:signed|concluded|adopted|made|in|on|of) )*(?:[{PLACE}],? )?(?=[{DATE}])"
)


def date_of_step(
    folded: Skeleton, match: Match, instrument: Instrument, at: int, within: tuple[int, int]
) -> PartialDate | None:
    """When a step was made: by the date beside the instrument, in the clause of the verb, or before "when"."""
    start = match.places["verb"][0] if "verb" in match.places else match.start
    if match.pattern.gives.get("undated"):
        return None  # when they talk about it
    if match.pattern.gives.get("standing"):
        year = year_of(match, instrument)
        own = carried(folded, at) or (PartialDate(year, year, DateBasis.EXPLICIT) if year else None)
        return own or (_payload(folded, match.places["date"][0]) if "date" in match.places else None)
    if "date" in match.places:
        return _payload(folded, match.places["date"][0])
    if _verb_before(match) and _OF_ANOTHER.match(folded.text, at + 1):
        within = within[0], at + 1  # "signed a plan to carry out the memorandum | concluded in 2019"
    lasts = match.pattern.gives["status"] == "in_force"
    if lasts and (clause := folded.text.find(", and ", match.end, min(within[1], match.end + _CLAUSE))) > 0:
        within = within[0], clause
    behind = lasts and "verb" in match.places and start > at
    near = None if behind and ", which" in folded.text[at:start] else _dated(folded, at)
    aside = _ASIDE.search(folded.text, at + 1, start)
    told = (max(within[0], aside.end()), within[1]) if aside else within
    near = near or date_of(folded, start, match.end, within=told, since=lasts) or _when(folded, match)
    near = near or (date_of(folded, at, at + 1, within=(0, at + 1)) if aside else None)
    near = near or (carried(folded, at) if lasts else None)
    signed = _SIGNED_ASIDE.match(folded.text, at + 1) if near and lasts else None
    if signed and near == _payload(folded, signed.end()):
        near = None  # "the agreement, signed in 2019, has entered into force"
    if near and (ends := _ENDS.search(folded.text)) and near == _payload(folded, ends.end()):
        near = None  # "the memorandum, which expires in June, will be renewed"
    if near and _YEARS.fullmatch(near.edtf or ""):
        near = None  # its term: "endorsed the Roadmap 2023-2025"
    if match.pattern.gives["status"] == "draft" and _SINCE.search(folded.text, match.end, within[1]):
        near = None  # since when they talk about it
    enters = _ENTERS.search(folded.text, match.start, match.end) is not None
    year = year_of(match, instrument, signed=not enters) if near is None and lasts else None
    bare = _BARE_YEAR.match(folded.text, match.end) if near is None else None
    year = bare[1] if bare else year
    return PartialDate(year, year, DateBasis.EXPLICIT) if year else near


# "the treaty, which was drafted in 2016, | was signed"
_ASIDE = re.compile(
    rf", which (?:was|were|has been|had been) [^;{DATE}]*[{DATE}][^;]*?, (?=(?:was|were|has|had|will) |$)"
)

_SIGNED_ASIDE = re.compile(
    rf",? (?:(?:which|that) (?:was|were|had been) )?(?:signed|concluded|adopted|inked)[^,;.{DATE}]{{0,60}}(?=[{DATE}])"
)
_ENTERS = re.compile(r"\b(?:entry|enter(?:s|ed|ing)?|c[ao]m(?:e|es|ing)|took|takes?|taking) (?:into|in|effect)\b")
_CLAUSE = 300  # letters in which the next clause is looked for
_BARE_YEAR = re.compile(r" ((?:1[89]|20)\d\d)(?=[,;.)]|$| and\b)")  # "signed | 1999, in force 2001"
_YEARS = re.compile(r"\d{4}/\d{4}")
_ENDS = re.compile(rf"\b(?:expir(?:es|ed|ing)|runs? out|lapse[sd]?) (?:in |on |at the end of )?(?=[{DATE}])")
_SINCE = re.compile(r"\bsince\b")
_OF_DATE = re.compile(rf" (?:of |from |dated |\((?:[{PLACE}],? )?)(?=[{DATE}])")


def carried(folded: Skeleton, at: int) -> PartialDate | None:
    """The date that an instrument carries: "the agreement of 2 December 2011"."""
    found = _OF_DATE.match(folded.text, at + 1)
    return _payload(folded, found.end()) if found else None


def _payload(folded: Skeleton, at: int) -> PartialDate | None:
    """The date that stands at a place."""
    fold = folded.fold_at(at)
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None


_OF_ANOTHER = re.compile(
    rf" (?:(?:signed|concluded|adopted|dated|that|which|of) |(?!and |as well)[a-z]+(?: [a-z]+){{0,3}} {INSTRUMENT})"
)


def _verb_before(match: Match) -> bool:
    """Whether a match has its verb before the instrument."""
    return "verb" in match.places and match.places["verb"][1] <= match.places["instrument"][0]


_WHEN = re.compile(rf"([{DATE}]),? when(?: [\w-]+){{0,3}} $")


def _when(folded: Skeleton, match: Match) -> PartialDate | None:
    """The date before "when": "since D, when S was signed"."""
    found = _WHEN.search(folded.text, max(0, match.start - 60), match.start)
    fold = folded.fold_at(found.start(1)) if found else None
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None


def _dated(folded: Skeleton, at: int) -> PartialDate | None:
    """The date right behind one instrument of a list: "signed S in 1977 and S in 2001"."""
    found = _DATED.match(folded.text, at + 1)
    fold = folded.fold_at(found.end()) if found else None
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None
