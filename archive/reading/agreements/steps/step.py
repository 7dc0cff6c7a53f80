"""One step: what a match tells of an instrument, with its day, its place and those who make it."""

import re
from dataclasses import dataclass, replace

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import SIGNED_ONLY
from archive.reading.agreements.lexicon import is_deed, is_noun, renews, step_of, words_for
from archive.reading.agreements.steps.dating import carried, date_of_step
from archive.reading.agreements.steps.ended import has_ended
from archive.reading.agreements.steps.infinitives import is_resolved
from archive.reading.agreements.steps.makers import makers_told
from archive.reading.agreements.steps.postponed import day_put_off_to
from archive.reading.agreements.steps.status import status_of
from archive.reading.agreements.telling import StepTelling
from archive.reading.matching.attributions import SAID_THAT
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match
from archive.reading.matching.pointing import same_day
from archive.reading.matching.skeletons import Skeleton
from archive.reading.matching.whereabouts import place_of
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.values import DateBasis, MentionKind, PartialDate, StepStatus


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence names an instrument."""

    annotations: Annotations
    index: int
    folded: Skeleton
    instrument: Instrument
    at: int

    def reject(self, match: Match, reason: str) -> None:
        """Note why a match tells no step of it; patterns that look at every instrument need no reason."""
        if "verb" in match.places or match.end > match.start + 1:
            span = self.folded.span_of(match.start, match.end)
            self.annotations.reject(CandidateKind.AGREEMENT, span, match.pattern.name, reason)


def recalled_step(step: StepTelling, place: Place) -> StepTelling:
    """The step of an instrument that is recalled with its year."""
    year = step.instrument.year
    date = carried(place.folded, place.at) or PartialDate(year or "", year, DateBasis.EXPLICIT)
    status = StepStatus.SIGNED if step.instrument.kind in SIGNED_ONLY else StepStatus.IN_FORCE
    return replace(
        step, status=status, rule="is recalled", date=date, makers=[], addressees=[], place=None, renews=False
    )


def step_told(place: Place, match: Match) -> StepTelling:
    """The step of an instrument that a match tells."""
    annotations, index, folded, instrument = place.annotations, place.index, place.folded, place.instrument
    sentence, gives = annotations.sentences[index].sentence, match.pattern.gives
    makers = makers_told(folded, match)
    start = _begins(match)
    bare = match.bare or match
    status = status_of(match, instrument)
    resolved = status is StepStatus.PLANNED and is_resolved(bare)  # "agreed in L on D | to sign S"
    first, last = _clause_of(bare.skeleton, bare)
    date = date_of_step(bare.skeleton, bare, instrument, place.at, (_begins(bare) if resolved else first, last))
    where = place_of(bare.skeleton, _begins(bare), bare.end)
    enters = gives["status"] == "in_force" and not gives.get("standing")
    ahead = enters and (status is StepStatus.PLANNED or _is_ahead(annotations, date))
    if is_deed(match) and _is_ahead(annotations, date):
        status = StepStatus.PLANNED  # "12 May 2027: signature of S"
    told = match.start if is_noun(match) else start  # "postponed the signing of S"
    later = day_put_off_to(folded, told) if status is StepStatus.PLANNED and not ahead else None
    return StepTelling(
        instrument,
        StepStatus.PLANNED if ahead else status,
        index,
        sentence.span,
        match.pattern.name,
        makers,
        addressees=[*match.phrases("addressee"), *match.phrases("to_whom")],
        date=later or date,
        put_off=later is not None,
        ahead=ahead,
        headline=_is_above_the_text(annotations, index),
        same_day=same_day(folded) or bool(gives.get("crowns")) or _is_of_the_event(folded, start),
        place=None if resolved and where and where.span.start < bare.skeleton.offset(_begins(bare)) else where,
        by_office=any(map(_is_by_office, folded.phrases(*match.places.get("who", (0, 0))))),
        initials=match.verb.startswith("initial"),
        initialled=match.verb.startswith("initial") and cue(match) is None,
        apart=bool(gives.get("apart")) or _FROM_AFAR.search(folded.text) is not None,
        consents=step_of(match) is StepStatus.APPROVED,
        joins=match.verb.startswith(("ratif", "acce", "adher", "join")) or bool(gives.get("treaty")),
        at_once=gives["status"] == "in_force" and _AT_ONCE.match(folded.text, match.end) is not None,
        proposes=bool(gives.get("authored")),
        older=bool(gives.get("older")),
        ended=bool(gives.get("standing")) and has_ended(match),
        news=_is_news(match, instrument),
        renews=renews(match) or match.verb.startswith("opened for"),
    )


# "was signed in writing, without any meeting", "by electronic signature"
_FROM_AFAR = re.compile(
    r"\b(?:(?:signed|concluded|made|done) (?:\w+ ){0,3}?(?:by (?:post|mail|courier|correspondence|circulation"
    r"|(?:an )?exchange(?: of (?:letters|notes))?)|electronically|digitally|in writing|in counterparts?)"
    r"|by (?:electronic|digital) signatures?|without (?:a |any )meeting)\b",
    re.IGNORECASE,
)


def _begins(match: Match) -> int:
    """Where a match tells its step: at its verb."""
    return match.places["verb"][0] if "verb" in match.places else match.start


def _is_news(match: Match, instrument: Instrument) -> bool:
    """Whether a new instrument is told to have been signed or adopted, and not when: "a memorandum was signed"."""
    new = instrument.determiner in ("a", "an") or instrument.loose or instrument.noun in words_for("adopted")
    told = match.auxiliaries.split()
    simple = bool(told) and told[0] in ("was", "were") and _NOW.issuperset(told)
    return new and simple and not instrument.year and _BEFORE_NOW.search(match.skeleton.text) is None


_NOW = frozenset({"was", "were", "also", "then", "finally", "unanimously", "jointly", "formally"})
_BEFORE_NOW = re.compile(
    r"\b(?:earlier|previously|already|ago|last|recall\w*|remind\w*|since|before|prior|previous|once|years?|history|had)\b"
    r"|\b(?:when|where|at which|during which)\b",
    re.IGNORECASE,
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
_EVENT = (
    r"(?:[\w-]+ ){0,2}(?:meetings?|talks|visit|summit|conference|session|negotiations|consultations|events?|ceremony"
    r"|trip|conversation|discussions|encounter|forum|gathering|round)\b"
)
_AT_ITS_END = re.compile(
    r"\b(?:(?:(?:at|upon|by|on|after|with) the (?:end|close|closing|conclusion|completion|margins|sidelines) of|during"
    r"|in the course of|as (?:a result|an outcome|part) of|(?:following|after)(?: the results? of)?"
    r"|(?:with)?in the framework of|concluding) (?:the|their|this|her|his|its) "
    + _EVENT
    + r"|on (?:this|the|that) occasion\b"
    r"|(?:signed|adopted|approved|initialled) there\b|on the sidelines\b|at noon\b"
    r"|at (?:its|the) (?:end|close|conclusion)(?=[.,;]|$)"
    # "the talks | ended with the signing of S", "the outcome of the visit was S"
    r"|the "
    + _EVENT
    + r"(?: (?!ago\b)[^\s,;.]+){0,6}? (?:ended|concluded|closed|culminated|crowned|capped|finished|completed|resulted"
    r"|sealed|saw|witnessed|followed|ends|concludes|culminates)\b"
    r"|\b(?:witnessed|attended|watched|oversaw|presided over) the (?:[\w-]+ )?sign(?:ing|ature)\b"
    r"|\bsign(?:ing|ature) of [^.;,]{1,40} was (?:witnessed|attended)\b"
    r"|(?:results?|outcomes?|culmination|highlights?|fruits?|achievements?|finale|centrepiece|climax)"
    r" of (?:the|their|this|her|his|its) " + _EVENT + ")",
    re.IGNORECASE,
)


# "the conference | adopted S"
_BY_EVENT = re.compile(rf"\b(?:the|this) {_EVENT} (?:also |then |finally |unanimously )*$", re.IGNORECASE)


# An item of the decisions of a meeting: "2. To approve S", "APPROVED S"
_AS_DECISION = re.compile(r"\W*(?:\(?(?:\d+|[a-z])[.)]+ )?(?:To (?:approve|adopt|endorse)|APPROVED|ADOPTED|ENDORSED)\b")


def _is_of_the_event(folded: Skeleton, verb: int) -> bool:
    """Whether a sentence tells of the meeting before it: "the talks ended with", "the meeting | adopted"."""
    by_event = _BY_EVENT.search(folded.text, 0, verb) or _AS_DECISION.match(folded.text)
    return by_event is not None or _AT_ITS_END.search(folded.text) is not None


_AT_ONCE = re.compile(
    r" (?:immediately|at once|with immediate effect"
    r"|(?:on|upon|from|as of) (?:the )?(?:(?:day|date|moment) of )?(?:its |the )?(?:signing|signature))\b"
)


def _clause_of(folded: Skeleton, match: Match) -> tuple[int, int]:
    """From where to where the words about an instrument go: up to the next one, where the verb stands behind it."""
    named = match.places["instrument"][0]
    behind = "verb" in match.places and match.places["verb"][0] > named
    others = (at for at, fold in folded.placed(match.end) if isinstance(fold.payload, Instrument))
    end = next(others, None) if behind else None
    said = match.start if SAID_THAT.search(folded.text, 0, match.start) else 0
    return max(said, _own_clause(folded, named)), len(folded.text) if end is None else end


def _own_clause(folded: Skeleton, at: int) -> int:
    """Where the words about the instrument at ``at`` begin: behind another instrument and the "and" after it."""
    others = [position for position, fold in folded.placed(0, at) if isinstance(fold.payload, Instrument)]
    if not others:
        return 0
    return max(0, *(folded.text.rfind(word, others[-1], at) for word in (" and ", " that ", ", while ", "; ")))
