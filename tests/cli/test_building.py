"""``archive migrate``, ``seed`` and ``verify``."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from archive import database

from .conftest import COMMAND, Outcome, Run, in_terminal

KRASNOV = "Prosecutor General of the Russian Federation Igor Krasnov met with Minister of Justice of Belize Ann Lee.\n"


@pytest.fixture
def seed(run: Run, fresh_database: str) -> Run:
    """Load texts into a database of this test's own."""
    return lambda *args: run("--database", fresh_database, "seed", *map(str, args))


def counted(outcome: Outcome) -> dict[str, int]:
    """The row of a report that counts the texts."""
    head, _, texts = outcome.out.splitlines()[:3]
    assert texts.startswith("texts")
    names = [name for name in head.split()[1:] if name != "removed"]
    return dict(zip(names, map(int, texts.split()[1:]), strict=True))


def test_migrate_makes_the_tables_once(run: Run, empty_database: str) -> None:
    assert run("--database", empty_database, "migrate") == Outcome(0, "", "")
    assert database.current_revision(empty_database) == database.head_revision()
    assert run("--database", empty_database, "migrate") == Outcome(0, "", "")


def test_migrate_prints_its_sql_without_a_database(run: Run) -> None:
    done = run("--database", "postgresql://nobody@127.0.0.1:1/none", "migrate", "--sql")
    assert done.code == 0
    assert "CREATE TABLE archive.documents" in done.out
    assert done.out.rstrip().endswith("COMMIT;")


def test_what_migrate_prints_makes_the_tables(run: Run, empty_database: str) -> None:
    sql = run("migrate", "--sql").out
    made = subprocess.run(
        (*COMMAND, "--database", empty_database, "psql", "-q", "-v", "ON_ERROR_STOP=1"),
        input=sql,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert database.current_revision(empty_database) == database.head_revision()


def test_what_migrate_prints_for_a_database_of_old_brings_it_up_and_down(
    run: Run, fresh_database: str, fresh: Engine
) -> None:
    old = "8e41c7b20d36"
    database.downgrade(fresh_database, old)
    for way, reached in ((f"{old}:head", database.head_revision()), (f"head:{old}", old), (f"{old}:base", None)):
        sql = run("migrate", "--sql", way).out
        with fresh.connect().execution_options(isolation_level="AUTOCOMMIT", no_parameters=True) as connection:
            connection.exec_driver_sql(sql)
        assert database.current_revision(fresh_database) == reached


def test_a_way_from_nowhere_is_named(run: Run) -> None:
    done = run("migrate", "--sql", "nowhere:head")
    assert (done.code, done.out) == (1, "")
    assert "There is no revision nowhere:head" in done.err


def test_migrate_takes_nothing_away_unasked(run: Run, fresh_database: str) -> None:
    refused = run("--database", fresh_database, "migrate", "base")
    assert refused.code == 2
    assert "--yes" in refused.err
    assert database.current_revision(fresh_database) == database.head_revision()
    assert run("--database", fresh_database, "migrate", "base", "--yes") == Outcome(0, "", "")
    assert database.current_revision(fresh_database) is None


def test_migrate_names_a_revision_that_is_not_there(run: Run, fresh_database: str) -> None:
    done = run("--database", fresh_database, "migrate", "no_such_revision")
    assert (done.code, done.out) == (1, "")
    assert "no_such_revision" in done.err
    assert "Traceback" not in done.err


def test_seed_makes_the_tables_and_loads_the_five_texts(run: Run, empty_database: str) -> None:
    first = run("--database", empty_database, "seed")
    assert (first.code, first.err) == (0, "")
    assert counted(first) == {"new": 5, "changed": 0, "unchanged": 0, "failed": 0}
    again = run("--database", empty_database, "seed")
    assert again.out.splitlines()[2:] == ["texts    0        0          5                0"]


def test_seed_counts_what_a_new_text_of_an_old_name_changes(seed: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KRASNOV)
    (tmp_path / "b.txt").write_text("Another text.")
    assert counted(seed(tmp_path)) == {"new": 2, "changed": 0, "unchanged": 0, "failed": 0}
    (tmp_path / "b.txt").write_text("Another text, corrected.")
    assert counted(seed(tmp_path)) == {"new": 0, "changed": 1, "unchanged": 1, "failed": 0}


def test_the_report_of_seed_comes_in_every_format(seed: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KRASNOV)
    rows = json.loads(seed(tmp_path, "--format", "json").out)
    assert rows[0] == {"rows": "texts", "new": 1, "changed": 0, "unchanged": 0, "removed": None, "failed": 0}
    assert not {"claims", "document_claims"} & {row["rows"] for row in rows}


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is blank"),
    "binary.txt": (bytes(range(256)), "is binary"),
    "latin.txt": ("Gruše".encode("iso-8859-2"), "byte 0xB9 at offset 3"),
    "nul.txt": (b"Igor\x00 Krasnov met somebody somewhere, and a long text follows that is no binary at all.", "NUL"),
    "huge.txt": (b"a" * 10_000_001, "10,000,001 bytes"),
}


