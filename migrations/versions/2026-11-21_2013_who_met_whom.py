"""Show who met whom, and every meeting in one row.

Revision: 60e5210107e5
Follows: 019bc05238e6
"""

from alembic import op

revision = "60e5210107e5"
down_revision = "019bc05238e6"
branch_labels = None
depends_on = None

MEETING_COUNTRIES = """
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
"""

MEETING_COUNTRIES_MEANS = {
    "": (
        "Which countries a meeting brought together: one row per meeting and country. A participant stands for "
        "the state that is named, or else that of the office or the body."
    ),
    "meeting_id": "The meeting.",
    "country_code": "A country that took part.",
}

ENCOUNTERS = """
SELECT
    one_person.name AS person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = one.office_id) AS office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = one_body.organization_id
    ) AS organization,
    (SELECT countries.name FROM archive.countries WHERE countries.code = one_state.country_code) AS country,
    other_person.name AS other_person,
    (SELECT offices.title FROM archive.offices WHERE offices.id = other.office_id) AS other_office,
    (
        SELECT organizations.name FROM archive.organizations WHERE organizations.id = other_body.organization_id
    ) AS other_organization,
    (SELECT countries.name FROM archive.countries WHERE countries.code = other_state.country_code) AS other_country,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    (SELECT places.name FROM archive.places WHERE places.id = meetings.place_id) AS place,
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
    meetings.date_text,
    meetings.date_during,
    meetings.id AS meeting_id,
    meetings.place_id,
    one.person_id,
    one.office_id,
    one_body.organization_id,
    one_state.country_code,
    other.person_id AS other_person_id,
    other.office_id AS other_office_id,
    other_body.organization_id AS other_organization_id,
    other_state.country_code AS other_country_code,
    (
        SELECT evidence.document_id
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE evidence.meeting_id = meetings.id
        ORDER BY lower(documents.published_during), documents.slug, evidence.start_char, evidence.end_char
        LIMIT 1
    ) AS document_id
FROM archive.meetings
JOIN archive.meeting_participants AS one ON one.meeting_id = meetings.id
-- Each pair once; where one of the two has a name, the name comes first.
JOIN archive.meeting_participants AS other
    ON other.meeting_id = meetings.id AND (other.person_id IS NULL, other.id) > (one.person_id IS NULL, one.id)
LEFT JOIN archive.persons AS one_person ON one_person.id = one.person_id
LEFT JOIN archive.persons AS other_person ON other_person.id = other.person_id
CROSS JOIN LATERAL (
    SELECT coalesce(
        one.organization_id, (SELECT offices.organization_id FROM archive.offices WHERE offices.id = one.office_id)
    ) AS organization_id
) AS one_body
CROSS JOIN LATERAL (
    SELECT coalesce(
        one.country_code,
        (SELECT offices.country_code FROM archive.offices WHERE offices.id = one.office_id),
        (
            SELECT organizations.country_code FROM archive.organizations
            WHERE organizations.id = one_body.organization_id
        )
    ) AS country_code
) AS one_state
CROSS JOIN LATERAL (
    SELECT coalesce(
        other.organization_id, (SELECT offices.organization_id FROM archive.offices WHERE offices.id = other.office_id)
    ) AS organization_id
) AS other_body
CROSS JOIN LATERAL (
    SELECT coalesce(
        other.country_code,
        (SELECT offices.country_code FROM archive.offices WHERE offices.id = other.office_id),
        (
            SELECT organizations.country_code FROM archive.organizations
            WHERE organizations.id = other_body.organization_id
        )
    ) AS country_code
) AS other_state
-- A body or a state does not meet those who stand for it.
WHERE NOT (
    one.person_id IS NULL AND one.office_id IS NULL AND CASE
        WHEN one.organization_id IS NOT NULL THEN one.organization_id IS NOT DISTINCT FROM other_body.organization_id
        ELSE one.country_code IS NOT DISTINCT FROM other_state.country_code
    END
) AND NOT (
    other.person_id IS NULL AND other.office_id IS NULL AND CASE
        WHEN other.organization_id IS NOT NULL THEN other.organization_id IS NOT DISTINCT FROM one_body.organization_id
        ELSE other.country_code IS NOT DISTINCT FROM one_state.country_code
    END
)
"""

