SELECT parties.agreement_id, parties.country_code
FROM archive.agreement_parties AS parties
WHERE parties.country_code IS NOT NULL
UNION
SELECT parties.agreement_id, organizations.country_code
FROM archive.agreement_parties AS parties
JOIN archive.organizations ON organizations.id = parties.organization_id
WHERE parties.country_code IS NULL AND organizations.country_code IS NOT NULL