def test_bad_files_fail_one_by_one_and_the_good_one_is_loaded(seed: Run, tmp_path: Path) -> None:
    for name, (content, _) in BAD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "good.txt").write_text(KRASNOV)
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "folder.txt/good.txt"\npublished = "2022"\n')
    done = seed(tmp_path)
    assert done.code == 3
    assert counted(done) == {"new": 1, "changed": 0, "unchanged": 0, "failed": len(BAD) + 1}
    said = done.err.splitlines()
    assert len(said) == len(BAD) + 1
    for name, (_, reason) in (*BAD.items(), ("dangling.txt", (b"", "is not there"))):
        (line,) = (line for line in said if f"/{name}: " in line)
        assert reason in line


def test_texts_without_a_date_of_publication_are_counted_when_they_come_in(seed: Run, tmp_path: Path) -> None:
    lines = [{"id": n, "text": f"{n} {KRASNOV}", "published": date} for n, date in enumerate(("2022-05", None, None))]
    corpus = tmp_path / "c.jsonl"
    corpus.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    assert seed(corpus).err.startswith("2 of 3 texts have no date of publication (the key `published`)")
    assert seed(corpus).err == ""
    assert "keys id and text" in " ".join(seed("--help").out.split())


def test_a_path_that_is_not_there_fails(seed: Run) -> None:
    done = seed("nowhere.txt")
    assert done.code == 1
    assert done.err == "nowhere.txt: is not there: check the path\n"


def test_a_path_that_is_not_there_stops_no_other(seed: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KRASNOV)
    done = seed("nowhere.txt", tmp_path)
    assert done.code == 3
    assert counted(done)["new"] == 1


def test_standard_input_cannot_be_pruned(seed: Run) -> None:
    done = seed("-", "--prune")
    assert (done.code, done.out) == (2, "")
    assert "nobody can tell whether standard input is whole" in done.err


def test_a_second_folder_of_the_same_names_fails_in_one_line_and_changes_nothing(seed: Run, tmp_path: Path) -> None:
    for folder in ("jan", "feb"):
        (tmp_path / folder).mkdir()
        for number in range(5):
            (tmp_path / folder / f"{number}.txt").write_text(f"{folder} {number}: {KRASNOV}")
    assert seed(tmp_path / "jan").code == 0
    done = seed(tmp_path / "feb")
    assert (done.code, counted(done)["failed"]) == (1, 5)
    (line,) = done.err.splitlines()
    assert line.startswith(f"{tmp_path}/feb/0.txt and 4 more: jan has another text named '0', which stays as it is: ")
    assert counted(seed(tmp_path / "feb", "--collection", "jan"))["changed"] == 5
    (tmp_path / "feb" / "0.txt").unlink()
    gone = seed(tmp_path / "feb", "--collection", "jan", "--prune", "--yes")
    assert "Withdrawing 1 of 5 documents" in gone.err
    assert gone.out.splitlines()[2].split() == ["texts", "0", "0", "4", "1", "0"]


def test_a_withdrawn_text_is_counted_apart_and_found_by_its_name(
    seed: Run, run: Run, tmp_path: Path, fresh_database: str
) -> None:
    for name in ("w", "who", "ww"):
        (tmp_path / f"{name}.txt").write_text(f"{name}: {KRASNOV}")
    seed(tmp_path)
    (tmp_path / "who.txt").write_text(f"Changed. {KRASNOV}")
    (tmp_path / "w.txt").unlink()
    assert seed(tmp_path, "--prune", "--yes").code == 0
    held = json.loads(run("--database", fresh_database, "status", "-f", "json").out)
    assert (held["documents"], held["replaced_texts"], held["withdrawn_texts"]) == (2, 1, 1)
    assert (held["last_load"]["changed"], held["last_load"]["withdrawn"]) == (1, 1)
    shown = run("--database", fresh_database, "show", "document", "w").out
    assert "status      withdrawn" in shown
    assert "replaced by" not in shown


