"""Lookalikes: words that look like a meeting and name none: "in the course of", "to visit", "are meeting"."""

import re

from archive.reading.matching.skeletons import ACTORS, SYMBOLS, Skeleton
from archive.reading.meetings.encounters import kind_of, nouns
from archive.reading.meetings.numbering import NTH
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

_WHICH = re.compile(r"\b(?:[Tt]he|[Aa]|[Aa]n|[Tt]his|its|\d+(?:st|nd|rd|th)|[A-Z][\w-]+|international|world) $")

# What stands before "visit" where it is a noun.
_A_VISIT = re.compile(
    r"(?:'s|\b(?:a|an|the|this|that|his|her|its|their|our|first|second|third|official|working|return|state|study|friendly"
    r"|evaluation|assessment|verification|on-site|country|field|fourth|fifth"
    r"|private|short|day|courtesy|recent|last|next|planned|forthcoming|upcoming|historic|two|three|these|follow-up"
    r"|farewell|introductory|inaugural|reciprocal|familiari[sz]ation|fact-finding|unannounced|surprise|current|past"
    r"|previous|[a-z]+-day|brief|joint|maiden|foreign|regular|mutual|exchange|inspection"
    r"|benchmarking|exposure|learning|protocol|friendship|solidarity|goodwill|orientation|ceremonial|pastoral|site)"
    r"|[-\w]+ing|al"
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


_NAMED_EXERCISE = re.compile(r"(?:E|(?<=joint )e|(?<=field )e)xercise [\"“‘']?[A-Z]")  # "Exercise Northern Shield"
_WHICH_EDITION = re.compile(rf"\b(?:{NTH}|annual) $", re.IGNORECASE)
_PRINTED = re.compile(
    r"\b(?:report|book|magazine|newspaper|journal|publication|manual|handbook|guide|yearbook|released|published|issued)\b"
)
_AN_EXCHANGE = re.compile(
    r"\b(?:an?|brief|short|lively|frank|open|detailed|first|productive|the|fruitful"
    r"|constructive|useful|substantive|in-depth|cordial|broad|wide-ranging|rich|extensive|intensive|candid) $",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|[:–—-] )$")  # "3 May 2022: Visit of"
# "the meeting room": the noun only qualifies another
_COMPOUND = re.compile(rf" {alternatives('meetings', 'no_meetings', 'qualified')}\b")


_FEELING = re.compile(r" of (?!the |its |their |our |\d)[a-z]")  # "a celebration of democracy"


# Words that name a meeting only where it has been told: "the event"
_POINTS_BACK = {"event": re.compile(r"\b(?:the|this) $", re.IGNORECASE)}


# "a meeting of creditors": of people who act for no state and no body
_PRIVATE = re.compile(
    rf" (?:of|with) (?:the |its |his |her |their )?{alternatives('meetings', 'no_meetings', 'private')}\b"
)


def is_no_meeting(text: str, found: re.Match[str], *, owned: bool = False) -> bool:
    """Words that look like a meeting: "in the course of", "to visit"; ``found`` is of the text in small letters.

    ``owned``: "his" or "their" stands before it.
    """
    before = text[max(0, found.start() - 12) : found.end()]
    if _NO_MEETING.search(before):
        return True
    word = found[0]
    after = text[found.end() : found.end() + 60]
    if word in ("meeting", "visiting", "training") and _is_participle(text, found):
        return True
    by = _BY.search(text, max(0, found.start() - 12), found.start())
    if (
        by is not None
        and not (by[0].lower() == "in a " and (by.start() == 0 or _PART.search(text, 0, by.start())))
        and kind_of(word, nouns().kinds[found[1]]) is MeetingKind.CALL
    ):
        return True
    noun = found[1]
    if noun in _POINTS_BACK and not _POINTS_BACK[noun].search(text, max(0, found.start() - 24), found.start()):
        return True
    if word == "exercise":
        return not _NAMED_EXERCISE.match(text, found.start())
    if word == "edition":
        nth = _WHICH_EDITION.search(text, max(0, found.start() - 24), found.start())
        return nth is None or not after.startswith(" of ") or _PRINTED.search(text) is not None
    if word == "attachment":
        return re.match(r" (?:at|with|of [\w ]{1,40} (?:at|with))\b", after) is None
    if word == "congress" and text[found.start()].isupper():
        return not _WHICH.search(text, max(0, found.start() - 40), found.start())  # the parliament
    if word in ("call", "calls"):
        return after.startswith((" for", " on ", " upon", " to "))
    if word.startswith("exchange"):
        return not text.startswith(" with ", found.end()) or not _AN_EXCHANGE.search(
            text, max(0, found.start() - 24), found.start()
        )
    if _COMPOUND.match(text, found.end()) or _PRIVATE.match(text, found.end()):
        return True
    if word.startswith("celebration") and _FEELING.match(text, found.end()):
        return True
    if word.startswith("appointment") and not after.startswith((" with ", " in ", " was with ")):
        return True
    if word in ("visit", "visits", "stay", "stopover"):
        opens = _OPENS.search(text, max(0, found.start() - 3), found.start()) is not None and after.startswith(" of ")
        return not opens and not owned and not _A_VISIT.search(text, max(0, found.start() - 24), found.start())
    if word == "next round" and text.startswith(" of ", found.end()):
        return True
    if word in ("bilateral", "trilateral", "next round"):
        return not re.match(r"(?: with| between| of|,|\.| in | is | will )", text[found.end() :])
    if word == "one-on-one":
        return re.match(r" (?:meetings?|talks|conversations?|discussions?|sessions?)\b", after) is not None
    if word == "convention":
        return not re.match(r" (?:of the|took place|was held|in )", text[found.end() :])
    return word == "course" and after.startswith(" of ")


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
