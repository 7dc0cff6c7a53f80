"""How values leave the command."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql import Range

from archive.cli.output import answer, plain, visible, write_csv
from archive.cli.settings import Format

ID = UUID("4d3bbf6e-31dd-5c0b-9a58-2c3ad3cf9b4e")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, None, id="null"),
        pytest.param(True, True, id="boolean"),
        pytest.param(date(2024, 10, 22), "2024-10-22", id="date"),
        pytest.param(datetime(2024, 10, 22, 9, 30, tzinfo=UTC), "2024-10-22T09:30:00+00:00", id="time"),
        pytest.param(ID, str(ID), id="id"),
        pytest.param([ID, None], [str(ID), None], id="list"),
        pytest.param({"day": date(2021, 1, 2)}, {"day": "2021-01-02"}, id="object"),
        pytest.param(Decimal(12), 12, id="whole-number"),
        pytest.param(Decimal("1.5"), 1.5, id="number"),
        pytest.param(Decimal(f"{10**400}.5"), f"{10**400}.5", id="too-great"),
        pytest.param(float("nan"), "nan", id="not-a-number"),
        pytest.param(b"\x00\xff", "\\x00ff", id="bytes"),
        pytest.param(Range(date(2024, 10, 21), date(2024, 10, 23)), "[2024-10-21,2024-10-23)", id="range"),
        pytest.param(Range(None, date(2024, 10, 23), bounds="()"), "(,2024-10-23)", id="open-range"),
        pytest.param(Range(empty=True), "empty", id="empty-range"),
    ],
)
def test_a_value_as_json_knows_it(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_json_is_a_list_of_objects_in_unicode(capsys: pytest.CaptureFixture[str]) -> None:
    answer(["name", "ids"], [("Zlata Grubeša", [ID])], Format.JSON)
    out = capsys.readouterr().out
    assert json.loads(out) == [{"name": "Zlata Grubeša", "ids": [str(ID)]}]
    assert "Grubeša" in out


def test_json_lines_are_one_object_per_line(capsys: pytest.CaptureFixture[str]) -> None:
    answer(["words"], [("one\ntwo",), (None,)], Format.JSONL)
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"words": "one\ntwo"},
        {"words": None},
    ]


def test_csv_reads_back_whatever_the_value_holds() -> None:
    rows = [['a "quoted", word', "two\nlines", "=cmd()"], ["", "plain", "ş"]]
    file = io.StringIO()
    write_csv(file, ["a", "b", "c"], rows)
    assert list(csv.reader(io.StringIO(file.getvalue()))) == [["a", "b", "c"], *rows]


LISTS: list[tuple[list[object], str | None]] = [
    (["RU", "TR"], '"{RU,TR}"'),
    (["two words", 'a "b" \\ c', "", "null", None, "x{,}"], None),
    ([["a"], ["b"]], '"{{a},{b}}"'),
    ([], "{}"),
]


@pytest.mark.parametrize(("value", "written"), LISTS)
def test_csv_is_what_postgresql_copies(connection: Connection, value: list[object], written: str | None) -> None:
    file = io.StringIO()
    write_csv(file, ["list", "null", "empty", "true", "dot"], [(value, None, "", True, "\\.")])
    _, line = file.getvalue().splitlines()
    assert written is None or line == f'{written},,"",t,"\\."'
    depth = "[]" if value and isinstance(value[0], list) else ""
    connection.execute(
        text(f"CREATE TEMP TABLE copied (list text[]{depth}, nothing text, empty text, yes bool, dot text)")
    )
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    with driver.cursor() as cursor:
        with cursor.copy("COPY copied FROM STDIN (FORMAT csv, HEADER)") as copy:
            copy.write(file.getvalue())
        assert cursor.execute("SELECT * FROM copied").fetchone() == (value, None, "", True, "\\.")
        with cursor.copy("COPY copied TO STDOUT (FORMAT csv)") as copy:
            again = b"".join(bytes(piece) for piece in copy)
    assert again.decode().replace(",\\.", ',"\\."') == f"{line}\n"


def test_a_table_in_a_pipe_is_one_line_per_row_without_styles(capsys: pytest.CaptureFixture[str]) -> None:
    answer(["words", "codes"], [("one\n\ntwo", ["RU", "TR"])], Format.TABLE)
    captured = capsys.readouterr()
    assert captured.out == "words    codes\n-------  ------\none two  RU, TR\n"
    assert captured.err == ""


def test_a_text_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    answer(["words"], [("\x1b[31mred\x07 \u202eback",)], Format.TABLE)
    assert capsys.readouterr().out.splitlines()[2] == r"\x1b[31mred\x07 \u202eback"


def test_visible_text_stays_as_it_is() -> None:
    assert visible("Grubeša\tÇağ\n习") == "Grubeša\tÇağ\n习"
