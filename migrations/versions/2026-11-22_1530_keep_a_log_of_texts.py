"""Keep a log of texts: when each came, was replaced or withdrawn, and came back.

A load only counted. When a text came, and since when it is withdrawn, could not be asked; a withdrawn text looked like
a replaced one. Of the texts that are there already nobody knows any more when they came.

Revision: 6e1b94c8d075
Follows: 3d7a60f9b2e4
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "6e1b94c8d075"
down_revision = "3d7a60f9b2e4"
branch_labels = None
depends_on = None

COUNTS = "least(new_count, changed_count, unchanged_count, failed_count, withdrawn_count) >= 0"
COUNTS_BEFORE = "least(new_count, changed_count, unchanged_count, failed_count) >= 0"

DOCUMENT_REGISTER = """
SELECT
    documents.slug AS document,
    documents.title AS headline,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.published_edtf,
    documents.url,
    (
        SELECT string_agg(mentioned.label, '; ' ORDER BY mentioned.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = document_topics.topic_slug) AS label
            FROM archive.document_topics WHERE document_topics.document_id = documents.id
        ) AS mentioned
    ) AS topics,
    documents.language,
    documents.length AS characters,
    documents.collection,
    documents.published_during,
    ARRAY(
        SELECT document_topics.topic_slug FROM archive.document_topics
        WHERE document_topics.document_id = documents.id ORDER BY 1
    ) AS topic_slugs,
    documents.id AS document_id,
    documents.source_id,
    (
        SELECT min(document_changes.changed_at) FROM archive.document_changes
        WHERE document_changes.document_id = documents.id AND document_changes.change = 'new'
    ) AS arrived_at
FROM archive.documents
WHERE documents.is_current
"""

DOCUMENT_REGISTER_BEFORE = """
SELECT
    documents.slug AS document,
    documents.title AS headline,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.published_edtf,
    documents.url,
    (
        SELECT string_agg(mentioned.label, '; ' ORDER BY mentioned.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = document_topics.topic_slug) AS label
            FROM archive.document_topics WHERE document_topics.document_id = documents.id
        ) AS mentioned
    ) AS topics,
    documents.language,
    documents.length AS characters,
    documents.collection,
    documents.published_during,
    ARRAY(
        SELECT document_topics.topic_slug FROM archive.document_topics
        WHERE document_topics.document_id = documents.id ORDER BY 1
    ) AS topic_slugs,
    documents.id AS document_id,
    documents.source_id
FROM archive.documents
WHERE documents.is_current
"""

# Drops a view and makes it again with fewer columns; what was said of the columns that stay is said again.
SHRINK = """
DO $$
DECLARE
    said text[] := ARRAY(
        SELECT format('COMMENT ON COLUMN archive.%I.%I IS %L', '<view>', attname, col_description(attrelid, attnum))
        FROM pg_attribute WHERE attrelid = 'archive.<view>'::regclass AND attnum > 0
    );
    meaning text := obj_description('archive.<view>'::regclass, 'pg_class');
    one text;
BEGIN
    DROP VIEW archive.<view>;
    CREATE VIEW archive.<view> AS <definition>;
    EXECUTE format('COMMENT ON VIEW archive.<view> IS %L', meaning);
    FOREACH one IN ARRAY said LOOP
        IF EXISTS (
            SELECT FROM pg_attribute WHERE attrelid = 'archive.<view>'::regclass
            AND starts_with(one, format('COMMENT ON COLUMN archive.%I.%I IS ', '<view>', attname))
        ) THEN
            EXECUTE one;
        END IF;
    END LOOP;
END $$
"""


def upgrade() -> None:
    """Make the table, count what a load withdraws, and let the register of documents say when each came."""
    op.create_table(
        "document_changes",
        sa.Column(
            "id",
            sa.Uuid(),
            server_default=sa.text("gen_random_uuid()"),
            nullable=False,
            comment="Drawn at random: a log entry.",
        ),
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The text."),
        sa.Column(
            "change",
            sa.Text(),
            nullable=False,
            comment="new, replaced (by the document that names it in replaces_id, or that was here before), withdrawn "
            "or returned.",
        ),
        sa.Column(
            "changed_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When.",
        ),
        sa.Column("load_id", sa.Uuid(), nullable=True, comment="The load that did it, where one did."),
        sa.PrimaryKeyConstraint("id", name="document_changes_pkey"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["archive.documents.id"],
            name="document_changes_document_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["load_id"], ["archive.loads.id"], name="document_changes_load_id_fkey", ondelete="RESTRICT"
        ),
        sa.CheckConstraint("change IN ('new', 'replaced', 'withdrawn', 'returned')", name="change_is_known"),
        schema="archive",
        comment="The log of texts: when each came, was replaced by another one of its name, was withdrawn, and came "
        "back. Texts that were here before the log was kept have no entry of their arrival.",
    )
    for column in ("document_id", "changed_at", "load_id"):
        op.create_index(f"document_changes_{column}_idx", "document_changes", [column], schema="archive")
    op.add_column(
        "loads",
        sa.Column(
            "withdrawn_count",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Texts that had left their folder and were withdrawn.",
        ),
        schema="archive",
    )
    op.drop_constraint("counts_are_not_negative", "loads", schema="archive")
    op.create_check_constraint("counts_are_not_negative", "loads", COUNTS, schema="archive")
    op.execute(f"CREATE OR REPLACE VIEW archive.document_register AS {DOCUMENT_REGISTER}")
    op.execute(
        """
        COMMENT ON COLUMN archive.document_register.arrived_at IS
        'When it came to the archive; what became of it since is in document_changes.'
        """
    )


def downgrade() -> None:
    """Forget what became of each text."""
    op.execute(SHRINK.replace("<view>", "document_register").replace("<definition>", DOCUMENT_REGISTER_BEFORE))
    op.drop_constraint("counts_are_not_negative", "loads", schema="archive")
    op.drop_column("loads", "withdrawn_count", schema="archive")
    op.create_check_constraint("counts_are_not_negative", "loads", COUNTS_BEFORE, schema="archive")
    op.drop_table("document_changes", schema="archive")
