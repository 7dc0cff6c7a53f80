"""How well texts are read: ``evaluate`` measures readings against gold files."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from archive.cli.failures import outcome
from archive.cli.output import answer, complain, say
from archive.cli.reading import reading_of, texts
from archive.cli.settings import Format, Settings, format_option
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from archive.evaluation import Change, Scores
    from archive.evaluation.shapes import Shape

Object = dict[str, Any]
T = TypeVar("T")
Pair = tuple[str, str, Object, Object]


class NothingToEvaluateError(ArchiveError):
    """Nothing of {texts} could be compared with {gold}. Gold is named as its text: NAME.json for NAME.txt, or an id
    for an id."""


class NotReadingsError(ArchiveError):
    """{path} cannot be used: {reason}. Give a file that `archive read` has printed."""


class NotGoldError(ArchiveError):
    """The gold file {path} cannot be used: {reason}."""


class NotMarkedError(ArchiveError):
    """{path} cannot be used as a marked text: {reason}. Name the GOLD, too, or give each line an id, a text, the
    persons as [[start, end]] and the countries as [[start, end, code]]."""


@click.command()
@click.argument("where", metavar="TEXTS", type=click.Path(exists=True, path_type=Path))
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
def evaluate(ctx: click.Context, where: Path, gold: Path | None, errors: bool, old: Path | None, form: Format) -> None:
    """Measure the reading against gold files.

    TEXTS is a folder of .txt files and GOLD one of .json files with the same names; either may be a .jsonl file
    instead, with a text or the gold of one a line, under its id. Without GOLD, TEXTS is a .jsonl file whose lines mark
    the spans of persons and countries. A text that cannot be read or has no gold is named, and the command ends with 3.
    """
    from archive.evaluation import diff, evaluate, evaluate_marks

    before = _readings(old) if old else []
    if gold is None:
        marked, failed = _counted(_marked_pairs(ctx.obj, where))
        scores, readings = evaluate_marks(marked), [output for _, output in marked]
    else:
        pairs, failed = _counted(_gold_pairs(ctx.obj, where, gold))
        scores, readings = evaluate(pairs), [output for _, _, output, _ in pairs]
    if not readings:
        raise NothingToEvaluateError(texts=where, gold=gold or "its marks")
    # A table may say several things one after the other; the other formats say the one thing that was asked for.
    if form is Format.TABLE or not (errors or old):
        _show_figures(scores, form)
    if errors:
        _show_errors(scores, form)
    if old:
        _show_changes(diff(before, readings), form)
    ctx.exit(outcome(len(readings), failed))


COMMANDS = (evaluate,)


def _counted(pairs: Iterable[T | None]) -> tuple[list[T], int]:
    """The pairs, and how many texts gave none."""
    given = list(pairs)
    there = [pair for pair in given if pair is not None]
    return there, len(given) - len(there)


def _gold_pairs(settings: Settings, where: Path, gold: Path) -> Iterator[Pair | None]:
    """Each text with its reading and its gold; None for one that has not both, once that is told."""
    gold_of = _gold_of_a_file(gold) if gold.is_file() else partial(_gold_in_a_folder, gold)
    for source in texts([str(where)]):
        if source is None:
            yield None
            continue
        wanted = gold_of(source.slug)
        if wanted is None:
            place = f"file {gold / source.slug}.json" if gold.is_dir() else f"of {source.slug} in {gold}"
            complain(f"{source.path}: has no gold {place}")
            yield None
            continue
        found = reading_of(settings, replace(source, published=source.published or wanted["published"]))
        yield None if found is None else (source.slug, source.text, found, wanted)


def _gold_of_a_file(path: Path) -> Callable[[str], Object | None]:
    from archive.evaluation.shapes import GOLD, NAME

    return {str(gold["id"]): gold for _, gold in _lines(path, {"id": NAME, **GOLD}, "id", NotGoldError)}.get


def _gold_in_a_folder(folder: Path, document: str) -> Object | None:
    from archive.evaluation.shapes import GOLD

    path = folder / f"{document}.json"
    if not path.exists():
        return None
    try:
        return _object(path.read_text(encoding="utf-8"), GOLD)
    except (OSError, ValueError) as error:
        raise NotGoldError(path=path, reason=error) from error


def _marked_pairs(settings: Settings, path: Path) -> Iterator[tuple[Object, Object] | None]:
    """Each marked text with its reading; None for one that has none, once that is told."""
    from archive.evaluation.shapes import MARKED
    from archive.loading import SourceText
    from archive.loading.corpora import text_of

    for place, record in _lines(path, MARKED, "id", NotMarkedError):
        source = text_of(record, place)
        if not isinstance(source, SourceText):
            complain(str(source))
            yield None
            continue
        found = reading_of(settings, source)
        yield None if found is None else ({**record, "id": source.slug}, found)


def _readings(path: Path) -> list[Object]:
    from archive.evaluation.shapes import READING

    return [reading for _, reading in _lines(path, READING, "document", NotReadingsError)]


def _lines(path: Path, shape: "Shape", key: str, broken: type[ArchiveError]) -> list[tuple[str, Object]]:
    """The objects of a file of lines, each with its place; ``broken`` where one has not the shape or another's name."""
    found: list[tuple[str, Object]] = []
    places: dict[str, int] = {}
    number = 0
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                value = _object(line, shape)
                if (first := places.setdefault(str(value[key]), number)) != number:
                    raise ValueError(f"its {key} {value[key]!r} is that of line {first}, too")
                found.append((f"{path}:{number}", value))
    except OSError as error:
        raise broken(path=path, reason=error.strerror) from error
    except ValueError as error:
        raise broken(path=f"{path}:{number}", reason=error) from error
    return found


def _object(text: str, shape: "Shape") -> Object:
    """The object of this shape that some JSON holds; ValueError where it does not."""
    from archive.evaluation.shapes import fitted
    from archive.loading.metadata import publication

    try:
        value: Object = fitted(json.loads(text), shape)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise ValueError("its lists lie too deep in each other") from None
    publication(value)
    return value


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
