"""The countries and the topics of the archive are those of the files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine

from archive.errors import ReferenceDataBroken
from archive.loading.reference import reference_rows, write_reference
from archive.loading.reports import RowCounts
from archive.loading.transactions import Transactions
from archive.resources import SEEDS

COUNTRIES = """
[[country]]
code = "RU"
name = "Russia"
official = "Russian Federation"
demonyms = ["Russian"]
capitals = ["Moscow"]

[[country]]
code = "SZ"
name = "Eswatini"
former = ["Swaziland"]
"""
TOPICS = """
[[topic]]
slug = "cybercrime"
label = "Cybercrime"
broader = "crime"
labels = ["computer crime"]

[[topic]]
slug = "crime"
label = "Crime"
definition = "Crime in general."
"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "countries.toml").write_text(COUNTRIES)
    (tmp_path / "topics.toml").write_text(TOPICS)
    reference_rows.cache_clear()
    return tmp_path


def write(engine: Engine, seeds: Path) -> dict[str, RowCounts]:
    reference_rows.cache_clear()
    with Transactions(engine) as database:
        return database.attempt(lambda cursor: write_reference(cursor, seeds))


def asked(engine: Engine) -> Callable[[str], list[Any]]:
    def ask(statement: str) -> list[Any]:
        with engine.connect() as connection:
            return [row[0] if len(row) == 1 else tuple(row) for row in connection.exec_driver_sql(statement)]

    return ask


def test_every_form_of_a_country_is_a_name_with_its_kind(fresh_engine: Engine, seeds: Path) -> None:
    write(fresh_engine, seeds)
    ask = asked(fresh_engine)
    assert ask("SELECT code, official_name FROM archive.countries ORDER BY 1") == [
        ("RU", "Russian Federation"),
        ("SZ", None),
    ]
    assert ask("SELECT name, kind FROM archive.country_names ORDER BY 1") == [
        ("Eswatini", "short"),
        ("Moscow", "capital"),
        ("Russia", "short"),
        ("Russian", "demonym"),
        ("Russian Federation", "official"),
        ("Swaziland", "former"),
    ]


def test_a_topic_may_stand_before_its_broader_one(fresh_engine: Engine, seeds: Path) -> None:
    write(fresh_engine, seeds)
    assert asked(fresh_engine)("SELECT slug, broader_slug, definition FROM archive.topics ORDER BY 1") == [
        ("crime", None, "Crime in general."),
        ("cybercrime", "crime", None),
    ]
    assert asked(fresh_engine)("SELECT label FROM archive.topic_labels") == ["computer crime"]


def test_the_tables_follow_the_files(fresh_engine: Engine, seeds: Path) -> None:
    write(fresh_engine, seeds)
    assert write(fresh_engine, seeds) == {}
    (seeds / "countries.toml").write_text(COUNTRIES.replace('["Swaziland"]', "[]").replace('"Eswatini"', '"eSwatini"'))
    (seeds / "topics.toml").write_text(TOPICS.split("[[topic]]")[2].join(["[[topic]]", ""]))
    assert write(fresh_engine, seeds) == {
        "countries": RowCounts(changed=1),
        "country_names": RowCounts(inserted=1, removed=2),
        "topics": RowCounts(removed=1),
        "topic_labels": RowCounts(removed=1),
    }


def test_a_country_that_a_fact_refers_to_stays(fresh_engine: Engine, seeds: Path) -> None:
    write(fresh_engine, seeds)
    with fresh_engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO archive.places (id, name, name_key, country_code) "
            "VALUES (gen_random_uuid(), 'Mbabane', 'mbabane', 'SZ')"
        )
    (seeds / "countries.toml").write_text("".join(COUNTRIES.partition('\n[[country]]\ncode = "SZ"')[:1]))
    assert "countries" not in write(fresh_engine, seeds)
    assert asked(fresh_engine)("SELECT code FROM archive.countries ORDER BY 1") == ["RU", "SZ"]


def test_the_packaged_files_fit_the_tables(fresh_engine: Engine) -> None:
    write(fresh_engine, SEEDS)
    assert asked(fresh_engine)("SELECT count(*) FROM archive.countries")[0] > 190
    assert asked(fresh_engine)("SELECT count(*) FROM archive.topics WHERE broader_slug IS NOT NULL")[0] > 40


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("countries.toml", "nonsense", "Expected '=' after a key"),
        ("countries.toml", "", "no [[country]] in it"),
        ("countries.toml", '[[country]]\ncode = "RU"', "number 1 has no 'name'"),
        ("countries.toml", COUNTRIES.replace("former", "older"), "number 2 has the unknown key 'older'"),
        ("topics.toml", TOPICS + TOPICS, "'cybercrime' is in it twice"),
    ],
)
def test_a_broken_file_is_named(seeds: Path, file: str, content: str, said: str) -> None:
    (seeds / file).write_text(content)
    with pytest.raises(ReferenceDataBroken) as raised:
        reference_rows(seeds)
    assert file in str(raised.value)
    assert said in str(raised.value)


def test_a_topic_below_an_unknown_one_is_refused(fresh_engine: Engine, seeds: Path) -> None:
    (seeds / "topics.toml").write_text(TOPICS.replace('"crime"', '"no-such"', 1))
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        write(fresh_engine, seeds)
