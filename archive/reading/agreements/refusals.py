"""Refusals: why a pattern that matches says nothing of a step of an instrument.

The verb may be said of something else: of the talks on it, of what stands in it, of the instrument that it extends.
"""

import re

from archive.reading.agreements.naming import Instrument
from archive.reading.agreements.standing import OPEN_TO_OTHERS, SIGNED_ONLY, has_own_name, stands_since, year_of
from archive.reading.agreements.words import vocabulary
from archive.reading.matching.clauses import DATE
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, INSTRUMENT
from archive.values import AgreementKind

_TALKS = re.compile(
    r"\b(?:negotiations|talks|consultations|discussions|work) (?:on|of|over|for|about) $", re.IGNORECASE
)
_CONDITION = re.compile(
    rf"\b(?:(?<![{DATE}] )(?<![{DATE}], )when|once|if|until|unless|before being|whether) $", re.IGNORECASE
)
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
_CONSPIRED = re.compile(
    r"\b(?:conspir\w+|cartels?|rig(?:ged|ging)? (?:the )?bid\w*|price.fixing|fix(?:ed|ing)? prices)\b"
)
_NEXT_CLAUSE = re.compile(r",? and (?:(?:the|a|an|its|their) )?$")
_NEXT_CLAUSE_OF = re.compile(rf",? (?:and|while|but) (?:the )?[{ACTORS}]")
_CLAUSE = 200  # letters of a clause that are looked at
_TO_DO = re.compile(
    r"\bto (?:draw|prepare|develop|conclude|negotiate|sign|work|adopt|implement|hold|discuss|update|review|begin)"
)
_ISSUED = (AgreementKind.STATEMENT, AgreementKind.DECLARATION, AgreementKind.DECISION)
_CROWNING = (
    AgreementKind.MEMORANDUM,
    AgreementKind.PROTOCOL,
    AgreementKind.TREATY,
    AgreementKind.DECLARATION,
    AgreementKind.STATEMENT,
)
TO_BE_SIGNED = (
    AgreementKind.AGREEMENT,
    AgreementKind.MEMORANDUM,
    AgreementKind.TREATY,
    AgreementKind.CONVENTION,
    AgreementKind.PROTOCOL,
)
_NOT_RENEWED = (AgreementKind.CONVENTION, AgreementKind.DECISION, AgreementKind.ORDER, AgreementKind.STATEMENT)
_URGED = re.compile(r"\b(?:(?:encourag|urg|press)(?:es?|ed|ing)|call(?:s|ed|ing)? (?:up)?on)\b", re.IGNORECASE)
_URGED_WHOM = re.compile(
    r"\b(?:encourag|urg|invit|ask|request|press|help|allow|enabl|call|offer)(?:e?s|ed|ing)?(?: on)? (?:the |all )?$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:may|can|could|might|automatically|tacitly)\b")
_RATIFIES = re.compile(r"\b(?:ratifying|approving|implementing|on (?:the )?(?:ratification|approval) of|to ratify)\b")
_DEED = re.compile(r"\b(?:ratification|accession|approval|instruments?) (?:of|for|to) (?:the )?$", re.IGNORECASE)
_A_LAW = re.compile(r"\b(?:bill|law|act|decree|motion)s? $", re.IGNORECASE)
_UNDER = re.compile(r"(?:under|pursuant|in|within|by|on)\b", re.IGNORECASE)
_SIGNED_THEN = re.compile(
    r",? (?:(?:which|that) (?:was|were) )?(?:signed|concluded|adopted|initialled|inked|done|made)\b"
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
    r"\b(?:ones?(?: (?:that|which))?|(?:to|on|than|like|replac\w+|complement\w+|follow\w+) (?:that|those)) $"
)
# "S, the draft of which was exchanged in May"
_ITS_DRAFT = re.compile(r"\b(?:draft|text|wording) of which\b", re.IGNORECASE)
# "rejected reports that P had signed S"
_RUMOUR = re.compile(
    r"\b(?:reject|dismiss|refut|den(?:y|ie)|debunk)\w*\b[^;]{0,60}\b(?:reports?|claims?|allegations?|rumou?rs?)\b[^;]{0,90}$"
    r"|\b(?:those|some|people|channels|media|portals|users|outlets|critics|accounts)\b[^;]{0,40}"
    r"\b(?:say|said|claim(?:s|ed)?|alleg(?:es?|ed)|maintain(?:s|ed)?|wrote) that\b[^;]{0,60}$"
)
OF_OTHERS = "somebody else is urged to do it"
OF_BASE = "the verb is said of the instrument that it extends"


