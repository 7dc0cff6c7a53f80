"""Keep the scheme of topics.

Revision: de46685dbbe2
Follows: 5612c0009fe4
"""

import sqlalchemy as sa
from alembic import op

revision = "de46685dbbe2"
down_revision = "5612c0009fe4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "topics",
        sa.Column("slug", sa.Text(), nullable=False, comment="The short name that others rely on: money-laundering."),
        sa.Column("label", sa.Text(), nullable=False, comment="The preferred label."),
        sa.Column("broader_slug", sa.Text(), nullable=True, comment="The next broader topic."),
        sa.Column("definition", sa.Text(), nullable=True, comment="What belongs to the topic."),
        sa.CheckConstraint("definition ~ '\\S'", name=op.f("definition_is_not_blank")),
        sa.CheckConstraint("label ~ '\\S'", name=op.f("label_is_not_blank")),
        sa.CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name=op.f("slug_is_words_and_hyphens")),
        sa.CheckConstraint("broader_slug <> slug", name=op.f("not_broader_than_itself")),
        sa.ForeignKeyConstraint(
            ["broader_slug"], ["archive.topics.slug"], name=op.f("topics_broader_slug_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("slug", name=op.f("topics_pkey")),
        schema="archive",
        comment="The scheme of topics, from broad to narrow.",
    )
    op.create_index(op.f("topics_broader_slug_idx"), "topics", ["broader_slug"], unique=False, schema="archive")
    op.create_table(
        "topic_labels",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic."),
        sa.Column("label", sa.Text(), nullable=False, comment="Another way to say it."),
        sa.CheckConstraint("label ~ '\\S'", name=op.f("label_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name=op.f("topic_labels_topic_slug_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("topic_labels_pkey")),
        sa.UniqueConstraint("topic_slug", "label", name=op.f("topic_labels_topic_slug_label_key")),
        schema="archive",
        comment="Alternative labels of the topics: other words for the same subject.",
    )
    op.create_table(
        "document_topics",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The document."),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic that it mentions."),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name=op.f("document_topics_document_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name=op.f("document_topics_topic_slug_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("document_topics_pkey")),
        sa.UniqueConstraint("document_id", "topic_slug", name=op.f("document_topics_document_id_topic_slug_key")),
        schema="archive",
        comment="Which topics a document mentions.",
    )
    op.create_index(
        op.f("document_topics_topic_slug_idx"), "document_topics", ["topic_slug"], unique=False, schema="archive"
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("document_topics", schema="archive")
    op.drop_table("topic_labels", schema="archive")
    op.drop_table("topics", schema="archive")
