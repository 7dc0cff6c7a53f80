"""Let the views tell who published a text, under which headline and where, and what each text tells of a meeting.

Nobody can cite from a name that the archive alone knows. An agreement shows the words of the step that it has come to,
a statement shows of which body or state the offices of the speaker are, and comments say how meetings are counted.

New columns stand at the end: a view keeps its rights then, and other views may go on to read it.

Revision: e8b35d17c06a
Follows: c41e9a70d5f2
"""

from alembic import op

revision = "e8b35d17c06a"
down_revision = "c41e9a70d5f2"
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

ENCOUNTERS_BEFORE = """
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
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.meetings
LEFT JOIN archive.places ON places.id = meetings.place_id
LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
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
    coalesce((
        SELECT attestations.documents FROM archive.attestations WHERE attestations.fact_id = agreements.id
    ), 0)::bigint AS documents,
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
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
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
-- What is shown of a text is that which tells of this step.
LEFT JOIN archive.attestations AS told ON told.fact_id = coalesce(step.id, agreements.id)
"""

AGREEMENT_REGISTER_BEFORE = """
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
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
FROM archive.appointments
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
LEFT JOIN archive.attestations AS told ON told.fact_id = appointments.id
"""

OFFICE_HOLDERS_BEFORE = """
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
        -- With the body, and with the state where neither title nor body name it.
        SELECT string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, CASE
            WHEN strpos(concat_ws(', ', offices.title, organizations.name), countries.name) > 0 THEN NULL
            ELSE countries.name
        END), '; ')
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
        LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
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
    quotations.meeting_id,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.title AS headline
FROM archive.quotations
JOIN archive.documents ON documents.id = quotations.document_id AND documents.is_current
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
"""

STATEMENTS_BEFORE = """
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
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url
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
    told.document_id,
    (
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ),
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id),
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id)
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

COUNTRY_TIMELINE_BEFORE = """
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

