"""Migrations: up, down, as SQL, and whether a database is where this code expects it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from archive.database.connecting import SCHEMA, Target, connect
from archive.database.fitness import VERSION_TABLE, check_server, user_and_database
from archive.errors import (
    DatabaseAhead,
    DatabaseBehind,
    DatabaseReadOnly,
    NotTheOwner,
    PermissionMissing,
    RevisionUnknown,
    RevisionUnreadable,
)
from archive.resources import MIGRATIONS

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

_STATED = re.compile(r"""^(down_)?revision\b[^=\n]*= *(?:None|(["'])(\w+)\2)""", re.MULTILINE)


def upgrade(target: Target = None, revision: str = "head") -> None:
    """Bring the target's schema up to ``revision``; a database that is there already is left as it is."""
    from alembic import command

    with connect(target) as connection:
        check_server(connection)
        _migrate(command.upgrade, connection, revision, commit=connection is not target)


def downgrade(target: Target, revision: str) -> None:
    """Bring the target's schema down to ``revision``; ``base`` takes everything away."""
    from alembic import command

    with connect(target) as connection:
        _migrate(command.downgrade, connection, revision, commit=connection is not target)


def upgrade_sql(revision: str = "head") -> str:
    """The SQL that brings an empty database up to ``revision``, for an administrator to read and run.

    ``FROM:TO`` is for a database at FROM, and may lead down.
    """
    from alembic import command

    config = _config()
    config.output_buffer = StringIO()
    start, _, end = revision.rpartition(":")
    with _revisions_explained(revision, None):
        step = command.downgrade if start and _lies_below(end, start) else command.upgrade
        step(config, revision, sql=True)
    return config.output_buffer.getvalue()


def current_revision(target: Target = None) -> str | None:
    """The revision of the target's schema; None when there is no archive in it."""
    with connect(target) as connection:
        return _current(connection)


def head_revision() -> str | None:
    """The newest revision that this archive knows."""
    parents = known_revisions()
    return next(iter(parents.keys() - set(parents.values())), None)


@cache
def known_revisions() -> dict[str, str | None]:
    """Every revision with the one below it, as the files state them."""
    return revisions_in(MIGRATIONS / "versions")


def revisions_in(folder: Path) -> dict[str, str | None]:
    """Every revision in a folder with the one below it.

    Alembic knows them, too; but it runs every file, and takes longer for that than a question to the database.
    """
    known: dict[str, str | None] = {}
    for file in folder.glob("*.py"):
        stated = {bool(below): word for below, _, word in _STATED.findall(file.read_text(encoding="utf-8"))}
        if not stated.get(False) or True not in stated:
            raise RevisionUnreadable(file=file)
        known[stated[False]] = stated[True] or None
    return known


def goes_down(target: Target, revision: str) -> bool:
    """Whether ``revision`` lies below the target's current revision, so that going there takes something away."""
    with connect(target) as connection:
        current = _current(connection)
        _refuse_ahead(connection, current)
    if current is None or revision.startswith("+"):
        return False
    if revision.startswith("-"):
        return True
    with _revisions_explained(revision, current):
        return _lies_below(revision, current)


def _lies_below(revision: str, other: str) -> bool:
    """Whether the way from ``other`` to ``revision`` leads down; each may be an id, head or base."""
    higher, lower = _script().get_revision(other), _script().get_revision(revision)
    if higher is None or higher == lower:
        return False
    return lower is None or lower in set(_script().iterate_revisions(higher.revision, "base"))


def check_revision(target: Target = None) -> None:
    """Refuse a database that this code does not fit: one that is ahead of it, behind it, or holds no archive."""
    with connect(target) as connection:
        current = _current(connection)
        _refuse_ahead(connection, current)
        if current != (head := head_revision()):
            raise DatabaseBehind(
                database=user_and_database(connection)["database"], found=current or "none", needed=head
            )


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
        who = user_and_database(connection)
        if isinstance(error.orig, psycopg.errors.InsufficientPrivilege):
            raise NotTheOwner(**who, said=error.orig.diag.message_primary) from error
        if isinstance(error.orig, psycopg.errors.ReadOnlySqlTransaction):
            raise DatabaseReadOnly(database=who["database"], said=error.orig.diag.message_primary) from error
        raise
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
        reader = connection.dialect.identifier_preparer.quote_identifier(user_and_database(connection)["user"])
        grant = (
            f"GRANT USAGE ON SCHEMA {SCHEMA} TO {reader}; GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {reader};"
        )
        raise PermissionMissing(**user_and_database(connection), action="read the archive", statement=grant) from None
    return revision


def _refuse_ahead(connection: Connection, current: str | None) -> None:
    if current is not None and current not in known_revisions():
        raise DatabaseAhead(database=user_and_database(connection)["database"], found=current)
