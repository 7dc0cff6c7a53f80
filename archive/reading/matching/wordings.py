"""Wordings: patterns in words of a sentence that are looked for only where the sentence has certain words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.reading.matching.skeletons import Skeleton
from archive.reading.matching.triggers import telling_word


def any_of(words: Iterable[str]) -> str:
    """One of some words, with a capital or without."""
    capitals = (re.sub(r"\b[a-z]", lambda first: f"[{first[0].upper()}{first[0]}]", word) for word in words)
    return "(?:" + "|".join(capitals) + ")"


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording. Of each set of words a sentence has one, or the wording is not looked for."""

    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]

    def find(self, folded: Skeleton, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Where it stands in a sentence with these words."""
        for need in self.needs:
            if need.isdisjoint(words):
                return iter(())
        return self.pattern.finditer(folded.text)


def telling(*words: str) -> frozenset[str]:
    """The words, or their plurals, by which a wording is looked for."""
    return frozenset(telling_word(form) for word in words for form in (word, f"{word}s"))
