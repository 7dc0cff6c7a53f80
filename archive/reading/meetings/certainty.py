"""Certainty: whether the words of a meeting tell of one that there was or will be, rather than of talk in general."""

import re

from archive.reading.matching.attributions import SAYS_AFTER
from archive.reading.matching.open_phrases import FIRST_PERSON
from archive.reading.matching.ordinals import NTH
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ENCOUNTER, INSTRUMENT, SYMBOLS
from archive.reading.meetings.encounters import NO_CERTAIN_ONE, Encounter
from archive.reading.meetings.kinds import ASSEMBLIES, GATHERINGS
from archive.reading.phrases import PhraseKind
from archive.values import MeetingKind

_LONG_NAME = 4


def is_certain(encounter: Encounter) -> bool:
    """Whether words tell a meeting by themselves: "a coordination meeting", not "the meeting"."""
    named = encounter.kind in ASSEMBLIES
    return not encounter.many and (
        encounter.determiner in ("a", "an", "another")
        or (named and (encounter.body is not None or len(encounter.words.split()) >= _LONG_NAME))
        or (encounter.kind is MeetingKind.MULTILATERAL and encounter.determiner == "the")
    )


def is_drafting(match: Match, encounter: Encounter) -> bool:
    """Whether "negotiations" are work on an instrument rather than an encounter: "the negotiations on S began"."""
    after = match.places["encounter"][1]
    if re.search(r"\brounds? of\b", encounter.words):
        return False
    return encounter.words.lower().endswith(("negotiation", "negotiations")) and (
        _WORK.match(match.skeleton.text, after) is not None
    )


_WORK = re.compile(
    rf" (?:on|for|of|about|over) {INSTRUMENT}"
    r"|[^,;.]*? (?:be|been|is|are|was|were|will be) (?:[a-z]+ )?(?:completed|finali[sz]ed|concluded|broken off|over)\b"
    rf"(?! (?:in|at) [{SYMBOLS[PhraseKind.PLACE]}])"
)


