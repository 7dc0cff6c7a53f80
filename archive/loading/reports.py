"""What a load did: for the person who started it, for the table ``loads``, and for the log."""

from dataclasses import dataclass, field, replace
from uuid import UUID

KEPT_FAILURES = 1000


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that was not loaded: where it came from, why, and what to do. ``slug`` where one is known.

    ``reading_id`` is given where the reader itself fails on the text, as it would again.
    """

    path: str
    reason: str
    slug: str | None = None
    reading_id: UUID | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person may want to know of a source; nothing failed."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents were new, had a new text or new publication data or a new reader, stayed, or failed."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        """All documents that were met."""
        return self.new + self.changed + self.unchanged + self.failed

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.failed + other.failed,
        )


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows of one table were inserted, changed and removed."""

    inserted: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "RowCounts") -> "RowCounts":
        return RowCounts(self.inserted + other.inserted, self.changed + other.changed, self.removed + other.removed)

    def __bool__(self) -> bool:
        return bool(self.inserted or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What one batch did. ``number`` counts from 1; ``seconds`` is the time since the batch before ended."""

    number: int
    documents: Counts
    tables: dict[str, RowCounts] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()
    retries: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a whole load did.

    ``tables`` names only the tables that changed, in the order of the schema. ``failures`` holds the first thousand;
    all of them stand in ``archive.load_failures``, under ``load_id`` or the load that first met a text that the reader
    fails on. ``withdrawn`` counts the texts that had left their folder.
    """

    load_id: str
    documents: Counts = Counts()
    tables: dict[str, RowCounts] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()
    retries: int = 0
    seconds: float = 0.0
    withdrawn: int = 0

    def plus(self, batch: BatchReport) -> "LoadReport":
        """This report with one more batch in it."""
        return replace(
            self,
            documents=self.documents + batch.documents,
            tables=added(self.tables, batch.tables),
            failures=(self.failures + batch.failures)[:KEPT_FAILURES],
            notes=(self.notes + batch.notes)[:KEPT_FAILURES],
            retries=self.retries + batch.retries,
            seconds=self.seconds + batch.seconds,
        )

    @property
    def changed_nothing(self) -> bool:
        """Whether every row of the archive stayed as it was."""
        return not any(self.tables.values())


def added(some: dict[str, RowCounts], more: dict[str, RowCounts]) -> dict[str, RowCounts]:
    """The sums of two counts by table."""
    return {name: some.get(name, RowCounts()) + more.get(name, RowCounts()) for name in [*some, *more]}
