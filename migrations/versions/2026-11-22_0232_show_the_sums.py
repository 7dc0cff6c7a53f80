"""Let the views read the sums of the evidence, one row of them for each row that they show.

Beyond that, what a condition cannot ask for is looked up for the rows that are shown, instead of being joined before.

Revision: 5f28d0c3b914
Follows: b7e40f1d6a95
"""

from alembic import op

revision = "5f28d0c3b914"
down_revision = "b7e40f1d6a95"
branch_labels = None
depends_on = None

ENCOUNTERS = """
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
    told.document_id
FROM archive.meeting_participants AS one
JOIN archive.meeting_participants AS other ON other.meeting_id = one.meeting_id AND other.id <> one.id
JOIN archive.meetings ON meetings.id = one.meeting_id
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
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
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
"""

MEETING_REGISTER = """
SELECT
    meetings.date_edtf,
    meetings.kind,
    meetings.status,
    places.name AS place,
    (
        SELECT string_agg(named.participant, '; ' ORDER BY named.rank, named.participant)
        FROM (
            SELECT told_as.name || coalesce(' (' || told_as.code || ')', '') AS participant, min(told_as.rank) AS rank
            FROM archive.meeting_participants AS participants
            CROSS JOIN LATERAL (
                SELECT
                    CASE
                        WHEN participants.person_id IS NOT NULL THEN (
                            SELECT persons.name FROM archive.persons WHERE persons.id = participants.person_id
                        )
                        WHEN participants.office_id IS NOT NULL THEN (
                            SELECT offices.title FROM archive.offices WHERE offices.id = participants.office_id
                        )
                        WHEN participants.organization_id IS NOT NULL THEN (
                            SELECT organizations.name FROM archive.organizations
                            WHERE organizations.id = participants.organization_id
                        )
                        ELSE (
                            SELECT countries.name FROM archive.countries
                            WHERE countries.code = participants.country_code
                        )
                    END AS name,
                    CASE
                        WHEN participants.person_id IS NOT NULL THEN 1
                        WHEN participants.office_id IS NOT NULL THEN 2
                        WHEN participants.organization_id IS NOT NULL THEN 3
                        ELSE 4
                    END AS rank,
                    CASE
                        WHEN num_nonnulls(
                            participants.person_id, participants.office_id, participants.organization_id
                        ) > 0 THEN participants.country_code
                    END AS code
            ) AS told_as
            WHERE participants.meeting_id = meetings.id
            GROUP BY 1
        ) AS named
    ) AS participants,
    meetings.title,
    (
        SELECT string_agg(discussed.label, '; ' ORDER BY discussed.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = meeting_topics.topic_slug) AS label
            FROM archive.meeting_topics WHERE meeting_topics.meeting_id = meetings.id
        ) AS discussed
    ) AS topics,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    told.published_edtf,
    meetings.date_text,
    meetings.date_during,
    meetings.date_basis,
    ARRAY(
        SELECT DISTINCT participants.country_code::text FROM archive.meeting_participants AS participants
        WHERE participants.meeting_id = meetings.id AND participants.country_code IS NOT NULL ORDER BY 1
    ) AS country_codes,
    meetings.id AS meeting_id,
    meetings.place_id,
    meetings.part_of_id,
    told.document_id
FROM archive.meetings
LEFT JOIN archive.places ON places.id = meetings.place_id
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
"""

