"""Qualifiers: the day and city that stand before the noun of a meeting: "Friday's talks", "a Kuala Lumpur workshop"."""

import re

from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import PartialDate

_NEAR = 60  # letters
# "the D | summit", "D's Iraqi and Syrian | talks"
_DAY = re.compile(rf"{SYMBOLS[PhraseKind.DATE]}(?: |'s (?:[^\s,;:.]+ ){{0,3}})$")
_CITY = re.compile(
    r"(?:^|(?<!lines of )(?<!gins of )(?<!nges of )\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|last|next) )"
    rf"({SYMBOLS[PhraseKind.PLACE]}) $"
)


def date_before(folded: Skeleton, match: Match) -> PartialDate | None:
    """The date that qualifies the noun: "the 21 May summit"."""
    phrase = _before(folded, match, _DAY)
    return phrase.date if phrase else None


def city_before(folded: Skeleton, match: Match) -> Phrase | None:
    """The city that qualifies the noun: "the Lima talks"."""
    return _before(folded, match, _CITY)


def _before(folded: Skeleton, match: Match, pattern: re.Pattern[str]) -> Phrase | None:
    """The phrase that a pattern finds before the noun of a meeting."""
    if "encounter" not in match.places:
        return None
    start = match.places["encounter"][0]
    found = pattern.search(folded.text, max(0, start - _NEAR), start)
    fold = folded.fold_at(found.start(1) if found.re.groups else found.start()) if found else None
    return fold.payload if fold and isinstance(fold.payload, Phrase) else None
