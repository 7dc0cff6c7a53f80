"""The same rows written in three ways: by the loader, by raw binary COPY, and by `Session.add_all`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from archive.loading.columns import REFERENCE
from archive.loading.packing import Packed
from archive.loading.transactions import Transactions
from archive.loading.writing import write
from archive.models import SCHEMA, Base

BATCH = 200
LEFT_OUT = {*REFERENCE, "loads", "load_failures", "document_changes", "facts_to_prove", "attestations", "shown_offices"}


def write_all(engine: Engine, rows: Sequence[Packed]) -> None:
    """The loader's own writing."""
    with Transactions(engine) as transactions:
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            transactions.attempt(partial(write, documents=batch))


def tables() -> list[tuple[str, list[str]]]:
    """Every table of content with its columns but the computed ones, parents first; triggers keep the sums."""
    return [
        (table.name, [column.name for column in table.columns if column.computed is None])
        for table in Base.metadata.sorted_tables
        if table.name not in LEFT_OUT and not table.info.get("is_view")
    ]


@contextmanager
def driver(engine: Engine) -> Iterator[psycopg.Connection[Any]]:
    """The driver's own connection, committed at the end."""
    raw = engine.raw_connection()
    connection = raw.driver_connection
    assert isinstance(connection, psycopg.Connection)
    yield connection
    connection.commit()
    raw.close()


def copied_out(engine: Engine) -> dict[str, list[bytes]]:
    """Every table in the form of binary COPY."""
    with driver(engine) as connection, connection.cursor() as cursor:
        found = {}
        for table, columns in tables():
            # A text stands before the one that replaces it; here none does.
            with cursor.copy(_copy(table, columns, "TO STDOUT")) as out:
                found[table] = [bytes(block) for block in out]
        return found


def copy_in(engine: Engine, blocks: dict[str, list[bytes]]) -> None:
    """The least that PostgreSQL must do for these rows."""
    with driver(engine) as connection, connection.cursor() as cursor:
        for table, columns in tables():
            with cursor.copy(_copy(table, columns, "FROM STDIN")) as into:
                for block in blocks[table]:
                    into.write(block)


def _copy(table: str, columns: list[str], where: str) -> sql.Composed:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("COPY {} ({}) {} (FORMAT binary)").format(sql.Identifier(SCHEMA, table), names, sql.SQL(where))


def objects(engine: Engine) -> list[list[Any]]:
    """Every row as an object of the models that has not been stored, table by table."""
    classes: dict[Any, type[Any]] = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    found: list[list[Any]] = []
    with engine.connect() as connection:
        for name, columns in tables():
            table = Base.metadata.tables[f"{SCHEMA}.{name}"]
            rows = connection.execute(select(*(table.c[column] for column in columns)))
            made = [classes[table](**dict(zip(columns, row, strict=True))) for row in rows]
            found += _wholes_first(made) if "part_of_id" in columns else [made]
    return found


def _wholes_first(things: list[Any]) -> Iterator[list[Any]]:
    """Bodies, meetings and instruments, each after the one that it is a part of."""
    there = {None}
    while things:
        ready = [thing for thing in things if thing.part_of_id in there]
        things = [thing for thing in things if thing.part_of_id not in there]
        there |= {thing.id for thing in ready}
        yield ready


def add_all(engine: Engine, rows: list[list[Any]]) -> None:
    """What an application would do first; table by table, because not every key is a relationship."""
    with Session(engine) as session:
        for some in rows:
            session.add_all(some)
            session.flush()
        session.commit()