PROOFS = """
-- An arm for each sort of fact, so that a condition on any id finds an index in the arms that have it. The columns have
-- their names in the first arm. is_current says nothing new, but with it a document is found by its name.
SELECT
    'meeting' AS fact,
    evidence.meeting_status || ': ' || coalesce(meetings.title, meetings.kind) AS about,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char) AS words,
    documents.slug AS document,
    evidence.start_char,
    evidence.end_char,
    evidence.rule,
    NULL::text AS mention_kind,
    evidence.document_id,
    evidence.id AS evidence_id,
    NULL::uuid AS mention_id,
    evidence.meeting_id,
    NULL::uuid AS meeting_participant_id,
    NULL::uuid AS meeting_topic_id,
    NULL::uuid AS agreement_id,
    NULL::uuid AS agreement_party_id,
    NULL::uuid AS agreement_step_id,
    NULL::uuid AS agreement_topic_id,
    NULL::uuid AS appointment_id,
    NULL::uuid AS organization_member_id,
    NULL::uuid AS quotation_id,
    NULL::uuid AS person_id,
    NULL::uuid AS organization_id,
    NULL::character(2) AS country_code,
    NULL::uuid AS place_id,
    NULL::text AS topic_slug,
    evidence.meeting_status AS status,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.title AS headline,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.meetings ON meetings.id = evidence.meeting_id
UNION ALL
SELECT
    'participant',
    coalesce(persons.name, offices.title, organizations.name, countries.name),
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, participants.meeting_id, evidence.meeting_participant_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    participants.person_id, participants.organization_id, participants.country_code, NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.meeting_participants AS participants ON participants.id = evidence.meeting_participant_id
LEFT JOIN archive.persons ON persons.id = participants.person_id
LEFT JOIN archive.offices ON offices.id = participants.office_id
LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
LEFT JOIN archive.countries ON countries.code = participants.country_code
UNION ALL
SELECT
    'meeting topic',
    topics.label,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, meeting_topics.meeting_id, NULL, evidence.meeting_topic_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL::character(2), NULL, meeting_topics.topic_slug,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.meeting_topics ON meeting_topics.id = evidence.meeting_topic_id
JOIN archive.topics ON topics.slug = meeting_topics.topic_slug
UNION ALL
SELECT
    'agreement',
    agreements.title,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, evidence.agreement_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL::character(2), NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreements ON agreements.id = evidence.agreement_id
UNION ALL
SELECT
    'party',
    coalesce(organizations.name, countries.name),
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, parties.agreement_id, evidence.agreement_party_id, NULL, NULL, NULL, NULL, NULL,
    parties.signatory_id, parties.organization_id, parties.country_code, NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreement_parties AS parties ON parties.id = evidence.agreement_party_id
LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
LEFT JOIN archive.countries ON countries.code = parties.country_code
UNION ALL
SELECT
    'step',
    steps.status || ': ' || agreements.title,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, steps.meeting_id, NULL, NULL, steps.agreement_id, NULL, evidence.agreement_step_id, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL::character(2), NULL, NULL,
    steps.status,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreement_steps AS steps ON steps.id = evidence.agreement_step_id
JOIN archive.agreements ON agreements.id = steps.agreement_id
UNION ALL
SELECT
    'agreement topic',
    topics.label,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, agreement_topics.agreement_id, NULL, NULL, evidence.agreement_topic_id, NULL, NULL,
    NULL, NULL, NULL, NULL::character(2), NULL, agreement_topics.topic_slug,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreement_topics ON agreement_topics.id = evidence.agreement_topic_id
JOIN archive.topics ON topics.slug = agreement_topics.topic_slug
UNION ALL
SELECT
    'appointment',
    persons.name || ', ' || offices.title,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.appointment_id, NULL, NULL, appointments.person_id,
    offices.organization_id, offices.country_code, NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.appointments ON appointments.id = evidence.appointment_id
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
UNION ALL
SELECT
    'member',
    members.name,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.organization_member_id, NULL, NULL,
    organization_members.organization_id, NULL::character(2), NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.organization_members ON organization_members.id = evidence.organization_member_id
JOIN archive.organizations AS members ON members.id = organization_members.member_id
UNION ALL
SELECT
    'speaker',
    persons.name,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, quotations.meeting_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.quotation_id,
    quotations.speaker_id, NULL, NULL::character(2), NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.quotations ON quotations.id = evidence.quotation_id
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
UNION ALL
SELECT
    'mention',
    persons.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.person_id, NULL,
    NULL::character(2), NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.persons ON persons.id = mentions.person_id
UNION ALL
SELECT
    'mention',
    organizations.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.organization_id,
    NULL::character(2), NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.organizations ON organizations.id = mentions.organization_id
UNION ALL
SELECT
    'mention',
    countries.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.country_code,
    NULL, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.countries ON countries.code = mentions.country_code
UNION ALL
SELECT
    'mention',
    places.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::character(2),
    mentions.place_id, NULL,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.places ON places.id = mentions.place_id
UNION ALL
SELECT
    'mention',
    topics.label,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::character(2), NULL,
    mentions.topic_slug,
    NULL,
    documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.topics ON topics.slug = mentions.topic_slug
"""

