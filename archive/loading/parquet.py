"""Corpora in Parquet: a row for each text, with the columns that a line of a ``.jsonl`` corpus has as keys.

They are read a few rows at a time. Parquet itself is read by the package pyarrow, an extra of the archive.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.loading.corpora import KEYS, NEEDED, text_of, unused
from archive.loading.reports import Failure, Note
from archive.loading.texts import SourceText

_ROWS_AT_ONCE = 200


def read_parquet(path: Path) -> Iterator[SourceText | Failure | Note]:
    """The texts of one Parquet file, a failure for each row that is none, and a note of the columns not used."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        remedy = "install it with: pip install 'cooperation-archive[parquet]'"
        yield Failure(str(path), f"is Parquet, and to read that needs the package pyarrow; {remedy}")
        return
    number = 0
    try:
        with ParquetFile(path) as file:
            there = set(file.schema_arrow.names)
            if missing := [f"`{name}`" for name in NEEDED if name not in there]:
                yield Failure(str(path), f"has no column {' and no column '.join(missing)}: name its columns so")
                return
            wanted = [name for name in KEYS if name in there]
            for rows in file.iter_batches(_ROWS_AT_ONCE, columns=wanted):
                for place in range(rows.num_rows):
                    number += 1
                    yield _row(rows, place, f"{path}:{number}")
            yield from unused(str(path), file.schema_arrow.names)
    except (ArrowException, OSError) as error:
        said = " ".join(str(error).split()).removesuffix(".")
        yield Failure(str(path), f"is damaged or not Parquet ({said}): write it again; {number} rows before are read")


def _row(rows: Any, place: int, path: str) -> SourceText | Failure:
    fields = {}
    for name in rows.schema.names:
        try:
            fields[name] = rows.column(name)[place].as_py()
        except UnicodeDecodeError as error:
            byte = error.object[error.start]
            return Failure(path, f"is not UTF-8: byte 0x{byte:02X} at offset {error.start} of `{name}`")
        except (ValueError, OverflowError) as error:  # a date that Python cannot hold
            return Failure(path, f"{name}: {error}")
    return text_of(fields, path)
