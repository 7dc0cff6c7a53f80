"""Making the archive: ``migrate`` its tables, ``seed`` it with texts, ``verify`` that it holds together."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from archive.cli.connecting import reach
from archive.cli.failures import FAILED, outcome
from archive.cli.loaded import Dated, Replaced, show_report, tell_of_texts
from archive.cli.output import answer, complain, narrate
from archive.cli.progress import counting, telling
from archive.cli.settings import (
    Format,
    Log,
    Settings,
    database_option,
    format_option,
    log_option,
    named,
    refuse_database,
)
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from archive.loading import LoadReport, Source
    from archive.loading.pruning import Roll


class CannotPruneError(ArchiveError):
    """Nothing was withdrawn, because nobody can tell what is gone: {hidden}. What was given is loaded."""


class TooManyGoneError(ArchiveError):
    """Of {total} documents {gone} have no file any more ({named}). That is more than a tenth, so nothing was
    withdrawn; what was given is loaded. If they are really gone, say so with --yes."""


@click.command()
@click.argument("revision", default="head")
@click.option(
    "--sql",
    is_flag=True,
    help="Print the SQL instead of running it: for an empty database, or with FROM:TO as REVISION for one at FROM.",
)
@click.option("--yes", is_flag=True, help="Do not ask before something is taken away.")
@database_option
@click.pass_obj
def migrate(settings: Settings, revision: str, sql: bool, yes: bool) -> None:
    """Bring the tables to REVISION, the newest by default.

    REVISION is head, the id of a revision, or base, which takes everything away. Going down asks first. Where the
    database is, `archive status` says.
    """
    from archive.database import current_revision, downgrade, goes_down, upgrade, upgrade_sql

    refuse_database("REVISION", revision)
    if sql:
        click.echo(upgrade_sql(revision), nl=False)
        return
    engine = reach(settings)
    if goes_down(engine, revision):
        if not yes:
            _ask(f"Going down to {revision} takes tables and what is in them away. Go on?")
        downgrade(engine, revision)
    else:
        upgrade(engine, revision)
    narrate(f"The archive is at revision {current_revision(engine) or 'base: it is gone'}.")


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--jobs",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    help="How many processes read; without it, one for each core.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Read on the workers of this Dask scheduler, such as tcp://10.0.0.1:8786 (needs the extra archive[dask]).",
)
@log_option
@click.option(
    "--collection",
    metavar="NAME",
    help="What the folder, corpus or standard input counts as; without it, its own name. For a folder that has a new "
    "name, or the name of another.",
)
@click.option("--name", metavar="NAME", help="What one text on standard input is named.")
@click.option("--again", is_flag=True, help="Read again, from the stored texts, what an older reader has read.")
@click.option("--prune", is_flag=True, help="Withdraw the documents that have left the folders since the last load.")
@click.option("--yes", is_flag=True, help="Withdraw them even when they are more than a tenth.")
@format_option()
@database_option
@click.pass_context
def seed(
    ctx: click.Context,
    paths: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    collection: str | None,
    name: str | None,
    again: bool,
    prune: bool,
    yes: bool,
    form: Format,
) -> None:
    """Load texts into the archive.

    Without a PATH these are the five texts that come with it. A PATH is a file with one text (.txt), a folder (every
    .txt below it, with a sources.toml that says where and when each was published), a corpus with a text per line or
    row (.jsonl, .jsonl.gz, .parquet), or - for standard input: one text, or the lines of a corpus, packed or not.

    Each line or row of a corpus has the keys id and text and may have url, publisher, published (2024, 2024-05,
    2024-05-03 or another date in EDTF) and language (en); in sources.toml the key file stands in place of the first
    two.

    The tables are made or brought up to date first. What is in the archive already is not read again, nor is a text on
    which this version of the reader has failed, and a text that has changed replaces the facts of the old one. Ctrl-C
    ends after the batch that is under way.
    """
    from archive.database import upgrade
    from archive.loading import sources
    from archive.loading.pruning import Roll
    from archive.resources import SEEDS

    _refuse_contradictions(
        again=again, of_texts=bool(paths or prune or collection or name), jobs=jobs, scheduler=scheduler
    )
    given = named(paths) or (str(SEEDS / "documents"),)
    collections = _collections(given, collection, prune=prune)
    singles = _singles(given, name)
    engine = reach(ctx.obj)
    upgrade(engine)
    dated, replaced = Dated(), Replaced(engine, singles)
    with _reader(scheduler, jobs) as how, Roll() as roll:
        if again:
            report = _load_again(engine, ctx.obj.log, how)
        else:
            passing = dated.count(sources(given, as_collection=collection, as_slug=name))
            report = _load(engine, given, roll.call(passing) if prune else passing, ctx.obj.log, how)
        if prune:
            report = _prune(engine, collections, roll, report, yes=yes)
    if ctx.obj.log is Log.TEXT:
        tell_of_texts(report)  # to a machine each batch has told it
    counts = report.documents
    if paths and counts.new + counts.changed:
        replaced.tell()
        dated.tell()
    show_report(report, form)
    if not (counts.total or again):
        complain(f"There was no text in {', '.join(given)}.")
        ctx.exit(FAILED)
    ctx.exit(outcome(counts.total - counts.failed, counts.failed))


@click.command()
@format_option()
@database_option
@click.pass_context
def verify(ctx: click.Context, form: Format) -> None:
    """Check the archive against its own texts.

    Every span, every proof and every row is looked at, every text is read again, and what is read must be what is
    stored. A text that another version of the reader has read is not read again: it would be read in another way.
    Nothing is changed.
    """
    from archive.cli.connecting import connect
    from archive.database import session
    from archive.loading.verifying import verify
    from archive.queries import readers
    from archive.reading import READER_VERSION, read

    engine = connect(ctx.obj)
    with session(engine, read_only=True) as reading:
        by_reader = {row.reader_version: row.documents for row in reading.execute(readers())}
    texts = by_reader.pop(READER_VERSION, 0)
    outdated = sum(by_reader.values())
    with counting("Reading again", texts) as advance:
        findings = list(verify(engine, read, reader_version=READER_VERSION, on_documents=advance))
    if outdated:
        complain(
            f"{outdated} texts were read by another version of the reader, so their facts were not compared with a "
            "fresh reading. To read them again, from the stored texts: archive seed --again"
        )
    if findings or form is not Format.TABLE:
        answer(("rule", "subject", "message"), [(one.rule, one.subject, one.message) for one in findings], form)
    complain(f"Of {texts} texts: " + (f"{len(findings)} findings." if findings else "everything agrees."))
    ctx.exit(FAILED if findings else 0)


COMMANDS = (migrate, seed, verify)


def _refuse_contradictions(*, again: bool, of_texts: bool, jobs: int | None, scheduler: str | None) -> None:
    """Refuse choices of which one leaves nothing to the other."""
    if again and of_texts:
        raise click.UsageError("With --again the texts are those of the archive; leave out --again to load a PATH.")
    if jobs and scheduler:
        raise click.UsageError("With --scheduler the cluster says how many read; leave out --jobs.")
    if scheduler and "@" in scheduler:
        raise click.UsageError("A scheduler knows no users: its address has no name and no password before an @.")


def _collections(paths: Sequence[str], name: str | None, *, prune: bool) -> list[str]:
    """The collections that the paths are, once it is known that what is asked of them can be done."""
    from archive.loading import collection, is_single

    if name is not None:
        if not name.strip() or not name.isprintable():
            raise click.UsageError("The NAME of --collection is empty or holds what cannot be printed.")
        if len(paths) != 1 or is_single(paths[0]):
            raise click.UsageError("With --collection there is one PATH: a folder, a corpus or standard input.")
    if prune and (others := [path for path in paths if path == "-" or not (name or collection(path))]):
        what = "nobody can tell whether standard input is whole" if others[0] == "-" else f"{others[0]} is not"
        raise click.UsageError(f"With --prune each PATH is a folder or a corpus, and {what}.")
    return [name] if name else [known for path in paths if (known := collection(path))]


def _singles(paths: Sequence[str], name: str | None) -> list[str]:
    """The names of the texts that come alone, once it is known that the one of standard input can have its name."""
    from archive.loading import is_single, slug_of

    if name is not None and not (name.strip() and name.isprintable()):
        raise click.UsageError("The NAME of --name is empty or holds what cannot be printed.")
    if name is not None and "-" not in paths:
        raise click.UsageError("With --name a PATH is - for standard input; a file has a name.")
    return [slug_of(path) for path in paths if is_single(path)] + ([name] if name else [])


def _ask(question: str) -> None:
    if not sys.stdin.isatty():
        raise click.UsageError(f"{question} Say so with --yes.")
    if not click.confirm(question, err=True):
        raise click.exceptions.Exit(FAILED)


def _load(
    engine: "Engine", paths: Sequence[str], found: "Iterable[Source]", log: Log, how: dict[str, Any]
) -> "LoadReport":
    """Load what was found below the paths."""
    from archive.loading import count, load

    with telling(log, lambda: count(paths)) as on_batch:
        return load(engine, found, on_batch=on_batch, **how)


def _load_again(engine: "Engine", log: Log, how: dict[str, Any]) -> "LoadReport":
    """Load what an older reader has read, from the stored texts."""
    from archive.loading import count_outdated, load_again

    with telling(log, lambda: count_outdated(engine, how["reader_version"])) as on_batch:
        return load_again(engine, on_batch=on_batch, **how)


@contextmanager
def _reader(scheduler: str | None, jobs: int | None) -> Iterator[dict[str, Any]]:
    """Who reads: processes of this machine, or the workers of a cluster."""
    from archive.loading import cores
    from archive.reading import READER_VERSION, read

    how: dict[str, Any] = {"read": read, "reader_version": READER_VERSION}
    if scheduler is None:
        yield how | {"jobs": jobs or cores()}
        return
    from archive.loading.cluster import cluster

    with cluster(scheduler, version_of="archive.reading:READER_VERSION", version=READER_VERSION) as workers:
        yield how | {"jobs": workers.jobs, "make_executor": workers.executor}


def _prune(
    engine: "Engine", collections: Sequence[str], roll: "Roll", report: "LoadReport", *, yes: bool
) -> "LoadReport":
    """Withdraw what has left the collections; the report with what that took."""
    from archive.loading.pruning import gone, withdraw_all
    from archive.loading.reports import added

    if roll.hidden is not None:
        raise CannotPruneError(hidden=str(roll.hidden))
    slugs, total = gone(engine, collections, roll)
    if len(slugs) * 10 > total and not yes:
        named = ", ".join(slugs[:3]) + (" ..." if len(slugs) > 3 else "")
        raise TooManyGoneError(gone=len(slugs), total=total, named=named)
    if slugs:
        complain(f"Withdrawing {len(slugs)} of {total} documents, because their files are gone.")
    gone_with = withdraw_all(engine, slugs, load_id=UUID(report.load_id))
    return replace(report, tables=added(report.tables, gone_with), withdrawn=len(slugs))
