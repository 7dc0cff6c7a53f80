"""What about: the scheme of topics, and what documents mention, meetings discuss and agreements cover."""

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from archive.models.base import Base, Id, PartOfDocument, TopicSlug, not_blank, to_many, to_one

if TYPE_CHECKING:
    from archive.models.documents import Document
    from archive.models.happenings import Agreement, Meeting
    from archive.models.proof import Evidence, Mention


class Topic(Base):
    """A subject of cooperation, in a scheme from broad to narrow."""

    __tablename__ = "topics"
    __table_args__ = (
        CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name="slug_is_words_and_hyphens"),
        CheckConstraint("broader_slug <> slug", name="not_broader_than_itself"),
        *not_blank("label", "definition"),
        {"comment": "The scheme of topics, from broad to narrow."},
    )

    slug: Mapped[str] = mapped_column(primary_key=True, comment="The short name that others rely on: money-laundering.")
    label: Mapped[str] = mapped_column(comment="The preferred label.")
    broader_slug: Mapped[TopicSlug | None] = mapped_column(index=True, comment="The next broader topic.")
    definition: Mapped[str | None] = mapped_column(comment="What belongs to the topic.")

    broader: Mapped["Topic | None"] = to_one("narrower", remote_side=[slug])
    narrower: Mapped[list["Topic"]] = to_many("broader")
    labels: Mapped[list["TopicLabel"]] = to_many("topic")
    documents: Mapped[list["DocumentTopic"]] = to_many("topic")
    meetings: Mapped[list["MeetingTopic"]] = to_many("topic")
    agreements: Mapped[list["AgreementTopic"]] = to_many("topic")
    mentions: Mapped[list["Mention"]] = to_many("topic")


class TopicLabel(Base):
    """Another way to say a topic."""

    __tablename__ = "topic_labels"
    __table_args__ = (
        UniqueConstraint("topic_slug", "label"),
        *not_blank("label"),
        {"comment": "Alternative labels of the topics: other words for the same subject."},
    )

    id: Mapped[Id]
    topic_slug: Mapped[str] = mapped_column(ForeignKey("topics.slug", ondelete="CASCADE"), comment="The topic.")
    label: Mapped[str] = mapped_column(comment="Another way to say it.")

    topic: Mapped["Topic"] = to_one("labels")


class DocumentTopic(Base):
    """A document mentions a topic."""

    __tablename__ = "document_topics"
    __table_args__ = (
        UniqueConstraint("document_id", "topic_slug"),
        {"comment": "Which topics a document mentions."},
    )

    id: Mapped[Id]
    document_id: Mapped[PartOfDocument] = mapped_column(comment="The document.")
    topic_slug: Mapped[TopicSlug] = mapped_column(index=True, comment="The topic that it mentions.")

    document: Mapped["Document"] = to_one("topics")
    topic: Mapped["Topic"] = to_one("documents")


class MeetingTopic(Base):
    """A meeting discussed a topic."""

    __tablename__ = "meeting_topics"
    __table_args__ = (
        UniqueConstraint("meeting_id", "topic_slug"),
        {"comment": "Which topics a meeting discussed."},
    )

    id: Mapped[Id]
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meetings.id", ondelete="CASCADE"), comment="The meeting.")
    topic_slug: Mapped[TopicSlug] = mapped_column(index=True, comment="The topic that it discussed.")

    meeting: Mapped["Meeting"] = to_one("topics")
    topic: Mapped["Topic"] = to_one("meetings")
    evidence: Mapped[list["Evidence"]] = to_many("meeting_topic")


class AgreementTopic(Base):
    """An agreement covers a topic."""

    __tablename__ = "agreement_topics"
    __table_args__ = (
        UniqueConstraint("agreement_id", "topic_slug"),
        {"comment": "Which topics an agreement covers."},
    )

    id: Mapped[Id]
    agreement_id: Mapped[UUID] = mapped_column(
        ForeignKey("agreements.id", ondelete="CASCADE"), comment="The agreement."
    )
    topic_slug: Mapped[TopicSlug] = mapped_column(index=True, comment="The topic that it covers.")

    agreement: Mapped["Agreement"] = to_one("topics")
    topic: Mapped["Topic"] = to_one("agreements")
    evidence: Mapped[list["Evidence"]] = to_many("agreement_topic")
