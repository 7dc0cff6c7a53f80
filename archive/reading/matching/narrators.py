"""Narrators: who says "I" where nothing is quoted: whose speech, interview, answer or letter a text is."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from archive.reading.facts import Person
from archive.reading.phrases import Annotations
from archive.values import Span

_HEAD = 5  # blocks at the top that say whose speech or interview it is
_BACK = 60  # blocks over which a tag of somebody who speaks holds
_LETTER = 15  # blocks of a letter between its salutation and its signature
_QUESTIONS = 2  # questions that make an interview
_LONGEST_QUESTION = 400

_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|lecture|keynote|interview|talk|intervention|toast)"
    r"(?: (?!by\b|of\b|with\b)[\w-]+){0,3} (?:by|of|with|from)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"(?:[–—-] )?(?P<tag>[A-Z][^:\n?!]{1,90}):\s")
_CREDIT = re.compile(r"(?:by|text|photos?|pictures?|interview|interviewer|editor|words)\b[ :]", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"'”’»)]*\s*$")


def narrator(annotations: Annotations, offset: int) -> str | None:
    """The name of the person who says "I" at a place of the text; None where the text does not tell."""
    blocks = annotations.layout.blocks
    here = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    if here < 0:
        return None
    view = annotations.layout.view
    for number in range(here, max(-1, here - _BACK), -1):
        span = blocks[number].span
        tag = _TAG.match(view, span.start, span.end)
        person = _of_the_tag(annotations, Span(*tag.span("tag"))) if tag else None
        if person is not None:
            return person
    return _of_the_speech(annotations) or _of_the_interview(annotations, here) or _of_the_letter(annotations, here)


def _of_the_tag(annotations: Annotations, tag: Span) -> str | None:
    """The person whom the words before a colon name by name, or by the office alone: "ATTORNEY-GENERAL: "."""
    named = _named_in(annotations, [tag])
    if len(named) == 1:
        return named[0].name
    words = tag.of(annotations.layout.view).casefold()
    holders = [
        person
        for person in annotations.persons
        if any(appointment.office.title.casefold() == words for appointment in person.appointments)
    ]
    return holders[0].name if len(holders) == 1 and not named else None


def _of_the_speech(annotations: Annotations) -> str | None:
    """The person whose speech or interview a text is, by a line of its head: "Remarks by P"."""
    for block in annotations.layout.blocks[:_HEAD]:
        found = _SPEECH.search(annotations.layout.view, block.span.start, block.span.end)
        if found is not None:
            named = _named_in(annotations, [Span(found.end(), block.span.end)])
            return named[0].name if named else None
    return None


def _of_the_interview(annotations: Annotations, here: int) -> str | None:
    """The one whom an interview introduces; none for the questions themselves."""
    view, blocks = annotations.layout.view, annotations.layout.blocks
    asked = [
        block.span.end - block.span.start <= _LONGEST_QUESTION
        and _QUESTION.search(view, max(block.span.start, block.span.end - 6), block.span.end) is not None
        for block in blocks[: here + _BACK]
    ]
    if sum(asked) < _QUESTIONS or asked[here]:
        return None
    first = asked.index(True)
    head = [block.span for block in blocks[: min(first + 1, _HEAD)] if not _CREDIT.match(view, block.span.start)]
    named = _named_in(annotations, head)
    in_office = [person for person in named if person.appointments]
    if len(named) > 1 and len(in_office) == 1:
        named = in_office
    return named[0].name if len(named) == 1 and here >= first else None


def _of_the_letter(annotations: Annotations, here: int) -> str | None:
    """The one who signs a letter on a line below it."""
    view, blocks = annotations.layout.view, annotations.layout.blocks
    before = blocks[max(0, here - _LETTER) : here + 1]
    if not any(view.startswith("Dear ", block.span.start) for block in before):
        return None
    for block in blocks[here + 1 : here + _LETTER]:
        for person in annotations.persons:
            if any(mention.span == block.span for mention in person.mentions):
                return person.name
    return None


def _named_in(annotations: Annotations, spans: Iterable[Span]) -> list[Person]:
    """The persons whom stretches of the text name, in the order of their names there."""
    found: dict[str, tuple[int, Person]] = {}
    for start, end in ((span.start, span.end) for span in spans):
        for person in annotations.persons:
            mentions = (mention.span for mention in person.mentions)
            starts = [one.start for one in mentions if start <= one.start and one.end <= end]
            if starts:
                found.setdefault(person.name, (min(starts), person))
    return [person for _, person in sorted(found.values(), key=lambda each: each[0])]
