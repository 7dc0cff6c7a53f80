"""Texts that the workers of a Dask cluster read: the same rows, and a word for everything that a cluster may do."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from archive.loading import Counts, LoadReport, SourceText
from archive.loading.cluster import (
    Cluster,
    ClusterLost,
    ClusterUnreachable,
    ClusterWithoutWorkers,
    WorkerDiffers,
    cluster,
)
from archive.loading.readers import CHUNK, Reader
from archive.loading.running import Load
from tests.loading.conftest import empty, rows
from tests.loading.scripts import read, source
from tests.loading.test_loads import GRUBESA_ALONE
from tests.loading.test_readers import DEADLY, POISON, TEXTS

pytestmark = pytest.mark.extra("distributed")

ROOT = Path(__file__).resolve().parents[2]
QUIET = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",  # Work that was lost once is given up at once.
    "DASK_DISTRIBUTED__COMM__RETRY__COUNT": "0",
}


@contextmanager
def running(program: str, *args: str, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A program of Dask with all processes that it starts."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{program}", *args, "--no-dashboard"],
        cwd=ROOT,
        env={**os.environ, **QUIET, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        kill(process)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """End a program and all that it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The address of a scheduler without workers."""
    said = folder / "scheduler.json"
    with running("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(said)) as process:
        for _ in range(300):
            if said.exists() and (content := said.read_text()):
                yield json.loads(content)["address"], process
                return
            time.sleep(0.05)
        pytest.fail("no scheduler comes up")


@contextmanager
def workers(address: str, number: int = 1, **environment: str) -> Iterator["subprocess.Popen[bytes]"]:
    """So many workers, each a process that is started again when it ends."""
    with running("worker", address, "--nworkers", str(number), "--nthreads", "1", **environment) as process:
        yield process


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers, for all tests that leave them as they are."""
    with scheduler(tmp_path_factory.mktemp("dask")) as (found, _), workers(found, 2):
        yield found


@contextmanager
def reach(address: str, number: int = 2, *, patience: float = 20.0, version: str = "1") -> Iterator[Cluster]:
    """The cluster, once so many workers are there."""
    with cluster(address, version_of="tests.loading.scripts:VERSION", version=version, patience=patience) as found:
        found.client.wait_for_workers(number, timeout=20)
        yield found


def load(archive: Engine, found: Cluster, texts: list[SourceText], **options: Any) -> LoadReport:
    reader = Reader(read, "1", found.jobs, found.executor, few=0)
    return Load(archive, reader, batch_size=30, **options).run(texts)


def many(number: int) -> list[SourceText]:
    return [source(f"{each:04}", GRUBESA_ALONE | {"n": each}) for each in range(number)]


def test_a_cluster_gives_the_same_rows_and_the_same_report(archive: Engine, address: str) -> None:
    Load(archive, Reader(read, "1")).run([])
    texts = [*TEXTS[:40], POISON, *TEXTS[40:]]
    alone = Load(archive, Reader(read, "1"), batch_size=30).run(texts)
    expected = rows(archive)
    empty(archive)
    with reach(address) as found:
        assert found.jobs == 2
        together = load(archive, found, texts)
        pids = found.client.run(os.getpid)
    assert len(set(pids.values()) | {os.getpid()}) == 3
    assert rows(archive) == expected
    for name in ("documents", "tables", "failures", "notes"):
        assert getattr(together, name) == getattr(alone, name), name


def test_no_more_texts_are_taken_than_the_workers_read(archive: Engine, address: str) -> None:
    taken, most = 0, 0

    def texts() -> Iterator[SourceText]:
        nonlocal taken
        for text in many(400):
            taken += 1
            yield text

    def look(batch: Any) -> None:
        nonlocal most
        most = max(most, taken - 30 * batch.number)

    with reach(address) as found:
        load(archive, found, texts(), on_batch=look)  # type: ignore[arg-type]
    assert 0 < most <= 2 * 2 * CHUNK + 2 * 30


def test_a_text_that_ends_its_worker_fails_alone(archive: Engine, address: str) -> None:
    texts = [*TEXTS[:20], DEADLY, *TEXTS[20:40]]
    with reach(address) as found:
        report = load(archive, found, texts)
    assert [failure.slug for failure in report.failures] == ["deadly"]
    assert report.documents == Counts(new=40, failed=1)
    assert "read again one by one" in report.notes[0].message


