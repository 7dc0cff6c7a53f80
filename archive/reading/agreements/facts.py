"""Agreements: the instruments of a text as facts, with their parties and steps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archive.reading.agreements.instruments.distributing import one_with_each
from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.joining.admission import is_of_two_states, is_one
from archive.reading.agreements.joining.implied_states import Sides, sides_of, told_before
from archive.reading.agreements.joining.likeness import BOTH, ToldInstrument, add, name_again, with_name
from archive.reading.agreements.joining.onlookers import without_onlookers
from archive.reading.agreements.joining.open_makers import makers_of
from archive.reading.agreements.joining.parties import parties_of
from archive.reading.agreements.joining.wholes import wholes_of
from archive.reading.agreements.kinds import UNSIGNED
from archive.reading.agreements.telling import Named, StepTelling, is_person
from archive.reading.facts import Agreement, Evidence, Meeting, Step
from archive.reading.matching.items import item_of
from archive.reading.matching.pointing import nth_day
from archive.reading.phrases import Annotations
from archive.reading.rejections import CandidateKind
from archive.values import AgreementKind, MeetingStatus, PartialDate, Span, StepStatus


def find_agreements(
    annotations: Annotations, steps: Sequence[StepTelling], named: Sequence[Named], meetings: tuple[Meeting, ...]
) -> tuple[Agreement, ...]:
    """The agreements of a text, in the order in which it tells them."""
    for step in steps:
        step.makers = list(makers_of(annotations, step, _of_its_item(annotations, step, meetings)))
    steps = list(one_with_each(annotations.layout.view, steps))
    told: list[ToldInstrument] = []
    for step in sorted(steps, key=lambda each: (each.headline, each.sentence)):
        add(told, with_name(step, named, told))
    for name in named:
        name_again(told, name)
    met = max((len({each.country for each in meeting.participants} - {None}) for meeting in meetings), default=0)
    kept: list[ToldInstrument] = []
    dealing = met >= BOTH or any(map(is_of_two_states, told))
    for each in told:
        if is_one(each, gathered=met > BOTH, met=dealing):
            kept.append(each)
            continue
        step = each.steps[0]
        annotations.reject(CandidateKind.AGREEMENT, step.span, step.rule, "it points to no instrument told here")
    kept.sort(key=lambda each: each.first)
    sides = sides_of(annotations, kept)
    facts = [_fact(annotations, each, meetings, sides) for each in kept]
    for number, each in enumerate(kept):
        newer = _that_comes_after(each, kept)
        if newer is not None:
            makers = (replace(party, signatory=None, signatory_office=None) for party in facts[newer].parties)
            facts[number] = replace(facts[number], parties=tuple(makers))
    wholes = wholes_of(annotations.layout.view, kept)
    for part, whole in wholes.items():
        if whole not in wholes:  # what is itself a part comes under its whole only
            facts[part] = replace(facts[part], part_of=facts[whole])
    return tuple(fact for fact in facts if _tells_anything(fact))


def _of_its_item(annotations: Annotations, step: StepTelling, meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """The meetings that are told in the same item of a bulletin as a step, without those who only watched."""
    item = item_of(annotations, step.span.start)
    here = (each for each in meetings if any(told.span in item for told in each.evidence))
    return tuple(without_onlookers(annotations, each) for each in here)


def _that_comes_after(old: ToldInstrument, kept: Sequence[ToldInstrument]) -> int | None:
    """The number of the instrument that replaces an older one of which only the year is told: "the 2008 agreement"."""
    step = old.steps[0]
    named = any(each.parties or each.words for each in old.instruments) or any(each.makers for each in old.steps)
    if named or not step.older:
        return None
    beside = (number for number, each in enumerate(kept) if each is not old and _is_told_in(each, step.sentence))
    return next(beside, None)


def _is_told_in(told: ToldInstrument, sentence: int) -> bool:
    steps = any(each.sentence == sentence for each in told.steps)
    return steps or any(each.sentence == sentence for each in told.named)


def _tells_anything(agreement: Agreement) -> bool:
    """Whether an instrument that was made has a name of its own, somebody who made it, or a date."""
    told = any(step.date is not None or step.status in UNSIGNED for step in agreement.steps)
    return bool(agreement.parties) or told or agreement.title != agreement.title.lower()


def _fact(annotations: Annotations, told: ToldInstrument, meetings: tuple[Meeting, ...], sides: Sides) -> Agreement:
    main = told.main
    parties = tuple(parties_of(annotations, told, _of_its_item(annotations, told.steps[0], meetings), sides))
    term = next((instrument.term for instrument in told.instruments if instrument.term), None)
    return Agreement(
        kind=main.kind,
        title=" ".join(main.title.of(annotations.layout.text).split()),
        parties=parties,
        steps=tuple(_steps(told, meetings)),
        evidence=tuple(_evidence(told)),
        term=term,
    )


def _evidence(told: ToldInstrument) -> Iterator[Evidence]:
    seen: set[Span] = set()
    for step in told.steps:
        if step.span not in seen:
            seen.add(step.span)
            yield Evidence(step.span, step.rule)
    for named in told.named:
        if named.span not in seen:
            seen.add(named.span)
            yield Evidence(named.span, "named again")


def _steps(told: ToldInstrument, meetings: tuple[Meeting, ...]) -> Iterator[Step]:
    """One step for each status; approval by a body of one side is no step of what is signed."""
    known = _with_ended(told.steps)
    made = [step for step in known if not step.ahead] or known
    statuses = {step.status for step in made}
    made_on: PartialDate | None = None
    for status in StepStatus:
        steps = [step for step in made if step.status is status]
        if not steps or (status is StepStatus.APPROVED and StepStatus.SIGNED in statuses):
            continue
        meeting = (
            _meeting_of(steps, meetings)
            if status in (StepStatus.SIGNED, StepStatus.APPROVED, StepStatus.PLANNED)
            else None
        )
        date = _best(step.date for step in steps if step.put_off)
        date = date or _best(step.date for step in steps if not step.renews) or _best(step.date for step in steps)
        recalled = status is StepStatus.APPROVED and told.main.kind is AgreementKind.CONVENTION  # long since ratified
        recalled = recalled or any(step.joins for step in steps)
        if date is None and meeting is not None and _happens_there(steps, meeting) and not recalled:
            date = _day_there(steps, meeting, meetings)
        made_on = date if status is StepStatus.SIGNED else made_on
        if date is None and any(step.at_once for step in steps):
            date = made_on
        yield Step(status, tuple(Evidence(step.span, step.rule) for step in steps), date=date, meeting=meeting)


def _with_ended(steps: list[StepTelling]) -> list[StepTelling]:
    """The steps; what has ended since was signed then, and is another instrument than one that is signed now."""
    signed = any(step.status is StepStatus.SIGNED and not step.ended for step in steps)
    kept = [step for step in steps if not (signed and step.ended)]
    return [replace(step, status=StepStatus.SIGNED) if step.ended else step for step in kept]


def _best(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    known = [date for date in dates if date is not None]
    return max(known, key=lambda date: (date.edtf is not None, len(date.edtf or "")), default=None)


def _happens_there(steps: list[StepTelling], meeting: Meeting) -> bool:
    """Whether an undated step is told as part of the meeting: by its own participants, not long after it."""
    for step in steps:
        near = step.span.start - told_before(meeting, step.span.start) < _FAR
        if (
            step.same_day
            or (step.news and near)
            or (step.makers and (near or any(is_person(maker) for maker in step.makers)))
        ):
            return True
    return False


_FAR = 1500  # characters of a text behind which two states do something at another time


def _day_there(steps: list[StepTelling], meeting: Meeting, meetings: tuple[Meeting, ...]) -> PartialDate | None:
    """The day of a step that was made at a meeting."""
    day = next((step.day for step in steps if step.day is not None), None)
    if meeting.date is not None:
        return nth_day(meeting.date, day) if day is not None else meeting.date
    return None if steps[0].status is StepStatus.PLANNED else _day_before(steps[0], meeting, meetings)


def _day_before(step: StepTelling, meeting: Meeting, meetings: tuple[Meeting, ...]) -> PartialDate | None:
    """The day on which some of those who met for an undated meeting had met before it: they did so on one visit."""
    people = {each.person.name for each in meeting.participants if each.person}
    best: tuple[int, PartialDate | None] = (-1, None)
    for other in meetings:
        told = told_before(other, step.span.start)
        shared = people & {each.person.name for each in other.participants if each.person}
        near = told >= 0 and step.span.start - told < _FAR and other.status is MeetingStatus.HELD
        if (shared or step.same_day) and near and other.date and told > best[0] and other.date.is_day:
            best = told, other.date
    return best[1]


def _year(meeting: Meeting) -> str:
    """The year in which a meeting is held, as far as it is told and the meeting is no plan."""
    held = meeting.status is MeetingStatus.HELD
    return (meeting.date.edtf or "")[:4] if held and meeting.date else ""


def _states_of(instrument: Instrument) -> set[str]:
    """The states of those whom a title names."""
    codes = (each.country or (each.organization and each.organization.country) for each in instrument.parties)
    return {code for code in codes if code}


def _meeting_of(steps: list[StepTelling], meetings: tuple[Meeting, ...]) -> Meeting | None:
    """The meeting at which a step was made: held just before in the text, with those who made it."""
    best: tuple[int, Meeting | None] = (-1, None)
    first = max((step.span.start for step in steps), default=0)
    now = max((_year(each) for each in meetings if told_before(each, first) >= 0), default="")
    meetings = tuple(each for each in meetings if _year(each) in ("", now))  # not one that is recalled
    for step in steps:
        if step.date is not None and step.status is not StepStatus.PLANNED:
            continue
        makers = {maker.person for maker in step.makers if maker.person}
        named = _states_of(step.instrument)
        for meeting in meetings:
            there = {each.country for each in meeting.participants if each.country}
            if len(there) >= BOTH and not named <= there:
                continue  # what is made with somebody who did not meet is not made there
            told = told_before(meeting, step.span.start)
            people = {participant.person.name for participant in meeting.participants if participant.person}
            held = (meeting.status.value == "held") == (step.status is not StepStatus.PLANNED)
            if held and told > best[0] and (not makers or makers & people or step.same_day):
                best = told, meeting
    return best[1]
