"""What a process is given to run in: its standard streams, which may be closed or full, and signals that end it."""

import atexit
import gc
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from types import FrameType
from typing import NoReturn

from archive.errors import ArchiveError

INTERRUPTED = 128 + signal.SIGINT  # as a shell reports it


class OutputError(ArchiveError):
    """The answer cannot be written to standard output: {reason}."""


class Ended(KeyboardInterrupt):
    """The process was told to end. It does so as for Ctrl-C: what is half done is undone, the server is left."""

    def __init__(self, signal: int) -> None:
        super().__init__()
        self.signal = signal


def ending(error: BaseException | None) -> int | None:
    """The exit code where an error goes back to a signal: a driver may answer one with an error of its own."""
    while error is not None:
        if isinstance(error, Ended):
            return 128 + error.signal
        if isinstance(error, KeyboardInterrupt):
            return INTERRUPTED
        error = error.__cause__ or error.__context__
    return None


def prepare() -> bool:
    """Make the standard streams fit for texts in any script; False where nobody could ever read an answer.

    A stream that is closed would give its number to the next file that is opened, so something must take its place.
    """
    answerable = sys.stdout is not None
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            with suppress(OSError):
                os.fstat(number)
                continue
            nothing = os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
            setattr(sys, name, os.fdopen(nothing, "w" if number else "r", encoding="utf-8"))
        elif number and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return answerable


@cache
def hurry() -> None:
    """Spare a short command the search for garbage, which takes a fifth of its time: all that it has is of use."""
    gc.set_threshold(50_000, 10, 10)
    atexit.register(gc.freeze)  # as the interpreter ends, it would look through everything once more


def flush() -> None:
    """Write what was said to standard output; `OutputError` where it cannot take that."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(reason=error.strerror) from error


def let_go() -> None:
    """Forget what the standard streams did not take: the interpreter would try again as it ends, and complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)


@contextmanager
def ends_with_signals() -> Iterator[None]:
    """Let SIGTERM and the hang-up of a terminal end the work in good order."""

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise Ended(number)

    replaced = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) == signal.SIG_DFL]
    for number in replaced:  # `nohup` ignores the hang-up, and that stays
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in replaced:
            signal.signal(number, signal.SIG_DFL)
