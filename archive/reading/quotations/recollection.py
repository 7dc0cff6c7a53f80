"""Whom a text spoke of last: the subject of each sentence and who else stood in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from archive.reading.matching.skeletons import ACTORS
from archive.reading.matching.triggers import forms_of
from archive.reading.quotations.known_persons import Known
from archive.reading.vocabulary import load

_BEHIND = re.compile(
    rf"\b(?:[Ww]ith|[Tt]o|[Bb]y|[Oo]f|[Ff]or|[Ff]rom|[Aa]t|[Ii]n|[Oo]n|[Aa]gainst|[Bb]etween|[Aa]bout|[Aa]fter|[Bb]efore"
    rf"|[Aa]s|[Tt]hanking|[Gg]reeting|[Ww]elcoming|[Rr]eceiving|(?<![Tt]he )[Mm]eeting|[Aa]ddressing)"
    rf" (?:the |[Hh]is |[Hh]er )?(?:[A-Z][\w.]* ){{0,2}}(?:[{ACTORS}](?:,| and) (?:the )?)*$"
)
_ATTENDANCE = re.compile(
    r"\b(?:attended by|accompanied by|t(?:ook|akes?) part|(?:was|were|also) present|participants were)\b"
)
_AGENT = re.compile(r"\bby (?:the )?$")
_LATE = 60  # sentences that are looked through
_BACK = 5


class Part(IntEnum):
    """What somebody is in a sentence, the more telling the higher."""

    MENTIONED = 0  # behind a preposition, an owner, one of several
    AGENT = 1  # "was opened by X"
    SUBJECT = 2
    SPEAKER = 3  # "X said"


def part_of(text: str, at: int) -> Part:
    """What the person at a position of a skeleton is in the sentence."""
    before = text[max(0, at - 60) : at]
    if _AGENT.search(before):
        return Part.AGENT
    if _BEHIND.search(before) or text.startswith("'s ", at + 1):
        return Part.MENTIONED
    return Part.SPEAKER if _reports_beside(text, at) else Part.SUBJECT


def lists_who_came(text: str, start: int, end: int) -> bool:
    """Whether a sentence only lists who was there: none of them is spoken of in the next one."""
    return _ATTENDANCE.search(text, start, end) is not None


@cache
def reports() -> str:
    """The forms of the verbs of saying, as a choice."""
    return "|".join(forms_of(load("reporting_verbs")["verbs"]["report"]))


@cache
def by_state() -> re.Pattern[str]:
    """Somebody who is called by nothing but the state, beside a verb of saying: "the Slovak said"."""
    return re.compile(rf"\b[Tt]he (?P<who>[A-Z][a-z-]+)(?= (?:\w+ly )?(?:{reports()})\b|[.,;])")


@cache
def _reports_anywhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{reports()})\b")


def says(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a verb of saying."""
    return _reports_anywhere().search(text, start, end) is not None


@cache
def _reports_behind() -> re.Pattern[str]:
    return re.compile(rf",? (?:(?:has|had|have|also|then|\w+ly) ){{0,2}}(?:{reports()})\b")


@cache
def _reports_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{reports()}) $")


def _reports_beside(text: str, at: int) -> bool:
    """Whether a verb of saying stands right beside a person: "X said", "said X"."""
    return bool(_reports_behind().match(text, at + 1) or _reports_before().search(text, max(0, at - 24), at))


@dataclass(slots=True)
class _Sentence:
    """The persons of one sentence. A subject that is nobody known stands as None."""

    start: int
    subject: str | None = None
    part: Part | None = None
    names: list[str] = field(default_factory=list)


class Recollection:
    """The persons of the sentences that have been read."""

    def __init__(self) -> None:
        self._sentences: list[_Sentence] = [_Sentence(0)]
        self.mentioned: dict[str, None] = {}  # who was mentioned, in the order of the last mention
        self._aside: set[str] = set()  # who opens the sentence that is being read, and is not who acts in it

    def sentence_ends(self, start: int) -> None:
        """What follows is another sentence; ``start`` is where it starts in the text."""
        self._sentences.append(_Sentence(start))
        self._aside = set()

    def saw_aside(self, name: str | None) -> None:
        """Somebody stands in the words that open the sentence, of which another is the subject."""
        if name is not None:
            self.saw(name, None)
            self._aside.add(name)

    def saw(self, name: str | None, part: Part | None) -> None:
        """Somebody stands in the sentence that is being read; in no part, where it only lists who was there."""
        sentence = self._sentences[-1]
        if name is not None:
            self.mentioned.pop(name, None)
            self.mentioned[name] = None
            sentence.names.append(name)
        if part is not None and (sentence.part is None or part > sentence.part):
            sentence.subject, sentence.part = name, part

    def subjects(self) -> Iterator[str | None]:
        """The subjects of the last sentences, the last one first."""
        late = self._sentences[: -_LATE - 1 : -1]
        return (sentence.subject for sentence in late if sentence.part is not None)

    def first(self) -> str | None:
        """The subject of the first sentence that has one."""
        return next((sentence.subject for sentence in self._sentences if sentence.subject), None)

    def subject_between(self, start: int, end: int) -> str | None:
        """The last subject of the sentences that start in a stretch of the text."""
        for sentence in self._sentences[: -_LATE - 1 : -1]:
            if start <= sentence.start < end and sentence.part is not None:
                return sentence.subject if sentence.part > Part.MENTIONED else None
        return None

    def fitting(self, gender: str, known: dict[str, Known], guess: str | None, *, acts: bool) -> str | None:
        """Whom "he" or "she" means; ``guess`` is who it may be where no sentence tells. Who ``acts`` in a sentence is
        nobody of the words that open it: "Asked about X, he said".
        """
        aside = self._aside if acts else frozenset()
        listed: str | None = None
        last = self._sentences[-1]
        guess = None if guess in aside else guess
        for sentence in self._sentences[: -_BACK - 2 : -1]:
            if sentence.part is None:
                others = set(sentence.names) - (aside if sentence is last else frozenset())
                there = {name for name in others if _gender(name, known) == gender}
                listed = listed or (there.pop() if len(there) == 1 else None)
                continue
            if sentence.subject is None:
                return None
            if _gender(sentence.subject, known) == gender:
                return sentence.subject
            if listed:
                return listed
            sure = {name for name in sentence.names if _gender(name, known) == gender}
            if len(sure) == 1:
                return sure.pop()
            open_to_it = {name for name in sentence.names if _gender(name, known) is None}
            if sentence.subject in open_to_it:
                is_guess = guess in sentence.names and _gender(guess or "", known) == gender
                return guess if is_guess else sentence.subject
            if len(open_to_it) == 1:
                return open_to_it.pop()
        return guess


def _gender(name: str, known: dict[str, Known]) -> str | None:
    return known[name].gender if name in known else None
