"""Keep with each proof of a meeting what its text tells, and a log of texts: when each came, left and came back.

A meeting takes the furthest status that a text tells. Where one text announced it and another one reported it, the
first words that proved it were those of the announcement, and nothing said which text told what. What each text told
is in the claims, from which the column is filled.

A load only counted. When a text came, and since when it is withdrawn, could not be asked; a withdrawn text looked like
a replaced one. Of the texts that are there already nobody knows any more when they came.

Revision: d6f0357b91ea
Follows: 5b8d2f7e6a13
"""

import re

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "d6f0357b91ea"
down_revision = "5b8d2f7e6a13"
branch_labels = None
depends_on = None

COUNTS = "least(new_count, changed_count, unchanged_count, failed_count, withdrawn_count) >= 0"
COUNTS_BEFORE = "least(new_count, changed_count, unchanged_count, failed_count) >= 0"

COUNTRIES = (
    "The states and territories that texts are read for: those of ISO 3166-1 but for AQ, BL, BV, CC, CX, GS, HM, "
    "IO, PN, PR, SJ, TF, UM and VI, which are passed over, and Kosovo as XK."
)
COUNTRIES_BEFORE = "The countries of ISO 3166-1."
FIRST = "The first of them: the earliest by date of publication, then by name; undated ones come last."
REPORTING = " Of a meeting that one text announces and another reports it is the first that reports it."

STATUSES = "meeting_status IN ('proposed', 'planned', 'held')"

# Nothing that a trigger looks after changes but the sums, which are made anew below.
FILL = """
ALTER TABLE archive.evidence DISABLE TRIGGER USER;
UPDATE archive.evidence SET meeting_status = coalesce(
    (
        SELECT claims.content ->> 'status'
        FROM archive.claims JOIN archive.document_claims ON document_claims.claim_id = claims.id
        WHERE claims.subject_id = evidence.meeting_id AND document_claims.document_id = evidence.document_id
        AND claims.subject_table = 'meetings'
        LIMIT 1
    ),
    (SELECT meetings.status FROM archive.meetings WHERE meetings.id = evidence.meeting_id)
)
WHERE meeting_id IS NOT NULL;
ALTER TABLE archive.evidence ENABLE TRIGGER USER
"""

SUM_UP = """
SELECT archive.attest(ARRAY(SELECT DISTINCT meeting_id FROM archive.evidence WHERE meeting_id IS NOT NULL))
"""

