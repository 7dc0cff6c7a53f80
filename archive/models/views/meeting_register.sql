SELECT
    meetings.date_edtf,
    meetings.kind,
    meetings.status,
    places.name AS place,
    (
        SELECT string_agg(named.participant, '; ' ORDER BY named.rank, named.participant)
        FROM (
            SELECT
                CASE
                    WHEN num_nonnulls(participants.person_id, participants.office_id, participants.organization_id) = 0
                        THEN countries.name
                    ELSE coalesce(persons.name, offices.title, organizations.name)
                        || coalesce(' (' || participants.country_code || ')', '')
                END AS participant,
                min(CASE
                    WHEN participants.person_id IS NOT NULL THEN 1
                    WHEN participants.office_id IS NOT NULL THEN 2
                    WHEN participants.organization_id IS NOT NULL THEN 3
                    ELSE 4
                END) AS rank
            FROM archive.meeting_participants AS participants
            LEFT JOIN archive.persons ON persons.id = participants.person_id
            LEFT JOIN archive.offices ON offices.id = participants.office_id
            LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
            LEFT JOIN archive.countries ON countries.code = participants.country_code
            WHERE participants.meeting_id = meetings.id
            GROUP BY 1
        ) AS named
    ) AS participants,
    meetings.title,
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
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    meetings.date_text,
    meetings.date_during,
    meetings.date_basis,
    ARRAY(
        SELECT meeting_countries.country_code::text FROM archive.meeting_countries
        WHERE meeting_countries.meeting_id = meetings.id ORDER BY 1
    ) AS country_codes,
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
LEFT JOIN archive.places ON places.id = meetings.place_id