PROOFS_BEFORE = """
-- An arm for each sort of fact, so that a condition on any id finds an index in the arms that have it. The columns have
-- their names in the first arm. is_current says nothing new, but with it a document is found by its name.
SELECT
    'meeting' AS fact,
    coalesce(meetings.title, meetings.kind) AS about,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char) AS words,
    documents.slug AS document,
    evidence.start_char,
    evidence.end_char,
    evidence.rule,
    NULL::text AS mention_kind,
    evidence.document_id,
    evidence.id AS evidence_id,
    NULL::uuid AS mention_id,
    evidence.meeting_id,
    NULL::uuid AS meeting_participant_id,
    NULL::uuid AS meeting_topic_id,
    NULL::uuid AS agreement_id,
    NULL::uuid AS agreement_party_id,
    NULL::uuid AS agreement_step_id,
    NULL::uuid AS agreement_topic_id,
    NULL::uuid AS appointment_id,
    NULL::uuid AS organization_member_id,
    NULL::uuid AS quotation_id,
    NULL::uuid AS person_id,
    NULL::uuid AS organization_id,
    NULL::character(2) AS country_code,
    NULL::uuid AS place_id,
    NULL::text AS topic_slug
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.meetings ON meetings.id = evidence.meeting_id
UNION ALL
SELECT
    'participant',
    coalesce(persons.name, offices.title, organizations.name, countries.name),
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, participants.meeting_id, evidence.meeting_participant_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    participants.person_id, participants.organization_id, participants.country_code, NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.meeting_participants AS participants ON participants.id = evidence.meeting_participant_id
LEFT JOIN archive.persons ON persons.id = participants.person_id
LEFT JOIN archive.offices ON offices.id = participants.office_id
LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
LEFT JOIN archive.countries ON countries.code = participants.country_code
UNION ALL
SELECT
    'meeting topic',
    topics.label,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, meeting_topics.meeting_id, NULL, evidence.meeting_topic_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL::character(2), NULL, meeting_topics.topic_slug
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.meeting_topics ON meeting_topics.id = evidence.meeting_topic_id
JOIN archive.topics ON topics.slug = meeting_topics.topic_slug
UNION ALL
SELECT
    'agreement',
    agreements.title,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, evidence.agreement_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL::character(2), NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreements ON agreements.id = evidence.agreement_id
UNION ALL
SELECT
    'party',
    coalesce(organizations.name, countries.name),
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, parties.agreement_id, evidence.agreement_party_id, NULL, NULL, NULL, NULL, NULL,
    parties.signatory_id, parties.organization_id, parties.country_code, NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreement_parties AS parties ON parties.id = evidence.agreement_party_id
LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
LEFT JOIN archive.countries ON countries.code = parties.country_code
UNION ALL
SELECT
    'step',
    steps.status || ': ' || agreements.title,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, steps.meeting_id, NULL, NULL, steps.agreement_id, NULL, evidence.agreement_step_id, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL::character(2), NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreement_steps AS steps ON steps.id = evidence.agreement_step_id
JOIN archive.agreements ON agreements.id = steps.agreement_id
UNION ALL
SELECT
    'agreement topic',
    topics.label,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, agreement_topics.agreement_id, NULL, NULL, evidence.agreement_topic_id, NULL, NULL,
    NULL, NULL, NULL, NULL::character(2), NULL, agreement_topics.topic_slug
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.agreement_topics ON agreement_topics.id = evidence.agreement_topic_id
JOIN archive.topics ON topics.slug = agreement_topics.topic_slug
UNION ALL
SELECT
    'appointment',
    persons.name || ', ' || offices.title,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.appointment_id, NULL, NULL, appointments.person_id,
    offices.organization_id, offices.country_code, NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.appointments ON appointments.id = evidence.appointment_id
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
UNION ALL
SELECT
    'member',
    members.name,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.organization_member_id, NULL, NULL,
    organization_members.organization_id, NULL::character(2), NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.organization_members ON organization_members.id = evidence.organization_member_id
JOIN archive.organizations AS members ON members.id = organization_members.member_id
UNION ALL
SELECT
    'speaker',
    persons.name,
    substring(documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,
    NULL, quotations.meeting_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.quotation_id,
    quotations.speaker_id, NULL, NULL::character(2), NULL, NULL
FROM archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
JOIN archive.quotations ON quotations.id = evidence.quotation_id
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
UNION ALL
SELECT
    'mention',
    persons.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.person_id, NULL,
    NULL::character(2), NULL, NULL
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.persons ON persons.id = mentions.person_id
UNION ALL
SELECT
    'mention',
    organizations.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.organization_id,
    NULL::character(2), NULL, NULL
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.organizations ON organizations.id = mentions.organization_id
UNION ALL
SELECT
    'mention',
    countries.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.country_code,
    NULL, NULL
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.countries ON countries.code = mentions.country_code
UNION ALL
SELECT
    'mention',
    places.name,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::character(2),
    mentions.place_id, NULL
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.places ON places.id = mentions.place_id
UNION ALL
SELECT
    'mention',
    topics.label,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::character(2), NULL,
    mentions.topic_slug
FROM archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
JOIN archive.topics ON topics.slug = mentions.topic_slug
"""

