"""Every revision goes up and comes down again, and so does all of it, on the database and on paper."""

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from archive import database
from archive.resources import MIGRATIONS
from tests.conftest import RUN
from tests.migrations.catalogue import catalogue

FILES = sorted((MIGRATIONS / "versions").glob("*.py"))


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_each_step_down_takes_back_what_the_step_up_did(empty_engine: Engine) -> None:
    steps = [step.revision for step in reversed(list(scripts().walk_revisions()))]
    with empty_engine.connect() as connection, connection.begin():
        states = []
        for step in steps:
            database.upgrade(connection, step)
            states.append(catalogue(connection, with_alembic=True))
        for step, state in reversed(list(zip(steps, states, strict=True))):
            database.downgrade(connection, step)
            assert catalogue(connection, with_alembic=True) == state, step
        assert len({str(state) for state in states}) == len(steps)


def test_down_to_nothing_leaves_nothing_and_up_again_is_the_same(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        nothing = catalogue(connection)
    database.upgrade(empty_engine)
    with empty_engine.begin() as connection:
        everything = catalogue(connection)
    database.downgrade(empty_engine, "base")
    with empty_engine.begin() as connection:
        assert connection.scalar(text("SELECT to_regnamespace('archive')")) is None
        assert catalogue(connection) == nothing
    database.upgrade(empty_engine)
    with empty_engine.begin() as connection:
        assert catalogue(connection) == everything


def test_what_is_not_ours_stays(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.execute(text("CREATE EXTENSION unaccent WITH SCHEMA public"))
        connection.execute(text("CREATE SCHEMA archive"))
    database.upgrade(empty_engine)
    with empty_engine.begin() as connection:
        assert connection.scalar(text("SELECT to_tsvector('archive.folded', 'Grubeša')::text")) == "'grubesa':1"
        connection.execute(text("CREATE TABLE archive.diary (day date)"))
    database.downgrade(empty_engine, "base")
    with empty_engine.begin() as connection:
        left = connection.scalars(text("SELECT relname FROM pg_class WHERE relnamespace = 'archive'::regnamespace"))
        assert list(left) == ["diary"]
        assert (
            connection.scalar(
                text("SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'unaccent'")
            )
            == "public"
        )


def test_two_migrations_at_once_do_the_work_once(empty_database: str) -> None:
    migrate = [sys.executable, "-c", f"from archive import database; database.upgrade({empty_database!r})"]
    running = [subprocess.Popen(migrate, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert [(each.communicate(timeout=120)[1], each.returncode) for each in running] == [("", 0)] * 3
    assert database.current_revision(empty_database) == database.head_revision()


def test_the_second_migration_waits_for_the_first(empty_engine: Engine) -> None:
    done = threading.Event()

    def migrate() -> None:
        database.upgrade(empty_engine)
        done.set()

    with empty_engine.connect() as first, first.begin():
        database.upgrade(first)
        second = threading.Thread(target=migrate)
        second.start()
        assert not done.wait(0.5)
    second.join(120)
    assert done.is_set()
    assert database.current_revision(empty_engine) == database.head_revision()


def test_a_migration_leaves_the_settings_of_its_caller(empty_engine: Engine) -> None:
    settings = text("""
        SELECT name, setting FROM pg_settings
        WHERE name IN ('statement_timeout', 'lock_timeout', 'client_min_messages', 'search_path')
    """)
    with empty_engine.connect() as connection, connection.begin():
        before = connection.execute(settings).all()
        database.upgrade(connection)
        assert connection.execute(settings).all() == before


@pytest.fixture
def guest(empty_engine: Engine) -> Iterator[Connection]:
    """A connection of a user who owns the schema that was made for them, and may create nothing beside it."""
    name = f"{RUN}_guest"
    with empty_engine.connect() as connection:
        connection.execute(text(f"CREATE ROLE {name}"))
        connection.execute(text(f"CREATE SCHEMA archive AUTHORIZATION {name}"))
        connection.execute(text("REVOKE CREATE ON SCHEMA public FROM public"))
        connection.commit()
        connection.execute(text(f"SET ROLE {name}"))
        connection.commit()
        yield connection
        connection.rollback()
        connection.execute(text("RESET ROLE"))
        connection.execute(text(f"DROP OWNED BY {name}"))
        connection.execute(text(f"DROP ROLE {name}"))
        connection.commit()


def migrate_as_it_stands(connection: Connection, go: Callable[..., None], revision: str) -> None:
    """Migrate without what `archive.database` checks beforehand."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    go(config, revision)


def test_a_missing_extension_names_the_statement_to_run(guest: Connection) -> None:
    with pytest.raises(DBAPIError, match="An administrator must run: CREATE EXTENSION unaccent;"):
        migrate_as_it_stands(guest, command.upgrade, "head")
    guest.rollback()


def test_a_user_with_a_schema_of_their_own_needs_no_more(guest: Connection) -> None:
    guest.execute(text("RESET ROLE"))
    guest.execute(text("CREATE EXTENSION unaccent WITH SCHEMA public"))
    guest.execute(text(f"SET ROLE {RUN}_guest"))
    guest.commit()
    for _ in range(2):
        migrate_as_it_stands(guest, command.upgrade, "head")
        migrate_as_it_stands(guest, command.downgrade, "base")


def on_paper(alembic: Config, go: Callable[..., None], revision: str) -> str:
    paper = StringIO()
    alembic.output_buffer = paper
    go(alembic, revision, sql=True)
    return paper.getvalue()


def test_sql_on_paper_builds_and_takes_away_the_same(
    empty_engine: Engine, engine: Engine, alembic_for: Callable[[str], Config]
) -> None:
    nowhere = alembic_for("postgresql://nobody@localhost:1/nothing")
    up, down = on_paper(nowhere, command.upgrade, "head"), on_paper(nowhere, command.downgrade, "head:base")
    with engine.begin() as connection:
        migrated = catalogue(connection)
    with empty_engine.connect() as asking, empty_engine.connect() as doing:
        doing = doing.execution_options(isolation_level="AUTOCOMMIT", no_parameters=True)
        asking = asking.execution_options(isolation_level="AUTOCOMMIT")
        nothing = catalogue(asking)
        doing.exec_driver_sql(up)
        assert catalogue(asking) == migrated
        doing.exec_driver_sql(down)
        assert catalogue(asking) == nothing
        assert asking.scalar(text("SELECT to_regnamespace('archive')")) is None


def test_alembic_of_the_checkout_reaches_a_database(empty_database: str, alembic_for: Callable[[str], Config]) -> None:
    command.upgrade(alembic_for(empty_database), "archive@head")
    assert database.current_revision(empty_database) == database.head_revision()
    command.downgrade(alembic_for(empty_database), "archive@base")
    assert database.current_revision(empty_database) is None


def test_asking_for_the_revision_of_an_empty_database_leaves_it_empty(
    empty_engine: Engine, empty_database: str, alembic_for: Callable[[str], Config]
) -> None:
    command.current(alembic_for(empty_database))
    with empty_engine.begin() as connection:
        assert connection.scalar(text("SELECT to_regnamespace('archive')")) is None


def test_there_is_one_line_of_history_and_it_has_a_name() -> None:
    assert len(scripts().get_heads()) == len(scripts().get_bases()) == 1
    assert {label for step in scripts().walk_revisions() for label in step.branch_labels} == {"archive"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_revision_is_dated_and_says_what_it_does(file: Path) -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\d_\d{4}_[a-z_]+\.py", file.name)
    step = next(step for step in scripts().walk_revisions() if Path(step.path) == file)
    assert re.match(r"[A-Z].*[.]\n", step.longdoc + "\n")


def test_files_sort_as_history_goes() -> None:
    assert [Path(step.path) for step in reversed(list(scripts().walk_revisions()))] == FILES
