"""What the database enforces beyond constraints: dates, search, spans, stored texts, and no fact without its words.

Each rule is a file of plain SQL beside this one. ``Base.metadata.create_all`` runs them around the tables; the
migrations hold the same statements as history, and a test compares what the two build.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, event

from archive.models.base import Base

BEFORE_TABLES = ("schema", "search", "dates")
AFTER_TABLES = ("texts", "spans", "evidence", "attestations", "shown_offices")
WITHOUT_TABLES = ("gone",)


def sql(rule: str) -> str:
    """The statements of a rule."""
    return Path(__file__).with_name(f"{rule}.sql").read_text("utf-8")


def run(connection: Connection, *scripts: str) -> None:
    """Run plain SQL as it stands: nothing in it is a parameter."""
    for script in scripts:
        connection.exec_driver_sql(script, execution_options={"no_parameters": True})


@event.listens_for(Base.metadata, "before_create")
def _before_tables(_tables: MetaData, connection: Connection, **_: Any) -> None:
    run(connection, *map(sql, BEFORE_TABLES))


@event.listens_for(Base.metadata, "after_create")
def _after_tables(_tables: MetaData, connection: Connection, **_: Any) -> None:
    run(connection, *map(sql, AFTER_TABLES))


@event.listens_for(Base.metadata, "after_drop")
def _without_tables(_tables: MetaData, connection: Connection, **_: Any) -> None:
    run(connection, *map(sql, WITHOUT_TABLES))