def refusal(match: Match, instrument: Instrument) -> str | None:
    """Why a match says nothing of a step of this instrument; None where it does."""
    gives = match.pattern.gives
    before = match.skeleton.text[max(0, match.start - 24) : match.start]
    place_of_verb = match.places.get("verb")
    if _CONDITION.search(before):
        return "it is a condition"  # "once signed, the agreement will"
    if _OF_MANY.search(match.skeleton.text, match.start, min(len(match.skeleton.text), match.end + 60)):
        return "so many made it that it is no news"  # "a treaty signed by over 170 countries"
    if _is_denied(match) or "no" in match.auxiliaries.split():
        return "the words deny it"  # "there was no signing of S"
    if match.auxiliaries == "to " and _A_LAW.search(before):
        return "a law on it is told"  # "the bill | to ratify S was read"
    if _RUMOUR.search(match.skeleton.text, max(0, match.start - _CLAUSE), match.start):
        return "the words deny it"
    if (
        place_of_verb
        and not gives.get("its_draft")
        and _ITS_DRAFT.search(match.skeleton.text, match.places["instrument"][1], place_of_verb[0])
    ):
        return "it is said of its draft"
    if match.verb == "executed" and instrument.kind is AgreementKind.ORDER:
        return "it is carried out"  # "executed a European Investigation Order"
    if _BY_A_JUDGE.search(match.skeleton.view, *_words_of(match)):
        return "a court accepts it"
    if not instrument.words and _CONSPIRED.search(match.skeleton.view, *_whole(match)):
        return "it is part of a crime"
    if match.verb in _REACHED and _SETTLES.match(match.skeleton.view, instrument.title.start, match.skeleton.span.end):
        return "it settles a claim"
    if gives.get("far") and _QUALIFIES.search(before):
        return "the verb only qualifies the instrument"  # "in the signed documents"
    place, named = match.places.get("verb"), match.places["instrument"]
    if (
        place
        and gives.get("far")
        and not match.auxiliaries
        and match.skeleton.text[max(0, place[0] - 2) : place[0]] == f"{INSTRUMENT} "
    ):
        return "the verb is said of the instrument before it"  # "the treaty signed in 2012 and the plan"
    if place and place[0] > named[0] and _TALKS.search(match.skeleton.text, max(0, named[0] - 30), named[0]):
        return "the verb is said of the talks on it"  # "negotiations on S had been concluded"
    between = match.skeleton.text[named[1] : place[0]] if place else ""
    initials = match.verb.startswith("initial")
    if instrument.extension and between and not initials and _SAID_OF_BASE.fullmatch(between):
        return OF_BASE  # "an addendum to the agreement, concluded in 2022"
    if _ANOTHER.search(between):
        return "the verb is said of another one"
    if gives.get("named") and not any(word[0].isupper() for word in instrument.title.of(match.skeleton.view).split()):
        return "the instrument has no name of its own"
    if (
        gives.get("standing")
        and _UNDER.match(match.skeleton.text, match.start)
        and _SIGNED_THEN.match(match.skeleton.text, named[1])
    ):
        return "its signing is told"  # "under the protocol signed in 2018"
    if (
        gives["status"] == "in_force"
        and "shall" in match.auxiliaries
        and DATE not in match.skeleton.text[match.end : match.end + _CLAUSE]
    ):
        return "its own text says when it is to"
    if gives.get("of_year") and not instrument.year:
        return "it is named without a year"
    ours = instrument.parties or not instrument.words.isdisjoint(vocabulary().subjects) or _is_joined(match)
    ours = ours or instrument.kind is AgreementKind.MEMORANDUM  # no memorandum is one of many
    if gives.get("of_few") and not ours and has_own_name(match, instrument):
        return "it is only cited"  # "as the Outer Space Treaty of 1967 has it"
    if gives.get("standing") and instrument.base is not None:
        # "an amendment to the agreement of 2010"
        return OF_BASE if not instrument.lasts_longer else "it is the date of what is renewed"
    if gives.get("standing"):
        return None if stands_since(match, instrument) else "nothing says since when it stands"
    if place and not gives.get("inside") and _INSIDE.search(match.skeleton.text[place[1] : named[0]]):
        return "the verb is said of something in the instrument"  # "agreed upon in the treaty"
    if place and place[0] > named[1] and _is_another_clause(match, named[1], place[0]):
        return "the verb has another subject"
    if place and "who" in match.places and _NEXT_CLAUSE_OF.match(match.skeleton.text, named[1], place[0]):
        return "it stands in the clause before"  # "Peru joined S, and Chile signed S"
    gap = match.skeleton.text[place[1] : named[0]] if place else ""
    if ")" in gap and "(" not in gap:
        return "it stands in brackets"  # "S (signed in 2002), S (2006)"
    if _NEXT_CLAUSE.match(gap):
        return "it stands in the next clause"  # "a protocol was signed, and S was approved"
    if _TO_DO.search(gap):
        return "something else is to be done with it"  # "agreement was reached to draw up S"
    if _URGED.search(match.verbal) or (match.auxiliaries.startswith("to ") and _URGED_WHOM.search(before)):
        return OF_OTHERS
    if gives.get("last") and gives.get("indefinite") and _ITS_DRAFT.search(match.skeleton.text, named[1]):
        return "it is said of its draft"
    if gives.get("indefinite") and not (instrument.determiner in ("a", "an") and instrument.kind in TO_BE_SIGNED):
        return "it is not a new one"
    if match.verb.startswith(("issue", "release")) and (instrument.kind not in _ISSUED or instrument.pointing):
        return "nobody issues such an instrument"
    if match.verb.startswith(("renew", "exten", "prolong")) and _MAY.search(match.auxiliaries):
        return "it may last longer, says its own text"
    if place and place[1] <= named[0] and _RATIFIES.search(gap):
        return "a law on it is signed"
    if match.verb.startswith(("renew", "exten", "reach")) and instrument.kind in _NOT_RENEWED:
        return "nobody renews or reaches such an instrument"
    if gives.get("treaty"):
        joined = instrument.kind is AgreementKind.AGREEMENT and instrument.words and instrument.determiner == "the"
        open_to_others = instrument.kind in OPEN_TO_OTHERS or joined
        return None if open_to_others and cue(match) is None else "nobody accedes to it yet"
    if gives.get("joins") and instrument.kind not in OPEN_TO_OTHERS:
        return "nobody accedes to it"
    if match.verb.startswith("exchang") and _DEED.search(match.skeleton.text, max(0, named[0] - 24), named[0]):
        return "its ratification is exchanged"
    if "verb" not in match.places and gives["status"] == "draft" and instrument.noun in vocabulary().named:
        return "it is a body"  # "the work of the Lima Initiative"
    if "verb" not in match.places and gives["status"] == "draft" and instrument.several and not instrument.determiner:
        return "it is said of such instruments in general"  # "in the preparation of memoranda"
    if instrument.noun == "minutes" and gives["status"] in ("draft", "approved"):
        return "it is on the agenda"
    if instrument.noun == "minutes" and gives.get("of_adoption"):
        return "it is on the agenda"
    if gives.get("crowns") and not (instrument.extension or (instrument.kind in _CROWNING and not instrument.draft)):
        return "people agree, and make no instrument"
    if gives.get("drafts_only"):
        return None if instrument.draft else "it is no draft"
    if gives.get("draft"):
        tabled = match.verb.startswith(("submit", "table", "propos", "introduc", "laid"))
        return None if instrument.draft or instrument.extension or tabled else "it is no draft"
    if gives.get("binding") and (instrument.noun == "partnership" or instrument.noun in vocabulary().named):
        return "it is a body"  # "are members of the Global Partnership"
    if gives.get("binding") and instrument.draft:
        return "it is a draft"  # "has had our draft since May"
    if gives.get("binding"):
        recalled = instrument.kind in SIGNED_ONLY and year_of(match, instrument) is not None
        binds = recalled or instrument.kind in (AgreementKind.TREATY, AgreementKind.AGREEMENT)
        said = cue(match)
        if "to" in match.auxiliaries.split() and (said is None or said.status != "planned"):
            return "to have one is no step"  # "the need to have an agreement"
        return None if binds or match.verb not in ("have", "has", "had") else "to have one is no step"
    if instrument.extension and "first" in match.auxiliaries.split():
        # "an extension of the agreement, first concluded in 2023": that is the date of the agreement that is extended
        return OF_BASE
    return None


_REPORTED = re.compile(r"\b(?:reports?|claims?|allegations?|rumou?rs?|whether)\b[^;]{0,90}$", re.IGNORECASE)
_DENIES = re.compile(r"[^;]{0,60}\b(?:denied|denies|dismissed|dismisses|rejected|refuted|ruled (?:it |that )?out)\b")


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
