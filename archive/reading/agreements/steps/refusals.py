"""Refusals: why a pattern that matches says nothing of a step of an instrument.

The clause may deny it or tell something else, the verb may be said of something else (`scope`), and what is said may
be none of the steps of such an instrument (`deeds`).
"""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.lexicon import words_for
from archive.reading.agreements.steps.deeds import is_no_step
from archive.reading.agreements.steps.recalled import has_own_name, stands_since
from archive.reading.agreements.steps.scope import ITS_DRAFT, OF_BASE, is_of_a_part, is_of_another
from archive.reading.matching.clauses import DATE
from archive.reading.matching.modality import is_a_condition, is_asked
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS
from archive.values import AgreementKind

_CONDITION = re.compile(
    rf"\b(?:(?<![{DATE}] )(?<![{DATE}], )when|once|if|until|unless|before being|whether) $", re.IGNORECASE
)
_ONCE = re.compile(r",? (?:once|if|when|until|unless|before being|after being)(?: it is| it was)? $", re.IGNORECASE)
# "Without having | signed S", "stopped short of | signing S"
_LEFT_UNDONE = re.compile(
    r"\b(?:without|short of|instead of|rather than) (?:(?:having|ever|first|yet|\w+ly) )*$", re.IGNORECASE
)
# "When C and C | sign S, they will"
_WHEN_THEY = re.compile(
    rf"\b(?:when|once|if|until|unless|as soon as) (?:(?:the|both|all|two|and|have|has|[{ACTORS}]),? )+$", re.IGNORECASE
)
_PAST = re.compile(r"(?:\w+ed|struck|put|set)\b")
_PERFECT = re.compile(r"\bha(?:s|ve)\b")
_NEAR = 80  # letters before a verb
# "was | never signed, ratified or approved"
_NOR = re.compile(r"\b(?:not|never|neither)(?: yet| been)* \w+ed(?:, \w+ed)*,? n?or \w+")
_IN_VIEW_OF = re.compile(r"\b(?:for|pending|until|before|towards?) (?:the |its )?$", re.IGNORECASE)
_REACHED = ("reached", "reach", "entered into", "enter into", "signed")
_SETTLES = re.compile(
    r"[^;]{0,320}\b(?:to (?:settle|resolve)|resolving|settling|resolves|settles)\b"
    r"[^;]{0,60}\b(?:claims?|charges|allegations|violations|concerns|lawsuits?|liability|complaints?|litigation)\b"
)
_OF_MANY = re.compile(
    r"\bby (?:(?:over|more than|some|almost|nearly|about|all|at least) )?(?:\d{2,3}|dozens of|most|many) "
    r"(?:of the )?(?:countries|states|nations|member states|governments|parties)\b",
    re.IGNORECASE,
)
_BY_A_JUDGE = re.compile(
    r"\b(?:accepted|approved|ratified)\b[^;]{0,60}?\bby (?:[\w.]+ ){0,4}(?:[Jj]udges?|[Cc]ourts?)\b"
)
# "the withdrawal of C from | S takes effect on D"
_LEFT = re.compile(
    rf"\b(?:withdrawal|denunciation|exit|departure|secession)(?: of (?:the )?[{ACTORS}])? (?:from|of)"
    r" (?:(?:the|its|their) )?$",
    re.IGNORECASE,
)
_CONSPIRED = re.compile(
    r"\b(?:conspir\w+|cartels?|rig(?:ged|ging)? (?:the )?bid\w*|price.fixing|fix(?:ed|ing)? prices)\b"
)
_CLAUSE = 200  # letters of a clause that are looked at
_A_LAW = re.compile(r"\b(?:bill|law|act|decree|motion)s? $", re.IGNORECASE)
_UNDER = re.compile(r"(?:under|pursuant|in|within|by|on)\b", re.IGNORECASE)
_SIGNED_THEN = re.compile(
    r",? (?:(?:which|that) (?:was|were) )?(?:signed|concluded|adopted|initialled|inked|done|made)\b"
)


def refusal(match: Match, instrument: Instrument) -> str | None:
    """Why a match says nothing of a step of this instrument; None where it does."""
    reason = (
        _is_not_told(match)
        or _is_of_something_else(match, instrument)
        or is_of_another(match, instrument)
        or _lacks(match, instrument)
    )
    if reason is not None:
        return reason
    if match.pattern.gives.get("standing"):
        return _is_not_standing(match, instrument)
    return is_of_a_part(match) or is_no_step(match, instrument)


