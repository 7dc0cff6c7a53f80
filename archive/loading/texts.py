"""From the bytes of one file to its text, or to the reason why they are none.

A text is kept exactly as it is: line ends, spaces, and a byte order mark stay, so the checksum of the file is the
checksum of the stored text, and an offset counts the same in both.
"""

import hashlib
from dataclasses import dataclass

MAX_BYTES = 10_000_000
MAX_NAME = 500  # Characters of a name that is indexed: PostgreSQL takes 2,704 bytes, and a character may have four.

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")
_SAMPLE = 4096


class NotATextError(ValueError):
    """Why some bytes are not a text that the archive can keep, and what to do about it."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text as it came, with what is known of its publication.

    ``slug`` names it among all texts of the archive; ``path`` says where it came from, for people; ``sha256`` is
    that of the text in UTF-8; ``published`` is EDTF; ``collection`` names the folder or corpus that it came with.
    """

    slug: str
    text: str
    path: str
    sha256: str
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    collection: str | None = None


def checksum(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def decode(data: bytes) -> str:
    """The text that a file's bytes spell in UTF-8; NotATextError with the reason and the remedy when there is none."""
    if not data:
        raise NotATextError("is empty: put the text into it or take the file away")
    if len(data) > MAX_BYTES:
        raise NotATextError(too_large(len(data)))
    if data.startswith(_UTF16):
        raise NotATextError("is UTF-16, not UTF-8: convert it with `iconv -f UTF-16 -t UTF-8`")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NotATextError(_not_utf8(data, error.start)) from None
    return check(text)


def check(text: str) -> str:
    """The same text, once it is known to be one that PostgreSQL can keep and somebody could read."""
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u2028\u2029") or text.isspace():
        raise NotATextError("is blank: put the text into it or take the file away")
    if (offset := text.find("\x00")) >= 0:
        if _looks_binary(text[:_SAMPLE].encode(errors="replace")):
            raise NotATextError("is binary, not text: extract the text from it first")
        raise NotATextError(f"holds a NUL character at offset {offset}, which PostgreSQL cannot store: remove it")
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        character = ord(text[error.start])
        raise NotATextError(f"holds half a character (U+{character:04X}) at offset {error.start}: remove it") from None
    if size > MAX_BYTES:
        raise NotATextError(too_large(size))
    return text


def too_large(size: int | None = None) -> str:
    """The reason why a text of so many bytes is left out."""
    has = f"has {size:,} bytes" if size is not None else "is too large"
    return f"{has}, and the limit is {MAX_BYTES:,}: split it into texts of one report each"


def _not_utf8(data: bytes, offset: int) -> str:
    if _looks_binary(data[:_SAMPLE]):
        return "is binary, not text: extract the text from it first"
    line = data.count(b"\n", 0, offset) + 1
    return (
        f"is not UTF-8: byte 0x{data[offset]:02X} at offset {offset} (line {line}); "
        "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
    )


def _looks_binary(sample: bytes) -> bool:
    """Whether more than one byte in fifty is a control character that no text has."""
    return sum(byte in _CONTROL for byte in sample) * 50 > len(sample)
