"""What the tests of loading share: the rows of the whole archive, and an archive that can be emptied."""

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, text

from archive import database
from archive.loading.columns import REFERENCE
from archive.models import SCHEMA, Base

LOG = ("loads", "load_failures", "document_changes")
CONTENT = tuple(
    table.name
    for table in Base.metadata.sorted_tables
    if table.name not in (*LOG, *REFERENCE, "facts_to_prove") and not table.info.get("is_view")
)
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def loading_engine(place: Any, postgresql_noproc: Any) -> Iterator[Engine]:
    """An engine on a migrated database for the tests of one module, which empty it themselves."""
    name = f"archive_loading_tests_{secrets.token_hex(4)}"
    with place.make_database(name, template=postgresql_noproc.template_dbname) as url:
        engine = database.create_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture
def archive(loading_engine: Engine) -> Engine:
    """The same, empty."""
    empty(loading_engine)
    return loading_engine


def empty(engine: Engine) -> None:
    """Take all texts and facts away."""
    with engine.begin() as connection:
        # With a handful of rows this takes a tenth of the time of TRUNCATE, which makes each table and index anew.
        connection.execute(text(f"UPDATE {SCHEMA}.documents SET is_current = false, reader_version = NULL"))
        for table in reversed((*CONTENT, *LOG)):
            connection.execute(text(f"DELETE FROM {SCHEMA}.{table}"))


def rows(engine: Engine) -> Rows:
    """Every row of the archive but those of the log and the reference data, in a fixed order."""
    with engine.connect() as connection:
        return {
            table: list(
                connection.scalars(
                    text(f"SELECT to_jsonb(t) - 'search' - 'replaces_id' FROM {SCHEMA}.{table} t ORDER BY t::text")
                )
            )
            for table in CONTENT
        }


def current_rows(engine: Engine) -> Rows:
    """The same without what replaced and withdrawn texts leave: themselves and their publishers."""
    found = rows(engine)
    found["documents"] = [row for row in found["documents"] if row["is_current"]]
    return {table: found[table] for table in found if table not in ("sources", "claims", "document_claims")}
