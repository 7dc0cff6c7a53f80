"""What a view is to Python: a read-only table in a metadata of its own."""

from typing import Any

from sqlalchemy import Column, MetaData, Table

from archive.models.base import SCHEMA

VIEWS = MetaData(schema=SCHEMA)


def view(name: str, comment: str, *columns: Column[Any]) -> Table:
    """A view of this name, which one file of SQL defines."""
    return Table(name, VIEWS, *columns, comment=comment, info={"view": True})
