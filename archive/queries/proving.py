"""Proofs: the words of the texts that say what a record tells."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Integer, Select, Text, Uuid, any_, cast, column, func, literal, null, select

from archive.models import Document, Evidence, Mention, Quotation, Source
from archive.queries.sections import MENTION, QUOTATION
from archive.queries.wording import words_of

# Characters before and after a proof: enough for the sentence that it stands in.
_AROUND = 600


def proofs(
    proven_by: str, fact_ids: Sequence[UUID], *, document_id: UUID | None = None
) -> Select[UUID, str, int, int, str, str, str, str, str | None]:
    """The words that say so, of one document or of all.

    Columns: fact_id, document (its slug), start_char, end_char, words, rule, what stands before and after, and status:
    whether the text tells of a meeting as held, planned or proposed.
    """
    proof, fact = _proof_and_fact(proven_by)
    statement = (
        select(
            fact.label("fact_id"),
            Document.slug.label("document"),
            proof.start_char,
            proof.end_char,
            *_words(proof.start_char, proof.end_char, _rule(proof), Document.text),
            _status(proof).label("status"),
        )
        .join(Document, Document.id == proof.document_id)
        .where(fact == any_(cast(list(fact_ids), ARRAY(Uuid))))
        .order_by(Document.slug, proof.start_char, proof.end_char)
    )
    return statement if document_id is None else statement.where(Document.id == document_id)


def first_proofs(
    proven_by: str, facts: Sequence[Sequence[UUID]], *, first: int | None = None, document_id: UUID | None = None
) -> Select[int, int, str, int, int, str, str, str, str, str | None]:
    """The same for many facts of a record at once, in the order of the facts, ``first`` of each or all.

    What proves two rows of one fact in the same words counts once. Columns: place (of the fact among ``facts``),
    proofs (how many it has), document, start_char, end_char, words, rule, before, after, status.
    """
    proof, fact = _proof_and_fact(proven_by)
    ids = [id_ for rows in facts for id_ in rows]
    places = [place for place, rows in enumerate(facts) for _ in rows]
    asked = (
        func.unnest(cast(ids, ARRAY(Uuid)), cast(places, ARRAY(Integer)))
        .table_valued(column("fact_id", Uuid), column("place", Integer))
        .render_derived()
    )
    found = select(
        asked.c.place,
        proof.document_id,
        proof.start_char,
        proof.end_char,
        _rule(proof).label("rule"),
        _status(proof).label("status"),
    )
    found = found.join_from(asked, proof, fact == asked.c.fact_id).distinct()
    if document_id is not None:
        found = found.where(proof.document_id == document_id)
    said = found.subquery()
    order = (Document.slug, said.c.start_char, said.c.end_char, said.c.rule)
    number = func.row_number().over(partition_by=said.c.place, order_by=order).label("number")
    all_ = func.count().over(partition_by=said.c.place).label("proofs")
    one = select(said, number, all_, Document.slug, Document.text).join(Document, Document.id == said.c.document_id)
    each = one.subquery().c
    statement = select(
        each.place,
        each.proofs,
        each.slug.label("document"),
        each.start_char,
        each.end_char,
        *_words(each.start_char, each.end_char, each.rule, each.text),
        each.status,
    ).order_by(each.place, each.number)
    return statement if first is None else statement.where(each.number <= first)


def cited(slugs: Sequence[str]) -> Select[str, str | None, str | None, str | None, str | None]:
    """How to cite current documents, the earliest first: document (its slug), published, publisher, headline, url."""
    return (
        select(
            Document.slug.label("document"),
            Document.published_edtf.label("published"),
            Source.name.label("publisher"),
            Document.title.label("headline"),
            Document.url,
        )
        .outerjoin(Source, Source.id == Document.source_id)
        .where(Document.is_current, Document.slug == any_(cast(list(slugs), ARRAY(Text))))
        .order_by(func.lower(Document.published_during), Document.slug)
    )


def _words(start: Any, end: Any, rule: Any, text: Any) -> tuple[Any, ...]:
    return (
        words_of(start, end, text).label("words"),
        rule.label("rule"),
        words_of(func.greatest(start - _AROUND, 0), start, text).label("before"),
        words_of(end, end + _AROUND, text).label("after"),
    )


def _rule(proof: Any) -> Any:
    return proof.rule if proof is Evidence else literal(proof.__name__.lower())


def _status(proof: Any) -> Any:
    return cast(proof.meeting_status, Text) if proof is Evidence else cast(null(), Text)


def _proof_and_fact(proven_by: str) -> tuple[Any, Any]:
    if proven_by == MENTION:
        return Mention, Mention.id
    if proven_by == QUOTATION:
        return Quotation, Quotation.id
    return Evidence, getattr(Evidence, proven_by)
