"""Unnamed signings: what a sentence says of the signing of an instrument that only an earlier sentence names.

"P signed for the ministry, while Q signed for the police", "The signature is foreseen in Dakar in June".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import ADOPTED, OPEN_TO_OTHERS
from archive.reading.agreements.steps.postponed import day_put_off_to
from archive.reading.agreements.telling import Named, StepTelling
from archive.reading.matching.clauses import date_of, listed_behind
from archive.reading.matching.modality import cue, has_subject
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.pointing import same_day
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.whereabouts import place_of
from archive.reading.phrases import Annotations, Phrase
from archive.values import StepStatus

_NEAR = 2  # sentences between the instrument and what is said of its signing


def signings(
    annotations: Annotations, sentence: FoldedSentence, steps: Sequence[StepTelling], named: Sequence[Named]
) -> Iterator[StepTelling]:
    """The steps that a sentence without an instrument tells of the one named last before it."""
    last = max((each[-1].sentence for each in (steps, named) if each), default=-1)
    if last < 0 or sentence.index - last > _NEAR:
        return
    matches = [match for match in grammar("signatures").matches(sentence.folded, words=sentence.words) if _holds(match)]
    for match in matches:
        status = StepStatus(match.pattern.gives["status"])
        if match.pattern.gives.get("deed"):
            instrument = _ratified(sentence.index, steps, named)
        else:
            open_yet = status is StepStatus.PLANNED or bool(match.pattern.gives.get("signing"))
            instrument = _meant(sentence.index, steps, named, open_yet=open_yet)
        if instrument is None:
            continue
        said = cue(match)
        status = StepStatus.PLANNED if said is not None and said.status == "planned" else status
        later = day_put_off_to(sentence.folded, match.start) if status is StepStatus.PLANNED else None
        since = match.pattern.gives["status"] == "in_force"
        yield StepTelling(
            instrument,
            status,
            sentence.index,
            annotations.sentences[sentence.index].sentence.span,
            match.pattern.name,
            list(_makers(match)),
            date=later or date_of(sentence.folded, match.start, match.end, since=since),
            put_off=later is not None,
            same_day=same_day(sentence.folded),
            place=place_of(sentence.folded, match.start, match.end),
        )


def _holds(match: Match) -> bool:
    """Whether a match says that it is, or is to be, signed."""
    said = cue(match)
    return has_subject(match) and (said is None or said.status == "planned")


def _meant(index: int, steps: Sequence[StepTelling], named: Sequence[Named], *, open_yet: bool) -> Instrument | None:
    """The instrument named last before a sentence; one that is told as signed there, unless it may be ``open_yet``."""
    told = [(step.sentence, step.instrument) for step in steps if not step.headline and (open_yet or step.signs())]
    if open_yet:
        told += [(name.sentence, name.instrument) for name in named]
    near = [(at, instrument) for at, instrument in told if 0 <= index - at <= _NEAR]
    return max(near, key=lambda each: (not each[1].pointing, each[0], each[1].span.start))[1] if near else None


def done_with(instrument: Instrument) -> StepStatus:
    """What is done with an instrument at its end: a statement is adopted, a treaty signed."""
    return StepStatus.APPROVED if instrument.kind in ADOPTED else StepStatus.SIGNED


def _ratified(index: int, steps: Sequence[StepTelling], named: Sequence[Named]) -> Instrument | None:
    """The treaty or convention named last before a sentence that tells of a ratification."""
    told = [
        *((each.sentence, each.instrument) for each in steps),
        *((each.sentence, each.instrument) for each in named),
    ]
    near = [each for each in told if 0 < index - each[0] <= _NEAR and each[1].kind in OPEN_TO_OTHERS]
    return max(near, key=lambda each: (each[0], each[1].span.start))[1] if near else None


def _makers(match: Match) -> Iterator[Phrase]:
    """Who signs, each with the side that the words give them."""
    side = next(iter(match.phrases("side")), None)
    yield from listed_behind(match.skeleton, match.end)
    signers = (*match.phrases("who"), *match.phrases("person"))
    for maker in signers:
        if side is None or len(signers) > 1:
            yield maker
            continue
        body = side.organization
        country = side.country or (body.country if body else None)
        yield replace(maker, country=maker.country or country, organization=maker.organization or body)