AGREEMENT_REGISTER = """
SELECT
    agreements.title,
    agreements.kind,
    step.status,
    step.date_edtf,
    (
        SELECT string_agg(DISTINCT CASE
            WHEN parties.organization_id IS NULL THEN (
                SELECT countries.name FROM archive.countries WHERE countries.code = parties.country_code
            )
            ELSE (
                SELECT organizations.name FROM archive.organizations WHERE organizations.id = parties.organization_id
            ) || coalesce(' (' || parties.country_code || ')', '')
        END || CASE parties.role WHEN 'party' THEN '' ELSE ', ' || parties.role END, '; ')
        FROM archive.agreement_parties AS parties WHERE parties.agreement_id = agreements.id
    ) AS parties,
    (
        SELECT string_agg(DISTINCT (
            SELECT persons.name FROM archive.persons WHERE persons.id = parties.signatory_id
        ) || coalesce(' (' || parties.country_code || ')', ''), '; ')
        FROM archive.agreement_parties AS parties
        WHERE parties.agreement_id = agreements.id AND parties.signatory_id IS NOT NULL
    ) AS signatories,
    (
        SELECT string_agg(covered.label, '; ' ORDER BY covered.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = agreement_topics.topic_slug) AS label
            FROM archive.agreement_topics WHERE agreement_topics.agreement_id = agreements.id
        ) AS covered
    ) AS topics,
    agreements.term_edtf,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    told.published_edtf,
    step.date_text,
    step.date_during,
    step.date_basis,
    agreements.term_text,
    agreements.term_during,
    ARRAY(
        SELECT DISTINCT parties.country_code::text FROM archive.agreement_parties AS parties
        WHERE parties.agreement_id = agreements.id AND parties.country_code IS NOT NULL ORDER BY 1
    ) AS country_codes,
    agreements.id AS agreement_id,
    step.id AS agreement_step_id,
    step.meeting_id,
    agreements.part_of_id,
    told.document_id
FROM archive.agreements
-- The furthest step: there is no further one.
LEFT JOIN archive.agreement_steps AS step ON step.agreement_id = agreements.id AND NOT EXISTS (
    SELECT FROM archive.agreement_steps AS later
    WHERE later.agreement_id = step.agreement_id
    AND array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], later.status
    ) > array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], step.status
    )
)
LEFT JOIN archive.attestations AS told ON told.fact_id = agreements.id
"""

COUNTRY_TIMELINE = """
SELECT
    meetings.date_edtf,
    one_country.name AS country,
    other_country.name AS other_country,
    'meeting' AS event,
    meetings.kind,
    meetings.status,
    meetings.title,
    (SELECT places.name FROM archive.places WHERE places.id = meetings.place_id) AS place,
    told.words,
    told.document,
    told.published_edtf,
    meetings.date_text,
    meetings.date_during,
    one.country_code,
    other.country_code AS other_country_code,
    meetings.id AS meeting_id,
    NULL::uuid AS agreement_id,
    NULL::uuid AS agreement_step_id,
    told.document_id
FROM archive.meeting_participants AS one
JOIN archive.meeting_participants AS other
    ON other.meeting_id = one.meeting_id AND other.country_code <> one.country_code
JOIN archive.meetings ON meetings.id = one.meeting_id
JOIN archive.countries AS one_country ON one_country.code = one.country_code
JOIN archive.countries AS other_country ON other_country.code = other.country_code
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
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
    steps.date_edtf,
    one_country.name,
    other_country.name,
    'agreement',
    agreements.kind,
    steps.status,
    agreements.title,
    (
        SELECT places.name FROM archive.meetings JOIN archive.places ON places.id = meetings.place_id
        WHERE meetings.id = steps.meeting_id
    ),
    told.words,
    told.document,
    told.published_edtf,
    steps.date_text,
    steps.date_during,
    one.country_code,
    other.country_code,
    steps.meeting_id,
    agreements.id,
    steps.id,
    told.document_id
FROM archive.agreement_parties AS one
JOIN archive.agreement_parties AS other
    ON other.agreement_id = one.agreement_id AND other.country_code <> one.country_code
JOIN archive.agreements ON agreements.id = one.agreement_id
JOIN archive.agreement_steps AS steps ON steps.agreement_id = one.agreement_id
JOIN archive.countries AS one_country ON one_country.code = one.country_code
JOIN archive.countries AS other_country ON other_country.code = other.country_code
LEFT JOIN archive.attestations AS told ON told.fact_id = steps.id
WHERE NOT EXISTS (
    SELECT FROM archive.agreement_parties AS first
    WHERE first.agreement_id = one.agreement_id AND first.country_code = one.country_code AND first.id < one.id
)
AND NOT EXISTS (
    SELECT FROM archive.agreement_parties AS first
    WHERE first.agreement_id = other.agreement_id AND first.country_code = other.country_code AND first.id < other.id
)
"""

OFFICE_HOLDERS = """
SELECT
    persons.name AS person,
    offices.title AS office,
    organizations.name AS organization,
    countries.name AS country,
    told.attested_from,
    told.attested_to,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    coalesce(offices.country_code, organizations.country_code) AS country_code,
    appointments.id AS appointment_id,
    appointments.person_id,
    appointments.office_id,
    offices.organization_id,
    told.document_id
FROM archive.appointments
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
LEFT JOIN archive.attestations AS told ON told.fact_id = appointments.id
"""

