"""Coordination: which instruments of a list a match is about, and what is said of one that holds for the others."""

import re
from dataclasses import replace

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.matching.clauses import DATE
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import INSTRUMENT, Skeleton

_LISTED = re.compile(
    rf"(?: (?:of|in|on|dated) [{DATE}])?(?: (?:on|for|in) [^,;.{INSTRUMENT}]{{0,80}})?(?: \([^()]{{0,70}}\))?"
    r"(?:[;,]|[;,]? (?:and|as well as|along with|together with|alongside|plus))(?: (?:and|on|the|an?|also|\(\w\)))* ",
    re.IGNORECASE,
)
# "signed two documents with Peru|: a |memorandum and a treaty"
_BELOW = re.compile(
    rf"[^;:.{INSTRUMENT}]{{0,90}}(?::|,? namely:?|, that is,?|,? including| [–—-])(?: (?:the|an?|one|\(\w\)|\d\)))* ",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|both|several|\d)\b", re.IGNORECASE)


def carry_on(folded: Skeleton, matches: list[Match]) -> None:
    """Let what is said of an instrument before a list hold for those that follow: "signed S of D, S on X and S"."""
    before: int | None = None
    for at, fold in folded.placed():
        if not isinstance(fold.payload, Instrument):
            continue
        told = any(is_of(match, at) and ("verb" in match.places or _tells_of(match, at)) for match in matches)
        if before is not None and not told and _LISTED.fullmatch(folded.text, before + 1, at):
            mine = [match for match in matches if is_of(match, before) and _leads(match, before)]
            matches.extend(replace(match, places={**match.places, "instrument": (at, at + 1)}) for match in mine)
        elif before is not None and not told and _heads_a_list(folded, before, at):
            mine = [match for match in matches if is_of(match, before) and _leads(match, before)]
            matches[:] = [match for match in matches if match not in mine]
            matches.extend(replace(match, places={**match.places, "instrument": (at, at + 1)}) for match in mine)
        before = at


def _tells_of(match: Match, at: int) -> bool:
    """Whether a match begins at an instrument and says more of it than its name: "S followed in 2017"."""
    return match.start == at and match.end > at + len(INSTRUMENT) and not match.pattern.gives.get("last")


def _heads_a_list(folded: Skeleton, before: int, at: int) -> bool:
    """Whether an instrument only says how many are named behind it: "two documents: a memorandum and a treaty"."""
    fold = folded.fold_at(before)
    counted = fold is not None and _COUNTED.search(fold.span.of(folded.view)) is not None
    return counted and _BELOW.fullmatch(folded.text, before + 1, at) is not None


def _leads(match: Match, at: int) -> bool:
    """Whether the words of a match stand before the instrument: they may hold for a whole list."""
    verb = match.places.get("verb", (match.start, match.start))
    return match.end <= at + 1 and verb[1] <= at and not match.pattern.gives.get("drafts_only")


def is_of(match: Match, at: int) -> bool:
    """Whether a match is about the instrument at ``at``, and not only about another one of its list."""
    start, end = match.places.get("instrument", (-1, -1))
    last = match.skeleton.fold_at(end - 1) if start < end - 1 else None
    if last and at != end - 1 and last.span.of(match.skeleton.view).lower() == "it":
        return False  # "signed S in 2015, and it came into force": that is another clause
    first = match.skeleton.fold_at(at)
    behind = not match.auxiliaries and match.places.get("verb", (0, 0))[0] >= end
    if start <= at < end - 1 and behind and first and _has_year(first.payload):
        return False  # "the 1992 treaty and the memorandum signed in 2015": only the memorandum was signed then
    dated = match.skeleton.text[at + 1 : at + 3] == " (" and match.skeleton.text.startswith(", which ", end)
    if start <= at < end - 1 and (dated or match.skeleton.text.startswith((" that ", " which "), end)):
        return False  # "S and a treaty that entered into force": only the treaty did
    return start <= at < end


def of_heads(folded: Skeleton, matches: list[Match]) -> list[Match]:
    """The matches; what is told behind an instrument that only says what another is made to is told of that other.

    "A protocol to the memorandum of 2014 was signed": the protocol was.
    """
    return [_of_head(folded, match) for match in matches]


_MADE_TO = re.compile(
    rf"{INSTRUMENT} (?:to|amending|supplementing|implementing|extending|updating|replacing|(?:of|for|on) the "
    r"(?:implementation|extension|renewal|amendment|application) of) $"
)


def _of_head(folded: Skeleton, match: Match) -> Match:
    start, end = _list(match)
    if end != start + 1 or "verb" not in match.places or _verb(match) < end or not match.auxiliaries:
        return match
    head = _MADE_TO.search(folded.text, max(0, start - _MADE_BEFORE), start)
    return replace(match, places={**match.places, "instrument": (head.start(), head.start() + 1)}) if head else match


_MADE_BEFORE = 40  # letters before an instrument in which stands what is made to it


def _has_year(named: object) -> bool:
    """Whether an instrument is named with its year."""
    return isinstance(named, Instrument) and named.year is not None


def clauses_apart(matches: list[Match]) -> list[Match]:
    """The matches, where a verb before and one behind a list share it, each with its own part of the list.

    "signed S, and S will be signed in May": the second verb is said of the last instrument only.
    """
    behind = [match for match in matches if _is_list(match) and _verb(match) >= _list(match)[1] and match.auxiliaries]
    before = [match for match in matches if _is_list(match) and _verb(match) < _list(match)[0]] if behind else []
    lists = {_list(match) for match in behind} & {_list(match) for match in before}
    return [_own(match, lists) for match in matches] if lists else matches


def _own(match: Match, lists: set[tuple[int, int]]) -> Match:
    start, end = _list(match)
    if (start, end) not in lists:
        return match
    own = (start, end - 1) if _verb(match) < start else (end - 1, end)
    return replace(match, places={**match.places, "instrument": own})


def _is_list(match: Match) -> bool:
    start, end = _list(match)
    return end > start + 1 and "verb" in match.places


def _list(match: Match) -> tuple[int, int]:
    return match.places.get("instrument", (0, 0))


def _verb(match: Match) -> int:
    return match.places.get("verb", (match.start, match.start))[0]
