"""How a row is put into words, inside the database: a meeting by its form, place and people, and so on.

Each function gives an expression for the row of the table that the surrounding statement selects from.
"""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Text, case, cast, func, literal, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import aliased

from archive.models import (
    Agreement,
    AgreementParty,
    AgreementStep,
    Appointment,
    Country,
    Document,
    Evidence,
    Meeting,
    MeetingParticipant,
    Office,
    Organization,
    Person,
    Place,
)
from archive.values import MeetingKind, MeetingStatus, StepStatus

_STEPS = {status: place for place, status in enumerate(StepStatus)}


def listed(words: Any, *order: Any, between: str = "; ") -> ColumnElement[Any]:
    """All words of a group as one text."""
    return func.string_agg(words, aggregate_order_by(literal(between), *(order or (words,))))


def joined(*parts: Any, between: str = ", ") -> ColumnElement[Any]:
    """The parts that are there, as one text; null when none is."""
    return func.nullif(func.concat_ws(between, *parts), "")


def worded(status: Any) -> ColumnElement[Any]:
    """A word of a closed list as it is said: "in force"."""
    return func.replace(cast(status, Text), "_", " ")


def unless_said(state: Any, *said: Any) -> ColumnElement[Any]:
    """The name of a state, where nothing that is said before it has it."""
    return case((func.strpos(func.concat_ws(" ", *said), state) == 0, state))


def place_in_words() -> ColumnElement[Any]:
    """A place with its country: "Saint Petersburg, Russia"; a city that is its own state has one name."""
    one = aliased(Country)
    country = select(one.name).where(one.code == Place.country_code).correlate(Place).scalar_subquery()
    return joined(Place.name, case((country != Place.name, country)))


def meeting_in_words() -> ColumnElement[Any]:
    """A meeting: "bilateral meeting, Moscow: Bekir Bozdağ (TR); Igor Krasnov (RU)"."""
    form = case(
        (Meeting.kind.in_([MeetingKind.BILATERAL, MeetingKind.MULTILATERAL]), worded(Meeting.kind) + " meeting"),
        else_=worded(Meeting.kind),
    )
    status = case((Meeting.status != MeetingStatus.HELD, worded(Meeting.status)))
    return joined(joined(form, Meeting.title, status, where_met()), who_met(), between=": ")


def meeting_date() -> ColumnElement[Any]:
    """When a meeting took place: in EDTF, else as the text words it."""
    return func.coalesce(Meeting.date_edtf, Meeting.date_text)


def where_met() -> ScalarSelect[Any]:
    """The place of a meeting."""
    return select(place_in_words()).where(Place.id == Meeting.place_id).correlate(Meeting).scalar_subquery()


def who_met() -> ScalarSelect[Any]:
    """The participants of a meeting: by name, else by office, body or state."""
    one, person, office, body, country = _aliases(MeetingParticipant, Person, Office, Organization, Country)
    state = func.coalesce(one.country_code, office.country_code, body.country_code)
    name = func.coalesce(person.name, office.title, body.name) + func.coalesce(" (" + state + ")", "")
    name = func.coalesce(name, country.name)
    return (
        select(listed(name, person.name.is_(None), name))
        .select_from(one)
        .outerjoin(person, person.id == one.person_id)
        .outerjoin(office, office.id == one.office_id)
        .outerjoin(body, body.id == one.organization_id)
        .outerjoin(country, country.code == one.country_code)
        .where(one.meeting_id == Meeting.id)
        .correlate(Meeting)
        .scalar_subquery()
    )


def agreement_in_words() -> ColumnElement[Any]:
    """An agreement: "Program of cooperation for 2022-2024, signed: Belarus; Russia"."""
    return joined(joined(Agreement.title, worded(furthest_step())), parties_of(), between=": ")


def furthest_step() -> ScalarSelect[Any]:
    """The current status of an agreement: its furthest step."""
    return _furthest(cast(AgreementStep.status, Text))


def agreement_date() -> ScalarSelect[Any]:
    """When the furthest step of an agreement was taken: in EDTF, else as the text words it."""
    return _furthest(func.coalesce(AgreementStep.date_edtf, AgreementStep.date_text))


def parties_of() -> ScalarSelect[Any]:
    """The parties of an agreement: the body, else the state."""
    one, body, country = _aliases(AgreementParty, Organization, Country)
    state = func.coalesce(one.country_code, body.country_code)
    name = func.coalesce(body.name + func.coalesce(" (" + state + ")", ""), country.name)
    return (
        select(listed(name))
        .select_from(one)
        .outerjoin(body, body.id == one.organization_id)
        .outerjoin(country, country.code == one.country_code)
        .where(one.agreement_id == Agreement.id)
        .correlate(Agreement)
        .scalar_subquery()
    )


def offices_of() -> ScalarSelect[Any]:
    """The offices in which the texts show a person."""
    return (
        select(listed(office_in_words(), between="; "))
        .select_from(Appointment)
        .join(Office, Office.id == Appointment.office_id)
        .where(Appointment.person_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )


def office_in_words() -> ColumnElement[Any]:
    """An office: its title, its body, and its state where the body does not say it."""
    one, state = _aliases(Organization, Country)
    body = select(one.name).where(one.id == Office.organization_id).correlate(Office).scalar_subquery()
    country = select(state.name).where(state.code == Office.country_code).correlate(Office).scalar_subquery()
    return joined(Office.title, body, unless_said(country, Office.title, body))


def attested() -> ScalarSelect[Any]:
    """In texts of when an appointment is shown: the first and the last date of publication, no finer than that.

    That is no term of office. In EDTF: 2022-01/2024-10-22.
    """
    first = func.array_agg(
        aggregate_order_by(Document.published_edtf, func.lower(Document.published_during), Document.published_edtf)
    )
    last = func.array_agg(
        aggregate_order_by(
            Document.published_edtf, func.upper(Document.published_during).desc(), Document.published_edtf.desc()
        )
    )
    start, end = (
        func.split_part(func.array_to_string(dates[1:1], ""), "/", part) for dates, part in ((first, 1), (last, -1))
    )
    return (
        select(joined(start, case((end != start, end)), between="/"))
        .select_from(Evidence)
        .join(Document, Document.id == Evidence.document_id)
        .where(Evidence.appointment_id == Appointment.id, Document.published_edtf.is_not(None))
        .correlate(Appointment)
        .scalar_subquery()
    )


def words_of(start: Any, end: Any, text: Any) -> ColumnElement[Any]:
    """The characters from ``start`` to before ``end`` of a text."""
    return func.substring(text, start + 1, end - start)


def _furthest(words: ColumnElement[Any]) -> ScalarSelect[Any]:
    order = case(_STEPS, value=AgreementStep.status)
    return (
        select(words)
        .where(AgreementStep.agreement_id == Agreement.id)
        .order_by(order.desc())
        .limit(1)
        .correlate(Agreement)
        .scalar_subquery()
    )


def _aliases(*tables: type[Any]) -> tuple[Any, ...]:
    return tuple(aliased(table) for table in tables)
