"""How a row of the archive shows itself to somebody who prints it."""

from uuid import UUID

import pytest

from archive.models import Base, Country, Meeting, MeetingParticipant, Person
from archive.values import MeetingKind

ID = UUID(int=7)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        pytest.param(Person(id=ID, name="Ann O\u2019Neil"), f"<Person 'Ann O\u2019Neil' {ID}>", id="by-name"),
        pytest.param(Country(code="BZ", name="Belize"), "<Country 'Belize' BZ>", id="by-name-and-code"),
        pytest.param(Meeting(id=ID, kind=MeetingKind.VISIT), f"<Meeting 'visit' {ID}>", id="by-kind"),
        pytest.param(MeetingParticipant(id=ID), f"<MeetingParticipant {ID}>", id="by-id-alone"),
        pytest.param(Person(), "<Person None>", id="nothing-known-yet"),
    ],
)
def test_a_row_is_shown_by_what_is_loaded_of_it(row: Base, shown: str) -> None:
    assert repr(row) == shown
