"""``archive query`` and ``archive psql``."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from archive import database
from archive.cli.sql import conversation, told_apart

from .conftest import COMMAND, Outcome, Run, in_terminal, start

ENCOUNTERS = "select person, other_person, date_edtf, place from encounters where person = 'Zoë Grubeša'"


def test_views_need_no_schema(ask: Run) -> None:
    assert ask("query", ENCOUNTERS).out == (
        "person       other_person  date_edtf   place\n"
        "-----------  ------------  ----------  -----\n"
        "Zoë Grubeša  Ann Lee       2021-05-03  Oslo\n"
    )


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("json", '[\n  {\n    "person": "Zoë Grubeša",\n    "date_edtf": "2021-05-03"\n  }\n]\n'),
        ("jsonl", '{"person": "Zoë Grubeša", "date_edtf": "2021-05-03"}\n'),
        ("csv", "person,date_edtf\nZoë Grubeša,2021-05-03\n"),
    ],
)
def test_the_answer_comes_in_the_format_that_was_asked_for(ask: Run, form: str, expected: str) -> None:
    assert (
        ask("query", "select person, date_edtf from encounters order by person desc limit 1", "--format", form).out
        == expected
    )


def test_no_rows_are_an_answer(ask: Run) -> None:
    nothing = f"{ENCOUNTERS} and false"
    assert ask("query", nothing).out.splitlines()[0] == "person  other_person  date_edtf  place"
    assert ask("query", nothing, "-f", "json") == Outcome(0, "[]\n", "")
    assert ask("query", nothing, "-f", "jsonl") == Outcome(0, "", "")
    assert ask("query", nothing, "-f", "csv") == Outcome(0, "person,other_person,date_edtf,place\n", "")


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        pytest.param("date '2021-05-03'", "2021-05-03", id="date"),
        pytest.param("date 'infinity'", "infinity", id="endless-date"),
        pytest.param("date '0044-03-15 BC'", "0044-03-15 BC", id="early-date"),
        pytest.param("timestamptz '2021-05-03 10:00+00' at time zone 'UTC'", "2021-05-03T10:00:00", id="time"),
        pytest.param("interval '1 year 2 mons'", "1 year 2 mons", id="interval"),
        pytest.param("interval 'infinity'", "infinity", id="endless-interval"),
        pytest.param("array[age('2021-11-01', '2021-10-01')]", ["1 mon"], id="months"),
        pytest.param("time '24:00'", "24:00:00", id="midnight"),
        pytest.param("timetz '24:00+02'", "24:00:00+02", id="midnight-somewhere"),
        pytest.param("daterange('2021-05-03', '2021-05-05')", "[2021-05-03,2021-05-05)", id="range"),
        pytest.param("array['RU', 'TR']", ["RU", "TR"], id="array"),
        pytest.param("jsonb_build_object('a', 1)", {"a": 1}, id="object"),
        pytest.param("gen_random_uuid() is null", False, id="boolean"),
        pytest.param("1.50::numeric", 1.5, id="number"),
        pytest.param("12345678901234567890::numeric", 12345678901234567890, id="long-number"),
        pytest.param("'NaN'::float8", "nan", id="no-number"),
        pytest.param("null", None, id="null"),
        pytest.param("'100 %s'", "100 %s", id="percent"),
    ],
)
def test_a_value_in_json(ask: Run, sql: str, value: object) -> None:
    assert json.loads(ask("query", f"select {sql} as value", "-f", "jsonl").out) == {"value": value}


@pytest.mark.parametrize("sql", ["interval '1 year 2 mons'", "time '24:00'", "1.50", "1234567890123456789.25"])
def test_a_table_shows_a_value_as_csv_does(ask: Run, sql: str) -> None:
    table, lines = (ask("query", f"select {sql} as value", "-f", form).out.splitlines() for form in ("table", "csv"))
    assert table[2].strip() == lines[1]


def test_ids_are_shown_to_a_person_who_asks_for_them(ask: Run) -> None:
    columns = ask("query", "select * from encounters").out.split()
    assert "publisher" in columns
    assert not [name for name in columns if name.endswith("_id")]
    assert "meeting_id" in ask("query", "select e.Meeting_id, e.* from encounters e").out.split("\n")[0].split()
    assert ask("query", "select * from (select gen_random_uuid()) as drawn (id)").out.split()[0] == "id"
    assert "meeting_id" in json.loads(ask("query", "select * from encounters limit 1", "-f", "jsonl").out)


def test_ids_are_shown_under_any_name_that_the_statement_gives_them(ask: Run) -> None:
    called = 'select meeting_id as "the meeting", title{} from meeting_register limit 1'
    assert ask("query", called.format("")).out.startswith("the meeting ")
    assert "the meeting" in ask("query", called.format(", 2 * 3 as six")).out
    nested = "select d as drawn, 1 as more from (select gen_random_uuid()) as given (d)"
    assert ask("query", nested).out.split()[:2] == ["drawn", "more"]


def test_columns_of_one_name_are_told_apart(ask: Run) -> None:
    assert json.loads(ask("query", "select 1 as a, 2 as a", "-f", "jsonl").out) == {"a": 1, "a_2": 2}
    assert told_apart(["a", "a", "a_2", "b"]) == ["a", "a_2", "a_2_2", "b"]


@pytest.mark.parametrize(
    "sql",
    [
        "select 1",
        "  WITH one AS (SELECT 1) SELECT * FROM one",
        "-- a remark\nselect 1",
        "/* a\nremark */ (select 1) union (select 2)",
        "values (1), (2)",
        "table persons",
        "show server_version",
        "explain select 1",
        "select 1;",
    ],
)
def test_these_are_questions(ask: Run, sql: str) -> None:
    assert ask("query", sql).code == 0


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "insert into sources values (1)",
        "-- select\ndelete from persons",
        "copy persons to '/tmp/persons'",
        "do $$ begin end $$",
        "call anything()",
        "selection",
    ],
)
def test_these_are_none(ask: Run, sql: str) -> None:
    done = ask("query", sql)
    assert (done.code, done.out) == (2, "")
    assert "A question begins with" in done.err


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        pytest.param("select 1; select 2", "one statement at a time", id="two-statements"),
        pytest.param("select 1; delete from persons", "one statement at a time", id="a-deletion-behind"),
        pytest.param("with gone as (delete from persons returning 1) select * from gone", "read-only", id="hidden"),
        pytest.param("select set_config('transaction_read_only', 'off', false)", "must be set", id="switching-off"),
        pytest.param("explain analyze delete from persons", "read-only", id="explained"),
    ],
)
def test_nothing_can_be_changed(ask: Run, sql: str, said: str) -> None:
    done = ask("query", sql)
    assert done.code == (2 if "one statement" in said else 1)
    assert said in done.err
    assert "`archive psql`" in done.err
    assert ask("query", "select count(*) as n from persons", "-f", "csv").out == "n\n3\n"


def test_an_error_in_the_sql_shows_the_place_and_no_traceback(ask: Run) -> None:
    done = ask("query", "select nam from persons")
    assert done.code == 1
    assert done.err.splitlines()[:3] == [
        'archive: column "nam" does not exist',
        "LINE 1: select nam from persons",
        "               ^",
    ]
    assert "Traceback" not in done.err


@pytest.mark.parametrize("form", ["table", "csv"])
@pytest.mark.parametrize("sql", ["select pg_sleep(20)", "select pg_sleep(0.001) from generate_series(1, 20000)"])
def test_a_question_that_takes_too_long_is_given_up(ask: Run, sql: str, form: str) -> None:
    done = ask("query", sql, "--timeout", "0.2", "-f", form)
    assert done.code == 1
    assert "longer than 0.2 seconds" in done.err
    assert "--timeout" in done.err


def test_the_shortest_time_is_not_taken_for_none(ask: Run) -> None:
    assert "longer than 1e-07 seconds" in ask("query", "select pg_sleep(20)", "--timeout", "0.0000001").err


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_rows_are_written_before_the_last_one_is_there(told_url: str, form: str) -> None:
    sql = "select n, case n when 100000 then pg_sleep(60) end as slept from generate_series(1, 100000) as n"
    process = start("--database", told_url, "query", sql, "-f", form)
    assert process.stdout and process.stderr
    assert "n" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err


def test_who_reads_an_answer_may_take_their_time(told_url: str) -> None:
    sql = "select n, repeat('x', 100) from generate_series(1, 200000) as n"
    with start("--database", told_url, "query", sql, "-f", "csv", "--timeout", "2") as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == "n,repeat\n"
        time.sleep(3)
        assert len(process.stdout.readlines()) == 200_000
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_the_question_may_come_from_a_file_or_from_standard_input(ask: Run, told_url: str, tmp_path: Path) -> None:
    file = tmp_path / "question.sql"
    file.write_text(f"-- who met whom\n{ENCOUNTERS};\n")
    expected = ask("query", ENCOUNTERS).out
    assert ask("query", str(file)).out == expected
    done = subprocess.run(
        (*COMMAND, "--database", told_url, "query", "-"), input=ENCOUNTERS, capture_output=True, text=True, check=True
    )
    assert done.stdout == expected


def test_a_missing_file_is_one_message(ask: Run) -> None:
    done = ask("query", "nowhere.sql")
    assert done == Outcome(
        2, "", "archive: There is no statement to be had from nowhere.sql: No such file or directory.\n"
    )


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        pytest.param(b"select 1\0; what is behind would be forgotten", "a NUL at character 8", id="nul"),
        pytest.param(b"select '\xe9'", "byte 8 is not UTF-8", id="latin-1"),
    ],
)
def test_a_statement_that_is_no_text_is_refused(ask: Run, told_url: str, tmp_path: Path, sql: bytes, said: str) -> None:
    (tmp_path / "question.sql").write_bytes(sql)
    done = ask("query", str(tmp_path / "question.sql"))
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    piped = subprocess.run(
        (*COMMAND, "--database", told_url, "query", "-"), input=sql, capture_output=True, check=False
    )
    assert piped.returncode == 2
    assert said in piped.stderr.decode()


@pytest.mark.parametrize(
    ("view", "columns"),
    [("encounters", 80), ("encounters", 160), ("agreement_register", 80), ("office_holders", 160), ("statements", 80)],
)
def test_a_view_fits_the_terminal(told_url: str, view: str, columns: int) -> None:
    asked = ("--database", told_url, "query", f"select * from {view}")
    shown = in_terminal(*asked, columns=columns, NO_COLOR="1").out.splitlines()
    assert len(shown) > 3
    assert max(map(len, shown)) <= columns


def test_a_terminal_is_told_how_many_rows_there_are_and_a_pipe_is_not(told_url: str, ask: Run) -> None:
    assert in_terminal("--database", told_url, "query", ENCOUNTERS).out.endswith("\n1 row\n")
    assert ask("query", ENCOUNTERS).err == ""


def psql(url: str, *args: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run((*COMMAND, "--database", url, "psql", *args), capture_output=True, text=True, check=False)


def test_psql_stands_in_the_archive(told_url: str) -> None:
    done = psql(told_url, "-At", "-c", "select name from persons order by name limit 1", "-c", "show search_path")
    assert done.stdout.splitlines() == ["Ann Lee", "archive,public"]


def test_psql_ends_with_its_own_exit_code(told_url: str) -> None:
    done = psql(told_url, "-v", "ON_ERROR_STOP=1", "-c", "select nam from persons")
    assert done.returncode == 1
    assert 'column "nam" does not exist' in done.stderr


@pytest.fixture
def reader_url(told_url: str) -> Iterator[str]:
    """The archive as a user with a password sees it."""
    owner = create_engine(told_url, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.execute(text("CREATE ROLE archive_tests_reader LOGIN PASSWORD 'sesame open'"))
        connection.execute(text("GRANT USAGE ON SCHEMA archive TO archive_tests_reader"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA archive TO archive_tests_reader"))
        yield (
            make_url(told_url)
            .set(username="archive_tests_reader", password="sesame open")
            .render_as_string(hide_password=False)
        )
        connection.execute(text("DROP OWNED BY archive_tests_reader"))
        connection.execute(text("DROP ROLE archive_tests_reader"))
    owner.dispose()


def test_psql_gets_its_password_where_no_list_of_processes_shows_it(reader_url: str) -> None:
    engine = database.create_engine(make_url(reader_url).update_query_dict({"sslpassword": "of the key"}))
    with conversation(engine) as (target, environment):
        assert target == "service=archive"
        assert environment["PGPASSWORD"] == "sesame open"
        file = Path(environment["PGSERVICEFILE"])
        assert "sslpassword=of the key\n" in file.read_text()
        assert "sesame" not in file.read_text()
        assert file.parent.stat().st_mode & 0o077 == 0
    assert not file.exists()
    engine.dispose()


def test_psql_connects_with_all_that_the_url_says(reader_url: str) -> None:
    url = make_url(reader_url).update_query_dict({"sslpassword": "of the key", "application_name": "a name"})
    asked = ("-At", "-c", "select current_user", "-c", "show application_name", "-c", "\\c", "-c", "show search_path")
    done = psql(url.render_as_string(hide_password=False), *asked)
    assert (done.returncode, done.stderr) == (0, "")
    user, name, _, path = done.stdout.splitlines()
    assert (user, name, path) == ("archive_tests_reader", "a name", "archive,public")


def test_what_a_service_cannot_say_is_refused(run: Run, told_url: str) -> None:
    url = make_url(told_url).update_query_dict({"sslpassword": "ends with a space "})
    done = run("--database", url.render_as_string(hide_password=False), "psql")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("archive: psql cannot be told sslpassword: it ends with a space")


def test_a_reader_without_other_rights_can_ask(run: Run, reader_url: str) -> None:
    done = run("--database", reader_url, "query", ENCOUNTERS, "-f", "csv")
    assert (done.code, done.out.count("\n")) == (0, 2)


def test_psql_of_the_system_serves_where_the_wheel_has_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from archive.cli.sql import find_psql

    assert os.access(find_psql(), os.X_OK)
    own = tmp_path / "psql"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setattr("archive.server.programs.PACKAGE", "no_such_wheel")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_psql() == str(own)
