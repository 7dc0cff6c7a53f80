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
