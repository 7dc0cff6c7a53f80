-- Seen from each of the two, so that one plain condition finds all that a person, a body or a state did.
SELECT
    one_person.name AS person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = one_post.office_id) AS office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = one_body.organization_id
    ) AS organization,
    one_country.name AS country,
    other_person.name AS other_person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = other_post.office_id) AS other_office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = other_body.organization_id
    ) AS other_organization,
    other_country.name AS other_country,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    places.name AS place,
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
    one.country_code,
    other.country_code AS other_country_code,
    meetings.id AS meeting_id,
    one.id AS meeting_participant_id,
    other.id AS other_meeting_participant_id,
    one.person_id,
    other.person_id AS other_person_id,
    one_post.office_id,
    other_post.office_id AS other_office_id,
    one_body.organization_id,
    other_body.organization_id AS other_organization_id,
    meetings.place_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meeting_participants AS one
JOIN archive.meeting_participants AS other ON other.meeting_id = one.meeting_id AND other.id <> one.id
JOIN archive.meetings ON meetings.id = one.meeting_id
LEFT JOIN archive.persons AS one_person ON one_person.id = one.person_id
LEFT JOIN archive.persons AS other_person ON other_person.id = other.person_id
LEFT JOIN archive.countries AS one_country ON one_country.code = one.country_code
LEFT JOIN archive.countries AS other_country ON other_country.code = other.country_code
LEFT JOIN archive.places ON places.id = meetings.place_id
CROSS JOIN LATERAL (
    SELECT coalesce(one.office_id, CASE WHEN one.person_id IS NOT NULL THEN (
        WITH said AS MATERIALIZED (
            SELECT DISTINCT evidence.document_id FROM archive.evidence WHERE evidence.meeting_participant_id = one.id
        )
        SELECT min(appointments.office_id::text)::uuid
        FROM said
        JOIN archive.evidence ON evidence.document_id = said.document_id
        JOIN archive.appointments ON appointments.id = evidence.appointment_id
        WHERE appointments.person_id = one.person_id
        HAVING count(DISTINCT appointments.office_id) = 1
    ) END) AS office_id
) AS one_post
CROSS JOIN LATERAL (
    SELECT coalesce(other.office_id, CASE WHEN other.person_id IS NOT NULL THEN (
        WITH said AS MATERIALIZED (
            SELECT DISTINCT evidence.document_id FROM archive.evidence WHERE evidence.meeting_participant_id = other.id
        )
        SELECT min(appointments.office_id::text)::uuid
        FROM said
        JOIN archive.evidence ON evidence.document_id = said.document_id
        JOIN archive.appointments ON appointments.id = evidence.appointment_id
        WHERE appointments.person_id = other.person_id
        HAVING count(DISTINCT appointments.office_id) = 1
    ) END) AS office_id
) AS other_post
CROSS JOIN LATERAL (
    SELECT coalesce(
        one.organization_id, (SELECT offices.organization_id FROM archive.offices WHERE offices.id = one_post.office_id)
    ) AS organization_id
) AS one_body
CROSS JOIN LATERAL (
    SELECT coalesce(
        other.organization_id,
        (SELECT offices.organization_id FROM archive.offices WHERE offices.id = other_post.office_id)
    ) AS organization_id
) AS other_body
-- A body does not meet those who stand for it, nor those of its state who may; nor does a state.
WHERE CASE
    WHEN one.person_id IS NOT NULL OR one.office_id IS NOT NULL THEN true
    WHEN one.organization_id IS NULL THEN one.country_code IS DISTINCT FROM other.country_code
    ELSE NOT coalesce(
        one.organization_id = other_body.organization_id, one.country_code = other.country_code, false
    )
END
AND CASE
    WHEN other.person_id IS NOT NULL OR other.office_id IS NOT NULL THEN true
    WHEN other.organization_id IS NULL THEN one.country_code IS DISTINCT FROM other.country_code
    ELSE NOT coalesce(
        other.organization_id = one_body.organization_id, one.country_code = other.country_code, false
    )
END
-- States that sit in one room with others have not met one another yet.
AND CASE
    WHEN num_nonnulls(
        one.person_id, one.office_id, one.organization_id, other.person_id, other.office_id, other.organization_id
    ) > 0 THEN true
    ELSE NOT EXISTS (
        SELECT FROM archive.meeting_participants AS third
        WHERE third.meeting_id = one.meeting_id AND third.id NOT IN (one.id, other.id)
    )
END
