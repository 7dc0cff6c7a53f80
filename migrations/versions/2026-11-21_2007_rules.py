"""Guard the texts and the facts: triggers for what no constraint can say.

A stored text never changes and is not lost; a span lies in a current text; no fact is without its words at commit.

Revision: caa155adf81f
Follows: ef64363d23b3
"""

from alembic import op

revision = "caa155adf81f"
down_revision = "ef64363d23b3"
branch_labels = None
depends_on = None

TEXTS = """
-- A refusal carries the name of its rule as the name of the constraint, as a CHECK would.

CREATE OR REPLACE FUNCTION archive.refuse_to_change_a_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The stored text of % never changes.', OLD.slug
        USING ERRCODE = 'check_violation', CONSTRAINT = 'stored_text_never_changes',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, HINT = 'Insert the new text as a new document.';
END
$$;

COMMENT ON FUNCTION archive.refuse_to_change_a_text() IS
'Refuses any change of a stored text, its slug, its digest or its id.';

-- AFTER, because a BEFORE trigger would make every update compute the search column again.
CREATE TRIGGER stored_text_never_changes AFTER UPDATE OF id, slug, text, sha256 ON archive.documents FOR EACH ROW
WHEN ((OLD.id, OLD.slug, OLD.sha256, OLD.text) IS DISTINCT FROM (NEW.id, NEW.slug, NEW.sha256, NEW.text))
EXECUTE FUNCTION archive.refuse_to_change_a_text();

COMMENT ON TRIGGER stored_text_never_changes ON archive.documents IS
'Evidence points into the text, so it stays as it is.';

CREATE OR REPLACE FUNCTION archive.refuse_to_lose_a_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The text of % is current, and rows that other texts share may rest on it.', OLD.slug
        USING ERRCODE = 'check_violation', CONSTRAINT = 'only_old_texts_are_deleted',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
            HINT = 'Let the loader withdraw it first: its facts go, and what other texts say stays.';
END
$$;

COMMENT ON FUNCTION archive.refuse_to_lose_a_text() IS
'Refuses to delete a current text.';

CREATE TRIGGER only_old_texts_are_deleted BEFORE DELETE ON archive.documents FOR EACH ROW
WHEN (OLD.is_current) EXECUTE FUNCTION archive.refuse_to_lose_a_text();

COMMENT ON TRIGGER only_old_texts_are_deleted ON archive.documents IS
'A text is withdrawn before it is deleted.';

CREATE OR REPLACE FUNCTION archive.old_text_has_no_facts() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM archive.documents WHERE documents.id = NEW.id AND NOT documents.is_current) AND (
        EXISTS (SELECT FROM archive.evidence WHERE evidence.document_id = NEW.id)
        OR EXISTS (SELECT FROM archive.mentions WHERE mentions.document_id = NEW.id)
        OR EXISTS (SELECT FROM archive.quotations WHERE quotations.document_id = NEW.id)
        OR EXISTS (SELECT FROM archive.document_topics WHERE document_topics.document_id = NEW.id)
    ) THEN
        RAISE EXCEPTION 'This text of % is no longer current, but still has facts.', NEW.slug
            USING ERRCODE = 'check_violation', CONSTRAINT = 'only_current_texts_have_facts',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                HINT = 'Delete its mentions, evidence, quotations and topics in the same transaction.';
    END IF;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.old_text_has_no_facts() IS
'Refuses, at commit, a text that stopped being current and still has facts.';

CREATE CONSTRAINT TRIGGER only_current_texts_have_facts AFTER UPDATE OF is_current ON archive.documents
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.is_current AND NOT NEW.is_current)
EXECUTE FUNCTION archive.old_text_has_no_facts();

COMMENT ON TRIGGER only_current_texts_have_facts ON archive.documents IS
'Checked at commit: facts hang on current texts only.'
"""

SPANS = """
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

EVIDENCE = """
-- No fact without its words. What a statement touches is noted in one row of facts_to_prove; that row's deferred
-- trigger looks at commit whether each of these facts, if it is still there, has evidence.

