SELECT
    meetings.title,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    (SELECT places.name FROM archive.places WHERE places.id = meetings.place_id) AS place,
    (
        SELECT string_agg(DISTINCT CASE
            WHEN participants.person_id IS NULL AND participants.office_id IS NULL
                AND participants.organization_id IS NULL THEN countries.name
            ELSE coalesce(persons.name, offices.title, organizations.name) || coalesce(
                ' (' || coalesce(participants.country_code, offices.country_code, organizations.country_code) || ')', ''
            )
        END, '; ')
        FROM archive.meeting_participants AS participants
        LEFT JOIN archive.persons ON persons.id = participants.person_id
        LEFT JOIN archive.offices ON offices.id = participants.office_id
        LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
        LEFT JOIN archive.countries ON countries.code = participants.country_code
        WHERE participants.meeting_id = meetings.id
    ) AS participants,
    ARRAY(
        SELECT meeting_countries.country_code::text FROM archive.meeting_countries
        WHERE meeting_countries.meeting_id = meetings.id ORDER BY 1
    ) AS country_codes,
    (
        SELECT string_agg(topics.label, '; ' ORDER BY topics.label)
        FROM archive.meeting_topics JOIN archive.topics ON topics.slug = meeting_topics.topic_slug
        WHERE meeting_topics.meeting_id = meetings.id
    ) AS topics,
    (
        SELECT count(DISTINCT evidence.document_id) FROM archive.evidence WHERE evidence.meeting_id = meetings.id
    ) AS documents,
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
    meetings.date_basis,
    meetings.id AS meeting_id,
    meetings.place_id,
    meetings.part_of_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meetings
