"""FACTS -> ROWS: from texts and what is read in them to the rows of the archive, with computed ids.

In the order in which a file becomes rows; ``running`` calls the parts, batch by batch.

::

  from files to texts
    sources        files, folders and what follows, one after the other; stdin: standard input
    corpora        many texts in one file; parquet: as the rows of a table
    metadata       ``sources.toml``: where a text was published, and when
    texts          from the bytes of a file to its text, or to the reason why they are none
    stored         the texts that the archive holds, to be read again
  what need not be read
    standing       the texts that are there as they are, read by this reader
    unreadable     those on which this reader has failed before
  from a text to its rows, in any process
    readers        who reads: this process, others beside it, or (cluster) those of other machines
    derivation     from what was read to rows; gathering: no row twice
      identity     the id of each, computed from what it is; dates: the days that a date spans
    rows           what comes of it: what a document owns, and what it claims of things that others tell of, too
    columns        what a batch brings, by table
    packing        these rows as binary COPY
  from rows to the tables, in one transaction for a batch
    transactions   tried again where what broke one will pass; faults: whether it will, and which text is to blame
    reference      the countries and topics, before the first batch
    writing        the steps of a batch
      turnover     which documents come, stay and leave, and what is claimed then
      staging      the temporary tables that hold what a batch brings
      merging      how a row takes its values from all that is claimed of it
      statements   staged rows into a table, and out of it what nobody claims and nothing proves any more
      journal      the log of what became of each text
  afterwards
    pruning        the documents whose files are gone
    reports        what the load did
    verifying      whether the archive is what its texts say; inspecting: what SQL alone can see of that
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from archive.loading.readers import MakeExecutor, Read, Reader, cores, processes
from archive.loading.reports import BatchReport, Counts, Failure, LoadReport, Note, RowCounts
from archive.loading.sources import Source, collection, count, is_single, slug_of, sources
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
    "collection",
    "cores",
    "count",
    "count_outdated",
    "is_single",
    "load",
    "load_again",
    "processes",
    "slug_of",
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


def load_again(
    engine: "Engine",
    *,
    read: Read,
    reader_version: str,
    jobs: int = 1,
    make_executor: MakeExecutor = processes,
    on_batch: Callable[[BatchReport], None] | None = None,
    batch_size: int = BATCH_SIZE,
) -> LoadReport:
    """Read again, from the stored texts, what another version of the reader has read; see `load`.

    What is interrupted goes on with the next call: a text that this version has read is not read again.
    """
    from archive.loading.running import Load
    from archive.loading.stored import outdated

    reader = Reader(read, reader_version, jobs, make_executor)
    return Load(engine, reader, on_batch=on_batch, batch_size=batch_size, again=True).run(
        outdated(engine, reader_version)
    )


def count_outdated(engine: "Engine", reader_version: str) -> int:
    """How many current texts another version of the reader has read."""
    from archive.loading.stored import count_outdated

    return count_outdated(engine, reader_version)


def withdraw(engine: "Engine", slugs: Iterable[str]) -> dict[str, RowCounts]:
    """Take the facts of these documents out of the archive, and report what that took by table.

    Their texts stay as old texts; what no other document says goes with them.
    """
    from archive.loading.running import withdraw

    return withdraw(engine, slugs)
