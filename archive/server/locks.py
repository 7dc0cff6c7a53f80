"""Kernel locks on files: they end with the process that holds them, so there is never a stale one."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from archive.errors import ServerBusy
from archive.server.accounts import Account


def share(path: Path, account: Account, *, seconds: float) -> int:
    """Join those who hold the lock together; the descriptor that is returned holds it until it is closed."""
    return _wait(path, account, fcntl.LOCK_SH, seconds)


def try_alone(path: Path, account: Account) -> int | None:
    """Take the lock if nobody holds it, without waiting."""
    descriptor = _open(path, account)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def alone(path: Path, account: Account, *, seconds: float) -> Iterator[None]:
    """Hold the lock alone, after waiting for it."""
    descriptor = _wait(path, account, fcntl.LOCK_EX, seconds)
    try:
        yield
    finally:
        os.close(descriptor)


def _wait(path: Path, account: Account, kind: int, seconds: float) -> int:
    descriptor = _open(path, account)
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                os.close(descriptor)
                raise ServerBusy(lock=path, seconds=seconds) from None
            time.sleep(0.02)
        else:
            return descriptor


def _open(path: Path, account: Account) -> int:
    """Open the file, made for ``account`` if need be. Links are not followed: root may work in another's home."""
    flags = os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW
    with suppress(FileExistsError):
        descriptor = os.open(path, flags | os.O_CREAT | os.O_EXCL, 0o600)
        if account.is_other:
            os.fchown(descriptor, account.uid, account.gid)
        return descriptor
    return os.open(path, flags)
