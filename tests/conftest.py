"""A real PostgreSQL for every test: the archive's own in a temporary home, or the one that DATABASE_URL names.

The migrations fill one template database; what a test gets is a clone of it or a transaction that is rolled back.
"""

import itertools
import os
import secrets
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest
from pytest_postgresql import factories
from pytest_postgresql.executors import NoopExecutor
from pytest_postgresql.janitor import DatabaseJanitor
from sqlalchemy import URL, Connection, Engine, text
from sqlalchemy.orm import Session

from archive import database, server

GIVEN_URL = os.environ.pop("DATABASE_URL", None)
RUN = f"archive_tests_{secrets.token_hex(4)}"  # runs at the same time on one server do not meet
_numbers = itertools.count(1)


def pytest_configure() -> None:
    """Let a run that is told to end do it as for Ctrl-C, so that its server ends with it.

    A run in the background may have been started with signals ignored; the commands that tests start hear them again.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a test whose extra is missing: the lock installs it, and a test that passes unseen proves nothing."""
    for marker in item.iter_markers("extra"):
        if find_spec(marker.args[0]) is None:
            remedy = "`make install` installs it, and `-m 'not extra'` leaves these tests out"
            pytest.fail(f"{marker.args[0]} is missing: {remedy}", pytrace=False)


@dataclass(frozen=True)
class Place:
    """Where the databases of this run are made; pytest-postgresql reads these names."""

    host: str
    port: int
    user: str
    password: str
    maintenance_dbname: str
    options: str = ""
    template_dbname: None = None

    def url(self, name: str) -> str:
        """The URL of one database there."""
        url = URL.create(
            database.DRIVER,
            username=self.user,
            password=self.password or None,
            database=name,
            query={"host": self.host, "port": str(self.port)},
        )
        return url.render_as_string(hide_password=False)

    @contextmanager
    def make_database(self, name: str, *, template: str | None = None) -> Iterator[str]:
        """A database that is dropped at the end."""
        with DatabaseJanitor(
            user=self.user,
            host=self.host,
            port=self.port,
            password=self.password,
            dbname=name,
            template_dbname=template,
            maintenance_dbname=self.maintenance_dbname,
        ):
            yield self.url(name)


@pytest.fixture(scope="session", autouse=True)
def home() -> Iterator[Path]:
    """An ARCHIVE_HOME for this run, which the server makes itself: below a folder that its account can reach."""
    folder = Path(tempfile.gettempdir()).resolve() / RUN
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARCHIVE_HOME", str(folder))
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def place(home: Path) -> Iterator[Place]:
    """The server that all tests share."""
    own = None if GIVEN_URL else server.start(home)
    engine = database.create_engine(GIVEN_URL)
    with engine.connect() as connection:
        session = connection.connection.driver_connection
        assert isinstance(session, psycopg.Connection)
        info = session.info
        found = Place(info.host, info.port, info.user, info.password, info.dbname)
    engine.dispose()
    if own:
        _hurry(found)
    yield found
    if own:
        own.leave()


def _hurry(place: Place) -> None:
    """Wait for no disk: what this run writes does not outlive it."""
    engine = database.create_engine(place.url(place.maintenance_dbname), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(text(f"ALTER SYSTEM SET {name} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _migrate(*, host: str, port: int, user: str, password: str, dbname: str, **_: object) -> None:
    database.upgrade(Place(host, port, user, password, dbname).url(dbname))


postgresql_noproc = factories.postgresql_noproc(depends_on="place", dbname=RUN, load=[_migrate])


@pytest.fixture(scope="session")
def engine(place: Place, postgresql_noproc: NoopExecutor) -> Iterator[Engine]:
    """An engine on a migrated database. What is committed there stays for all tests: see `fresh_database`."""
    with place.make_database(f"{RUN}_shared", template=postgresql_noproc.template_dbname) as url:
        engine = database.create_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction that is rolled back after the test."""
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()


@pytest.fixture
def session(connection: Connection) -> Iterator[Session]:
    """A session that may commit: its commits are savepoints, and all is rolled back after the test."""
    with Session(connection, join_transaction_mode="create_savepoint") as session:
        yield session


@pytest.fixture
def fresh_database(place: Place, postgresql_noproc: NoopExecutor) -> Iterator[str]:
    """The URL of a migrated database for this test alone."""
    with place.make_database(f"{RUN}_{next(_numbers)}", template=postgresql_noproc.template_dbname) as url:
        yield url


@pytest.fixture
def fresh_engine(fresh_database: str) -> Iterator[Engine]:
    """An engine on a migrated database for this test alone, which may commit."""
    engine = database.create_engine(fresh_database)
    yield engine
    engine.dispose()


@pytest.fixture
def empty_database(place: Place) -> Iterator[str]:
    """The URL of a database with nothing in it."""
    with place.make_database(f"{RUN}_{next(_numbers)}") as url:
        yield url
