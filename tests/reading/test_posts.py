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
            "They met Ana Soto, the Omani Prime Minister's Special Envoy for Justice.",
            [("Special Envoy for Justice", None, "OM")],
        ),
        (
            "The United Nations Secretary-General's Special Representative, Ana Soto, came.",
            [("Special Representative", "United Nations", None)],
        ),
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
        (
            "For the Supreme Court of Chile, it was signed by Ana Soto, Registrar.",
            [("Registrar", "Supreme Court of Chile", "CL")],
        ),
        (
            "Ana Soto, Registrar, signed it for the Supreme Court of Chile.",
            [("Registrar", "Supreme Court of Chile", "CL")],
        ),
        (
            "Minister Ana Soto signed it for the Supreme Court of Chile. Peru met Fiji.",
            [("Minister", None, None)],
        ),
        (
            "Rui Paz signed for the Peruvian side and Director Ana Soto for the Chilean side.",
            [("Director", None, "CL")],
        ),
        (
            "“Yes,” said Superintendent Ana Soto of the Chilean side.",
            [("Superintendent", None, "CL")],
        ),
        (
            "On the Peruvian side: Judge Rui Paz; on the Chilean, Judge Ana Soto.",
            [("Judge", None, "CL")],
        ),
        (
            "They met: of Peru, the Attorney General, Rui Paz; of Chile, the Registrar, Ana Soto.",
            [("Registrar", None, "CL")],
        ),
        (
            "Chile's Minister Rui Paz spoke. Mr Paz's Secretary, Ana Soto, will lead.",
            [("Secretary", None, "CL")],
        ),
        (
            "The Attorney General of Chile, Rui Paz, received Omar Diaz of Peru. Deputy Minister Ana Soto came.",
            [("Deputy Minister", None, "CL")],
        ),
        (
            "The Attorney General of Chile received a delegation headed by the Deputy Minister Ana Soto.",
            [("Deputy Minister", None, None)],
        ),
        (
            "The Peruvian Minister Rui Paz was received by Deputy Minister Ana Soto in Santiago.",
            [("Deputy Minister", None, "CL")],
        ),
        (
            "They praised the work of the Anticorruption Office of Chile, headed on an interim basis by Ana Soto.",
            [("head", "Anticorruption Office of Chile", "CL")],
        ),
        (
            "The Academy of Justice of Chile, whose rector Ana Soto spoke, is new.",
            [("rector", "Academy of Justice of Chile", "CL")],
        ),
        (
            "The Attorney General of Peru met guests from Chile, whose Attorney General, Ana Soto, spoke.",
            [("Attorney General", None, "CL")],
        ),
        (
            "The Attorney General of Chile, Mr Rui Paz, spoke. His predecessor, Ana Soto, came.",
            [("Attorney General", None, "CL")],
        ),
        (
            "The 2nd Investigation Division Head Ana Soto came.",
            [("Head", "2nd Investigation Division", None)],
        ),
        (
            "The liaison officer of the UK National Crime Agency in Lima, Ana Soto, came.",
            [("liaison officer", "National Crime Agency", "GB")],
        ),
        (
            "They visited the Secretariat of INTERPOL, where they were received by the Secretary General, Ana Soto.",
            [("Secretary General", "INTERPOL", None)],
        ),
        (
            "The Minister of Peru, Rui Paz, the Head of the Unit of Chile, Colonel Ana Soto, and others came.",
            [("Head", "Unit of Chile", "CL")],
        ),
        (
            "They elected Rui Paz, Registrar of Peru, as President, Ana Soto (Chile) as Secretary.",
            [("Secretary", None, "CL")],
        ),
        (
            "The press service of the Supreme Court of Chile reports: Registrar Ana Soto met Rui Paz of Peru.",
            [("Registrar", None, "CL")],
        ),
        (
            "The minister of Peru (Rui Paz) and the state secretary of Chile (Ana Soto) spoke.",
            [("state secretary", None, "CL")],
        ),
        (
            "The Minister of Peru, Rui Paz, and his colleague from Santiago, Ana Soto, signed it.",
            [("Minister", None, "CL")],
        ),
        (
            "The Minister of Peru, Rui Paz, and Ana Soto, her Chilean opposite number, signed it.",
            [("Minister", None, "CL")],
        ),
        (
            "The Minister of Peru, Rui Paz, spoke with his Chilean peer Ana Soto.",
            [("Minister", None, "CL")],
        ),
        (
            "The Chairman of the Supreme Court of Chile, retired Justice Ana Soto, came.",
            [("Chairman", "Supreme Court of Chile", "CL")],
        ),
        (
            "Peru's minister of trade Rui Paz and Chile's minister of transport Ana Soto came.",
            [("minister of transport", None, "CL")],
        ),
        (
            "Two new judges took the oath: Mr Rui Paz (Peru) and Ms Ana Soto (Chile).",
            [("judge", None, "CL")],
        ),
        (
            "Ministers of Justice from Peru, Rui Paz, and Chile, Ana Soto, came.",
            [("Minister of Justice", None, "CL")],
        ),
        (
            "The attorneys general of the two countries, namely Rui Paz of Peru and Ana Soto of Chile, met.",
            [("attorney general", None, "CL")],
        ),
        (
            "The Minister of Peru was assisted by Judge Rui Paz; the Minister of Chile by Judge Ana Soto.",
            [("Judge", None, "CL")],
        ),
        (
            "The Registrar, Ana Soto, received guests in Santiago. Peru thanked them.",
            [("Registrar", None, "CL")],
        ),
        (
            "The Ambassador of Peru to Chile, Rui Paz, called on the Minister of Justice, Ana Soto.",
            [("Minister of Justice", None, "CL")],
        ),
        (
            "The MP for Bawku East, Ana Soto, spoke.",
            [("MP", None, None)],
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


@pytest.mark.parametrize("farewell", ["With warm regards,", "Yours sincerely,", "Best wishes,", "Kind regards"])
def test_the_lines_under_a_farewell_say_who_wrote_a_letter(farewell: str) -> None:
    letter = f"A busy month\n\nOn 6 May I met the Minister of Justice of Peru.\n\n{farewell}\nAna Soto"
    assert offices(letter)["Ana Soto"] == []
    assert [title for title, _, _ in offices(f"{letter}\nAmbassador of Chile to Peru")["Ana Soto"]] == ["Ambassador"]


@pytest.mark.parametrize(
    "words",
    [
        "The adviser to the President Ana Soto came.",
        "The senior assistant of the Prosecutor General Ana Soto came.",
        "The chief of the cabinet of the Minister of Justice, Ana Soto, chaired the meeting.",
        "The wife of the Minister, Ana Soto, came.",
        "The interpreter of the Minister, Ana Soto, came.",
        "A delegation of the office of the Prosecutor General of Chile, headed by Ana Soto, came.",
    ],
)
def test_who_works_for_somebody_or_is_of_the_family_does_not_hold_the_office(words: str) -> None:
    assert [title for title, _, _ in offices(words)["Ana Soto"] if title != "Chief of Staff"] == []


@pytest.mark.parametrize(
    "words",
    [
        "The aide to President Ana Soto came.",
        "The wife of the President Ana Soto came.",
        "The bodyguard of the President Ana Soto came.",
        "A representative of the President Ana Soto came.",
        "The President, Ana Soto, came.",
    ],
)
def test_whom_somebody_works_for_holds_the_own_office(words: str) -> None:
    assert offices(words)["Ana Soto"] == [("President", None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "The Minister received the Ambassador of Peru, the Ambassador of Kenya and the Ambassador of Chile, Ana Soto.",
        "They received the Ambassador of Peru and Ambassador of Chile, Ana Soto.",
    ],
)
def test_offices_of_several_states_before_a_name_are_of_several_people(words: str) -> None:
    assert offices(words)["Ana Soto"] == [("Ambassador", None, "CL")]


@pytest.mark.parametrize("words", ["judge and prosecutor respectively", "a judge and a prosecutor"])
def test_two_offices_behind_two_names_are_not_those_of_the_second(words: str) -> None:
    assert offices(f"Rui Paz and Ana Soto, {words}, came.")["Ana Soto"] == []
