"""Pages: a text that is itself an instrument: "JOINT STATEMENT ... We, the Prosecutors General of ... Done in Lima".

Its headline names it, its first sentence those who speak in it, its last one where it was done; below stand those who
signed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import SPOKEN
from archive.reading.agreements.telling import StepTelling, is_person
from archive.reading.matching.clauses import actors_in
from archive.reading.matching.narrators import WE, authors, speaking_together
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import ACTORS, PERSONS, SYMBOLS
from archive.reading.matching.whereabouts import place_of
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import PartialDate, Span, StepStatus

_PLACE, _DATE = SYMBOLS[PhraseKind.PLACE], SYMBOLS[PhraseKind.DATE]
_STATE = SYMBOLS[PhraseKind.COUNTRY]
_TOP = 8  # sentences in which a page says what it is and who speaks

_NAMED_BEFORE = re.compile(r"(?:[^a-z]|\b(?:of|the|and|on|text)\b)*")
_CLOSING = re.compile(
    r"\W*(?P<verb>Done|Adopted|Signed|Issued|Agreed)(?: and (?:signed|adopted))?(?: in (?:duplicate|triplicate))?,? "
    rf"(?:(?:at|in|on) (?:the (?:city|town) of )?[{_PLACE}{_STATE}{_DATE}]|this\b)"
)
_SIGNED_COPIES = re.compile(r"\b(?:single|duplicate|triplicate|originals?|cop(?:y|ies)|texts)\b")
_BEFORE_A_DAY = re.compile(r"(?:[A-Z][\w'’.-]+,?\s){0,4}(?:[–—-]\s)?(?:on\s)?")  # "New York, | 12 March 2024"
_SIGNATURE = re.compile(rf"\W*(?:For (?:the )?(?P<side>[{ACTORS}]):? )?(?P<who>[{PERSONS}])(?:, [^.;:]{{1,120}})?\W*")


def of_the_page(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> StepTelling | None:
    """The step of the instrument whose text the page is; None where it is none."""
    instrument = _headed(annotations, sentences)
    if instrument is None:
        return None
    speakers = next((each for each in sentences[1:_TOP] if WE.match(each.folded.text)), None)
    closing = next((each for each in reversed(sentences) if _CLOSING.match(each.folded.text)), None)
    status = _status(closing.folded.text if closing else "", instrument)
    signed = closing if status is StepStatus.SIGNED else None
    told = closing or (speakers if instrument.kind in SPOKEN else None)
    if told is None:
        return None
    makers = [*_signatories(sentences, signed), *_speakers(annotations, sentences[0])]
    if closing is None and not makers:
        return None
    return StepTelling(
        instrument,
        status,
        told.index,
        annotations.sentences[told.index].sentence.span,
        "the page is its text",
        makers,
        date=_day(annotations.layout.text, sentences, closing),
        place=place_of(told.folded, 0, 1),
        same_day=True,
    )


def _headed(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> Instrument | None:
    """The instrument that the first line of a page is the name of."""
    if not sentences:
        return None
    folded = sentences[0].folded
    at, first = next(
        ((at, fold.payload) for at, fold in folded.placed() if isinstance(fold.payload, Instrument)), (0, 0)
    )
    if not isinstance(first, Instrument) or first.determiner or first.draft:
        return None
    before = folded.span_of(0, at).of(folded.view) if at else ""
    own = first.title.of(folded.view)
    if not _NAMED_BEFORE.fullmatch(before) or not own[:1].isupper() or _VERB.search(folded.text, at):
        return None
    # "JOINT COMMUNIQUÉ", and whose it is on the next line
    line, *_ = first.title.of(annotations.layout.text).partition("\n")
    whole = not line.lower().endswith(first.noun)
    return first if whole else replace(first, title=Span(first.title.start, first.title.start + len(line)))


_VERB = re.compile(r"\b(?:signed|adopted|agreed|to be|will|signs?|adopts?|approved|concluded|issued)\b", re.IGNORECASE)


def _status(closing: str, instrument: Instrument) -> StepStatus:
    """What its last sentence says of it: adopted, or done in so many copies."""
    verb = closing.strip()[:6].lower()
    if verb.startswith(("adopte", "issued", "agreed")):
        return StepStatus.APPROVED
    if verb.startswith("signed") or _SIGNED_COPIES.search(closing):
        return StepStatus.SIGNED
    return StepStatus.APPROVED if instrument.kind in SPOKEN else StepStatus.SIGNED


def _day(text: str, sentences: Sequence[FoldedSentence], closing: FoldedSentence | None) -> PartialDate | None:
    """The day on which it was done: by its last sentence, or by a line near the top that is a date."""
    for phrase in closing.folded.phrases() if closing else ():
        if phrase.date:
            return phrase.date
    for sentence in sentences[:_TOP]:
        for phrase in sentence.folded.phrases():
            begins = text.rfind("\n", 0, phrase.span.start) + 1
            alone = _BEFORE_A_DAY.fullmatch(text, begins, phrase.span.start)
            if phrase.date and alone and text[phrase.span.end : phrase.span.end + 1] == "\n":
                return phrase.date
    return None


def _speakers(annotations: Annotations, first: FoldedSentence) -> Sequence[Phrase]:
    """The states for which a page speaks: those that say "We", or those that its headline calls its authors."""
    return speaking_together(annotations) or authors(annotations, first.folded.span)


def _signatories(sentences: Sequence[FoldedSentence], closing: FoldedSentence | None) -> Iterator[Phrase]:
    """Who signed it: the persons named below its last sentence, one to a line."""
    for sentence in sentences[closing.index + 1 :] if closing else ():
        line = _SIGNATURE.fullmatch(sentence.folded.text)
        if line is None:
            return
        who = next(iter(actors_in(sentence.folded, *line.span("who"))), None)
        side = next(iter(actors_in(sentence.folded, *line.span("side"))), None) if line["side"] else None
        if who is not None and is_person(who):
            yield replace(who, country=who.country or side.country) if side else who
