"""Show every agreement in one row, and what happened between two countries.

Revision: d6506b055984
Follows: 60e5210107e5
"""

from alembic import op

revision = "d6506b055984"
down_revision = "60e5210107e5"
branch_labels = None
depends_on = None

AGREEMENT_COUNTRIES = """
SELECT parties.agreement_id, parties.country_code
FROM archive.agreement_parties AS parties
WHERE parties.country_code IS NOT NULL
UNION
SELECT parties.agreement_id, organizations.country_code
FROM archive.agreement_parties AS parties
JOIN archive.organizations ON organizations.id = parties.organization_id
WHERE parties.country_code IS NULL AND organizations.country_code IS NOT NULL
"""

AGREEMENT_COUNTRIES_MEANS = {
    "": (
        "Which countries an agreement concerns: one row per agreement and country of its parties, proposers and "
        "addressees, as named or as that of the body."
    ),
    "agreement_id": "The agreement.",
    "country_code": "A country of a party.",
}

AGREEMENT_REGISTER = """
SELECT
    agreements.title,
    agreements.kind,
    step.status,
    step.date_edtf,
    (
        SELECT string_agg(DISTINCT coalesce(
            organizations.name || coalesce(
                ' (' || coalesce(parties.country_code, organizations.country_code) || ')', ''
            ),
            countries.name
        ) || CASE parties.role WHEN 'party' THEN '' ELSE ', ' || parties.role END, '; ')
        FROM archive.agreement_parties AS parties
        LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
        LEFT JOIN archive.countries ON countries.code = parties.country_code
        WHERE parties.agreement_id = agreements.id
    ) AS parties,
    (
        SELECT string_agg(DISTINCT persons.name, '; ')
        FROM archive.agreement_parties AS parties JOIN archive.persons ON persons.id = parties.signatory_id
        WHERE parties.agreement_id = agreements.id
    ) AS signatories,
    ARRAY(
        SELECT agreement_countries.country_code::text FROM archive.agreement_countries
        WHERE agreement_countries.agreement_id = agreements.id ORDER BY 1
    ) AS country_codes,
    (
        SELECT string_agg(topics.label, '; ' ORDER BY topics.label)
        FROM archive.agreement_topics JOIN archive.topics ON topics.slug = agreement_topics.topic_slug
        WHERE agreement_topics.agreement_id = agreements.id
    ) AS topics,
    agreements.term_edtf,
    (
        SELECT count(DISTINCT evidence.document_id) FROM archive.evidence WHERE evidence.agreement_id = agreements.id
    ) AS documents,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.agreement_id = agreements.id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_id = agreements.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    step.date_text,
    step.date_during,
    step.date_basis,
    agreements.term_text,
    agreements.term_during,
    agreements.id AS agreement_id,
    step.id AS agreement_step_id,
    step.meeting_id,
    agreements.part_of_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_id = agreements.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.agreements
LEFT JOIN LATERAL (
    SELECT steps.* FROM archive.agreement_steps AS steps
    WHERE steps.agreement_id = agreements.id
    ORDER BY array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], steps.status
    ) DESC
    LIMIT 1
) AS step ON true
"""

AGREEMENT_REGISTER_MEANS = {
    "": "Every agreement in one row, with its current status: the furthest step that a text reports.",
    "title": "What the text calls it.",
    "kind": "The kind: agreement, memorandum, program, convention ...",
    "status": "The furthest step: proposed, draft, submitted, planned, signed, approved or in_force.",
    "date_edtf": "When that step was taken, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B).",
    "parties": "Its parties, separated by semicolons; who is not a party, but proposer or addressee, says so.",
    "signatories": "Who signed it, separated by semicolons.",
    "country_codes": "The states of the parties: where 'BZ' = any(country_codes).",
    "topics": "What it covers, separated by semicolons.",
    "term_edtf": "The period it is made for, in EDTF.",
    "documents": "How many documents report it.",
    "words": "The first words that report the agreement; all of them are in proofs.",
    "document": "The document that these words are in.",
    "date_text": "The date of the step as the text words it.",
    "date_during": "From the first possible day of the step to the last one.",
    "date_basis": "What the date rests on: explicit, relative, document or unresolved.",
    "term_text": "The period as the text words it.",
    "term_during": "From the first day of the period to the last one.",
    "agreement_id": "The agreement.",
    "agreement_step_id": "The furthest step.",
    "meeting_id": "The meeting at which that step was taken.",
    "part_of_id": "The instrument that it belongs to.",
    "document_id": "The document that the words are in.",
}

