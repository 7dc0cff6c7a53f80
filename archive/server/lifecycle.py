"""Using the server: join its users, start it if it does not run, and stop it as the last to leave."""

import atexit
import logging
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from archive.errors import DiskFull, ServerNotStarted, ServerRefuses
from archive.server import locks
from archive.server.home import Home, default_home, explained
from archive.server.postmaster import FULL, Postmaster, launch, make_data
from archive.server.programs import programs_for

USER = "archive"
DATABASE = "archive"
PORT = 5432  # part of the socket's name; nothing listens on a network
# Whatever the PG* variables of a person's shell ask for, the socket takes no password, TLS or Kerberos.
PLAIN = {
    "sslmode": "disable",
    "gssencmode": "disable",
    "channel_binding": "disable",
    "require_auth": "none",
    "options": "",
}

START_SECONDS = 60.0
MAKE_SECONDS = 180.0
STOP_SECONDS = 60.0
REFUSED_SECONDS = 5.0  # so long a server that is ready may refuse us before we give up
RECOVERY_SECONDS = (
    900.0  # so long it may say that it recovers: what it replays is bounded, but not how fast the disk is
)
ASKED_SECONDS = 1.0  # after so long a server that is not ready is asked what it does
TOLD_SECONDS = 15.0
PAUSE = 0.01
LONG_PAUSE = 0.2

NOT_READY = "it is not ready"
# What a server says while it replays what a crash has left. It speaks English: its locale is C.
RECOVERING = ("is starting up", "is in recovery mode", "not yet accepting connections", "not accepting connections")

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Waiting:
    """What a server keeps us waiting for, and since when."""

    begun: float = field(default_factory=time.monotonic)
    since: float = field(default_factory=time.monotonic)
    told: float = 0.0
    what: str = ""

    def seconds(self, what: str) -> float:
        """How long this has been what we wait for."""
        if what != self.what:
            self.what, self.since, self.told = what, time.monotonic(), 0.0
        return time.monotonic() - self.since

    def is_time_to_tell(self) -> bool:
        """Whether a person should hear again why nothing happens."""
        due = time.monotonic() - self.since >= self.told
        self.told += TOLD_SECONDS if due else 0.0
        return due


class Server:
    """The server of one home, as this process uses it."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._guard = threading.Lock()
        self._use: int | None = None
        self._refused: str | None = NOT_READY
        self._process = os.getpid()

    @property
    def socket_folder(self) -> Path:
        """Where the server listens: the ``host`` of a connection."""
        return self.home.socket_folder

    def use(self) -> None:
        """Join the users of the server until `leave` or the end of the process, and start it if it does not run."""
        with self._guard, explained(self.home.folder):
            if self._process != os.getpid():  # a forked child joins for itself; its parent's place stays its parent's
                self._let_go()
                self._process = os.getpid()
            if self._use is None:
                self._use = locks.share(self.home.use_lock, self.home.account, seconds=STOP_SECONDS)
            if not self._answers():
                with locks.alone(self.home.start_lock, self.home.account, seconds=MAKE_SECONDS + START_SECONDS):
                    self._bring_up()

    def leave(self) -> None:
        """Leave the users of the server; the last one stops it. A forked child leaves its parent's place alone."""
        with self._guard:
            if self._use is None or self._process != os.getpid():
                return
            self._let_go()
            with suppress(OSError):  # without its folder there is nothing to stop
                alone = locks.try_alone(self.home.use_lock, self.home.account)
                if alone is not None:
                    try:
                        self._stop()
                    finally:
                        os.close(alone)

    def _let_go(self) -> None:
        # Closed, not unlocked: a child that was forked meanwhile holds the same lock, and keeps it.
        if self._use is not None:
            os.close(self._use)
            self._use = None

    def _answers(self) -> bool:
        """Whether the server lets us in; `_refused` is why it does not although it is ready."""
        postmaster = Postmaster.of(self.home.data)
        self._refused = self._refusal() if postmaster is not None and postmaster.ready else NOT_READY
        return self._refused is None

    def _refusal(self) -> str | None:
        """Why the server does not let us in; None when it does. The archive's database is made if it is not there."""
        import psycopg  # not for those who only ask for help

        where = psycopg.conninfo.make_conninfo(
            host=str(self.socket_folder), port=PORT, user=USER, dbname="postgres", **PLAIN
        )
        try:
            with psycopg.connect(where, autocommit=True) as session:
                found = session.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone()
                if found is None:
                    session.execute(f"CREATE DATABASE {DATABASE}")
        except psycopg.OperationalError as error:
            return str(error)
        except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            return None  # another command was quicker
        return None

    def _bring_up(self) -> None:
        home = self.home
        waiting, launched = Waiting(), False
        while not self._answers():
            life = locks.try_alone(home.life_lock, home.account)
            if life is not None:
                try:
                    if launched:
                        raise self._failure("has ended while it started")
                    self._launch(life)
                finally:
                    os.close(life)
                waiting, launched = Waiting(), True
            elif (lost := Postmaster.of(home.data)) and lost.ready and not self.socket_folder.exists():
                lost.ask_to_stop(home.data)  # somebody took its socket away; nobody can reach it any more
            else:
                self._bear(waiting)
            time.sleep(LONG_PAUSE if waiting.what == "recovery" else PAUSE)

    def _bear(self, waiting: Waiting) -> None:
        """Go on waiting, or raise when what the server does takes too long."""
        ready = self._refused is not NOT_READY
        said = self._refused
        if not ready and time.monotonic() - waiting.begun > ASKED_SECONDS:
            said = self._refusal()
        if any(words in (said or "") for words in RECOVERING):
            if waiting.seconds("recovery") > RECOVERY_SECONDS:
                raise self._failure(f"still recovers from a crash after {RECOVERY_SECONDS:g} seconds")
            if waiting.is_time_to_tell():
                _log.warning("The archive's own server recovers from a crash; waiting until it is done.")
        elif not ready:
            if waiting.seconds("start") > START_SECONDS:
                raise self._failure(f"did not answer within {START_SECONDS:g} seconds")
        elif waiting.seconds("entry") > REFUSED_SECONDS:
            raise ServerRefuses(home=self.home.folder, said=" ".join((said or "").split()))

    def _launch(self, life: int) -> None:
        home = self.home
        home.check_reachable()
        home.make_socket_folder()
        programs = programs_for(home)
        make_data(home, programs, superuser=USER, seconds=MAKE_SECONDS)
        launch(home, programs, life)

    def _failure(self, happened: str) -> DiskFull | ServerNotStarted:
        said = self.home.log_end()
        if FULL in said:
            return DiskFull(path=self.home.folder)
        return ServerNotStarted(home=self.home.folder, happened=happened, log=self.home.log, said=said)

    def _stop(self) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        if postmaster := Postmaster.of(self.home.data):
            postmaster.ask_to_stop(self.home.data)
        while time.monotonic() < deadline:
            life = locks.try_alone(self.home.life_lock, self.home.account)
            if life is not None:
                os.close(life)
                return
            time.sleep(PAUSE)


_servers: dict[Path, Server] = {}
_servers_guard = threading.Lock()


def start(folder: Path | None = None) -> Server:
    """The running server of a home, ``ARCHIVE_HOME`` by default; it is left at the end of this process."""
    home = Home.at(folder or default_home())
    with _servers_guard:
        server = _servers.get(home.folder)
        if server is None:
            server = _servers[home.folder] = Server(home)
            atexit.register(server.leave)
    server.use()
    return server
