"""What the tests of the command share: an archive they may ask, and ways to run the command."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine

from archive import database
from archive.cli import main
from tests.by_hand import told, told_url

__all__ = ["told", "told_url"]

COMMAND = (sys.executable, "-m", "archive.cli")


@dataclass(frozen=True)
class Outcome:
    """What a command gave: its exit code, and what it said where."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process, as from a script: neither output is a terminal."""

    def run(*args: str) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(args)
        code = ended.value.code
        assert isinstance(code, int)
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def ask(run: Run, told_url: str) -> Run:
    """Run the command on the archive that was read by hand."""
    return lambda *args: run("--database", told_url, *args)


def start(*args: str, **options: object) -> "subprocess.Popen[str]":
    """Start the command in a process of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen((*COMMAND, *args), stdout=pipe, stderr=pipe, text=True, **options)  # type: ignore[call-overload, no-any-return]


def in_terminal(*args: str, columns: int = 80, **environment: str) -> Outcome:
    """Run the command in a terminal of this width; what it says on either output is in ``out``."""
    terminal, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
    with subprocess.Popen(
        (*COMMAND, *args),
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env=clean | {"TERM": "xterm"} | environment,
        start_new_session=True,
    ) as process:
        os.close(inside)
        said = b"".join(_until_closed(terminal))
    os.close(terminal)
    return Outcome(process.returncode, said.decode().replace("\r\n", "\n"), "")


def _until_closed(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # how Linux says that the other side is closed
        while piece := os.read(terminal, 65_536):
            yield piece


@pytest.fixture
def fresh(fresh_database: str) -> Iterator[Engine]:
    """An engine on a migrated database of this test's own, beside the commands that work on it."""
    engine = database.create_engine(fresh_database)
    yield engine
    engine.dispose()
