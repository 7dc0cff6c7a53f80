"""Scope: what a verb is said of, where it is not said of the instrument beside it.

It may be said of the talks on it, of the instrument that it extends or that stands before it, of what stands in it, or
belong to another clause.
"""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.lexicon import is_noun
from archive.reading.matching.ordinals import NTH
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, INSTRUMENT

_TALKS = re.compile(
    r"\b(?:negotiations|talks|consultations|discussions|work) (?:on|of|over|for|about) $", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(r",? and (?:(?:the|a|an|its|their) )?$")
# "under S and under a bilateral note | exchanged by", "S and the letters | signed in"
_ANOTHER_NOUN = re.compile(
    r" and (?:(?:under|by|on|in|with|of) )?(?:the|an?|its|their) (?!(?:\w+ )?(?:is|was|were|are|has|have|will)\b)"
    r"(?:[\w-]+ ){1,4}$"
)
_NEXT_CLAUSE_OF = re.compile(rf",? (?:and|while|but) (?:the )?[{ACTORS}]")
_TO_DO = re.compile(
    r"\bto (?:draw|prepare|develop|conclude|negotiate|sign|work|adopt|implement|hold|discuss|update|review|begin|start"
    r"|open|launch|resume|continue|speed|accelerate|draft|elaborate|finali[sz]e)"
    r"|\b(?:on|about|of|for|towards?) (?:the )?(?:[a-z]+ )?"
    r"(?:(?:draw|prepar|develop|conclud|negotiat|sign|draft|adopt|implement|start|open|launch|finali[sz])ing\b"
    r"|(?:conclusion|signature|preparation|development|drafting|elaboration|adoption|start|opening|launch) of)"
)
# "agreed upon in the treaty", but "signed the text of the treaty"
_SAME = "".join(
    rf"(?<!{word})"
    for word in ("text", "texts", "draft", "drafts", "wording", "version", "validity", "term", "duration")
)
_INSIDE = re.compile(
    rf"{_SAME} (?:in|under|of|within|from|by|to|with|for|on|at|per|through) $",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(
    r"\b(?:the|these|those|all|both|already|newly|of|under) (?:already |newly |recently )?$", re.IGNORECASE
)
# "an addendum to the agreement | , concluded in 2022", "an annex to S | , which had been concluded in 2022"
_SAID_OF_BASE = re.compile(r", (?:which had been )?")
# "S complements the one signed in 2021"
_ANOTHER = re.compile(
    r"\b(?:ones?(?: (?:that|which))?"
    rf"|(?:one|two|three|{NTH}|last|latest|recent|some|several) of (?:which|them)"
    r"|(?:to|on|than|like|replac\w+|complement\w+|follow\w+) (?:that|those))"
    r" (?:(?:was|were|is|are|has|have|had|been|will|be) )*$"
)
# "S, the draft of which was exchanged in May"
ITS_DRAFT = re.compile(r"\b(?:draft|text|wording) of which\b", re.IGNORECASE)
OF_BASE = "the verb is said of the instrument that it extends"


def is_of_another(match: Match, instrument: Instrument) -> str | None:
    """Why a verb is said of the talks on an instrument, or of another instrument."""
    text, far = match.skeleton.text, match.pattern.gives.get("far")
    verb, named = match.places.get("verb"), match.places["instrument"]
    if far and _QUALIFIES.search(text[max(0, match.start - 24) : match.start]):
        return "the verb only qualifies the instrument"  # "in the signed documents"
    if verb and far and not match.auxiliaries and text[max(0, verb[0] - 2) : verb[0]] == f"{INSTRUMENT} ":
        return "the verb is said of the instrument before it"  # "the treaty signed in 2012 and the plan"
    if verb and verb[0] > named[0] and _TALKS.search(text, max(0, named[0] - 30), named[0]):
        return "the verb is said of the talks on it"  # "negotiations on S had been concluded"
    between = text[named[1] : verb[0]] if verb else ""
    initials = match.verb.startswith("initial")
    if instrument.extension and between and not initials and _SAID_OF_BASE.fullmatch(between):
        return OF_BASE  # "an addendum to the agreement, concluded in 2022"
    if _ANOTHER.search(between):
        return "the verb is said of another one"
    return None


def is_of_a_part(match: Match) -> str | None:
    """Why a verb is said of something in an instrument, or stands in another clause than it."""
    verb, named = match.places.get("verb"), match.places["instrument"]
    if verb is None:
        return None
    text = match.skeleton.text
    between = text[verb[1] : named[0]]
    if not (match.pattern.gives.get("inside") or is_noun(match)) and _INSIDE.search(between):
        return "the verb is said of something in the instrument"  # "agreed upon in the treaty"
    if verb[0] > named[1] and _is_another_clause(match, named[1], verb[0]):
        return "the verb has another subject"
    if "who" in match.places and _NEXT_CLAUSE_OF.match(text, named[1], verb[0]):
        return "it stands in the clause before"  # "Peru joined S, and Chile signed S"
    if ")" in between and "(" not in between:
        return "it stands in brackets"  # "S (signed in 2002), S (2006)"
    if _NEXT_CLAUSE.match(between) or (named[1] <= verb[0] and _ANOTHER_NOUN.search(text, named[1], verb[0])):
        return "it stands in the next clause"  # "a protocol was signed, and S was approved"
    if _TO_DO.search(between):
        return "something else is to be done with it"  # "agreement was reached to draw up S"
    return None


_ACTIVE = re.compile(r" and (?:(?!(?:is|are|was|were|be|been|being|later|then|subsequently|finally|jointly)\b)\w+ )*$")


def _is_another_clause(match: Match, after: int, verb: int) -> bool:
    """Whether a participle behind an instrument is a verb of its own: "monitored S and accepted payments"."""
    if match.pattern.gives["status"] not in ("signed", "approved", "submitted") or "who" in match.places:
        return False
    text = match.skeleton.text
    object_follows = re.match(
        rf" (?:[{INSTRUMENT}{ACTORS}]|(?:the|a|an|its|their|his|her|our|[a-z]+s)\b)", text[match.places["verb"][1] :]
    )
    return object_follows is not None and _ACTIVE.search(text, after, verb) is not None