def test_a_worker_that_is_killed_costs_no_text(archive: Engine, address: str) -> None:
    killed: list[int] = []

    with reach(address) as found:

        def kill_one(_batch: Any) -> None:
            if not killed:
                killed.append(min(found.client.run(os.getpid).values()))
                os.kill(killed[0], signal.SIGKILL)

        report = load(archive, found, many(400), on_batch=kill_one)
    assert killed
    assert report.documents == Counts(new=400)
    assert report.failures == ()


def test_a_load_that_is_interrupted_leaves_the_cluster_free(archive: Engine, address: str) -> None:
    def stop(_batch: Any) -> None:
        raise KeyboardInterrupt

    with reach(address) as found:
        with pytest.raises(KeyboardInterrupt):
            load(archive, found, many(200), on_batch=stop)
        report = load(archive, found, many(200))
    assert report.documents == Counts(new=170, unchanged=30)


def test_a_worker_with_another_reader_is_refused(address: str) -> None:
    with (
        pytest.raises(WorkerDiffers, match=r"has version 1 of the reader, and here it is 2.*the same archive as here"),
        reach(address, version="2"),
    ):
        pytest.fail("it was let in")


def test_a_worker_without_the_archive_is_refused(address: str) -> None:
    with (
        pytest.raises(WorkerDiffers, match="has no such archive"),
        cluster(address, version_of="no_such_archive:VERSION", version="1"),
    ):
        pytest.fail("it was let in")


def test_a_worker_with_another_reader_that_joins_later_ends_the_load(archive: Engine, tmp_path: Path) -> None:
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduler(tmp_path))
        first = stack.enter_context(workers(address))
        found = stack.enter_context(reach(address, 1))

        def swap(_batch: Any) -> None:
            if first.poll() is None:
                kill(first)
                stack.enter_context(workers(address, SCRIPTS_VERSION="2"))

        with pytest.raises(WorkerDiffers, match="has version 2 of the reader, and here it is 1"):
            load(archive, found, many(400), on_batch=swap)
    assert {text["reader_version"] for text in rows(archive)["documents"]} == {"1"}


def test_where_no_scheduler_is_the_address_is_named() -> None:
    with pytest.raises(ClusterUnreachable, match=r"no Dask scheduler at tcp://127\.0\.0\.1:1: "):
        _enter("tcp://127.0.0.1:1")


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://", "tcp://127.0.0.1:port"])
def test_an_address_that_is_none_is_named(address: str) -> None:
    with pytest.raises(ClusterUnreachable, match=address):
        _enter(address)


def _enter(address: str) -> None:
    with reach(address, patience=0.5):
        pytest.fail("nobody is there")


def test_a_cluster_without_workers_is_not_waited_for_for_ever(archive: Engine, tmp_path: Path) -> None:
    with scheduler(tmp_path) as (address, _):
        with pytest.raises(ClusterWithoutWorkers, match=f"dask worker {address}"):
            _enter(address)
        with (
            workers(address) as all_of_them,
            reach(address, 1) as found,
            pytest.raises(ClusterWithoutWorkers, match="no worker for 2 seconds"),
        ):
            found.patience = 2.0
            load(archive, found, many(400), on_batch=lambda _: kill(all_of_them))


def test_a_scheduler_that_goes_ends_the_load_with_a_word(archive: Engine, tmp_path: Path) -> None:
    with (
        scheduler(tmp_path) as (address, process),
        workers(address),
        reach(address, 1) as found,
        pytest.raises((ClusterLost, ClusterWithoutWorkers), match="What was loaded is whole"),
    ):
        found.patience = 2.0
        load(archive, found, many(400), on_batch=lambda _: kill(process))
    assert len(rows(archive)["documents"]) in range(30, 400)


def test_without_dask_the_command_says_what_to_install(fresh_database: str) -> None:
    script = "import sys; sys.modules['distributed'] = None; from archive.cli import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", script, "--database", fresh_database, "seed", "--scheduler", "tcp://127.0.0.1:1"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'cooperation-archive[dask]'" in done.stderr


def test_the_command_reads_on_a_cluster(address: str, fresh_database: str, tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    said = "Prosecutor General of the Russian Federation Igor Krasnov met with Minister of Justice of Belize Ann Lee."
    corpus.write_text("".join(json.dumps({"id": n, "text": f"{said} ({n})"}) + "\n" for n in range(120)))
    done = _seed(fresh_database, str(corpus), "--scheduler", address, "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["new"] == 120
    both = _seed(fresh_database, str(corpus), "--scheduler", address, "--jobs", "2")
    assert both.returncode == 2


def _seed(url: str, *args: str) -> "subprocess.CompletedProcess[str]":
    command = (sys.executable, "-m", "archive.cli", "--database", url, "seed", *args)
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
