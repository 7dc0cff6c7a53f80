"""Several: whether those who meet are more than one: a list, a plural, "they" or "we", or a body that assembles; and
whether they met each other.
"""

import re

from archive.reading.facts import Organization
from archive.reading.matching.clauses import is_plural
from archive.reading.matching.modality import names_people, people_before
from archive.reading.matching.open_phrases import FIRST_PERSON
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS
from archive.reading.meetings.encounters import encounter_of
from archive.reading.meetings.kinds import ASSEMBLIES
from archive.reading.meetings.participants import is_they
from archive.reading.phrases import Phrase, PhraseKind
from archive.reading.vocabulary import alternatives


def are_several(match: Match) -> bool:
    """Whether more than one takes part in what a match tells, or it is a gathering of many."""
    encounter = encounter_of(match)
    if encounter is not None and encounter.kind in ASSEMBLIES:
        return True
    whole = [
        phrase
        for role in ("who", "whom")
        if role in match.places
        for phrase in match.skeleton.phrases(*match.places[role])
    ]
    return (
        len(whole) > 1
        or any(is_plural(phrase) for phrase in whole)
        or _are_they(match, whole)
        or _are_we(match, whole)
        or _are_people_of(match, whole)
        or are_people_of_many(match)
        or (bool(match.pattern.gives.get("object")) and any(map(_is_assembly, whole)))
    )


_NEAR = 60  # letters
_AGAIN = re.compile(r"\b(?:will|shall|are to|are due to|first|last|again|next)\b")
_PLACED = re.compile(rf"[{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.DATE]}]")


def _are_we(match: Match, whole: list[Phrase]) -> bool:
    """Whether "we" meet at a place or on a day that is told."""
    ours = any(phrase.rule == FIRST_PERSON and phrase.span.of(match.skeleton.view).lower() == "we" for phrase in whole)
    return ours and _PLACED.search(match.skeleton.text, match.start, match.end + _NEAR) is not None


_ONE_MORE = re.compile(rf"\band (?:the )?(?:{SYMBOLS[PhraseKind.COUNTRY]}'s )?$")


def _are_people_of(match: Match, whole: list[Phrase]) -> bool:
    """Whether people of a body of several states, or of one more than is named, act: "experts from | the Union"."""
    if "who" not in match.places or not whole:
        return False
    (at, _), text, body = match.places["who"], match.skeleton.text, whole[0].organization
    shared = body is not None and body.country is None and whole[0].country is None
    return (shared or _ONE_MORE.search(text, max(0, at - 12), at) is not None) and people_before(text, at)


def are_people_of_many(match: Match) -> bool:
    """Whether several people of one body of several states act, and nobody else: "senior officials of ASEAN"."""
    who = list(match.skeleton.phrases(*match.places.get("who", (0, 0))))
    return len(who) == 1 and is_of_a_shared_body(who[0]) and names_people(who[0].span.of(match.skeleton.view))


def is_of_many_states(match: Match) -> bool:
    """Whether a meeting is one of the people of many states: "the meeting of the ministers of the Gulf | states"."""
    at, folded = match.places.get("encounter"), match.skeleton
    return at is not None and _OF_STATES.match(folded.view, folded.span_of(*at).end, folded.span.end) is not None


_OF_STATES = re.compile(
    r"(?: (?:in|on|last|this) [\w-]+){0,3} of (?:the )?"
    r"(?:(?!(?:two|both|three|our|their|its|with|held|was|were|in|on|at|to)\b)[^\s.,;:]+,? ){1,12}?"
    r"(?:states|countries|nations)\b"
)


def is_of_a_shared_body(phrase: Phrase) -> bool:
    """Whether unnamed people act for a body of several states: "the UNODC team"."""
    body = phrase.organization
    return phrase.kind is PhraseKind.DELEGATION and phrase.country is None and body is not None and body.country is None


def _are_they(match: Match, whole: list[Phrase]) -> bool:
    """Whether "they" met, and the sentence has named them before, or says where or when they are to meet again."""
    they = any(is_they(phrase, match.skeleton) for phrase in whole)
    before = they and any(map(is_plural, match.skeleton.phrases(0, match.start)))
    again = they and _AGAIN.search(match.auxiliaries) is not None
    return before or (again and _PLACED.search(match.skeleton.text, match.start, match.end + _NEAR) is not None)


_ASSEMBLY = re.compile(rf"\b{alternatives('organizations', 'assemblies', 'heads')}\b")


def assembles(match: Match) -> bool:
    """Whether a body is one that several states share and that meets from time to time."""
    bodies = [phrase.organization for phrase in match.phrases("body")]
    return all(body is not None and is_assembly(body) for body in bodies)


