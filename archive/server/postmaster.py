"""The server's process: how its data are made, how it is started and stopped, and what its own files say of it."""

import os
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archive.errors import DataOfAnotherVersion, DiskFull, ServerNotMade
from archive.server.accounts import Account
from archive.server.home import SOCKET_NAME, Home
from archive.server.programs import major_version

QUIET = {"PATH": os.defpath, "LC_ALL": "C"}  # nothing of a person's environment reaches the server
# The parser of the text search asks the system which characters are letters. In C every mark beyond ASCII is one: it
# would take a quotation mark for a part of its word. So C is the last resort, for a system without the others.
LETTERS = ("C.UTF-8", "en_US.UTF-8", "C")
FULL = "No space left on device"


@dataclass(frozen=True, slots=True)
class Postmaster:
    """What ``postmaster.pid`` says: true while the server lives, and left behind when it was killed."""

    pid: int
    ready: bool

    @classmethod
    def of(cls, data: Path) -> "Postmaster | None":
        """What the file says; None when there is none, or when it is not yet written to the end."""
        try:
            lines = (data / "postmaster.pid").read_text(errors="replace").splitlines()
            return cls(int(lines[0]), len(lines) > 7 and lines[7].strip() == "ready")
        except (FileNotFoundError, NotADirectoryError, IndexError, ValueError):
            return None

    def ask_to_stop(self, data: Path) -> None:
        """Ask the server to end its sessions and stop: PostgreSQL's fast shutdown.

        After a crash another process may bear the number. The server works in its data folder, which tells it from
        the others where the system has /proc.
        """
        with suppress(ProcessLookupError, PermissionError, FileNotFoundError):
            if not Path("/proc/self/cwd").exists() or Path(f"/proc/{self.pid}/cwd").readlink() == data:
                os.kill(self.pid, signal.SIGINT)


def make_data(home: Home, programs: Path, *, superuser: str, seconds: float) -> None:
    """Make the data folder, if there is none: aside, then renamed, so that a half-made one is never taken for it."""
    if os.path.lexists(home.data):
        _check_data(home)
        return
    home.clear_half_made("data")
    aside = home.new_folder("data")
    for letters in LETTERS:
        try:
            made = _initdb(programs, aside, home.account, superuser=superuser, letters=letters, seconds=seconds)
        except subprocess.TimeoutExpired:
            raise ServerNotMade(home=home.folder, said=f"nothing for {seconds:.0f} seconds") from None
        if "invalid locale name" not in made.stderr:
            break
    if made.returncode != 0:
        home.clear_half_made("data")
        if FULL in made.stderr:
            raise DiskFull(path=home.folder)
        raise ServerNotMade(home=home.folder, said=made.stderr.strip())
    aside.rename(home.data)
    _sync(home.folder)


def _initdb(
    programs: Path, data: Path, account: Account, *, superuser: str, letters: str, seconds: float
) -> subprocess.CompletedProcess[str]:
    """Words sort and fold alike on every machine (the server's own C.UTF-8), and its clock shows UTC."""
    locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", f"--lc-ctype={letters}"]
    access = [f"--username={superuser}", "--auth-local=trust", "--auth-host=reject"]
    settings = ["--encoding=UTF8", "--set=TimeZone=UTC", "--set=log_timezone=UTC", "--text-search-config=english"]
    return subprocess.run(
        [programs / "initdb", "-D", data, *locale, *access, *settings, "--no-instructions"],
        env=QUIET,
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=seconds,
        check=False,
        **account.process_options(),
    )


def _check_data(home: Home) -> None:
    home.check_owner(home.data)
    found = (home.data / "PG_VERSION").read_text().strip()
    if found != major_version():
        raise DataOfAnotherVersion(data=home.data, found=found, expected=major_version())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def launch(home: Home, programs: Path, life: int) -> None:
    """Start the server, which from now on holds the lock ``life``, and return without waiting for it.

    It is a grandchild of this process in a session of its own: no signal of a terminal reaches it, and it leaves no
    dead child here. The files of a server that was killed may name a process that lives; who holds the lock knows that
    it is not the server, and says so to PostgreSQL, whose own check of the shared memory stays.
    """
    (home.socket_folder / f"{SOCKET_NAME}.lock").unlink(missing_ok=True)
    left = Postmaster.of(home.data)
    environment = {**QUIET, "PG_GRANDPARENT_PID": str(left.pid)} if left else QUIET
    folder = str(home.socket_folder).replace('"', '""')
    settings = {"unix_socket_directories": f'"{folder}"', "unix_socket_permissions": "0700", "listen_addresses": ""}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = home.open_log()
    try:
        subprocess.run(
            ["/bin/sh", "-c", '"$@" &', "sh", programs / "postgres", "-D", home.data, *options],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=(life,),
            start_new_session=True,
            check=True,
            **home.account.process_options(),
        )
    finally:
        os.close(log)
