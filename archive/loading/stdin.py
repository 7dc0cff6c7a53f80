"""Standard input: one text, or the lines of a corpus, plain or packed; its first bytes tell which."""

import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from archive.loading.corpora import read_lines
from archive.loading.reports import Failure, Note
from archive.loading.texts import MAX_BYTES, MAX_NAME, NotATextError, SourceText, checksum, decode

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_NAMELESS = "is one text without a name: give it one with --name NAME, so that it replaces no other"
_NAME = "standard input"
_START = 512  # Bytes that tell what standard input holds.
_GZIP = b"\x1f\x8b"


def read_stdin(slug: str | None) -> Iterator[SourceText | Failure | Note]:
    """One text, or many: a press text neither begins with a brace nor is it packed."""
    start = sys.stdin.buffer.read(_START)
    packed = start.startswith(_GZIP)
    if packed or start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from read_lines(io.BufferedReader(_Whole(start, sys.stdin.buffer)), _NAME, packed=packed)
        return
    try:
        text = decode(start + sys.stdin.buffer.read(MAX_BYTES + 1 - len(start)))
    except NotATextError as error:
        yield Failure(_NAME, str(error), slug)
    else:
        if slug is None:
            yield Failure(_NAME, _NAMELESS)
            return
        if len(slug) > MAX_NAME:
            yield Failure(
                _NAME, f"is given a name of {len(slug):,} characters, and the limit is {MAX_NAME}: shorten it"
            )
            return
        yield SourceText(slug=slug, text=text, path=_NAME, sha256=checksum(text))


class _Whole(io.RawIOBase):
    """A stream of which the start was looked at, from its start."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start, self._rest = io.BytesIO(start), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        data = self._start.read(len(view)) or self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)
