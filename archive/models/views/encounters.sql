-- Seen from each of the two, so that one plain condition finds all that a person, a body or a state did. What a
-- condition may ask for is joined first.
SELECT
    one_person.name AS person,
    one_office.title AS office,
    one_body.name AS organization,
    one_country.name AS country,
    other_person.name AS other_person,
    other_office.title AS other_office,
    other_body.name AS other_organization,
    other_country.name AS other_country,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    places.name AS place,
    told.words,
    told.document,
    told.published_edtf,
    meetings.date_text,
    meetings.date_during,
    one.country_code,
    other.country_code AS other_country_code,
    meetings.id AS meeting_id,
    one.id AS meeting_participant_id,
    other.id AS other_meeting_participant_id,
    one.person_id,
    other.person_id AS other_person_id,
    one_office.id AS office_id,
    other_office.id AS other_office_id,
    one_body.id AS organization_id,
    other_body.id AS other_organization_id,
    meetings.place_id,
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.meeting_participants AS one
JOIN archive.meeting_participants AS other ON other.meeting_id = one.meeting_id AND other.id <> one.id
JOIN archive.meetings ON meetings.id = one.meeting_id
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
LEFT JOIN archive.persons AS one_person ON one_person.id = one.person_id
LEFT JOIN archive.countries AS one_country ON one_country.code = one.country_code
LEFT JOIN archive.places ON places.id = meetings.place_id
LEFT JOIN archive.offices AS one_office ON one_office.id = coalesce(one.office_id, (
    SELECT shown_offices.office_id FROM archive.shown_offices WHERE shown_offices.meeting_participant_id = one.id
))
LEFT JOIN archive.offices AS other_office ON other_office.id = coalesce(other.office_id, (
    SELECT shown_offices.office_id FROM archive.shown_offices WHERE shown_offices.meeting_participant_id = other.id
))
LEFT JOIN archive.organizations AS one_body
    ON one_body.id = coalesce(one.organization_id, one_office.organization_id)
LEFT JOIN archive.organizations AS other_body
    ON other_body.id = coalesce(other.organization_id, other_office.organization_id)
LEFT JOIN archive.persons AS other_person ON other_person.id = other.person_id
LEFT JOIN archive.countries AS other_country ON other_country.code = other.country_code
-- A body does not meet those who stand for it, nor those of its state who may; nor does a state. What keeps two apart
-- is a number, because PostgreSQL takes it for rare that one is a certain number, but for even that something is true.
WHERE CASE
    WHEN one.person_id IS NOT NULL OR one.office_id IS NOT NULL THEN 0
    WHEN one.organization_id IS NULL THEN (one.country_code IS NOT DISTINCT FROM other.country_code)::integer
    ELSE coalesce(one.organization_id = other_body.id, one.country_code = other.country_code, false)::integer
END <> 1
AND CASE
    WHEN other.person_id IS NOT NULL OR other.office_id IS NOT NULL THEN 0
    WHEN other.organization_id IS NULL THEN (one.country_code IS NOT DISTINCT FROM other.country_code)::integer
    ELSE coalesce(other.organization_id = one_body.id, one.country_code = other.country_code, false)::integer
END <> 1
-- States that sit in one room with others have not met one another yet.
AND CASE
    WHEN num_nonnulls(
        one.person_id, one.office_id, one.organization_id, other.person_id, other.office_id, other.organization_id
    ) > 0 THEN 0
    ELSE EXISTS (
        SELECT FROM archive.meeting_participants AS third
        WHERE third.meeting_id = one.meeting_id AND third.id NOT IN (one.id, other.id)
    )::integer
END <> 1
