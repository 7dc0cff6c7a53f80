"""Who is not of a state that his sentence names: that of the official or body with whom it tells of him."""

import pytest

from archive.reading import read
from tests.reading.test_belonging import states


@pytest.mark.parametrize(
    "text",
    [
        "Attorney General Tom Reed said that the Attorney General of Belize had not answered.",
        "Chief Prosecutor Ivo Petrov wrote to the Chief Prosecutor of Austria.",
        "The Chief Prosecutor of Austria wrote to Chief Prosecutor Ivo Petrov.",
        "Justice Minister Nora Vik criticised the Supreme Court of Iceland.",
        "Prosecutor General Ana Soto has sent a request to the Prosecutor General's Office of Peru.",
        "Justice Minister Nora Vik thanked the Ministry of Justice of Oman.",
        "Judge Nora Vik praised the Agreement between the Prosecutor's Offices of Chile and of Oman.",
    ],
)
def test_an_office_is_not_of_the_state_of_whom_its_holder_deals_with(text: str) -> None:
    assert set(states(text).values()) == {None}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Attorney General Ruth Ode spoke. Then the Attorney General of Ghana thanked the hosts.", "GH"),
        ("As Attorney General of Ghana, Attorney General Ruth Ode signed.", "GH"),
        ("Minister of Justice Eva Berg presented the report of the Ministry of Justice of Latvia.", "LV"),
        ("Minister of Justice Eva Berg spoke for the Ministry of Justice of Latvia.", "LV"),
        ("KYIV, 3 May. Prosecutor General Lev Bo visited the Supreme Court of Ukraine.", "UA"),
        ("The Supreme Court of Ukraine met. Judge Lev Bo of the Supreme Court toured the Embassy of Ukraine.", "UA"),
    ],
)
def test_it_may_be_of_the_state_that_is_named_for_itself(text: str, state: str) -> None:
    assert set(states(text).values()) == {state}


def test_nobody_holds_the_office_of_whom_he_meets() -> None:
    (meeting,) = read("Baroness Petra Lund met the Attorney General of Kenya.").meetings
    assert [(who.person and who.person.name, who.country) for who in meeting.participants] == [
        ("Petra Lund", None),
        (None, "KE"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Lund, who will become Attorney General of Kenya in May, met Judge Ana Soto.",
        "Petra Lund is to be sworn in as Attorney General of Kenya.",
    ],
)
def test_nobody_holds_an_office_that_he_will_come_to(text: str) -> None:
    assert "Petra Lund" not in states(text)


def test_who_will_leave_an_office_holds_it() -> None:
    assert states("Petra Lund will be replaced as Attorney General of Kenya.") == {"Petra Lund": "KE"}
