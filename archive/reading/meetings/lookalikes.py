"""Lookalikes: words that look like a meeting and name none: "in the course of", "to visit", "are meeting"."""

import re
from functools import cache

from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, SYMBOLS, Skeleton
from archive.reading.matching.triggers import choice
from archive.reading.meetings.encounters import kind_of, nouns
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import alternatives, load
from archive.values import MeetingKind

_NO_MEETING = re.compile(
    r"\b(?:of|in due|in the|due|main|during the) course$|\bcourt session$|\b(?:press|news|status) conferences?$"
    r"|\b(?:jury|judges?|justices?|court) sitting$"
    r"|\bto (?:visit|call|train|talk)$"
    r"|\bin (?:close |full |constant |direct |regular |ongoing )?(?:consultation|dialogue|negotiation|conversation)$",
    re.IGNORECASE,
)


_BY = re.compile(r"\b(?:by|via|over the|over|on the|through|in a) $", re.IGNORECASE)

_PART = re.compile(r"\b(?:part|participat\w+|join(?:ed|ing)|engaged|together|met|held) $")  # in a video call

# What stands before "visit" where it is a noun: "an |official visit".
_A_VISIT = re.compile(
    rf"(?:'s|\b{alternatives('meetings', 'no_meetings', 'before_a_visit')}|[-\w]+ing|al"
    r"|\ban?(?: (?!will|would|to|did|does|can|could|may|might|must|should|shall|and|of|from)[a-z-]+){1,3}) $",
    re.IGNORECASE,
)


_BE = re.compile(r"\b(?:is|are|was|were|been|be|currently|now|also|both) $", re.IGNORECASE)
_WHILE = re.compile(r"(?:\b(?:after|before|by|while|when|since|on|upon|of|from|without|for)|^| –) $", re.IGNORECASE)
_WHAT = re.compile(r" (?:the|its|their|our|these|those|all|any|such) [a-z]")  # "meeting the objectives"
_APART = re.compile(rf"[{ACTORS}], $")
_THERE = re.compile(r" (?:in|on|at|today|here|there|again|behind|for|to|this|virtually|online|with)\b")
_OTHERS = re.compile(rf" (?:(?:with )?(?:his|her|their|the) )?(?:[a-z-]+ )?[{ACTORS}]")


# "Meeting in Quito on 5 June, | the ministers of A and B agreed"
_MEETING_THERE = re.compile(
    rf" (?:again |together )?(?:in|at|on) [^,;.]{{1,60}}, (?:the )?(?:[a-z-]+ ){{0,5}}[{ACTORS}]"
)


_TRAINEES = re.compile(
    r" (?:[\w-]+ ){0,2}(?:prosecutors|judges|magistrates|officers|investigators|officials|inspectors)\b"
)


def _is_participle(text: str, found: re.Match[str]) -> bool:
    """Whether "meeting" is a verb: "are meeting in Lima", "after meeting X", "X and Y, meeting in Lima"."""
    before, after = text[max(0, found.start() - 12) : found.start()], text[found.end() : found.end() + 40]
    if _WHAT.match(after) or (found.start() == 0 and _MEETING_THERE.match(text, found.end())):
        return True
    if _BE.search(before):
        return any(what.match(after) is not None for what in (_THERE, _OTHERS, _TRAINEES))
    if _APART.search(before):
        return _THERE.match(after) is not None
    if before.endswith(", ") and _OTHERS.match(after):
        return True  # "was in Lima on Monday, meeting X and Y"
    return _WHILE.search(before) is not None and _OTHERS.match(after) is not None and not after.startswith(" with ")


_OPENS = re.compile(r"(?:^|[:–—-] )$")  # "3 May 2022: Visit of"
# "the meeting room": the noun only qualifies another
_COMPOUND = re.compile(rf" {alternatives('meetings', 'no_meetings', 'qualified')}\b")


