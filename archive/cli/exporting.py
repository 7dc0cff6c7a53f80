"""Taking everything out: ``archive export``, from one consistent view of the archive."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from archive.cli.connecting import connect
from archive.cli.failures import outcome, unless_it_breaks
from archive.cli.output import as_line, narrate
from archive.cli.settings import Settings, database_option, named
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from psycopg import Connection, sql
    from sqlalchemy import Engine, Table


class FileError(ArchiveError):
    """{file} cannot be written: {reason}. Name another place, or make room there."""


_FORMATS = ("csv", "jsonl", "readings")


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMATS, case_sensitive=False))
@click.argument("target", type=click.Path(path_type=Path, allow_dash=True), required=False)
@database_option
@click.pass_context
def export(ctx: click.Context, form: str, target: Path | None) -> None:
    """Write everything that the archive holds.

    \b
    csv FOLDER       each table as a file that PostgreSQL reads in, and each view as
                     one to read; load.sql says which are which, and reads them in
    jsonl [FILE]     each row of each table as a line {"table": ..., "row": ...}
    readings [FILE]  each current text as a line, with its facts as from `read`

    Without FILE the lines go to standard output. A file that is there already is replaced. A text on which the
    reader fails is named and left out, and the command ends with 3.

    The files of tables leave out what the database computes. `psql -f load.sql` in the FOLDER fills migrated, empty
    tables with them, in one transaction and each table after those that it refers to. A list is {BZ,RU} there, as
    PostgreSQL writes it. That is enough to ask; an archive that shall go on loading moves with pg_dump.
    """
    if form == "csv" and (target is None or str(target) == "-"):
        raise click.UsageError("CSV is a file for each table: name the FOLDER to write them to.")
    named(() if target is None else (str(target),))
    done = failed = 0
    with _snapshot(connect(ctx.obj)) as driver:
        if form == "csv" and target is not None:
            _write_tables(driver, target)
            return
        with _opened(target) as file:
            for line in _rows(driver) if form == "jsonl" else _readings(driver, ctx.obj):
                if line is None:
                    failed += 1
                    continue
                done += 1
                file.write(line + "\n")
    ctx.exit(outcome(done, failed))


COMMANDS = (export,)


@contextmanager
def _snapshot(engine: "Engine") -> "Iterator[Connection[Any]]":
    """A transaction that sees the archive as it is now, whatever is loaded meanwhile."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        driver: Any = connection.connection.driver_connection
        yield driver


def _write_tables(driver: "Connection[Any]", folder: Path) -> None:
    from archive.models.views import VIEWS

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(file=folder, reason=error.strerror) from error
    with _opened(folder / "load.sql") as file:
        file.write(_load_script())
    for table in (*_tables(), *VIEWS.sorted_tables):
        statement = _copy(table)
        with _opened(folder / f"{table.name}.csv") as file, driver.cursor() as cursor:
            with cursor.copy(statement) as copy:
                for piece in copy:
                    file.buffer.write(piece)
            narrate(f"{folder / table.name}.csv: {cursor.rowcount} rows")


def _rows(driver: "Connection[Any]") -> Iterator[str]:
    for table in _tables():
        with driver.cursor(name="rows") as cursor:
            cursor.itersize = 1000
            cursor.execute(_lines(table))
            for (row,) in cursor:
                yield f'{{"table": "{table.name}", "row": {row}}}'


def _readings(driver: "Connection[Any]", settings: Settings) -> Iterator[str | None]:
    """A line for each current text; None for one on which the reader fails, once that is told."""
    with driver.cursor(name="texts") as cursor:
        cursor.itersize = 100
        cursor.execute(
            "SELECT documents.slug, documents.text, documents.published_edtf, documents.url, sources.name "
            "FROM archive.documents LEFT JOIN archive.sources ON sources.id = documents.source_id "
            "WHERE documents.is_current ORDER BY documents.slug"
        )
        for slug, text, published, url, source in cursor:
            reading = unless_it_breaks(settings, slug, partial(_reading, slug, text, published))
            if reading is None:
                yield None
                continue
            yield as_line({**reading, "published": published, "source": source, "url": url, "text": text})


def _reading(slug: str, text: str, published: str | None) -> dict[str, Any]:
    from archive.reading import read
    from archive.reading.output import as_json

    return as_json(read(text, published=published), text, document=slug)


def _tables() -> "list[Table]":
    """The tables, each after those that it refers to; what is internal to the loading stays inside."""
    from archive.models import Base
    from archive.models.base import is_internal

    return [table for table in Base.metadata.sorted_tables if not is_internal(table)]


def _load_script() -> str:
    """What psql reads the files of the tables in with, in the order in which the tables refer to each other."""
    from archive.models.views import VIEWS

    views = ", ".join(sorted(f"{view.name}.csv" for view in VIEWS.sorted_tables))
    copies = (
        f"\\copy {table.fullname} ({', '.join(_stored(table))}) "
        f"from '{table.name}.csv' with (format csv, header match, encoding 'UTF8')"
        for table in _tables()
    )
    return "\n".join(
        (
            "-- The tables of an archive, each after those that it refers to, for migrated tables that are empty.",
            f"-- The other files are views, which the database makes of the tables: {views}.",
            "\\set ON_ERROR_STOP on",
            "BEGIN;",
            *copies,
            "COMMIT;",
            "",
        )
    )


def _stored(table: "Table") -> list[str]:
    """The columns of a table that the database does not compute."""
    return [column.name for column in table.columns if column.computed is None]


def _copy(table: "Table") -> "sql.Composed":
    """A file for the table; PostgreSQL would not take a value for a column that it computes."""
    from psycopg import sql

    columns = _stored(table)
    return sql.SQL("COPY ({}) TO STDOUT WITH (FORMAT csv, HEADER)").format(_select(table, columns))


def _lines(table: "Table") -> "sql.Composed":
    """A line for each row; without the column for the text search, which nobody reads."""
    from psycopg import sql
    from sqlalchemy.dialects.postgresql import TSVECTOR

    columns = [column.name for column in table.columns if not isinstance(column.type, TSVECTOR)]
    return sql.SQL("SELECT to_jsonb(one)::text FROM ({}) AS one").format(_select(table, columns))


def _select(table: "Table", columns: list[str]) -> "sql.Composed":
    """All rows in a fixed order."""
    from psycopg import sql

    order = [column.name for column in table.primary_key] or columns
    listed = sql.SQL(", ")
    return sql.SQL("SELECT {} FROM {} ORDER BY {}").format(
        listed.join(map(sql.Identifier, columns)),
        sql.Identifier(table.schema or "archive", table.name),
        listed.join(map(sql.Identifier, order)),
    )


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when it is whole; a pipe or a device stays what it is."""
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    path = path.resolve()  # a link stays a link
    part = path.with_name(f"{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        if part != path:
            part.replace(path)
    except OSError as error:
        raise FileError(file=path, reason=error.strerror) from error
    finally:
        if part != path:
            with suppress(OSError):
                part.unlink(missing_ok=True)
