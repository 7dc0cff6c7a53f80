-- An extension that was there before stays where it is; one of our own lives in our schema.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'unaccent') THEN
        CREATE EXTENSION unaccent WITH SCHEMA archive;
    END IF;
END
$$;

DO $$
DECLARE
    home name := (
        SELECT nspname FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
        WHERE extname = 'unaccent'
    );
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_ts_config WHERE cfgname = 'folded' AND cfgnamespace = to_regnamespace('archive')
    ) THEN
        CREATE TEXT SEARCH CONFIGURATION archive.folded (COPY = pg_catalog.english);
        EXECUTE format(
            'ALTER TEXT SEARCH CONFIGURATION archive.folded ALTER MAPPING FOR hword, hword_part, word '
            'WITH %I.unaccent, pg_catalog.english_stem', home
        );
    END IF;
END
$$;

COMMENT ON TEXT SEARCH CONFIGURATION archive.folded IS
'English word stems without diacritics: Grubeša is found by grubesa.';

-- Where the character type of a database is C, its parser takes every character beyond ASCII for a letter: quotation
-- marks, dashes and wide spaces would stick to the words beside them. What is invisible inside a word goes, typographic
-- hyphens become plain, and a letter with a separate accent becomes one character, which unaccent knows; the few Latin
-- letters that it does not know become others.
CREATE OR REPLACE FUNCTION archive.searchable(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(
    regexp_replace(
        regexp_replace(
            CASE
                WHEN words ~ '[\u0300-\u036FƏəǢǣǼǽǾǿ]'
                THEN translate(normalize(words, NFC), 'ƏəǢǣǼǽǾǿ', 'EeÆæÆæØø')
                ELSE words
            END,
            '[\u00AD\u200B-\u200D\u2060\uFEFF]', '', 'g'
        ),
        '[\u2010\u2011]', '-', 'g'
    ),
    '[\u0085\u00A0\u00AB\u00B7\u00BB\u2000-\u200A\u2012-\u2029\u202F-\u205F\u2212\u3000-\u3003\u3008-\u3011]', ' ', 'g'
);

COMMENT ON FUNCTION archive.searchable(text) IS
'The words of a text or of a question as the search takes them in: without typographic marks, in any locale.';