# "a meeting of creditors": of people who act for no state and no body
_PRIVATE = re.compile(
    rf" (?:of|with) (?:the |its |his |her |their )?{alternatives('meetings', 'no_meetings', 'private')}\b"
)


def is_no_meeting(text: str, found: re.Match[str], *, owned: bool = False) -> bool:
    """Words that look like a meeting: "in the course of", "to visit"; ``found`` is of the text in small letters.

    ``owned``: "his" or "their" stands before it.
    """
    word, (start, end) = found[0], found.span()
    return (
        _NO_MEETING.search(text[max(0, start - 12) : end]) is not None
        or _is_mere_length(text, found)
        or (word in _PARTICIPLES and _is_participle(text, found))
        or _is_the_means(text, found)
        or _is_in_another_sense(text, found)
        or _COMPOUND.match(text, end) is not None
        or _PRIVATE.match(text, end) is not None
        or (word in _VISITS and not owned and not _is_a_visit(text, start, end))
    )


_HAVE = frozenset(("has", "have", "had", "having"))
# "has detailed talks": what looks like a participle and says how the talks are
_HOW = (
    "detailed|extended|heated|limited|unscheduled|unannounced|animated|prolonged|sustained|continued|renewed|expanded"
    "|structured|focused|focussed|protracted|combined|united|varied|advanced|spirited|candid|dedicated|related"
)
# Participles that no vocabulary needs otherwise
_DONE = "sought|said|kept|lost|won|found|chosen|written|let|shown|heard|broken|thought"
_OTHER_VERB = re.compile(
    r" (?:(?:\w+ly|also|already|now|just|not|yet|since|then|again|long|never|twice|once|earlier|so far) ){0,3}"
    rf"(?:to|been|(?!(?:{_HOW})\b)\w{{2,}}ed|{_DONE}"
    rf"|{choice(form for forms in load('verbs')['irregular'].values() for form in forms)})\b"
)


def is_of_another_verb(match: Match, _: object = None) -> bool:
    """Whether "has" only helps another verb: "has called for a summit", "had to put off the talks"."""
    return match.verb in _HAVE and _OTHER_VERB.match(match.skeleton.small, match.places["verb"][1]) is not None


_TAKEN = ("taken to", "escorted to", "driven to")
_TOGETHER = re.compile(
    rf"[{SYMBOLS[PhraseKind.GROUP]}{SYMBOLS[PhraseKind.DELEGATION]}]|\b(?:were|guests|visitors|delegation)\b"
)
_BY_FORCE = re.compile(r"\b(?:arrest|custody|detain|suspect|accused|charged|handcuff|injur|wounded|ambulance|threat)")


def is_led_away(match: Match, _: object = None) -> bool:
    """Whether somebody is brought to a body like a suspect or a witness: guests are taken there together."""
    if not match.verb.endswith(_TAKEN):
        return False
    text, verb = match.skeleton.text, match.places["verb"][0]
    return _BY_FORCE.search(text) is not None or _TOGETHER.search(text, max(0, verb - _NEAR), verb) is None


# "welcomed | the participants from A and B": a speech is made to them
_ATTENDEES = re.compile(r"(?:the )?(?:[\w-]+ )?(?:participants|attendees|audience|trainees)\b", re.IGNORECASE)


def addresses_attendees(match: Match, _: object = None) -> bool:
    """Whether those who came to a gathering are only greeted there."""
    if not match.verb.startswith(("welcom", "greet")):
        return False
    view, span = match.skeleton.view, match.skeleton.span_of(*match.places["whom"])
    return _ATTENDEES.match(view, span.start) is not None


