"""Whether the archive is what its texts say: every span, every proof, and every row against a fresh reading.

All of it is looked at in one snapshot and nothing is written, so a load may run meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg import Cursor, sql
from sqlalchemy import Engine

from archive.loading.merging import NAME_TABLES, SHARED, name_rows, shared_row
from archive.loading.readers import Read, read_rows
from archive.loading.reports import Failure
from archive.loading.rows import DocumentRows
from archive.loading.staging import COLUMNS, JOINS, NAMES, OWNED, Row, brought, stored
from archive.loading.stored import stored_texts
from archive.loading.texts import SourceText
from archive.models.proof import ATTESTED, PROVEN

_ROWS_AT_ONCE = 2000
_FIRST = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be: the rule, the document or row that breaks it, and how."""

    rule: str
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.message} ({self.rule})"


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
        yield from _texts(cursor)
        yield from _spans(cursor)
        yield from _unproven(cursor)
        yield from _sums(cursor)
        yield from _orphans(cursor)
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


# What SQL alone can see.


def _texts(cursor: Cursor[Any]) -> Iterator[Finding]:
    cursor.execute(
        """
        SELECT slug FROM archive.documents
        WHERE sha256 <> encode(sha256(convert_to(text, 'UTF8')), 'hex') ORDER BY slug
        """
    )
    for (slug,) in cursor.fetchall():
        yield Finding("a text has its checksum", f"document {slug}", "the text is not the one that was stored")


def _spans(cursor: Cursor[Any]) -> Iterator[Finding]:
    for table in ("mentions", "evidence", "quotations"):
        cursor.execute(
            sql.SQL(
                """
                SELECT document.slug, span.id, span.start_char, span.end_char, document.length, document.is_current
                FROM {table} span JOIN archive.documents document ON document.id = span.document_id
                WHERE span.end_char > document.length OR NOT document.is_current
                ORDER BY document.slug, span.start_char, span.id
                """
            ).format(table=stored(table))
        )
        for slug, row, start, end, length, is_current in cursor.fetchall():
            subject = f"document {slug}, {table} {row}"
            if end > length:
                yield Finding("a span lies in its text", subject, f"{start}-{end} in a text of {length} characters")
            if not is_current:
                yield Finding("only current texts have facts", subject, "its text was replaced")


def _unproven(cursor: Cursor[Any]) -> Iterator[Finding]:
    for table, target in PROVEN.items():
        cursor.execute(
            sql.SQL(
                "SELECT id FROM {table} fact "
                "WHERE NOT EXISTS (SELECT FROM archive.evidence proof WHERE proof.{target} = fact.id) ORDER BY id"
            ).format(table=stored(table), target=sql.Identifier(target))
        )
        for (row,) in cursor.fetchall():
            yield Finding("no fact without its words", f"{table} {row}", "no document proves it")


def _sums(cursor: Cursor[Any]) -> Iterator[Finding]:
    """Whether what the database keeps beside the facts is what their evidence gives."""
    for table, statement in (("attestations", _ATTESTED), ("shown_offices", _SHOWN)):
        columns = sql.SQL(", ").join(map(sql.Identifier, _KEPT[table]))
        cursor.execute(
            sql.SQL(
                """
                WITH expected AS ({expected}), kept AS (SELECT {columns} FROM {table})
                SELECT DISTINCT {key} FROM (
                    (TABLE expected EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE expected)
                ) different ORDER BY 1
                """
            ).format(expected=statement, columns=columns, table=stored(table), key=sql.Identifier(_KEPT[table][0]))
        )
        for (row,) in cursor.fetchall():
            yield Finding("a sum is that of all evidence", f"{table} {row}", "its evidence comes to something else")


