"""Keep documents and the log of loads.

Revision: ec96667ac8c5
Follows: b7adf77905f5
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "ec96667ac8c5"
down_revision = "b7adf77905f5"
branch_labels = None
depends_on = None

COMPUTED = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."


def computed_id() -> sa.Column[UUID]:
    """The key of a row that is known by what it is about."""
    return sa.Column("id", sa.Uuid(), nullable=False, comment=COMPUTED)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "sources",
        computed_id(),
        sa.Column("name", sa.Text(), nullable=False, comment="The publisher's name."),
        sa.Column("url", sa.Text(), comment="The publisher's own address on the web."),
        sa.Column("country_code", sa.CHAR(2), comment="The country it publishes from."),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("url ~ '\\S'", name="url_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name="sources_country_code_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="sources_pkey"),
        sa.UniqueConstraint("name", name="sources_name_key"),
        schema="archive",
        comment="Who published the texts.",
    )
    op.create_index("sources_country_code_idx", "sources", ["country_code"], schema="archive")
    op.create_table(
        "documents",
        computed_id(),
        sa.Column("source_id", sa.Uuid(), comment="Who published the text, where known."),
        sa.Column(
            "slug",
            sa.Text(),
            nullable=False,
            comment="The name of the document in its collection: its path, or its given id.",
        ),
        sa.Column("title", sa.Text(), comment="The headline."),
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
        sa.Column("language", sa.Text(), comment="The language of the text (BCP 47), such as en."),
        sa.Column("url", sa.Text(), comment="Where the text was published."),
        sa.Column(
            "published_edtf",
            sa.Text(),
            comment="When it was published, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B), where known.",
        ),
        sa.Column(
            "published_during",
            postgresql.DATERANGE(),
            sa.Computed("archive.edtf_range(published_edtf)", persisted=True),
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
            "replaces_id", sa.Uuid(), comment="The text that this one replaced when it was first seen under its slug."
        ),
        sa.Column(
            "reader_version",
            sa.Text(),
            comment="The version of the reader whose facts are stored; null while none are.",
        ),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed(
                "setweight(to_tsvector('archive.folded'::regconfig, archive.searchable(coalesce(title, ''))),"
                " 'A') || setweight(to_tsvector('archive.folded'::regconfig, archive.searchable(left(text, "
                "200000))), 'D')",
                persisted=True,
            ),
            nullable=False,
            comment="For search: title and text (its first 200 000 characters) without diacritics, as English word "
            "stems. Ask: search @@ websearch_to_tsquery('archive.folded', 'grubesa').",
        ),
        sa.CheckConstraint("language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'", name="language_is_a_code"),
        sa.CheckConstraint("reader_version ~ '\\S'", name="reader_version_is_not_blank"),
        sa.CheckConstraint("sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')", name="sha256_is_of_text"),
        sa.CheckConstraint("slug ~ '\\S'", name="slug_is_not_blank"),
        sa.CheckConstraint("text ~ '\\S'", name="text_is_not_blank"),
        sa.CheckConstraint("title ~ '\\S'", name="title_is_not_blank"),
        sa.CheckConstraint("url ~ '\\S'", name="url_is_not_blank"),
        sa.CheckConstraint("(published_edtf IS NULL) = (published_during IS NULL)", name="published_edtf_is_a_date"),
        sa.CheckConstraint("is_current OR reader_version IS NULL", name="only_current_texts_are_read"),
        sa.CheckConstraint("replaces_id <> id", name="does_not_replace_itself"),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["archive.documents.id"], name="documents_replaces_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["archive.sources.id"], name="documents_source_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="documents_pkey"),
        sa.UniqueConstraint("sha256", "slug", name="documents_sha256_slug_key"),
        schema="archive",
        comment="Every text ever seen, exactly as it was. Facts hang on the current text of a slug only.",
    )
    op.create_index(
        "documents_published_during_idx", "documents", ["published_during"], schema="archive", postgresql_using="gist"
    )
    op.create_index(
        "documents_replaces_id_idx",
        "documents",
        ["replaces_id"],
        schema="archive",
        postgresql_where=sa.text("replaces_id IS NOT NULL"),
    )
    op.create_index("documents_search_idx", "documents", ["search"], schema="archive", postgresql_using="gin")
    op.create_index("documents_source_id_idx", "documents", ["source_id"], schema="archive")
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
        sa.CheckConstraint("reader_version ~ '\\S'", name="reader_version_is_not_blank"),
        sa.CheckConstraint("finished_at >= started_at", name="ends_after_start"),
        sa.CheckConstraint(
            "least(new_count, changed_count, unchanged_count, failed_count) >= 0", name="counts_are_not_negative"
        ),
        sa.PrimaryKeyConstraint("id", name="loads_pkey"),
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
        sa.CheckConstraint("file ~ '\\S'", name="file_is_not_blank"),
        sa.CheckConstraint("reason ~ '\\S'", name="reason_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["load_id"], ["archive.loads.id"], name="load_failures_load_id_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="load_failures_pkey"),
        schema="archive",
        comment="The files that a load could not take in, and why.",
    )
    op.create_index("load_failures_load_id_idx", "load_failures", ["load_id"], schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "load_failures",
        "loads",
        "documents",
        "sources",
    ):
        op.drop_table(table, schema="archive")