_PARTICIPLES = frozenset(("meeting", "visiting", "training"))
_TALKS = frozenset(("negotiation", "negotiations", "talks", "discussions", "consultations"))
_LONG = (
    r"(?:(?:very|rather|quite) )?(?:long|lengthy|protracted|prolonged|drawn-out|arduous|painstaking"
    r"|(?:\S+-)?(?:year|month)s?-long|\S+-year)"
)
_LENGTH_BEFORE = re.compile(
    r"\b(?:years?|months?|decades?|weeks) of (?:[\w-]+ (?:and [\w-]+ )?){0,2}$"
    r"|\b(?:after|following|despite|due to|thanks to|(?:result|end|course|outcome|fruit) of) (?:the |a |an )?"
    rf"{_LONG}(?: and [\w-]+)? $"
)
_LENGTH_BEHIND = re.compile(
    r" (?:(?:that|which) )?(?:had )?(?:lasted|lasting|spanning|spanned|stretching|took|taking|of)"
    r"(?: [\w-]+){0,4} (?:years?|months|decades?)\b"
)
_THERE_AND_THEN = re.compile(
    r" (?:held |here |today |yesterday )?"
    rf"(?:(?:in|at|on) (?:the )?[{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.DATE]}]|with (?:the )?[{ACTORS}])"
)


def _is_mere_length(text: str, found: re.Match[str]) -> bool:
    """Whether only how long talks took is told, as of work: "after three years of negotiations"."""
    if found[0] not in _TALKS or _THERE_AND_THEN.match(text, found.end()):
        return False
    before = _LENGTH_BEFORE.search(text[max(0, found.start() - 60) : found.start()].lower())
    return before is not None or _LENGTH_BEHIND.match(text, found.end()) is not None


_VISITS = frozenset(("visit", "visits", "stay", "stopover"))


def _is_the_means(text: str, found: re.Match[str]) -> bool:
    """Whether a call is only how something is done: "by telephone call", but "took part in a video call"."""
    by = _BY.search(text, max(0, found.start() - 12), found.start())
    if by is None or kind_of(found[0], nouns().kinds[found[1]]) is not MeetingKind.CALL:
        return False
    return by[0].lower() != "in a " or (by.start() != 0 and _PART.search(text, 0, by.start()) is None)


def _is_a_visit(text: str, start: int, end: int) -> bool:
    """Whether "visit" is a noun, by what stands before it."""
    opens = _OPENS.search(text, max(0, start - 3), start) is not None and text.startswith(" of ", end)
    return opens or _A_VISIT.search(text, max(0, start - 24), start) is not None


_NEAR = 300  # letters around a noun that tell its sense


def _is_in_another_sense(text: str, found: re.Match[str]) -> bool:
    """Whether the words around a noun, or their absence, show that it means no meeting: "physical exercise"."""
    start, end = max(0, found.start() - _NEAR), found.end() + _NEAR
    return any(
        any(each.start() <= found.start() and found.end() <= each.end() for each in words.finditer(text, start, end))
        is not wanted
        for words, wanted in _senses_of(found[0])
    )


@cache
def _senses_of(noun: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The words in which alone a noun is a meeting, and those in which it is none."""
    entries = [entry for entry in load("meetings")["sense"] if re.fullmatch(entry["noun"], noun)]
    return tuple(
        (re.compile(entry[key]), key == "only") for entry in entries for key in ("only", "never") if key in entry
    )


_AFTER_A_NAME = frozenset(load("nouns")["after_names"])


def qualifies_a_noun(folded: Skeleton, place: tuple[int, int]) -> bool:
    """Whether the name of a state only qualifies what follows: "met with U.S. allies"."""
    if folded.text[place[1] - 1] != SYMBOLS[PhraseKind.COUNTRY]:
        return False
    following = re.match(r" ([A-Za-z]+)", folded.text[place[1] : place[1] + 30])
    return following is not None and following[1].lower() not in _AFTER_A_NAME


def qualifies_a_name(folded: Skeleton, place: tuple[int, int]) -> bool:
    """Whether the name of a state belongs to a longer name: "visited the USA Pavilion"."""
    return re.match(r" (?!Republic\b)[A-Z][a-z]+", folded.text[place[1] : place[1] + 12]) is not None
