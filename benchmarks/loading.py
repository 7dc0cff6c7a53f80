"""What `load.py` measures: cores, writing and size, each in databases of its own."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from asking import Answer, answers, searches
from comparing import add_all, copied_out, copy_in, objects, write_all
from made import make_texts, read_repeated
from memory import Memory
from pinning import pinned
from sqlalchemy import Engine, text

from archive import database
from archive.loading import BatchReport, Failure, cores, load
from archive.loading.packing import Packed
from archive.loading.readers import read_chunk
from archive.loading.reference import write_reference
from archive.loading.transactions import Transactions
from archive.reading import READER_VERSION, read

PARTS = ("size", "writing", "cores")
ROUNDS = 3
QUICK = 50.0  # milliseconds
CHANGED = 2_000


@contextmanager
def databases(url: str | None) -> Iterator[Callable[[str], Engine]]:
    """A maker of migrated databases with the reference data in them."""
    server = database.create_engine(url, isolation_level="AUTOCOMMIT")
    made: dict[str, Engine] = {}

    def make(name: str) -> Engine:
        name = f"archive_benchmark_{name}"
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        made[name] = engine = database.create_engine(server.url.set(database=name))
        database.upgrade(engine)
        with Transactions(engine) as transactions:
            transactions.attempt(write_reference)
        return engine

    try:
        yield make
    finally:
        for name, engine in made.items():
            engine.dispose()
            with server.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name}"))
        server.dispose()


def timed(work: Callable[[], Any]) -> float:
    """How many seconds some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def say(what: str, figure: str, compared: str = "") -> None:
    """One line of the table."""
    sys.stdout.write(f"{what:<44} {figure:>26}  {compared}\n".rstrip() + "\n")
    sys.stdout.flush()


def rate(seconds: float, texts: int) -> str:
    """Seconds, and texts in a second."""
    return f"{seconds:9.2f} s {texts / seconds:7.0f} texts/s"


def read_all(folder: Path, number: int) -> list[Packed]:
    """The packed rows of so many texts, read by all cores."""
    texts = list(make_texts(folder, number))
    chunks = [texts[start : start + 25] for start in range(0, number, 25)]
    with ProcessPoolExecutor(cores(), get_context("spawn")) as executor:
        read_them = partial(read_chunk, read=read, reader_version=READER_VERSION)
        return [rows for chunk in executor.map(read_them, chunks) for rows in chunk if not isinstance(rows, Failure)]


def measure_writing(make: Callable[[str], Engine], folder: Path, number: int, added: int) -> None:
    """Compare ways to write the same rows."""
    rows = read_all(folder, number)
    written, copied = make("written"), make("copied")
    writing = timed(lambda: write_all(written, rows))
    say(f"writing {len(rows)} texts that are read", rate(writing, len(rows)))
    blocks = copied_out(written)
    raw = timed(lambda: copy_in(copied, blocks))
    say("raw binary COPY of the same rows", rate(raw, len(rows)), f"writing takes {writing / raw:.2f} times as long")
    blocks.clear()
    few, some = make("few"), rows[:added]
    writing = timed(lambda: write_all(few, some))
    say(f"writing {len(some)} texts that are read", rate(writing, len(some)))
    stored = objects(few)
    alchemy = make("added")
    adding = timed(lambda: add_all(alchemy, stored))
    say("Session.add_all of the same rows", rate(adding, len(some)), f"writing is {adding / writing:.1f} times as fast")


def measure_cores(make: Callable[[str], Engine], folder: Path, number: int, *, own: bool) -> None:
    """Compare a load on two cores with one on one core, and with one reader on two; each in turn, several times."""
    ways = {"one core": (1, 1), "two cores, one reading": (2, 1), "two cores, two reading": (2, 2)}
    if not own:
        del ways["one core"]  # The processes of another server are not ours to bind.
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, (count, jobs) in ways.items():
            engine = make("cores")
            texts = make_texts(folder, number)
            with pinned(count):
                work = partial(load, engine, texts, read=read, reader_version=READER_VERSION, jobs=jobs)
                seconds[way].append(timed(work))
            engine.dispose()
    *others, best = ways
    for way in others:
        ratios = sorted(slow / fast for slow, fast in zip(seconds[way], seconds[best], strict=True))
        compared = f"two, two reading: {ratios[ROUNDS // 2]:.2f} times as fast ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        say(f"load of {number} texts, {way}", rate(min(seconds[way]), number), compared)
    say(f"load of {number} texts, {best}", rate(min(seconds[best]), number), f"the best of {ROUNDS}")