# The lines of a plus are new, those of a minus were there before.
ATTESTING = """
CREATE OR REPLACE FUNCTION archive.attest(facts uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM archive.attestations WHERE attestations.fact_id = ANY (facts);
    WITH proofs AS MATERIALIZED (
-         SELECT meeting_id AS fact_id, document_id, start_char, end_char
+         SELECT meeting_id AS fact_id, document_id, start_char, end_char, meeting_status
        FROM archive.evidence WHERE meeting_id = ANY (facts)
        UNION ALL
-         SELECT agreement_id, document_id, start_char, end_char FROM archive.evidence WHERE agreement_id = ANY (facts)
+         SELECT agreement_id, document_id, start_char, end_char, meeting_status
+         FROM archive.evidence WHERE agreement_id = ANY (facts)
        UNION ALL
-         SELECT agreement_step_id, document_id, start_char, end_char
+         SELECT agreement_step_id, document_id, start_char, end_char, meeting_status
        FROM archive.evidence WHERE agreement_step_id = ANY (facts)
        UNION ALL
-         SELECT appointment_id, document_id, start_char, end_char
+         SELECT appointment_id, document_id, start_char, end_char, meeting_status
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
+             proofs.fact_id, array_position(ARRAY['held', 'planned', 'proposed'], proofs.meeting_status),
-             proofs.fact_id, lower(documents.published_during), documents.slug, proofs.start_char, proofs.end_char
+             lower(documents.published_during), documents.slug, proofs.start_char, proofs.end_char
    )
    INSERT INTO archive.attestations (
        fact_id, documents, attested_from, attested_to, document_id, document, published_edtf, start_char, end_char,
-         words
+         words, meeting_status
    )
    SELECT
        sums.fact_id, sums.documents, sums.attested_from, sums.attested_to, documents.id, documents.slug,
        documents.published_edtf, firsts.start_char, firsts.end_char,
-         substring(documents.text FROM firsts.start_char + 1 FOR firsts.end_char - firsts.start_char)
+         substring(documents.text FROM firsts.start_char + 1 FOR firsts.end_char - firsts.start_char),
+         firsts.meeting_status
    FROM sums
    JOIN firsts ON firsts.fact_id = sums.fact_id
    JOIN archive.documents ON documents.id = firsts.document_id;
END
$$;

CREATE OR REPLACE FUNCTION archive.attest_more() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('archive.attestations', 0));
    WITH brought AS MATERIALIZED (
        SELECT
            coalesce(meeting_id, agreement_id, agreement_step_id, appointment_id) AS fact_id,
-             document_id, start_char, end_char
+             document_id, start_char, end_char, meeting_status
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
-         SELECT fact_id, document_id, start_char, end_char, NULL AS words FROM brought
+         SELECT fact_id, document_id, start_char, end_char, meeting_status, NULL AS words FROM brought
        UNION ALL
-         SELECT fact_id, document_id, start_char, end_char, words
+         SELECT fact_id, document_id, start_char, end_char, meeting_status, words
        FROM archive.attestations WHERE fact_id IN (SELECT fact_id FROM brought)
    ), firsts AS (
        SELECT DISTINCT ON (candidates.fact_id) candidates.*
        FROM candidates JOIN archive.documents ON documents.id = candidates.document_id
        ORDER BY
+             candidates.fact_id, array_position(ARRAY['held', 'planned', 'proposed'], candidates.meeting_status),
-             candidates.fact_id, lower(documents.published_during), documents.slug, candidates.start_char,
+             lower(documents.published_during), documents.slug, candidates.start_char, candidates.end_char,
-             candidates.end_char, candidates.words
+             candidates.words
    )
    INSERT INTO archive.attestations AS known (
        fact_id, documents, attested_from, attested_to, document_id, document, published_edtf, start_char, end_char,
-         words
+         words, meeting_status
    )
    SELECT
        firsts.fact_id, coalesce(sums.documents, 0), sums.attested_from, sums.attested_to, documents.id, documents.slug,
        documents.published_edtf, firsts.start_char, firsts.end_char,
        coalesce(
            firsts.words, substring(documents.text FROM firsts.start_char + 1 FOR firsts.end_char - firsts.start_char)
-         )
+         ),
+         firsts.meeting_status
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
-         words = excluded.words;
+         words = excluded.words,
+         meeting_status = excluded.meeting_status;
    RETURN NULL;
END
$$;

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
+                 OR silent.document_id IS NOT NULL AND (
+                     lower(documents.published_during) = known.attested_from
-                 OR silent.document_id IS NOT NULL AND upper(documents.published_during) - 1 = known.attested_to
+                     OR upper(documents.published_during) - 1 = known.attested_to
+                 )
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
"""


def _now(marked: str) -> str:
    """A text with its new lines, which a plus marks, and without its old ones, which a minus marks."""
    return re.sub(r"^- .*\n|^\+ ", "", marked, flags=re.MULTILINE)


def _before(marked: str) -> str:
    """The same text as it was."""
    return re.sub(r"^\+ .*\n|^- ", "", marked, flags=re.MULTILINE)


def upgrade() -> None:
    """Keep what texts tell and what becomes of them, and let the sums show the first words that tell the status."""
    _keep_what_texts_tell()
    _keep_a_log()
    op.create_table_comment("countries", COUNTRIES, schema="archive")


