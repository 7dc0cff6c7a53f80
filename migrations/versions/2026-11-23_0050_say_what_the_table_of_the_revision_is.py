"""Say what the table of the revision is: the one table of the schema that had no comment, because Alembic makes it.

Revision: c31f80d27ab5
Follows: a94f7d31c06e
"""

from alembic import op

revision = "c31f80d27ab5"
down_revision = "a94f7d31c06e"
branch_labels = None
depends_on = None

TABLE = "'Internal: which revision the tables have. Alembic keeps it, and `archive status` shows it.'"
COLUMN = "'The revision: the id that its file in migrations/versions states.'"


def upgrade() -> None:
    """Describe the table and its one column."""
    _describe(TABLE, COLUMN)


def downgrade() -> None:
    """Leave them without a word."""
    _describe("NULL", "NULL")


def _describe(table: str, column: str) -> None:
    op.execute(f"COMMENT ON TABLE archive.alembic_version IS {table}")
    op.execute(f"COMMENT ON COLUMN archive.alembic_version.version_num IS {column}")
