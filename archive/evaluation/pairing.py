"""Pairing what a gold file asks for with what a reading found, and judging every item of both sides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from archive.evaluation.assignment import assign
from archive.evaluation.scores import FactType, Judgement, Verdict
from archive.sentences import sentence_at
from archive.values import Span

T = TypeVar("T")

Object = dict[str, Any]
Closeness = Callable[[T, T], int | None]

# One error less outweighs every closeness, however many pairs there are.
_ONE_ERROR = 1_000_000


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """One item of either side: its value, its name for the eye, where it stands, and whether it counts at all."""

    value: T
    what: str
    span: Span | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Judged(Generic[T]):
    """The judgements on two lists of items, and the pairs (gold, found), required or optional."""

    judgements: tuple[Judgement, ...]
    pairs: tuple[tuple[Item[T], Item[T]], ...]


def judge(
    document: str,
    text: str,
    fact_type: FactType,
    gold: Sequence[Item[T]],
    found: Sequence[Item[T]],
    closeness: Closeness[T],
) -> Judged[T]:
    """Pair the items of both sides one to one so that misses and inventions are fewest.

    ``closeness(gold, found)`` is None where two values may not be paired, and otherwise says, from 0 to 999, how much
    they have in common: it chooses between pairings with equally many errors. A pair with an optional gold item, an
    unpaired optional gold item and an unpaired optional found item are not judged.
    """
    weights = [[_weight(wanted, given, closeness) for given in found] for wanted in gold]
    matches = assign(weights)
    pairs = tuple((gold[row], found[column]) for row, column in matches)
    rows, columns = {row for row, _ in matches}, {column for _, column in matches}
    verdicts = [(Verdict.RIGHT, wanted) for wanted, _ in pairs]
    verdicts += [(Verdict.MISSED, wanted) for row, wanted in enumerate(gold) if row not in rows]
    verdicts += [(Verdict.INVENTED, given) for column, given in enumerate(found) if column not in columns]
    judgements = tuple(
        Judgement(document, fact_type, verdict, item.what, sentence_at(text, item.span).of(text) if item.span else None)
        for verdict, item in verdicts
        if not item.optional
    )
    return Judged(judgements, pairs)


def _weight(wanted: Item[T], given: Item[T], closeness: Closeness[T]) -> int:
    """A pair with a required item saves a miss and an invention, one with an optional item an invention only."""
    common = closeness(wanted.value, given.value)
    if common is None:
        return 0
    return (1 if wanted.optional else 2) * _ONE_ERROR + common + 1
