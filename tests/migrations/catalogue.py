"""What PostgreSQL itself knows of the schema, in words that two databases can be compared by."""

from sqlalchemy import Connection, text

Catalogue = dict[str, dict[str, str]]

# Thing -> a name for each, and all that its definition consists of. The version table belongs to Alembic.
QUERIES = {
    "columns": """
        SELECT format('%s.%s', relname, attname),
               row(attnum, format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
                   attcollation::regcollation, attstorage, attcompression, pg_get_expr(adbin, adrelid))
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relnamespace = to_regnamespace('archive') AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
    """,
    "constraints": """
        SELECT format('%s.%s', conrelid::regclass, conname), row(pg_get_constraintdef(oid), convalidated)
        FROM pg_constraint WHERE connamespace = to_regnamespace('archive')
    """,
    "indexes": """
        SELECT indexrelid::regclass::text, row(pg_get_indexdef(indexrelid), indisvalid)
        FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = to_regnamespace('archive')
    """,
    "relations": """
        SELECT relname, row(relkind, relpersistence, relrowsecurity, reloptions) FROM pg_class
        WHERE relnamespace = to_regnamespace('archive')
    """,
    "views": """
        SELECT viewname, definition FROM pg_views WHERE schemaname = 'archive'
    """,
    "functions": """
        SELECT oid::regprocedure::text, pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = to_regnamespace('archive') AND prokind = 'f'
    """,
    "triggers": """
        SELECT format('%s.%s', tgrelid::regclass, tgname), row(pg_get_triggerdef(pg_trigger.oid), tgenabled)
        FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = to_regnamespace('archive') AND NOT tgisinternal
    """,
    "text search": """
        SELECT format('%s.%s.%s', cfgname, alias, mapseqno), mapdict::regdictionary
        FROM pg_ts_config JOIN pg_ts_config_map ON mapcfg = pg_ts_config.oid
        CROSS JOIN LATERAL ts_token_type(cfgparser) AS kind (tokid, alias, description)
        WHERE cfgnamespace = to_regnamespace('archive') AND tokid = maptokentype
    """,
    "types": """
        SELECT typname, row(typtype, typcategory) FROM pg_type WHERE typnamespace = to_regnamespace('archive')
    """,
    "extensions": """
        SELECT extname, row(extnamespace::regnamespace, extversion) FROM pg_extension
    """,
    "comments": """
        SELECT pg_describe_object(classoid, objoid, objsubid), description FROM pg_description
        WHERE pg_describe_object(classoid, objoid, objsubid) ~ '\\marchive\\M'
    """,
}


def catalogue(connection: Connection, *, with_alembic: bool = False) -> Catalogue:
    """Everything in the schema, by sort and name, perhaps with the table of Alembic; names come out in full."""
    connection.execute(text("SELECT set_config('search_path', 'pg_catalog', false)"))
    found: Catalogue = {}
    for sort, query in QUERIES.items():
        named = f"SELECT name::text, definition::text FROM ({query}) AS thing (name, definition)"
        rows = connection.execute(text(named.replace(":", r"\:")))
        found[sort] = {name: definition for name, definition in rows if with_alembic or "alembic_version" not in name}
    connection.execute(text("RESET search_path"))
    return found
