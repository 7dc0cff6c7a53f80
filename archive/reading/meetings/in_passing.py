"""In passing: meetings whose noun stands in a clause that no pattern of its own knows.

"On her agenda for Monday are talks with X in Lima": whatever the verb, a noun that names one certain meeting, with
those who meet, a place or a day in its clause, tells of it, unless the clause denies, doubts or only wishes for it.
"""

import re
from collections.abc import Sequence

from archive.reading.matching.open_phrases import OPEN_GROUP
from archive.reading.matching.patterns import Match
from archive.reading.meetings.encounters import Encounter
from archive.values import MeetingKind

_WORDS_OF_A_NAME, _WORDS_OF_A_GATHERING = 4, 3
_GATHERINGS = (MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.TRAINING)
_NEVER_ONE = frozenset(("any", "no", "each", "every", "such", "several", "many", "various", "some", "all", "both"))
_CLAUSE = re.compile(
    r"; |: | – |, (?:and|but|while|which|who|whose|where) (?=[^,]*\b(?:is|are|was|were|has|had|will)\b)"
)
# Words by which a clause tells of no meeting that was or will be.
_NOT_TOLD = re.compile(
    r"\b(?:not|never|no|nor|neither|without|cannot|n't|could|would|might|may|must|if|whether|unless|should|until"
    r"|cancel\w*|call(?:ed|s|ing) off|postpon\w*|put off|shelved|abandon\w*|refus\w*|declin\w*|den(?:y|ies|ied)"
    r"|dismiss\w*|fail\w*|rumou?rs?|false|instead|contrary|supposed|unable|need|needs|needed|hopes?|hoped|wants?|wished"
    r"|importance|ready|readiness|necessary|encourag\w*|recommend\w*|urg(?:e|es|ed|ing)|every|usually|often|regularly"
    r"|withdrawn|broken off|since|fell through|yet to|possib\w*|ask(?:s|ed)?|propos\w*|suggest\w*|offer\w*|wish\w*"
    r"|request\w*|idea|invit(?:e|es|ed|ing|ations?)|floated|conduct of|training of|provides?|envisages?|includes?"
    r"|covers?)\b"
)
_GOVERNED = re.compile(
    r"\b(?:under|into|of|like|as|than|about|against|for further|open to|area of|field of|such as|forms? of|kinds? of)"
    r" (?:the )?$"
)
_OUTCOME = re.compile(
    r"\b(?:results?|outcomes?|reports?|minutes|end|close|eve|opening|closing|start|beginning|course|margins|sidelines"
    r"|day|days|hours?|framework|occasion|part|host|venue|scene|first|second|last|one) of (?:the )?$"
)
_QUALIFIES = re.compile(r" [A-Z]")
_GENERAL = ("talks", "consultations", "negotiations", "discussions")
# Reasons for which a pattern of its own has refused a meeting that is then not told in passing either.
DENIALS = frozenset(
    (
        "it did not come about",
        "the words deny the meeting",
        "it is asked or hoped for, not told",
        "talk in general, not a meeting",
        "what was planned was called off",
        "it is only supposed",
        "the negotiations are work on an instrument",
        "a government or parliament sits by itself",
    )
)


def without_echoes(matches: Sequence[Match], denied: set[int]) -> list[Match]:
    """The matches without those in passing of a meeting that a pattern of its own has told, or has found denied."""
    told = [each for each in matches if not (each.pattern.gives.get("passing") or each.pattern.gives.get("joins"))]

    def echoes(match: Match) -> bool:
        at, text = match.places["encounter"][0], match.skeleton.text
        beside = any(";" not in text[min(each.end, at) : max(each.start, at)] for each in told)
        return at in denied or beside

    return [each for each in matches if not each.pattern.gives.get("passing") or not echoes(each)]


def is_told_in_passing(match: Match, encounter: Encounter | None) -> bool:
    """Whether the clause of a match tells of one certain meeting, whatever its verb."""
    if encounter is None or encounter.many or encounter.vague or encounter.determiner in _NEVER_ONE:
        return False
    text, (start, end) = match.skeleton.text, match.places["encounter"]
    if _QUALIFIES.match(text, end):
        return False
    low, high = _clause(text, start, end)
    if not low <= match.start <= match.end <= high or _NOT_TOLD.search(match.skeleton.small, low, high):
        return False
    if _GOVERNED.search(text, low, start) and not _OUTCOME.search(text, low, start):
        return False
    return _is_certain(match, encounter)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause of a meeting begins and ends."""
    before = [found.end() for found in _CLAUSE.finditer(text, 0, start)]
    after = _CLAUSE.search(text, end)
    return before[-1] if before else 0, after.start() if after else len(text)


def _is_certain(match: Match, encounter: Encounter) -> bool:
    """Whether the words of a meeting tell which one: by those who meet, by their number or by an article."""
    words = encounter.words.lower().split(" ")
    if words[-1].endswith("lateral") and not encounter.determiner:
        return False  # "multilateral conventions, bilateral with Peru"
    if "whom" in match.places:
        known = any(phrase.rule != OPEN_GROUP for phrase in match.phrases("whom"))
        return known and (not encounter.plural or words[-1] in _GENERAL)
    if encounter.kind is MeetingKind.CALL or (encounter.plural and words[-1] not in _GENERAL):
        return False
    if encounter.determiner in ("a", "an", "another") or encounter.body is not None:
        return True
    gathering = encounter.kind in _GATHERINGS
    named = gathering and (encounter.planned or encounter.words.split(" ")[-1][0].isupper())
    return named or len(words) >= (_WORDS_OF_A_GATHERING if gathering else _WORDS_OF_A_NAME)


_IS_AHEAD = re.compile(
    r"\b(?:agenda|calendar|programme|schedule|itinerary|diary|next steps?|to follow|follows|prepares? (?:for|to)"
    r"|chosen as)\b"
)


def looks_ahead(match: Match) -> bool:
    """Whether the clause of a meeting that is told in passing says that it is still to come: "on the agenda are"."""
    text = match.skeleton.small
    low, high = _clause(text, *match.places["encounter"])
    return _IS_AHEAD.search(text, low, high) is not None
