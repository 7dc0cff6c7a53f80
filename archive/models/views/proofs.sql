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
