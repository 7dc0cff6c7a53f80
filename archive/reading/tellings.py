"""Tellings: each place where a text says that somebody meets, met or is to meet.

One meeting may be told several times: `meetings` joins the tellings. A telling has what its own clause says and what
the course of the text gives it: the city of the visit that is going on, the day of the meeting before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.reading.clauses import (
    country_of,
    date_of,
    is_plural,
    place_of,
    points_back,
    same_day,
    sentence_skeletons,
)
from archive.reading.encounters import Encounter, fold_encounters
from archive.reading.patterns import Match, cue, grammar
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.reading.skeletons import SYMBOLS, Skeleton
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole, Span

_PLACE = SYMBOLS[PhraseKind.PLACE]
_TRAVEL = re.compile(
    r"\b(?:visit|trip|tour|stay|travel\w*|arriv\w*|flew|train|came|moved|went)\b(?: \w+){0,3}?"
    rf" (?:to|in) (?:the city of )?([{_PLACE}])",
    re.IGNORECASE,
)
_VISITED = re.compile(rf"\bvisit(?:s|ed|ing) ([{_PLACE}])", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|to) (?:\w+ ){0,4}$|\b(?:invit|accept|cancel|propos|expect)\w* [^.]*$", re.IGNORECASE
)
_PHONE = re.compile(
    r"\b(?:by|via|over|on) (?:the )?(?:tele)?phone\b|\bvideo ?(?:link|call|conference)|\bvideoconference|\bonline\b",
    re.IGNORECASE,
)
_MOST_SIDES = 3


@dataclass(slots=True)
class Telling:
    """One telling of a meeting."""

    kind: MeetingKind
    status: MeetingStatus
    sentence: int
    span: Span
    rule: str
    actors: list[tuple[Phrase, ParticipantRole]]
    place: Phrase | None = None
    date: PartialDate | None = None
    body: Phrase | None = None
    title: str | None = None
    headline: bool = False
    definite: bool = False
    plural: bool = False
    joins: bool = False
    countries: set[str] = field(default_factory=set)

    @property
    def persons(self) -> frozenset[str]:
        """The names of those who are known."""
        return frozenset(actor.person for actor, _ in self.actors if actor.person)


@dataclass(slots=True)
class _Course:
    """Where the text is: the city of the visit, the place and day of the last meeting."""

    visit: Phrase | None = None
    place: Phrase | None = None
    date: PartialDate | None = None


def find_tellings(annotations: Annotations) -> list[Telling]:
    """The tellings of a text, in order."""
    told: list[Telling] = []
    course = _Course()
    for index, bare in sentence_skeletons(annotations):
        folded = fold_encounters(bare)
        _travel(folded, course)
        for telling in _in_sentence(annotations, index, folded):
            _place_in_course(folded, telling, course)
            told.append(telling)
    return told


def _in_sentence(annotations: Annotations, index: int, folded: Skeleton) -> Iterator[Telling]:
    matches = [match for match in grammar("meetings").matches(folded) if _holds(match)]
    for match in _apart(matches):
        telling = _telling(annotations, index, folded, match)
        if telling is not None:
            yield telling


def _apart(matches: list[Match]) -> list[Match]:
    """Of matches that tell the same event the one that says most."""
    best: list[Match] = []
    for match in sorted(matches, key=_weight, reverse=True):
        if not any(_same_event(match, other) for other in best):
            best.append(match)
    return sorted(best, key=lambda match: match.start)


def _weight(match: Match) -> tuple[int, int, int]:
    actors = sum(len(match.phrases(role)) for role in ("who", "whom", "host"))
    return (0 if match.pattern.gives.get("joins") else 1, actors, -match.start)


def _same_event(one: Match, other: Match) -> bool:
    if "encounter" in one.places and one.places["encounter"] == other.places.get("encounter"):
        return True
    return one.start < other.end and other.start < one.end


def _encounter(match: Match) -> Encounter | None:
    return next((each for each in match.folded("encounter") if isinstance(each, Encounter)), None)


def _holds(match: Match) -> bool:
    """Whether a match is what its pattern asks for, and is not denied."""
    gives, encounter = match.pattern.gives, _encounter(match)
    if encounter is not None:
        if encounter.denied or ("only" in gives and encounter.kind != gives["only"]):
            return False
        if (encounter.kind is MeetingKind.VISIT) != (gives.get("visit", False) or gives.get("kind") == "visit"):
            return False
    if gives.get("several") and not _are_several(match):
        return False
    said = cue(match)
    return said is None or said.status != "none"


def _are_several(match: Match) -> bool:
    whole = [
        phrase
        for role in ("who", "whom")
        if role in match.places
        for phrase in match.skeleton.phrases(*match.places[role])
    ]
    return len(whole) > 1 or any(is_plural(phrase) for phrase in whole)


def _telling(annotations: Annotations, index: int, folded: Skeleton, match: Match) -> Telling | None:
    gives, encounter = match.pattern.gives, _encounter(match)
    actors = _actors(match)
    kind = MeetingKind(gives["kind"]) if "kind" in gives else encounter.kind if encounter else MeetingKind.BILATERAL
    if encounter and kind is not MeetingKind.VISIT and "kind" in gives and gives["kind"] == "call":
        kind = MeetingKind.CALL
    body = encounter.body if encounter else None
    telling = Telling(
        kind,
        _status(match, encounter),
        index,
        annotations.sentences[index].sentence.span,
        match.pattern.name,
        actors,
        body=body,
        headline=annotations.sentences[index].sentence.block.kind is BlockKind.HEADLINE,
        definite=encounter is not None and encounter.definite,
        plural=encounter is not None and encounter.plural and encounter.words.lower().rstrip().endswith("meetings"),
        joins=bool(gives.get("joins")),
    )
    telling.countries = {code for actor, _ in actors if (code := country_of(annotations, actor))}
    telling.kind = _refined(telling, match)
    goes = telling.kind is MeetingKind.VISIT
    telling.date = date_of(folded, match.start, match.end)
    if telling.kind is not MeetingKind.CALL:
        telling.place = place_of(folded, match.start, match.end, goes=goes)
    if goes and "state" in match.places:
        telling.countries |= {code for phrase in match.phrases("state") if (code := _state(annotations, phrase))}
    return telling


def _state(annotations: Annotations, phrase: Phrase) -> str | None:
    if phrase.country:
        return phrase.country
    return next((place.country for place in annotations.places if place.name == phrase.place), None)


def _actors(match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    hosted = match.pattern.name in ("received somebody", "was received by somebody", "greeting somebody")
    roles = {
        "host": ParticipantRole.HOST if hosted else ParticipantRole.PARTICIPANT,
        "who": ParticipantRole.GUEST
        if match.pattern.name == "was received by somebody"
        else ParticipantRole.PARTICIPANT,
        "whom": ParticipantRole.GUEST if hosted else ParticipantRole.PARTICIPANT,
    }
    if match.pattern.name == "greeting somebody":
        roles["who"] = ParticipantRole.HOST
    verb = match.verb
    if match.pattern.gives.get("attends"):
        chairs = verb.startswith(("chair", "co-chair", "presid", "moderat", "led", "lead"))
        speaks = verb.startswith(("spoke", "speak", "address", "deliver")) or match.pattern.name == "spoke at a meeting"
        roles["who"] = ParticipantRole.CHAIR if chairs else ParticipantRole.SPEAKER if speaks else roles["who"]
    found: list[tuple[Phrase, ParticipantRole]] = []
    for role in sorted((role for role in roles if role in match.places), key=lambda role: match.places[role]):
        found += [(phrase, roles[role]) for phrase in match.phrases(role)]
    return found


def _status(match: Match, encounter: Encounter | None) -> MeetingStatus:
    if "status" in match.pattern.gives:
        return MeetingStatus(match.pattern.gives["status"])
    said = cue(match)
    if said is not None:
        return MeetingStatus(said.status)
    if encounter is not None and "verb" not in match.places:
        if encounter.proposed:
            return MeetingStatus.PROPOSED
        if encounter.planned:
            return MeetingStatus.PLANNED
    return MeetingStatus.HELD


def _refined(telling: Telling, match: Match) -> MeetingKind:
    """The kind after a look at the verb and at the number of sides."""
    if telling.kind is MeetingKind.BILATERAL and "consult" in match.verb:
        return MeetingKind.CONSULTATION
    if telling.kind in (MeetingKind.BILATERAL, MeetingKind.MULTILATERAL) and _PHONE.search(
        match.skeleton.text, match.start
    ):
        return MeetingKind.CALL
    if telling.kind is MeetingKind.BILATERAL and len(telling.countries) >= _MOST_SIDES and not telling.plural:
        return MeetingKind.MULTILATERAL
    return telling.kind


def _travel(folded: Skeleton, course: _Course) -> None:
    """Note a visit that is going on: it gives its city to the meetings that follow."""
    for pattern in (_TRAVEL, _VISITED):
        for found in pattern.finditer(folded.text):
            fold = folded.fold_at(found.start(1))
            if fold and isinstance(fold.payload, Phrase) and not _FUTURE.search(folded.text[: found.start()]):
                course.visit = course.place = fold.payload


def _place_in_course(folded: Skeleton, telling: Telling, course: _Course) -> None:
    """Give a telling what the course of the text says, and carry the course on."""
    if telling.status is not MeetingStatus.HELD or telling.headline:
        return
    city = telling.place is not None and telling.place.kind is not PhraseKind.ORGANIZATION
    if telling.date is None and same_day(folded):
        telling.date = course.date
    if telling.kind is not MeetingKind.CALL and not city and not telling.joins:
        if points_back(folded) and course.place is not None:
            telling.place = course.place
        elif course.visit is not None and telling.kind is not MeetingKind.VISIT:
            telling.place = course.visit
    if telling.place is not None and telling.place.kind is not PhraseKind.ORGANIZATION:
        course.place = telling.place
    if telling.date is not None and telling.kind is not MeetingKind.VISIT:
        course.date = telling.date
