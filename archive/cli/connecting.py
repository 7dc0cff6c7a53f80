"""Reaching the database that a command works on."""

from typing import TYPE_CHECKING

import click

from archive.cli.settings import Settings
from archive.errors import ArchiveError

if TYPE_CHECKING:
    from sqlalchemy import Engine


class NoArchiveError(ArchiveError):
    """There is no archive in this database yet. Run `archive seed` to make one and fill it."""


def connect(settings: Settings) -> "Engine":
    """The database of these settings, once it is known to hold an archive that fits this code."""
    from archive.database import check_revision, current_revision

    engine = reach(settings)
    if current_revision(engine) is None:
        raise NoArchiveError
    check_revision(engine)
    return engine


def reach(settings: Settings) -> "Engine":
    """The database of these settings, whatever it holds, until the command ends."""
    from archive.database import create_engine

    engine = create_engine(settings.database)
    click.get_current_context().call_on_close(engine.dispose)
    return engine
