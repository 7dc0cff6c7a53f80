"""Judgements on single items, and the figures they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FactType(StrEnum):
    """What is scored. Slots and speakers are second figures: the values within items that were found."""

    PERSONS = "persons"
    OFFICES = "offices"
    ORGANIZATIONS = "organizations"
    COUNTRIES = "countries"
    MEETINGS = "meetings"
    MEETING_SLOTS = "meeting slots"
    AGREEMENTS = "agreements"
    AGREEMENT_SLOTS = "agreement slots"
    QUOTES = "quotes"
    SPEAKERS = "speakers"
    TOPICS = "topics"


SECOND_FIGURES = frozenset({FactType.MEETING_SLOTS, FactType.AGREEMENT_SLOTS, FactType.SPEAKERS})


class Verdict(StrEnum):
    """What became of one item."""

    RIGHT = "right"
    MISSED = "missed"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one item of a gold file or of a reading; the sentence it comes from, where there is one."""

    document: str
    type: FactType
    verdict: Verdict
    what: str
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """How many items were right, missed and invented."""

    right: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def empty(self) -> bool:
        """Whether there was nothing to find and nothing was found."""
        return not (self.right or self.missed or self.invented)

    @property
    def precision(self) -> float:
        """The share of the found items that are right; 1 where there was nothing to find and nothing was found."""
        return self._share(self.right, self.right + self.invented)

    @property
    def recall(self) -> float:
        """The share of the items to find that were found; 1 where there was nothing to find and nothing was found."""
        return self._share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return self._share(2 * self.right, 2 * self.right + self.missed + self.invented)

    def _share(self, part: int, whole: int) -> float:
        if whole:
            return part / whole
        return 1.0 if self.empty else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The judgements on all texts; figures are micro-averaged: the items of all texts are counted together."""

    judgements: tuple[Judgement, ...]

    def of(self, fact_type: FactType) -> Figures:
        """The figures of one type over all texts."""
        verdicts = [judgement.verdict for judgement in self.judgements if judgement.type is fact_type]
        return Figures(*(verdicts.count(verdict) for verdict in Verdict))

    @property
    def figures(self) -> dict[FactType, Figures]:
        """The figures of every type."""
        return {fact_type: self.of(fact_type) for fact_type in FactType}

    @property
    def average(self) -> float:
        """The mean F1 of the eight types of items. A type that no text has and no reading claims is left out."""
        return self._mean(fact_type for fact_type in FactType if fact_type not in SECOND_FIGURES)

    @property
    def average_of_all(self) -> float:
        """The mean F1 of the eight types and of the second figures, slots and speakers."""
        return self._mean(FactType)

    @property
    def errors(self) -> tuple[Judgement, ...]:
        """The misses and the inventions, text by text."""
        return tuple(judgement for judgement in self.judgements if judgement.verdict is not Verdict.RIGHT)

    def _mean(self, types: Iterable[FactType]) -> float:
        shares = [figures.f1 for figures in map(self.of, types) if not figures.empty]
        return sum(shares) / len(shares) if shares else 1.0
