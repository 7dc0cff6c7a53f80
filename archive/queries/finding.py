"""Finding texts by their words, and things by a part of their name."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ScalarSelect,
    Select,
    Table,
    Text,
    and_,
    any_,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy import literal as given
from sqlalchemy.dialects.postgresql import array

from archive.folding import fold
from archive.models import (
    Agreement,
    Country,
    CountryName,
    Document,
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
from archive.models.views import agreement_countries, meeting_countries
from archive.queries.folded import alphabetically, folded
from archive.queries.leaving import is_withdrawn
from archive.queries.questions import SEARCH, question
from archive.queries.wording import (
    agreement_date,
    agreement_in_words,
    joined,
    listed,
    meeting_date,
    meeting_in_words,
    offices_of,
)

# The marks around the words that were found.
FOUND_START, FOUND_END = "«", "»"

_SNIPPET = f'StartSel="{FOUND_START}", StopSel="{FOUND_END}", MaxFragments=2, MinWords=8, MaxWords=24'
_SNIPPET += ', FragmentDelimiter=" … "'
_ID_START = re.compile(r"[0-9a-f]{4,8}(-[0-9a-f-]*)?")


class Kind(StrEnum):
    """What can be looked up by its name."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    TOPIC = "topic"
    DOCUMENT = "document"


def search(words: str, *, limit: int = 20) -> Select[UUID, str, str | None, str | None, str | None, float, str]:
    """The documents with these words, best first: document_id, slug, title, published_edtf, publisher, rank, snippet.

    ``words`` are as on the web: all of them, "in this order", one or another, -without. Diacritics and endings do not
    matter. The snippet shows the words between « and ».
    """
    asked = question(words)
    rank = func.ts_rank_cd(Document.search, asked)
    best = (
        select(Document.id, rank.label("rank"))
        .where(Document.is_current, Document.search.bool_op("@@")(asked))
        .order_by(rank.desc(), Document.slug)
        .limit(limit)
        .subquery()
    )
    # A snippet costs much more than a rank, so it is made for the documents that are shown and no others.
    snippet = func.ts_headline(SEARCH, Document.text, asked, _SNIPPET)
    return (
        select(
            Document.id.label("document_id"),
            Document.slug,
            Document.title,
            Document.published_edtf,
            Source.name.label("publisher"),
            best.c.rank,
            func.regexp_replace(snippet, r"\s+", " ", "g").label("snippet"),
        )
        .join(best, best.c.id == Document.id)
        .outerjoin(Source, Source.id == Document.source_id)
        .order_by(best.c.rank.desc(), Document.slug)
    )


def find(kind: Kind, name: str, *, limit: int = 50) -> Select[str, str, str | None, int]:
    """What a name may mean: id (or code, or slug), name, a detail that tells it from others, and how well it fits.

    The fit is 0 for the id (its start is enough) or the full name, 1 for another written form of the name, 2 where
    all words of ``name`` stand somewhere in what is said of the thing; the best come first.
    """
    one = _CATALOGUES[kind]().subquery()
    key = fold(name)
    fits = [func.lower(one.c.id) == key, one.c.full == key]
    if _ID_START.fullmatch(name.strip().lower()):
        fits.append(one.c.id.startswith(name.strip().lower()))
    everywhere = and_(given(bool(key)), *(func.strpos(one.c.words, word) > 0 for word in key.split()))
    fit = case((or_(*fits), 0), (given(key) == any_(one.c.forms), 1), else_=2)
    return (
        select(one.c.id, one.c.name, one.c.detail, fit.label("fit"))
        .where(or_(*fits, given(key) == any_(one.c.forms), everywhere))
        .order_by(fit, *alphabetically(one.c.name), one.c.detail, one.c.id)
        .limit(limit)
    )


def _catalogue(id_: Any, name: Any, detail: Any, *, full: Any, forms: Any, words: Any) -> Select[Any]:
    """A kind of things as `find` sees them: the folded full name, its other forms, and all that is said of it."""
    return select(
        cast(id_, Text).label("id"),
        name.label("name"),
        detail.label("detail"),
        full.label("full"),
        forms.label("forms"),
        words.label("words"),
    )


def _persons() -> Select[Any]:
    forms = select(func.array_agg(PersonName.name_key)).where(PersonName.person_id == Person.id).scalar_subquery()
    known = select(listed(PersonName.name_key)).where(PersonName.person_id == Person.id).scalar_subquery()
    words = joined(Person.name_key, known, between=" ")
    return _catalogue(Person.id, Person.name, offices_of(), full=Person.name_key, forms=forms, words=words)


