"""Tellings: each place where a text says that somebody meets, met or is to meet, in order.

One meeting may be told several times: `joining` joins the tellings. A telling has what its own clause says
(`matches`) and what the course of the text gives it (`course`).
"""

import re
from collections.abc import Sequence

from archive.reading.matching.clauses import country_of
from archive.reading.matching.first_person import fold_first_person
from archive.reading.matching.items import item_of
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import ENCOUNTER, in_small_letters
from archive.reading.meetings.agenda import agenda_tellings
from archive.reading.meetings.company import fill, first_person, head_by_head, subject_joins
from archive.reading.meetings.course import (
    follow_on,
    note_day,
    note_delegation,
    note_entry,
    place_in_course,
)
from archive.reading.meetings.course import (
    opening as opening_course,
)
from archive.reading.meetings.folding import fold_encounters
from archive.reading.meetings.hosts import fold_host
from archive.reading.meetings.journeys import TRAVEL_WORDS, note_presence, note_stage, note_travel
from archive.reading.meetings.matches import tellings_in
from archive.reading.meetings.particulars import particulars, with_particulars
from archive.reading.meetings.rolls import line_of_roll, met_in_turn, opens_meetings, opens_roll
from archive.reading.meetings.states import state_at
from archive.reading.meetings.telling import Telling
from archive.reading.meetings.titles import named_by, speakers, with_line_below
from archive.reading.phrases import Annotations, BlockKind
from archive.values import MeetingKind, MeetingStatus, ParticipantRole

_CEREMONY = re.compile(r"\b(?:the|this) (?:signing |solemn |official |formal )?ceremony\b", re.IGNORECASE)


def ceremonies(annotations: Annotations) -> list[int]:
    """The sentences that point back to a ceremony: "After the ceremony, ..."."""
    view = annotations.layout.view
    if "ceremony" not in in_small_letters(view):
        return []
    return [
        index for index, marked in enumerate(annotations.sentences) if _CEREMONY.search(marked.sentence.span.of(view))
    ]


def find_tellings(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> list[Telling]:
    """The tellings of a text, in order."""
    told: list[Telling] = []
    agenda: dict[int, list[Telling]] = {}
    for entry in agenda_tellings(annotations, sentences):
        agenda.setdefault(entry.sentence, []).append(entry)
    record = particulars(annotations, sentences)
    course = opening_course(annotations)
    title: Telling | None = None  # the meeting that a heading names, before any is told
    ahead = False  # whether a heading says that what follows is to come
    called = -1  # the sentence that opened the list that goes on
    named = False  # whether a sentence before has named a meeting
    opening: Telling | None = None  # what it says of each meeting that the list tells
    for sentence in sentences:
        if called >= 0:
            line = line_of_roll(annotations, sentence, first=called == sentence.index - 1)
            if line is not None:
                told.append(met_in_turn(annotations, opening, line) if opening else line)
                if opening:
                    place_in_course(sentence.folded, told[-1], course)
                continue
        opening = None
        called = sentence.index if opens_roll(sentence) else -1
        if sentence.index in agenda:
            told += agenda[sentence.index]
            continue
        index, folded = sentence.index, fold_encounters(sentence.folded, sentence.words)
        folded = fold_first_person(annotations, folded, sentence.words)
        if not sentence.words.isdisjoint(TRAVEL_WORDS):
            note_travel(sentence.bare, course)
        folded = fold_host(annotations, folded, sentence.words)
        note_delegation(folded, course)
        note_day(folded, course)
        note_entry(annotations, index, folded, course)
        note_stage(annotations, index, folded, course)
        note_presence(folded, course)
        opening = opens_meetings(annotations, index, folded)
        if opening is not None:
            called = index
        visited = state_at(annotations, course.visit) if course.visit else None
        inside = list(tellings_in(annotations, index, folded, sentence.words, visited))
        inside.sort(key=_only_chairs)  # "under the chairmanship of P, O met"
        ahead = _looks_ahead(annotations, index, ahead)
        if ahead:
            _put_ahead(inside)
        dated = with_line_below(annotations, sentence, title) if title else None
        if dated is not None and dated.date is None:
            title = dated
        elif dated is not None:
            told, title = [dated], None
        elif not inside and not told:
            title = named_by(annotations, sentence, folded) or title
        if not told and len(inside) == 1 and inside[0].title:
            known = {actor.person for actor, _ in inside[0].actors}
            spoke = (actor for actor in speakers(folded) if actor.person not in known)
            inside[0].actors += [(actor, ParticipantRole.SPEAKER) for actor in spoke]
        if record is not None and record.sentence == index:
            inside = with_particulars(inside, record)
        item = item_of(annotations, annotations.sentences[index].sentence.span.start).start
        here = [each for each in told if each.item == item] if item else told
        for telling in head_by_head(inside, here):
            telling.item = item
            if (telling.short and not (here or named)) or _is_the_signing(telling, here):
                continue
            fill(annotations, telling, here, course)
            follow_on(telling, here)
            _mean_the_reception(telling, here)
            if telling.says("beside") and len(telling.actors) == 1:
                telling.actors = [*first_person(here, telling, course), *telling.actors]
                telling.countries |= {code for actor, _ in telling.actors if (code := country_of(annotations, actor))}
            place_in_course(folded, telling, course)
            told.append(telling)
            if item:
                here.append(telling)
        named = named or ENCOUNTER in folded.text
        if not inside and told and not told[-1].actors and told[-1].sentence == index - 1:
            subject_joins(annotations, folded, told[-1])
    return told


_AHEAD = re.compile(
    r"\b(?:upcoming|forthcoming|calendar|diary|save the dates?|looking ahead|dates to"
    r"|coming (?:up|events|meetings|months|weeks)"
    r"|next (?:steps|events|meetings|evaluations?|visits)|what(?:'s| is) next|in the (?:weeks|months) ahead)\b",
    re.IGNORECASE,
)


def _only_chairs(telling: Telling) -> bool:
    """Whether a telling only names who was in the chair."""
    return telling.joins and all(role is ParticipantRole.CHAIR for _, role in telling.actors)


_HEADS = (BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.DATELINE)
_LONGEST_HEAD = 70  # letters


def _looks_ahead(annotations: Annotations, index: int, ahead: bool) -> bool:
    """Whether the part of the text in which a sentence stands tells, by its heading, what is to come."""
    marked = annotations.sentences[index].sentence
    if marked.block.kind not in _HEADS:
        return ahead
    short = marked.span.end - marked.span.start <= _LONGEST_HEAD
    return short and _AHEAD.search(annotations.layout.view, marked.span.start, marked.span.end) is not None


def _put_ahead(inside: list[Telling]) -> None:
    """Take what the entries of a calendar of events to come name for planned."""
    for telling in inside:
        if telling.status is MeetingStatus.HELD and telling.says("calendar"):
            telling.status = MeetingStatus.PLANNED


def _is_the_signing(telling: Telling, told: list[Telling]) -> bool:
    """Whether "the signing ceremony" only points back to a signing, and tells of no ceremony by itself."""
    if telling.kind is not MeetingKind.CEREMONY or not telling.says("setting"):
        return False
    if not telling.leans or telling.place or telling.date:
        return False
    return not any(each.kind is MeetingKind.CEREMONY for each in told)


def _mean_the_reception(telling: Telling, told: list[Telling]) -> None:
    """Take "the reception" for the meeting at which somebody was received, where the text tells of one."""
    if not telling.definite or not (telling.title or "").lower().endswith("reception"):
        return
    received = next((each for each in reversed(told) if each.says("receives")), None)
    if received is not None:
        telling.kind, telling.title = received.kind, None
