"""Status: what a match says has become of an instrument: signed, to be signed, a draft still."""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import SIGNED_ONLY
from archive.reading.agreements.lexicon import is_deed, step_of
from archive.reading.agreements.steps.infinitives import is_asked_for, is_done, is_infinitive, is_resolved
from archive.reading.agreements.steps.unnamed_signings import done_with
from archive.reading.matching.clauses import DATE
from archive.reading.matching.modality import cue
from archive.reading.matching.patterns import Match
from archive.values import StepStatus


def status_of(match: Match, instrument: Instrument) -> StepStatus:
    """What a match says has become of an instrument."""
    status, text = step_of(match), match.skeleton.text
    said = cue(match)
    verb, named = match.places.get("verb", (0, 0)), match.places["instrument"][0]
    if match.verb.startswith("initial") or _INITIALLED.search(text, verb[1], max(verb[1], named)):
        return StepStatus.DRAFT  # initialled: agreed between the negotiators, still to be signed
    if match.verb.startswith(("reach", "agree", "exchang")) and _WORDING.search(text, max(0, named - 24), named):
        return StepStatus.DRAFT  # "reached agreement on the text of S"
    if match.pattern.gives.get("crowns"):
        return done_with(instrument)
    recalled = match.pattern.gives.get("standing") or match.verb in ("have", "has", "had")
    if recalled and instrument.kind in SIGNED_ONLY:
        return StepStatus.SIGNED
    if match.pattern.gives.get("standing") and _NOT_IN_FORCE.match(text, match.end):
        return StepStatus.SIGNED
    if match.pattern.gives.get("standing") or match.pattern.gives.get("named"):
        return status
    if is_deed(match) and _TO_COME.search(text, max(0, match.start - 80), match.start):
        return StepStatus.PLANNED
    if named < verb[0] and _WANTED.search(text, max(0, named - 40), named):
        return StepStatus.PROPOSED
    if verb[0] < named and _WISHED.search(text, max(0, verb[0] - 90), verb[0]):
        return StepStatus.PROPOSED
    aside = said is not None and (said.where == "before" or (said.where == "after" and _is_relative(match, named)))
    if aside and _IS_DONE.search(match.verb) and _DONE.issuperset(match.auxiliaries.split()):
        return status  # "on the eve of the talks, they signed S", "agreed to go on with S signed in 1998"
    if status is StepStatus.SIGNED and _RESOLVED.search(text, max(0, verb[0] - 60), verb[0]):
        return StepStatus.PLANNED
    if said is None and status is StepStatus.SIGNED and is_infinitive(match) and is_done(match):
        return status  # "met in L to sign S", "took the opportunity to sign S"
    if match.auxiliaries == "to " and _AN_OFFER.search(text, max(0, match.start - 60), verb[0]):
        return StepStatus.PROPOSED  # "endorsed the proposal of Chile to conclude S"
    if _DECIDED.match(text) and match.auxiliaries.lower() == "to " and status is StepStatus.APPROVED:
        return status
    if said is not None and said.status == "proposed" and match.pattern.gives.get("indefinite"):
        return StepStatus.PROPOSED  # "proposed to draw up a memorandum"
    if said is None and is_infinitive(match) and status in (StepStatus.SIGNED, StepStatus.APPROVED):
        if is_asked_for(match):
            return StepStatus.PROPOSED  # "was invited in March to sign S"
        if status is StepStatus.SIGNED or is_resolved(match):
            return StepStatus.PLANNED  # "authorised C on D to sign S", "agreed in L on D to adopt S"
    if said is None or status in (StepStatus.DRAFT, StepStatus.PROPOSED):
        return status
    if said.status == "proposed":
        relative = text[named + 1 : verb[0]].startswith((", which should be", " which should be"))
        due = "should be" in match.auxiliaries and (relative or DATE in text)
        due = due and status is StepStatus.SIGNED
        return StepStatus.PLANNED if due else StepStatus.PROPOSED
    if said.status == "planned":
        return StepStatus.DRAFT if instrument.draft and status is not StepStatus.SIGNED else StepStatus.PLANNED
    return status


def _is_relative(match: Match, named: int) -> bool:
    """Whether the verb stands in a clause of its own about the instrument: "the vote on S that P and Q signed was"."""
    return "verb" in match.places and named < match.places.get("who", (0, 0))[0] < match.places["verb"][0]


_DECIDED = re.compile(r"\W*(?:\(?(?:\d+|[a-z]|[ivx]+)[.)]+ )?To ")  # an item of a list of decisions: "3. To approve S"
_AN_OFFER = re.compile(
    r"\b(?:proposals?|offers?|suggestions?|ideas?|wish|desire|interest|initiatives?|invitations?|request"
    r"|need|necessity|importance|expediency|advisability|possibility|possible|opportunity|useful|necessary|advisable"
    r"|expedient|desirable|important|appropriate|worthwhile|time|right)"
    r"(?: (?:of|by|from|made by)(?: the)? [^\s,;]+)? to (?:\w+ly )?$"
)


# "the visit will | end with the signing of S", "the purpose of the visit | was the signing of S"
_TO_COME = re.compile(
    r"\b(?:(?:will|shall|would|(?:is|are|was|were) (?:expected |due |scheduled |planned |set )?to"
    r"|(?:expect|plan|hope|intend)(?:s|ed)? to)(?: (?:also|then|be|have))*"
    r"(?: (?:conclude|end|close|culminate|finish|begin|open|start)d?(?: [^\s,;]+){0,3})?"
    r"|(?:aims?|purpose|goal|objective|task|priority|next step|obstacles? to|conditions? for)\b[^.;]{0,50}) $",
    re.IGNORECASE,
)


# "they want | a declaration adopted in July", "hope to see | the treaty ratified"
_WANTED = re.compile(
    r"\b(?:want(?:s|ed)?|(?:want(?:s|ed)?|wish(?:es|ed|ing)?|(?:lik|hop)(?:e|es|ed|ing)) to (?:see|have))"
    r" (?:(?:the|an?|their|its) )?$"
)
# "the wish of his Government to see | concluded S"
_WISHED = re.compile(r"\b(?:want|wish|hop|desir|lik|keen|eager)\w*\b[^.;,]{0,60} to (?:see|have) (?:\w+ )?$")
_NOT_IN_FORCE = re.compile(
    r"[^.;,]{0,90}\b(?:not|never|yet to)\b[^.;,]{0,24}\b(?:in force|into force|effective|ratified)\b"
)


_INITIALLED = re.compile(r"\binitial(?:l?ed|s)? (?:the |an? )?$", re.IGNORECASE)


_WORDING = re.compile(r"\b(?:text|wording|draft)s? of (?:the |an? )?$")


_DONE = frozenset({"was", "were", "has", "have", "had", "been", "already", "first", "recently", "later", "also"})


_IS_DONE = re.compile(r"^(?:\w+ed|struck|done|sent|put forward)\b")


_RESOLVED = re.compile(
    r"\b(?:resolv|undert[ao]k|vow|pledg|commit|determin|opt|aspir|aim|seek|hop|intend|wish|want)(?:e|s|es|ed|en|ing)? "
    r"(?:themselves )?to (?:\w+ly )?$"
)