def test_a_text_that_had_come_back_and_was_withdrawn_is_the_only_one_withdrawn(
    seed: Run, run: Run, tmp_path: Path, fresh_database: str
) -> None:
    (tmp_path / "stays.txt").write_text(KRASNOV)
    for edition in "ABAC":
        (tmp_path / "a.txt").write_text(f"{edition}: {KRASNOV}")
        assert seed(tmp_path).code == 0
    (tmp_path / "a.txt").unlink()
    assert seed(tmp_path, "--prune", "--yes").code == 0
    held = json.loads(run("--database", fresh_database, "status", "-f", "json").out)
    assert (held["documents"], held["replaced_texts"], held["withdrawn_texts"]) == (1, 2, 1)
    shown = json.loads(run("--database", fresh_database, "show", "document", "a", "-f", "json").out)
    assert shown["properties"]["status"] == "withdrawn"


def test_a_single_text_says_which_one_it_replaces(seed: Run, run: Run, tmp_path: Path, fresh_database: str) -> None:
    for folder in ("odd", "even"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(f"{folder}: {KRASNOV}")
    assert "replaced" not in seed(tmp_path / "odd" / "report.txt").err
    assert "replaced" not in seed(tmp_path / "odd" / "report.txt").err
    said = seed(tmp_path / "even" / "report.txt").err.splitlines()[0]
    assert said.startswith("report: replaced the text of that name, which stays: archive show document ")
    assert "status       replaced" in run("--database", fresh_database, *said.split()[-3:]).out


def test_one_text_on_standard_input_has_the_name_that_it_is_given(run: Run, fresh_database: str) -> None:
    def seeded(*args: str) -> "subprocess.CompletedProcess[str]":
        command = (*COMMAND, "--database", fresh_database, "seed", "-", *args)
        return subprocess.run(command, input=KRASNOV, capture_output=True, text=True, check=False)

    nameless = seeded()
    assert (nameless.returncode, "--name NAME" in nameless.stderr) == (1, True)
    assert seeded("--name", "visit").returncode == 0
    assert "\nvisit" in run("--database", fresh_database, "query", "select slug from documents").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("a/", "b/", "--collection", "x"), "there is one PATH", id="two paths"),
        pytest.param(("a/1.txt", "--collection", "x"), "there is one PATH", id="a single text"),
        pytest.param(("a/", "--collection", " "), "is empty", id="no name"),
        pytest.param(("-", "--collection", "x", "--prune"), "whether standard input is whole", id="a stream"),
        pytest.param(("--again", "--collection", "x"), "leave out --again", id="stored texts"),
        pytest.param(("--again", "--name", "x"), "leave out --again", id="a name of stored texts"),
        pytest.param(("-", "--name", " "), "is empty", id="a blank name"),
        pytest.param(("a/1.txt", "--name", "x"), "a file has a name", id="a name of a file"),
    ],
)
def test_a_collection_is_one_folder_or_corpus(
    seed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(KRASNOV)
    done = seed(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())


def test_status_says_how_many_texts_an_older_reader_has_read(
    run: Run, seed: Run, fresh: Engine, fresh_database: str
) -> None:
    assert seed().code == 0
    status = ("--database", fresh_database, "status", "--format", "json")
    now = run(*status)
    assert (json.loads(now.out)["documents_outdated"], now.err) == (0, "")
    with fresh.begin() as connection:
        connection.execute(text("UPDATE archive.documents SET reader_version = 'older' WHERE slug < '003'"))
    then = run(*status)
    assert json.loads(then.out)["documents_outdated"] == 3
    assert then.err.startswith("3 documents were read by another version of the reader.")
    assert "archive seed --again" in then.err
    assert counted(seed("--again")) == {"new": 0, "changed": 3, "unchanged": 0, "failed": 0}
    assert run(*status).err == ""


def test_a_broken_list_of_sources_names_line_and_key(seed: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KRASNOV)
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "a.txt"\npublished = "soon"\n')
    done = seed(tmp_path)
    assert done.code == 1
    assert "sources.toml" in done.err
    assert "line 3" in done.err
    assert "published" in done.err


def test_what_is_said_of_many_texts_is_said_once(seed: Run, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(KRASNOV)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "sources.toml").write_text("title = 1\n")
    lines = seed(tmp_path).err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{tmp_path}/sources.toml: line 1: unknown key 'title'; ")
    assert lines[0].endswith("; until that is mended, '0' stays out, and 5 more")


@pytest.mark.parametrize("command", ["seed", "read"])
def test_an_empty_path_is_not_the_folder_that_we_are_in(run: Run, command: str) -> None:
    done = run(command, "")
    assert (done.code, done.out) == (2, "")
    assert "A PATH is empty" in done.err


def test_a_corpus_without_texts_is_no_success(seed: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    done = seed(tmp_path / "empty.jsonl")
    assert done.code == 1
    assert done.err == f"There was no text in {tmp_path}/empty.jsonl.\n"


def test_a_user_who_may_not_write_is_one_message(run: Run, fresh_database: str, fresh: Engine) -> None:
    role = f"reader_of_{make_url(fresh_database).database}"
    with fresh.begin() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN PASSWORD 'sesame'"))
        connection.execute(text(f"GRANT USAGE ON SCHEMA archive TO {role}"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA archive TO {role}"))
    try:
        url = make_url(fresh_database).set(username=role, password="sesame").render_as_string(hide_password=False)
        done = run("--database", url, "seed")
        assert done.code == 1
        assert f"archive: The user {role} may not load texts into the database" in done.err
        assert "permission denied for" in done.err
        assert "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA" in done.err
        assert "sesame" not in done.err
        assert "Traceback" not in done.err
        grants = re.search(r"has run there: (GRANT .*;)", done.err)
        assert grants
        with fresh.begin() as connection:
            connection.execute(text(grants[1]))
        assert run("--database", url, "seed").code == 0
    finally:
        with fresh.begin() as connection:
            connection.execute(text(f"DROP OWNED BY {role}"))
            connection.execute(text(f"DROP ROLE {role}"))


def test_a_terminal_sees_how_far_the_loading_is(fresh_database: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KRASNOV)
    shown = in_terminal("--database", fresh_database, "seed", str(tmp_path)).out
    assert "Loading" in shown
    assert "1/1" in shown


def test_an_interrupted_load_says_that_what_was_loaded_is_whole(
    seed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(text: str, *, published: str | None = None) -> object:
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text(KRASNOV)
    monkeypatch.setattr("archive.reading.read", interrupted)
    done = seed(tmp_path)
    assert (done.code, done.out) == (130, "")
    assert "What was loaded so far is whole" in done.err
    monkeypatch.undo()
    assert counted(seed(tmp_path))["new"] == 1


def test_verify_agrees_with_what_was_loaded(run: Run, fresh_database: str) -> None:
    assert run("--database", fresh_database, "seed").code == 0
    agreed = "Of 5 texts: everything agrees.\n"
    assert run("--database", fresh_database, "verify") == Outcome(0, "", agreed)
    assert run("--database", fresh_database, "verify", "-f", "json") == Outcome(0, "[]\n", agreed)


def test_verify_does_not_take_a_new_reader_for_damage(run: Run, fresh_database: str, fresh: Engine) -> None:
    verify = ("--database", fresh_database, "verify")
    assert run("--database", fresh_database, "seed").code == 0
    with fresh.begin() as connection:  # what another version may have left out
        connection.execute(text("UPDATE archive.documents SET reader_version = 'older'"))
        connection.execute(text("DELETE FROM archive.quotations"))
    done = run(*verify)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("5 texts were read by another version of the reader")
    assert done.err.endswith("archive seed --again\nOf 0 texts: everything agrees.\n")
    assert run("--database", fresh_database, "seed", "--again").code == 0
    assert run(*verify) == Outcome(0, "", "Of 5 texts: everything agrees.\n")
    with fresh.begin() as connection:
        connection.execute(text("UPDATE archive.documents SET reader_version = 'older'"))
        connection.execute(text("UPDATE archive.persons SET name = 'Igor Krasnow' WHERE name = 'Igor Krasnov'"))
    assert run(*verify).code == 0  # another version may have chosen another name
    with fresh.begin() as connection:
        connection.execute(text("UPDATE archive.attestations SET documents = documents + 1"))
    done = run(*verify)
    assert done.code == 1
    assert "attestations" in done.out


def test_verify_finds_what_does_not_agree(run: Run, fresh_database: str, fresh: Engine) -> None:
    assert run("--database", fresh_database, "seed").code == 0
    with fresh.begin() as connection:
        connection.execute(text("UPDATE persons SET name = 'Igor Nobody' WHERE name = 'Igor Krasnov'"))
    done = run("--database", fresh_database, "verify")
    assert done.code == 1
    assert done.out.splitlines()[0].split() == ["rule", "subject", "message"]
    assert "persons" in done.out
    assert done.err == "Of 5 texts: 1 findings.\n"
