"""Claims: what each document says of the rows that several documents may speak of.

A person's name in its best spelling, the furthest status of a meeting, the most precise date of a signing: such a row
is computed from everything that the current documents say of it. Because each of these sayings is kept, a document
can be replaced or withdrawn without reading any other text again, and the order of loading never shows.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from archive.models.base import INTERNAL, Base, Id
from archive.values import SUBJECTS


class Claim(Base):
    """What one or more documents say of one row."""

    __tablename__ = "claims"
    __table_args__ = (
        CheckConstraint(f"subject_table IN ({', '.join(map(repr, SUBJECTS))})", name="subject_table_is_known"),
        CheckConstraint("jsonb_typeof(content) = 'object'", name="content_is_an_object"),
        {
            "comment": "Internal: what documents say of rows that several may speak of. "
            "A row is computed from all claims about it.",
            "info": INTERNAL,
        },
    )

    id: Mapped[Id]
    subject_table: Mapped[str] = mapped_column(comment="The table of the row that the claim is about.")
    subject_id: Mapped[UUID] = mapped_column(index=True, comment="The row that the claim is about.")
    content: Mapped[dict[str, Any]] = mapped_column(
        JSONB, comment="What is said of it: values by column, and all written forms of a name under names."
    )


class DocumentClaim(Base):
    """A document makes a claim."""

    __tablename__ = "document_claims"
    __table_args__ = (
        {
            "comment": "Internal: which documents make which claims; of a replaced text only its publisher is left.",
            "info": INTERNAL,
        },
    )

    document_id: Mapped[UUID] = mapped_column(
        ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, comment="The document."
    )
    claim_id: Mapped[UUID] = mapped_column(
        ForeignKey("claims.id", ondelete="RESTRICT"), primary_key=True, index=True, comment="The claim that it makes."
    )
