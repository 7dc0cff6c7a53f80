"""Whom a text spoke of last: the subject of each sentence and who else stood in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from archive.reading.known_persons import Known

_BACK = 3  # sentences in which a pronoun looks for its person


class Part(IntEnum):
    """What somebody is in a sentence, the more telling the higher."""

    MENTIONED = 0  # behind a preposition, an owner, one of several
    AGENT = 1  # "was opened by X"
    SUBJECT = 2
    SPEAKER = 3  # "X said"


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
        self.mentioned: list[str] = []

    def sentence_ends(self, start: int) -> None:
        """What follows is another sentence; ``start`` is where it starts in the text."""
        self._sentences.append(_Sentence(start))

    def saw(self, name: str | None, part: Part) -> None:
        """Somebody stands in the sentence that is being read."""
        sentence = self._sentences[-1]
        if name is not None:
            self.mentioned.append(name)
            sentence.names.append(name)
        if sentence.part is None or part > sentence.part:
            sentence.subject, sentence.part = name, part

    def subjects(self) -> Iterator[str | None]:
        """The subjects, the last one first."""
        return (sentence.subject for sentence in reversed(self._sentences) if sentence.part is not None)

    def first(self) -> str | None:
        """The subject of the first sentence that has one."""
        return next((sentence.subject for sentence in self._sentences if sentence.subject), None)

    def subject_between(self, start: int, end: int) -> str | None:
        """The last subject of the sentences that start in a stretch of the text."""
        for sentence in reversed(self._sentences):
            if start <= sentence.start < end and sentence.part is not None:
                return sentence.subject
        return None

    def fitting(self, gender: str, known: dict[str, Known], guess: str | None) -> str | None:
        """Whom "he" or "she" means; ``guess`` is who it may be where no sentence tells."""
        for sentence in self._sentences[: -_BACK - 2 : -1]:
            if sentence.part is None:
                continue
            if sentence.subject is None:
                return None
            if _gender(sentence.subject, known) == gender:
                return sentence.subject
            sure = {name for name in sentence.names if _gender(name, known) == gender}
            if len(sure) == 1:
                return sure.pop()
            open_to_it = {name for name in sentence.names if _gender(name, known) is None}
            if sentence.subject in open_to_it:
                return guess if guess and _gender(guess, known) == gender else sentence.subject
            if len(open_to_it) == 1:
                return open_to_it.pop()
        return guess


def _gender(name: str, known: dict[str, Known]) -> str | None:
    return known[name].gender if name in known else None
