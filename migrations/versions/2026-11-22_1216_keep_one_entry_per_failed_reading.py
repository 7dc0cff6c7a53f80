"""Keep one entry for each text on which a reader has failed, and not one for each load that met it.

The entries that say the same again are deleted first: the oldest load's stays.

Revision: 4a6be20c95f1
Follows: c31f7a90d4e8
"""

import sqlalchemy as sa
from alembic import op

revision = "4a6be20c95f1"
down_revision = "c31f7a90d4e8"
branch_labels = None
depends_on = None

FORGET_REPEATED = """
DELETE FROM archive.load_failures WHERE reading_id IS NOT NULL AND id NOT IN (
    SELECT DISTINCT ON (load_failures.reading_id) load_failures.id
    FROM archive.load_failures JOIN archive.loads ON loads.id = load_failures.load_id
    WHERE load_failures.reading_id IS NOT NULL
    ORDER BY load_failures.reading_id, loads.started_at, load_failures.id
)
"""

COMMENT = (
    "Where the reader itself failed: computed from the text, its date and the reader, which would fail on it again and "
    "so leaves it out. One entry, of the first load that met it, stands for all later ones; delete it to have the text "
    "read again."
)
COMMENT_BEFORE = (
    "Where the reader itself failed: computed from the text, its date and the reader, which would fail on it again and "
    "so leaves it out. Delete the entry to have the text read again."
)


def upgrade() -> None:
    """Make the entries of readings unique."""
    op.execute(FORGET_REPEATED)
    _replace_index("load_failures_reading_id_idx", "one_entry_per_reading", unique=True)
    op.alter_column("load_failures", "reading_id", comment=COMMENT, schema="archive")


def downgrade() -> None:
    """Let each load make its own entry again; the deleted ones stay deleted."""
    _replace_index("one_entry_per_reading", "load_failures_reading_id_idx", unique=False)
    op.alter_column("load_failures", "reading_id", comment=COMMENT_BEFORE, schema="archive")


def _replace_index(old: str, new: str, *, unique: bool) -> None:
    op.drop_index(old, "load_failures", schema="archive")
    op.create_index(
        new,
        "load_failures",
        ["reading_id"],
        unique=unique,
        schema="archive",
        postgresql_where=sa.text("reading_id IS NOT NULL"),
    )
