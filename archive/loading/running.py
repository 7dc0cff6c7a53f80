"""One run of the loader: batches of texts, each compared, read, and written in one transaction with its log entry."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import psycopg
from psycopg import Cursor
from sqlalchemy import Engine, PoolProxiedConnection

from archive.errors import DatabaseUnreachable, LoadBroken
from archive.loading import Read
from archive.loading.derivation import derive
from archive.loading.faults import Fault, fault, lasting, refusal, said
from archive.loading.reference import write_reference
from archive.loading.reports import BatchReport, Counts, Failure, LoadReport, Note, RowCounts, added
from archive.loading.rows import DocumentRows
from archive.loading.sources import Source
from archive.loading.standing import Standing, standing, twins
from archive.loading.texts import SourceText
from archive.loading.writing import take_turn, write

DELAYS = (0.1, 0.4, 1.6, 6.4, 12.8)  # Seconds before the second, third ... attempt of a batch.
BATCH_CHARACTERS = 20_000_000

_Result = TypeVar("_Result")


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
    retries: int = 0
    _load_id: str = ""
    _connection: PoolProxiedConnection | None = field(default=None, repr=False)

    def run(self, sources: Iterable[Source]) -> LoadReport:
        """Take every source in; an exception leaves everything in that a finished batch has reported."""
        started = time.perf_counter()
        try:
            tables = self._attempt(self._begin)
            report = LoadReport(self._load_id, tables=tables)
            for number, batch in enumerate(batches(sources, self.batch_size), 1):
                done = self._batch(number, batch)
                done = replace(done, seconds=time.perf_counter() - started - report.seconds)
                report = report.plus(done)
                if self.on_batch:
                    self.on_batch(done)
            self._attempt(self._end)
        finally:
            self._leave()
        return replace(report, seconds=time.perf_counter() - started)

    # One batch.

    def _batch(self, number: int, batch: Sequence[Source]) -> BatchReport:
        retries = self.retries
        texts = [source for source in batch if isinstance(source, SourceText)]
        notes = [source for source in batch if isinstance(source, Note)]
        failures = [source for source in batch if isinstance(source, Failure)]
        known = self._attempt(lambda cursor: standing(cursor, [text.slug for text in texts]))
        changed = [text for text in texts if known.get(text.slug) != Standing.of(text, self.reader_version)]
        notes += self._attempt(lambda cursor: twins(cursor, changed))
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
        return replace(written, retries=self.retries - retries)

    def _write(self, prepared: Sequence[Prepared], report: BatchReport) -> BatchReport:
        """Write texts and log what the report already holds; when a text is refused, halve until it stands alone."""
        try:
            return self._attempt(lambda cursor: self._write_at_once(cursor, prepared, report))
        except psycopg.Error as error:
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

    # The database.

    def _attempt(self, work: Callable[[Cursor[Any]], _Result]) -> _Result:
        """Do some work in a transaction; what passes is tried again, on a new connection where the old one is gone.

        Every transaction may be repeated, even one whose commit was lost on the way back: its rows have computed ids.
        """
        for delay in (*self.delays, None):
            try:
                return self._transaction(work)
            except (psycopg.Error, DatabaseUnreachable) as error:
                self._recover()
                kind = fault(error)
                if kind is Fault.LASTING and isinstance(error, psycopg.Error):
                    raise lasting(error) from error
                if kind is not Fault.PASSING or (isinstance(error, DatabaseUnreachable) and not self._load_id):
                    raise
                if delay is None:
                    raise LoadBroken(attempts=len(self.delays) + 1, said=said(error)) from error
                self.retries += 1
                time.sleep(delay)
        raise AssertionError("the last attempt returns or raises")

    def _transaction(self, work: Callable[[Cursor[Any]], _Result]) -> _Result:
        if self._connection is None:
            self._connection = self.engine.raw_connection()
        connection = self._connection.driver_connection
        if not isinstance(connection, psycopg.Connection):
            raise TypeError("the archive writes through psycopg")
        # A row is computed from all claims that others have committed before it was this writer's turn.
        connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        with connection.cursor() as cursor:
            result = work(cursor)
            connection.commit()
        return result

    def _recover(self) -> None:
        """Be ready for another transaction: end the broken one, or forget a connection that is gone."""
        if self._connection is None:
            return
        try:
            self._connection.rollback()
        except psycopg.Error:
            self._connection.invalidate()
            self._connection = None

    def _leave(self) -> None:
        self._recover()
        if self._connection is not None:
            self._connection.close()
            self._connection = None


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
