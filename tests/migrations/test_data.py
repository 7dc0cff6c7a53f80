"""What is in the archive goes up and down with the tables that hold it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from archive import database
from archive.loading import load, sources
from archive.loading.verifying import verify
from archive.models import Base
from archive.reading import READER_VERSION, read
from archive.resources import SEEDS

BEFORE_THE_SUMS = "8e41c7b20d36"
LOG = {"loads", "load_failures"}  # whose ids and times are those of one load
Rows = dict[str, list[str]]


@pytest.fixture
def filled(fresh_engine: Engine) -> Iterator[Engine]:
    """An archive with the five texts that come with it."""
    fill(fresh_engine)
    yield fresh_engine


def fill(engine: Engine) -> None:
    texts = sources([str(SEEDS / "documents")])
    assert load(engine, texts, read=read, reader_version=READER_VERSION).documents.inserted == 5


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