# Each view, as it is now and as it was before.
VIEWS = (
    ("encounters", ENCOUNTERS, ENCOUNTERS_BEFORE),
    ("meeting_register", MEETING_REGISTER, MEETING_REGISTER_BEFORE),
    ("agreement_register", AGREEMENT_REGISTER, AGREEMENT_REGISTER_BEFORE),
    ("office_holders", OFFICE_HOLDERS, OFFICE_HOLDERS_BEFORE),
    ("statements", STATEMENTS, STATEMENTS_BEFORE),
    ("country_timeline", COUNTRY_TIMELINE, COUNTRY_TIMELINE_BEFORE),
    ("proofs", PROOFS, PROOFS_BEFORE),
)

# What the new columns mean.
MORE = (
    ("COLUMN archive.encounters.publisher", "Who published that document."),
    ("COLUMN archive.encounters.headline", "Its headline."),
    ("COLUMN archive.encounters.url", "Where it was published."),
    ("COLUMN archive.meeting_register.publisher", "Who published that document."),
    ("COLUMN archive.meeting_register.headline", "Its headline."),
    ("COLUMN archive.meeting_register.url", "Where it was published."),
    ("COLUMN archive.agreement_register.publisher", "Who published that document."),
    ("COLUMN archive.agreement_register.headline", "Its headline."),
    ("COLUMN archive.agreement_register.url", "Where it was published."),
    ("COLUMN archive.office_holders.publisher", "Who published that document."),
    ("COLUMN archive.office_holders.headline", "Its headline."),
    ("COLUMN archive.office_holders.url", "Where it was published."),
    ("COLUMN archive.statements.publisher", "Who published the document."),
    ("COLUMN archive.statements.headline", "Its headline."),
    ("COLUMN archive.country_timeline.publisher", "Who published that document."),
    ("COLUMN archive.country_timeline.headline", "Its headline."),
    ("COLUMN archive.country_timeline.url", "Where it was published."),
    (
        "COLUMN archive.proofs.status",
        "What the document tells: held, planned or proposed of a meeting, which step of a step; null for all else.",
    ),
    ("COLUMN archive.proofs.published_edtf", "When the document was published, in EDTF."),
    ("COLUMN archive.proofs.publisher", "Who published it."),
    ("COLUMN archive.proofs.headline", "Its headline."),
    ("COLUMN archive.proofs.url", "Where it was published."),
)

