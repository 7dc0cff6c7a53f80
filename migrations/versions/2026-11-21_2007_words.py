"""Point at the words that are spoken and that name things.

Revision: 59267a2e6ee7
Follows: 9bfd1e88ca7b
"""

import sqlalchemy as sa
from alembic import op

revision = "59267a2e6ee7"
down_revision = "9bfd1e88ca7b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "quotations",
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
        sa.Column("speaker_id", sa.Uuid(), nullable=True, comment="Who said it, where the text makes clear."),
        sa.Column("meeting_id", sa.Uuid(), nullable=True, comment="The meeting at which it was said."),
        sa.CheckConstraint("end_char > start_char", name=op.f("ends_after_start")),
        sa.CheckConstraint("start_char >= 0", name=op.f("starts_in_text")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name=op.f("quotations_document_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name=op.f("quotations_meeting_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["archive.persons.id"], name=op.f("quotations_speaker_id_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("quotations_pkey")),
        sa.UniqueConstraint(
            "document_id", "start_char", "end_char", name=op.f("quotations_document_id_start_char_end_char_key")
        ),
        schema="archive",
        comment="Verbatim words of somebody; the quotation marks are not in the span. See the view statements.",
    )
    op.create_index(op.f("quotations_meeting_id_idx"), "quotations", ["meeting_id"], unique=False, schema="archive")
    op.create_index(op.f("quotations_speaker_id_idx"), "quotations", ["speaker_id"], unique=False, schema="archive")
    op.create_table(
        "mentions",
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
            "kind",
            sa.Text(),
            nullable=False,
            comment="How they name it: full (the full name), short (a part or an acronym) or epithet (a description).",
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="The person that is named."),
        sa.Column("organization_id", sa.Uuid(), nullable=True, comment="The body that is named."),
        sa.Column("country_code", sa.CHAR(length=2), nullable=True, comment="The country that is named."),
        sa.Column("place_id", sa.Uuid(), nullable=True, comment="The place that is named."),
        sa.Column("topic_slug", sa.Text(), nullable=True, comment="The topic that is named."),
        sa.CheckConstraint("kind IN ('full', 'short', 'epithet')", name=op.f("kind_is_known")),
        sa.CheckConstraint("end_char > start_char", name=op.f("ends_after_start")),
        sa.CheckConstraint(
            "num_nonnulls(person_id, organization_id, country_code, place_id, topic_slug) = 1",
            name=op.f("exactly_one_target"),
        ),
        sa.CheckConstraint("start_char >= 0", name=op.f("starts_in_text")),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name=op.f("mentions_country_code_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name=op.f("mentions_document_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name=op.f("mentions_organization_id_fkey"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name=op.f("mentions_person_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["archive.places.id"], name=op.f("mentions_place_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name=op.f("mentions_topic_slug_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("mentions_pkey")),
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
        op.f("mentions_country_code_idx"),
        "mentions",
        ["country_code"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("country_code IS NOT NULL"),
    )
    op.create_index(
        op.f("mentions_organization_id_idx"),
        "mentions",
        ["organization_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("organization_id IS NOT NULL"),
    )
    op.create_index(
        op.f("mentions_person_id_idx"),
        "mentions",
        ["person_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        op.f("mentions_place_id_idx"),
        "mentions",
        ["place_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("place_id IS NOT NULL"),
    )
    op.create_index(
        op.f("mentions_topic_slug_idx"),
        "mentions",
        ["topic_slug"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("topic_slug IS NOT NULL"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("mentions", schema="archive")
    op.drop_table("quotations", schema="archive")
