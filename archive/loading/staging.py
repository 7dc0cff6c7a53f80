"""Temporary tables beside the real ones, filled by binary COPY: what a batch brings, before it is merged.

They live as long as the connection and are empty after each transaction, so the system catalogues do not grow with
every batch.
"""

from collections.abc import Callable, Iterable
from typing import Any

from psycopg import Cursor, sql
from sqlalchemy import Integer, Uuid

from archive.loading.columns import COLUMNS, Row
from archive.loading.packing import whole
from archive.models import SCHEMA, Base

# Beside what is brought: documents that lose their facts, rows to compute anew, facts that lost some evidence.
_LISTS = {
    "left": ("id uuid", "slug text"),
    "lost_claims": ("id uuid",),
    "touched": ("subject_table text", "subject_id uuid"),
    "unproven": ("fact text", "id uuid"),
}


def staged(table: str) -> sql.Identifier:
    """The temporary table that stands beside a table."""
    return sql.Identifier("pg_temp", f"staged_{table}")


def stored(table: str) -> sql.Identifier:
    """The table itself."""
    return sql.Identifier(SCHEMA, table)


def create_staging(cursor: Cursor[Any]) -> None:
    """Make the temporary tables of this connection, where they are not there yet."""
    lists = {table: ", ".join(columns) for table, columns in _LISTS.items()}
    brought = {
        table: ", ".join(f"{name} {kind}" for name, kind in zip(columns, _types(table), strict=True))
        for table, columns in COLUMNS.items()
    }
    statement = sql.SQL("CREATE TEMP TABLE IF NOT EXISTS {} ({}) ON COMMIT DELETE ROWS")
    tables = {**lists, **brought}.items()
    statements = [statement.format(sql.Identifier(f"staged_{table}"), sql.SQL(columns)) for table, columns in tables]
    cursor.execute(sql.SQL("; ").join(statements))


def copy(cursor: Cursor[Any], table: str, rows: Iterable[Row]) -> None:
    """Bring rows beside a table, in the order of its `COLUMNS`."""
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(staged(table), columns)
    with cursor.copy(statement) as into:
        into.set_types(_types(table))
        for row in rows:
            into.write_row(row)


def copy_packed(
    cursor: Cursor[Any], table: str, rows: Iterable[bytes], *, into: Callable[[str], sql.Identifier]
) -> None:
    """Bring packed rows into a table (`stored`) or beside it (`staged`); nothing is sent where there are none."""
    if not (data := whole(rows)):
        return
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(into(table), columns)) as stream:
        stream.write(data)


def _types(table: str) -> list[str]:
    """The types that a batch brings; what is neither an id nor a number travels as text."""
    columns = Base.metadata.tables[f"{SCHEMA}.{table}"].c
    kinds = (columns[name].type for name in COLUMNS[table])
    return ["uuid" if isinstance(kind, Uuid) else "int4" if isinstance(kind, Integer) else "text" for kind in kinds]
