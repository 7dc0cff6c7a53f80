"""Engines, sessions and migrations.

A *target* is whatever leads to a database: a URL, an engine, a connection, or None. None means ``DATABASE_URL``, and
without that the archive's own server in ``ARCHIVE_HOME``. A connection that is given stays in its caller's transaction.
"""

from archive.database.connecting import DRIVER, SCHEMA, Target, connect, create_engine, session
from archive.database.migrating import (
    check_revision,
    current_revision,
    downgrade,
    goes_down,
    head_revision,
    known_revisions,
    upgrade,
    upgrade_sql,
)

__all__ = [
    "DRIVER",
    "SCHEMA",
    "Target",
    "check_revision",
    "connect",
    "create_engine",
    "current_revision",
    "downgrade",
    "goes_down",
    "head_revision",
    "known_revisions",
    "session",
    "upgrade",
    "upgrade_sql",
]
