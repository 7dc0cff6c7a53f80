"""One run of the loader: batches of texts, each compared, read, and written in one transaction with its log entry.

While one batch is written, the next ones are read by others. How many may wait is bounded, so memory does not grow
with the number of texts. Batches are written in the order in which they came.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import Cursor
from sqlalchemy import Engine

from archive.loading.faults import lasting, refusal
from archive.loading.journal import count_withdrawn
from archive.loading.packing import Packed
from archive.loading.readers import CHUNK, Begun, Reader
from archive.loading.reference import write_reference
from archive.loading.reports import BatchReport, Counts, Failure, LoadReport, Note, RowCounts, added
from archive.loading.sources import Source
from archive.loading.standing import (
    REPLACED,
    Standing,
    move,
    refuse_taken,
    replaces_single,
    standing,
    still_current,
    taken,
    twins,
)
from archive.loading.texts import SourceText
from archive.loading.transactions import DELAYS, Transactions
from archive.loading.unreadable import failed_before
from archive.loading.writing import take_turn, write

BATCH_CHARACTERS = 10_000_000

Logged = Sequence[tuple[UUID, Failure]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some sources of one run: what is known of them already, and the reading that has begun."""

    number: int
    slugs: frozenset[str]
    characters: int
    changed: Sequence[SourceText]
    known: frozenset[str]
    moved: Sequence[SourceText]
    reading: Begun
    aside: BatchReport


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text that is ready to be written; ``counts`` is what it adds to the report."""

    source: SourceText
    rows: Packed
    counts: Counts


@dataclass(slots=True)
class Load:
    """A run over some sources."""

    engine: Engine
    reader: Reader
    on_batch: Callable[[BatchReport], None] | None = None
    batch_size: int = 200
    delays: Sequence[float] = DELAYS
    again: bool = False  # The texts are stored ones: one that was replaced meanwhile stays replaced.
    _load_id: UUID = field(default_factory=uuid4)
    _logged: Counts = field(default_factory=Counts)
    _database: Transactions = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._database = Transactions(self.engine, self.delays)

    def run(self, sources: Iterable[Source]) -> LoadReport:
        """Take every source in; an exception leaves everything in that a finished batch has reported."""
        started = time.perf_counter()
        with self._database as database, self.reader:
            tables = database.attempt(self._begin)
            report = LoadReport(str(self._load_id), tables=tables)
            for batch in self._begun(batches(sources, self.batch_size)):
                done = self._finish(batch)
                done = replace(done, seconds=time.perf_counter() - started - report.seconds)
                report = report.plus(done)
                if self.on_batch:
                    self.on_batch(done)
            database.attempt(self._end)
        return replace(report, seconds=time.perf_counter() - started)

    # Reading ahead.

    def _begun(self, batches: Iterable[Sequence[Source]]) -> Iterator[Batch]:
        """The batches in their order, each when others behind it are being read already."""
        ahead: deque[Batch] = deque()
        most = 0 if self.reader.jobs == 1 else 1 + -(-2 * self.reader.jobs * CHUNK // self.batch_size)
        for number, sources in enumerate(batches, 1):
            slugs = frozenset(source.slug for source in sources if isinstance(source, SourceText))
            # A name that comes again is compared with what the batch before has written under it.
            while any(slugs & batch.slugs for batch in ahead):
                yield ahead.popleft()
            ahead.append(self._begin_batch(number, sources, slugs))
            while len(ahead) > most or (ahead and sum(batch.characters for batch in ahead) > BATCH_CHARACTERS):
                yield ahead.popleft()
        yield from ahead

    def _begin_batch(self, number: int, sources: Sequence[Source], slugs: frozenset[str]) -> Batch:
        """Find out what is new and changed, and have that read."""
        retries = self._database.retries
        texts = [source for source in sources if isinstance(source, SourceText)]
        known = self._database.attempt(lambda cursor: standing(cursor, list(slugs)))
        stay = [text for text in texts if known.get(text.slug) == Standing.of(text, self.reader.reader_version)]
        staying = {text.slug for text in stay}
        changed = [text for text in texts if text.slug not in staying]
        apart = {} if self.again else {text.slug: why for text in changed if (why := taken(text, known.get(text.slug)))}
        changed = [text for text in changed if text.slug not in apart]
        hopeless = self._hopeless(changed)
        changed = [text for text in changed if text.slug not in hopeless]
        moved = [text for text in stay if text.collection not in (None, known[text.slug].collection)]
        failures = (*(source for source in sources if isinstance(source, Failure)), *apart.values(), *hopeless.values())
        notes = [source for source in sources if isinstance(source, Note)]
        notes += [Note(text.path, REPLACED) for text in changed if replaces_single(text, known.get(text.slug))]
        aside = BatchReport(
            number,
            Counts(unchanged=len(stay), failed=len(failures)),
            failures=failures,
            notes=tuple(notes),
            retries=self._database.retries - retries,
        )
        characters = sum(len(text.text) for text in changed)
        return Batch(number, slugs, characters, changed, frozenset(known), moved, self.reader.begin(changed), aside)

    def _hopeless(self, texts: Sequence[SourceText]) -> Mapping[str, Failure]:
        """The texts on which this reader has failed before, which need not be read to fail again."""
        if self.again or not texts:
            return {}
        return self._database.attempt(partial(failed_before, texts=texts, reader_version=self.reader.reader_version))

    # Writing.

    def _finish(self, batch: Batch) -> BatchReport:
        retries, lost = self._database.retries, self.reader.lost
        failures, notes, prepared = [], [], []
        for text, rows in zip(batch.changed, batch.reading.outcomes(), strict=True):
            if isinstance(rows, Failure):
                failures.append(rows)
            else:
                counts = Counts(changed=1) if text.slug in batch.known else Counts(new=1)
                prepared.append(Prepared(text, rows, counts))
        if self.reader.lost > lost:
            notes.append(Note("reading", "a process that read texts was killed; its texts were read again one by one"))
        notes += self._database.attempt(lambda cursor: twins(cursor, batch.changed)) if batch.changed else []
        aside = replace(
            batch.aside,
            documents=batch.aside.documents + Counts(failed=len(failures)),
            failures=(*batch.aside.failures, *failures),
            notes=(*batch.aside.notes, *notes),
        )
        if batch.moved:
            self._database.attempt(partial(move, texts=batch.moved))
        written = self._write(prepared, aside)
        return replace(written, retries=written.retries + self._database.retries - retries)

    def _write(self, prepared: Sequence[Prepared], report: BatchReport) -> BatchReport:
        """Write texts and log what the report already holds; when a text is refused, halve until it stands alone."""
        counts = sum((each.counts for each in prepared), report.documents)
        # The ids and the sums are fixed before the first attempt: a second one logs the same, not the same again.
        logged = [(uuid4(), failure) for failure in report.failures]
        total = self._logged + counts
        try:
            tables = self._database.attempt(lambda cursor: self._write_at_once(cursor, prepared, total, logged))
        except (psycopg.Error, ValueError) as error:  # ValueError: a value that the driver cannot write.
            if not prepared:
                raise lasting(error) from error
            if len(prepared) == 1:
                failure = Failure(prepared[0].source.path, refusal(error), prepared[0].source.slug)
                failed = replace(report, documents=report.documents + Counts(failed=1))
                return self._write([], replace(failed, failures=(*report.failures, failure)))
        else:
            self._logged = total
            return replace(report, documents=counts, tables=tables)
        half = len(prepared) // 2
        first = self._write(prepared[:half], report)
        second = self._write(prepared[half:], BatchReport(report.number, Counts()))
        return replace(
            first,
            documents=first.documents + second.documents,
            tables=added(first.tables, second.tables),
            failures=first.failures + second.failures,
        )

    def _write_at_once(
        self, cursor: Cursor[Any], prepared: Sequence[Prepared], total: Counts, failures: Logged
    ) -> dict[str, RowCounts]:
        documents = [each.rows for each in prepared]
        if prepared:
            take_turn(cursor)  # What another loader has written since the texts were compared is seen from here on.
            if self.again:
                current = still_current(cursor, [each.id for each in documents])
                documents = [each for each in documents if each.id in current]
            else:
                refuse_taken(cursor, [each.source for each in prepared])
        tables = write(cursor, documents, load_id=self._load_id) if documents else {}
        self._log(cursor, total, failures)
        return tables

    # The log.

    def _begin(self, cursor: Cursor[Any]) -> dict[str, RowCounts]:
        take_turn(cursor)
        tables = write_reference(cursor)
        cursor.execute(
            "INSERT INTO archive.loads (id, reader_version) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING",
            (self._load_id, self.reader.reader_version),
        )
        return tables

    def _log(self, cursor: Cursor[Any], total: Counts, failures: Logged) -> None:
        cursor.execute(
            """
            UPDATE archive.loads
            SET new_count = %s, changed_count = %s, unchanged_count = %s, failed_count = %s WHERE id = %s
            """,
            (total.new, total.changed, total.unchanged, total.failed, self._load_id),
        )
        # A text that the reader has failed on before has its entry, of the load that met it first.
        cursor.executemany(
            """
            INSERT INTO archive.load_failures (id, load_id, file, reason, reading_id) VALUES (%s, %s, %s, %s, %s)
            ON CONFLICT DO NOTHING
            """,
            [
                (row, self._load_id, _storable(each.path), _storable(each.reason), each.reading_id)
                for row, each in failures
            ],
        )

    def _end(self, cursor: Cursor[Any]) -> None:
        cursor.execute("UPDATE archive.loads SET finished_at = clock_timestamp() WHERE id = %s", (self._load_id,))


def withdraw(engine: Engine, slugs: Iterable[str], *, load_id: UUID | None = None) -> dict[str, RowCounts]:
    """Take the facts of these documents away; their texts stay as old texts. Count what changed, by table."""

    def work(cursor: Cursor[Any]) -> dict[str, RowCounts]:
        take_turn(cursor)
        cursor.execute("SELECT id FROM archive.documents WHERE is_current AND slug = ANY(%s)", (list(slugs),))
        leaving = [row for (row,) in cursor.fetchall()]
        count_withdrawn(cursor, len(leaving), load_id)
        return write(cursor, [], withdrawn=leaving, load_id=load_id)

    slugs = list(slugs)
    with Transactions(engine) as database:
        return database.attempt(work)


def batches(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    """Sources in groups of this size, smaller where texts are long or a slug comes again."""
    batch: list[Source] = []
    slugs: set[str] = set()
    characters = 0
    for source in sources:
        long = len(source.text) if isinstance(source, SourceText) else 0
        slug = source.slug if isinstance(source, SourceText) else None
        if batch and (len(batch) >= size or characters + long > BATCH_CHARACTERS or slug in slugs):
            yield batch
            batch, slugs, characters = [], set(), 0
        batch.append(source)
        characters += long
        if slug is not None:
            slugs.add(slug)
    if batch:
        yield batch


def _storable(words: str) -> str:
    """Words that the log takes, whatever a file was called."""
    words = words if words.strip() else repr(words)
    return words.encode(errors="backslashreplace").decode().replace("\x00", "\\x00")
