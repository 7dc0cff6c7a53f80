"""Narrators: who says "I" where nothing is quoted: whose speech, interview, answer or letter a text is.

And who says "we": the states for which ministers speak in a joint statement.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from archive.reading.facts import Person
from archive.reading.phrases import Annotations, Phrase, PhraseKind, once_a_text
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
_TOP = 8  # sentences in which a statement says who speaks
WE = re.compile(r"(?:\d+\. )?We, ")
# "the Ministers of Justice of Peru, Chile and Brazil | wish": up to the first word that is no part of a title
_SPEAKING = re.compile(
    r"(?:(?:(?:the|of|and|for|as|well|on|behalf|general|public|foreign|in|charge|affairs|undersigned)\b"
    r"|[A-Z(&-][^\s;:]*|[a-z-]+(?<!s)s\b)[,)]*(?: |$))+"
)
_STATEMENT = re.compile(r"\b(?P<joint>joint\s(?:[\w-]+\s)?)?(?:statement|declaration|communiqu[eé])\s", re.IGNORECASE)
# "by the ministers of Peru and Chile | on the war between ..."
_AUTHORS = re.compile(
    r"\b(?P<how>of|by|between|from)\s"
    r"(?:(?!(?:about|after|against|ahead|at|before|during|following|in|on|over|regarding|to|with)\b)[^\s;:]+(?:\s|$))+",
    re.IGNORECASE,
)


def narrator(annotations: Annotations, offset: int) -> str | None:
    """The name of the person who says "I" at a place of the text; None where the text does not tell."""
    here = bisect_right(annotations.layout.blocks, offset, key=lambda block: block.span.start) - 1
    if here < 0:
        return None
    tagged = _tagged(annotations)
    before = bisect_right(tagged, here, key=lambda tag: tag[0])
    if before and tagged[before - 1][0] > here - _BACK:
        return tagged[before - 1][1]
    return _of_the_speech(annotations) or _of_the_interview(annotations, here) or _of_the_letter(annotations, here)


@once_a_text
def speaking_together(annotations: Annotations) -> tuple[Phrase, ...]:
    """The states that say "we" in a text: those behind its first "We, ", or whose statement the headline says it is."""
    view, spans = annotations.layout.view, []
    for marked in annotations.sentences[:_TOP]:
        span = marked.sentence.span
        opening = WE.match(view, span.start, span.end)
        found = _SPEAKING.match(view, opening.end(), span.end) if opening else None
        spans += [Span(*found.span())] if found else []
    if annotations.sentences:
        spans += _whose_statement(view, annotations.sentences[0].sentence.span)
    return _several_states(annotations, spans)


def authors(annotations: Annotations, headline: Span) -> tuple[Phrase, ...]:
    """The states behind the "by", "of" or "between" of a headline that names the instrument that a page is."""
    return _several_states(annotations, (Span(*found.span()) for found in _behind(annotations.layout.view, headline)))


def _several_states(annotations: Annotations, spans: Iterable[Span]) -> tuple[Phrase, ...]:
    """The states in the first of these places that names more than one."""
    for span in spans:
        codes = sorted(annotations.states_in(span))
        if len(codes) > 1:
            return tuple(Phrase(PhraseKind.COUNTRY, span, span, "speaks in its text", country=code) for code in codes)
    return ()


def _whose_statement(view: str, headline: Span) -> Iterator[Span]:
    """Where a headline may name those whose statement it is: a joint one may say first what it is on."""
    said = _STATEMENT.search(view, headline.start, headline.end)
    if said is None or said.end() == headline.end:
        return
    for found in _behind(view, Span(said.end(), headline.end)):
        if not said["joint"] and found.start() > said.end():
            return  # "Statement on the war | between Russia and Ukraine"
        yield Span(*found.span())


def _behind(view: str, headline: Span) -> Iterator[re.Match[str]]:
    """Where those may be named who made what a headline names, up to the first "by"."""
    for found in _AUTHORS.finditer(view, headline.start, headline.end):
        yield found
        if found["how"].lower() == "by":
            return


def interviewed(annotations: Annotations, offset: int) -> str | None:
    """The name of the person who answers at a place of an interview."""
    here = bisect_right(annotations.layout.blocks, offset, key=lambda block: block.span.start) - 1
    return _of_the_interview(annotations, here) if here >= 0 else None


@once_a_text
def _tagged(annotations: Annotations) -> list[tuple[int, str]]:
    """The numbers of the blocks that a tag opens, in order, each with the name of the person who speaks there."""
    found: list[tuple[int, str]] = []
    for number, block in enumerate(annotations.layout.blocks):
        tag = _TAG.match(annotations.layout.view, block.span.start, block.span.end)
        person = _of_the_tag(annotations, Span(*tag.span("tag"))) if tag else None
        if person is not None:
            found.append((number, person))
    return found


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


@once_a_text
def _of_the_speech(annotations: Annotations) -> str | None:
    """The person whose speech or interview a text is, by a line of its head: "Remarks by P"."""
    for block in annotations.layout.blocks[:_HEAD]:
        found = _SPEECH.search(annotations.layout.view, block.span.start, block.span.end)
        if found is not None and found.end() < block.span.end:
            named = _named_in(annotations, [Span(found.end(), block.span.end)])
            return named[0].name if named else None
    return None


def _of_the_interview(annotations: Annotations, here: int) -> str | None:
    """The one whom an interview introduces; none for the questions themselves."""
    questions = _questions(annotations)
    if bisect_left(questions, here + _BACK) < _QUESTIONS or here < questions[0] or here in questions:
        return None
    return _introduced(annotations)


@once_a_text
def _questions(annotations: Annotations) -> list[int]:
    """The numbers of the blocks that ask something, in order."""
    view = annotations.layout.view
    return [
        number
        for number, block in enumerate(annotations.layout.blocks)
        if block.span.end - block.span.start <= _LONGEST_QUESTION
        and _QUESTION.search(view, max(block.span.start, block.span.end - 6), block.span.end) is not None
    ]


@once_a_text
def _introduced(annotations: Annotations) -> str | None:
    """The one whom the lines above the first question, and this itself, name."""
    view, blocks = annotations.layout.view, annotations.layout.blocks
    first = _questions(annotations)[0]
    head = [block.span for block in blocks[: min(first + 1, _HEAD)] if not _CREDIT.match(view, block.span.start)]
    named = _named_in(annotations, head)
    in_office = [person for person in named if person.appointments]
    if len(named) > 1 and len(in_office) == 1:
        named = in_office
    return named[0].name if len(named) == 1 else None


def _of_the_letter(annotations: Annotations, here: int) -> str | None:
    """The one who signs a letter on a line below it."""
    blocks, salutations = annotations.layout.blocks, _salutations(annotations)
    last = bisect_right(salutations, here) - 1
    if last < 0 or salutations[last] < here - _LETTER:
        return None
    for block in blocks[here + 1 : here + _LETTER]:
        for person in annotations.persons:
            if any(mention.span == block.span for mention in person.mentions):
                return person.name
    return None


@once_a_text
def _salutations(annotations: Annotations) -> list[int]:
    """The numbers of the blocks that address somebody as letters do, in order."""
    view = annotations.layout.view
    return [
        number for number, block in enumerate(annotations.layout.blocks) if view.startswith("Dear ", block.span.start)
    ]


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
