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
from archive.cli.rows import Column, asking
from archive.cli.settings import Format, Settings, database_option, format_option, refuse_database
from archive.errors import ArchiveError

if TYPE_CHECKING:
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
    as_written = form is Format.CSV
    with _explained(), asking(connect(settings), statement, timeout, as_written=as_written) as (found, rows):
        columns = told_apart([column.name for column in found])
        if form is not Format.TABLE:
            answer(columns, rows, form)
            return
        shown = _to_read(found, statement)
        answer([columns[place] for place in shown], ([row[place] for place in shown] for row in rows), form)


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

    refuse_database("One of the ARGS", *arguments)
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


def _to_read(columns: Sequence[Column], statement: str) -> list[int]:
    """The places of the columns that a person reads: all but ids that came with an asterisk, unless nothing is left.

    In doubt an id is shown: its name may stand in the statement for another reason, with an asterisk that counts.
    """
    asked = statement.lower()
    shown = [
        place
        for place, column in enumerate(columns)
        if column.type != _UUID or "*" not in asked or column.name.lower() in asked
    ]
    return shown or list(range(len(columns)))


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
def _explained() -> Iterator[None]:
    """Say what a person can do, where the database's own words do not."""
    from psycopg import errors

    try:
        yield
    except (errors.ReadOnlySqlTransaction, errors.ActiveSqlTransaction) as error:
        raise OnlyReadingError(said=error.diag.message_primary) from error
    except errors.SyntaxError as error:
        if "multiple commands" in str(error.diag.message_primary):
            raise click.UsageError("Ask one statement at a time; `archive psql` runs several.") from error
        raise
