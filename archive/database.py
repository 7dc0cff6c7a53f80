"""Engines, sessions and migrations: the only module that knows a URL.

A *target* is whatever leads to a database: a URL, an engine, a connection, or None. None means ``DATABASE_URL``, and
without that the archive's own server in ``ARCHIVE_HOME``. A connection that is given stays in its caller's transaction.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from io import StringIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import psycopg
import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

from archive import server
from archive.errors import (
    DatabaseAhead,
    DatabaseBehind,
    DatabaseTooOld,
    DatabaseUnreachable,
    EncodingNotUtf8,
    ExtensionMissing,
    NotTheOwner,
    PermissionMissing,
    RevisionUnknown,
    SchemaTaken,
    UrlNotUnderstood,
)
from archive.resources import MIGRATIONS

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

Target = str | URL | Engine | Connection | None

SCHEMA = "archive"
VERSION_TABLE = "alembic_version"
OLDEST_SERVER = 15
EXTENSION = "unaccent"
DRIVER = "postgresql+psycopg"
SCHEMES = ("postgres", "postgresql", DRIVER)

# What the driver says before the reason, such as: connection to server at "db", port 5432 failed: FATAL:
_ABOUT_THE_PLACE = re.compile(
    r"""
    ^ (?: connection[ ](?: failed | is[ ]bad ):[ ] )?
    (?: connection[ ]to[ ]server[ ](?: at | on )[ ] .*? [ ]failed:[ ] )?
    (?: FATAL:[ ]+ )?
    """,
    re.VERBOSE,
)


def create_engine(url: str | URL | None = None, *, application_name: str = "archive", **options: Any) -> Engine:
    """An engine for the database at ``url``, else at ``DATABASE_URL``, else for the archive's own server.

    Its sessions find the archive's names without a schema in front. A database that does not answer raises
    `DatabaseUnreachable` at the first connection. ``options`` go to `sqlalchemy.create_engine`.
    """
    given = url or os.environ.get("DATABASE_URL")
    own = None if given else server.start()
    address = _address(own) if own else _read_url(given or "")
    query = address.query
    if isinstance(password := query.get("password"), str):  # libpq's other place for it, which SQLAlchemy would print
        address = address.set(password=password).difference_update_query(["password"])
    arguments: dict[str, Any] = {
        "application_name": application_name,
        "connect_timeout": 10,
        "client_encoding": "utf8",
        **{name: query[name] for name in query if name in ("application_name", "connect_timeout", "sslpassword")},
        "options": f"{query.get('options', '')} -c search_path={SCHEMA},public".strip(),
    }
    arguments.update(options.pop("connect_args", {}))
    address = address.difference_update_query([name for name in query if name in arguments])
    engine = sqlalchemy.create_engine(address, connect_args=arguments, pool_pre_ping=True, **options)
    event.listen(engine, "do_connect", partial(_connect_or_explain, own))
    return engine


def _read_url(url: str | URL) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise UrlNotUnderstood(reason="it does not read as a URL") from None
    if address.drivername not in SCHEMES:
        raise UrlNotUnderstood(reason=f"it starts with {address.drivername}:")
    if "@" in (address.host or ""):  # the end of a password, which must not be shown
        raise UrlNotUnderstood(reason="it has two @ signs; one in a password is written %40")
    host = unquote(address.host) if address.host else None  # a socket folder may stand in the host's place
    return address.set(drivername=DRIVER, host=host)


def _address(own: server.Server) -> URL:
    return URL.create(
        DRIVER,
        username=server.USER,
        database=server.DATABASE,
        query={"host": str(own.socket_folder), "port": str(server.PORT), **server.PLAIN},
    )


def _connect_or_explain(
    own: server.Server | None, dialect: Any, _record: Any, arguments: list[Any], named: dict[str, Any]
) -> Any:
    try:
        try:
            return dialect.connect(*arguments, **named)
        except psycopg.OperationalError:
            if own is None:
                raise
            own.use()  # somebody has killed the archive's own server: it is started again
            return dialect.connect(*arguments, **named)
    except psycopg.OperationalError as error:
        raise DatabaseUnreachable(
            database=named.get("dbname") or named.get("user") or "of the default name",
            place=_place(named.get("host"), named.get("port")),
            reason=_reason(str(error)),
        ) from None
    except psycopg.ProgrammingError as error:  # an option that is none
        raise UrlNotUnderstood(reason=str(error).strip()) from None


def _reason(said: str) -> str:
    """What the driver said, without the place, which our message names, and its indented question at the end."""
    lines = [_ABOUT_THE_PLACE.sub("", line.strip()) for line in said.splitlines() if not line.startswith("\t")]
    return "; ".join(dict.fromkeys(lines)).removesuffix(".") or "no answer"


def _place(host: object, port: object) -> str:
    if not host:
        return "the local socket"
    return f"{host}, port {port}" if port else str(host)


@contextmanager
def connect(target: Target = None) -> Iterator[Connection]:
    """A connection to the target: the caller's own as it is, or a new one that is closed, not committed, at the end."""
    if isinstance(target, Connection):
        yield target
        return
    engine = target if isinstance(target, Engine) else create_engine(target)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        if engine is not target:
            engine.dispose()


