"""Quoted titles: the instruments whose title stands between quotation marks: signed a "Memorandum on Training".

A noun may stand there by itself: agreed a "road map" on digital justice.
"""

import re
from collections.abc import Iterator

from archive.reading.agreements.instruments.naming import LITTLE, Instrument
from archive.reading.agreements.lexicon import plural, vocabulary
from archive.reading.matching.skeletons import INSTRUMENT, QUOTED, Fold, Skeleton, in_small_letters
from archive.values import Span

_TITLED = re.compile(r"(?:[A-Z][\w-]*,? |(?:of|and|on|the|for) )*$")
# "action | plan", "memorandum | of understanding"; not "secret | protocol", "historic | agreement"
_PLAIN = re.compile(r"(?:(?:action|work|cooperation|joint|framework) ){0,2}(?: of [a-z]+)?")
_MARKS = 2  # characters of a stretch that is nothing but its marks
_DETERMINER = re.compile(r"\b(an?|the|this|that|their|its) $", re.IGNORECASE)


def quoted(folded: Skeleton) -> Iterator[Fold]:
    """The instruments whose title stands between quotation marks: signed a "Memorandum on Training"."""
    for at, fold in folded.placed():
        if fold.symbol != QUOTED or fold.span.end - fold.span.start <= _MARKS:
            continue
        title = Span(fold.span.start + 1, fold.span.end - 1)
        words = title.of(folded.view)
        noun = vocabulary().pattern.search(in_small_letters(words))
        if noun is None or words[-1:] in ".,!?" or vocabulary().excluded.search(words):
            continue
        before = _DETERMINER.search(folded.text, max(0, at - 6), at)
        plain = before is not None and _PLAIN.fullmatch(words.replace(noun[1], "", 1)) is not None
        if not plain and (words[:1].islower() or not _TITLED.fullmatch(words[: noun.start()])):
            continue
        name = vocabulary().forms[noun[1]]
        span = folded.span_of(before.start() if before else at, at + 1)
        tokens = {token.lower() for token in re.findall(r"[^\W\d_][\w-]+", words)}
        telling = frozenset(tokens - {name, plural(name), *name.split(" ")} - LITTLE)
        determiner = before[1].lower() if before else ""
        kind = vocabulary().kinds[name]
        instrument = Instrument(span, title, kind, name, determiner, telling, (), None, None, False, False, False)
        yield Fold(span, INSTRUMENT, instrument)
