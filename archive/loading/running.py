"""One run of the loader: batches of texts, each compared, read, and written in one transaction with its log entry."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
from psycopg import Cursor
from sqlalchemy import Engine

from archive.loading import Read
from archive.loading.derivation import derive
from archive.loading.faults import lasting, refusal
from archive.loading.reference import write_reference
from archive.loading.reports import BatchReport, Counts, Failure, LoadReport, Note, RowCounts, added
from archive.loading.rows import DocumentRows
from archive.loading.sources import Source
from archive.loading.standing import Standing, standing, twins
from archive.loading.texts import SourceText
from archive.loading.transactions import DELAYS, Transactions
from archive.loading.writing import take_turn, write

BATCH_CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text that is ready to be written; ``counts`` is what it adds to the report."""

    source: SourceText
    rows: DocumentRows
    counts: Counts


@dataclass(slots=True)
class Load:
    """A run over some sources."""

    engine: Engine
    read: Read
    reader_version: str
    on_batch: Callable[[BatchReport], None] | None = None
    batch_size: int = 200
    delays: Sequence[float] = DELAYS
    _load_id: str = ""
    _database: Transactions = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._database = Transactions(self.engine, self.delays)

    def run(self, sources: Iterable[Source]) -> LoadReport:
        """Take every source in; an exception leaves everything in that a finished batch has reported."""
        started = time.perf_counter()
        with self._database as database:
            tables = database.attempt(self._begin)
            report = LoadReport(self._load_id, tables=tables)
            for number, batch in enumerate(batches(sources, self.batch_size), 1):
                done = self._batch(number, batch)
                done = replace(done, seconds=time.perf_counter() - started - report.seconds)
                report = report.plus(done)
                if self.on_batch:
                    self.on_batch(done)
            database.attempt(self._end)
        return replace(report, seconds=time.perf_counter() - started)

    # One batch.

    def _batch(self, number: int, batch: Sequence[Source]) -> BatchReport:
        retries = self._database.retries
        texts = [source for source in batch if isinstance(source, SourceText)]
        notes = [source for source in batch if isinstance(source, Note)]
        failures = [source for source in batch if isinstance(source, Failure)]
        known = self._database.attempt(lambda cursor: standing(cursor, [text.slug for text in texts]))
        changed = [text for text in texts if known.get(text.slug) != Standing.of(text, self.reader_version)]
        notes += self._database.attempt(lambda cursor: twins(cursor, changed))
        prepared = []
        for text in changed:
            rows = read_rows(text, self.read, self.reader_version)
            if isinstance(rows, Failure):
                failures.append(rows)
            else:
                counts = Counts(changed=1) if text.slug in known else Counts(inserted=1)
                prepared.append(Prepared(text, rows, counts))
        aside = Counts(unchanged=len(texts) - len(changed), failed=len(failures))
        written = self._write(prepared, BatchReport(number, aside, failures=tuple(failures), notes=tuple(notes)))
        return replace(written, retries=self._database.retries - retries)

    def _write(self, prepared: Sequence[Prepared], report: BatchReport) -> BatchReport:
        """Write texts and log what the report already holds; when a text is refused, halve until it stands alone."""
        try:
            return self._database.attempt(lambda cursor: self._write_at_once(cursor, prepared, report))
        except (psycopg.Error, ValueError) as error:  # ValueError: a value that the driver cannot write.
            if not prepared:
                raise lasting(error) from error
            if len(prepared) == 1:
                failure = Failure(prepared[0].source.path, refusal(error), prepared[0].source.slug)
                failed = replace(report, documents=report.documents + Counts(failed=1))
                return self._write([], replace(failed, failures=(*report.failures, failure)))
        half = len(prepared) // 2
        nothing = BatchReport(report.number, Counts())
        first = self._write(prepared[:half], report)
        second = self._write(prepared[half:], nothing)
        return replace(
            first,
            documents=first.documents + second.documents,
            tables=added(first.tables, second.tables),
            failures=first.failures + second.failures,
        )

    def _write_at_once(self, cursor: Cursor[Any], prepared: Sequence[Prepared], report: BatchReport) -> BatchReport:
        tables = write(cursor, [each.rows for each in prepared]) if prepared else {}
        counts = sum((each.counts for each in prepared), report.documents)
        self._log(cursor, counts, report.failures)
        return replace(report, documents=counts, tables=tables)

    # The log.

    def _begin(self, cursor: Cursor[Any]) -> dict[str, RowCounts]:
        take_turn(cursor)
        tables = write_reference(cursor)
        cursor.execute("INSERT INTO archive.loads (reader_version) VALUES (%s) RETURNING id", (self.reader_version,))
        row = cursor.fetchone()
        assert row is not None
        self._load_id = str(row[0])
        return tables

    def _log(self, cursor: Cursor[Any], counts: Counts, failures: Sequence[Failure]) -> None:
        cursor.execute(
            """
            UPDATE archive.loads
            SET new_count = new_count + %s, changed_count = changed_count + %s,
                unchanged_count = unchanged_count + %s, failed_count = failed_count + %s
            WHERE id = %s
            """,
            (counts.inserted, counts.changed, counts.unchanged, counts.failed, self._load_id),
        )
        cursor.executemany(
            "INSERT INTO archive.load_failures (load_id, file, reason) VALUES (%s, %s, %s)",
            [(self._load_id, _storable(each.path), _storable(each.reason)) for each in failures],
        )

    def _end(self, cursor: Cursor[Any]) -> None:
        cursor.execute("UPDATE archive.loads SET finished_at = clock_timestamp() WHERE id = %s", (self._load_id,))


def withdraw(engine: Engine, slugs: Iterable[str]) -> dict[str, RowCounts]:
    """Take the facts of these documents away; their texts stay as old texts. Count what changed, by table."""

    def work(cursor: Cursor[Any]) -> dict[str, RowCounts]:
        cursor.execute("SELECT id FROM archive.documents WHERE is_current AND slug = ANY(%s)", (list(slugs),))
        return write(cursor, [], withdrawn=[row[0] for row in cursor.fetchall()])

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


def read_rows(source: SourceText, read: Read, reader_version: str) -> DocumentRows | Failure:
    """The rows that a text gives, or why it gives none; can be done in any process."""
    try:
        return derive(source, read(source.text, published=source.published), reader_version=reader_version)
    except Exception as error:
        reason = f"the reader fails on it ({type(error).__name__}: {error}); report this text as a fault of the reader"
        return Failure(source.path, reason, source.slug)


def _storable(words: str) -> str:
    """Words that PostgreSQL takes, whatever a file was called."""
    return words.encode(errors="backslashreplace").decode().replace("\x00", "\\x00")
