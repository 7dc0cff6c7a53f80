"""Deeds: what cannot be done to an instrument of its kind, or is no step where it is said of one of its kind."""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import (
    BINDING,
    CROWNING,
    DRAWN_UP,
    ISSUED,
    NOT_RENEWED,
    OPEN_TO_OTHERS,
    SIGNED_ONLY,
    TO_BE_SIGNED,
)
from archive.reading.agreements.lexicon import is_adopted, renews, words_for
from archive.reading.agreements.steps.recalled import has_own_name, year_of
from archive.reading.agreements.steps.scope import ITS_DRAFT, OF_BASE
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match
from archive.values import AgreementKind

_ISSUES = ("issue", "release", "publish", "made public", "put out")
_URGED = re.compile(r"\b(?:(?:encourag|urg|press)(?:es?|ed|ing)|call(?:s|ed|ing)? (?:up)?on)\b", re.IGNORECASE)
_URGED_WHOM = re.compile(
    r"\b(?:encourag|urg|invit|ask|request|press|help|allow|enabl|call|offer)(?:e?s|ed|ing)?(?: on)? (?:the |all )?$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|can|could|might|automatically|tacitly)\b")
_BEHIND = 40  # letters behind a verb in which "automatically" stands
_RATIFIES = re.compile(r"\b(?:ratifying|approving|implementing|on (?:the )?(?:ratification|approval) of|to ratify)\b")
_DEED = re.compile(r"\b(?:ratification|accession|approval|instruments?) (?:of|for|to) (?:the )?$", re.IGNORECASE)
OF_OTHERS = "somebody else is urged to do it"


def is_no_step(match: Match, instrument: Instrument) -> str | None:
    """Why what is said to be done to an instrument is no step of it; None where it is one."""
    gives = match.pattern.gives
    reason = _is_not_done(match, instrument)
    if reason is not None:
        return reason
    if gives.get("treaty"):
        joined = instrument.kind is AgreementKind.AGREEMENT and instrument.words and instrument.determiner == "the"
        open_to_others = instrument.kind in OPEN_TO_OTHERS or joined
        told = gives["status"] == "planned" or cue(match) is None
        return None if open_to_others and told else "nobody accedes to it yet"
    reason = _is_of_another_kind(match, instrument)
    if reason is not None:
        return reason
    if gives.get("drafts_only"):
        return None if instrument.draft else "it is no draft"
    if gives.get("draft"):
        tabled = match.verb.startswith(("submit", "table", "propos", "introduc", "laid"))
        return None if instrument.draft or instrument.extension or tabled else "it is no draft"
    if gives.get("binding"):
        return _does_not_bind(match, instrument)
    if instrument.extension and "first" in match.auxiliaries.split():
        # "an extension of the agreement, first concluded in 2023": that is the date of the agreement that is extended
        return OF_BASE
    return None


def _is_not_done(match: Match, instrument: Instrument) -> str | None:
    """Why a verb tells of no deed, or of one that is done to no instrument of its kind."""
    gives, text = match.pattern.gives, match.skeleton.text
    verb, named = match.places.get("verb"), match.places["instrument"]
    before = text[max(0, match.start - 24) : match.start]
    if _URGED.search(match.verbal) or (match.auxiliaries.startswith("to ") and _URGED_WHOM.search(before)):
        return OF_OTHERS
    if gives.get("last") and gives.get("indefinite") and ITS_DRAFT.search(text, named[1]):
        return "it is said of its draft"
    new = instrument.kind in TO_BE_SIGNED or (instrument.kind in DRAWN_UP and not instrument.loose)
    if gives.get("indefinite") and not (instrument.determiner in ("a", "an") and new):
        return "it is not a new one"
    ordered = instrument.kind is AgreementKind.ORDER and "joint" in instrument.words
    if match.verb == "exchange" and verb and verb[0] > named[0]:
        return "something else is exchanged"  # "in the declaration they undertake to exchange information"
    if match.verb.startswith(_ISSUES) and not ordered and (instrument.kind not in ISSUED or instrument.pointing):
        return "nobody issues such an instrument"
    goes_on = text[verb[1] : verb[1] + _BEHIND] if verb else ""
    if renews(match) and _MAY.search(f"{match.auxiliaries} {goes_on}"):
        return "it may last longer, says its own text"
    if verb and verb[1] <= named[0] and _RATIFIES.search(text[verb[1] : named[0]]):
        return "a law on it is signed"
    if match.verb.startswith(("renew", "exten", "reach")) and instrument.kind in NOT_RENEWED:
        return "nobody renews or reaches such an instrument"
    return None


def _is_of_another_kind(match: Match, instrument: Instrument) -> str | None:
    """Why a pattern holds for instruments of other kinds only."""
    gives, named = match.pattern.gives, match.places["instrument"]
    if match.verb.startswith("exchang") and _DEED.search(match.skeleton.text, max(0, named[0] - 24), named[0]):
        return "its ratification is exchanged"
    drafted = "verb" not in match.places and gives["status"] == "draft"
    if drafted and instrument.noun in words_for("named"):
        return "it is a body"  # "the work of the Lima Initiative"
    if drafted and instrument.several and not instrument.determiner:
        return "it is said of such instruments in general"  # "in the preparation of memoranda"
    if instrument.noun == "minutes" and (is_adopted(match) or gives["status"] in ("draft", "approved")):
        return "it is on the agenda"
    crowns = instrument.kind in CROWNING or (
        instrument.kind is AgreementKind.AGREEMENT
        and (has_own_name(match, instrument) or instrument.noun.startswith("exchange"))
    )
    if gives.get("crowns") and not (instrument.extension or (crowns and not instrument.draft)):
        return "people agree, and make no instrument"
    return None


def _does_not_bind(match: Match, instrument: Instrument) -> str | None:
    """Why to have an instrument, or to be of it, is not to be bound by it."""
    if instrument.noun == "partnership" or instrument.noun in words_for("named"):
        return "it is a body"  # "are members of the Global Partnership"
    if instrument.draft:
        return "it is a draft"  # "has had our draft since May"
    recalled = instrument.kind in SIGNED_ONLY and year_of(match, instrument) is not None
    binds = recalled or instrument.kind in BINDING
    said = cue(match)
    if "to" in match.auxiliaries.split() and (said is None or said.status != "planned"):
        return "to have one is no step"  # "the need to have an agreement"
    return None if binds or match.verb not in ("have", "has", "had") else "to have one is no step"
