SELECT
    agreements.title,
    agreements.kind,
    step.status,
    step.date_edtf,
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
        SELECT string_agg(DISTINCT (
            SELECT persons.name FROM archive.persons WHERE persons.id = parties.signatory_id
        ) || coalesce(' (' || parties.country_code || ')', ''), '; ')
        FROM archive.agreement_parties AS parties
        WHERE parties.agreement_id = agreements.id AND parties.signatory_id IS NOT NULL
    ) AS signatories,
    (
        SELECT string_agg(covered.label, '; ' ORDER BY covered.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = agreement_topics.topic_slug) AS label
            FROM archive.agreement_topics WHERE agreement_topics.agreement_id = agreements.id
        ) AS covered
    ) AS topics,
    agreements.term_edtf,
    coalesce((
        SELECT attestations.documents FROM archive.attestations WHERE attestations.fact_id = agreements.id
    ), 0)::bigint AS documents,
    told.words,
    told.document,
    told.published_edtf,
    step.date_text,
    step.date_during,
    step.date_basis,
    agreements.term_text,
    agreements.term_during,
    ARRAY(
        SELECT DISTINCT parties.country_code::text FROM archive.agreement_parties AS parties
        WHERE parties.agreement_id = agreements.id AND parties.country_code IS NOT NULL ORDER BY 1
    ) AS country_codes,
    agreements.id AS agreement_id,
    step.id AS agreement_step_id,
    step.meeting_id,
    agreements.part_of_id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
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
-- What is shown of a text is that which tells of this step.
LEFT JOIN archive.attestations AS told ON told.fact_id = coalesce(step.id, agreements.id)
