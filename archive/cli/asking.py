"""Asking without SQL: what the archive holds, which texts have these words, what is known of somebody."""

import os
from typing import TYPE_CHECKING, Any, ClassVar

import click

from archive.cli.connecting import NoArchiveError, connect, reach
from archive.cli.output import answer, answer_one, complain, draw_aside
from archive.cli.settings import Format, Settings, database_option, format_option
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

KINDS = ("person", "organization", "country", "place", "meeting", "agreement", "topic", "document")


class NobodyOfThatNameError(ArchiveError):
    """The archive knows no {kind} by the name {name!r}. A part of the name is enough, and so is the start of an id;
    `archive search` looks into the texts themselves."""


class NothingAskedError(ArchiveError):
    """There is nothing to search for in {asked!r}: words such as "the" and signs are in every text. Say a word more."""


class SeveralOfThatNameError(ArchiveError):
    """{name!r} may mean {count} of them. Say more of the name, or give the start of an id."""

    CANDIDATES = 50


@click.command()
@format_option()
@database_option
@click.pass_obj
def status(settings: Settings, form: Format) -> None:
    """Say what the archive holds, and on which server."""
    from archive.database import check_revision, current_revision, head_revision, session

    engine = reach(settings)
    with session(engine, read_only=True) as reading:
        found = _where(settings, reading.connection())
        revision = current_revision(reading.connection())
        found["revision"] = revision
        if revision == head_revision():
            found |= _contents(reading)
    answer_one(found, form)
    if outdated := found.get("documents_outdated"):
        complain(
            f"{outdated} documents were read by another version of the reader. To read them again, from the "
            "stored texts and in batches that may be interrupted: archive seed --again"
        )
    if revision is None:
        raise NoArchiveError(settings)
    check_revision(engine)


class WithMinus(click.Command):
    """A command among whose arguments a word after a hyphen is one that is not wanted."""

    _OPTIONS: ClassVar[dict[str, str]] = {"-f": "--format", "-h": "--help"}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The options, of one letter only where they stand alone: ``-fraud`` is a word."""
        end = args.index("--") if "--" in args else len(args)
        known = {name for option in self.get_params(ctx) for name in option.opts}
        for arg in args[:end]:
            if arg.startswith("--") and (name := arg.partition("=")[0]) not in known:
                raise click.NoSuchOption(name, ctx=ctx)
        return super().parse_args(ctx, [self._OPTIONS.get(arg, arg) for arg in args[:end]] + args[end:])


@click.command(cls=WithMinus, context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many documents to show.",
)
@format_option(short=False)
@database_option
@click.pass_obj
def search(settings: Settings, words: tuple[str, ...], limit: int, form: Format) -> None:
    """Find the documents with these WORDS, the best first.

    All words must be there; "several words" in quotation marks stand in this order; or means either; -word means
    without, wherever it stands. Diacritics and endings do not matter. After -- nothing is an option, not even -f.
    """
    from archive.database import session
    from archive.queries import asks_something, search

    # The shell takes quotation marks away: an argument of several words was a phrase.
    asked = " ".join(f'"{word}"' if " " in word and '"' not in word and len(words) > 1 else word for word in words)
    with session(connect(settings), read_only=True) as reading:
        if not reading.execute(asks_something(asked)).scalar_one():
            raise NothingAskedError(asked=asked)
        found = reading.execute(search(asked, limit=limit))
        columns, rows = list(found.keys()), [tuple(row) for row in found]
    if form is Format.TABLE:  # the id and the rank are for programs
        shown = [place for place, name in enumerate(columns) if name not in ("document_id", "rank")]
        columns, rows = [columns[place] for place in shown], [tuple(row[place] for place in shown) for row in rows]
    answer(columns, rows, form)
    if not rows:
        complain("No document has these words.")


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS, case_sensitive=False))
@click.argument("name", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help="Show every fact and every proof, however many.")
@format_option()
@database_option
@click.pass_obj
def show(settings: Settings, kind: str, name: tuple[str, ...], everything: bool, form: Format) -> None:
    """Tell what is known of one thing, with the words that prove it.

    KIND is person, organization, country, place, meeting, agreement, topic or document. NAME is any part of the name,
    without regard to diacritics, or the start of an id.
    """
    from archive.cli.records import read_record, write_record
    from archive.database import session
    from archive.queries import Kind, find

    called = " ".join(name)
    with session(connect(settings), read_only=True) as reading:
        most = SeveralOfThatNameError.CANDIDATES
        found = reading.execute(find(Kind(kind), called, limit=most + 1)).all()
        best = [one for one in found if one.fit == found[0].fit]
        if not best:
            raise NobodyOfThatNameError(kind=kind, name=called)
        if len(best) > 1:
            draw_aside(("id", "name", "detail"), [(one.id, one.name, one.detail) for one in found[:most]])
            raise SeveralOfThatNameError(name=called, count=len(found) if len(found) <= most else f"more than {most}")
        # A program gets everything; a person gets what fits the eye unless they ask for more.
        everything = everything or form is not Format.TABLE
        record = read_record(reading, Kind(kind), best[0].id, best[0].name, everything=everything)
    write_record(record, form)


COMMANDS = (status, search, show)


def _where(settings: Settings, connection: "Connection") -> dict[str, Any]:
    from archive import __version__

    driver: Any = connection.connection.driver_connection
    given = settings.database or os.environ.get("DATABASE_URL")
    version = connection.exec_driver_sql("SHOW server_version").scalar_one()
    return {
        "archive": __version__,
        "server": f"PostgreSQL {version}" + ("" if given else ", the archive's own"),
        "place": (f"{driver.info.host}, port {driver.info.port}" if given else driver.info.host) or "the local socket",
        "database": driver.info.dbname,
        "user": driver.info.user,
    }


def _contents(reading: "Session") -> dict[str, Any]:
    from archive import reader_version
    from archive.queries import holdings, last_load, readers

    found: dict[str, Any] = dict(reading.execute(holdings()).one()._mapping)
    by_reader = {row.reader_version: row.documents for row in reading.execute(readers())}
    found["documents_of_reader"] = by_reader
    found["documents_outdated"] = sum(by_reader.values()) - by_reader.get(reader_version.digest(), 0)
    load = reading.execute(last_load()).one_or_none()
    found["last_load"] = load and dict(load._mapping)
    return found
