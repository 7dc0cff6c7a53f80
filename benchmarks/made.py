"""Texts to measure with, made from the releases of a folder of ``.jsonl`` files, the same in every run."""

import json
import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from archive.loading import SourceText
from archive.loading.dates import bounds
from archive.loading.texts import checksum
from archive.reading import read
from archive.reading.facts import Reading


def make_texts(folder: Path, number: int, *, repeated: int = 1, state: int = 0) -> Iterator[SourceText]:
    """So many different texts: each takes the paragraphs of one release, with one of another in between.

    So ``repeated`` texts in a row differ in their last line only. Another ``state`` gives other texts of these names.
    """
    found = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text().splitlines()]
    paragraphs = [each["text"].split("\n") for each in found]
    dates = [_date(each.get("published")) for each in found]
    for count in range(number):
        base = count // repeated
        choose = random.Random(base)  # noqa: S311
        lines = list(paragraphs[base % len(paragraphs)])
        lines.insert(choose.randrange(len(lines)) + 1, choose.choice(choose.choice(paragraphs)))
        made = "\n".join([*lines, f"Release {count}." + f" Edition {state}." * bool(state)])
        date = dates[base % len(dates)]
        yield SourceText(f"{count:07}", made, f"{folder}:{count}", checksum(made), published=date)


def read_repeated(text: str, *, published: str | None = None) -> Reading:
    """What stands in a text before its last line, which is read once for all texts in a row that have it."""
    return _read(text.rpartition("\n")[0], published)


@lru_cache(maxsize=64)
def _read(text: str, published: str | None) -> Reading:
    return read(text, published=published)


def _date(edtf: object) -> str | None:
    try:
        bounds(str(edtf))
    except ValueError:
        return None
    return str(edtf)
