"""Choice: the matches of a sentence each with its subject, and of those that see one event the one that says most."""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.matching.modality import has_subject
from archive.reading.matching.patterns import Match
from archive.reading.matching.settings import behind_its_setting
from archive.reading.matching.skeletons import ACTORS, SYMBOLS
from archive.reading.phrases import PhraseKind


def with_subject(match: Match) -> Iterator[Match]:
    """A match whose opening actors are its subject; one without that, where its subject stands further off."""
    match = _before_the_next_clause(behind_its_setting(match))
    if match.pattern.gives.get("joins") or (has_subject(match) and not _is_object(match)):
        yield match
    elif match.pattern.gives.get("attends") and _in_a_row(match):
        yield match.without("who")
    elif _is_visited(match):
        yield replace(match.without("who"), start=match.places["verb"][0])
    elif "verb" in match.places and "encounter" not in match.places:
        for role in ("who", "host"):
            match = match.without(role)
        yield match


_AND_HE = re.compile(rf",? and ({SYMBOLS[PhraseKind.PRONOUN]})$")
_NEW_SUBJECTS = frozenset(["he", "she", "they", "it"])


def _before_the_next_clause(match: Match) -> Match:
    """A match without the subject of the next clause: "I met P, | and he agreed"."""
    start, end = match.places.get("whom", (0, 0))
    found = _AND_HE.search(match.skeleton.text, start, end) if end == match.end else None
    fold = match.skeleton.fold_at(found.start(1)) if found else None
    if found is None or fold is None or fold.span.of(match.skeleton.view).lower() not in _NEW_SUBJECTS:
        return match
    return replace(match, end=found.start(), places={**match.places, "whom": (start, found.start())})


_ROW = re.compile(
    rf"[{ACTORS}],? (?:and|as well as) (?:the )?(?:[\w-]+ ){{1,3}}"
    rf"(?:of|from) (?:the )?(?:[{ACTORS}] (?:of|from) (?:the )?)?$"
)


def _in_a_row(match: Match) -> bool:
    """Whether the actors that open a match are the last of a row: "A, B and members of the Board from | both sides"."""
    opens = match.places.get("who", (-1, 0))[0] == match.start
    return opens and _ROW.search(match.skeleton.text, max(0, match.start - 60), match.start) is not None


_OBJECT = re.compile(r"\b(?:\w{2,}ed|met|saw|told|gave|sees|meets|visits) (?:the |a |an )?$", re.IGNORECASE)


# "visited X", but not "the visiting X"
_VISITED = re.compile(
    r"\b(?:(?:visit|tour)(?:s|ed)?|(?<!the )(?<!\ba )(?:visit|tour)ing) (?:the |a |an )?$", re.IGNORECASE
)


def _is_visited(match: Match) -> bool:
    """Whether what opens a match was visited: "visit O in Lima before going to Quito to attend the forum"."""
    opens = match.places.get("who", (-1, 0))[0] == match.start and "verb" in match.places
    return opens and _VISITED.search(match.skeleton.text, max(0, match.start - 30), match.start) is not None


def _is_object(match: Match) -> bool:
    """Whether the actors that open a match belong to another verb: "visited X and met Y" says nothing of what X did."""
    text = match.skeleton.text
    if _is_visited(match):
        return True
    if "who" not in match.places or match.places["who"][0] != match.start or "aux" not in match.places:
        return False
    joined = re.search(r"\band\b", text[match.places["who"][1] : match.places["aux"][0]])
    return joined is not None and _OBJECT.search(text, max(0, match.start - 30), match.start) is not None


def apart(matches: list[Match]) -> list[Match]:
    """Of matches that tell the same event the one that says most."""
    best: list[Match] = []
    for match in sorted(matches, key=_weight, reverse=True):
        if not any(_same_event(match, other) for other in best):
            best.append(match)
    return sorted(best, key=lambda match: match.start)


def _weight(match: Match) -> tuple[int, int, int]:
    actors = sum(len(match.phrases(role)) for role in ("who", "whom", "host"))
    gives = match.pattern.gives
    rank = 3 if gives.get("strong") else 0 if gives.get("joins") else 1 if gives.get("carried") else 2
    rank = 0 if gives.get("weak") else -1 if gives.get("among") else rank
    rank = -1 if gives.get("fallback") and not gives.get("carried") else rank
    rank = -2 if gives.get("placed") else rank
    rank = -3 if gives.get("passing") else rank
    return (rank, actors + bool(gives.get("only")), -match.start)


def _same_event(one: Match, other: Match) -> bool:
    for joining, main in ((one, other), (other, one)):
        joins = joining.pattern.gives.get("joins") and not main.pattern.gives.get("joins")
        if joins and joining.places.get("whom", (0, 0))[0] >= main.end:
            return False  # "the workshop, which ended on Friday, brought together N"
        if joins and "encounter" in main.places and _names_others(joining, main):
            return False  # "the workshop, led by N, took place in L"
    if "encounter" in one.places and one.places["encounter"] == other.places.get("encounter"):
        return True
    return one.start < other.end and other.start < one.end


def _names_others(joining: Match, main: Match) -> bool:
    """Whether one match tells who was at the meeting of another, which has nobody there."""
    start, end = joining.places.get("whom", (0, 0))
    acting = (main.places[role] for role in ("who", "whom", "host") if role in main.places)
    same = joining.places.get("encounter") == main.places["encounter"]
    return same and start < end and not any(first < end and start < last for first, last in acting)
