"""Name countries and places, persons, bodies and offices.

Revision: b7adf77905f5
Follows: d8eedffa33ec
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

revision = "b7adf77905f5"
down_revision = "d8eedffa33ec"
branch_labels = None
depends_on = None

COMPUTED = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."


def computed_id() -> sa.Column[UUID]:
    """The key of a row that is known by what it is about."""
    return sa.Column("id", sa.Uuid(), nullable=False, comment=COMPUTED)


def upgrade() -> None:
    """Create the tables, things before their names."""
    op.create_table(
        "countries",
        sa.Column("code", sa.CHAR(2), nullable=False, comment="ISO 3166-1 alpha-2, such as BZ."),
        sa.Column("name", sa.Text(), nullable=False, comment="The usual short name in English."),
        sa.Column("official_name", sa.Text(), comment="The full name of the state in English."),
        sa.CheckConstraint("code ~ '^[A-Z]{2}$'", name="code_is_two_capitals"),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("official_name ~ '\\S'", name="official_name_is_not_blank"),
        sa.PrimaryKeyConstraint("code", name="countries_pkey"),
        schema="archive",
        comment="The countries of ISO 3166-1.",
    )
    op.create_table(
        "country_names",
        computed_id(),
        sa.Column("country_code", sa.CHAR(2), nullable=False, comment="The country that is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The form, such as Belizean."),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="short, official, former, variant, demonym, or capital (where the capital stands for the state).",
        ),
        sa.CheckConstraint(
            "kind IN ('short', 'official', 'former', 'variant', 'demonym', 'capital')", name="kind_is_known"
        ),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name="country_names_country_code_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="country_names_pkey"),
        sa.UniqueConstraint("country_code", "kind", "name", name="country_names_country_code_kind_name_key"),
        schema="archive",
        comment="Every form of a country's name, its demonyms and its capital.",
    )
    op.create_index("country_names_name_idx", "country_names", ["name"], schema="archive")
    op.create_table(
        "places",
        computed_id(),
        sa.Column("name", sa.Text(), nullable=False, comment="The name, in the best attested spelling."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name without diacritics, in lower case, with single spaces.",
        ),
        sa.Column("country_code", sa.CHAR(2), comment="The country it lies in, where known."),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("name_key ~ '\\S'", name="name_key_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name="places_country_code_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="places_pkey"),
        sa.UniqueConstraint(
            "name_key", "country_code", name="places_name_key_country_code_key", postgresql_nulls_not_distinct=True
        ),
        schema="archive",
        comment="Cities and venues where something happened.",
    )
    op.create_index("places_country_code_idx", "places", ["country_code"], schema="archive")
    op.create_table(
        "persons",
        computed_id(),
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="The full name, in the best attested spelling, without title or office.",
        ),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The full name without diacritics, in lower case, with single spaces: what makes two spellings "
            "one person.",
        ),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("name_key ~ '\\S'", name="name_key_is_not_blank"),
        sa.PrimaryKeyConstraint("id", name="persons_pkey"),
        sa.UniqueConstraint("name_key", name="persons_name_key_key"),
        schema="archive",
        comment="The persons that the texts name. One full name is one person; see the view namesakes.",
    )
    op.create_index("persons_name_idx", "persons", ["name"], schema="archive")
    op.create_table(
        "person_names",
        computed_id(),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="The person who is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The form as written, such as Krasnov."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The form without diacritics, in lower case, with single spaces.",
        ),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("name_key ~ '\\S'", name="name_key_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name="person_names_person_id_fkey", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="person_names_pkey"),
        sa.UniqueConstraint("person_id", "name", name="person_names_person_id_name_key"),
        schema="archive",
        comment="Every written form of a person's name that a text uses.",
    )
    op.create_index("person_names_name_key_idx", "person_names", ["name_key"], schema="archive")
    op.create_table(
        "organizations",
        computed_id(),
        sa.Column("name", sa.Text(), nullable=False, comment="The name, in the fullest attested form."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name without its country, without diacritics, in lower case, with single spaces.",
        ),
        sa.Column("acronym", sa.Text(), comment="Its acronym, such as FATF."),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="prosecution, ministry, court, police, parliament, agency, international, joint, company, media, "
            "academic or other.",
        ),
        sa.Column(
            "country_code", sa.CHAR(2), comment="The country it belongs to; null for an international or joint body."
        ),
        sa.Column("part_of_id", sa.Uuid(), comment="The body that it is a part of."),
        sa.CheckConstraint("acronym ~ '\\S'", name="acronym_is_not_blank"),
        sa.CheckConstraint(
            "kind IN ('prosecution', 'ministry', 'court', 'police', 'parliament', 'agency', 'international', "
            "'joint', 'company', 'media', 'academic', 'other')",
            name="kind_is_known",
        ),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("name_key ~ '\\S'", name="name_key_is_not_blank"),
        sa.CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name="organizations_country_code_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["part_of_id"], ["archive.organizations.id"], name="organizations_part_of_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="organizations_pkey"),
        schema="archive",
        comment="The bodies that the texts name.",
    )
    op.create_index(
        "one_body_per_name_and_country",
        "organizations",
        ["country_code", "name_key"],
        unique=True,
        schema="archive",
        postgresql_where=sa.text("country_code IS NOT NULL"),
    )
    op.create_index("organizations_name_key_idx", "organizations", ["name_key"], schema="archive")
    op.create_index("organizations_part_of_id_idx", "organizations", ["part_of_id"], schema="archive")
    op.create_table(
        "organization_names",
        computed_id(),
        sa.Column("organization_id", sa.Uuid(), nullable=False, comment="The body that is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The form as written."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The form without diacritics, in lower case, with single spaces.",
        ),
        sa.CheckConstraint("name ~ '\\S'", name="name_is_not_blank"),
        sa.CheckConstraint("name_key ~ '\\S'", name="name_key_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name="organization_names_organization_id_fkey",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="organization_names_pkey"),
        sa.UniqueConstraint("organization_id", "name", name="organization_names_organization_id_name_key"),
        schema="archive",
        comment="Every written form of an organization's name that a text uses.",
    )
    op.create_index("organization_names_name_key_idx", "organization_names", ["name_key"], schema="archive")
    op.create_table(
        "organization_members",
        computed_id(),
        sa.Column("organization_id", sa.Uuid(), nullable=False, comment="The joint body."),
        sa.Column("member_id", sa.Uuid(), nullable=False, comment="The body that is a member of it."),
        sa.CheckConstraint("member_id <> organization_id", name="not_its_own_member"),
        sa.ForeignKeyConstraint(
            ["member_id"], ["archive.organizations.id"], name="organization_members_member_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name="organization_members_organization_id_fkey",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="organization_members_pkey"),
        sa.UniqueConstraint("organization_id", "member_id", name="organization_members_organization_id_member_id_key"),
        schema="archive",
        comment="Which bodies are the members of a joint body, such as a joint collegium.",
    )
    op.create_index("organization_members_member_id_idx", "organization_members", ["member_id"], schema="archive")
    op.create_table(
        "offices",
        computed_id(),
        sa.Column("title", sa.Text(), nullable=False, comment="The title of the post, such as Prosecutor General."),
        sa.Column(
            "title_key",
            sa.Text(),
            nullable=False,
            comment="The title without diacritics, in lower case, with single spaces.",
        ),
        sa.Column("organization_id", sa.Uuid(), comment="The body that the post belongs to."),
        sa.Column("country_code", sa.CHAR(2), comment="The state that the post belongs to."),
        sa.CheckConstraint("title ~ '\\S'", name="title_is_not_blank"),
        sa.CheckConstraint("title_key ~ '\\S'", name="title_key_is_not_blank"),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name="offices_country_code_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["archive.organizations.id"], name="offices_organization_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="offices_pkey"),
        sa.UniqueConstraint(
            "organization_id",
            "country_code",
            "title_key",
            name="offices_organization_id_country_code_title_key_key",
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="The posts that the texts name, with or without a holder.",
    )
    op.create_index("offices_country_code_idx", "offices", ["country_code"], schema="archive")
    op.create_table(
        "appointments",
        computed_id(),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="The person."),
        sa.Column("office_id", sa.Uuid(), nullable=False, comment="The office that the person is shown in."),
        sa.ForeignKeyConstraint(
            ["office_id"], ["archive.offices.id"], name="appointments_office_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name="appointments_person_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="appointments_pkey"),
        sa.UniqueConstraint("person_id", "office_id", name="appointments_person_id_office_id_key"),
        schema="archive",
        comment="Which person the texts show in which office. Since when and until when, they rarely say.",
    )
    op.create_index("appointments_office_id_idx", "appointments", ["office_id"], schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "appointments",
        "offices",
        "organization_members",
        "organization_names",
        "organizations",
        "person_names",
        "persons",
        "places",
        "country_names",
        "countries",
    ):
        op.drop_table(table, schema="archive")
