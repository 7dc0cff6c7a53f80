"""Unfinished: what becomes of an instrument where the words say that it was not made, or that others are to make it."""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import TO_BE_SIGNED
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match
from archive.values import StepStatus

# What is said of an instrument that was not signed, but is not given up.
_STILL_OPEN = re.compile(
    r"\b(?:(?:be |is |being )?(?:studied|examined|considered|negotiated|discussed)(?: \w+)? (?:further|later|again)"
    r"|(?:further|more) (?:study|work|talks|negotiations|time)|postponed|put off|at a later (?:date|stage)|remains? \w+"
    r"|still (?:under|open|being|needs?)|under (?:consideration|study|discussion|review)|yet to be)\b",
    re.IGNORECASE,
)

_NOT_YET = re.compile(r"ratif|(?:enter|came|come|go|went).* into |in force|been in force|is in force|took effect|take")
_REFUSED = re.compile(r"\b(?:declin|refus)\w+", re.IGNORECASE)  # who refuses to ratify S may never have signed it
_UNSIGNED = re.compile(
    r"(?:co-?|counter)?sign(?:ed|s)?\b|ink(?:ed|s)?\b|executed\b|concluded\b|finali[sz]ed\b|formali[sz]ed\b"
)
_HOPED = re.compile(r"\bhop(?:es?|ed|ing)\b[^;:.]*$")  # "hopes that the memorandum can be signed"
# "would like to conclude an agreement"
_WISHED = re.compile(
    r"\bwould (?:\w+ )?(?:like|love|prefer|be (?:\w+ )?(?:glad|happy|pleased|ready|willing|prepared|interested))\b",
    re.IGNORECASE,
)


def left_open(match: Match, instrument: Instrument, at: int) -> StepStatus | None:
    """What becomes of the instrument at ``at`` that a match says was not made; None where nothing does."""
    text, small = match.skeleton.text, match.skeleton.small
    signed = instrument.kind in TO_BE_SIGNED and not instrument.draft
    if _NOT_YET.match(match.verb) and signed and not _REFUSED.search(match.verbal):
        return StepStatus.SIGNED  # "was never ratified", "is still not in force"
    if is_wished(match) and is_new(instrument):
        return StepStatus.PROPOSED
    said = cue(match)
    put_off = said is not None and said.put_off and _UNSIGNED.match(match.verb) is not None
    told = bool(instrument.words or instrument.parties)
    if put_off and (told or (instrument.pointing and instrument.definite)) and "to" in match.auxiliaries.split():
        return StepStatus.PLANNED  # "was to be signed on Tuesday, but was put off"
    barred = match.auxiliaries.startswith("could not") and _UNSIGNED.match(match.verb) is not None
    if barred and told:
        return StepStatus.DRAFT  # "an agreement with Peru could not be signed"
    if instrument.draft or (instrument.definite and instrument.determiner and _STILL_OPEN.search(text, at)):
        return StepStatus.DRAFT
    if _HOPED.search(small, 0, at) and match.auxiliaries.startswith("can "):
        return StepStatus.PROPOSED
    told = told and instrument.determiner in ("the", "its", "their", "this", "")
    passive = "verb" in match.places and match.places["verb"][0] > at
    if told and passive and _UNSIGNED.match(match.verb) and instrument.kind in TO_BE_SIGNED:
        return StepStatus.DRAFT  # "the memorandum on crime has not been signed"
    return None


def is_wished(match: Match) -> bool:
    """Whether somebody would like to make it."""
    return _WISHED.search(match.verbal) is not None


def is_new(instrument: Instrument) -> bool:
    """Whether an instrument is one that is still to be made: "an extradition treaty", "the agreement on X with Y"."""
    told = instrument.determiner == "the" and instrument.parties and instrument.words and not instrument.year
    return instrument.kind in TO_BE_SIGNED and (instrument.determiner in ("a", "an") or bool(told))