_AS_ALWAYS = re.compile(r"\b(?:regular|routine|ongoing|continuous|periodic)\b", re.IGNORECASE)
_ONE_IN_THE_PLURAL = ("talks", "consultations", "negotiations", "discussions")
_OTHER_VERB = re.compile(
    r"\b(?:that|but|if|is|are|was|were|has|have|had|will|would|said|says|shall|can|could|may|might|while|because|who)\b"
    rf"|\bbefore {SYMBOLS[PhraseKind.PRONOUN]} ",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(rf",? (?:in|on|at|from) (?:the )?[{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.DATE]}],?")
_ANOTHER_THING = re.compile(r"[,;]|\band (?!\w+ $)|\b(?:or|that|which|who)\b")
_BE_AT_LAST = re.compile(r" (?:is|are|was|were|has been|have been)(?: also| now)? $")
_RELATIVE = re.compile(r", (?:which|who|whose|where) [^,]*,|\([^()]*\)")


def is_one(match: Match, encounter: Encounter | None) -> bool:
    """Whether a match of a general pattern tells of one certain meeting, and its verb is that of the meeting."""
    if encounter is None or encounter.many or encounter.vague or encounter.determiner in NO_CERTAIN_ONE:
        return False
    if not encounter.determiner and _AS_ALWAYS.search(encounter.words):
        return False
    if encounter.plural and encounter.words.lower().split(" ")[-1] not in _ONE_IN_THE_PLURAL:
        return False
    if not encounter.determiner and encounter.words.lower().endswith(("consultation", "negotiation", "assembly")):
        return False  # "in close consultation"
    if match.pattern.gives.get("placed"):
        return _is_placed_by_its_words(match, encounter)
    start, end = match.places["encounter"][1], match.places.get("aux", (0, 0))[0]
    if end <= start:
        between = match.skeleton.text[match.places.get("verb", (0, 0))[1] : match.places["encounter"][0]]
        return match.pattern.gives.get("start", False) or _ANOTHER_THING.search(_ADVERBIAL.sub("", between)) is None
    between = _BE_AT_LAST.sub("", _RELATIVE.sub(" ", match.skeleton.text[start:end]))
    return _OTHER_VERB.search(between) is None


_PASSED = (
    "did|do|does|not|took|takes|made|makes|gave|gives|brought|brings|met|meets|began|begins|went|came|saw|drew|rose"
)
_ITS_VERB = re.compile(
    rf"{_OTHER_VERB.pattern}|\b(?:{_PASSED}|decides|deals|adopts)\b"
    r"|(?!held|organi[sz]ed|hosted|convened|planned|scheduled|related|united)\b\w{2,}ed\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"\b(?:{NTH}|[A-Z][\w-]+)\b")


def _is_placed_by_its_words(match: Match, encounter: Encounter) -> bool:
    """Whether a place and a day stand in the noun phrase of a meeting, with no verb between them."""
    text, end = match.skeleton.text, match.places["encounter"][1]
    where = min((match.places[role][0] for role in ("state", "date") if role in match.places), default=end)
    if _ITS_VERB.search(text, end, where) or any(mark in text[end:where] for mark in ";:"):
        return match.pattern.gives.get("entry", False) and text[end : end + 1] in ":,"
    if encounter.kind is MeetingKind.CALL:
        return False  # "made the call in Accra on Tuesday"
    if match.pattern.gives.get("entry"):
        return _OTHER_VERB.search(text, 0, match.start) is None
    if match.pattern.gives.get("certain"):
        if _OF_A_CITY.search(text, 0, match.places["encounter"][0]) and "date" in match.places:
            return True
        named = encounter.body is not None or _NUMBERED.search(encounter.words.removeprefix("The ")) is not None
        one = encounter.kind in (MeetingKind.MULTILATERAL, MeetingKind.TRAINING, MeetingKind.CONFERENCE)
        one = one and encounter.determiner in ("a", "an", "another") and not encounter.plural
        return one or (encounter.kind in GATHERINGS and named)
    return True


_OF_A_CITY = re.compile(
    rf"(?:^|\b[Tt]he |\b[Aa] |\b[Aa]t )(?:the )?{SYMBOLS[PhraseKind.PLACE]} $"
)  # "the Lima | meeting on D"


_NUMBER = re.compile(rf"\b(?:{NTH}|next)\b", re.IGNORECASE)


def is_numbered(match: Match, encounter: Encounter) -> bool:
    """Whether a gathering is told by its number: "the 5th Meeting of Ministers", "the 13th | Law Ministers Meeting"."""
    at = match.places["encounter"][0]
    before = match.skeleton.text[max(0, at - 16) : at]
    if encounter.kind not in GATHERINGS or _NUMBER.search(before + encounter.words) is None:
        return False
    named = encounter.words.split(" ")[-1][:1].isupper() and not _NEXT.search(encounter.words)
    return named or encounter.body is not None


_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)


def is_mere_talk(match: Match, encounter: Encounter | None) -> bool:
    """Whether nobody need have met: "continued discussions", "open dialogue"."""
    if encounter is None:
        return False
    if not encounter.determiner and _EVER_MORE.match(encounter.words) and not _ONE_OF_THEM.search(encounter.words):
        return True
    if match.pattern.gives.get("named"):
        headed = (
            not encounter.determiner and encounter.words.split(" ")[-1][0].isupper()
        )  # "Consultations Between X and Y"
        part = match.skeleton.text.endswith(" of ", 0, match.start)  # "a chapter of its negotiations with X"
        certain = headed or _is_placed(match) or _are_of_persons(match, encounter)
        return _IN_GENERAL.search(encounter.words) is not None and (part or not certain)
    if not match.pattern.gives.get("object"):
        return False
    said = match.skeleton.text[match.places["verb"][0] : match.places["encounter"][1]]
    if not encounter.determiner and encounter.plural and _GOES_ON.match(said) and not _is_placed(match):
        return True
    held = match.verb.startswith(("h", "conduct"))
    return not held and encounter.vague and not encounter.determiner


def _are_of_persons(match: Match, encounter: Encounter) -> bool:
    """Whether persons talked once: "the talks between X and Y were frank", not "the dialogue between A and B"."""
    people = [phrase for role in ("who", "whom") for phrase in match.phrases(role)]
    one = encounter.determiner or "whom" in match.places  # "her talks with X"
    named = bool(people and one) and all(phrase.person or phrase.kind is PhraseKind.HOLDER for phrase in people)
    return named and any(phrase.person for phrase in people) and _TALKS.search(encounter.words) is not None


_TALKS = re.compile(r"\b(?:discussions|conversations?|talks)$", re.IGNORECASE)
_IN_GENERAL = re.compile(
    r"\b(?:negotiations?|consultations?|dialogues?|discussions?|conversations?|talks)$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:agree\w* (?:on |to )?)?(?:to )?(?:continu|maintain|keep|deepen|intensif|strengthen|expand|enhanc|step)\w*\b",
    re.IGNORECASE,
)
# "held their | regular annual meeting"
_ONE_OF_THEM = re.compile(r"\b(?:annual|quarterly|meeting|session|assembly)$|\bannual\b", re.IGNORECASE)
_EVER_MORE = re.compile(r"(?:closer|deeper|more|enhanced|regular|continued|permanent|constant) ", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\b(?:took place|takes? place|taking place|held|holds?|holding|began|begins?|started|opened|ended"
    r"|concluded|resumed|lasted|focus\w*|cent(?:er|re)d|dealt|were attended|chaired|conducted|scheduled|planned)\b",
    re.IGNORECASE,
)


def _is_placed(match: Match) -> bool:
    """Whether the clause of a meeting says that, where or when it happens."""
    text = match.skeleton.text
    around = text[max(0, match.start - 40) : match.end + 80]
    return _HAPPENS.search(around) is not None or any(symbol in around for symbol in _WHERE_OR_WHEN)


_WHERE_OR_WHEN = (SYMBOLS[PhraseKind.PLACE], SYMBOLS[PhraseKind.DATE])


_SUPPOSED = re.compile(r"\b(?:could|may|might|if|whether|unless)\b", re.IGNORECASE)


def is_supposed(match: Match) -> bool:
    """Whether the words before a meeting suppose it, and not only what somebody said after it."""
    text = match.skeleton.text
    return SAYS_AFTER.search(text, 0, match.start) is None and _SUPPOSED.search(text, 0, match.start) is not None


_SAYING = re.compile(r"(?:saw|see|spoke|speak|talk|call|welcom|had|have|has)", re.IGNORECASE)
_FACES = frozenset((PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.DELEGATION))


def says_no_certain_one(match: Match, encounter: Encounter | None) -> bool:
    """Whether the meeting of one who says "we" or "I" may be any: "we call on all states", "we went to A to help"."""
    us = [phrase for role in ("who", "host") for phrase in match.phrases(role)]
    if not us or any(phrase.rule != FIRST_PERSON for phrase in us):
        return False
    whom = match.phrases("whom")
    if whom:
        faces = any(phrase.kind in _FACES or phrase.person for phrase in whom)
        return (
            not faces
            or (encounter is not None and encounter.vague and SYMBOLS[PhraseKind.DATE] not in match.skeleton.text)
            or match.verb.startswith(("call", "welcom", "see", "saw"))
        )
    going = match.pattern.gives.get("kind") == "visit"
    where = not going and SYMBOLS[PhraseKind.PLACE] in match.skeleton.text
    dated = where or SYMBOLS[PhraseKind.DATE] in match.skeleton.text
    if encounter is None:
        return not dated or ("each other" not in match.verb and _SAYING.match(match.verb) is not None)
    return encounter.vague or not dated


_OPENING = re.compile(
    rf"[^\w{''.join(SYMBOLS.values())}]*(?:\d+/\d* )?[^\w{''.join(SYMBOLS.values())}]*"
    rf"(?:(?:[Oo]n |[Ii]n )?{SYMBOLS[PhraseKind.DATE]},? |[Aa]nd |[Tt]hen |[Ff]irst |[Rr]ight after that [–—-] "
    r"|\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?| ?hrs?)?[ :–—-]{1,3}|(?:PHOTO|Photo|Picture|Caption|In the photo|Pictured): ?)?"
)


def opens(match: Match) -> bool:
    """Whether a sentence opens with a match, after a bullet, a number of a thread or a day at most."""
    return match.start == 0 or _OPENING.fullmatch(match.skeleton.text, 0, match.start) is not None


_NOW_AND_THEN = re.compile(r"\b(?:if|whenever|usually|regularly|every|can|could|may|might|must)\b", re.IGNORECASE)


def meet_once(match: Match) -> bool:
    """Whether people who are not named met or are to meet once: "when law ministers met in Mauritius in 2022"."""
    first = " for the first time" in match.skeleton.text  # "every six months, for the first time in Lima"
    return first or _NOW_AND_THEN.search(match.skeleton.text, max(0, match.start - 30), match.end) is None


def is_of_an_instrument(match: Match, _: Encounter | None = None) -> bool:
    """Whether what was concluded is an instrument between the meeting and the verb: "the memorandum concluded in"."""
    at = match.places.get("aux", (0, 0))[0]
    behind = "encounter" in match.places and match.places["encounter"][1] < at
    alone = match.verb == "concluded" and not match.auxiliaries
    return alone and behind and re.search(rf"{INSTRUMENT},? $", match.skeleton.text[:at]) is not None


_OF_ONE_STATE = re.compile(
    r"\b(?:Cabinet|Council of Ministers(?! (?:for|responsible)\b| of (?:the )?(?:Justice|Interior|Law)\b"
    r"| of (?:the )?(?:[A-Z][\w-]+ ){0,4}(?:Community|Union|Organi[sz]ation|Commonwealth|League|Association|States"
    r"|Conference))"
    r"|Parliament|Senate|National Assembly|Federal Council|Government)\b[^.;]{0,60}"
    r"\bits (?:[\w-]+ ){0,3}(?:session|meeting|sitting)$"
)


def sits_alone(match: Match, encounter: Encounter | None) -> bool:
    """Whether a government or parliament only sits as it always does: "the Cabinet approved at its meeting"."""
    if encounter is None or "encounter" not in match.places:
        return False
    end = match.places["encounter"][1]
    said = match.skeleton.span_of(max(0, end - 90), end).of(match.skeleton.view)
    return _OF_ONE_STATE.search(said) is not None


_SET_UP = re.compile(r"\b(?:establish|set(?:ting)? up|creat|form|launch|institut)\w*\b[^.;:]{0,90}$", re.IGNORECASE)


def is_of_a_new_body(match: Match, _: Encounter | None = None) -> bool:
    """Whether what somebody chairs is only set up: "agreed to establish a task force, co-chaired by X and Y"."""
    text = match.skeleton.text[: match.start]
    found = _SET_UP.search(text) if "chair" in match.places else None
    return found is not None and ENCOUNTER not in text[found.start() :]


_ORGANIZED_CRIME = re.compile(
    r" (?:crimes?|criminals?|criminality|gangs?|groups?|networks?|immigration|fraud|theft)\b", re.IGNORECASE
)


def qualifies_crime(match: Match, _: Encounter | None = None) -> bool:
    """Whether what looks like the verb only qualifies a noun: "training against | organised | crime"."""
    alone = match.verb.lower() in ("organised", "organized") and not match.auxiliaries
    return alone and _ORGANIZED_CRIME.match(match.skeleton.text, match.places["verb"][1]) is not None
