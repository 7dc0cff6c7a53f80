"""Show every agreement in one row, and what happened between two countries.

Revision: 0ab242b79b75
Follows: 7924ab1d0c7d
"""

from alembic import op

revision = "0ab242b79b75"
down_revision = "7924ab1d0c7d"
branch_labels = None
depends_on = None

AGREEMENT_COUNTRIES = """
SELECT DISTINCT parties.agreement_id, parties.country_code
FROM archive.agreement_parties AS parties
WHERE parties.country_code IS NOT NULL
"""

AGREEMENT_COUNTRIES_MEANS = {
    "": (
        "Which countries an agreement concerns: one row per agreement and country of its parties, proposers and "
        "addressees. It finds the agreements of a country by an index: where agreement_id in (select agreement_id "
        "from agreement_countries where country_code = 'BZ')."
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
            organizations.name || coalesce(' (' || parties.country_code || ')', ''), countries.name
        ) || CASE parties.role WHEN 'party' THEN '' ELSE ', ' || parties.role END, '; ')
        FROM archive.agreement_parties AS parties
        LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
        LEFT JOIN archive.countries ON countries.code = parties.country_code
        WHERE parties.agreement_id = agreements.id
    ) AS parties,
    (
        SELECT string_agg(DISTINCT persons.name || coalesce(' (' || parties.country_code || ')', ''), '; ')
        FROM archive.agreement_parties AS parties JOIN archive.persons ON persons.id = parties.signatory_id
        WHERE parties.agreement_id = agreements.id
    ) AS signatories,
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
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_id = agreements.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    step.date_text,
    step.date_during,
    step.date_basis,
    agreements.term_text,
    agreements.term_during,
    ARRAY(
        SELECT agreement_countries.country_code::text FROM archive.agreement_countries
        WHERE agreement_countries.agreement_id = agreements.id ORDER BY 1
    ) AS country_codes,
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
-- The furthest step: there is no further one.
LEFT JOIN archive.agreement_steps AS step ON step.agreement_id = agreements.id AND NOT EXISTS (
    SELECT FROM archive.agreement_steps AS later
    WHERE later.agreement_id = step.agreement_id
    AND array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], later.status
    ) > array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], step.status
    )
)
"""

AGREEMENT_REGISTER_MEANS = {
    "": (
        "Every agreement in one row, with its current status: the furthest step that a text reports. Quick in a "
        "big archive: status, date_during, agreement_id; for a country see agreement_countries."
    ),
    "title": "What the text calls it.",
    "kind": "The kind: agreement, memorandum, program, convention ...",
    "status": "The furthest step: proposed, draft, submitted, planned, signed, approved or in_force.",
    "date_edtf": "When that step was taken, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B).",
    "parties": "Its parties, separated by semicolons; who is not a party, but proposer or addressee, says so.",
    "signatories": "Who signed it, with the state they signed for, separated by semicolons.",
    "topics": "What it covers, separated by semicolons.",
    "term_edtf": "The period it is made for, in EDTF.",
    "documents": "How many documents report it.",
    "words": "The first words that report the agreement; all of them are in proofs.",
    "document": "The document that these words are in.",
    "published_edtf": "When that document was published, in EDTF: for want of a date, when it was told.",
    "date_text": "The date of the step as the text words it.",
    "date_during": "From the first possible day of the step to the last one.",
    "date_basis": "What the date rests on: explicit, relative, document or unresolved.",
    "term_text": "The period as the text words it.",
    "term_during": "From the first day of the period to the last one.",
    "country_codes": "The states of the parties: where 'BZ' = any(country_codes).",
    "agreement_id": "The agreement.",
    "agreement_step_id": "The furthest step.",
    "meeting_id": "The meeting at which that step was taken.",
    "part_of_id": "The instrument that it belongs to.",
    "document_id": "The document that the words are in.",
}

COUNTRY_TIMELINE = """
SELECT
    happened.date_edtf,
    happened.country,
    happened.other_country,
    happened.event,
    happened.kind,
    happened.status,
    happened.title,
    happened.place,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.meeting_id = happened.proven_meeting_id
            OR evidence.agreement_step_id = happened.agreement_step_id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = happened.proven_meeting_id
        OR evidence.agreement_step_id = happened.agreement_step_id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = happened.proven_meeting_id
        OR evidence.agreement_step_id = happened.agreement_step_id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    happened.date_text,
    happened.date_during,
    happened.country_code,
    happened.other_country_code,
    happened.meeting_id,
    happened.agreement_id,
    happened.agreement_step_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = happened.proven_meeting_id
        OR evidence.agreement_step_id = happened.agreement_step_id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM (
    SELECT
        one_country.name AS country,
        other_country.name AS other_country,
        'meeting' AS event,
        meetings.kind,
        meetings.status,
        meetings.title,
        places.name AS place,
        meetings.date_text,
        meetings.date_edtf,
        meetings.date_during,
        one.country_code,
        other.country_code AS other_country_code,
        meetings.id AS meeting_id,
        meetings.id AS proven_meeting_id,
        NULL::uuid AS agreement_id,
        NULL::uuid AS agreement_step_id
    FROM archive.meeting_participants AS one
    JOIN archive.meeting_participants AS other
        ON other.meeting_id = one.meeting_id AND other.country_code <> one.country_code
    JOIN archive.meetings ON meetings.id = one.meeting_id
    LEFT JOIN archive.places ON places.id = meetings.place_id
    JOIN archive.countries AS one_country ON one_country.code = one.country_code
    JOIN archive.countries AS other_country ON other_country.code = other.country_code
    -- However many stood for a country, it is one row: that of the first of them.
    WHERE NOT EXISTS (
        SELECT FROM archive.meeting_participants AS first
        WHERE first.meeting_id = one.meeting_id AND first.country_code = one.country_code AND first.id < one.id
    )
    AND NOT EXISTS (
        SELECT FROM archive.meeting_participants AS first
        WHERE first.meeting_id = other.meeting_id AND first.country_code = other.country_code AND first.id < other.id
    )
    UNION ALL
    SELECT
        one_country.name AS country,
        other_country.name AS other_country,
        'agreement' AS event,
        agreements.kind,
        steps.status,
        agreements.title,
        places.name AS place,
        steps.date_text,
        steps.date_edtf,
        steps.date_during,
        one.country_code,
        other.country_code AS other_country_code,
        steps.meeting_id,
        NULL::uuid AS proven_meeting_id,
        agreements.id AS agreement_id,
        steps.id AS agreement_step_id
    FROM archive.agreement_parties AS one
    JOIN archive.agreement_parties AS other
        ON other.agreement_id = one.agreement_id AND other.country_code <> one.country_code
    JOIN archive.agreements ON agreements.id = one.agreement_id
    JOIN archive.agreement_steps AS steps ON steps.agreement_id = one.agreement_id
    LEFT JOIN archive.meetings ON meetings.id = steps.meeting_id
    LEFT JOIN archive.places ON places.id = meetings.place_id
    JOIN archive.countries AS one_country ON one_country.code = one.country_code
    JOIN archive.countries AS other_country ON other_country.code = other.country_code
    WHERE NOT EXISTS (
        SELECT FROM archive.agreement_parties AS first
        WHERE first.agreement_id = one.agreement_id AND first.country_code = one.country_code AND first.id < one.id
    )
    AND NOT EXISTS (
        SELECT FROM archive.agreement_parties AS first
        WHERE first.agreement_id = other.agreement_id AND first.country_code = other.country_code
        AND first.id < other.id
    )
) AS happened
"""

COUNTRY_TIMELINE_MEANS = {
    "": (
        "What happened between two countries, seen from each of them: a meeting, or a step of an agreement, has "
        "one row for each country and each other country, so one condition finds all that concerns a country: "
        "where country_code = 'BZ' order by coalesce(date_edtf, published_edtf). Quick in a big archive: both "
        "countries, by name or code, date_during and all ids."
    ),
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "country": "The country it is seen from.",
    "other_country": "The other country.",
    "event": "meeting, or agreement for a step in the life of one.",
    "kind": "The kind of the meeting or of the agreement.",
    "status": "held, planned or proposed for a meeting; the step for an agreement.",
    "title": "What the text calls the meeting or the agreement.",
    "place": "Where the meeting was, or the one at which the step was taken.",
    "words": "The first words that report the meeting or the step; all of them are in proofs.",
    "document": "The document that these words are in.",
    "published_edtf": "When that document was published, in EDTF: for want of a date, when it was told.",
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
    for view in (
        "country_timeline",
        "agreement_register",
        "agreement_countries",
    ):
        op.execute(f"DROP VIEW archive.{view}")
