"""The folders of the server: where they lie, who owns them, and what stands in the way."""

import errno
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from archive.errors import DiskFull, HomeUnusable
from archive.server.accounts import Account, account_for

NAME = "cooperation-archive"
ROOTS_HOME = Path("/var/lib") / NAME
SOCKET_NAME = ".s.PGSQL.5432"
SHELL_SIGNS = set('"$`\\')  # initdb writes paths between double quotes and hands them to a shell
LONGEST_LOG = 1_000_000
LONGEST_SOCKET = 103 if os.uname().sysname == "Darwin" else 107  # bytes of a path that a socket may be bound to


def default_home() -> Path:
    """``ARCHIVE_HOME``; otherwise the user's data folder, or for root one that the server's account can reach."""
    if given := os.environ.get("ARCHIVE_HOME"):
        return Path(given).expanduser()
    return ROOTS_HOME if os.geteuid() == 0 else platformdirs.user_data_path(NAME, appauthor=False)


@dataclass(frozen=True, slots=True)
class Home:
    """``ARCHIVE_HOME`` and what lies in it."""

    folder: Path
    account: Account

    @classmethod
    def at(cls, folder: Path) -> "Home":
        """The home at this folder, made if it is missing."""
        with explained(folder):
            folder = folder.resolve()
            if not str(folder).isprintable() or SHELL_SIGNS & set(str(folder)):
                reason = "its name has a sign that PostgreSQL's initdb does not bear"
                raise HomeUnusable(home=repr(str(folder)), reason=reason, remedy=RENAME)
            home = cls(folder, account_for(folder / "data", folder))
            if not folder.exists():
                home._make_parents()
                home._make()
        return home

    @property
    def data(self) -> Path:
        """The data folder of PostgreSQL."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "server.log"

    @property
    def use_lock(self) -> Path:
        """Shared by every process that uses the server, held alone by the one that stops it."""
        return self.folder / "use.lock"

    @property
    def start_lock(self) -> Path:
        """Held alone while the server is made and started."""
        return self.folder / "start.lock"

    @property
    def life_lock(self) -> Path:
        """Held by the server's own processes for as long as one of them lives."""
        return self.folder / "server.lock"

    def _make_parents(self) -> None:
        for parent in reversed(self.folder.parents):
            if not parent.exists():
                with suppress(FileExistsError):
                    parent.mkdir()
                    if self.account.is_other:
                        parent.chmod(0o755)  # ours, just made; the server's account must pass through it

    def _make(self) -> None:
        # Made aside and renamed, so that no other command ever sees it before it belongs to the server's account.
        aside = self.new_folder(self.folder.name, within=self.folder.parent)
        try:
            aside.rename(self.folder)
        except OSError as error:
            aside.rmdir()
            if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):
                raise

    def new_folder(self, name: str, *, within: Path | None = None) -> Path:
        """A fresh folder ``name.XXXX`` that only the server's account can enter."""
        folder = Path(tempfile.mkdtemp(prefix=f"{name}.", dir=within or self.folder))
        _give(folder, self.account)
        return folder

    def check_reachable(self) -> None:
        """Refuse a home that the server's account cannot enter. Its permissions are its owner's to change, not ours."""
        if self.account.is_other and not self.account.can_enter(self.folder):
            closed = next((at for at in reversed(self.folder.parents) if not self.account.can_enter(at)), self.folder)
            raise HomeUnusable(
                home=self.folder,
                reason=f"PostgreSQL does not run as root but as {self.account.name}, who cannot enter {closed}",
                remedy=f"Set ARCHIVE_HOME to a folder that {self.account.name} can reach, such as {ROOTS_HOME}, "
                f"or open this one yourself: chmod o+x {closed}",
            )

    def check_owner(self, folder: Path) -> None:
        """Refuse a folder of somebody else, or a link in its place."""
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.account.uid:
            what = "is a link" if stat.S_ISLNK(found.st_mode) else f"does not belong to {self.account.name}"
            raise HomeUnusable(home=self.folder, reason=f"{folder} {what}", remedy=RENAME)

    @property
    def socket_folder(self) -> Path:
        """The folder of the socket: in the home, or in the system's folder for temporary files.

        The second is for a path that is too long for a socket, or has a comma, which separates hosts and folders in
        PostgreSQL's settings.
        """
        folder = self.folder / "socket"
        if len(os.fsencode(folder / SOCKET_NAME)) <= LONGEST_SOCKET and "," not in str(folder):
            return folder
        digest = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path("/tmp") / f"{NAME}-{self.account.uid}-{digest}"  # noqa: S108 - made 0700, and its owner is checked

    def make_socket_folder(self) -> None:
        """Make the folder of the socket, which only the server's account can enter, or check that it is so."""
        folder = self.socket_folder
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            _give(folder, self.account)
        self.check_owner(folder)
        if folder.stat().st_mode & 0o077:
            raise HomeUnusable(home=self.folder, reason=f"others can enter {folder}", remedy=f"Run: chmod 700 {folder}")

    def clear_half_made(self, name: str) -> None:
        """Take away what a command that was killed left of a `new_folder`."""
        for folder in self.folder.glob(f"{name}.*"):
            shutil.rmtree(folder, ignore_errors=True)

    def open_log(self) -> int:
        """The log, open for appending; a long one is put aside first."""
        with suppress(FileNotFoundError):
            if self.log.lstat().st_size > LONGEST_LOG:
                self.log.rename(self.folder / "server.log.old")
        descriptor = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        if self.account.is_other and os.fstat(descriptor).st_uid == 0:
            os.fchown(descriptor, self.account.uid, self.account.gid)
        return descriptor

    def log_end(self) -> str:
        """The last lines of the log."""
        try:
            with self.log.open("rb") as log:
                log.seek(-min(4096, log.seek(0, os.SEEK_END)), os.SEEK_END)
                said = log.read().decode(errors="replace")
        except OSError:
            return ""
        return "\n".join(said.strip().splitlines()[-12:])


RENAME = "Name another folder in ARCHIVE_HOME."


def _give(folder: Path, account: Account) -> None:
    """Hand a folder that we have just made to the server's account."""
    if account.is_other:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            os.fchown(descriptor, account.uid, account.gid)
        finally:
            os.close(descriptor)


@contextmanager
def explained(home: Path) -> Iterator[None]:
    """Turn what the file system refuses into an error that names the thing and the remedy."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=home) from error
        reason = f"{os.strerror(error.errno or 0).lower()}: {error.filename or home}"
        remedy = "Name a folder in ARCHIVE_HOME that you can write to."
        raise HomeUnusable(home=home, reason=reason, remedy=remedy) from error
