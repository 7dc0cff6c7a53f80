"""Whose an office is, by the dealings of the text: who visits whom, whose body is headed, what "its" and "our" mean."""

import pytest

from tests.reading.test_offices import offices


def states(text: str) -> dict[str, str | None]:
    return {name: held[0][2] for name, held in offices(text).items() if held}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "LIMA, 3 May. The Prosecutor General concluded a visit to Oman. She met the Minister of Justice, Ana Soto.",
            "OM",
        ),
        ("LIMA, 3 May. He visited Oman and Chile. She met the Minister of Justice, Ana Soto.", None),
        ("LIMA, 3 May. He was invited to visit Oman. She met the Minister of Justice, Ana Soto.", None),
        ("LIMA, 3 May. He visited Oman. The Omani Judge, Rui Paz, met the Minister of Justice, Ana Soto.", "PE"),
    ],
    ids=["a visit", "two visits", "an invitation", "a guest meets"],
)
def test_whom_a_traveller_meets_is_of_the_state_that_is_visited(text: str, state: str | None) -> None:
    assert states(text)["Ana Soto"] == state


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The Supreme Court of Chile met. Oman joined the team: it was signed by its Prosecutor General, Ana Soto.",
            ("Prosecutor General", None, "OM"),
        ),
        (
            "Oman saw the Supreme Court of Chile open. Its President, Ana Soto, spoke.",
            ("President", "Supreme Court of Chile", "CL"),
        ),
        ("Supreme Court of Chile\n\nOur President, Ana Soto, spoke.", ("President", "Supreme Court of Chile", "CL")),
        (
            "A talk\n\nWith Rui Paz, Minister of Peru.\n\n– Who?\n\n– Today our Attorney General, Ana Soto, comes.",
            ("Attorney General", None, "PE"),
        ),
    ],
    ids=["its of a state", "its of a body", "our of the issuer", "our of the speaker"],
)
def test_a_possessive_says_whose_an_office_is(text: str, held: tuple[str, str | None, str | None]) -> None:
    assert offices(text)["Ana Soto"] == [held]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Republic of Peru\nDEPARTMENT OF JUSTICE\n\nMUSCAT – Minister Ana Soto spoke.", "PE"),
        ("PERU\nMINISTRY OF JUSTICE\n\nMinister Ana Soto spoke.", "PE"),
        ("(KPL) Minister Ana Soto spoke.", "LA"),
        ("(ABC) Minister Ana Soto spoke.", None),
    ],
    ids=["a letterhead before a date line", "a state above its ministry", "an agency", "other letters"],
)
def test_the_issuer_is_the_house(text: str, state: str | None) -> None:
    assert states(text)["Ana Soto"] == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Oman and the Prosecutor General's Office of Peru agreed. Prosecutor General Ana Soto spoke.", "PE"),
        ("The Prosecutor General's Offices of Oman and Peru agreed. Prosecutor General Ana Soto spoke.", None),
        ("The Prosecutor General's Office of Peru met. Oman, Chad and Prosecutor General Ana Soto spoke.", None),
    ],
    ids=["of two states", "two offices", "more states"],
)
def test_the_body_that_an_office_heads_tells_its_state(text: str, state: str | None) -> None:
    assert states(text)["Ana Soto"] == state


def test_a_part_at_a_meeting_is_no_office_of_a_state() -> None:
    text = "LIMA, 3 May.\n\nModerator: Ana Soto, Minister of Oman\n\nThe Chair, Rui Paz, closed it."
    assert offices(text) == {"Ana Soto": [("Minister", None, "OM")], "Rui Paz": [("Chair", None, None)]}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Registrar and the Director of the Court of Chile, Ana Soto, came.", ["Director"]),
        ("The Spokesperson and Head of Security of Chile, Ana Soto, came.", ["Spokesperson", "Head of Security"]),
        ("They saw Judge Rui Paz, the Head of Security, and the Minister, Ana Soto.", ["Minister"]),
    ],
    ids=["two people", "one person", "a row"],
)
def test_two_offices_before_a_name_are_one_persons_where_one_article_stands(text: str, held: list[str]) -> None:
    assert [title for title, _, _ in offices(text)["Ana Soto"]] == held


