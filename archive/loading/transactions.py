"""Transactions that are tried again when what broke them passes: another writer, a restart, a lost connection."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

import psycopg
from psycopg import Cursor
from sqlalchemy import Engine, PoolProxiedConnection

from archive.errors import LoadBroken
from archive.loading.faults import Fault, fault, lasting, said

DELAYS = (0.1, 0.4, 1.6, 6.4, 12.8)  # Seconds before the second, third ... attempt.

_Result = TypeVar("_Result")


@dataclass(slots=True)
class Transactions:
    """One connection at a time to a database, and what is done in its transactions."""

    engine: Engine
    delays: Sequence[float] = DELAYS
    retries: int = 0
    _reached: bool = False
    _connection: PoolProxiedConnection | None = field(default=None, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._recover()
        if self._connection is not None:
            if (connection := self._session) is not None:  # What was set on it is not for the next user of the pool.
                connection.isolation_level = None
                connection.prepare_threshold = 5
            self._connection.close()
            self._connection = None

    def attempt(self, work: Callable[[Cursor[Any]], _Result]) -> _Result:
        """Do some work in a transaction; what passes is tried again, on a new connection where the old one is gone.

        The work must bear to be repeated even when its commit came through and only the answer was lost. What is wrong
        with the work itself is raised as it is, when nothing of it is left.
        """
        for delay in (*self.delays, None):
            try:
                return self._transaction(work)
            except Exception as error:
                self._recover()
                match fault(error):
                    case Fault.TEXT:
                        raise
                    case Fault.LASTING:
                        raise lasting(error, self._session) from error
                    case Fault.PASSING:
                        if not self._reached:
                            raise
                        if delay is None:
                            raise LoadBroken(attempts=len(self.delays) + 1, said=said(error)) from error
                self.retries += 1
                time.sleep(delay)
        raise AssertionError("the last attempt returns or raises")

    @property
    def _session(self) -> psycopg.Connection[Any] | None:
        """The driver's side of the connection that there is."""
        session = self._connection.driver_connection if self._connection is not None else None
        return session if isinstance(session, psycopg.Connection) else None

    def _transaction(self, work: Callable[[Cursor[Any]], _Result]) -> _Result:
        if self._connection is None:
            self._connection = self.engine.raw_connection()
            self._reached = True
        connection = self._session
        if connection is None:
            raise TypeError("the archive writes through psycopg")
        # A row is computed from all claims that others have committed before it was this writer's turn.
        connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        # A plan that was made while the tables were small must not be kept while they grow.
        connection.prepare_threshold = None
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
