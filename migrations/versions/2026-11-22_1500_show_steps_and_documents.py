"""Show the life of every agreement, and every document in one row.

Both had to be put together from several tables, and the words of a step stood in no view.

Revision: 3d7a60f9b2e4
Follows: e8b35d17c06a
"""

from alembic import op

revision = "3d7a60f9b2e4"
down_revision = "e8b35d17c06a"
branch_labels = None
depends_on = None

AGREEMENT_HISTORY = """
SELECT
    agreements.title,
    agreements.kind,
    steps.status,
    array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], steps.status
    ) AS step_number,
    steps.date_edtf,
    (
        SELECT string_agg(DISTINCT CASE
            WHEN parties.organization_id IS NULL THEN (
                SELECT countries.name FROM archive.countries WHERE countries.code = parties.country_code
            )
            ELSE (
                SELECT organizations.name FROM archive.organizations WHERE organizations.id = parties.organization_id
            ) || coalesce(' (' || parties.country_code || ')', '')
        END || CASE parties.role WHEN 'party' THEN '' ELSE ', ' || parties.role END, '; ')
        FROM archive.agreement_parties AS parties WHERE parties.agreement_id = agreements.id
    ) AS parties,
    (
        SELECT places.name FROM archive.meetings JOIN archive.places ON places.id = meetings.place_id
        WHERE meetings.id = steps.meeting_id
    ) AS place,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    told.published_edtf,
    steps.date_text,
    steps.date_during,
    steps.date_basis,
    ARRAY(
        SELECT DISTINCT parties.country_code::text FROM archive.agreement_parties AS parties
        WHERE parties.agreement_id = agreements.id AND parties.country_code IS NOT NULL ORDER BY 1
    ) AS country_codes,
    agreements.id AS agreement_id,
    steps.id AS agreement_step_id,
    steps.meeting_id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.agreement_steps AS steps
JOIN archive.agreements ON agreements.id = steps.agreement_id
LEFT JOIN archive.attestations AS told ON told.fact_id = steps.id
"""

AGREEMENT_HISTORY_MEANS = {
    "": (
        "The life of every agreement: one row for each step that a text reports, with the words that report it:"
        " where agreement_id = ... order by step_number. Quick in a big archive: date_during, agreement_id, "
        "agreement_step_id and meeting_id; for a country see agreement_countries."
    ),
    "title": "What the text calls the agreement.",
    "kind": "The kind: agreement, memorandum, program, convention ...",
    "status": "The step: proposed, draft, submitted, planned, signed, approved or in_force.",
    "step_number": "Its place in that order, from 1 to 7.",
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "parties": "The parties, separated by semicolons; who is not a party, but proposer or addressee, says so.",
    "place": "Where the meeting was at which the step was taken.",
    "documents": "How many documents report the step.",
    "words": "The first words that report the step; all of them are in proofs.",
    "document": "The document that these words are in.",
    "published_edtf": "When that document was published, in EDTF: for want of a date, when it was told.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "date_basis": "What the date rests on: explicit, relative, document or unresolved.",
    "country_codes": "The states of the parties: where 'BZ' = any(country_codes).",
    "agreement_id": "The agreement.",
    "agreement_step_id": "The step.",
    "meeting_id": "The meeting at which the step was taken.",
    "document_id": "The document that the words are in.",
    "publisher": "Who published that document.",
    "headline": "Its headline.",
    "url": "Where it was published.",
}

DOCUMENT_REGISTER = """
SELECT
    documents.slug AS document,
    documents.title AS headline,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.published_edtf,
    documents.url,
    (
        SELECT string_agg(mentioned.label, '; ' ORDER BY mentioned.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = document_topics.topic_slug) AS label
            FROM archive.document_topics WHERE document_topics.document_id = documents.id
        ) AS mentioned
    ) AS topics,
    documents.language,
    documents.length AS characters,
    documents.collection,
    documents.published_during,
    ARRAY(
        SELECT document_topics.topic_slug FROM archive.document_topics
        WHERE document_topics.document_id = documents.id ORDER BY 1
    ) AS topic_slugs,
    documents.id AS document_id,
    documents.source_id
FROM archive.documents
WHERE documents.is_current
"""

DOCUMENT_REGISTER_MEANS = {
    "": (
        "Every current document in one row: what names it to others, and what it is about. Quick in a big "
        "archive: document, published_during, document_id and source_id; for words ask documents.search."
    ),
    "document": "Its name in the archive.",
    "headline": "Its headline.",
    "publisher": "Who published it.",
    "published_edtf": "When it was published, in EDTF.",
    "url": "Where it was published.",
    "topics": "The topics that it mentions, separated by semicolons.",
    "language": "Its language (BCP 47), such as en.",
    "characters": "How long it is.",
    "collection": "The folder or corpus that it came with.",
    "published_during": "From the first possible day of publication to the last one.",
    "topic_slugs": "The same topics by their keys: where 'extradition' = any(topic_slugs).",
    "document_id": "The document.",
    "source_id": "The publisher.",
}


def create(view: str, definition: str, meanings: dict[str, str]) -> None:
    """Create a view and say what it ("") and its columns mean."""
    op.execute(f"CREATE VIEW archive.{view} AS {definition}")
    for column, meaning in meanings.items():
        thing = f"COLUMN archive.{view}.{column}" if column else f"VIEW archive.{view}"
        words = meaning.replace("'", "''")
        op.execute(f"COMMENT ON {thing} IS '{words}'")


def upgrade() -> None:
    """Create the views."""
    create("agreement_history", AGREEMENT_HISTORY, AGREEMENT_HISTORY_MEANS)
    create("document_register", DOCUMENT_REGISTER, DOCUMENT_REGISTER_MEANS)


def downgrade() -> None:
    """Drop the views."""
    op.execute("DROP VIEW archive.document_register, archive.agreement_history")
