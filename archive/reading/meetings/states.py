"""States: which of them took part, by the words around a match: the name of a meeting or body, a list behind it."""

import re
from collections.abc import Iterable

from archive.reading.matching.clauses import countries_of
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.several import is_assembly
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import MeetingKind, OrganizationKind, Span


def states_told(
    annotations: Annotations, folded: Skeleton, match: Match, telling: Telling, encounter: Encounter | None
) -> set[str]:
    """The states that take part: those of the people and bodies, and those that the words around them name."""
    actors = [actor for actor, _ in telling.actors]
    states = countries_of(annotations, actors)
    members = (member.organization for actor in actors if actor.organization for member in actor.organization.members)
    states |= {body.country for body in members if body.country}
    if encounter is not None or telling.says("serial"):
        states |= paired_states(annotations, encounter.span if encounter else folded.span_of(match.start, match.end))
    if encounter is not None and encounter.kind is MeetingKind.TRAINING:
        states |= _states_of_trainees(annotations, telling.sentence, encounter.span)
    states |= _states_of_joint_bodies(annotations, [telling.body, *match.phrases("body"), *actors])
    if not states and not actors and encounter is not None and encounter.kind is not MeetingKind.VISIT:
        states |= _people_of_states(annotations, folded)
    return states | _states_behind(annotations, folded, match) if telling.says("states") else states


_PAIR = re.compile(r"\b[A-Z][\w.]*(?: [A-Z]\w+)?(?:-|–|/)(?:the )?[A-Z][\w.]*(?: [A-Z]\w+)?")


def paired_states(annotations: Annotations, words: Span) -> set[str]:
    """The states that the name of a meeting or body joins: "the third India-Nepal dialogue"."""
    states: set[str] = set()
    for found in _PAIR.finditer(annotations.layout.view, words.start, words.end):
        pair = Span(*found.span())
        codes = annotations.states_in(pair)
        states |= codes if len(codes) + len(_bodies_in(annotations, pair)) > 1 else set()
    return states


def _states_of_trainees(annotations: Annotations, sentence: int, name: Span) -> set[str]:
    """The states of the people whom the name of a course tells: "a training programme for judges of Fiji"."""
    people = (phrase for phrase in annotations.sentences[sentence].phrases if phrase.kind is PhraseKind.DELEGATION)
    inside = (each for each in people if name.start <= each.span.start and each.span.end <= name.end)
    return {code for each in inside for code in annotations.states_in(each.span)}


def paired_bodies(annotations: Annotations, words: Span) -> list[Phrase]:
    """The bodies of several states that the name of a meeting joins to a state: "the |EU|-Nepal dialogue"."""
    bodies: list[Phrase] = []
    for found in _PAIR.finditer(annotations.layout.view, words.start, words.end):
        pair = Span(*found.span())
        bodies += _bodies_in(annotations, pair) if annotations.states_in(pair) else []
    return bodies


def _bodies_in(annotations: Annotations, pair: Span) -> list[Phrase]:
    return [
        Phrase(PhraseKind.ORGANIZATION, mention.span, mention.span, "one of a pair", organization=body)
        for body in annotations.organizations
        if body.kind is OrganizationKind.INTERNATIONAL
        for mention in body.mentions
        if mention.span in pair
    ]


def _states_of_joint_bodies(annotations: Annotations, among: Iterable[Phrase | None]) -> set[str]:
    """The states that the name of a body joins, wherever the text writes it so: "the Bulgarian-Greek Commission"."""
    bodies = (phrase.organization for phrase in among if phrase and phrase.organization and not phrase.country)
    named = (
        annotations.states_in(Span(mention.span.start, _end_of_its_states(annotations.layout.view, mention.span.end)))
        for body in bodies
        if is_assembly(body)
        for mention in body.mentions[:_MENTIONS]
    )
    return {code for states in named if len(states) > 1 for code in states}


# "the Joint Committee | between the Kingdom of A and B"
_NAME = r"[A-Z][\w'-]*(?: (?:of|the|[A-Z][\w'-]*)){0,4}"
_BETWEEN = re.compile(rf",? (?:between|of) (?:the )?{_NAME}(?:, (?:the )?{_NAME}){{0,4}},? and (?:the )?{_NAME}")


def _end_of_its_states(view: str, end: int) -> int:
    """Where the states end that are named behind a joint body."""
    found = _BETWEEN.match(view, end)
    return found.end() if found else end


_MENTIONS = 5


def _states_behind(annotations: Annotations, folded: Skeleton, match: Match) -> set[str]:
    """The states that a sentence names behind a match: "was attended by prosecutors of Fiji and Japan"."""
    behind = Span(folded.offset(match.start), folded.span.end)
    return annotations.states_in(behind)


def state_at(annotations: Annotations, phrase: Phrase) -> str | None:
    """The state of a city or of the state itself."""
    return phrase.country or annotations.state_of_city(phrase.place)


_STATE = SYMBOLS[PhraseKind.COUNTRY]
_PEOPLE = (SYMBOLS[PhraseKind.DELEGATION], SYMBOLS[PhraseKind.GROUP])
_LISTED_STATES = re.compile(
    r"\b(?:[a-z]+s (?:of|from) (?:the )?|(?:states|countries|nations|jurisdictions)(?::|,(?: namely)?| [–—-]| \() ?)"
    rf"({_STATE}(?:,? and (?:the )?{_STATE}|, (?:the )?{_STATE}){{1,20}})"
)


# "thanked | A and B for their support": they need not come
_SPOKEN_OF = re.compile(
    r"\b(?:thank\w*|prais\w*|congratulat\w*|commend\w*|condemn\w*|accus\w*|urg\w*|gratitude to|grateful to"
    r"|(?:support|help|assistance|funding|financed|funded) (?:of|from|by)|called (?:on|upon))(?: the)? $",
    re.IGNORECASE,
)
_FAR = 30  # letters


def _people_of_states(annotations: Annotations, folded: Skeleton) -> set[str]:
    """The states of people whom the sentence of a gathering names by several states: "inspectors from A, B and C"."""
    spans = [
        fold.span
        for at, fold in folded.placed()
        if fold.symbol in _PEOPLE and not _SPOKEN_OF.search(folded.text, max(0, at - _FAR), at)
    ]
    spans += [folded.span_of(*found.span(1)) for found in _LISTED_STATES.finditer(folded.text)]
    named = (annotations.states_in(span) for span in spans)
    return {code for states in named if len(states) > 1 for code in states}
