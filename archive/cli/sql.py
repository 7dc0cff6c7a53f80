"""Asking in SQL: ``archive query`` for one question, ``archive psql`` for a conversation."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from archive.cli.output import answer
from archive.cli.settings import Format, Settings, database_option, format_option
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from psycopg import Cursor
    from sqlalchemy import Engine

# A question begins with one of these words. The transaction is read-only besides; this keeps out what a read-only
# transaction lets through: COPY to a file of the server, DO, CALL.
_QUESTION = re.compile(
    r"(?: \s | \( | --[^\n]*(?:\n|$) | /\*.*?\*/ )* (?:SELECT|WITH|VALUES|TABLE|SHOW|EXPLAIN)\b",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)

_UUID = 2950  # the number that PostgreSQL gives the type


class NoStatementError(ArchiveError):
    """There is no statement to be had from {place}: {reason}."""

    exit_code = 2


class TooSlowError(ArchiveError):
    """The answer took longer than {seconds} seconds. Ask for less, or wait longer with --timeout SECONDS."""


class NotForPsqlError(ArchiveError):
    """psql cannot be told {name}: it ends with a space, or has more than one line. Name it in PGSERVICEFILE or in
    another way that psql knows, and leave it out of the URL."""


class OnlyReadingError(ArchiveError):
    """A question only reads, and this one does more: {said}. To change something there is `archive psql`."""


@click.command(context_settings={"ignore_unknown_options": True})  # a statement may begin with a remark: -- why
@click.argument("sql")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=60,
    show_default=True,
    help="How long to wait; 0 waits for ever.",
)
@format_option()
@database_option
@click.pass_obj
def query(settings: Settings, sql: str, timeout: float, form: Format) -> None:
    """Answer one SQL statement, read-only.

    SQL is the statement, a file that ends in .sql, or - for standard input. Tables and views need no schema name.
    Rows that are too wide for the terminal are shown as blocks, without their empty columns. Ids, which join one row to
    others, are shown where the statement names them; the other formats have all columns, and -f csv writes them as
    PostgreSQL's COPY does.
    """
    from archive.cli.connecting import connect

    statement = _statement(sql)
    with _asking(connect(settings), timeout) as cursor, _explained(timeout):
        cursor.execute(statement, prepare=True)  # a prepared statement is one statement: the server refuses two
        columns = told_apart([column.name for column in cursor.description or ()])
        match form:
            case Format.TABLE:
                shown = _to_read(cursor, statement)
                rows = ([row[place] for place in shown] for row in cursor)
                answer([columns[place] for place in shown], rows, form)
            case Format.CSV:
                answer(columns, _as_written(cursor), form)
            case _:
                answer(columns, cursor, form)


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("arguments", metavar="[ARGS]...", nargs=-1, type=click.UNPROCESSED)
@database_option
@click.pass_context
def psql(ctx: click.Context, arguments: tuple[str, ...]) -> None:
    """Open psql on the archive; ARGS go to psql.

    With psql the tables can be changed as well as read: archive psql -c "..."
    """
    import signal
    import subprocess

    from archive.cli.connecting import reach

    with conversation(reach(ctx.obj)) as (target, environment):
        command = [find_psql(), "--dbname", target, *arguments]
        # Ctrl-C belongs to psql, where it cancels a statement; the archive stays as long as psql, and so its server.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            done = subprocess.run(command, env=os.environ | environment, check=False, restore_signals=True)
        finally:
            signal.signal(signal.SIGINT, before)
    ctx.exit(done.returncode if done.returncode >= 0 else 128 - done.returncode)


COMMANDS = (query, psql)


def _to_read(cursor: "Cursor[Any]", statement: str) -> list[int]:
    """The places of the columns that a person reads: all but ids that came with an asterisk, unless nothing is left.

    In doubt an id is shown: its name may stand in the statement for another reason, with an asterisk that counts.
    """
    columns = list(enumerate(cursor.description or ()))
    asked = statement.lower()
    shown = [
        place
        for place, column in columns
        if column.type_code != _UUID or "*" not in asked or column.name.lower() in asked
    ]
    return shown or [place for place, _ in columns]


def _as_written(cursor: "Cursor[Any]") -> Iterator[list[str | None]]:
    """The rows in PostgreSQL's own words."""
    result, encoding = cursor.pgresult, cursor.connection.info.encoding
    assert result is not None
    for row in range(result.ntuples):
        values = (result.get_value(row, column) for column in range(result.nfields))
        yield [None if value is None else value.decode(encoding) for value in values]


