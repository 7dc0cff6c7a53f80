"""Travellers: whether those who come act for a state or body, and come from another state."""

import re

from archive.reading.matching.clauses import countries_of
from archive.reading.matching.modality import side_before
from archive.reading.matching.open_phrases import FIRST_PERSON, OPEN_GROUP, is_open
from archive.reading.matching.patterns import Match
from archive.reading.matching.whereabouts import place_of
from archive.reading.meetings.in_person import act_in_person, are_apart
from archive.reading.meetings.several import is_of_a_shared_body
from archive.reading.meetings.states import state_at
from archive.reading.phrases import Annotations, PhraseKind

_HOSTED = re.compile(
    r"\b(?:received|welcomed|briefed|greeted|accompanied|hosted|guided|shown|showed|explained|demonstrated) ",
    re.IGNORECASE,
)
_THEY = re.compile(r"they|it", re.IGNORECASE)


def is_abroad(annotations: Annotations, match: Match, visited: str | None = None) -> bool:
    """Whether those who visit a body come from another state, or are received there."""
    if _HOSTED.search(match.skeleton.text, match.end) or any(is_open(phrase) for phrase in match.phrases("who")):
        return True
    visitors = countries_of(annotations, match.phrases("who"))
    hosts = {phrase.organization.country for phrase in match.phrases("body") if phrase.organization} - {None}
    if hosts and any(is_of_a_shared_body(phrase) for phrase in match.phrases("who")):
        return True
    if visited and visitors and visited not in visitors and hosts <= {visited}:
        return True
    city = place_of(match.skeleton, match.start, match.end)
    here = annotations.state_of_city(city.place) if city else None
    if here and visitors and here not in visitors and hosts <= {here}:
        return True
    return bool(visitors) and ((bool(hosts) and not hosts & visitors) or annotations.house not in {None, *visitors})


def _is_away(annotations: Annotations, match: Match) -> bool:
    """Whether the state or city where somebody is told to be is not of their own state."""
    people = countries_of(annotations, match.phrases("who"))
    there = {state_at(annotations, phrase) for phrase in match.phrases("state")} - {None}
    return bool(people and there) and people.isdisjoint(there)


def _acts_for(match: Match, role: str) -> bool:
    """Whether people of those who are named act, and not these themselves: "a mission of | the Council was in Lima"."""
    return side_before(match.skeleton.text, match.places[role][0]) is not None


_COLLEAGUE = re.compile(r"\b(?:colleague|counterpart|homologue|opposite number)s?,? (?:[A-Z][\w.]* )*$")


def is_official(annotations: Annotations, match: Match) -> bool:
    """Whether those who act in a match travel for a state or body: a delegation, or persons in office."""
    return any(
        phrase.kind in (PhraseKind.HOLDER, PhraseKind.DELEGATION, PhraseKind.GROUP)
        or phrase.rule in (OPEN_GROUP, FIRST_PERSON)
        or phrase.office is not None
        or _acts_for(match, role)
        or (
            phrase.kind is PhraseKind.PRONOUN
            and _THEY.fullmatch(phrase.span.of(annotations.layout.view)) is not None
            and bool(match.pattern.gives.get("site"))
        )
        or _COLLEAGUE.search(annotations.layout.view, max(0, phrase.core.start - 40), phrase.core.start) is not None
        or ((person := annotations.person(phrase.person or "")) is not None and person.appointments)
        for role in ("who", "whom")
        for phrase in match.phrases(role)
    )


def refusal_in_course(annotations: Annotations, match: Match, visited: str | None = None) -> str | None:
    """Why a match that holds by itself does not hold in this text; None where it does."""
    if match.pattern.gives.get("official") and not is_official(annotations, match):
        return "those who come act for no state and no body"
    if match.pattern.gives.get("site") and not is_abroad(annotations, match, visited):
        return "those who visit the body do not come from abroad"
    if match.pattern.gives.get("abroad") and not _is_away(annotations, match):
        return "those who are there do not come from abroad"
    if match.pattern.gives.get("apart") and not are_apart(annotations, match):
        return "they are not of different states"
    if match.pattern.gives.get("in_person") and not act_in_person(annotations, match):
        return "nobody need have met for it"
    return None
