"""The command as a whole: how it starts, what it imports, how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from archive import __version__
from archive.cli import main

from .conftest import COMMAND, Run, in_terminal, start

COMMANDS = (
    "migrate",
    "seed",
    "verify",
    "read",
    "evaluate",
    "status",
    "search",
    "show",
    "query",
    "psql",
    "export",
)
NOBODY = "postgresql://ann:secret@127.0.0.1:1/archive"


def test_help_names_every_command_in_one_line_each(run: Run) -> None:
    told = run("--help").out
    assert [line.split()[0] for line in told.partition("Commands:")[2].splitlines() if line.strip()] == list(COMMANDS)
    assert "..." not in told.partition("Commands:")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    told = run(command, "--help")
    assert told.code == 0
    assert told.out.startswith(f"Usage: archive {command}")


def test_help_is_there_at_once() -> None:
    took = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run((*COMMAND, "--help"), check=True, stdout=subprocess.DEVNULL)
        took.append(time.perf_counter() - started)
    assert min(took) < 0.4


def test_the_version_is_the_package_s(run: Run) -> None:
    assert run("--version").out == f"archive {__version__}\n"


def imported(*args: str) -> set[str]:
    """The modules in memory after a command has ended."""
    script = (
        "import atexit, json, sys\n"
        "atexit.register(lambda: sys.stderr.write('\\n' + json.dumps(sorted(sys.modules))))\n"
        "from archive.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    done = subprocess.run((sys.executable, "-c", script, *args), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_help_imports_no_library_but_click() -> None:
    libraries = {"sqlalchemy", "alembic", "psycopg", "rich", "ahocorasick", "nupunkt", "edtf"}
    assert not libraries & imported("--help")
    assert not {"archive.database", "archive.loading", "archive.reading", "archive.models"} & imported("--help")


def test_reading_imports_nothing_of_a_database(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Igor Krasnov met Ann Lee.")
    found = imported("read", str(tmp_path))
    assert "archive.reading" in found
    assert not {"sqlalchemy", "alembic", "psycopg", "archive.database", "archive.server", "archive.models"} & found


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("status",), id="status"),
        pytest.param(("search", "oslo"), id="search"),
        pytest.param(("query", "select 1"), id="query"),
        pytest.param(("show", "country", "NO"), id="show"),
        pytest.param(("export", "jsonl"), id="export"),
    ],
)
def test_asking_imports_no_reader(told_url: str, args: tuple[str, ...]) -> None:
    found = imported("--database", told_url, *args)
    assert "archive.database" in found
    assert not {"archive.reading.segments", "archive.loading.running", "ahocorasick", "nupunkt"} & found


@pytest.mark.parametrize(
    "args",
    [
        pytest.param((), id="no-command"),
        pytest.param(("sing",), id="unknown-command"),
        pytest.param(("status", "--loud"), id="unknown-option"),
        pytest.param(("show", "song", "x"), id="unknown-kind"),
        pytest.param(("query", "select 1", "--format", "xml"), id="unknown-format"),
        pytest.param(("read",), id="nothing-to-read"),
        pytest.param(("query", "delete from persons"), id="not-a-question"),
        pytest.param(("export", "csv"), id="no-folder"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2_and_touches_no_database(run: Run, args: tuple[str, ...]) -> None:
    done = run("--database", NOBODY, *args)
    assert done.code == 2
    assert done.out == ""
    assert "Usage: archive" in done.err


def test_the_database_may_be_named_before_the_command_or_after_it(run: Run, told_url: str) -> None:
    before, after = run("--database", told_url, "search", "oslo"), run("search", "oslo", "--database", told_url)
    assert before.code == 0
    assert before == after


def test_database_url_names_the_database(run: Run, told_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", told_url)
    assert "oslo" in run("search", "oslo").out


def test_the_option_goes_before_database_url(run: Run, told_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", NOBODY)
    assert run("--database", told_url, "search", "oslo").code == 0


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("status",), id="status"),
        pytest.param(("seed",), id="seed"),
        pytest.param(("migrate",), id="migrate"),
        pytest.param(("query", "select 1"), id="query"),
        pytest.param(("psql",), id="psql"),
        pytest.param(("verify",), id="verify"),
    ],
)
def test_an_unreachable_database_is_one_message_without_the_password(run: Run, args: tuple[str, ...]) -> None:
    done = run("--database", NOBODY, *args)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("archive: ")
    assert "127.0.0.1" in done.err
    assert "secret" not in done.err
    assert "Traceback" not in done.err


def test_a_url_that_is_none_is_one_message(run: Run) -> None:
    done = run("--database", "mysql://ann:secret@db/archive", "status")
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "secret" not in done.err


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(("status",), id="option-forgotten"),
        pytest.param(("seed",), id="seed"),
        pytest.param(("seed", "--log", "json"), id="seed-for-machines"),
        pytest.param(("read",), id="read"),
        pytest.param(("read", "--jsonl"), id="corpus"),
        pytest.param(("evaluate",), id="evaluate"),
        pytest.param(("export", "jsonl"), id="export"),
        pytest.param(("export", "csv"), id="export-of-files"),
        pytest.param(("status", "--format"), id="option-without-a-value"),
        pytest.param(("migrate",), id="migrate"),
        pytest.param(("psql",), id="psql"),
        pytest.param(("seed", "--scheduler"), id="scheduler"),
    ],
)
def test_a_url_in_a_wrong_place_is_refused_without_its_password(
    run: Run, fresh_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("--database", fresh_database, *args, "postgresql://u:hunter2@h/db")
    assert (done.code, done.out) == (2, "")
    assert "hunter2" not in done.err
    assert not list(tmp_path.iterdir())
    engine = create_engine(fresh_database)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM archive.loads")) == 0
    engine.dispose()


def test_a_home_that_cannot_be_one_is_one_message(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv("ARCHIVE_HOME", str(tmp_path / "home"))
    done = run("status")
    assert (done.code, done.out) == (1, "")
    assert str(tmp_path / "home") in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", [("status",), ("search", "oslo"), ("seed",), ("migrate",), ("verify",)])
def test_a_database_ahead_of_the_code_is_refused(run: Run, fresh_database: str, command: tuple[str, ...]) -> None:
    engine = create_engine(fresh_database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE archive.alembic_version SET version_num = 'f00000000000'"))
    engine.dispose()
    done = run("--database", fresh_database, *command)
    assert done.code == 1
    assert "f00000000000" in done.err
    assert "newer archive" in done.err


@pytest.mark.parametrize("command", [("search", "oslo"), ("show", "person", "lee"), ("query", "select 1"), ("verify",)])
def test_an_empty_database_says_how_to_fill_it(run: Run, empty_database: str, command: tuple[str, ...]) -> None:
    done = run("--database", empty_database, *command)
    assert (done.code, done.out) == (1, "")
    assert "archive seed" in done.err


def test_a_reader_who_leaves_early_is_no_error(told_url: str) -> None:
    process = start("--database", told_url, "query", "select * from generate_series(1, 200000)", "-f", "csv")
    assert process.stdout and process.stderr
    assert process.stdout.readline() == "generate_series\n"
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(timeout=30) == 141


def test_a_word_that_is_not_utf_8_is_one_message(ask: Run) -> None:
    for args in (("query", "select '\udce9'"), ("search", "\udce9"), ("show", "person", "\udce9")):
        done = ask(*args)
        assert (done.code, done.out) == (2, "")
        assert "\\udce9" in done.err
        assert "is not UTF-8" in done.err


def test_an_interrupt_ends_with_130_and_no_traceback(told_url: str) -> None:
    process = start("--database", told_url, "query", "select pg_sleep(60)")
    _wait_for_statement(told_url, "select pg_sleep(60)")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    assert "Traceback" not in err


def _wait_for_statement(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")  # a transaction would see one moment only
    seen = text("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query = :statement")
    with engine.connect() as connection:
        for _ in range(300):
            if connection.scalar(seen, {"statement": statement}):
                break
            time.sleep(0.1)
        else:
            raise AssertionError("the statement never ran")
    engine.dispose()


def test_an_error_that_nobody_expected_shows_its_place_only_when_asked(
    run: Run, told_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.queries.search", None)
    done = run("--database", told_url, "search", "oslo")
    assert done.code == 1
    assert done.err.startswith("archive: Unexpected TypeError: ")
    assert "--traceback" in done.err
    with pytest.raises(TypeError):
        main(["--traceback", "--database", told_url, "search", "oslo"])
    with pytest.raises(TypeError):
        main(["--database", told_url, "search", "oslo", "--traceback"])
    monkeypatch.setenv("ARCHIVE_TRACEBACK", "1")
    with pytest.raises(TypeError):
        main(["--database", told_url, "search", "oslo"])
    monkeypatch.setenv("ARCHIVE_TRACEBACK", "0")
    assert run("--database", told_url, "search", "oslo").err == done.err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_may_show_where_an_error_arose(run: Run, command: str) -> None:
    assert "--traceback" in run(command, "--help").out


def test_a_terminal_gets_bold_heads_unless_no_color_is_set(told_url: str) -> None:
    asked = ("--database", told_url, "query", "select 1 as a")
    assert "\x1b[1ma\x1b[0m" in in_terminal(*asked).out
    assert "\x1b" not in in_terminal(*asked, NO_COLOR="1").out
    assert "\x1b" not in in_terminal(*asked, TERM="dumb").out


@pytest.mark.skipif(not sys.prefix.isascii(), reason="Python 3.11 does not start there in the locale C")
def test_texts_in_any_script_pass_in_any_locale(told_url: str) -> None:
    done = subprocess.run(
        (*COMMAND, "--database", told_url, "query", "select 'Grube' || chr(353) || 'a ' || chr(20064)", "-f", "jsonl"),
        stdout=subprocess.PIPE,
        check=True,
        env=os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert done.stdout.decode() == '{"?column?": "Grubeša 习"}\n'
