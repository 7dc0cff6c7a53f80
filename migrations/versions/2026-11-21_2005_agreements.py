"""Tell of agreements: their parties, their steps, what they cover.

Revision: f44ff6b72db0
Follows: 27c4470db25a
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "f44ff6b72db0"
down_revision = "27c4470db25a"
branch_labels = None
depends_on = None

COMPUTED = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."


def computed_id() -> sa.Column[UUID]:
    """The key of a row that is known by what it is about."""
    return sa.Column("id", sa.Uuid(), nullable=False, comment=COMPUTED)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "agreements",
        computed_id(),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="agreement, memorandum, program, plan, protocol, treaty, convention, declaration, decision, order"
            " or statement.",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="What the text calls it."),
        sa.Column("part_of_id", sa.Uuid(), comment="The instrument that it belongs to."),
        sa.Column("term_text", sa.Text(), comment="The period it is made for, as the text words it."),
        sa.Column(
            "term_edtf",
            sa.Text(),
            comment="The period in EDTF: YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B; null while unresolved.",
        ),
        sa.Column(
            "term_during",
            postgresql.DATERANGE(),
            sa.Computed("archive.edtf_range(term_edtf)", persisted=True),
            comment="From the first day of the period to the last one; computed from term_edtf.",
        ),
        sa.Column(
            "term_basis", sa.Text(), comment="What the period rests on: explicit, relative, document or unresolved."
        ),
        sa.CheckConstraint(
            "(term_edtf IS NULL) = (term_basis IS NULL OR term_basis = 'unresolved')",
            name="term_is_resolved_or_says_so",
        ),
        sa.CheckConstraint(
            "kind IN ('agreement', 'memorandum', 'program', 'plan', 'protocol', 'treaty', 'convention', "
            "'declaration', 'decision', 'order', 'statement')",
            name="kind_is_known",
        ),
        sa.CheckConstraint(
            "term_basis IN ('explicit', 'relative', 'document', 'unresolved')", name="term_basis_is_known"
        ),
        sa.CheckConstraint("term_text ~ '\\S'", name="term_text_is_not_blank"),
        sa.CheckConstraint("title ~ '\\S'", name="title_is_not_blank"),
        sa.CheckConstraint("(term_edtf IS NULL) = (term_during IS NULL)", name="term_edtf_is_a_date"),
        sa.CheckConstraint("(term_text IS NULL) = (term_basis IS NULL)", name="term_has_wording_and_basis"),
        sa.CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        sa.ForeignKeyConstraint(
            ["part_of_id"], ["archive.agreements.id"], name="agreements_part_of_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="agreements_pkey"),
        schema="archive",
        comment="Instruments of every kind, from a program to a convention, whatever became of them so far.",
    )
    op.create_index("agreements_part_of_id_idx", "agreements", ["part_of_id"], schema="archive")
    op.create_index(
        "agreements_term_during_idx", "agreements", ["term_during"], schema="archive", postgresql_using="gist"
    )
    op.create_table(
        "agreement_parties",
        computed_id(),
        sa.Column("agreement_id", sa.Uuid(), nullable=False, comment="The agreement."),
        sa.Column("organization_id", sa.Uuid(), comment="The body that is the party."),
        sa.Column(
            "country_code", sa.CHAR(2), comment="The state that is the party, or that the body acts for or belongs to."
        ),
        sa.Column(
            "role",
            sa.Text(),
            server_default="party",
            nullable=False,
            comment="party (bound by it), proposer (drew it up) or addressee (received the draft).",
        ),
        sa.Column("signatory_id", sa.Uuid(), comment="The person who signed for the party."),
        sa.Column("signatory_office_id", sa.Uuid(), comment="The office in which it was signed."),
        sa.CheckConstraint("role IN ('party', 'proposer', 'addressee')", name="role_is_known"),
        sa.CheckConstraint("num_nonnulls(organization_id, country_code) >= 1", name="someone_is_party"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["archive.agreements.id"], name="agreement_parties_agreement_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["archive.countries.code"],
            name="agreement_parties_country_code_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name="agreement_parties_organization_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["signatory_id"], ["archive.persons.id"], name="agreement_parties_signatory_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["signatory_office_id"],
            ["archive.offices.id"],
            name="agreement_parties_signatory_office_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name="agreement_parties_pkey"),
        sa.UniqueConstraint(
            "agreement_id",
            "organization_id",
            "country_code",
            "role",
            name="agreement_parties_once",
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="The parties of an agreement: bodies and states, and who signed for them.",
    )
    op.create_index("agreement_parties_country_code_idx", "agreement_parties", ["country_code"], schema="archive")
    op.create_index("agreement_parties_organization_id_idx", "agreement_parties", ["organization_id"], schema="archive")
    op.create_index("agreement_parties_signatory_id_idx", "agreement_parties", ["signatory_id"], schema="archive")
    op.create_index(
        "agreement_parties_signatory_office_id_idx", "agreement_parties", ["signatory_office_id"], schema="archive"
    )
    op.create_table(
        "agreement_steps",
        computed_id(),
        sa.Column("agreement_id", sa.Uuid(), nullable=False, comment="The agreement."),
        sa.Column(
            "status",
            sa.Text(),
            nullable=False,
            comment="In this order: proposed, draft, submitted, planned (its signing is announced), signed, approved "
            "(adopted), in_force.",
        ),
        sa.Column("meeting_id", sa.Uuid(), comment="The meeting at which it happened."),
        sa.Column("date_text", sa.Text(), comment='The date as the text words it, such as "last year".'),
        sa.Column(
            "date_edtf",
            sa.Text(),
            comment="The date in EDTF (ISO 8601-2): YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B; null while "
            "unresolved.",
        ),
        sa.Column(
            "date_during",
            postgresql.DATERANGE(),
            sa.Computed("archive.edtf_range(date_edtf)", persisted=True),
            comment="From the first possible day to the last one; computed from date_edtf.",
        ),
        sa.Column(
            "date_basis",
            sa.Text(),
            comment="What the date rests on: explicit (stated), relative (counted from the day of publication), "
            "document (the text's own date line) or unresolved (words only).",
        ),
        sa.CheckConstraint(
            "(date_edtf IS NULL) = (date_basis IS NULL OR date_basis = 'unresolved')",
            name="date_is_resolved_or_says_so",
        ),
        sa.CheckConstraint(
            "date_basis IN ('explicit', 'relative', 'document', 'unresolved')", name="date_basis_is_known"
        ),
        sa.CheckConstraint("date_text ~ '\\S'", name="date_text_is_not_blank"),
        sa.CheckConstraint(
            "status IN ('proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force')",
            name="status_is_known",
        ),
        sa.CheckConstraint("(date_edtf IS NULL) = (date_during IS NULL)", name="date_edtf_is_a_date"),
        sa.CheckConstraint("(date_text IS NULL) = (date_basis IS NULL)", name="date_has_wording_and_basis"),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["archive.agreements.id"], name="agreement_steps_agreement_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name="agreement_steps_meeting_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="agreement_steps_pkey"),
        sa.UniqueConstraint("agreement_id", "status", name="agreement_steps_agreement_id_status_key"),
        schema="archive",
        comment="The life of an agreement, step by step. The furthest step is its status.",
    )
    op.create_index(
        "agreement_steps_date_during_idx", "agreement_steps", ["date_during"], schema="archive", postgresql_using="gist"
    )
    op.create_index("agreement_steps_meeting_id_idx", "agreement_steps", ["meeting_id"], schema="archive")
    op.create_table(
        "agreement_topics",
        computed_id(),
        sa.Column("agreement_id", sa.Uuid(), nullable=False, comment="The agreement."),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic that it covers."),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["archive.agreements.id"], name="agreement_topics_agreement_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name="agreement_topics_topic_slug_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="agreement_topics_pkey"),
        sa.UniqueConstraint("agreement_id", "topic_slug", name="agreement_topics_agreement_id_topic_slug_key"),
        schema="archive",
        comment="Which topics an agreement covers.",
    )
    op.create_index("agreement_topics_topic_slug_idx", "agreement_topics", ["topic_slug"], schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "agreement_topics",
        "agreement_steps",
        "agreement_parties",
        "agreements",
    ):
        op.drop_table(table, schema="archive")
