-- The family name is taken to be the last word, which holds for most names in English texts: a hint, not a finding.
SELECT
    'two spellings' AS reason,
    one.name AS person,
    other.name AS other_person,
    NULL::text[] AS country_codes,
    one.id AS person_id,
    other.id AS other_person_id
FROM archive.persons AS one
JOIN archive.persons AS other
    ON substring(other.name_key FROM '[^ -]+$') = substring(one.name_key FROM '[^ -]+$')
    AND other.name_key > one.name_key
-- The same first letter, or one of the two has no given name.
WHERE left(other.name_key, 1) = left(one.name_key, 1)
    OR one.name_key !~ '[ -]'
    OR other.name_key !~ '[ -]'
UNION ALL
SELECT
    'two countries' AS reason,
    persons.name AS person,
    NULL::text AS other_person,
    held.country_codes,
    persons.id AS person_id,
    NULL::uuid AS other_person_id
FROM (
    SELECT
        appointments.person_id,
        array_agg(DISTINCT coalesce(offices.country_code, organizations.country_code)::text) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    WHERE coalesce(offices.country_code, organizations.country_code) IS NOT NULL
    GROUP BY appointments.person_id
    HAVING count(DISTINCT coalesce(offices.country_code, organizations.country_code)) > 1
) AS held
JOIN archive.persons ON persons.id = held.person_id
