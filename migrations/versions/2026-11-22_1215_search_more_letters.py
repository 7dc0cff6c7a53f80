"""Let the search know the Latin letters that unaccent does not: *Əliyev* is found by *eliyev*.

The search column is computed from the function, so the texts that hold such a letter are indexed anew in the same step.

Revision: c31f7a90d4e8
Follows: 5f28d0c3b914
"""

from alembic import op

revision = "c31f7a90d4e8"
down_revision = "5f28d0c3b914"
branch_labels = None
depends_on = None

SEARCHABLE = r"""
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
"""

SEARCHABLE_BEFORE = r"""
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
'The words as the search takes them in: without typographic marks, in whatever locale the database is.';
"""

COLUMN = """
COMMENT ON COLUMN archive.documents.search IS 'For search: title and text (its first 200 000 characters) without '
'diacritics, as English word stems. Ask: search @@ websearch_to_tsquery(''archive.folded'', '
'archive.searchable(''grubesa'')).';
"""

COLUMN_BEFORE = """
COMMENT ON COLUMN archive.documents.search IS 'For search: title and text (its first 200 000 characters) without '
'diacritics, as English word stems. Ask: search @@ websearch_to_tsquery(''archive.folded'', ''grubesa'').';
"""

# A title that is set has the search column computed; a letter may be written with a separate accent.
INDEX_ANEW = """
UPDATE archive.documents SET title = title
WHERE concat(title, text) ~ '[ƏəǢǣǼǽǾǿ]|[ÆæØø][\u0301\u0304]';
"""


def upgrade() -> None:
    """Teach the search the letters."""
    for statement in (SEARCHABLE, COLUMN, INDEX_ANEW):
        op.execute(statement)


def downgrade() -> None:
    """Let it forget them."""
    for statement in (SEARCHABLE_BEFORE, COLUMN_BEFORE, INDEX_ANEW):
        op.execute(statement)
