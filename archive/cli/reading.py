"""Reading without a database: ``read`` prints the facts of texts."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from archive.cli.failures import outcome, unless_it_breaks
from archive.cli.output import as_line, complain
from archive.cli.settings import Settings, named

if TYPE_CHECKING:
    from archive.loading import Source, SourceText

Object = dict[str, Any]


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--jsonl", metavar="FILE", help="Read each line of FILE: an object with id, text and perhaps published.")
@click.option("--explain", is_flag=True, help="Show for each sentence what was read, by which rule, and what was not.")
@click.pass_context
def read(ctx: click.Context, paths: tuple[str, ...], jsonl: str | None, explain: bool) -> None:
    """Print the facts of texts, without a database.

    One JSON object per text and line; with --explain, every sentence with what was read from it and why. A PATH is a
    file with one text, a folder (every .txt below it), a .jsonl file with a text per line, or - for one text on
    standard input. A sources.toml beside the texts gives the dates that "last year" is counted from. A text is named
    as `seed` names it: a file of a folder by its path below that folder, without .txt.
    """
    if not paths and not jsonl:
        raise click.UsageError("Name the texts to read: a PATH, - for standard input, or --jsonl FILE.")
    done = failed = 0
    for source in texts(named(paths), *named((jsonl,) if jsonl else ())):
        shown = None if source is None else _shown(ctx.obj, source, explain=explain)
        failed += shown is None
        if shown is not None:
            click.echo(shown)
            done += 1
    ctx.exit(outcome(done, failed))


COMMANDS = (read,)


def texts(paths: Iterable[str], jsonl: str | None = None) -> "Iterator[SourceText | None]":
    """Each text that the paths hold; None for one that cannot be had, once it is said why."""
    from archive.loading import Note, SourceText, sources
    from archive.loading.corpora import read_corpus

    # Not all at once: two paths may hold texts of one name, which here is no matter.
    found: Iterable[Source] = chain.from_iterable(sources([path], to_keep=False) for path in paths)
    for source in chain(found, read_corpus(Path(jsonl)) if jsonl is not None else ()):
        if isinstance(source, SourceText):
            yield source
            continue
        complain(str(source))
        if not isinstance(source, Note):
            yield None


def _shown(settings: Settings, source: "SourceText", *, explain: bool) -> str | None:
    """What is printed of one text; None, and a complaint, when the reading breaks."""
    if explain:
        from archive.cli.explaining import explanation

        return unless_it_breaks(settings, source.path, lambda: explanation(source, source.slug))
    reading = reading_of(settings, source)
    return None if reading is None else as_line(reading)


def reading_of(settings: Settings, source: "SourceText") -> Object | None:
    """The facts of one text; None, and a complaint, when the reading breaks."""
    from archive.reading import read
    from archive.reading.output import as_json

    published = source.published
    return unless_it_breaks(
        settings,
        source.path,
        lambda: as_json(read(source.text, published=published), source.text, document=source.slug),
    )
