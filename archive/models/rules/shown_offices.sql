-- In which office the documents that report a participation show the person, at each statement that changes evidence.

CREATE OR REPLACE FUNCTION archive.show_offices() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    touched uuid[] := ARRAY(
        SELECT meeting_participant_id FROM changed WHERE meeting_participant_id IS NOT NULL
        UNION
        SELECT evidence.meeting_participant_id FROM archive.evidence
        WHERE evidence.meeting_participant_id IS NOT NULL
        AND evidence.document_id IN (SELECT document_id FROM changed WHERE appointment_id IS NOT NULL)
    );
BEGIN
    IF cardinality(touched) = 0 THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('archive.attestations', 0));
    WITH shown AS MATERIALIZED (
        SELECT said.id, min(appointments.office_id::text)::uuid AS office_id
        FROM (
            SELECT DISTINCT participants.id, participants.person_id, evidence.document_id
            FROM archive.meeting_participants AS participants
            JOIN archive.evidence ON evidence.meeting_participant_id = participants.id
            WHERE participants.id = ANY (touched) AND participants.person_id IS NOT NULL
        ) AS said
        JOIN archive.appointments ON appointments.person_id = said.person_id
        WHERE EXISTS (
            SELECT FROM archive.evidence
            WHERE evidence.appointment_id = appointments.id AND evidence.document_id = said.document_id
        )
        GROUP BY said.id HAVING count(DISTINCT appointments.office_id) = 1
    ), gone AS (
        DELETE FROM archive.shown_offices AS known
        WHERE known.meeting_participant_id = ANY (touched)
        AND NOT EXISTS (SELECT FROM shown WHERE shown.id = known.meeting_participant_id)
    )
    INSERT INTO archive.shown_offices AS known (meeting_participant_id, office_id)
    SELECT shown.id, shown.office_id FROM shown
    ON CONFLICT (meeting_participant_id) DO UPDATE SET office_id = excluded.office_id
    WHERE known.office_id <> excluded.office_id;
    RETURN NULL;
END
$$;

COMMENT ON FUNCTION archive.show_offices() IS
'Notes the only office in which the documents that report somebody''s part in a meeting show them.';

DO $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT * FROM (VALUES
            ('show_offices_of_new_evidence', 'INSERT', 'NEW'),
            ('show_offices_without_removed_evidence', 'DELETE', 'OLD'),
            ('show_offices_without_changed_evidence', 'UPDATE', 'OLD'),
            ('show_offices_of_changed_evidence', 'UPDATE', 'NEW')
        ) AS change (name, event, rows)
    LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS %I ON archive.evidence', change.name);
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON archive.evidence REFERENCING %s TABLE AS changed '
            'FOR EACH STATEMENT EXECUTE FUNCTION archive.show_offices()', change.name, change.event, change.rows
        );
        EXECUTE format(
            'COMMENT ON TRIGGER %I ON archive.evidence IS %L', change.name,
            'In which office a text shows a participant is kept in shown_offices.'
        );
    END LOOP;
END
$$;
