"""Events: from the annotations of a text to what happened and what was said in it.

The last stages of a reading, in order: topics, meetings, agreements, quotations; then what they have to do with each
other: the topics that a meeting discussed or an agreement covers, the meeting at which somebody spoke.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.reading.agreements.facts import find_agreements
from archive.reading.agreements.instruments.folding import fold_sentences
from archive.reading.agreements.steps.finding import find_steps
from archive.reading.facts import Agreement, Evidence, Meeting, Quotation, Topic, TopicOf
from archive.reading.matching.whereabouts import state_of_the_date_line
from archive.reading.meetings.facts import find_meetings
from archive.reading.phrases import Annotations, PhraseKind
from archive.reading.quotations.facts import find_quotations
from archive.reading.topics import find_topics
from archive.values import MeetingStatus, Span

_NAMES = (PhraseKind.ORGANIZATION, PhraseKind.HOLDER)


@dataclass(frozen=True, slots=True)
class Events:
    """What a text tells of: its subjects, encounters, instruments and words."""

    topics: tuple[Topic, ...]
    meetings: tuple[Meeting, ...]
    agreements: tuple[Agreement, ...]
    quotations: tuple[Quotation, ...]


def find_events(annotations: Annotations) -> Events:
    """The topics, meetings, agreements and quotations of a text."""
    if annotations.house is None:
        annotations = replace(annotations, house=state_of_the_date_line(annotations))
    topics = find_topics(annotations.layout.view, names=_names(annotations))
    sentences = fold_sentences(annotations)
    steps, named = find_steps(annotations, sentences)
    plain = find_meetings(annotations, sentences, steps)
    topical = tuple(
        replace(meeting, topics=tuple(_topics_of(meeting.evidence, topics, "told with the meeting")))
        for meeting in plain
    )
    again = dict(zip(map(id, plain), topical, strict=True))
    topical = tuple(replace(each, part_of=again[id(each.part_of)]) if each.part_of else each for each in topical)
    again = dict(zip(map(id, plain), topical, strict=True))
    told = find_agreements(annotations, steps, named, plain)
    agreements = tuple(
        replace(
            agreement,
            steps=tuple(
                replace(step, meeting=again[id(step.meeting)] if step.meeting else None) for step in agreement.steps
            ),
            topics=tuple(_topics_of(agreement.evidence, topics, "told with the agreement")),
        )
        for agreement in told
    )
    whole = {id(part): agreement for part, agreement in zip(told, agreements, strict=True)}
    agreements = tuple(replace(each, part_of=whole[id(each.part_of)]) if each.part_of else each for each in agreements)
    attended = _Attended(topical)
    quotations = tuple(
        replace(quotation, meeting=attended.last_before(quotation)) for quotation in find_quotations(annotations)
    )
    return Events(topics, topical, agreements, quotations)


def _names(annotations: Annotations) -> Iterator[Span]:
    """The spans of names that may hold the word of a topic: bodies and offices."""
    for marked in annotations.sentences:
        for phrase in marked.phrases:
            for actor in phrase.actors():
                if actor.kind in _NAMES or actor.office is not None:
                    yield actor.span


def _topics_of(evidence: Sequence[Evidence], topics: Sequence[Topic], rule: str) -> Iterator[TopicOf]:
    for topic in topics:
        found: set[Span] = set()
        for told in evidence:
            first = bisect_left(topic.mentions, told.span.start, key=lambda mention: mention.span.start)
            after = bisect_left(topic.mentions, told.span.end, key=lambda mention: mention.span.start)
            found.update(mention.span for mention in topic.mentions[first:after] if mention.span in told.span)
        if found:
            yield TopicOf(topic.slug, tuple(Evidence(span, rule) for span in sorted(found)))


class _Attended:
    """Who attended which meeting that was held, by the place where the text first tells of it."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._meetings: dict[str, list[tuple[int, Meeting]]] = {}
        for meeting in meetings:
            told = min(evidence.span.start for evidence in meeting.evidence)
            names = {each.person.name for each in meeting.participants if each.person}
            for name in names if meeting.status is MeetingStatus.HELD else ():
                self._meetings.setdefault(name, []).append((told, meeting))

    def last_before(self, quotation: Quotation) -> Meeting | None:
        """The meeting at which somebody says it: the last one told before these words that the speaker attended."""
        attended = self._meetings.get(quotation.speaker.name, []) if quotation.speaker else []
        return next((meeting for told, meeting in reversed(attended) if told < quotation.span.start), None)
