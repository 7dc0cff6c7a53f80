"""What an error of the database means for a load: one text is to blame, it will pass, or nobody can write now."""

from enum import Enum
from typing import Any

import psycopg
from psycopg import sql

from archive.errors import ArchiveError, DatabaseUnreachable, DiskFull, LoadNotGranted, LoadRefused, ServerRefuses
from archive.models import SCHEMA


class Fault(Enum):
    """Who or what is to blame."""

    TEXT = "text"  # A rule of the schema or a limit of PostgreSQL: the same text fails again.
    PASSING = "passing"  # Another transaction, a restart, a lost connection: the same batch may succeed.
    LASTING = "lasting"  # No space, no permission, no schema: no batch will succeed.


# SQLSTATE codes and classes (PostgreSQL's appendix A); the longest match counts, everything else is the text's fault.
_BY_STATE = {
    "08": Fault.PASSING,  # connection exception
    "25006": Fault.LASTING,  # read-only transaction
    "28": Fault.LASTING,  # authorization
    "3D": Fault.LASTING,  # no such database
    "3F": Fault.LASTING,  # no such schema
    "40": Fault.PASSING,  # serialization failure, deadlock
    "42": Fault.LASTING,  # no such table or column, no permission
    "53": Fault.PASSING,  # too many connections, out of memory
    "53100": Fault.LASTING,  # disk full
    "55P03": Fault.PASSING,  # lock not available
    "57": Fault.PASSING,  # shutdown, crash, starting up, cancelled
    "58": Fault.LASTING,  # the server's files
}


class NameTaken(ValueError):
    """A text of another folder or corpus has the name of this one; the message says what to do."""


# Nobody could be asked: a server that is away, or one of our own that is not yet done with what a crash left.
_UNREACHABLE = (DatabaseUnreachable, ServerRefuses)


def fault(error: Exception) -> Fault:
    """Who or what is to blame for an error in a transaction."""
    if isinstance(error, _UNREACHABLE):
        return Fault.PASSING
    if not isinstance(error, psycopg.Error):
        return Fault.TEXT
    state = error.sqlstate
    if state is None:
        return Fault.PASSING if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) else Fault.TEXT
    return _BY_STATE.get(state) or _BY_STATE.get(state[:2]) or Fault.TEXT


def said(error: Exception) -> str:
    """What the database said, in one line."""
    if isinstance(error, psycopg.Error) and error.diag.message_primary:
        detail = error.diag.message_detail
        message = f"{error.diag.message_primary} ({detail})" if detail else error.diag.message_primary
    else:
        message = str(error)
    return " ".join(message.split())[:1000].removesuffix(".")


def lasting(error: Exception, connection: psycopg.Connection[Any] | None = None) -> ArchiveError:
    """The error that ends a load."""
    if isinstance(error, psycopg.errors.DiskFull):
        return DiskFull(path="the database")
    if isinstance(error, psycopg.errors.InsufficientPrivilege) and connection is not None:
        user, database = connection.info.user, connection.info.dbname
        grants = sql.SQL(
            "GRANT USAGE ON SCHEMA {schema} TO {user}; GRANT TEMPORARY ON DATABASE {database} TO {user}; "
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {user};"
        ).format(schema=sql.Identifier(SCHEMA), user=sql.Identifier(user), database=sql.Identifier(database))
        return LoadNotGranted(user=user, database=database, said=said(error), statement=grants.as_string())
    return LoadRefused(said=said(error))


def refusal(error: psycopg.Error | ValueError) -> str:
    """The reason why one text failed, and what to do about it."""
    if isinstance(error, NameTaken):
        return str(error)
    if isinstance(error, psycopg.Error) and error.sqlstate and error.sqlstate.startswith("54"):
        return f"PostgreSQL cannot hold it: {said(error)}; split it into texts of one report each"
    return f"the database refuses what was read from it: {said(error)}; report this text as a fault of the reader"
