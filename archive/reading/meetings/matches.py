"""From the matches of the patterns in a sentence to tellings: who, what kind, whether it was held, when and where.

`checks` has said which matches hold and which of them tells an event. What a match does not say itself, the
words around it may: its subject, its date, the states behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.matching import asides
from archive.reading.matching.clauses import country_of, date_of
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Skeleton
from archive.reading.matching.whereabouts import is_city, place_of
from archive.reading.meetings.checks import DENIALS, refusal
from archive.reading.meetings.choice import apart, with_subject
from archive.reading.meetings.encounters import Encounter, encounter_of
from archive.reading.meetings.in_passing import looks_ahead, without_echoes
from archive.reading.meetings.participants import everybody, within
from archive.reading.meetings.qualifiers import city_before, date_before
from archive.reading.meetings.several import is_assembly
from archive.reading.meetings.states import (
    paired_states,
    people_of_states,
    state_at,
    states_behind,
    states_of_joint_bodies,
)
from archive.reading.meetings.telling import Telling
from archive.reading.meetings.timing import all_days, foretells, is_still_to_come, is_to_come
from archive.reading.meetings.travellers import refusal_in_course
from archive.reading.phrases import Annotations, BlockKind, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.values import MeetingKind, MeetingStatus, ParticipantRole

_PHONE = re.compile(
    r"\b(?:by|via|over|on) (?:the )?(?:tele)?phone\b|\bvideo ?(?:link|call|conference)|\bvideoconference|\bonline\b",
    re.IGNORECASE,
)


_MEETINGS = re.compile(
    r"\b(?:meetings|conversations|calls|visits)$|\b(?:bilateral|separate|individual)"
    r" (?:talks|negotiations|consultations|discussions|conversations)$",
    re.IGNORECASE,
)


_A_PAIR = 2


_PAST = re.compile(r"\w+ed|met|held|took|saw|spoke|sat|had|gave|began|came|went|flew|left|paid|made|led")


_MOST_SIDES = 3


def tellings_in(
    annotations: Annotations, index: int, folded: Skeleton, words: frozenset[str], visited: str | None = None
) -> Iterator[Telling]:
    """The tellings of one sentence, in order; ``visited`` is the state of the visit that is going on."""
    matches: list[Match] = []
    denied: set[int] = set()
    for each in asides.matches(grammar("meetings"), folded, words):
        for match in with_subject(each):
            reason = refusal(match) or refusal_in_course(annotations, match, visited)
            if reason is None:
                matches.append(match)
            else:
                if reason in DENIALS and "encounter" in match.places:
                    denied.add(match.places["encounter"][0])
                annotations.reject(
                    CandidateKind.MEETING, folded.span_of(match.start, match.end), match.pattern.name, reason
                )
    if not matches:
        return
    chosen = apart(without_echoes(matches, denied))
    alone = sum(not match.pattern.gives.get("joins") for match in chosen) == 1
    for match in chosen:
        if match.pattern.gives.get("alone") and not alone:
            continue
        telling = _telling(annotations, index, folded, match)
        set_somewhere = telling.place is not None or telling.date is not None
        if not set_somewhere and _must_be_set(folded, match):
            span = folded.span_of(match.start, match.end)
            annotations.reject(CandidateKind.MEETING, span, match.pattern.name, "neither a place nor a day is told")
            continue
        if _only_heads(annotations, telling, match):
            span = folded.span_of(match.start, match.end)
            annotations.reject(CandidateKind.MEETING, span, match.pattern.name, "a heading only names it")
            continue
        yield from _one_by_one(annotations, telling, match)


def _only_heads(annotations: Annotations, telling: Telling, match: Match) -> bool:
    """Whether a heading inside the text names a meeting of which only the lines below tell: "Talks with Chile"."""
    kind = annotations.sentences[telling.sentence].sentence.block.kind
    if match.pattern.gives.get("heading"):
        return kind is not BlockKind.HEADLINE
    inside = kind is BlockKind.HEADING
    return inside and "verb" not in match.places and telling.place is None and telling.date is None


def _must_be_set(folded: Skeleton, match: Match) -> bool:
    """Whether a match tells a meeting only where its words say when, where or with whom."""
    gives = match.pattern.gives
    if gives.get("ceremonial"):
        return False
    return bool(gives.get("set") or gives.get("beside_each_other") or gives.get("in_person")) or (
        bool(gives.get("fallback")) and not any(within(folded, match))
    )


_BY_EACH = re.compile(r",? (?:and|as well as|and then|then) (?:also )?by (?:the )?\S")
_THEN = re.compile(r"(?:,| and),? (?:then|later|subsequently|afterwards|after that) ")


def _one_by_one(annotations: Annotations, telling: Telling, match: Match) -> Iterator[Telling]:
    """ "Bilateral meetings with A of Iran and B of Belize" are as many meetings, all with the one who held them."""
    encounter = encounter_of(match)
    whom = match.phrases("whom" if "whom" in match.places else "host")
    who = [(actor, role) for actor, role in telling.actors if actor not in whom]
    states = {country_of(annotations, actor) for actor in whom}
    text = match.skeleton.text[match.start : match.end]
    several = encounter is not None and _MEETINGS.search(encounter.words) is not None
    several = several or "separately" in text or _BY_EACH.search(text) is not None
    if whom:
        several = several or _THEN.search(match.skeleton.view, whom[0].span.start, whom[-1].span.end) is not None
    named = len(whom) >= _A_PAIR and all(actor.person for actor in whom)
    apart_from_each_other = named or (len(states) >= _A_PAIR and None not in states)
    if not several or not apart_from_each_other or len(who) != 1:
        yield telling
        return
    for actor, role in ((actor, role) for actor, role in telling.actors if actor in whom):
        each = replace(telling, actors=[*who, (actor, role)], plural=False)
        each.countries = {code for one, _ in each.actors if (code := country_of(annotations, one))}
        if each.kind is MeetingKind.MULTILATERAL:
            each.kind = MeetingKind.BILATERAL
        yield each


def _telling(annotations: Annotations, index: int, folded: Skeleton, match: Match) -> Telling:
    gives, encounter = match.pattern.gives, encounter_of(match)
    actors = everybody(folded, match)
    if encounter is not None and encounter.kind is not MeetingKind.VISIT:
        known = {actor.span for actor, _ in actors}
        actors += [(actor, ParticipantRole.PARTICIPANT) for actor in within(folded, match) if actor.span not in known]
    if encounter is None and gives.get("several"):
        encounter = _gathering(folded, match)
    kind = MeetingKind.BILATERAL
    if encounter is not None and (gives.get("kind") in (None, "bilateral")):
        kind = encounter.kind
    elif "kind" in gives:
        kind = MeetingKind(gives["kind"])
    if gives.get("face"):
        kind = MeetingKind.BILATERAL
    body = encounter.body if encounter else None
    telling = Telling(
        kind,
        _status(match, encounter),
        index,
        annotations.sentences[index].sentence.span,
        match.pattern.name,
        actors,
        body=body,
        title=encounter.words if encounter else None,
        headline=annotations.sentences[index].sentence.block.kind in (BlockKind.HEADLINE, BlockKind.HEADING),
        definite=encounter is not None and encounter.definite,
        plural=encounter is not None and encounter.plural and encounter.words.lower().rstrip().endswith("meetings"),
        joins=bool(gives.get("joins")),
        gives=gives,
        serial=bool(gives.get("serial")) or (encounter is not None and encounter.follows),
        short=encounter is not None and encounter.short,
        aside=_BESIDE_IT.search(folded.text, 0, match.start) is not None
        or " separately " in match.verbal + match.verb + " ",
        around=_AROUND.search(folded.text, max(0, match.start - _FAR), match.start) is not None,
        ago=_AGO.search(folded.text, max(0, match.start - _FAR), match.start) is not None,
        leans=encounter is not None and encounter.definite and (bool(gives.get("attends")) or encounter.is_event),
    )
    telling.past = _PAST.fullmatch(match.verb.split(" ")[0]) is not None
    telling.countries = {code for actor, _ in actors if (code := country_of(annotations, actor))}
    for actor, _ in actors:
        members = actor.organization.members if actor.organization else ()
        telling.countries |= {member.organization.country for member in members if member.organization.country}
    if encounter is not None or gives.get("serial"):
        words = encounter.span if encounter else folded.span_of(match.start, match.end)
        telling.countries |= paired_states(annotations, words)
    telling.countries |= states_of_joint_bodies(
        annotations, [body, *match.phrases("body"), *(actor for actor, _ in actors)]
    )
    if not telling.countries and not actors and encounter is not None and encounter.kind is not MeetingKind.VISIT:
        telling.countries |= people_of_states(annotations, folded)
    if gives.get("states"):
        telling.countries |= states_behind(annotations, folded, match)
    telling.kind = _refined(telling, match)
    study = encounter is not None and "study" in encounter.words.lower()
    goes = telling.kind is MeetingKind.VISIT or study or match.verb.startswith("welcom")
    told = next((phrase.date for phrase in match.phrases("date") if phrase.date), None)
    own = (
        (match.start, len(folded.text))
        if gives.get("placed") and not _AT_IT.search(folded.text[: match.start])
        else None
    )
    telling.date = date_before(folded, match) or told or date_of(folded, match.start, match.end, within=own)
    telling.date = telling.date and all_days(folded, match, telling.date)
    if telling.status is MeetingStatus.HELD and is_still_to_come(match, telling.date, annotations.anchor):
        telling.status = MeetingStatus.PLANNED
    if telling.kind is not MeetingKind.CALL:
        named = next(iter(match.phrases("state" if gives.get("city") or gives.get("placed") else "place")), None)
        state = named is not None and named.kind is PhraseKind.COUNTRY and not is_city(named)
        if state and (gives.get("city") or gives.get("placed")):
            named = None
        named = named or city_before(folded, match)
        near = place_of(folded, match.start, match.end, goes=goes)
        venue = named is not None and named.kind in (PhraseKind.ORGANIZATION, PhraseKind.COUNTRY)
        telling.place = near if named is None or (venue and near is not None) else named
    if telling.kind is MeetingKind.VISIT and "state" in match.places:
        telling.countries |= {code for phrase in match.phrases("state") if (code := state_at(annotations, phrase))}
    return telling


# Elsewhere a day that stands before a meeting which is only mentioned is of another event.
_AT_IT = re.compile(
    rf"\b(?:at|during|(?:margins|sidelines|fringes) of) (?:the )?$|^(?:[Ii]n |[Oo]n )?{SYMBOLS[PhraseKind.DATE]},? $",
    re.IGNORECASE,
)
_BESIDE_IT = re.compile(
    r"\bon the (?:sidelines|margins|fringes),? (?!of\b)"
    r"|\b(?:prior to|before|ahead of|after|following|alongside|in parallel (?:with|to)"
    r"|(?:on|in|at) the (?:sidelines|margins|fringes|occasion) of)"
    rf" (?:the )?{ENCOUNTER}",
    re.IGNORECASE,
)


_AROUND = re.compile(r"\b(?:margins?|sidelines?|fringes?) of (?:the )?$")
_AGO = re.compile(r"\bsince (?:the |their |a )?(?:last |previous )?$")
_FAR = 24  # letters

_FOR_WHICH_ONE_COMES = (MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.TRAINING, MeetingKind.MULTILATERAL)


def _gathering(folded: Skeleton, match: Match) -> Encounter | None:
    """The session or conference at which people meet: "will see each other in Lima, at the annual meeting of"."""
    for at, fold in folded.placed(match.end):
        encounter = fold.payload
        if isinstance(encounter, Encounter) and encounter.kind in _FOR_WHICH_ONE_COMES:
            return encounter if folded.text[max(0, at - 4) : at].endswith(("at ", "for ")) else None
    return None


def _status(match: Match, encounter: Encounter | None) -> MeetingStatus:
    if "status" in match.pattern.gives:
        return MeetingStatus(match.pattern.gives["status"])
    said = cue(match)
    if said is not None:
        return MeetingStatus(said.status)
    if match.pattern.gives.get("passing") and looks_ahead(match):
        return MeetingStatus.PLANNED
    apart = match.pattern.gives.get("fallback") and not _PAST.fullmatch(match.verb.split(" ")[0])
    if (match.pattern.gives.get("carried") or (apart and match.verb)) and is_to_come(match):
        return MeetingStatus.PLANNED
    if match.pattern.gives.get("in_person") and foretells(match):
        return MeetingStatus.PLANNED
    if encounter is not None and "verb" not in match.places:
        if encounter.proposed:
            return MeetingStatus.PROPOSED
        if encounter.planned:
            return MeetingStatus.PLANNED
    return MeetingStatus.HELD


def _refined(telling: Telling, match: Match) -> MeetingKind:
    """The kind after a look at the verb and at the number of sides."""
    if telling.kind is MeetingKind.BILATERAL and _is_its_own(telling, match):
        return MeetingKind.SESSION
    if telling.kind is MeetingKind.BILATERAL and "consult" in match.verb:
        return MeetingKind.CONSULTATION
    face_to_face = telling.kind in (MeetingKind.BILATERAL, MeetingKind.MULTILATERAL)
    from_afar = match.pattern.gives.get("attends") and telling.definite  # "X joined the discussion by video link"
    if face_to_face and not from_afar and _PHONE.search(match.skeleton.text, match.start):
        return MeetingKind.CALL
    if telling.kind is MeetingKind.BILATERAL and len(telling.countries) >= _MOST_SIDES and not telling.plural:
        return MeetingKind.MULTILATERAL
    return telling.kind


def _is_its_own(telling: Telling, match: Match) -> bool:
    """Whether a body of several states meets as such: "invited the Committee to hold its autumn meeting"."""
    at = match.places["encounter"][0] if "encounter" in match.places else 0
    if at < len("_ ") or match.skeleton.text[at - 2] != SYMBOLS[PhraseKind.PRONOUN]:
        return False
    return any(actor.organization and is_assembly(actor.organization) for actor, _ in telling.actors)
