"""For which state somebody stands, by the words beside the name."""

import pytest

from tests.reading.test_belonging import states
from tests.reading.test_offices import offices

_PLAIN = "They met in May.\n\n"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("On the part of Oman, the Director Ana Soto came.", "OM"),
        ("Oman will send its Deputy Prosecutor General, Ana Soto.", "OM"),
        ("The chair went to Oman in the person of Judge Ana Soto.", "OM"),
        ("His Omani guest, Judge Ana Soto, smiled.", "OM"),
        ("Director Ana Soto will lead the Omani experts.", "OM"),
        ("Director Ana Soto chaired, via video link, the Omani side of the commission.", "OM"),
        ("Director Ana Soto presided over the Omani delegation.", "OM"),
        ("The delegation of Oman is made up as follows: Director Ana Soto; Judge Rui Paz.", "OM"),
        ("Oman (Ana Soto, Director) spoke.", "OM"),
        ("Rui Paz left for Muscat, where he met Judge Ana Soto.", "OM"),
        ("Rui Paz will fly to Oman in May to see the Minister of Justice, Ana Soto.", "OM"),
        ("Back from Oman, Director Ana Soto spoke.", None),
        ("Director Ana Soto led the Omani exporters a dance.", None),
        ("Director Ana Soto headed on Monday to Oman.", None),
        ("Director Ana Soto led in the arbitration against Oman.", None),
        ("Director Ana Soto led inquiries in Oman.", None),
        ("Rui Paz left Oman to meet Judge Ana Soto.", None),
        ("Rui Paz went to Brussels to meet Commissioner Ana Soto.", None),
    ],
)
def test_who_stands_for_a_state_is_of_it(text: str, state: str | None) -> None:
    assert states(_PLAIN + text)["Ana Soto"] == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Ana Soto was Director of Public Prosecutions in Muscat.", "OM"),
        ("The Prosecutor of Milan, Ana Soto, spoke.", "IT"),
        ("Rui Paz went to Oman and met the Minister of Justice of that country, Ana Soto.", "OM"),
        ("Ana Soto was liaison magistrate in Muscat.", None),
        ("Ana Soto was Director of Public Prosecutions in Brussels.", None),
    ],
)
def test_where_an_office_is_tells_its_state(text: str, state: str | None) -> None:
    assert states(_PLAIN + text)["Ana Soto"] == state


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Justice of Peru met with his counterparts from Oman, Ana Soto, and Chile, Rui Paz.",
        "The Minister of Justice of Peru met with her counterparts from Oman and Chile, Ana Soto and Rui Paz.",
        "The Minister of Justice of Peru met with her counterparts Ana Soto of Oman and Rui Paz of Chile.",
        "The Omani and Chilean Ministers of Justice, Ana Soto and Rui Paz, met.",
        "Minister of Justice Ana Soto of Oman and Rui Paz, who holds the same post in Chile, met.",
    ],
)
def test_each_of_several_counterparts_is_of_his_own_state(text: str) -> None:
    held = offices(_PLAIN + text.replace("Peru met", "Peru, Eva Gil, met"))
    assert held["Ana Soto"] == [("Minister of Justice", None, "OM")]
    assert held["Rui Paz"] == [("Minister of Justice", None, "CL")]


def test_a_row_of_cells_tells_who_is_what() -> None:
    text = "Delegates\n\nOman (guest)\tMs Ana Soto\tDirector\nUNODC\tMr Rui Paz\tExpert\n"
    assert offices(text) == {"Ana Soto": [("Director", None, "OM")], "Rui Paz": [("Expert", "UNODC", None)]}


@pytest.mark.parametrize("aside", [" (left)", " (second from right)", "*"])
def test_a_caption_and_a_footnote_stand_between_no_name_and_office(aside: str) -> None:
    text = f"{_PLAIN}Ana Soto{aside}, Director of the Supreme Court of Oman, spoke."
    assert offices(text)["Ana Soto"] == [("Director", "Supreme Court of Oman", "OM")]


@pytest.mark.parametrize(
    ("verb", "title"),
    [("heads", "head"), ("coordinates", "coordinator"), ("who directs", "director"), ("runs", "head")],
)
def test_who_heads_a_body_is_called_so(verb: str, title: str) -> None:
    text = f"{_PLAIN}Ms Ana Soto, {verb} the Supreme Court of Oman, spoke.".replace("Soto, h", "Soto h")
    assert offices(text)["Ana Soto"] == [(title, "Supreme Court of Oman", "OM")]
