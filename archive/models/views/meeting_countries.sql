SELECT DISTINCT participants.meeting_id, participants.country_code
FROM archive.meeting_participants AS participants
WHERE participants.country_code IS NOT NULL
