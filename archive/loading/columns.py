"""What a batch brings: the columns by table, and the rows of texts in their order. Known without a database.

Whoever reads texts needs these to pack what comes of them, and should carry nothing that only a writer needs.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any
from uuid import UUID

from archive.loading.merging import SHARED
from archive.loading.rows import DocumentRows, EvidenceRow, MentionRow, QuotationRow
from archive.values import NAMED, SUPPORTED

Row = Sequence[Any]

_SPAN = ("id", "document_id", "start_char", "end_char")

# The columns that a batch brings, by table; parents stand before the rows that refer to them.
NAMES: Mapping[str, tuple[str, ...]] = {
    "person_names": ("id", "person_id", "name", "name_key"),
    "organization_names": ("id", "organization_id", "name", "name_key"),
}
JOINS: Mapping[str, tuple[str, ...]] = {
    "organization_members": ("id", "organization_id", "member_id"),
    "appointments": ("id", "person_id", "office_id"),
    "meeting_topics": ("id", "meeting_id", "topic_slug"),
    "agreement_topics": ("id", "agreement_id", "topic_slug"),
}
OWNED: Mapping[str, tuple[str, ...]] = {
    "document_topics": ("id", "document_id", "topic_slug"),
    "mentions": (*_SPAN, "kind", *NAMED),
    "quotations": (*_SPAN, "speaker_id", "meeting_id"),
    "evidence": (*_SPAN, "rule", *SUPPORTED, "meeting_status"),
}
REFERENCE: Mapping[str, tuple[str, ...]] = {
    "countries": ("code", "name", "official_name"),
    "country_names": ("id", "country_code", "name", "kind"),
    "topics": ("slug", "label", "broader_slug", "definition"),
    "topic_labels": ("id", "topic_slug", "label"),
}
DOCUMENTS = (
    "id",
    "source_id",
    "slug",
    "title",
    "text",
    "sha256",
    "language",
    "url",
    "published_edtf",
    "reader_version",
    "collection",
)
CLAIMS = ("id", "subject_table", "subject_id", "content")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": DOCUMENTS,
    "claims": CLAIMS,
    "document_claims": ("document_id", "claim_id"),
    **SHARED,
    **NAMES,
    **JOINS,
    **OWNED,
    **REFERENCE,
}


def brought(documents: Sequence[DocumentRows]) -> dict[str, list[Row]]:
    """The rows that documents bring, by table, each in the order of its `COLUMNS` and none twice."""
    claims = {claim.id: claim for each in documents for claim in each.claims}
    rows: dict[str, list[Row]] = {
        "documents": [[getattr(each.document, column) for column in DOCUMENTS] for each in documents],
        "claims": [(each.id, each.table, each.subject_id, each.content) for each in claims.values()],
        "document_claims": [(each.document.id, claim.id) for each in documents for claim in each.claims],
        "quotations": [
            (*_span(each), each.speaker_id, each.meeting_id)
            for each in chain.from_iterable(document.quotations for document in documents)
        ],
        "mentions": [
            (*_span(each), each.kind, *_one_of(NAMED, each.target, each.target_id))
            for each in chain.from_iterable(document.mentions for document in documents)
        ],
        "evidence": [
            (*_span(each), each.rule, *_one_of(SUPPORTED, each.target, each.target_id), each.meeting_status)
            for each in chain.from_iterable(document.evidence for document in documents)
        ],
    }
    for table in (*JOINS, "document_topics"):
        joins = {join.id: join for each in documents for join in each.joins[table]}
        rows[table] = [(join.id, join.one, join.other) for join in joins.values()]
    return rows


def _span(row: MentionRow | EvidenceRow | QuotationRow) -> tuple[UUID, UUID, int, int]:
    return (row.id, row.document_id, row.start, row.end)


def _one_of(columns: Sequence[str], column: str, value: UUID | str) -> list[UUID | str | None]:
    return [value if each == column else None for each in columns]
