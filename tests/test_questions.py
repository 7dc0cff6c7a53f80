"""docs/questions.md says what is so: each question runs as it stands, and has the answer that the page promises."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from archive import database
from archive.loading import load, sources
from archive.reading import READER_VERSION, read
from archive.resources import SEEDS
from tests.conftest import RUN

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "questions.md").read_text(encoding="utf-8")
NOTHING = "(None in the five texts.)"

# A paragraph that asks, and the block below it.
QUESTIONS = re.findall(r"^((?:[^\n`#][^\n]*\n)+)\n```sql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def seeded(place: Any, postgresql_noproc: Any) -> Iterator[Engine]:
    """An archive with the five texts."""
    with place.make_database(f"{RUN}_questions", template=postgresql_noproc.template_dbname) as url:
        engine = database.create_engine(url)
        texts = sources([str(SEEDS / "documents")])
        assert not load(engine, texts, read=read, reader_version=READER_VERSION).failures
        yield engine
        engine.dispose()


@pytest.fixture
def asking(seeded: Engine) -> Iterator[Connection]:
    with seeded.connect() as connection:
        yield connection


def test_every_block_of_the_page_has_a_question() -> None:
    assert len(QUESTIONS) == PAGE.count("```sql") >= 15
    assert all("?" in question for question, _ in QUESTIONS)


@pytest.mark.parametrize(("question", "sql"), QUESTIONS, ids=[question.split("?")[0] for question, _ in QUESTIONS])
def test_a_question_is_answered(asking: Connection, question: str, sql: str) -> None:
    rows = asking.exec_driver_sql(sql, execution_options={"no_parameters": True}).all()
    assert bool(rows) is (NOTHING not in " ".join(question.split()))
    assert len(rows) == len(set(map(str, rows)))


def test_a_year_is_one_year_whether_the_text_or_its_publication_dates_the_meeting(asking: Connection) -> None:
    (sql,) = (sql for question, sql in QUESTIONS if "in a year" in question)
    assert len(asking.exec_driver_sql(sql, execution_options={"no_parameters": True}).all()) == 7
    assert set(re.findall(r"\b20\d\d\b", sql)) == {"2022", "2023"}  # the first day of the next year ends a range
