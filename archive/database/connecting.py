"""Engines and sessions: the only module that knows a URL."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from urllib.parse import unquote

import psycopg
import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from archive import server
from archive.errors import DatabaseUnreachable, UrlNotUnderstood

Target = str | URL | Engine | Connection | None

SCHEMA = "archive"
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
    query = {name: values[-1] for name, values in address.normalized_query.items()}  # of several libpq takes the last
    if "password" in query:  # libpq's other place for it, which SQLAlchemy would print
        address = address.set(password=query["password"]).difference_update_query(["password"])
    arguments: dict[str, Any] = {
        "application_name": application_name,
        "connect_timeout": 10,
        "client_encoding": "utf8",
        **{name: query[name] for name in query if name in ("application_name", "connect_timeout", "sslpassword")},
        "options": f"{query.get('options', '')} -c search_path={SCHEMA},public".strip(),
    }
    arguments.update(options.pop("connect_args", {}))
    address = address.difference_update_query([name for name in query if name in arguments])
    try:
        engine = sqlalchemy.create_engine(address, connect_args=arguments, pool_pre_ping=True, **options)
    except ArgumentError:
        raise UrlNotUnderstood(reason="its hosts and ports do not read as such") from None
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
        before = None
        if timeout is not None:
            before = work.scalar(text("SELECT current_setting('statement_timeout')"))
            _limit(work, str(max(1, round(timeout * 1000))))
        yield work
        if read_only:
            work.rollback()
            return
        if before is not None:  # A savepoint that is released leaves its settings to the transaction.
            _limit(work, before)
        work.commit()


def _limit(work: Session, time: str) -> None:
    """Give each statement of the transaction so much time, in milliseconds or as PostgreSQL words it."""
    work.execute(text("SELECT set_config('statement_timeout', :limit, true)"), {"limit": time})
