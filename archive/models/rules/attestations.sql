-- What the evidence of a fact comes to is summed up beside it, at each statement that changes evidence: views ask for
-- it row by row. Whoever writes waits for others who do, so that no sum misses what another transaction adds.

CREATE OR REPLACE FUNCTION archive.attest(facts uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM archive.attestations WHERE attestations.fact_id = ANY (facts);
    WITH proofs AS MATERIALIZED (
        SELECT meeting_id AS fact_id, document_id, start_char, end_char, meeting_status
        FROM archive.evidence WHERE meeting_id = ANY (facts)
        UNION ALL
        SELECT agreement_id, document_id, start_char, end_char, meeting_status
        FROM archive.evidence WHERE agreement_id = ANY (facts)
        UNION ALL
        SELECT agreement_step_id, document_id, start_char, end_char, meeting_status
        FROM archive.evidence WHERE agreement_step_id = ANY (facts)
        UNION ALL
        SELECT appointment_id, document_id, start_char, end_char, meeting_status
        FROM archive.evidence WHERE appointment_id = ANY (facts)
    ), sums AS (
        SELECT
            proofs.fact_id,
            count(DISTINCT proofs.document_id) AS documents,
            min(lower(documents.published_during)) AS attested_from,
            max(upper(documents.published_during) - 1) AS attested_to
        FROM proofs JOIN archive.documents ON documents.id = proofs.document_id
        GROUP BY proofs.fact_id
    ), firsts AS (
        SELECT DISTINCT ON (proofs.fact_id) proofs.*
        FROM proofs JOIN archive.documents ON documents.id = proofs.document_id
        ORDER BY
            proofs.fact_id, array_position(ARRAY['held', 'planned', 'proposed'], proofs.meeting_status),
            lower(documents.published_during), documents.slug, proofs.start_char, proofs.end_char
    )
    INSERT INTO archive.attestations (
        fact_id, documents, attested_from, attested_to, document_id, document, published_edtf, start_char, end_char,
        words, meeting_status
    )
    SELECT
        sums.fact_id, sums.documents, sums.attested_from, sums.attested_to, documents.id, documents.slug,
        documents.published_edtf, firsts.start_char, firsts.end_char,
        substring(documents.text FROM firsts.start_char + 1 FOR firsts.end_char - firsts.start_char),
        firsts.meeting_status
    FROM sums
    JOIN firsts ON firsts.fact_id = sums.fact_id
    JOIN archive.documents ON documents.id = firsts.document_id;
END
$$;

COMMENT ON FUNCTION archive.attest(uuid[]) IS
'Sums up all the evidence of these facts anew.';

CREATE OR REPLACE FUNCTION archive.attest_more() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('archive.attestations', 0));
    WITH brought AS MATERIALIZED (
        SELECT
            coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id) AS fact_id,
            document_id, start_char, end_char, meeting_status
        FROM added WHERE num_nonnulls(meeting_id, agreement_id, agreement_step_id, appointment_id) = 1
    ), heard AS (
        -- Documents that did not speak of the fact before.
        SELECT fact_id, document_id FROM brought
        EXCEPT
        SELECT coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id), document_id
        FROM archive.evidence
        WHERE document_id IN (SELECT document_id FROM brought)
        AND num_nonnulls(meeting_id, agreement_id, agreement_step_id, appointment_id) = 1
        AND NOT EXISTS (SELECT FROM added WHERE added.id = evidence.id)
    ), sums AS (
        SELECT
            heard.fact_id,
            count(*) AS documents,
            min(lower(documents.published_during)) AS attested_from,
            max(upper(documents.published_during) - 1) AS attested_to
        FROM heard JOIN archive.documents ON documents.id = heard.document_id
        GROUP BY heard.fact_id
    ), candidates AS (
        SELECT fact_id, document_id, start_char, end_char, meeting_status, NULL AS words FROM brought
        UNION ALL
        SELECT fact_id, document_id, start_char, end_char, meeting_status, words
        FROM archive.attestations WHERE fact_id IN (SELECT fact_id FROM brought)
    ), firsts AS (
        SELECT DISTINCT ON (candidates.fact_id) candidates.*
        FROM candidates JOIN archive.documents ON documents.id = candidates.document_id
        ORDER BY
            candidates.fact_id, array_position(ARRAY['held', 'planned', 'proposed'], candidates.meeting_status),
            lower(documents.published_during), documents.slug, candidates.start_char, candidates.end_char,
            candidates.words
    )
    INSERT INTO archive.attestations AS known (
        fact_id, documents, attested_from, attested_to, document_id, document, published_edtf, start_char, end_char,
        words, meeting_status
    )
    SELECT
        firsts.fact_id, coalesce(sums.documents, 0), sums.attested_from, sums.attested_to, documents.id, documents.slug,
        documents.published_edtf, firsts.start_char, firsts.end_char,
        coalesce(
            firsts.words, substring(documents.text FROM firsts.start_char + 1 FOR firsts.end_char - firsts.start_char)
        ),
        firsts.meeting_status
    FROM firsts
    LEFT JOIN sums ON sums.fact_id = firsts.fact_id
    JOIN archive.documents ON documents.id = firsts.document_id
    ON CONFLICT (fact_id) DO UPDATE SET
        documents = known.documents + excluded.documents,
        attested_from = least(known.attested_from, excluded.attested_from),
        attested_to = greatest(known.attested_to, excluded.attested_to),
        document_id = excluded.document_id,
        document = excluded.document,
        published_edtf = excluded.published_edtf,
        start_char = excluded.start_char,
        end_char = excluded.end_char,
        words = excluded.words,
        meeting_status = excluded.meeting_status;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.attest_more() IS
