-- is_current says nothing new, but with it a document is found by its name.
SELECT
    persons.name AS speaker,
    (
        -- With the body, and with the state where neither title nor body name it.
        SELECT string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, CASE
            WHEN strpos(concat_ws(', ', offices.title, organizations.name), countries.name) > 0 THEN NULL
            ELSE countries.name
        END), '; ')
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
        LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
        WHERE appointments.person_id = quotations.speaker_id
        -- One look into an index for each office; as a join it would be all evidence of the document.
        AND (
            SELECT true FROM archive.evidence
            WHERE evidence.appointment_id = appointments.id AND evidence.document_id = quotations.document_id
            LIMIT 1
        )
    ) AS offices,
    substring(
        documents.text FROM quotations.start_char + 1 FOR quotations.end_char - quotations.start_char
    ) AS words,
    documents.published_edtf,
    documents.slug AS document,
    quotations.start_char,
    quotations.end_char,
    documents.url,
    documents.published_during,
    quotations.id AS quotation_id,
    quotations.document_id,
    quotations.speaker_id,
    quotations.meeting_id,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.title AS headline
FROM archive.quotations
JOIN archive.documents ON documents.id = quotations.document_id AND documents.is_current
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
