"""Record meetings and who took part.

Revision: d08b3b27eab6
Follows: de46685dbbe2
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "d08b3b27eab6"
down_revision = "de46685dbbe2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "meetings",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="bilateral, multilateral, session (of a standing body), conference, visit, consultation, "
            "ceremony, call or training.",
        ),
        sa.Column(
            "status",
            sa.Text(),
            nullable=False,
            comment="Whether it took place when the text was written: held, planned or proposed.",
        ),
        sa.Column("title", sa.Text(), nullable=True, comment="What the text calls it, where it has a name of its own."),
        sa.Column("place_id", sa.Uuid(), nullable=True, comment="Where it took place."),
        sa.Column("part_of_id", sa.Uuid(), nullable=True, comment="The larger event that it is a part of."),
        sa.Column("date_text", sa.Text(), nullable=True, comment='The date as the text words it, such as "last year".'),
        sa.Column(
            "date_edtf",
            sa.Text(),
            nullable=True,
            comment="The date in EDTF (ISO 8601-2): YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B; null while "
            "unresolved.",
        ),
        sa.Column(
            "date_during",
            postgresql.DATERANGE(),
            sa.Computed("archive.edtf_range(date_edtf)", persisted=True),
            nullable=True,
            comment="From the first possible day to the last one; computed from date_edtf.",
        ),
        sa.Column(
            "date_basis",
            sa.Text(),
            nullable=True,
            comment="What the date rests on: explicit (stated), relative (counted from the day of publication), "
            "document (the text's own date line) or unresolved (words only).",
        ),
        sa.CheckConstraint(
            "(date_edtf IS NULL) = (date_basis IS NULL OR date_basis = 'unresolved')",
            name=op.f("date_is_resolved_or_says_so"),
        ),
        sa.CheckConstraint(
            "date_basis IN ('explicit', 'relative', 'document', 'unresolved')", name=op.f("date_basis_is_known")
        ),
        sa.CheckConstraint("date_text ~ '\\S'", name=op.f("date_text_is_not_blank")),
        sa.CheckConstraint(
            "kind IN ('bilateral', 'multilateral', 'session', 'conference', 'visit', 'consultation', 'ceremony', "
            "'call', 'training')",
            name=op.f("kind_is_known"),
        ),
        sa.CheckConstraint("status IN ('proposed', 'planned', 'held')", name=op.f("status_is_known")),
        sa.CheckConstraint("title ~ '\\S'", name=op.f("title_is_not_blank")),
        sa.CheckConstraint("(date_edtf IS NULL) = (date_during IS NULL)", name=op.f("date_edtf_is_a_date")),
        sa.CheckConstraint("(date_text IS NULL) = (date_basis IS NULL)", name=op.f("date_has_wording_and_basis")),
        sa.CheckConstraint("part_of_id <> id", name=op.f("not_part_of_itself")),
        sa.ForeignKeyConstraint(
            ["part_of_id"], ["archive.meetings.id"], name=op.f("meetings_part_of_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["archive.places.id"], name=op.f("meetings_place_id_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("meetings_pkey")),
        schema="archive",
        comment="Encounters: meetings, sessions, conferences, visits, calls. A planned one is not a held one.",
    )
    op.create_index(
        op.f("meetings_date_during_idx"),
        "meetings",
        ["date_during"],
        unique=False,
        schema="archive",
        postgresql_using="gist",
    )
    op.create_index(op.f("meetings_part_of_id_idx"), "meetings", ["part_of_id"], unique=False, schema="archive")
    op.create_index(op.f("meetings_place_id_idx"), "meetings", ["place_id"], unique=False, schema="archive")
    op.create_table(
        "meeting_participants",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("meeting_id", sa.Uuid(), nullable=False, comment="The meeting."),
        sa.Column("person_id", sa.Uuid(), nullable=True, comment="The person who took part, where named."),
        sa.Column("office_id", sa.Uuid(), nullable=True, comment="The office in which they took part."),
        sa.Column("organization_id", sa.Uuid(), nullable=True, comment="The body they stood for."),
        sa.Column("country_code", sa.CHAR(length=2), nullable=True, comment="The state they stood for."),
        sa.Column(
            "role",
            sa.Text(),
            server_default="participant",
            nullable=False,
            comment="Their part in it: host, guest, chair, speaker or participant.",
        ),
        sa.CheckConstraint("role IN ('host', 'guest', 'chair', 'speaker', 'participant')", name=op.f("role_is_known")),
        sa.CheckConstraint(
            "num_nonnulls(person_id, office_id, organization_id, country_code) >= 1", name=op.f("someone_took_part")
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["archive.countries.code"],
            name=op.f("meeting_participants_country_code_fkey"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["archive.meetings.id"],
            name=op.f("meeting_participants_meeting_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["archive.offices.id"], name=op.f("meeting_participants_office_id_fkey"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name=op.f("meeting_participants_organization_id_fkey"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name=op.f("meeting_participants_person_id_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("meeting_participants_pkey")),
        sa.UniqueConstraint(
            "meeting_id",
            "person_id",
            "office_id",
            "organization_id",
            "country_code",
            name="meeting_participants_once",
            postgresql_nulls_not_distinct=True,
        ),
        schema="archive",
        comment="Who took part in a meeting: a person, an office, a body, a state, or what is known of these.",
    )
    op.create_index(
        "a_person_takes_part_once",
        "meeting_participants",
        ["person_id", "meeting_id"],
        unique=True,
        schema="archive",
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_index(
        op.f("meeting_participants_country_code_idx"),
        "meeting_participants",
        ["country_code"],
        unique=False,
        schema="archive",
    )
    op.create_index(
        op.f("meeting_participants_office_id_idx"),
        "meeting_participants",
        ["office_id"],
        unique=False,
        schema="archive",
    )
    op.create_index(
        op.f("meeting_participants_organization_id_idx"),
        "meeting_participants",
        ["organization_id"],
        unique=False,
        schema="archive",
    )
    op.create_table(
        "meeting_topics",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading.",
        ),
        sa.Column("meeting_id", sa.Uuid(), nullable=False, comment="The meeting."),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic that it discussed."),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name=op.f("meeting_topics_meeting_id_fkey"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name=op.f("meeting_topics_topic_slug_fkey"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("meeting_topics_pkey")),
        sa.UniqueConstraint("meeting_id", "topic_slug", name=op.f("meeting_topics_meeting_id_topic_slug_key")),
        schema="archive",
        comment="Which topics a meeting discussed.",
    )
    op.create_index(
        op.f("meeting_topics_topic_slug_idx"), "meeting_topics", ["topic_slug"], unique=False, schema="archive"
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("meeting_topics", schema="archive")
    op.drop_table("meeting_participants", schema="archive")
    op.drop_table("meetings", schema="archive")
