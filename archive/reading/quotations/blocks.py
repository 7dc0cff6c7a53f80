"""The blocks of a text, each folded with its phrases and its quoted stretches."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.reading.matching.open_phrases import with_open_phrases
from archive.reading.matching.skeletons import QUOTED, Fold, Skeleton, of_phrases, skeleton
from archive.reading.phrases import Annotations, Block, BlockKind, Phrase
from archive.reading.quotations.speakers import Course
from archive.values import Span


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


def blocks(annotations: Annotations, course: Course) -> Iterator[Folded]:
    """The blocks that are read, folded."""
    phrases: dict[Span, list[Phrase]] = {}
    kept: dict[Span, Block] = {}
    for marked in annotations.sentences:
        block = marked.sentence.block
        kept[block.span] = block
        phrases.setdefault(block.span, []).extend(marked.phrases)
    zones = iter(annotations.layout.quoted)
    zone = next(zones, None)
    for span, block in kept.items():
        inside: list[Span] = []
        while zone is not None and zone.start < span.end:
            lost = zone.start < span.start and not _is_closed(zone, annotations.layout.view)
            if zone.end > span.start and not lost and not _touches(zone, phrases[span], whole=True):
                start, end = max(zone.start, span.start), min(zone.end, span.end)
                inside.append(Span(start, max(start + 1, end)))
            if zone.end > span.end:
                break
            zone = next(zones, None)
        yield _fold(annotations, block, phrases[span], inside, course)


def _is_closed(zone: Span, view: str) -> bool:
    """Whether a closing mark ends a quoted stretch; where it is lost, the words end with their block."""
    return view[zone.end : zone.end + 3].strip(" \n")[:1] in ('"', "'", "‹", "›")


def _fold(
    annotations: Annotations, block: Block, phrases: Sequence[Phrase], zones: Sequence[Span], course: Course
) -> Folded:
    view = annotations.layout.view
    marks = [Fold(_with_marks(zone, block.span, view), QUOTED, zone) for zone in zones]
    outside = [phrase for phrase in phrases if not _touches(phrase.span, marks)]
    folds: list[Fold] = [*of_phrases(outside), *marks]
    plain = skeleton(view, block.span, folds)
    spoken = course.read(with_open_phrases(annotations, plain, plain.words()), item=block.kind is BlockKind.ITEM)
    return Folded(block, tuple(phrases), tuple(zones), spoken)


def _touches(span: Span, others: Sequence[Phrase] | Sequence[Fold], *, whole: bool = False) -> bool:
    """Whether a span overlaps one of others that stand in order and apart; with ``whole``, lies in one."""
    last = bisect_right(others, span.start, key=lambda other: other.span.start)
    near = others[max(0, last - 1) : last + 1]
    return any(span in other.span if whole else span.overlaps(other.span) for other in near)


def _with_marks(zone: Span, block: Span, view: str) -> Span:
    start, end = zone.start - 1, zone.end + 1
    while start > block.start and view[start] == " ":
        start -= 1
    while end < block.end and view[end - 1] == " ":
        end += 1
    return Span(max(block.start, start), min(block.end, end))
