"""Open makers: whom the words for the makers of a step mean where they name nobody: "the heads of the agencies"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.agreements.joining.implied_states import is_by_chance, is_of_another_day, shared_body, told_before
from archive.reading.agreements.joining.likeness import BOTH
from archive.reading.agreements.telling import StepTelling, is_person
from archive.reading.facts import Meeting, Participant
from archive.reading.matching.clauses import country_of
from archive.reading.matching.open_phrases import FIRST_PERSON, is_open, means_persons
from archive.reading.matching.patterns import grammar
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import StepStatus


def makers_of(annotations: Annotations, step: StepTelling, meetings: tuple[Meeting, ...]) -> Iterator[Phrase]:
    """Those who make a step; open phrases stand for those who met: "the heads of the agencies signed"."""
    named = sum(each.person is not None and each.span in step.span for each in step.makers) >= BOTH
    for maker in step.makers:
        if named and (is_open(maker) or (step.by_office and maker.span not in step.span)):
            continue  # "by the heads, P and P": these are named
        if maker.rule == FIRST_PERSON and maker.person is None:
            house = None if step.consents or annotations.layout.is_quoted(maker.span) else annotations.house
            yield replace(maker, kind=PhraseKind.COUNTRY, country=house) if house else maker
            continue
        if not is_open(maker):
            yield _of_their_time(annotations, step, _with_side(annotations, maker), meetings)
            continue
        gathered = step.status is StepStatus.APPROVED or _means_many(maker, annotations.layout.view)
        meeting = meeting_before(meetings, step.span.start, gathered=gathered)
        if meeting is None or (gathered and is_by_chance(meeting)):
            continue
        persons = means_persons(maker, annotations.layout.view) and not is_of_another_day(step, meeting.date)
        for participant in principals(meeting):
            span, country = maker.span, participant.country
            if persons and participant.person:
                name, office = participant.person.name, participant.office
                yield Phrase(PhraseKind.PERSON, span, span, maker.rule, name, office, None, country)
            elif country:
                yield Phrase(PhraseKind.COUNTRY, span, span, maker.rule, country=country)
            elif not gathered and (body := shared_body(participant)):
                yield Phrase(PhraseKind.ORGANIZATION, span, span, maker.rule, organization=body)


def principals(meeting: Meeting) -> list[Participant]:
    """Those who met; who only came along is left out, where there are others."""
    joining = {pattern.name for pattern in grammar("meetings").patterns if pattern.gives.get("joins")}
    main = [each for each in meeting.participants if each.evidence[0].rule not in joining]
    return main if len(main) > 1 else list(meeting.participants)


def meeting_before(meetings: tuple[Meeting, ...], position: int, *, gathered: bool) -> Meeting | None:
    """The meeting told last before a place of the text, in which several took part.

    ``gathered``: one of more than two, where the text tells of one: "the participants" are not those who met beside.
    """
    best: tuple[bool, int, Meeting | None] = (False, -1, None)
    for meeting in meetings:
        told = told_before(meeting, position)
        many = gathered and len({each.country for each in meeting.participants if each.country}) > BOTH
        if len(meeting.participants) > 1 and told >= 0 and (many, told) > best[:2]:
            best = many, told, meeting
    return best[2]


def _of_their_time(annotations: Annotations, step: StepTelling, maker: Phrase, meetings: tuple[Meeting, ...]) -> Phrase:
    """A maker, or their state: "signed by the ministers in 2010" names nobody who met now."""
    if not step.by_office or maker.person is None or maker.span in step.span:
        return maker
    country = country_of(annotations, maker)
    days = (each.date for each in meetings if any(_is(who, maker) for who in each.participants))
    if country is None or not any(is_of_another_day(step, day) for day in days):
        return maker
    return Phrase(PhraseKind.COUNTRY, maker.span, maker.span, maker.rule, country=country)


def _is(participant: Participant, maker: Phrase) -> bool:
    return participant.person is not None and participant.person.name == maker.person


_ACTS_FOR = re.compile(r"(?:,? (?:for|on behalf of|of|from)| \((?:for)?) ?(?:the )?")


def _with_side(annotations: Annotations, maker: Phrase) -> Phrase:
    """A person with the side that stands behind the name: "signed by P for Qatar, Q of the Ministry, R (Peru)"."""
    if not is_person(maker) or country_of(annotations, maker) is not None:
        return maker
    side = _ACTS_FOR.match(annotations.layout.view, maker.core.end, maker.span.end)
    if side is None:
        return maker
    for body in annotations.organizations:
        if any(mention.span.start == side.end() for mention in body.mentions):
            return replace(maker, organization=body, country=body.country)
    for state in annotations.countries:
        if any(mention.span.start == side.end() for mention in state.mentions):
            return replace(maker, country=state.code)
    return maker


_MANY = re.compile(
    r"\b(?:participants|members|member states|delegates|delegations|attendees|heads of)\b", re.IGNORECASE
)
_FEW = re.compile(r"\b(?:two|both|three)\b", re.IGNORECASE)


def _means_many(phrase: Phrase, view: str) -> bool:
    """Whether an open phrase stands for all who gathered: "the participants", not "the two delegations"."""
    words = view[phrase.span.start : phrase.span.end + len(" of delegations")]
    return _MANY.search(words) is not None and _FEW.search(words) is None
