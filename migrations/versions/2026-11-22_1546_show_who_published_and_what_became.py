"""Let the views tell who published a text, under which headline and where, and what became of agreements and texts.

Nobody can cite from a name that the archive alone knows. An agreement shows the words of the step that it has come to,
a statement shows of which body or state the offices of the speaker are, a proof of a meeting says what its text tells,
and two possible namesakes show their offices, countries and documents. The life of every agreement and every document
in one row had to be put together from several tables, and the words of a step stood in no view.

New columns stand at the end: a view keeps its rights then, and other views may go on to read it.

Revision: f04b6d9175ce
Follows: d6f0357b91ea
"""

import re

from alembic import op

revision = "f04b6d9175ce"
down_revision = "d6f0357b91ea"
branch_labels = None
depends_on = None

# What stands in several places of the views below, between angle brackets.
PARTS = {
    "cited": """(
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ) AS publisher,
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id) AS headline,
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id) AS url""",
    "cited, unnamed": """(
        SELECT sources.name FROM archive.documents JOIN archive.sources ON sources.id = documents.source_id
        WHERE documents.id = told.document_id
    ),
    (SELECT documents.title FROM archive.documents WHERE documents.id = told.document_id),
    (SELECT documents.url FROM archive.documents WHERE documents.id = told.document_id)""",
    "published": """documents.published_edtf,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id),
    documents.title,
    documents.url""",
    "words of evidence": """substring(
        documents.text FROM evidence.start_char + 1 FOR evidence.end_char - evidence.start_char
    ),
    documents.slug, evidence.start_char, evidence.end_char, evidence.rule, NULL, evidence.document_id, evidence.id,""",
    "words of mentions": """substring(
        documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char
    ),
    documents.slug, mentions.start_char, mentions.end_char, NULL, mentions.kind, mentions.document_id, NULL,""",
    "evidence": """archive.evidence
JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current""",
    "mentions": """archive.mentions
JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current""",
}

