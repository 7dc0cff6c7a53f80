"""In passing: meetings whose noun stands in a clause that no pattern of its own knows.

"On her agenda for Monday are talks with X in Lima": whatever the verb, a noun that names one certain meeting, with
those who meet, a place or a day in its clause, tells of it, unless the clause denies, doubts or only wishes for it.
"""

import re
from collections.abc import Sequence
from functools import partial

from archive.reading.matching.open_phrases import OPEN_GROUP
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS
from archive.reading.meetings.encounters import NO_CERTAIN_ONE, Encounter
from archive.reading.meetings.kinds import ASSEMBLIES
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import alternatives, load
from archive.values import MeetingKind

_WORDS = load("meetings")["passing"]
_any = partial(alternatives, "meetings", "passing")
_WORDS_OF_A_NAME, _WORDS_OF_A_GATHERING = 4, 3
_A_PARLIAMENT = 2  # words of a congress that is one: "the Congress"
_CLAUSE = re.compile(
    r"; |: | – |, (?:and|but|while|which|who|whose|where) (?=[^,]*\b(?:is|are|was|were|has|had|will)\b)"
)
_NOT_TOLD = re.compile(rf"\b{_any('not_told')}\b")
_GOVERNED = re.compile(rf"\b{_any('governed')} (?:the )?$")
_OUTCOME = re.compile(rf"\b{_any('outcomes')} of (?:the )?$")
_ONE_IN_THE_PLURAL = frozenset(_WORDS["one_in_the_plural"])
_ON_A_DAY = re.compile(rf",? (?:(?:on|in|from) )?{SYMBOLS[PhraseKind.DATE]}")
_QUALIFIES = re.compile(r" [A-Z]")


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
    if (
        encounter is None
        or (encounter.many and not encounter.short)
        or encounter.vague
        or encounter.determiner in (*NO_CERTAIN_ONE, "both")
    ):
        return False
    text, (start, end) = match.skeleton.text, match.places["encounter"]
    if _QUALIFIES.match(text, end):
        return False
    low, high = _clause(text, start, end)
    if not low <= match.start <= match.end <= high:
        return False
    if _tells_when(match, encounter, low):
        return True
    if _NOT_TOLD.search(match.skeleton.small, low, high):
        return False
    if _GOVERNED.search(text, low, start) and not _OUTCOME.search(text, low, start):
        return False
    return _is_certain(match, encounter)


_BEFORE = r"(?:by|before|ahead of|prior to|in time for|by the time of|until|pending)"
_WHEN = re.compile(rf"\b(?:{_BEFORE}|during|after|following|on the occasion of) (?:the )?$")
# "until the visit of P | is confirmed"
_IS_OPEN = re.compile(
    r"[^.,;:]{0,60} (?:is|are|was|were|has been|had been|can be|could be) (?:finally |formally )?"
    r"(?:agreed|approved|arranged|authori[sz]ed|called off|cancel+ed|confirmed|postponed|put off)\b"
)
# "described the visit of P | as historic"
_JUDGED = re.compile(r"\b(?:described|hailed|praised|termed|characteri[sz]ed|recalled) (?:the )?$")
_UNTIL_THEN = re.compile(rf"\b{_BEFORE} (?:the )?$")


def _tells_when(match: Match, encounter: Encounter, low: int) -> bool:
    """Whether a clause says when something else was, by somebody's visit, or how it was: that is a certain one."""
    visit = encounter.kind is MeetingKind.VISIT and encounter.determiner in ("the", "his", "her")
    if not visit or not any(phrase.rule != OPEN_GROUP for phrase in match.phrases("who")):
        return False
    text, start = match.skeleton.text, match.places["encounter"][0]
    if _JUDGED.search(text, low, start):
        return True
    return _WHEN.search(text, low, start) is not None and _IS_OPEN.match(text, match.end) is None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause of a meeting begins and ends."""
    before = [found.end() for found in _CLAUSE.finditer(text, 0, start)]
    after = _CLAUSE.search(text, end)
    return before[-1] if before else 0, after.start() if after else len(text)


def _is_certain(match: Match, encounter: Encounter) -> bool:
    """Whether the words of a meeting tell which one: by those who meet, by their number or by an article."""
    words = encounter.words.lower().split(" ")
    if encounter.short:
        return True  # one of a series that the text has told of
    if words[-1].endswith("lateral") and not encounter.determiner:
        return False  # "multilateral conventions, bilateral with Peru"
    if words[-1] == "congress" and len(words) <= _A_PARLIAMENT:
        return False
    if words[0].startswith("pursu"):
        return False  # "to pursue nuclear negotiations"
    if "whom" in match.places:
        known = any(phrase.rule != OPEN_GROUP for phrase in match.phrases("whom"))
        return known and (not encounter.plural or words[-1] in _ONE_IN_THE_PLURAL)
    dated = _ON_A_DAY.match(match.skeleton.text, match.end) is not None
    if dated and "state" in match.places and encounter.kind is MeetingKind.VISIT and not encounter.plural:
        return True  # "recalled her visit to Lima in March"
    if encounter.kind is MeetingKind.TRAINING and not encounter.determiner:
        return False  # "conducted training operations"
    if encounter.kind is MeetingKind.CALL or (encounter.plural and words[-1] not in _ONE_IN_THE_PLURAL):
        return False
    if encounter.determiner in ("a", "an", "another") or encounter.body is not None:
        return True
    gathering = encounter.kind in ASSEMBLIES or encounter.kind is MeetingKind.TRAINING
    named = gathering and (encounter.planned or encounter.words.split(" ")[-1][0].isupper())
    return named or len(words) >= (_WORDS_OF_A_GATHERING if gathering else _WORDS_OF_A_NAME)


_TO_COME = re.compile(r"[^,;:]{0,40}? (?:will|shall|(?:is|are) (?:to|due|set|planned|scheduled|foreseen|envisaged))\b")
_IS_AHEAD = re.compile(rf"\b{_any('ahead')}\b")
_PAST = re.compile(r"\b(?:was|were|had|did|last)\b")


def looks_ahead(match: Match) -> bool:
    """Whether the clause of a meeting that is told in passing says that it is still to come: "on the agenda are"."""
    text = match.skeleton.small
    low, high = _clause(text, *match.places["encounter"])
    if _TO_COME.match(text, match.places["encounter"][1], high):
        return True
    until_then = match.pattern.gives.get("visit") and _UNTIL_THEN.search(text, low, match.places["encounter"][0])
    if until_then and not _PAST.search(text, low, high):
        return True
    return _IS_AHEAD.search(text, low, high) is not None
