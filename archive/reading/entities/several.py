"""Words for several actors: "both sides", "the two ministers", "they". They mean those of their kind whom the text
has named, where their number fits; otherwise nobody.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.reading.entities import groups
from archive.reading.entities.persons.people import Human
from archive.reading.phrases import Marked, Phrase, PhraseKind, Sentence
from archive.values import MentionKind, Span

_MEMORY = 60  # sentences, or phrases of a sentence, that an epithet may reach back over
_MOST = 400  # phrases of the sentences before
_STATE_NOUNS = frozenset(("side", "sides", "parties", "countries", "states", "nations", "governments", "delegations"))
_BODY_NOUNS = frozenset(("agencies", "institutions", "offices", "authorities", "departments", "ministries"))


class Several:
    """Resolves words for several actors while a text is walked through in order."""

    def __init__(self, view: str, humans: Sequence[Human]) -> None:
        self.view = view
        self.humans = humans

    def resolved(self, sentence: Sentence, phrases: list[Phrase], before: Sequence[Marked]) -> list[Phrase]:
        """The phrases of a sentence with the words for several actors ("both sides",
        "they") resolved where they can be.
        """
        found: list[Phrase] = []
        starts = [phrase.span.start for phrase in phrases]
        earlier: list[Phrase] | None = None
        for match in groups.epithets(self.view, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            number = bisect_left(starts, span.end)  # phrases before this one start before the words end
            if number and phrases[number - 1].span.end > span.start:
                continue
            if earlier is None:
                earlier = [phrase for marked in before[-_MEMORY:] for phrase in marked.phrases][-_MOST:]
            recent = [*earlier, *phrases[max(0, number - _MEMORY) : number]]
            members = self._meant(match["noun"].lower(), (match["both"] or "").lower(), recent)
            if members or match["both"]:
                found.append(
                    Phrase(
                        PhraseKind.GROUP,
                        span,
                        span,
                        "epithet-of-several",
                        members=members,
                        mention=MentionKind.EPITHET,
                    )
                )
        resolved = [self._they(phrase, before) for phrase in phrases]
        return sorted([*resolved, *found], key=lambda phrase: phrase.span)

    def _they(self, phrase: Phrase, before: Sequence[Marked]) -> Phrase:
        if phrase.kind is not PhraseKind.PRONOUN or phrase.span.of(self.view).lower() not in (
            "they",
            "them",
            "their",
        ):
            return phrase
        for marked in reversed(before[-2:]):
            together = [other for other in marked.phrases if other.kind is PhraseKind.GROUP and other.members]
            if together:
                return replace(phrase, members=together[-1].actors())
            people = _distinct([other for other in marked.phrases if other.kind is PhraseKind.PERSON])
            if len(people) == 2:
                return replace(phrase, members=tuple(people))
            if people:
                break
        return phrase

    def _meant(self, noun: str, how: str, recent: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """The actors that an epithet for several means: those of its kind named most recently,
        when their number fits.
        """
        wanted = {"both": 2, "the two": 2, "the three": 3, "the four": 4}.get(how.strip())
        flat = [actor for phrase in recent for actor in phrase.actors()]
        if noun in _STATE_NOUNS:
            return self._states(wanted or 2, flat)
        if noun in _BODY_NOUNS:
            bodies = _distinct_bodies(flat)
            return tuple(bodies[-(wanted or 2) :]) if len(bodies) == (wanted or 2) else ()
        stem = (
            noun.replace("-", " ")
            .rstrip("s")
            .replace("prosecutors general", "prosecutor general")
            .replace("prosecutor generals", "prosecutor general")
        )
        people = [
            phrase for phrase in flat if phrase.kind is PhraseKind.PERSON and phrase.mention is not MentionKind.EPITHET
        ]
        if noun not in ("officials", "dignitaries", "interlocutors", "heads", "leaders", "chiefs", "partners"):
            titled = {
                human.name
                for human in self.humans
                if any(stem.split()[0] in post.title.lower() for post in human.offices())
            }
            people = [phrase for phrase in people if phrase.person in titled]
        chosen = _distinct(people)
        number = wanted or 2
        return tuple(chosen) if len(chosen) == number else ()

    def _states(self, number: int, flat: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """The states of the people and bodies that act in the text so far, if they are as many as the words say."""
        codes: dict[str, Phrase] = {}
        for phrase in flat:
            if phrase.country is not None and phrase.kind is not PhraseKind.PLACE:
                codes.setdefault(phrase.country, phrase)
        if len(codes) != number:
            acting: dict[str, Phrase] = {}
            for phrase in flat:
                if phrase.country is not None and phrase.kind in (PhraseKind.PERSON, PhraseKind.HOLDER):
                    acting.setdefault(phrase.country, phrase)
            codes = acting
        if len(codes) != number:
            return ()
        return tuple(
            Phrase(PhraseKind.COUNTRY, phrase.span, phrase.core, "state-of-an-actor", country=code)
            for code, phrase in codes.items()
        )


def _distinct(phrases: Iterable[Phrase]) -> list[Phrase]:
    """One phrase for each person, in order."""
    found: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.person is not None:
            found.setdefault(phrase.person, phrase)
    return list(found.values())


def _distinct_bodies(phrases: Iterable[Phrase]) -> list[Phrase]:
    found: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.organization is not None and phrase.kind is PhraseKind.ORGANIZATION:
            found.setdefault(phrase.organization.name, phrase)
    return list(found.values())
