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
