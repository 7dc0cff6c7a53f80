"""Standing: the state for which somebody takes part in a meeting of whom no words say it: told by the others there."""

import re
from collections.abc import Sequence

from archive.reading.facts import Person
from archive.reading.matching.clauses import country_of, is_shared
from archive.reading.meetings.home import Home
from archive.reading.meetings.kinds import OF_TWO_SIDES
from archive.reading.meetings.states import state_at
from archive.reading.meetings.telling import ToldMeeting
from archive.reading.phrases import Annotations, Phrase
from archive.reading.vocabulary import load
from archive.values import MeetingKind, ParticipantRole, Span

_BESIDE = re.compile(r"\b(?:sidelines?|margins?|fringes?|at the edge) of\b", re.IGNORECASE)
_ACCREDITED = re.compile(
    r"\b(?:[Aa]mbassador|[Hh]igh [Cc]ommissioner|[Ee]nvoy|[Cc]harg[ée] d'[Aa]ffaires|[Cc]onsul(?:[ -][Gg]eneral)?)\b"
    r"(?P<own>[^,;]{0,80}?)(?: accredited)? to (?P<host>[^,;]{2,60})"
)


def states_by_company(
    annotations: Annotations, meeting: ToldMeeting, company: Sequence[tuple[Phrase, ParticipantRole]], home: Home
) -> dict[Span, str]:
    """The states of those at a meeting who have none of their own, by where they are named.

    Who receives guests from abroad in a city is of its state. Of two sides of which one is known, the other is the
    state at which an ambassador who is there is accredited, the one that speaks, or that of the city.
    """
    lent = {
        actor.span: state
        for actor, _ in company
        if country_of(annotations, actor) is None and (state := _state_beside(annotations, actor))
    }
    here, known = _state_of_the_place(annotations, meeting), meeting.countries | set(lent.values())
    stateless = [
        (actor, role) for actor, role in company if country_of(annotations, actor) is None and actor.span not in lent
    ]
    hosts = [actor.span for actor, role in stateless if role is ParticipantRole.HOST]
    if hosts and known and here is not None and here not in known:
        return lent | dict.fromkeys(hosts, here)
    stateless = [(actor, role) for actor, role in stateless if actor.person]
    if meeting.kind not in OF_TWO_SIDES or len(known) != 1 or not stateless:
        return lent
    (actor, _), (other,) = stateless[0], known
    person = annotations.person(actor.person or "")
    if person is None or any(map(is_shared, person.appointments)):
        return lent
    own = _accredited(annotations, company, other) or home.beside(other)
    if own is None and person.appointments and here is not None and _is_at_home(annotations, meeting, here, person):
        own = here
    return lent | ({actor.span: own} if own is not None and own != other else {})


def _state_beside(annotations: Annotations, actor: Phrase) -> str | None:
    """The state that stands beside a name: "Bulgaria's X", "X (Austria)", "X, head of the police of Oman", a flag."""
    view, span = annotations.layout.view, actor.span
    for found in (
        _FLAG.search(view, max(0, span.start - _FAR), span.start),
        _WHOSE.search(view, max(0, span.start - 2 * _FAR), span.start),
        _IN_BRACKETS.match(view, actor.core.end, actor.core.end + _FAR),
        _HEADS.match(view, actor.core.end, actor.core.end + 4 * _FAR),
    ):
        states = annotations.states_in(Span(*found.span(1))) if found else set()
        if found and len(states) == 1 and not _is_of_another(annotations, actor, found.end()):
            return states.pop()
    return None


def _is_of_another(annotations: Annotations, actor: Phrase, end: int) -> bool:
    """Whether an office behind a name is the next one's: "after talks with X, | the Minister of Oman, Y, left"."""
    others = (phrase for marked in annotations.sentences for phrase in marked.phrases if phrase.person != actor.person)
    return any(phrase.person and actor.span.end <= phrase.span.start < end < phrase.span.end for phrase in others)


_FAR = 40  # characters between which a state stands beside a name
_TITLES = (
    r"(?:president|director|head|chief|secretary|chair(?:man|woman|person)?|commissioner|judge|deputy|vice|minister"
    r"|coordinator|prosecutor|procurator|inspector|commander|governor|counsel|ambassador)"
)
_WHOSE = re.compile(
    r"\b([A-Z][\w.-]*(?: (?:and |of |the )?[A-Z][\w.-]*){0,3})(?:'s|(?<=s)')"
    r" (?:(?:[A-Z][\w-]*|of|the|for|and|in|charge)(?: |, )){0,9}$"
)
_IN_BRACKETS = re.compile(r" \(([A-Z][\w .'-]{2,30})\)")
_NO_TITLE = r"(?:and|but|who|with|to|in|on|at|by|from|was|were|is|has|had|met|held|paid|said|told|[a-z]+ed)\b"
_HEADS = re.compile(
    rf", (?:the )?(?:(?!{_NO_TITLE})[\w-]+ ){{0,3}}{_TITLES}((?: (?!who\b|met\b)[^,;.\s]+){{1,14}})(?=[,.;]|$)",
    re.IGNORECASE,
)
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff]{2}) ?$")


def _state_of_the_place(annotations: Annotations, meeting: ToldMeeting) -> str | None:
    """The state of the city of a meeting."""
    return state_at(annotations, meeting.place) if meeting.place else None


def _is_at_home(annotations: Annotations, meeting: ToldMeeting, here: str, person: Person) -> bool:
    """Whether a city tells of which state somebody is: one of whose officials and bodies the text tells more, and
    where those who met were not for the sake of another meeting.
    """
    if meeting.kind is MeetingKind.CALL or meeting.place is None or meeting.place.place in load("places")["seats"]:
        return False
    view = annotations.layout.view
    if any(_BESIDE.search(view, telling.span.start, telling.span.end) for telling in meeting.leading):
        return False
    if any(body.country == here for body in annotations.organizations):
        return True
    others = (other for other in annotations.persons if other is not person)
    return any(appointment.office.country == here for other in others for appointment in other.appointments)


def _accredited(annotations: Annotations, company: Sequence[tuple[Phrase, ParticipantRole]], other: str) -> str | None:
    """The state to which an ambassador of the other side is sent: "the Ambassador of Chile to Oman"."""
    for actor, _ in company:
        found = _ACCREDITED.search(annotations.layout.view, actor.span.start, actor.span.end)
        states = annotations.states_in(Span(*found.span("host"))) if found else set()
        if len(states) == 1 and other not in states:
            return states.pop()
    return None
