"""``archive export``."""

import csv
import json
import shlex
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from archive import database
from archive.models import Base
from archive.models.views import VIEWS
from tests.by_hand import OSLO

from .conftest import COMMAND, Run

INTERNAL = {"claims", "document_claims", "facts_to_prove", "attestations", "shown_offices"}


def rows_of(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def test_csv_has_a_file_for_each_table_and_view_with_all_its_rows(ask: Run, told: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert ask("export", "csv", str(folder)).code == 0
    names = {table.name for table in (*Base.metadata.tables.values(), *VIEWS.tables.values())} - INTERNAL
    assert {file.name for file in folder.iterdir()} == {f"{name}.csv" for name in names} | {"load.sql"}
    for name in names:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == rows_of(told, name), name


def test_csv_keeps_a_text_as_it_is(ask: Run, tmp_path: Path) -> None:
    ask("export", "csv", str(tmp_path))
    with (tmp_path / "documents.csv").open(encoding="utf-8", newline="") as file:
        assert OSLO in {row["text"] for row in csv.DictReader(file)}


def test_postgresql_reads_the_tables_in(ask: Run, run: Run, told: Engine, fresh_database: str, tmp_path: Path) -> None:
    assert ask("export", "csv", str(tmp_path)).code == 0
    engine = database.create_engine(fresh_database)
    tables = [table.name for table in Base.metadata.sorted_tables if table.name not in INTERNAL]
    command = (*COMMAND, "--database", fresh_database, "psql", "-q", "-f", "load.sql")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for name in (*tables, *(view.name for view in VIEWS.sorted_tables)):
        assert rows_of(engine, name) == rows_of(told, name), name
    engine.dispose()
    again = tmp_path / "again"
    assert run("--database", fresh_database, "export", "csv", str(again)).code == 0
    for copied in again.iterdir():
        assert copied.read_bytes() == (tmp_path / copied.name).read_bytes(), copied.name


def test_a_question_is_answered_in_the_csv_of_the_export(ask: Run, tmp_path: Path) -> None:
    assert ask("export", "csv", str(tmp_path)).code == 0
    for name in ("meeting_register", "office_holders", "document_register"):
        asked = ask("query", f"select * from {name}", "-f", "csv").out
        assert sorted(asked.splitlines()) == sorted((tmp_path / f"{name}.csv").read_text().splitlines()), name


def test_jsonl_has_every_row_after_those_that_it_refers_to(ask: Run, told: Engine) -> None:
    lines = [json.loads(line) for line in ask("export", "jsonl").out.splitlines()]
    tables = list(dict.fromkeys(line["table"] for line in lines))
    assert tables.index("countries") < tables.index("organizations") < tables.index("evidence")
    assert not INTERNAL & set(tables)
    for table in tables:
        assert sum(line["table"] == table for line in lines) == rows_of(told, table)


def test_an_export_is_the_same_each_time(ask: Run) -> None:
    assert ask("export", "jsonl") == ask("export", "jsonl")


def test_readings_are_what_archive_read_prints_with_the_text(run: Run, fresh_database: str) -> None:
    assert run("--database", fresh_database, "seed").code == 0
    exported = [json.loads(line) for line in run("--database", fresh_database, "export", "readings").out.splitlines()]
    assert len(exported) == 5
    read = [json.loads(line) for line in run("read", "seeds/documents").out.splitlines()]
    for line, expected in zip(exported, read, strict=True):
        assert expected.items() <= line.items()
        assert line["text"]
        assert {"published", "source", "url"} <= line.keys()


def test_a_text_on_which_the_reader_fails_is_named_and_left_out(
    run: Run, fresh_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.reading import read

    assert run("--database", fresh_database, "seed").code == 0
    fails: list[str] = []

    def moody(text: str, *, published: str | None = None) -> object:
        fails.append(text)
        if len(fails) != 2:
            return read(text, published=published)
        raise ValueError("no idea")

    monkeypatch.setattr("archive.reading.read", moody)
    file = tmp_path / "readings.jsonl"
    done = run("--database", fresh_database, "export", "readings", str(file))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(
        "001_39e5f8c8041adf2e: the reading broke off, which is a fault of the archive: ValueError("
    )
    left = [json.loads(line)["document"] for line in file.read_text(encoding="utf-8").splitlines()]
    assert [slug[:3] for slug in left] == ["000", "002", "003", "004"]


def test_a_file_is_replaced_when_it_is_whole(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text("old")
    assert ask("export", "jsonl", str(file)).code == 0
    assert json.loads(file.read_text(encoding="utf-8").splitlines()[0])["table"]
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_a_file_is_one_message(ask: Run, tmp_path: Path) -> None:
    (tmp_path / "here").write_text("")
    done = ask("export", "csv", str(tmp_path / "here"))
    assert done.code == 1
    assert done.err.startswith(f"archive: {tmp_path / 'here'} cannot be written: File exists.")


@pytest.mark.parametrize("form", ["jsonl", "readings"])
def test_a_reader_of_an_export_may_leave(told_url: str, form: str) -> None:
    command = shlex.join((*COMMAND, "--database", told_url, "export", form))
    done = subprocess.run(f"{command} | head -c 1", shell=True, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{", "")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_place_that_cannot_be_written_is_one_message(ask: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "file").write_text("a file, and no folder")
    done = ask("export", form, str(tmp_path / "file" / "below"))
    assert (done.code, done.out) == (1, "")
    assert f"{tmp_path}/file/below cannot be written: Not a directory." in done.err
