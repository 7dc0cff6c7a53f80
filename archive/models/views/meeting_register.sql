SELECT
    meetings.date_edtf,
    meetings.kind,
    meetings.status,
    places.name AS place,
    (
        SELECT string_agg(named.participant, '; ' ORDER BY named.rank, named.participant)
        FROM (
            SELECT told_as.name || coalesce(' (' || told_as.code || ')', '') AS participant, min(told_as.rank) AS rank
            FROM archive.meeting_participants AS participants
            CROSS JOIN LATERAL (
                SELECT
                    CASE
                        WHEN participants.person_id IS NOT NULL THEN (
                            SELECT persons.name FROM archive.persons WHERE persons.id = participants.person_id
                        )
                        WHEN participants.office_id IS NOT NULL THEN (
                            SELECT offices.title FROM archive.offices WHERE offices.id = participants.office_id
                        )
                        WHEN participants.organization_id IS NOT NULL THEN (
                            SELECT organizations.name FROM archive.organizations
                            WHERE organizations.id = participants.organization_id
                        )
                        ELSE (
                            SELECT countries.name FROM archive.countries
                            WHERE countries.code = participants.country_code
                        )
                    END AS name,
                    CASE
                        WHEN participants.person_id IS NOT NULL THEN 1
                        WHEN participants.office_id IS NOT NULL THEN 2
                        WHEN participants.organization_id IS NOT NULL THEN 3
                        ELSE 4
                    END AS rank,
                    CASE
                        WHEN num_nonnulls(
                            participants.person_id, participants.office_id, participants.organization_id
                        ) > 0 THEN participants.country_code
                    END AS code
            ) AS told_as
            WHERE participants.meeting_id = meetings.id
            GROUP BY 1
        ) AS named
    ) AS participants,
    meetings.title,
    (
        SELECT string_agg(discussed.label, '; ' ORDER BY discussed.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = meeting_topics.topic_slug) AS label
            FROM archive.meeting_topics WHERE meeting_topics.meeting_id = meetings.id
        ) AS discussed
    ) AS topics,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    told.published_edtf,
    meetings.date_text,
    meetings.date_during,
    meetings.date_basis,
    ARRAY(
        SELECT DISTINCT participants.country_code::text FROM archive.meeting_participants AS participants
        WHERE participants.meeting_id = meetings.id AND participants.country_code IS NOT NULL ORDER BY 1
    ) AS country_codes,
    meetings.id AS meeting_id,
    meetings.place_id,
    meetings.part_of_id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.meetings
LEFT JOIN archive.places ON places.id = meetings.place_id
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
