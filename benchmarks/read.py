"""How fast texts are read on one core: ``python benchmarks/read.py [--texts PATH]``.

PATH is a folder of ``.txt`` and ``.jsonl`` files, or one such file; without it the five seeds are read. A ``.jsonl``
file has one object with a ``text`` a line. The texts are in memory, the vocabularies loaded, and nothing is stored.

Compared are plain splitting into sentences by nupunkt, our own layout (blocks, quotations, sentences) and the whole
reading. Each text goes through all three before the next one comes, so that whatever else the machine does falls on all
alike: the ratios hold where the rates do not. Times are those of the processor, and the least of several rounds.
Garbage is looked for as seldom as by the command.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import nupunkt

from archive import reading
from archive.cli.surroundings import hurry
from archive.reading import events
from archive.reading.segments import segment
from archive.resources import SEEDS

# The stages of a reading by the functions that they are: where each is called, and what it is called in the table.
STAGES: tuple[tuple[Any, str, str], ...] = (
    (reading, "segment", "segments"),
    (reading, "phrases", "entities"),
    (events, "find_topics", "topics"),
    (events, "fold_sentences", "instruments"),
    (events, "find_steps", "steps"),
    (events, "find_meetings", "meetings"),
    (events, "find_agreements", "agreements"),
    (events, "find_quotations", "quotations"),
)


class Clock:
    """The processor time that some work has taken, by its name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, with its time added up."""

        def measured(*given: Any, **options: Any) -> Any:
            started = time.process_time()
            try:
                return work(*given, **options)
            finally:
                self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - started

        return measured


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a file, or of all files of a folder."""
    if path.is_dir():
        for each in sorted(path.iterdir()):
            if each.suffix in (".txt", ".jsonl"):
                yield from texts_of(each)
    elif path.suffix == ".jsonl":
        yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
    else:
        yield path.read_text(encoding="utf-8")


def compared(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """The least time of splitting, of the layout and of the whole reading over all texts."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        clock = Clock()
        works = {
            "nupunkt": clock.timed("nupunkt", lambda text: list(nupunkt.sent_spans(text))),
            "layout": clock.timed("layout", segment),
            "reading": clock.timed("reading", reading.read),
        }
        for text in texts:
            for work in works.values():
                work(text)
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in clock.seconds.items()}
    return best


def by_stage(texts: Sequence[str]) -> dict[str, float]:
    """The time of each stage in one round. The clock is put around the stages, which costs a little itself."""
    clock = Clock()
    kept = [(where, name, getattr(where, name)) for where, name, _ in STAGES]
    try:
        for where, name, stage in STAGES:
            setattr(where, name, clock.timed(stage, getattr(where, name)))
        whole = clock.timed("reading", reading.read)
        for text in texts:
            whole(text)
    finally:
        for where, name, work in kept:
            setattr(where, name, work)
    return clock.seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=SEEDS / "documents", help="a folder or file of texts (the seeds)")
    parser.add_argument("--rounds", type=int, default=3, help="how often all is measured (3)")
    given = parser.parse_args()
    texts = list(texts_of(given.texts))
    if not texts:
        parser.error(f"no .txt and no .jsonl in {given.texts}")
    words = sum(len(text.split()) for text in texts)
    hurry()
    for text in texts:
        reading.read(text)  # so that nothing is compiled while it is measured
    say = sys.stdout.write
    say(f"{len(texts):,} texts, {words:,} words, {sum(map(len, texts)):,} letters\n\n")
    best = compared(texts, given.rounds)
    for name, what in (
        ("nupunkt", "splitting into sentences (nupunkt)"),
        ("layout", "our layout: blocks, quotations, sentences"),
        ("reading", "the whole reading"),
    ):
        say(f"{what:<44}{best[name]:8.2f} s{words / best[name]:14,.0f} words/s")
        say(f"{best[name] / best['nupunkt']:8.1f} times as long\n" if name != "nupunkt" else "\n")
    stages = by_stage(texts)
    rest = stages.pop("reading") - sum(stages.values())
    whole = sum(stages.values()) + rest
    say("\nof which, in another round:\n")
    for stage, seconds in (*stages.items(), ("the rest", rest)):
        say(f"  {stage:<42}{seconds:8.2f} s{seconds / whole:9.1%}\n")


if __name__ == "__main__":
    main()
