"""How much memory a process and all that it starts take together."""

import os
import threading
from pathlib import Path
from typing import Self


class Memory:
    """The most that was taken at one time while this was entered, in megabytes; looked at twice a second."""

    def __init__(self) -> None:
        self.most = 0.0
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self.most = max(self.most, sum(map(_taken, _family(os.getpid()))) / 1000)


def _family(process: int) -> list[int]:
    """A process and all below it."""
    found = [process]
    for thread in Path(f"/proc/{process}/task").iterdir():
        try:
            for child in (thread / "children").read_text().split():
                found += _family(int(child))
        except OSError:  # It has just ended.
            continue
    return found


def _taken(process: int) -> int:
    """The memory of a process in kilobytes, of what it shares with others its share; none of a server."""
    try:
        if "postgres" in Path(f"/proc/{process}/comm").read_text():
            return 0
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