@contextmanager
def session(target: Target = None, *, read_only: bool = False, timeout: float | None = None) -> Iterator[Session]:
    """A session in one transaction: committed at the end, rolled back on an error, or always when ``read_only``.

    ``timeout`` is in seconds, for each statement. On a connection that is in a transaction it is a savepoint.
    """
    with connect(target) as connection, Session(connection, join_transaction_mode="create_savepoint") as work:
        if read_only:
            work.execute(text("SET TRANSACTION READ ONLY"))
        if timeout is not None:
            milliseconds = str(max(1, round(timeout * 1000)))
            work.execute(text("SELECT set_config('statement_timeout', :limit, true)"), {"limit": milliseconds})
        yield work
        if read_only:
            work.rollback()
        else:
            work.commit()


def upgrade(target: Target = None, revision: str = "head") -> None:
    """Bring the target's schema up to ``revision``; a database that is there already is left as it is."""
    from alembic import command

    with connect(target) as connection:
        _check_server(connection)
        _migrate(command.upgrade, connection, revision, commit=connection is not target)


def downgrade(target: Target, revision: str) -> None:
    """Bring the target's schema down to ``revision``; ``base`` takes everything away."""
    from alembic import command

    with connect(target) as connection:
        _migrate(command.downgrade, connection, revision, commit=connection is not target)


def upgrade_sql(revision: str = "head") -> str:
    """The SQL that brings an empty database up to ``revision``, for an administrator to read and run."""
    from alembic import command

    config = _config()
    config.output_buffer = StringIO()
    with _revisions_explained(revision, None):
        command.upgrade(config, revision, sql=True)
    return config.output_buffer.getvalue()


def current_revision(target: Target = None) -> str | None:
    """The revision of the target's schema; None when there is no archive in it."""
    with connect(target) as connection:
        return _current(connection)


def head_revision() -> str | None:
    """The newest revision that this archive knows."""
    return _script().get_current_head()


def goes_down(target: Target, revision: str) -> bool:
    """Whether ``revision`` lies below the target's current revision, so that going there takes something away."""
    with connect(target) as connection:
        current = _current(connection)
        _refuse_ahead(connection, current)
    if current is None or revision.startswith("+"):
        return False
    if revision == "base" or revision.startswith("-"):
        return True
    with _revisions_explained(revision, current):
        wanted = _script().get_revision(revision)
        below = {step.revision for step in _script().iterate_revisions(current, "base")} - {current}
        return wanted is not None and wanted.revision in below


def check_revision(target: Target = None) -> None:
    """Refuse a database that this code does not fit: one that is ahead of it, behind it, or holds no archive."""
    with connect(target) as connection:
        current = _current(connection)
        _refuse_ahead(connection, current)
        if current != (head := head_revision()):
            raise DatabaseBehind(database=_name(connection), found=current or "none", needed=head)


