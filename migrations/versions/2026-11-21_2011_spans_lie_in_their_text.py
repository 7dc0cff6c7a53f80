"""Spans lie in their text.

Revision: cd03c71b9e25
Follows: b2d9f2c61e91
"""

from alembic import op

revision = "cd03c71b9e25"
down_revision = "b2d9f2c61e91"
branch_labels = None
depends_on = None

RULE = """
-- Transition tables: one look at the documents for all rows of a statement.

CREATE OR REPLACE FUNCTION archive.spans_lie_in_current_texts() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong record;
BEGIN
    SELECT added.start_char, added.end_char, documents.slug, documents.length INTO wrong
    FROM added JOIN archive.documents ON documents.id = added.document_id
    WHERE added.end_char > documents.length OR NOT documents.is_current
    LIMIT 1;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF wrong.end_char > wrong.length THEN
        RAISE EXCEPTION 'The span % to % lies outside its text: % has % characters.',
            wrong.start_char, wrong.end_char, wrong.slug, wrong.length
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ends_in_text',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RAISE EXCEPTION 'This text of % is no longer current, so nothing can point at it.', wrong.slug
        USING ERRCODE = 'check_violation', CONSTRAINT = 'only_current_texts_have_facts',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
END
$$;

COMMENT ON FUNCTION archive.spans_lie_in_current_texts() IS
'Refuses a span that ends after its text, and a span of a text that is no longer current.';

CREATE OR REPLACE FUNCTION archive.topics_are_of_current_texts() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    old_slug text;
BEGIN
    SELECT documents.slug INTO old_slug
    FROM added JOIN archive.documents ON documents.id = added.document_id
    WHERE NOT documents.is_current
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'This text of % is no longer current, so it has no topics.', old_slug
            USING ERRCODE = 'check_violation', CONSTRAINT = 'only_current_texts_have_facts',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.topics_are_of_current_texts() IS
'Refuses a topic of a text that is no longer current.';

DO $$
DECLARE
    place record;
BEGIN
    FOR place IN
        SELECT target.name, target.rule, change.name AS change
        FROM (VALUES
            ('mentions', 'spans_lie_in_current_texts'),
            ('evidence', 'spans_lie_in_current_texts'),
            ('quotations', 'spans_lie_in_current_texts'),
            ('document_topics', 'topics_are_of_current_texts')
        ) AS target (name, rule)
        CROSS JOIN (VALUES ('insert'), ('update')) AS change (name)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %s_on_%s AFTER %s ON archive.%I REFERENCING NEW TABLE AS added '
            'FOR EACH STATEMENT EXECUTE FUNCTION archive.%s()',
            place.rule, place.change, place.change, place.name, place.rule
        );
        EXECUTE format(
            'COMMENT ON TRIGGER %s_on_%s ON archive.%I IS %L', place.rule, place.change, place.name,
            'Facts point at characters of a current text.'
        );
    END LOOP;
END
$$
"""


def upgrade() -> None:
    """Create the functions and triggers."""
    op.execute(RULE)


def downgrade() -> None:
    """Drop the functions; their triggers go with them."""
    for function in (
        "spans_lie_in_current_texts",
        "topics_are_of_current_texts",
    ):
        op.execute(f"DROP FUNCTION archive.{function}() CASCADE")