STATEMENTS = """
-- is_current says nothing new, but with it a document is found by its name.
SELECT
    persons.name AS speaker,
    (
        SELECT string_agg(DISTINCT offices.title, '; ')
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        WHERE appointments.person_id = quotations.speaker_id
        -- One look into an index for each office; as a join it would be all evidence of the document.
        AND (
            SELECT true FROM archive.evidence
            WHERE evidence.appointment_id = appointments.id AND evidence.document_id = quotations.document_id
            LIMIT 1
        )
    ) AS offices,
    substring(
        documents.text FROM quotations.start_char + 1 FOR quotations.end_char - quotations.start_char
    ) AS words,
    documents.published_edtf,
    documents.slug AS document,
    quotations.start_char,
    quotations.end_char,
    documents.url,
    documents.published_during,
    quotations.id AS quotation_id,
    quotations.document_id,
    quotations.speaker_id,
    quotations.meeting_id
FROM archive.quotations
JOIN archive.documents ON documents.id = quotations.document_id AND documents.is_current
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
"""

ENCOUNTERS_BEFORE = """
-- Seen from each of the two, so that one plain condition finds all that a person, a body or a state did.
SELECT
    one_person.name AS person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = one_post.office_id) AS office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = one_body.organization_id
    ) AS organization,
    one_country.name AS country,
    other_person.name AS other_person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = other_post.office_id) AS other_office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = other_body.organization_id
    ) AS other_organization,
    other_country.name AS other_country,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    places.name AS place,
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
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    meetings.date_text,
    meetings.date_during,
    one.country_code,
    other.country_code AS other_country_code,
    meetings.id AS meeting_id,
    one.id AS meeting_participant_id,
    other.id AS other_meeting_participant_id,
    one.person_id,
    other.person_id AS other_person_id,
    one_post.office_id,
    other_post.office_id AS other_office_id,
    one_body.organization_id,
    other_body.organization_id AS other_organization_id,
    meetings.place_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meeting_participants AS one
JOIN archive.meeting_participants AS other ON other.meeting_id = one.meeting_id AND other.id <> one.id
JOIN archive.meetings ON meetings.id = one.meeting_id
LEFT JOIN archive.persons AS one_person ON one_person.id = one.person_id
LEFT JOIN archive.persons AS other_person ON other_person.id = other.person_id
LEFT JOIN archive.countries AS one_country ON one_country.code = one.country_code
LEFT JOIN archive.countries AS other_country ON other_country.code = other.country_code
LEFT JOIN archive.places ON places.id = meetings.place_id
CROSS JOIN LATERAL (
    SELECT coalesce(one.office_id, CASE WHEN one.person_id IS NOT NULL THEN (
        WITH said AS MATERIALIZED (
            SELECT DISTINCT evidence.document_id FROM archive.evidence WHERE evidence.meeting_participant_id = one.id
        )
        SELECT min(appointments.office_id::text)::uuid
        FROM said
        JOIN archive.evidence ON evidence.document_id = said.document_id
        JOIN archive.appointments ON appointments.id = evidence.appointment_id
        WHERE appointments.person_id = one.person_id
        HAVING count(DISTINCT appointments.office_id) = 1
    ) END) AS office_id
) AS one_post
CROSS JOIN LATERAL (
    SELECT coalesce(other.office_id, CASE WHEN other.person_id IS NOT NULL THEN (
        WITH said AS MATERIALIZED (
            SELECT DISTINCT evidence.document_id FROM archive.evidence WHERE evidence.meeting_participant_id = other.id
        )
        SELECT min(appointments.office_id::text)::uuid
        FROM said
        JOIN archive.evidence ON evidence.document_id = said.document_id
        JOIN archive.appointments ON appointments.id = evidence.appointment_id
        WHERE appointments.person_id = other.person_id
        HAVING count(DISTINCT appointments.office_id) = 1
    ) END) AS office_id
) AS other_post
CROSS JOIN LATERAL (
    SELECT coalesce(
        one.organization_id, (SELECT offices.organization_id FROM archive.offices WHERE offices.id = one_post.office_id)
    ) AS organization_id
) AS one_body
CROSS JOIN LATERAL (
    SELECT coalesce(
        other.organization_id,
        (SELECT offices.organization_id FROM archive.offices WHERE offices.id = other_post.office_id)
    ) AS organization_id
) AS other_body
-- A body does not meet those who stand for it, nor those of its state who may; nor does a state.
WHERE CASE
    WHEN one.person_id IS NOT NULL OR one.office_id IS NOT NULL THEN true
    WHEN one.organization_id IS NULL THEN one.country_code IS DISTINCT FROM other.country_code
    ELSE NOT coalesce(
        one.organization_id = other_body.organization_id, one.country_code = other.country_code, false
    )
END
AND CASE
    WHEN other.person_id IS NOT NULL OR other.office_id IS NOT NULL THEN true
    WHEN other.organization_id IS NULL THEN one.country_code IS DISTINCT FROM other.country_code
    ELSE NOT coalesce(
        other.organization_id = one_body.organization_id, one.country_code = other.country_code, false
    )
END
-- States that sit in one room with others have not met one another yet.
AND CASE
    WHEN num_nonnulls(
        one.person_id, one.office_id, one.organization_id, other.person_id, other.office_id, other.organization_id
    ) > 0 THEN true
    ELSE NOT EXISTS (
        SELECT FROM archive.meeting_participants AS third
        WHERE third.meeting_id = one.meeting_id AND third.id NOT IN (one.id, other.id)
    )
END
"""