CREATE OR REPLACE FUNCTION archive.note_new_facts() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO archive.facts_to_prove (fact, target, ids)
    SELECT TG_TABLE_NAME, TG_ARGV[0], array_agg(added.id) FROM added HAVING count(*) > 0;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.note_new_facts() IS
'Notes which facts a statement brought, so that their evidence is checked at commit.';

CREATE OR REPLACE FUNCTION archive.note_removed_evidence() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO archive.facts_to_prove (fact, target, ids)
    SELECT lost.fact, lost.target, array_agg(DISTINCT lost.id)
    FROM removed CROSS JOIN LATERAL (VALUES
        ('meetings', 'meeting_id', removed.meeting_id),
        ('meeting_participants', 'meeting_participant_id', removed.meeting_participant_id),
        ('meeting_topics', 'meeting_topic_id', removed.meeting_topic_id),
        ('agreements', 'agreement_id', removed.agreement_id),
        ('agreement_parties', 'agreement_party_id', removed.agreement_party_id),
        ('agreement_steps', 'agreement_step_id', removed.agreement_step_id),
        ('agreement_topics', 'agreement_topic_id', removed.agreement_topic_id),
        ('appointments', 'appointment_id', removed.appointment_id),
        ('organization_members', 'organization_member_id', removed.organization_member_id),
        ('quotations', 'quotation_id', removed.quotation_id)
    ) AS lost (fact, target, id)
    WHERE lost.id IS NOT NULL
    GROUP BY lost.fact, lost.target;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.note_removed_evidence() IS
'Notes which facts lost evidence, so that it is checked at commit whether they have any left.';

CREATE OR REPLACE FUNCTION archive.facts_have_evidence() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    unproven_count bigint;
    unproven_id text;
BEGIN
    EXECUTE format(
        'SELECT count(*), min(fact.id::text) FROM unnest($1) AS noted (id) JOIN archive.%1$I AS fact USING (id) '
        'WHERE NOT EXISTS (SELECT FROM archive.evidence WHERE evidence.%2$I = fact.id) %3$s',
        NEW.fact, NEW.target,
        -- A quotation is its own proof; what needs words is who said it.
        CASE NEW.fact WHEN 'quotations' THEN 'AND fact.speaker_id IS NOT NULL' END
    ) INTO unproven_count, unproven_id USING NEW.ids;
    DELETE FROM archive.facts_to_prove WHERE facts_to_prove.id = NEW.id;
    IF unproven_count > 0 THEN
        RAISE EXCEPTION 'No evidence for % of the rows written to %; the first is %.',
            unproven_count, NEW.fact, unproven_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'fact_has_evidence',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = NEW.fact,
                HINT = format('Insert evidence with %s in the same transaction.', NEW.target);
    END IF;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.facts_have_evidence() IS
'Refuses, at commit, a fact without evidence.';

CREATE OR REPLACE FUNCTION archive.refuse_to_empty_evidence() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM archive.meetings)
        OR EXISTS (SELECT FROM archive.meeting_participants)
        OR EXISTS (SELECT FROM archive.meeting_topics)
        OR EXISTS (SELECT FROM archive.agreements)
        OR EXISTS (SELECT FROM archive.agreement_parties)
        OR EXISTS (SELECT FROM archive.agreement_steps)
        OR EXISTS (SELECT FROM archive.agreement_topics)
        OR EXISTS (SELECT FROM archive.appointments)
        OR EXISTS (SELECT FROM archive.organization_members)
        OR EXISTS (SELECT FROM archive.quotations WHERE quotations.speaker_id IS NOT NULL)
    THEN
        RAISE EXCEPTION 'The evidence cannot be emptied while there are facts.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'fact_has_evidence',
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                HINT = 'Name the tables of facts in the same TRUNCATE.';
    END IF;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.refuse_to_empty_evidence() IS
'Refuses to truncate the evidence while there are facts.';

