"""Which documents come, stay and leave with a batch, and what is claimed then: the first statements of `writing`.

Claims come before the documents that make them, because the rows that several documents share are computed from them.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from psycopg import Cursor, sql

from archive.loading.columns import DOCUMENTS
from archive.loading.journal import note_arrivals, note_turnover
from archive.loading.packing import Packed
from archive.loading.reports import RowCounts


def note_who_leaves(cursor: Cursor[Any], documents: Sequence[Packed], withdrawn: Sequence[UUID]) -> None:
    """The current documents whose slug has a new text, and the withdrawn ones."""
    cursor.execute(
        """
        INSERT INTO pg_temp.staged_left
        SELECT old.id, old.slug FROM archive.documents old
        WHERE old.is_current
          AND (old.id = ANY(%(withdrawn)s)
               OR (old.slug = ANY(%(slugs)s) AND NOT old.id = ANY(%(staying)s)))
        """,
        {
            "withdrawn": list(withdrawn),
            "slugs": [each.slug for each in documents],
            "staying": [each.id for each in documents],
        },
    )


def merge_claims(cursor: Cursor[Any]) -> RowCounts:
    """Bring the claims up to date, and note about which rows something else is said now."""
    _unsay(cursor)
    return RowCounts(inserted=_claim(cursor), removed=_forget_claims(cursor))


def _unsay(cursor: Cursor[Any]) -> None:
    """Part the staged and the leaving documents from what they no longer claim, and note those claims."""
    cursor.execute(
        """
        WITH gone AS (
            DELETE FROM archive.document_claims link
            USING (SELECT id, false AS leaves FROM pg_temp.staged_documents
                   UNION ALL SELECT id, true FROM pg_temp.staged_left) document
            WHERE link.document_id = document.id
              AND NOT EXISTS (
                  SELECT FROM pg_temp.staged_document_claims brought
                  WHERE brought.document_id = link.document_id AND brought.claim_id = link.claim_id)
              -- A text that was replaced has no facts, but it still has its publisher.
              AND NOT (document.leaves AND EXISTS (
                  SELECT FROM archive.claims claim
                  WHERE claim.id = link.claim_id AND claim.subject_table = 'sources'))
            RETURNING link.claim_id
        )
        INSERT INTO pg_temp.staged_lost_claims SELECT DISTINCT claim_id FROM gone
        """
    )


def _claim(cursor: Cursor[Any]) -> int:
    """Add the claims that nobody has made before; how many there are.

    Another reader may choose differently among the claims that are there, so what its texts speak of is computed anew.
    """
    cursor.execute(
        """
        INSERT INTO pg_temp.staged_touched
        SELECT claim.subject_table, claim.subject_id
        FROM pg_temp.staged_documents new
        JOIN archive.documents old ON old.id = new.id AND old.reader_version <> new.reader_version
        JOIN pg_temp.staged_document_claims link ON link.document_id = new.id
        JOIN pg_temp.staged_claims claim ON claim.id = link.claim_id
        """
    )
    cursor.execute(
        """
        WITH fresh AS (
            INSERT INTO archive.claims (id, subject_table, subject_id, content)
            SELECT id, subject_table, subject_id, content::jsonb FROM pg_temp.staged_claims
            ON CONFLICT (id) DO NOTHING
            RETURNING subject_table, subject_id
        )
        INSERT INTO pg_temp.staged_touched SELECT subject_table, subject_id FROM fresh
        """
    )
    return cursor.rowcount


def _forget_claims(cursor: Cursor[Any]) -> int:
    """Remove the noted claims that nobody makes any more; how many there are."""
    cursor.execute(
        """
        WITH gone AS (
            DELETE FROM archive.claims claim USING pg_temp.staged_lost_claims lost
            WHERE claim.id = lost.id
              AND NOT EXISTS (SELECT FROM archive.document_claims link WHERE link.claim_id = claim.id)
              AND NOT EXISTS (SELECT FROM pg_temp.staged_claims brought WHERE brought.id = claim.id)
            RETURNING claim.subject_table, claim.subject_id
        )
        INSERT INTO pg_temp.staged_touched SELECT subject_table, subject_id FROM gone
        """
    )
    return cursor.rowcount


def merge_documents(cursor: Cursor[Any], load_id: UUID | None) -> RowCounts:
    """Retire the replaced texts before the new ones take their slugs; a stored text itself is never written again."""
    _keep_collections(cursor)
    note_turnover(cursor, load_id)
    retired = _retire(cursor)
    _retitle(cursor)
    changed = _renew(cursor)
    added = _add(cursor)
    note_arrivals(cursor, added, load_id)
    return RowCounts(inserted=len(added), changed=retired + changed)


def _keep_collections(cursor: Cursor[Any]) -> None:
    """Leave a text that comes alone with the folder that it came with before."""
    cursor.execute(
        """
        UPDATE pg_temp.staged_documents new SET collection = old.collection
        FROM archive.documents old WHERE new.collection IS NULL AND old.is_current AND old.slug = new.slug
        """
    )


def _retire(cursor: Cursor[Any]) -> int:
    """Make old texts of those that leave; how many there are."""
    cursor.execute(
        """
        UPDATE archive.documents old SET is_current = false, reader_version = NULL
        FROM pg_temp.staged_left gone WHERE old.id = gone.id
        """
    )
    return cursor.rowcount


def _retitle(cursor: Cursor[Any]) -> None:
    """Give new titles apart from all else, because a document whose title is set is indexed for search anew."""
    cursor.execute(
        """
        UPDATE archive.documents old SET title = new.title
        FROM pg_temp.staged_documents new WHERE old.id = new.id AND old.title IS DISTINCT FROM new.title
        """
    )


def _renew(cursor: Cursor[Any]) -> int:
    """Make current texts of those that are here already, with the publication data and reader of now; how many."""
    cursor.execute(
        """
        UPDATE archive.documents old
        SET source_id = new.source_id, language = new.language, url = new.url, published_edtf = new.published_edtf,
            reader_version = new.reader_version, is_current = true, collection = new.collection
        FROM pg_temp.staged_documents new
        WHERE old.id = new.id
          AND (old.source_id, old.language, old.url, old.published_edtf, old.reader_version, old.is_current,
               old.collection)
              IS DISTINCT FROM
              (new.source_id, new.language, new.url, new.published_edtf, new.reader_version, true,
               new.collection)
        """
    )
    return cursor.rowcount


def _add(cursor: Cursor[Any]) -> list[UUID]:
    """Add the texts that were never seen; which they are."""
    columns = sql.SQL(", ").join(map(sql.Identifier, DOCUMENTS))
    cursor.execute(
        sql.SQL(
            """
            INSERT INTO archive.documents ({columns}, replaces_id)
            SELECT {columns}, (SELECT gone.id FROM pg_temp.staged_left gone WHERE gone.slug = new.slug)
            FROM pg_temp.staged_documents new
            WHERE NOT EXISTS (SELECT FROM archive.documents old WHERE old.id = new.id)
            RETURNING id
            """
        ).format(columns=columns)
    )
    return [row for (row,) in cursor.fetchall()]