def measure_size(make: Callable[[str], Engine], folder: Path, number: int, repeated: int) -> None:
    """Build an archive of this size, and ask it."""
    engine = make("size")
    how: dict[str, Any] = {"read": read_repeated if repeated > 1 else read, "reader_version": READER_VERSION}
    ends = [0.0]

    def note(batch: BatchReport) -> None:
        ends.append(ends[-1] + batch.seconds)

    with Memory() as memory:
        first = timed(
            lambda: load(engine, make_texts(folder, number, repeated=repeated), jobs=cores(), on_batch=note, **how)
        )
    aside = f"each reading used for {repeated} texts" if repeated > 1 else ""
    say(f"first load of {number} texts, {cores()} reading", rate(first, number), aside)
    tenth = max(1, (len(ends) - 1) // 10)
    start, end = ends[tenth] - ends[0], ends[-1] - ends[-1 - tenth]
    say(
        "its first and its last tenth",
        f"{start:.1f} s and {end:.1f} s",
        f"the last took {end / start:.2f} times as long",
    )
    say("memory of all processes of the load", f"{memory.most:.0f} MB")
    again = timed(lambda: load(engine, make_texts(folder, number, repeated=repeated), jobs=cores(), **how))
    # Where readings are used again, the first load is too cheap to be compared with.
    say("second load", rate(again, number), f"{again / first:.1%} of the first" if repeated == 1 else "")
    mentions = _value(engine, "SELECT count(*) FROM archive.mentions")
    size = _value(engine, "SELECT pg_database_size(current_database())")
    say("size on disk", f"{size / 1e6:.0f} MB", f"{size / number / 1000:.1f} kB for a text; {mentions:,} mentions")
    say("VACUUM ANALYZE", f"{timed(lambda: _vacuum(engine)):.2f} s")
    for one in chain(answers(engine), searches(engine)):
        _say_answer(one)
    changed = min(CHANGED, number)
    how["reader_version"] = "another"
    renewed = timed(lambda: load(engine, make_texts(folder, changed, repeated=repeated), jobs=cores(), **how))
    say(f"re-load of {changed} texts by a new reader", rate(renewed, changed))
    new_texts = partial(make_texts, folder, changed, repeated=repeated, state=1)
    replaced = timed(lambda: load(engine, new_texts(), jobs=cores(), **how))
    say(f"load of {changed} texts that have changed", rate(replaced, changed))
    say("VACUUM ANALYZE after that", f"{timed(lambda: _vacuum(engine)):.2f} s")


def _say_answer(one: Answer) -> None:
    in_full = f"READS IN FULL: {', '.join(one.in_full)}" if one.in_full else f"{len(one.indexes)} indexes"
    slow = "" if min(one.all_of_it, one.first) < QUICK else f", SLOWER THAN {QUICK:.0f} ms"
    if one.asked.startswith("search"):
        say(one.asked[:44], f"{one.all_of_it:.1f} ms", f"{one.rows} rows, the best")
    else:
        figure = f"{one.all_of_it:.1f} ms ({one.first:.1f} ms)"
        say(one.asked[:44], figure, f"{one.rows} rows (the first 100 in brackets), {in_full}{slow}")


def _value(engine: Engine, query: str) -> Any:
    with engine.connect() as connection:
        return connection.scalar(text(query))


def _vacuum(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def main(description: str) -> None:
    """Measure and print what the arguments ask for."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="where the .jsonl files are")
    parser.add_argument("--asked", metavar="URL", help="make nothing: only ask the archive that is there")
    parser.add_argument("--texts", type=int, default=20_000, help="how many texts are loaded (20000)")
    parser.add_argument("--written", type=int, default=20_000, help="of how many the writing is compared (20000)")
    parser.add_argument(
        "--added",
        type=int,
        default=2_000,
        help="how many are written by add_all (2000)",
    )
    parser.add_argument("--loaded", type=int, default=3_000, help="how many are loaded on one core and on two (3000)")
    parser.add_argument("--repeated", type=int, default=1, help="how many texts share a reading (1)")
    parser.add_argument("--only", choices=PARTS, help="leave the other parts out")
    parser.add_argument("--database", help="the URL of a database on the server to use")
    given = parser.parse_args()
    if given.asked:
        engine = database.create_engine(given.asked)
        for one in chain(answers(engine), searches(engine)):
            _say_answer(one)
        return
    if given.folder is None:
        parser.error("a FOLDER with texts, or --asked URL")
    started = time.perf_counter()
    say("cores, version of the reader", f"{cores()}, {READER_VERSION}")
    with databases(given.database) as make:
        # The size first: what the other part keeps in memory would count.
        if given.only in (None, "size"):
            measure_size(make, given.folder, given.texts, given.repeated)
        if given.only in (None, "writing"):
            measure_writing(make, given.folder, min(given.written, given.texts), min(given.added, given.texts))
        if given.only in (None, "cores"):
            own = not (given.database or os.environ.get("DATABASE_URL"))
            measure_cores(make, given.folder, min(given.loaded, given.texts), own=own)
    say("all of it", f"{(time.perf_counter() - started) / 60:.1f} min")
