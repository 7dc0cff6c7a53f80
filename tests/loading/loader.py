"""A loader to be killed: ``python -m tests.loading.loader URL`` brings a world of scripts to its second state.

It tells of each batch on standard output. Without a URL it uses the archive's own server in ARCHIVE_HOME.
"""

import random
import sys
from typing import Any

from archive import database
from archive.errors import ArchiveError
from archive.loading import BatchReport, SourceText
from archive.loading.readers import Reader
from archive.loading.running import Load
from tests.loading.scripts import DATES, NAMES, TITLES, read, source

TEXTS = 150
DELAYS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)


def world(state: int) -> list[SourceText]:
    """Texts that speak of the same few persons, meetings and agreements; every third one is another in each state."""
    return [_text(number, state if number % 3 == 0 else 0) for number in range(TEXTS)]


def _text(number: int, state: int) -> SourceText:
    choose = random.Random(f"{number} {state}").choice
    script: dict[str, Any] = {
        "padding": "." * 200,
        "persons": [[choose(NAMES), choose(TITLES)]],
        "bodies": [choose(range(6))],
        "joint": choose([True, False]),
        "meetings": [
            {
                "persons": [[choose(NAMES[:3]), "guest"], [choose(NAMES[3:]), choose(["host", "guest"])]],
                "date": choose(DATES),
                "status": choose(["held", "planned"]),
                "place": choose(["Ankara", "ANKARA", None]),
                "topics": ["crime"],
            }
        ],
        "agreements": [
            {
                "parties": [[0, choose(["RU", None]), "party", choose(NAMES)], [2, "TR", "party", None]],
                "steps": [["signed", choose(DATES)]],
            }
        ],
        "quotations": 1,
    }
    return source(f"{number:03}", script, publisher=choose(["Tass", "TASS", None]))


def say(*words: object) -> None:
    """One line for whoever started the loader."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(url: str | None) -> int:
    """Load, and tell of it."""

    def tell(batch: BatchReport) -> None:
        say(batch.number, batch.retries)

    engine = database.create_engine(url)
    try:
        database.upgrade(engine)
        report = Load(engine, Reader(read, "1", 2, few=0), on_batch=tell, batch_size=10, delays=DELAYS).run(world(2))
    except ArchiveError as error:
        say(type(error).__name__, error)
        return error.exit_code
    finally:
        engine.dispose()
    say("done", report.retries)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
