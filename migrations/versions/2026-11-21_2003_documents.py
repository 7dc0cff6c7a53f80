"""Keep documents and the log of loads.

Revision: 5612c0009fe4
Follows: 1017d649bcc9
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "5612c0009fe4"
down_revision = "1017d649bcc9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "sources",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The publisher's name."),
        sa.Column("url", sa.Text(), nullable=True, comment="The publisher's own address on the web."),
        sa.Column("country_code", sa.CHAR(length=2), nullable=True, comment="The country it publishes from."),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name=op.f("sources_country_code_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sources_pkey")),
        sa.UniqueConstraint("name", name=op.f("sources_name_key")),
        schema="archive",
        comment="Who published the texts.",
    )
    op.create_index(op.f("sources_country_code_idx"), "sources", ["country_code"], unique=False, schema="archive")
    op.create_table(
        "documents",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("source_id", sa.Uuid(), nullable=True, comment="Who published the text, where known."),
        sa.Column(
            "slug",
            sa.Text(),
            nullable=False,
            comment="The name of the document in its collection: its path, or its given id.",
        ),
        sa.Column("title", sa.Text(), nullable=True, comment="The headline."),
        sa.Column(
            "text", sa.Text(), nullable=False, comment="The text, character for character; all offsets count in it."
        ),
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of the text in UTF-8, in hexadecimal."),
        sa.Column(
            "length",
            sa.Integer(),
            sa.Computed("char_length(text)", persisted=True),
            nullable=False,
            comment="How many characters the text has.",
        ),
        sa.Column("language", sa.Text(), nullable=True, comment="The language of the text (BCP 47), such as en."),
        sa.Column("url", sa.Text(), nullable=True, comment="Where the text was published."),
        sa.Column(
            "published_edtf",
            sa.Text(),
            nullable=True,
            comment="When it was published, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B), where known.",
        ),
        sa.Column(
            "published_during",
            postgresql.DATERANGE(),
            sa.Computed("archive.edtf_range(published_edtf)", persisted=True),
            nullable=True,
            comment="From the first possible day of publication to the last one; computed from published_edtf.",
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            server_default=sa.text("true"),
            nullable=False,
            comment="Whether this is the text that the slug has now. Only such have facts.",
        ),
        sa.Column(
            "replaces_id",
            sa.Uuid(),
            nullable=True,
            comment="The text that this one replaced when it was first seen under its slug.",
        ),
        sa.Column(
            "reader_version",
            sa.Text(),
            nullable=True,
            comment="The version of the reader whose facts are stored; null while none are.",
        ),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed(
                "setweight(to_tsvector('archive.folded'::regconfig, coalesce(title, '')), 'A') || "
                "setweight(to_tsvector('archive.folded'::regconfig, left(text, 250000)), 'D')",
                persisted=True,
            ),
            nullable=False,
            comment="For search: title and text (its first 250 000 characters) without diacritics, as English word "
            "stems. Ask: search @@ websearch_to_tsquery('archive.folded', 'grubesa').",
        ),
        sa.CheckConstraint("language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'", name=op.f("language_is_a_code")),
        sa.CheckConstraint("sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')", name=op.f("sha256_is_of_text")),
        sa.CheckConstraint("slug ~ '\\S'", name=op.f("slug_is_not_blank")),
        sa.CheckConstraint("text ~ '\\S'", name=op.f("text_is_not_blank")),
        sa.CheckConstraint("title ~ '\\S'", name=op.f("title_is_not_blank")),
        sa.CheckConstraint(
            "(published_edtf IS NULL) = (published_during IS NULL)", name=op.f("published_edtf_is_a_date")
        ),
        sa.CheckConstraint("is_current OR reader_version IS NULL", name=op.f("only_current_texts_are_read")),
        sa.CheckConstraint("replaces_id <> id", name=op.f("does_not_replace_itself")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["archive.documents.id"], name=op.f("documents_replaces_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["archive.sources.id"], name=op.f("documents_source_id_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("documents_pkey")),
        sa.UniqueConstraint("sha256", "slug", name=op.f("documents_sha256_slug_key")),
        schema="archive",
        comment="Every text ever seen, exactly as it was. Facts hang on the current text of a slug only.",
    )
    op.create_index(
        op.f("documents_published_during_idx"),
        "documents",
        ["published_during"],
        unique=False,
        schema="archive",
        postgresql_using="gist",
    )
    op.create_index(
        op.f("documents_replaces_id_idx"),
        "documents",
        ["replaces_id"],
        unique=False,
        schema="archive",
        postgresql_where=sa.text("replaces_id IS NOT NULL"),
    )
    op.create_index(
        op.f("documents_search_idx"), "documents", ["search"], unique=False, schema="archive", postgresql_using="gin"
    )
    op.create_index(op.f("documents_source_id_idx"), "documents", ["source_id"], unique=False, schema="archive")
    op.create_index(
        "one_current_text_per_slug",
        "documents",
        ["slug"],
        unique=True,
        schema="archive",
        postgresql_where=sa.text("is_current"),
    )
    op.create_table(
        "loads",
        sa.Column(
            "id",
            sa.Uuid(),
            server_default=sa.text("gen_random_uuid()"),
            nullable=False,
            comment="Drawn at random: a log entry.",
        ),
        sa.Column(
            "started_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When the load began.",
        ),
        sa.Column(
            "finished_at",
            postgresql.TIMESTAMP(timezone=True),
            nullable=True,
            comment="When it ended; null while it runs or if it broke.",
        ),
        sa.Column(
            "reader_version", sa.Text(), nullable=False, comment="The version of the reader that read the texts."
        ),
        sa.Column(
            "new_count",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Texts seen for the first time.",
        ),
        sa.Column(
            "changed_count",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Slugs that came with a new text.",
        ),
        sa.Column(
            "unchanged_count",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Texts that were there already.",
        ),
        sa.Column(
            "failed_count",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Files that could not be loaded.",
        ),
        sa.CheckConstraint("reader_version ~ '\\S'", name=op.f("reader_version_is_not_blank")),
        sa.CheckConstraint("finished_at >= started_at", name=op.f("ends_after_start")),
        sa.CheckConstraint(
            "least(new_count, changed_count, unchanged_count, failed_count) >= 0", name=op.f("counts_are_not_negative")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("loads_pkey")),
        schema="archive",
        comment="The log of loads: when texts were brought in, by which reader, and how that went.",
    )
    op.create_table(
        "load_failures",
        sa.Column(
            "id",
            sa.Uuid(),
            server_default=sa.text("gen_random_uuid()"),
            nullable=False,
            comment="Drawn at random: a log entry.",
        ),
        sa.Column("load_id", sa.Uuid(), nullable=False, comment="The load that met the file."),
        sa.Column("file", sa.Text(), nullable=False, comment="The file, as it was given."),
        sa.Column("reason", sa.Text(), nullable=False, comment="What is wrong with it, in words."),
        sa.CheckConstraint("file ~ '\\S'", name=op.f("file_is_not_blank")),
        sa.CheckConstraint("reason ~ '\\S'", name=op.f("reason_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["load_id"], ["archive.loads.id"], name=op.f("load_failures_load_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("load_failures_pkey")),
        schema="archive",
        comment="The files that a load could not take in, and why.",
    )
    op.create_index(op.f("load_failures_load_id_idx"), "load_failures", ["load_id"], unique=False, schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("load_failures", schema="archive")
    op.drop_table("loads", schema="archive")
    op.drop_table("documents", schema="archive")
    op.drop_table("sources", schema="archive")
