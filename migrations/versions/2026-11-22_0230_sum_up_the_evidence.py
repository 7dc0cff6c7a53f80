"""Make room beside the facts for what all their evidence comes to, and find a person's office in a text by an index.

A view that shows the first words of a fact, or from when to when it is attested, had to read all of its evidence for
each row that it showed; of those who are told most often, tens of thousands of rows.

Revision: 3d9a6c52e871
Follows: 8e41c7b20d36
"""

import sqlalchemy as sa
from alembic import op

revision = "3d9a6c52e871"
down_revision = "8e41c7b20d36"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, empty, and put the document into the index of appointments."""
    op.create_table(
        "attestations",
        sa.Column(
            "fact_id",
            sa.Uuid(),
            nullable=False,
            comment="The meeting, the agreement, the step or the appointment.",
        ),
        sa.Column("documents", sa.Integer(), nullable=False, comment="How many documents state it."),
        sa.Column(
            "attested_from",
            sa.Date(),
            comment="The first day on which the earliest dated one of them may have been published.",
        ),
        sa.Column(
            "attested_to",
            sa.Date(),
            comment="The last day on which the latest dated one of them may have been published.",
        ),
        sa.Column(
            "document_id",
            sa.Uuid(),
            nullable=False,
            comment="The first of them: the earliest by date of publication, then by name; undated ones come last.",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="Its name."),
        sa.Column("published_edtf", sa.Text(), comment="When it was published, in EDTF."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where its first words that state the fact start.",
        ),
        sa.Column("end_char", sa.Integer(), nullable=False, comment="Where these words end."),
        sa.Column(
            "words",
            sa.Text(),
            nullable=False,
            comment="These words, taken from its text, which never changes.",
        ),
        sa.PrimaryKeyConstraint("fact_id", name="attestations_pkey"),
        schema="archive",
        comment="Internal, kept by the database: what all the evidence of a meeting, an agreement, a step or an "
        "appointment comes to, so that a view need not read all of it for each row.",
    )
    op.create_table(
        "shown_offices",
        sa.Column("meeting_participant_id", sa.Uuid(), nullable=False, comment="The part of a person in a meeting."),
        sa.Column("office_id", sa.Uuid(), nullable=False, comment="The office."),
        sa.PrimaryKeyConstraint("meeting_participant_id", name="shown_offices_pkey"),
        schema="archive",
        comment="Internal, kept by the database: the only office in which the documents that report somebody's part "
        "in a meeting show them; no row where they show several, or none.",
    )
    op.create_index(
        "evidence_appointment_id_document_id_idx",
        "evidence",
        ["appointment_id", "document_id"],
        schema="archive",
        postgresql_where=sa.text("appointment_id IS NOT NULL"),
    )
    op.drop_index("evidence_appointment_id_idx", "evidence", schema="archive")


def downgrade() -> None:
    """Drop the tables, and bring the plain index back."""
    op.create_index(
        "evidence_appointment_id_idx",
        "evidence",
        ["appointment_id"],
        schema="archive",
        postgresql_where=sa.text("appointment_id IS NOT NULL"),
    )
    op.drop_index("evidence_appointment_id_document_id_idx", "evidence", schema="archive")
    op.drop_table("shown_offices", schema="archive")
    op.drop_table("attestations", schema="archive")
