"""``sources.toml``: where each text of a folder was published, and when.

The file holds one table ``[[document]]`` per text: ``file`` (relative to the folder), and optionally ``publisher``,
``url``, ``published`` (EDTF) and ``language``. What is wrong with it is said with its line and key, because the
dates of the texts, and so what is read from them, depend on it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from archive.loading.dates import bounds
from archive.loading.texts import MAX_NAME

NAME = "sources.toml"
KEYS = ("file", "publisher", "url", "published", "language")

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TABLE = re.compile(r"\s*\[\[\s*[\"']?document[\"']?\s*\]\]")


class MetadataError(ValueError):
    """What is wrong with a file of publication data, and where."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of the publication of one text."""

    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def read_folder(folder: Path) -> Mapping[str, Publication]:
    """The publication data of a folder by file name; nothing where it has none; MetadataError when it is broken."""
    try:
        raw = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise MetadataError(f"cannot be read: {error.strerror}") from None
    try:
        return parse(raw.decode())
    except UnicodeDecodeError as error:
        raise MetadataError(f"is not UTF-8: byte 0x{raw[error.start]:02X} at offset {error.start}") from None


def parse(text: str) -> Mapping[str, Publication]:
    """The publication data that a ``sources.toml`` states, by file name."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        last = len(text.split("\n"))
        said = str(error).replace("at end of document", f"at the end, line {last}")
        raise MetadataError(f"is not TOML: {said}") from None
    except (ValueError, RecursionError) as error:
        raise MetadataError(f"is not TOML that can be read: {unread(error)}") from None
    found: dict[str, Publication] = {}
    for key in content:
        if key != "document":
            raise MetadataError(f"line {_line_of_key(text, key)}: unknown key {key!r}; use [[document]] tables")
    tables = content.get("document", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        line = _line_of_key(text, "document")
        raise MetadataError(f"line {line}: document: must be written as [[document]] tables, one per text")
    for start, table in zip(_table_lines(text, len(tables)), tables, strict=True):
        name, publication = _entry(table, _Lines(text, start))
        if name in found:
            raise MetadataError(f"line {start}: file: {name!r} has an entry already; keep one of the two")
        found[name] = publication
    return found


def unread(error: ValueError | RecursionError) -> str:
    """What keeps well-formed JSON or TOML from being read."""
    if isinstance(error, RecursionError):
        return "its lists lie too deep in each other"
    return "a number in it has too many digits"


def publication(fields: Mapping[str, object]) -> Publication:
    """The publication data among some fields; ValueError with the name of the field that is wrong."""
    return Publication(
        publisher=_publisher(fields),
        url=_url(fields),
        published=_published(fields),
        language=_language(fields),
    )


def _entry(table: Mapping[str, object], lines: "_Lines") -> tuple[str, Publication]:
    for key in table:
        if key not in KEYS:
            raise MetadataError(f"line {lines.of(key)}: unknown key {key!r}; the keys are {', '.join(KEYS)}")
    try:
        name = _words(table, "file")
        if name is None:
            raise MetadataError(f"line {lines.start}: this [[document]] has no key 'file'")
        return PurePosixPath(name).as_posix(), publication(table)
    except MetadataError:
        raise
    except ValueError as error:
        key = str(error).partition(":")[0]
        raise MetadataError(f"line {lines.of(key)}: {error}") from None


def _words(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{key}: must be text in quotation marks")
    value = " ".join(value.split())
    if "\x00" in value or not value.isprintable():
        raise ValueError(f"{key}: holds a character that cannot be printed")
    return value or None


def _publisher(fields: Mapping[str, object]) -> str | None:
    publisher = _words(fields, "publisher")
    if publisher is not None and len(publisher) > MAX_NAME:
        raise ValueError(f"publisher: has {len(publisher):,} characters, and the limit is {MAX_NAME}: shorten it")
    return publisher


def _url(fields: Mapping[str, object]) -> str | None:
    url = _words(fields, "url")
    try:
        urlsplit(url or "")
    except ValueError as error:
        raise ValueError(f"url: {url!r} does not read as an address ({error})") from None
    return url


def _published(fields: Mapping[str, object]) -> str | None:
    value = fields.get("published")
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    edtf = _words({"published": value}, "published")
    if edtf is not None:
        try:
            bounds(edtf)
        except ValueError as error:
            raise ValueError(f"published: {error}") from None
    return edtf


def _language(fields: Mapping[str, object]) -> str | None:
    language = _words(fields, "language")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise ValueError(f"language: {language!r} is not a language tag such as 'en' or 'pt-BR'")
    return language


def _table_lines(text: str, count: int) -> Iterator[int]:
    """The line on which each [[document]] starts; 1 for those that are written in another way."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if _TABLE.match(line)]
    yield from lines if len(lines) == count else [1] * count


def _line_of_key(text: str, key: str, start: int = 1) -> int:
    pattern = re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*[\].=]")
    for number, line in enumerate(text.split("\n"), 1):
        if number >= start and pattern.match(line):
            return number
    return start


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of one [[document]]."""

    text: str
    start: int

    def of(self, key: str) -> int:
        """The line of a key of this document."""
        return _line_of_key(self.text, key, self.start)
