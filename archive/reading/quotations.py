"""Quotations: the words between quotation marks that the text gives as somebody's, and who said them.

Each block is folded with its quotations. A frame that names the speaker stands before the quotation in its sentence, or
right after it; a quotation without one goes on with the speaker before it, where nothing stands between. What only
names or distances something is no quotation, and words of a body or of somebody unnamed give none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archive.reading.facts import Evidence, Quotation
from archive.reading.open_phrases import with_open_phrases
from archive.reading.patterns import Match, grammar
from archive.reading.phrases import Annotations, Block, BlockKind, Phrase, PhraseKind
from archive.reading.skeletons import ACTORS, PERSONS, QUOTED, Fold, Skeleton, of_phrases, skeleton
from archive.reading.vocabulary import load
from archive.values import Span

_SPEAKERS = (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.PRONOUN)
_END = re.compile(r"(?:[.!?…][)\]]?|\n)(?=\s+[^a-z\s,;–-]|\s*$)")
_AFTER = re.compile(r"[\s,:–—-]*")
_STANDS_APART = re.compile(
    rf"(?:with|to|by|of|for|from|and|greeting|welcoming|thanking|receiving|meeting) (?:the )?(?=[{PERSONS}])",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"[{ACTORS}],? and (?:the )?$")
_INTERRUPTION = re.compile(r"[,.]? ?[–—-] ?$")
_GOES_ON = re.compile(r",? ?[–—-]? ?")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that say who speaks; ``speaker`` is the name of a person, None for a body or somebody unnamed."""

    speaker: str | None
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Folded:
    """A block with its phrases, its quoted stretches, and both folded."""

    block: Block
    phrases: tuple[Phrase, ...]
    zones: tuple[Span, ...]
    skeleton: Skeleton

    def quoted(self) -> list[tuple[int, Span]]:
        """The quoted stretches with their positions in the skeleton."""
        return [(at, fold.payload) for at, fold in self.skeleton.placed() if isinstance(fold.payload, Span)]


def find_quotations(annotations: Annotations) -> tuple[Quotation, ...]:
    """The quotations of a text, in order."""
    if not annotations.layout.quoted:
        return ()
    return tuple(sorted(_quotations(annotations), key=lambda quotation: quotation.span))


def _quotations(annotations: Annotations) -> Iterator[Quotation]:
    carried: Frame | None = None
    speakers: set[str] = set()
    waiting: list[Span] = []  # paragraphs of a quotation whose speaker is still to be named
    for folded in _blocks(annotations):
        signed = _SIGNED.match(folded.skeleton.text)
        if signed and waiting:
            yield from _given(annotations, waiting, folded.skeleton, signed.start(1))
        last, previous, waiting = carried, None, waiting if _goes_on(folded) else []
        for at, zone in folded.quoted():
            pieces, frame = _interrupted(annotations, folded, zone)
            frame = (
                frame or _frame(folded, zone, at, previous, last) or _only_speaker(annotations, folded, zone, speakers)
            )
            speaker = annotations.person(frame.speaker) if frame and frame.speaker else None
            speakers |= {speaker.name} if speaker else set()
            if frame is None and folded.skeleton.text.strip(" .") == QUOTED:
                waiting.append(zone)
            elif speaker and frame and waiting:
                evidence = (Evidence(_spanning(waiting[0], frame.span), frame.rule),)
                yield from (Quotation(each, evidence, speaker) for each in waiting)
                waiting = []
            if frame and speaker:
                for piece in pieces:
                    yield Quotation(piece, (Evidence(_spanning(frame.span, piece), frame.rule),), speaker)
            last, previous = frame or (last if _gap_is_short(folded, previous, at) else None), at
        carried = _carried(folded, last)


_SIGNED = re.compile(rf"[–—-]+ ?([{PERSONS}])[^.]{{0,80}}\.?$")


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


def _blocks(annotations: Annotations) -> Iterator[Folded]:
    """The blocks that are read, folded."""
    phrases: dict[Span, list[Phrase]] = {}
    blocks: dict[Span, Block] = {}
    for marked in annotations.sentences:
        block = marked.sentence.block
        blocks[block.span] = block
        phrases.setdefault(block.span, []).extend(marked.phrases)
    zones = iter(annotations.layout.quoted)
    zone = next(zones, None)
    for span, block in blocks.items():
        inside: list[Span] = []
        while zone is not None and zone.start < span.end:
            if zone.start >= span.start and not any(zone in phrase.span for phrase in phrases[span]):
                inside.append(Span(zone.start, max(zone.start + 1, min(zone.end, span.end))))
            zone = next(zones, None)
        yield _fold(annotations, block, phrases[span], inside)


