"""What can go wrong, in words for the person who reads them.

The docstring of an error is its message; fields in braces are filled from keyword arguments, and the remedy is part of
the text. The command prints the message and exits with ``exit_code``; no traceback reaches a user.
"""


class ArchiveError(Exception):
    """The archive could not do this."""

    exit_code = 1

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        message = " ".join((type(self).__doc__ or "").split())
        super().__init__(message.format(**fields))
