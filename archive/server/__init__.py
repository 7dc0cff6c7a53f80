"""The archive's own PostgreSQL: started on need in ``ARCHIVE_HOME``, shared by commands, stopped by the last one.

It listens on a socket in a folder of its own and nowhere else. All agreement between processes is by kernel locks and
by PostgreSQL's own files, so a crash leaves nothing that a person must clear. ``docs/decisions/`` says why.
"""

from archive.server.lifecycle import DATABASE, PLAIN, PORT, USER, Server, start
from archive.server.programs import program

__all__ = ["DATABASE", "PLAIN", "PORT", "USER", "Server", "program", "start"]
