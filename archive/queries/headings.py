"""Headings: what a thing is, in one row, before anything that is known of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Text, and_, case, cast, func, or_, select
from sqlalchemy.orm import aliased

from archive.models import (
    Agreement,
    Country,
    CountryName,
    Document,
    DocumentChange,
    Meeting,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Place,
    Source,
    Topic,
    TopicLabel,
)
from archive.queries.finding import Kind
from archive.queries.leaving import is_withdrawn
from archive.queries.wording import furthest_step, listed, where_met
from archive.values import CountryNameKind, TextChange


def heading(kind: Kind, id_: str) -> Select[*tuple[Any, ...]]:
    """What a thing is: one row, a column for each property, null where the texts do not say."""
    return _HEADINGS[kind](id_)


def _person(id_: str) -> Select[*tuple[Any, ...]]:
    others = select(listed(PersonName.name)).where(PersonName.person_id == Person.id, PersonName.name != Person.name)
    return select(others.scalar_subquery().label("also_written")).where(Person.id == UUID(id_))


def _organization(id_: str) -> Select[*tuple[Any, ...]]:
    above = aliased(Organization)
    others = select(listed(OrganizationName.name)).where(
        OrganizationName.organization_id == Organization.id, OrganizationName.name != Organization.name
    )
    return (
        select(
            others.scalar_subquery().label("also_written"),
            Organization.acronym,
            Organization.kind.label("kind"),
            Country.name.label("country"),
            above.name.label("part_of"),
        )
        .outerjoin(Country, Country.code == Organization.country_code)
        .outerjoin(above, above.id == Organization.part_of_id)
        .where(Organization.id == UUID(id_))
    )


def _country(code: str) -> Select[*tuple[Any, ...]]:
    others = select(listed(CountryName.name)).where(
        CountryName.country_code == Country.code,
        CountryName.kind != CountryNameKind.CAPITAL,
        CountryName.name.not_in([Country.name, Country.official_name]),
    )
    return select(Country.official_name, others.scalar_subquery().label("also_called")).where(Country.code == code)


def _place(id_: str) -> Select[*tuple[Any, ...]]:
    country = select(Country.name).where(Country.code == Place.country_code).scalar_subquery()
    return select(country.label("country")).where(Place.id == UUID(id_))


def _meeting(id_: str) -> Select[*tuple[Any, ...]]:
    return select(
        Meeting.title,
        Meeting.kind.label("kind"),
        Meeting.status,
        where_met().label("place"),
        Meeting.date_edtf.label("date"),
        Meeting.date_text.label("date_as_worded"),
        Meeting.date_basis.label("date_rests_on"),
    ).where(Meeting.id == UUID(id_))


def _agreement(id_: str) -> Select[*tuple[Any, ...]]:
    return select(
        Agreement.kind.label("kind"),
        furthest_step().label("status"),
        Agreement.term_edtf.label("term"),
        Agreement.term_text.label("term_as_worded"),
    ).where(Agreement.id == UUID(id_))


def _topic(slug: str) -> Select[*tuple[Any, ...]]:
    broader, narrower = aliased(Topic), aliased(Topic)
    below = select(listed(narrower.label)).where(narrower.broader_slug == Topic.slug).correlate(Topic)
    labels = select(listed(TopicLabel.label)).where(TopicLabel.topic_slug == Topic.slug)
    return (
        select(
            Topic.definition,
            broader.label.label("broader"),
            below.scalar_subquery().label("narrower"),
            labels.scalar_subquery().label("also_called"),
        )
        .outerjoin(broader, broader.slug == Topic.broader_slug)
        .where(Topic.slug == slug)
    )


def _document(id_: str) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Document.slug,
            Source.name.label("publisher"),
            Document.url,
            Document.published_edtf.label("published"),
            Document.length.label("characters"),
            *_what_became_of_it(),
            Document.reader_version,
        )
        .outerjoin(Source, Source.id == Document.source_id)
        .where(Document.id == UUID(id_))
    )


def _what_became_of_it() -> tuple[Any, ...]:
    """When a text came, and, where it is not the current one, what it was replaced by, or that it was withdrawn."""
    newer, change, last = aliased(Document), aliased(DocumentChange), aliased(DocumentChange)
    came = select(func.min(change.changed_at)).where(change.document_id == Document.id, change.change == TextChange.NEW)
    left = select(func.max(last.changed_at)).where(last.document_id == Document.id, ~Document.is_current)
    by = (
        select(newer.id)
        .where(or_(and_(newer.is_current, newer.slug == Document.slug), newer.replaces_id == Document.id))
        .order_by(newer.is_current.desc(), newer.id)
        .limit(1)
        .correlate(Document)
        .scalar_subquery()
    )
    is_old = case((Document.is_current, None), (is_withdrawn(), "withdrawn"), else_="replaced")
    return (
        _to_the_second(came).label("came"),
        is_old.label("status"),
        _to_the_second(left).label("left"),
        case((is_old == "replaced", cast(by, Text))).label("replaced_by"),
    )


def _to_the_second(moment: Select[Any]) -> Any:
    return cast(func.date_trunc("second", moment.correlate(Document).scalar_subquery()), Text)


_HEADINGS: dict[Kind, Callable[[str], Select[*tuple[Any, ...]]]] = {
    Kind.PERSON: _person,
    Kind.ORGANIZATION: _organization,
    Kind.COUNTRY: _country,
    Kind.PLACE: _place,
    Kind.MEETING: _meeting,
    Kind.AGREEMENT: _agreement,
    Kind.TOPIC: _topic,
    Kind.DOCUMENT: _document,
}
