"""The narrative: sentence after sentence, each place where a text says that somebody meets, met or is to meet.

A telling has what its own clause says (`matches`) and what the text before it gives it (`course`, `company`); lists,
agendas and headings tell as well. `joining` joins the tellings of one meeting.
"""

import re
from collections.abc import Sequence

from archive.reading.matching.clauses import countries_of
from archive.reading.matching.first_person import fold_first_person
from archive.reading.matching.items import item_of
from archive.reading.matching.open_phrases import OPEN_GROUP
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import Skeleton, in_small_letters
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
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.entries import Entries
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
    narrative = _Narrative(annotations, sentences)
    for sentence in sentences:
        narrative.go_on(sentence)
    return narrative.told


class _Narrative:
    """A text as far as it has been read: what it has told, and what that says of what comes next."""

    def __init__(self, annotations: Annotations, sentences: Sequence[FoldedSentence]) -> None:
        self.annotations = annotations
        self.told: list[Telling] = []
        self._course = opening_course(annotations)
        self._record = particulars(annotations, sentences)
        self._agenda: dict[int, list[Telling]] = {}
        for entry in agenda_tellings(annotations, sentences):
            self._agenda.setdefault(entry.sentence, []).append(entry)
        self._entries = Entries()
        self._title: Telling | None = None  # the meeting that a heading names, before any is told
        self._ahead = False  # whether a heading says that what follows is to come
        self._called = -1  # the sentence that opened the list that goes on
        self._opening: Telling | None = None  # what it says of each meeting that the list tells
        self._waiting: list[Telling] = []  # what was put off
        self._named = False  # whether the text has named a meeting before the one that is told

    def go_on(self, sentence: FoldedSentence) -> None:
        """Read the next sentence."""
        if self._goes_on_with_a_list(sentence):
            return
        self._opening = None
        self._called = sentence.index if opens_roll(sentence) else -1
        if sentence.index in self._agenda:
            self.told += self._agenda[sentence.index]
            return
        folded = self._folded(sentence)
        self._opening = opens_meetings(self.annotations, sentence.index, folded)
        if self._opening is not None:
            self._called = sentence.index
        inside = self._tellings_in(sentence, folded)
        inside = self._entries.told(self.annotations, sentence, folded, inside)
        inside = self._under_headings(sentence, folded, inside)
        encounters = [each.payload for _, each in folded.placed() if isinstance(each.payload, Encounter)]
        self._named = self._named or any(each.plural for each in encounters)  # "five meetings, the last one in Lima"
        self._tell(sentence, folded, inside)
        self._named = self._named or bool(encounters)
        last = self.told[-1] if self.told and not inside else None
        nobody = last is not None and (not last.actors or last.says("assembles"))
        if last is not None and nobody and last.sentence == sentence.index - 1:
            subject_joins(self.annotations, folded, last)

    def _goes_on_with_a_list(self, sentence: FoldedSentence) -> bool:
        """Tell what a line of a list tells, if the sentence is one."""
        if self._called < 0:
            return False
        line = line_of_roll(self.annotations, sentence, first=self._called == sentence.index - 1)
        if line is None:
            return False
        if self._opening is not None:
            line = met_in_turn(self.annotations, self._opening, line)
            place_in_course(sentence.folded, line, self._course)
        self.told.append(line)
        return True

    def _folded(self, sentence: FoldedSentence) -> Skeleton:
        """The sentence with its encounters folded; what it says of the course of the text is noted."""
        annotations, course, index = self.annotations, self._course, sentence.index
        folded = fold_encounters(sentence.folded, sentence.words)
        folded = fold_first_person(annotations, folded, sentence.words)
        if not sentence.words.isdisjoint(TRAVEL_WORDS):
            note_travel(sentence.bare, course)
        folded = fold_host(annotations, folded, sentence.words)
        note_delegation(folded, course)
        note_day(folded, course)
        note_entry(annotations, index, folded, course)
        note_stage(annotations, index, folded, course)
        note_presence(folded, course)
        return folded

    def _tellings_in(self, sentence: FoldedSentence, folded: Skeleton) -> list[Telling]:
        """What the sentence tells by itself."""
        visited = state_at(self.annotations, self._course.visit) if self._course.visit else None
        inside = list(tellings_in(self.annotations, sentence.index, folded, sentence.words, visited))
        if any(telling.says("changes") for telling in inside):  # "The new date is D"
            self.told += [each for each in self._waiting if sentence.index - each.sentence <= _NEAR]
            self._waiting = []
        self._waiting += [telling for telling in inside if telling.waits]
        inside = [telling for telling in inside if not telling.waits]
        return sorted(inside, key=_only_chairs)  # "under the chairmanship of P, O met"

    def _under_headings(self, sentence: FoldedSentence, folded: Skeleton, inside: list[Telling]) -> list[Telling]:
        """The tellings of a sentence with what the headings and fields of the text say of them."""
        self._ahead = _looks_ahead(self.annotations, sentence.index, self._ahead)
        if self._ahead:
            _put_ahead(inside)
        dated = with_line_below(self.annotations, sentence, self._title) if self._title else None
        if dated is not None and dated.date is None:
            self._title = dated
        elif dated is not None:
            self.told, self._title = [dated], None
        elif not inside and not self.told:
            self._title = named_by(self.annotations, sentence, folded) or self._title
            if self._title and self._title.actors and self._title.place and self._title.sentence == sentence.index:
                inside = [self._title]  # "Remarks by P at the handing-over of ..., L"
        if not self.told and len(inside) == 1 and inside[0].title:
            known = {actor.person for actor, _ in inside[0].actors}
            spoke = (actor for actor in speakers(folded) if actor.person not in known)
            inside[0].actors += [(actor, ParticipantRole.SPEAKER) for actor in spoke]
        if self._record is not None and self._record.sentence == sentence.index:
            return with_particulars(inside, self._record)
        return inside

    def _tell(self, sentence: FoldedSentence, folded: Skeleton, inside: list[Telling]) -> None:
        """Tell what a sentence tells, with what the same piece of the text has told before."""
        item = item_of(self.annotations, self.annotations.sentences[sentence.index].sentence.span.start).start
        here = [each for each in self.told if each.item == item] if item else self.told
        for telling in head_by_head(inside, here):
            telling.item = item
            if (telling.short and not (here or self._named)) or _is_the_signing(telling, here):
                continue
            fill(self.annotations, telling, here, self._course)
            if _received_nobody(telling):
                continue
            follow_on(telling, [each for each in here if not each.says("line")])
            _mean_the_reception(telling, here)
            if telling.says("beside") and len(telling.actors) == 1:
                telling.actors = [*first_person(here, telling, self._course), *telling.actors]
                telling.countries |= countries_of(self.annotations, (actor for actor, _ in telling.actors))
            place_in_course(folded, telling, self._course)
            self.told.append(telling)
            if item:
                here.append(telling)


