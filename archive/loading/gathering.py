"""The rows of one document as they come up, none twice: each id is computed from all that makes the row."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from archive.loading import identity
from archive.loading.rows import Claim, DocumentRow, DocumentRows, EvidenceRow, JoinRow, MentionRow, QuotationRow
from archive.reading.facts import Evidence, Mention
from archive.values import MentionKind, Span

_MENTION_KINDS = tuple(MentionKind)
_Row = TypeVar("_Row", Claim, JoinRow, MentionRow, EvidenceRow, QuotationRow)

JOINS = ("organization_members", "appointments", "meeting_topics", "agreement_topics", "document_topics")


@dataclass(slots=True)
class Gathering:
    """The rows of one document so far, by id."""

    document_id: UUID
    claims: dict[UUID, Claim] = field(default_factory=dict)
    joins: dict[str, dict[UUID, JoinRow]] = field(default_factory=lambda: {table: {} for table in JOINS})
    mentions: dict[UUID, MentionRow] = field(default_factory=dict)
    evidence: dict[UUID, EvidenceRow] = field(default_factory=dict)
    quotations: dict[UUID, QuotationRow] = field(default_factory=dict)

    def of(self, document: DocumentRow) -> DocumentRows:
        """All of them, with the document itself."""
        return DocumentRows(
            document=document,
            claims=_sorted(self.claims),
            joins={table: _sorted(rows) for table, rows in self.joins.items()},
            mentions=_sorted(self.mentions),
            evidence=_sorted(self.evidence),
            quotations=_sorted(self.quotations),
        )

    def quote(self, quotation_id: UUID, span: Span, speaker_id: UUID | None, meeting_id: UUID | None) -> None:
        """Words between quotation marks."""
        row = QuotationRow(quotation_id, self.document_id, span.start, span.end, speaker_id, meeting_id)
        self.quotations.setdefault(quotation_id, row)

    def claim(self, table: str, subject_id: UUID, **content: UUID | str | Sequence[str] | None) -> None:
        """What the document says of a row that others may speak of, too; what it does not say is left out."""
        text = claimed({name: value for name, value in content.items() if value is not None})
        claim_id = identity.key("claim", table, subject_id, text)
        self.claims[claim_id] = Claim(claim_id, table, subject_id, text)

    def join(self, table: str, one: UUID, other: UUID | str) -> UUID:
        """That two things belong together; the id of the row that says so."""
        join_id = identity.key(table.removesuffix("s"), one, other)
        self.joins[table][join_id] = JoinRow(join_id, one, other)
        return join_id

    def mention(self, target: str, target_id: UUID | str, mentions: Iterable[Mention]) -> None:
        """One row for each span, of the kind that says most."""
        for mention in sorted(mentions, key=lambda each: _MENTION_KINDS.index(each.kind)):
            start, end = mention.span.start, mention.span.end
            mention_id = identity.key("mention", self.document_id, start, end, target, target_id)
            self.mentions.setdefault(
                mention_id, MentionRow(mention_id, self.document_id, start, end, mention.kind.value, target, target_id)
            )

    def support(
        self, target: str, target_id: UUID, evidence: Iterable[Evidence], *, meeting_status: str | None = None
    ) -> None:
        """The words that state a fact, of a meeting with its status; ValueError when there are none."""
        some = False
        for each in evidence:
            some = True
            start, end = each.span.start, each.span.end
            evidence_id = identity.key("evidence", self.document_id, start, end, each.rule, target, target_id)
            self.evidence[evidence_id] = EvidenceRow(
                evidence_id, self.document_id, start, end, each.rule, target, target_id, meeting_status
            )
        if not some and target != "quotation_id":
            raise ValueError(f"the reading gives no evidence for a {target.removesuffix('_id').replace('_', ' ')}")


def claimed(content: Mapping[str, object]) -> str:
    """What a claim says, as the text that its id is computed from."""
    return json.dumps(content, default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sorted(rows: Mapping[UUID, _Row]) -> tuple[_Row, ...]:
    return tuple(rows[key] for key in sorted(rows))
