"""Offices whose body or state stands elsewhere: in the same words, in a row, with a leader, in the part of a body."""

import pytest

from tests.reading.test_offices import offices

Held = list[tuple[str, str | None, str | None]]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The President of the Supreme Court of Chile came with the registrar of the same court, Ana Soto.",
            [("registrar", "Supreme Court of Chile", "CL")],
        ),
        (
            "The President of the Supreme Court of Chile came with the prosecutor at the same court, Ana Soto.",
            [("prosecutor", "Supreme Court of Chile", "CL")],
        ),
        (
            "They went to Eurojust. The Administrative Director of the agency, Ana Soto, spoke.",
            [("Administrative Director", "Eurojust", None)],
        ),
        ("The Head of the Legal Section of ECOWAS, Ana Soto, came.", [("Head", "Legal Section of ECOWAS", None)]),
        (
            "The UNODC Regional Representative for Eastern Africa, Ana Soto, came.",
            [("Regional Representative", "UNODC", None)],
        ),
        ("The adviser of the Minister, Ana Soto, came.", [("adviser", None, None)]),
        (
            "The Director of the State Department for Correctional Services, Ana Soto, came.",
            [("Director", "State Department for Correctional Services", None)],
        ),
        (
            "The Director of the Directorate of Criminal Investigations (DCI), Ana Soto, came.",
            [("Director", "Directorate of Criminal Investigations", None)],
        ),
        (
            "They met the Minister of Peru Rui Paz, the Minister for Trade and President of Eurojust Ana Soto.",
            [("Minister for Trade", None, None), ("President", "Eurojust", None)],
        ),
        ("The ambassadors of Peru and Chile, respectively Rui Paz and Ana Soto, came.", [("ambassador", None, "CL")]),
        ("Rui Paz and Ana Soto, respectively Ministers of Peru and Chile, came.", [("Minister", None, "CL")]),
        ("BELMOPAN – Minister for European Affairs Ana Soto came.", [("Minister for European Affairs", None, "BZ")]),
        (
            "The Ambassador of Chile, Rui Paz, and the Deputy Head of Mission, Ana Soto, came.",
            [("Deputy Head of Mission", None, "CL")],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_an_office_is_of_the_body_that_its_words_point_to(text: str, held: Held) -> None:
    assert offices(text)["Ana Soto"] == held


def test_a_given_name_that_is_a_city_too_ends_no_portfolio() -> None:
    assert offices("The Under Secretary for Political Affairs Victoria Soto came.") == {
        "Victoria Soto": [("Under Secretary for Political Affairs", None, None)]
    }
