"""Lay the ground: search that folds diacritics, and the days of a date.

The schema itself is created by env.py, because the version table lies in it. An extension that is there already is
used where it is; one of our own lives in our schema, so that it goes with it.

Revision: d8eedffa33ec
Follows: nothing
"""

from alembic import op

revision = "d8eedffa33ec"
down_revision = None
branch_labels = ("archive",)
depends_on = None

REQUIREMENTS = """DO $$
BEGIN
    IF current_setting('server_version_num')::integer < 150000 THEN
        RAISE EXCEPTION 'The archive needs PostgreSQL 15 or later; this server is %.',
            current_setting('server_version');
    END IF;
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'unaccent') THEN
        RETURN;
    END IF;
    CREATE EXTENSION unaccent WITH SCHEMA archive;
EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
        RAISE EXCEPTION
            'The archive needs the extension unaccent. An administrator must run: CREATE EXTENSION unaccent;'
            USING DETAIL = SQLERRM, ERRCODE = SQLSTATE;
END
$$
"""

COMMENT = """COMMENT ON SCHEMA archive IS
'International legal cooperation: who met whom, what was signed, in whose words. Start with the views.'
"""

SEARCH = r"""DO $$
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
-- hyphens become plain, and a letter with a separate accent becomes one character, which unaccent knows.
CREATE OR REPLACE FUNCTION archive.searchable(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(
    regexp_replace(
        regexp_replace(
            CASE WHEN words ~ '[\u0300-\u036F]' THEN normalize(words, NFC) ELSE words END,
            '[\u00AD\u200B-\u200D\u2060\uFEFF]', '', 'g'
        ),
        '[\u2010\u2011]', '-', 'g'
    ),
    '[\u0085\u00A0\u00AB\u00B7\u00BB\u2000-\u200A\u2012-\u2029\u202F-\u205F\u2212\u3000-\u3003\u3008-\u3011]', ' ', 'g'
);

COMMENT ON FUNCTION archive.searchable(text) IS
'The words as the search takes them in: without typographic marks, in whatever locale the database is.'
"""

DATES = """
-- Not STRICT, so that PostgreSQL can inline them: ten times as fast. The year 9999 would end in the year 10000, which
-- Python cannot hold.
CREATE OR REPLACE FUNCTION archive.edtf_days(edtf text) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN edtf IS NULL OR left(edtf, 4) IN ('0000', '9999') THEN NULL
    WHEN edtf !~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' THEN NULL
    WHEN length(edtf) = 4 THEN
        daterange(make_date(edtf::integer, 1, 1), make_date(edtf::integer + 1, 1, 1))
    WHEN length(edtf) = 7 THEN
        daterange(
            make_date(left(edtf, 4)::integer, right(edtf, 2)::integer, 1),
            (make_date(left(edtf, 4)::integer, right(edtf, 2)::integer, 1) + interval '1 month')::date
        )
    WHEN right(edtf, 2)::integer > extract(
        day FROM make_date(left(edtf, 4)::integer, substring(edtf, 6, 2)::integer, 1) + interval '1 month -1 day'
    ) THEN NULL
    ELSE daterange(
        make_date(left(edtf, 4)::integer, substring(edtf, 6, 2)::integer, right(edtf, 2)::integer),
        make_date(left(edtf, 4)::integer, substring(edtf, 6, 2)::integer, right(edtf, 2)::integer) + 1
    )
END;

COMMENT ON FUNCTION archive.edtf_days(text) IS
'The days of YYYY, YYYY-MM or YYYY-MM-DD; null for anything else, such as 30 February.';

CREATE OR REPLACE FUNCTION archive.edtf_range(edtf text) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN edtf IS NULL THEN NULL
    WHEN position('/' IN edtf) = 0 THEN archive.edtf_days(edtf)
    WHEN edtf ~ '/.*/' THEN NULL
    WHEN lower(archive.edtf_days(split_part(edtf, '/', 1))) < upper(archive.edtf_days(split_part(edtf, '/', 2))) THEN
        daterange(
            lower(archive.edtf_days(split_part(edtf, '/', 1))),
            upper(archive.edtf_days(split_part(edtf, '/', 2)))
        )
END;

COMMENT ON FUNCTION archive.edtf_range(text) IS
'The days of an EDTF date or interval A/B, from the first possible one to the last; null for anything else.'
"""

EXTENSION_OF_OURS = """DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_extension WHERE extname = 'unaccent' AND extnamespace = to_regnamespace('archive')
    ) THEN
        DROP EXTENSION unaccent;
    END IF;
END
$$
"""


def upgrade() -> None:
    """Check the server, then lay what the tables stand on."""
    for statements in (REQUIREMENTS, COMMENT, SEARCH, DATES):
        op.execute(statements)


def downgrade() -> None:
    """Take it away; an extension that was there before stays."""
    op.execute("DROP FUNCTION archive.searchable(text), archive.edtf_range(text), archive.edtf_days(text)")
    op.execute("DROP TEXT SEARCH CONFIGURATION archive.folded")
    op.execute("COMMENT ON SCHEMA archive IS NULL")
    op.execute(EXTENSION_OF_OURS)