def _is_assembly(phrase: Phrase) -> bool:
    return phrase.organization is not None and is_assembly(phrase.organization)


def is_assembly(body: Organization) -> bool:
    """Whether a body is of no one state and named for its meetings: "the Joint Commission"."""
    return body.country is None and _ASSEMBLY.search(body.name) is not None


def are_speakers(match: Match) -> bool:
    """Whether the title that somebody has is a part in a gathering: "acted as | moderator"."""
    words = alternatives("meetings", "classes", "speakers")
    titles = [phrase.span.of(match.skeleton.view) for phrase in match.phrases("all")]
    return all(re.fullmatch(rf"(?:the |an? )?(?:\w+ )?{words}", title, re.IGNORECASE) for title in titles)


# "met on Monday with X, and on Tuesday | with Y", "a string of meetings: | with X, with Y"
_DAY_OR_PLACE = "".join(SYMBOLS[kind] for kind in (PhraseKind.DATE, PhraseKind.PLACE, PhraseKind.ORGANIZATION))
_MET_BEFORE = re.compile(
    rf"(?:\b(?:met|meets?|meeting|spoke|speak|conferred|confer|sat down|talked|consulted)\b|(?:had|held) {ENCOUNTER})"
    r"[^;.:]{0,80}?\bwith\b[^;.:]{0,80}?(?:,|\band\b)(?: and)?,?"
    rf"(?: (?:then|later|separately)| (?:on|in|at) (?:the )?[{_DAY_OR_PLACE}]| (?:in|at) {ENCOUNTER}),? $"
    rf"|(?:string|series|round|number|range) of {ENCOUNTER}(?:: (?:with\b[^;.:]{{0,80}}?(?:,|\band\b) )?| )$"
)


_SPEAKING, _TALKING = ("spoke", "speak", "spoken"), ("talked", "talk")
_SAID_WHEN = (
    r"(?:briefly|again|privately|directly|together|today|yesterday|tonight|at length|at some length|earlier"
    rf"|(?:(?:early|late|in|on|at) )?(?:the )?{SYMBOLS[PhraseKind.DATE]})"
)
_WHERE = rf"(?:in|at) (?:the )?[{_DAY_OR_PLACE}]"
# "spoke | on Monday about", "spoke | today.", but not "spoke", "spoke to the press", "spoke at M"
_WITH_EACH_OTHER = re.compile(
    rf"(?:,? (?:{_SAID_WHEN}|{_WHERE})){{0,4}},? (?:about|by|via|over|face to face"
    r"|behind closed doors|in (?:person|private)|(?:to|with) (?:each other|one another)"
    r"|on the (?:phone|telephone|sidelines?|margins?|fringes?)"
    r"|for (?:the (?:first|second|third|last) time|(?:about |over |more than |some |nearly )?\S+ (?:minutes|hours?)))\b"
    rf"|(?:,? {_WHERE}){{0,2}},? {_SAID_WHEN}(?:,? (?:{_SAID_WHEN}|{_WHERE})){{0,3}}(?=[.;,]|$| and\b| before \w+ing\b)"
)
_OTHERS = r"(?:reporters|journalists|(?:the|a) (?:press|media|news conference|audience|panel|podium|crowd))\b"
_TO_OTHERS = re.compile(rf"\b(?:to|with|before|at|on) {_OTHERS}|\b(?:at|during) an? {ENCOUNTER}")
_BEFORE_OTHERS = re.compile(rf"\b{_OTHERS}|\b(?:at|during) (?:the |an? )?{ENCOUNTER}")
# "talked in L | and then faced the press"
_NEXT = re.compile(r",? (?:(?:and )?then|and (?:\w+ed|told|gave|met)|before \w+ing)\b|;|$")


def speak_to_others(match: Match, _: object = None) -> bool:
    """Whether two who "spoke" need not have spoken with each other: they addressed a gathering or the press."""
    text, end = match.skeleton.text, match.places.get("verb", (0, 0))[1]
    if match.verb not in (*_SPEAKING, *_TALKING):
        return False
    clause = _NEXT.split(text[end:], maxsplit=1)[0]
    if _WITH_EACH_OTHER.match(text, end):
        return _TO_OTHERS.search(clause) is not None
    return match.verb in _SPEAKING or _BEFORE_OTHERS.search(clause) is not None


_SENTENCE = 240  # letters


def meet_another(match: Match) -> bool:
    """Whether a sentence goes on to tell with whom else somebody met."""
    return _MET_BEFORE.search(match.skeleton.text, max(0, match.start - _SENTENCE), match.start) is not None
