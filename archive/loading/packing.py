"""The rows of one text in the form of binary COPY.

Whoever reads a text packs its rows, so that they travel between processes as a few pieces of bytes, and the one
process that writes has no more to do than to pass them on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from archive.loading.columns import JOINS, OWNED, Row, brought
from archive.loading.rows import DocumentRows

# Tables of which a row belongs to one document, in the order in which they are written.
PRIVATE = ("document_claims", *OWNED)

# PostgreSQL's manual, COPY, "Binary Format": a signature, no flags, no extension; at the end a row of -1 columns.
_HEAD = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
_END = (-1).to_bytes(2, signed=True)
_NULL = (-1).to_bytes(4, signed=True)
_SIXTEEN = (16).to_bytes(4)
_FOUR = (4).to_bytes(4)


@dataclass(frozen=True, slots=True)
class Block:
    """So many rows of one table."""

    count: int = 0
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Packed:
    """Everything that one text gives. What others may bring, too, is by id: the same id is the same row."""

    id: UUID
    slug: str
    document: bytes
    claims: Mapping[bytes, bytes]
    joins: Mapping[str, Mapping[bytes, bytes]]
    private: Mapping[str, Block]


def pack(rows: DocumentRows) -> Packed:
    """The rows of a text, packed."""
    by_table = brought([rows])
    return Packed(
        id=rows.document.id,
        slug=rows.document.slug,
        document=encode(by_table["documents"][0]),
        claims={row[0].bytes: encode(row) for row in by_table["claims"]},
        joins={table: {row[0].bytes: encode(row) for row in by_table[table]} for table in JOINS},
        private={
            table: Block(len(by_table[table]), b"".join(map(encode, by_table[table])))
            for table in PRIVATE
            if by_table[table]
        },
    )


def encode(row: Row) -> bytes:
    """One row of ids, numbers and words as binary COPY has it."""
    parts = [len(row).to_bytes(2)]
    for value in row:
        if value is None:
            parts.append(_NULL)
        elif isinstance(value, UUID):
            parts += (_SIXTEEN, value.bytes)
        elif isinstance(value, int):
            parts += (_FOUR, value.to_bytes(4, signed=True))
        else:
            words = value.encode()
            parts += (len(words).to_bytes(4), words)
    return b"".join(parts)


def whole(rows: Iterable[bytes]) -> bytes:
    """Packed rows as one binary COPY; nothing where there are none."""
    data = b"".join(rows)
    return b"".join((_HEAD, data, _END)) if data else b""
