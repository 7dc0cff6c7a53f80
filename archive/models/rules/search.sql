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
