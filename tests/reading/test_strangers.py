"""Who is not of a state that his sentence names: that of the official or body with whom it tells of him."""

import pytest

from archive.reading import read
from tests.reading.test_belonging import states
from tests.reading.test_offices import offices


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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Norwegian Prime Minister Nora Vik received Prime Minister Petra Lund in Oslo on Monday.", ["Petra Lund"]),
        (
            "Chilean President Ana Soto welcomed Peruvian Minister Rui Lima and Defence Minister Omar Paz in Santiago.",
            ["Omar Paz"],
        ),
        ("In Lima, Peruvian Justice Minister Rui Lima met with Justice Minister Petra Lund.", ["Petra Lund"]),
        ("It was signed in Muscat by Law Minister Ivo Petrov and his Omani counterpart Omar Paz.", ["Ivo Petrov"]),
        ("Minister Ivo Petrov met his counterparts from Chile and Oman, Ana Soto and Omar Paz.", ["Ivo Petrov"]),
        ("After a visit to Oman, Secretary General Petra Lund met Foreign Minister Rui Lima in Lima.", ["Rui Lima"]),
    ],
)
def test_whom_somebody_meets_at_home_need_not_be_of_it(text: str, who: list[str]) -> None:
    found = states(text)
    assert [name for name, state in found.items() if state is None and name in who] == who


@pytest.mark.parametrize(
    "text",
    [
        "The Embassy of France gave cars. Minister of Interior Ivo Petrov thanked them.",
        "Experts of the Ministry of Justice of Spain taught judges in Tirana. Minister Ivo Petrov opened the course.",
        "Minister Ivo Petrov said that the police had come. The Spanish National Police had arrested him.",
        "Chile hands over a prisoner. Attorney General Ivo Petrov said that the Supreme Court of Oman had asked.",
    ],
)
def test_who_stands_alone_is_not_of_the_state_whose_body_helps(text: str) -> None:
    assert states(text)["Ivo Petrov"] is None


def test_the_next_after_a_sentence_of_another_state_may_be_of_it() -> None:
    text = "Oslo, 3 May\n\nMinister Nora Vik spoke. A team of the Supreme Court of Kenya came. Judge Petra Lund sang."
    assert states(text) == {"Nora Vik": "NO", "Petra Lund": None}


def test_the_deputy_of_an_official_of_the_house_is_of_it_all_the_same() -> None:
    text = (
        "Oslo, 3 May\n\nProsecutor General of Norway Nora Vik received Judge Tom Reed of Kenya. "
        "They spoke. Deputy Prosecutor General Petra Lund attended."
    )
    assert states(text)["Petra Lund"] == "NO"


def test_a_state_that_labels_the_news_is_that_of_its_officials() -> None:
    text = "The Bahamas: Attorney General sees envoy\n\nAttorney General Nora Vik saw Judge Tom Reed of the UK."
    assert states(text)["Nora Vik"] == "BS"


def test_who_comes_along_on_a_journey_is_of_the_state_of_whom_he_comes_with() -> None:
    text = "The Norwegian Prime Minister, Nora Vik, is on a visit to India, accompanied by Minister Petra Lund."
    assert states(text) == {"Nora Vik": "NO", "Petra Lund": "NO"}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan Judge, Nora Vik, travelled to Lima and signed a treaty together with Minister Rui Lima of Peru.",
        "Kenyan Judge Nora Vik, who is visiting Peru, opened a workshop together with Minister Rui Lima.",
    ],
)
def test_with_whom_somebody_acts_on_a_journey_is_not_of_his_state(text: str) -> None:
    assert states(text)["Rui Lima"] != "KE"


def test_neither_the_label_nor_the_date_line_is_that_of_who_meets_somebody_said_to_be_of_it() -> None:
    text = "Ukraine: a visit\n\nMinister Petra Lund held talks with Judge Lev Bo of Ukraine. They spoke."
    assert states(text)["Petra Lund"] is None
    text = "SANTIAGO, 3 June 2025 – Chilean Justice Minister Rui Lima met Judge Petra Lund to discuss reform."
    (meeting,) = read(text).meetings
    assert [who.country for who in meeting.participants] == ["CL", None]


def test_the_association_of_a_bar_is_of_no_city() -> None:
    assert states("The President of the Bar Association, Petra Lund, spoke.") == {"Petra Lund": None}


@pytest.mark.parametrize(
    "text",
    [
        "At the invitation of the Prosecutor General, Ambassador Petra Lund visited the academy.",
        "After meeting the Prosecutor General, Ambassador Petra Lund left.",
        "Together with the Prosecutor General, Ambassador Petra Lund opened the seminar.",
        "For the Prosecutor General, Ambassador Petra Lund spoke.",
        "As requested by the Prosecutor General, Ambassador Petra Lund came.",
    ],
)
def test_the_office_in_a_phrase_that_opens_a_sentence_is_not_the_subjects(text: str) -> None:
    assert [post[0] for post in offices(text)["Petra Lund"]] == ["Ambassador"]


@pytest.mark.parametrize(
    "text",
    [
        "After meeting the Prosecutor General, Petra Lund, she left.",
        "On behalf of Peru it was signed by the Prosecutor General, Petra Lund.",
        "As Prosecutor General, Petra Lund signed.",
        "In Oslo, the Prosecutor General, Petra Lund, spoke.",
        "In Oslo the Prosecutor General, Petra Lund spoke.",
        "On Tuesday evening the Prosecutor General, Petra Lund met Judge Rui Paz.",
        "During the visit the Prosecutor General, Petra Lund left.",
        "The Prosecutor General, Petra Lund spoke.",
    ],
)
def test_an_office_and_a_name_that_commas_join_are_one(text: str) -> None:
    assert [post[0] for post in offices(text)["Petra Lund"]] == ["Prosecutor General"]
