"""The version of the reader follows from its files."""

import shutil
from pathlib import Path

import pytest

from archive import reader_version as version
from archive.reading import READER_VERSION


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package's files in a folder that a test may change."""
    here = version._HERE
    shutil.copytree(here, tmp_path / "archive", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(version, "_HERE", tmp_path / "archive")
    return tmp_path / "archive"


def test_the_version_is_the_same_wherever_the_files_lie(copied: Path) -> None:
    assert version.digest() == READER_VERSION


@pytest.mark.parametrize(
    "name", ["reading/vocabulary/reporting_verbs.toml", "reading/meetings/facts.py", "loading/merging.py", "folding.py"]
)
def test_a_changed_rule_vocabulary_or_choice_is_another_version(copied: Path, name: str) -> None:
    with (copied / name).open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    assert version.digest() != READER_VERSION
