"""Point at the words that state a fact.

Revision: 76886b0d8e56
Follows: 59267a2e6ee7
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "76886b0d8e56"
down_revision = "59267a2e6ee7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "evidence",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The document whose text is pointed at."),
        sa.Column(
            "start_char",
            sa.Integer(),
            nullable=False,
            comment="Where the words start: characters of the document's text before them (0 = the first).",
        ),
        sa.Column(
            "end_char", sa.Integer(), nullable=False, comment="Where the words end: the first character after them."
        ),
        sa.Column(
            "rule", sa.Text(), nullable=False, comment="The rule of the reader that read the fact from these words."
        ),
        sa.Column("meeting_id", sa.Uuid(), nullable=True, comment="The meeting that the words state."),
        sa.Column(
            "meeting_participant_id", sa.Uuid(), nullable=True, comment="The participation that the words state."
        ),
        sa.Column("meeting_topic_id", sa.Uuid(), nullable=True, comment="The topic of a meeting that the words state."),
        sa.Column("agreement_id", sa.Uuid(), nullable=True, comment="The agreement that the words state."),
        sa.Column("agreement_party_id", sa.Uuid(), nullable=True, comment="The party that the words state."),
        sa.Column("agreement_step_id", sa.Uuid(), nullable=True, comment="The step that the words state."),
        sa.Column(
            "agreement_topic_id", sa.Uuid(), nullable=True, comment="The topic of an agreement that the words state."
        ),
        sa.Column("appointment_id", sa.Uuid(), nullable=True, comment="The person in an office that the words show."),
        sa.Column("organization_member_id", sa.Uuid(), nullable=True, comment="The membership that the words state."),
        sa.Column("quotation_id", sa.Uuid(), nullable=True, comment="The quotation whose speaker the words state."),
        sa.CheckConstraint("rule ~ '\\S'", name=op.f("rule_is_not_blank")),
        sa.CheckConstraint("end_char > start_char", name=op.f("ends_after_start")),
        sa.CheckConstraint(
            "num_nonnulls(meeting_id, meeting_participant_id, meeting_topic_id, agreement_id, agreement_party_id, "
            "agreement_step_id, agreement_topic_id, appointment_id, organization_member_id, quotation_id) = 1",
            name=op.f("exactly_one_target"),
        ),
        sa.CheckConstraint("start_char >= 0", name=op.f("starts_in_text")),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["archive.agreements.id"], name=op.f("evidence_agreement_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agreement_party_id"],
            ["archive.agreement_parties.id"],
            name=op.f("evidence_agreement_party_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_step_id"],
            ["archive.agreement_steps.id"],
            name=op.f("evidence_agreement_step_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_topic_id"],
            ["archive.agreement_topics.id"],
            name=op.f("evidence_agreement_topic_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["archive.appointments.id"],
            name=op.f("evidence_appointment_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name=op.f("evidence_document_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name=op.f("evidence_meeting_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_participant_id"],
            ["archive.meeting_participants.id"],
            name=op.f("evidence_meeting_participant_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_topic_id"],
            ["archive.meeting_topics.id"],
            name=op.f("evidence_meeting_topic_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_member_id"],
            ["archive.organization_members.id"],
            name=op.f("evidence_organization_member_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["quotation_id"], ["archive.quotations.id"], name=op.f("evidence_quotation_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("evidence_pkey")),
        sa.UniqueConstraint(
            "document_id",
            "start_char",
            "end_char",
            "rule",
            "meeting_id",
            "meeting_participant_id",
            "meeting_topic_id",
            "agreement_id",
            "agreement_party_id",
            "agreement_step_id",
            "agreement_topic_id",
            "appointment_id",
            "organization_member_id",
            "quotation_id",
            name="evidence_once",
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="The words of a text that state a fact. No fact without such words. See the view proofs.",
    )
    op.create_index(
        op.f("evidence_agreement_id_idx"),
        "evidence",
        ["agreement_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("agreement_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_agreement_party_id_idx"),
        "evidence",
        ["agreement_party_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("agreement_party_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_agreement_step_id_idx"),
        "evidence",
        ["agreement_step_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("agreement_step_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_agreement_topic_id_idx"),
        "evidence",
        ["agreement_topic_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("agreement_topic_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_appointment_id_idx"),
        "evidence",
        ["appointment_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("appointment_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_meeting_id_idx"),
        "evidence",
        ["meeting_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("meeting_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_meeting_participant_id_idx"),
        "evidence",
        ["meeting_participant_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("meeting_participant_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_meeting_topic_id_idx"),
        "evidence",
        ["meeting_topic_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("meeting_topic_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_organization_member_id_idx"),
        "evidence",
        ["organization_member_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("organization_member_id IS NOT NULL"),
    )
    op.create_index(
        op.f("evidence_quotation_id_idx"),
        "evidence",
        ["quotation_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("quotation_id IS NOT NULL"),
    )
    op.create_table(
        "facts_to_prove",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Counted: a passing note, no part of the content.",
        ),
        sa.Column("fact", sa.Text(), nullable=False, comment="The table that the facts are in."),
        sa.Column("target", sa.Text(), nullable=False, comment="The column of evidence that points at them."),
        sa.Column("ids", postgresql.ARRAY(sa.Uuid()), nullable=False, comment="The facts."),
        sa.PrimaryKeyConstraint("id", name=op.f("facts_to_prove_pkey")),
        schema="archive",
        comment="Internal and always empty for others: the facts whose evidence a transaction has to show when it "
        "commits.",
        prefixes=["UNLOGGED"],
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("facts_to_prove", schema="archive")
    op.drop_table("evidence", schema="archive")
