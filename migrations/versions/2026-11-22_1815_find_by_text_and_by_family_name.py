"""Find by an index what a text is the first to tell, and who may be who.

The views show of each fact the text that tells it first, and a condition on that text read all of them. In encounters
the text is joined early enough to be where the planner starts. For one person's namesakes all names were compared with
all.

Revision: 7c2e90b4d8a1
Follows: f04b6d9175ce
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "7c2e90b4d8a1"
down_revision = "f04b6d9175ce"
branch_labels = None
depends_on = None

FAMILY_NAMES = "persons_family_name_idx"

# The line of the plus is new, that of the minus was there before.
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
+ LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
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
- LEFT JOIN archive.attestations AS told ON told.fact_id = meetings.id
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

NAMESAKES = """
-- The family name is taken to be the last word, which holds for most names in English texts: a hint, not a finding.
-- Names come from within, so that a condition on one is met by an index in both arms.
SELECT
    doubts.reason,
    doubts.person,
    doubts.other_person,
    of_one.country_codes,
    doubts.person_id,
    doubts.other_person_id,
    CASE WHEN doubts.other_person_id IS NOT NULL THEN of_other.country_codes END AS other_country_codes,
    of_one.offices,
    of_other.offices AS other_offices,
    (
        SELECT count(DISTINCT mentions.document_id) FROM archive.mentions WHERE mentions.person_id = doubts.person_id
    ) AS documents,
    CASE WHEN doubts.other_person_id IS NOT NULL THEN (
        SELECT count(DISTINCT mentions.document_id) FROM archive.mentions
        WHERE mentions.person_id = doubts.other_person_id
    ) END AS other_documents
FROM (
    SELECT
        'two spellings' AS reason, one.id AS person_id, one.name AS person, other.id AS other_person_id,
        other.name AS other_person
    FROM archive.persons AS one
    JOIN archive.persons AS other
        ON substring(other.name_key FROM '[^ -]+$') = substring(one.name_key FROM '[^ -]+$')
        AND other.name_key > one.name_key
    -- The same first letter, or one of the two has no given name.
    WHERE left(other.name_key, 1) = left(one.name_key, 1)
        OR one.name_key !~ '[ -]'
        OR other.name_key !~ '[ -]'
    UNION ALL
    SELECT 'two countries', persons.id, persons.name, NULL::uuid, NULL::text
    FROM archive.persons
    WHERE (
        SELECT count(DISTINCT coalesce(offices.country_code, organizations.country_code))
        FROM archive.appointments
        JOIN archive.offices ON offices.id = appointments.office_id
        LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
        WHERE appointments.person_id = persons.id
    ) > 1
) AS doubts
CROSS JOIN LATERAL (
    SELECT
        string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, countries.name), '; ') AS offices,
        coalesce(
            array_agg(DISTINCT countries.code::text) FILTER (WHERE countries.code IS NOT NULL), '{}'
        ) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
    WHERE appointments.person_id = doubts.person_id
) AS of_one
CROSS JOIN LATERAL (
    SELECT
        string_agg(DISTINCT concat_ws(', ', offices.title, organizations.name, countries.name), '; ') AS offices,
        coalesce(
            array_agg(DISTINCT countries.code::text) FILTER (WHERE countries.code IS NOT NULL), '{}'
        ) AS country_codes
    FROM archive.appointments
    JOIN archive.offices ON offices.id = appointments.office_id
    LEFT JOIN archive.organizations ON organizations.id = offices.organization_id
    LEFT JOIN archive.countries ON countries.code = coalesce(offices.country_code, organizations.country_code)
    WHERE appointments.person_id = doubts.other_person_id
) AS of_other
"""

NAMESAKES_BEFORE = """
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

# Each view, what is said of it now, and what was said before.
SAID = (
    ("encounters", "date_during, document and all ids but", "date_during and all ids but"),
    ("meeting_register", "place, document, meeting_id", "place, meeting_id"),
    ("agreement_history", "date_during, document, agreement_id", "date_during, agreement_id"),
    ("country_timeline", "date_during, document and all ids", "date_during and all ids"),
    ("office_holders", "country, document and all ids", "country and all ids"),
    ("namesakes", "to archive verify. Quick in a big archive: both persons, by name or id.", "to archive verify."),
    ("proofs", "all ids, each as one value (person_id = (select ...), not in (select ...));", "all ids;"),
)

# A comment without the old words is not the one that this revision knows.
REPHRASE = """
DO $$
DECLARE
    before text := obj_description('archive.<view>'::regclass, 'pg_class');
    now text := replace(before, '<old>', '<new>');
BEGIN
    IF now IS NOT DISTINCT FROM before THEN
        RAISE EXCEPTION USING MESSAGE = 'the comment on archive.<view> does not say: <old>';
    END IF;
    EXECUTE format('COMMENT ON VIEW archive.<view> IS %L', now);
END $$
"""


def upgrade() -> None:
    """Make the indexes, and let the views start from them."""
    for column in ("document", "document_id"):
        op.create_index(f"attestations_{column}_idx", "attestations", [column], schema="archive")
    op.create_index(FAMILY_NAMES, "persons", [sa.text("substring(name_key FROM '[^ -]+$')")], schema="archive")
    _replace("encounters", re.sub(r"^- .*\n|^\+ ", "", ENCOUNTERS, flags=re.MULTILINE))
    _replace("namesakes", NAMESAKES)
    for view, now, before in SAID:
        _rephrase(view, before, now)


def downgrade() -> None:
    """Take the indexes away, and give the views the definitions that they had."""
    for view, now, before in SAID:
        _rephrase(view, now, before)
    _replace("namesakes", NAMESAKES_BEFORE)
    _replace("encounters", re.sub(r"^\+ .*\n|^- ", "", ENCOUNTERS, flags=re.MULTILINE))
    op.drop_index(FAMILY_NAMES, "persons", schema="archive")
    for column in ("document", "document_id"):
        op.drop_index(f"attestations_{column}_idx", "attestations", schema="archive")


def _replace(view: str, definition: str) -> None:
    op.execute(f"CREATE OR REPLACE VIEW archive.{view} AS {definition}")


def _rephrase(view: str, old: str, new: str) -> None:
    """Say something else of a view."""
    op.execute(REPHRASE.replace("<view>", view).replace("<old>", old).replace("<new>", new))