_AHEAD = re.compile(
    r"\b(?:upcoming|forthcoming|calendar|diary|save the dates?|looking ahead|dates to"
    r"|coming (?:up|events|meetings|months|weeks)"
    r"|next (?:steps|events|meetings|evaluations?|visits)|what(?:'s| is) next|in the (?:weeks|months) ahead)\b",
    re.IGNORECASE,
)


def _only_chairs(telling: Telling) -> bool:
    """Whether a telling only names who was in the chair."""
    return telling.joins and all(role is ParticipantRole.CHAIR for _, role in telling.actors)


_NEAR = 3  # sentences between what was put off and its new day


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


def _received_nobody(telling: Telling) -> bool:
    """Whether the host or those received stay unknown: "welcomed the guests", in a text that tells of none."""
    anybody = any(actor.rule == OPEN_GROUP for actor, _ in telling.people)
    return anybody and telling.says("guest") and len({role for _, role in telling.actors}) == 1


def _mean_the_reception(telling: Telling, told: list[Telling]) -> None:
    """Take "the reception" for the meeting at which somebody was received, where the text tells of one."""
    if not telling.definite or not (telling.title or "").lower().endswith("reception"):
        return
    received = next((each for each in reversed(told) if each.says("receives")), None)
    if received is not None:
        telling.kind, telling.title = received.kind, None
