"""Documents whose files are gone: which they are, and taking them out of the archive.

A document belongs to the folder or corpus that it was last loaded with, by its name (`documents.collection`). When a
whole folder has been gone through, what belongs to it and was not met is gone. A text that could not be loaded was
met: it is there. Where something could not even be looked into, nobody can tell what is gone.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self
from uuid import UUID

from psycopg import Cursor
from sqlalchemy import Engine

from archive.loading.reports import Failure, RowCounts, added
from archive.loading.running import withdraw
from archive.loading.sources import Source
from archive.loading.statements import one_row
from archive.loading.texts import SourceText
from archive.loading.transactions import Transactions

_AT_ONCE = 200


class Roll:
    """The names that a run meets, kept in a file, because there may be millions."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self.hidden: Failure | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def call(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The same sources, each noted as it passes; the first that hides what it holds is kept as ``hidden``."""
        for source in sources:
            if isinstance(source, SourceText):
                self._file.write(f"{source.slug}\n")
            elif isinstance(source, Failure):
                if source.slug is not None:
                    self._file.write(f"{source.slug}\n")
                else:
                    self.hidden = self.hidden or source
            yield source

    def names(self) -> Iterator[str]:
        """All names that were met."""
        self._file.seek(0)
        for line in self._file:
            yield line[:-1]


def gone(engine: Engine, collections: Sequence[str], roll: Roll) -> tuple[list[str], int]:
    """The slugs of the current documents of these collections that were not met, and how many documents these have."""

    def look(cursor: Cursor[Any]) -> tuple[list[str], int]:
        cursor.execute("CREATE TEMP TABLE met (slug text) ON COMMIT DROP")
        with cursor.copy("COPY pg_temp.met FROM STDIN") as into:
            for name in roll.names():
                into.write_row((name,))
        belongs = "FROM archive.documents document WHERE is_current AND collection = ANY(%s)"
        total = one_row(cursor.execute(f"SELECT count(*) {belongs}", (list(collections),)))[0]
        cursor.execute("ANALYZE pg_temp.met")
        cursor.execute(
            f"SELECT slug {belongs} AND NOT EXISTS "  # noqa: S608
            "(SELECT FROM pg_temp.met WHERE met.slug = document.slug) ORDER BY slug",
            (list(collections),),
        )
        return [slug for (slug,) in cursor.fetchall()], total

    with Transactions(engine) as database:
        return database.attempt(look)


def withdraw_all(engine: Engine, slugs: Sequence[str], *, load_id: UUID | None = None) -> dict[str, RowCounts]:
    """Withdraw documents that a load found gone, some at a time, and count what that changed by table."""
    tables: dict[str, RowCounts] = {}
    for start in range(0, len(slugs), _AT_ONCE):
        tables = added(tables, withdraw(engine, slugs[start : start + _AT_ONCE], load_id=load_id))
    return tables
