"""Gatherings: encounters that no noun of the vocabulary names by itself.

A body that is a gathering where it is held or attended ("the 12th ASEM Conference was held"), a training programme,
which looks like an instrument, and an event whose name stands between quotation marks: attended the "Forum on Crime".
"""

import re
from collections.abc import Iterator

from archive.reading.matching.ordinals import NTH
from archive.reading.matching.skeletons import (
    ENCOUNTER,
    INSTRUMENT,
    QUOTED,
    SYMBOLS,
    Fold,
    Skeleton,
    in_small_letters,
)
from archive.reading.meetings.encounters import Encounter, kind_of, nouns
from archive.reading.meetings.kinds import WITH_SPEECHES
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import MeetingKind, Span

_ORGANIZATION = SYMBOLS[PhraseKind.ORGANIZATION]
_PROGRAMME = re.compile(r"\b(?:training|internship|fellowship|study)(?:[ -]\w+)? programm?es?\b", re.IGNORECASE)


def programmes(folded: Skeleton) -> Iterator[Fold]:
    """What looks like an instrument and is a course: "a training programme"."""
    for _, fold in folded.placed():
        if fold.symbol == INSTRUMENT:
            words = fold.span.of(folded.view)
            if _PROGRAMME.search(words):
                first = words.split(" ")[0].lower()
                determiner = first if first in ("a", "an", "the", "this", "no", "another") else ""
                yield Fold(
                    fold.span,
                    ENCOUNTER,
                    Encounter(fold.span, MeetingKind.TRAINING, words, determiner, plural=False, body=None),
                )


_GATHERING = re.compile(
    r"(?:the )?(?:[\w'-]+ ){0,5}?"
    r"(Assembly|Session|Conference|Summit|Congress|Forum|Meeting|Plenary|Symposium|Dialogue)\b"
)
_AT = re.compile(
    r"\b(?:to|at|in|during|for|of|attend|attends|attending|attended|opened|addressed|chaired|on|host(?:s|ed)?|hosting|h[eo]ld(?:s|ing)?|join(?:s|ed)?"
    r"|conven(?:e|es|ed)|organi[sz](?:e|es|ed))"
    r" (?:by video |by videolink |online |remotely |virtually |jointly )?(?:the )?"
    r"(?:\d+(?:st|nd|rd|th) |[a-z]+th |first |second |third |annual |regular |next |forthcoming |upcoming |coming )?$",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"(?: of (?:the )?[{INSTRUMENT}{_ORGANIZATION}])?,? (?:(?:which|that) )?"
    r"(?:(?:was|is|will be|shall be|to be|being|has been) (?:also )?(?:held|convened|opened|hosted|organi[sz]ed)"
    r"|(?:held|convened|opened|kicked off|concluded|ended|began|wrapped up|wound up|closed|opens|begins|convenes)"
    rf" (?:in|on|at|from|today|yesterday|here|this|last|with|[{SYMBOLS[PhraseKind.DATE]}])"
    r"|took place|takes? place|will take place"
    rf"|(?:on )?{SYMBOLS[PhraseKind.DATE]},? (?:also |unanimously )?(?:adopted|approved|endorsed|elected|considered"
    r"|examined|discussed|took note))(?!\w)"
)
_SITS = frozenset(["Assembly", "Session", "Summit", "Meeting", "Plenary", "Symposium"])
_IN_A_CITY = re.compile(rf" in {SYMBOLS[PhraseKind.PLACE]}")  # "was cleared by the Officials Meeting | in Lima"
_SESSION_OF = re.compile(r"\b(?:session|meeting|sitting|plenary) of (?:the )?$")
_TITLED = re.compile(r" *(?:[\w-]+ ){0,4}(?:Session|Meeting|Sitting|Plenary) of (?:the )?")
_PAIRED = re.compile(rf"{SYMBOLS[PhraseKind.COUNTRY]}[-–]$")
_PARLIAMENT = re.compile(
    r"^(?:the )?(?:U\.?S\.? )?Congress$"
    r"|\b(?:National|Federal|Legislative|Constituent|People's) (?:\w+ )?(?:Assembly|Congress)\b"
)


