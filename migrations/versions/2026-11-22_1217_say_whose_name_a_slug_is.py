"""Say that a slug is one document's in the whole archive, and what a collection is for.

Revision: e92d5c1b7f30
Follows: 4a6be20c95f1
"""

from alembic import op

revision = "e92d5c1b7f30"
down_revision = "4a6be20c95f1"
branch_labels = None
depends_on = None

# Each column, as it is explained now and as it was before.
COMMENTS = (
    (
        "slug",
        "The name of the document in the whole archive: its path below the folder that it came with, or the id that "
        "its corpus gives it.",
        "The name of the document in its collection: its path, or its given id.",
    ),
    (
        "collection",
        "The folder or corpus, by name or as archive seed --collection calls it, that the text was last loaded with; "
        "null for a text that came alone. No text of another collection replaces it, and what has left the folder is "
        "withdrawn with archive seed --prune.",
        "The folder or corpus, by name, that the text was loaded with; null for a file that came alone. What has left "
        "the folder is withdrawn with archive seed --prune.",
    ),
)


def upgrade() -> None:
    """Give the columns their new comments."""
    for column, comment, _ in COMMENTS:
        op.alter_column("documents", column, comment=comment, schema="archive")


def downgrade() -> None:
    """Give the columns the comments that they had."""
    for column, _, comment in COMMENTS:
        op.alter_column("documents", column, comment=comment, schema="archive")
