"""Officials in the styles of many houses: who holds which office, of which body and state."""

import pytest

from tests.reading.test_offices import offices


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "The Prosecutor General of the Republic, Ana Soto, spoke.",
            "Ana Soto",
            ("Prosecutor General of the Republic", None, None),
        ),
        (
            "State Counsels Mr Omar Diaz and Ms Ana Soto from Seychelles came.",
            "Omar Diaz",
            ("State Counsel", None, "SC"),
        ),
        (
            "They met Judges Ana Silva, Omar Diaz and Pete Adams of the Supreme Court of Chile.",
            "Ana Silva",
            ("Judge", "Supreme Court of Chile", "CL"),
        ),
        (
            "The Supreme Court of Laos (SCL) met. Ana Soto, director-general of the SCL's research department, spoke.",
            "Ana Soto",
            ("director-general", None, "LA"),
        ),
        (
            "The Appeal Court of Chile met. On behalf of us, Judge Ana Soto, of the Peruvian Ministry of Labor, sat.",
            "Ana Soto",
            ("Judge", "Peruvian Ministry of Labor", "PE"),
        ),
    ],
    ids=["of the Republic", "from a state", "of a court", "a body's department", "no body of another sentence"],
)
def test_who_holds_what(text: str, name: str, office: tuple[str, str | None, str | None]) -> None:
    assert offices(text)[name] == [office]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "The Court of Cassation of Chile met. The court's chief justice, Ana Soto, spoke.",
            "Ana Soto",
            ("chief justice", "Court of Cassation of Chile", "CL"),
        ),
        (
            "The Bureau of Investigation of Chile met. Ana Soto, the director of the bureau, spoke.",
            "Ana Soto",
            ("director", "Bureau of Investigation of Chile", "CL"),
        ),
        (
            "The Court of Cassation of Chile met. The ministry's spokesman, Omar Diaz, spoke.",
            "Omar Diaz",
            ("spokesman", None, "CL"),
        ),
        (
            "The guests were received at the Supreme Court of Chile by Justice Ana Soto.",
            "Ana Soto",
            ("Justice", "Supreme Court of Chile", "CL"),
        ),
        (
            "Guests came to the Supreme Court of Chile. They were greeted later by Justice Ana Soto.",
            "Ana Soto",
            ("Justice", None, None),
        ),
        (
            "Ana Soto, who is also a member of the National Assembly of Chile, spoke.",
            "Ana Soto",
            ("member", "National Assembly of Chile", "CL"),
        ),
        (
            "Ruth Mbewe spoke, and Ruth Mbewe also chairs the Bar Council of Malawi.",
            "Ruth Mbewe",
            ("chair", "Bar Council of Malawi", "MW"),
        ),
        (
            "Justice Minister Ivo Kos met Chile's Justice Minister Ana Soto and received Peru's Luz Paredes.",
            "Luz Paredes",
            ("Justice Minister", None, "PE"),
        ),
        (
            "The panel included prosecutors Ulla Berg (Sweden) and Piet Jansen (the Netherlands).",
            "Piet Jansen",
            ("prosecutor", None, "NL"),
        ),
        (
            "Guests:\n\nMs Ruth Mbewe\nRegistrar\nSupreme Court of Zambia\n\nThat was all.",
            "Ruth Mbewe",
            ("Registrar", "Supreme Court of Zambia", "ZM"),
        ),
        (
            "Government of Kenya\n\nPRESS RELEASE\n\nThe Solicitor General, Ruth Mbewe, met Chile and Peru.",
            "Ruth Mbewe",
            ("Solicitor General", None, "KE"),
        ),
    ],
    ids=[
        "a body's head",
        "a head of a body",
        "no body of another kind",
        "received at a court",
        "received elsewhere",
        "a member",
        "who chairs",
        "the like office of another state",
        "states in brackets",
        "a signature of three lines",
        "a letterhead",
    ],
)
def test_what_stands_beside_an_office_tells_whose_it_is(
    text: str, name: str, office: tuple[str, str | None, str | None]
) -> None:
    assert office in offices(text)[name]


def test_who_is_named_by_a_state_holds_nothing_where_the_others_hold_different_offices() -> None:
    text = "Justice Minister Ivo Kos met Speaker Ana Soto of Chile and received Peru's Luz Paredes."
    assert offices(text)["Luz Paredes"] == []


