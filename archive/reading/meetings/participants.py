"""Participants: who takes part by a match: its roles, its far subject, those whom its noun phrase names."""

import re
from collections.abc import Iterator

from archive.reading.matching.attributions import SAYS_AFTER
from archive.reading.matching.clauses import actors_in, listed_behind
from archive.reading.matching.modality import side_before
from archive.reading.matching.open_phrases import OPEN_GROUP, is_open
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, PERSONS, SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import ParticipantRole

PRONOUN = SYMBOLS[PhraseKind.PRONOUN]
_LIST = re.compile(
    rf"[{ACTORS}](?: \([\w ]{{1,20}}\))?(?:(?:,? and|,) (?:the )?[{ACTORS}](?: \([\w ]{{1,20}}\))?){{0,20}}"
)
# "It is expected that the committee will meet" has no subject of its own
_IT = re.compile(
    r"\b(?:it(?! (?:is|was|has been|had been|will be|should be) (?:to be )?(?:\w+ ){1,2}that\b)|they)\b", re.IGNORECASE
)
_BY = re.compile(r"\bby (?:the )?$")
# "South Africa was represented by P, | Namibia by P"
_WHOSE = re.compile(rf"([{ACTORS}]),? (?:(?:was|is) )?(?:(?:represented|headed|led) )?by (?:the )?[{ACTORS}]")
_LED_BY = re.compile(rf"\b(?:headed|led|accompanied) by (?:the |its |his |her )?(?:[\w'-]+ ){{0,4}}?([{PERSONS}])")
_SAID = re.compile(
    r"\b(?:said|says|announced|added|noted|recalled|stated|reported|explained)(?: that)? ", re.IGNORECASE
)


