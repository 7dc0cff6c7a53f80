-- The family name is taken to be the last word, which holds for most names in English texts: a hint, not a finding.
WITH shown AS (
    SELECT
        appointments.person_id,
        string_agg(
            DISTINCT concat_ws(', ', offices.title, organizations.name, countries.name), '; '
        ) AS offices,
        array_agg(DISTINCT countries.code::text) FILTER (WHERE countries.code IS NOT NULL) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
    GROUP BY appointments.person_id
)
SELECT
    doubts.reason,
    one.name AS person,
    other.name AS other_person,
    coalesce(of_one.country_codes, '{}') AS country_codes,
    one.id AS person_id,
    other.id AS other_person_id,
    CASE WHEN other.id IS NOT NULL THEN coalesce(of_other.country_codes, '{}') END AS other_country_codes,
    of_one.offices,
    of_other.offices AS other_offices,
    (
        SELECT count(DISTINCT mentions.document_id) FROM archive.mentions WHERE mentions.person_id = one.id
    ) AS documents,
    CASE WHEN other.id IS NOT NULL THEN (
        SELECT count(DISTINCT mentions.document_id) FROM archive.mentions WHERE mentions.person_id = other.id
    ) END AS other_documents
FROM (
    SELECT 'two spellings' AS reason, one.id AS person_id, other.id AS other_person_id
    FROM archive.persons AS one
    JOIN archive.persons AS other
        ON substring(other.name_key FROM '[^ -]+$') = substring(one.name_key FROM '[^ -]+$')
        AND other.name_key > one.name_key
    -- The same first letter, or one of the two has no given name.
    WHERE left(other.name_key, 1) = left(one.name_key, 1)
        OR one.name_key !~ '[ -]'
        OR other.name_key !~ '[ -]'
    UNION ALL
    SELECT 'two countries', shown.person_id, NULL::uuid FROM shown WHERE cardinality(shown.country_codes) > 1
) AS doubts
JOIN archive.persons AS one ON one.id = doubts.person_id
LEFT JOIN archive.persons AS other ON other.id = doubts.other_person_id
LEFT JOIN shown AS of_one ON of_one.person_id = one.id
LEFT JOIN shown AS of_other ON of_other.person_id = other.id