# The views that were there before: the lines of a plus are new, those of a minus were there before.
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
+     , <cited>
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
+     , <cited>
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
-     coalesce(told.documents, 0)::bigint AS documents,
+     coalesce((
+         SELECT attestations.documents FROM archive.attestations WHERE attestations.fact_id = agreements.id
+     ), 0)::bigint AS documents,
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
+     , <cited>
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
+ -- What is shown of a text is that which tells of this step.
- LEFT JOIN archive.attestations AS told ON told.fact_id = agreements.id
+ LEFT JOIN archive.attestations AS told ON told.fact_id = coalesce(step.id, agreements.id)
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
+     , <cited>
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
-         SELECT string_agg(DISTINCT offices.title, '; ')
+         -- With the body, and with the state where neither title nor body name it.
+         SELECT string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, CASE
+             WHEN strpos(concat_ws(', ', offices.title, organizations.name), countries.name) > 0 THEN NULL
+             ELSE countries.name
+         END), '; ')
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
+         LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
+         LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
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
+     , (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
+     documents.title AS headline
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
    told.document_id
+     , <cited>
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
+     , <cited, unnamed>
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
-     coalesce(meetings.title, meetings.kind) AS about,
+     evidence.meeting_status || ': ' || coalesce(meetings.title, meetings.kind) AS about,
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
+     , evidence.meeting_status AS status,
+     documents.published_edtf,
+     (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
+     documents.title AS headline,
+     documents.url
FROM <evidence>
JOIN archive.meetings ON meetings.id = evidence.meeting_id
UNION ALL
SELECT
    'participant',
    coalesce(persons.name, offices.title, organizations.name, countries.name),
    <words of evidence>
    NULL, participants.meeting_id, evidence.meeting_participant_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    participants.person_id, participants.organization_id, participants.country_code, NULL, NULL
+     , NULL, <published>
FROM <evidence>
JOIN archive.meeting_participants AS participants ON participants.id = evidence.meeting_participant_id
LEFT JOIN archive.persons ON persons.id = participants.person_id
LEFT JOIN archive.offices ON offices.id = participants.office_id
LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
LEFT JOIN archive.countries ON countries.code = participants.country_code
UNION ALL
SELECT
    'meeting topic',
    topics.label,
    <words of evidence>
    NULL, meeting_topics.meeting_id, NULL, evidence.meeting_topic_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL::character(2), NULL, meeting_topics.topic_slug
+     , NULL, <published>
FROM <evidence>
JOIN archive.meeting_topics ON meeting_topics.id = evidence.meeting_topic_id
JOIN archive.topics ON topics.slug = meeting_topics.topic_slug
UNION ALL
SELECT
    'agreement',
    agreements.title,
    <words of evidence>
    NULL, NULL, NULL, NULL, evidence.agreement_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL::character(2), NULL, NULL
+     , NULL, <published>
FROM <evidence>
JOIN archive.agreements ON agreements.id = evidence.agreement_id
UNION ALL
SELECT
    'party',
    coalesce(organizations.name, countries.name),
    <words of evidence>
    NULL, NULL, NULL, NULL, parties.agreement_id, evidence.agreement_party_id, NULL, NULL, NULL, NULL, NULL,
    parties.signatory_id, parties.organization_id, parties.country_code, NULL, NULL
+     , NULL, <published>
FROM <evidence>
JOIN archive.agreement_parties AS parties ON parties.id = evidence.agreement_party_id
LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
LEFT JOIN archive.countries ON countries.code = parties.country_code
UNION ALL
SELECT
    'step',
    steps.status || ': ' || agreements.title,
    <words of evidence>
    NULL, steps.meeting_id, NULL, NULL, steps.agreement_id, NULL, evidence.agreement_step_id, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL::character(2), NULL, NULL
+     , steps.status, <published>
FROM <evidence>
JOIN archive.agreement_steps AS steps ON steps.id = evidence.agreement_step_id
JOIN archive.agreements ON agreements.id = steps.agreement_id
UNION ALL
SELECT
    'agreement topic',
    topics.label,
    <words of evidence>
    NULL, NULL, NULL, NULL, agreement_topics.agreement_id, NULL, NULL, evidence.agreement_topic_id, NULL, NULL,
    NULL, NULL, NULL, NULL::character(2), NULL, agreement_topics.topic_slug
+     , NULL, <published>
FROM <evidence>
JOIN archive.agreement_topics ON agreement_topics.id = evidence.agreement_topic_id
JOIN archive.topics ON topics.slug = agreement_topics.topic_slug
UNION ALL
SELECT
    'appointment',
    persons.name || ', ' || offices.title,
    <words of evidence>
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.appointment_id, NULL, NULL, appointments.person_id,
    offices.organization_id, offices.country_code, NULL, NULL
+     , NULL, <published>
FROM <evidence>
JOIN archive.appointments ON appointments.id = evidence.appointment_id
JOIN archive.persons ON persons.id = appointments.person_id
JOIN archive.offices ON offices.id = appointments.office_id
UNION ALL
SELECT
    'member',
    members.name,
    <words of evidence>
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.organization_member_id, NULL, NULL,
    organization_members.organization_id, NULL::character(2), NULL, NULL
+     , NULL, <published>
FROM <evidence>
JOIN archive.organization_members ON organization_members.id = evidence.organization_member_id
JOIN archive.organizations AS members ON members.id = organization_members.member_id
UNION ALL
SELECT
    'speaker',
    persons.name,
    <words of evidence>
    NULL, quotations.meeting_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, evidence.quotation_id,
    quotations.speaker_id, NULL, NULL::character(2), NULL, NULL
+     , NULL, <published>
FROM <evidence>
JOIN archive.quotations ON quotations.id = evidence.quotation_id
LEFT JOIN archive.persons ON persons.id = quotations.speaker_id
UNION ALL
SELECT
    'mention',
    persons.name,
    <words of mentions>
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.person_id, NULL,
    NULL::character(2), NULL, NULL
+     , NULL, <published>
FROM <mentions>
JOIN archive.persons ON persons.id = mentions.person_id
UNION ALL
SELECT
    'mention',
    organizations.name,
    <words of mentions>
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.organization_id,
    NULL::character(2), NULL, NULL
+     , NULL, <published>
FROM <mentions>
JOIN archive.organizations ON organizations.id = mentions.organization_id
UNION ALL
SELECT
    'mention',
    countries.name,
    <words of mentions>
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, mentions.country_code,
    NULL, NULL
+     , NULL, <published>
FROM <mentions>
JOIN archive.countries ON countries.code = mentions.country_code
UNION ALL
SELECT
    'mention',
    places.name,
    <words of mentions>
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::character(2),
    mentions.place_id, NULL
+     , NULL, <published>
FROM <mentions>
JOIN archive.places ON places.id = mentions.place_id
UNION ALL
SELECT
    'mention',
    topics.label,
    <words of mentions>
    mentions.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL::character(2), NULL,
    mentions.topic_slug
+     , NULL, <published>
FROM <mentions>
JOIN archive.topics ON topics.slug = mentions.topic_slug
"""

NAMESAKES = """
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
"""

NAMESAKES_BEFORE = """
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
"""

# The new views.

AGREEMENT_HISTORY = """
SELECT
    agreements.title,
    agreements.kind,
    steps.status,
    array_position(
        ARRAY['proposed', 'draft', 'submitted', 'planned', 'signed', 'approved', 'in_force'], steps.status
    ) AS step_number,
    steps.date_edtf,
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
        SELECT places.name FROM archive.meetings JOIN archive.places ON places.id = meetings.place_id
        WHERE meetings.id = steps.meeting_id
    ) AS place,
    coalesce(told.documents, 0)::bigint AS documents,
    told.words,
    told.document,
    told.published_edtf,
    steps.date_text,
    steps.date_during,
    steps.date_basis,
    ARRAY(
        SELECT DISTINCT parties.country_code::text FROM archive.agreement_parties AS parties
        WHERE parties.agreement_id = agreements.id AND parties.country_code IS NOT NULL ORDER BY 1
    ) AS country_codes,
    agreements.id AS agreement_id,
    steps.id AS agreement_step_id,
    steps.meeting_id,
    told.document_id
    , <cited>
FROM archive.agreement_steps AS steps
JOIN archive.agreements ON agreements.id = steps.agreement_id
LEFT JOIN archive.attestations AS told ON told.fact_id = steps.id
"""

AGREEMENT_HISTORY_MEANS = {
    "": (
        "The life of every agreement: one row for each step that a text reports, with the words that report it:"
        " where agreement_id = ... order by step_number. Quick in a big archive: date_during, agreement_id, "
        "agreement_step_id and meeting_id; for a country see agreement_countries."
    ),
    "title": "What the text calls the agreement.",
    "kind": "The kind: agreement, memorandum, program, convention ...",
    "status": "The step: proposed, draft, submitted, planned, signed, approved or in_force.",
    "step_number": "Its place in that order, from 1 to 7.",
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "parties": "The parties, separated by semicolons; who is not a party, but proposer or addressee, says so.",
    "place": "Where the meeting was at which the step was taken.",
    "documents": "How many documents report the step.",
    "words": "The first words that report the step; all of them are in proofs.",
    "document": "The document that these words are in.",
    "published_edtf": "When that document was published, in EDTF: for want of a date, when it was told.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "date_basis": "What the date rests on: explicit, relative, document or unresolved.",
    "country_codes": "The states of the parties: where 'BZ' = any(country_codes).",
    "agreement_id": "The agreement.",
    "agreement_step_id": "The step.",
    "meeting_id": "The meeting at which the step was taken.",
    "document_id": "The document that the words are in.",
    "publisher": "Who published that document.",
    "headline": "Its headline.",
    "url": "Where it was published.",
}

DOCUMENT_REGISTER = """
SELECT
    documents.slug AS document,
    documents.title AS headline,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.published_edtf,
    documents.url,
    (
        SELECT string_agg(mentioned.label, '; ' ORDER BY mentioned.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = document_topics.topic_slug) AS label
            FROM archive.document_topics WHERE document_topics.document_id = documents.id
        ) AS mentioned
    ) AS topics,
    documents.language,
    documents.length AS characters,
    documents.collection,
    documents.published_during,
    ARRAY(
        SELECT document_topics.topic_slug FROM archive.document_topics
        WHERE document_topics.document_id = documents.id ORDER BY 1
    ) AS topic_slugs,
    documents.id AS document_id,
    documents.source_id,
    (
        SELECT min(document_changes.changed_at) FROM archive.document_changes
        WHERE document_changes.document_id = documents.id AND document_changes.change = 'new'
    ) AS arrived_at
