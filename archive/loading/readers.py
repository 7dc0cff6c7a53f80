"""Who reads the texts: this process, as many others as are wanted, or machines behind an executor.

A batch is handed over in chunks and comes back in its own order, so nobody can tell who read what. A text that its
reader fails on fails alone. Where a whole chunk is lost, because the process that had it was killed, its texts are
read again one by one, each in a process that has nothing else to do: the one that ends its process is to blame.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias
from uuid import UUID

from archive.errors import ArchiveError, LoadingError
from archive.loading.derivation import derive
from archive.loading.identity import reading_id
from archive.loading.reports import Failure
from archive.loading.rows import DocumentRows
from archive.loading.texts import SourceText
from archive.reading.facts import Reading

if TYPE_CHECKING:
    from archive.loading.packing import Packed

FEW = 50  # So many texts are read sooner than processes are started.
CHUNK = 25
PREPARED = ["archive.loading.packing", "archive.reading.prepared"]  # by name: who loads knows no reading

Outcome: TypeAlias = "Packed | Failure"
MakeExecutor = Callable[[int], Executor]


class ReadersNotBegun(LoadingError):
    """The processes that are to read end before they have begun. A program that loads with more than one job keeps its
    calls under `if __name__ == "__main__":`, since each process begins with importing it; one job needs no others."""


class Read(Protocol):
    """The reading of one text: pure, so the same text and date always give the same facts."""

    def __call__(self, text: str, *, published: str | None = None) -> Reading:
        """Everything that is read from the text; ``published`` (EDTF) is the anchor of "last year"."""
        ...


def read_rows(source: SourceText, read: Read, reader_version: str) -> DocumentRows | Failure:
    """The rows that a text gives, or why it gives none; can be done in any process."""
    known: UUID | None = reading_id(source.sha256, source.published, reader_version)
    try:
        reading = read(source.text, published=source.published)
        known = None  # What follows depends on more than that.
        return derive(source, reading, reader_version=reader_version)
    except MemoryError:
        return Failure(source.path, "there is not memory enough to read it; free some, or split the text", source.slug)
    except Exception as error:
        return _fault(source, error, known)


def read_chunk(texts: Sequence[SourceText], read: Read, reader_version: str) -> list[Outcome]:
    """What several texts give, in their order."""
    return [_packed(text, read_rows(text, read, reader_version)) for text in texts]


def _packed(source: SourceText, rows: DocumentRows | Failure) -> Outcome:
    from archive.loading.packing import pack  # Here, because who only reads needs nothing of a database.

    if isinstance(rows, Failure):
        return rows
    try:
        return pack(rows)
    except (ValueError, OverflowError) as error:  # Half a character, or a number beyond those of PostgreSQL.
        return _fault(source, error)


def _fault(source: SourceText, error: Exception, known: UUID | None = None) -> Failure:
    reason = f"the reader fails on it ({type(error).__name__}: {error}); report this text as a fault of the reader"
    return Failure(source.path, reason, source.slug, known)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def processes(jobs: int) -> Executor:
    """So many processes of their own, that end with this one, however it ends."""
    # A fork of this process would share its connections and its place among the users of the server: readers are forks
    # of one that has neither, and has made once what each would have to make before its first text.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PREPARED)
    executor = ProcessPoolExecutor(jobs, context, initializer=_begin)
    # All start now: an executor that starts one more while another is killed may wait for it for ever.
    with _undisturbed():
        for _ in range(jobs):
            executor.submit(os.getpid)
    return executor


@dataclass(slots=True)
class Reader:
    """The reading of batches by one process (``jobs`` is 1) or by an executor of ``jobs`` others.

    The executor is made when there are more than ``few`` texts to read, and again when it broke. ``lost`` counts the
    chunks that went with it.
    """

    read: Read
    reader_version: str
    jobs: int = 1
    make_executor: MakeExecutor = processes
    few: int = FEW
    lost: int = 0
    _met: int = 0
    _executor: Executor | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=error is None, cancel_futures=True)
            self._executor = None

    def begin(self, texts: Sequence[SourceText]) -> "Begun":
        """Hand texts over; what is not handed over is read when it is asked for."""
        self._met += len(texts)
        if self.jobs == 1 or (self._met <= self.few and self._executor is None):
            return Begun(self, [(texts, None)])
        chunks = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
        return Begun(self, [(chunk, self._submit(chunk)) for chunk in chunks])

    def one_by_one(self, texts: Sequence[SourceText]) -> Iterator[Outcome]:
        """Read the texts of a chunk that was lost, each alone in an executor of its own."""
        self.lost += 1
        executor: Executor | None = self._begun()
        for text in texts:
            if executor is None:
                executor = self.make_executor(1)
            try:
                yield from executor.submit(read_chunk, [text], self.read, self.reader_version).result()
            except ArchiveError:  # Nobody can read, whatever the text.
                raise
            except Exception as error:
                executor.shutdown()
                executor = None
                reason = (
                    f"the process that reads it ends each time ({error}); report this text as a fault of the reader"
                )
                yield Failure(text.path, reason, text.slug)
        if executor is not None:
            executor.shutdown()

    def _begun(self) -> Executor:
        """An executor of one process, which has begun: where none begins, it is not for what a text says."""
        executor = self.make_executor(1)
        try:
            executor.submit(os.getpid).result()
        except BrokenExecutor:
            executor.shutdown()
            raise ReadersNotBegun from None
        return executor

    def _submit(self, chunk: Sequence[SourceText]) -> "Future[list[Outcome]]":
        """Hand a chunk over, to a new executor where the old one broke; a chunk that nobody takes is lost."""
        lost: Future[list[Outcome]] = Future()
        for _ in range(2):
            if self._executor is None:
                self._executor = self.make_executor(self.jobs)
            try:
                return self._executor.submit(read_chunk, chunk, self.read, self.reader_version)
            except BrokenExecutor as error:
                self._executor.shutdown()
                self._executor = None
                broken = error
        lost.set_exception(broken)
        return lost


@dataclass(frozen=True, slots=True)
class Begun:
    """Texts that are being read, chunk by chunk."""

    reader: Reader
    chunks: Sequence[tuple[Sequence[SourceText], "Future[list[Outcome]] | None"]]

    def outcomes(self) -> list[Outcome]:
        """What the texts give, in their order; waits until all of it is there."""
        found: list[Outcome] = []
        for texts, future in self.chunks:
            if future is None:
                found += read_chunk(texts, self.reader.read, self.reader.reader_version)
                continue
            try:
                found += future.result()
            except ArchiveError:  # Nobody can read, whatever the text.
                raise
            except Exception:
                found += self.reader.one_by_one(texts)
        return found


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: they get the mask of the one who starts them, and keep it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make a process that does nothing but read: it looks for garbage seldom, and ends when its parent does.

    Nobody tells a process that its parent was killed; it must look, or it waits for work for ever.
    """
    gc.set_threshold(50_000, 10, 10)  # as the command itself does; a reading leaves few cycles
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
