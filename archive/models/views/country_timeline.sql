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
