"""What the archive holds, in figures."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select

from archive.models import (
    Agreement,
    Document,
    Evidence,
    Load,
    Meeting,
    Mention,
    Office,
    Organization,
    Person,
    Quotation,
    Source,
)
from archive.queries.leaving import is_withdrawn


def holdings() -> Select[*tuple[Any, ...]]:
    """How much there is, one column each: documents, replaced and withdrawn texts, sources, persons, ... evidence."""
    return select(
        _count(Document, Document.is_current).label("documents"),
        _count(Document, ~Document.is_current, ~is_withdrawn()).label("replaced_texts"),
        _count(Document, is_withdrawn()).label("withdrawn_texts"),
        _count(Source).label("sources"),
        _count(Person).label("persons"),
        _count(Organization).label("organizations"),
        _count(Office).label("offices"),
        select(func.count(Mention.country_code.distinct())).scalar_subquery().label("countries"),
        _count(Meeting).label("meetings"),
        _count(Agreement).label("agreements"),
        _count(Quotation).label("quotations"),
        _count(Mention).label("mentions"),
        _count(Evidence).label("evidence"),
    )


def readers() -> Select[str | None, int]:
    """Which version of the reader has read how many of the current texts."""
    return (
        select(Document.reader_version, func.count().label("documents"))
        .where(Document.is_current, Document.reader_version.is_not(None))
        .group_by(Document.reader_version)
        .order_by(Document.reader_version)
    )


def last_load() -> Select[UUID, datetime, datetime | None, str, int, int, int, int, int]:
    """The latest run of the loader: when, by which reader, and how many texts were new, changed ... withdrawn."""
    return (
        select(
            Load.id,
            Load.started_at,
            Load.finished_at,
            Load.reader_version,
            Load.new_count.label("new"),
            Load.changed_count.label("changed"),
            Load.unchanged_count.label("unchanged"),
            Load.failed_count.label("failed"),
            Load.withdrawn_count.label("withdrawn"),
        )
        .order_by(Load.started_at.desc(), Load.id)
        .limit(1)
    )


def _count(table: Any, *where: Any) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()
