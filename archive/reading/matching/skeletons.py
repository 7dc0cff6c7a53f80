"""Skeletons: a sentence with each phrase folded to one symbol, so that a rule sees the build of the sentence.

"The Prosecutor General of Chile, Ana Soto, met her Peruvian guest in Lima on 3 May" folds to ``P met P in L on D``,
with private-use characters for the letters. A skeleton knows the way back: from its characters to those of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from archive.reading.phrases import Phrase, PhraseKind
from archive.values import Span

SYMBOLS: dict[PhraseKind, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(PhraseKind)}
INSTRUMENT = "\ue020"  # a noun phrase that names an agreement
ENCOUNTER = "\ue021"  # a noun phrase that names a meeting
QUOTED = "\ue022"  # words between quotation marks

PERSONS = "".join(SYMBOLS[kind] for kind in (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.PRONOUN))
ACTORS = PERSONS + "".join(
    SYMBOLS[kind] for kind in (PhraseKind.ORGANIZATION, PhraseKind.COUNTRY, PhraseKind.DELEGATION, PhraseKind.GROUP)
)

_WORD = re.compile(r"[a-z0-9\w]+")


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of text to be folded to ``symbol``; ``payload`` is what it stands for."""

    span: Span
    symbol: str
    payload: object


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A folded stretch of text. ``text`` is what rules match; line ends are spaces in it. ``small`` is the same in
    small letters.
    """

    text: str
    small: str
    span: Span
    view: str
    folds: tuple[Fold, ...]
    _at: tuple[int, ...]  # where in `text` each fold stands

    def words(self) -> frozenset[str]:
        """The words in small letters: what says which rules are worth trying."""
        return frozenset(_WORD.findall(self.small))

    def fold_at(self, position: int) -> Fold | None:
        """The fold that stands at ``position`` of the skeleton."""
        index = bisect_right(self._at, position) - 1
        return self.folds[index] if index >= 0 and self._at[index] == position else None

    def phrases(self, start: int = 0, end: int | None = None) -> Iterator[Phrase]:
        """The phrases between two positions of the skeleton, in order."""
        for _, fold in self.placed(start, end):
            if isinstance(fold.payload, Phrase):
                yield fold.payload

    def placed(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Fold]]:
        """The folds between two positions of the skeleton, each with its position."""
        last = len(self.text) if end is None else end
        for index in range(bisect_right(self._at, start - 1), len(self._at)):
            if self._at[index] >= last:
                return
            yield self._at[index], self.folds[index]

    def offset(self, position: int) -> int:
        """The place in the text of a position of the skeleton: its own or, for a fold, where the fold starts."""
        index = bisect_right(self._at, position) - 1
        if index < 0:
            return self.span.start + position
        after = position - self._at[index] - 1
        return self.folds[index].span.start if after < 0 else self.folds[index].span.end + after

    def span_of(self, start: int, end: int) -> Span:
        """The stretch of text between two positions of the skeleton."""
        fold = self.fold_at(end - 1)
        return Span(self.offset(start), fold.span.end if fold else self.offset(end - 1) + 1)

    def position(self, offset: int) -> int:
        """The position in the skeleton of a place in the text; the symbol's, for a place inside a fold."""
        index = bisect_right(self.folds, offset, key=lambda fold: fold.span.start) - 1
        if index < 0:
            return offset - self.span.start
        return self._at[index] + max(0, offset - self.folds[index].span.end + 1)

    def folded(self, more: Iterable[Fold]) -> "Skeleton":
        """This skeleton with more stretches folded; a fold that overlaps a new one goes."""
        added = sorted(more, key=lambda fold: fold.span.start)
        if not added:
            return self
        reach = list(accumulate((fold.span.end for fold in added), max))  # how far the new ones go up to each

        def stays(fold: Fold) -> bool:
            before = bisect_left(added, fold.span.end, key=lambda new: new.span.start)
            return not before or reach[before - 1] <= fold.span.start

        return skeleton(self.view, self.span, [*filter(stays, self.folds), *added])


def skeleton(view: str, span: Span, folds: Iterable[Fold]) -> Skeleton:
    """The skeleton of a stretch of ``view``. Where folds overlap, the one that starts first stands."""
    pieces: list[str] = []
    placed: list[Fold] = []
    at: list[int] = []
    offset, length = span.start, 0
    for fold in sorted(folds, key=lambda one: (one.span.start, -one.span.end)):
        if fold.span.start < offset or fold.span not in span:
            continue
        pieces += (view[offset : fold.span.start], fold.symbol)
        length += fold.span.start - offset + 1
        at.append(length - 1)
        placed.append(fold)
        offset = fold.span.end
    pieces.append(view[offset : span.end])
    text = "".join(pieces).replace("\n", " ")
    return Skeleton(text, in_small_letters(text), span, view, tuple(placed), tuple(at))


def in_small_letters(text: str) -> str:
    """A text in small letters, of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def of_phrases(phrases: Iterable[Phrase]) -> Iterator[Fold]:
    """Phrases as folds."""
    for phrase in phrases:
        yield Fold(phrase.span, SYMBOLS[phrase.kind], phrase)
