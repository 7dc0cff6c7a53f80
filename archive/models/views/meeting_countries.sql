-- Four arms instead of one coalesce: a question about one country finds an index in each of them.
SELECT participants.meeting_id, participants.country_code
FROM archive.meeting_participants AS participants
WHERE participants.country_code IS NOT NULL
UNION
SELECT participants.meeting_id, offices.country_code
FROM archive.meeting_participants AS participants
JOIN archive.offices ON offices.id = participants.office_id
WHERE participants.country_code IS NULL AND offices.country_code IS NOT NULL
UNION
SELECT participants.meeting_id, organizations.country_code
FROM archive.meeting_participants AS participants
JOIN archive.offices ON offices.id = participants.office_id
JOIN archive.organizations ON organizations.id = offices.organization_id
WHERE participants.country_code IS NULL AND offices.country_code IS NULL AND organizations.country_code IS NOT NULL
UNION
SELECT participants.meeting_id, organizations.country_code
FROM archive.meeting_participants AS participants
JOIN archive.organizations ON organizations.id = participants.organization_id
WHERE participants.country_code IS NULL AND organizations.country_code IS NOT NULL
