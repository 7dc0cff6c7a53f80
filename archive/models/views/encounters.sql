SELECT
    one_person.name AS person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = one.office_id) AS office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = one_body.organization_id
    ) AS organization,
    (SELECT countries.name FROM archive.countries WHERE countries.code = one_state.country_code) AS country,
    other_person.name AS other_person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = other.office_id) AS other_office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = other_body.organization_id
    ) AS other_organization,
    (SELECT countries.name FROM archive.countries WHERE countries.code = other_state.country_code) AS other_country,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    (SELECT places.name FROM archive.places WHERE places.id = meetings.place_id) AS place,
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
    meetings.id AS meeting_id,
    meetings.place_id,
    one.person_id,
    one.office_id,
    one_body.organization_id,
    one_state.country_code,
    other.person_id AS other_person_id,
    other.office_id AS other_office_id,
    other_body.organization_id AS other_organization_id,
    other_state.country_code AS other_country_code,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meetings
JOIN archive.meeting_participants AS one ON one.meeting_id = meetings.id
-- Each pair once; where one of the two has a name, the name comes first.
JOIN archive.meeting_participants AS other
    ON other.meeting_id = meetings.id AND (other.person_id IS NULL, other.id) > (one.person_id IS NULL, one.id)
LEFT JOIN archive.persons AS one_person ON one_person.id = one.person_id
LEFT JOIN archive.persons AS other_person ON other_person.id = other.person_id
CROSS JOIN LATERAL (
    SELECT coalesce(
        one.organization_id, (SELECT offices.organization_id FROM archive.offices WHERE offices.id = one.office_id)
    ) AS organization_id
) AS one_body
CROSS JOIN LATERAL (
    SELECT coalesce(
        one.country_code,
        (SELECT offices.country_code FROM archive.offices WHERE offices.id = one.office_id),
        (
            SELECT organizations.country_code FROM archive.organizations
            WHERE organizations.id = one_body.organization_id
        )
    ) AS country_code
) AS one_state
CROSS JOIN LATERAL (
    SELECT coalesce(
        other.organization_id, (SELECT offices.organization_id FROM archive.offices WHERE offices.id = other.office_id)
    ) AS organization_id
) AS other_body
CROSS JOIN LATERAL (
    SELECT coalesce(
        other.country_code,
        (SELECT offices.country_code FROM archive.offices WHERE offices.id = other.office_id),
        (
            SELECT organizations.country_code FROM archive.organizations
            WHERE organizations.id = other_body.organization_id
        )
    ) AS country_code
) AS other_state
-- A body or a state does not meet those who stand for it.
WHERE NOT (
    one.person_id IS NULL AND one.office_id IS NULL AND CASE
        WHEN one.organization_id IS NOT NULL THEN one.organization_id IS NOT DISTINCT FROM other_body.organization_id
        ELSE one.country_code IS NOT DISTINCT FROM other_state.country_code
    END
) AND NOT (
    other.person_id IS NULL AND other.office_id IS NULL AND CASE
        WHEN other.organization_id IS NOT NULL THEN other.organization_id IS NOT DISTINCT FROM one_body.organization_id
        ELSE other.country_code IS NOT DISTINCT FROM one_state.country_code
    END
)
