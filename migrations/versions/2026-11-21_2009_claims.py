"""Keep what each document claims of the rows it shares.

Revision: 90e9318ccc8b
Follows: 76886b0d8e56
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "90e9318ccc8b"
down_revision = "76886b0d8e56"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "claims",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("subject_table", sa.Text(), nullable=False, comment="The table of the row that the claim is about."),
        sa.Column("subject_id", sa.Uuid(), nullable=False, comment="The row that the claim is about."),
        sa.Column(
            "content",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="What is said of it: values by column, and all written forms of a name under names.",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("claims_pkey")),
        schema="archive",
        comment="Internal: what documents say of rows that several may speak of. A row is computed from all claims "
        "about it.",
    )
    op.create_index(op.f("claims_subject_id_idx"), "claims", ["subject_id"], unique=False, schema="archive")
    op.create_table(
        "document_claims",
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The document."),
        sa.Column("claim_id", sa.Uuid(), nullable=False, comment="The claim that it makes."),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["archive.claims.id"], name=op.f("document_claims_claim_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name=op.f("document_claims_document_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "claim_id", name=op.f("document_claims_pkey")),
        schema="archive",
        comment="Internal: which documents make which claims; of a replaced text only its publisher is left.",
    )
    op.create_index(
        op.f("document_claims_claim_id_idx"), "document_claims", ["claim_id"], unique=False, schema="archive"
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("document_claims", schema="archive")
    op.drop_table("claims", schema="archive")
