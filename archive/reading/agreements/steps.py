"""Steps: each place where a text says what happened, happens or is to happen to an instrument.

Signed, approved, submitted, in force, announced, drafted, proposed: one instrument may be told at several places, and
`likeness` joins them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.reading.agreements.carrying import carry_on, clauses_apart, is_of
from archive.reading.agreements.dating import carried, date_of_step
from archive.reading.agreements.deeds import OF_OTHERS
from archive.reading.agreements.listing import Announcement, announced, is_item, listed
from archive.reading.agreements.makers import makers_told
from archive.reading.agreements.naming import Instrument
from archive.reading.agreements.pages import of_the_page
from archive.reading.agreements.refusals import refusal
from archive.reading.agreements.said_of import OF_BASE
from archive.reading.agreements.standing import SIGNED_ONLY
from archive.reading.agreements.status import status_of
from archive.reading.agreements.telling import Named, ToldStep
from archive.reading.agreements.unfinished import is_new, is_wished, left_open
from archive.reading.agreements.unnamed import signings
from archive.reading.agreements.words import step_of
from archive.reading.matching.clauses import DATE
from archive.reading.matching.first_person import fold_first_person
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.pointing import day_of, nth_day, same_day
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import INSTRUMENT, Skeleton
from archive.reading.matching.whereabouts import place_of
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.values import DateBasis, MentionKind, PartialDate, StepStatus


def find_steps(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> tuple[list[ToldStep], list[Named]]:
    """The steps of a text, in order, and the instruments that it names without one."""
    steps: list[ToldStep] = []
    named: list[Named] = []
    day: int | None = None
    above_day: PartialDate | None = None
    above: Announcement | None = None
    for sentence in sentences:
        index, folded = sentence.index, sentence.folded
        if INSTRUMENT in folded.text:
            folded = fold_first_person(annotations, folded, sentence.words)
        same_block = (
            index > 0 and annotations.sentences[index].sentence.block == annotations.sentences[index - 1].sentence.block
        )
        own_day = day_of(folded)
        day = own_day if own_day is not None else day if same_block else None
        above = announced(sentence) or (above if above and is_item(annotations, index) else None)
        heading = _DAY_ABOVE.fullmatch(folded.text)
        above_day = _date_at(folded, heading.end("day") - 1) if heading else above_day
        told = list(_in_sentence(annotations, index, folded, sentence.words))
        below = listed(annotations, sentence, above) if above else None
        if below is not None and not any(step.instrument is below.instrument for step in told):
            told.append(below)
        for step in told:
            step.day = day
            if step.date is None and _AT_AN_HOUR.match(folded.text):
                step.date = above_day
            if day is not None and step.date is not None:
                step.date = nth_day(step.date, day)
        steps.extend(told)
        with_step = {step.instrument.span for step in told}
        for _, fold in folded.placed():
            if isinstance(fold.payload, Instrument) and fold.payload.span not in with_step and not fold.payload.denied:
                named.append(Named(fold.payload, index, annotations.sentences[index].sentence.span))
        if not told or _ITS_SIGNING.search(folded.small):
            steps.extend(signings(annotations, sentence, steps, named))
    page = of_the_page(annotations, sentences)
    if page is not None:
        steps.append(page)
    return steps, named


# The line of a programme that names its day, and one that tells what is to happen then.
_DAY_ABOVE = re.compile(rf"\W*(?:(?:[Dd]ay|DAY) [\w-]+\W+)?(?:[A-Z][a-z]+day,? )?(?P<day>[{DATE}])\W*")
_AT_AN_HOUR = re.compile(r"\W*\d\d?[:.h]\d\d\b")


def _date_at(folded: Skeleton, at: int) -> PartialDate | None:
    fold = folded.fold_at(at)
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None


_ITS_SIGNING = re.compile(r"\bits (?:signing|signature) (?:is|was|will)\b")


def _in_sentence(annotations: Annotations, index: int, folded: Skeleton, words: frozenset[str]) -> Iterator[ToldStep]:
    if INSTRUMENT not in folded.text:
        return
    ends = [found.end() for found in _NEXT_SENTENCE.finditer(folded.text)]  # in words of somebody
    parts = pairwise([0, *ends, len(folded.text)])
    matches = [each for part in parts for each in grammar("agreements").matches(folded, *part, words=words)]
    carry_on(folded, matches)
    matches = clauses_apart(matches)
    for at, fold in folded.placed():
        instrument = fold.payload
        if not isinstance(instrument, Instrument) or instrument.denied:
            continue
        mine = sorted(
            (match for match in matches if is_of(match, at)),
            key=lambda match: (
                bool(match.pattern.gives.get("last")),
                match.places.keys().isdisjoint(("verb", "who")),  # "the signing of S by P" before "the signing of S"
            ),
        )
        denied = [match for match in mine if (said := cue(match)) and said.status == "none"]
        lapsed = [match for match in denied if match.verb.startswith(("renew", "exten", "prolong"))]
        mine = [match for match in mine if match not in lapsed]  # what was not renewed was made all the same
        denied = [match for match in denied if match not in lapsed]
        if any("verb" in match.places for match in denied) and not any(_stands(match, denied) for match in mine):
            status = left_open(denied[0], instrument, at)
            if status is None:
                _reject(annotations, folded, denied[0], _DENIED)
            else:
                step = _step(annotations, index, folded, denied[0], instrument, at)
                yield replace(step, status=status, makers=step.makers if is_wished(denied[0]) else [], date=None)
            continue
        told: list[Match] = []
        for match in mine:
            reason = _DENIED if match in denied else refusal(match, instrument)
            if reason is None and instrument.year and _is_to_be_renewed(match):
                yield _recalled(_step(annotations, index, folded, match, instrument, at), folded, at)
            elif reason == OF_BASE and instrument.base is not None:
                yield _step(annotations, index, folded, match, instrument.base, at)
            elif reason == OF_OTHERS and is_new(instrument) and not told:
                yield replace(_step(annotations, index, folded, match, instrument, at), status=StepStatus.PROPOSED)
                break
            elif reason is None and match.pattern.gives.get("standing") and any(_makes(each, at) for each in told):
                continue  # "under the agreement of Peru and Chile, approved in 2010"
            elif reason is not None:
                if "verb" in match.places or match.end > match.start + 1:  # no pattern that looks at every instrument
                    _reject(annotations, folded, match, reason)
            elif not any(_same_step(match, other) for other in told) and not (match.pattern.gives.get("last") and told):
                told.append(match)
        for match in told:
            yield _step(annotations, index, folded, match, instrument, at)
        if told and instrument.base is not None and instrument.base.year and not instrument.lasts_longer:
            yield _recalled(_step(annotations, index, folded, told[0], instrument.base, at), folded, at)


_NEXT_SENTENCE = re.compile(r"(?:[a-z]{3}|[\ue000-\ue022])[.?!] (?=[A-Z]\w+ [a-z])")


def _is_to_be_renewed(match: Match) -> bool:
    """Whether an instrument that was signed before is to be renewed: "agreed to renew the memorandum of 2010"."""
    said = cue(match)
    return said is not None and said.status != "none" and match.verb.startswith(("renew", "exten", "prolong"))


def _recalled(step: ToldStep, folded: Skeleton, at: int) -> ToldStep:
    """The step of an instrument at ``at`` that is recalled with its year."""
    year = step.instrument.year
    date = carried(folded, at) or PartialDate(year or "", year, DateBasis.EXPLICIT)
    status = StepStatus.SIGNED if step.instrument.kind in SIGNED_ONLY else StepStatus.IN_FORCE
    return replace(
        step, status=status, rule="is recalled", date=date, makers=[], addressees=[], place=None, renews=False
    )


def _makes(match: Match, at: int) -> bool:
    """Whether a match says when an instrument was signed or approved."""
    made = match.pattern.gives["status"] in ("signed", "approved")
    return made and DATE in match.skeleton.text[at : at + _BESIDE]


_BESIDE = 60  # letters behind an instrument in which its date stands


_DENIED = "the words deny it"


def _reject(annotations: Annotations, folded: Skeleton, match: Match, reason: str) -> None:
    span = folded.span_of(match.start, match.end)
    annotations.reject(CandidateKind.AGREEMENT, span, match.pattern.name, reason)


def _stands(match: Match, denied: list[Match]) -> bool:
    told = match not in denied and "verb" in match.places and not match.pattern.gives.get("indefinite")
    return told and not any(_same_step(match, other) for other in denied)


def _same_step(one: Match, other: Match) -> bool:
    """Whether two matches of one instrument rest on the same verb."""
    verb, other_verb = one.places.get("verb"), other.places.get("verb")
    if verb and other_verb:
        return verb[0] < other_verb[1] and other_verb[0] < verb[1]
    return step_of(one) is step_of(other)


def _step(
    annotations: Annotations, index: int, folded: Skeleton, match: Match, instrument: Instrument, at: int
) -> ToldStep:
    sentence = annotations.sentences[index].sentence
    makers = makers_told(folded, match)
    start = match.places["verb"][0] if "verb" in match.places else match.start
    others = [at for at, fold in folded.placed(match.end) if isinstance(fold.payload, Instrument)]
    within = (
        _own_clause(folded, match.places["instrument"][0]),
        others[0]
        if others and "verb" in match.places and match.places["verb"][0] > match.places["instrument"][0]
        else len(folded.text),
    )
    date, status = date_of_step(folded, match, instrument, at, within), status_of(match, instrument)
    enters = match.pattern.gives["status"] == "in_force" and not match.pattern.gives.get("standing")
    ahead = enters and (status is StepStatus.PLANNED or _is_ahead(annotations, date))
    if match.pattern.gives.get("nominal") and _is_ahead(annotations, date):
        status = StepStatus.PLANNED  # "12 May 2027: signature of S"
    return ToldStep(
        instrument,
        StepStatus.PLANNED if ahead else status,
        index,
        sentence.span,
        match.pattern.name,
        makers,
        addressees=[*match.phrases("addressee"), *match.phrases("to_whom")],
        date=date,
        ahead=ahead,
        headline=_is_above_the_text(annotations, index),
        same_day=same_day(folded)
        or bool(match.pattern.gives.get("crowns"))
        or _AT_ITS_END.search(folded.text) is not None,
        place=place_of(folded, start, match.end),
        by_office=any(map(_is_by_office, folded.phrases(*match.places.get("who", (0, 0))))),
        initials=match.verb.startswith("initial"),
        consents=step_of(match) is StepStatus.APPROVED,
        joins=match.verb.startswith(("ratif", "acce", "adher", "join")) or bool(match.pattern.gives.get("treaty")),
        at_once=match.pattern.gives["status"] == "in_force" and _AT_ONCE.match(folded.text, match.end) is not None,
        proposes=bool(match.pattern.gives.get("authored")),
        older=bool(match.pattern.gives.get("older")),
        renews=match.verb.startswith(("renew", "exten", "prolong", "opened for")),
    )


def _is_by_office(phrase: Phrase) -> bool:
    """Whether several are called by their offices alone: "the ministers"."""
    return phrase.kind is PhraseKind.GROUP and phrase.mention is MentionKind.EPITHET


def _is_ahead(annotations: Annotations, date: PartialDate | None) -> bool:
    """Whether a day or month lies behind that of publication: "it enters into force on 1 July"."""
    day, now = (date.edtf if date else None) or "", annotations.anchor or ""
    return "/" not in day and bool(day and now) and day > now[: len(day)]


def _is_above_the_text(annotations: Annotations, index: int) -> bool:
    """Whether a sentence is a headline, or a heading before the first paragraph."""
    kinds = [marked.sentence.block.kind for marked in annotations.sentences[: index + 1]]
    return kinds[-1] is BlockKind.HEADLINE or (kinds[-1] is BlockKind.HEADING and BlockKind.PARAGRAPH not in kinds)


# What is signed then is signed on the day of the meeting.
_AT_ITS_END = re.compile(
    r"\b(?:(?:(?:at|upon|by|on) the (?:end|close|closing|conclusion|margins|sidelines) of|during|in the course of"
    r"|as a result of|(?:following|after)(?: the results? of)?|(?:with)?in the framework of) (?:the|their|this) "
    r"(?:[\w-]+ )?(?:meeting|talks|visit|summit|conference|session|negotiations|consultations|event)\b"
    r"|on (?:this|the|that) occasion\b|(?:signed|adopted|approved|initialled) there\b|on the sidelines\b|at noon\b)",
    re.IGNORECASE,
)


_AT_ONCE = re.compile(
    r" (?:immediately|at once|with immediate effect"
    r"|(?:on|upon|from|as of) (?:the )?(?:(?:day|date|moment) of )?(?:its |the )?(?:signing|signature))\b"
)


def _own_clause(folded: Skeleton, at: int) -> int:
    """Where the words about the instrument at ``at`` begin: behind another instrument and the "and" after it."""
    others = [position for position, fold in folded.placed(0, at) if isinstance(fold.payload, Instrument)]
    if not others:
        return 0
    return max(0, *(folded.text.rfind(word, others[-1], at) for word in (" and ", " that ", ", while ", "; ")))
