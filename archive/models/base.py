"""What all tables share: the names of constraints, the vocabulary of columns, dates and spans.

The naming convention comes first because a name cannot be changed for free once a migration has used it. Keys and
indexes get the names that PostgreSQL itself would give, so that a statement typed in psql and one written here agree.
A CHECK is named as the rule it states: the error of the database then reads as a sentence.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    CHAR,
    CheckConstraint,
    Computed,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    Table,
    Text,
    Uuid,
    func,
    inspect,
)
from sqlalchemy.dialects.postgresql import DATERANGE, TIMESTAMP, Range
from sqlalchemy.orm import DeclarativeBase, Mapped, Relationship, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

from archive import values

SCHEMA = "archive"

NAMING_CONVENTION = {
    "pk": "%(table_name)s_pkey",
    "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
    "uq": "%(table_name)s_%(column_0_N_name)s_key",
    "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    "ck": "%(constraint_name)s",
}


class Enumeration(TypeDecorator[StrEnum]):
    """A closed list of words: text in the database, a StrEnum in Python. `one_of` adds the CHECK."""

    impl = Text
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The word to store; a word that is not on the list is refused here already."""
        return None if value is None else self.members(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """The member that a stored word stands for."""
        return None if value is None else self.members(value)


def _closed_lists() -> dict[type[StrEnum], Enumeration]:
    found = (value for value in vars(values).values() if isinstance(value, type) and issubclass(value, StrEnum))
    return {members: Enumeration(members) for members in found if members is not StrEnum}


class Base(DeclarativeBase):
    """The declarative base of every table of the archive."""

    metadata = MetaData(schema=SCHEMA, naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        UUID: Uuid(),
        datetime: TIMESTAMP(timezone=True),
        Range[date]: DATERANGE(),
        **_closed_lists(),
    }

    def __repr__(self) -> str:
        """The thing by its name and its key, of what is loaded: nothing is asked of the database."""
        loaded, mapper = inspect(self).dict, inspect(type(self))
        keys = [mapper.get_property_by_column(column).key for column in mapper.primary_key]
        names = [name for name in _NAMES if name in loaded and name not in keys][:1]
        said = [repr(str(loaded[name])) for name in names] + [str(loaded.get(key)) for key in keys]
        return f"<{type(self).__name__} {' '.join(said)}>"


_NAMES = ("name", "title", "label", "slug", "kind", "status", "role")  # the first that a thing has

COMPUTED_ID = "Computed from the natural key (UUIDv5): the same on every machine, whatever the order of loading."

Id = Annotated[UUID, mapped_column(primary_key=True, comment=COMPUTED_ID)]
LogId = Annotated[
    UUID,
    mapped_column(primary_key=True, server_default=func.gen_random_uuid(), comment="Drawn at random: a log entry."),
]

# For the ``info`` of a table that holds what the loader and the database keep for themselves.
INTERNAL: dict[Any, Any] = {"internal": True}


def is_internal(table: Table) -> bool:
    """Whether no question needs this table: a page about the schema sets it apart, and an export leaves it out."""
    return bool(table.info.get("internal"))


# A part goes with its whole (CASCADE); a thing that others refer to cannot go before them (RESTRICT).
CountryCode = Annotated[str, mapped_column(CHAR(2), ForeignKey("countries.code", ondelete="RESTRICT"))]
PlaceId = Annotated[UUID, mapped_column(ForeignKey("places.id", ondelete="RESTRICT"))]
PersonId = Annotated[UUID, mapped_column(ForeignKey("persons.id", ondelete="RESTRICT"))]
OrganizationId = Annotated[UUID, mapped_column(ForeignKey("organizations.id", ondelete="RESTRICT"))]
OfficeId = Annotated[UUID, mapped_column(ForeignKey("offices.id", ondelete="RESTRICT"))]
MeetingId = Annotated[UUID, mapped_column(ForeignKey("meetings.id", ondelete="RESTRICT"))]
TopicSlug = Annotated[str, mapped_column(ForeignKey("topics.slug", ondelete="RESTRICT"))]
PartOfDocument = Annotated[
    UUID,
    mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), comment="The document whose text is pointed at."),
]
StartChar = Annotated[
    int, mapped_column(comment="Where the words start: characters of the document's text before them (0 = the first).")
]
EndChar = Annotated[int, mapped_column(comment="Where the words end: the first character after them.")]


