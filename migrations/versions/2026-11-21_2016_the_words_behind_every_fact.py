"""Show the words behind every fact.

Revision: d1dac04b7490
Follows: 14c2c643a981
"""

from alembic import op

revision = "d1dac04b7490"
down_revision = "14c2c643a981"
branch_labels = None
depends_on = None

PROOFS = """
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
    evidence.rule,
    NULL::text AS mention_kind,
    evidence.document_id,
    evidence.start_char,
    evidence.end_char,
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
FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
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
    NULL::text AS rule,
    mentions.kind AS mention_kind,
    mentions.document_id,
    mentions.start_char,
    mentions.end_char,
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
FROM archive.mentions JOIN archive.documents ON documents.id = mentions.document_id
"""

PROOFS_MEANS = {
    "": "The words behind every fact and every mention: where agreement_id = ...",
    "fact": "What the words prove: meeting, participant, step, party, appointment ..., or mention.",
    "about": "What it is about: a name, a title, a topic.",
    "words": "The words of the text.",
    "document": "The document they are in.",
    "rule": "The rule of the reader that read the fact from them; null for a mention.",
    "mention_kind": "How a mention names its thing: full, short or epithet.",
    "document_id": "The document they are in.",
    "start_char": "Where the words start in the document.",
    "end_char": "Where they end.",
    "evidence_id": "The row of evidence.",
    "mention_id": "The row of mentions.",
    "meeting_id": "The meeting that they prove.",
    "meeting_participant_id": "The participation that they prove.",
    "meeting_topic_id": "The topic of a meeting that they prove.",
    "agreement_id": "The agreement that they prove.",
    "agreement_party_id": "The party that they prove.",
    "agreement_step_id": "The step that they prove.",
    "agreement_topic_id": "The topic of an agreement that they prove.",
    "appointment_id": "The person in an office that they prove.",
    "organization_member_id": "The membership that they prove.",
    "quotation_id": "The quotation whose speaker they prove.",
    "person_id": "The person that they name.",
    "organization_id": "The body that they name.",
    "country_code": "The country that they name.",
    "place_id": "The place that they name.",
    "topic_slug": "The topic that they name.",
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
    create("proofs", PROOFS, PROOFS_MEANS)


def downgrade() -> None:
    """Drop the views."""
    op.execute("DROP VIEW archive.proofs")
