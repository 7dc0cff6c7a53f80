"""Encounters: the noun phrases that name a meeting, and the kind that their words tell.

"a trilateral meeting", "the 12th session of the Joint Commission", "expert consultations", "his working visit". An
encounter is no meeting yet: only a pattern says that it took place, will, or was proposed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from archive.reading.matching.nouns import noun_phrase
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import MeetingKind, Span

_ORGANIZATION = SYMBOLS[PhraseKind.ORGANIZATION]
_ROUND = re.compile(r"\b(the |a |an |this )?(?:[\w-]+ )?(?:round|cycle) of (?:the )?$", re.IGNORECASE)
_BODY = re.compile(rf" (?:of|under|within) (?:the )?(?:\w+ of the )?({_ORGANIZATION})")
_PLANNED = re.compile(
    r"\b(?:planned|forthcoming|upcoming|next|future|coming|scheduled|return|expected)\b", re.IGNORECASE
)
_FOLLOWS = re.compile(
    r"\b(?:next|further|another|follow-up|subsequent|previous|last|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:proposed|possible|potential|suggested)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Encounter:
    """A noun phrase that names a meeting. ``body`` is the standing body whose session it is."""

    span: Span
    kind: MeetingKind
    words: str
    determiner: str
    plural: bool
    body: Phrase | None

    @property
    def definite(self) -> bool:
        """Whether it points back: "the meeting", "these talks"."""
        return self.determiner in ("the", "this", "these", "that", "those", "both")

    @property
    def vague(self) -> bool:
        """Whether its noun is a meeting only where it is held: "a constructive dialogue"."""
        return self.words.lower().split(" ")[-1] in load("meetings")["vague"]

    @property
    def many(self) -> bool:
        """Whether it names no certain meeting: "meetings and briefings"."""
        return not self.determiner and self.words.lower().endswith(
            ("meetings", "calls", "sessions", "visits", "ceremonies")
        )

    @property
    def denied(self) -> bool:
        """Whether its determiner denies it: "no meeting"."""
        return self.determiner == "no"

    @property
    def planned(self) -> bool:
        """Whether its words say that it is still to come."""
        return _PLANNED.search(self.words) is not None

    @property
    def follows(self) -> bool:
        """Whether its words say that it is one of a series: "a further meeting", "the second round"."""
        return _FOLLOWS.search(self.words) is not None

    @property
    def proposed(self) -> bool:
        """Whether its words say that somebody only proposes it."""
        return _PROPOSED.search(self.words) is not None


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, MeetingKind], frozenset[str]]:
    kinds = {word: MeetingKind(kind) for word, kind in load("meetings")["nouns"].items()}
    choice = "|".join(sorted((re.escape(word) for word in kinds), key=len, reverse=True))
    heads = (word for word in kinds if not word.endswith("lateral"))  # "a bilateral", but also "a bilateral meeting"
    plurals = frozenset(form.split(" ")[-1] for word in heads for form in (word, f"{word}s", "ceremonies"))
    return (
        re.compile(rf"\b({choice}|ceremonie)(s?)\b", re.IGNORECASE),
        kinds | {"ceremonie": kinds["ceremony"]},
        plurals,
    )


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], MeetingKind], ...]:
    entries = load("meetings")["kind"]
    return tuple((re.compile(entry["pattern"], re.IGNORECASE), MeetingKind(entry["kind"])) for entry in entries)


def kind_of(words: str, kind: MeetingKind) -> MeetingKind:
    """The kind that the words of a phrase tell, ``kind`` being that of its noun."""
    if kind in (MeetingKind.VISIT, MeetingKind.TRAINING, MeetingKind.CEREMONY):
        return kind
    return next((other for pattern, other in _kinds() if pattern.search(words)), kind)


def fold_encounters(folded: Skeleton, words: frozenset[str]) -> Skeleton:
    """The skeleton with each noun phrase that names a meeting folded; ``words`` are those of the sentence."""
    pattern, kinds, nouns = _nouns()
    if words.isdisjoint(nouns) and _ORGANIZATION not in folded.text:
        return folded
    folds: list[Fold] = list(_named_gatherings(folded))
    taken = {fold.span for fold in folds}
    for found in pattern.finditer(folded.text):
        phrase = noun_phrase(folded, found.start(), found.end(), is_noun=nouns.__contains__)
        if _is_no_meeting(folded.text, found):
            continue
        end = found.end()
        body = _BODY.match(folded.text, end)
        holder = folded.fold_at(body.start(1)) if body else None
        if body:
            end = body.end()
        start = phrase.start - len(phrase.determiner) - 1 if phrase.determiner else phrase.start
        round_of = _ROUND.search(folded.text, max(0, start - 40), max(0, start))
        determiner = phrase.determiner
        if round_of:
            start = round_of.start()
            determiner = (round_of[1] or "").strip()
        named = folded.text[max(0, start) : end]
        span = folded.span_of(max(0, start), end)
        noun = kinds[found[1].lower()]
        kind = kind_of(named, noun)
        if holder is not None and kind is MeetingKind.BILATERAL:
            kind = MeetingKind.SESSION
        payload = Encounter(
            span,
            kind,
            named,
            determiner,
            found[2] == "s" or found[1].lower() == "talks",
            holder.payload if holder and isinstance(holder.payload, Phrase) else None,
        )
        if not any(span.overlaps(other) for other in taken):
            taken.add(span)
            folds.append(Fold(span, ENCOUNTER, payload))
    return folded.folded(folds)


_GATHERING = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,4}?"
    r"(Assembly|Session|Conference|Summit|Congress|Forum|Meeting|Plenary|Symposium|Dialogue)\b"
)
_AT = re.compile(
    r"\b(?:to|at|in|during|for|of|attended|opened|addressed|chaired|on) (?:the )?"
    r"(?:\d+(?:st|nd|rd|th) |[a-z]+th |first |second |third |annual |regular )?$",
    re.IGNORECASE,
)


def _named_gatherings(folded: Skeleton) -> Iterator[Fold]:
    """A body that is a gathering where somebody goes to it: "invited to the General Assembly of ..."."""
    for at, fold in folded.placed():
        phrase = fold.payload
        if fold.symbol != _ORGANIZATION or not isinstance(phrase, Phrase):
            continue
        named = _GATHERING.match(phrase.span.of(folded.view))
        if named and _AT.search(folded.text, max(0, at - 40), at):
            words = phrase.span.of(folded.view)
            kind = kind_of(words, _nouns()[1].get(named[1].lower(), MeetingKind.CONFERENCE))
            yield Fold(phrase.span, ENCOUNTER, Encounter(phrase.span, kind, words, "the", plural=False, body=phrase))


_NO_MEETING = re.compile(
    r"\b(?:of|in due|in the|due|main|during the) course$|\bcourt session$|\b(?:press|news) conferences?$"
    r"|\bto (?:visit|call|train)$",
    re.IGNORECASE,
)


_BY = re.compile(r"\b(?:by|via|over the|over|on the|through|in a) $", re.IGNORECASE)

_WHICH = re.compile(r"\b(?:[Tt]he|[Aa]|[Aa]n|[Tt]his|its|\d+(?:st|nd|rd|th)|[A-Z][\w-]+|international|world) $")

# What stands before "visit" where it is a noun.
_A_VISIT = re.compile(
    r"(?:'s|\b(?:a|an|the|this|that|his|her|its|their|our|first|second|third|official|working|return|state|study|friendly"
    r"|private|short|day|courtesy|recent|last|next|planned|forthcoming|upcoming|historic|two|three|these|follow-up"
    r"|farewell|introductory|inaugural|reciprocal|familiari[sz]ation|fact-finding|unannounced|surprise|current|past"
    r"|previous|[a-z]+-day|brief|joint|maiden|foreign|regular|mutual|exchange|inspection)|[-\w]+ing|al) $",
    re.IGNORECASE,
)


def _is_no_meeting(text: str, found: re.Match[str]) -> bool:
    """Words that look like a meeting: "in the course of", "to visit", "calls on the parties to"."""
    before = text[max(0, found.start() - 12) : found.end()]
    if _NO_MEETING.search(before):
        return True
    word = found[0].lower()
    after = text[found.end() : found.end() + 8]
    if (
        _BY.search(text, max(0, found.start() - 12), found.start())
        and kind_of(word, _nouns()[1][found[1].lower()]) is MeetingKind.CALL
    ):
        return True
    if word == "congress" and found[0][0].isupper():
        return not _WHICH.search(text, max(0, found.start() - 40), found.start())  # the parliament
    if word in ("call", "calls"):
        return after.startswith((" for", " on ", " upon", " to "))
    if word in ("visit", "visits"):
        return not _A_VISIT.search(text, max(0, found.start() - 24), found.start())
    if word in ("bilateral", "trilateral", "next round"):
        return not re.match(r"(?: with| between| of|,|\.| in | is | will )", text[found.end() :])
    if word == "convention":
        return not re.match(r" (?:of the|took place|was held|in )", text[found.end() :])
    return word == "course" and after.startswith(" of ")
