-- The family name is taken to be the last word, which holds for most names in English texts: a hint, not a finding.
-- Names come from within, so that a condition on one is met by an index in both arms.
SELECT
    doubts.reason,
    doubts.person,
    doubts.other_person,
    of_one.country_codes,
    doubts.person_id,
    doubts.other_person_id,
    CASE WHEN doubts.other_person_id IS NOT NULL THEN of_other.country_codes END AS other_country_codes,
    of_one.offices,
    of_other.offices AS other_offices,
    (
        SELECT count(DISTINCT mentions.document_id) FROM archive.mentions WHERE mentions.person_id = doubts.person_id
    ) AS documents,
    CASE WHEN doubts.other_person_id IS NOT NULL THEN (
        SELECT count(DISTINCT mentions.document_id) FROM archive.mentions
        WHERE mentions.person_id = doubts.other_person_id
    ) END AS other_documents
FROM (
    SELECT
        'two spellings' AS reason, one.id AS person_id, one.name AS person, other.id AS other_person_id,
        other.name AS other_person
    FROM archive.persons AS one
    JOIN archive.persons AS other
        ON substring(other.name_key FROM '[^ -]+$') = substring(one.name_key FROM '[^ -]+$')
        AND other.name_key > one.name_key
    -- The same first letter, or one of the two has no given name.
    WHERE left(other.name_key, 1) = left(one.name_key, 1)
        OR one.name_key !~ '[ -]'
        OR other.name_key !~ '[ -]'
    UNION ALL
    SELECT 'two countries', persons.id, persons.name, NULL::uuid, NULL::text
    FROM archive.persons
    WHERE (
        SELECT count(DISTINCT coalesce(offices.country_code, organizations.country_code))
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
        WHERE appointments.person_id = persons.id
    ) > 1
) AS doubts
CROSS JOIN LATERAL (
    SELECT
        string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, countries.name), '; ') AS offices,
        coalesce(
            array_agg(DISTINCT countries.code::text) FILTER (WHERE countries.code IS NOT NULL), '{}'
        ) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
    WHERE appointments.person_id = doubts.person_id
) AS of_one
CROSS JOIN LATERAL (
    SELECT
        string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, countries.name), '; ') AS offices,
        coalesce(
            array_agg(DISTINCT countries.code::text) FILTER (WHERE countries.code IS NOT NULL), '{}'
        ) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
    WHERE appointments.person_id = doubts.other_person_id
) AS of_other
