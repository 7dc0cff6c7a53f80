"""Whether the archive is what its texts say: every span, every proof, and every row against a fresh reading.

All of it is looked at in one snapshot and nothing is written, so a load may run meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from psycopg import Cursor, sql
from sqlalchemy import Engine

from archive.loading.columns import COLUMNS, JOINS, NAMES, OWNED, Row, brought
from archive.loading.gathering import claimed
from archive.loading.inspecting import Finding, inspect
from archive.loading.merging import NAME_TABLES, SHARED, name_rows, shared_row
from archive.loading.readers import Read, read_rows
from archive.loading.reference import MAY_STAY, reference_rows, reference_stored
from archive.loading.reports import Failure
from archive.loading.rows import DocumentRows
from archive.loading.staging import stored
from archive.loading.stored import stored_texts
from archive.loading.texts import SourceText

_ROWS_AT_ONCE = 2000
_FIRST = UUID(int=0)


def verify(
    engine: Engine,
    read: Read,
    *,
    reader_version: str | None = None,
    on_documents: Callable[[int], None] | None = None,
) -> Iterator[Finding]:
    """What is wrong with the archive; nothing, as a rule.

    ``read`` must be the reading that the archive was loaded with; with its ``reader_version``, texts that another
    version has read are not read again, because that would tell what has changed in the reader, and not what is wrong
    with the archive. ``on_documents`` is told how many more texts have been read again.
    """
    with _snapshot(engine) as cursor:
        yield from inspect(cursor)
        yield from _reference(cursor, reader_version)
        for table in SHARED:
            yield from _merged(cursor, table, reader_version)
        for documents in _current(cursor, reader_version):
            yield from _read_again(cursor, documents, read)
            if on_documents:
                on_documents(len(documents))


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Cursor[Any]]:
    raw = engine.raw_connection()
    try:
        connection = raw.driver_connection
        if not isinstance(connection, psycopg.Connection):
            raise TypeError("the archive reads through psycopg")
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield cursor
    finally:
        raw.rollback()
        raw.close()


# What a computation must give again.


def _reference(cursor: Cursor[Any], reader_version: str | None) -> Iterator[Finding]:
    """Whether countries and topics are those of the files, as the last load left them if it was of this version."""
    last = cursor.execute("SELECT reader_version FROM archive.loads ORDER BY started_at DESC LIMIT 1").fetchone()
    if last is None or reader_version not in (None, last[0]):
        return
    for table, rows in reference_rows().items():
        found = reference_stored(cursor, table)
        if table in MAY_STAY:
            keys = {row[0] for row in rows}
            found = {row for row in found if row[0] in keys}
        yield from _differences(table, found, rows, rule="reference data is that of its files")


def _merged(cursor: Cursor[Any], table: str, reader_version: str | None) -> Iterator[Finding]:
    """Whether each shared row, with its names, is what all claims about it give: those of one reader, or of all."""
    columns = sql.SQL(", ").join(sql.SQL("thing.{}").format(sql.Identifier(name)) for name in SHARED[table])
    statement = sql.SQL(
        """
        SELECT {columns}, ARRAY(SELECT claim.content FROM archive.claims claim WHERE claim.subject_id = thing.id)
        FROM {table} thing WHERE thing.id > %s AND NOT EXISTS (
            SELECT FROM archive.claims claim JOIN archive.document_claims link ON link.claim_id = claim.id
            JOIN archive.documents document ON document.id = link.document_id
            WHERE claim.subject_id = thing.id AND document.reader_version <> %s
        )
        ORDER BY thing.id LIMIT %s
        """
    ).format(columns=columns, table=stored(table))
    last = _FIRST
    while rows := cursor.execute(statement, (last, reader_version, _ROWS_AT_ONCE)).fetchall():
        last = rows[-1][0]
        expected_names: set[Row] = set()
        for *row, claims in rows:
            subject = f"{table} {row[0]}"
            if not claims:
                yield Finding("no row without a document", subject, "no document speaks of it")
                continue
            expected = shared_row(table, row[0], claims)
            for column, is_value, should in zip(SHARED[table], row, expected, strict=True):
                if is_value != should:
                    message = f"{column} is {is_value!r}, and its documents give {should!r}"
                    yield Finding("a row is what its documents say", subject, message)
            if names := NAME_TABLES.get(table):
                expected_names.update(name_rows(names, row[0], claims))
        if names := NAME_TABLES.get(table):
            found = _rows(cursor, names, NAMES[names][1], [row[0] for row in rows])
            yield from _differences(names, found, expected_names)


def _current(cursor: Cursor[Any], reader_version: str | None) -> Iterator[list[tuple[SourceText, str]]]:
    """The current texts as sources, each with the version of the reader that read it, of one version or of all."""
    last = _FIRST
    while some := stored_texts(cursor, last, by=reader_version):
        last = some[-1][0]
        yield [(text, version) for _, text, version in some]


def _read_again(cursor: Cursor[Any], documents: Sequence[tuple[SourceText, str]], read: Read) -> Iterator[Finding]:
    fresh: list[DocumentRows] = []
    for source, version in documents:
        rows = read_rows(source, read, version)
        if isinstance(rows, Failure):
            yield Finding("a text reads as it did", rows.path, rows.reason)
        else:
            fresh.append(rows)
    slugs = {each.document.id: each.document.slug for each in fresh}
    expected = brought(fresh)
    for table in ("documents", "document_claims", *OWNED):
        column = "id" if table == "documents" else "document_id"
        found = _rows(cursor, table, column, list(slugs))
        yield from _differences(table, found, expected[table], slugs)
    yield from _claims(cursor, expected["claims"])
    for table in JOINS:
        wanted = {tuple(row) for row in expected[table]}
        found = _rows(cursor, table, "id", [row[0] for row in wanted])
        yield from _differences(table, found, wanted)


def _claims(cursor: Cursor[Any], expected: Sequence[Row]) -> Iterator[Finding]:
    """Whether claims say what they said; which document makes them is compared apart."""
    statement = "SELECT id, subject_table, subject_id, content FROM archive.claims WHERE id = ANY(%s)"
    cursor.execute(statement, ([row[0] for row in expected],))
    found = [(*row, claimed(content)) for *row, content in cursor.fetchall()]
    yield from _differences("claims", found, expected)


def _rows(cursor: Cursor[Any], table: str, column: str, values: Sequence[Any]) -> set[Row]:
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    statement = sql.SQL("SELECT {} FROM {} WHERE {} = ANY(%s)").format(columns, stored(table), sql.Identifier(column))
    return set(cursor.execute(statement, (list(values),)).fetchall())


def _differences(
    table: str,
    found: Iterable[Row],
    expected: Iterable[Row],
    slugs: dict[UUID, str] | None = None,
    *,
    rule: str = "a fresh reading gives the stored rows",
) -> Iterator[Finding]:
    found, expected = {tuple(row) for row in found}, {tuple(row) for row in expected}
    for message, rows in (("is stored, and not read", found - expected), ("is read, and not stored", expected - found)):
        for row in sorted(rows, key=lambda row: tuple(map(str, row))):
            owner = next((slugs[value] for value in row[:2] if slugs and value in slugs), None)
            subject = f"document {owner}, {table} {row[0]}" if owner else f"{table} {row[0]}"
            said = ", ".join(str(value)[:60] for value in row[1:] if value is not None)
            yield Finding(rule, subject, f"{message}: {said}")