def _organizations() -> Select[Any]:
    mine = OrganizationName.organization_id == Organization.id
    forms = select(func.array_agg(OrganizationName.name_key)).where(mine).scalar_subquery()
    known = select(listed(OrganizationName.name_key)).where(mine).scalar_subquery()
    acronym = folded(Organization.acronym)
    words = joined(folded(Organization.name), known, acronym, folded(Country.name), between=" ")
    return _catalogue(
        Organization.id,
        Organization.name,
        func.coalesce(Country.name, cast(Organization.kind, Text)),
        full=folded(Organization.name),
        forms=func.array_append(forms, acronym),
        words=words,
    ).outerjoin(Country, Country.code == Organization.country_code)


def _countries() -> Select[Any]:
    forms = select(func.array_agg(folded(CountryName.name))).where(CountryName.country_code == Country.code)
    known = select(listed(folded(CountryName.name))).where(CountryName.country_code == Country.code)
    return _catalogue(
        Country.code,
        Country.name,
        Country.official_name,
        full=folded(Country.name),
        forms=forms.scalar_subquery(),
        words=joined(folded(Country.name), known.scalar_subquery(), between=" "),
    )


def _places() -> Select[Any]:
    country = select(Country.name).where(Country.code == Place.country_code).scalar_subquery()
    words = joined(Place.name_key, folded(country), between=" ")
    return _catalogue(
        Place.id, Place.name, country, full=Place.name_key, forms=array([Place.name_key], type_=Text), words=words
    )


def _countries_of(view: Table, where: Any) -> ScalarSelect[Any]:
    return (
        select(listed(Country.name, between=" "))
        .join_from(view, Country, Country.code == view.c.country_code)
        .where(where)
        .scalar_subquery()
    )


def _meetings() -> Select[Any]:
    states = _countries_of(meeting_countries, meeting_countries.c.meeting_id == Meeting.id)
    words = joined(meeting_date(), meeting_in_words(), states, between=" ")
    return _described(Meeting.id, meeting_in_words(), meeting_date(), Meeting.title, words)


def _agreements() -> Select[Any]:
    states = _countries_of(agreement_countries, agreement_countries.c.agreement_id == Agreement.id)
    words = joined(agreement_date(), cast(Agreement.kind, Text), agreement_in_words(), states, between=" ")
    return _described(Agreement.id, agreement_in_words(), agreement_date(), Agreement.title, words)


def _described(id_: Any, name: Any, detail: Any, title: Any, words: Any) -> Select[Any]:
    """What is known by a description: put into words once for each (OFFSET 0), and then folded."""
    columns = (id_.label("id"), name.label("name"), detail.label("detail"), title.label("title"), words.label("words"))
    one = select(*columns).offset(literal_column("0")).subquery().c
    forms = array([], type_=Text)
    return _catalogue(one.id, one.name, one.detail, full=folded(one.title), forms=forms, words=folded(one.words))


def _topics() -> Select[Any]:
    forms = select(func.array_agg(folded(TopicLabel.label))).where(TopicLabel.topic_slug == Topic.slug)
    known = select(listed(folded(TopicLabel.label))).where(TopicLabel.topic_slug == Topic.slug)
    words = joined(Topic.slug, folded(Topic.label), known.scalar_subquery(), between=" ")
    return _catalogue(
        Topic.slug, Topic.label, Topic.definition, full=folded(Topic.label), forms=forms.scalar_subquery(), words=words
    )


def _documents() -> Select[Any]:
    # A text that another one has replaced is found by its id only, one that was withdrawn also by its full name.
    full = case((or_(Document.is_current, is_withdrawn()), folded(Document.slug)))
    forms = case((Document.is_current, array([folded(Document.title), folded(Document.url)])))
    words = case((Document.is_current, joined(folded(Document.slug), folded(Document.title), between=" ")))
    return _catalogue(
        Document.id, func.coalesce(Document.title, Document.slug), Document.slug, full=full, forms=forms, words=words
    )


_CATALOGUES: dict[Kind, Callable[[], Select[Any]]] = {
    Kind.PERSON: _persons,
    Kind.ORGANIZATION: _organizations,
    Kind.COUNTRY: _countries,
    Kind.PLACE: _places,
    Kind.MEETING: _meetings,
    Kind.AGREEMENT: _agreements,
    Kind.TOPIC: _topics,
    Kind.DOCUMENT: _documents,
}
