"""Name persons, bodies and offices.

Revision: 1017d649bcc9
Follows: 2e43aba29662
"""

import sqlalchemy as sa
from alembic import op

revision = "1017d649bcc9"
down_revision = "2e43aba29662"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "persons",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
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
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.CheckConstraint("name_key ~ '\\S'", name=op.f("name_key_is_not_blank")),
        sa.PrimaryKeyConstraint("id", name=op.f("persons_pkey")),
        sa.UniqueConstraint("name_key", name=op.f("persons_name_key_key")),
        schema="archive",
        comment="The persons that the texts name. One full name is one person; see the view namesakes.",
    )
    op.create_table(
        "person_names",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="The person who is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The form as written, such as Krasnov."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The form without diacritics, in lower case, with single spaces.",
        ),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.CheckConstraint("name_key ~ '\\S'", name=op.f("name_key_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name=op.f("person_names_person_id_fkey"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("person_names_pkey")),
        sa.UniqueConstraint("person_id", "name", name=op.f("person_names_person_id_name_key")),
        schema="archive",
        comment="Every written form of a person's name that a text uses.",
    )
    op.create_index(op.f("person_names_name_key_idx"), "person_names", ["name_key"], unique=False, schema="archive")
    op.create_table(
        "organizations",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The name, in the fullest attested form."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name without its country, without diacritics, in lower case, with single spaces.",
        ),
        sa.Column("acronym", sa.Text(), nullable=True, comment="Its acronym, such as FATF."),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="prosecution, ministry, court, police, parliament, agency, international, joint, company, media, "
            "academic or other.",
        ),
        sa.Column(
            "country_code",
            sa.CHAR(length=2),
            nullable=True,
            comment="The country it belongs to; null for an international or joint body.",
        ),
        sa.Column("part_of_id", sa.Uuid(), nullable=True, comment="The body that it is a part of."),
        sa.CheckConstraint("acronym ~ '\\S'", name=op.f("acronym_is_not_blank")),
        sa.CheckConstraint(
            "kind IN ('prosecution', 'ministry', 'court', 'police', 'parliament', 'agency', 'international', 'joint',"
            " 'company', 'media', 'academic', 'other')",
            name=op.f("kind_is_known"),
        ),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.CheckConstraint("name_key ~ '\\S'", name=op.f("name_key_is_not_blank")),
        sa.CheckConstraint("part_of_id <> id", name=op.f("not_part_of_itself")),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["archive.countries.code"],
            name=op.f("organizations_country_code_fkey"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["part_of_id"],
            ["archive.organizations.id"],
            name=op.f("organizations_part_of_id_fkey"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("organizations_pkey")),
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
    op.create_index(op.f("organizations_name_key_idx"), "organizations", ["name_key"], unique=False, schema="archive")
    op.create_index(
        op.f("organizations_part_of_id_idx"), "organizations", ["part_of_id"], unique=False, schema="archive"
    )
    op.create_table(
        "organization_names",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("organization_id", sa.Uuid(), nullable=False, comment="The body that is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The form as written."),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The form without diacritics, in lower case, with single spaces.",
        ),
        sa.CheckConstraint("name ~ '\\S'", name=op.f("name_is_not_blank")),
        sa.CheckConstraint("name_key ~ '\\S'", name=op.f("name_key_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name=op.f("organization_names_organization_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("organization_names_pkey")),
        sa.UniqueConstraint("organization_id", "name", name=op.f("organization_names_organization_id_name_key")),
        schema="archive",
        comment="Every written form of an organization's name that a text uses.",
    )
    op.create_index(
        op.f("organization_names_name_key_idx"), "organization_names", ["name_key"], unique=False, schema="archive"
    )
    op.create_table(
        "organization_members",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("organization_id", sa.Uuid(), nullable=False, comment="The joint body."),
        sa.Column("member_id", sa.Uuid(), nullable=False, comment="The body that is a member of it."),
        sa.CheckConstraint("member_id <> organization_id", name=op.f("not_its_own_member")),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["archive.organizations.id"],
            name=op.f("organization_members_member_id_fkey"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name=op.f("organization_members_organization_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("organization_members_pkey")),
        sa.UniqueConstraint(
            "organization_id", "member_id", name=op.f("organization_members_organization_id_member_id_key")
        ),
        schema="archive",
        comment="Which bodies are the members of a joint body, such as a joint collegium.",
    )
    op.create_index(
        op.f("organization_members_member_id_idx"),
        "organization_members",
        ["member_id"],
        unique=False,
        schema="archive",
    )
    op.create_table(
        "offices",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="The title of the post, such as Prosecutor General."),
        sa.Column(
            "title_key",
            sa.Text(),
            nullable=False,
            comment="The title without diacritics, in lower case, with single spaces.",
        ),
        sa.Column("organization_id", sa.Uuid(), nullable=True, comment="The body that the post belongs to."),
        sa.Column("country_code", sa.CHAR(length=2), nullable=True, comment="The state that the post belongs to."),
        sa.CheckConstraint("title ~ '\\S'", name=op.f("title_is_not_blank")),
        sa.CheckConstraint("title_key ~ '\\S'", name=op.f("title_key_is_not_blank")),
        sa.ForeignKeyConstraint(
            ["country_code"], ["archive.countries.code"], name=op.f("offices_country_code_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name=op.f("offices_organization_id_fkey"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("offices_pkey")),
        sa.UniqueConstraint(
            "organization_id",
            "country_code",
            "title_key",
            name=op.f("offices_organization_id_country_code_title_key_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="The posts that the texts name, with or without a holder.",
    )
    op.create_index(op.f("offices_country_code_idx"), "offices", ["country_code"], unique=False, schema="archive")
    op.create_table(
        "appointments",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="The person."),
        sa.Column("office_id", sa.Uuid(), nullable=False, comment="The office that the person is shown in."),
        sa.ForeignKeyConstraint(
            ["office_id"], ["archive.offices.id"], name=op.f("appointments_office_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name=op.f("appointments_person_id_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("appointments_pkey")),
        sa.UniqueConstraint("person_id", "office_id", name=op.f("appointments_person_id_office_id_key")),
        schema="archive",
        comment="Which person the texts show in which office. Since when and until when, they rarely say.",
    )
    op.create_index(op.f("appointments_office_id_idx"), "appointments", ["office_id"], unique=False, schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("appointments", schema="archive")
    op.drop_table("offices", schema="archive")
    op.drop_table("organization_members", schema="archive")
    op.drop_table("organization_names", schema="archive")
    op.drop_table("organizations", schema="archive")
    op.drop_table("person_names", schema="archive")
    op.drop_table("persons", schema="archive")
