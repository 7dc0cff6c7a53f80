"""What travels with the package is found, in a checkout and in a wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

from archive.resources import MIGRATIONS, SEEDS

ROOT = Path(__file__).resolve().parents[1]


def test_a_checkout_has_its_seeds_and_migrations_beside_the_package() -> None:
    assert ROOT / "seeds" == SEEDS
    assert ROOT / "migrations" == MIGRATIONS
    assert (SEEDS / "documents" / "sources.toml").is_file()


def test_a_wheel_carries_seeds_migrations_vocabulary_and_types(tmp_path: Path) -> None:
    build = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    for folder, inside in (("seeds", "archive/seeds"), ("migrations", "archive/migrations"), ("archive", "archive")):
        for file in (Path(name) for name in tracked if Path(name).parts[0] == folder):
            assert (place / inside / file.relative_to(folder)).is_file(), file
    asked = "from archive.resources import MIGRATIONS, SEEDS; print(MIGRATIONS); print(SEEDS)"
    told = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(place)!r}); {asked}"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert told.splitlines() == [str(place / "archive" / "migrations"), str(place / "archive" / "seeds")]
