"""What travels with the package is found, in a checkout and in a wheel."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from archive import database
from archive.resources import MIGRATIONS, SEEDS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as its wheel installs it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, folder], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


def run_installed(site: Path, code: str) -> list[str]:
    """What the code prints when the package is the installed one, far from the checkout."""
    script = f"import sys; sys.path.insert(0, {str(site)!r}); {code}"
    command = [sys.executable, "-I", "-c", script]
    return subprocess.run(command, cwd=site, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


def test_a_checkout_has_its_seeds_and_migrations_beside_the_package() -> None:
    assert ROOT / "seeds" == SEEDS
    assert ROOT / "migrations" == MIGRATIONS
    assert (SEEDS / "documents" / "sources.toml").is_file()


def test_a_wheel_finds_its_own(installed: Path) -> None:
    told = run_installed(installed, "from archive.resources import MIGRATIONS, SEEDS; print(MIGRATIONS); print(SEEDS)")
    assert told == [str(installed / "archive" / "migrations"), str(installed / "archive" / "seeds")]


def test_a_wheel_carries_every_file(installed: Path) -> None:
    for folder in ("archive", "migrations", "seeds"):
        inside = installed / "archive" / ("" if folder == "archive" else folder)
        files = [file.relative_to(ROOT / folder) for file in (ROOT / folder).rglob("*.*") if file.is_file()]
        expected = {file for file in files if file.suffix in {".py", ".toml", ".txt", ".typed", ".mako", ".json"}}
        assert expected
        assert not {file for file in expected if not (inside / file).is_file()}


def test_a_wheel_migrates_an_empty_database(installed: Path, empty_database: str) -> None:
    code = f"from archive import database; database.upgrade({empty_database!r}); print(database.__file__)"
    assert run_installed(installed, code) == [str(installed / "archive" / "database" / "__init__.py")]
    assert database.current_revision(empty_database) == database.head_revision() is not None


def test_the_lock_covers_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text()
    locked = dict(re.findall(r"^([\w-]+)==([\w.]+)", lock, re.MULTILINE))
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(locked[requirement.name]), requirement


def test_every_locked_file_is_hashed_and_no_host_is_named() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    assert "-index" not in lock
    for package in re.split(r"^(?=\w)", lock, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in package
