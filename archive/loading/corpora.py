"""Corpora: many texts in one file, one JSON object per line, plain (``.jsonl``) or packed (``.jsonl.gz``), or Parquet.

Each line or row has ``id`` and ``text``, and optionally ``url``, ``publisher``, ``published`` (EDTF) and ``language``.
Other keys are not ours: they are left alone, and named once, at the end, because one may be a misspelt one of ours. A
line that is broken fails alone; lines are read one at a time.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from archive.loading.metadata import publication, unread
from archive.loading.reports import Failure, Note
from archive.loading.texts import MAX_BYTES, MAX_NAME, NotATextError, SourceText, check, checksum, too_large

PARQUET = ".parquet"
SUFFIXES = (".jsonl", ".jsonl.gz", PARQUET)
NEEDED = ("id", "text")
KEYS = (*NEEDED, "url", "publisher", "published", "language")

# JSON may write one byte of text as six (\u00e9 and the like), and there are other keys on the line.
_MAX_LINE = 8 * MAX_BYTES
_UNUSED_NAMED = 10


class _Lined(Protocol):
    def readline(self, size: int, /) -> bytes: ...


def is_corpus(path: Path) -> bool:
    """Whether a file's name says that it holds many texts."""
    return path.name.endswith(SUFFIXES)


def read_corpus(path: Path) -> Iterator[SourceText | Failure | Note]:
    """The texts of one corpus file, a failure for each line or row that is none, and a note of what is not used."""
    if path.name.endswith(PARQUET):
        from archive.loading.parquet import read_parquet

        yield from read_parquet(path)
        return
    try:
        with path.open("rb") as file:
            yield from read_lines(file, str(path), packed=path.name.endswith(".gz"))
    except OSError as error:
        yield Failure(str(path), f"cannot be read: {error.strerror or error}")


def read_lines(file: BinaryIO, name: str, *, packed: bool) -> Iterator[SourceText | Failure | Note]:
    """The texts of a stream of lines, a failure for each line that is none, and a note of keys that are not used."""
    others: dict[str, None] = {}
    try:
        for number, line in _lines(gzip.GzipFile(fileobj=file) if packed else file):
            if line is None:
                yield Failure(f"{name}:{number}", too_large())
            elif line.strip():
                yield _line(line, f"{name}:{number}", others)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Failure(name, f"is damaged or not packed by gzip ({error}): pack it again; the lines before are read")
    yield from unused(name, others)


def unused(path: str, names: Iterable[str]) -> Iterator[Note]:
    """A note of the keys or columns of a corpus that say nothing to the archive."""
    if some := [repr(name) for name in names if name not in KEYS]:
        said = ", ".join(some[:_UNUSED_NAMED]) + (" and more" if len(some) > _UNUSED_NAMED else "")
        yield Note(path, f"keys that are not used: {said}; the keys of a text are {', '.join(KEYS)}")


def _lines(file: _Lined) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; None for one that is too long to be kept in memory."""
    number = 0
    while line := file.readline(_MAX_LINE):
        number += 1
        if len(line) < _MAX_LINE or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := file.readline(_MAX_LINE)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _line(line: bytes, path: str, others: dict[str, None]) -> SourceText | Failure:
    """The text of a line, or why it holds none; keys that are not ours join ``others``, as long as they are few."""
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        where = f"byte 0x{line[error.start]:02X} at offset {error.start} of the line"
        return Failure(
            path, f"is not UTF-8: {where}; convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
        )
    except json.JSONDecodeError as error:
        return Failure(path, f"is not JSON: {error.msg} at character {error.pos}; mend the line or take it away")
    except (ValueError, RecursionError) as error:
        return Failure(path, f"is not JSON that can be read: {unread(error)}")
    if not isinstance(fields, dict):
        return Failure(path, "is not a JSON object with `id` and `text`: give each text such a line")
    if len(others) <= _UNUSED_NAMED:
        others.update(dict.fromkeys(key for key in fields if key not in KEYS))
    return text_of(fields, path)


def text_of(fields: Mapping[str, object], path: str) -> SourceText | Failure:
    """The text that a line or row holds under these names, or why it holds none."""
    slug = fields.get("id")
    if isinstance(slug, int) and not isinstance(slug, bool):
        slug = str(slug)
    if not isinstance(slug, str) or not slug.strip():
        return Failure(path, "has no `id`: give each text an id of its own")
    if not slug.isprintable():
        return Failure(path, f"has an `id` with a character that cannot be printed: {slug!r}")
    if len(slug) > MAX_NAME:
        return Failure(path, f"has an `id` of {len(slug):,} characters, and the limit is {MAX_NAME}: shorten it", slug)
    text = fields.get("text")
    if not isinstance(text, str):
        return Failure(path, "has no `text`: give it one, in words, or take it away", slug)
    try:
        check(text)
        published = publication(fields)
    except NotATextError as error:
        return Failure(path, f"its text {error}", slug)
    except ValueError as error:
        return Failure(path, str(error), slug)
    return SourceText(
        slug=slug,
        text=text,
        path=path,
        sha256=checksum(text),
        publisher=published.publisher,
        url=published.url,
        published=published.published,
        language=published.language,
    )
