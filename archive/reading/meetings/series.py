"""Series: encounters that are named by their place in a series only.

"The first round was held in Lima and | the second | in Quito", "| a third round | is envisaged for May", "| the
largest |, held in Quito": each is one of the kind that the text told before it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from archive.reading.matching.skeletons import ENCOUNTER, Fold, Skeleton
from archive.reading.matching.triggers import telling_word
from archive.reading.meetings.encounters import Encounter
from archive.reading.vocabulary import alternatives, load
from archive.values import MeetingKind

_WORDS = load("meetings")["series"]
_any = partial(alternatives, "meetings", "series")
_NTH = rf"(?:{_any('places')}|\d+(?:st|nd|rd|th))"
_ROUND = _any("rounds")
_NO_ROUND = r"(?! of\b|-|'s?\b)"
# "a third round", "the next conclave", "Round nine", "a follow-up"
_NAMED = rf"(?:(?:the|a|an|their|its|another) )?(?:{_NTH}|new(?! date)|fresh|further) {_ROUND}\b{_NO_ROUND}"
_NAMED += rf"|another {_ROUND}\b{_NO_ROUND}|round (?:{_any('numbers')}|\d+)\b"
_NAMED += r"|(?:a|the) (?:follow-up|rematch|sequel)(?= (?:in|on|at|is|was|will|shall|has|to be)\b)"
_BEGINS = r"(?:begins?|began|starts?|started|opens?|opened|convenes?|convened|follows?|followed)"
_WHERE = (
    rf"(?= (?:in|on|at|from|is|was|will|shall|to be|took|takes|due|scheduled|planned|held|{_BEGINS}) "
    r"|, (?:held|hosted|convened) )"
)
_MOST = _any("most")
_BARE = rf"(?:the {_NTH}(?: one)?|a (?:second|third|fourth|fifth)|the {_MOST}(?: one| of (?:them|these|all))?){_WHERE}"
_OPENS = r"(?:(?:\band|[;,]|\bwhile|\bwith|\bto (?:hold|host|convene|organi[sz]e)|\bhosts?) |^)"
_SHORT = re.compile(
    rf"(?:{_OPENS}(?P<bare>{_BARE}))|(?:^|(?<= ))(?P<named>{_NAMED})|: (?P<one>one)(?= (?:on|in|at|with) )",
)
_COMES = re.compile(
    r" (?:was|is to be|will(?: now| probably| then)? be|had been) (?:held|hosted|convened)\b"
    r"| (?:took|takes|will(?: now| probably| then)? take|is to take) place\b"
    rf"| (?:(?:will|shall|is to) )?{_BEGINS} (?:in|on|at) | (?:will be|is to be|is|was) (?:in|on|at) [\ue007\ue008]"
    r"| (?:is|was|has been) (?:planned|scheduled|due|set|expected|foreseen) (?:for|to|in|on)\b"
    r"|, (?:held|hosted|convened) "
)
_OFFERED = re.compile(r"to (?:hold|host|convene|organi[sz]e) $", re.IGNORECASE)
_NEAR = 16  # letters
SERIAL_WORDS = frozenset((*_WORDS["places"], *_WORDS["alone"], "follow"))
_TELLING = SERIAL_WORDS | {"one", *map(telling_word, _WORDS["most"])}
_NUMBERED = re.compile(r"\d(?:st|nd|rd|th)")


def short_forms(folded: Skeleton, words: frozenset[str], named: list[Fold]) -> Iterator[Fold]:
    """The encounters of a sentence that only their place in a series names; ``named`` are the others."""
    if words.isdisjoint(_TELLING) and not _NUMBERED.search(folded.small):
        return
    for found in _SHORT.finditer(folded.small):
        group = found.lastgroup or "bare"
        start, end = found.span(group)
        span, said = folded.span_of(start, end), folded.text[start:end]
        before = [fold.payload for fold in named if fold.span.end <= span.start]
        last = before[-1] if before else None
        if any(fold.span.overlaps(span) for fold in named):
            continue
        if isinstance(last, Encounter) and (group != "one" or last.plural):
            yield Fold(
                span,
                ENCOUNTER,
                replace(last, span=span, words=said, determiner="the", plural=False, short=True),
            )
            continue
        offered = _OFFERED.search(folded.text, max(0, start - _NEAR), start) is not None
        if group == "named" or (group == "bare" and (offered or _COMES.match(folded.text, found.end()))):
            plain = Encounter(span, MeetingKind.BILATERAL, said, "the", plural=False, body=None, short=True)
            named = [*named, Fold(span, ENCOUNTER, plain)]
            yield named[-1]
