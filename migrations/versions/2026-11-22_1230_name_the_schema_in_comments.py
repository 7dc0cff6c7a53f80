"""Name the schema in the questions that comments on views recommend.

As they stood they were answered only where the schema `archive` is on the search path.

Revision: 91c7d05e3ba8
Follows: e92d5c1b7f30
"""

from alembic import op

revision = "91c7d05e3ba8"
down_revision = "e92d5c1b7f30"
branch_labels = None
depends_on = None

# Each view, what is said of it now, and what was said before.
MEANS = (
    (
        "meeting_countries",
        "Which countries a meeting brought together: one row per meeting and country. It finds the meetings "
        "of a country by an index: where meeting_id in (select meeting_id from archive.meeting_countries "
        "where country_code = 'BZ').",
        "Which countries a meeting brought together: one row per meeting and country. It finds the meetings "
        "of a country by an index: where meeting_id in (select meeting_id from meeting_countries where "
        "country_code = 'BZ').",
    ),
    (
        "agreement_countries",
        "Which countries an agreement concerns: one row per agreement and country of its parties, proposers "
        "and addressees. It finds the agreements of a country by an index: where agreement_id in (select "
        "agreement_id from archive.agreement_countries where country_code = 'BZ').",
        "Which countries an agreement concerns: one row per agreement and country of its parties, proposers "
        "and addressees. It finds the agreements of a country by an index: where agreement_id in (select "
        "agreement_id from agreement_countries where country_code = 'BZ').",
    ),
    (
        "statements",
        "Who said what, verbatim, without the quotation marks. Quick in a big archive: speaker, document, "
        "published_during and all ids; for a word in all of them ask the search first: where document_id in "
        "(select id from archive.documents where search @@ websearch_to_tsquery('archive.folded', "
        "'cryptocurrency')) and words ilike '%cryptocurrenc%'.",
        "Who said what, verbatim, without the quotation marks. Quick in a big archive: speaker, document, "
        "published_during and all ids; for a word in all of them ask the search first: where document_id in "
        "(select id from documents where search @@ websearch_to_tsquery('archive.folded', 'cryptocurrency')) "
        "and words ilike '%cryptocurrenc%'.",
    ),
)


def comment(view: str, meaning: str) -> None:
    """Say what a view means."""
    quoted = meaning.replace("'", "''")
    op.execute(f"COMMENT ON VIEW archive.{view} IS '{quoted}'")


def upgrade() -> None:
    """Say it with the schema."""
    for view, meaning, _ in MEANS:
        comment(view, meaning)


def downgrade() -> None:
    """Say it as before."""
    for view, _, meaning in MEANS:
        comment(view, meaning)
