<%!
def quoted(value):
    return repr(value).replace("'", '"')
%>\
"""${message}.

Revision: ${up_revision}
Follows: ${down_revision | comma,n}
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${quoted(up_revision)}
down_revision = ${quoted(down_revision)}
branch_labels = ${quoted(branch_labels)}
depends_on = ${quoted(depends_on)}


def upgrade() -> None:
    """Say what this does."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Say what this takes back."""
    ${downgrades if downgrades else "pass"}
