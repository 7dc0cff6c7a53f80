"""The command where its streams are closed or full, where it is told to end, and where its server is killed."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from archive import server
from archive.cli.surroundings import Ended, ending
from archive.server.home import Home
from archive.server.postmaster import Postmaster
from tests.test_server import a_home, runs, wait_for

from .conftest import COMMAND, Outcome, start

KRASNOV = "Prosecutor General Igor Krasnov met with Minister of Justice of Belize Ann Lee in Moscow.\n"


@pytest.fixture
def own_home() -> Iterator[Path]:
    """A home of this test's own that holds an archive."""
    with a_home() as home:
        done = subprocess.run((*COMMAND, "migrate"), env=os.environ | {"ARCHIVE_HOME": str(home)}, check=False)
        assert done.returncode == 0
        yield home


@contextmanager
def watching(home: Path) -> Iterator[Callable[[str], bool]]:
    """Ask its server, once that runs, from outside of the commands that use it; no row is False."""
    at = Home.at(home)
    wait_for(lambda: (postmaster := Postmaster.of(at.data)) is not None and postmaster.ready)
    with psycopg.connect(
        host=str(at.socket_folder), user=server.USER, dbname=server.DATABASE, autocommit=True
    ) as session:
        yield lambda question: session.execute(question).fetchone() is not None


def in_shell(redirection: str, *args: str) -> Outcome:
    """Run the command as a shell does that redirects its streams; Python buffers them, as it does for users."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {redirection}', "sh", *COMMAND, *args],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("question", ["select 1", "select repeat('x', 100) from generate_series(1, 2000)"])
def test_a_full_output_is_one_message(told_url: str, question: str) -> None:
    done = in_shell(">/dev/full", "--database", told_url, "query", question)
    assert done == Outcome(
        1, "", "archive: The answer cannot be written to standard output: No space left on device.\n"
    )


def test_a_closed_output_is_one_message() -> None:
    assert in_shell(">&-", "--version") == Outcome(
        1, "", "archive: The answer cannot be written to standard output: it is closed.\n"
    )


def test_a_closed_error_output_loses_no_answer(told_url: str) -> None:
    assert in_shell("2>&-", "--database", told_url, "query", "select 1 as a", "-f", "csv") == Outcome(0, "a\n1\n", "")


def test_a_full_error_output_keeps_the_exit_code() -> None:
    assert in_shell("2>/dev/full", "query", "select 1", "--format", "none").code == 2


def test_a_closed_input_holds_no_text(told_url: str) -> None:
    done = in_shell("<&-", "--database", told_url, "query", "-")
    assert done.code == 2
    assert "A question begins with" in done.err


def test_a_reader_who_left_is_not_told_what_else_went_wrong_on_the_output(told_url: str) -> None:
    process = start(
        "--database", told_url, "query", "select 1 / (5000 - n) from generate_series(1, 9000) n", "-f", "csv"
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    assert "Exception ignored" not in process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=30) in (1, 141)


def test_a_device_stays_a_device(told_url: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = start("--database", told_url, "export", "jsonl", str(pipe))
    assert '"table": "countries"' in pipe.read_text()
    assert process.communicate(timeout=30) == ("", "")
    assert pipe.is_fifo()


def test_a_link_stays_a_link(told_url: str, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "archive.jsonl")
    process = start("--database", told_url, "export", "jsonl", str(link))
    assert process.communicate(timeout=30) == ("", "")
    assert link.is_symlink()
    assert (tmp_path / "archive.jsonl").stat().st_size > 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_told_to_end_takes_its_server_with_it(own_home: Path, number: signal.Signals) -> None:
    process = start("query", "select pg_sleep(60)", env=os.environ | {"ARCHIVE_HOME": str(own_home)})
    with watching(own_home) as ask:
        wait_for(lambda: ask("SELECT true FROM pg_stat_activity WHERE query = 'select pg_sleep(60)'"))
    process.send_signal(number)
    out, said = process.communicate(timeout=60)
    assert (process.returncode, out) == (128 + number, "")
    assert "Traceback" not in said
    assert not runs(own_home)


def test_a_load_goes_on_when_its_own_server_was_killed(own_home: Path, tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.txt").write_text(f"{KRASNOV}Report {number}.\n")
    process = start("seed", str(tmp_path), env=os.environ | {"ARCHIVE_HOME": str(own_home)})
    with watching(own_home) as ask:
        wait_for(lambda: ask("SELECT true FROM archive.loads"))
        postmaster = Postmaster.of(own_home / "data")
        assert postmaster
        os.kill(postmaster.pid, signal.SIGKILL)
    out, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert out.splitlines()[2].split()[:2] == ["texts", "100"]
    assert not runs(own_home)


def test_an_error_that_a_signal_brought_about_ends_as_the_signal_does() -> None:
    def told(signal_raised: BaseException) -> int | None:
        try:
            try:
                raise signal_raised
            finally:
                raise RuntimeError("canceling statement due to user request")
        except RuntimeError as error:
            return ending(error)

    assert told(Ended(signal.SIGHUP)) == 129
    assert told(KeyboardInterrupt()) == 130
    assert ending(RuntimeError("of its own")) is None