# What else is said now, and what was said before.
MEANS = (
    (
        "COLUMN archive.agreement_register.words",
        "The first words that report that step; all of them are in proofs.",
        "The first words that report the agreement; all of them are in proofs.",
    ),
    (
        "COLUMN archive.statements.offices",
        "The offices that the same document shows the speaker in, with body or state, separated by semicolons.",
        "The offices that the same document shows the speaker in, separated by semicolons.",
    ),
    (
        "COLUMN archive.proofs.about",
        "What it is about: a name, a title, a topic; of a meeting and a step also the status that is told.",
        "What it is about: a name, a title, a topic.",
    ),
    (
        "VIEW archive.encounters",
        (
            "Who met whom, seen from each of the two: where person = 'Igor Krasnov' finds all whom he met. A "
            "meeting of many has a row for each pair of them, from each side, so count meetings and not rows: "
            "select count(distinct meeting_id) ... where country_code = 'JP' and other_country_code = 'TH' and "
            "status = 'held'. To have each pair once: where meeting_participant_id < "
            "other_meeting_participant_id. Mind the status: planned and proposed meetings are in it. A body or "
            "a state does not meet those who stand for it, and states that only sat in a session with others "
            "are in country_timeline. Quick in a big archive: person, country, country_code, place, date_during"
            " and all ids but office_id and organization_id; for these go by meeting_participants."
        ),
        (
            "Who met whom, seen from each of the two: where person = 'Igor Krasnov' finds all whom he met; a "
            "pair has two rows, and where meeting_participant_id < other_meeting_participant_id counts it once."
            " Mind the status: planned and proposed meetings are in it. A body or a state does not meet those "
            "who stand for it, and states that only sat in a session with others are in country_timeline. Quick"
            " in a big archive: person, country, country_code, place, date_during and all ids but office_id and"
            " organization_id; for these go by meeting_participants."
        ),
    ),
    (
        "VIEW archive.agreement_register",
        (
            "Every agreement in one row, with its current status: the furthest step that a text reports. Date, "
            "words and document are those of this step; all steps are in agreement_history. Quick in a big "
            "archive: status, date_during, agreement_id; for a country see agreement_countries."
        ),
        (
            "Every agreement in one row, with its current status: the furthest step that a text reports. Quick "
            "in a big archive: status, date_during, agreement_id; for a country see agreement_countries."
        ),
    ),
    (
        "VIEW archive.country_timeline",
        (
            "What happened between two countries, seen from each of them: a meeting, or a step of an agreement,"
            " has one row for each country and each other country, so one condition finds all that concerns a "
            "country (count meetings by count(distinct meeting_id)): where country_code = 'BZ' order by "
            "coalesce(date_edtf, published_edtf). Quick in a big archive: both countries, by name or code, "
            "date_during and all ids."
        ),
        (
            "What happened between two countries, seen from each of them: a meeting, or a step of an agreement,"
            " has one row for each country and each other country, so one condition finds all that concerns a "
            "country: where country_code = 'BZ' order by coalesce(date_edtf, published_edtf). Quick in a big "
            "archive: both countries, by name or code, date_during and all ids."
        ),
    ),
)

# Drops a view and makes it again with fewer columns; what was said of the columns that stay is said again.
SHRINK = """
DO $$
DECLARE
    said text[] := ARRAY(
        SELECT format('COMMENT ON COLUMN archive.%I.%I IS %L', '<view>', attname, col_description(attrelid, attnum))
        FROM pg_attribute WHERE attrelid = 'archive.<view>'::regclass AND attnum > 0
    );
    meaning text := obj_description('archive.<view>'::regclass, 'pg_class');
    one text;
BEGIN
    DROP VIEW archive.<view>;
    CREATE VIEW archive.<view> AS <definition>;
    EXECUTE format('COMMENT ON VIEW archive.<view> IS %L', meaning);
    FOREACH one IN ARRAY said LOOP
        IF EXISTS (
            SELECT FROM pg_attribute WHERE attrelid = 'archive.<view>'::regclass
            AND starts_with(one, format('COMMENT ON COLUMN archive.%I.%I IS ', '<view>', attname))
        ) THEN
            EXECUTE one;
        END IF;
    END LOOP;
END $$
"""


def say(thing: str, meaning: str) -> None:
    """Say what a view or one of its columns means."""
    words = meaning.replace("'", "''")
    op.execute(f"COMMENT ON {thing} IS '{words}'")


def upgrade() -> None:
    """Give the views their new definitions, and say what is new in them."""
    for view, definition, _ in VIEWS:
        op.execute(f"CREATE OR REPLACE VIEW archive.{view} AS {definition}")
    for thing, meaning in MORE:
        say(thing, meaning)
    for thing, meaning, _ in MEANS:
        say(thing, meaning)


def downgrade() -> None:
    """Give the views the definitions that they had."""
    for view, _, definition in VIEWS:
        op.execute(SHRINK.replace("<view>", view).replace("<definition>", definition))
    for thing, _, meaning in MEANS:
        say(thing, meaning)
