"""The models and the migrations build one and the same schema, to the last comment."""

from collections.abc import Callable

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from archive import database
from archive.models import Base
from tests.conftest import RUN, Place
from tests.migrations.catalogue import QUERIES, Catalogue, catalogue


@pytest.fixture(scope="module")
def migrated(engine: Engine) -> Catalogue:
    with engine.begin() as connection:
        return catalogue(connection)


@pytest.fixture(scope="module")
def built(place: Place) -> Catalogue:
    with place.make_database(f"{RUN}_built") as url:
        engine = database.create_engine(url)
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
            found = catalogue(connection)
        engine.dispose()
    return found


@pytest.mark.parametrize("sort", QUERIES)
def test_the_models_build_what_the_migrations_build(built: Catalogue, migrated: Catalogue, sort: str) -> None:
    assert built[sort] == migrated[sort]
    assert migrated[sort]


def test_building_again_changes_nothing(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        Base.metadata.create_all(connection)
        first = catalogue(connection)
        Base.metadata.create_all(connection)
        assert catalogue(connection) == first


def test_what_the_models_built_they_take_away(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        before = catalogue(connection)
        Base.metadata.create_all(connection)
        Base.metadata.drop_all(connection)
        connection.execute(text("DROP SCHEMA archive"))
        assert catalogue(connection) == before


def test_the_models_ask_for_no_further_migration(fresh_database: str, alembic_for: Callable[[str], Config]) -> None:
    command.check(alembic_for(fresh_database))
