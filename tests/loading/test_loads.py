"""One load after another: what comes in, what stays, what goes, and what is said of it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, create_engine, text

from archive import loading
from archive.errors import LoadBroken, LoadRefused
from archive.loading import BatchReport, Counts, Failure, LoadReport, Note, RowCounts, SourceText
from archive.loading.columns import NAMES
from archive.loading.readers import Reader
from archive.loading.running import Load
from archive.loading.writing import LOCK
from archive.reading.facts import Reading
from tests.loading.conftest import current_rows, empty, rows
from tests.loading.scripts import read, source

SCALE = Path(__file__).resolve().parents[2] / "docs" / "scale.md"
PADDING = "." * 200
KRASNOV_MEETS = {
    "padding": PADDING,
    "persons": [["Igor Krasnov", "Prosecutor General"]],
    "meetings": [
        {"persons": [["Igor Krasnov", "guest"], ["Josip Grubeša", "host"]], "date": "2021-11-22", "place": "Sarajevo"}
    ],
    "quotations": 1,
    "topics": ["crime"],
}
GRUBESA_ALONE = {"padding": PADDING, "persons": [["Josip Grubesa", None]]}
NOTHING = {"padding": PADDING}


def load(engine: Engine, *texts: SourceText | Failure | Note, **options: Any) -> LoadReport:
    return loading.load(engine, texts, **{"read": read, "reader_version": "1", **options})


def values(engine: Engine, statement: str, **parameters: Any) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.scalars(text(statement), parameters))


def counted(engine: Engine, table: str) -> int:
    return int(values(engine, f"SELECT count(*) FROM archive.{table}")[0])


# A text that changes


def test_a_changed_text_takes_its_facts_along_and_stays_itself(archive: Engine) -> None:
    old, new = source("a", KRASNOV_MEETS, publisher="Tass"), source("a", GRUBESA_ALONE)
    load(archive, old)
    report = load(archive, new)
    assert report.documents == Counts(changed=1)
    assert values(archive, "SELECT name FROM archive.persons") == ["Josip Grubesa"]
    for table in ("meetings", "offices", "appointments", "places", "quotations", "document_topics"):
        assert counted(archive, table) == 0, table
    assert counted(archive, "person_names") == 2
    assert values(archive, "SELECT text FROM archive.documents WHERE NOT is_current") == [old.text]
    assert values(archive, "SELECT name FROM archive.sources") == ["Tass"], "an old text keeps its publisher"


def test_a_text_names_the_one_that_it_replaced_when_it_was_first_seen(archive: Engine) -> None:
    a, b = source("x", KRASNOV_MEETS), source("x", GRUBESA_ALONE)
    replaced = """
        SELECT new.is_current || ' ' || coalesce(old.sha256, 'none') FROM archive.documents new
        LEFT JOIN archive.documents old ON old.id = new.replaces_id ORDER BY new.sha256 = :first DESC
    """
    load(archive, a)
    load(archive, b)
    assert values(archive, replaced, first=a.sha256) == ["false none", f"true {a.sha256}"]
    load(archive, a)
    assert values(archive, replaced, first=a.sha256) == ["true none", f"false {a.sha256}"]
    assert counted(archive, "meetings") == 1


def test_a_publication_date_that_becomes_known_resolves_last_year(archive: Engine) -> None:
    script = {"padding": PADDING, "meetings": [{"persons": [["Igor Krasnov", "guest"]], "date": "last year"}]}
    load(archive, source("a", script))
    assert values(archive, "SELECT date_basis FROM archive.meetings WHERE date_edtf IS NULL") == ["unresolved"]
    report = load(archive, source("a", script, published="2022-01"))
    assert report.documents == Counts(changed=1)
    assert values(archive, "SELECT date_edtf FROM archive.meetings") == ["2021"]
    assert counted(archive, "documents") == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("publisher", "Tass"), ("url", "https://a.example/1"), ("language", "en"), ("published", "2022")],
)
def test_every_change_of_metadata_is_taken_over(archive: Engine, field: str, value: str) -> None:
    plain = source("a", GRUBESA_ALONE)
    load(archive, plain)
    before = rows(archive)
    assert load(archive, replace(plain, **{field: value})).documents == Counts(changed=1)
    assert load(archive, replace(plain, **{field: value})).documents == Counts(unchanged=1)
    load(archive, plain)
    assert rows(archive) == before


def test_unchanged_texts_are_not_read_again(archive: Engine) -> None:
    load(archive, source("a", KRASNOV_MEETS))

    def refuse(text: str, *, published: str | None = None) -> Reading:
        raise AssertionError("this text was read before")

    assert load(archive, source("a", KRASNOV_MEETS), read=refuse).documents == Counts(unchanged=1)


def test_a_new_reader_reads_everything_again(archive: Engine) -> None:
    load(archive, source("a", KRASNOV_MEETS))
    report = load(
        archive, source("a", KRASNOV_MEETS), read=lambda text, *, published=None: Reading(None), reader_version="2"
    )
    assert report.documents == Counts(changed=1)
    assert counted(archive, "persons") == 0
    assert values(archive, "SELECT reader_version FROM archive.documents") == ["2"]


def test_a_new_reader_chooses_anew_among_what_its_texts_say(archive: Engine) -> None:
    load(archive, source("a", GRUBESA_ALONE), source("b", KRASNOV_MEETS))
    expected = rows(archive)["persons"]
    with archive.begin() as connection:  # as another rule of merging had left it
        connection.execute(text("UPDATE archive.persons SET name = 'Josip Grubesa' WHERE name = 'Josip Grubeša'"))
    assert loading.load_again(archive, read=read, reader_version="2").tables["persons"].changed == 1
    assert rows(archive)["persons"] == expected


def test_a_new_reader_folds_the_names_anew(archive: Engine) -> None:
    load(archive, source("a", KRASNOV_MEETS | {"bodies": [0]}))
    expected = rows(archive)
    with archive.begin() as connection:  # as another way of folding had left it
        for table in ("person_names", "organization_names"):
            connection.execute(text(f"UPDATE archive.{table} SET name_key = upper(name)"))
    loading.load_again(archive, read=read, reader_version="2")
    assert {table: rows(archive)[table] for table in NAMES} == {table: expected[table] for table in NAMES}


def test_what_an_older_reader_has_read_is_read_again_without_its_file(archive: Engine) -> None:
    texts = [source(slug, KRASNOV_MEETS | {"n": slug}, publisher="Tass", published="2022") for slug in "abcd"]
    load(archive, *texts, reader_version="2")
    expected = rows(archive)
    empty(archive)
    load(archive, *texts, read=lambda text, *, published=None: Reading(None))
    assert loading.count_outdated(archive, "2") == 4

    def interrupt(batch: BatchReport) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loading.load_again(archive, read=read, reader_version="2", batch_size=1, on_batch=interrupt)
    assert loading.count_outdated(archive, "2") == 3
    assert loading.load_again(archive, read=read, reader_version="2").documents == Counts(changed=3)
    assert rows(archive) == expected
    assert loading.load_again(archive, read=read, reader_version="2").documents == Counts()


def test_a_text_that_is_replaced_while_it_is_read_again_stays_replaced(archive: Engine) -> None:
    load(archive, source("a", KRASNOV_MEETS))
    other = create_engine(archive.url)

    def replaced(text: str, *, published: str | None = None) -> Reading:
        load(other, source("a", GRUBESA_ALONE), reader_version="2")
        return read(text, published=published)

    loading.load_again(archive, read=replaced, reader_version="2")
    other.dispose()
    assert values(archive, "SELECT text FROM archive.documents WHERE is_current") == [source("a", GRUBESA_ALONE).text]
    assert values(archive, "SELECT name FROM archive.persons") == ["Josip Grubesa"]


def test_unchanged_texts_cost_two_statements_a_batch(archive: Engine) -> None:
    texts = [source(f"{number:03}", NOTHING | {"n": number}) for number in range(300)]
    load(archive, *texts)
    with psycopg_statements() as statements:
        load(archive, *texts)
    batches = [statement for statement in statements if "archive.documents" in statement or "UPDATE" in statement]
    assert len(batches) <= 2 * 2 + 1


@contextmanager
def psycopg_statements() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []
    execute = psycopg.Cursor.execute

    def note(cursor: Any, query: Any, *rest: Any, **options: Any) -> Any:
        asked.append(query if isinstance(query, str) else query.as_string(None))
        return execute(cursor, query, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.Cursor, "execute", note)
        yield asked


def test_a_withdrawn_document_leaves_what_others_say(archive: Engine) -> None:
    load(archive, source("b", GRUBESA_ALONE))
    alone = current_rows(archive)
    load(archive, source("a", KRASNOV_MEETS))
    assert values(archive, "SELECT name FROM archive.persons ORDER BY 1") == ["Igor Krasnov", "Josip Grubeša"]
    removed = loading.withdraw(archive, ["a", "never there"])
    assert removed["meetings"].removed == 1
    assert current_rows(archive) == alone
    assert counted(archive, "documents") == 2
    assert loading.withdraw(archive, ["a"]) == {}
    assert load(archive, source("a", KRASNOV_MEETS)).documents == Counts(new=1)


def test_what_becomes_of_a_text_is_logged(archive: Engine) -> None:
    log = """
        SELECT array_agg(concat_ws(' ', slug, left(text, 4), change) ORDER BY change, text)
        FROM archive.document_changes JOIN archive.documents ON documents.id = document_id
        WHERE load_id IS NOT DISTINCT FROM :load
    """

    def noted(load_id: str | None) -> list[str] | None:
        with archive.connect() as connection:
            found: list[str] | None = connection.scalar(text(log), {"load": load_id})
            return found

    old, new = source("a", KRASNOV_MEETS), source("a", GRUBESA_ALONE)
    begin = {each: each.text[:4] for each in (old, new)}
    assert noted(load(archive, old, source("b", KRASNOV_MEETS)).load_id) == [
        f"a {begin[old]} new",
        f"b {begin[old]} new",
    ]
    assert noted(load(archive, old).load_id) is None
    assert noted(load(archive, new).load_id) == [f"a {begin[new]} new", f"a {begin[old]} replaced"]
    assert noted(load(archive, old).load_id) == [f"a {begin[new]} replaced", f"a {begin[old]} returned"]
    loading.withdraw(archive, ["a", "never there"])
    assert noted(None) == [f"a {begin[old]} withdrawn"]
    assert noted(load(archive, new).load_id) == [f"a {begin[new]} returned"]


def test_two_texts_of_one_content_give_one_set_of_facts(archive: Engine) -> None:
    report = load(archive, source("a", KRASNOV_MEETS), source("b", KRASNOV_MEETS))
    assert [str(note) for note in report.notes] == [
        "b.txt: has the same text as 'a': one more document for the same facts"
    ]
    assert (counted(archive, "documents"), counted(archive, "meetings")) == (2, 1)
    assert values(archive, "SELECT count(DISTINCT document_id) FROM archive.evidence WHERE meeting_id IS NOT NULL") == [
        2
    ]
    assert load(archive, source("c", KRASNOV_MEETS)).notes[0].path == "c.txt"


# What fails


POISON = {"padding": PADDING, "poison": "no idea"}
UNKNOWN_COUNTRY = {"padding": PADDING, "countries": ["ZZ"]}
OUTSIDE = {"spans_from": 5000, "persons": [["Igor Krasnov", None]]}
NO_SUCH_DAY = {"padding": PADDING, "meetings": [{"persons": [["A", "guest"], ["B", "host"]], "date": "2021-13"}]}
NO_STEP = {"padding": PADDING, "agreements": [{"parties": [[0, "RU", "party", None]], "steps": []}]}


@pytest.mark.parametrize(
    ("script", "said"),
    [
        pytest.param(POISON, "the reader fails on it (RuntimeError: no idea)", id="the reader raises"),
        pytest.param(
            UNKNOWN_COUNTRY, "(Key (country_code)=(ZZ) is not present", id="the database knows no such country"
        ),
        pytest.param(OUTSIDE, "lies outside its text", id="a span outside the text"),
        pytest.param(NO_SUCH_DAY, "'2021-13' is not a day, month or year", id="no such date"),
        pytest.param(NO_STEP, "an agreement without a step", id="the reading breaks a rule"),
        pytest.param({"padding": PADDING, "topics": ["no-such-topic"]}, "no-such-topic", id="no such topic"),
        pytest.param(OUTSIDE | {"spans_from": 2**31}, "the reader fails on it (OverflowError", id="too large a number"),
        pytest.param(
            {"padding": PADDING, "persons": [["Igor\x00Krasnov", None]]}, "the database refuses", id="NUL in a name"
        ),
    ],
)
@pytest.mark.parametrize("before", [0, 2, 4])
def test_a_poisonous_text_fails_alone(archive: Engine, script: dict[str, Any], said: str, before: int) -> None:
    good = [source(slug, KRASNOV_MEETS | {"n": slug}) for slug in "abcd"]
    load(archive, *good)
    expected = rows(archive)
    empty(archive)
    report = load(archive, *good[:before], source("bad", script), *good[before:])
    assert report.documents == Counts(new=4, failed=1)
    assert said in report.failures[0].reason
    assert report.failures[0].slug == "bad"
    assert rows(archive) == expected


def refusing(text: str, *, published: str | None = None) -> Reading:
    raise AssertionError("this text was read before")


def test_a_text_on_which_the_reader_failed_is_not_read_again_to_fail_again(archive: Engine) -> None:
    first = load(archive, source("a", POISON), source("b", KRASNOV_MEETS))
    again = load(archive, source("a", POISON), source("b", KRASNOV_MEETS), read=refusing)
    assert again.failures == first.failures
    assert again.documents == Counts(unchanged=1, failed=1)
    assert values(archive, "SELECT load_id::text FROM archive.load_failures") == [first.load_id], "it is logged once"
    assert values(archive, "SELECT failed_count FROM archive.loads ORDER BY started_at") == [1, 1]


def test_one_text_under_two_names_fails_twice_and_is_remembered_once(archive: Engine) -> None:
    report = load(archive, source("a", POISON), source("b", POISON))
    assert [failure.slug for failure in report.failures] == ["a", "b"]
    assert counted(archive, "load_failures") == 1
    assert load(archive, source("b", POISON), read=refusing).failures == report.failures[1:]


def test_what_failed_is_read_again_by_another_reader_with_another_date_or_once_the_log_forgets(archive: Engine) -> None:
    failed = source("a", POISON)
    load(archive, failed)

    def reads(text: SourceText, version: str = "1") -> bool:
        report = load(archive, text, read=lambda text, *, published=None: Reading(None), reader_version=version)
        loading.withdraw(archive, ["a"])
        return report.documents == Counts(new=1)

    assert not reads(failed)
    assert reads(failed, "2")
    assert reads(replace(failed, published="2022"))
    assert not reads(failed)
    with archive.begin() as connection:
        connection.execute(text("DELETE FROM archive.load_failures"))
    assert reads(failed)


def test_what_the_database_refuses_is_tried_again(archive: Engine) -> None:
    """Whether it refuses may depend on other texts."""
    load(archive, source("a", UNKNOWN_COUNTRY))
    fixed = load(archive, source("a", UNKNOWN_COUNTRY), read=lambda text, *, published=None: Reading(None))
    assert fixed.documents == Counts(new=1)


def test_what_goes_wrong_after_the_reading_is_tried_again(archive: Engine) -> None:
    """Only what `read` raises depends on the text, its date and the reader alone."""
    load(archive, source("a", NO_STEP))
    assert values(archive, "SELECT reading_id FROM archive.load_failures") == [None]
    fixed = load(archive, source("a", NO_STEP), read=lambda text, *, published=None: Reading(None))
    assert fixed.documents == Counts(new=1)


def test_an_address_that_does_not_read_as_one_has_no_site(archive: Engine) -> None:
    report = load(archive, source("a", NOTHING, publisher="Tass", url="http://[bad/x"))
    assert report.documents == Counts(new=1), report.failures
    assert values(archive, "SELECT url FROM archive.sources") == [None]


@pytest.mark.parametrize("path", ["", " ", "\t\n"])
def test_a_failure_of_a_file_without_a_name_is_logged(archive: Engine, path: str) -> None:
    assert load(archive, Failure(path, "is empty")).documents == Counts(failed=1)
    assert values(archive, "SELECT file FROM archive.load_failures") == [repr(path)]


def test_a_text_that_cannot_be_replaced_stays(archive: Engine) -> None:
    load(archive, source("a", KRASNOV_MEETS))
    before = rows(archive)
    load(archive, source("a", POISON), source("a", UNKNOWN_COUNTRY))
    assert rows(archive) == before


def test_what_the_page_says_may_be_deleted_of_the_log_can_be(archive: Engine) -> None:
    kept = load(archive, source("a", KRASNOV_MEETS), source("b", POISON)).load_id
    load(archive, source("a", GRUBESA_ALONE), Failure("c.txt", "is empty"))
    expected = rows(archive)
    with archive.begin() as connection:
        connection.execute(text("UPDATE archive.loads SET started_at = started_at - interval '2 years'"))
        connection.exec_driver_sql(_block("## What may be deleted"))
    assert values(archive, "SELECT id::text FROM archive.loads") == [kept], "it remembers what the reader fails on"
    assert values(archive, "SELECT file FROM archive.load_failures") == ["b.txt"]
    assert values(archive, "SELECT change || ' ' || (load_id IS NULL) FROM archive.document_changes ORDER BY 1") == [
        "new false",
        "new true",
        "replaced true",
    ]
    assert rows(archive) == expected


def _block(heading: str) -> str:
    """The first block of a section of docs/scale.md."""
    section = SCALE.read_text(encoding="utf-8").split(f"{heading}\n")[1]
    return section.split("\n\n")[1]


def test_each_load_is_logged_with_its_counts_and_failures(archive: Engine) -> None:
    load(archive, source("a", GRUBESA_ALONE), source("b", GRUBESA_ALONE))
    bad = Failure("bad\udce9.txt", "is empty")
    report = load(
        archive, source("a", KRASNOV_MEETS), source("b", GRUBESA_ALONE), source("c", NOTHING), bad, reader_version="1"
    )
    assert report.documents == Counts(new=1, changed=1, unchanged=1, failed=1)
    log = """
        SELECT row(new_count, changed_count, unchanged_count, failed_count)::text
        FROM archive.loads WHERE id::text = :id
    """
    assert values(archive, log, id=report.load_id) == ["(1,1,1,1)"]
    assert values(archive, "SELECT file || ' ' || reason FROM archive.load_failures") == ["bad\\udce9.txt is empty"]
    assert values(
        archive, "SELECT count(*) FROM archive.loads WHERE finished_at >= started_at AND reader_version = '1'"
    ) == [2]


def test_each_batch_is_reported_when_it_is_in(archive: Engine) -> None:
    seen: list[BatchReport] = []

    def look(batch: BatchReport) -> None:
        assert counted(archive, "documents") == batch.number * 2
        seen.append(batch)

    texts = [source(slug, GRUBESA_ALONE | {"n": slug}) for slug in "abcd"]
    report = load(archive, *texts, on_batch=look, batch_size=2)
    assert [batch.documents for batch in seen] == [Counts(new=2)] * 2
    assert report.documents == Counts(new=4)
    assert report.tables["documents"].inserted == 4


def test_an_interrupted_load_keeps_what_it_reported_and_goes_on_later(archive: Engine) -> None:
    def interrupt(batch: BatchReport) -> None:
        raise KeyboardInterrupt

    texts = [source(slug, KRASNOV_MEETS | {"n": slug}) for slug in "abcd"]
    with pytest.raises(KeyboardInterrupt):
        load(archive, *texts, on_batch=interrupt, batch_size=2)
    assert counted(archive, "documents") == 2
    assert values(archive, "SELECT finished_at FROM archive.loads") == [None]
    assert load(archive, *texts).documents == Counts(new=2, unchanged=2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("".join(f"word{number:07} " for number in range(800_000)), id="a word for every word"),
        pytest.param("The Prosecutor General of Russia met the Prosecutor General of Belarus. " * 130_000, id="prose"),
        pytest.param("x" * 9_999_999, id="one word"),
        pytest.param("𠀀𠀁 " * 1_000_000, id="four bytes a character"),
    ],
)
def test_ten_megabytes_do_not_break_a_load(archive: Engine, text: str) -> None:
    from archive.loading.texts import checksum

    big = SourceText("big", text, "big.txt", checksum(text))
    report = load(archive, big, read=lambda text, *, published=None: Reading(None))
    assert report.documents == Counts(new=1), report.failures


def test_a_text_that_postgresql_cannot_index_fails_alone(archive: Engine) -> None:
    slug = "".join(chr(0x4E00 + number) for number in range(9000))
    report = load(archive, source(slug, NOTHING), source("b", NOTHING))
    assert report.documents == Counts(new=1, failed=1)
    assert "PostgreSQL cannot hold it" in report.failures[0].reason


# The database


def terminate_others(engine: Engine) -> None:
    """Cut all connections to the database but this one."""
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
        )


def quick(
    engine: Engine, texts: Sequence[SourceText], *, delays: Sequence[float] = (0.01,) * 4, reading: Any = read
) -> LoadReport:
    return Load(engine, Reader(reading, "1"), delays=delays).run(texts)


def test_a_lost_connection_is_made_anew(archive: Engine) -> None:
    texts = [source(slug, KRASNOV_MEETS | {"n": slug}) for slug in "ab"]
    load(archive, *texts)
    expected = rows(archive)
    empty(archive)
    other = create_engine(archive.url)

    def cut(text: str, *, published: str | None = None) -> Reading:
        terminate_others(other)
        return read(text, published=published)

    report = quick(archive, texts, reading=cut)
    other.dispose()
    assert report.retries == 1
    assert report.documents == Counts(new=2)
    assert rows(archive) == expected


def test_a_commit_whose_answer_was_lost_is_repeated_without_harm(archive: Engine) -> None:
    texts = [source("a", KRASNOV_MEETS)]
    load(archive, *texts)
    expected = rows(archive)
    empty(archive)
    lost: list[bool] = []

    class Lost(Load):
        def _write_at_once(self, cursor: psycopg.Cursor[Any], *rest: Any) -> dict[str, RowCounts]:
            tables = super()._write_at_once(cursor, *rest)
            if not lost:
                lost.append(True)
                cursor.connection.commit()
                raise psycopg.OperationalError("the answer was lost")
            return tables

    report = Lost(archive, Reader(read, "1"), delays=(0.01,)).run([*texts, Failure("b", "is empty")])
    assert (report.retries, report.documents) == (1, Counts(new=1, failed=1))
    assert rows(archive) == expected
    log = "SELECT row(new_count, failed_count)::text FROM archive.loads WHERE failed_count > 0"
    assert values(archive, log) == ["(1,1)"]
    assert counted(archive, "load_failures") == 1


def test_a_deadlock_is_tried_again(archive: Engine) -> None:
    """Another transaction takes what the load needs last, then waits for what the load has taken first."""
    url = archive.url.render_as_string(hide_password=False).replace("+psycopg", "")
    ready = threading.Event()
    turn = """
        SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    """

    def reading(text: str, *, published: str | None = None) -> Reading:
        thread.start()
        ready.wait(20)
        return read(text, published=published)

    def stand_in_the_way() -> None:
        with psycopg.connect(url) as connection:
            connection.execute("SET deadlock_timeout = '1h'")  # only for a superuser: the load gives way
            connection.execute("LOCK TABLE archive.evidence IN ACCESS EXCLUSIVE MODE")
            ready.set()
            while connection.execute(turn).fetchone() == (0,):
                pass
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))

    thread = threading.Thread(target=stand_in_the_way)
    report = quick(archive, [source("a", KRASNOV_MEETS)], reading=reading)
    thread.join(30)
    assert report.retries == 1
    assert report.documents == Counts(new=1)


def test_a_database_that_keeps_failing_ends_the_load_with_the_rest_in(archive: Engine) -> None:
    other = create_engine(archive.url)
    texts = [source(slug, KRASNOV_MEETS | {"n": slug}) for slug in "ab"]

    class Failing(Load):
        def _write_at_once(self, *rest: Any) -> dict[str, RowCounts]:
            if counted(other, "documents"):
                raise psycopg.OperationalError("server closed the connection unexpectedly")
            return super()._write_at_once(*rest)

    with pytest.raises(LoadBroken, match=r"failed 3 times in a row.*server closed the connection"):
        Failing(archive, Reader(read, "1"), delays=(0.01, 0.01), batch_size=1).run(texts)
    other.dispose()
    assert counted(archive, "documents") == 1


def test_a_database_that_nobody_may_write_to_ends_the_load_at_once(archive: Engine) -> None:
    engine = create_engine(archive.url, connect_args={"options": "-c default_transaction_read_only=on"})
    with pytest.raises(LoadRefused, match="read-only transaction"):
        load(engine, source("a", NOTHING))
    engine.dispose()


def test_two_loaders_at_once_give_the_same_archive(archive: Engine) -> None:
    texts = [
        source(f"{slug}{number}", script | {"n": number % 3})
        for number in range(8)
        for slug, script in (("a", KRASNOV_MEETS), ("b", GRUBESA_ALONE))
    ]
    load(archive, *texts)
    expected = rows(archive)
    empty(archive)
    engines = [create_engine(archive.url) for _ in range(3)]
    failed: list[BaseException] = []

    def one(engine: Engine, texts: Sequence[SourceText]) -> Callable[[], None]:
        def run() -> None:
            try:
                loading.load(engine, texts, read=read, reader_version="1", batch_size=2)
            except BaseException as error:
                failed.append(error)

        return run

    orders = (texts, texts[::-1], texts[5:] + texts[:5])
    threads = [threading.Thread(target=one(*each)) for each in zip(engines, orders, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for engine in engines:
        engine.dispose()
    assert failed == []
    assert rows(archive) == expected


def test_no_transaction_is_left_open_while_texts_are_read(archive: Engine) -> None:
    other = create_engine(archive.url)

    def look(text: str, *, published: str | None = None) -> Reading:
        idle = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"
        )
        assert values(other, idle) == [0]
        return read(text, published=published)

    assert load(archive, source("a", NOTHING), read=look).documents == Counts(new=1)
    other.dispose()
