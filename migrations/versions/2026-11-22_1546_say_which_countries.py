"""Say which countries are there: not all of ISO 3166-1.

Revision: f04b6d9175ce
Follows: a27f5c83e10b
"""

from alembic import op

revision = "f04b6d9175ce"
down_revision = "a27f5c83e10b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what is left out."""
    op.create_table_comment(
        "countries",
        "The states and territories that texts are read for: those of ISO 3166-1 but for AQ, BL, BV, CC, CX, GS, HM, "
        "IO, PN, PR, SJ, TF, UM and VI, which are passed over, and Kosovo as XK.",
        schema="archive",
    )


def downgrade() -> None:
    """Say what was said before."""
    op.create_table_comment("countries", "The countries of ISO 3166-1.", schema="archive")
