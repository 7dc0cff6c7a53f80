"""Show who holds which office, who said what, and the words behind every fact.

Revision: de507d2ae52c
Follows: 0ab242b79b75
"""

from alembic import op

revision = "de507d2ae52c"
down_revision = "0ab242b79b75"
branch_labels = None
depends_on = None

OFFICE_HOLDERS = """
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

OFFICE_HOLDERS_MEANS = {
    "": (
        "Who is shown in which office, and in documents of which time: no claim about the term of office. Quick in"
        " a big archive: person, office, organization, country and all ids."
    ),
    "person": "The person.",
    "office": "The title of the post.",
    "organization": "The body that the post belongs to.",
    "country": "The state that the post belongs to.",
    "attested_from": "The first day on which the earliest dated document may have been published.",
    "attested_to": "The last day on which the latest dated document may have been published.",
    "documents": "How many documents show the person in the office.",
    "words": "The first words that report the person in the office; all of them are in proofs.",
    "document": "The document that these words are in.",
    "country_code": "The state that the post belongs to.",
    "appointment_id": "The appointment.",
    "person_id": "The person.",
    "office_id": "The office.",
    "organization_id": "The body that the post belongs to.",
    "document_id": "The document that the words are in.",
}

STATEMENTS = """
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

STATEMENTS_MEANS = {
    "": (
        "Who said what, verbatim, without the quotation marks. Quick in a big archive: speaker, document, "
        "published_during and all ids; for a word in all of them ask the search first: where document_id in "
        "(select id from documents where search @@ websearch_to_tsquery('archive.folded', 'cryptocurrency')) and "
        "words ilike '%cryptocurrenc%'."
    ),
    "speaker": "Who said it; null where the text does not make it clear.",
    "offices": "The offices that the same document shows the speaker in, separated by semicolons.",
    "words": "What was said.",
    "published_edtf": "When the document was published, in EDTF.",
    "document": "The document that quotes it.",
    "start_char": "Where the words start in the document.",
    "end_char": "Where they end.",
    "url": "Where it was published.",
    "published_during": "From the first possible day of publication to the last one.",
    "quotation_id": "The quotation.",
    "document_id": "The document that quotes it.",
    "speaker_id": "Who said it.",
    "meeting_id": "The meeting at which it was said.",
}

PROOFS = """
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

PROOFS_MEANS = {
    "": (
        "The words behind every fact and every mention. One condition finds all that was read of a thing: where "
        "agreement_id = ... gives the agreement, its parties, steps and topics; where person_id = ... every "
        "mention, office, meeting, signature and statement. Quick in a big archive: document and all ids; words "
        "and about are read row by row."
    ),
    "fact": "What the words prove: meeting, participant, step, party, appointment ..., or mention.",
    "about": "What it is about: a name, a title, a topic.",
    "words": "The words of the text.",
    "document": "The document they are in.",
    "start_char": "Where the words start in the document.",
    "end_char": "Where they end.",
    "rule": "The rule of the reader that read the fact from them; null for a mention.",
    "mention_kind": "How a mention names its thing: full, short or epithet.",
    "document_id": "The document they are in.",
    "evidence_id": "The row of evidence.",
    "mention_id": "The row of mentions.",
    "meeting_id": "The meeting that the fact is, or is a part of.",
    "meeting_participant_id": "The participation.",
    "meeting_topic_id": "The topic of a meeting.",
    "agreement_id": "The agreement that the fact is, or is a part of.",
    "agreement_party_id": "The party.",
    "agreement_step_id": "The step.",
    "agreement_topic_id": "The topic of an agreement.",
    "appointment_id": "The person in an office.",
    "organization_member_id": "The membership.",
    "quotation_id": "The quotation whose speaker the words tell.",
    "person_id": "The person who is named, takes part, signs, holds the office or speaks.",
    "organization_id": "The body that is named, takes part, is the party, has the office or the member.",
    "country_code": "The country that is named, or that participant, party or office stand for.",
    "place_id": "The place that is named.",
    "topic_slug": "The topic that is named, discussed or covered.",
}

NAMESAKES = """
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

NAMESAKES_MEANS = {
    "": (
        "Hints for a reviewer: two names that may be one person (two spellings), and one name that may be two "
        "persons (two countries)."
    ),
    "reason": "two spellings of one family name, or offices of two countries under one name.",
    "person": "The person.",
    "other_person": "The other spelling.",
    "country_codes": "The countries whose offices the person is shown in.",
    "person_id": "The person.",
    "other_person_id": "The other person.",
}


def create(view: str, definition: str, meanings: dict[str, str]) -> None:
    """Create a view and say what it ("") and its columns mean."""
    op.execute(f"CREATE VIEW archive.{view} AS {definition}")
    for column, meaning in meanings.items():
        thing = f"COLUMN archive.{view}.{column}" if column else f"VIEW archive.{view}"
        words = meaning.replace("'", "''")
        op.execute(f"COMMENT ON {thing} IS '{words}'")


def upgrade() -> None:
    """Create the views, those that others use first."""
    create("office_holders", OFFICE_HOLDERS, OFFICE_HOLDERS_MEANS)
    create("statements", STATEMENTS, STATEMENTS_MEANS)
    create("proofs", PROOFS, PROOFS_MEANS)
    create("namesakes", NAMESAKES, NAMESAKES_MEANS)


def downgrade() -> None:
    """Drop the views."""
    for view in (
        "namesakes",
        "proofs",
        "statements",
        "office_holders",
    ):
        op.execute(f"DROP VIEW archive.{view}")