_KEPT = {
    "attestations": (
        "fact_id",
        "documents",
        "attested_from",
        "attested_to",
        "document_id",
        "start_char",
        "words",
        "meeting_status",
    ),
    "shown_offices": ("meeting_participant_id", "office_id"),
}
_ATTESTED = sql.SQL(
    """
    SELECT fact_id, sums.documents, attested_from, attested_to, document_id, start_char,
           substring(document.text FROM start_char + 1 FOR end_char - start_char) AS words,
           meeting_status
    FROM (
        SELECT DISTINCT ON (fact_id) fact.id AS fact_id, proof.document_id, proof.start_char, proof.end_char,
               proof.meeting_status
        FROM archive.evidence proof JOIN archive.documents document ON document.id = proof.document_id
        CROSS JOIN LATERAL (SELECT coalesce({facts}) AS id) fact WHERE fact.id IS NOT NULL
        ORDER BY fact_id, array_position(ARRAY['held', 'planned', 'proposed'], proof.meeting_status),
                 lower(document.published_during), document.slug, proof.start_char, proof.end_char
    ) first
    JOIN (
        SELECT fact.id AS fact_id, count(DISTINCT document.id)::integer AS documents,
               min(lower(document.published_during)) AS attested_from,
               max(upper(document.published_during) - 1) AS attested_to
        FROM archive.evidence proof JOIN archive.documents document ON document.id = proof.document_id
        CROSS JOIN LATERAL (SELECT coalesce({facts}) AS id) fact WHERE fact.id IS NOT NULL
        GROUP BY fact.id
    ) sums USING (fact_id)
    JOIN archive.documents document ON document.id = first.document_id
    """
).format(facts=sql.SQL(", ").join(map(sql.Identifier, ATTESTED)))
_SHOWN = sql.SQL(
    """
    SELECT part.id AS meeting_participant_id, min(held.office_id::text)::uuid AS office_id
    FROM archive.meeting_participants part
    JOIN archive.evidence said ON said.meeting_participant_id = part.id
    JOIN archive.appointments held ON held.person_id = part.person_id
    JOIN archive.evidence shown ON shown.appointment_id = held.id AND shown.document_id = said.document_id
    GROUP BY part.id HAVING count(DISTINCT held.office_id) = 1
    """
)


def _orphans(cursor: Cursor[Any]) -> Iterator[Finding]:
    cursor.execute(
        """
        SELECT id, subject_table FROM archive.claims claim
        WHERE NOT EXISTS (SELECT FROM archive.document_claims link WHERE link.claim_id = claim.id) ORDER BY id
        """
    )
    for row, table in cursor.fetchall():
        yield Finding("no row without a document", f"claims {row}", f"no document says this of {table}")
    for table in SHARED:
        cursor.execute(
            sql.SQL(
                """
                SELECT DISTINCT claim.subject_id FROM archive.claims claim
                WHERE claim.subject_table = {name}
                  AND NOT EXISTS (SELECT FROM {table} thing WHERE thing.id = claim.subject_id)
                ORDER BY 1
                """
            ).format(table=stored(table), name=sql.Literal(table))
        )
        for (row,) in cursor.fetchall():
            yield Finding("what is claimed is there", f"{table} {row}", "documents speak of it, and it is missing")


# What a computation must give again.


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
    for table in JOINS:
        wanted = {tuple(row) for row in expected[table]}
        found = _rows(cursor, table, "id", [row[0] for row in wanted])
        yield from _differences(table, found, wanted)


def _rows(cursor: Cursor[Any], table: str, column: str, values: Sequence[Any]) -> set[Row]:
    columns = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table]))
    statement = sql.SQL("SELECT {} FROM {} WHERE {} = ANY(%s)").format(columns, stored(table), sql.Identifier(column))
    return set(cursor.execute(statement, (list(values),)).fetchall())


def _differences(
    table: str, found: Iterable[Row], expected: Iterable[Row], slugs: dict[UUID, str] | None = None
) -> Iterator[Finding]:
    found, expected = {tuple(row) for row in found}, {tuple(row) for row in expected}
    rule = "a fresh reading gives the stored rows"
    for message, rows in (("is stored, and not read", found - expected), ("is read, and not stored", expected - found)):
        for row in sorted(rows, key=lambda row: tuple(map(str, row))):
            owner = next((slugs[value] for value in row[:2] if slugs and value in slugs), None)
            subject = f"document {owner}, {table} {row[0]}" if owner else f"{table} {row[0]}"
            said = ", ".join(str(value)[:60] for value in row[1:] if value is not None)
            yield Finding(rule, subject, f"{message}: {said}")