def to_one(back_populates: str, **options: Any) -> Relationship[Any]:
    """The one row a foreign key points at. Nothing is loaded unasked."""
    return relationship(back_populates=back_populates, lazy="raise", **options)


def to_many(back_populates: str, **options: Any) -> Relationship[Any]:
    """The rows that point here. Nothing is loaded unasked; what a deletion takes along is the database's matter."""
    return relationship(back_populates=back_populates, lazy="raise", passive_deletes="all", **options)


def one_of(column: str, members: type[StrEnum]) -> CheckConstraint:
    """The CHECK that holds a text column to a closed list."""
    words = ", ".join(f"'{member.value}'" for member in members)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_is_known")


def not_blank(*columns: str) -> tuple[CheckConstraint, ...]:
    """CHECKs that each column, where it is given, has at least one visible character."""
    return tuple(CheckConstraint(rf"{column} ~ '\S'", name=f"{column}_is_not_blank") for column in columns)


def span_rules() -> tuple[CheckConstraint, ...]:
    """CHECKs on a span; that it ends inside its text is a trigger, see ``rules/spans.sql``."""
    return (
        CheckConstraint("start_char >= 0", name="starts_in_text"),
        CheckConstraint("end_char > start_char", name="ends_after_start"),
    )


def bounds_of(name: str) -> Computed:
    """The first and last day of an EDTF column: computed by the database, so the two cannot disagree."""
    return Computed(f"archive.edtf_range({name}_edtf)", persisted=True)


def date_rules(name: str, *, worded: bool = True) -> tuple[CheckConstraint | Index, ...]:
    """CHECKs and the index of the date columns ``{name}_*``; ``worded`` ones have a wording and a basis, too."""
    rules: tuple[CheckConstraint | Index, ...] = (
        # edtf_range gives nothing for what is no date and for an interval that ends before it starts.
        CheckConstraint(f"({name}_edtf IS NULL) = ({name}_during IS NULL)", name=f"{name}_edtf_is_a_date"),
        Index(None, f"{name}_during", postgresql_using="gist"),
    )
    if not worded:
        return rules
    return (
        *rules,
        *not_blank(f"{name}_text"),
        one_of(f"{name}_basis", values.DateBasis),
        CheckConstraint(f"({name}_text IS NULL) = ({name}_basis IS NULL)", name=f"{name}_has_wording_and_basis"),
        CheckConstraint(
            f"({name}_edtf IS NULL) = ({name}_basis IS NULL OR {name}_basis = 'unresolved')",
            name=f"{name}_is_resolved_or_says_so",
        ),
    )


class Dated:
    """The columns that say when something happened, as precisely as the text and no more."""

    date_text: Mapped[str | None] = mapped_column(
        comment='The date as the text words it, such as "last year".', sort_order=10
    )
    date_edtf: Mapped[str | None] = mapped_column(
        comment="The date in EDTF (ISO 8601-2): YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B; null while unresolved.",
        sort_order=11,
    )
    date_during: Mapped[Range[date] | None] = mapped_column(
        bounds_of("date"),
        comment="From the first possible day to the last one; computed from date_edtf.",
        sort_order=12,
    )
    date_basis: Mapped[values.DateBasis | None] = mapped_column(
        comment="What the date rests on: explicit (stated), relative (counted from the day of publication), "
        "document (the text's own date line) or unresolved (words only).",
        sort_order=13,
    )
