"""Show what tells two possible namesakes apart: offices, countries and documents of both.

Revision: a27f5c83e10b
Follows: 6e1b94c8d075
"""

from alembic import op

revision = "a27f5c83e10b"
down_revision = "6e1b94c8d075"
branch_labels = None
depends_on = None

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

# What the new columns mean.
MORE = (
    ("COLUMN archive.namesakes.other_country_codes", "The countries whose offices the other person is shown in."),
    ("COLUMN archive.namesakes.offices", "The offices that the person is shown in, separated by semicolons."),
    ("COLUMN archive.namesakes.other_offices", "The offices that the other person is shown in."),
    ("COLUMN archive.namesakes.documents", "How many documents name the person."),
    ("COLUMN archive.namesakes.other_documents", "How many documents name the other person."),
)

# What else is said now, and what was said before.
MEANS = (
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


def say(thing: str, meaning: str) -> None:
    """Say what a view or one of its columns means."""
    words = meaning.replace("'", "''")
    op.execute(f"COMMENT ON {thing} IS '{words}'")


def upgrade() -> None:
    """Give the view its new columns."""
    op.execute(f"CREATE OR REPLACE VIEW archive.namesakes AS {NAMESAKES}")
    for thing, meaning in MORE:
        say(thing, meaning)
    for thing, meaning, _ in MEANS:
        say(thing, meaning)


def downgrade() -> None:
    """Take them away."""
    op.execute(SHRINK.replace("<view>", "namesakes").replace("<definition>", NAMESAKES_BEFORE))
    for thing, _, meaning in MEANS:
        say(thing, meaning)
