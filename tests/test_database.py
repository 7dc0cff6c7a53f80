"""Every way to a database, and every reason why one is refused, in words and without a password."""

import os
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine, make_url, text
from sqlalchemy.exc import DBAPIError

from archive import database
from archive.database import fitness
from archive.database.migrating import revisions_in
from archive.errors import (
    ArchiveError,
    DatabaseAhead,
    DatabaseBehind,
    DatabaseReadOnly,
    DatabaseTooOld,
    DatabaseUnreachable,
    EncodingNotUtf8,
    ExtensionMissing,
    NotTheOwner,
    PermissionMissing,
    RevisionUnknown,
    RevisionUnreadable,
    SchemaTaken,
    UrlNotUnderstood,
)
from archive.resources import MIGRATIONS

SECRET = "pa55-w0rd"


def run(target: database.Target, statement: str) -> None:
    with database.session(target) as session:
        session.execute(text(statement))


def value(target: database.Target, question: str) -> object:
    with database.session(target, read_only=True) as session:
        return session.scalar(text(question))


# Ways to a database


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_scheme_is_understood(empty_database: str, scheme: str) -> None:
    url = scheme + empty_database.removeprefix(database.DRIVER)
    assert value(url, "SELECT current_database()") == make_url(empty_database).database


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param(f"mysql://u:{SECRET}@h/d", "it starts with mysql:", id="another database"),
        pytest.param(f"postgresql+psycopg2://u:{SECRET}@h/d", r"it starts with postgresql\+psycopg2:", id="driver"),
        pytest.param(f"u:{SECRET}@h", "does not read as a URL", id="no scheme"),
        pytest.param(f"postgresql://u:{SECRET}@h:54x2/d", "does not read as a URL", id="port"),
        pytest.param(f"postgresql://u:p@{SECRET}@h/d", "two @ signs", id="unescaped"),
        pytest.param(f"postgresql://u:{SECRET}@/d?host=h&port=x", "hosts and ports do not read", id="port apart"),
    ],
)
def test_another_url_is_refused_without_repeating_it(url: str, reason: str) -> None:
    with pytest.raises(UrlNotUnderstood, match=f"{reason}.*Write postgresql://") as refused:
        database.create_engine(url)
    assert SECRET not in told(refused.value)


def told(error: BaseException) -> str:
    """All that a person may come to see of an error: its causes, too."""
    words = f"{error} {error!r} {getattr(error, 'fields', '')}"
    shown = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return f"{words} {told(shown)}" if shown else words


def test_the_environment_names_the_database(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database)
    assert value(None, "SELECT current_database()") == make_url(empty_database).database


