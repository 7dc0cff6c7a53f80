SELECT
    happened.date_edtf,
    happened.country,
    happened.other_country,
    happened.event,
    happened.kind,
    happened.status,
    happened.title,
    happened.place,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.meeting_id = happened.proven_meeting_id
            OR evidence.agreement_step_id = happened.agreement_step_id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = happened.proven_meeting_id
        OR evidence.agreement_step_id = happened.agreement_step_id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = happened.proven_meeting_id
        OR evidence.agreement_step_id = happened.agreement_step_id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    happened.date_text,
    happened.date_during,
    happened.country_code,
    happened.other_country_code,
    happened.meeting_id,
    happened.agreement_id,
    happened.agreement_step_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = happened.proven_meeting_id
        OR evidence.agreement_step_id = happened.agreement_step_id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM (
    SELECT
        one_country.name AS country,
        other_country.name AS other_country,
        'meeting' AS event,
        meetings.kind,
        meetings.status,
        meetings.title,
        places.name AS place,
        meetings.date_text,
        meetings.date_edtf,
        meetings.date_during,
        one.country_code,
        other.country_code AS other_country_code,
        meetings.id AS meeting_id,
        meetings.id AS proven_meeting_id,
        NULL::uuid AS agreement_id,
        NULL::uuid AS agreement_step_id
    FROM archive.meeting_participants AS one
    JOIN archive.meeting_participants AS other
        ON other.meeting_id = one.meeting_id AND other.country_code <> one.country_code
    JOIN archive.meetings ON meetings.id = one.meeting_id
    LEFT JOIN archive.places ON places.id = meetings.place_id
    JOIN archive.countries AS one_country ON one_country.code = one.country_code
    JOIN archive.countries AS other_country ON other_country.code = other.country_code
    -- However many stood for a country, it is one row: that of the first of them.
    WHERE NOT EXISTS (
        SELECT FROM archive.meeting_participants AS first
        WHERE first.meeting_id = one.meeting_id AND first.country_code = one.country_code AND first.id < one.id
    )
    AND NOT EXISTS (
        SELECT FROM archive.meeting_participants AS first
        WHERE first.meeting_id = other.meeting_id AND first.country_code = other.country_code AND first.id < other.id
    )
    UNION ALL
    SELECT
        one_country.name AS country,
        other_country.name AS other_country,
        'agreement' AS event,
        agreements.kind,
        steps.status,
        agreements.title,
        places.name AS place,
        steps.date_text,
        steps.date_edtf,
        steps.date_during,
        one.country_code,
        other.country_code AS other_country_code,
        steps.meeting_id,
        NULL::uuid AS proven_meeting_id,
        agreements.id AS agreement_id,
        steps.id AS agreement_step_id
    FROM archive.agreement_parties AS one
    JOIN archive.agreement_parties AS other
        ON other.agreement_id = one.agreement_id AND other.country_code <> one.country_code
    JOIN archive.agreements ON agreements.id = one.agreement_id
    JOIN archive.agreement_steps AS steps ON steps.agreement_id = one.agreement_id
    LEFT JOIN archive.meetings ON meetings.id = steps.meeting_id
    LEFT JOIN archive.places ON places.id = meetings.place_id
    JOIN archive.countries AS one_country ON one_country.code = one.country_code
    JOIN archive.countries AS other_country ON other_country.code = other.country_code
    WHERE NOT EXISTS (
        SELECT FROM archive.agreement_parties AS first
        WHERE first.agreement_id = one.agreement_id AND first.country_code = one.country_code AND first.id < one.id
    )
    AND NOT EXISTS (
        SELECT FROM archive.agreement_parties AS first
        WHERE first.agreement_id = other.agreement_id AND first.country_code = other.country_code
        AND first.id < other.id
    )
) AS happened
