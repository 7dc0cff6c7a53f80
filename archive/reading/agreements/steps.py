"""Steps: each place where a text says what happened, happens or is to happen to an instrument.

Signed, approved, submitted, in force, announced, drafted, proposed: one instrument may be told at several places, and
`agreements` joins them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from archive.reading.agreements.instruments import FoldedSentence, Instrument
from archive.reading.matching.clauses import DATE, actors_in, date_of, day_of, place_of, same_day
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.skeletons import INSTRUMENT, Skeleton
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.values import AgreementKind, PartialDate, Span, StepStatus


@dataclass(slots=True)
class ToldStep:
    """One telling of a step of an instrument."""

    instrument: Instrument
    status: StepStatus
    sentence: int
    span: Span
    rule: str
    makers: list[Phrase]  # who signs, approves, submits
    addressees: list[Phrase] = field(default_factory=list)
    date: PartialDate | None = None
    headline: bool = False
    same_day: bool = False
    day: int | None = None  # the day of the event that the sentence is about
    place: Phrase | None = None

    def signs(self) -> bool:
        """Whether the makers put or will put their names to it."""
        return self.status in (StepStatus.SIGNED, StepStatus.PLANNED)


@dataclass(frozen=True, slots=True)
class Named:
    """A place where an instrument is named without a step: it may point back to one that has steps."""

    instrument: Instrument
    sentence: int
    span: Span


def find_steps(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> tuple[list[ToldStep], list[Named]]:
    """The steps of a text, in order, and the instruments that it names without one."""
    steps: list[ToldStep] = []
    named: list[Named] = []
    day: int | None = None
    for sentence in sentences:
        index, folded = sentence.index, sentence.folded
        goes_on = (
            index > 0 and annotations.sentences[index].sentence.block == annotations.sentences[index - 1].sentence.block
        )
        own_day = day_of(folded)
        day = own_day if own_day is not None else day if goes_on else None
        if INSTRUMENT not in folded.text:
            continue
        told = list(_in_sentence(annotations, index, folded, sentence.words))
        for step in told:
            step.day = day
        steps.extend(told)
        with_step = {step.instrument.span for step in told}
        for _, fold in folded.placed():
            if isinstance(fold.payload, Instrument) and fold.payload.span not in with_step and not fold.payload.denied:
                named.append(Named(fold.payload, index, annotations.sentences[index].sentence.span))
    return steps, named


def _in_sentence(annotations: Annotations, index: int, folded: Skeleton, words: frozenset[str]) -> Iterator[ToldStep]:
    matches = list(grammar("agreements").matches(folded, words=words))
    for at, fold in folded.placed():
        instrument = fold.payload
        if not isinstance(instrument, Instrument) or instrument.denied:
            continue
        mine = [match for match in matches if _is_of(match, at)]
        denied = [match for match in mine if (said := cue(match)) and said.status == "none"]
        if any("verb" in match.places for match in denied) and not any(_stands(match, denied) for match in mine):
            if instrument.definite and instrument.determiner and _STILL_OPEN.search(folded.text, at):
                step = _step(annotations, index, folded, denied[0], instrument, at)
                yield replace(step, status=StepStatus.DRAFT, makers=[], date=None)
            else:
                _reject(annotations, folded, denied[0], _DENIED)
            continue
        told: list[Match] = []
        for match in mine:
            reason = _DENIED if match in denied else _refusal(match, instrument)
            if reason is not None:
                if not match.pattern.gives.get("drafts_only"):  # this one looks at every instrument
                    _reject(annotations, folded, match, reason)
            elif not any(_same_step(match, other) for other in told) and not (match.pattern.gives.get("last") and told):
                told.append(match)
        for match in told:
            yield _step(annotations, index, folded, match, instrument, at)


_DENIED = "the words deny it"


def _reject(annotations: Annotations, folded: Skeleton, match: Match, reason: str) -> None:
    span = folded.span_of(match.start, match.end)
    annotations.reject(CandidateKind.AGREEMENT, span, match.pattern.name, reason)


def _is_of(match: Match, at: int) -> bool:
    start, end = match.places.get("instrument", (-1, -1))
    return start <= at < end


def _stands(match: Match, denied: list[Match]) -> bool:
    return match not in denied and "verb" in match.places and not any(_same_step(match, other) for other in denied)


def _same_step(one: Match, other: Match) -> bool:
    """Whether two matches of one instrument rest on the same verb."""
    verb, other_verb = one.places.get("verb"), other.places.get("verb")
    if verb and other_verb:
        return verb[0] < other_verb[1] and other_verb[0] < verb[1]
    return bool(one.pattern.gives["status"] == other.pattern.gives["status"])


# What is said of an instrument that was not signed, but is not given up.
_STILL_OPEN = re.compile(
    r"\b(?:(?:be |is |being )?(?:studied|examined|considered|negotiated|discussed)(?: \w+)? (?:further|later|again)"
    r"|(?:further|more) (?:study|work|talks|negotiations|time)|postponed|put off|at a later (?:date|stage)|remains? \w+"
    r"|still (?:under|open|being|needs?)|under (?:consideration|study|discussion|review)|yet to be)\b",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:negotiations|talks|consultations|discussions|work) (?:on|of|over|for|about) $", re.IGNORECASE
)
_STANDING = (AgreementKind.TREATY, AgreementKind.CONVENTION, AgreementKind.AGREEMENT)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


_INSIDE = re.compile(
    r"(?<!text)(?<!draft)(?<!wording)(?<!version) (?:in|under|of|within|from|by|to|with|for|on|at|per|through) $",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(
    r"\b(?:the|these|those|all|both|already|newly|of|under) (?:already |newly |recently )?$", re.IGNORECASE
)


def _refusal(match: Match, instrument: Instrument) -> str | None:
    """Why a match says nothing of a step of this instrument; None where it does."""
    gives = match.pattern.gives
    if gives.get("far") and _QUALIFIES.search(match.skeleton.text, max(0, match.start - 24), match.start):
        return "the verb only qualifies the instrument"  # "in the signed documents"
    place, named = match.places.get("verb"), match.places["instrument"]
    if place and place[0] > named[0] and _TALKS.search(match.skeleton.text, max(0, named[0] - 30), named[0]):
        return "the verb is said of the talks on it"  # "negotiations on S had been concluded"
    if instrument.extension and place and not match.auxiliaries and match.skeleton.text[named[1] : place[0]] == ", ":
        return "the verb is said of the instrument that it extends"  # "an addendum to the agreement, concluded in 2022"
    if gives.get("named") and not any(word[0].isupper() for word in instrument.title.of(match.skeleton.view).split()):
        return "the instrument has no name of its own"
    if gives.get("standing"):
        return None if _stands_since(match, instrument) else "nothing says since when it stands"
    if place and not gives.get("inside") and _INSIDE.search(match.skeleton.text[place[1] : named[0]]):
        return "the verb is said of something in the instrument"  # "agreed upon in the treaty"
    if gives.get("drafts_only"):
        return None if instrument.draft else "it is no draft"
    if gives.get("draft"):
        tabled = match.verb.startswith(("submit", "table", "propos", "introduc"))
        return None if instrument.draft or tabled else "it is no draft"
    if gives.get("binding"):
        binds = instrument.kind in (AgreementKind.TREATY, AgreementKind.AGREEMENT)
        return None if binds or match.verb not in ("have", "has", "had") else "to have one is no step"
    if instrument.extension and "first" in match.auxiliaries.split():
        # "an extension of the agreement, first concluded in 2023": that is the date of the agreement that is extended
        return "the verb is said of the instrument that it extends"
    return None


def _stands_since(match: Match, instrument: Instrument) -> bool:
    """Whether an instrument that stands is told with its year: "the treaty of 1997"."""
    words = instrument.span.of(match.skeleton.view)
    since = rf"(?: concluded| signed)? (?:in|of) (?:{DATE}|\d{{4}})"
    dated = _YEAR.search(words) or re.match(since, match.skeleton.text[match.places["instrument"][1] :])
    return instrument.kind in _STANDING and not instrument.draft and dated is not None


_DATED = re.compile(rf",? (?:in|on) (?=[{DATE}])")


def _dated(folded: Skeleton, at: int) -> PartialDate | None:
    """The date right behind one instrument of a list: "signed S in 1977 and S in 2001"."""
    found = _DATED.match(folded.text, at + 1)
    fold = folded.fold_at(found.end()) if found else None
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None


def _step(
    annotations: Annotations, index: int, folded: Skeleton, match: Match, instrument: Instrument, at: int
) -> ToldStep:
    sentence = annotations.sentences[index].sentence
    makers = [*match.phrases("who"), *match.phrases("whom")]
    if match.pattern.gives.get("far") and not makers:
        makers = _subject(folded, match.start)
    start = match.places["verb"][0] if "verb" in match.places else match.start
    others = [at for at, fold in folded.placed(match.end) if isinstance(fold.payload, Instrument)]
    within = (
        _own_clause(folded, match.places["instrument"][0]),
        others[0]
        if others and "verb" in match.places and match.places["verb"][0] > match.places["instrument"][0]
        else len(folded.text),
    )
    return ToldStep(
        instrument,
        _status(match, instrument),
        index,
        sentence.span,
        match.pattern.name,
        makers,
        addressees=[*match.phrases("addressee"), *match.phrases("to_whom")],
        date=_dated(folded, at)
        or date_of(folded, start, match.end, within=within, since=match.pattern.gives["status"] == "in_force"),
        headline=sentence.block.kind is BlockKind.HEADLINE,
        same_day=same_day(folded),
        place=place_of(folded, start, match.end),
    )


def _own_clause(folded: Skeleton, at: int) -> int:
    """Where the words about the instrument at ``at`` begin: behind another instrument and the "and" after it."""
    others = [position for position, fold in folded.placed(0, at) if isinstance(fold.payload, Instrument)]
    if not others:
        return 0
    joined = folded.text.rfind(" and ", others[-1], at)
    return max(joined, 0)


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


def _status(match: Match, instrument: Instrument) -> StepStatus:
    status = StepStatus(match.pattern.gives["status"])
    said = cue(match)
    if match.verb.startswith("initial"):
        return StepStatus.DRAFT  # initialled: agreed between the negotiators, still to be signed
    if match.pattern.gives.get("standing") or match.pattern.gives.get("named"):
        return status
    if said is None or status in (StepStatus.DRAFT, StepStatus.PROPOSED):
        return status
    if said.status == "proposed":
        return StepStatus.PROPOSED
    if said.status == "planned":
        return StepStatus.DRAFT if instrument.draft and status is not StepStatus.SIGNED else StepStatus.PLANNED
    return status


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase stands for a person who may sign."""
    return phrase.person is not None and phrase.kind in (
        PhraseKind.PERSON,
        PhraseKind.HOLDER,
        PhraseKind.PRONOUN,
        PhraseKind.GROUP,
    )
