"""The pages and settings name files that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = ("archive", "migrations", "seeds", "tests", "docs", "benchmarks")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*.ini"), ROOT / "Makefile"]
NAMES = {f"/{path.relative_to(ROOT).as_posix()}" for folder in OURS for path in (ROOT / folder).rglob("*")}
NAMES |= {f"/{path.name}" for path in ROOT.iterdir()}
NAMES.add("/load.sql")  # which `archive export csv` writes

# A file of a kind that is only ours, or a folder of ours with what follows; not the end of an address or of a path.
PATH = re.compile(
    rf"""
    (?<! [\w/.:%*~-] )
    (?:
        (?: [\w-]+/ )* [\w.-]+ \. (?: py | sql | toml | md | ini | mako ) \b (?! [(/] )
        | (?: {"|".join(OURS)} ) (?: / [\w-]+ )+ (?! [\w.*-] )
    )
    """,
    re.VERBOSE,
)


def missing(page: Path, text: str) -> list[str]:
    """What the page names and is not there: from the root, from the page, or at the end of some path."""
    named = [found.rstrip(".") for found in PATH.findall(text)]
    return [
        name
        for name in named
        if not (page.parent / name).exists() and not any(path.endswith(f"/{name}") for path in NAMES)
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_is_there(page: Path) -> None:
    assert missing(page, page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "see archive/database.py.",
        "`rules.py`",
        "[why](decisions/0099-none.md)",
        "below `archive/nowhere`",
        "tests/gone",
    ],
)
def test_a_file_that_is_not_there_is_found(text: str) -> None:
    assert len(missing(ROOT / "README.md", text)) == 1
