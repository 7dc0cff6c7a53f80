"""Modality: whether what a match tells came about, is to come about, was proposed or denied.

The cues of ``modality.toml`` are looked for in the verb group of the match, before it and after it. Whether the actors
that open a match are its subject at all is told here, too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from archive.reading.matching.attributions import SAYS_AFTER
from archive.reading.matching.expressions import PLACES
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, PERSONS, SYMBOLS
from archive.reading.matching.triggers import choice, small
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say whether an event happened."""

    name: str
    status: str
    where: str
    regex: re.Pattern[str]  # over small letters
    put_off: bool  # it is given up or put off, and was planned before


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of ``modality.toml``, in order."""
    return tuple(
        Cue(
            entry["name"],
            entry["status"],
            entry["where"],
            re.compile(small(entry["pattern"])),
            entry.get("put_off", False),
        )
        for entry in load("modality")["cue"]
    )


# What a clause about somebody puts between him and his own verb.
ASIDE = re.compile(r",? (?:who|which|whose) [^,;:]*,|\([^()]*\)")
# "agreed | in L on D | to meet"
_SET = rf",? (?:(?:late|early|earlier|in|on|at|near|during|the) ){{0,3}}[{PLACES}{SYMBOLS[PhraseKind.DATE]}],?"
_WHERE_AND_WHEN = re.compile(rf"(?:(?<=ed)|(?<=took)|(?<=due))(?:{_SET}){{1,3}}(?= to )")


_WHEN = re.compile(rf"\bwhen (?:{SYMBOLS[PhraseKind.PRONOUN]}|it) (?:last |first |next )?$")


def cue(match: Match) -> Cue | None:
    """The first cue around the match that says something else than that the event simply happened."""
    text = match.skeleton.small
    before, after = text[max(0, match.start - 90) : match.start], text[match.end :]
    if match.pattern.gives.get("relative") or SAYS_AFTER.search(match.skeleton.text, 0, match.start):
        before = ""  # the words before those whom somebody met are of another clause, and so is what somebody said
    elif "verb" in match.places and _WHEN.search(text, match.start, match.places["verb"][0]):
        before = ""  # "what was proposed by | the ministers when they met"
    verb = _said_by_the_verb(_WHERE_AND_WHEN.sub("", ASIDE.sub(" ", match.verbal)).lower())
    predicate = "" if _is_finite(match) else after
    around = {"before": before, "after": after, "predicate": predicate, "upon": _upon(match)}
    return next(
        (
            each
            for each in cues()
            if (each.name in verb if each.where == "verb" else each.regex.search(around[each.where]))
        ),
        None,
    )


def _is_finite(match: Match) -> bool:
    """Whether a match has a verb of its own, so that what follows tells of something else: "P met P, peace is near"."""
    return bool(match.verb) and not match.verb.endswith("ing") and not match.auxiliaries.endswith("to ")


def _upon(match: Match) -> str:
    """What stands right around the noun, the verb and the verb group of a meeting, each marked: "missed | with X"."""
    if "instrument" in match.places:
        return ""
    text, places = match.skeleton.small, match.places
    spots = {places[role] for role in ("encounter", "verb") if role in places}
    if "aux" in places:
        spots.add((places["aux"][0], places["verb"][1]))
    return "\n".join(f"{text[max(0, start - 80) : start]}|{text[end : end + 50]}" for start, end in sorted(spots))


@lru_cache(10_000)
def _said_by_the_verb(verbal: str) -> frozenset[str]:
    """The cues in a verb group; most texts have the same few verb groups."""
    return (
        frozenset(each.name for each in cues() if each.where == "verb" and each.regex.search(verbal))
        if verbal
        else frozenset()
    )


_BEHIND = (
    r"\b(?:in|to|from|of|with|for|at|by|between|against|(?<!later )on|about|through|via|including|under|near|than"
    r"|across|as|into) (?:the |a |an |both )?"
)
_NO_SUBJECT = re.compile(rf"{_BEHIND}(?:[{ACTORS}{PLACES}]'?s? ?(?:and |,? and |, )(?:the )?)*$", re.IGNORECASE)
# A comma behind a place or a body ends an adverbial: "In Lima, X met Y".
_NO_PERSON = re.compile(rf"{_BEHIND}(?:[{ACTORS}]'?s? ?(?:,? and )(?:the )?)*$", re.IGNORECASE)

_APART = PERSONS + SYMBOLS[PhraseKind.GROUP] + SYMBOLS[PhraseKind.DELEGATION]


def _people() -> Iterable[str]:
    words = load("open_phrases")
    return (*words["people"], *words["unnamed"], *words["others"], "members", "persons", "teams")


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{choice(_people())})\b", re.IGNORECASE)


@cache
def _side() -> re.Pattern[str]:
    """Words for those who act for a name: "the authorities of", "judges from", "experts of the crime units of"."""
    sides = choice(form for form in load("sides")["before"] if " " in form)
    people = choice((*_people(), "team", "group"))
    of = r"(?:of|from)(?: (?:the )?(?:[\w'-]+ ){1,5}of)?(?: (?:the|two|three|four|five|six|\d+))?"
    on = r"(?: (?:on|for|in|against) [\w-]+)?"
    state = SYMBOLS[PhraseKind.COUNTRY]
    name = rf"(?:[A-Z][\w'-]*|[{ACTORS}]|of|the)(?: (?:[A-Z][\w'-]*|[{ACTORS}]|of|the|for)){{0,7}}"
    listed = rf"(?: (?:the )?{name},? and(?: the)?(?: {state}'s)?)?"
    several = rf"(?:(?:the |\d+ )?(?:[\w-]+ ){{0,2}}(?:{people}){on} {of}(?-i:{listed}))"
    return re.compile(rf"(?:^|(?<= ))(?:{sides}|{several}) $", re.IGNORECASE)


# "accepted the offer of Chile to host": Chile is to host
_OFFER = re.compile(
    r"\b(?:offer|proposal|decision|invitation|readiness|intention|plan|plans|wish|initiative) of (?:the )?$",
    re.IGNORECASE,
)


@lru_cache(1_000)
def side_before(text: str, at: int) -> int | None:
    """Where the words begin that tell who acts for a name at ``at``: "police generals from | Laos"; None: nowhere.

    Each pattern that matches at a place asks the same.
    """
    side = _side().search(text, max(0, at - 90), at)
    return side.start() if side else None


def people_before(text: str, at: int) -> bool:
    """Whether several people act for a name: "judges from | Laos", "officers of the Greek Police and | Europol"."""
    side = side_before(text, at)
    return side is not None and _several().search(text, side, at) is not None


def names_people(words: str) -> bool:
    """Whether words are those of several people: "senior officials of ASEAN", not "a team of the Union"."""
    return _several().search(words) is not None


_NOMINATIVES = frozenset(["he", "she", "they", "i", "we"])  # "as | he | sat down"


def has_subject(match: Match) -> bool:
    """Whether the actors that open a match may be its subject: they stand behind no preposition."""
    roles = (role for role in ("who", "host") if role in match.places)
    if not any(match.places[role][0] == match.start for role in roles):
        return True
    text = match.skeleton.text
    opening = match.skeleton.fold_at(match.start)
    if opening is not None and opening.span.of(match.skeleton.view).lower() in _NOMINATIVES:
        return True
    if match.auxiliaries.startswith("to ") and _OFFER.search(text, max(0, match.start - 40), match.start):
        return True
    side = side_before(text, match.start)
    apart = side is not None or text[match.start] in _APART
    listed = _NO_PERSON if apart else _NO_SUBJECT
    start = match.start if side is None else side
    return not listed.search(text, max(0, start - 60), start)


_ASKED = re.compile(
    r"(?:^|[.:;,–-] )(?:do|does|did|is|are|was|were|will|can|could|would|has|have|had|should)\b"
    r"(?! you (?:know|remember) that\b)[^.:;]*\?[\"'”’»)]*$",
    re.IGNORECASE,
)


def is_asked(match: Match) -> bool:
    """Whether a sentence only asks whether it was so: "Did you meet the Minister?", but not "Did you know that"."""
    asked = _ASKED.search(match.skeleton.text) if match.skeleton.text.rstrip("\"'”’»)").endswith("?") else None
    return asked is not None and asked.start() <= match.start


_DETERMINER = r"(?:the|an?|any|such|this|that|his|her|their|its) "
_SUBJECT = rf"(?:{_DETERMINER}(?:[\w'-]+ ){{0,3}}?(?:(?:of|from) (?:the )?)?|\w+s (?:of|from) (?:the )?)?"
_WHO = rf"{_SUBJECT}[{ACTORS}{SYMBOLS[PhraseKind.PRONOUN]}]"
_WHAT = rf"{_SUBJECT}[{ENCOUNTER}{INSTRUMENT}]"
_OPENS = r"(?:^|[.:;,–-] |[“\"'‘«])"
# "Had a meeting with X" is told of oneself
_CAME_TO_BE = (
    r"(?:(?! (?:who|which|that|has|have|had|was|were|is|are|will)\b)[^.;:,]){0,80}?"
    r" (?:been|taken (?:place|effect)|happened|come (?:about|off|into)|gone ahead|entered into)\b"
)
_DONE = r"(?:[\w ]{0,40}?|, )(?<= )(?:\w+(?:ed|en)|met|held|made|sent|paid|sat|told|brought|begun|come|gone|had|led)\b"
# "Should P meet Q", "Had the ministers of C met", "Were M to take place"
_INVERTED = re.compile(
    rf"\bshould (?:{_WHO}|{_WHAT})|{_OPENS}(?:had (?:{_WHO}{_DONE}|{_WHAT}{_CAME_TO_BE})"
    rf"|were (?:{_WHO}|{_WHAT})[^.;:]{{0,30}}? to\b)",
    re.IGNORECASE,
)

_NEXT_CLAUSE = re.compile(r"[;:]")


def is_a_condition(match: Match) -> bool:
    """Whether the order of words supposes it, or what it follows from: "Had a treaty been signed, he would"."""
    found = _INVERTED.search(match.skeleton.text)
    if found is None or found.start() > match.start:
        return False
    return _NEXT_CLAUSE.search(match.skeleton.text, found.end(), match.start) is None
