"""The texts that the archive holds, as sources: what an older reader has read can be read again without its files."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from psycopg import Cursor
from sqlalchemy import Engine

from archive.loading.statements import one_row
from archive.loading.texts import SourceText
from archive.loading.transactions import Transactions

_AT_ONCE = 100
_FIRST = UUID(int=0)

Stored = tuple[UUID, SourceText, str]


def stored_texts(
    cursor: Cursor[Any], after: UUID = _FIRST, *, by: str | None = None, not_by: str | None = None
) -> list[Stored]:
    """The next current texts in the order of their ids, each with the version of its reader.

    Only those that the version ``by`` has read, where that is given, and none that ``not_by`` has.
    """
    cursor.execute(
        """
        SELECT document.id, document.slug, document.text, document.sha256, source.name, document.url,
               document.published_edtf, document.language, document.collection,
               document.reader_version
        FROM archive.documents document LEFT JOIN archive.sources source ON source.id = document.source_id
        WHERE document.is_current AND document.id > %(after)s
          AND document.reader_version IS DISTINCT FROM %(not_by)s
          AND (%(by)s::text IS NULL OR document.reader_version = %(by)s)
        ORDER BY document.id LIMIT %(limit)s
        """,
        {"after": after, "by": by, "not_by": not_by, "limit": _AT_ONCE},
    )
    return [
        (
            row,
            SourceText(slug, text, f"document {slug}", sha256, publisher, url, published, language, collection),
            version,
        )
        for row, slug, text, sha256, publisher, url, published, language, collection, version in cursor.fetchall()
    ]


def outdated(engine: Engine, reader_version: str) -> Iterator[SourceText]:
    """The current texts that another version of the reader has read, a few at a time."""
    last = _FIRST
    with Transactions(engine) as database:
        while some := database.attempt(partial(stored_texts, after=last, not_by=reader_version)):
            last = some[-1][0]
            yield from (text for _, text, _ in some)


def count_outdated(engine: Engine, reader_version: str) -> int:
    """How many current texts another version of the reader has read."""
    counting = "SELECT count(*) FROM archive.documents WHERE is_current AND reader_version IS DISTINCT FROM %s"
    with Transactions(engine) as database:
        return int(database.attempt(lambda cursor: one_row(cursor.execute(counting, (reader_version,)))[0]))
