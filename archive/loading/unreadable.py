"""The texts on which a reader has failed: it would fail on them again, so they need not be read with each load.

The log of failures remembers them, under an id that is computed from everything that the reading depends on: another
text, another date or another reader gives another id, and is read.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from psycopg import Cursor

from archive.loading.identity import reading_id
from archive.loading.reports import Failure
from archive.loading.texts import SourceText


def failed_before(cursor: Cursor[Any], texts: Sequence[SourceText], reader_version: str) -> Mapping[str, Failure]:
    """By slug, those of these texts on which this reader has failed, with the reason that it gave."""
    ids = {text.slug: reading_id(text.sha256, text.published, reader_version) for text in texts}
    cursor.execute(
        "SELECT reading_id, reason FROM archive.load_failures WHERE reading_id = ANY(%s)",
        (list(set(ids.values())),),
    )
    reasons: dict[UUID, str] = dict(cursor.fetchall())
    return {
        text.slug: Failure(text.path, reasons[known], text.slug, known)
        for text in texts
        if (known := ids[text.slug]) in reasons
    }
