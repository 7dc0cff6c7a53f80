"""The log of what became of each text: when it came, was replaced or withdrawn, and came back."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from psycopg import Cursor

from archive.values import TextChange


def note_arrivals(cursor: Cursor[Any], documents: Collection[UUID], load_id: UUID | None) -> None:
    """Note that these texts were seen for the first time; they are in the archive by now."""
    if not documents:
        return
    cursor.execute(
        "INSERT INTO archive.document_changes (document_id, change, load_id) SELECT unnest(%s::uuid[]), %s, %s",
        (list(documents), TextChange.NEW, load_id),
    )


def note_turnover(cursor: Cursor[Any], load_id: UUID | None) -> None:
    """Note which texts leave with the staged documents and which ones come back; that is still to be done."""
    cursor.execute(
        """
        INSERT INTO archive.document_changes (document_id, change, load_id)
        SELECT gone.id, CASE WHEN new.id IS NULL THEN %(withdrawn)s ELSE %(replaced)s END, %(load_id)s::uuid
        FROM pg_temp.staged_left gone LEFT JOIN pg_temp.staged_documents new ON new.slug = gone.slug
        UNION ALL
        SELECT old.id, %(returned)s, %(load_id)s::uuid
        FROM archive.documents old JOIN pg_temp.staged_documents new ON new.id = old.id
        WHERE NOT old.is_current
        """,
        {
            "withdrawn": TextChange.WITHDRAWN,
            "replaced": TextChange.REPLACED,
            "returned": TextChange.RETURNED,
            "load_id": load_id,
        },
    )


def count_withdrawn(cursor: Cursor[Any], number: int, load_id: UUID | None) -> None:
    """Add withdrawn texts to the entry of the load that found them gone."""
    cursor.execute(
        "UPDATE archive.loads SET withdrawn_count = withdrawn_count + %s WHERE id = %s AND %s > 0",
        (number, load_id, number),
    )
