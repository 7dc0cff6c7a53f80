"""Texts that are not the current ones of their names: which of them were withdrawn, and which replaced."""

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import aliased

from archive.models import Document, DocumentChange
from archive.values import TextChange


def is_withdrawn() -> ColumnElement[bool]:
    """That nothing stands in the place of a `Document`: its name has no text, and it was not replaced when it left.

    The log says how it left; of what left before there was a log, only the text that came next is known.
    """
    newer, change = aliased(Document), aliased(DocumentChange)
    has_newer = exists().where(newer.is_current, newer.slug == Document.slug).correlate(Document)
    was_replaced = exists().where(newer.replaces_id == Document.id).correlate(Document)
    left = (
        select(change.change == TextChange.WITHDRAWN)
        .where(change.document_id == Document.id, change.change.in_((TextChange.WITHDRAWN, TextChange.REPLACED)))
        .order_by(change.changed_at.desc())
        .limit(1)
        .correlate(Document)
        .scalar_subquery()
    )
    return and_(~Document.is_current, ~has_newer, func.coalesce(left, ~was_replaced))
