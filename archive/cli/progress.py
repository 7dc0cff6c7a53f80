"""How a long run tells of itself meanwhile: a bar for a person who watches, lines for a log, JSON for machines.

Ctrl-C, once, lets the batch that is under way come in and ends the load there; a second one ends it at once.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from types import FrameType
from typing import TYPE_CHECKING, Any

from archive.cli.output import complain, log
from archive.cli.settings import Log

if TYPE_CHECKING:
    from archive.loading import BatchReport, Counts

_ENDING = "Ending after this batch. Press Ctrl-C again to end at once."
_QUICK = 2.0  # A load that takes less seconds needs no lines,
_FEW = 50  # nor does a first batch of less texts, such as the seeds.
_EVERY = 10.0  # seconds from one line to the next, where there are no batches


@dataclass(slots=True)
class Progress:
    """What a load has told so far; call it with each batch."""

    show: Callable[["BatchReport", "Progress"], None]
    total: int | None = None
    documents: "Counts | None" = None
    started: float = field(default_factory=time.monotonic)
    stopping: bool = False
    farewell: bytes = f"\n{_ENDING}\n".encode()

    def __call__(self, batch: "BatchReport") -> None:
        """Tell of one more batch; KeyboardInterrupt after the one during which somebody pressed Ctrl-C."""
        self.documents = batch.documents if self.documents is None else self.documents + batch.documents
        self.show(batch, self)
        if self.stopping:
            raise KeyboardInterrupt

    @property
    def rate(self) -> float:
        """Texts in a second, since the start."""
        return self.documents.total / max(time.monotonic() - self.started, 0.001) if self.documents else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this rate, where it is known how much that is."""
        if self.total is None or not self.rate or self.documents is None:
            return None
        return max(0.0, (self.total - self.documents.total) / self.rate)

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """What Ctrl-C does."""
        if self.stopping:
            raise KeyboardInterrupt
        self.stopping = True
        os.write(2, self.farewell)


@contextmanager
def telling(form: Log, total: Callable[[], int | None]) -> Iterator[Progress]:
    """Tell of a load in this form; ``total`` is asked how many texts there are only where somebody wants to know."""
    if form is Log.JSON:
        progress, bar = Progress(_as_json, farewell=f'{{"message": "{_ENDING}"}}\n'.encode()), None
    elif sys.stderr.isatty():
        bar = _bar(total())
        progress = Progress(bar.show, bar.total)
    else:
        progress, bar = Progress(_as_text), None
    before = signal.signal(signal.SIGINT, progress.stop)
    try:
        if bar is None:
            yield progress
        else:
            with bar.bar:
                yield progress
    except KeyboardInterrupt:
        counts = progress.documents
        there = f"{counts.new + counts.changed} texts came in" if counts else "no text came in"
        there += f", {counts.unchanged} were there" if counts and counts.unchanged else ""
        complain(f"Interrupted: {there}. What was loaded so far is whole; run the command again to go on.")
        raise
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def counting(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Tell how many documents are done: with a bar, or in a log with a line now and then."""
    if not sys.stderr.isatty():
        yield _Lines(what, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda documents: bar.advance(task, documents)


@dataclass(slots=True)
class _Lines:
    what: str
    total: int
    done: int = 0
    told: float = field(default_factory=time.monotonic)

    def __call__(self, documents: int) -> None:
        self.done += documents
        if self.done < self.total and time.monotonic() - self.told >= _EVERY:
            self.told = time.monotonic()
            complain(f"{self.what}: {self.done} of {self.total} texts")


def _as_text(batch: "BatchReport", progress: Progress) -> None:
    """One line for a batch, once it is clear that there is something to wait for."""
    assert progress.documents is not None
    if batch.retries:
        complain(f"batch {batch.number}: the database failed, and was asked again {_times(batch.retries)}")
    done = progress.documents
    if time.monotonic() - progress.started < _QUICK or (batch.number == 1 and done.total < _FEW):
        return
    complain(
        f"batch {batch.number}: {done.total} texts, {done.new} new, {done.changed} changed, "
        f"{done.unchanged} unchanged, {done.failed} failed; {progress.rate:.0f} texts/s"
    )


def _as_json(batch: "BatchReport", progress: Progress) -> None:
    assert progress.documents is not None
    log(
        batch=batch.number,
        seconds=round(batch.seconds, 3),
        retries=batch.retries,
        documents=asdict(batch.documents),
        total=asdict(progress.documents),
        rate=round(progress.rate, 1),
        failures=[asdict(failure) for failure in batch.failures],
        notes=[asdict(note) for note in batch.notes],
    )


@dataclass(slots=True)
class _Bar:
    bar: Any
    task: Any
    total: int | None

    def show(self, batch: "BatchReport", progress: Progress) -> None:
        rate = f"{progress.rate:.0f} texts/s"
        self.bar.update(self.task, advance=batch.documents.total, rate=rate, left=_clock(progress.seconds_left))
        if batch.retries:
            self.bar.console.print(f"The database failed, and was asked again {_times(batch.retries)}.")


def _bar(total: int | None) -> _Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    told = (TextColumn("{task.fields[rate]}"), TextColumn("{task.fields[left]}"))
    bar = Bar(
        TextColumn("Loading"), BarColumn(), MofNCompleteColumn(), *told, console=Console(stderr=True), transient=True
    )
    return _Bar(bar, bar.add_task("Loading", total=total, rate="", left=""), total)


def _clock(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02} left" if minutes >= 60 else f"{minutes}:{rest:02} left"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
