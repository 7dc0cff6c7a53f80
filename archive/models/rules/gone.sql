-- What is left when the tables and their triggers are gone.
DROP FUNCTION IF EXISTS
    archive.refuse_to_change_a_text(),
    archive.refuse_to_lose_a_text(),
    archive.old_text_has_no_facts(),
    archive.spans_lie_in_current_texts(),
    archive.topics_are_of_current_texts(),
    archive.note_new_facts(),
    archive.note_removed_evidence(),
    archive.facts_have_evidence(),
    archive.refuse_to_empty_evidence(),
    archive.attest(uuid[]),
    archive.attest_more(),
    archive.attest_less(),
    archive.attest_changed(),
    archive.attest_published(),
    archive.forget_attestations(),
    archive.show_offices(),
    archive.refuse_to_change_an_id(),
    archive.searchable(text),
    archive.edtf_range(text),
    archive.edtf_days(text);

DROP TEXT SEARCH CONFIGURATION IF EXISTS archive.folded;

DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_extension WHERE extname = 'unaccent' AND extnamespace = to_regnamespace('archive')
    ) THEN
        DROP EXTENSION unaccent;
    END IF;
END
$$;
