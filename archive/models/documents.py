"""Documents: who published, every text ever seen, and the log of loads."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, UniqueConstraint, func, true
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSVECTOR, Range
from sqlalchemy.orm import Mapped, mapped_column

from archive.models.base import (
    Base,
    CountryCode,
    Id,
    LogId,
    bounds_of,
    date_rules,
    not_blank,
    one_of,
    to_many,
    to_one,
)
from archive.values import TextChange

if TYPE_CHECKING:
    from archive.models.happenings import Quotation
    from archive.models.proof import Evidence, Mention
    from archive.models.topics import DocumentTopic
    from archive.models.who import Country

# A tsvector holds at most 1 MB; 200 000 characters stay below that, even of nothing but different hyphenated words.
SEARCHED_CHARACTERS = 200_000


class Source(Base):
    """Who published a text."""

    __tablename__ = "sources"
    __table_args__ = (UniqueConstraint("name"), *not_blank("name", "url"), {"comment": "Who published the texts."})

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(comment="The publisher's name.")
    url: Mapped[str | None] = mapped_column(comment="The publisher's own address on the web.")
    country_code: Mapped[CountryCode | None] = mapped_column(index=True, comment="The country it publishes from.")

    country: Mapped["Country | None"] = to_one("sources")
    documents: Mapped[list["Document"]] = to_many("source")


class Document(Base):
    """One text as it was seen, never changed afterwards."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("sha256", "slug"),
        Index("one_current_text_per_slug", "slug", unique=True, postgresql_where=sql("is_current")),
        Index(None, "replaces_id", postgresql_where=sql("replaces_id IS NOT NULL")),
        Index(None, "search", postgresql_using="gin"),
        *not_blank("slug", "title", "text", "url", "reader_version", "collection"),
        CheckConstraint(
            "sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')",
            name="sha256_is_of_text",
        ),
        CheckConstraint("replaces_id <> id", name="does_not_replace_itself"),
        CheckConstraint("is_current OR reader_version IS NULL", name="only_current_texts_are_read"),
        CheckConstraint("language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'", name="language_is_a_code"),
        *date_rules("published", worded=False),
        {"comment": "Every text ever seen, exactly as it was. Facts hang on the current text of a slug only."},
    )

    id: Mapped[Id]
    source_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("sources.id", ondelete="RESTRICT"), index=True, comment="Who published the text, where known."
    )
    slug: Mapped[str] = mapped_column(
        comment="The name of the document in the whole archive: its path below the folder that it came with, or the id "
        "that its corpus gives it."
    )
    title: Mapped[str | None] = mapped_column(comment="The headline.")
    text: Mapped[str] = mapped_column(comment="The text, character for character; all offsets count in it.")
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the text in UTF-8, in hexadecimal.")
    length: Mapped[int] = mapped_column(
        Computed("char_length(text)", persisted=True), comment="How many characters the text has."
    )
    language: Mapped[str | None] = mapped_column(comment="The language of the text (BCP 47), such as en.")
    url: Mapped[str | None] = mapped_column(comment="Where the text was published.")
    published_edtf: Mapped[str | None] = mapped_column(
        comment="When it was published, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B), where known."
    )
    published_during: Mapped[Range[date] | None] = mapped_column(
        bounds_of("published"),
        comment="From the first possible day of publication to the last one; computed from published_edtf.",
    )
    is_current: Mapped[bool] = mapped_column(
        server_default=true(), comment="Whether this is the text that the slug has now. Only such have facts."
    )
    replaces_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("documents.id", ondelete="RESTRICT"),
        comment="The text that this one replaced when it was first seen under its slug.",
    )
    reader_version: Mapped[str | None] = mapped_column(
        comment="The version of the reader whose facts are stored; null while none are."
    )
    search: Mapped[str] = mapped_column(
        TSVECTOR,
        Computed(
            "setweight(to_tsvector('archive.folded'::regconfig, archive.searchable(coalesce(title, ''))), 'A') || "
            "setweight(to_tsvector('archive.folded'::regconfig, "
            f"archive.searchable(left(text, {SEARCHED_CHARACTERS}))), 'D')",
            persisted=True,
        ),
        comment="For search: title and text (its first 200 000 characters) without diacritics, as English word stems. "
        "Ask: search @@ websearch_to_tsquery('archive.folded', archive.searchable('grubesa')).",
        deferred=True,
    )
    collection: Mapped[str | None] = mapped_column(
        comment="The folder or corpus, by name or as archive seed --collection calls it, that the text was last loaded "
        "with; null for a text that came alone. No text of another collection replaces it, and what has left the "
        "folder is withdrawn with archive seed --prune."
    )

    source: Mapped["Source | None"] = to_one("documents")
    replaces: Mapped["Document | None"] = to_one("replaced_by", remote_side="Document.id")
    replaced_by: Mapped[list["Document"]] = to_many("replaces")
    mentions: Mapped[list["Mention"]] = to_many("document")
    evidence: Mapped[list["Evidence"]] = to_many("document")
    quotations: Mapped[list["Quotation"]] = to_many("document")
    topics: Mapped[list["DocumentTopic"]] = to_many("document")
    changes: Mapped[list["DocumentChange"]] = to_many("document")