def _actors(match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    gives = match.pattern.gives
    roles = dict.fromkeys(("host", "who", "whom", "also", "witness", "side"), ParticipantRole.PARTICIPANT)
    roles["chair"] = ParticipantRole.CHAIR
    if gives.get("site") or gives.get("assembles"):
        roles["body"] = ParticipantRole.PARTICIPANT
    if gives.get("receives"):
        guest = "whom" if "whom" in match.places else "who"
        roles |= {"host": ParticipantRole.HOST, "who": ParticipantRole.HOST, guest: ParticipantRole.GUEST}
    if gives.get("attends"):
        chairs = match.verb.startswith(("chair", "co-chair", "presid", "moderat", "led", "lead"))
        speaks = gives.get("speaks") or match.verb.startswith(("spoke", "speak", "address", "deliver"))
        roles["who"] = ParticipantRole.CHAIR if chairs else ParticipantRole.SPEAKER if speaks else roles["who"]
    found: list[tuple[Phrase, ParticipantRole]] = []
    for role in sorted((role for role in roles if role in match.places), key=lambda role: match.places[role]):
        found += [(phrase, roles[role]) for phrase in match.phrases(role) if not _is_anticipated(match, role, phrase)]
    officer = _officer(match)
    if officer is not None and found:
        found[-1] = (officer, found[-1][1])
    return found


# "met the UNHCR | Representative in Central Asia, P", "received the OSCE | P"
_OFFICER = re.compile(
    rf"(?: [A-Z][\w-]+(?: (?!and\b|but\b|who\b)[^\s,;.{ACTORS}]+){{0,5}}(?: [{ACTORS}])?,)?"
    rf" ([{PERSONS}])(?=[,;.]|$| (?:on|in|at|to)\b)"
)


def _officer(match: Match) -> Phrase | None:
    """The person of a body at which a match ends: the body only says whose officer was met."""
    end = match.end
    if "whom" not in match.places or match.places["whom"][1] != end:
        return None
    fold = match.skeleton.fold_at(end - 1)
    found = _OFFICER.match(match.skeleton.text, end)
    if fold is None or fold.symbol != SYMBOLS[PhraseKind.ORGANIZATION] or found is None:
        return None
    person = match.skeleton.fold_at(found.start(1))
    payload = person.payload if person else None
    return payload if isinstance(payload, Phrase) and payload.kind is PhraseKind.PERSON and payload.person else None


def _is_anticipated(match: Match, role: str, phrase: Phrase) -> bool:
    """Whether a pronoun stands for who is named behind it: "for | her | part, Ms. X said"."""
    return role == "also" and phrase.kind is PhraseKind.PRONOUN and bool(match.pattern.gives.get("anticipates"))


def everybody(folded: Skeleton, match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    """Who takes part by a match: its roles, its far subject, and for those who attend all that the sentence lists."""
    gives = match.pattern.gives
    actors = _actors(match)
    nameless = [actor for actor, _ in actors if actor.kind is PhraseKind.PRONOUN and not actor.person]
    actors = [(actor, role) for actor, role in actors if actor not in nameless]
    if gives.get("several") and any(is_they(actor, folded) for actor in nameless):
        actors = [*_subject(folded, match), *actors]
    elif not gives.get("several"):
        they = (actor for actor in nameless if is_they(actor, folded))
        actors = [*((_open(each), ParticipantRole.PARTICIPANT) for each in they), *actors]
    actors += [(each, ParticipantRole.PARTICIPANT) for each in _leaders(folded, match)]
    if gives.get("by"):
        rest = folded.placed(match.end)
        by = [at for at, fold in rest if fold.symbol in ACTORS and _BY.search(folded.text, max(0, at - 8), at)]
        by += [side.start(1) for side in _WHOSE.finditer(folded.text, match.end)]
        actors += [(actor, ParticipantRole.PARTICIPANT) for at in by for actor in actors_in(folded, at, at + 1)]
    named = _named_behind(folded, match)
    if named:
        actors = [(actor, role) for actor, role in actors if not is_open(actor)]
        actors += [(each, ParticipantRole.PARTICIPANT) for each in named]
    if gives.get("joins"):
        actors += [(each, ParticipantRole.PARTICIPANT) for each in listed_behind(folded, match.end)]
    if gives.get("listed"):
        actors += [(each, ParticipantRole.PARTICIPANT) for each in actors_in(folded, match.end, len(folded.text))]
    if gives.get("subject") or not (
        {"who", "host"} & set(match.places) or "pattern" not in gives or "{who}" not in gives["pattern"]
    ):
        subjects = _subject(folded, match)
        own = set(match.phrases("who")) if folded.text[match.places.get("who", (0, 0))[0]] == PRONOUN else set()
        actors = [*subjects, *(each for each in actors if each[0] not in own)] if subjects else actors
    row = _ROW.match(folded.text) if gives.get("attends") or gives.get("joins") else None
    if row is not None and "who" in match.places:
        known = {id(actor) for actor, _ in actors}
        listed = actors_in(folded, row.end(), match.places["who"][0])
        actors = [(each, ParticipantRole.PARTICIPANT) for each in listed if id(each) not in known] + actors
    return actors


# "by two experts: | P, a colonel of O, and P", "the three ministers, | P, P and P"
_NAMED_BEHIND = re.compile(
    rf"(?:: |,? namely(?::|,)? |, )(?:the )?(?P<who>[{PERSONS}](?:(?:,? and|,) (?:the )?[{PERSONS}])*)"
)


def _named_behind(folded: Skeleton, match: Match) -> list[Phrase]:
    """Those whom a sentence names behind words for them: "two experts: A and B"."""
    last = folded.fold_at(match.end - 1)
    if last is None or not isinstance(last.payload, Phrase) or not is_open(last.payload):
        return []
    found = _NAMED_BEHIND.match(folded.text, match.end)
    persons = [actor for actor in actors_in(folded, *found.span("who")) if actor.person] if found else []
    return persons if found and (len(persons) > 1 or ":" in found[0]) else []


# "a Vietnamese court | delegation headed by P", "a team of prosecutors of A | under Senior Counsel P"
_TEAMS = ENCOUNTER + "".join(
    SYMBOLS[kind] for kind in (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION, PhraseKind.GROUP)
)
_AT_ITS_HEAD = re.compile(
    r"(?: (?:delegation|team|mission|group|party)\b)?(?:,? (?:which|that) (?:is|was|were|are|had been))?"
    r",? (?:(?:headed|led|commanded) by|(?P<under>under)) (?:the |its |his |her |their )?(?:[\w'-]+ ){0,4}?"
    rf"(?P<head>{SYMBOLS[PhraseKind.PERSON]})"
)


def _leaders(folded: Skeleton, match: Match) -> list[Phrase]:
    """Who leads or goes with those who act: "the team, led by P, met with Q", "received a delegation led by P"."""
    subject = next((match.places[role] for role in ("who", "host") if role in match.places), None)
    found: list[Phrase] = []
    if subject is not None and "verb" in match.places:
        led = _LED_BY.search(folded.text, subject[1], match.places["verb"][0])
        found += actors_in(folded, led.start(1), led.end(1)) if led else []
    for role in ("who", "host", "whom", "also", "encounter"):
        if role in match.places:
            found += [each for each in _heads(folded, match.places[role][1]) if each not in found]
    return found


def _heads(folded: Skeleton, position: int) -> list[Phrase]:
    """Who leads the team that ends at a position: "a court | delegation headed by P"."""
    team = folded.fold_at(position - 1) if position else None
    led = _AT_ITS_HEAD.match(folded.text, position) if team is not None and team.symbol in _TEAMS else None
    if team is None or led is None or (led["under"] and team.symbol != SYMBOLS[PhraseKind.DELEGATION]):
        return []
    return actors_in(folded, *led.span("head"))


def _open(pronoun: Phrase) -> Phrase:
    """Those whom only the course of the text tells."""
    return Phrase(PhraseKind.GROUP, pronoun.span, pronoun.span, OPEN_GROUP)


def is_they(phrase: Phrase, folded: Skeleton) -> bool:
    """Whether a pronoun stands for several: "they met in Lima"."""
    return phrase.kind is PhraseKind.PRONOUN and phrase.span.of(folded.view).lower() == "they"


# What may stand before a row of those who were there: "At the meeting | A and the assistant of B were also present"
_ROW = re.compile(
    rf"(?:(?:[Aa]t|[Dd]uring|[Ii]n) {ENCOUNTER},? )?"
    rf"(?:(?:The )?(?:[Rr]epresentatives|[Oo]fficials|[Mm]embers) of [^.;]{{0,60}}?)?"
    rf"(?=[{ACTORS}])"
)


_PREPOSITIONS = ("of", "with", "in", "by", "from", "for", "at", "to")
_BEHIND = re.compile(r"\b(?:of|with|in|by|from|for|at|to|against|on) (?:the )?$", re.IGNORECASE)


# "In a telephone call with Q on D, | P assured": who acts behind an adverbial that opens the sentence
_MAIN_CLAUSE = re.compile(
    r"(?:,? (?:(?:on|in|at|held|during|from|earlier|late|early|this|last) ){0,2}(?:the )?"
    rf"[{SYMBOLS[PhraseKind.DATE]}{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.ORGANIZATION]}]"
    r"| today| yesterday){0,3}"
    rf", (?:the )?(?P<who>[{ACTORS}](?:,? and (?:the )?[{ACTORS}])?) (?!and\b|or\b)"
)


def _subject(folded: Skeleton, match: Match) -> list[tuple[Phrase, ParticipantRole]]:
    """Who acts in the clause of a match that does not name its subject."""
    clause = max(folded.text.rfind(mark, 0, match.start) for mark in (";", ": ", ". ")) + 1
    for said in _SAID.finditer(folded.text, clause, match.start):
        if any(fold.symbol in ACTORS for _, fold in folded.placed(said.end(), match.start)):
            clause = said.end()
    pronoun = _IT.search(folded.text, clause)
    pronoun = pronoun if pronoun and pronoun.end() <= match.start else None
    alone = match.start == 0 and "who" not in match.places
    says = SAYS_AFTER.search(folded.text, clause, match.start)
    if says is not None:
        return [(actor, ParticipantRole.PARTICIPANT) for actor in actors_in(folded, *says.span("who"))]
    if alone and (behind := _MAIN_CLAUSE.match(folded.text, match.end)):
        return [(actor, ParticipantRole.PARTICIPANT) for actor in actors_in(folded, *behind.span("who"))]
    for at, _ in folded.placed(clause, match.start):
        if pronoun and pronoun.start() < at:
            break
        before = folded.text[max(0, at - 10) : at].split()
        listed = _LIST.match(folded.text, at)
        acting = side_before(folded.text, at)
        acts = acting is not None and _BEHIND.search(folded.text, 0, acting) is None
        if listed and (acts or not before or before[-1].lower() not in _PREPOSITIONS):
            subjects = [*actors_in(folded, at, listed.end()), *_heads(folded, listed.end())]
            return [(actor, ParticipantRole.PARTICIPANT) for actor in subjects]
    if pronoun is None:
        return []
    span = folded.span_of(*pronoun.span())
    return [(Phrase(PhraseKind.GROUP, span, span, OPEN_GROUP), ParticipantRole.PARTICIPANT)]


_SUBJECT_OF_TALK = (
    r"(?: (?:on|about|regarding|concerning|into)(?: (?!(?:for|with|from|among|involving|of)\b)[\w'-]+){1,8}?)"
)
_LISTED = rf"(?:the )?[{ACTORS}](?:(?:,? and|,|,? as well as) (?:the )?[{ACTORS}])*"
# "a workshop | on cybercrime for prosecutors from A, B and C", "the fourth meeting | of border police of A and B"
_WITHIN = re.compile(
    rf"(?P<talk>{_SUBJECT_OF_TALK})?(?:,? organi[sz]ed (?:jointly )?by {_LISTED}(?= for ))?,? (?P<how>of|between"
    r"|among|for|with|from|involving|bringing together|attended by"
    r"|with the participation of)"
    r"(?: (?!(?:on|about|in|at|to|by|against|into|help|aid)\b|(?:support|assist|fund|financ|combat|counter|prevent)\w*)"
    r"[\w'-]+){0,5}?"
    rf"(?: {PRONOUN})? (?P<who>{_LISTED})(?!'s?\b)",
    re.IGNORECASE,
)


# Between a meeting and those who met: "the meeting | held on D in L | of P with Q", "took place at O in L | between"
_SETTING = re.compile(
    r"(?:,? (?:which |that )?(?:(?:was|were|is|are|will be|is to be|has been|have been|had been) )?"
    r"(?:held|convened|organi[sz]ed|conducted|scheduled|tak(?:es?|ing) place|took place))?"
    r"(?:,? (?:(?:on|in|at|from|for|near|during) )?(?:(?:the|its|their|our) )?(?:(?:premises|headquarters|building|city"
    r"|capital|town|seat|offices?|morning|afternoon|evening)(?: of)? (?:the )?)?"
    rf"[{SYMBOLS[PhraseKind.DATE]}{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.ORGANIZATION]}]){{0,3}}"
    rf"(?=,? (?:of|between|with) (?:the |{PRONOUN} )?[{ACTORS}])"
)


_EDITION_OF = re.compile(rf" of (?:{PRONOUN} )?{ENCOUNTER}")  # "the third edition | of the course | for N"


def within(folded: Skeleton, match: Match) -> Iterator[Phrase]:
    """Those whom the noun phrase of the meeting names: "a seminar for judges from A and B"."""
    position = match.places["encounter"][1] if "encounter" in match.places else len(folded.text)
    position = base.end() if (base := _EDITION_OF.match(folded.text, position)) else position
    if _WITHIN.match(folded.text, position) is None and (setting := _SETTING.match(folded.text, position)):
        position = setting.end()
    while found := _WITHIN.match(folded.text, position):
        if found["talk"] and found["how"].lower() == "of":
            return
        yield from (actor for actor in actors_in(folded, *found.span("who")) if not is_open(actor))
        yield from _heads(folded, found.end())
        position = found.end()