def told_apart(names: Sequence[str]) -> list[str]:
    """Column names of which no two are equal: ``a, a`` becomes ``a, a_2``."""
    told: list[str] = []
    for name in names:
        unique, number = name, 1
        while unique in told:
            number += 1
            unique = f"{name}_{number}"
        told.append(unique)
    return told


@contextmanager
def conversation(engine: "Engine") -> Iterator[tuple[str, dict[str, str]]]:
    """What psql connects to, and its environment, while it runs.

    A list of processes shows arguments to everybody, and more than the password is secret. So the argument only names
    the service of a file that nobody else can read; the password travels in the environment, and never lies on a disk.
    """
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        parameters, password = driver.info.get_parameters(), driver.info.password
    with TemporaryDirectory(prefix="archive-psql-") as folder:  # of mode 0700
        file = Path(folder) / "service"
        file.write_text(_service(parameters), encoding="utf-8")
        yield "service=archive", {"PGSERVICEFILE": str(file)} | ({"PGPASSWORD": password} if password else {})


def _service(parameters: Mapping[str, str]) -> str:
    """The parameters of a connection as a service; what another service had said is among them."""
    lines = ["[archive]"]
    for name, value in parameters.items():
        if "\n" in value or value != value.rstrip():
            raise NotForPsqlError(name=name)
        if name not in ("service", "servicefile"):
            lines.append(f"{name}={value}")
    return "\n".join((*lines, ""))


def find_psql() -> str:
    """The psql that came with the embedded server, which is new enough for every server, else the system's."""
    import shutil

    from archive.errors import ProgramsMissing
    from archive.server import program

    try:
        return str(program("psql"))
    except ProgramsMissing:
        if (system := shutil.which("psql")) is None:
            raise
        return system


def _statement(sql: str) -> str:
    if sql == "-":
        sql = _in_utf8("standard input", sys.stdin.buffer.read())
    elif sql.endswith(".sql"):
        try:
            sql = _in_utf8(sql, Path(sql).read_bytes())
        except OSError as error:
            raise NoStatementError(place=sql, reason=error.strerror) from error
    if not _QUESTION.match(sql):
        raise click.UsageError(
            "A question begins with SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN. "
            "For anything else there is `archive psql`."
        )
    return sql


def _in_utf8(place: str, data: bytes) -> str:
    """The statement that these bytes spell; PostgreSQL would end it at a NUL, and forget the rest."""
    try:
        sql = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoStatementError(place=place, reason=f"byte {error.start} is not UTF-8") from error
    if "\0" in sql:
        raise NoStatementError(place=place, reason=f"it has a NUL at character {sql.index(chr(0))}")
    return sql


@contextmanager
def _explained(timeout: float) -> Iterator[None]:
    """Say what a person can do, where the database's own words do not."""
    from psycopg import errors

    try:
        yield
    except errors.QueryCanceled as error:
        raise TooSlowError(seconds=f"{timeout:g}") from error
    except (errors.ReadOnlySqlTransaction, errors.ActiveSqlTransaction) as error:
        raise OnlyReadingError(said=error.diag.message_primary) from error
    except errors.SyntaxError as error:
        if "multiple commands" in str(error.diag.message_primary):
            raise click.UsageError("Ask one statement at a time; `archive psql` runs several.") from error
        raise


@contextmanager
def _asking(engine: "Engine", timeout: float) -> "Iterator[Cursor[Any]]":
    """A cursor in a transaction that can only read and is given up after ``timeout`` seconds."""
    from archive.database import session

    with session(engine, read_only=True, timeout=timeout or None) as reading:
        driver: Any = reading.connection().connection.driver_connection
        with driver.cursor() as cursor:
            _read_any_date(cursor)
            yield cursor


def _read_any_date(cursor: "Cursor[Any]") -> None:
    """Let dates that Python does not know (`infinity`, years BC), and ranges, be as PostgreSQL writes them."""
    from psycopg import DataError
    from psycopg.types.datetime import DateLoader, TimestampLoader, TimestamptzLoader
    from psycopg.types.string import TextLoader

    def forgiving(loader: type[Any]) -> type[Any]:
        class Forgiving(loader):  # type: ignore[misc] # the base is one of three
            def load(self, data: Any) -> object:
                try:
                    return super().load(data)
                except DataError:
                    return bytes(data).decode()

        return Forgiving

    for name, loader in (("date", DateLoader), ("timestamp", TimestampLoader), ("timestamptz", TimestamptzLoader)):
        cursor.adapters.register_loader(name, forgiving(loader))
    for name in ("daterange", "tsrange", "tstzrange", "datemultirange", "tsmultirange", "tstzmultirange"):
        cursor.adapters.register_loader(name, TextLoader)
