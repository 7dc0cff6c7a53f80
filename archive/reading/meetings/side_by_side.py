"""Side by side: people of different states who do something together, and so have met."""

from archive.reading.matching.patterns import Match
from archive.reading.phrases import Phrase, PhraseKind

_PEOPLE = (PhraseKind.HOLDER, PhraseKind.DELEGATION)


def stand_side_by_side(match: Match) -> bool:
    """Whether people act together of whom one at least is of a state that the others are not of, as far as is told."""
    people = [phrase for role in ("who", "whom") for phrase in match.phrases(role)]
    people = [phrase for phrase in people if phrase.person or phrase.kind in _PEOPLE]
    return len(people) > 1 and len(set(map(_state, people))) > 1


def _state(phrase: Phrase) -> str | None:
    return phrase.country or (phrase.office.country if phrase.office else None)
