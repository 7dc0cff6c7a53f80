"""Checks: whether a match of a pattern is what its pattern asks for, and which of several matches tells an event.

A pattern may ask for several people, for an official, for a visit or a course; what it finds may be denied, or be the
object of another verb. Of matches that see one event, the one that says most counts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.matching.clauses import country_of, is_plural
from archive.reading.matching.modality import cue, has_subject
from archive.reading.matching.open_phrases import OPEN_GROUP, is_open
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import INSTRUMENT, SYMBOLS, Skeleton
from archive.reading.meetings.encounters import Encounter
from archive.reading.phrases import Annotations, PhraseKind
from archive.reading.vocabulary import load
from archive.values import MeetingKind

FACES = "".join(SYMBOLS[kind] for kind in (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.DELEGATION))
_AFTER_A_NAME = frozenset(load("nouns")["after_names"])
_CAME_ABOUT = re.compile(
    r"\b(?:continu|manag|came|come|arriv|travel|went|flew|gather|conven|pleas|honou?r|privileg"
    r"|opportunity|return|happy|glad)",
    re.IGNORECASE,
)


def with_subject(match: Match) -> Iterator[Match]:
    """A match whose opening actors are its subject; one without that, where its subject stands further off."""
    if match.pattern.gives.get("joins") or (has_subject(match) and not _is_object(match)):
        yield match
    elif _is_visited(match):
        yield replace(match.without("who"), start=match.places["verb"][0])
    elif "verb" in match.places and "encounter" not in match.places:
        for role in ("who", "host"):
            match = match.without(role)
        yield match


_OBJECT = re.compile(r"\b(?:\w{2,}ed|met|saw|told|gave|sees|meets|visits) (?:the |a |an )?$", re.IGNORECASE)


_VISITED = re.compile(r"\b(?:visit|tour)(?:s|ed|ing)? (?:the |a |an )?$", re.IGNORECASE)


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
    return (rank, actors + bool(gives.get("only")), -match.start)


def _same_event(one: Match, other: Match) -> bool:
    for joining, main in ((one, other), (other, one)):
        joins = joining.pattern.gives.get("joins") and not main.pattern.gives.get("joins")
        if joins and joining.places.get("whom", (0, 0))[0] >= main.end:
            return False  # "the workshop, which ended on Friday, brought together N"
    if "encounter" in one.places and one.places["encounter"] == other.places.get("encounter"):
        return True
    return one.start < other.end and other.start < one.end


def encounter_of(match: Match) -> Encounter | None:
    """The noun phrase of a match that names a meeting."""
    return next((each for each in match.folded("encounter") if isinstance(each, Encounter)), None)


def holds(match: Match) -> bool:
    """Whether a match is what its pattern asks for, and is not denied."""
    gives, encounter = match.pattern.gives, encounter_of(match)
    if encounter is not None:
        if encounter.denied or ("only" in gives and encounter.kind != gives["only"]):
            return False
        if (encounter.kind is MeetingKind.VISIT) != (gives.get("visit", False) or gives.get("kind") == "visit"):
            return False
    if gives.get("several") and not _are_several(match):
        return False
    if encounter is not None and gives.get("attends") and encounter.many:
        return False
    if gives.get("indefinite") and encounter is not None and not _is_certain(encounter):
        return False
    if encounter is not None and gives.get("bare") and _is_drafting(match, encounter):
        return False
    if (
        gives.get("object")
        and encounter is not None
        and _IS_INSIDE.search(match.skeleton.text[: match.places["encounter"][0]])
    ):
        return False
    if "whom" in match.places and not match.phrases("whom"):
        return False  # "to host their next meeting"
    if gives.get("bodies") and not (encounter and encounter.many and _are_bodies(match)):
        return False
    held = match.verb.startswith(("h", "conduct"))
    if gives.get("object") and not held and encounter is not None and encounter.vague and not encounter.determiner:
        return False  # "continued discussions", "open dialogue"
    if _calls_for(match):
        return False
    if gives.get("carried") and _SUPPOSED.search(match.skeleton.text, 0, match.start):
        return False
    if "whom" in match.places and _qualifies_a_noun(folded=match.skeleton, place=match.places["whom"]):
        return False
    said = cue(match)
    if said is None and match.auxiliaries.endswith("to ") and not _CAME_ABOUT.search(match.verbal):
        return False  # "asked for leave to meet X": nobody says that it came about
    if gives.get("guest") and all(phrase.rule == OPEN_GROUP for phrase in match.phrases("whom")):
        return False
    if gives.get("guest") and all(phrase.kind is PhraseKind.COUNTRY for phrase in match.phrases("whom")):
        return False
    if gives.get("status") and encounter is not None and encounter.vague:
        return False
    if gives.get("faces") and not all(SYMBOLS[phrase.kind] in FACES for phrase in match.phrases("whom")):
        return False
    if gives.get("start") and match.start > 0:
        return False
    if gives.get("nominal") and said is None and not (encounter and (encounter.planned or encounter.proposed)):
        return False
    return said is None or said.status != "none"


_IS_INSIDE = re.compile(r"\b(?:at|during|in|on|ahead of|before|after|following) (?:the )?$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:could|may|might|if|whether|unless)\b", re.IGNORECASE)
_LONG_NAME = 4


def _is_certain(encounter: Encounter) -> bool:
    """Whether words tell a meeting by themselves: "a coordination meeting", not "the meeting"."""
    named = encounter.kind in (MeetingKind.SESSION, MeetingKind.CONFERENCE)
    return not encounter.many and (
        encounter.determiner in ("a", "an", "another")
        or (named and (encounter.body is not None or len(encounter.words.split()) >= _LONG_NAME))
    )


def _is_drafting(match: Match, encounter: Encounter) -> bool:
    """Whether "negotiations" are work on an instrument rather than an encounter: "the negotiations on S began"."""
    after = match.places["encounter"][1]
    return encounter.words.lower().endswith(("negotiation", "negotiations")) and (
        re.match(rf" (?:on|for|of|about|over) {INSTRUMENT}", match.skeleton.text[after:]) is not None
    )


def _are_bodies(match: Match) -> bool:
    """Whether those whom one met are bodies: "meetings at the Supreme Court"."""
    return all(phrase.kind is PhraseKind.ORGANIZATION for phrase in match.phrases("whom"))


def _calls_for(match: Match) -> bool:
    """Whether somebody only calls on others: "called on the states to share data"."""
    if not re.match(r"call(?:s|ed)? on", match.verb):
        return False
    return match.skeleton.text.startswith(" to ", match.end) or not all(
        SYMBOLS[phrase.kind] in FACES for phrase in match.phrases("whom")
    )


_HOSTED = re.compile(r"\b(?:received|welcomed|briefed|greeted|accompanied|hosted|guided|shown around) ", re.IGNORECASE)


def is_abroad(annotations: Annotations, match: Match) -> bool:
    """Whether those who visit a body come from another state, or are received there."""
    if _HOSTED.search(match.skeleton.text, match.end) or any(is_open(phrase) for phrase in match.phrases("who")):
        return True
    visitors = {code for phrase in match.phrases("who") if (code := country_of(annotations, phrase))}
    hosts = {phrase.organization.country for phrase in match.phrases("body") if phrase.organization} - {None}
    return bool(visitors) and ((bool(hosts) and not hosts & visitors) or annotations.house not in {None, *visitors})


def is_official(annotations: Annotations, match: Match) -> bool:
    """Whether those who act in a match travel for a state or body: a delegation, or persons in office."""
    return any(
        phrase.kind in (PhraseKind.HOLDER, PhraseKind.DELEGATION)
        or phrase.rule == OPEN_GROUP
        or phrase.office is not None
        or ((person := annotations.person(phrase.person or "")) is not None and person.appointments)
        for role in ("who", "whom")
        for phrase in match.phrases(role)
    )


_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) (?:to|due|set|scheduled|expected|planned)|plans? to|intends? to)\b",
    re.IGNORECASE,
)


def is_to_come(match: Match) -> bool:
    """Whether the sentence around a match without a verb of its own tells of the future."""
    text = match.skeleton.text
    clause = max(text.rfind(mark, 0, match.start) for mark in (";", ": ", " said ", " that ")) + 1
    return _TO_COME.search(text, clause, match.start) is not None


def _qualifies_a_noun(folded: Skeleton, place: tuple[int, int]) -> bool:
    """Whether the name of a state only qualifies what follows: "met with U.S. allies"."""
    if folded.text[place[1] - 1] != SYMBOLS[PhraseKind.COUNTRY]:
        return False
    following = re.match(r" ([A-Za-z]+)", folded.text[place[1] : place[1] + 30])
    return following is not None and following[1].lower() not in _AFTER_A_NAME


def _are_several(match: Match) -> bool:
    encounter = encounter_of(match)
    if encounter is not None and encounter.kind in (MeetingKind.SESSION, MeetingKind.CONFERENCE):
        return True
    whole = [
        phrase
        for role in ("who", "whom")
        if role in match.places
        for phrase in match.skeleton.phrases(*match.places[role])
    ]
    return len(whole) > 1 or any(is_plural(phrase) for phrase in whole)