def downgrade() -> None:
    """Forget both, and let the sums show the first words of all."""
    op.create_table_comment("countries", COUNTRIES_BEFORE, schema="archive")
    op.drop_constraint("counts_are_not_negative", "loads", schema="archive")
    op.drop_column("loads", "withdrawn_count", schema="archive")
    op.create_check_constraint("counts_are_not_negative", "loads", COUNTS_BEFORE, schema="archive")
    op.drop_table("document_changes", schema="archive")
    op.execute("LOCK TABLE archive.evidence, archive.documents IN SHARE ROW EXCLUSIVE MODE")
    op.execute(_before(ATTESTING))
    op.drop_column("attestations", "meeting_status", schema="archive")
    op.drop_column("evidence", "meeting_status", schema="archive")
    op.alter_column("attestations", "document_id", comment=FIRST, schema="archive")
    op.execute(SUM_UP)


def _keep_what_texts_tell() -> None:
    op.execute("LOCK TABLE archive.evidence, archive.documents IN SHARE ROW EXCLUSIVE MODE")
    op.add_column(
        "evidence",
        sa.Column(
            "meeting_status",
            sa.Text(),
            nullable=True,
            comment="Of a meeting: whether it took place when this text was written: held, planned or proposed.",
        ),
        schema="archive",
    )
    op.add_column(
        "attestations",
        sa.Column(
            "meeting_status",
            sa.Text(),
            nullable=True,
            comment="Of a meeting: what these words tell, held, planned or proposed; the furthest that any text tells.",
        ),
        schema="archive",
    )
    op.alter_column(
        "attestations",
        "document_id",
        comment=FIRST + REPORTING,
        schema="archive",
    )
    op.execute(FILL)
    op.create_check_constraint("meeting_status_is_known", "evidence", STATUSES, schema="archive")
    op.create_check_constraint(
        "a_meeting_is_told_with_its_status",
        "evidence",
        "(meeting_id IS NULL) = (meeting_status IS NULL)",
        schema="archive",
    )
    op.execute(_now(ATTESTING))
    op.execute(SUM_UP)


def _keep_a_log() -> None:
    op.create_table(
        "document_changes",
        sa.Column(
            "id",
            sa.Uuid(),
            server_default=sa.text("gen_random_uuid()"),
            nullable=False,
            comment="Drawn at random: a log entry.",
        ),
        sa.Column("document_id", sa.Uuid(), nullable=False, comment="The text."),
        sa.Column(
            "change",
            sa.Text(),
            nullable=False,
            comment="new, replaced (by the document that names it in replaces_id, or that was here before), withdrawn "
            "or returned.",
        ),
        sa.Column(
            "changed_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When.",
        ),
        sa.Column("load_id", sa.Uuid(), nullable=True, comment="The load that did it, where one did."),
        sa.PrimaryKeyConstraint("id", name="document_changes_pkey"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["archive.documents.id"],
            name="document_changes_document_id_fkey",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["load_id"], ["archive.loads.id"], name="document_changes_load_id_fkey", ondelete="RESTRICT"
        ),
        sa.CheckConstraint("change IN ('new', 'replaced', 'withdrawn', 'returned')", name="change_is_known"),
        schema="archive",
        comment="The log of texts: when each came, was replaced by another one of its name, was withdrawn, and came "
        "back. Texts that were here before the log was kept have no entry of their arrival.",
    )
    for column in ("document_id", "changed_at", "load_id"):
        op.create_index(f"document_changes_{column}_idx", "document_changes", [column], schema="archive")
    op.add_column(
        "loads",
        sa.Column(
            "withdrawn_count",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="Texts that had left their folder and were withdrawn.",
        ),
        schema="archive",
    )
    op.drop_constraint("counts_are_not_negative", "loads", schema="archive")
    op.create_check_constraint("counts_are_not_negative", "loads", COUNTS, schema="archive")