def test_a_url_goes_before_the_environment(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nowhere.invalid/nothing")
    assert value(empty_database, "SELECT current_database()") == make_url(empty_database).database


def test_without_a_url_it_is_the_archives_own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setenv("PGSSLMODE", "require")
    monkeypatch.setenv("PGHOST", "nowhere.invalid")
    monkeypatch.setenv("PGREQUIREAUTH", "scram-sha-256")
    assert value(None, "SELECT current_database() || ' of ' || current_user") == "archive of archive"


def test_names_of_the_archive_need_no_schema(fresh_database: str) -> None:
    assert value(fresh_database, "SELECT to_regclass('documents')::oid = 'archive.documents'::regclass::oid")
    assert value(fresh_database, "SHOW search_path") == "archive,public"


def test_behind_a_pool_the_database_may_say_the_search_path(fresh_database: str) -> None:
    def path() -> object:
        engine = database.create_engine(fresh_database, connect_args={"options": ""})
        with engine.connect() as connection:
            found: object = connection.scalar(text("SHOW search_path"))
        engine.dispose()
        return found

    assert path() == '"$user", public'
    run(fresh_database, f'ALTER DATABASE "{make_url(fresh_database).database}" SET search_path = archive, public')
    assert path() == "archive, public"


def test_settings_of_the_url_stay(empty_database: str) -> None:
    url = make_url(empty_database).update_query_dict({"options": "-c work_mem=12MB", "application_name": "mine"})
    assert value(url, "SHOW work_mem") == "12MB"
    assert value(url, "SHOW application_name") == "mine"
    assert value(empty_database, "SHOW application_name") == "archive"


def test_a_host_may_be_a_folder_in_percent_signs(empty_database: str) -> None:
    url = make_url(empty_database)
    host = str(url.query["host"])
    if not host.startswith("/"):
        pytest.skip("this server has no socket")
    inline = f"postgresql://{url.username}@{host.replace('/', '%2F')}:{url.query['port']}/{url.database}"
    assert value(inline, "SELECT 1") == 1


# No password, and one clear message


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(f"postgresql://me:{SECRET}@127.0.0.1:1/archive", id="in its place"),
        pytest.param(f"postgresql://me@127.0.0.1:1/archive?password={SECRET}", id="in the query"),
        pytest.param(f"postgresql://me@127.0.0.1:1/archive?password={SECRET}&password=b{SECRET}", id="twice"),
    ],
)
def test_a_password_is_never_shown(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    engine = database.create_engine(url, echo="debug")
    with pytest.raises(DatabaseUnreachable) as refused:
        engine.connect()
    assert SECRET not in f"{engine} {engine.url} {engine.url!r} {engine.pool.status()} {caplog.text}"
    assert SECRET not in told(refused.value)


def test_a_server_that_is_not_there_is_named() -> None:
    expected = r"The database archive on 127\.0\.0\.1, port 1 cannot be reached: .*refused.*--database or DATABASE_URL"
    with pytest.raises(DatabaseUnreachable, match=expected):
        database.upgrade("postgresql://me@127.0.0.1:1/archive")


def test_an_option_that_is_none_is_named(empty_database: str) -> None:
    with pytest.raises(UrlNotUnderstood, match='invalid connection option "colour"'):
        database.current_revision(f"{empty_database}&colour=red")


def test_a_database_that_is_not_there_is_named(empty_database: str) -> None:
    with pytest.raises(DatabaseUnreachable, match=r'The database absent on .* database "absent" does not exist'):
        database.current_revision(make_url(empty_database).set(database="absent"))


# Sessions


def test_a_session_is_one_transaction(empty_database: str) -> None:
    run(empty_database, "CREATE TABLE kept (n int)")

    with pytest.raises(DBAPIError, match="division by zero"), database.session(empty_database) as session:
        session.execute(text("INSERT INTO kept VALUES (1)"))
        session.execute(text("SELECT 1 / 0"))
    assert value(empty_database, "SELECT count(*) FROM kept") == 0


def test_a_session_on_a_connection_leaves_the_transaction_to_its_caller(empty_database: str) -> None:
    with database.connect(empty_database) as connection:
        connection.begin()
        run(connection, "CREATE TABLE passing ()")
        assert value(connection, "SELECT to_regclass('passing') IS NOT NULL")
        run(connection, "CREATE TABLE after_reading ()")
        connection.rollback()
        assert value(connection, "SELECT to_regclass('passing') IS NULL")


def test_a_read_only_session_changes_nothing(connection: Connection) -> None:
    with pytest.raises(DBAPIError, match="read-only transaction"), database.session(connection, read_only=True) as work:
        work.execute(text("CREATE TABLE refused ()"))


def test_a_statement_ends_with_its_time(connection: Connection) -> None:
    with pytest.raises(DBAPIError, match="statement timeout"), database.session(connection, timeout=0.05) as work:
        work.execute(text("SELECT pg_sleep(10)"))


def test_the_time_of_a_session_ends_with_it(connection: Connection) -> None:
    connection.execute(text("SET LOCAL statement_timeout = '7s'"))
    for read_only in (False, True):
        with database.session(connection, timeout=1, read_only=read_only) as work:
            assert work.scalar(text("SHOW statement_timeout")) == "1s"
        assert connection.scalar(text("SHOW statement_timeout")) == "7s"


def test_a_connection_that_was_lost_is_replaced(empty_database: str) -> None:
    engine = database.create_engine(empty_database)
    lost = value(engine, "SELECT pg_backend_pid()")
    run(empty_database, f"SELECT pg_terminate_backend({lost})")
    assert value(engine, "SELECT pg_backend_pid()") != lost
    engine.dispose()


# Migrations


def test_an_empty_database_goes_up_and_down_to_nothing_and_up_again(empty_database: str) -> None:
    assert database.current_revision(empty_database) is None
    for _ in range(2):
        database.upgrade(empty_database)
        assert database.current_revision(empty_database) == database.head_revision() is not None
        database.check_revision(empty_database)
        database.downgrade(empty_database, "base")
        assert database.current_revision(empty_database) is None
        assert value(empty_database, "SELECT to_regnamespace('archive') IS NULL")


def test_an_engine_is_a_target(empty_database: str) -> None:
    engine = database.create_engine(empty_database)
    database.upgrade(engine)
    database.upgrade(engine)  # already there
    assert database.current_revision(engine) == database.head_revision()
    engine.dispose()


def test_a_connection_is_a_target_and_its_caller_commits(empty_database: str) -> None:
    with database.connect(empty_database) as connection:
        connection.begin()
        database.upgrade(connection)
        assert database.current_revision(connection) == database.head_revision()
        assert database.current_revision(empty_database) is None
        connection.rollback()
    assert database.current_revision(empty_database) is None


def test_commands_that_migrate_at_once_do_no_harm(empty_database: str) -> None:
    script = f"from archive import database; database.upgrade({empty_database!r})"
    commands = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(4)]
    assert [command.wait(timeout=60) for command in commands] == [0] * len(commands)
    assert database.current_revision(empty_database) == database.head_revision()


