"""Quotations: the words between quotation marks that the text gives as somebody's, and who said them.

Each block is folded with its quotations. A frame that names the speaker stands before the quotation in its sentence, or
right after it; a quotation without one goes on with the speaker before it, where nothing stands between. What only
names or distances something is no quotation, and words of a body or of somebody unnamed give none.
"""

import re
import string
from collections.abc import Iterator
from itertools import takewhile

from archive.reading.facts import Evidence, Quotation
from archive.reading.matching.narrators import interviewed
from archive.reading.matching.skeletons import ACTORS, PERSONS, QUOTED, Skeleton
from archive.reading.phrases import Annotations, BlockKind, Phrase
from archive.reading.quotations.blocks import Folded, blocks
from archive.reading.quotations.frames import (
    END,
    SPEAKERS,
    Frame,
    frame_after,
    frame_aside,
    frame_before,
    frame_of,
    is_told_of,
    last_frame,
    sentence_start,
    stands_behind,
)
from archive.reading.quotations.pieces import interrupted, whole
from archive.reading.quotations.speakers import Course
from archive.reading.quotations.speech import is_speech, is_whole, modifies, names_a_thing
from archive.reading.rejections import CandidateKind
from archive.values import Span


def find_quotations(annotations: Annotations) -> tuple[Quotation, ...]:
    """The quotations of a text, in order."""
    if not annotations.layout.quoted:
        return ()
    found = sorted(_quotations(annotations), key=lambda quotation: quotation.span)
    return tuple(whole(found, annotations.layout.quoted))


def _quotations(annotations: Annotations) -> Iterator[Quotation]:
    carried: Frame | None = None
    ended: Frame | None = None  # whose words ended the block before
    before: Folded | None = None
    speakers: set[str] = set()
    stated: set[str] = set()  # whose words stood alone, with no frame
    waiting: list[Span] = []  # paragraphs of a quotation whose speaker is still to be named
    course = Course(annotations)
    for folded in blocks(annotations, course):
        signed = _SIGNED.match(folded.skeleton.text)
        if signed and waiting:
            yield from _given(annotations, waiting, folded.skeleton, signed.start(1))
        last, previous, waiting = carried, None, waiting if _goes_on(folded) else []
        for at, zone in folded.quoted():
            pieces, frame = interrupted(folded.skeleton.view, folded.phrases, zone, course)
            frame = (
                frame
                or _frame(folded, zone, at, previous, last, course)
                or (_said_last(before) or ended if before and _stands_alone(folded, zone) else None)
                or _statement(annotations, folded, zone, speakers, stated)
            )
            speaker = annotations.person(frame.speaker) if frame and frame.speaker else None
            speakers |= {speaker.name} if speaker else set()
            stated |= {speaker.name} if speaker and frame and frame.rule == _OF_ONE else set()
            if frame is None and folded.skeleton.text.strip(" .") == QUOTED:
                waiting.append(zone)
            elif speaker and frame and waiting:
                evidence = (Evidence(_spanning(waiting[0], frame.span), frame.rule),)
                yield from (Quotation(each, evidence, speaker) for each in waiting)
                waiting = []
            if not speaker:
                reason = "whoever says it has no name here" if frame else "no words beside it give it as somebody's"
                annotations.reject(CandidateKind.QUOTATION, zone, frame.rule if frame else "frame", reason)
            if frame and speaker:
                for piece in pieces:
                    yield Quotation(piece, (Evidence(_spanning(frame.span, piece), frame.rule),), speaker)
            last, previous = frame or (last if _gap_is_short(folded, previous, at) else None), at
        carried, before = _carried(folded, last), folded
        ended = last if previous is not None and _gap_is_short(folded, previous, len(folded.skeleton.text)) else None


_SIGNED = re.compile(rf"[–—-]+ ?(?:[Tt]he )?([{PERSONS}])[^.]{{0,80}}\.?$")


