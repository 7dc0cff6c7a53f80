"""The course of a text: what a telling takes from those before it.

The city of the visit that is going on, the place and day of the last meeting, and the people whom only the course
tells: "her counterpart", "the two ministers", the heads of the delegations that were received.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.reading.matching.clauses import (
    actors_in,
    country_of,
    date_of,
    day_of,
    is_here,
    nth_day,
    points_back,
)
from archive.reading.matching.open_phrases import OPEN_COUNTERPART, OPEN_GUEST, OPEN_PEOPLE, is_open
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole

_PLACE = SYMBOLS[PhraseKind.PLACE]


_TRAVEL = re.compile(
    r"\b(?:visit|trip|tour|stay|travel\w*|arriv\w*|flew|train|came|moved|went)\b(?: \w+){0,3}?"
    rf" (?:to|in) (?:the city of )?([{_PLACE}])",
    re.IGNORECASE,
)


TRAVEL_WORDS = frozenset(load("nouns")["travel"])


_VISITED = re.compile(rf"\bvisit(?:s|ed|ing) ([{_PLACE}])", re.IGNORECASE)


_FUTURE = re.compile(
    r"\b(?:will|would|shall|to) (?:\w+ ){0,4}$|\b(?:invit|accept|cancel|propos|expect)\w* [^.]*$", re.IGNORECASE
)


_ONE_SIDE = re.compile(r"(?:the )?(?:visiting )?(?:delegation|guests?|team|visitors|mission)|it", re.IGNORECASE)
_GROUP = re.compile(r"the group", re.IGNORECASE)
_PEOPLE_OF = re.compile(r"\b[a-z]+s (?:of|from) $")  # "experts of | the two agencies" are others than those who met
_STATES = re.compile(r"\b(?:countries|states|nations|governments|neighbou?rs)$", re.IGNORECASE)


_SAME_DAY = re.compile(r"\bsame\sday\b", re.IGNORECASE)


_SIDES = re.compile(r"\b(three|four|five|six|tri|quadri)[- ]?(?:way|party|sided|lateral)", re.IGNORECASE)


_NUMBERS = {"three": 3, "tri": 3, "four": 4, "quadri": 4, "five": 5, "six": 6}


_FAR = 25  # sentences over which "the group" points back


_AT_THE_START = 40  # letters before the subject of a sentence


_HEADED = "delegation is headed by"


_A_PAIR = 2


GROUP = SYMBOLS[PhraseKind.GROUP]


DELEGATION = SYMBOLS[PhraseKind.DELEGATION]


@dataclass(slots=True)
class Course:
    """Where the text is: the city of the visit, the place and day of the last meeting."""

    home: Phrase | None = None  # the city of the date line
    today: str | None = None
    visit: Phrase | None = None
    visitor: str | None = None
    delegation: tuple[Phrase, ...] = ()  # the delegation that the text tells of, with its head
    place: Phrase | None = None
    date: PartialDate | None = None
    days: PartialDate | None = None  # the days of the visit or meeting that the text tells of


def note_travel(folded: Skeleton, course: Course) -> None:
    """Note a visit that is going on: it gives its city to the meetings that follow."""
    for pattern in (_TRAVEL, _VISITED):
        for found in pattern.finditer(folded.text):
            fold = folded.fold_at(found.start(1))
            before = folded.text[: found.start()]
            if fold and isinstance(fold.payload, Phrase) and not _FUTURE.search(before):
                course.visitor = _owner(folded, len(before))
                course.visit = course.place = fold.payload
                course.date = date_of(folded, found.start(), found.end()) or course.date


def _owner(folded: Skeleton, at: int) -> str | None:
    """Whose visit it is: "X's visit to Lima"."""
    if not folded.text[:at].endswith("'s "):
        return None
    fold = folded.fold_at(at - len("'s ") - 1)
    return fold.payload.person if fold and isinstance(fold.payload, Phrase) else None


def place_in_course(folded: Skeleton, telling: Telling, course: Course) -> None:
    """Give a telling what the course of the text says, and carry the course on."""
    day = day_of(folded)
    if day is not None and (telling.date or course.days):
        telling.date = nth_day(telling.date, day) if telling.date else course.days and nth_day(course.days, day)
    elif telling.date is not None and "/" in (telling.date.edtf or ""):
        course.days = telling.date
    if telling.status is MeetingStatus.HELD and _is_to_come(telling.date, course.today):
        if telling.past:
            telling.date = None  # the day of something else in the sentence
        else:
            telling.status = MeetingStatus.PLANNED
    if telling.status is not MeetingStatus.HELD or telling.headline:
        return
    city = telling.place is not None and telling.place.kind is not PhraseKind.ORGANIZATION
    same = telling.date is not None and _SAME_DAY.search(telling.date.text) is not None
    if (telling.date is None and points_back(folded)) or (same and course.date is not None):
        telling.date = course.date
    if telling.kind is not MeetingKind.CALL and not city and not telling.joins:
        if is_here(folded) and course.home is not None:
            telling.place = course.home
        elif points_back(folded) and course.place is not None:
            telling.place = course.place
        elif (
            course.visit is not None
            and telling.kind is not MeetingKind.VISIT
            and (course.visitor is None or course.visitor in telling.persons)
        ):
            telling.place = course.visit
        elif telling.date is not None and telling.date.edtf == course.today and telling.kind is not MeetingKind.VISIT:
            telling.place = course.home or telling.place
    if telling.place is not None and telling.place.kind is not PhraseKind.ORGANIZATION:
        course.place = telling.place
    if telling.date is not None and telling.kind is not MeetingKind.VISIT:
        course.date = telling.date


_AHEAD = re.compile(r"(?:tomorrow|next (?!day|morning)|(?:in the )?coming )", re.IGNORECASE)


def _is_to_come(date: PartialDate | None, today: str | None) -> bool:
    """Whether a date lies wholly after the day of the text."""
    if date is None:
        return False
    if date.edtf is None or today is None:
        return _AHEAD.match(date.text) is not None
    first = date.edtf.partition("/")[0]
    return first > today and first[: len(today)] != today[: len(first)]


def follow_on(telling: Telling, told: list[Telling]) -> None:
    """Give one of a series what it shares with the one before it: its sides and, for a plain word, its kind."""
    if not telling.serial or telling.actors or telling.countries:
        return
    before = [each for each in told if each.kind is not MeetingKind.VISIT and not each.joins]
    same = [each for each in before if each.kind is telling.kind and not telling.is_plain]
    if same:
        telling.countries |= same[-1].countries
        return
    most = len(before[-1].countries) if before and not telling.rule.startswith("a body in small") else _A_PAIR + 1
    of_two = [each for each in before if 1 < len(each.countries) <= max(most, _A_PAIR + 1)]
    if of_two:
        telling.countries |= of_two[-1].countries
    else:
        named = {code for each in told for code in each.countries}
        telling.countries |= named if len(named) <= _A_PAIR else set()
    series = (MeetingKind.SESSION, MeetingKind.CONSULTATION, MeetingKind.CONFERENCE, MeetingKind.MULTILATERAL)
    again = telling.is_plain or _NEXT_MEETING.fullmatch(telling.title or "") is not None
    if again and before and (telling.short or before[-1].kind in (*series, MeetingKind.BILATERAL)):
        telling.kind = before[-1].kind
    again = (telling.title or "").endswith("session")  # of a course that was told
    if (
        again
        and telling.kind is MeetingKind.SESSION
        and before
        and before[-1].kind is MeetingKind.TRAINING
        and not telling.body
    ):
        telling.kind = MeetingKind.TRAINING


_NEXT_MEETING = re.compile(r"(?:(?:the|a) )?(?:next|further|second|third|subsequent|follow-up) meeting", re.IGNORECASE)


def head_by_head(inside: list[Telling], told: list[Telling]) -> Iterator[Telling]:
    """Delegations that one host received, told by their heads: as many meetings, all with the host."""
    for telling in inside:
        last = told[-1] if told else None
        heads = [actor for actor, _ in telling.actors if actor.person]
        received = last is not None and any(actor.rule == OPEN_PEOPLE for actor, _ in last.people)
        if last is None or not received or telling.rule != _HEADED or len(heads) < _A_PAIR or len(last.actors) != 1:
            yield telling
            continue
        told.pop()
        for head in heads:
            actors = [*last.actors, (head, ParticipantRole.GUEST)]
            yield replace(last, actors=actors, people=[], countries=set(last.countries), sentence=telling.sentence)


def first_person(last: Telling, telling: Telling) -> list[tuple[Phrase, ParticipantRole]]:
    """Who goes on meeting others: "A meeting was also held with X"."""
    actors = ((actor, role) for actor, role in last.actors if actor.person and actor.person not in telling.persons)
    return list(actors)[:1]


_LED = re.compile(
    rf"([{DELEGATION}]),? (?:which was |that was |was |is |will be )?(?:headed|led) by (?:the |its )?"
    rf"([{SYMBOLS[PhraseKind.PERSON]}])"
)
# "met with P and | his | delegation"
_WITH_THEIRS = re.compile(
    rf"([{SYMBOLS[PhraseKind.PERSON]}]),? (?:and|with|along with|together with|at the head of|accompanied by)"
    rf" {SYMBOLS[PhraseKind.PRONOUN]} (?:[\w-]+ )?delegation\b"
)


def note_delegation(folded: Skeleton, course: Course) -> None:
    """Note a delegation and its head: "the delegation" means both from there on."""
    for found in _LED.finditer(folded.text):
        folds = (folded.fold_at(found.start(1)), folded.fold_at(found.start(2)))
        course.delegation = tuple(fold.payload for fold in folds if fold and isinstance(fold.payload, Phrase))
    for found in _WITH_THEIRS.finditer(folded.text):
        fold = folded.fold_at(found.start(1))
        course.delegation = (fold.payload,) if fold and isinstance(fold.payload, Phrase) else course.delegation


def _guests(told: list[Telling], state: str | None) -> list[Phrase]:
    """Who came from abroad: the guests of the last meeting with guests, or the first who is told of that state."""
    for other in reversed(told):
        guests = [actor for actor, role in other.actors if role is ParticipantRole.GUEST and actor.person]
        guests = [actor for actor in guests if state is None or actor.country in (None, state)]
        if guests:
            return guests[:1]
    if state is None:
        return []
    actors = (actor for other in told for actor, _ in other.actors if actor.person)
    return [actor for actor in actors if actor.country == state][:1]


def fill(annotations: Annotations, telling: Telling, told: list[Telling], course: Course) -> None:
    """Put people for the open phrases of a telling: "her counterpart", "the two ministers", "the group"."""
    actors: list[tuple[Phrase, ParticipantRole]] = []
    telling.people = [(actor, role) for actor, role in telling.actors if is_open(actor)]
    for actor, role in telling.actors:
        if actor.rule == OPEN_COUNTERPART and not actor.person:
            others = _counterpart(annotations, actor, told)
            actors += [(other, role) for other in others or ([actor] if actor.country else [])]
        elif actor.rule == OPEN_PEOPLE:
            continue
        elif actor.rule == OPEN_GUEST:
            guests = _guests(told, actor.country) or _foreign_heads(annotations, told)
            actors += [(other, role) for other in guests]
        elif is_open(actor):
            words = actor.span.of(annotations.layout.view)
            one_side = _ONE_SIDE.fullmatch(words) is not None or (words.lower() == "they" and bool(course.delegation))
            one_side |= telling.kind is MeetingKind.VISIT and _GROUP.fullmatch(words) is not None
            before = _those_before(told, telling, course, one_side=one_side)
            theirs = _PEOPLE_OF.search(annotations.layout.view, max(0, actor.span.start - 24), actor.span.start)
            if theirs or (telling.kind is MeetingKind.TRAINING and _STATES.search(words)):
                telling.countries |= {code for other in before if (code := country_of(annotations, other))}
                continue
            actors += [(other, role) for other in before]
        else:
            actors.append((actor, role))
    telling.actors = actors
    telling.countries |= {code for actor, _ in actors if (code := country_of(annotations, actor))}
    sides = _SIDES.search(telling.title or "")
    if sides and len(telling.countries) == _NUMBERS[sides[1].lower()] - 1:
        two = next((other.countries for other in told if len(other.countries) == 2), set())
        telling.countries |= two


def _foreign_heads(annotations: Annotations, told: list[Telling]) -> list[Phrase]:
    """The head of the delegation that came from another state than the one that speaks."""
    for telling in told:
        states = {country_of(annotations, actor) for actor, _ in telling.actors}
        foreign = annotations.house and len(states) == 1 and annotations.house not in states
        if telling.rule == _HEADED and foreign:
            return [actor for actor, _ in telling.actors if actor.person][:1]
    return []


def _counterpart(annotations: Annotations, actor: Phrase, told: list[Telling]) -> list[Phrase]:
    """The other of the two who met last."""
    marked = (phrase for sentence in annotations.sentences for phrase in sentence.phrases)
    owner = next((phrase.person for phrase in marked if phrase.span == actor.core), None)
    for telling in reversed(told):
        if owner in telling.persons and len(telling.persons) == 2:
            return [other for other, _ in telling.actors if other.person and other.person != owner]
    return []


def _those_before(told: list[Telling], telling: Telling, course: Course, *, one_side: bool) -> list[Phrase]:
    """Those who took part in the last meeting that was told, or are on a visit; who only joined is left out."""
    if one_side and course.delegation:
        return [actor for phrase in course.delegation for actor in phrase.actors()]
    joined: list[Phrase] = []
    for other in reversed(told):
        near = telling.sentence - other.sentence <= _FAR and not other.joins
        if telling.sentence - other.sentence <= _FAR and other.joins and not one_side:
            joined = [actor for actor, _ in other.actors] + joined
        if near and other.actors and (other.kind is MeetingKind.VISIT if one_side else len(other.actors + joined) > 1):
            hosts = (PhraseKind.ORGANIZATION,) if other.site else ()
            return [actor for actor, _ in other.actors if actor.kind not in hosts] + joined
    return _guests(told, None) if one_side else []


def subject_joins(annotations: Annotations, folded: Skeleton, telling: Telling) -> None:
    """Those who act in the sentence after "a meeting was held" took part in it, where they are several."""
    first = next(iter(folded.placed()), None)
    if first is None or first[0] > _AT_THE_START or first[1].symbol not in (GROUP, DELEGATION):
        return
    actors = actors_in(folded, first[0], first[0] + 1)
    if len(actors) > 1 and not any(is_open(actor) for actor in actors):
        telling.actors = [(actor, ParticipantRole.PARTICIPANT) for actor in actors]
        telling.countries |= {code for actor in actors if (code := country_of(annotations, actor))}
