"""Appeals: who only calls on others, and meets nobody."""

import re

from archive.reading.matching.open_phrases import FIRST_PERSON
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS
from archive.reading.phrases import PhraseKind

FACES = "".join(SYMBOLS[kind] for kind in (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.DELEGATION))


def is_without_faces(match: Match) -> bool:
    """Whether somebody in a match is met who is no person and no delegation."""
    return not all(
        SYMBOLS[phrase.kind] in FACES or phrase.person or phrase.rule == FIRST_PERSON
        for phrase in match.phrases("whom")
    )


def calls_for(match: Match) -> bool:
    """Whether somebody only calls on others: "called on the states to share data"."""
    if not re.match(r"call(?:s|ed)? on", match.verb):
        return False
    return match.skeleton.text.startswith(" to ", match.end) or is_without_faces(match)


# "a call on | the states to ratify it", "paid | a call on X": told by another pattern
_CALLED_UPON = re.compile(r"[^,.;]{0,20} to [a-z]")
_PAID = re.compile(r"\b(?:paid|pays?|paying) $")
_WORD = 8  # letters


def calls_upon(match: Match) -> bool:
    """Whether a call is an appeal, or its verb is told."""
    text = match.skeleton.text
    paid = _PAID.search(text, max(0, match.start - _WORD), match.start)
    return paid is not None or _CALLED_UPON.match(text, match.end) is not None
