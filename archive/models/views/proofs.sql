-- is_current says nothing new, but with it a document is found by its name.
SELECT
    CASE
        WHEN evidence.meeting_id IS NOT NULL THEN 'meeting'
        WHEN evidence.meeting_participant_id IS NOT NULL THEN 'participant'
        WHEN evidence.meeting_topic_id IS NOT NULL THEN 'meeting topic'
        WHEN evidence.agreement_id IS NOT NULL THEN 'agreement'
        WHEN evidence.agreement_party_id IS NOT NULL THEN 'party'
        WHEN evidence.agreement_step_id IS NOT NULL THEN 'step'
        WHEN evidence.agreement_topic_id IS NOT NULL THEN 'agreement topic'
        WHEN evidence.appointment_id IS NOT NULL THEN 'appointment'
        WHEN evidence.organization_member_id IS NOT NULL THEN 'member'
        WHEN evidence.quotation_id IS NOT NULL THEN 'speaker'
    END AS fact,
    CASE
        WHEN evidence.meeting_id IS NOT NULL THEN (
            SELECT coalesce(meetings.title, meetings.kind) FROM archive.meetings WHERE meetings.id = evidence.meeting_id
        )
        WHEN evidence.meeting_participant_id IS NOT NULL THEN (
            SELECT coalesce(persons.name, offices.title, organizations.name, countries.name)
            FROM archive.meeting_participants AS participants
            LEFT JOIN archive.persons ON persons.id = participants.person_id
            LEFT JOIN archive.offices ON offices.id = participants.office_id
            LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
            LEFT JOIN archive.countries ON countries.code = participants.country_code
            WHERE participants.id = evidence.meeting_participant_id
        )
        WHEN evidence.meeting_topic_id IS NOT NULL THEN (
            SELECT topics.label
            FROM archive.meeting_topics JOIN archive.topics ON topics.slug = meeting_topics.topic_slug
            WHERE meeting_topics.id = evidence.meeting_topic_id
        )
        WHEN evidence.agreement_id IS NOT NULL THEN (
            SELECT agreements.title FROM archive.agreements WHERE agreements.id = evidence.agreement_id
        )
        WHEN evidence.agreement_party_id IS NOT NULL THEN (
            SELECT coalesce(organizations.name, countries.name)
            FROM archive.agreement_parties AS parties
            LEFT JOIN archive.organizations ON organizations.id = parties.organization_id
            LEFT JOIN archive.countries ON countries.code = parties.country_code
            WHERE parties.id = evidence.agreement_party_id
        )
        WHEN evidence.agreement_step_id IS NOT NULL THEN (
            SELECT steps.status || ': ' || agreements.title
            FROM archive.agreement_steps AS steps JOIN archive.agreements ON agreements.id = steps.agreement_id
            WHERE steps.id = evidence.agreement_step_id
        )
        WHEN evidence.agreement_topic_id IS NOT NULL THEN (
            SELECT topics.label
            FROM archive.agreement_topics JOIN archive.topics ON topics.slug = agreement_topics.topic_slug
            WHERE agreement_topics.id = evidence.agreement_topic_id
        )
        WHEN evidence.appointment_id IS NOT NULL THEN (
            SELECT persons.name || ', ' || offices.title
            FROM archive.appointments
            JOIN archive.persons ON persons.id = appointments.person_id
            JOIN archive.offices ON offices.id = appointments.office_id
            WHERE appointments.id = evidence.appointment_id
        )
        WHEN evidence.organization_member_id IS NOT NULL THEN (
            SELECT members.name
            FROM archive.organization_members
            JOIN archive.organizations AS members ON members.id = organization_members.member_id
            WHERE organization_members.id = evidence.organization_member_id
        )
        WHEN evidence.quotation_id IS NOT NULL THEN (
            SELECT persons.name
            FROM archive.quotations JOIN archive.persons ON persons.id = quotations.speaker_id
            WHERE quotations.id = evidence.quotation_id
        )
    END AS about,
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
    evidence.meeting_participant_id,
    evidence.meeting_topic_id,
    evidence.agreement_id,
    evidence.agreement_party_id,
    evidence.agreement_step_id,
    evidence.agreement_topic_id,
    evidence.appointment_id,
    evidence.organization_member_id,
    evidence.quotation_id,
    NULL::uuid AS person_id,
    NULL::uuid AS organization_id,
    NULL::character(2) AS country_code,
    NULL::uuid AS place_id,
    NULL::text AS topic_slug
FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id AND documents.is_current
UNION ALL
SELECT
    'mention' AS fact,
    CASE
        WHEN mentions.person_id IS NOT NULL THEN (
            SELECT persons.name FROM archive.persons WHERE persons.id = mentions.person_id
        )
        WHEN mentions.organization_id IS NOT NULL THEN (
            SELECT organizations.name FROM archive.organizations
            WHERE organizations.id = mentions.organization_id
        )
        WHEN mentions.country_code IS NOT NULL THEN (
            SELECT countries.name FROM archive.countries WHERE countries.code = mentions.country_code
        )
        WHEN mentions.place_id IS NOT NULL THEN (
            SELECT places.name FROM archive.places WHERE places.id = mentions.place_id
        )
        WHEN mentions.topic_slug IS NOT NULL THEN (
            SELECT topics.label FROM archive.topics WHERE topics.slug = mentions.topic_slug
        )
    END AS about,
    substring(documents.text FROM mentions.start_char + 1 FOR mentions.end_char - mentions.start_char) AS words,
    documents.slug AS document,
    mentions.start_char,
    mentions.end_char,
    NULL::text AS rule,
    mentions.kind AS mention_kind,
    mentions.document_id,
    NULL::uuid AS evidence_id,
    mentions.id AS mention_id,
    NULL::uuid AS meeting_id,
    NULL::uuid AS meeting_participant_id,
    NULL::uuid AS meeting_topic_id,
    NULL::uuid AS agreement_id,
    NULL::uuid AS agreement_party_id,
    NULL::uuid AS agreement_step_id,
    NULL::uuid AS agreement_topic_id,
    NULL::uuid AS appointment_id,
    NULL::uuid AS organization_member_id,
    NULL::uuid AS quotation_id,
    mentions.person_id,
    mentions.organization_id,
    mentions.country_code,
    mentions.place_id,
    mentions.topic_slug
FROM archive.mentions JOIN archive.documents ON documents.id = mentions.document_id AND documents.is_current
