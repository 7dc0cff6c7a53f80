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
