"""Name countries and places.

Revision: 2e43aba29662
Follows: ecae3f569402
"""

import sqlalchemy as sa
from alembic import op

revision = "2e43aba29662"
down_revision = "ecae3f569402"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "countries",
        sa.Column("code", sa.CHAR(length=2), nullable=False, comment="ISO 3166-1 alpha-2, such as BZ."),
        sa.Column("name", sa.Text(), nullable=False, comment="The usual short name in English."),
        sa.Column("official_name", sa.Text(), nullable=True, comment="The full name of the state in English."),
        sa.CheckConstraint("code ~ '^[A-Z]{2}$'", name=op.f("code_is_two_capitals")),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.CheckConstraint("official_name ~ '\\S'", name=op.f("official_name_is_not_blank")),
        sa.PrimaryKeyConstraint("code", name=op.f("countries_pkey")),
        schema="archive",
        comment="The countries of ISO 3166-1.",
    )
    op.create_table(
        "country_names",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("country_code", sa.CHAR(length=2), nullable=False, comment="The country that is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The form, such as Belizean."),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="short, official, former, variant, demonym, or capital (where the capital stands for the state).",
        ),
        sa.CheckConstraint(
            "kind IN ('short', 'official', 'former', 'variant', 'demonym', 'capital')", name=op.f("kind_is_known")
        ),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["archive.countries.code"],
            name=op.f("country_names_country_code_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("country_names_pkey")),
        sa.UniqueConstraint("country_code", "kind", "name", name=op.f("country_names_country_code_kind_name_key")),
        schema="archive",
        comment="Every form of a country's name, its demonyms and its capital.",
    )
    op.create_index(op.f("country_names_name_idx"), "country_names", ["name"], unique=False, schema="archive")
    op.create_table(
        "places",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The name, in the best attested spelling."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name without diacritics, in lower case, with single spaces.",
        ),
        sa.Column("country_code", sa.CHAR(length=2), nullable=True, comment="The country it lies in, where known."),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.CheckConstraint("name_key ~ '\\S'", name=op.f("name_key_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name=op.f("places_country_code_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("places_pkey")),
        sa.UniqueConstraint(
            "name_key",
            "country_code",
            name=op.f("places_name_key_country_code_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="Cities and venues where something happened.",
    )
    op.create_index(op.f("places_country_code_idx"), "places", ["country_code"], unique=False, schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("places", schema="archive")
    op.drop_table("country_names", schema="archive")
    op.drop_table("countries", schema="archive")
