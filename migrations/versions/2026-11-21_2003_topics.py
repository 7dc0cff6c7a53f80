"""Name the topics and what documents mention.

Revision: b729ffe0261c
Follows: ec96667ac8c5
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "b729ffe0261c"
down_revision = "ec96667ac8c5"
branch_labels = None
depends_on = None

COMPUTED = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."


def computed_id() -> sa.Column[UUID]:
    """The key of a row that is known by what it is about."""
    return sa.Column("id", sa.Uuid(), nullable=False, comment=COMPUTED)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "topics",
        sa.Column("slug", sa.Text(), nullable=False, comment="The short name that others rely on: money-laundering."),
        sa.Column("label", sa.Text(), nullable=False, comment="The preferred label."),
        sa.Column("broader_slug", sa.Text(), comment="The next broader topic."),
        sa.Column("definition", sa.Text(), comment="What belongs to the topic."),
        sa.CheckConstraint("definition ~ '\\S'", name="definition_is_not_blank"),
        sa.CheckConstraint("label ~ '\\S'", name="label_is_not_blank"),
        sa.CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name="slug_is_words_and_hyphens"),
        sa.CheckConstraint("broader_slug <> slug", name="not_broader_than_itself"),
        sa.ForeignKeyConstraint(
            ["broader_slug"], ["archive.topics.slug"], name="topics_broader_slug_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("slug", name="topics_pkey"),
        schema="archive",
        comment="The scheme of topics, from broad to narrow.",
    )
    op.create_index("topics_broader_slug_idx", "topics", ["broader_slug"], schema="archive")
    op.create_table(
        "topic_labels",
        computed_id(),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic."),
        sa.Column("label", sa.Text(), nullable=False, comment="Another way to say it."),
        sa.CheckConstraint("label ~ '\\S'", name="label_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name="topic_labels_topic_slug_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="topic_labels_pkey"),
        sa.UniqueConstraint("topic_slug", "label", name="topic_labels_topic_slug_label_key"),
        schema="archive",
        comment="Alternative labels of the topics: other words for the same subject.",
    )
    op.create_table(
        "document_topics",
        computed_id(),
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The document."),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic that it mentions."),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name="document_topics_document_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name="document_topics_topic_slug_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="document_topics_pkey"),
        sa.UniqueConstraint("document_id", "topic_slug", name="document_topics_document_id_topic_slug_key"),
        schema="archive",
        comment="Which topics a document mentions.",
    )
    op.create_index("document_topics_topic_slug_idx", "document_topics", ["topic_slug"], schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "document_topics",
        "topic_labels",
        "topics",
    ):
        op.drop_table(table, schema="archive")