def _is_not_told(match: Match) -> str | None:
    """Why a clause tells of no step of any instrument."""
    text = match.skeleton.text
    before = text[max(0, match.start - 24) : match.start]
    verb = match.places.get("verb", (0, 0))[0]
    if _LEFT_UNDONE.search(text, max(0, verb - _NEAR), verb):
        return "the words deny it"  # "without | putting their names to S"
    if any(found.start() < match.places.get("verb", (0, 0))[0] < found.end() for found in _NOR.finditer(text)):
        return "the words deny it"
    when = _is_present(match) and _WHEN_THEY.search(text, max(0, verb - _NEAR), verb)
    if when or _CONDITION.search(before) or is_a_condition(match):
        return "it is a condition"  # "once signed, the agreement will"
    if "verb" in match.places and _ONCE.fullmatch(text, match.places["instrument"][1], match.places["verb"][0]):
        return "it is a condition"  # "the memorandum, once signed, will"
    if match.skeleton.small.startswith("entry into force", match.start) and _IN_VIEW_OF.search(before):
        return "it is what something is done for"  # "completed the procedures for the | entry into force of S"
    if _OF_MANY.search(text, match.start, min(len(text), match.end + 60)):
        return "so many made it that it is no news"  # "a treaty signed by over 170 countries"
    if _is_denied(match) or "no" in match.auxiliaries.split():
        return "the words deny it"  # "there was no signing of S"
    if match.auxiliaries == "to " and _A_LAW.search(before):
        return "a law on it is told"  # "the bill | to ratify S was read"
    if is_asked(match):
        return "it is asked, not told"
    return None


def _is_present(match: Match) -> bool:
    """Whether a verb tells of no past: "sign", "have signed"."""
    return not _PAST.match(match.verb) or _PERFECT.search(match.auxiliaries) is not None


def _is_of_something_else(match: Match, instrument: Instrument) -> str | None:
    """Why what is told is of a draft, a court, a crime or a claim."""
    view = match.skeleton.view
    verb, named = match.places.get("verb"), match.places["instrument"]
    if verb and not match.pattern.gives.get("its_draft") and ITS_DRAFT.search(match.skeleton.text, named[1], verb[0]):
        return "it is said of its draft"
    if verb and verb[0] > named[1] and _LEFT.search(match.skeleton.text, max(0, named[0] - _NEAR), named[0]):
        return "it is left, or ended"
    if match.verb == "executed" and instrument.kind is AgreementKind.ORDER:
        return "it is carried out"  # "executed a European Investigation Order"
    if _BY_A_JUDGE.search(view, *_words_of(match)):
        return "a court accepts it"
    if not instrument.words and _CONSPIRED.search(view, *_whole(match)):
        return "it is part of a crime"
    if match.verb in _REACHED and _SETTLES.match(view, instrument.title.start, match.skeleton.span.end):
        return "it settles a claim"
    return None


def _lacks(match: Match, instrument: Instrument) -> str | None:
    """What an instrument, or what is told of it, lacks of what the pattern asks for."""
    gives, text = match.pattern.gives, match.skeleton.text
    if gives.get("named") and not any(word[0].isupper() for word in instrument.title.of(match.skeleton.view).split()):
        return "the instrument has no name of its own"
    signed_then = _SIGNED_THEN.match(text, match.places["instrument"][1]) and not instrument.year
    if gives.get("standing") and _UNDER.match(text, match.start) and signed_then:
        return "its signing is told"  # "under the protocol signed in 2018"
    dated = DATE in text[match.end : match.end + _CLAUSE]
    if gives["status"] == "in_force" and "shall" in match.auxiliaries and not dated:
        return "its own text says when it is to"
    if gives.get("of_year") and not instrument.year:
        return "it is named without a year"
    ours = instrument.parties or not instrument.words.isdisjoint(words_for("subjects")) or _is_joined(match)
    ours = ours or instrument.kind is AgreementKind.MEMORANDUM  # no memorandum is one of many
    if gives.get("of_few") and not ours and has_own_name(match, instrument):
        return "it is only cited"  # "as the Outer Space Treaty of 1967 has it"
    return None


def _is_not_standing(match: Match, instrument: Instrument) -> str | None:
    """Why an instrument that is recalled is not told to stand."""
    if instrument.base is not None:
        # "an amendment to the agreement of 2010"
        return OF_BASE if not instrument.lasts_longer else "it is the date of what is renewed"
    return None if stands_since(match, instrument) else "nothing says since when it stands"


_REPORTED = re.compile(
    r"\b(?:reports?|claims?|allegations?|rumou?rs?|whether|supposed|alleged|purported)\b[^;]{0,90}$", re.IGNORECASE
)
_DENIES = re.compile(
    r"[^;]{0,60}\b(?:denied|denies|dismissed|dismisses|rejected|refuted|ruled (?:it |that )?out"
    r"|(?:do|does|did) not (?:figure|appear|exist|correspond)|never (?:was|were)|(?:was|were) never)\b"
)


def _is_denied(match: Match) -> bool:
    """Whether reports of it are denied behind it: "asked about reports that S was signed, P denied it"."""
    text = match.skeleton.text
    reported = _REPORTED.search(text, max(0, match.start - _CLAUSE), match.start)
    return reported is not None and _DENIES.match(text, match.end) is not None


_JOINS = re.compile(r"\b(?:ratif(?:y|ied|ies|ication)|acced\w+|accession|part(?:y|ies) to)\b", re.IGNORECASE)


def _is_joined(match: Match) -> bool:
    """Whether the words before an instrument speak of states that join it: "called on states to ratify S"."""
    return _JOINS.search(match.skeleton.text, max(0, match.start - 60), match.start) is not None


def _whole(match: Match) -> tuple[int, int]:
    return match.skeleton.span.start, match.skeleton.span.end


def _words_of(match: Match) -> tuple[int, int]:
    """Where the words of a match stand in the text, to the end of their sentence."""
    return match.skeleton.span_of(match.start, match.end).start, match.skeleton.span.end
