"""What a person, a log and a machine see of a load, and how Ctrl-C ends it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from archive.cli.progress import Progress, counting, telling
from archive.cli.settings import Log
from archive.loading import BatchReport, Counts

from .conftest import Run

SEED = (sys.executable, "-m", "archive.cli", "seed", "--jobs", "2", "--log", "json")


def corpus(folder: Path, texts: int) -> Path:
    path = folder / "texts.jsonl"
    with path.open("w") as file:
        for number in range(texts):
            words = (
                f"Igor Krasnov met Josip Grubeša in Sarajevo on {number % 27 + 1} May 2021. It was meeting {number}."
            )
            file.write(json.dumps({"id": f"{number:05}", "text": words}) + "\n")
    return path


def start(database: str, path: Path, **options: Any) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*SEED, str(path)],
        env={**os.environ, "DATABASE_URL": database},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **options,
    )


def test_ctrl_c_lets_the_batch_come_in_and_says_what_is_there(fresh_database: str, tmp_path: Path) -> None:
    path = corpus(tmp_path, 1000)
    with start(fresh_database, path) as loader:
        assert loader.stderr is not None
        first = json.loads(loader.stderr.readline())
        os.killpg(loader.pid, signal.SIGINT)  # As a terminal does: to the readers, too.
        out, err = loader.communicate(timeout=60)
    assert loader.returncode == 130
    assert out == ""
    told = [first, *map(json.loads, err.splitlines())]
    there = [batch["total"]["new"] for batch in told if "batch" in batch][-1]
    said = [one["message"] for one in told if "message" in one]
    assert said[0].startswith("Ending after this batch.")
    assert said[1].startswith(f"Interrupted: {there} texts came in. What was loaded so far is whole")
    assert len(said) == 2
    again = subprocess.run(
        [*SEED, "--format", "json", str(path)],
        env={**os.environ, "DATABASE_URL": fresh_database},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(again.stdout)[0] == {
        "rows": "texts", "new": 1000 - there, "changed": 0, "unchanged": there, "removed": None, "failed": 0,
    }  # fmt: skip


def test_a_second_ctrl_c_ends_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), telling(Log.TEXT, lambda: None) as progress:
        signal.raise_signal(signal.SIGINT)
        assert progress.stopping
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is not progress.stop


def test_a_quick_load_has_no_lines_and_a_long_one_has_one_for_each_batch(capsys: pytest.CaptureFixture[str]) -> None:
    with telling(Log.TEXT, lambda: None) as progress:
        progress(BatchReport(1, Counts(new=5)))
        assert capsys.readouterr().err == ""
        progress.started -= 10
        progress(BatchReport(2, Counts(new=3, changed=2, unchanged=89, failed=1), retries=2))
    assert capsys.readouterr().err == (
        "batch 2: the database failed, and was asked again 2 times\n"
        "batch 2: 100 texts, 8 new, 2 changed, 89 unchanged, 1 failed; 10 texts/s\n"
    )


def test_the_first_batch_of_a_long_load_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with telling(Log.TEXT, lambda: None) as progress:
        progress.started -= 20
        progress(BatchReport(1, Counts(new=100)))
    assert capsys.readouterr().err.startswith("batch 1: 100 texts, 100 new, ")


def test_a_long_check_has_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with counting("Reading again", 300) as advance:
        advance(100)
        assert capsys.readouterr().err == ""
        monkeypatch.setattr("archive.cli.progress._EVERY", 0.0)
        advance(100)
    assert capsys.readouterr().err == "Reading again: 200 of 300 texts\n"


def test_a_machine_is_told_everything_once_and_in_objects(run: Run, fresh_database: str, tmp_path: Path) -> None:
    def told(*args: str) -> tuple[int, list[dict[str, Any]]]:
        done = run("--database", fresh_database, "seed", "--log", "json", *args)
        return done.code, [json.loads(line) for line in done.err.splitlines()]

    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "good.txt").write_text("Igor Krasnov met Josip Grubeša.")
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    (folder / "empty.txt").touch()
    code, (batch, undated) = told(str(folder))
    assert code == 3
    assert undated["message"].startswith("1 of 1 texts have no date of publication")
    assert batch["total"] == {"new": 1, "changed": 0, "unchanged": 0, "failed": 2}
    assert sorted(failure["path"] for failure in batch["failures"]) == [
        f"{folder}/binary.txt",
        f"{folder}/empty.txt",
    ]
    (tmp_path / "empty.jsonl").touch()
    assert told(str(tmp_path / "empty.jsonl")) == (1, [{"message": f"There was no text in {tmp_path}/empty.jsonl."}])
    (folder / "good.txt").unlink()
    code, (*_, last) = told(str(folder), "--prune")
    assert (code, list(last)) == (1, ["error"])
    assert last["error"].startswith("Of 1 documents 1 have no file any more (good)")
    *_, last = told(str(folder), "--prune", "--yes")[1]
    assert last == {"message": "Withdrawing 1 of 1 documents, because their files are gone."}


def test_a_machine_is_told_why_a_load_did_not_begin(run: Run) -> None:
    done = run("--database", "postgresql://me@127.0.0.1:1/archive", "seed", "--log", "json")
    assert done.code == 1
    assert json.loads(done.err)["error"].startswith("The database archive on 127.0.0.1, port 1 cannot be reached")


def test_the_time_that_is_left_follows_from_the_rate() -> None:
    progress = Progress(lambda *_: None, total=300)
    assert progress.seconds_left is None
    progress.started -= 10
    progress(BatchReport(1, Counts(new=100)))
    assert progress.seconds_left == pytest.approx(20, abs=1)


def test_nobody_counts_files_for_a_log() -> None:
    with telling(Log.JSON, lambda: pytest.fail("the files are counted")):
        pass


def test_what_an_older_reader_has_read_is_read_again(fresh_database: str, fresh_engine: Engine, tmp_path: Path) -> None:
    def seed(*arguments: str) -> Any:
        done = subprocess.run(
            [*SEED, "--format", "json", *arguments],
            env={**os.environ, "DATABASE_URL": fresh_database},
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout)[0]

    assert seed(str(corpus(tmp_path, 3)))["new"] == 3
    with fresh_engine.begin() as connection:
        connection.execute(text("UPDATE archive.documents SET reader_version = 'older' WHERE slug <> '00001'"))
    assert seed("--again")["changed"] == 2
    assert seed("--again")["changed"] == 0


def test_pruning_says_how_many_and_refuses_more_than_a_tenth(fresh_database: str, tmp_path: Path) -> None:
    def seed(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "archive.cli", "seed", "-f", "json", *arguments],
            env={**os.environ, "DATABASE_URL": fresh_database},
            capture_output=True,
            text=True,
        )

    folder = tmp_path / "press"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"Igor Krasnov met Josip Grubeša. Number {number}.")
    assert seed(str(folder), "--prune").returncode == 0
    for number in range(3):
        (folder / f"{number:02}.txt").unlink()
    refused = seed(str(folder), "--prune")
    assert refused.returncode == 1
    assert "Of 20 documents 3 have no file any more (00, 01, 02)" in refused.stderr
    (folder / "02.txt").write_text("Igor Krasnov met Josip Grubeša. Number 2.")
    done = seed(str(folder), "--prune")
    assert done.stderr == "Withdrawing 2 of 20 documents, because their files are gone.\n"
    assert {"rows": "mentions", "new": 0, "changed": 0, "unchanged": None, "removed": 4, "failed": None} in json.loads(
        done.stdout
    )
    (folder / "03.txt").unlink()
    (folder / "04.txt").unlink()
    assert seed(str(folder), "--prune", "--yes").returncode == 0
    assert seed(str(folder / "05.txt"), "--prune").returncode == 2
