"""From the matches of the patterns in a sentence to tellings: who, what kind, whether it was held, when and where.

`checks` has said which matches hold and which of them tells an event. What a match does not say itself, the
words around it may: its subject, its date, the states behind it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.matching import asides
from archive.reading.matching.clauses import countries_of, country_of
from archive.reading.matching.matters import is_of_a_matter
from archive.reading.matching.modality import cue
from archive.reading.matching.open_phrases import OPEN_COUNTERPART, are_of_several_states
from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Skeleton
from archive.reading.meetings.checks import DENIALS, refusal
from archive.reading.meetings.choice import apart, with_subject
from archive.reading.meetings.encounters import Encounter, encounter_of
from archive.reading.meetings.in_passing import looks_ahead, without_echoes
from archive.reading.meetings.in_person import was_over_a_line
from archive.reading.meetings.kinds import COME_FOR
from archive.reading.meetings.participants import everybody, within
from archive.reading.meetings.several import are_people_of_many, is_assembly, is_of_many_states
from archive.reading.meetings.states import paired_bodies, state_at, states_told
from archive.reading.meetings.telling import Telling
from archive.reading.meetings.timing import foretells, is_gone_to, is_still_to_come, is_to_come, only_says_whose
from archive.reading.meetings.travellers import refusal_in_course
from archive.reading.meetings.when_and_where import date_told, place_told
from archive.reading.phrases import Annotations, BlockKind, PhraseKind
from archive.reading.rejections import CandidateKind
from archive.values import MeetingKind, MeetingStatus, ParticipantRole

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
    put_off: list[Match] = []
    for each in asides.matches(grammar("meetings"), folded, words):
        for match in with_subject(each):
            reason = refusal(match) or refusal_in_course(annotations, match, visited)
            if reason is None:
                matches.append(match)
            else:
                if reason in DENIALS and _is_put_off(match):
                    put_off.append(match)
                if reason in DENIALS and "encounter" in match.places:
                    denied.add(match.places["encounter"][0])
                annotations.reject(
                    CandidateKind.MEETING, folded.span_of(match.start, match.end), match.pattern.name, reason
                )
    for match in apart(put_off):
        yield replace(_telling(annotations, index, folded, match), waits=True)
    if not matches:
        return
    chosen = apart(without_echoes(matches, denied))
    alone = sum(not match.pattern.gives.get("joins") for match in chosen) == 1
    for match in chosen:
        if match.pattern.gives.get("alone") and not alone:
            continue
        telling = _telling(annotations, index, folded, match)
        reason = _says_too_little(annotations, folded, telling, match)
        if reason is None:
            yield from _one_by_one(annotations, telling, match)
        else:
            span = folded.span_of(match.start, match.end)
            annotations.reject(CandidateKind.MEETING, span, match.pattern.name, reason)


_PUT_OFF = re.compile(r"\b(?:postponed|put off|deferred|rescheduled)\b")


def _is_put_off(match: Match) -> bool:
    """Whether a match is refused only because its meeting was put off, until a day that is not told there."""
    said = cue(match)
    if said is None or not said.put_off:
        return False
    return said.where == "upon" or _PUT_OFF.search(match.skeleton.small, match.start) is not None


def _says_too_little(annotations: Annotations, folded: Skeleton, telling: Telling, match: Match) -> str | None:
    """Why a telling is none by what it says; None where it says enough."""
    if telling.place is None and telling.date is None and _must_be_set(folded, match):
        return "neither a place nor a day is told"
    return "a heading only names it" if _only_heads(annotations, telling, match) else None


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
    whom = tuple(actor for actor in whom if actor.rule != OPEN_COUNTERPART)  # "two of his counterparts, | A and B"
    states = {country_of(annotations, actor) for actor in whom}
    text = match.skeleton.text[match.start : match.end]
    several = bool((encounter and _MEETINGS.search(encounter.words)) or "separately" in text or _BY_EACH.search(text))
    if whom:
        several = several or _THEN.search(match.skeleton.view, whom[0].span.start, whom[-1].span.end) is not None
    named = len(whom) >= _A_PAIR and all(actor.person for actor in whom)
    apart_from_each_other = named or (len(states) >= _A_PAIR and None not in states)
    if not several or not apart_from_each_other or len(who) != 1:
        yield telling
        return
    for actor, role in ((actor, role) for actor, role in telling.actors if actor in whom):
        each = replace(telling, actors=[*who, (actor, role)], plural=False)
        each.countries = countries_of(annotations, (one for one, _ in each.actors))
        if each.kind is MeetingKind.MULTILATERAL:
            each.kind = MeetingKind.BILATERAL
        yield each


def _telling(annotations: Annotations, index: int, folded: Skeleton, match: Match) -> Telling:
    """What a match tells: who, which kind of meeting, where and when."""
    gives, encounter = match.pattern.gives, encounter_of(match)
    actors = everybody(folded, match)
    if encounter is not None and encounter.kind is not MeetingKind.VISIT:
        known = {actor.span for actor, _ in actors}
        actors += [(actor, ParticipantRole.PARTICIPANT) for actor in within(folded, match) if actor.span not in known]
    if encounter is None and gives.get("several"):
        encounter = _gathering(folded, match)
    sentence = annotations.sentences[index].sentence
    near = max(0, match.start - _FAR)
    telling = Telling(
        _kind(match, encounter),
        _status(match, encounter),
        index,
        sentence.span,
        match.pattern.name,
        actors,
        gives=gives,
        headline=sentence.block.kind in (BlockKind.HEADLINE, BlockKind.HEADING),
        joins=bool(gives.get("joins")),
        serial=bool(gives.get("serial")),
        past=_PAST.fullmatch(match.verb.split(" ")[0]) is not None and not only_says_whose(match),
        aside=_BESIDE_IT.search(folded.text, 0, match.start) is not None
        or " separately " in f"{match.verbal}{match.verb} ",
        around=_AROUND.search(folded.text, near, match.start) is not None,
        ago=_AGO.search(folded.text, near, match.start) is not None or _LAST.search(match.verbal) is not None,
    )
    if encounter is not None:
        _name(telling, encounter)
        paired = paired_bodies(annotations, encounter.span)
        telling.actors += [(body, ParticipantRole.PARTICIPANT) for body in paired]
    telling.countries = states_told(annotations, folded, match, telling, encounter)
    if gives.get("city"):  # "Lisbon will host M"
        telling.countries |= {state.country for state in match.phrases("state") if state.country}
    telling.kind = _refined(telling, match)
    telling.date = date_told(folded, match)
    short = encounter is not None and encounter.short
    if telling.status is MeetingStatus.HELD and is_still_to_come(match, telling.date, annotations.anchor, serial=short):
        telling.status = MeetingStatus.PLANNED
    if telling.kind is not MeetingKind.CALL:
        study = encounter is not None and "study" in encounter.words.lower()
        goes = telling.kind is MeetingKind.VISIT or study or match.verb.startswith("welcom")
        telling.place = place_told(folded, match, goes=goes)
    if telling.kind is MeetingKind.VISIT and "state" in match.places:
        telling.countries |= {code for phrase in match.phrases("state") if (code := state_at(annotations, phrase))}
    return telling


def _kind(match: Match, encounter: Encounter | None) -> MeetingKind:
    """What the pattern or the noun of a meeting says it is."""
    gives = match.pattern.gives
    if gives.get("face"):
        return MeetingKind.BILATERAL
    if encounter is not None and (gives.get("kind") in (None, "bilateral") or _are_talks(match, encounter)):
        return encounter.kind
    return MeetingKind(gives.get("kind", "bilateral"))


def _are_talks(match: Match, encounter: Encounter) -> bool:
    """Whether people, and no body, came together for talks: that is no session."""
    if match.pattern.gives["kind"] != "session" or encounter.kind is not MeetingKind.BILATERAL:
        return False
    bodies = any(phrase.kind is PhraseKind.ORGANIZATION for phrase in match.phrases("who"))
    return _TALKS.search(encounter.words) is not None and not bodies


_TALKS = re.compile(r"\b(?:talks|negotiations|discussions|conversations?)$", re.IGNORECASE)


def _name(telling: Telling, encounter: Encounter) -> None:
    """Give a telling what the words that name the meeting say of it."""
    telling.body, telling.title = encounter.body, encounter.words
    telling.definite, telling.short = encounter.definite, encounter.short
    telling.plural = encounter.plural and encounter.words.lower().rstrip().endswith("meetings")
    telling.serial = telling.serial or encounter.follows
    telling.leans = encounter.definite and (telling.says("attends") or encounter.is_event)


_BESIDE_IT = re.compile(
    r"\bon the (?:sidelines|margins|fringes),? (?!of\b)"
    r"|\b(?:prior to|before|ahead of|after|following|alongside|in parallel (?:with|to)"
    r"|(?:on|in|at) the (?:sidelines|margins|fringes|occasion) of)"
    rf" (?:the )?{ENCOUNTER}",
    re.IGNORECASE,
)

_AROUND = re.compile(r"\b(?:margins?|sidelines?|fringes?) of (?:the )?$")
_AGO = re.compile(r"\bsince (?:the |their |a )?(?:last |previous )?$")
_LAST = re.compile(r"\b(?:last|previously|earlier) $")  # "the sides | last | met"
_FAR = 24  # letters


def _gathering(folded: Skeleton, match: Match) -> Encounter | None:
    """The session or conference at which people meet: "will see each other in Lima, at the annual meeting of"."""
    for at, fold in folded.placed(match.end):
        encounter = fold.payload
        if isinstance(encounter, Encounter) and encounter.kind in COME_FOR:
            if is_of_a_matter(folded.text, match.start, match.end, at + 2):
                return None
            return encounter if folded.text[max(0, at - 4) : at].endswith(("at ", "for ")) else None
    return None


def _status(match: Match, encounter: Encounter | None) -> MeetingStatus:
    if "status" in match.pattern.gives:
        return MeetingStatus(match.pattern.gives["status"])
    said = cue(match)
    if said is not None:
        return MeetingStatus.PLANNED if said.put_off else MeetingStatus(said.status)
    if match.pattern.gives.get("passing") and looks_ahead(match):
        return MeetingStatus.PLANNED
    apart = match.pattern.gives.get("fallback") and not _PAST.fullmatch(match.verb.split(" ")[0])
    if (match.pattern.gives.get("carried") or (apart and match.verb)) and is_to_come(match):
        return MeetingStatus.PLANNED
    if is_gone_to(match) or (match.pattern.gives.get("in_person") and foretells(match)):
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
    face_to_face = telling.is_plain
    from_afar = match.pattern.gives.get("attends") and telling.definite  # "X joined the discussion by video link"
    if face_to_face and not from_afar and was_over_a_line(match):
        return MeetingKind.CALL
    together = match.pattern.gives.get("several") and not match.pattern.gives.get("set")
    regional = together and any(are_of_several_states(actor, match.skeleton.view) for actor, _ in telling.actors)
    regional = regional or ("whom" not in match.places and are_people_of_many(match)) or is_of_many_states(match)
    many = len(telling.countries) >= _MOST_SIDES or regional
    if telling.kind is MeetingKind.BILATERAL and many and not telling.plural:
        return MeetingKind.MULTILATERAL
    return telling.kind


def _is_its_own(telling: Telling, match: Match) -> bool:
    """Whether a body of several states meets as such: "invited the Committee to hold its autumn meeting"."""
    at = match.places["encounter"][0] if "encounter" in match.places else 0
    if at < len("_ ") or match.skeleton.text[at - 2] != SYMBOLS[PhraseKind.PRONOUN]:
        return False
    return any(actor.organization and is_assembly(actor.organization) for actor, _ in telling.actors)
