"""Reading without a database: ``read`` prints the facts of texts, ``evaluate`` measures them against gold files."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from archive.cli.failures import outcome, unless_it_breaks
from archive.cli.output import answer, as_line, complain, say
from archive.cli.settings import Format, Settings, format_option, named
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from archive.evaluation import Change, Scores
    from archive.loading import Source, SourceText

Object = dict[str, Any]
T = TypeVar("T")
Pair = tuple[str, str, Object, Object]


class NothingToEvaluateError(ArchiveError):
    """No text of {texts} has gold in {gold}. Gold is named as its text: NAME.json for NAME.txt, or an id for an id."""


class NotReadingsError(ArchiveError):
    """{path} cannot be used: {reason}. Give a file that `archive read` has printed."""


class NotGoldError(ArchiveError):
    """The gold file {path} cannot be used: {reason}."""


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--jsonl", metavar="FILE", help="Read each line of FILE: an object with id, text and perhaps published.")
@click.option("--explain", is_flag=True, help="Show for each sentence what was read, by which rule, and what was not.")
@click.pass_context
def read(ctx: click.Context, paths: tuple[str, ...], jsonl: str | None, explain: bool) -> None:
    """Print the facts of texts, without a database.

    One JSON object per text and line; with --explain, every sentence with what was read from it and why. A PATH is a
    file with one text, a folder (every .txt below it), a .jsonl file with a text per line, or - for one text on
    standard input. A sources.toml beside the texts gives the dates that "last year" is counted from.
    """
    if not paths and not jsonl:
        raise click.UsageError("Name the texts to read: a PATH, - for standard input, or --jsonl FILE.")
    done = failed = 0
    for document, source in _texts(named(paths), jsonl):
        if isinstance(source, str):
            complain(source)
            failed += 1
            continue
        shown = _shown(ctx.obj, document, source, explain=explain)
        failed += shown is None
        if shown is not None:
            click.echo(shown)
            done += 1
    ctx.exit(outcome(done, failed))


@click.command()
@click.argument("texts", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--errors", is_flag=True, help="List what was missed and what was invented, with the sentence.")
@click.option(
    "--diff",
    "old",
    metavar="OLD",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="List what changed since `archive read` printed OLD.",
)
@format_option()
@click.pass_context
def evaluate(ctx: click.Context, texts: Path, gold: Path | None, errors: bool, old: Path | None, form: Format) -> None:
    """Measure the reading against gold files.

    TEXTS is a folder of .txt files and GOLD one of .json files with the same names; either may be a .jsonl file
    instead, with a text or the gold of one a line, under its id. Without GOLD, TEXTS is a .jsonl file whose lines mark
    the spans of persons and countries.
    """
    from archive.evaluation import diff, evaluate, evaluate_marks

    if gold is None:
        marked = list(_marked_pairs(ctx.obj, texts))
        scores, readings = evaluate_marks(marked), [output for _, output in marked]
    else:
        pairs = list(_gold_pairs(ctx.obj, texts, gold))
        scores, readings = evaluate(pairs), [output for _, _, output, _ in pairs]
    # A table may say several things one after the other; the other formats say the one thing that was asked for.
    if form is Format.TABLE or not (errors or old):
        _show_figures(scores, form)
    if errors:
        _show_errors(scores, form)
    if old:
        _show_changes(diff(_readings(old), readings), form)


COMMANDS = (read, evaluate)


def _texts(paths: Iterable[str], jsonl: str | None) -> Iterator[tuple[str, "SourceText | str"]]:
    """Each text with the name of its document, or the words that say why it cannot be had."""
    from archive.loading import sources
    from archive.loading.corpora import is_corpus, read_corpus

    for path in paths:
        yield from _named(sources([path], to_keep=False), by_slug=path == "-" or is_corpus(Path(path)))
    if jsonl is not None:
        yield from _named(read_corpus(Path(jsonl)), by_slug=True)


def _named(found: "Iterable[Source]", *, by_slug: bool) -> Iterator[tuple[str, "SourceText | str"]]:
    from archive.loading import Note, SourceText

    for source in found:
        if isinstance(source, SourceText):
            yield source.slug if by_slug else Path(source.path).stem, source
        elif isinstance(source, Note):
            complain(str(source))
        else:
            yield "", str(source)


def _shown(settings: Settings, document: str, source: "SourceText", *, explain: bool) -> str | None:
    """What is printed of one text; None, and a complaint, when the reading breaks."""
    if explain:
        from archive.cli.explaining import explanation

        return unless_it_breaks(settings, source.path, lambda: explanation(source, document))
    reading = _reading(settings, document, source)
    return None if reading is None else as_line(reading)


def _reading(settings: Settings, document: str, source: "SourceText") -> Object | None:
    """The facts of one text; None, and a complaint, when the reading breaks."""
    from archive.reading import read
    from archive.reading.output import as_json

    published = source.published
    return unless_it_breaks(
        settings, source.path, lambda: as_json(read(source.text, published=published), source.text, document=document)
    )


def _gold_pairs(settings: Settings, texts: Path, gold: Path) -> Iterator[Pair]:
    from dataclasses import replace

    none = True
    gold_of = _gold_of_a_file(gold) if gold.is_file() else partial(_gold_in_a_folder, gold)
    for document, source in _texts([str(texts)], None):
        if isinstance(source, str):
            complain(source)
            continue
        wanted = gold_of(document)
        if wanted is None:
            where = f"file {gold / document}.json" if gold.is_dir() else f"of {document} in {gold}"
            complain(f"{source.path}: has no gold {where}")
            continue
        dated = replace(source, published=source.published or wanted.get("published"))
        if (found := _reading(settings, document, dated)) is not None:
            none = False
            yield document, source.text, found, wanted
    if none:
        raise NothingToEvaluateError(texts=texts, gold=gold)


def _gold_of_a_file(path: Path) -> Callable[[str], Object | None]:
    try:
        return {str(gold.get("id")): gold for gold in _lines(path)}.get
    except NotReadingsError as error:
        raise NotGoldError(path=path, reason=error.fields["reason"]) from error


def _gold_in_a_folder(folder: Path, document: str) -> Object | None:
    path = folder / f"{document}.json"
    if not path.exists():
        return None
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NotGoldError(path=path, reason=error) from error
    if not isinstance(gold, dict):
        raise NotGoldError(path=path, reason="it is not a JSON object")
    return gold


def _marked_pairs(settings: Settings, path: Path) -> Iterator[tuple[Object, Object]]:
    records = {str(record.get("id")): record for record in _lines(path)}
    for document, source in _texts([], str(path)):
        if isinstance(source, str):
            complain(source)
            continue
        if not {"persons", "countries"} <= records[document].keys():
            raise click.UsageError(f"{path} marks no persons and countries: name the folder GOLD with the gold files.")
        if (found := _reading(settings, document, source)) is not None:
            yield records[document], found


def _readings(path: Path) -> Iterator[Object]:
    for reading in _lines(path):
        if not {"document", "persons", "meetings"} <= reading.keys():
            raise NotReadingsError(path=path, reason="a line is not a reading")
        yield reading


def _lines(path: Path) -> Iterator[Object]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                value = json.loads(line) if line.strip() else {}
                if not isinstance(value, dict):
                    raise NotReadingsError(path=path, reason=f"line {number} is not a JSON object")
                if value:
                    yield value
    except (OSError, ValueError) as error:
        raise NotReadingsError(path=path, reason=error) from error


def _show_figures(scores: "Scores", form: Format) -> None:
    columns = ("type", "right", "missed", "invented", "precision", "recall", "f1")
    rows: list[tuple[object, ...]] = [
        (
            str(kind),
            one.right,
            one.missed,
            one.invented,
            *(f"{share:.3f}" for share in (one.precision, one.recall, one.f1)),
        )
        for kind, one in scores.figures.items()
        if not one.empty
    ]
    if form is Format.TABLE:
        answer(columns, rows, form)
        say(f"mean F1 of the types {scores.average:.3f}, with slots and speakers {scores.average_of_all:.3f}")
    else:
        answer(columns, [(*row[:4], *(float(str(share)) for share in row[4:])) for row in rows], form)


def _show_errors(scores: "Scores", form: Format) -> None:
    _apart(form)
    columns = ("document", "type", "verdict", "what", "sentence")
    answer(columns, [(e.document, str(e.type), str(e.verdict), e.what, e.sentence) for e in scores.errors], form)


def _show_changes(changes: "Iterable[Change]", form: Format) -> None:
    _apart(form)
    columns = ("document", "type", "change", "what", "values", "start", "end")
    rows = [
        (c.document, c.type, str(c.kind), c.what, list(c.values), c.span and c.span.start, c.span and c.span.end)
        for c in changes
    ]
    answer(columns, rows, form)


def _apart(form: Format) -> None:
    if form is Format.TABLE:
        say()
