"""Agendas: the programme of a visit, hour by hour, as tellings.

"Tuesday, 3 June - Zurich" opens a day; "09.00 Talks with Mr ..." is one entry of it. Those whom the head of the
programme names come along; an entry tells the others. An entry that names nobody, or was cancelled, tells no meeting.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from archive.reading.matching.clauses import countries_of
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole

HOUR = re.compile(
    r"\s*(?:[–—•*-] )?(?:at )?\d{1,2}(?:[.:h]\d\d)(?: ?(?:-|–|to) ?\d{1,2}[.:h]\d\d)?"
    r"(?: ?[ap]\.?m\.?)?(?: h(?:rs|ours)?)?[ ,:–-]+",
    re.IGNORECASE,
)
_OFF = re.compile(r"\b(?:cancell?ed|called off|postponed|tbc)\b", re.IGNORECASE)
_BY_LINK = re.compile(r"\b(?:video ?link|video ?conference|telephone|phone|online)\b", re.IGNORECASE)
_VISIT = re.compile(r"\bvisit\b", re.IGNORECASE)
_LONGEST_HEAD = 60  # letters of a line with a city and days
_ENTRIES = 3  # from so many entries on, a text is an agenda
_VERBS = ("receives", "meets", "hosts", "welcomes")  # "09.30 The Minister receives X"
_PEOPLE = (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.ORGANIZATION, PhraseKind.DELEGATION)


@cache
def _kinds() -> tuple[re.Pattern[str], dict[str, MeetingKind]]:
    kinds = {word: MeetingKind(kind) for word, kind in load("meetings")["agenda"].items()}
    choice = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    who = rf"(?:the )?(?:\w+ ){{1,4}}?(?={'|'.join(_VERBS)})"
    return re.compile(rf"(?:[^.:]{{1,60}}: )?(?:{who}|\w+ )?({choice})\b", re.IGNORECASE), kinds


def agenda_tellings(annotations: Annotations, sentences: Sequence[FoldedSentence]) -> list[Telling]:
    """The meetings of an agenda, in order; none, where the text is no agenda."""
    view = annotations.layout.view
    lines = [(each.index, annotations.sentences[each.index].sentence.span.of(view)) for each in sentences]
    hours = {index: found.end() for index, line in lines if (found := HOUR.match(line))}
    if len(hours) < _ENTRIES:
        return []
    return list(_entries(annotations, lines, hours))


def _entries(annotations: Annotations, lines: list[tuple[int, str]], hours: dict[int, int]) -> Iterator[Telling]:
    pattern, kinds = _kinds()
    first = min(hours)
    party = _party(annotations, first)
    yield from _frame(annotations, lines, party, first)
    day: PartialDate | None = None
    place: Phrase | None = None
    city: Phrase | None = None  # of the whole programme: "Suva, 9-11 October" on a line of its own
    for index, line in lines:
        phrases = annotations.sentences[index].phrases
        if index not in hours:
            dates = [phrase for phrase in phrases if phrase.date]
            if dates and dates[0].span.start == annotations.sentences[index].sentence.span.start:
                day = dates[0].date
                place = next((phrase for phrase in phrases if phrase.kind is PhraseKind.PLACE), None)
            elif [phrase.kind for phrase in phrases] == [PhraseKind.PLACE, PhraseKind.DATE] and day is None:
                city = phrases[0] if len(line) < _LONGEST_HEAD else city
            continue
        entry = pattern.match(line, hours[index])
        verb = entry is not None and entry[1].lower() in _VERBS
        behind = annotations.sentences[index].sentence.span.start + (entry.end() if entry and verb else 0)
        named = (phrase for phrase in phrases if phrase.kind in _PEOPLE and phrase.span.start >= behind)
        others = [actor for phrase in named for actor in phrase.actors()]
        if any(actor.person for actor in others):
            others = [actor for actor in others if actor.person]
        if entry is None or not others or day is None or _OFF.search(line):
            continue
        kind = MeetingKind.CALL if _BY_LINK.search(line) else kinds[entry[1].lower()]
        if kind is MeetingKind.BILATERAL and line.startswith(" of ", entry.end()) and not any(map(_is_face, others)):
            kind = MeetingKind.SESSION  # "11:00 meeting of the Executive Committee"
        here = next((phrase for phrase in phrases if phrase.kind is PhraseKind.PLACE), place or city)
        yield _telling(annotations, index, kind, [*party[:1], *others], here, day)


def _is_face(actor: Phrase) -> bool:
    return actor.kind is not PhraseKind.ORGANIZATION


def _party(annotations: Annotations, first: int) -> list[Phrase]:
    """Who comes: the persons whose names open a line above the first entry."""
    opening = (marked for marked in annotations.sentences[:first] if marked.phrases)
    heads = (next((phrase for phrase in marked.phrases if phrase.person), None) for marked in opening)
    found: dict[str, Phrase] = {}
    for head in heads:
        if head is not None and head.kind is PhraseKind.PERSON and head.person not in found:
            found[head.person or ""] = head
    return list(found.values())


def _frame(
    annotations: Annotations, lines: list[tuple[int, str]], party: list[Phrase], first: int
) -> Iterator[Telling]:
    """The visit that the agenda is of, where its head says so."""
    for index, line in lines:
        dates = [phrase.date for phrase in annotations.sentences[index].phrases if phrase.date]
        if index < first and party and dates and _VISIT.search(line):
            yield _telling(annotations, index, MeetingKind.VISIT, party, None, dates[0])
            return


def _telling(
    annotations: Annotations,
    index: int,
    kind: MeetingKind,
    actors: Sequence[Phrase],
    place: Phrase | None,
    day: PartialDate | None,
) -> Telling:
    today = annotations.anchor
    over = day is not None and day.edtf is not None and today is not None and day.edtf[: len(today)] < today
    telling = Telling(
        kind,
        MeetingStatus.HELD if over else MeetingStatus.PLANNED,
        index,
        annotations.sentences[index].sentence.span,
        "entry of an agenda",
        [(actor, ParticipantRole.PARTICIPANT) for actor in actors],
        place=place,
        date=day,
        gives={"site": kind is MeetingKind.VISIT and place is not None},
    )
    telling.countries = countries_of(annotations, actors)
    return telling
