"""The rows that one text gives, as plain values: computed anywhere, carried between processes, written by another.

A document *owns* its mentions, its evidence, its quotations and its topics. What it says of things that other texts
may speak of too, it *claims*; `archive.loading.merging` makes the row of a thing from all claims about it. Rows that
are nothing but their key (who holds which office) need no claim: they stand as long as there is evidence for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says of a row of a table; ``content`` is JSON with sorted keys, so the same claim is the same row."""

    id: UUID
    table: str
    subject_id: UUID
    content: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One text under one name, with what is known of its publication and the reader that read it."""

    id: UUID
    slug: str
    text: str
    sha256: str
    title: str | None
    source_id: UUID | None
    url: str | None
    language: str | None
    published_edtf: str | None
    reader_version: str
    collection: str | None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """The words that name a thing: ``target`` is the column that refers to it."""

    id: UUID
    document_id: UUID
    start: int
    end: int
    kind: str
    target: str
    target_id: UUID | str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """The words that state a fact: ``target`` is the column that refers to it."""

    id: UUID
    document_id: UUID
    start: int
    end: int
    rule: str
    target: str
    target_id: UUID
    meeting_status: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """Verbatim words and who said them, where."""

    id: UUID
    document_id: UUID
    start: int
    end: int
    speaker_id: UUID | None
    meeting_id: UUID | None


@dataclass(frozen=True, slots=True)
class JoinRow:
    """A row that says no more than that two things belong together."""

    id: UUID
    one: UUID
    other: UUID | str


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """Everything that one text gives. ``joins`` is by table; none holds a row twice."""

    document: DocumentRow
    claims: tuple[Claim, ...]
    joins: Mapping[str, tuple[JoinRow, ...]]
    mentions: tuple[MentionRow, ...]
    evidence: tuple[EvidenceRow, ...]
    quotations: tuple[QuotationRow, ...]