COUNTRY_TIMELINE = """
SELECT
    (SELECT countries.name FROM archive.countries WHERE countries.code = one.country_code) AS country,
    (SELECT countries.name FROM archive.countries WHERE countries.code = other.country_code) AS other_country,
    'meeting' AS event,
    meetings.kind,
    meetings.status,
    meetings.title,
    meetings.date_edtf,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.meeting_id = meetings.id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    meetings.date_text,
    meetings.date_during,
    one.country_code,
    other.country_code AS other_country_code,
    meetings.id AS meeting_id,
    NULL::uuid AS agreement_id,
    NULL::uuid AS agreement_step_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meeting_countries AS one
JOIN archive.meetings ON meetings.id = one.meeting_id
CROSS JOIN LATERAL (
    SELECT DISTINCT coalesce(
        participants.country_code,
        (SELECT offices.country_code FROM archive.offices WHERE offices.id = participants.office_id),
        (
            SELECT organizations.country_code
            FROM archive.offices JOIN archive.organizations ON organizations.id = offices.organization_id
            WHERE offices.id = participants.office_id
        ),
        (
            SELECT organizations.country_code FROM archive.organizations
            WHERE organizations.id = participants.organization_id
        )
    ) AS country_code
    FROM archive.meeting_participants AS participants
    WHERE participants.meeting_id = one.meeting_id
) AS other
WHERE other.country_code <> one.country_code
UNION ALL
SELECT
    (SELECT countries.name FROM archive.countries WHERE countries.code = one.country_code) AS country,
    (SELECT countries.name FROM archive.countries WHERE countries.code = other.country_code) AS other_country,
    'agreement' AS event,
    agreements.kind,
    steps.status,
    agreements.title,
    steps.date_edtf,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.agreement_step_id = steps.id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_step_id = steps.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    steps.date_text,
    steps.date_during,
    one.country_code,
    other.country_code AS other_country_code,
    steps.meeting_id,
    agreements.id AS agreement_id,
    steps.id AS agreement_step_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_step_id = steps.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.agreement_countries AS one
JOIN archive.agreements ON agreements.id = one.agreement_id
JOIN archive.agreement_steps AS steps ON steps.agreement_id = one.agreement_id
CROSS JOIN LATERAL (
    SELECT DISTINCT coalesce(
        parties.country_code,
        (SELECT organizations.country_code FROM archive.organizations WHERE organizations.id = parties.organization_id)
    ) AS country_code
    FROM archive.agreement_parties AS parties
    WHERE parties.agreement_id = one.agreement_id
) AS other
WHERE other.country_code <> one.country_code
"""

COUNTRY_TIMELINE_MEANS = {
    "": (
        "What happened between two countries, seen from each of them: a meeting, or a step of an agreement, has "
        "one row for each country and each other country, so one condition finds all that concerns a country: "
        "where country_code = 'BZ' order by date_during."
    ),
    "country": "The country it is seen from.",
    "other_country": "The other country.",
    "event": "meeting, or agreement for a step in the life of one.",
    "kind": "The kind of the meeting or of the agreement.",
    "status": "held, planned or proposed for a meeting; the step for an agreement.",
    "title": "What the text calls the meeting or the agreement.",
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "words": "The first words that report the meeting or the step; all of them are in proofs.",
    "document": "The document that these words are in.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "country_code": "The country it is seen from.",
    "other_country_code": "The other country.",
    "meeting_id": "The meeting, or the meeting at which the step was taken.",
    "agreement_id": "The agreement.",
    "agreement_step_id": "The step of the agreement.",
    "document_id": "The document that the words are in.",
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
    create("agreement_countries", AGREEMENT_COUNTRIES, AGREEMENT_COUNTRIES_MEANS)
    create("agreement_register", AGREEMENT_REGISTER, AGREEMENT_REGISTER_MEANS)
    create("country_timeline", COUNTRY_TIMELINE, COUNTRY_TIMELINE_MEANS)


def downgrade() -> None:
    """Drop the views."""
    op.execute("DROP VIEW archive.country_timeline")
    op.execute("DROP VIEW archive.agreement_register")
    op.execute("DROP VIEW archive.agreement_countries")
