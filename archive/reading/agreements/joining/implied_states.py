"""Implied states: the states that a text deals with where it tells of an instrument and does not say who makes it.

They are the two that met last or, for what a gathering adopts, those that gathered; nobody where the text names two of
many by chance, or recalls what many made at another time.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.joining.likeness import BOTH, ToldInstrument
from archive.reading.agreements.kinds import ADOPTED, NO_PARTIES
from archive.reading.agreements.lexicon import vocabulary
from archive.reading.agreements.telling import StepTelling
from archive.reading.facts import Meeting, Organization, Participant
from archive.reading.matching.items import item_of
from archive.reading.matching.set_apart import is_set_apart
from archive.reading.phrases import Annotations
from archive.values import AgreementKind, MeetingKind, OrganizationKind, PartialDate, StepStatus


def is_of_another_day(step: StepTelling, day: PartialDate | None) -> bool:
    """Whether a step was made long before or after a meeting: others held the offices then."""
    mine, theirs = (date.edtf or "" if date else "" for date in (step.date, day))
    return bool(mine and theirs) and not mine.startswith(theirs[:_MONTH]) and not theirs.startswith(mine[:_MONTH])


_MONTH = len("2024-05")


@dataclass(frozen=True, slots=True)
class Sides:
    """The state that speaks in a text, and the others with each of which it has an instrument of its own."""

    home: str | None
    others: frozenset[str]


def dealt_with(
    annotations: Annotations,
    told: ToldInstrument,
    meetings: tuple[Meeting, ...],
    states: set[str],
    sides: Sides,
) -> set[str]:
    """The states that a text deals with where it tells of an instrument, beside those that it calls its makers."""
    main, step = told.main, told.steps[0]
    of_many = main.kind is AgreementKind.CONVENTION or not main.words.isdisjoint(_OF_MANY)
    if of_many and states:
        return set()  # each of many joins a convention for itself
    if any(is_of_a_region(annotations, each) for each in told.instruments) and not _is_adopted(told):
        return set()  # "the ASEAN treaty" is not made by the two that talk about it
    alone = step.status in (StepStatus.APPROVED, *NO_PARTIES) and not states
    beside: set[str] = set() if alone else _states_beside(annotations, step) - _held_back(annotations, step)
    with_another = _is_with_another(annotations, told)
    if with_another:
        beside -= sides.others - states
    if len(beside | states) == BOTH:
        return beside
    stands = step.status in (StepStatus.IN_FORCE, StepStatus.SIGNED)
    context = [each for each in meetings if not _is_past(annotations, main, step, each)]
    meant = _context(context, step, states, of_two=_is_of_two(annotations, told), of_many=of_many)
    if of_many and stands and len(meant) > BOTH:
        return set()  # a convention that a gathering recalls is not made by those who gather
    if not meant and states and sides.home and with_another:
        return {sides.home}  # "our treaty with the Emirates"
    if not (meant or states) and len(beside) == 1 and _is_with_a_shared_body(annotations, step):
        return beside  # "Moldova cooperates with Eurojust under the agreement"
    named_at_all = annotations.states_in(item_of(annotations, step.span.start)) - _held_back(annotations, step)
    with_a_body = any(shared_body(each) for meeting in meetings for each in meeting.participants)
    if not (meant or of_many or with_a_body) and len(named_at_all) == BOTH and states <= named_at_all:
        return named_at_all  # a text that names two states, and no meeting, tells of these two
    return meant


def shared_body(participant: Participant) -> Organization | None:
    """The body of no one state that took part, or for which somebody did."""
    body = participant.organization or (participant.office.organization if participant.office else None)
    return body if body is not None and body.kind is OrganizationKind.INTERNATIONAL else None


def _is_with_a_shared_body(annotations: Annotations, step: StepTelling) -> bool:
    """Whether the sentence of an instrument in force names a body of no one state."""
    return step.status is StepStatus.IN_FORCE and any(
        body.kind is OrganizationKind.INTERNATIONAL and any(mention.span in step.span for mention in body.mentions)
        for body in annotations.organizations
    )


def _is_with_another(annotations: Annotations, told: ToldInstrument) -> bool:
    """Whether its title names one state or body with which another made it."""
    return any(_WITH.search(_naming(annotations, each)) for each in told.instruments if each.parties)


def _naming(annotations: Annotations, instrument: Instrument) -> str:
    """The words that name an instrument, up to its last party: "a third one, with | Peru"."""
    start, end = instrument.title.start, instrument.title.end
    behind = max(party.span.start for party in instrument.parties)
    return annotations.layout.view[start : behind if 0 <= behind - end <= _BEHIND else end]


_WITH = re.compile(r"^(?!.*\bbetween\b).*,? with ", re.DOTALL)
_BEHIND = 20  # letters behind a title in which its party stands


def sides_of(annotations: Annotations, every: Sequence[ToldInstrument]) -> Sides:
    """The sides of a text: its own state, and those with which it is told to have instruments."""
    parties = [_states_named(told) for told in every]
    others = {code for codes in parties if len(codes) == 1 for code in codes}
    pairs = Counter(code for codes in parties if len(codes) > 1 for code in sorted(codes))
    (first, times), (_, next_times), *_ = [*pairs.most_common(2), ("", 0), ("", 0)]
    home = annotations.house or (first if times > max(1, next_times) else None)
    return Sides(home, frozenset(others - {home}))


def _states_named(told: ToldInstrument) -> set[str]:
    """The states of those whom the words call the parties or makers of an instrument."""
    actors = [actor for step in told.steps[:1] for actor in (*step.makers, *step.instrument.parties)]
    codes = (actor.country or (actor.organization.country if actor.organization else None) for actor in actors)
    return {code for code in codes if code}


_OF_MANY = frozenset({"international", "multilateral", "convention"})


def _is_adopted(told: ToldInstrument) -> bool:
    """Whether the text tells that it was adopted or signed, and by no state that joined it later."""
    return any(step.status in (StepStatus.SIGNED, StepStatus.APPROVED) and not step.joins for step in told.steps)


def is_of_a_region(annotations: Annotations, instrument: Instrument) -> bool:
    """Whether an instrument is called after the many that made it: "the Arab Convention", "the ASEAN treaty"."""
    name = instrument.title.of(annotations.layout.view)
    if vocabulary().regional.match(name):
        return True
    return any(
        body.kind is OrganizationKind.INTERNATIONAL
        and any(0 <= mention.span.start - instrument.title.start <= _OPENING for mention in body.mentions)
        for body in annotations.organizations
    )


_OPENING = len("proposed ")  # letters before the name of the body in a title


def _states_beside(annotations: Annotations, step: StepTelling) -> set[str]:
    """The states that the sentence of a step names."""
    return {
        country.code
        for country in annotations.countries
        if any(mention.span in step.span for mention in country.mentions)
    }


def _held_back(annotations: Annotations, step: StepTelling) -> set[str]:
    """The states that did not do it by the words of a step or those right behind: "Chile signed. Peru did not."."""
    view, told = annotations.layout.view, range(step.span.start, step.span.end + _NEXT)
    return {
        country.code
        for country in annotations.countries
        for each in country.mentions
        if each.span.start in told and (_DID_NOT.match(view, each.span.end) or is_set_apart(view, each.span.start))
    }


_NEXT = len(" However, the ")  # letters before the state that opens the next sentence
_DID_NOT = re.compile(
    r",? (?:did|does|do|has|have|had|is|was|will|would|could) not(?: (?:do so|sign|join|follow))?(?: yet)?[.,;]"
    r"|(?:(?:,|,? and) [A-Z][\w-]+){0,3} (?:abstained|voted against|opposed|objected|dissented|stayed away"
    r"|(?:was|were) (?:absent|against))\b"
)
_TWO = re.compile(r"\b(?:bilateral|two|both)\b", re.IGNORECASE)


def _is_of_two(annotations: Annotations, told: ToldInstrument) -> bool:
    """Whether its title says that two make it: "between the two institutes"."""
    return any(_TWO.search(each.title.of(annotations.layout.view)) for each in told.instruments)


def _is_past(annotations: Annotations, main: Instrument, step: StepTelling, meeting: Meeting) -> bool:
    """Whether what many made is recalled where they, or some of them, meet again."""
    many = len(_states_at(meeting)) > BOTH
    if main.kind in ADOPTED and not many and meeting.date is None:
        year, now = (step.date.edtf or "" if step.date else "")[:4], (annotations.anchor or "")[:4]
        return bool(now and year and year < now)
    again = main.kind in ADOPTED or (many and main.words.isdisjoint(("trilateral", "tripartite")))
    mine, theirs = (date.edtf or "" if date else "" for date in (step.date, meeting.date))
    return again and mine < theirs and is_of_another_day(step, meeting.date)


def is_by_chance(meeting: Meeting) -> bool:
    """Whether the text names two of the many who gathered: they are not those who adopt what the gathering adopts."""
    many = meeting.kind in (MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.MULTILATERAL, MeetingKind.TRAINING)
    bodies = (each.organization for each in meeting.participants if each.organization)
    of_two = any(body.kind is OrganizationKind.JOINT for body in bodies)  # "the Chile-Peru Joint Committee"
    return many and not of_two and len(_states_at(meeting)) <= BOTH


def _states_at(meeting: Meeting) -> set[str]:
    """The states whose people are told to take part in a meeting."""
    return {each.country for each in meeting.participants if each.country}


def _is_of_others(meeting: Meeting, *, gathered: bool) -> bool:
    """Whether two states that a text names at a meeting are not those who make what it tells of next."""
    if len(_states_at(meeting)) > BOTH:
        return False
    apart = meeting.kind in (MeetingKind.CONFERENCE, MeetingKind.TRAINING)
    bodies = (each.organization for each in meeting.participants if each.organization and not each.country)
    shared = any(body.kind is OrganizationKind.INTERNATIONAL for body in bodies)
    return shared or (is_by_chance(meeting) and (gathered or apart))


def _context(
    meetings: Sequence[Meeting], step: StepTelling, states: set[str], *, of_two: bool, of_many: bool
) -> set[str]:
    """The states that a text deals with where it names an instrument of theirs without parties.

    The two that met last before; for what is adopted, drafted or proposed, those of a gathering rather than of a
    meeting beside it.
    """
    best: tuple[bool, int, set[str], Meeting | None] = (False, -1, set(), None)
    gathered = step.status in (StepStatus.APPROVED, *NO_PARTIES)
    for meeting in meetings:
        codes = _states_at(meeting)
        told = told_before(meeting, step.span.start)
        many = gathered and told >= 0 and len(codes) > BOTH
        fits = (
            (told >= 0 or not of_many)
            and states <= codes
            and len(codes) >= BOTH
            and (len(codes) == BOTH or not (states or of_two))
        )
        if fits and ((many, told) > best[:2] or not best[2]):
            best = many, told, codes, meeting
    return set() if best[3] is not None and _is_of_others(best[3], gathered=gathered) else best[2]


def told_before(meeting: Meeting, position: int) -> int:
    """Where a meeting was told last before a place of the text; -1 where it was not."""
    return max((each.span.start for each in meeting.evidence if each.span.start <= position), default=-1)
