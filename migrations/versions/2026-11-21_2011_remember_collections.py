"""Remember which folder or corpus each text was loaded with, so that what has left it can be withdrawn.

Revision: 5b0d3f4c9e21
Follows: de507d2ae52c
"""

import sqlalchemy as sa
from alembic import op

revision = "5b0d3f4c9e21"
down_revision = "de507d2ae52c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what is there already gets its value with the next load."""
    op.add_column(
        "documents",
        sa.Column(
            "collection",
            sa.Text(),
            nullable=True,
            comment="The folder or corpus, by name, that the text was loaded with; null for a file that came alone. "
            "What has left the folder is withdrawn with archive seed --prune.",
        ),
        schema="archive",
    )
    op.create_check_constraint("collection_is_not_blank", "documents", r"collection ~ '\S'", schema="archive")


def downgrade() -> None:
    """Forget the collections."""
    op.drop_column("documents", "collection", schema="archive")
