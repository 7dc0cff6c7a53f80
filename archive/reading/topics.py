"""Topics: the subjects of a text, by the labels and wordings of the topic scheme (``seeds/topics.toml``).

A wording is anchored at its first letters: one automaton finds the anchors of all topics in one pass, and only there is
a wording tried. A broader topic stays only where the text also speaks of it outside the words of a narrower one; the
most general headings stay only alone. A hint ("the ombudsman") says a topic where a text says no other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from archive.reading.facts import Mention, Topic
from archive.reading.matching.skeletons import in_small_letters
from archive.reading.topic_scheme import compile_wording, heading, is_below, scheme
from archive.values import MentionKind, Span

_COMPOUND = 24  # letters of a compound, at most

# Words before a mention that take it back: "did not discuss extradition".
_DENIED = re.compile(
    r"\b(?:(?:did|do|does|would|will|had|has|have|was|were)(?:n't| not)(?: \w+)?"
    r" (?:discuss\w*|touch\w*|concern\w*|cover\w*|include\w*|address\w*)"
    r"|no (?:mention|discussion) of|nothing to do with|not about)\b[^.;:!?]{0,80}$"
)


_LEFT_OUT = re.compile(
    r"[^.;:!?]{0,90}\b(?:(?:was|were) (?:left out|dropped|removed|set aside"
    r"|not (?:discussed|mentioned|touched|on the agenda))"
    r"|(?:is|are|was|were|has been|have been)(?: \w+)? (?:cancell?ed|called off|abandoned|put off))\b"
)

# A law is named after a subject, but to cite it is not to speak of that: "the Data Privacy Act of 2012". What is done
# to a law at the start of a sentence is no part of its name: "Amendments to the Criminal Code".
_LINK = r"(?:(?:of|on|and|the|for|in|against|to|&) ){0,3}"
_LAW = re.compile(
    rf"\b(?!(?:Amend|Reform|Revis|Draft)\w* )(?:[A-Z][\w'-]*,? {_LINK}){{1,10}}?(?:Act|Code|Ordinance|Bill)\b"
    rf"|\b(?:Act|Law|Code|Bill|Decree) (?:on|against|for) (?:the )?[A-Z][\w'-]+(?: {_LINK}[A-Z][\w'-]+){{0,10}}"
)
_CITED = re.compile(r"[ABCDLO](?:ct|ode|rdinance|ill|aw|ecree)\b")  # far faster to look for

# "#DrugTrafficking"
_TAG = re.compile(r"#((?:[A-Z][a-z]+){2,6})\b")
_NEXT_PART = re.compile(r"(?<=[a-z])(?=[A-Z])")


def find_topics(view: str, *, names: Iterable[Span] = ()) -> tuple[Topic, ...]:
    """The topics of a text, each with its mentions, in order of first mention.

    ``names`` are the spans of bodies, offices and the like. A crime or a form of cooperation in the name of a body is
    what it works on, and a subject of the text where several names say it, or where the text says none by itself; any
    other subject inside a name ("Data Protection Supervisor") is none, nor is one that only the name of a law says.
    """
    places = sorted(names)
    said = scheme().automaton
    found = sorted(
        {*_mentions(view, places, said), *_tags(view)}, key=lambda each: (each[1].start, each[1].end, each[0])
    )
    spoken = _spoken_of(found, places)
    found = [each for each in found if each[0] in spoken]
    slugs = {slug for slug, _ in found}
    general = {slug for slug in slugs if heading(slug) == slug and any(is_below(other, slug) for other in slugs)}
    kept: dict[str, list[Span]] = {}
    for slug, span in found:
        if slug not in general and not any(_covers(other, one, slug, span) for other, one in _near(found, span)):
            kept.setdefault(slug, []).append(span)
    if all(heading(slug) == slug for slug in kept):
        for slug, span in _mentions(view, [], scheme().hints):
            kept.setdefault(slug, []).append(span)
    in_order = sorted(kept.items(), key=lambda each: min(each[1]))
    return tuple(
        Topic(slug, tuple(Mention(span, MentionKind.FULL) for span in _apart(spans))) for slug, spans in in_order
    )


def _spoken_of(found: Sequence[tuple[str, Span]], names: Sequence[Span]) -> set[str]:
    """The topics that a text speaks of: outside the names of bodies and offices, or in several of them.

    Where it speaks of none by itself, one name says what it is about.
    """
    starts = [name.start for name in names]
    in_names: dict[str, set[int]] = {}
    spoken: set[str] = set()
    for slug, span in found:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < names[index].end:
            in_names.setdefault(slug, set()).add(index)
        else:
            spoken.add(slug)
    often = _OFTEN if any(heading(slug) != slug for slug in spoken) else 1
    return spoken | {slug for slug, inside in in_names.items() if len(inside) >= often}


def _covers(other: str, one: Span, slug: str, span: Span) -> bool:
    """Whether a mention of the topic ``other`` takes the place of one of ``slug``.

    A narrower topic does; so does a plain compound of the same kind: "fraud" in "customs fraud", "smuggling" in
    "smuggling of migrants".
    """
    if other == slug or not one.overlaps(span):
        return False
    if is_below(other, slug):
        return True
    if is_below(slug, other) or heading(other) != heading(slug):
        return False
    return span in one and span.end - span.start < one.end - one.start < _COMPOUND


def _near(found: list[tuple[str, Span]], span: Span) -> Iterator[tuple[str, Span]]:
    """The mentions that may overlap ``span``; ``found`` is in the order of starts."""
    after = bisect_right(found, span.end, key=lambda mention: mention[1].start)
    for index in range(after - 1, max(-1, after - 12), -1):
        yield found[index]


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The longest of spans that overlap."""
    end = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            yield span
            end = span.end


_OFTEN = 2  # names of bodies after which a subject is one of the text
_OF_BODIES = frozenset({"crime", "legal-cooperation"})  # what bodies of justice are named after, and work on


def _tags(view: str) -> Iterator[tuple[str, Span]]:
    """The topics of tags, whose words are written as one."""
    for tag in _TAG.finditer(view):
        for slug, _ in _mentions(_NEXT_PART.sub(" ", tag[1]), [], scheme().automaton):
            yield slug, Span(*tag.span())


def _mentions(view: str, names: list[Span], automaton: Any) -> Iterator[tuple[str, Span]]:
    """The wordings that an automaton of the scheme finds, each with its topic."""
    lowered = in_small_letters(view)
    starts = [name.start for name in names]
    found: set[tuple[int, int, str]] = set()
    for last, (length, opening) in automaton.iter(lowered.replace("-", " ").replace("\n", " ")):
        start = last - length + 1
        before = lowered[start - 1] if start else " "
        if before.isalnum() or before == "_":
            continue
        if opening.any.match(lowered, start) is None:
            continue
        index = bisect_right(starts, start) - 1
        in_name = index >= 0 and start < names[index].end
        for wording in opening.wordings:
            if in_name and heading(wording.slug) not in _OF_BODIES:
                continue
            match = compile_wording(wording.words).match(lowered, start)
            if match and not (wording.in_capitals and not view[start : match.end()].rstrip("s").isupper()):
                found.add((start, match.end(), wording.slug))
    laws = [law.span() for law in _LAW.finditer(view)] if found and _CITED.search(view) else []
    for start, end, slug in sorted(found):
        denied = _DENIED.search(lowered, max(0, start - 120), start) or _LEFT_OUT.match(lowered, end)
        if not denied and not any(law <= start < behind for law, behind in laws):
            yield slug, Span(start, end)