FROM archive.documents
WHERE documents.is_current
"""

DOCUMENT_REGISTER_MEANS = {
    "": (
        "Every current document in one row: what names it to others, and what it is about. Quick in a big "
        "archive: document, published_during, document_id and source_id; for words ask documents.search."
    ),
    "document": "Its name in the archive.",
    "headline": "Its headline.",
    "publisher": "Who published it.",
    "published_edtf": "When it was published, in EDTF.",
    "url": "Where it was published.",
    "topics": "The topics that it mentions, separated by semicolons.",
    "language": "Its language (BCP 47), such as en.",
    "characters": "How long it is.",
    "collection": "The folder or corpus that it came with.",
    "published_during": "From the first possible day of publication to the last one.",
    "topic_slugs": "The same topics by their keys: where 'extradition' = any(topic_slugs).",
    "document_id": "The document.",
    "source_id": "The publisher.",
    "arrived_at": "When it came to the archive; what became of it since is in document_changes.",
}

NEW = {
    "agreement_history": (AGREEMENT_HISTORY, AGREEMENT_HISTORY_MEANS),
    "document_register": (DOCUMENT_REGISTER, DOCUMENT_REGISTER_MEANS),
}

# Each view that was there before, as its lines are marked.
CHANGED = {
    "encounters": ENCOUNTERS,
    "meeting_register": MEETING_REGISTER,
    "agreement_register": AGREEMENT_REGISTER,
    "office_holders": OFFICE_HOLDERS,
    "statements": STATEMENTS,
    "country_timeline": COUNTRY_TIMELINE,
    "proofs": PROOFS,
}

# What the new columns mean.
MORE = {
    **{
        f"{view}.{column}": meaning
        for view in ("encounters", "meeting_register", "agreement_register", "office_holders", "country_timeline")
        for column, meaning in (
            ("publisher", "Who published that document."),
            ("headline", "Its headline."),
            ("url", "Where it was published."),
        )
    },
    "statements.publisher": "Who published the document.",
    "statements.headline": "Its headline.",
    "proofs.status": (
        "What the document tells: held, planned or proposed of a meeting, which step of a step; null for all else."
    ),
    "proofs.published_edtf": "When the document was published, in EDTF.",
    "proofs.publisher": "Who published it.",
    "proofs.headline": "Its headline.",
    "proofs.url": "Where it was published.",
    "namesakes.other_country_codes": "The countries whose offices the other person is shown in.",
    "namesakes.offices": "The offices that the person is shown in, separated by semicolons.",
    "namesakes.other_offices": "The offices that the other person is shown in.",
    "namesakes.documents": "How many documents name the person.",
    "namesakes.other_documents": "How many documents name the other person.",
}

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
    (
        "VIEW archive.namesakes",
        (
            "Hints for a reviewer: two names that may be one person (two spellings), and one name that may be "
            "two persons (two countries), with what tells them apart. They are no more than hints: the archive "
            "has no place for a decision yet, and a row that is changed by hand is damage to archive verify."
        ),
        (
            "Hints for a reviewer: two names that may be one person (two spellings), and one name that may be "
            "two persons (two countries)."
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


def _now(marked: str) -> str:
    """A view with its new lines, which a plus marks, and without its old ones, which a minus marks."""
    return re.sub(r"^- .*\n|^\+ ", "", marked, flags=re.MULTILINE)


def _before(marked: str) -> str:
    """The same text as it was."""
    return re.sub(r"^\+ .*\n|^- ", "", marked, flags=re.MULTILINE)


def _filled(view: str) -> str:
    """A view with its parts in their places."""
    return re.sub(r"<([a-z, ]+)>", lambda part: PARTS[part[1]], view)


def _say(thing: str, meaning: str) -> None:
    """Say what a view or one of its columns means."""
    words = meaning.replace("'", "''")
    op.execute(f"COMMENT ON {thing} IS '{words}'")


def _shrink(view: str, definition: str) -> None:
    """Give a view fewer columns."""
    op.execute(SHRINK.replace("<view>", view).replace("<definition>", _filled(definition)))


def upgrade() -> None:
    """Give the views their new definitions, create the new ones, and say what they mean."""
    for view, definition in CHANGED.items():
        op.execute(f"CREATE OR REPLACE VIEW archive.{view} AS {_filled(_now(definition))}")
    op.execute(f"CREATE OR REPLACE VIEW archive.namesakes AS {NAMESAKES}")
    for column, meaning in MORE.items():
        _say(f"COLUMN archive.{column}", meaning)
    for thing, meaning, _ in MEANS:
        _say(thing, meaning)
    for view, (definition, meanings) in NEW.items():
        op.execute(f"CREATE VIEW archive.{view} AS {_filled(definition)}")
        for column, meaning in meanings.items():
            _say(f"COLUMN archive.{view}.{column}" if column else f"VIEW archive.{view}", meaning)


def downgrade() -> None:
    """Drop the new views, and give the others the definitions that they had."""
    op.execute("DROP VIEW archive.document_register, archive.agreement_history")
    for view, definition in CHANGED.items():
        _shrink(view, _before(definition))
    _shrink("namesakes", NAMESAKES_BEFORE)
    for thing, _, meaning in MEANS:
        _say(thing, meaning)
