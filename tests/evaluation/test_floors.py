"""Floors under the reading: what it scored on texts with gold may not be lost again.

``dev`` and what is ``seen`` were looked at while rules were written; what is ``unseen`` was not, so that its figures
say what the reading is worth on the texts of strangers. Keep it so: read their totals, not their errors. ``briefs`` are
items of two to five sentences, each another way to put such news, and harder for their length than whole reports.
"""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from archive.evaluation import FactType, Scores, evaluate
from archive.reading import read
from archive.reading.output import as_json

GOLD = Path(__file__).parent.parent / "gold"
NAMES = (FactType.PERSONS, FactType.COUNTRIES)


def dated(folder: Path) -> Iterator[tuple[str, str, str | None, Any]]:
    """The texts of a folder, or of a file of lines, with their dates of publication and their gold."""
    if folder.is_dir():
        listed = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))["document"]
        published = {entry["file"]: entry.get("published") for entry in listed}
        for file in sorted(folder.glob("*.json")):
            text = file.with_suffix(".txt").read_bytes().decode("utf-8")
            yield file.stem, text, published.get(f"{file.stem}.txt"), json.loads(file.read_bytes())
    else:
        golds = folder.with_suffix(".gold.jsonl").read_text(encoding="utf-8").splitlines()
        for line, gold in zip(folder.read_text(encoding="utf-8").splitlines(), golds, strict=True):
            text = json.loads(line)
            yield text["id"], text["text"], text.get("published"), json.loads(gold)


@cache
def scores(name: str) -> Scores:
    """How the reading scores on texts with gold."""
    pairs = [
        (document, text, as_json(read(text, published=published), text, document=document), gold)
        for document, text, published, gold in dated(GOLD / name)
    ]
    return evaluate(pairs)


# The mean of the types; the least of names and states; the least precision of meetings and agreements.
FLOORS = [
    ("dev", 0.97, 0.97, 0.95),
    ("written/seen", 0.95, 0.98, 0.95),
    ("written/unseen", 0.89, 0.965, 0.95),
    ("briefs/seen.jsonl", 0.91, 0.965, 0.9),
    ("briefs/unseen.jsonl", 0.895, 0.98, 0.9),
]


@pytest.mark.parametrize(("name", "average", "names", "precision"), FLOORS, ids=[name for name, *_ in FLOORS])
def test_what_was_reached_is_kept(name: str, average: float, names: float, precision: float) -> None:
    found = scores(name)
    assert found.average >= average
    assert all(found.of(fact_type).f1 >= names for fact_type in NAMES)
    # A meeting or agreement is hardly ever invented.
    assert all(found.of(fact_type).precision >= precision for fact_type in (FactType.MEETINGS, FactType.AGREEMENTS))
