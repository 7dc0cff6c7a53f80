"""What a person reads when something went wrong, and the exit code that goes with it."""

import re
import sys
from collections.abc import Callable
from typing import TypeVar

from archive.cli.settings import Settings
from archive.errors import ArchiveError

T = TypeVar("T")

FAILED = 1
USAGE = 2
SOME_FAILED = 3

# As a path such a URL has lost one of its strokes.
_USERINFO = re.compile(r"(?P<scheme>[a-z][a-z0-9+.]*://?[^\s:/@]*):[^\s]*@", re.IGNORECASE)
# In a connection string a value with spaces stands in quotation marks, or has backslashes; sslpassword is one, too.
_PASSWORD = re.compile(
    r"(?P<name>(?:password|secret)\s*=\s*)(?:'(?:[^'\\]|\\.)*'?|(?:[^\s&\\]|\\.)+)", re.IGNORECASE | re.DOTALL
)


def explain(error: Exception) -> tuple[str, int]:
    """The message and the exit code for an error that a command did not expect itself."""
    if isinstance(error, ArchiveError):
        return said(str(error)), error.exit_code
    if (database := database_error(error)) is not None:
        return said(database), FAILED
    if isinstance(error, OSError):
        return said(f"{error.filename}: {error.strerror}" if error.filename else str(error)), FAILED
    if isinstance(error, UnicodeEncodeError) and "\udc80" <= error.object[error.start] <= "\udcff":
        # How Python keeps the bytes of an argument that it cannot read.
        return said(f"{ascii(error.object)[1:-1]} is not UTF-8. `locale` says in what the shell writes."), USAGE
    kind = type(error).__name__
    return said(f"Unexpected {kind}: {error}\nRun the command with --traceback to see where it arose."), FAILED


def outcome(done: int, failed: int) -> int:
    """The exit code after some texts are done and some have failed."""
    if not failed:
        return 0
    return SOME_FAILED if done else FAILED


def unless_it_breaks(settings: Settings, text: str, reading: Callable[[], T]) -> T | None:
    """What ``reading`` gives of a text; None, and a complaint, when it breaks: the other texts are still read."""
    from archive.cli.output import complain

    try:
        return reading()
    except Exception as error:
        if settings.traceback:
            raise
        complain(f"{text}: the reading broke off, which is a fault of the archive: {error!r}")
        return None


def database_error(error: BaseException) -> str | None:
    """What the database said, without the driver's and the SQL's surroundings; None for any other error."""
    # Neither library is imported for the question: an error of theirs can only come from an import of theirs.
    alchemy, psycopg = sys.modules.get("sqlalchemy.exc"), sys.modules.get("psycopg")
    if alchemy is not None and isinstance(error, alchemy.DBAPIError) and error.orig is not None:
        return str(error.orig).strip()
    if psycopg is not None and isinstance(error, psycopg.Error):
        return str(error).strip()
    return None


def without_password(text: str) -> str:
    """The text with the password of every URL and connection string in it covered."""
    return _PASSWORD.sub(r"\g<name>***", _USERINFO.sub(r"\g<scheme>:***@", text))


def said(text: str) -> str:
    """What is said of an error, fit for any eye and any terminal."""
    from archive.cli.output import visible

    return visible(without_password(text))
