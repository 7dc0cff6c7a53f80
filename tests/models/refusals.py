"""What the database says when it refuses a change."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


@contextmanager
def refused(connection: Connection, rule: str | None, *, column: str | None = None) -> Iterator[None]:
    """Within it the database must refuse under the name of the rule (or of the column); what was tried is undone."""
    with pytest.raises(DBAPIError) as failure, connection.begin_nested():
        yield
    assert isinstance(failure.value.orig, psycopg.Error)
    said = failure.value.orig.diag
    assert (said.constraint_name, column and said.column_name) == (rule, column), said.message_primary


def at_commit(connection: Connection) -> None:
    """Check now what is checked at commit."""
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