def test_the_sql_for_an_administrator_does_what_the_migrations_do(empty_database: str) -> None:
    url = make_url(empty_database)
    with psycopg.connect(
        host=str(url.query["host"]),
        port=str(url.query["port"]),
        user=url.username,
        password=url.password,
        dbname=url.database,
        autocommit=True,
    ) as session:
        session.execute(database.upgrade_sql())
    assert database.current_revision(empty_database) == database.head_revision()


def test_going_down_is_told_from_going_up(fresh_database: str, empty_database: str) -> None:
    assert database.goes_down(fresh_database, "base")
    assert database.goes_down(fresh_database, "-1")
    assert not database.goes_down(fresh_database, "head")
    assert not database.goes_down(empty_database, "head")
    assert not database.goes_down(empty_database, "base")


def test_a_database_ahead_of_the_code_is_refused(fresh_database: str) -> None:
    run(fresh_database, "UPDATE archive.alembic_version SET version_num = 'from_tomorrow'")
    expected = "at revision from_tomorrow, which this archive does not know.*Upgrade the archive"
    for refuse in (
        lambda: database.upgrade(fresh_database),
        lambda: database.downgrade(fresh_database, "base"),
        lambda: database.check_revision(fresh_database),
        lambda: database.goes_down(fresh_database, "head"),
    ):
        with pytest.raises(DatabaseAhead, match=expected):
            refuse()


def test_a_database_behind_the_code_is_refused(empty_database: str) -> None:
    with pytest.raises(DatabaseBehind, match=r"at revision none, .* needs .*Run `archive migrate`"):
        database.check_revision(empty_database)


def test_the_revisions_are_those_that_alembic_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    known = {step.revision: step.down_revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    assert database.known_revisions() == known
    assert database.head_revision() == ScriptDirectory.from_config(config).get_current_head()


@pytest.fixture
def migrations_folder(tmp_path: Path) -> Path:
    """A copy of the migrations that a test may add to."""
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations"))


def test_a_revision_that_alembic_has_made_is_known(migrations_folder: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder))
    made = command.revision(config, "say what this does")
    assert isinstance(made, Script)
    added = {made.revision: database.head_revision()}
    assert revisions_in(migrations_folder / "versions") == database.known_revisions() | added
    assert "'" not in Path(made.path).read_text(encoding="utf-8")


def test_a_revision_may_be_in_either_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("revision: str = 'a1'\ndown_revision: str | None = None\n")
    (tmp_path / "two.py").write_text('revision = "b2"\ndown_revision = "a1"\n')
    assert revisions_in(tmp_path) == {"a1": None, "b2": "a1"}


@pytest.mark.parametrize(
    "said", ["", 'revision = "a1"', 'down_revision = "a1"', "revision = None\ndown_revision = None"]
)
def test_a_file_that_states_no_revision_is_named(tmp_path: Path, said: str) -> None:
    (tmp_path / "note.py").write_text(f"{said}\n")
    with pytest.raises(RevisionUnreadable, match=r"note\.py does not state `revision` and `down_revision`.*Mend"):
        revisions_in(tmp_path)


def test_a_revision_that_is_not_there_is_named(empty_database: str, fresh_database: str) -> None:
    with pytest.raises(RevisionUnknown, match="no revision nonsense to go to from an empty database"):
        database.upgrade(empty_database, "nonsense")
    with pytest.raises(RevisionUnknown, match="no revision nonsense"):
        database.goes_down(fresh_database, "nonsense")


# Servers that cannot hold it


def test_an_old_server_is_refused(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitness, "OLDEST_SERVER", 99)
    with pytest.raises(DatabaseTooOld, match=r"runs on PostgreSQL \d\d\. The archive needs 99 or later"):
        database.upgrade(empty_database)


def test_a_server_without_the_extension_is_refused(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitness, "EXTENSION", "no_such_extension")
    with pytest.raises(ExtensionMissing, match=r"contrib package .* CREATE EXTENSION no_such_extension;"):
        database.upgrade(empty_database)


def test_a_database_in_another_encoding_is_refused(empty_database: str) -> None:
    name = f"{make_url(empty_database).database}_latin"
    with outside_transactions(empty_database) as connection:
        latin = "ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
        connection.execute(text(f"CREATE DATABASE {name} {latin}"))
        try:
            with pytest.raises(EncodingNotUtf8, match=r"has the encoding LATIN1.*CREATE DATABASE .*ENCODING 'UTF8'"):
                database.upgrade(make_url(empty_database).set(database=name))
        finally:
            connection.execute(text(f"DROP DATABASE {name}"))


