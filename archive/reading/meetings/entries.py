"""Entries: lines without a verb that each tell a meeting: of a diary, a calendar, a programme, a report in points.

"12 June: Lisbon, annual conference", "Wed: lunch hosted by H", "Room B - C / C", "Study visit of N to L (D)". A line is
one where a day, a schedule or those who meet make it one; what goes on inside one meeting is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from archive.reading.matching.clauses import countries_of, country_of
from archive.reading.matching.open_phrases import is_open
from archive.reading.matching.ordinals import NTH
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, PERSONS, QUOTED, SYMBOLS, Skeleton
from archive.reading.meetings.agenda import HOUR
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.kinds import ASSEMBLIES, GATHERINGS
from archive.reading.meetings.schedules import Line, Schedule, go_on
from archive.reading.meetings.states import paired_states
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind, Sentence
from archive.reading.vocabulary import alternatives, load
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole

_any = partial(alternatives, "meetings", "entries")
_A_PAIR = 2
_LONGEST = 180  # letters of an entry
_STATE, _PLACE, _DATE = (SYMBOLS[kind] for kind in (PhraseKind.COUNTRY, PhraseKind.PLACE, PhraseKind.DATE))
_BODY, _PEOPLE = SYMBOLS[PhraseKind.ORGANIZATION], SYMBOLS[PhraseKind.DELEGATION]
_ANYBODY = ACTORS + SYMBOLS[PhraseKind.PLACE]
_VERB = re.compile(rf"\b{_any('verbs')}\b|\?|!", re.IGNORECASE)
_COMMON = frozenset(
    verb for verb in load("meetings")["entries"]["verbs"] if verb.isalpha()
)  # found at once where one stands apart
_OFF = re.compile(rf"\b{_any('off')}\b", re.IGNORECASE)
_TO_COME = re.compile(rf"\b{_any('to_come')}\b", re.IGNORECASE)
_AN = r"(?:the |an? |our |joint )?"
_ADJECTIVES = r"(?-i:(?:[A-Z][\w'-]*|[a-z]+-[a-z]+) ){0,3}?"
_NAMED = re.compile(
    rf"(?:{_any('before')} )?{_AN}{_ADJECTIVES}(?:{_STATE}(?:–|-| and | / |/){_STATE} )?"
    rf"(?:[{_BODY}{QUOTED}] )?(?P<what>{ENCOUNTER})",
    re.IGNORECASE,
)
_MEAL = re.compile(rf"{_AN}(?:[\w-]+ ){{0,2}}?{_any('meals')},? {_any('given')}\b", re.IGNORECASE)
_SIGNING = re.compile(rf"{_AN}(?:[\w-]+ )?{_any('signings')} of {_AN}{INSTRUMENT}", re.IGNORECASE)
_GATHERING = re.compile(
    rf"(?P<nth>{NTH} )?(?:[A-Z][\w'-]*,? |[{_BODY}] |(?:of|and|the) ){{0,5}}?(?i:{_any('gathering')})\b"
)
_SIDES = re.compile(rf"{_STATE}(?: ?[/–&-] ?| and | with ){_STATE}(?=\W*$| \(|:|,)")
_WITH = re.compile(rf"(?:[{PERSONS}] )?with (?:the )?[{ACTORS}]", re.IGNORECASE)
_VISIT = re.compile(
    rf"(?:[A-Z][a-z]+ )?{_any('visits')}"
    rf" (?:(?:of|by|from) (?:the |an? )?[{ACTORS}][^;:]{{0,60}}? to (?:the )?[{_ANYBODY}]"
    rf"|to (?:the )?[{_ANYBODY}] (?:of|by|from) (?:the |an? )?[{ACTORS}])",
    re.IGNORECASE,
)
_NEXT_TO = re.compile(
    r"(?:\b(?:with|between|among|of|for|by|from|and|hosted by|to)|[:,;(–/-]) ?(?:the |an? )?$", re.IGNORECASE
)
_JOINING = re.compile(r"\b(?:with|between|by|of|from) (?:the )?$")
_ANYTHING = f"{ACTORS}{ENCOUNTER}{INSTRUMENT}{_PLACE}{_DATE}"
# "the meeting | represents", "to the port of L, on D, | completed": what stands there is a verb
_PREDICATE = re.compile(rf"[{_ANYTHING}] (?!{_any('behind')}\b)[a-z]\w*|, (?!{_any('behind')}\b)\w+ed\b")
_APART = re.compile(r"(?:[,(–:|]|\b(?:in|at)) ?$")
_GOES_ON = re.compile(rf"; (?:and )?[{PERSONS}]")  # "P (O); P (O)"
_WHEN = re.compile(r"(?:[,:(–/-]|\b(?:on|in|from|by|for|during)(?: the)?) ?$")
_MONTH = 7  # letters of "2024-05": what says less is no day of a meeting


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line tells by its own words."""

    kind: MeetingKind
    encounter: Encounter | None
    actors: list[Phrase]
    states: set[str]
    place: Phrase | None
    day: PartialDate | None
    own: bool  # whether it says the day itself


