"""The ``archive`` command: the only place that prints, and nothing imports it.

Data goes to standard output, narration to standard error and only on a terminal. The command ends with 0 when it did
what was asked, 1 when it could not, 2 when it was asked in a way it does not understand, 3 when some documents failed
and the rest is loaded. No traceback reaches a user who did not ask for one.
"""

import errno
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from typing import Any

import click

from archive import __version__
from archive.cli import asking, building, evaluating, exporting, reading, sql
from archive.cli.failures import explain, said
from archive.cli.output import log
from archive.cli.settings import Log, Settings, traceback_option
from archive.cli.surroundings import INTERRUPTED, OutputError, ending, ends_with_signals, flush, hurry, let_go, prepare

UNWRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
READER_LEFT = 141  # 128 + SIGPIPE, as a shell reports it


class ReaderLeftError(Exception):
    """Whoever read the output has closed it: `archive query ... | head`."""


class Archive(click.Group):
    """The group of commands, in the order of a first encounter rather than of the alphabet."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands as they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a closed output is told apart before click turns it into an exit code of its own."""
        try:
            result = super().invoke(ctx)
            flush()
        except BrokenPipeError as error:
            raise ReaderLeftError from error
        except KeyboardInterrupt as error:
            if ctx.ensure_object(Settings).log is Log.JSON:
                raise click.Abort from error  # click would write an empty line, which is no object
            raise
        return result


@click.group(cls=Archive, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--database",
    metavar="URL",
    help="The PostgreSQL server to use. Without it: DATABASE_URL, else the archive's own server in ARCHIVE_HOME.",
)
@click.option("--traceback", is_flag=True, envvar="ARCHIVE_TRACEBACK", help="Show where an error arose.")
@click.version_option(__version__, message="archive %(version)s")
@click.pass_context
def command(ctx: click.Context, database: str | None, traceback: bool) -> None:
    """An archive of international legal cooperation: press texts in, answers out, the words behind every fact."""
    settings = ctx.ensure_object(Settings)
    settings.database, settings.traceback = database or None, traceback


for group in (building, reading, evaluating, asking, sql, exporting):
    for member in group.COMMANDS:
        command.add_command(traceback_option(member))


def main(args: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its exit code."""
    args = list(sys.argv[1:] if args is None else args)
    hurry()
    code = _failed(OutputError(reason="it is closed"), Log.TEXT) if not prepare() else None
    if code is None:
        with ends_with_signals():
            code = _run(args)
    let_go()
    sys.exit(code)


def _run(args: list[str]) -> int:
    settings = Settings()
    try:
        code = command.main(args, prog_name="archive", standalone_mode=False, obj=settings)
        flush()
        return code if isinstance(code, int) else 0
    except click.Abort as error:
        return ending(error) or INTERRUPTED
    except (ReaderLeftError, BrokenPipeError):
        return READER_LEFT
    except click.ClickException as error:
        told = StringIO()
        error.show(told)
        with suppress(OSError):
            click.echo(said(told.getvalue()), err=True, nl=False)
        return error.exit_code
    except Exception as error:
        if (ended := ending(error)) is not None:
            return ended
        if settings.traceback:
            raise
        return _failed(error, settings.log)


def _failed(error: Exception, form: Log) -> int:
    if isinstance(error, OSError) and error.filename is None and error.errno in UNWRITTEN:
        error = OutputError(reason=error.strerror)  # every other file has a name
    message, code = explain(error)
    try:
        flush()  # what was found out before
    except OutputError as unwritten:
        message, code = explain(unwritten)
    except BrokenPipeError:
        pass
    with suppress(OSError):
        if form is Log.JSON:
            log(error=message)
        else:
            click.echo(f"archive: {message}", err=True)
    return code
