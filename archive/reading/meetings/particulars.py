"""Particulars: a meeting that a text tells in fields, as minutes and invitations do.

"Date: 4 June 2024", "2. Place: ...", "Present: ...": they belong to the meeting that the lines above them name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.reading.matching.clauses import countries_of
from archive.reading.matching.open_phrases import is_open
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.folding import fold_encounters
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, ParticipantRole

_FIELD = re.compile(
    r"(?:\d{1,2}[.)] |[-•*–] )?(?:(?P<when>dates?|when|time|date and (?:time|place|venue))"
    r"|(?P<where>place|venue|where|location|meeting place)"
    r"|(?P<who>who|present|in attendance|attendance|participants|attendees|those present|list of participants))"
    r"(?: of the (?:meeting|session))?(?: \([^()]{1,40}\))?(?:: |:?$)",
    re.IGNORECASE,
)
_AWAY = re.compile(r"(?:apolog|absent|excused|not present|regrets)", re.IGNORECASE)
_ITEM = re.compile(r"\d{1,2}[.)] ")
_NEAR = 8  # sentences above the first field in which the meeting is named
_APART = 12  # sentences over which the fields of one meeting go
_ENOUGH = 2  # fields that make a record
_PEOPLE = (PhraseKind.PERSON, PhraseKind.HOLDER)


@dataclass(slots=True)
class _Record:
    """The fields of one meeting: the phrases of each, and where they stand."""

    first: int = -1
    last: int = -1
    when: list[Phrase] = field(default_factory=list)
    where: list[Phrase] = field(default_factory=list)
    who: list[Phrase] = field(default_factory=list)


def particulars(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> Telling | None:
    """The meeting whose particulars a text gives in fields; None, where it gives no two of them."""
    record = _Record()
    for number, (name, phrases) in _fields(annotations):
        if record.first >= 0 and number - record.last > _APART:
            break
        record.first = number if record.first < 0 else record.first
        record.last = number
        known: list[Phrase] = getattr(record, name)
        known += phrases if name == "who" or not known else []
    if sum(map(bool, (record.when, record.where, record.who))) < _ENOUGH:
        return None
    above = [each for each in sentences if record.first - _NEAR <= each.index < record.first]
    for sentence in reversed(above):
        folded = fold_encounters(sentence.folded, sentence.words)
        named = [fold.payload for _, fold in folded.placed() if isinstance(fold.payload, Encounter)]
        if named and named[0].kind not in (MeetingKind.VISIT, MeetingKind.CALL):
            return _telling(annotations, sentence.index, named[0], record)
    return None


def _fields(annotations: Annotations) -> Iterator[tuple[int, tuple[str, list[Phrase]]]]:
    """The fields of a text: the sentence of each, its name and its phrases."""
    view = annotations.layout.view
    people = False  # whether the lines go on with those who were there
    for number, marked in enumerate(annotations.sentences):
        words = marked.sentence.span.of(view)
        found = _FIELD.match(words)
        people = people and (found is not None or not (_ITEM.match(words) or _AWAY.match(words)))
        if found is None and not people:
            continue
        actors = [actor for phrase in marked.phrases for actor in phrase.actors()]
        if found is None:
            persons = [actor for actor in actors if actor.kind in _PEOPLE and not is_open(actor)]
            people = bool(persons) and ";" in words
            if people:
                yield number, ("who", persons)
            continue
        name = found.lastgroup or "who"
        people = name == "who"
        kinds = {"when": (PhraseKind.DATE,), "where": (PhraseKind.PLACE,), "who": _PEOPLE}[name]
        phrases = [actor for actor in actors if actor.kind in kinds and not is_open(actor)]
        if phrases or people:
            yield number, (name, phrases)


def _telling(annotations: Annotations, index: int, named: Encounter, record: _Record) -> Telling:
    today = annotations.anchor
    date = record.when[0].date if record.when else None
    to_come = date is not None and date.edtf is not None and today is not None and date.edtf[: len(today)] > today
    telling = Telling(
        MeetingKind.SESSION if named.body and named.kind is MeetingKind.BILATERAL else named.kind,
        MeetingStatus.PLANNED if to_come else MeetingStatus.HELD,
        index,
        annotations.sentences[index].sentence.span,
        "particulars of a meeting",
        [(actor, ParticipantRole.PARTICIPANT) for actor in record.who],
        place=record.where[0] if record.where else None,
        date=date,
        body=named.body,
        title=named.words,
    )
    telling.countries = countries_of(annotations, record.who)
    return telling


def with_particulars(inside: list[Telling], telling: Telling) -> list[Telling]:
    """The tellings of the sentence that names the meeting, those of this meeting as one with its particulars."""
    same = [
        each for each in inside if not (each.place or each.date or each.joins) and each.kind is not MeetingKind.VISIT
    ]
    for each in same:
        telling.countries |= each.countries
        telling.actors += [actor for actor in each.actors if actor not in telling.actors]
    return [telling, *(each for each in inside if each not in same)]
