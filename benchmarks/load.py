"""How fast texts come in, as ratios of one run: ``python benchmarks/load.py FOLDER [--texts 20000]``.

The texts are made from the ``.jsonl`` files of a folder: each takes the paragraphs of one of theirs, with one of
another in between, so that all are different and speak of the same world. Everything happens in databases that are
made for it, on the archive's own server or the one that ``--database`` names, and dropped at the end.

Compared are writing against a raw binary COPY of the same rows into the same tables, with their indexes, constraints
and triggers; against `Session.add_all` of the same rows; a second run against the first; and two readers against one.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from archive import database
from archive.loading import SourceText, cores, load
from archive.loading.readers import read_rows
from archive.loading.reference import write_reference
from archive.loading.rows import DocumentRows
from archive.loading.staging import REFERENCE
from archive.loading.texts import checksum
from archive.loading.transactions import Transactions
from archive.loading.writing import write
from archive.models import SCHEMA, Base
from archive.reading import READER_VERSION, read

BATCH = 200
LEFT_OUT = {*REFERENCE, "loads", "load_failures", "facts_to_prove"}


def make_texts(folder: Path, number: int) -> Iterator[SourceText]:
    """So many different texts, the same in every run."""
    found = [
        json.loads(line)["text"] for path in sorted(folder.glob("*.jsonl")) for line in path.read_text().splitlines()
    ]
    paragraphs = [each.split("\n") for each in found]
    for count in range(number):
        choose = random.Random(count)  # noqa: S311
        lines = list(paragraphs[count % len(paragraphs)])
        lines.insert(choose.randrange(len(lines)) + 1, choose.choice(choose.choice(paragraphs)))
        made = "\n".join([*lines, f"Release {count}."])
        yield SourceText(f"{count:07}", made, f"{folder}:{count}", checksum(made))


@contextmanager
def databases(url: str | None) -> Iterator[Callable[[str], Engine]]:
    """A maker of migrated databases with the reference data in them."""
    server = database.create_engine(url, isolation_level="AUTOCOMMIT")
    made: dict[str, Engine] = {}

    def make(name: str) -> Engine:
        name = f"archive_benchmark_{name}"
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        made[name] = engine = database.create_engine(server.url.set(database=name))
        database.upgrade(engine)
        with Transactions(engine) as transactions:
            transactions.attempt(write_reference)
        return engine

    try:
        yield make
    finally:
        for name, engine in made.items():
            engine.dispose()
            with server.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name}"))
        server.dispose()


def timed(work: Callable[[], Any]) -> float:
    """How many seconds some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def write_all(engine: Engine, rows: list[DocumentRows]) -> None:
    """The loader's own writing."""
    with Transactions(engine) as transactions:
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            transactions.attempt(partial(write, documents=batch))


def tables() -> list[tuple[str, list[str]]]:
    """Every table of content with its columns but the computed ones, parents first."""
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the .jsonl files are")
    parser.add_argument("--texts", type=int, default=20_000, help="how many texts are loaded (20000)")
    parser.add_argument("--written", type=int, default=2_000, help="of how many the writing is compared (2000)")
    parser.add_argument("--database", help="the URL of a database on the server to use")
    given = parser.parse_args()
    say = sys.stdout.write

    def told(what: str, seconds: float, texts: int, ratio: str = "") -> None:
        say(f"{what:<28} {seconds:9.2f} s {texts / seconds:9.0f} texts/s  {ratio}\n")
        sys.stdout.flush()

    with databases(given.database) as make:
        outcomes = [read_rows(each, read, READER_VERSION) for each in make_texts(given.folder, given.written)]
        rows = [each for each in outcomes if isinstance(each, DocumentRows)]
        say(f"{len(rows)} of {len(outcomes)} texts have a reading; {cores()} cores\n")
        written = make("written")
        writing = timed(lambda: write_all(written, rows))
        told("writing", writing, len(rows))
        blocks = copied_out(written)
        copied = make("copied")
        raw = timed(lambda: copy_in(copied, blocks))
        told("raw binary COPY", raw, len(rows), f"writing takes {writing / raw:.2f} times as long")
        added, stored = make("added"), objects(written)
        adding = timed(lambda: add_all(added, stored))
        told("Session.add_all", adding, len(rows), f"writing is {adding / writing:.1f} times as fast")
        seconds = {}
        for jobs in (1, 2):
            engine = make(f"jobs_{jobs}")
            how: dict[str, Any] = {"read": read, "reader_version": READER_VERSION, "jobs": jobs}
            first = timed(lambda: load(engine, make_texts(given.folder, given.texts), **how))  # noqa: B023
            again = timed(lambda: load(engine, make_texts(given.folder, given.texts), **how))  # noqa: B023
            seconds[jobs] = first
            told(f"first load, {jobs} reading", first, given.texts)
            told("second load", again, given.texts, f"{again / first:.1%} of the first")
        say(f"two readers load {seconds[1] / seconds[2]:.2f} times as fast as one\n")


if __name__ == "__main__":
    main()