def _migrate(step: Callable[["Config", str], None], connection: Connection, revision: str, *, commit: bool) -> None:
    current = _current(connection)
    _refuse_ahead(connection, current)
    if commit:
        connection.rollback()  # the checks have begun a transaction; the migration begins its own
    config = _config()
    config.attributes["connection"] = connection
    try:
        with _revisions_explained(revision, current):
            step(config, revision)
    except DBAPIError as error:
        if not isinstance(error.orig, psycopg.errors.InsufficientPrivilege):
            raise
        raise NotTheOwner(**_who(connection), said=error.orig.diag.message_primary) from error
    if commit:
        connection.commit()


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


@cache
def _script() -> "ScriptDirectory":
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


@contextmanager
def _revisions_explained(revision: str, current: str | None) -> Iterator[None]:
    from alembic.script.revision import RevisionError
    from alembic.util import CommandError

    try:
        yield
    except (CommandError, RevisionError) as error:
        raise RevisionUnknown(revision=revision, found=current or "an empty database", reason=error) from None


def _current(connection: Connection) -> str | None:
    table = f"{SCHEMA}.{VERSION_TABLE}"
    try:
        if connection.scalar(text("SELECT to_regclass(:table)"), {"table": table}) is None:
            return None
        revision: str | None = connection.scalar(text(f"SELECT max(version_num) FROM {table}"))  # noqa: S608
    except DBAPIError as error:
        if not isinstance(error.orig, psycopg.errors.InsufficientPrivilege):
            raise
        reader = _quoted(connection, _info(connection).user)
        grant = (
            f"GRANT USAGE ON SCHEMA {SCHEMA} TO {reader}; GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {reader};"
        )
        raise PermissionMissing(**_who(connection), action="read the archive", statement=grant) from None
    return revision


def _info(connection: Connection) -> psycopg.ConnectionInfo:
    driver: Any = connection.connection.driver_connection
    info: psycopg.ConnectionInfo = driver.info
    return info


def _who(connection: Connection) -> dict[str, str]:
    """The user and the database of a connection, also where its transaction has failed."""
    return {"user": _info(connection).user, "database": _info(connection).dbname}


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)


def _refuse_ahead(connection: Connection, current: str | None) -> None:
    if current is not None and current not in {step.revision for step in _script().walk_revisions()}:
        raise DatabaseAhead(database=_name(connection), found=current)


def _name(connection: Connection) -> str:
    return connection.scalar(text("SELECT current_database()")) or ""


def _check_server(connection: Connection) -> None:
    """Refuse a server that cannot hold the archive, with the statement that an administrator must run."""
    found = connection.execute(
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
    quote = connection.dialect.identifier_preparer.quote_identifier
    if found.version < OLDEST_SERVER:
        raise DatabaseTooOld(database=found.database, found=found.version, needed=OLDEST_SERVER)
    if found.encoding != "UTF8":
        statement = f"CREATE DATABASE {SCHEMA} ENCODING 'UTF8' TEMPLATE template0 OWNER {quote(found.user)};"
        raise EncodingNotUtf8(database=found.database, found=found.encoding, statement=statement)
    if found.relation is not None and not found.has_archive:
        raise SchemaTaken(schema=SCHEMA, database=found.database, found=found.relation)
    if found.schema_is_anothers and not found.has_archive:
        own = f"ALTER SCHEMA {SCHEMA} OWNER TO {quote(found.user)};"
        action = f"use the schema {SCHEMA}, which belongs to another user,"
        raise PermissionMissing(user=found.user, action=action, database=found.database, statement=own)
    extend = f"CREATE EXTENSION {EXTENSION};"
    if not found.has_extension and not found.extension_available:
        raise ExtensionMissing(extension=EXTENSION, database=found.database, statement=extend)
    if not found.has_schema and not found.may_create:
        grant = f"GRANT CREATE ON DATABASE {quote(found.database)} TO {quote(found.user)};"
        action = f"create the schema {SCHEMA}"
        raise PermissionMissing(user=found.user, action=action, database=found.database, statement=grant)
    if not found.has_extension and not found.may_create:
        action = f"create the extension {EXTENSION}"
        raise PermissionMissing(user=found.user, action=action, database=found.database, statement=extend)
