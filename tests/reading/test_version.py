"""The version of the reader follows from its files."""

import ast
import shutil
from pathlib import Path

import pytest

import archive.loading
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


LOADING = Path(archive.loading.__file__).parent
PASSED_OVER = {
    "rows": "the fields of rows: a change of what stands in them is one of derivation or gathering",
    "texts": "what a file must be to be a text: asked before it is read",
}


def of_loading(name: str) -> set[str]:
    """The modules of the loading that one of them imports."""
    nodes = list(ast.walk(ast.parse((LOADING / f"{name}.py").read_text(encoding="utf-8"))))
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    plain = {each.name for node in froms if node.module == "archive.loading" for each in node.names}
    named = {(node.module or "").removeprefix("archive.loading.") for node in froms}
    return plain | {name for name in named if (LOADING / f"{name}.py").exists()}


def test_the_version_covers_whatever_makes_and_chooses_rows() -> None:
    reached = {"derivation", "merging"}
    while more := {other for name in reached - set(PASSED_OVER) for other in of_loading(name)} - reached:
        reached |= more
    assert reached - set(PASSED_OVER) == set(version._LOADING)
    assert set(PASSED_OVER) <= reached
