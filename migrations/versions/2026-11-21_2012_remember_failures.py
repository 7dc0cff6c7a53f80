"""Remember on which texts a reader has failed, so that it does not read them again with each load.

Revision: 8e41c7b20d36
Follows: 5b0d3f4c9e21
"""

import sqlalchemy as sa
from alembic import op

revision = "8e41c7b20d36"
down_revision = "5b0d3f4c9e21"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; the next load that fails on a text gives it its value."""
    op.add_column(
        "load_failures",
        sa.Column(
            "reading_id",
            sa.Uuid(),
            nullable=True,
            comment="Where the reader itself failed: computed from the text, its date and the reader, which would fail "
            "on it again and so leaves it out. Delete the entry to have the text read again.",
        ),
        schema="archive",
    )
    op.create_index(
        "load_failures_reading_id_idx",
        "load_failures",
        ["reading_id"],
        schema="archive",
        postgresql_where=sa.text("reading_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Forget the failures; the texts are read again."""
    op.drop_column("load_failures", "reading_id", schema="archive")