def _goes_on(folded: Folded) -> bool:
    """Whether a block may go on with a quotation of the blocks before it: it opens with one."""
    return folded.skeleton.text.lstrip().startswith(QUOTED)


def _given(annotations: Annotations, waiting: list[Span], folded: Skeleton, at: int) -> Iterator[Quotation]:
    """Quotations that a name under them signs."""
    fold = folded.fold_at(at)
    name = fold.payload.person if fold and isinstance(fold.payload, Phrase) else None
    speaker = annotations.person(name) if name else None
    if fold and speaker:
        for zone in waiting:
            yield Quotation(zone, (Evidence(_spanning(zone, fold.span), "name under it"),), speaker)


def _frame(
    folded: Folded, zone: Span, at: int, previous: int | None, last: Frame | None, course: Course
) -> Frame | None:
    """The frame of a quotation, None where it is none."""
    text = folded.skeleton.text
    start = sentence_start(text, at)
    if previous is not None and previous >= start and _begins_anew(folded, previous, at):
        start = previous + 1
    before = text[start:at].strip(" \"'([–—-…")
    words = zone.of(folded.skeleton.view)
    left = frame_before(folded.skeleton, start, at) if before else None
    right = frame_after(folded.skeleton, at, words)
    if left and not right and previous is not None and left.span.end <= folded.skeleton.offset(previous):
        left = _gapped(folded, previous, at) or left
    if left and right and last and previous is not None and last.span.overlaps(left.span):
        left = None  # it is the frame of the quotation before: "...", X said; "...", Y agreed
    if left and right:
        close = text[start:at].rstrip().endswith((":", "that")) or left.span.end >= folded.skeleton.offset(at) - 4
        left, right = (left, None) if close else (None, right)
    if right:
        return right if is_speech(words, before, direct=True) else None
    if left:
        direct = text[start:at].rstrip().endswith((":", ",", ": –", ":-"))
        adjacent = left.span.end >= folded.skeleton.offset(at) - 1
        if names_a_thing(before):
            return None
        if not direct and not before.endswith(" as") and modifies(words, text[at + 1 :]):
            return None
        return left if is_speech(words, "" if adjacent else before, direct=direct) else None
    if before and previous is not None and previous >= start and not before.rstrip().endswith(":"):
        told = last is not None and last.span.end > folded.skeleton.offset(start)
        return last if told and is_speech(words, "", direct=False) else None  # "...", said X, "..."
    if before and is_speech(words, before, direct=False) and not modifies(words, text[at + 1 :]):
        end = next((found.start() for found in END.finditer(text, at + 1)), len(text))
        if (aside := frame_aside(folded.skeleton, start, end)) is not None:
            return aside
    if before or not is_whole(words) or is_told_of(folded.skeleton, at):
        return None
    if previous is not None:
        return last if _gap_is_short(folded, previous, at) else _lead_in(folded, start, previous, course)
    return last if start == 0 else _lead_in(folded, start, None, course)


def _gapped(folded: Folded, previous: int, at: int) -> Frame | None:
    """The one person between two quotations that share a verb: X spoke of "...", Y of "..."."""
    between = [phrase for phrase in folded.skeleton.phrases(previous, at) if phrase.kind in SPEAKERS]
    return Frame(between[0].person, "name between", between[0].span) if len(between) == 1 else None


def _begins_anew(folded: Folded, previous: int, at: int) -> bool:
    """Whether a sentence with a frame of its own begins behind the quotation before: "... so." She agreed: "..."."""
    text = folded.skeleton.text
    fold = folded.skeleton.fold_at(previous)
    ended = fold is not None and folded.skeleton.view[fold.span.end - 2 : fold.span.end - 1] in (".", "!", "?", "…")
    between = text[previous + 1 : at].strip()
    return ended and between[:1] in (*ACTORS, *_CAPITALS) and between.endswith((":", ",", "that"))