class Entries:
    """The entries of a text, as far as it has been read."""

    def __init__(self) -> None:
        self._schedule = Schedule()

    def told(
        self, annotations: Annotations, sentence: FoldedSentence, folded: Skeleton, inside: list[Telling]
    ) -> list[Telling]:
        """The meetings of a sentence: those ``inside`` or, where it is a line without a verb, those of the line."""
        line = go_on(annotations, self._schedule, sentence, folded)
        if line is None:
            return inside
        end = folded.text.find(";", line.start)
        end = end if end >= 0 and _GOES_ON.match(folded.text, end) is None else len(folded.text)
        verbless = len(inside) <= 1 and _is_verbless(folded.text[line.start : end])
        if inside:
            if verbless:
                inside[0].place = inside[0].place or _city(folded, inside[0], line)
            return _dated(annotations, folded, line, inside) if line.listed else inside
        return list(_tellings(annotations, sentence.index, folded, line, end)) if verbless else []


def _is_verbless(words: str) -> bool:
    """Whether the words of a line are no sentence."""
    if len(words) > _LONGEST or not _COMMON.isdisjoint(words.split()):
        return False
    return not any(each.search(words) for each in (_VERB, _OFF, _PREDICATE))


def _city(folded: Skeleton, telling: Telling, line: Line) -> Phrase | None:
    """The one city that a line without a verb names, apart from its words: "Meeting with H, L, D"."""
    if telling.kind is MeetingKind.CALL:
        return None
    placed = ((at, fold.payload) for at, fold in folded.placed() if fold.symbol == _PLACE)
    cities = [(at, phrase) for at, phrase in placed if isinstance(phrase, Phrase)]
    if len(cities) != 1:
        return line.place if line.own and not cities else None
    at, city = cities[0]
    return city if at < line.start or _APART.search(folded.text[max(0, at - 4) : at]) else None


def _dated(annotations: Annotations, folded: Skeleton, line: Line, inside: list[Telling]) -> list[Telling]:
    """What is told at its hour in a schedule, with the day and the city of the schedule."""
    if line.day is None or not HOUR.match(folded.view, folded.span.start):
        return inside
    for telling in inside:
        if telling.date is None and telling.status is not MeetingStatus.PROPOSED:
            telling.date = line.day
            telling.place = telling.place or line.place
            if not telling.past or not _VERB.search(folded.text):
                telling.status = _status(annotations, folded.text, line, line.day)
    return inside


def _tellings(annotations: Annotations, index: int, folded: Skeleton, line: Line, end: int) -> Iterator[Telling]:
    told = _told(annotations, folded, line, end)
    if told is None or not _is_one(told, line, annotations.sentences[index].sentence):
        return
    noun = told.encounter
    telling = Telling(
        told.kind,
        _status(annotations, folded.text[line.start : end], line, told.day),
        index,
        annotations.sentences[index].sentence.span,
        "a line without a verb",
        [(actor, ParticipantRole.PARTICIPANT) for actor in told.actors],
        place=(line.place if line.own else None) or told.place or line.place,
        date=told.day,
        body=noun.body if noun else None,
        title=noun.words if noun else None,
        gives={"line": True},
        countries=told.states,
    )
    states = {country_of(annotations, actor) for actor in told.actors}
    together = " between " in folded.text[line.start : end]
    if together or not (noun and noun.plural and len(states) == len(told.actors) >= _A_PAIR):
        yield telling
        return
    for actor in told.actors:  # "bilaterals with A and B"
        yield replace(
            telling, actors=[(actor, ParticipantRole.PARTICIPANT)], countries=countries_of(annotations, [actor])
        )


def _told(annotations: Annotations, folded: Skeleton, line: Line, end: int) -> _Told | None:
    """What the words of a line tell; None where they name nothing."""
    found = _what(folded, line.start)
    if found is None:
        return None
    kind, encounter, behind = found
    inside = [(at, fold.payload) for at, fold in folded.placed(line.start, end) if isinstance(fold.payload, Phrase)]
    days = [each.date for at, each in inside if each.date and _WHEN.search(folded.text, max(0, at - 16), at)]
    days = [day for day in days if day.edtf and len(day.edtf.partition("/")[0]) >= _MONTH]
    places = [each for _, each in inside if each.kind is PhraseKind.PLACE]
    actors = _actors(folded, line.start, behind, end)
    states = countries_of(annotations, actors)
    states |= {each.country for _, each in inside if each.kind is PhraseKind.COUNTRY and each.country}
    for _, fold in folded.placed(line.start, end):
        states |= annotations.states_in(fold.span) if fold.symbol == INSTRUMENT else set()
    states |= paired_states(annotations, encounter.span) if encounter else set()
    return _Told(
        kind,
        encounter,
        [actor for actor in actors if not is_open(actor)],
        states,
        places[-1] if places else None,
        line.day if line.own else next(iter(days), line.day),
        line.own or bool(days),
    )


def _what(folded: Skeleton, start: int) -> tuple[MeetingKind, Encounter | None, int] | None:
    """What the words of a line name at their head: the kind of meeting, its noun, and where the noun ends."""
    text = folded.text
    if found := _SIGNING.match(text, start):
        return MeetingKind.CEREMONY, None, found.end()
    if found := _NAMED.match(text, start):
        fold = folded.fold_at(found.start("what"))
        encounter = fold.payload if fold else None
        if isinstance(encounter, Encounter) and not (encounter.many or encounter.short):
            return encounter.kind, encounter, found.end()
        return None
    if found := _MEAL.match(text, start):
        return MeetingKind.CEREMONY, None, found.end()
    if found := _VISIT.match(text, start):
        return MeetingKind.VISIT, None, start
    people = folded.fold_at(start)
    if people is not None and people.symbol == _PEOPLE and _GATHERING.match(people.span.of(folded.view)):
        return MeetingKind.MULTILATERAL, None, len(text)
    if (found := _GATHERING.match(text, start)) and text[found.end() : found.end() + 1] in " ,":
        return MeetingKind.CONFERENCE if found["nth"] else MeetingKind.MULTILATERAL, None, len(text)
    if (found := _SIDES.match(text, start)) or (found := _WITH.match(text, start)):
        return MeetingKind.BILATERAL, None, start
    return None


def _actors(folded: Skeleton, start: int, behind: int, end: int) -> list[Phrase]:
    """Those who meet by the words of a line: next to a word that joins them to its noun."""
    found: list[Phrase] = []
    for at, fold in folded.placed(start, end):
        if fold.symbol not in ACTORS or not isinstance(fold.payload, Phrase):
            continue
        before = folded.text[max(start, at - 20) : at]
        joined = _JOINING if fold.symbol == _BODY else _NEXT_TO
        if (at > behind or fold.symbol == _BODY) and not joined.search(before):
            continue
        found += [actor for actor in fold.payload.actors() if actor.kind is not PhraseKind.COUNTRY]
    return found


def _is_one(told: _Told, line: Line, sentence: Sentence) -> bool:
    """Whether a line tells a meeting, and not merely names one."""
    noun, block = told.encounter, sentence.block.kind
    sides = bool(told.actors or told.states)
    placed = told.place is not None or (line.own and line.place is not None)
    whole = block is BlockKind.ITEM or sentence.span == sentence.block.span
    if block is BlockKind.HEADLINE and (noun is None or not (told.own and placed)):
        return False
    if told.kind in GATHERINGS and noun is None:
        return line.own and placed and (line.listed or told.kind is MeetingKind.CONFERENCE)
    if noun is None:
        return (
            told.day is not None
            and (sides or (told.kind is MeetingKind.CEREMONY and placed))
            and (line.listed or line.own or (whole and told.own))
        )
    if line.own or (whole and told.own and (placed or sides)):
        return sides or placed or noun.body is not None
    if line.listed and told.day is not None:
        return sides or noun.body is not None or (placed and noun.kind not in ASSEMBLIES)
    if block is BlockKind.ITEM:
        return sides and (placed or len(told.states) >= _A_PAIR or told.day is not None)
    return whole and max(len(told.states), len(told.actors)) >= _A_PAIR and bool(told.actors)


def _status(annotations: Annotations, words: str, line: Line, day: PartialDate | None) -> MeetingStatus:
    """Whether a meeting of a line is over, by its day or by the schedule in which it stands."""
    today = (annotations.anchor or "").rpartition("/")[2]
    if _TO_COME.search(words):
        return MeetingStatus.PLANNED
    if day is not None and day.edtf is not None and today:
        ahead = day.edtf[: len(today)] > today or (line.listed and day.edtf >= today)
        return MeetingStatus.PLANNED if ahead else MeetingStatus.HELD
    return MeetingStatus.PLANNED if line.listed else MeetingStatus.HELD
