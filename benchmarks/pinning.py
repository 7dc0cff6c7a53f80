"""A load on a certain number of cores: this process with all that it starts, and the archive's own server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from archive.server.home import Home, default_home
from archive.server.postmaster import Postmaster


@contextmanager
def pinned(count: int) -> Iterator[None]:
    """Let nothing of this load run on more than so many cores, until this is left."""
    before = os.sched_getaffinity(0)
    _pin(set(sorted(before)[:count]))
    try:
        yield
    finally:
        _pin(before)


def _pin(cores: set[int]) -> None:
    """Every thread of this process, and every process of the server; what they start later inherits it."""
    server = Postmaster.of(Home.at(default_home()).data)
    tasks = [*Path("/proc/self/task").iterdir()]
    if server is not None:
        tasks += [Path(f"/proc/{process}") for process in (server.pid, *_children(server.pid))]
    for task in tasks:
        with suppress(ProcessLookupError):  # It has just ended.
            os.sched_setaffinity(int(task.name), cores)


def _children(process: int) -> list[int]:
    with suppress(FileNotFoundError):
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []
