"""Whatever is killed, cut or full, whenever: after the next run the archive is what an undisturbed load gives.

The moments are drawn at random, anew in each run; what broke is in the rows.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from archive import database, loading
from archive.errors import DiskFull, LoadBroken
from archive.loading import Counts, SourceText
from archive.loading.readers import Reader
from archive.loading.running import Load
from archive.loading.verifying import verify
from tests.conftest import RUN
from tests.loading.conftest import Rows, empty, rows
from tests.loading.loader import DELAYS, world
from tests.loading.scripts import read, source

LOADER = (sys.executable, "-m", "tests.loading.loader")
ROOT = Path(__file__).resolve().parents[2]


def load(engine: Engine, state: int) -> None:
    assert not loading.load(engine, world(state), read=read, reader_version="1", batch_size=50).failures


@pytest.fixture(scope="module")
def undisturbed(loading_engine: Engine) -> Rows:
    """The rows of the world in its second state, after the first."""
    empty(loading_engine)
    load(loading_engine, 1)
    load(loading_engine, 2)
    return rows(loading_engine)


@pytest.fixture
def started(archive: Engine) -> Engine:
    """An archive that holds the world in its first state."""
    load(archive, 1)
    return archive


@contextmanager
def slowly(engine: Engine) -> Iterator[None]:
    """Every batch takes a while, so that what happens, happens in the middle of one."""
    with engine.begin() as connection:
        connection.execute(
            text(
                "CREATE FUNCTION public.linger() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN PERFORM pg_sleep(0.1); RETURN NULL; END $$"
            )
        )
        connection.execute(
            text(
                "CREATE TRIGGER linger AFTER INSERT ON archive.evidence "
                "FOR EACH STATEMENT EXECUTE FUNCTION public.linger()"
            )
        )
    yield
    with engine.begin() as connection:
        connection.execute(text("DROP FUNCTION public.linger() CASCADE"))


def busy(engine: Engine) -> int | None:
    """The process of the server that works for a loader, if one does right now."""
    asked = text(
        "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() "
        "AND datname = current_database() AND backend_type = 'client backend'"
    )
    with engine.connect() as connection:
        process: int | None = connection.scalar(asked)
        return process


def wait_for_busy(engine: Engine) -> int:
    """The process of the server that works for a loader, as soon as one does."""
    for _ in range(1000):
        if process := busy(engine):
            return process
        time.sleep(0.002)
    pytest.fail("no loader works")


class Loader:
    """A loader in a process of its own that has begun to write."""

    def __init__(self, *url: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [*LOADER, *url], stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **environment}
        )
        assert self.process.stdout is not None
        self.first = self.process.stdout.readline()

    def wait(self) -> str:
        said, _ = self.process.communicate(timeout=60)
        return self.first + said


def address(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def test_a_loader_that_is_killed_at_any_moment_leaves_nothing_half(started: Engine, undisturbed: Rows) -> None:
    with slowly(started):
        for _ in range(2):
            loader = Loader(address(started))
            time.sleep(random.uniform(0, 1.0))
            loader.process.kill()
            assert "done" not in loader.wait()
    assert list(verify(started, read)) == []
    assert "done" in Loader(address(started)).wait()
    assert rows(started) == undisturbed


def test_a_connection_that_is_cut_again_and_again_costs_nothing(started: Engine, undisturbed: Rows) -> None:
    with slowly(started):
        loader = Loader(address(started))
        for _ in range(3):
            time.sleep(random.uniform(0, 0.2))
            process = wait_for_busy(started)
            with started.connect() as connection:
                connection.execute(text("SELECT pg_terminate_backend(:process)"), {"process": process})
        said = loader.wait()
    assert 1 <= int(said.split("done")[1]) <= 3
    assert rows(started) == undisturbed


@pytest.mark.parametrize("code", ["serialization_failure", "deadlock_detected"])
def test_a_transaction_that_must_be_repeated_is_repeated(started: Engine, undisturbed: Rows, code: str) -> None:
    with started.begin() as connection:
        connection.execute(text("CREATE SEQUENCE public.refusals"))  # What it counts is not rolled back.
        connection.execute(
            text(
                "CREATE FUNCTION public.refuse_twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF nextval('public.refusals') <= 2 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '{code}'; END IF; "
                "RETURN NULL; END $$"
            )
        )
        connection.execute(
            text(
                "CREATE TRIGGER refuse_twice AFTER INSERT ON archive.evidence "
                "FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_twice()"
            )
        )
    try:
        report = Load(started, Reader(read, "1"), delays=DELAYS).run(world(2))
    finally:
        with started.begin() as connection:
            connection.execute(text("DROP FUNCTION public.refuse_twice() CASCADE"))
            connection.execute(text("DROP SEQUENCE public.refusals"))
    assert report.retries == 2
    assert report.documents == Counts(changed=50, unchanged=100)
    assert rows(started) == undisturbed


# A server of their own, because all others would fall with it.


@pytest.fixture
def own_home() -> Iterator[Path]:
    """An ARCHIVE_HOME that the server makes, below a folder that its account can reach."""
    with tempfile.TemporaryDirectory(prefix=f"{RUN}_faults", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def own(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The world in its first state, on a server of this test alone."""
    monkeypatch.setenv("ARCHIVE_HOME", str(own_home / "home"))
    engine = database.create_engine()
    database.upgrade(engine)
    load(engine, 1)
    yield engine
    engine.dispose()
    os.kill(postmaster(own_home), signal.SIGINT)  # nothing else stops it once its home is gone