MEETING_REGISTER_BEFORE = """
SELECT
    meetings.date_edtf,
    meetings.kind,
    meetings.status,
    places.name AS place,
    (
        SELECT string_agg(named.participant, '; ' ORDER BY named.rank, named.participant)
        FROM (
            SELECT
                CASE
                    WHEN num_nonnulls(participants.person_id, participants.office_id, participants.organization_id) = 0
                        THEN countries.name
                    ELSE coalesce(persons.name, offices.title, organizations.name)
                        || coalesce(' (' || participants.country_code || ')', '')
                END AS participant,
                min(CASE
                    WHEN participants.person_id IS NOT NULL THEN 1
                    WHEN participants.office_id IS NOT NULL THEN 2
                    WHEN participants.organization_id IS NOT NULL THEN 3
                    ELSE 4
                END) AS rank
            FROM archive.meeting_participants AS participants
            LEFT JOIN archive.persons ON persons.id = participants.person_id
            LEFT JOIN archive.offices ON offices.id = participants.office_id
            LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
            LEFT JOIN archive.countries ON countries.code = participants.country_code
            WHERE participants.meeting_id = meetings.id
            GROUP BY 1
        ) AS named
    ) AS participants,
    meetings.title,
    (
        SELECT string_agg(topics.label, '; ' ORDER BY topics.label)
        FROM archive.meeting_topics JOIN archive.topics ON topics.slug = meeting_topics.topic_slug
        WHERE meeting_topics.meeting_id = meetings.id
    ) AS topics,
    (
        SELECT count(DISTINCT evidence.document_id) FROM archive.evidence WHERE evidence.meeting_id = meetings.id
    ) AS documents,
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
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    meetings.date_text,
    meetings.date_during,
    meetings.date_basis,
    ARRAY(
        SELECT meeting_countries.country_code::text FROM archive.meeting_countries
        WHERE meeting_countries.meeting_id = meetings.id ORDER BY 1
    ) AS country_codes,
    meetings.id AS meeting_id,
    meetings.place_id,
    meetings.part_of_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meetings
LEFT JOIN archive.places ON places.id = meetings.place_id
"""

