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
DROP TRIGGER IF EXISTS stored_text_never_changes ON archive.documents;
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

DROP TRIGGER IF EXISTS only_old_texts_are_deleted ON archive.documents;
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

DROP TRIGGER IF EXISTS only_current_texts_have_facts ON archive.documents;
CREATE CONSTRAINT TRIGGER only_current_texts_have_facts AFTER UPDATE OF is_current ON archive.documents
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.is_current AND NOT NEW.is_current)
EXECUTE FUNCTION archive.old_text_has_no_facts();

COMMENT ON TRIGGER only_current_texts_have_facts ON archive.documents IS
'Checked at commit: facts hang on current texts only.';