CREATE OR REPLACE FUNCTION archive.refuse_to_change_an_id() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The id % is computed and never changes.', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'computed_id_never_changes',
            SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
END
$$;

COMMENT ON FUNCTION archive.refuse_to_change_an_id() IS
'Refuses a change of the id of a fact: it would slip past the check of evidence.';

DO $$
DECLARE
    proven record;
BEGIN
    FOR proven IN
        SELECT * FROM (VALUES
            ('meetings', 'meeting_id'),
            ('meeting_participants', 'meeting_participant_id'),
            ('meeting_topics', 'meeting_topic_id'),
            ('agreements', 'agreement_id'),
            ('agreement_parties', 'agreement_party_id'),
            ('agreement_steps', 'agreement_step_id'),
            ('agreement_topics', 'agreement_topic_id'),
            ('appointments', 'appointment_id'),
            ('organization_members', 'organization_member_id'),
            ('quotations', 'quotation_id')
        ) AS proven (fact, target)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER note_new_facts AFTER INSERT ON archive.%I REFERENCING NEW TABLE AS added '
            'FOR EACH STATEMENT EXECUTE FUNCTION archive.note_new_facts(%L)', proven.fact, proven.target
        );
        EXECUTE format(
            'COMMENT ON TRIGGER note_new_facts ON archive.%I IS %L', proven.fact,
            'Their evidence is checked at commit.'
        );
        EXECUTE format(
            'CREATE TRIGGER computed_id_never_changes AFTER UPDATE OF id ON archive.%I FOR EACH ROW '
            'WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION archive.refuse_to_change_an_id()', proven.fact
        );
        EXECUTE format(
            'COMMENT ON TRIGGER computed_id_never_changes ON archive.%I IS %L', proven.fact,
            'An id is computed from the natural key.'
        );
    END LOOP;
END
$$;

CREATE TRIGGER note_new_speakers AFTER UPDATE ON archive.quotations REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION archive.note_new_facts('quotation_id');

COMMENT ON TRIGGER note_new_speakers ON archive.quotations IS
'Whether there are words that say who spoke is checked at commit.';

CREATE TRIGGER note_removed_evidence_on_delete AFTER DELETE ON archive.evidence
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION archive.note_removed_evidence();

COMMENT ON TRIGGER note_removed_evidence_on_delete ON archive.evidence IS
'Whether the facts have evidence left is checked at commit.';

CREATE TRIGGER note_removed_evidence_on_update AFTER UPDATE ON archive.evidence
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION archive.note_removed_evidence();

COMMENT ON TRIGGER note_removed_evidence_on_update ON archive.evidence IS
'Whether the facts have evidence left is checked at commit.';

CREATE TRIGGER refuse_to_empty_evidence AFTER TRUNCATE ON archive.evidence
FOR EACH STATEMENT EXECUTE FUNCTION archive.refuse_to_empty_evidence();

COMMENT ON TRIGGER refuse_to_empty_evidence ON archive.evidence IS
'No fact without its words.';

CREATE CONSTRAINT TRIGGER fact_has_evidence AFTER INSERT ON archive.facts_to_prove
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION archive.facts_have_evidence();

COMMENT ON TRIGGER fact_has_evidence ON archive.facts_to_prove IS
'Checked at commit: no fact without its words.'
"""

FUNCTIONS = (
    "refuse_to_change_a_text",
    "refuse_to_lose_a_text",
    "old_text_has_no_facts",
    "spans_lie_in_current_texts",
    "topics_are_of_current_texts",
    "note_new_facts",
    "note_removed_evidence",
    "facts_have_evidence",
    "refuse_to_empty_evidence",
    "refuse_to_change_an_id",
)


def upgrade() -> None:
    """Create the functions and triggers."""
    for statements in (TEXTS, SPANS, EVIDENCE):
        op.execute(statements)


def downgrade() -> None:
    """Drop the functions; their triggers go with them."""
    for function in FUNCTIONS:
        op.execute(f"DROP FUNCTION archive.{function}() CASCADE")
