"""The files of the vocabulary as lists of words."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.reading.vocabulary import load

FILES = sorted((Path(__file__).parents[2] / "archive" / "reading" / "vocabulary").glob("*.toml"))
HELD_TO_ORDER = ("examples", "counterexamples")  # what they say is compared word by word


def lists(data: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """The lists of words in a file, each with where it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in HELD_TO_ORDER:
                yield from lists(value, f"{name}.{key}")
    elif isinstance(data, list):
        words = [value for value in data if isinstance(value, str)]
        if words:
            yield name, words
        for value in data:
            if not isinstance(value, str):
                yield from lists(value, name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_list_has_each_word_once(file: Path) -> None:
    twice = {
        name: [word for word, count in Counter(words).items() if count > 1]
        for name, words in lists(load(file.stem), "")
    }
    assert {name: words for name, words in twice.items() if words} == {}
