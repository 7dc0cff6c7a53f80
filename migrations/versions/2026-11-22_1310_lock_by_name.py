"""Lock by name: the triggers that keep the sums take a lock whose key is made of a name.

The key was the number of a table, which is as small as the keys that other applications choose for themselves in a
shared database, and another one in each copy of it.

Revision: 5b8d2f7e6a13
Follows: 91c7d05e3ba8
"""

from alembic import op

revision = "5b8d2f7e6a13"
down_revision = "91c7d05e3ba8"
branch_labels = None
depends_on = None

BY_NUMBER = "'archive.attestations'::regclass::bigint"
BY_NAME = "hashtextextended('archive.attestations', 0)"


# Writes each function of the archive that says the one again with the other.
REWRITE = """
DO $$
DECLARE
    stated text;
BEGIN
    FOR stated IN
        SELECT pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = 'archive'::regnamespace AND prosrc LIKE '%' || $said$<said>$said$ || '%'
    LOOP
        EXECUTE replace(stated, $said$<said>$said$, $meant$<meant>$meant$);
    END LOOP;
END $$
"""


def upgrade() -> None:
    """Make the key of the name of the sums."""
    op.execute(REWRITE.replace("<said>", BY_NUMBER).replace("<meant>", BY_NAME))


def downgrade() -> None:
    """Make the key of the number of their table again."""
    op.execute(REWRITE.replace("<said>", BY_NAME).replace("<meant>", BY_NUMBER))
