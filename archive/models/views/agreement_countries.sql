SELECT DISTINCT parties.agreement_id, parties.country_code
FROM archive.agreement_parties AS parties
WHERE parties.country_code IS NOT NULL
