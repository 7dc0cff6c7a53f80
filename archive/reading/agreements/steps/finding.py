"""Finding: each place where a text says what happened, happens or is to happen to an instrument.

Signed, approved, submitted, in force, announced, drafted, proposed: one instrument may be told at several places, and
`likeness` joins them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.lexicon import renews, step_of
from archive.reading.agreements.steps.coordination import carry_on, clauses_apart, is_of, of_heads
from archive.reading.agreements.steps.deeds import OF_OTHERS
from archive.reading.agreements.steps.lists import Announcement, announced, is_item, listed
from archive.reading.agreements.steps.pages import of_the_page
from archive.reading.agreements.steps.postponed import day_put_off_to
from archive.reading.agreements.steps.predicates import matches_further_on
from archive.reading.agreements.steps.refusals import refusal
from archive.reading.agreements.steps.scope import OF_BASE
from archive.reading.agreements.steps.step import Place, recalled_step, step_told
from archive.reading.agreements.steps.unfinished import is_new, is_wished, left_open
from archive.reading.agreements.steps.unnamed_signings import signings
from archive.reading.agreements.telling import Named, StepTelling
from archive.reading.matching import asides
from archive.reading.matching.clauses import DATE
from archive.reading.matching.first_person import fold_first_person
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.pointing import day_of, nth_day
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import INSTRUMENT, Skeleton
from archive.reading.phrases import Annotations, Phrase
from archive.values import PartialDate, StepStatus


def find_steps(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> tuple[list[StepTelling], list[Named]]:
    """The steps of a text, in order, and the instruments that it names without one."""
    steps: list[StepTelling] = []
    named: list[Named] = []
    if not any(INSTRUMENT in sentence.folded.text for sentence in sentences):
        return steps, named
    days = _Days(annotations)
    above: Announcement | None = None
    for sentence in sentences:
        index, folded = sentence.index, sentence.folded
        if INSTRUMENT in folded.text:
            folded = fold_first_person(annotations, folded, sentence.words)
        above = announced(sentence) or (above if above and is_item(annotations, index) else None)
        told = list(_in_sentence(annotations, index, folded, sentence.words))
        below = listed(annotations, sentence, above) if above else None
        if below is not None and not any(step.instrument is below.instrument for step in told):
            told.append(below)
        days.begin(index, folded)
        for step in told:
            days.date(step, folded)
        steps.extend(told)
        with_step = {step.instrument.span for step in told}
        for _, fold in folded.placed():
            if isinstance(fold.payload, Instrument) and fold.payload.span not in with_step and not fold.payload.denied:
                named.append(Named(fold.payload, index, annotations.sentences[index].sentence.span))
        if not told or _ITS_SIGNING.search(folded.small):
            steps.extend(signings(annotations, sentence, steps, named))
    page = of_the_page(annotations, sentences)
    return (steps if page is None else [*steps, page]), named


@dataclass(slots=True)
class _Days:
    """The day of an event that a block is about, and the day that a line of a programme sets for the lines below."""

    annotations: Annotations
    day: int | None = None
    above: PartialDate | None = None

    def begin(self, index: int, folded: Skeleton) -> None:
        """Take a sentence into account; a new block forgets the day."""
        sentences = self.annotations.sentences
        goes_on = index > 0 and sentences[index].sentence.block == sentences[index - 1].sentence.block
        own = day_of(folded)
        self.day = own if own is not None else self.day if goes_on else None
        heading = _DAY_ABOVE.fullmatch(folded.text)
        fold = folded.fold_at(heading.end("day") - 1) if heading else None
        if heading:
            self.above = fold.payload.date if fold and isinstance(fold.payload, Phrase) else None

    def date(self, step: StepTelling, folded: Skeleton) -> None:
        """Give a step of this sentence its day."""
        step.day = self.day
        if step.date is None and _AT_AN_HOUR.match(folded.text):
            step.date = self.above
        if self.day is not None and step.date is not None:
            step.date = nth_day(step.date, self.day)


# The line of a programme that names its day, and one that tells what is to happen then.
_DAY_ABOVE = re.compile(rf"\W*(?:(?:[Dd]ay|DAY) [\w-]+\W+)?(?:[A-Z][a-z]+day,? )?(?P<day>[{DATE}])\W*")
_AT_AN_HOUR = re.compile(r"\W*\d\d?[:.h]\d\d\b")
_ITS_SIGNING = re.compile(r"\bits (?:signing|signature) (?:is|was|will)\b")


def _in_sentence(
    annotations: Annotations, index: int, folded: Skeleton, words: frozenset[str]
) -> Iterator[StepTelling]:
    """The steps that a sentence tells, of one instrument after the other."""
    if INSTRUMENT not in folded.text:
        return
    ends = [found.end() for found in _NEXT_SENTENCE.finditer(folded.text)]  # in words of somebody
    parts = pairwise([0, *ends, len(folded.text)])
    matches = [each for part in parts for each in asides.matches(grammar("agreements"), folded, words, *part)]
    known = {(match.pattern.name, match.places.get("verb")) for match in matches}
    matches += [
        match for match in matches_further_on(folded) if (match.pattern.name, match.places.get("verb")) not in known
    ]
    carry_on(folded, matches)
    matches = of_heads(folded, clauses_apart(matches))
    for at, fold in folded.placed():
        if isinstance(fold.payload, Instrument) and not (fold.payload.denied or _NEITHER.search(folded.text, 0, at)):
            mine = sorted((match for match in matches if is_of(match, at)), key=_rank)
            yield from _told_of(Place(annotations, index, folded, fold.payload, at), mine)


_NEITHER = re.compile(r"\b(?:[Nn]either|[Nn]or)(?: of)? (?:the |an? )?$")  # "signed neither S nor S"


def _rank(match: Match) -> tuple[bool, bool]:
    """The matches that count only where nothing else tells a step come last, those that name nobody behind others."""
    return bool(match.pattern.gives.get("last")), match.places.keys().isdisjoint(("verb", "who"))


def _told_of(place: Place, matches: list[Match]) -> Iterator[StepTelling]:
    """The steps that the matches about one instrument tell."""
    denied = [match for match in matches if (said := cue(match)) and said.status == "none"]
    lapsed = [match for match in denied if renews(match)]  # what was not renewed was made all the same
    denied = [match for match in denied if match not in lapsed]
    matches = [match for match in matches if match not in lapsed]
    if any("verb" in match.places for match in denied) and not any(_stands(match, denied) for match in matches):
        yield from _left_open(place, denied[0])
        return
    instrument = place.instrument
    told: list[Match] = []
    for match in matches:
        reason = _DENIED if match in denied else refusal(match, instrument)
        if reason is None and instrument.year and _is_to_be_renewed(match):
            yield recalled_step(step_told(place, match), place)
        elif reason == OF_BASE and instrument.base is not None:
            yield step_told(replace(place, instrument=instrument.base), match)
        elif reason == OF_OTHERS and is_new(instrument) and not told:
            yield replace(step_told(place, match), status=StepStatus.PROPOSED)
            break
        elif reason is not None:
            place.reject(match, reason)
        elif _adds(match, told, place.at):
            told.append(match)
    for match in told:
        yield step_told(place, match)
    if told and instrument.base is not None and instrument.base.year and not instrument.lasts_longer:
        base = replace(place, instrument=instrument.base)
        yield recalled_step(step_told(base, told[0]), base)


def _left_open(place: Place, denied: Match) -> Iterator[StepTelling]:
    """What becomes of an instrument of which the words deny the step."""
    status = left_open(denied, place.instrument, place.at)
    if status is None:
        place.reject(denied, _DENIED)
    else:
        step = step_told(place, denied)
        later = day_put_off_to(place.folded, denied.start) if status is StepStatus.PLANNED else None
        makers = step.makers if status is StepStatus.PLANNED or is_wished(denied) else []
        made = recalled_step(step, place).date if status is StepStatus.SIGNED and place.instrument.year else None
        yield replace(step, status=status, makers=makers, date=later or made, put_off=later is not None)


def _adds(match: Match, told: list[Match], at: int) -> bool:
    """Whether a match tells something that those before it do not."""
    standing = match.pattern.gives.get("standing") and not _RESTS.match(match.skeleton.text, match.start)
    if standing and any(_makes(each, at) for each in told):
        return False  # "under the agreement of Peru and Chile, approved in 2010"
    return not any(_same_step(match, other) for other in told) and not (match.pattern.gives.get("last") and told)


_RESTS = re.compile(r"(?:rel|rest|is|are)\w* ")  # "extradition | rests on the treaty signed in 1997"
_NEXT_SENTENCE = re.compile(r"(?:[a-z]{3}|[\ue000-\ue022])[.?!] (?=[A-Z]\w+ [a-z])")


def _is_to_be_renewed(match: Match) -> bool:
    """Whether an instrument that was signed before is to be renewed: "agreed to renew the memorandum of 2010"."""
    said = cue(match)
    return said is not None and said.status != "none" and renews(match)


def _makes(match: Match, at: int) -> bool:
    """Whether a match says when an instrument was signed or approved."""
    made = match.pattern.gives["status"] in ("signed", "approved")
    return made and DATE in match.skeleton.text[at : at + _BESIDE]


_BESIDE = 60  # letters behind an instrument in which its date stands


_DENIED = "the words deny it"


def _stands(match: Match, denied: list[Match]) -> bool:
    told = match not in denied and "verb" in match.places and not match.pattern.gives.get("indefinite")
    return told and not any(_same_step(match, other) for other in denied)


def _same_step(one: Match, other: Match) -> bool:
    """Whether two matches of one instrument rest on the same verb."""
    verb, other_verb = one.places.get("verb"), other.places.get("verb")
    if verb and other_verb:
        return verb[0] < other_verb[1] and other_verb[0] < verb[1]
    return step_of(one) is step_of(other)
