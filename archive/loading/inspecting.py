"""What SQL alone can see of damage: spans beside their text, facts without words, sums of other evidence, orphans."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Cursor, sql

from archive.loading.merging import SHARED
from archive.loading.staging import stored
from archive.models.proof import ATTESTED
from archive.values import PROVEN


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be: the rule, the document or row that breaks it, and how."""

    rule: str
    subject: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.message} ({self.rule})"


def inspect(cursor: Cursor[Any]) -> Iterator[Finding]:
    """What is wrong with the archive, whatever its texts say."""
    yield from _texts(cursor)
    yield from _spans(cursor)
    yield from _unproven(cursor)
    yield from _sums(cursor)
    yield from _orphans(cursor)


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
        "document",
        "published_edtf",
        "start_char",
        "end_char",
        "words",
        "meeting_status",
    ),
    "shown_offices": ("meeting_participant_id", "office_id"),
}
_ATTESTED = sql.SQL(
    """
    SELECT fact_id, sums.documents, attested_from, attested_to, document_id, document.slug AS document,
           document.published_edtf, start_char, end_char,
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
