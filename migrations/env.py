"""How Alembic reaches the archive: one transaction, one migration at a time, everything in the schema ``archive``.

`archive.database` hands its connection over in ``config.attributes``. `alembic` on the command line takes the database
from ``-x url=...``, else from where the archive finds it. With ``--sql`` no database is needed.
"""

from contextlib import nullcontext
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from archive.models import SCHEMA, Base

VERSION_TABLE = "alembic_version"

# A second migration waits here for the first one, and then finds nothing to do. The limit on waiting for a table comes
# after it: a migration that cannot have one soon gives up before readers queue behind it.
BEFORE = (
    "SET LOCAL statement_timeout = '30min'",
    f"SELECT pg_advisory_xact_lock(hashtextextended('{SCHEMA}.{VERSION_TABLE}', 0))",
    "SET LOCAL lock_timeout = '10s'",
    "SET LOCAL client_min_messages = warning",
    # Asking first, because CREATE SCHEMA IF NOT EXISTS needs the right to create one even where it exists.
    f"""DO $$
BEGIN
    IF to_regnamespace('{SCHEMA}') IS NULL THEN
        CREATE SCHEMA {SCHEMA};
    END IF;
END
$$""",
)

# Back at the beginning nothing is left: no version table, and no schema unless it is somebody else's, not empty, or was
# made for a user who could not make it again.
AFTER = (
    f"""DO $$
DECLARE
    is_used boolean := false;
BEGIN
    IF to_regclass('{SCHEMA}.{VERSION_TABLE}') IS NOT NULL THEN
        SELECT EXISTS (SELECT FROM {SCHEMA}.{VERSION_TABLE}) INTO is_used;
        IF NOT is_used THEN
            DROP TABLE {SCHEMA}.{VERSION_TABLE};
        END IF;
    END IF;
    IF NOT is_used AND has_database_privilege(current_database(), 'CREATE') THEN
        BEGIN
            DROP SCHEMA {SCHEMA};
        EXCEPTION
            WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;
        END;
    END IF;
END
$$""",  # noqa: S608
    "SET LOCAL statement_timeout TO DEFAULT",
    "SET LOCAL lock_timeout TO DEFAULT",
    "SET LOCAL client_min_messages TO DEFAULT",
)


def is_ours(name: str | None, kind: str, parents: Any) -> bool:
    """Whether autogenerate may look at a schema or what is in it: other schemas belong to other applications."""
    return name == SCHEMA if kind == "schema" else parents.get("schema_name") == SCHEMA


def is_a_table_of_ours(item: Any, _name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """Whether autogenerate may propose something for this: views and their like have migrations of their own."""
    table = item if kind == "table" else getattr(item, "table", None)
    return table is None or (table.schema == SCHEMA and "view" not in table.info)


def rendered(kind: str, item: Any, _autogenerate: AutogenContext) -> str | Literal[False]:
    """A revision imports nothing of ours: a type of our own is written as the one it is stored as."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def configure(**how: Any) -> None:
    """Tell Alembic what is ours."""
    context.configure(
        target_metadata=Base.metadata,
        version_table=VERSION_TABLE,
        version_table_schema=SCHEMA,
        include_schemas=True,
        include_name=is_ours,
        include_object=is_a_table_of_ours,
        render_item=rendered,
        compare_server_default=True,
        **how,
    )


def write_sql() -> None:
    """Print the SQL for an administrator."""
    configure(dialect_name="postgresql", dialect_opts={"paramstyle": "named"}, literal_binds=True)
    with context.begin_transaction():
        for statement in BEFORE:
            context.execute(statement)
        context.run_migrations()
        for statement in AFTER if context.get_revision_argument() in (None, "base") else ():
            context.execute(statement)


def migrate(connection: Connection) -> None:
    """Migrate in the caller's transaction, or in one of our own when there is none."""
    with nullcontext() if connection.in_transaction() else connection.begin():
        for statement in BEFORE:
            connection.exec_driver_sql(statement)
        configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
        for statement in AFTER:
            connection.exec_driver_sql(statement)


def connect_and_migrate() -> None:
    """Migrate the database that the command line or the environment names."""
    from archive.database import create_engine

    # A plain search path: autogenerate takes the first schema on it for the default one, and ours always has its name.
    url = context.get_x_argument(as_dictionary=True).get("url")
    engine = create_engine(url if isinstance(url, str) else None, connect_args={"options": "-c search_path=public"})
    try:
        with engine.connect() as connection:
            migrate(connection)
    finally:
        engine.dispose()


if context.is_offline_mode():
    write_sql()
elif (given := context.config.attributes.get("connection")) is not None:
    migrate(given)
else:
    connect_and_migrate()
