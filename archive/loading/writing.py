"""One batch of documents into the tables, by statements over whole sets of rows, in the caller's transaction.

The order of the steps follows what refers to what. Claims come first, because the rows that several documents share
are computed from them; then those rows, parents before children; then the documents, what they own, and the
evidence; last goes what nobody claims and nothing proves any more, children before parents.

Most documents of a first load are *fresh*: neither they nor others of their name are in the archive. What is theirs
alone goes straight into the tables. Everything else is staged and compared with what is there.

Writers take turns (an advisory lock for the transaction): a row is computed from all claims about it, so nobody may
add one meanwhile. Reading, the expensive part, needs no lock.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any
from uuid import UUID

from psycopg import Cursor

from archive.loading import identity, staging
from archive.loading.columns import JOINS, OWNED, Row
from archive.loading.journal import note_arrivals
from archive.loading.merging import NAME_TABLES, SHARED, name_rows, shared_row
from archive.loading.packing import PRIVATE, Packed
from archive.loading.reports import RowCounts, added
from archive.loading.statements import (
    insert,
    remove_owned,
    remove_unclaimed,
    remove_unproven,
    replace_names,
    upsert,
)
from archive.loading.turnover import merge_claims, merge_documents, note_who_leaves
from archive.models import SCHEMA, Base

LOCK = int.from_bytes(identity.key("lock", "writing").bytes[:8], signed=True)

Tables = dict[str, RowCounts]


def write(
    cursor: Cursor[Any], documents: Sequence[Packed], *, withdrawn: Sequence[UUID] = (), load_id: UUID | None = None
) -> Tables:
    """Make the archive say of these documents exactly this, and nothing of the withdrawn ones; count what changed.

    The same call once more changes nothing. The log of texts names the load.
    """
    take_turn(cursor)
    staging.create_staging(cursor)
    fresh = _fresh(cursor, documents)
    met = [each for each in documents if each.id not in fresh]
    _stage(cursor, documents, met)
    tables: Tables = {}
    note_who_leaves(cursor, met, withdrawn)
    tables["claims"] = merge_claims(cursor)
    _stage_shared(cursor)
    for table in SHARED:
        tables[table] = upsert(cursor, table)
    for table in NAME_TABLES.values():
        tables[table] = replace_names(cursor, table)
    for table in JOINS:
        tables[table] = insert(cursor, table)
    compared = _compare(cursor, load_id) if met or withdrawn else {}
    brought = _bring(cursor, [each for each in documents if each.id in fresh], load_id)
    if compared:
        compared = added(compared, _remove_groundless(cursor))
    tables = added(added(tables, compared), brought)
    return {table: tables[table] for table in _in_schema_order(tables) if tables[table]}


def take_turn(cursor: Cursor[Any]) -> None:
    """Wait until no other writer is in a transaction, and keep others waiting until this one ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))


def _in_schema_order(tables: Iterable[str]) -> list[str]:
    order = list(Base.metadata.tables)
    return sorted(tables, key=lambda table: order.index(f"{SCHEMA}.{table}"))


def _fresh(cursor: Cursor[Any], documents: Sequence[Packed]) -> set[UUID]:
    """Those of the documents that are new under a name that no current document has."""
    cursor.execute(
        """
        SELECT new.id FROM unnest(%s::uuid[], %s::text[]) new (id, slug)
        WHERE NOT EXISTS (SELECT FROM archive.documents old WHERE old.id = new.id)
          AND NOT EXISTS (SELECT FROM archive.documents old WHERE old.is_current AND old.slug = new.slug)
        """,
        ([each.id for each in documents], [each.slug for each in documents]),
    )
    return {row for (row,) in cursor.fetchall()}


def _stage(cursor: Cursor[Any], documents: Sequence[Packed], met: Sequence[Packed]) -> None:
    """Bring beside the tables what several documents may bring, and all of those that the archive has met before."""
    claims = {claim: row for each in documents for claim, row in each.claims.items()}
    staging.copy_packed(cursor, "claims", claims.values(), into=staging.staged)
    for table in JOINS:
        joins = {join: row for each in documents for join, row in each.joins[table].items()}
        staging.copy_packed(cursor, table, joins.values(), into=staging.staged)
    staging.copy_packed(cursor, "documents", (each.document for each in met), into=staging.staged)
    for table in PRIVATE:
        staging.copy_packed(
            cursor,
            table,
            (each.private[table].data for each in met if table in each.private),
            into=staging.staged,
        )


def _compare(cursor: Cursor[Any], load_id: UUID | None) -> Tables:
    """Make the tables say of the staged documents what they bring, and nothing of those that leave."""
    tables = {"documents": merge_documents(cursor, load_id), "document_claims": insert(cursor, "document_claims")}
    for table in reversed(list(OWNED)):
        tables[table] = remove_owned(cursor, table)
    for table in OWNED:
        tables[table] += upsert(cursor, table)
    return tables


def _bring(cursor: Cursor[Any], fresh: Sequence[Packed], load_id: UUID | None) -> Tables:
    """Write fresh documents with what is theirs alone."""
    staging.copy_packed(cursor, "documents", (each.document for each in fresh), into=staging.stored)
    note_arrivals(cursor, [each.id for each in fresh], load_id)
    tables = {"documents": RowCounts(inserted=len(fresh))}
    for table in PRIVATE:
        blocks = [each.private[table] for each in fresh if table in each.private]
        staging.copy_packed(cursor, table, (block.data for block in blocks), into=staging.stored)
        tables[table] = RowCounts(inserted=sum(block.count for block in blocks))
    return tables


def _remove_groundless(cursor: Cursor[Any]) -> Tables:
    """Take away what nobody claims and nothing proves any more."""
    return {
        table: remove_unproven(cursor, table) if table in JOINS else remove_unclaimed(cursor, table)
        for table in reversed([*SHARED, *JOINS])
    }


# Rows that documents share.


def _stage_shared(cursor: Cursor[Any]) -> None:
    """Compute the rows about which something else is said now, from all claims about each."""
    cursor.execute(
        """
        SELECT claim.subject_table, claim.subject_id, array_agg(claim.content)
        FROM (SELECT DISTINCT subject_id FROM pg_temp.staged_touched) touched
        JOIN archive.claims claim ON claim.subject_id = touched.subject_id
        GROUP BY claim.subject_table, claim.subject_id
        """
    )
    shared: dict[str, list[Row]] = {table: [] for table in SHARED}
    forms: dict[str, list[Row]] = {table: [] for table in NAME_TABLES.values()}
    for table, subject_id, claims in cursor:
        shared[table].append(shared_row(table, subject_id, claims))
        if (name_table := NAME_TABLES.get(table)) is not None:
            forms[name_table].extend(name_rows(name_table, subject_id, claims))
    for table, rows in chain(shared.items(), forms.items()):
        if rows:
            staging.copy(cursor, table, rows)
