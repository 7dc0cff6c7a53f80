"""What is in the archive goes up and down with the tables that hold it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from archive import database
from archive.loading import SourceText, load, sources
from archive.loading.texts import checksum
from archive.loading.verifying import verify
from archive.models import Base
from archive.reading import READER_VERSION, read
from archive.resources import SEEDS

BEFORE_THE_SUMS = "8e41c7b20d36"
TALKS = (
    "The Minister of Justice of Estonia Kaia Tamm {} the Minister of Justice of Latvia Jana Ozola on 10 June 2023.\n"
)
ANNOUNCED, REPORTED = TALKS.format("will meet"), TALKS.format("met")
LOG = {"loads", "load_failures", "document_changes"}  # whose ids and times are those of one load
Rows = dict[str, list[str]]


@pytest.fixture
def filled(fresh_engine: Engine) -> Iterator[Engine]:
    """An archive with the five texts that come with it, and two of which one announces what the other one reports."""
    fill(fresh_engine)
    yield fresh_engine


def fill(engine: Engine) -> None:
    talks = {"a": (ANNOUNCED, "2023-06-01"), "b": (REPORTED, "2023-06-11")}
    texts = [SourceText(slug, said, slug, checksum(said), published=day) for slug, (said, day) in talks.items()]
    every = [*sources([str(SEEDS / "documents")]), *texts]
    assert load(engine, every, read=read, reader_version=READER_VERSION).documents.new == 7


def rows(engine: Engine) -> Rows:
    """Every row of every table, whatever the order of its columns, without the log of loads."""
    with engine.connect() as connection:
        return {
            table.name: sorted(connection.scalars(text(f"SELECT to_jsonb(row)::text FROM {table.fullname} AS row")))
            for table in Base.metadata.sorted_tables
            if table.name not in LOG
        }


def test_the_sums_that_a_migration_makes_are_those_that_a_load_makes(filled: Engine) -> None:
    loaded = rows(filled)
    assert loaded["attestations"]
    assert loaded["shown_offices"]
    with filled.connect() as connection:
        told = text("SELECT document, status FROM archive.proofs WHERE words LIKE '%Tamm%' AND fact = 'meeting'")
        assert sorted(map(tuple, connection.execute(told))) == [("a", "planned"), ("b", "held")]
        shown = text("SELECT document, status, documents FROM archive.meeting_register WHERE date_edtf = '2023-06-10'")
        assert list(map(tuple, connection.execute(shown))) == [("b", "held", 2)]
    database.downgrade(filled, BEFORE_THE_SUMS)
    with filled.connect() as connection:
        assert connection.scalar(text("SELECT to_regclass('archive.attestations')")) is None
        assert connection.scalar(text("SELECT count(*) FROM archive.encounters")) > 0  # the views as they were
    database.upgrade(filled)
    assert rows(filled) == loaded
    assert list(verify(filled, read)) == []


def test_after_going_down_to_nothing_a_load_makes_the_same_archive(filled: Engine) -> None:
    loaded = rows(filled)
    database.downgrade(filled, "base")
    database.upgrade(filled)
    assert not any(rows(filled).values())
    fill(filled)
    assert rows(filled) == loaded
    assert list(verify(filled, read)) == []
