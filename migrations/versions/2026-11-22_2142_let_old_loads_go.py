"""Let old loads go: the log of texts keeps what became of a text when the entry of the load has been deleted.

docs/scale.md says that old entries of the log may be deleted; this refused it for each load that had brought a text.

Revision: a94f7d31c06e
Follows: 7c2e90b4d8a1
"""

from alembic import op

revision = "a94f7d31c06e"
down_revision = "7c2e90b4d8a1"
branch_labels = None
depends_on = None

LOAD = "The load that did it, where one did and its entry is still there."
LOAD_BEFORE = "The load that did it, where one did."


def upgrade() -> None:
    """Forget the load of a change with the load."""
    _refer("SET NULL", LOAD)


def downgrade() -> None:
    """Refuse to delete a load that has changed something; what is forgotten by now stays so."""
    _refer("RESTRICT", LOAD_BEFORE)


def _refer(ondelete: str, comment: str) -> None:
    name = "document_changes_load_id_fkey"
    op.drop_constraint(name, "document_changes", schema="archive")
    op.create_foreign_key(
        name,
        "document_changes",
        "loads",
        ["load_id"],
        ["id"],
        ondelete=ondelete,
        source_schema="archive",
        referent_schema="archive",
    )
    op.alter_column("document_changes", "load_id", comment=comment, schema="archive")
