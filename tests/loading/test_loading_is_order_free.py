"""The archive is a function of its sources: order, batches, repetition and detours leave no trace.

ARCHIVE_EXAMPLES=200 looks longer than every run of the tests can afford.
"""

import os
import random
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from archive.loading import LoadReport, SourceText, load
from archive.loading.verifying import verify
from tests.loading.conftest import current_rows, empty, rows
from tests.loading.scripts import WORLDS, read

here = settings(
    max_examples=int(os.environ.get("ARCHIVE_EXAMPLES", "8")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def load_all(engine: Engine, texts: Sequence[SourceText], batch_size: int = 100) -> LoadReport:
    report = load(engine, texts, read=read, reader_version="1", batch_size=batch_size)
    assert not report.failures
    return report


@here
@given(world=WORLDS, seed=st.integers(0, 999), batch_size=st.integers(1, 4))
def test_any_order_in_batches_of_any_size_gives_the_same_rows(
    archive: Engine, world: list[SourceText], seed: int, batch_size: int
) -> None:
    empty(archive)
    load_all(archive, world)
    at_once = rows(archive)
    shuffled = random.Random(seed).sample(world, len(world))
    empty(archive)
    load_all(archive, shuffled, batch_size)
    assert rows(archive) == at_once


@here
@given(world=WORLDS)
def test_a_second_load_changes_nothing(archive: Engine, world: list[SourceText]) -> None:
    empty(archive)
    load_all(archive, world)
    before = rows(archive)
    again = load_all(archive, world)
    assert again.changed_nothing
    assert again.documents.unchanged == len(world)
    assert rows(archive) == before


@here
@given(world=WORLDS)
def test_a_new_version_of_the_reader_that_reads_the_same_changes_only_the_version(
    archive: Engine, world: list[SourceText]
) -> None:
    empty(archive)
    load_all(archive, world)
    report = load(archive, world, read=read, reader_version="2")
    assert set(report.tables) == {"documents"}
    assert report.documents.changed == len(world)


@here
@given(old=WORLDS, new=WORLDS, batch_size=st.integers(1, 4))
def test_replaced_texts_leave_no_fact_behind(
    archive: Engine, old: list[SourceText], new: list[SourceText], batch_size: int
) -> None:
    empty(archive)
    kept = {text.slug for text in new}
    load_all(archive, [*new, *(text for text in old if text.slug not in kept)])
    straight = current_rows(archive)
    empty(archive)
    load_all(archive, old, batch_size)
    load_all(archive, new, batch_size)
    assert current_rows(archive) == straight


@here
@given(old=WORLDS, new=WORLDS)
def test_there_and_back_again_is_where_it_started(
    archive: Engine, old: list[SourceText], new: list[SourceText]
) -> None:
    empty(archive)
    there = {text.slug for text in old}
    load_all(archive, old)
    start = current_rows(archive)
    load_all(archive, [text for text in new if text.slug in there])
    load_all(archive, old)
    assert current_rows(archive) == start


@here
@given(world=WORLDS)
def test_what_was_loaded_verifies(archive: Engine, world: list[SourceText]) -> None:
    empty(archive)
    load_all(archive, world, batch_size=2)
    assert list(verify(archive, read)) == []