'Adds new evidence to what the evidence of its facts comes to.';

CREATE OR REPLACE FUNCTION archive.attest_less() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    facts uuid[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('archive.attestations', 0));
    -- A fact that many documents state mostly loses some that say nothing special of it: only their number changes.
    WITH gone AS MATERIALIZED (
        SELECT DISTINCT coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id) AS fact_id, document_id
        FROM removed WHERE num_nonnulls(meeting_id, agreement_id, agreement_step_id, appointment_id) = 1
    ), silent AS (
        SELECT fact_id, document_id FROM gone
        EXCEPT
        SELECT coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id), document_id
        FROM archive.evidence
        WHERE document_id IN (SELECT document_id FROM gone)
        AND num_nonnulls(meeting_id, agreement_id, agreement_step_id, appointment_id) = 1
    ), sums AS (
        SELECT
            gone.fact_id,
            count(silent.document_id) AS documents,
            bool_or(
                gone.document_id = known.document_id
                OR silent.document_id IS NOT NULL AND (
                    lower(documents.published_during) = known.attested_from
                    OR upper(documents.published_during) - 1 = known.attested_to
                )
            ) AS is_special
        FROM gone
        LEFT JOIN silent ON silent.fact_id = gone.fact_id AND silent.document_id = gone.document_id
        LEFT JOIN archive.attestations AS known ON known.fact_id = gone.fact_id
        LEFT JOIN archive.documents ON documents.id = gone.document_id
        GROUP BY gone.fact_id
    ), fewer AS (
        UPDATE archive.attestations AS known SET documents = known.documents - sums.documents
        FROM sums WHERE known.fact_id = sums.fact_id AND NOT sums.is_special AND sums.documents > 0
    )
    SELECT array_agg(sums.fact_id) INTO facts FROM sums WHERE sums.is_special IS NOT false;
    IF facts IS NOT NULL THEN
        PERFORM archive.attest(facts);
    END IF;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.attest_less() IS
'Takes removed evidence out of what the evidence of its facts comes to.';

CREATE OR REPLACE FUNCTION archive.attest_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    facts uuid[] := ARRAY(
        SELECT DISTINCT coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id)
        FROM changed WHERE num_nonnulls(meeting_id, agreement_id, agreement_step_id, appointment_id) = 1
    );
BEGIN
    IF cardinality(facts) > 0 THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('archive.attestations', 0));
        PERFORM archive.attest(facts);
    END IF;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.attest_changed() IS
'Sums up the evidence of the facts anew whose evidence was changed in its place.';

CREATE OR REPLACE FUNCTION archive.attest_published() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('archive.attestations', 0));
    PERFORM archive.attest(ARRAY(
        SELECT DISTINCT coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id)
        FROM archive.evidence
        WHERE document_id = NEW.id
        AND num_nonnulls(meeting_id, agreement_id, agreement_step_id, appointment_id) = 1
    ));
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.attest_published() IS
'Sums up the evidence of what a document states anew, once it is known to have been published at another time.';

CREATE OR REPLACE FUNCTION archive.forget_attestations() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    TRUNCATE archive.attestations, archive.shown_offices;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.forget_attestations() IS
'Without evidence there is nothing to sum up.';

DROP TRIGGER IF EXISTS attest_more ON archive.evidence;
CREATE TRIGGER attest_more AFTER INSERT ON archive.evidence REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION archive.attest_more();

COMMENT ON TRIGGER attest_more ON archive.evidence IS
'What the evidence of a fact comes to is kept in attestations.';

DROP TRIGGER IF EXISTS attest_less ON archive.evidence;
CREATE TRIGGER attest_less AFTER DELETE ON archive.evidence REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION archive.attest_less();

COMMENT ON TRIGGER attest_less ON archive.evidence IS
'What the evidence of a fact comes to is kept in attestations.';

DROP TRIGGER IF EXISTS attest_changed_from ON archive.evidence;
CREATE TRIGGER attest_changed_from AFTER UPDATE ON archive.evidence REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION archive.attest_changed();

COMMENT ON TRIGGER attest_changed_from ON archive.evidence IS
'What the evidence of a fact comes to is kept in attestations: of the fact that it stated before.';

DROP TRIGGER IF EXISTS attest_changed_to ON archive.evidence;
CREATE TRIGGER attest_changed_to AFTER UPDATE ON archive.evidence REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION archive.attest_changed();

COMMENT ON TRIGGER attest_changed_to ON archive.evidence IS
'What the evidence of a fact comes to is kept in attestations: of the fact that it states now.';

DROP TRIGGER IF EXISTS forget_attestations ON archive.evidence;
CREATE TRIGGER forget_attestations AFTER TRUNCATE ON archive.evidence
FOR EACH STATEMENT EXECUTE FUNCTION archive.forget_attestations();

COMMENT ON TRIGGER forget_attestations ON archive.evidence IS
'Without evidence there is nothing to sum up.';

DROP TRIGGER IF EXISTS attest_published ON archive.documents;
CREATE TRIGGER attest_published AFTER UPDATE OF published_edtf ON archive.documents FOR EACH ROW
WHEN (OLD.published_edtf IS DISTINCT FROM NEW.published_edtf) EXECUTE FUNCTION archive.attest_published();

COMMENT ON TRIGGER attest_published ON archive.documents IS
'Which document is the first to state a fact depends on when it was published.';
