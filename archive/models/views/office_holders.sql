SELECT
    persons.name AS person,
    offices.title AS office,
    organizations.name AS organization,
    countries.name AS country,
    (
        SELECT min(lower(documents.published_during))
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
    ) AS attested_from,
    (
        SELECT max(upper(documents.published_during) - 1)
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
    ) AS attested_to,
    (
        SELECT count(DISTINCT evidence.document_id) FROM archive.evidence
        WHERE evidence.appointment_id = appointments.id
    ) AS documents,
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
    coalesce(offices.country_code, organizations.country_code) AS country_code,
    appointments.id AS appointment_id,
    appointments.person_id,
    appointments.office_id,
    offices.organization_id,
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
LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
