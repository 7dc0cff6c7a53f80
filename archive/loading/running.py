"""One run of the loader over some sources."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Engine

from archive.loading import Read
from archive.loading.reports import BatchReport, LoadReport
from archive.loading.sources import Source


@dataclass(slots=True)
class Load:
    """A run: batches of sources, each read and written in one transaction."""

    engine: Engine
    read: Read
    reader_version: str
    on_batch: Callable[[BatchReport], None] | None
    batch_size: int

    def run(self, sources: Iterable[Source]) -> LoadReport:
        """Take every source in."""
        raise NotImplementedError
