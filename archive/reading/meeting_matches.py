"""From the matches of the patterns in a sentence to tellings: who, what kind, whether it was held, when and where.

Several patterns may see one event: the one that says most counts. A match whose pattern asks for more than its words
(several people, a visit, a course) is checked here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.clauses import (
    actors_in,
    country_of,
    date_of,
    is_plural,
    place_of,
)
from archive.reading.encounters import Encounter
from archive.reading.open_phrases import OPEN_GROUP
from archive.reading.modality import cue, has_subject
from archive.reading.patterns import Match, grammar
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.reading.skeletons import ACTORS, SYMBOLS, Skeleton
from archive.reading.telling import Telling
from archive.reading.vocabulary import load
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole, Span

PRONOUN = SYMBOLS[PhraseKind.PRONOUN]


FACES = "".join(SYMBOLS[kind] for kind in (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.DELEGATION))


_PHONE = re.compile(
    r"\b(?:by|via|over|on) (?:the )?(?:tele)?phone\b|\bvideo ?(?:link|call|conference)|\bvideoconference|\bonline\b",
    re.IGNORECASE,
)


_LIST = re.compile(rf"[{ACTORS}](?:(?:,? and|,) (?:the )?[{ACTORS}]){{0,20}}")


_AFTER_A_NAME = frozenset(load("nouns")["after_names"])


_MEETINGS = re.compile(r"\b(?:meetings|conversations|calls)$", re.IGNORECASE)


_A_PAIR = 2
_IT = re.compile(r"\b(?:it|they)\b", re.IGNORECASE)


_BY = re.compile(r"\bby (?:the )?$")


_CAME_ABOUT = re.compile(
    r"\b(?:continu|manag|came|come|arriv|travel|went|flew|gather|conven|pleas|honou?r|privileg"
    r"|opportunity|return|happy|glad)",
    re.IGNORECASE,
)


_MOST_SIDES = 3


def tellings_in(annotations: Annotations, index: int, folded: Skeleton, words: frozenset[str]) -> Iterator[Telling]:
    """The tellings of one sentence, in order."""
    matches = [
        match
        for each in grammar("meetings").matches(folded, words=words)
        for match in _with_subject(each)
        if _holds(match)
    ]
    for match in _apart(matches):
        telling = _telling(annotations, index, folded, match)
        yield from _one_by_one(annotations, telling, match)


def _with_subject(match: Match) -> Iterator[Match]:
    """A match whose opening actors are its subject; one without that, where its subject stands further off."""
    if match.pattern.gives.get("joins") or (has_subject(match) and not _is_object(match)):
        yield match
    elif "verb" in match.places and "encounter" not in match.places:
        for role in ("who", "host"):
            match = match.without(role)
        yield match


_OBJECT = re.compile(r"\b(?:\w{2,}ed|met|saw|told|gave|sees|meets|visits) (?:the |a |an )?$", re.IGNORECASE)


def _is_object(match: Match) -> bool:
    """Whether the actors that open a match belong to another verb: "visited X and met Y" says nothing of what X did."""
    text = match.skeleton.text
    if "who" not in match.places or match.places["who"][0] != match.start or "aux" not in match.places:
        return False
    joined = re.search(r"\band\b", text[match.places["who"][1] : match.places["aux"][0]])
    return joined is not None and _OBJECT.search(text, max(0, match.start - 30), match.start) is not None


def _apart(matches: list[Match]) -> list[Match]:
    """Of matches that tell the same event the one that says most."""
    best: list[Match] = []
    for match in sorted(matches, key=_weight, reverse=True):
        if not any(_same_event(match, other) for other in best):
            best.append(match)
    return sorted(best, key=lambda match: match.start)


def _weight(match: Match) -> tuple[int, int, int]:
    actors = sum(len(match.phrases(role)) for role in ("who", "whom", "host"))
    return (0 if match.pattern.gives.get("joins") else 1, actors + bool(match.pattern.gives.get("only")), -match.start)


def _same_event(one: Match, other: Match) -> bool:
    if "encounter" in one.places and one.places["encounter"] == other.places.get("encounter"):
        return True
    return one.start < other.end and other.start < one.end


def _encounter(match: Match) -> Encounter | None:
    return next((each for each in match.folded("encounter") if isinstance(each, Encounter)), None)


def _holds(match: Match) -> bool:
    """Whether a match is what its pattern asks for, and is not denied."""
    gives, encounter = match.pattern.gives, _encounter(match)
    if encounter is not None:
        if encounter.denied or ("only" in gives and encounter.kind != gives["only"]):
            return False
        if (encounter.kind is MeetingKind.VISIT) != (gives.get("visit", False) or gives.get("kind") == "visit"):
            return False
    if gives.get("several") and not _are_several(match):
        return False
    if encounter is not None and gives.get("attends") and encounter.many:
        return False
    if "whom" in match.places and _qualifies_a_noun(folded=match.skeleton, place=match.places["whom"]):
        return False
    said = cue(match)
    if said is None and match.auxiliaries.endswith("to ") and not _CAME_ABOUT.search(match.verbal):
        return False  # "asked for leave to meet X": nobody says that it came about
    if gives.get("guest") and all(phrase.rule == OPEN_GROUP for phrase in match.phrases("whom")):
        return False
    if gives.get("guest") and all(phrase.kind is PhraseKind.COUNTRY for phrase in match.phrases("whom")):
        return False
    if gives.get("status") and encounter is not None and encounter.vague:
        return False
    if gives.get("faces") and not all(SYMBOLS[phrase.kind] in FACES for phrase in match.phrases("whom")):
        return False
    if gives.get("start") and match.start > 0:
        return False
    if gives.get("nominal") and said is None and not (encounter and (encounter.planned or encounter.proposed)):
        return False
    return said is None or said.status != "none"


def _qualifies_a_noun(folded: Skeleton, place: tuple[int, int]) -> bool:
    """Whether the name of a state only qualifies what follows: "met with U.S. allies"."""
    if folded.text[place[1] - 1] != SYMBOLS[PhraseKind.COUNTRY]:
        return False
    following = re.match(r" ([A-Za-z]+)", folded.text[place[1] : place[1] + 30])
    return following is not None and following[1].lower() not in _AFTER_A_NAME


def _are_several(match: Match) -> bool:
    encounter = _encounter(match)
    if encounter is not None and encounter.kind in (MeetingKind.SESSION, MeetingKind.CONFERENCE):
        return True
    whole = [
        phrase
        for role in ("who", "whom")
        if role in match.places
        for phrase in match.skeleton.phrases(*match.places[role])
    ]
    return len(whole) > 1 or any(is_plural(phrase) for phrase in whole)


def _one_by_one(annotations: Annotations, telling: Telling, match: Match) -> Iterator[Telling]:
    """ "Bilateral meetings with A of Iran and B of Belize" are as many meetings, all with the one who held them."""
    encounter = _encounter(match)
    whom = match.phrases("whom")
    who = [(actor, role) for actor, role in telling.actors if actor not in whom]
    states = {country_of(annotations, actor) for actor in whom}
    several = encounter is not None and _MEETINGS.search(encounter.words) is not None
    if not several or len(states) < _A_PAIR or len(who) != 1 or None in states:
        yield telling
        return
    for actor, role in ((actor, role) for actor, role in telling.actors if actor in whom):
        each = replace(telling, actors=[*who, (actor, role)], plural=False)
        each.countries = {code for one, _ in each.actors if (code := country_of(annotations, one))}
        yield each


def _telling(annotations: Annotations, index: int, folded: Skeleton, match: Match) -> Telling:
    gives, encounter = match.pattern.gives, _encounter(match)
    actors = _everybody(folded, match)
    if encounter is None and gives.get("several"):
        encounter = _gathering(folded, match)
    kind = MeetingKind.BILATERAL
    if encounter is not None and (gives.get("kind") in (None, "bilateral")):
        kind = encounter.kind
    elif "kind" in gives:
        kind = MeetingKind(gives["kind"])
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
        headline=annotations.sentences[index].sentence.block.kind is BlockKind.HEADLINE,
        definite=encounter is not None and encounter.definite,
        plural=encounter is not None and encounter.plural and encounter.words.lower().rstrip().endswith("meetings"),
        joins=bool(gives.get("joins")),
        beside=bool(gives.get("beside")),
        leans=encounter is not None and encounter.definite and bool(gives.get("attends")),
    )
    telling.countries = {code for actor, _ in actors if (code := country_of(annotations, actor))}
    for actor, _ in actors:
        members = actor.organization.members if actor.organization else ()
        telling.countries |= {member.organization.country for member in members if member.organization.country}
    if gives.get("states"):
        telling.countries |= _states_behind(annotations, folded, match)
    telling.kind = _refined(telling, match)
    goes = telling.kind is MeetingKind.VISIT
    telling.date = _date_before(folded, match) or date_of(folded, match.start, match.end)
    if telling.kind is not MeetingKind.CALL:
        telling.place = next(iter(match.phrases("place")), None) or place_of(folded, match.start, match.end, goes=goes)
    if goes and "state" in match.places:
        telling.countries |= {code for phrase in match.phrases("state") if (code := _state(annotations, phrase))}
    return telling


def _states_behind(annotations: Annotations, folded: Skeleton, match: Match) -> set[str]:
    """The states that a sentence names behind a match: "was attended by prosecutors of Fiji and Japan"."""
    behind = Span(folded.offset(match.start), folded.span.end)
    return {country.code for country in annotations.countries if any(each.span in behind for each in country.mentions)}


def _date_before(folded: Skeleton, match: Match) -> PartialDate | None:
    """The date that qualifies the noun: "the 21 May summit"."""
    at = match.places["encounter"][0] - 2 if "encounter" in match.places else -1
    fold = folded.fold_at(at) if at >= 0 else None
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None


def _gathering(folded: Skeleton, match: Match) -> Encounter | None:
    """The session or conference at which people meet: "will see each other in Lima, at the annual meeting of"."""
    for at, fold in folded.placed(match.end):
        encounter = fold.payload
        if isinstance(encounter, Encounter) and encounter.kind in (MeetingKind.SESSION, MeetingKind.CONFERENCE):
            return encounter if folded.text[max(0, at - 4) : at].endswith(("at ", "for ")) else None
    return None


def _state(annotations: Annotations, phrase: Phrase) -> str | None:
    if phrase.country:
        return phrase.country
    return next((place.country for place in annotations.places if place.name == phrase.place), None)


def _actors(match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    hosted = match.pattern.name in ("received somebody", "was received by somebody", "greeting somebody")
    roles = {
        "host": ParticipantRole.HOST if hosted else ParticipantRole.PARTICIPANT,
        "who": ParticipantRole.GUEST
        if match.pattern.name == "was received by somebody"
        else ParticipantRole.PARTICIPANT,
        "whom": ParticipantRole.GUEST if hosted else ParticipantRole.PARTICIPANT,
        "also": ParticipantRole.PARTICIPANT,
        "side": ParticipantRole.PARTICIPANT,
        "chair": ParticipantRole.CHAIR,
    }
    if match.pattern.name == "greeting somebody":
        roles["who"] = ParticipantRole.HOST
    verb = match.verb
    if match.pattern.gives.get("attends"):
        chairs = verb.startswith(("chair", "co-chair", "presid", "moderat", "led", "lead"))
        speaks = verb.startswith(("spoke", "speak", "address", "deliver")) or match.pattern.name == "spoke at a meeting"
        roles["who"] = ParticipantRole.CHAIR if chairs else ParticipantRole.SPEAKER if speaks else roles["who"]
    found: list[tuple[Phrase, ParticipantRole]] = []
    for role in sorted((role for role in roles if role in match.places), key=lambda role: match.places[role]):
        found += [(phrase, roles[role]) for phrase in match.phrases(role)]
    return found


def _everybody(folded: Skeleton, match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    """Who takes part by a match: its roles, its far subject, and for those who attend all that the sentence lists."""
    gives = match.pattern.gives
    actors = _actors(match)
    nameless = [actor for actor, _ in actors if actor.kind is PhraseKind.PRONOUN and not actor.person]
    actors = [(actor, role) for actor, role in actors if actor not in nameless]
    if gives.get("by"):
        rest = folded.placed(match.end)
        by = [at for at, fold in rest if fold.symbol in ACTORS and _BY.search(folded.text, max(0, at - 8), at)]
        actors += [(actor, ParticipantRole.PARTICIPANT) for at in by for actor in actors_in(folded, at, at + 1)]
    if gives.get("subject") or not (
        {"who", "host"} & set(match.places) or "pattern" not in gives or "{who}" not in gives["pattern"]
    ):
        subjects = _subject(folded, match)
        own = set(match.phrases("who")) if folded.text[match.places.get("who", (0, 0))[0]] == PRONOUN else set()
        actors = [*subjects, *(each for each in actors if each[0] not in own)] if subjects else actors
    if (gives.get("attends") or gives.get("joins")) and "who" in match.places and _opens_with_actor(folded):
        known = {id(actor) for actor, _ in actors}
        listed = actors_in(folded, 0, match.places["who"][0])
        actors = [(each, ParticipantRole.PARTICIPANT) for each in listed if id(each) not in known] + actors
    return actors


def _opens_with_actor(folded: Skeleton) -> bool:
    return folded.text[:1] in ACTORS


def _subject(folded: Skeleton, match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    """Who acts in the clause of a match that does not name its subject."""
    clause = max(folded.text.rfind(mark, 0, match.start) for mark in (";", ": ", ". ")) + 1
    pronoun = _IT.search(folded.text, clause, match.start)
    for at, _ in folded.placed(clause, match.start):
        if pronoun and pronoun.start() < at:
            break
        before = folded.text[max(0, at - 10) : at].split()
        listed = _LIST.match(folded.text, at)
        if listed and (not before or before[-1].lower() not in ("of", "with", "in", "by", "from", "for", "at", "to")):
            return [(actor, ParticipantRole.PARTICIPANT) for actor in actors_in(folded, at, listed.end())]
    if pronoun is None:
        return []
    span = folded.span_of(*pronoun.span())
    return [(Phrase(PhraseKind.GROUP, span, span, OPEN_GROUP), ParticipantRole.PARTICIPANT)]


def _status(match: Match, encounter: Encounter | None) -> MeetingStatus:
    if "status" in match.pattern.gives:
        return MeetingStatus(match.pattern.gives["status"])
    said = cue(match)
    if said is not None:
        return MeetingStatus(said.status)
    if encounter is not None and "verb" not in match.places:
        if encounter.proposed:
            return MeetingStatus.PROPOSED
        if encounter.planned:
            return MeetingStatus.PLANNED
    return MeetingStatus.HELD


def _refined(telling: Telling, match: Match) -> MeetingKind:
    """The kind after a look at the verb and at the number of sides."""
    if telling.kind is MeetingKind.BILATERAL and "consult" in match.verb:
        return MeetingKind.CONSULTATION
    if telling.kind in (MeetingKind.BILATERAL, MeetingKind.MULTILATERAL) and _PHONE.search(
        match.skeleton.text, match.start
    ):
        return MeetingKind.CALL
    if telling.kind is MeetingKind.BILATERAL and len(telling.countries) >= _MOST_SIDES and not telling.plural:
        return MeetingKind.MULTILATERAL
    return telling.kind