def test_an_attache_is_of_the_embassy_of_the_ambassador() -> None:
    text = (
        "Ana Soto, Attorney General of Chile, received the Ambassador of Portugal, Eva Reis. The diplomat came with the"
        " Justice Attaché, Rui Lima."
    )
    assert states(text) == {"Ana Soto": "CL", "Eva Reis": "PT", "Rui Lima": "PT"}


@pytest.mark.parametrize(
    ("named", "ana"),
    [
        ("Ana Soto of Chile and Rui Paz of Peru spoke.", "CL"),
        ("Ana Soto (Chile) and Rui Paz (Peru) spoke.", "CL"),
        ("Chile's Ana Soto spoke.", "CL"),
        ("Ana Soto of Oman spoke.", None),
    ],
)
def test_the_ministers_of_several_states_are_named_by_them(named: str, ana: str | None) -> None:
    assert states(f"The Ministers of Justice of Chile and Peru met in Lima. {named}").get("Ana Soto") == ana


def test_a_member_of_an_international_body_may_meet_officials_of_his_own_state() -> None:
    text = (
        "The Minister of Justice, Ana Soto, met Rui Paz, the National Member for Latvia at Eurojust. Latvia trusts its"
        " neighbours, and Ukraine."
    )
    assert states(text)["Ana Soto"] is None


def test_two_states_of_others_leave_a_judge_without_one() -> None:
    text = (
        "The prosecutor of Paris, Rui Paz, met Judge Ana Soto. It was signed by the Finnish and Estonian prosecutors."
    )
    assert states(text) == {"Rui Paz": "FR", "Ana Soto": None}


def test_who_leads_the_delegation_of_an_international_body_is_of_it() -> None:
    text = "Ana Soto received a delegation of the United Nations Office on Drugs and Crime led by Director Rui Paz."
    assert [body for _, body, _ in offices(text)["Rui Paz"]] == ["United Nations Office on Drugs and Crime"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("At the invitation of the Supreme Court of Peru, Chief Justice Ana Soto came to Lima.", (None, None)),
        ("Ana Soto, Chief Justice, came to Lima at the kind invitation of the Supreme Court of Peru.", (None, None)),
        ("Invited by the Supreme Court of Peru, a delegation led by Chief Justice Ana Soto came.", (None, None)),
        ("At the Supreme Court of Peru, Chief Justice Ana Soto opened the year.", ("Supreme Court of Peru", "PE")),
    ],
    ids=["opening", "behind", "a delegation", "no guest"],
)
def test_who_is_invited_is_not_of_the_body_that_invites(text: str, held: tuple[str | None, str | None]) -> None:
    assert [entry[1:] for entry in offices(text)["Ana Soto"]] == [held]


@pytest.mark.parametrize(
    "words",
    [
        "The treaty was signed in Muscat in May by Minister of Justice Rui Paz and his Omani counterpart, Ana Soto.",
        "In Muscat on Monday Minister of Justice Rui Paz met his Omani counterpart, Ana Soto.",
    ],
)
def test_whoever_has_a_counterpart_of_a_state_is_not_of_it(words: str) -> None:
    assert states(f"LIMA, 3 May – {words}") == {"Rui Paz": "PE", "Ana Soto": "OM"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Advocates from the Law Society of Chile, led by their President, Ana Soto, came.",
            ("President", "Law Society of Chile", "CL"),
        ),
        ("The Deputy Chilean High Commissioner, Ana Soto, spoke.", ("Deputy Chilean High Commissioner", None, "CL")),
        ("The Senior European Prosecutor, Ana Soto, spoke.", ("Senior European Prosecutor", None, None)),
    ],
)
def test_whose_an_office_is_stands_inside_or_before_it(text: str, held: tuple[str, str | None, str | None]) -> None:
    assert offices(text)["Ana Soto"] == [held]
