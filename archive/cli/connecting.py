"""Reaching the database that a command works on."""

import os
from typing import TYPE_CHECKING

import click

from archive.cli.settings import Settings
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Engine


class NoArchiveError(ArchiveError):
    """There is no archive in this database yet. {remedy}"""

    def __init__(self, settings: Settings) -> None:
        # On somebody's server the texts that come with the archive are rarely wanted.
        given = settings.database or os.environ.get("DATABASE_URL")
        migrate = "Run `archive migrate` to make its tables, then `archive seed PATH` to fill them."
        super().__init__(remedy=migrate if given else "Run `archive seed` to make one and fill it.")


def connect(settings: Settings) -> "Engine":
    """The database of these settings, once it is known to hold an archive that fits this code."""
    from archive.database import check_revision, current_revision

    engine = reach(settings)
    if current_revision(engine) is None:
        raise NoArchiveError(settings)
    check_revision(engine)
    return engine


def reach(settings: Settings) -> "Engine":
    """The database of these settings, whatever it holds, until the command ends."""
    from archive.database import create_engine

    engine = create_engine(settings.database)
    click.get_current_context().call_on_close(engine.dispose)
    return engine
