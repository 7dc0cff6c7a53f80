"""From paths to texts: files, folders, corpora and standard input, one after the other, never all at once.

One bad file never stops the others: it becomes a `Failure` with its reason and remedy. The paths are taken in sorted
order, so the outcome does not depend on how they were given. Two different texts that claim one name in the same run
cannot both have it: the first in that order keeps it, the other fails. The files of a folder are sorted, too, but only
ten thousand at a time, because a folder may hold millions; no row of the archive depends on their order.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath

from archive.loading.corpora import SUFFIXES as CORPORA
from archive.loading.corpora import is_corpus, read_corpus
from archive.loading.metadata import NAME, MetadataError, Publication, read_folder
from archive.loading.reports import Failure, Note
from archive.loading.stdin import read_stdin
from archive.loading.texts import MAX_BYTES, MAX_NAME, NotATextError, SourceText, checksum, decode, too_large

STDIN = "-"
SUFFIX = ".txt"
Source = SourceText | Failure | Note

_TWICE = (
    "a text before it in this run, or the same with other publication data, is named {slug!r}: rename one of the two"
)
_STRANGE = {
    NAME: "is no text: it is used with the texts of its folder, without being named",
    "": f"is neither a text ({SUFFIX}) nor a corpus ({', '.join(CORPORA)}): rename it if it is one of these",
}
_SORTED_AT_ONCE = 10_000  # A folder may hold millions of files; this many names are in memory.


def sources(
    paths: Iterable[str | os.PathLike[str]],
    *,
    as_collection: str | None = None,
    as_slug: str | None = None,
    to_keep: bool = True,
) -> Iterator[Source]:
    """The texts that the paths hold, with a failure for each that cannot be read and a note for each oddity.

    A path is a file with one text, a folder (every ``*.txt`` below it), a corpus (``.jsonl``, ``.jsonl.gz``,
    ``.parquet``) or ``-`` for standard input: one text, or the lines of a corpus, plain or packed. A text is named by
    its path below the folder without ``.txt``, a single file by its stem, a line of a corpus by its ``id``, one text
    on standard input by ``as_slug``. What comes with a folder, a corpus or on standard input counts as a part of
    ``as_collection`` where that is given, else of the collection of the folder's or corpus's name.

    A text that is to be kept has a name of its own, and its file says that it is one. What is only to be read may have
    any name, or none.
    """
    ordered = sorted({os.fspath(path) for path in paths}, key=lambda path: (path == STDIN, path))
    if not to_keep:
        as_slug = as_slug or "stdin"
    found = (source for path in ordered for source in _of_path(path, as_collection, as_slug, to_keep))
    # Within one folder no two texts can have one name.
    alone = len(ordered) == 1 and ordered[0] != STDIN and not is_corpus(Path(ordered[0]))
    return found if alone else _named_once(found)


def collection(path: str | os.PathLike[str]) -> str | None:
    """The name of a folder or corpus; None for a single text, which belongs to none."""
    if os.fspath(path) == STDIN or is_single(path):
        return None
    name = Path(path).resolve().name
    return name if name.strip() and name.isprintable() else None


def is_single(path: str | os.PathLike[str]) -> bool:
    """Whether a path is that of one text; standard input may hold many."""
    given = Path(path)
    return os.fspath(path) != STDIN and not (is_corpus(given) or given.is_dir())


def slug_of(path: str | os.PathLike[str]) -> str:
    """What a single text is named."""
    return Path(path).name.removesuffix(SUFFIX)


def count(paths: Iterable[str | os.PathLike[str]]) -> int | None:
    """How many texts the paths hold, without opening one; None when only reading a corpus could tell."""
    total = 0
    for path in {os.fspath(path) for path in paths}:
        if path == STDIN or is_corpus(Path(path)):
            return None
        total += sum(1 for _ in _files_below(path)) if Path(path).is_dir() else 1
    return total


def _named_once(found: Iterable[Source]) -> Iterator[Source]:
    """The same, with a failure in place of each text whose name another text of this run has."""
    # Short keys, so that ten million names fit into memory.
    seen: dict[int, int] = {}
    for source in found:
        if isinstance(source, SourceText):
            key = int(checksum(source.slug)[:16], 16)
            said = checksum(repr((source.sha256, source.publisher, source.url, source.published, source.language)))
            if key in seen:
                source = replace(source, collection=None)  # It stays with the folder that was first.
            if seen.setdefault(key, int(said[:16], 16)) != int(said[:16], 16):
                yield Failure(source.path, _TWICE.format(slug=source.slug))
                continue
        yield source


def _of_path(given: str, as_collection: str | None, as_slug: str | None, to_keep: bool) -> Iterator[Source]:
    if given == STDIN:
        yield from _gathered(read_stdin(as_slug), as_collection)
        return
    if not given.strip():
        yield Failure(repr(given), "is a blank path: name a text, a folder or a corpus")
        return
    path = Path(given)
    try:
        status = path.stat()
    except OSError as error:
        yield Failure(given, _unreachable(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _gathered(_of_folder(path), as_collection or collection(path))
    elif is_corpus(path):
        yield from _gathered(read_corpus(path), as_collection or collection(path))
    elif path.name in _STRANGE or (to_keep and path.suffix not in ("", SUFFIX)):
        yield Failure(given, _STRANGE.get(path.name, _STRANGE[""]))
    else:
        yield _of_file(path, slug_of(path), _Listed.of(path.parent).get(path.name))


def _gathered(found: Iterable[Source], collection: str | None) -> Iterator[Source]:
    """The same, each text with the folder or corpus that it came with."""
    for source in found:
        yield replace(source, collection=collection) if isinstance(source, SourceText) else source


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the ``sources.toml`` of a folder says, or why it cannot be used."""

    folder: str = ""
    entries: Mapping[str, Publication] | None = None
    broken: Note | None = None

    @classmethod
    def of(cls, folder: Path, below: str = "") -> "_Listed":
        try:
            return cls(below, read_folder(folder))
        except MetadataError as error:
            return cls(below, None, Note(str(folder / NAME), str(error)))

    def get(self, name: str) -> "Publication | Note | None":
        """The publication data of a file below the folder, or what is wrong with the list."""
        if self.broken is not None or self.entries is None:
            return self.broken
        return self.entries.get(name)