def test_a_counterpart_of_one_with_two_offices_holds_the_first() -> None:
    text = "The Minister of Justice and Keeper of the Seals, Ivo Kos, and his Chilean counterpart, Ana Soto, spoke."
    assert offices(text)["Ana Soto"] == [("Minister of Justice", None, "CL")]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Ana Soto, the national anti-mafia prosecutor of Italy, spoke.",
            ("national anti-mafia prosecutor", None, "IT"),
        ),
        ("Peruvian police spokesperson Ana Soto spoke.", ("police spokesperson", None, "PE")),
        ("Ana Soto, second secretary of the embassy of Chile, spoke.", ("second secretary", "embassy of Chile", "CL")),
        (
            "The Supreme Court of Chile met. Court president Ana Soto spoke.",
            ("president", "Supreme Court of Chile", "CL"),
        ),
        ("Ana Soto, Justice of the Supreme Court of Chile, spoke.", ("Justice", "Supreme Court of Chile", "CL")),
        ("The guests heard prosecutor Ana Soto of Chile.", ("prosecutor", None, "CL")),
        (
            "The Director of Criminal Affairs and Pardons of Chile, Ana Soto, spoke.",
            ("Director of Criminal Affairs and Pardons", None, "CL"),
        ),
        (
            "Chile's Minister of Police and Public Safety, Ana Soto, spoke.",
            ("Minister of Police and Public Safety", None, "CL"),
        ),
        (
            "Chile: Justice and Prison Affairs Minister Ana Soto spoke.",
            ("Justice and Prison Affairs Minister", None, "CL"),
        ),
    ],
)
def test_the_words_before_a_title_that_belong_to_it_are_read_with_it(
    text: str, office: tuple[str, str | None, str | None]
) -> None:
    assert offices(text)["Ana Soto"] == [office]


@pytest.mark.parametrize(
    "text",
    [
        "JUDr. Ana Soto, Ph.D., Supreme State Attorney of Chile, spoke.",
        "The Supreme State Attorney of Chile, Dr. Ir. Ana Soto, S.H., M.H., spoke.",
        "Ana Soto, S.H., M.H., Supreme State Attorney of Chile, spoke.",
        "Lt-Gen. Ana Soto, Supreme State Attorney of Chile, spoke.",
    ],
)
def test_degrees_and_ranks_beside_a_name_are_no_part_of_it(text: str) -> None:
    assert offices(text) == {"Ana Soto": [("Supreme State Attorney", None, "CL")]}


def test_an_office_named_again_without_its_state_is_the_same() -> None:
    text = "The Australian Ambassador to Chile, Ana Soto, came to Lima. Ambassador Soto spoke."
    assert offices(text) == {"Ana Soto": [("Ambassador", None, "AU")]}


