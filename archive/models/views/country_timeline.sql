SELECT
    meetings.date_edtf,
    one_country.name AS country,
    other_country.name AS other_country,
    'meeting' AS event,
    meetings.kind,
    meetings.status,
    meetings.title,
    (SELECT places.name FROM archive.places WHERE places.id = meetings.place_id) AS place,
    told.words,
    told.document,
    told.published_edtf,
    meetings.date_text,
    meetings.date_during,
    one.country_code,
    other.country_code AS other_country_code,
    meetings.id AS meeting_id,
    NULL::uuid AS agreement_id,
    NULL::uuid AS agreement_step_id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.meeting_participants AS one
JOIN archive.meeting_participants AS other
    ON other.meeting_id = one.meeting_id AND other.country_code <> one.country_code
JOIN archive.meetings ON meetings.id = one.meeting_id
JOIN archive.countries AS one_country ON one_country.code = one.country_code
JOIN archive.countries AS other_country ON other_country.code = other.country_code
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
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
    steps.date_edtf,
    one_country.name,
    other_country.name,
    'agreement',
    agreements.kind,
    steps.status,
    agreements.title,
    (
        SELECT places.name FROM archive.meetings JOIN archive.places ON places.id = meetings.place_id
        WHERE meetings.id = steps.meeting_id
    ),
    told.words,
    told.document,
    told.published_edtf,
    steps.date_text,
    steps.date_during,
    one.country_code,
    other.country_code,
    steps.meeting_id,
    agreements.id,
    steps.id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ),
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id),
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id)
FROM archive.agreement_parties AS one
JOIN archive.agreement_parties AS other
    ON other.agreement_id = one.agreement_id AND other.country_code <> one.country_code
JOIN archive.agreements ON agreements.id = one.agreement_id
JOIN archive.agreement_steps AS steps ON steps.agreement_id = one.agreement_id
JOIN archive.countries AS one_country ON one_country.code = one.country_code
JOIN archive.countries AS other_country ON other_country.code = other.country_code
LEFT JOIN archive.attestations AS told ON told.fact_id = steps.id
WHERE NOT EXISTS (
    SELECT FROM archive.agreement_parties AS first
    WHERE first.agreement_id = one.agreement_id AND first.country_code = one.country_code AND first.id < one.id
)
AND NOT EXISTS (
    SELECT FROM archive.agreement_parties AS first
    WHERE first.agreement_id = other.agreement_id AND first.country_code = other.country_code AND first.id < other.id
)
