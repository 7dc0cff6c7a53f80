"""How answers leave the command: data on standard output, words about the work on standard error."""

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any
from uuid import UUID

import click

from archive.cli.failures import without_password
from archive.cli.settings import Format, Log, Settings
from archive.cli.tables import draw

# Control characters, and the marks that turn the direction of writing: a text must not steer the terminal.
_UNSEEN = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
_UNSEEN |= {code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}

# What PostgreSQL would take for a sign of CSV or of a list.
_TO_QUOTE = re.compile(r'[",\r\n]|^\\\.$')
_TO_QUOTE_IN_LIST = re.compile(r'[{}",\\\s]')


def answer(columns: Sequence[str], rows: Iterable[Sequence[object]], form: Format) -> None:
    """Write rows to standard output. JSON Lines and CSV are written as the rows arrive."""
    match form:
        case Format.TABLE:
            _write_table(columns, list(rows))
        case Format.JSON:
            _write_json(dict(zip(columns, map(plain, row), strict=True)) for row in rows)
        case Format.JSONL:
            _write_lines(as_line(dict(zip(columns, row, strict=True))) for row in rows)
        case Format.CSV:
            write_csv(sys.stdout, columns, rows)


def answer_one(found: Mapping[str, object], form: Format) -> None:
    """Write one thing with its properties: a line for each as a table, one object as JSON, one row as CSV.

    In CSV properties that are objects stay so: their keys are data, and a header does not change with the data.
    """
    match form:
        case Format.TABLE:
            flat = {name.replace("_", " "): value for name, value in _flat(found) if value is not None}
            label = max(map(len, flat), default=0)
            for name, value in flat.items():
                click.echo(f"{name:<{label}}  {_cell(value, one_line=True)}")
        case Format.JSON | Format.JSONL:
            import json

            click.echo(json.dumps(plain(found), ensure_ascii=False, indent=2 if form is Format.JSON else None))
        case Format.CSV:
            write_csv(sys.stdout, list(found), [list(found.values())])


def draw_aside(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table to standard error, beside a message that refers to it."""
    cells = [[_cell(value, one_line=True) for value in row] for row in rows]
    for line in draw(columns, cells, right=[False] * len(columns), width=None, bold=False):
        click.echo(line, err=True)


def write_csv(file: Any, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as PostgreSQL's COPY writes CSV and reads it back: null is an empty field, a list is ``{BZ,RU}``."""
    file.write(",".join(map(_quoted, columns)) + "\n")
    file.writelines(",".join(_quoted(_written(value)) for value in row) + "\n" for row in rows)


def as_line(value: object) -> str:
    """One line of JSON."""
    import json

    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)


def narrate(text: str) -> None:
    """Say what is going on, to a person who watches."""
    if sys.stderr.isatty():
        complain(text)


def complain(text: str) -> None:
    """Say what went wrong, always: in words, or as an object where machines read standard error."""
    context = click.get_current_context(silent=True)
    settings = context.find_object(Settings) if context else None
    text = without_password(text)
    if settings and settings.log is Log.JSON:
        log(message=text)
    else:
        click.echo(visible(text), err=True)


def log(**told: object) -> None:
    """Write one object to standard error, on a line of its own; in ASCII, so that nothing in it steers a terminal."""
    import json

    click.echo(json.dumps(plain(told), allow_nan=False), err=True)


def say(text: str = "", *, bold: bool = False) -> None:
    """Write words of an answer to standard output, each paragraph within the width of the terminal."""
    click.echo(f"\x1b[1m{visible(text)}\x1b[0m" if bold and is_styled() else visible(text))


def visible(text: str) -> str:
    """The text with every character that would steer a terminal shown as its code."""
    return text.translate(_UNSEEN)


def terminal_width() -> int | None:
    """How many characters a line of standard output has; None where it is no terminal."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def is_styled() -> bool:
    """Whether standard output shows bold letters (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def plain(value: object) -> Any:
    """The value as JSON knows it: dates in ISO 8601, ids and ranges as text, lists and objects piece by piece."""
    match value:
        case None | bool() | int() | str():
            return value
        case float() | Decimal():
            return _number(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case bytes() | memoryview():
            return "\\x" + bytes(value).hex()
        case UUID() | timedelta():
            return str(value)
        case _:
            return _range(value)


def _number(value: float | Decimal) -> object:
    """A number of JSON: whole with all its digits, else the nearest that programs reckon with; text where none is."""
    if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
        return int(value)
    nearest = float(value)
    return nearest if isfinite(nearest) else str(value)


def _range(value: Any) -> str:
    """A range in the notation of PostgreSQL: ``[2024-10-21,2024-10-23)``."""
    if not hasattr(value, "bounds"):
        return str(value)
    if getattr(value, "isempty", False) or getattr(value, "empty", False):
        return "empty"
    lower, upper = ("" if end is None else str(plain(end)) for end in (value.lower, value.upper))
    return f"{value.bounds[0]}{lower},{upper}{value.bounds[1]}"


def _quoted(field: str | None) -> str:
    """A field of CSV; quotation marks tell empty words from null."""
    if field is None or (field and not _TO_QUOTE.search(field)):
        return field or ""
    doubled = field.replace('"', '""')
    return f'"{doubled}"'


def _written(value: object) -> str | None:
    """A value as PostgreSQL writes it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    match value := plain(value):
        case None | str():
            return value
        case bool():
            return "t" if value else "f"
        case list():
            return "{" + ",".join(map(_element, value)) + "}"
        case dict():
            return as_line(value)
        case _:
            return str(value)


def _element(value: object) -> str:
    """One of a list; what could be taken for something else stands in quotation marks."""
    written = _written(value)
    if written is None or isinstance(value, list):
        return written or "NULL"
    if written and written.lower() != "null" and not _TO_QUOTE_IN_LIST.search(written):
        return written
    escaped = re.sub(r'(["\\])', r"\\\1", written)
    return f'"{escaped}"'


def _flat(found: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    for name, value in found.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}_{inner}", item) for inner, item in value.items())
        else:
            yield name, value


def _write_lines(lines: Iterable[str]) -> None:
    """Write many lines; to a terminal each at once, else as many together as Python thinks fit."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _write_json(items: Iterable[object]) -> None:
    import json

    click.echo(json.dumps(list(items), ensure_ascii=False, allow_nan=False, indent=2))


def _write_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    width = terminal_width()
    cells = [[_cell(value, one_line=width is None) for value in row] for row in rows]
    right = [_is_number([row[place] for row in rows]) for place in range(len(columns))]
    _write_lines(draw(columns, cells, right=right, width=width, bold=is_styled()))
    narrate(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}")


def _cell(value: object, *, one_line: bool) -> str:
    match value:
        case datetime():
            value = value.isoformat(" ", "seconds")
        case Decimal():
            value = _written(value)  # with all its digits
        case _:
            value = plain(value)
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        text = ", ".join("" if item is None else str(item) for item in value)
    else:
        text = as_line(value) if isinstance(value, list | dict | bool) else "" if value is None else str(value)
    return visible(" ".join(text.split()) if one_line else text)


def _is_number(values: Sequence[object]) -> bool:
    numbers = [value for value in values if value is not None]
    return bool(numbers) and all(
        isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in numbers
    )
