"""Timing: whether a meeting that is told is still to come, on which days it was, and whether a day is told at all."""

import re
from dataclasses import replace
from datetime import date as calendar_day
from datetime import timedelta

from archive.reading.matching.attributions import SAYS_AFTER
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Skeleton
from archive.reading.phrases import PhraseKind
from archive.values import PartialDate

_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) (?:to|due|set|scheduled|expected|planned)|plans? to|intends? to)\b",
    re.IGNORECASE,
)


def is_to_come(match: Match) -> bool:
    """Whether the sentence around a match without a verb of its own tells of the future."""
    text = match.skeleton.text
    if SAYS_AFTER.search(text, 0, match.start):
        return False  # "they will act together, P said after | M with Q"
    if match.start == 0 and _THEN_WILL.match(text, match.end):
        return True  # "During a visit to C, | P will meet Q"
    clause = max(text.rfind(mark, 0, match.start) for mark in (";", ": ", " said ", " that ")) + 1
    return _TO_COME.search(text, clause, match.start) is not None


_THEN_WILL = re.compile(
    r"(?:(?! (?:\w{2,}ed|said|says|told|met|held|took|paid|gave|spoke|had|was|were|that|who|which)\b)[^.;:]){0,90}?"
    r" (?:will|shall|(?:is|are) (?:to|due|set|scheduled|expected|planned))\b"
)


def is_gone_to(match: Match) -> bool:
    """Whether a meeting that only a participle describes is where somebody will go: "will speak at | a workshop hosted
    by O".
    """
    if match.auxiliaries or match.places.get("encounter", (-1, 0))[0] != match.start:
        return False
    text = match.skeleton.text
    return _HOSTED.fullmatch(match.verb) is not None and _WILL_GO_TO.search(text, 0, match.start) is not None


_HOSTED = re.compile(r"(?:held|hosted|organi[sz]ed|arranged|convened|conducted|staged|delivered)")
_WILL_GO_TO = re.compile(
    rf"{_TO_COME.pattern}(?:(?! (?:who|which|what|that|as|was|were|had|has)\b)[^.;:]){{0,120}}"
    r" (?:at|for|to|in|during|on) $"
)


def foretells(match: Match) -> bool:
    """Whether the words of a match themselves tell of the future: "on Saturday they will visit the school in Lima"."""
    return _TO_COME.search(match.skeleton.text, match.start, match.end) is not None


def is_still_to_come(match: Match, date: PartialDate | None, today: str | None, *, serial: bool = False) -> bool:
    """Whether a verb in the present tells of what is to come: "will be signed when they meet in Athens"."""
    over = date is not None and date.edtf is not None and today is not None and date.edtf[: len(today)] <= today
    when = _WHEN.search(match.skeleton.text, 0, match.start) and _PRESENT.fullmatch(match.verb)
    follows = serial and _BEGINS.fullmatch(match.verb) and not match.auxiliaries  # "the fifth begins on Monday"
    return (bool(when or follows) and not over) or _LEAVES.match(match.verb) is not None


def only_says_whose(match: Match) -> bool:
    """Whether the verb is a participle that only says whose meeting it is: "is due for a forum | hosted by Peru"."""
    at = match.places.get("verb", (0, 0))[0]
    beside = match.skeleton.text[max(0, at - 2) : at] == f"{ENCOUNTER} "
    return beside and not match.auxiliaries and match.skeleton.text.startswith(" by ", match.places["verb"][1])


_WHEN = re.compile(r"\bwhen (?:the )?$")
_BEGINS = re.compile(r"(?:begin|start|open|follow|convene|take|commence|kick)s(?: (?:place|off))?")
_LEAVES = re.compile(r"(?:leaves?|departs?|sets? (?:off|out)) for\b")
_PRESENT = re.compile(r"(?:meet|visit|convene|gather|travel|come|arrive)(?:s|es)?\b.*")


_SO_MANY_DAYS = re.compile(r"\b(two|three|four|five)(?:-day| days of)\b", re.IGNORECASE)
_DAYS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ENDED = re.compile(r"\b(?:ended|concluded|closed|wrapped up|wound up|came to an end|rose)\b", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:began|opened|started|kicked off|got under ?way|commenced)\b", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|starting|beginning) (?:on )?{SYMBOLS[PhraseKind.DATE]}(?! (?:to|until|till)\b)")
_NEAR = 30  # letters before a meeting: "rose from | a three-day meeting"


def all_days(folded: Skeleton, match: Match, date: PartialDate) -> PartialDate:
    """The days of a meeting of which only the first or last is told: "the two-day seminar ended yesterday"."""
    lasting = _SO_MANY_DAYS.search(folded.span.of(folded.view))
    if lasting is None or date.edtf is None or not date.is_day:
        return date
    more = timedelta(days=_DAYS[lasting[1].lower()] - 1)
    day = calendar_day.fromisoformat(date.edtf)
    if _FROM.search(folded.text, match.start):
        return replace(date, edtf=f"{day}/{day + more}")
    if _ENDED.search(folded.text, max(0, match.start - _NEAR)):
        return replace(date, edtf=f"{day - more}/{day}")
    return replace(date, edtf=f"{day}/{day + more}") if _BEGAN.search(folded.text, match.start) else date


def is_of_no_day(match: Match) -> bool:
    """Whether what a match says of the time is no day: "the group, created in 2022"."""
    dates = [phrase.date for phrase in match.phrases("date") if phrase.date]
    return any(date.edtf is not None and not date.is_day_or_interval for date in dates)
