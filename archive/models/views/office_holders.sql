SELECT
    persons.name AS person,
    offices.title AS office,
    organizations.name AS organization,
    countries.name AS country,
    told.attested_from,
    told.attested_to,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    coalesce(offices.country_code, organizations.country_code) AS country_code,
    appointments.id AS appointment_id,
    appointments.person_id,
    appointments.office_id,
    offices.organization_id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.appointments
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
LEFT JOIN archive.attestations AS told ON told.fact_id = appointments.id
