"""Statements that bring a whole set of staged rows into a table, or take rows away that have lost their ground."""

from typing import Any

from psycopg import Cursor, sql

from archive.loading.columns import COLUMNS, JOINS, NAMES
from archive.loading.reports import RowCounts
from archive.loading.staging import staged, stored
from archive.values import PROVEN


def insert(cursor: Cursor[Any], table: str) -> RowCounts:
    """Insert the staged rows that are not there yet; a row of these tables is nothing but its key."""
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    cursor.execute(
        sql.SQL("INSERT INTO {stored} ({columns}) SELECT {columns} FROM {staged} ON CONFLICT DO NOTHING").format(
            stored=stored(table), columns=columns, staged=staged(table)
        )
    )
    return RowCounts(inserted=cursor.rowcount)


def upsert(cursor: Cursor[Any], table: str) -> RowCounts:
    """Insert the staged rows, and bring those that are there already up to date; equal rows are not touched."""
    key, *others = map(sql.Identifier, COLUMNS[table])
    comma = sql.SQL(", ")
    excluded = [sql.SQL("excluded.{}").format(column) for column in others]
    current = [sql.SQL("old.{}").format(column) for column in others]
    cursor.execute(
        sql.SQL(
            """
            WITH done AS (
                INSERT INTO {stored} AS old ({columns}) SELECT {columns} FROM {staged}
                ON CONFLICT ({key}) DO UPDATE SET {assignments}
                WHERE ({current}) IS DISTINCT FROM ({excluded})
                RETURNING old.xmax = 0 AS is_new
            )
            SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM done
            """
        ).format(
            stored=stored(table),
            staged=staged(table),
            key=key,
            columns=comma.join([key, *others]),
            assignments=comma.join(
                sql.SQL("{} = {}").format(column, new) for column, new in zip(others, excluded, strict=True)
            ),
            current=comma.join(current),
            excluded=comma.join(excluded),
        )
    )
    inserted, changed = one_row(cursor)
    return RowCounts(inserted=inserted, changed=changed)


def one_row(cursor: Cursor[Any]) -> tuple[Any, ...]:
    """The row of a statement that always gives one."""
    row: tuple[Any, ...] | None = cursor.fetchone()
    assert row is not None
    return row


def replace_names(cursor: Cursor[Any], table: str) -> RowCounts:
    """Bring the written forms of the things that were computed anew up to date."""
    brought = upsert(cursor, table)
    cursor.execute(
        sql.SQL(
            """
            DELETE FROM {stored} old USING (SELECT DISTINCT subject_id FROM pg_temp.staged_touched) touched
            WHERE old.{thing} = touched.subject_id
              AND NOT EXISTS (SELECT FROM {staged} new WHERE new.id = old.id)
            """
        ).format(stored=stored(table), staged=staged(table), thing=sql.Identifier(NAMES[table][1]))
    )
    return brought + RowCounts(removed=cursor.rowcount)


def remove_unclaimed(cursor: Cursor[Any], table: str) -> RowCounts:
    """Take away the rows of which no document says anything any more."""
    cursor.execute(
        sql.SQL(
            """
            DELETE FROM {stored} old
            USING (SELECT DISTINCT subject_id FROM pg_temp.staged_touched WHERE subject_table = %s) touched
            WHERE old.id = touched.subject_id
              AND NOT EXISTS (SELECT FROM archive.claims claim WHERE claim.subject_id = old.id)
            """
        ).format(stored=stored(table)),
        (table,),
    )
    return RowCounts(removed=cursor.rowcount)


def remove_owned(cursor: Cursor[Any], table: str) -> RowCounts:
    """Take away what the documents of the batch, and those that leave, do not own any more."""
    noting = table == "evidence"
    statement = sql.SQL(
        """
        DELETE FROM {stored} old
        USING (SELECT id FROM pg_temp.staged_left UNION SELECT id FROM pg_temp.staged_documents) document
        WHERE old.document_id = document.id AND NOT EXISTS (SELECT FROM {staged} new WHERE new.id = old.id)
        """
    ).format(stored=stored(table), staged=staged(table))
    if noting:
        # Which facts lose some of their evidence, to see afterwards which have none left.
        facts = sql.SQL(", ").join(
            sql.SQL("({}::text, gone.{})").format(sql.Literal(fact), sql.Identifier(PROVEN[fact])) for fact in JOINS
        )
        statement = sql.SQL(
            """
            WITH gone AS ({delete} RETURNING old.*), noted AS (
                INSERT INTO pg_temp.staged_unproven
                SELECT DISTINCT fact.name, fact.id FROM gone, LATERAL (VALUES {facts}) fact (name, id)
                WHERE fact.id IS NOT NULL
            )
            SELECT count(*) FROM gone
            """
        ).format(delete=statement, facts=facts)
        cursor.execute(statement)
        return RowCounts(removed=one_row(cursor)[0])
    cursor.execute(statement)
    return RowCounts(removed=cursor.rowcount)


def remove_unproven(cursor: Cursor[Any], table: str) -> RowCounts:
    """Take away the rows that are nothing but their key and have lost their last evidence."""
    cursor.execute(
        sql.SQL(
            """
            DELETE FROM {stored} old USING pg_temp.staged_unproven unproven
            WHERE unproven.fact = %s AND old.id = unproven.id
              AND NOT EXISTS (SELECT FROM archive.evidence proof WHERE proof.{target} = old.id)
            """
        ).format(stored=stored(table), target=sql.Identifier(PROVEN[table])),
        (table,),
    )
    return RowCounts(removed=cursor.rowcount)
