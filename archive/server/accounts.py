"""Whose processes and folders the server's are: our own, or an unprivileged account when we are root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.errors import NoServerAccount

PREFERRED = ("postgres", "cooperation-archive")


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this machine."""

    name: str
    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        """Whether the server's processes must change to this account."""
        return self.uid != os.geteuid()

    def process_options(self) -> dict[str, Any]:
        """What `subprocess` needs to run a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def can_enter(self, folder: Path) -> bool:
        """Whether this account can reach the folder; asked of the kernel, which knows of access lists, too."""
        tried = subprocess.run(
            ["/bin/sh", "-c", 'cd "$1"', "sh", folder], stderr=subprocess.DEVNULL, check=False, **self.process_options()
        )
        return tried.returncode == 0


def account_for(*folders: Path) -> Account:
    """The account that runs the server: ourselves; for root the owner of the first of these folders that is not root's.

    PostgreSQL refuses to run as root. Where root has no such folder yet, it is ``postgres`` if this machine has that
    user, otherwise a system user that is made for the purpose.
    """
    uid = os.geteuid()
    if uid != 0:
        return _by_uid(uid)
    for folder in folders:
        if folder.exists() and (owner := folder.stat().st_uid) != 0:
            return _by_uid(owner)
    return next((account for name in PREFERRED if (account := account_named(name))), None) or _make(PREFERRED[-1])


def _by_uid(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:  # a container may run under a number that has no name
        return Account(str(uid), uid, os.getegid() if uid == os.geteuid() else uid)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def account_named(name: str) -> Account | None:
    """The account of this name, if the machine has it and it is not root."""
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return None if entry.pw_uid == 0 else Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _make(name: str) -> Account:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]
    try:
        made = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        reason = made.stderr.strip() or f"useradd ended with {made.returncode}"
    except OSError as error:
        reason = f"useradd does not run ({error.strerror})"
    account = account_named(name)  # another command may have made it at the same time
    if account is None:
        raise NoServerAccount(reason=reason, name=name)
    return account