def _fold(annotations: Annotations, block: Block, phrases: Sequence[Phrase], zones: Sequence[Span]) -> Folded:
    view = annotations.layout.view
    marks = [Fold(_with_marks(zone, block.span), QUOTED, zone) for zone in zones]
    outside = [phrase for phrase in phrases if not any(mark.span.overlaps(phrase.span) for mark in marks)]
    folds: list[Fold] = [*of_phrases(outside), *marks]
    return Folded(
        block, tuple(phrases), tuple(zones), with_open_phrases(annotations, skeleton(view, block.span, folds))
    )


def _with_marks(zone: Span, block: Span) -> Span:
    return Span(max(block.start, zone.start - 1), min(block.end, zone.end + 1))


def _frame(folded: Folded, zone: Span, at: int, previous: int | None, last: Frame | None) -> Frame | None:
    """The frame of a quotation, None where it is none."""
    text = folded.skeleton.text
    start = _sentence_start(text, at)
    before = text[start:at].strip(" \"'([–—-…")
    words = zone.of(folded.skeleton.view)
    left = _left(folded.skeleton, start, at) if before else None
    right = _right(folded, at, words)
    if left and right:
        close = text[start:at].rstrip().endswith((":", "that")) or left.span.end >= folded.skeleton.offset(at) - 4
        left, right = (left, None) if close else (None, right)
    if right:
        return right if _is_speech(words, before, direct=True) else None
    if left:
        direct = text[start:at].rstrip().endswith((":", ",", ": –", ":-"))
        adjacent = left.span.end >= folded.skeleton.offset(at) - 1
        return left if _is_speech(words, "" if adjacent else before, direct=direct) else None
    if before and previous is not None and previous >= start and not before.rstrip().endswith(":"):
        return last if _is_speech(words, "", direct=False) else None  # "...", said X, "..."
    if before or not _is_whole(words):
        return None
    if previous is not None:
        return last if _gap_is_short(folded, previous, at) else _lead_in(folded, start, previous)
    return last if start == 0 else _lead_in(folded, start, None)


def _only_speaker(annotations: Annotations, folded: Folded, zone: Span, speakers: set[str]) -> Frame | None:
    """A quotation that stands alone in its block, in a text in which one person speaks: a digest of a speech.

    A label may stand before it: "On digital evidence: ...".
    """
    text = folded.skeleton.text
    before, after = text[: text.find(QUOTED)].rstrip(), text[text.rfind(QUOTED) + 1 :].strip(" .,;")
    if after or (before and not before.endswith((":", "–", "-"))) or not _is_whole(zone.of(folded.skeleton.view)):
        return None
    if folded.block.kind is BlockKind.HEADLINE or (
        not speakers and not _SPEECH.search(annotations.layout.view[:_OPENING])
    ):
        return None
    if not speakers:
        opening = [marked for marked in annotations.sentences if marked.sentence.span.start < _OPENING]
        speakers = {phrase.person for marked in opening for phrase in marked.phrases if phrase.person}
    return Frame(next(iter(speakers)), "the only speaker", zone) if len(speakers) == 1 else None


