"""How a row that several texts speak of takes its values: a function of the *set* of what they say.

Each text makes *claims*: "this organization is called so, has this acronym, belongs to that body". A row is computed
from all claims about it that stand in the archive, so neither the order of the texts nor their batches matter, a
claim made twice counts once, and a claim withdrawn leaves nothing behind. Values that belong together (a date, its
wording and its basis) are chosen together. A name that is chosen has typographic apostrophes, whichever the texts
have, so that equal names compare as equal; the written forms stay as they are written.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from archive.folding import fold
from archive.loading.dates import precision
from archive.loading.identity import key
from archive.values import SUBJECTS, DateBasis, MeetingKind, MeetingStatus, OrganizationKind, ParticipantRole

Value = str | None
Content = Mapping[str, Value | Sequence[str]]
Values = tuple[Value, ...]
Rank = Callable[[Values], Any]

NAMES = "names"  # The key of a claim under which all written forms stand.


_APOSTROPHE = re.compile(r"(?<=\w)['`´‘ʼ](?=\w)|(?<=\ws)['`´](?= \w)")  # O'Neil, Prosecutors' Office


@dataclass(frozen=True, slots=True)
class Choice:
    """Columns that are chosen together, and the order in which the better values come first."""

    columns: tuple[str, ...]
    rank: Rank


def _smallest(values: Values) -> Any:
    """Most values given, then the smallest."""
    return (sum(value is None for value in values), tuple(value or "" for value in values))


def _fullest_name(values: Values) -> Any:
    """A name with its diacritics rather than without, in mixed case rather than in capitals, then the longest."""
    name = values[0]
    if name is None:
        return (True,)
    accented = sum(letter.isalpha() and not letter.isascii() for letter in name)
    return (False, -accented, name.isupper() or name.islower(), -len(name), name)


def _as_shown(values: Values) -> Values:
    """The same names, with one apostrophe."""
    return tuple(value and _APOSTROPHE.sub("’", value) for value in values)


def _most_precise_date(values: Values) -> Any:
    """The most precise date, then one that a text states over one that is counted, then the smallest."""
    text, edtf, basis = values
    known = (False, precision(edtf), edtf) if edtf is not None else (True, 0, "")
    return (*known, _place(DateBasis, basis), text is None, -len(text or ""), text or "")


def _in_order_of(enumeration: Iterable[str]) -> Rank:
    order = [str(value) for value in enumeration]

    def rank(values: Values) -> Any:
        return (_place(order, values[0]), values[0] or "")

    return rank


def _place(order: Iterable[str], value: Value) -> int:
    places = [str(each) for each in order]
    return places.index(value) if value in places else len(places)


def _date(prefix: str) -> Choice:
    return Choice((f"{prefix}_text", f"{prefix}_edtf", f"{prefix}_basis"), _most_precise_date)


def _each(*columns: str) -> tuple[Choice, ...]:
    return tuple(Choice((column,), _smallest) for column in columns)


_NAME = Choice(("name",), _fullest_name)
_TITLE = Choice(("title",), _fullest_name)
_FURTHEST = _in_order_of(reversed(MeetingStatus))
_ORGANIZATION_KIND = _in_order_of(OrganizationKind)  # OTHER stands last.
_ROLE = _in_order_of(
    (
        ParticipantRole.HOST,
        ParticipantRole.CHAIR,
        ParticipantRole.SPEAKER,
        ParticipantRole.GUEST,
        ParticipantRole.PARTICIPANT,
    )
)

CHOICES: Mapping[str, tuple[Choice, ...]] = {
    "sources": _each("name", "url"),
    "places": (_NAME, *_each("name_key", "country_code")),
    "persons": (_NAME, *_each("name_key")),
    "organizations": (
        _NAME,
        *_each("name_key", "acronym", "country_code", "part_of_id"),
        Choice(("kind",), _ORGANIZATION_KIND),
    ),
    "offices": (_TITLE, *_each("title_key", "organization_id", "country_code")),
    "meetings": (
        _TITLE,
        *_each("place_id", "part_of_id"),
        Choice(("kind",), _in_order_of(MeetingKind)),
        Choice(("status",), _FURTHEST),
        _date("date"),
    ),
    "meeting_participants": (
        *_each("meeting_id", "person_id"),
        Choice(("office_id", "organization_id", "country_code"), _smallest),
        Choice(("role",), _ROLE),
    ),
    "agreements": (_TITLE, *_each("kind", "part_of_id"), _date("term")),
    "agreement_parties": (
        *_each("agreement_id", "role", "organization_id", "country_code"),
        Choice(("signatory_id", "signatory_office_id"), _smallest),
    ),
    "agreement_steps": (*_each("agreement_id", "status", "meeting_id"), _date("date")),
}


# The columns of every table whose rows several documents may speak of.
SHARED: Mapping[str, tuple[str, ...]] = {
    table: ("id", *(column for choice in CHOICES[table] for column in choice.columns)) for table in SUBJECTS
}
NAME_TABLES = {"persons": "person_names", "organizations": "organization_names"}


def merge(table: str, claims: Iterable[Content]) -> dict[str, Value]:
    """The values of a row of this table, from everything that is claimed about it."""
    claims = list(claims)
    row: dict[str, Value] = {}
    for choice in CHOICES[table]:
        said: set[Values] = {tuple(_value(claim.get(column)) for column in choice.columns) for claim in claims}
        if choice.rank is _fullest_name:
            said = {_as_shown(values) for values in said}
        # To rank one value alone would be wasted, and a date is slow to rank.
        best: Values = min(said, key=choice.rank) if len(said) > 1 else next(iter(said))
        row.update(zip(choice.columns, best, strict=True))
    return row


def names(claims: Iterable[Content]) -> set[str]:
    """All written forms of a thing, from everything that is claimed about it."""
    return {name for claim in claims for name in claim.get(NAMES) or ()}


def shared_row(table: str, subject_id: UUID, claims: Iterable[Content]) -> tuple[UUID | str | None, ...]:
    """The row of a thing in the order of `SHARED`, from everything that is claimed about it."""
    values = merge(table, claims)
    return (subject_id, *(_typed(column, values[column]) for column in SHARED[table][1:]))


def name_rows(table: str, subject_id: UUID, claims: Iterable[Content]) -> list[tuple[UUID | str, ...]]:
    """The rows of all written forms of a thing: id, thing, form, folded form."""
    sort = table.removesuffix("s")
    return [(key(sort, subject_id, name), subject_id, name, fold(name)) for name in sorted(names(claims))]


def _typed(column: str, value: Value) -> UUID | str | None:
    return UUID(value) if value is not None and column.endswith("_id") else value


def _value(value: Value | Sequence[str]) -> Value:
    if value is None or isinstance(value, str):
        return value
    raise TypeError(f"a claim holds text, not {value!r}")