def _of_folder(folder: Path) -> Iterator[Source]:
    """The texts below a folder; a list in a folder speaks for the folders below it, the nearest one first."""
    lists: dict[str, _Listed] = {}
    empty = True
    for found in _files_below(str(folder)):
        empty = False
        if isinstance(found, Failure):
            yield found
            continue
        *parents, _ = PurePosixPath(found).parts
        above = ["/".join(parents[:depth]) for depth in range(len(parents) + 1)]
        lists = {below: lists[below] for below in above if below in lists}  # No folder is entered twice.
        for below in above:
            if below not in lists:
                lists[below] = _Listed.of(folder / below, below)
                yield from _missing(folder / below, lists[below])
        yield _of_file(folder / found, found.removesuffix(SUFFIX), _publication(found, parents, lists))
    if empty:
        yield Failure(str(folder), f"holds no {SUFFIX} file: give a folder with texts, a text or a .jsonl file")


def _publication(file: str, parents: list[str], lists: Mapping[str, _Listed]) -> Publication | Note | None:
    for depth in range(len(parents), -1, -1):
        below = "/".join(parents[:depth])
        found = lists[below].get(file.removeprefix(below + "/") if below else file)
        if found is not None:
            return found
    return None


def _missing(folder: Path, listed: _Listed) -> Iterator[Note]:
    for name in listed.entries or ():
        if not (folder / name).exists():
            yield Note(str(folder / NAME), f"names {name!r}, which is not there")


def _files_below(folder: str, below: str = "", ancestors: tuple[tuple[int, int], ...] = ()) -> Iterator[str | Failure]:
    """The paths of the texts below a folder, relative to it; links to folders are followed, but never in a circle."""
    here = Path(folder, below)
    try:
        status = here.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in ancestors:
            yield Failure(str(here), "is a link to a folder that it lies in: take the link away")
            return
        with os.scandir(here) as entries:
            while some := sorted(islice(entries, _SORTED_AT_ONCE), key=lambda entry: entry.name):
                for entry in some:
                    name = f"{below}/{entry.name}" if below else entry.name
                    if _is_folder(entry):
                        yield from _files_below(folder, name, (*ancestors, identity))
                    elif entry.name.endswith(SUFFIX):
                        yield name
    except OSError as error:
        yield Failure(str(here), _unreachable(here, error))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # A link that leads in a circle; opening it says so.
        return False


def _of_file(path: Path, slug: str, known: Publication | Note | None) -> SourceText | Failure:
    if not slug.isprintable():
        return Failure(ascii(str(path))[1:-1], "has a name that is not UTF-8 or cannot be printed: rename it")
    if not slug.strip():
        return Failure(ascii(str(path)), f"has no name before {SUFFIX}: rename it")
    if len(slug) > MAX_NAME:
        return Failure(
            str(path), f"has a name of {len(slug):,} characters, and the limit is {MAX_NAME}: shorten it", slug
        )
    if isinstance(known, Note):
        return Failure(known.path, f"{known.message}; until that is mended, {slug!r} stays out", slug)
    try:
        text = decode(_bytes(path))
    except NotATextError as error:
        return Failure(str(path), str(error), slug)
    except OSError as error:
        return Failure(str(path), _unreachable(path, error), slug)
    known = known or Publication()
    return SourceText(
        slug=slug,
        text=text,
        path=str(path),
        sha256=checksum(text),
        publisher=known.publisher,
        url=known.url,
        published=known.published,
        language=known.language,
    )


def _bytes(path: Path) -> bytes:
    """The content of a regular file; a pipe or a device would keep us waiting."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotATextError("is not a regular file: give a file with a text")
    if status.st_size > MAX_BYTES:
        raise NotATextError(too_large(status.st_size))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _unreachable(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        if path.is_symlink():
            return f"is a link to {str(path.readlink())!r}, which is not there: mend the link or take it away"
        return "is not there: check the path"
    if error.errno == errno.ELOOP:
        return "is a link that leads back to itself: take the link away"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "cannot be read: you have no permission; change its mode with `chmod u+r` or run as its owner"
    return f"cannot be read: {error.strerror}"
