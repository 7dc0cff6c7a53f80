"""What a load came to, as it is told when it has ended."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from archive.cli.output import answer, complain
from archive.cli.settings import Format

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from archive.loading import Failure, LoadReport, Note, Source

_ALIKE = 3  # texts after the first of which the same is said: as many are named one by one


@dataclass(slots=True)
class Dated:
    """How many of the texts that pass say when they were published; without that, many dates in them stay open."""

    texts: int = 0
    undated: int = 0

    def count(self, sources: "Iterable[Source]") -> "Iterator[Source]":
        """The same sources, each text counted as it passes."""
        from archive.loading import SourceText

        for source in sources:
            if isinstance(source, SourceText):
                self.texts += 1
                self.undated += source.published is None
            yield source

    def tell(self) -> None:
        """Say how many are without a date, where some are."""
        if self.undated:
            complain(
                f"{self.undated} of {self.texts} texts have no date of publication (the key `published`): what they "
                'date by it, such as "last year", stays open.'
            )


@dataclass(slots=True)
class Replaced:
    """Single texts whose name another text of the archive had: no folder tells whether it was the same report."""

    engine: "Engine"
    slugs: Sequence[str]
    before: "Mapping[str, UUID]" = field(init=False)

    def __post_init__(self) -> None:
        self.before = self._current()

    def tell(self) -> None:
        """Say which of them have replaced a text since."""
        now = self._current()
        found = [(slug, old) for slug, old in sorted(self.before.items()) if now.get(slug, old) != old]
        for slug, old in found[:_ALIKE]:
            complain(f"{slug}: replaced the text of that name, which stays: archive show document {old}")
        if more := found[_ALIKE:]:
            complain(f"... and {len(more)} more, up to {more[-1][0]}, replaced the texts of their names.")

    def _current(self) -> "Mapping[str, UUID]":
        from sqlalchemy import select

        from archive.models import Document

        if not self.slugs:
            return {}
        asked = select(Document.slug, Document.id).where(Document.is_current, Document.slug.in_(self.slugs))
        with self.engine.connect() as connection:
            return {row.slug: row.id for row in connection.execute(asked)}


def tell_of_texts(report: "LoadReport") -> None:
    """Name the texts that failed or are odd, and say why."""
    for line in (*_gathered(report.notes), *_gathered(report.failures)):
        complain(line)
    if (hidden := report.documents.failed - len(report.failures)) > 0:
        complain(f"... and {hidden} more, which are in the table load_failures.")


def show_report(report: "LoadReport", form: Format) -> None:
    """Answer with how many texts and rows are new, changed, unchanged, removed and failed."""
    from archive.models import Base
    from archive.models.base import is_internal

    internal = {table.name for table in Base.metadata.sorted_tables if is_internal(table)}
    texts = report.documents
    rows: list[Sequence[object]] = [
        ("texts", texts.new, texts.changed, texts.unchanged, report.withdrawn or None, texts.failed)
    ]
    rows += [
        (name, one.inserted, one.changed, None, one.removed, None)
        for name, one in report.tables.items()
        if name not in internal
    ]
    answer(("rows", "new", "changed", "unchanged", "removed", "failed"), rows, form)


def _gathered(said: "Iterable[Note | Failure]") -> Iterator[str]:
    """What is said of texts, in order; the same of many in a row, such as of a list that is broken, only once."""
    for _, group in groupby(said, key=_without_name):
        first, *others = group
        if len(others) < _ALIKE:
            yield from (str(one) for one in (first, *others))
        else:
            more = f"and {len(others)} more"
            if others[-1].path == first.path:
                yield f"{first}, {more}"  # the fault is in one file, and it ends with the texts that it keeps out
            else:
                yield f"{first.path} {more}{str(first).removeprefix(first.path)}"


def _without_name(one: "Note | Failure") -> str:
    """What is said of a text, whichever text it is."""
    said = str(one).removeprefix(one.path)
    slug = getattr(one, "slug", None)
    return said.replace(repr(slug), "") if slug else said
