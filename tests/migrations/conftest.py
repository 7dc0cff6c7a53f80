"""Alembic as its command line would run it, and engines on databases with nothing in them."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from alembic.config import Config
from sqlalchemy import Engine

from archive import database

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def empty_engine(empty_database: str) -> Iterator[Engine]:
    """An engine on a database with nothing in it."""
    engine = database.create_engine(empty_database)
    yield engine
    engine.dispose()


@pytest.fixture
def alembic_for() -> Callable[[str], Config]:
    """Alembic with the file of this checkout, for the database at a URL: ``alembic -x url=...``."""

    def config(url: str) -> Config:
        from argparse import Namespace

        return Config(str(ROOT / "alembic.ini"), cmd_opts=Namespace(x=[f"url={url}"]), output_buffer=StringIO())

    return config
