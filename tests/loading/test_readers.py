"""Texts that others read: the same rows from any number of processes, whatever happens to one of them."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from archive.loading import Counts, LoadReport, SourceText
from archive.loading.readers import CHUNK, PREPARED, Reader, processes
from archive.loading.running import Load
from tests.loading.conftest import empty, rows
from tests.loading.scripts import has_compiled, read, source
from tests.loading.test_loads import GRUBESA_ALONE, KRASNOV_MEETS

TEXTS = [
    source(f"{number:02}", (KRASNOV_MEETS if number % 3 else GRUBESA_ALONE) | {"n": number % 50})
    for number in range(70)
]
DEADLY = source("deadly", KRASNOV_MEETS | {"deadly": True})
POISON = source("poison", {"poison": "no idea"})


def threads(jobs: int) -> Executor:
    return ThreadPoolExecutor(jobs)


def load(archive: Engine, texts: list[SourceText], jobs: int, *, batch_size: int = 30, **options: Any) -> LoadReport:
    return Load(archive, Reader(read, "1", jobs, few=0, **options), batch_size=batch_size).run(texts)


@pytest.mark.parametrize(("jobs", "batch_size", "make"), [(2, 30, processes), (3, 7, threads), (8, 100, threads)])
def test_any_number_of_readers_gives_the_same_rows_and_the_same_report(
    archive: Engine, jobs: int, batch_size: int, make: Any
) -> None:
    load(archive, [], 1)
    texts = [*TEXTS[:40], POISON, TEXTS[3], *TEXTS[40:]]
    alone = load(archive, texts, 1, batch_size=batch_size)
    expected = rows(archive)
    empty(archive)
    together = load(archive, texts, jobs, batch_size=batch_size, make_executor=make)
    assert rows(archive) == expected
    for name in ("documents", "tables", "failures", "notes"):
        assert getattr(together, name) == getattr(alone, name), name
    assert together.documents == Counts(new=70, unchanged=1, failed=1)


def test_a_text_that_ends_its_process_fails_alone(archive: Engine) -> None:
    load(archive, TEXTS[:40], 1)
    expected = rows(archive)
    empty(archive)
    report = load(archive, [*TEXTS[:20], DEADLY, *TEXTS[20:40]], 2)
    assert [failure.slug for failure in report.failures] == ["deadly"]
    assert "the process that reads it ends each time" in report.failures[0].reason
    assert "was killed; its texts were read again one by one" in report.notes[0].message
    assert rows(archive) == expected


def test_a_process_that_is_killed_once_costs_no_text(archive: Engine, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    report = load(archive, TEXTS[:40], 2, make_executor=_Killing(killed))
    assert killed.exists()
    assert report.documents == Counts(new=40)
    assert report.failures == ()


class _Killing:
    """Processes of which the first that gets work is killed from outside."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, jobs: int) -> Executor:
        executor = processes(jobs)
        if not self.mark.exists():
            self.mark.touch()
            os.kill(executor.submit(os.getpid).result(), signal.SIGKILL)
        return executor


def test_few_texts_are_read_without_other_processes(archive: Engine) -> None:
    def refuse(jobs: int) -> Executor:
        raise AssertionError("no process is worth its start")

    report = Load(archive, Reader(read, "1", 2, refuse), batch_size=30).run(TEXTS[:50])
    assert report.documents == Counts(new=50)


def test_no_more_texts_are_taken_than_are_worked_at(archive: Engine) -> None:
    taken, most = 0, 0

    def texts() -> Any:
        nonlocal taken
        for number in range(400):
            taken += 1
            yield source(f"{number}", {"padding": "." * 50, "n": number})

    def look(batch: Any) -> None:
        nonlocal most
        most = max(most, taken - 10 * batch.number)

    Load(archive, Reader(read, "1", 2, threads, few=0), on_batch=look, batch_size=10).run(texts())
    assert 0 < most <= 2 * 2 * CHUNK + 20


def test_readers_are_forks_of_one_that_has_read_before() -> None:
    with processes(2) as executor:
        assert executor.submit(has_compiled).result()


def test_readers_hold_nothing_of_a_database() -> None:
    script = f"import sys, {', '.join(PREPARED)}; print(*sorted({{'sqlalchemy', 'psycopg'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "\n"


def test_readers_end_when_their_parent_is_killed() -> None:
    script = (
        "import os, time; from archive.loading import processes\n"
        "if __name__ == '__main__':\n"
        "    executor = processes(2)\n"
        "    print(executor.submit(os.getpid).result(), flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        reader = int(parent.stdout.readline())
        parent.kill()
    for _ in range(100):
        if not _runs(reader):
            return
        time.sleep(0.05)
    os.kill(reader, signal.SIGKILL)
    pytest.fail("the reader is left over")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        # One that has ended may wait for an init that never asks.
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_ctrl_c_does_not_reach_the_readers() -> None:
    script = (
        "import os, signal; from archive.loading.readers import Reader, processes\n"
        "from archive.loading import SourceText; from tests.loading.scripts import has_compiled, read, source\n"
        "if __name__ == '__main__':\n"
        "    signal.signal(signal.SIGINT, lambda *_: None)\n"
        "    with Reader(read, '1', 2, few=0) as reader:\n"
        "        begun = reader.begin([source('a', {'padding': '.'})])\n"
        "        os.killpg(0, signal.SIGINT)\n"
        "        begun.outcomes()\n"
        "        print(reader.lost)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        start_new_session=True,
        cwd=Path.cwd(),
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_program_whose_main_module_every_process_runs_again_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(
        "from archive.loading.readers import Reader\n"
        "from tests.loading.scripts import read, source\n"
        "with Reader(read, '1', 2, few=0) as reader:\n"
        "    reader.begin([source('a', {'padding': '.'})]).outcomes()\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert done.returncode == 1
    assert 'keeps its calls under `if __name__ == "__main__":`' in " ".join(done.stderr.split())
