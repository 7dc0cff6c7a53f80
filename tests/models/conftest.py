"""A database with one row in every table, rolled back after the test."""

import pytest
from sqlalchemy import Connection

from tests.models.sample import fill


@pytest.fixture
def filled(connection: Connection) -> Connection:
    """A connection to the sample archive, all rules of commit already checked once."""
    fill(connection)
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    return connection
