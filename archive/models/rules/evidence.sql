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
        EXECUTE format('DROP TRIGGER IF EXISTS note_new_facts ON archive.%I', proven.fact);
        EXECUTE format(
            'CREATE TRIGGER note_new_facts AFTER INSERT ON archive.%I REFERENCING NEW TABLE AS added '
            'FOR EACH STATEMENT EXECUTE FUNCTION archive.note_new_facts(%L)', proven.fact, proven.target
        );
        EXECUTE format(
            'COMMENT ON TRIGGER note_new_facts ON archive.%I IS %L', proven.fact,
            'Their evidence is checked at commit.'
        );
        EXECUTE format('DROP TRIGGER IF EXISTS computed_id_never_changes ON archive.%I', proven.fact);
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

DROP TRIGGER IF EXISTS note_new_speakers ON archive.quotations;
CREATE TRIGGER note_new_speakers AFTER UPDATE ON archive.quotations REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION archive.note_new_facts('quotation_id');

COMMENT ON TRIGGER note_new_speakers ON archive.quotations IS
'Whether there are words that say who spoke is checked at commit.';

DROP TRIGGER IF EXISTS note_removed_evidence_on_delete ON archive.evidence;
CREATE TRIGGER note_removed_evidence_on_delete AFTER DELETE ON archive.evidence
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION archive.note_removed_evidence();

COMMENT ON TRIGGER note_removed_evidence_on_delete ON archive.evidence IS
'Whether the facts have evidence left is checked at commit.';

DROP TRIGGER IF EXISTS note_removed_evidence_on_update ON archive.evidence;
CREATE TRIGGER note_removed_evidence_on_update AFTER UPDATE ON archive.evidence
REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION archive.note_removed_evidence();

COMMENT ON TRIGGER note_removed_evidence_on_update ON archive.evidence IS
'Whether the facts have evidence left is checked at commit.';

DROP TRIGGER IF EXISTS refuse_to_empty_evidence ON archive.evidence;
CREATE TRIGGER refuse_to_empty_evidence AFTER TRUNCATE ON archive.evidence
FOR EACH STATEMENT EXECUTE FUNCTION archive.refuse_to_empty_evidence();

COMMENT ON TRIGGER refuse_to_empty_evidence ON archive.evidence IS
'No fact without its words.';

DROP TRIGGER IF EXISTS fact_has_evidence ON archive.facts_to_prove;
CREATE CONSTRAINT TRIGGER fact_has_evidence AFTER INSERT ON archive.facts_to_prove
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION archive.facts_have_evidence();

COMMENT ON TRIGGER fact_has_evidence ON archive.facts_to_prove IS
'Checked at commit: no fact without its words.';