class Load(Base):
    """One run of the loader: an entry of the log, no part of the archive's content."""

    __tablename__ = "loads"
    __table_args__ = (
        CheckConstraint("finished_at >= started_at", name="ends_after_start"),
        CheckConstraint(
            "least(new_count, changed_count, unchanged_count, failed_count, withdrawn_count) >= 0",
            name="counts_are_not_negative",
        ),
        *not_blank("reader_version"),
        {"comment": "The log of loads: when texts were brought in, by which reader, and how that went."},
    )

    id: Mapped[LogId]
    started_at: Mapped[datetime] = mapped_column(server_default=func.now(), comment="When the load began.")
    finished_at: Mapped[datetime | None] = mapped_column(comment="When it ended; null while it runs or if it broke.")
    reader_version: Mapped[str] = mapped_column(comment="The version of the reader that read the texts.")
    new_count: Mapped[int] = mapped_column(server_default=sql("0"), comment="Texts seen for the first time.")
    changed_count: Mapped[int] = mapped_column(server_default=sql("0"), comment="Slugs that came with a new text.")
    unchanged_count: Mapped[int] = mapped_column(server_default=sql("0"), comment="Texts that were there already.")
    failed_count: Mapped[int] = mapped_column(server_default=sql("0"), comment="Files that could not be loaded.")
    withdrawn_count: Mapped[int] = mapped_column(
        server_default=sql("0"), comment="Texts that had left their folder and were withdrawn."
    )

    failures: Mapped[list["LoadFailure"]] = to_many("load")
    changes: Mapped[list["DocumentChange"]] = to_many("load")


class DocumentChange(Base):
    """That a text came, was replaced or withdrawn, or came back: an entry of the log, no part of the content."""

    __tablename__ = "document_changes"
    __table_args__ = (
        one_of("change", TextChange),
        {
            "comment": "The log of texts: when each came, was replaced by another one of its name, was withdrawn, and "
            "came back. Texts that were here before the log was kept have no entry of their arrival."
        },
    )

    id: Mapped[LogId]
    document_id: Mapped[UUID] = mapped_column(
        ForeignKey("documents.id", ondelete="CASCADE"), index=True, comment="The text."
    )
    change: Mapped[TextChange] = mapped_column(
        comment="new, replaced (by the document that names it in replaces_id, or that was here before), withdrawn or "
        "returned."
    )
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now(), index=True, comment="When.")
    load_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("loads.id", ondelete="SET NULL"),
        index=True,
        comment="The load that did it, where one did and its entry is still there.",
    )

    document: Mapped["Document"] = to_one("changes")
    load: Mapped["Load | None"] = to_one("changes")


class LoadFailure(Base):
    """A file that could not be loaded, and why."""

    __tablename__ = "load_failures"
    __table_args__ = (
        Index("one_entry_per_reading", "reading_id", unique=True, postgresql_where=sql("reading_id IS NOT NULL")),
        *not_blank("file", "reason"),
        {"comment": "The files that a load could not take in, and why."},
    )

    id: Mapped[LogId]
    load_id: Mapped[UUID] = mapped_column(
        ForeignKey("loads.id", ondelete="CASCADE"), index=True, comment="The load that met the file."
    )
    file: Mapped[str] = mapped_column(comment="The file, as it was given.")
    reason: Mapped[str] = mapped_column(comment="What is wrong with it, in words.")
    reading_id: Mapped[UUID | None] = mapped_column(
        comment="Where the reader itself failed: computed from the text, its date and the reader, which would fail "
        "on it again and so leaves it out. One entry, of the first load that met it, stands for all later ones; delete "
        "it to have the text read again."
    )

    load: Mapped["Load"] = to_one("failures")
