"""Show who holds which office, who said what, and which names to review.

Revision: 14c2c643a981
Follows: d6506b055984
"""

from alembic import op

revision = "14c2c643a981"
down_revision = "d6506b055984"
branch_labels = None
depends_on = None

OFFICE_HOLDERS = """
SELECT
    persons.name AS person,
    offices.title AS office,
    organizations.name AS organization,
    countries.name AS country,
    shown.attested_from,
    shown.attested_to,
    shown.documents,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.appointment_id = appointments.id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    appointments.id AS appointment_id,
    appointments.person_id,
    appointments.office_id,
    offices.organization_id,
    state.country_code,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.appointments
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
CROSS JOIN LATERAL (SELECT coalesce(offices.country_code, organizations.country_code) AS country_code) AS state
LEFT JOIN archive.countries ON countries.code = state.country_code
CROSS JOIN LATERAL (
    SELECT
        count(DISTINCT documents.id) AS documents,
        min(lower(documents.published_during)) AS attested_from,
        max(upper(documents.published_during) - 1) AS attested_to
    FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
    WHERE evidence.appointment_id = appointments.id
) AS shown
"""

OFFICE_HOLDERS_MEANS = {
    "": "Who is shown in which office, and in documents of which time: no claim about the term of office.",
    "person": "The person.",
    "office": "The title of the post.",
    "organization": "The body that the post belongs to.",
    "country": "The state that the post belongs to.",
    "attested_from": "The first day on which the earliest dated document may have been published.",
    "attested_to": "The last day on which the latest dated document may have been published.",
    "documents": "How many documents show the person in the office.",
    "words": "The first words that report the person in the office; all of them are in proofs.",
    "document": "The document that these words are in.",
    "appointment_id": "The appointment.",
    "person_id": "The person.",
    "office_id": "The office.",
    "organization_id": "The body that the post belongs to.",
    "country_code": "The state that the post belongs to.",
    "document_id": "The document that the words are in.",
}

STATEMENTS = """
SELECT
    persons.name AS speaker,
    (
        SELECT string_agg(DISTINCT offices.title, '; ')
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        JOIN archive.evidence ON evidence.appointment_id = appointments.id
        WHERE appointments.person_id = quotations.speaker_id AND evidence.document_id = quotations.document_id
    ) AS offices,
    substring(
        documents.text FROM quotations.start_char + 1 FOR quotations.end_char - quotations.start_char
    ) AS words,
    documents.slug AS document,
    documents.published_edtf,
    documents.url,
    quotations.id AS quotation_id,
    quotations.document_id,
    quotations.start_char,
    quotations.end_char,
    quotations.speaker_id,
    quotations.meeting_id
FROM archive.quotations
JOIN archive.documents ON documents.id = quotations.document_id
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
"""

STATEMENTS_MEANS = {
    "": "Who said what, verbatim, without the quotation marks.",
    "speaker": "Who said it; null where the text does not make it clear.",
    "offices": "The offices that the same document shows the speaker in, separated by semicolons.",
    "words": "What was said.",
    "document": "The document that quotes it.",
    "published_edtf": "When that document was published, in EDTF.",
    "url": "Where it was published.",
    "quotation_id": "The quotation.",
    "document_id": "The document that quotes it.",
    "start_char": "Where the words start in the document.",
    "end_char": "Where they end.",
    "speaker_id": "Who said it.",
    "meeting_id": "The meeting at which it was said.",
}

NAMESAKES = """
-- The family name is taken to be the last word, which holds for most names in English texts: a hint, not a finding.
SELECT
    'two spellings' AS reason,
    one.name AS person,
    other.name AS other_person,
    NULL::text[] AS country_codes,
    one.id AS person_id,
    other.id AS other_person_id
FROM archive.persons AS one
JOIN archive.persons AS other
    ON substring(other.name_key FROM '[^ -]+$') = substring(one.name_key FROM '[^ -]+$')
    AND other.name_key > one.name_key
-- The same first letter, or one of the two has no given name.
WHERE left(other.name_key, 1) = left(one.name_key, 1)
    OR one.name_key !~ '[ -]'
    OR other.name_key !~ '[ -]'
UNION ALL
SELECT
    'two countries' AS reason,
    persons.name AS person,
    NULL::text AS other_person,
    held.country_codes,
    persons.id AS person_id,
    NULL::uuid AS other_person_id
FROM (
    SELECT
        appointments.person_id,
        array_agg(DISTINCT coalesce(offices.country_code, organizations.country_code)::text) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    WHERE coalesce(offices.country_code, organizations.country_code) IS NOT NULL
    GROUP BY appointments.person_id
    HAVING count(DISTINCT coalesce(offices.country_code, organizations.country_code)) > 1
) AS held
JOIN archive.persons ON persons.id = held.person_id
"""

NAMESAKES_MEANS = {
    "": (
        "Hints for a reviewer: two names that may be one person (two spellings), and one name that may be two "
        "persons (two countries)."
    ),
    "reason": "two spellings of one family name, or offices of two countries under one name.",
    "person": "The person.",
    "other_person": "The other spelling.",
    "country_codes": "The countries whose offices the person is shown in.",
    "person_id": "The person.",
    "other_person_id": "The other person.",
}


def create(view: str, definition: str, meanings: dict[str, str]) -> None:
    """Create a view and say what it ("") and its columns mean."""
    op.execute(f"CREATE VIEW archive.{view} AS {definition}")
    for column, meaning in meanings.items():
        thing = f"COLUMN archive.{view}.{column}" if column else f"VIEW archive.{view}"
        words = meaning.replace("'", "''")
        op.execute(f"COMMENT ON {thing} IS '{words}'")


def upgrade() -> None:
    """Create the views, those that others use first."""
    create("office_holders", OFFICE_HOLDERS, OFFICE_HOLDERS_MEANS)
    create("statements", STATEMENTS, STATEMENTS_MEANS)
    create("namesakes", NAMESAKES, NAMESAKES_MEANS)


def downgrade() -> None:
    """Drop the views."""
    op.execute("DROP VIEW archive.namesakes")
    op.execute("DROP VIEW archive.statements")
    op.execute("DROP VIEW archive.office_holders")
