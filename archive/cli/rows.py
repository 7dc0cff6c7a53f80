"""The rows of an answer as they come from the server, a few at a time, however many they are."""

import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from archive.errors import ArchiveError

if TYPE_CHECKING:
    from psycopg import Connection, Cursor
    from sqlalchemy import Engine

_AT_ONCE = 1000  # rows that are in memory
_SOON = 1e-3  # seconds: what is left of the time is never so little that the clock takes it for none at all


class TooSlowError(ArchiveError):
    """The answer took longer than {seconds} seconds. Ask for less, or wait longer with --timeout SECONDS."""


class Column(NamedTuple):
    """A column of an answer, with the number that PostgreSQL gives its type."""

    name: str
    type: int


Row = Sequence[Any]


@contextmanager
def asking(
    engine: "Engine", statement: str, timeout: float, *, as_written: bool
) -> Iterator[tuple[list[Column], Iterator[Row]]]:
    """The columns and rows that answer one statement, in a transaction that can only read.

    `TooSlowError` where the server lets us wait for more than ``timeout`` seconds; 0 waits for ever. ``as_written``
    leaves every value in PostgreSQL's own words.
    """
    from psycopg import capabilities

    from archive.database import session

    with session(engine, read_only=True) as reading:
        driver: Any = reading.connection().connection.driver_connection
        with driver.cursor() as cursor:
            _leave_as_written(cursor, everything=as_written)
            # The stream, which holds the connection, must end before the transaction does.
            stream = cursor.stream(statement, size=_AT_ONCE if capabilities.has_stream_chunked() else 1)
            with closing(stream), closing(_in_time(stream, timeout)) as rows:
                first = next(rows, None)
                if first is None:
                    yield _columns_of_nothing(driver, statement), iter(())
                else:
                    columns = [Column(column.name, column.type_code) for column in cursor.description or ()]
                    yield columns, chain((first,), rows)


def _in_time(rows: Iterator[Row], timeout: float) -> Generator[Row]:
    """The same rows, as long as they are not waited for longer than ``timeout`` seconds altogether.

    The server's own clock would count, too, how long whoever reads the answer takes.
    """

    def give_up(*_: object) -> NoReturn:
        raise TooSlowError(seconds=f"{timeout:g}")

    before, left = signal.signal(signal.SIGALRM, give_up), timeout
    try:
        while True:
            signal.setitimer(signal.ITIMER_REAL, max(left, _SOON) if timeout else 0)
            try:
                row = next(rows, None)
            finally:
                left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
            if row is None:
                return
            yield row
    finally:
        signal.signal(signal.SIGALRM, before)


def _columns_of_nothing(driver: "Connection[Any]", statement: str) -> list[Column]:
    """The columns of a statement that was answered without a row, from which a stream would know them."""
    driver.pgconn.prepare(b"", statement.encode())
    found = driver.pgconn.describe_prepared(b"")
    return [Column((found.fname(place) or b"").decode(), found.ftype(place)) for place in range(found.nfields)]


def _leave_as_written(cursor: "Cursor[Any]", *, everything: bool) -> None:
    """Let values be as PostgreSQL writes them: those that Python does not know or knows differently, or all.

    Python has no `infinity`, no year BC, no 24:00, and no months in an interval.
    """
    from psycopg import DataError
    from psycopg.types import datetime as times
    from psycopg.types.string import TextLoader

    def forgiving(loader: type[Any]) -> type[Any]:
        class Forgiving(loader):  # type: ignore[misc] # the base is one of five
            def load(self, data: Any) -> object:
                try:
                    return super().load(data)
                except DataError:
                    return bytes(data).decode()

        return Forgiving

    if everything:
        for known in cursor.adapters.types:
            for number in (known.oid, known.array_oid):
                cursor.adapters.register_loader(number, TextLoader)
        return
    loaders = (times.DateLoader, times.TimeLoader, times.TimetzLoader, times.TimestampLoader, times.TimestamptzLoader)
    for name, loader in zip(("date", "time", "timetz", "timestamp", "timestamptz"), loaders, strict=True):
        cursor.adapters.register_loader(name, forgiving(loader))
    for name in ("interval", "daterange", "tsrange", "tstzrange", "datemultirange", "tsmultirange", "tstzmultirange"):
        cursor.adapters.register_loader(name, TextLoader)