AGREEMENT_REGISTER_BEFORE = """
SELECT
    agreements.title,
    agreements.kind,
    step.status,
    step.date_edtf,
    (
        SELECT string_agg(DISTINCT coalesce(
            organizations.name || coalesce(' (' || parties.country_code || ')', ''), countries.name
        ) || CASE parties.role WHEN 'party' THEN '' ELSE ', ' || parties.role END, '; ')
        FROM archive.agreement_parties AS parties
        LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
        LEFT JOIN archive.countries ON countries.code = parties.country_code
        WHERE parties.agreement_id = agreements.id
    ) AS parties,
    (
        SELECT string_agg(DISTINCT persons.name || coalesce(' (' || parties.country_code || ')', ''), '; ')
        FROM archive.agreement_parties AS parties JOIN archive.persons ON persons.id = parties.signatory_id
        WHERE parties.agreement_id = agreements.id
    ) AS signatories,
    (
        SELECT string_agg(topics.label, '; ' ORDER BY topics.label)
        FROM archive.agreement_topics JOIN archive.topics ON topics.slug = agreement_topics.topic_slug
        WHERE agreement_topics.agreement_id = agreements.id
    ) AS topics,
    agreements.term_edtf,
    (
        SELECT count(DISTINCT evidence.document_id) FROM archive.evidence WHERE evidence.agreement_id = agreements.id
    ) AS documents,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.agreement_id = agreements.id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_id = agreements.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    (
        SELECT documents.published_edtf
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_id = agreements.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS published_edtf,
    step.date_text,
    step.date_during,
    step.date_basis,
    agreements.term_text,
    agreements.term_during,
    ARRAY(
        SELECT agreement_countries.country_code::text FROM archive.agreement_countries
        WHERE agreement_countries.agreement_id = agreements.id ORDER BY 1
    ) AS country_codes,
    agreements.id AS agreement_id,
    step.id AS agreement_step_id,
    step.meeting_id,
    agreements.part_of_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.agreement_id = agreements.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.agreements
-- The furthest step: there is no further one.
LEFT JOIN archive.agreement_steps AS step ON step.agreement_id = agreements.id AND NOT EXISTS (
    SELECT FROM archive.agreement_steps AS later
    WHERE later.agreement_id = step.agreement_id
    AND array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], later.status
    ) > array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], step.status
    )
)
"""

COUNTRY_TIMELINE_BEFORE = """
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
"""

OFFICE_HOLDERS_BEFORE = """
SELECT
    persons.name AS person,
    offices.title AS office,
    organizations.name AS organization,
    countries.name AS country,
    (
        SELECT min(lower(documents.published_during))
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
    ) AS attested_from,
    (
        SELECT max(upper(documents.published_during) - 1)
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
    ) AS attested_to,
    (
        SELECT count(DISTINCT evidence.document_id) FROM archive.evidence
        WHERE evidence.appointment_id = appointments.id
    ) AS documents,
    (
        SELECT substring(documents.text FROM first.start_char + 1 FOR first.end_char - first.start_char)
        FROM (
            SELECT evidence.document_id, evidence.start_char, evidence.end_char
            FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
            WHERE evidence.appointment_id = appointments.id
            ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
            LIMIT 1
        ) AS first JOIN archive.documents ON documents.id = first.document_id
    ) AS words,
    (
        SELECT documents.slug
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document,
    coalesce(offices.country_code, organizations.country_code) AS country_code,
    appointments.id AS appointment_id,
    appointments.person_id,
    appointments.office_id,
    offices.organization_id,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.appointment_id = appointments.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.appointments
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
"""

STATEMENTS_BEFORE = """
-- is_current says nothing new, but with it a document is found by its name.
SELECT
    persons.name AS speaker,
    (
        SELECT string_agg(DISTINCT offices.title, '; ')
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        JOIN archive.evidence ON evidence.appointment_id = appointments.id
        WHERE appointments.person_id = quotations.speaker_id AND evidence.document_id = quotations.document_id
    ) AS offices,
    substring(
        documents.text FROM quotations.start_char + 1 FOR quotations.end_char - quotations.start_char
    ) AS words,
    documents.published_edtf,
    documents.slug AS document,
    quotations.start_char,
    quotations.end_char,
    documents.url,
    documents.published_during,
    quotations.id AS quotation_id,
    quotations.document_id,
    quotations.speaker_id,
    quotations.meeting_id
FROM archive.quotations
JOIN archive.documents ON documents.id = quotations.document_id AND documents.is_current
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
"""

# Each view, as it is now and as it was before.
VIEWS = (
    ("encounters", ENCOUNTERS, ENCOUNTERS_BEFORE),
    ("meeting_register", MEETING_REGISTER, MEETING_REGISTER_BEFORE),
    ("agreement_register", AGREEMENT_REGISTER, AGREEMENT_REGISTER_BEFORE),
    ("country_timeline", COUNTRY_TIMELINE, COUNTRY_TIMELINE_BEFORE),
    ("office_holders", OFFICE_HOLDERS, OFFICE_HOLDERS_BEFORE),
    ("statements", STATEMENTS, STATEMENTS_BEFORE),
)


def upgrade() -> None:
    """Give the views their new definitions; columns and comments stay."""
    for view, definition, _ in VIEWS:
        op.execute(f"CREATE OR REPLACE VIEW archive.{view} AS {definition}")


def downgrade() -> None:
    """Give the views the definitions that they had."""
    for view, _, definition in VIEWS:
        op.execute(f"CREATE OR REPLACE VIEW archive.{view} AS {definition}")