def test_an_official_of_a_body_of_the_house_stays_so_in_a_city_abroad() -> None:
    text = (
        "Guests came\n\nLISBON, 5 May 2024 – The head of the Federal Asset Office, Ana Soto, spoke.\n\n"
        "A text was signed in Lima by the former head of the Federal Asset Office, Omar Diaz."
    )
    assert offices(text)["Omar Diaz"] == [("head", "Federal Asset Office", "PT")]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("In Oslo, Secretary Ana Soto met Minister Omar Paz.", {"Ana Soto": None, "Omar Paz": "NO"}),
        ("While in Oslo, Secretary Ana Soto spoke. Judge Rui Lima of Peru came.", {"Ana Soto": None, "Rui Lima": "PE"}),
        ("Prosecutors of the Fraud Bureau said Chile knew. Judge Ana Soto met Chile.", {"Ana Soto": None}),
        (
            "Secretary Ana Soto met the Omani Minister Rui Lima. Chile and Oman are friends.",
            {"Ana Soto": "CL", "Rui Lima": "OM"},
        ),
        (
            "Secretary Ana Soto met the Omani Minister Rui Lima. They spoke of Chile.",
            {"Ana Soto": None, "Rui Lima": "OM"},
        ),
        ("Secretary Ana Soto spoke. Iran violated the Treaty.", {"Ana Soto": None}),
        ("Secretary Ana Soto spoke. Chile strongly condemns the attack.", {"Ana Soto": "CL"}),
        ("The FBI spoke. Director Ana Soto did not. The accused fled to Haiti.", {"Ana Soto": "US"}),
        (
            "The Fraud Bureau hosted Zambian officers. Director Ana Soto spoke. The Malawi Police Service came.",
            {"Ana Soto": "MW"},
        ),
        (
            "Chilean workers know their rights, said Deputy Prosecutor General Ana Soto. Peru and Oman agreed.",
            {"Ana Soto": None},
        ),
        ("Attorney General Omar Paz, who signed for Qatar, said that Oman agreed.", {"Omar Paz": "QA"}),
        ("Omar Paz, Attorney General, signed on behalf of Malaysia with Oman.", {"Omar Paz": "MY"}),
        ("Present:\n\n- Ana Soto, Senior Public Prosecutor, Graz (Austria)\n- Rui Lima of Peru", {"Ana Soto": "AT"}),
        (
            "The Ministry of Justice of Fiji met. The delegation of Peru was led by its Attorney General, Ana Soto.",
            {"Ana Soto": "PE"},
        ),
    ],
    ids=[
        "who is met in a city",
        "who only stays in a city",
        "a state that is met",
        "one of two states that meet",
        "a state that is spoken of",
        "a state that does something",
        "a state that takes a stand",
        "a body that everybody knows",
        "the host",
        "whom people are spoken of by",
        "who signed for a state",
        "on behalf of a state",
        "a city with its state",
        "its office",
    ],
)
def test_an_official_has_no_state_that_nothing_ties_to_him(text: str, states: dict[str, str | None]) -> None:
    found = {name: posts[0][2] for name, posts in offices(text).items() if posts}
    assert states.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Asset Unit (AU), headed by Adv Omar Paz SC, met.", [("head", "Asset Unit", None)]),
        ("The Fraud Commission is chaired by Mr Omar Paz.", [("chair", "Fraud Commission", None)]),
        ("A delegation of the Fraud Bureau of Chile, headed by Omar Paz, came.", []),
        (
            "The Public Ministry (MP) of Chile met. The Secretary of Policy of the MP, Omar Paz, spoke.",
            [("Secretary of Policy", "Public Ministry", "CL")],
        ),
    ],
    ids=["headed by", "chaired by", "a delegation", "letters of a body"],
)
def test_a_body_gives_its_office(text: str, held: list[tuple[str, str | None, str | None]]) -> None:
    assert offices(text)["Omar Paz"] == held


def test_an_officer_of_a_company_is_not_of_the_state_that_speaks_of_him() -> None:
    found = offices("OSLO, 4 May — Judge Ana Soto fined Omar Paz, CEO of a bank.")
    assert {name: posts[0][2] for name, posts in found.items()} == {"Ana Soto": "NO", "Omar Paz": None}


def test_an_officer_of_an_international_body_stays_so_where_the_title_stands_alone() -> None:
    found = offices("OSLO, 4 May — INTERPOL Secretary General Ana Soto came. Secretary General Soto spoke.")
    assert [country for _, _, country in found["Ana Soto"]] == [None]


def test_whom_a_sentence_counts_among_a_delegation_is_of_its_state() -> None:
    found = offices(
        "OSLO, 4 May — Minister of Justice Eva Holm received a delegation of the Supreme Court of Chile, led by its "
        "President, Ana Soto. The delegation included Secretary of the Supreme Court Omar Paz and Judge Rui Lima."
    )
    assert {name: posts[0][2] for name, posts in found.items()} == {
        "Eva Holm": "NO",
        "Ana Soto": "CL",
        "Omar Paz": "CL",
        "Rui Lima": "CL",
    }


def test_the_last_word_of_an_office_behind_a_name_is_nobody() -> None:
    found = offices("Ann Lee, Head of Serious Casework, said so. Rui Lima, Prosecutor Ana Soto, and others left.")
    assert set(found) == {"Ann Lee", "Rui Lima", "Ana Soto"}


def test_a_visit_to_a_state_is_not_paid_by_its_own_people() -> None:
    found = offices("Chile welcomed the visit to Peru by Chairman Omar Paz. Oman came.")
    assert found["Omar Paz"] == [("Chairman", None, None)]