@contextmanager
def outside_transactions(url: str) -> Iterator[Connection]:
    engine = database.create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@pytest.fixture
def stranger(empty_database: str) -> Iterator[str]:
    """The URL of the empty database for a user without rights there, whose name needs quoting."""
    name = f"Stranger {secrets.token_hex(4)}"
    with outside_transactions(empty_database) as connection:
        connection.execute(text(f"CREATE ROLE \"{name}\" LOGIN PASSWORD '{SECRET}'"))
        yield make_url(empty_database).set(username=name, password=SECRET).render_as_string(hide_password=False)
        connection.execute(text(f'DROP OWNED BY "{name}" CASCADE'))
        connection.execute(text(f'DROP ROLE "{name}"'))


def statement_of(error: ArchiveError) -> str:
    return str(error.fields["statement"])


def test_a_user_without_rights_is_told_the_statement_that_helps(stranger: str, empty_database: str) -> None:
    with pytest.raises(PermissionMissing, match="may not create the schema archive") as refused:
        database.upgrade(stranger)
    assert SECRET not in told(refused.value)
    run(empty_database, statement_of(refused.value))
    database.upgrade(stranger)
    assert database.current_revision(stranger) == database.head_revision()


def test_the_owner_of_the_schema_is_told_to_have_the_extension_made(stranger: str, empty_database: str) -> None:
    run(empty_database, f'CREATE SCHEMA archive AUTHORIZATION "{make_url(stranger).username}"')
    with pytest.raises(PermissionMissing, match="may not create the extension unaccent") as refused:
        database.upgrade(stranger)
    assert statement_of(refused.value) == "CREATE EXTENSION unaccent;"
    run(empty_database, statement_of(refused.value))
    database.upgrade(stranger)
    assert database.current_revision(stranger) == database.head_revision()


def test_a_schema_of_somebody_else_is_refused(stranger: str, empty_database: str) -> None:
    run(empty_database, "CREATE SCHEMA archive")
    with pytest.raises(PermissionMissing, match="may not use the schema archive") as refused:
        database.upgrade(stranger)
    run(empty_database, f"{statement_of(refused.value)} CREATE EXTENSION unaccent")
    database.upgrade(stranger)
    assert database.current_revision(stranger) == database.head_revision()


def test_a_schema_that_holds_something_else_is_left_alone(empty_database: str) -> None:
    run(empty_database, "CREATE SCHEMA archive")
    run(empty_database, "CREATE TABLE archive.documents (page text)")
    with pytest.raises(SchemaTaken, match="it holds documents"):
        database.upgrade(empty_database)
    assert value(empty_database, "SELECT count(*) FROM archive.documents") == 0


def test_a_user_who_may_not_read_is_told_the_statement_that_helps(stranger: str, empty_database: str) -> None:
    database.upgrade(empty_database)
    with pytest.raises(PermissionMissing, match="may not read the archive") as refused:
        database.check_revision(stranger)
    run(empty_database, statement_of(refused.value))
    database.check_revision(stranger)
    assert value(stranger, "SELECT count(*) FROM encounters") == 0


def test_a_user_who_owns_nothing_takes_nothing_away(stranger: str, empty_database: str) -> None:
    database.upgrade(empty_database)
    name = make_url(stranger).username
    run(empty_database, f'GRANT USAGE ON SCHEMA archive TO "{name}"')
    run(empty_database, f'GRANT SELECT ON ALL TABLES IN SCHEMA archive TO "{name}"')
    with pytest.raises(NotTheOwner, match=r"(must be owner|permission denied)"):
        database.downgrade(stranger, "base")
    assert database.current_revision(empty_database) == database.head_revision()


def test_a_database_that_can_only_be_read_is_said_to_be_one(empty_database: str) -> None:
    name = make_url(empty_database).database
    run(empty_database, f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    with pytest.raises(DatabaseReadOnly, match=f"The database {name} can only be read: cannot execute CREATE SCHEMA"):
        database.upgrade(empty_database)


# The harness itself


def test_two_tests_do_not_see_each_other(session: object, connection: Connection, engine: Engine) -> None:
    connection.execute(text("CREATE TABLE of_this_test ()"))
    assert value(engine, "SELECT to_regclass('of_this_test') IS NULL")


def test_engines_serve_threads(empty_database: str) -> None:
    engine = database.create_engine(empty_database)
    together = threading.Barrier(4)

    def ask(number: int) -> object:
        together.wait(timeout=20)
        return value(engine, f"SELECT {number}")

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [0, 1, 2, 3]
    engine.dispose()
    assert "DATABASE_URL" not in os.environ
