"""FACTS -> ROWS: from texts and what is read in them to the rows of the archive, with computed ids."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from archive.loading.readers import MakeExecutor, Read, Reader, cores, processes
from archive.loading.reports import BatchReport, Counts, Failure, LoadReport, Note, RowCounts
from archive.loading.sources import Source, count, sources
from archive.loading.texts import SourceText

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = [
    "BATCH_SIZE",
    "BatchReport",
    "Counts",
    "Failure",
    "LoadReport",
    "Note",
    "Read",
    "RowCounts",
    "Source",
    "SourceText",
    "cores",
    "count",
    "load",
    "processes",
    "sources",
    "withdraw",
]

BATCH_SIZE = 200


def load(
    engine: "Engine",
    sources: Iterable[Source],
    *,
    read: Read,
    reader_version: str,
    jobs: int = 1,
    make_executor: MakeExecutor = processes,
    on_batch: Callable[[BatchReport], None] | None = None,
    batch_size: int = BATCH_SIZE,
) -> LoadReport:
    """Bring the archive to what these sources say of themselves, and report what that took.

    Texts that are in the archive as they are, read by the same reader, cost one look; new and changed ones are read
    and written, ``batch_size`` in a transaction. ``on_batch`` is called after each transaction; an exception from it
    (a keyboard interrupt, say) ends the load there, with everything in that was reported. What is wrong with one
    text becomes a failure in the report; only a database that cannot be used raises, as an `ArchiveError`.

    With more ``jobs`` than one, others read while this process writes: processes of this machine, or whatever
    ``make_executor`` gives for that number. The rows are the same for any number. ``read`` must then be a function
    that another process can import.
    """
    from archive.loading.running import Load

    return Load(
        engine,
        Reader(read, reader_version, jobs, make_executor),
        on_batch=on_batch,
        batch_size=batch_size,
    ).run(sources)


def withdraw(engine: "Engine", slugs: Iterable[str]) -> dict[str, RowCounts]:
    """Take the facts of these documents out of the archive, and report what that took by table.

    Their texts stay as old texts; what no other document says goes with them.
    """
    from archive.loading.running import withdraw

    return withdraw(engine, slugs)