def _statement(
    annotations: Annotations, folded: Folded, zone: Span, speakers: set[str], stated: set[str]
) -> Frame | None:
    """A quotation that stands alone in its block, in a text that opens as the words of one person.

    A label may stand before it: "On digital evidence: ...". Once it has had such words, others may speak, too.
    """
    text = folded.skeleton.text
    before, after = text[: text.find(QUOTED)].rstrip(), text[text.rfind(QUOTED) + 1 :].strip(" .,;")
    if after or (before and not before.endswith((":", "–", "-"))) or not is_whole(zone.of(folded.skeleton.view)):
        return None
    if folded.block.kind is BlockKind.HEADLINE or _SIGNATURE.match(annotations.layout.view, folded.block.span.end):
        return None
    opening = takewhile(lambda marked: marked.sentence.span.start < _OPENING, annotations.sentences)
    persons = (phrase for marked in opening for phrase in marked.phrases if phrase.person)
    by = next((each.person for each in persons if _BY.search(annotations.layout.view, 0, each.span.start)), None)
    by = by or (None if before else interviewed(annotations, zone.start))
    return Frame(by, _OF_ONE, zone) if by and (speakers <= {by} or stated == {by}) else None


_OF_ONE = "statement of one"


_BY = re.compile(
    r"\b(?:[Ss]peech|[Rr]emarks|[Aa]ddress|[Ss]tatement|[Ii]nterview)\b[^.\n]{0,120} (?:by|of|with|from) (?:the )?$"
)
_SIGNATURE = re.compile(r"\s*[–—-]+ ?\w")
_CAPITALS = string.ascii_uppercase
_WHOLE = 3  # words that a quotation which stands alone has at least, and one more
_OPENING = 600  # letters in which a text says whose words it is


def _lead_in(folded: Folded, start: int, previous: int | None, course: Course) -> Frame | None:
    """The speaker of a quotation that stands alone: who speaks, or is alone, in the sentence before it."""
    if start == 0:
        return None
    text = folded.skeleton.text
    opening = max(sentence_start(text, start - 1), previous or 0)
    frame = last_frame(folded.skeleton, opening, start)
    if frame:
        return frame_of(frame)
    persons = {
        fold.payload.person
        for at, fold in folded.skeleton.placed(opening, start)
        if isinstance(fold.payload, Phrase) and fold.payload.kind in SPEAKERS and not stands_behind(text, at)
    }
    span = folded.skeleton.span_of(opening, start)
    subject = persons.pop() if len(persons) == 1 else course.recollection.subject_between(span.start, span.end)
    return Frame(subject, "the sentence before", span) if subject else None


def _gap_is_short(folded: Folded, previous: int | None, at: int) -> bool:
    """Whether nothing but the frame of the quotation before stands between it and this one."""
    if previous is None:
        return True
    return len(END.findall(folded.skeleton.text, previous + 1, at)) <= 1


def _carried(folded: Folded, last: Frame | None) -> Frame | None:
    """The frame that a quotation at the start of the next block goes on with."""
    text = folded.skeleton.text.rstrip()
    if text.endswith(":"):
        return frame_before(folded.skeleton, sentence_start(text, len(text) - 1), len(text))
    return last if text.endswith(QUOTED) else None


def _said_last(folded: Folded) -> Frame | None:
    """The frame of the last sentence of a block, for words that stand alone in the next one."""
    text = folded.skeleton.text.rstrip()
    found = last_frame(folded.skeleton, sentence_start(text, len(text) - 1), len(text))
    return frame_of(found) if found else None


def _stands_alone(folded: Folded, zone: Span) -> bool:
    """Whether a block is nothing but a quotation of whole sentences, and nobody signs it."""
    words = zone.of(folded.skeleton.view)
    alone = folded.skeleton.text.strip(" .") == QUOTED and len(words.split()) > _WHOLE and words[-1:] in ".!?…"
    return alone and not _SIGNATURE.match(folded.skeleton.view, folded.block.span.end)


def _spanning(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