def test_two_offices_of_one_person_are_not_of_who_holds_the_first_in_another_state() -> None:
    text = (
        "The Attorney General of Chile, Omar Paz, met the Attorney General and Head of the Prosecution Service of "
        "Peru, Ana Soto."
    )
    assert [(title, state) for title, _, state in offices(text)["Ana Soto"]] == [
        ("Attorney General", "PE"),
        ("Head", "PE"),
    ]


def test_where_somebody_is_from_is_no_part_of_his_name() -> None:
    assert list(offices("They met Tennessee-based Judge Omar Paz and Boston-born Ms Ana Soto.")) == [
        "Omar Paz",
        "Ana Soto",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They came for a meeting. In Oslo, Secretary Omar Paz will speak. Chile and Peru know.",
        "U.S.-EU: Talks between Secretary Omar Paz and the Director",
    ],
    ids=["a meeting told before", "a hyphen between two states"],
)
def test_what_only_stands_near_an_official_gives_no_state(text: str) -> None:
    assert offices(text)["Omar Paz"] == [("Secretary", None, None)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Remarks by the Attorney General of Chile, Sen. the Hon. Ana Soto, KC", [("Attorney General", None, "CL")]),
        ("It was opened by the Attorney General of Chile, Dr.ª Ana Soto.", [("Attorney General", None, "CL")]),
        ("The Director of the Court of Chile, Col. (Ret'd) Ana Soto, came.", [("Director", "Court of Chile", "CL")]),
        ("The Deputy Commissioner (Crimes) of Chile, Ana Soto, came.", [("Deputy Commissioner", None, "CL")]),
        ("They elected Ms Ana Soto (Chile) as Chair and Mr Rui Paz as Rapporteur.", [("Chair", None, "CL")]),
        ("Done on 3 May\n\nMinister of Chile\n\nAna Soto\n\nThe end.", [("Minister", None, "CL")]),
        ("The Supreme Court of Chile (Judge Ana Soto, online) sat.", [("Judge", "Supreme Court of Chile", "CL")]),
        ("Minister of Chile (Ms Ana Soto): I thank you.", [("Minister", None, "CL")]),
        ("The Minister of Chile at that time, Ana Soto, came.", [("Minister", None, "CL")]),
        ("The Minister of Chile, Deputy Ana Soto, came.", [("Minister", None, "CL")]),
        ("LIMA – Deputy Ana Soto wrote on Telegram.", [("Deputy", None, "PE")]),
        (
            "They toured the Supreme Court of Chile, where Registrar Ana Soto spoke.",
            [("Registrar", "Supreme Court of Chile", "CL")],
        ),
        (
            "She saw the Supreme Court of Chile, where the Minister of Peru, Ana Soto, spoke.",
            [("Minister", None, "PE")],
        ),
        ("The Deputy Governor of Stung Treng, Chile, Ms Ana Soto, came.", [("Deputy Governor", None, "CL")]),
        ("The Chilean liaison officer in Lima, Ana Soto, came.", [("liaison officer", None, "CL")]),
        ("The National Prosecutor (S) of Chile, Ana Soto, came.", [("National Prosecutor (S)", None, "CL")]),
        ("Judge Ana Soto of the 🇨🇱 Supreme Court of Chile came.", [("Judge", "Supreme Court of Chile", "CL")]),
        (
            "The President of the Supreme Court of Chile (“SCC” or the “Court”), Ana Soto, came.",
            [("President", "Supreme Court of Chile", "CL")],
        ),
        (
            "At the invitation of the Supreme Court of Peru, Minister of Chile Ana Soto came.",
            [("Minister", None, "CL")],
        ),
        ("She met her Peruvian colleague, Ana Soto, Director of Prisons.", [("Director of Prisons", None, "PE")]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_stands_around_a_name_is_its_office(text: str, held: list[tuple[str, str | None, str | None]]) -> None:
    assert offices(text)["Ana Soto"] == held


def test_a_counterpart_of_no_state_holds_no_office() -> None:
    assert offices("The Minister of Chile, Rui Paz, met his counterpart, Ana Soto.")["Ana Soto"] == []


def test_a_thing_named_after_a_sultan_is_nobody() -> None:
    assert offices("They will visit Sultan Qaboos Grand Mosque today.") == {}
