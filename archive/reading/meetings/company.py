"""Company: the people whom only the course of a text tells.

"her counterpart", "the two ministers", the heads of the delegations that were received, those who went on to meet
others.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.entities.both_sides import opens_with_guests
from archive.reading.matching.clauses import actors_in, countries_of, country_of
from archive.reading.matching.open_phrases import OPEN_COUNTERPART, OPEN_GUEST, OPEN_PEOPLE, is_open
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.meetings.course import DELEGATION, ONE_SIDE, Course
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import alternatives
from archive.values import MeetingKind, ParticipantRole

_GROUP = re.compile(r"the group", re.IGNORECASE)
_PEOPLE_OF = re.compile(r"\b[a-z]+s (?:of|from) $")  # "experts of | the two agencies" are others than those who met
_STATES = re.compile(r"\b(?:countries|states|nations|governments|neighbou?rs)$", re.IGNORECASE)
_SIDES = re.compile(r"\b(three|four|five|six|tri|quadri)[- ]?(?:way|party|sided|lateral)", re.IGNORECASE)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "tri": 3, "four": 4, "quadri": 4, "five": 5, "six": 6}
_FAR = 25  # sentences over which "the group" points back
_AT_THE_START = 40  # letters before the subject of a sentence
GROUP = SYMBOLS[PhraseKind.GROUP]
_A_PAIR = 2


def head_by_head(inside: list[Telling], told: list[Telling]) -> Iterator[Telling]:
    """Delegations that one host received, told by their heads: as many meetings, all with the host."""
    for telling in inside:
        last = told[-1] if told else None
        heads = [actor for actor, _ in telling.actors if actor.person]
        received = last is not None and any(actor.rule == OPEN_PEOPLE for actor, _ in last.people)
        if last is None or not received or not telling.says("heads") or len(heads) < _A_PAIR or len(last.actors) != 1:
            yield telling
            continue
        told.pop()
        for head in heads:
            actors = [*last.actors, (head, ParticipantRole.GUEST)]
            yield replace(last, actors=actors, people=[], countries=set(last.countries), sentence=telling.sentence)


def first_person(told: list[Telling], telling: Telling, course: Course) -> list[tuple[Phrase, ParticipantRole]]:
    """Who goes on meeting others: "A meeting was also held with X"; if nobody met yet, who leads a team."""
    before = told[-1].actors if told else []
    if not before:
        team = (actor for phrase in course.delegation for actor in phrase.actors())
        before = [(actor, ParticipantRole.PARTICIPANT) for actor in team if actor.country not in telling.countries]
    return [(actor, role) for actor, role in before if actor.person and actor.person not in telling.persons][:1]


_GUESTS = re.compile(r"\b(?:guests|visitors)$")


def _guests(told: list[Telling], state: str | None, *, several: bool = False) -> list[Phrase]:
    """Who came from abroad: the guest of the last meeting with guests, or the first who is told of that state.

    ``several``: all of those guests, "the visitors".
    """
    for other in reversed(told):
        guests = [actor for actor, role in other.actors if role is ParticipantRole.GUEST and actor.person]
        guests = [actor for actor in guests if state is None or actor.country in (None, state)]
        if guests:
            return guests if several else guests[:1]
    if state is None:
        return _travellers(told)
    actors = (actor for other in told for actor, _ in other.actors if actor.person)
    return [actor for actor in actors if actor.country == state][:1]


def _received_last(told: list[Telling]) -> list[Phrase]:
    """The delegation that was received last, whose head is not told."""
    guests = ([actor for actor, role in other.actors if role is ParticipantRole.GUEST] for other in reversed(told))
    return next(([team for team in each if team.kind is PhraseKind.DELEGATION] for each in guests if each), [])


def _travellers(told: list[Telling]) -> list[Phrase]:
    """Who is on the last visit to a state or city that was told."""
    for other in reversed(told):
        if other.kind is MeetingKind.VISIT and not other.says("site") and other.persons:
            return [actor for actor, _ in other.actors if actor.person][:1]
    return []


# What a guest does: "the Minister | then called on the President"
_GOES_ABOUT = re.compile(
    r"[^;:\n]{0,160}?\b(?:called on|calls on|(?:paid|pays) (?:[\w-]+ )*call|tour(?:ed|s)"
    r"|(?:was|were|is) (?:also |then |later )?(?:received|welcomed|hosted)) "
)
_BARE = re.compile(r"[Tt]he (?:[A-Z][\w-]*(?: [A-Z][\w-]*)?|minister|secretary|chairman|president)")
_WORD = re.compile(r"[\w-]+")


def _is_bare(annotations: Annotations, actor: Phrase) -> bool:
    """Whether somebody is told by an office that several may hold: "the Minister"."""
    office = actor.office
    if office is None or office.organization or actor.kind not in (PhraseKind.HOLDER, PhraseKind.PERSON):
        return False
    return _BARE.fullmatch(actor.span.of(annotations.layout.view)) is not None


def _holder(annotations: Annotations, actor: Phrase, told: list[Telling]) -> list[Phrase]:
    """Which of several who hold such an office is meant by "the Minister": the guest, where it does what guests do."""
    if actor.office is None or not _GOES_ABOUT.match(annotations.layout.view, actor.span.end):
        return []
    words = set(_WORD.findall(actor.office.title.lower()))
    for guest in _guests(told, None):
        person = annotations.person(guest.person or "")
        titles = (appointment.office.title.lower() for appointment in person.appointments) if person else ()
        if any(words <= set(_WORD.findall(title)) for title in titles):
            return [guest]
    return []


def fill(annotations: Annotations, telling: Telling, told: list[Telling], course: Course) -> None:
    """Put people for the open phrases of a telling: "her counterpart", "the two ministers", "the group"."""
    _mean_the_last_two(annotations, telling, told)
    actors: list[tuple[Phrase, ParticipantRole]] = []
    telling.people = [(actor, role) for actor, role in telling.actors if is_open(actor)]
    for actor, role in telling.actors:
        if actor.rule == OPEN_COUNTERPART and not actor.person:
            others = _counterpart(annotations, actor, told)
            actors += [(other, role) for other in others or ([actor] if actor.country else [])]
        elif actor.rule == OPEN_PEOPLE:
            continue
        elif actor.rule == OPEN_GUEST:
            several = _GUESTS.search(annotations.layout.view, actor.span.start, actor.span.end) is not None
            guests = _guests(told, actor.country, several=several) or _foreign_heads(annotations, told)
            actors += [(other, role) for other in guests]
        elif _is_bare(annotations, actor):
            actors += [(other, role) for other in _holder(annotations, actor, told) or [actor]]
        elif is_open(actor):
            words = actor.span.of(annotations.layout.view)
            opens = annotations.sentences[telling.sentence].sentence.span.start
            came = bool(course.delegation) or opens_with_guests(annotations.layout.view, opens, actor.span.start)
            one_side = ONE_SIDE.fullmatch(words) is not None or (words.lower() == "they" and came)
            one_side |= telling.kind is MeetingKind.VISIT and _GROUP.fullmatch(words) is not None
            before = _of_as_many(annotations, words, _those_before(told, telling, course, one_side=one_side), told)
            if _are_too_many(words, before) or (telling.ago and _SIDES_IN_WORDS.match(words)):
                telling.countries |= countries_of(annotations, before)
                continue
            theirs = _PEOPLE_OF.search(annotations.layout.view, max(0, actor.span.start - 24), actor.span.start)
            if theirs or (telling.kind is MeetingKind.TRAINING and _STATES.search(words)):
                telling.countries |= countries_of(annotations, before)
                continue
            actors += [(other, role) for other in before]
        else:
            actors.append((actor, role))
    telling.actors = actors
    telling.countries |= countries_of(annotations, (actor for actor, _ in actors))
    sides = _SIDES.search(telling.title or "")
    if sides and len(telling.countries) == _NUMBERS[sides[1].lower()] - 1:
        two = next((other.countries for other in told if len(other.countries) == 2), set())
        telling.countries |= two


def _are_too_many(words: str, before: list[Phrase]) -> bool:
    """Whether more people met before than words for some of them say: "the two directors", where three were there."""
    number = _SO_MANY.match(words)
    people = {actor.person for actor in before if actor.person}
    return number is not None and len(people) > _NUMBERS[number[1].lower()]


def _of_as_many(annotations: Annotations, words: str, before: list[Phrase], told: list[Telling]) -> list[Phrase]:
    """Those of the last meeting of as many as words say: "the three services", where two of them met in between."""
    number = _MORE_THAN_TWO.match(words)
    if number is None:
        return before
    many = _NUMBERS[number[1].lower()]
    if many <= max(len(before), len(countries_of(annotations, before))):
        return before
    others = (other for other in reversed(told) if len(other.countries) == many)
    return next(([actor for actor, _ in other.actors] for other in others), [])


_MORE_THAN_TWO = re.compile(r"(?:the )?(three|four|five|six) ", re.IGNORECASE)
_BODIES = rf"(?:{alternatives('sides', 'several', 'states')}|{alternatives('sides', 'several', 'bodies')})"
# "the two directors", but not the sides, whose people may be many
_SO_MANY = re.compile(rf"(?:the )?(both|two|three|four)\b(?!.*\b{_BODIES}\b)", re.IGNORECASE)
# "the three ministries | last met": not those who are their people now
_SIDES_IN_WORDS = re.compile(rf"(?:the )?(?:both|two|three|four)\b.*\b{_BODIES}$", re.IGNORECASE)


def _mean_the_last_two(annotations: Annotations, telling: Telling, told: list[Telling]) -> None:
    """Take "the two sides" for those of the meeting or visit that was told just before."""
    opens = annotations.sentences[telling.sentence].sentence.span.start
    said_before = [actor.kind is PhraseKind.COUNTRY and actor.span.end <= opens for actor, _ in telling.actors]
    if len(said_before) != _A_PAIR or not all(said_before):
        return
    last = next((each for each in reversed(told) if not each.joins and each.actors), None)
    near = last is not None and telling.sentence - last.sentence <= _A_PAIR and len(last.countries) == _A_PAIR
    if last is not None and near and last.countries != telling.countries:
        telling.actors, telling.countries = list(last.actors), set(last.countries)


def _foreign_heads(annotations: Annotations, told: list[Telling]) -> list[Phrase]:
    """The head of the delegation that came from another state than the one that speaks."""
    for telling in told:
        states = {country_of(annotations, actor) for actor, _ in telling.actors}
        foreign = annotations.house and len(states) == 1 and annotations.house not in states
        if telling.says("heads") and foreign:
            return [actor for actor, _ in telling.actors if actor.person][:1]
    return []


def _counterpart(annotations: Annotations, actor: Phrase, told: list[Telling]) -> list[Phrase]:
    """The other of the two who met last."""
    marked = (phrase for sentence in annotations.sentences for phrase in sentence.phrases)
    owner = next((phrase.person for phrase in marked if phrase.span == actor.core), None)
    for telling in reversed(told):
        if owner in telling.persons and len(telling.persons) == 2:
            return [other for other, _ in telling.actors if other.person and other.person != owner]
    return _of_the_same_office(annotations, owner, [other for telling in told for other, _ in telling.actors])


def _of_the_same_office(annotations: Annotations, owner: str | None, others: list[Phrase]) -> list[Phrase]:
    """The one who holds in another state the office that somebody holds in his: her counterpart."""
    person = annotations.person(owner or "")
    titles = {each.office.title.lower() for each in person.appointments} if person else set()
    found: dict[str, Phrase] = {}
    for other in others:
        holder = annotations.person(other.person or "")
        if holder is None or holder is person:
            continue
        theirs = [each.office.title.lower() for each in holder.appointments]
        if any(one in other or other in one for one in titles for other in theirs):
            found.setdefault(holder.name, other)
    return list(found.values()) if len(found) == 1 else []


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
            hosts = (PhraseKind.ORGANIZATION,) if other.says("site") else ()
            return [actor for actor, _ in other.actors if actor.kind not in hosts] + joined
    return (_guests(told, None, several=True) or _received_last(told)) if one_side else []


def subject_joins(annotations: Annotations, folded: Skeleton, telling: Telling) -> None:
    """Those who act in the sentence after "a meeting was held" took part in it, where they are several."""
    first = next(iter(folded.placed()), None)
    if first is None or first[0] > _AT_THE_START or first[1].symbol not in (GROUP, DELEGATION):
        return
    actors = actors_in(folded, first[0], first[0] + 1)
    if len(actors) > 1 and not any(is_open(actor) for actor in actors):
        telling.actors += [(actor, ParticipantRole.PARTICIPANT) for actor in actors]
        telling.countries |= countries_of(annotations, actors)