_WHOLE = 3  # words of a sentence of its own; one less where it begins and ends like one
_OPENING = 600  # letters in which a digest of a speech says whose it is
_SPEECH = re.compile(r"\b(?:speech|remarks|address|statement|interview|quotes|said|words|spoke|told)\b", re.IGNORECASE)


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds ``at`` starts."""
    start = 0
    for found in _END.finditer(text, 0, at):
        start = found.end()
    return start


def _left(folded: Skeleton, start: int, end: int) -> Frame | None:
    """The frame before a quotation: the last one of its sentence; a colon makes a frame of any sentence."""
    found = _last_frame(folded, start, end)
    if found and not (found.pattern.name == "name and colon" and folded.text[found.end : end].strip()):
        return _of(found)
    if not folded.text[start:end].rstrip(" –-").endswith(":"):
        return None
    places = {match.end() for match in _STANDS_APART.finditer(folded.text, start, end)}
    phrases = [(at, fold.payload) for at, fold in folded.placed(start, end) if isinstance(fold.payload, Phrase)]
    persons = [(at, phrase) for at, phrase in phrases if phrase.kind in _SPEAKERS and phrase.person]
    subjects = [phrase for at, phrase in persons if at not in places] or [phrase for _, phrase in persons]
    if not subjects:
        return None
    return Frame(subjects[0].person, "colon", folded.span_of(start, end))


def _last_frame(folded: Skeleton, start: int, end: int) -> Match | None:
    matches = (
        match
        for match in grammar("reporting_verbs", "left").matches(folded, start, end)
        if match.pattern.name != "name and colon" or not folded.text[start : match.start].strip(" –-")
    )
    return max(matches, key=lambda match: (match.end, -match.start), default=None)


def _right(folded: Folded, at: int, words: str) -> Frame | None:
    """The frame right after a quotation."""
    text = folded.skeleton.text
    after = _AFTER.match(text, at + 1)
    begin = after.end() if after else at + 1
    end = next((found.end() for found in _END.finditer(text, begin)), len(text))
    if begin >= end:
        return None
    for match in grammar("reporting_verbs", "right").match_at(folded.skeleton, begin, end):
        rest = text[match.end :].lstrip()
        separate = words.rstrip().endswith((".", "!", "?", "…")) and not text[at + 1 : begin].strip()
        if separate and text[begin] in ACTORS and rest[:1] not in (".", ",", ";", ""):
            continue
        if rest[:1] == ":":
            continue
        return _of(match)
    named = re.match(rf" ?\(([{PERSONS}])\)", text[at + 1 :])
    if folded.block.kind is BlockKind.HEADLINE:
        named = named or re.fullmatch(rf" ?[:–—-] ([{PERSONS}])", text[at + 1 :])
    if named:
        phrase = folded.skeleton.fold_at(at + 1 + named.start(1))
        if phrase and isinstance(phrase.payload, Phrase):
            return Frame(phrase.payload.person, "name after", phrase.span)
    return None


def _of(match: Match) -> Frame:
    speakers = match.phrases("speaker")
    joined = _JOINED.search(match.skeleton.text, 0, match.places["speaker"][0]) if "speaker" in match.places else None
    alone = len(speakers) == 1 and speakers[0].kind in _SPEAKERS and not joined
    speaker = speakers[0].person if alone else None
    return Frame(speaker, match.pattern.name, match.skeleton.span_of(match.start, match.end))


def _lead_in(folded: Folded, start: int, previous: int | None) -> Frame | None:
    """The speaker of a quotation that stands alone: who speaks, or is alone, in the sentence before it."""
    if start == 0:
        return None
    text = folded.skeleton.text
    opening = max(_sentence_start(text, start - 1), previous or 0)
    frame = _last_frame(folded.skeleton, opening, start)
    if frame:
        return _of(frame)
    persons = {phrase.person for phrase in folded.skeleton.phrases(opening, start) if phrase.kind in _SPEAKERS}
    if len(persons) == 1:
        return Frame(persons.pop(), "the sentence before", folded.skeleton.span_of(opening, start))
    return None


def _gap_is_short(folded: Folded, previous: int | None, at: int) -> bool:
    """Whether nothing but the frame of the quotation before stands between it and this one."""
    if previous is None:
        return True
    return len(_END.findall(folded.skeleton.text, previous + 1, at)) <= 1


def _carried(folded: Folded, last: Frame | None) -> Frame | None:
    """The frame that a quotation at the start of the next block goes on with."""
    text = folded.skeleton.text.rstrip()
    if text.endswith(":"):
        return _left(folded.skeleton, _sentence_start(text, len(text) - 1), len(text))
    return last if text.endswith(QUOTED) else None


def _interrupted(annotations: Annotations, folded: Folded, zone: Span) -> tuple[list[Span], Frame | None]:
    """A quotation whose frame stands inside its marks, between dashes, in pieces; with the frame."""
    view = annotations.layout.view
    inside = [phrase for phrase in folded.phrases if phrase.span in zone]
    if not inside:
        return [zone], None
    spoken = skeleton(view, zone, of_phrases(inside))
    for match in grammar("reporting_verbs", "right").matches(spoken):
        opening = _INTERRUPTION.search(spoken.text, 0, match.start)
        closing = _GOES_ON.match(spoken.text, match.end)
        ended = closing is not None and (closing.end() > match.end + 1 or closing.end() == len(spoken.text))
        frame = _of(match)
        if opening is None or closing is None or not ended or frame.speaker is None:
            continue
        pieces = [spoken.span_of(0, opening.start())] if opening.start() else []
        if closing.end() < len(spoken.text):
            pieces.append(spoken.span_of(closing.end(), len(spoken.text)))
        return pieces, frame
    return [zone], None


def _spanning(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


@cache
def _naming() -> re.Pattern[str]:
    """Words before marks that only name something."""
    return re.compile(
        rf"\b(?:{'|'.join(load('reporting_verbs')['names']['before'])})(?: of| on| about)?$", re.IGNORECASE
    )


def _is_speech(words: str, before: str, *, direct: bool) -> bool:
    """Whether quoted words in a frame are speech, not a title, a name or a word held at a distance."""
    tokens = re.findall(r"\w[\w'-]*", words)
    if _naming().search(before) and len(tokens) <= 12:
        return False
    if _is_title(tokens) and not words.rstrip().endswith((".", ",", "!", "?", "…")):
        return False
    return len(tokens) >= (1 if direct else 2)


def _is_title(tokens: Sequence[str]) -> bool:
    long = [token for token in tokens if len(token) > 3]
    return 0 < len(tokens) <= 12 and bool(long) and all(token[0].isupper() or token[0].isdigit() for token in long)


def _is_whole(words: str) -> bool:
    """Whether quoted words are a sentence of their own."""
    tokens = words.split()
    enough = _WHOLE - (words[:1].isupper() and words.rstrip()[-1:] in (".", "!", "?"))
    return len(tokens) >= enough and not _is_title(tokens) and (words[:1].isupper() or words.rstrip()[-1:] in ".!?,…")
