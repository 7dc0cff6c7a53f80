"""What the archive already holds of some texts, so that only new and changed ones are read."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from psycopg import Cursor

from archive.loading import identity
from archive.loading.faults import NameTaken
from archive.loading.reports import Failure, Note
from archive.loading.texts import SourceText

_TAKEN = (
    "{theirs} has another text named {slug!r}, which stays as it is: rename this one, load the folder above both, or, "
    "if this is {theirs} under a new name, load it once with --collection {quoted}"
)


REPLACED = "replaces the text of its name that came alone before, which stays as an old text"


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that the rows of a document depend on: where two of these are equal, there is nothing to do."""

    sha256: str
    source_id: UUID | None
    url: str | None
    published: str | None
    language: str | None
    reader_version: str | None
    collection: str | None = field(default=None, compare=False)  # Nothing is read from it.

    @classmethod
    def of(cls, source: SourceText, reader_version: str) -> "Standing":
        """What the archive would hold of this text."""
        publisher = source.publisher
        return cls(
            sha256=source.sha256,
            source_id=identity.source_id(publisher) if publisher else None,
            url=source.url,
            published=source.published,
            language=source.language,
            reader_version=reader_version,
            collection=source.collection,
        )


def standing(cursor: Cursor[Any], slugs: Sequence[str]) -> Mapping[str, Standing]:
    """What the archive holds of the current texts of these slugs."""
    cursor.execute(
        """
        SELECT slug, sha256, source_id, url, published_edtf, language, reader_version, collection
        FROM archive.documents WHERE is_current AND slug = ANY(%s)
        """,
        (list(slugs),),
    )
    return {slug: Standing(*rest) for slug, *rest in cursor}


def taken(text: SourceText, known: Standing | None) -> Failure | None:
    """Why a text cannot have its name: one that came with another folder or corpus has it, and is not its own past."""
    if known is None or known.sha256 == text.sha256 or None in (known.collection, text.collection):
        return None
    if (theirs := known.collection or "") == text.collection:
        return None
    return Failure(text.path, _TAKEN.format(theirs=theirs, slug=text.slug, quoted=shlex.quote(theirs)), text.slug)


def replaces_single(text: SourceText, known: Standing | None) -> bool:
    """Whether a folder or corpus brings another text of the name of one that came alone: the same report, or not."""
    if known is None or known.sha256 == text.sha256:
        return False
    return known.collection is None and text.collection is not None


def refuse_taken(cursor: Cursor[Any], texts: Sequence[SourceText]) -> None:
    """Refuse texts among which one has a name that another loader has given away since they were compared."""
    known = standing(cursor, [text.slug for text in texts])
    for text in texts:
        if failure := taken(text, known.get(text.slug)):
            raise NameTaken(failure.reason)


def move(cursor: Cursor[Any], texts: Sequence[SourceText]) -> None:
    """Note that unchanged texts came with another folder or corpus than before."""
    cursor.execute(
        """
        UPDATE archive.documents document SET collection = text.collection
        FROM unnest(%s::text[], %s::text[]) text (slug, collection)
        WHERE document.is_current AND document.slug = text.slug AND document.collection IS DISTINCT FROM text.collection
        """,
        ([text.slug for text in texts], [text.collection for text in texts]),
    )


def still_current(cursor: Cursor[Any], documents: Sequence[UUID]) -> set[UUID]:
    """Those of these documents whose text is the current one of its slug."""
    cursor.execute("SELECT id FROM archive.documents WHERE is_current AND id = ANY(%s)", (list(documents),))
    return {row for (row,) in cursor.fetchall()}


def twins(cursor: Cursor[Any], texts: Sequence[SourceText]) -> list[Note]:
    """A note for each text that stands in the archive, or among these texts before it, under another slug."""
    cursor.execute(
        """
        SELECT DISTINCT ON (sha256) sha256, slug FROM archive.documents
        WHERE is_current AND sha256 = ANY(%s) ORDER BY sha256, slug
        """,
        ([text.sha256 for text in texts],),
    )
    first: dict[str, str] = dict(cursor.fetchall())
    notes = []
    for text in texts:
        other = first.setdefault(text.sha256, text.slug)
        if other != text.slug:
            notes.append(Note(text.path, f"has the same text as {other!r}: one more document for the same facts"))
    return notes
