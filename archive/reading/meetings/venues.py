"""Venues: the places where meetings were, each with the words that name it.

A city that the text tells as a place is one of `Annotations.places` already; a state, a body or a building is a place
only where somebody met.
"""

import re
from collections.abc import Iterable
from operator import attrgetter

from archive.reading.facts import Mention, Place
from archive.reading.phrases import Annotations, Phrase
from archive.values import MentionKind, Span

_SEATED = re.compile(
    r"(?:Embassy|Consulate|High Commission|Mission|Office|Delegation|Residence)\b.* in (?P<city>[A-Z][\w' -]+)$"
)


class Venues:
    """The places that some phrases tell: one for each name, with a mention for each phrase that names it."""

    def __init__(self, annotations: Annotations, phrases: Iterable[Phrase]):
        self._annotations = annotations
        self._places = {place.name: place for place in reversed(annotations.places)}
        told: dict[str, dict[Span, Phrase]] = {}
        for phrase in phrases:
            name = self._name(phrase)
            if name not in self._places:
                told.setdefault(name, {})[phrase.core] = phrase
        for name, spans in told.items():
            countries = (phrase.country for phrase in spans.values() if phrase.country and not _seat(phrase))
            mentions = (self._mention(name, span) for span in sorted(spans, key=attrgetter("start")))
            self._places[name] = Place(name, next(countries, None), tuple(mentions))

    def place(self, phrase: Phrase | None) -> Place | None:
        """The place that one of the phrases tells."""
        return self._places[self._name(phrase)] if phrase is not None else None

    def _name(self, phrase: Phrase) -> str:
        if phrase.place is not None:
            return phrase.place
        core = phrase.core.of(self._annotations.layout.text)
        return _seat(phrase) or (phrase.organization.name if phrase.organization else core)

    def _mention(self, name: str, span: Span) -> Mention:
        at = self._annotations.layout.text.find(name, span.start, span.end)
        if at < 0:
            return Mention(span, MentionKind.SHORT)
        return Mention(Span(at, at + len(name)))


def _seat(phrase: Phrase) -> str | None:
    """The city of a body that its name tells: "at the Embassy of X in Ottawa"."""
    if phrase.place is not None or phrase.organization is None:
        return None
    seat = _SEATED.search(phrase.organization.name)
    return seat["city"] if seat else None
