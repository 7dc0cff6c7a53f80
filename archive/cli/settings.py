"""What the options that several commands share mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import click

_DATABASE = re.compile(r"postgres(ql)?(\+\w+)?:/", re.IGNORECASE)


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Log(StrEnum):
    """In which form a load tells of itself on standard error."""

    TEXT = "text"
    JSON = "json"


@dataclass(slots=True)
class Settings:
    """Which server to use, whether to show where an error arose, and for whom standard error is."""

    database: str | None = None
    traceback: bool = False
    log: Log = Log.TEXT


def _choose_database(ctx: click.Context, _: click.Parameter, url: str | None) -> None:
    if url:
        ctx.ensure_object(Settings).database = url


# `archive --database URL status` and `archive status --database URL` mean the same.
database_option = click.option(
    "--database",
    metavar="URL",
    expose_value=False,
    callback=_choose_database,
    help="The PostgreSQL server to use, instead of DATABASE_URL or the embedded one.",
)


def _choose_traceback(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.ensure_object(Settings).traceback = True


# Every command has it, as a message says that any can be run with it.
traceback_option = click.option(
    "--traceback",
    is_flag=True,
    expose_value=False,
    callback=_choose_traceback,
    help="Show where an error arose.",
)


def _choose_log(ctx: click.Context, _: click.Parameter, form: Log) -> None:
    ctx.ensure_object(Settings).log = form


log_option = click.option(
    "--log",
    type=click.Choice(Log, case_sensitive=False),
    default=Log.TEXT,
    metavar="FORM",
    expose_value=False,
    callback=_choose_log,
    help=f"How to tell of the load on standard error: {', '.join(Log)}.  [default: {Log.TEXT}]",
)


def format_option(*, short: bool = True) -> Callable[[Any], Any]:
    """The option ``--format``, also as ``-f``."""
    return click.option(
        "--format",
        *(("-f",) if short else ()),
        "form",
        type=click.Choice(Format, case_sensitive=False),
        default=Format.TABLE,
        metavar="FORMAT",
        help=f"How to write the answer: {', '.join(Format)}.  [default: {Format.TABLE}]",
    )


def named(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths, none of them what no path is: nothing, or where a database is."""
    if not all(paths):  # a variable of the shell which was not set, not the folder we are in
        raise click.UsageError("A PATH is empty. For the folder that you are in write a dot.")
    refuse_database("A PATH", *paths)
    return paths


def refuse_database(what: str, *words: str) -> None:
    """Refuse the URL of a database in another's place: no message and no log shall hold the password in it."""
    if any(map(_DATABASE.match, words)):
        raise click.UsageError(f"{what} is the URL of a database. Name the database with --database URL.")