def named_gatherings(folded: Skeleton) -> Iterator[Fold]:
    """A body that is a gathering where somebody goes to it: "invited to the General Assembly of ..."."""
    for at, fold in folded.placed():
        phrase = fold.payload
        if fold.symbol != _ORGANIZATION or not isinstance(phrase, Phrase):
            continue
        words = phrase.span.of(folded.view)
        named = _GATHERING.match(words)
        if named is None:
            continue
        if _TITLED.fullmatch(folded.text, 0, at):
            continue  # the noun before it names the meeting: "19th |Annual Meeting of the Forum|"
        told = _AT.search(folded.text, max(0, at - 40), at) or _HELD.match(folded.text, at + 1)
        if told is None and named[1] in _SITS:
            told = _IN_A_CITY.match(folded.text, at + 1)
        if told and not _PARLIAMENT.search(words):
            kind = kind_of(words, nouns().kinds.get(named[1].lower(), MeetingKind.CONFERENCE))
            if _SESSION_OF.search(folded.text, max(0, at - 24), at):
                kind = MeetingKind.SESSION
            state = folded.fold_at(at - 2) if _PAIRED.search(folded.text, max(0, at - 2), at) else None
            span = Span(state.span.start, phrase.span.end) if state else phrase.span
            yield Fold(span, ENCOUNTER, Encounter(span, kind, words, "the", plural=False, body=phrase))


_QUOTED = re.compile(rf'{QUOTED}|"[^"]{{1,160}}"')  # marks around a state or body stand open
# What stands before the name of an event, and behind it; not "spoke about the |...", "the ... |project".
_BEFORE_A_NAME = re.compile(
    r"(?:^|\b(?:at|during|attend\w*|(?:took|taken?|takes|taking) part in|participat\w+ in|addressed|hosted|held"
    r"|organi[sz]ed|(?:opened|closed|joined)(?= the )) )"
    rf"(?:(?P<determiner>the|an?|this|its|their) (?:(?:{NTH}|annual) )?)?$",
    re.IGNORECASE,
)
_MET_AT = re.compile(r"\b(?:met|meets?|talks) .*\bat (?:the )?$")
_BEHIND_A_NAME = re.compile(
    rf"$|[.,;)]| [({SYMBOLS[PhraseKind.DATE]}]| (?:held|which|that|and|in|at|on|from|with|by|today|yesterday|here"
    r"|organi[sz]ed|hosted|conducted|convened|was|is|will|has|took|takes|opened|began|ended|concluded|between|taking|being)\b"
)
_GOES_ON = re.compile(r"$|:| (?:of|on|for|in|to|against|with|between|and|under|at|–|-) ")
_NO_EVENTS = frozenset(("convention", "edition", "attachment", "internship", "secondment", "traineeship", "exercise"))


def quoted_events(folded: Skeleton) -> Iterator[Fold]:
    """An event whose name stands between quotation marks: attended the "Forum on Crime" in Lima."""
    for found in _QUOTED.finditer(folded.text):
        before = _BEFORE_A_NAME.search(folded.text, max(0, found.start() - 30), found.start())
        if before is None or not _BEHIND_A_NAME.match(folded.text, found.end()):
            continue
        if _MET_AT.search(folded.text, 0, found.start()):
            continue  # where two met who are told is no meeting of its own
        name = folded.span_of(*found.span()).of(folded.view)[1:-1]
        kind = _event_named(name) if name[-1:] not in ".,!?" else None
        if kind is not None:
            start = before.start("determiner") if before["determiner"] else found.start()
            span, words = folded.span_of(start, found.end()), f"{folded.text[start : found.start()]}{name}"
            determiner = (before["determiner"] or "").lower()
            yield Fold(span, ENCOUNTER, Encounter(span, kind, words, determiner, plural=False, body=None))


def _event_named(name: str) -> MeetingKind | None:
    """The kind of an event that a name is one of: "International Forum on Crime", not "Training Manual"."""
    for found in nouns().pattern.finditer(in_small_letters(name)):
        capitals = not name[:1].islower() and name[found.start()].isupper()
        noun = nouns().kinds[found[1]]
        if not capitals or not _GOES_ON.match(name, found.end()) or found[1] in _NO_EVENTS:
            continue
        if noun in WITH_SPEECHES or found[1].endswith("meeting"):
            kind = kind_of(name, noun)
            return MeetingKind.CONFERENCE if kind is MeetingKind.BILATERAL else kind
    return None
