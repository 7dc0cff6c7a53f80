"""Point at the words: mentions, evidence, and what each document claims.

``facts_to_prove`` is unlogged, because no row outlives the transaction that wrote it. Why there are claims, tells
``docs/decisions/0011-order-free-merging.md``.

Revision: ef64363d23b3
Follows: f44ff6b72db0
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "ef64363d23b3"
down_revision = "f44ff6b72db0"
branch_labels = None
depends_on = None

COMPUTED = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."


def computed_id() -> sa.Column[UUID]:
    """The key of a row that is known by what it is about."""
    return sa.Column("id", sa.Uuid(), nullable=False, comment=COMPUTED)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "mentions",
        computed_id(),
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
            "kind",
            sa.Text(),
            nullable=False,
            comment="How they name it: full (the full name), short (a part or an acronym) or epithet (a description).",
        ),
        sa.Column("person_id", sa.Uuid(), comment="The person that is named."),
        sa.Column("organization_id", sa.Uuid(), comment="The body that is named."),
        sa.Column("country_code", sa.CHAR(2), comment="The country that is named."),
        sa.Column("place_id", sa.Uuid(), comment="The place that is named."),
        sa.Column("topic_slug", sa.Text(), comment="The topic that is named."),
        sa.CheckConstraint("kind IN ('full', 'short', 'epithet')", name="kind_is_known"),
        sa.CheckConstraint("end_char > start_char", name="ends_after_start"),
        sa.CheckConstraint(
            "num_nonnulls(person_id, organization_id, country_code, place_id, topic_slug) = 1",
            name="exactly_one_target",
        ),
        sa.CheckConstraint("start_char >= 0", name="starts_in_text"),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name="mentions_country_code_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name="mentions_document_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["archive.organizations.id"], name="mentions_organization_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name="mentions_person_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["archive.places.id"], name="mentions_place_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name="mentions_topic_slug_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="mentions_pkey"),
        sa.UniqueConstraint(
            "document_id",
            "start_char",
            "end_char",
            "person_id",
            "organization_id",
            "country_code",
            "place_id",
            "topic_slug",
            name="mentions_once",
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="The words of a text that name a person, a body, a country, a place or a topic.",
    )
    op.create_index(
        "mentions_country_code_idx",
        "mentions",
        ["country_code"],
        schema="archive",
        postgresql_where=sa.text("country_code IS NOT NULL"),
    )
    op.create_index(
        "mentions_organization_id_idx",
        "mentions",
        ["organization_id"],
        schema="archive",
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        "mentions_person_id_idx",
        "mentions",
        ["person_id"],
        schema="archive",
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        "mentions_place_id_idx",
        "mentions",
        ["place_id"],
        schema="archive",
        postgresql_where=sa.text("place_id IS NOT NULL"),
    )
    op.create_index(
        "mentions_topic_slug_idx",
        "mentions",
        ["topic_slug"],
        schema="archive",
        postgresql_where=sa.text("topic_slug IS NOT NULL"),
    )
    op.create_table(
        "evidence",
        computed_id(),
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
        sa.Column("meeting_id", sa.Uuid(), comment="The meeting that the words state."),
        sa.Column("meeting_participant_id", sa.Uuid(), comment="The participation that the words state."),
        sa.Column("meeting_topic_id", sa.Uuid(), comment="The topic of a meeting that the words state."),
        sa.Column("agreement_id", sa.Uuid(), comment="The agreement that the words state."),
        sa.Column("agreement_party_id", sa.Uuid(), comment="The party that the words state."),
        sa.Column("agreement_step_id", sa.Uuid(), comment="The step that the words state."),
        sa.Column("agreement_topic_id", sa.Uuid(), comment="The topic of an agreement that the words state."),
        sa.Column("appointment_id", sa.Uuid(), comment="The person in an office that the words show."),
        sa.Column("organization_member_id", sa.Uuid(), comment="The membership that the words state."),
        sa.Column("quotation_id", sa.Uuid(), comment="The quotation whose speaker the words state."),
        sa.CheckConstraint("rule ~ '\\S'", name="rule_is_not_blank"),
        sa.CheckConstraint("end_char > start_char", name="ends_after_start"),
        sa.CheckConstraint(
            "num_nonnulls(meeting_id, meeting_participant_id, meeting_topic_id, agreement_id, "
            "agreement_party_id, agreement_step_id, agreement_topic_id, appointment_id, "
            "organization_member_id, quotation_id) = 1",
            name="exactly_one_target",
        ),
        sa.CheckConstraint("start_char >= 0", name="starts_in_text"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["archive.agreements.id"], name="evidence_agreement_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agreement_party_id"],
            ["archive.agreement_parties.id"],
            name="evidence_agreement_party_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_step_id"],
            ["archive.agreement_steps.id"],
            name="evidence_agreement_step_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_topic_id"],
            ["archive.agreement_topics.id"],
            name="evidence_agreement_topic_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["archive.appointments.id"], name="evidence_appointment_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name="evidence_document_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name="evidence_meeting_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_participant_id"],
            ["archive.meeting_participants.id"],
            name="evidence_meeting_participant_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_topic_id"],
            ["archive.meeting_topics.id"],
            name="evidence_meeting_topic_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_member_id"],
            ["archive.organization_members.id"],
            name="evidence_organization_member_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["quotation_id"], ["archive.quotations.id"], name="evidence_quotation_id_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="evidence_pkey"),
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
        "evidence_agreement_id_idx",
        "evidence",
        ["agreement_id"],
        schema="archive",
        postgresql_where=sa.text("agreement_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_agreement_party_id_idx",
        "evidence",
        ["agreement_party_id"],
        schema="archive",
        postgresql_where=sa.text("agreement_party_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_agreement_step_id_idx",
        "evidence",
        ["agreement_step_id"],
        schema="archive",
        postgresql_where=sa.text("agreement_step_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_agreement_topic_id_idx",
        "evidence",
        ["agreement_topic_id"],
        schema="archive",
        postgresql_where=sa.text("agreement_topic_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_appointment_id_idx",
        "evidence",
        ["appointment_id"],
        schema="archive",
        postgresql_where=sa.text("appointment_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_meeting_id_idx",
        "evidence",
        ["meeting_id"],
        schema="archive",
        postgresql_where=sa.text("meeting_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_meeting_participant_id_idx",
        "evidence",
        ["meeting_participant_id"],
        schema="archive",
        postgresql_where=sa.text("meeting_participant_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_meeting_topic_id_idx",
        "evidence",
        ["meeting_topic_id"],
        schema="archive",
        postgresql_where=sa.text("meeting_topic_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_organization_member_id_idx",
        "evidence",
        ["organization_member_id"],
        schema="archive",
        postgresql_where=sa.text("organization_member_id IS NOT NULL"),
    )
    op.create_index(
        "evidence_quotation_id_idx",
        "evidence",
        ["quotation_id"],
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
        sa.PrimaryKeyConstraint("id", name="facts_to_prove_pkey"),
        schema="archive",
        comment="Internal and always empty for others: the facts whose evidence a transaction has to show when it "
        "commits.",
        prefixes=["UNLOGGED"],
    )
    op.create_table(
        "claims",
        computed_id(),
        sa.Column("subject_table", sa.Text(), nullable=False, comment="The table of the row that the claim is about."),
        sa.Column("subject_id", sa.Uuid(), nullable=False, comment="The row that the claim is about."),
        sa.Column(
            "content",
            postgresql.JSONB(),
            nullable=False,
            comment="What is said of it: values by column, and all written forms of a name under names.",
        ),
        sa.CheckConstraint("jsonb_typeof(content) = 'object'", name="content_is_an_object"),
        sa.CheckConstraint(
            "subject_table IN ('sources', 'places', 'persons', 'organizations', 'offices', 'meetings', "
            "'meeting_participants', 'agreements', 'agreement_parties', 'agreement_steps')",
            name="subject_table_is_known",
        ),
        sa.PrimaryKeyConstraint("id", name="claims_pkey"),
        schema="archive",
        comment="Internal: what documents say of rows that several may speak of. A row is computed from all claims "
        "about it.",
    )
    op.create_index("claims_subject_id_idx", "claims", ["subject_id"], schema="archive")
    op.create_table(
        "document_claims",
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The document."),
        sa.Column("claim_id", sa.Uuid(), nullable=False, comment="The claim that it makes."),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["archive.claims.id"], name="document_claims_claim_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name="document_claims_document_id_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "claim_id", name="document_claims_pkey"),
        schema="archive",
        comment="Internal: which documents make which claims; of a replaced text only its publisher is left.",
    )
    op.create_index("document_claims_claim_id_idx", "document_claims", ["claim_id"], schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "document_claims",
        "claims",
        "facts_to_prove",
        "evidence",
        "mentions",
    ):
        op.drop_table(table, schema="archive")
