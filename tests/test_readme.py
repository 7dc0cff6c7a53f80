"""The README says what is so: its commands are run in a fresh archive, its output compared, its example executed."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, make_url

from archive import database
from tests.conftest import RUN, Place

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BEFORE_THE_SUMS = "8e41c7b20d36"  # what follows makes tables
REPORT = "Last year Minister of Justice of Belize Ann Lee met Prosecutor General of Norway Bo Ray in Oslo.\n"


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Said:
    """A command of the README and what stands below it."""

    command: str
    output: str


def commands() -> list[Said]:
    """What follows a ``$`` in the consoles of the README."""
    said = []
    for block in blocks("console"):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            said.append(Said(command, output))
    return said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the reports that the README speaks of."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "visit.txt").write_text(REPORT)
    (sources,) = blocks("toml")
    (tmp_path / "reports" / "sources.toml").write_text(sources)
    return tmp_path


def run(folder: Path, url: str, *args: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return subprocess.run(
        (sys.executable, *args),
        cwd=folder,
        env=clean | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_command_does_what_the_readme_says(folder: Path, empty_database: str) -> None:
    assert len(commands()) > 15
    assert run(folder, empty_database, "-m", "archive.cli", "seed").returncode == 0  # as `make seed` does
    for said in commands():
        name, *args = shlex.split(said.command)
        assert name == "archive"
        done = run(folder, empty_database, "-m", "archive.cli", *args)
        told = "Of 5 texts: everything agrees.\n" if "verify" in args else ""
        assert (done.returncode, done.stderr) == (0, told), said.command
        if said.output:
            assert done.stdout == said.output, said.command
        elif "verify" not in args and args[-1] not in ("migrate", "everything/"):
            assert done.stdout.count("\n") >= 1, said.command
        if "query" in args or "search" in args:
            assert done.stdout.count("\n") >= (1 if "jsonl" in args else 3), f"nothing found by {said.command}"
    assert (folder / "everything" / "encounters.csv").exists()


def test_a_report_of_the_readme_is_dated_by_its_sources(folder: Path, empty_database: str) -> None:
    assert '"2023"' in run(folder, empty_database, "-m", "archive.cli", "read", "reports/visit.txt").stdout


def test_the_example_for_applications_runs(folder: Path, empty_database: str) -> None:
    (example,) = blocks("python")
    assert run(folder, empty_database, "-m", "archive.cli", "seed").returncode == 0
    done = run(folder, empty_database, "-W", "error", "-c", example)
    assert done.returncode == 0, done.stderr
    assert "Igor Krasnov ['Prosecutor General']\n" in done.stdout
    assert "«cybercrime»" in done.stdout


def test_the_roles_of_the_readme_can_do_what_it_says(folder: Path, place: Place) -> None:
    names = {role: f"{RUN}_{role}" for role in ("archive_loader", "archive_reader", "archive")}

    def renamed(sql: str) -> str:
        """The same for roles and a database of this run; the schema keeps its name."""
        sql = re.sub(r"(?<!SCHEMA )\barchive(?:_\w+)?\b", lambda found: names[found[0]], sql)
        return sql.replace("'...'", "'sesame'")

    def url(role: str) -> str:
        address = make_url(place.url(names["archive"])).set(username=names[role], password="sesame")
        return address.render_as_string(hide_password=False)

    def ask(role: str, *args: str) -> "subprocess.CompletedProcess[str]":
        return run(folder, url(role), "-m", "archive.cli", *args)

    make, grant = blocks("sql")
    with administrator(place.url(place.maintenance_dbname)) as connection:
        try:
            for statement in renamed(make).rstrip(";\n").split(";\n"):
                connection.exec_driver_sql(statement)
            assert ask("archive", "migrate").returncode == 0
            with administrator(place.url(names["archive"])) as inside:
                inside.exec_driver_sql(renamed(grant))
            assert ask("archive_loader", "seed", "reports").returncode == 0
            assert ask("archive_reader", "query", "select * from encounters", "-f", "jsonl").stdout.count("\n") == 2
            assert ask("archive_reader", "verify").returncode == 0
            refused = ask("archive_reader", "seed")
            assert (refused.returncode, "may not load" in refused.stderr) == (1, True)
            database.downgrade(url("archive"), BEFORE_THE_SUMS)
            assert "the user who owns them" in ask("archive_loader", "seed").stderr
            assert ask("archive", "migrate").returncode == 0  # makes tables that nobody has been granted
            assert ask("archive_loader", "seed").returncode == 0
            assert ask("archive_reader", "show", "person", "Igor Krasnov").returncode == 0
        finally:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {names['archive']}")
            for name in names.values():
                connection.exec_driver_sql(f"DROP ROLE IF EXISTS {name}")


@contextmanager
def administrator(url: str) -> Iterator[Connection]:
    """A connection of the superuser, each statement for itself."""
    engine = database.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_what_make_is_asked_to_do_it_can() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = set(re.findall(r"\bmake ([a-z]+)\b(?=`|\n)", README))
    assert {"seed", "test", "help"} <= asked <= targets


def test_make_check_looks_at_the_documents() -> None:
    rule = re.search(r"^check:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert rule
    files = re.findall(r"\btests/\S+", rule[1])
    assert {"tests/test_docs.py", "tests/models/test_schema_page.py"} <= set(files)
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_what_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_of_the_archive_is_in_the_readme() -> None:
    from archive.cli import command

    assert [name for name in command.commands if f"archive {name}" not in README] == []