def postmaster(home: Path) -> int:
    """The process of the server of a home."""
    return int((home / "home" / "data" / "postmaster.pid").read_text().split()[0])


def kill(process: int) -> None:
    os.kill(process, signal.SIGKILL)


@pytest.mark.parametrize("whole", [False, True], ids=["it starts anew", "its last user starts it"])
def test_a_server_that_is_killed_in_the_middle_of_a_batch_comes_back_and_the_load_goes_on(
    own: Engine, own_home: Path, undisturbed: Rows, whole: bool
) -> None:
    with slowly(own):
        loader = Loader(ARCHIVE_HOME=os.environ["ARCHIVE_HOME"])
        time.sleep(random.uniform(0, 0.5))
        process = wait_for_busy(own)
        kill(postmaster(own_home) if whole else process)
        said = loader.wait()
        _answers(own)
    assert "done" in said, said
    assert int(said.split("done")[1]) >= 1
    assert rows(own) == undisturbed
    assert list(verify(own, read)) == []


def _answers(engine: Engine) -> None:
    """Wait until the server takes connections again."""
    for _ in range(100):
        try:
            engine.dispose()
            engine.connect().close()
        except Exception:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not come back")


@pytest.fixture
def small_disk(own_home: Path) -> Iterator[Path]:
    """A disk of its own for the home, which is soon full."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can make a small disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=150m,mode=755", "tmpfs", str(own_home)], check=False)
    if made.returncode:
        pytest.skip("this machine lets nobody make a small disk")
    yield own_home
    subprocess.run(["umount", "--lazy", str(own_home)], check=True)


def test_a_full_disk_ends_the_load_and_with_more_space_it_goes_on(
    small_disk: Path, own: Engine, undisturbed: Rows
) -> None:
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space left"), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(65536))
    with pytest.raises((DiskFull, LoadBroken), match="hat was loaded is whole"):
        Load(own, Reader(read, "1"), delays=(0.01, 0.1)).run([*world(2), *_long()])
    filler.unlink()
    own.dispose()
    _answers(own)
    load(own, 2)
    loading.withdraw(own, [each.slug for each in _long()])
    found = rows(own)
    found["documents"] = [row for row in found["documents"] if not row["slug"].startswith("long")]
    assert found == undisturbed


def _long() -> list[SourceText]:
    """More than fits into what is left of the log of the server."""
    noise = random.Random(1)
    return [source(f"long {number}", {"padding": noise.randbytes(1_000_000).hex()}) for number in range(40)]
