"""docs/schema.md says what the models say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from archive.models import Base
from archive.models.base import COMPUTED_ID
from archive.models.views import VIEWS

DOCS = Path(__file__).resolve().parents[2] / "docs"
THINGS = [*Base.metadata.tables.values(), *VIEWS.tables.values()]


def test_the_page_is_fresh() -> None:
    check = [sys.executable, str(DOCS / "build_schema.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.name)
def test_the_page_describes_every_column(thing: object) -> None:
    table = next(each for each in THINGS if each is thing)
    _, _, section = (DOCS / "schema.md").read_text("utf-8").partition(f"\n### {table.name}\n")
    section = section.partition("\n### ")[0]
    told = [column.name for column in table.c if column.comment != COMPUTED_ID]
    assert [name for name in told if f"| `{name}` |" not in section] == []


def test_the_diagrams_show_every_table() -> None:
    page = (DOCS / "schema.md").read_text("utf-8")
    assert [table.name for table in Base.metadata.tables.values() if f"\n    {table.name}\n" not in page] == []


def test_every_link_leads_somewhere() -> None:
    page = (DOCS / "schema.md").read_text("utf-8")
    headings = [line.lstrip("# ").lower() for line in page.splitlines() if line.startswith("#")]
    anchors = {f"{name}-{number}" if number else name for name in headings for number in range(headings.count(name))}
    for target in re.findall(r"\]\(([^)]+)\)", page):
        assert target.removeprefix("#") in anchors if target.startswith("#") else (DOCS / target).is_file(), target
