DO $$
BEGIN
    IF to_regnamespace('archive') IS NULL THEN
        CREATE SCHEMA archive;
    END IF;
END
$$;

COMMENT ON SCHEMA archive IS
'International legal cooperation: who met whom, what was signed, in whose words. Start with the views.';
