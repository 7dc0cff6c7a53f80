"""Tell of meetings: who took part, what was discussed, what was said.

Revision: 27c4470db25a
Follows: b729ffe0261c
"""

from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "27c4470db25a"
down_revision = "b729ffe0261c"
branch_labels = None
depends_on = None

COMPUTED = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."


def computed_id() -> sa.Column[UUID]:
    """The key of a row that is known by what it is about."""
    return sa.Column("id", sa.Uuid(), nullable=False, comment=COMPUTED)


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "meetings",
        computed_id(),
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
        sa.Column("title", sa.Text(), comment="What the text calls it, where it has a name of its own."),
        sa.Column("place_id", sa.Uuid(), comment="Where it took place."),
        sa.Column("part_of_id", sa.Uuid(), comment="The larger event that it is a part of."),
        sa.Column("date_text", sa.Text(), comment='The date as the text words it, such as "last year".'),
        sa.Column(
            "date_edtf",
            sa.Text(),
            comment="The date in EDTF (ISO 8601-2): YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B; null while "
            "unresolved.",
        ),
        sa.Column(
            "date_during",
            postgresql.DATERANGE(),
            sa.Computed("archive.edtf_range(date_edtf)", persisted=True),
            comment="From the first possible day to the last one; computed from date_edtf.",
        ),
        sa.Column(
            "date_basis",
            sa.Text(),
            comment="What the date rests on: explicit (stated), relative (counted from the day of publication), "
            "document (the text's own date line) or unresolved (words only).",
        ),
        sa.CheckConstraint(
            "(date_edtf IS NULL) = (date_basis IS NULL OR date_basis = 'unresolved')",
            name="date_is_resolved_or_says_so",
        ),
        sa.CheckConstraint(
            "date_basis IN ('explicit', 'relative', 'document', 'unresolved')", name="date_basis_is_known"
        ),
        sa.CheckConstraint("date_text ~ '\\S'", name="date_text_is_not_blank"),
        sa.CheckConstraint(
            "kind IN ('bilateral', 'multilateral', 'session', 'conference', 'visit', 'consultation', "
            "'ceremony', 'call', 'training')",
            name="kind_is_known",
        ),
        sa.CheckConstraint("status IN ('proposed', 'planned', 'held')", name="status_is_known"),
        sa.CheckConstraint("title ~ '\\S'", name="title_is_not_blank"),
        sa.CheckConstraint("(date_edtf IS NULL) = (date_during IS NULL)", name="date_edtf_is_a_date"),
        sa.CheckConstraint("(date_text IS NULL) = (date_basis IS NULL)", name="date_has_wording_and_basis"),
        sa.CheckConstraint("part_of_id <> id", name="not_part_of_itself"),
        sa.ForeignKeyConstraint(
            ["part_of_id"], ["archive.meetings.id"], name="meetings_part_of_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["archive.places.id"], name="meetings_place_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="meetings_pkey"),
        schema="archive",
        comment="Encounters: meetings, sessions, conferences, visits, calls. A planned one is not a held one.",
    )
    op.create_index("meetings_date_during_idx", "meetings", ["date_during"], schema="archive", postgresql_using="gist")
    op.create_index("meetings_part_of_id_idx", "meetings", ["part_of_id"], schema="archive")
    op.create_index("meetings_place_id_idx", "meetings", ["place_id"], schema="archive")
    op.create_table(
        "meeting_participants",
        computed_id(),
        sa.Column("meeting_id", sa.Uuid(), nullable=False, comment="The meeting."),
        sa.Column("person_id", sa.Uuid(), comment="The person who took part, where named."),
        sa.Column("office_id", sa.Uuid(), comment="The office in which they took part."),
        sa.Column("organization_id", sa.Uuid(), comment="The body they stood for."),
        sa.Column(
            "country_code",
            sa.CHAR(2),
            comment="The state they stood for: as named, or as that of the office or the body.",
        ),
        sa.Column(
            "role",
            sa.Text(),
            server_default="participant",
            nullable=False,
            comment="Their part in it: host, guest, chair, speaker or participant.",
        ),
        sa.CheckConstraint("role IN ('host', 'guest', 'chair', 'speaker', 'participant')", name="role_is_known"),
        sa.CheckConstraint(
            "num_nonnulls(person_id, office_id, organization_id, country_code) >= 1", name="someone_took_part"
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["archive.countries.code"],
            name="meeting_participants_country_code_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name="meeting_participants_meeting_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["archive.offices.id"], name="meeting_participants_office_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["archive.organizations.id"],
            name="meeting_participants_organization_id_fkey",
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["archive.persons.id"], name="meeting_participants_person_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="meeting_participants_pkey"),
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
    op.create_index("meeting_participants_country_code_idx", "meeting_participants", ["country_code"], schema="archive")
    op.create_index("meeting_participants_office_id_idx", "meeting_participants", ["office_id"], schema="archive")
    op.create_index(
        "meeting_participants_organization_id_idx", "meeting_participants", ["organization_id"], schema="archive"
    )
    op.create_table(
        "meeting_topics",
        computed_id(),
        sa.Column("meeting_id", sa.Uuid(), nullable=False, comment="The meeting."),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic that it discussed."),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name="meeting_topics_meeting_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_slug"], ["archive.topics.slug"], name="meeting_topics_topic_slug_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="meeting_topics_pkey"),
        sa.UniqueConstraint("meeting_id", "topic_slug", name="meeting_topics_meeting_id_topic_slug_key"),
        schema="archive",
        comment="Which topics a meeting discussed.",
    )
    op.create_index("meeting_topics_topic_slug_idx", "meeting_topics", ["topic_slug"], schema="archive")
    op.create_table(
        "quotations",
        computed_id(),
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
        sa.Column("speaker_id", sa.Uuid(), comment="Who said it, where the text makes clear."),
        sa.Column("meeting_id", sa.Uuid(), comment="The meeting at which it was said."),
        sa.CheckConstraint("end_char > start_char", name="ends_after_start"),
        sa.CheckConstraint("start_char >= 0", name="starts_in_text"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["archive.documents.id"], name="quotations_document_id_fkey", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["archive.meetings.id"], name="quotations_meeting_id_fkey", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["archive.persons.id"], name="quotations_speaker_id_fkey", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="quotations_pkey"),
        sa.UniqueConstraint(
            "document_id", "start_char", "end_char", name="quotations_document_id_start_char_end_char_key"
        ),
        schema="archive",
        comment="Verbatim words of somebody; the quotation marks are not in the span. See the view statements.",
    )
    op.create_index("quotations_meeting_id_idx", "quotations", ["meeting_id"], schema="archive")
    op.create_index("quotations_speaker_id_idx", "quotations", ["speaker_id"], schema="archive")


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "quotations",
        "meeting_topics",
        "meeting_participants",
        "meetings",
    ):
        op.drop_table(table, schema="archive")
