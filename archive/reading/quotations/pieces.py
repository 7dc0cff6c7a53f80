"""One quotation in pieces, and pieces that are one quotation.

Its frame may stand inside the marks, between dashes; its words may run over paragraphs between one pair of marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from archive.reading.facts import Quotation
from archive.reading.matching.patterns import grammar
from archive.reading.matching.skeletons import of_phrases, skeleton
from archive.reading.phrases import Phrase
from archive.reading.quotations.frames import Frame, frame_of
from archive.reading.quotations.speakers import Course
from archive.values import Span

_INTERRUPTION = re.compile(r"(?<=[,.!?…]) ?[–—-] ?$|(?<= )[–—-] $")
_GOES_ON = re.compile(r"[^.,;:–—]{0,60}[.,;:]? ?[–—-] ?|[^,;:–—]{0,60}[.]?$")
_BLANK = 3  # characters between the paragraphs of one quotation


def whole(quotations: list[Quotation], zones: Sequence[Span]) -> Iterator[Quotation]:
    """The quotations; the parts of one that runs over paragraphs between one pair of marks are joined."""
    number = 0
    for zone in zones:
        parts: list[Quotation] = []
        while number < len(quotations) and quotations[number].span.start < zone.end:
            parts.append(quotations[number])
            number += 1
        if len(parts) > 1 and parts[0].span.start == zone.start and parts[-1].span.end == zone.end:
            apart = any(late.span.start - early.span.end > _BLANK for early, late in pairwise(parts))
            if not apart and len({part.speaker for part in parts}) == 1:
                evidence = tuple(each for part in parts for each in part.evidence)
                parts = [replace(parts[0], span=zone, evidence=evidence)]
        yield from parts


def interrupted(view: str, phrases: Sequence[Phrase], zone: Span, course: Course) -> tuple[list[Span], Frame | None]:
    """A quotation whose frame stands inside its marks, between dashes, in pieces; with the frame."""
    if not re.search(r"[–—-] ", zone.of(view)):
        return [zone], None
    inside = [phrase for phrase in phrases if phrase.span in zone]
    spoken = course.aside(skeleton(view, zone, of_phrases(inside)))
    for match in grammar("reporting_verbs", "right").matches(spoken):
        opening = _INTERRUPTION.search(spoken.text, 0, match.start)
        closing = _GOES_ON.match(spoken.text, match.end)
        frame = frame_of(match)
        if opening is None or closing is None or frame.speaker is None:
            continue
        pieces = [spoken.span_of(0, opening.start())] if opening.start() else []
        if closing.end() < len(spoken.text):
            pieces.append(spoken.span_of(closing.end(), len(spoken.text)))
        return pieces, frame
    return [zone], None
