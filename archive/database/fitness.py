"""Whether a database can hold the archive, and the statement that an administrator must run where it cannot."""

from collections.abc import Callable
from typing import Any

import psycopg
from sqlalchemy import Connection, Row, text

from archive.database.connecting import SCHEMA
from archive.errors import DatabaseTooOld, EncodingNotUtf8, ExtensionMissing, PermissionMissing, SchemaTaken

VERSION_TABLE = "alembic_version"
OLDEST_SERVER = 15
EXTENSION = "unaccent"

Quote = Callable[[str], str]


def user_and_database(connection: Connection) -> dict[str, str]:
    """Who works where, also in a transaction that has failed."""
    driver: Any = connection.connection.driver_connection
    info: psycopg.ConnectionInfo = driver.info
    return {"user": info.user, "database": info.dbname}


def check_server(connection: Connection) -> None:
    """Refuse a server that cannot hold the archive, with the statement that an administrator must run."""
    found = _look(connection)
    quote = connection.dialect.identifier_preparer.quote_identifier
    _refuse_kind(found, quote)
    _refuse_schema(found, quote)
    _refuse_what_is_missing(found, quote)


def _look(connection: Connection) -> Row[Any]:
    """What the server is, what lies where the archive would, and what its user may do."""
    return connection.execute(
        text("""
            SELECT current_database() AS database, current_user AS user,
                   current_setting('server_version_num')::int / 10000 AS version,
                   current_setting('server_encoding') AS encoding,
                   to_regnamespace(:schema) IS NOT NULL AS has_schema,
                   EXISTS (
                       SELECT FROM pg_namespace
                       WHERE nspname = :schema AND NOT pg_has_role(nspowner, 'USAGE')
                   ) AS schema_is_anothers,
                   (SELECT min(relname) FROM pg_class WHERE relnamespace = to_regnamespace(:schema)) AS relation,
                   EXISTS (
                       SELECT FROM pg_class WHERE relnamespace = to_regnamespace(:schema) AND relname = :versions
                   ) AS has_archive,
                   has_database_privilege(current_database(), 'CREATE') AS may_create,
                   EXISTS (SELECT FROM pg_extension WHERE extname = :extension) AS has_extension,
                   EXISTS (SELECT FROM pg_available_extensions WHERE name = :extension) AS extension_available
        """),
        {"schema": SCHEMA, "extension": EXTENSION, "versions": VERSION_TABLE},
    ).one()


def _refuse_kind(found: Row[Any], quote: Quote) -> None:
    """Refuse a server that is too old, and a database that does not keep every character."""
    if found.version < OLDEST_SERVER:
        raise DatabaseTooOld(database=found.database, found=found.version, needed=OLDEST_SERVER)
    if found.encoding != "UTF8":
        statement = f"CREATE DATABASE {SCHEMA} ENCODING 'UTF8' TEMPLATE template0 OWNER {quote(found.user)};"
        raise EncodingNotUtf8(database=found.database, found=found.encoding, statement=statement)


def _refuse_schema(found: Row[Any], quote: Quote) -> None:
    """Refuse a schema of the archive's name that is something else, or another user's."""
    if found.has_archive:
        return
    if found.relation is not None:
        raise SchemaTaken(schema=SCHEMA, database=found.database, found=found.relation)
    if found.schema_is_anothers:
        own = f"ALTER SCHEMA {SCHEMA} OWNER TO {quote(found.user)};"
        action = f"use the schema {SCHEMA}, which belongs to another user,"
        raise PermissionMissing(user=found.user, action=action, database=found.database, statement=own)


def _refuse_what_is_missing(found: Row[Any], quote: Quote) -> None:
    """Refuse a database without the schema or the extension, where its user may not create them."""
    extend = f"CREATE EXTENSION {EXTENSION};"
    if not found.has_extension and not found.extension_available:
        raise ExtensionMissing(extension=EXTENSION, database=found.database, statement=extend)
    if found.may_create:
        return
    if not found.has_schema:
        grant = f"GRANT CREATE ON DATABASE {quote(found.database)} TO {quote(found.user)};"
        action = f"create the schema {SCHEMA}"
        raise PermissionMissing(user=found.user, action=action, database=found.database, statement=grant)
    if not found.has_extension:
        action = f"create the extension {EXTENSION}"
        raise PermissionMissing(user=found.user, action=action, database=found.database, statement=extend)
