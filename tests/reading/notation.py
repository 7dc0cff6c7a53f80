"""A short notation for sentences in the examples of patterns: a capital letter alone stands for a phrase.

P a person, H an office's holder, O a body, C a state, N a delegation, G a group of two persons, X a pronoun of a known
person, L a place, D a date; S an instrument, M an encounter, Q words between quotation marks.
"""

import re

from archive.reading.matching.skeletons import ENCOUNTER, INSTRUMENT, QUOTED, SYMBOLS, Fold, Skeleton, skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import Span

KINDS = {
    "P": PhraseKind.PERSON,
    "H": PhraseKind.HOLDER,
    "O": PhraseKind.ORGANIZATION,
    "C": PhraseKind.COUNTRY,
    "N": PhraseKind.DELEGATION,
    "G": PhraseKind.GROUP,
    "X": PhraseKind.PRONOUN,
    "L": PhraseKind.PLACE,
    "D": PhraseKind.DATE,
}
OTHERS = {"S": INSTRUMENT, "M": ENCOUNTER, "Q": QUOTED}


def phrase(letter: str, start: int) -> Phrase:
    person = f"{letter}{start}" if letter in "PX" else None
    return Phrase(KINDS[letter], Span(start, start + 1), Span(start, start + 1), "test", person=person)


def phrases(words: str, start: int = 0) -> list[Phrase]:
    """The phrases of a sentence in the notation; ``start`` is where it stands in its text."""
    letters = re.finditer(r"\b[A-Z]\b", words)
    return [phrase(each.group(), start + each.start()) for each in letters if each.group() in KINDS]


def folded(words: str) -> Skeleton:
    """The skeleton of a sentence in the notation."""
    folds: list[Fold] = []
    for found in re.finditer(r"\b[A-Z]\b", words):
        letter, start = found.group(), found.start()
        if letter in KINDS:
            folds.append(Fold(Span(start, start + 1), SYMBOLS[KINDS[letter]], phrase(letter, start)))
        elif letter in OTHERS:
            folds.append(Fold(Span(start, start + 1), OTHERS[letter], Span(start, start + 1)))
    return skeleton(words, Span(0, len(words)), folds)
