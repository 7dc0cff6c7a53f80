"""Show who met whom, and every meeting in one row.

Revision: 7924ab1d0c7d
Follows: caa155adf81f
"""

from alembic import op

revision = "7924ab1d0c7d"
down_revision = "caa155adf81f"
branch_labels = None
depends_on = None

MEETING_COUNTRIES = """
SELECT DISTINCT participants.meeting_id, participants.country_code
FROM archive.meeting_participants AS participants
WHERE participants.country_code IS NOT NULL
"""

MEETING_COUNTRIES_MEANS = {
    "": (
        "Which countries a meeting brought together: one row per meeting and country. It finds the meetings of a "
        "country by an index: where meeting_id in (select meeting_id from meeting_countries where country_code = "
        "'BZ')."
    ),
    "meeting_id": "The meeting.",
    "country_code": "A country that took part.",
}

ENCOUNTERS = """
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

ENCOUNTERS_MEANS = {
    "": (
        "Who met whom, seen from each of the two: where person = 'Igor Krasnov' finds all whom he met; a pair has "
        "two rows, and where meeting_participant_id < other_meeting_participant_id counts it once. Mind the "
        "status: planned and proposed meetings are in it. A body or a state does not meet those who stand for it, "
        "and states that only sat in a session with others are in country_timeline. Quick in a big archive: "
        "person, country, country_code, place, date_during and all ids but office_id and organization_id; for "
        "these go by meeting_participants."
    ),
    "person": "The name of one of the two; null where only office, body or state are known.",
    "office": (
        "The office of one of the two: that in which the words show them, or else the only one in which the same "
        "documents show them."
    ),
    "organization": "The body that one of the two stood for: named, or that of the office.",
    "country": "The state that one of the two stood for.",
    "other_person": "The name of the other one; null where only office, body or state are known.",
    "other_office": (
        "The office of the other one: that in which the words show them, or else the only one in which the same "
        "documents show them."
    ),
    "other_organization": "The body that the other one stood for: named, or that of the office.",
    "other_country": "The state that the other one stood for.",
    "kind": "The kind of the meeting: bilateral, session, conference, visit ...",
    "status": "Whether it took place when the text was written: held, planned or proposed.",
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "place": "Where it took place.",
    "words": "The first words that report the meeting; all of them are in proofs.",
    "document": "The document that these words are in.",
    "published_edtf": "When that document was published, in EDTF: for want of a date, when it was told.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "country_code": "The state that one of the two stood for.",
    "other_country_code": "The state that the other one stood for.",
    "meeting_id": "The meeting.",
    "meeting_participant_id": "The part of one of the two in it: its words are in proofs.",
    "other_meeting_participant_id": "The part of the other one in it.",
    "person_id": "The person who was one of the two.",
    "other_person_id": "The person who was the other one.",
    "office_id": "The office of one of the two.",
    "other_office_id": "The office of the other one.",
    "organization_id": "The body that one of the two stood for.",
    "other_organization_id": "The body that the other one stood for.",
    "place_id": "Where it took place.",
    "document_id": "The document that the words are in.",
}

MEETING_REGISTER = """
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

MEETING_REGISTER_MEANS = {
    "": (
        "Every meeting in one row: when, where, who and on what. Quick in a big archive: date_during, place, "
        "meeting_id; for a country see meeting_countries, for a person encounters."
    ),
    "date_edtf": "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved.",
    "kind": "The kind: bilateral, session, conference, visit ...",
    "status": "Whether it took place when the text was written: held, planned or proposed.",
    "place": "Where it took place.",
    "participants": "Who took part, persons first, with the state they stood for, separated by semicolons.",
    "title": "What the text calls it, where it has a name of its own.",
    "topics": "What was discussed, separated by semicolons.",
    "documents": "How many documents report it.",
    "words": "The first words that report the meeting; all of them are in proofs.",
    "document": "The document that these words are in.",
    "published_edtf": "When that document was published, in EDTF: for want of a date, when it was told.",
    "date_text": "When, as the text words it.",
    "date_during": (
        "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
    ),
    "date_basis": "What the date rests on: explicit, relative, document or unresolved.",
    "country_codes": "The states that took part: where 'BZ' = any(country_codes).",
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
    for view in (
        "meeting_register",
        "encounters",
        "meeting_countries",
    ):
        op.execute(f"DROP VIEW archive.{view}")