ENCOUNTERS_MEANS = {
    "": (
        "Who met whom: one row per pair of participants of a meeting. Mind the status: planned and proposed "
        "meetings are in it. A name comes first; of two names either may: where 'Igor Krasnov' in (person, "
        "other_person). In a big archive go by an index: where meeting_id in (select meeting_id from "
        "meeting_participants where person_id = ...), or from meeting_countries where country_code = 'BZ'. A body"
        " or a state does not meet those who stand for it."
    ),
    "person": "The name of one of the two; null where only office, body or state are known.",
    "office": "The office in which one of the two took part.",
    "organization": "The body that one of the two stood for: named, or that of the office.",
    "country": "The state that one of the two stood for: named, or that of the office or the body.",
    "other_person": "The name of the other one; null where only office, body or state are known.",
    "other_office": "The office in which the other one took part.",
    "other_organization": "The body that the other one stood for: named, or that of the office.",
    "other_country": "The state that the other one stood for: named, or that of the office or the body.",
    "kind": "The kind of the meeting: bilateral, session, conference, visit ...",
    "status": "Whether it took place when the text was written: held, planned or proposed.",
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "place": "Where it took place.",
    "words": "The first words that report the meeting; all of them are in proofs.",
    "document": "The document that these words are in.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "meeting_id": "The meeting.",
    "place_id": "Where it took place.",
    "person_id": "The person who was one of the two.",
    "office_id": "The office of one of the two.",
    "organization_id": "The body that one of the two stood for.",
    "country_code": "The state that one of the two stood for.",
    "other_person_id": "The person who was the other one.",
    "other_office_id": "The office of the other one.",
    "other_organization_id": "The body that the other one stood for.",
    "other_country_code": "The state that the other one stood for.",
    "document_id": "The document that the words are in.",
}

MEETING_REGISTER = """
SELECT
    meetings.title,
    meetings.kind,
    meetings.status,
    meetings.date_edtf,
    (SELECT places.name FROM archive.places WHERE places.id = meetings.place_id) AS place,
    (
        SELECT string_agg(DISTINCT CASE
            WHEN participants.person_id IS NULL AND participants.office_id IS NULL
                AND participants.organization_id IS NULL THEN countries.name
            ELSE coalesce(persons.name, offices.title, organizations.name) || coalesce(
                ' (' || coalesce(participants.country_code, offices.country_code, organizations.country_code) || ')', ''
            )
        END, '; ')
        FROM archive.meeting_participants AS participants
        LEFT JOIN archive.persons ON persons.id = participants.person_id
        LEFT JOIN archive.offices ON offices.id = participants.office_id
        LEFT JOIN archive.organizations ON organizations.id = participants.organization_id
        LEFT JOIN archive.countries ON countries.code = participants.country_code
        WHERE participants.meeting_id = meetings.id
    ) AS participants,
    ARRAY(
        SELECT meeting_countries.country_code::text FROM archive.meeting_countries
        WHERE meeting_countries.meeting_id = meetings.id ORDER BY 1
    ) AS country_codes,
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
    meetings.date_text,
    meetings.date_during,
    meetings.date_basis,
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
"""

MEETING_REGISTER_MEANS = {
    "": "Every meeting in one row: who, where, when and on what.",
    "title": "What the text calls it, where it has a name of its own.",
    "kind": "The kind: bilateral, session, conference, visit ...",
    "status": "Whether it took place when the text was written: held, planned or proposed.",
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "place": "Where it took place.",
    "participants": "Who took part, with the state they stood for, separated by semicolons.",
    "country_codes": "The states that took part: where 'BZ' = any(country_codes).",
    "topics": "What was discussed, separated by semicolons.",
    "documents": "How many documents report it.",
    "words": "The first words that report the meeting; all of them are in proofs.",
    "document": "The document that these words are in.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "date_basis": "What the date rests on: explicit, relative, document or unresolved.",
    "meeting_id": "The meeting.",
    "place_id": "Where it took place.",
    "part_of_id": "The larger event that it is a part of.",
    "document_id": "The document that the words are in.",
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
    create("meeting_countries", MEETING_COUNTRIES, MEETING_COUNTRIES_MEANS)
    create("encounters", ENCOUNTERS, ENCOUNTERS_MEANS)
    create("meeting_register", MEETING_REGISTER, MEETING_REGISTER_MEANS)


def downgrade() -> None:
    """Drop the views."""
    op.execute("DROP VIEW archive.meeting_register")
    op.execute("DROP VIEW archive.encounters")
    op.execute("DROP VIEW archive.meeting_countries")
