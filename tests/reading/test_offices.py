"""Offices: the title as the text gives it, its body and state; holders, counterparts and epithets."""

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.facts import Person
from archive.reading.phrases import PhraseKind
from archive.reading.segments import segment
from archive.reading.vocabulary import load
from archive.values import MentionKind


def offices(text: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    return {person.name: shown(person) for person in phrases(segment(text)).persons}


def shown(person: Person) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.office.title, each.office.organization.name if each.office.organization else None, each.office.country)
        for each in person.appointments
    ]


@pytest.mark.parametrize(
    ("text", "title", "body", "country"),
    [
        ("The Minister of Justice of Chile, Ana Soto, spoke.", "Minister of Justice", None, "CL"),
        ("The Greek Deputy Minister of Justice, Ana Soto, spoke.", "Deputy Minister of Justice", None, "GR"),
        ("Kenya’s Director of Public Prosecutions Ana Soto spoke.", "Director of Public Prosecutions", None, "KE"),
        ("Ana Soto (Acting Prosecutor General of Finland) spoke.", "Acting Prosecutor General", None, "FI"),
        ("Ana Soto, the President of the Supreme Court of Chile, spoke.", "President", "Supreme Court of Chile", "CL"),
        ("Ana Soto, head of the Criminal Assets Bureau, spoke.", "head", "Criminal Assets Bureau", None),
        ("Ana Soto - Chairman of the Supreme Court of Peru - spoke.", "Chairman", "Supreme Court of Peru", "PE"),
        ("The Ambassador of Colombia to Portugal, Ana Soto, spoke.", "Ambassador", None, "CO"),
        ("U.S. Ambassador to Lebanon Ana Soto spoke.", "Ambassador", None, "US"),
        (
            "Ana Soto, acting National Rapporteur on Trafficking in Human Beings, spoke.",
            "acting National Rapporteur on Trafficking in Human Beings",
            None,
            None,
        ),
        (
            "The Minister of Justice, Human Rights and Religious Affairs of Chile, Ana Soto, spoke.",
            "Minister of Justice, Human Rights and Religious Affairs",
            None,
            "CL",
        ),
        ("Europol Director Ana Soto spoke.", "Director", "Europol", None),
        (
            "Ana Soto, Joint Secretary, Ministry of External Affairs, spoke.",
            "Joint Secretary",
            "Ministry of External Affairs",
            None,
        ),
        (
            "Ana Soto, EGH, Cabinet Secretary for Foreign Affairs of Kenya, spoke.",
            "Cabinet Secretary for Foreign Affairs",
            None,
            "KE",
        ),
        ("Judge Ana Soto of the Supreme Court of Chile spoke.", "Judge", "Supreme Court of Chile", "CL"),
        ("Ana Soto has led the Criminal Assets Bureau since May.", "head", "Criminal Assets Bureau", None),
        ("Ana Soto is the Prosecutor General of Chile.", "Prosecutor General", None, "CL"),
        ("Justice Ana Soto of the Supreme Court of Chile spoke.", "Justice", "Supreme Court of Chile", "CL"),
        ("The former Prosecutor General of Chile, Ana Soto, spoke.", "Prosecutor General", None, "CL"),
        ("The director of Croatia’s anti-graft office ZUKOK, Ana Soto, spoke.", "director", "ZUKOK", "HR"),
        ("The adviser to the President, Ana Soto, spoke.", "adviser", None, None),
        (
            "The Secretary of Justice and Human Rights of Chile, Ana Soto, spoke.",
            "Secretary of Justice and Human Rights",
            None,
            "CL",
        ),
        ("The Minister of State Security of Chile, Ana Soto, spoke.", "Minister of State Security", None, "CL"),
        ("On May 13 Prosecutor General of Chile Ana Soto spoke.", "Prosecutor General", None, "CL"),
        ("The President of Chile, Grand Justice of the Second Rank Ana Soto, spoke.", "President", None, "CL"),
        ("Ana Soto, vice-chair of the Supreme Court of Chile, spoke.", "vice-chair", "Supreme Court of Chile", "CL"),
    ],
)
def test_an_office_has_title_body_and_state(text: str, title: str, body: str | None, country: str | None) -> None:
    assert offices(text)["Ana Soto"] == [(title, body, country)]


@pytest.mark.parametrize("entry", load("offices")["titles"], ids=lambda entry: entry["title"])
def test_each_title_is_found_in_its_example(entry: dict[str, str]) -> None:
    titles = [title for held in offices(f"They met {entry['example']} on the quay.").values() for title, _, _ in held]
    assert any(entry["title"] in title for title in titles), titles


@pytest.mark.parametrize("which", ["", "visiting ", "newly appointed ", "then "])
def test_a_counterpart_holds_the_like_office_of_the_other_state(which: str) -> None:
    text = f"The Prosecutor General of Chile, Ana Soto, met her {which}Peruvian counterpart, Rui Lima."
    assert offices(text)["Rui Lima"] == [("Prosecutor General", None, "PE")]


@pytest.mark.parametrize(
    ("counterpart", "expected"),
    [
        ("South African counterpart, General Rui Lima", ("General", None, "ZA")),
        ("counterpart from Sri Lanka, Minister Rui Lima", ("Minister", None, "LK")),
        ("South African colleague, Police Corps President Rui Lima", ("President", "Police Corps", "ZA")),
    ],
)
def test_a_counterpart_with_a_title_holds_what_it_says(counterpart: str, expected: tuple[str, str | None, str]) -> None:
    assert offices(f"The Prosecutor General of Chile, Ana Soto, met her {counterpart}.")["Rui Lima"] == [expected]


@pytest.mark.parametrize("behind", ["(Rtd.)", "(retired)", "(Rtd)", "(Emeritus)", "KC"])
def test_letters_behind_a_name_part_it_from_no_office(behind: str) -> None:
    assert offices(f"Justice Ana Soto {behind}, Chairperson of the Law Commission of Kenya, spoke.")["Ana Soto"] == [
        ("Chairperson", "Law Commission of Kenya", "KE")
    ]
    assert offices(f"Ambassador Ana Soto {behind} of Kenya spoke.")["Ana Soto"] == [("Ambassador", None, "KE")]


def test_a_deputy_is_of_the_body_of_the_other() -> None:
    text = "Ana Soto (Head of the Criminal Assets Bureau) was accompanied by her deputy, Rui Lima."
    assert offices(text)["Rui Lima"] == [("deputy", "Criminal Assets Bureau", None)]


def test_an_office_follows_the_state_of_its_list() -> None:
    text = "Delegations\n\nIceland\n\n- Ana Soto, District Prosecutor\n\nNorway: Rui Lima (Public Prosecutor)"
    found = offices(text)
    assert found["Ana Soto"] == [("District Prosecutor", None, "IS")]
    assert found["Rui Lima"] == [("Public Prosecutor", None, "NO")]


def test_an_office_without_a_state_is_of_the_house_of_the_text() -> None:
    text = (
        "A headline\n\nDUBLIN, 3 May 2023 – The Minister of Justice, Ana Soto, "
        "met the French Minister of Justice, Rui Lima."
    )
    found = offices(text)
    assert found["Ana Soto"] == [("Minister of Justice", None, "IE")]
    assert found["Rui Lima"] == [("Minister of Justice", None, "FR")]


def test_an_office_in_a_foreign_city_is_of_that_state() -> None:
    text = "A headline\n\nDUBLIN, 3 May 2023 – In Podgorica, State Secretary Ana Soto spoke."
    assert offices(text)["Ana Soto"] == [("State Secretary", None, "ME")]


@pytest.mark.parametrize(
    ("words", "resolved"),
    [
        ("the Prosecutor General of Chile", True),
        ("the Chilean Prosecutor General", True),
        ("the head of the Chilean supervision authority", True),
        ("the Prosecutor General", True),
        ("the Prosecutor General of Peru", False),
        ("the Minister of Justice of Chile", False),
        ("the head of the supervision authority", False),
    ],
)
def test_an_office_stands_for_its_holder_where_only_one_is_possible(words: str, resolved: bool) -> None:
    text = f"The Prosecutor General of Chile, Ana Soto, met the Prosecutor-General’s deputy. Later {words} left."
    last = phrases(segment(text)).sentences[-1].phrases
    holders = [phrase for phrase in last if phrase.kind in (PhraseKind.PERSON, PhraseKind.HOLDER)]
    assert [phrase.person for phrase in holders] == ["Ana Soto" if resolved else None]
    if resolved:
        assert holders[0].mention is MentionKind.EPITHET


def test_letters_that_a_text_explains_as_an_office_stand_for_it() -> None:
    text = "The National Director of Public Prosecutions (NDPP), Ana Soto, came. The NDPP spoke, and the NPA did not."
    found = [each for marked in phrases(segment(text)).sentences for each in marked.phrases]
    assert [each.person for each in found if each.span.of(text) in ("The NDPP", "the NPA")] == ["Ana Soto"]


def test_offices_in_a_list_belong_to_the_name_before_them() -> None:
    text = "Present were Ana Soto, Director of Treaties, Jan Nowak, Head of the Extradition Unit, and others."
    assert {name: posts[0][0] for name, posts in offices(text).items()} == {
        "Ana Soto": "Director of Treaties",
        "Jan Nowak": "Head",
    }


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ana Soto, Deputy Minister, Attorney General, spoke.", ["Deputy Minister", "Attorney General"]),
        ("The President of the Judicial Council Judge Ana Soto spoke.", ["President"]),
        ("Police General Ana Soto, Commissioner of Police, spoke.", ["Commissioner of Police"]),
        (
            "Attorney-General and Minister of Justice, Prince Omar Soto, spoke.",
            ["Attorney-General and Minister of Justice"],
        ),
        ("Law and Reform Minister Datuk Omar Soto spoke.", ["Law and Reform Minister"]),
        ("Ana Soto, who serves as Attorney General, spoke.", ["Attorney General"]),
        (
            "Ana Soto, Director of Public Prosecutions (ag.), Guyana; and others spoke.",
            ["Director of Public Prosecutions"],
        ),
    ],
)
def test_a_rank_or_a_second_office_does_not_hide_the_first(text: str, titles: list[str]) -> None:
    (found,) = offices(text).values()
    assert [title for title, _, _ in found][: len(titles)] == titles


def test_of_two_states_the_bare_offices_are_of_the_one_that_is_no_guest() -> None:
    text = "Minister of Justice Omar Soto received the Omani ambassador, Said Ali. Ties of Oman and Iraq would grow."
    assert offices(text) == {
        "Omar Soto": [("Minister of Justice", None, "IQ")],
        "Said Ali": [("ambassador", None, "OM")],
    }


def test_whom_a_delegation_meets_is_not_of_its_state() -> None:
    text = "MAPUTO, 3 May 2021 – The Chilean guests called on the President of the Judicial Council, Ana Soto."
    assert offices(text)["Ana Soto"] == [("President", "Judicial Council", "MZ")]


def test_a_counterpart_may_come_from_a_state() -> None:
    text = "The Attorney General of Chile, Ana Soto, met her counterpart from Mongolia, Bataa Dorj, on Monday."
    assert offices(text)["Bataa Dorj"] == [("Attorney General", None, "MN")]


def test_a_label_gives_the_state_of_its_clause() -> None:
    text = "Signed for the Republic of Malta – Ana Soto, Minister for Justice; for Chile – Omar Paz, Minister of Law."
    assert {name: posts[0][2] for name, posts in offices(text).items()} == {"Ana Soto": "MT", "Omar Paz": "CL"}


@pytest.mark.parametrize(
    ("text", "title", "body", "country"),
    [
        (
            "Mr Omar Soto (Deputy Director, Directorate of Treaties, Ministry of Justice, Sweden) spoke.",
            "Deputy Director",
            "Directorate of Treaties",
            "SE",
        ),
        ("Attorney-General the Hon Omar Soto KC MP spoke.", "Attorney-General", None, None),
        ("The President of the Kuria Dr Omar Soto spoke.", "President", "Kuria", None),
    ],
)
def test_brackets_honours_and_bodies_stand_with_an_office(
    text: str, title: str, body: str | None, country: str | None
) -> None:
    assert offices(text) == {"Omar Soto": [(title, body, country)]}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "ICELAND\n\nAna Soto, Judge\n\nOmar Paz, District Prosecutor\n\nIt was late.",
            "Omar Paz",
            ("District Prosecutor", None, "IS"),
        ),
        ("They met prosecutors Ana Soto and Omar Paz.", "Omar Paz", ("prosecutor", None, None)),
        ("Ana Soto, senior assistant to the Prosecutor General, spoke.", "Ana Soto", ("senior assistant", None, None)),
        ("Ana Soto, spokeswoman for the Supreme Court, spoke.", "Ana Soto", ("spokeswoman", "Supreme Court", None)),
        (
            "Minister of Legal Affairs Sultan Al Omari spoke.",
            "Sultan Al Omari",
            ("Minister of Legal Affairs", None, None),
        ),
        ("Ana Soto, minister of justice, spoke.", "Ana Soto", ("minister of justice", None, None)),
    ],
)
def test_small_and_subordinate_offices_are_read(
    text: str, name: str, office: tuple[str, str | None, str | None]
) -> None:
    assert office in offices(text)[name]


def test_an_office_is_of_the_body_that_sends_its_holder() -> None:
    text = "From the Court of Cassation, First President Ana Soto attended."
    assert offices(text)["Ana Soto"] == [("First President", "Court of Cassation", None)]


def test_a_body_before_a_title_keeps_its_office_where_a_state_follows() -> None:
    text = "Eurojust National Member for Sweden, Ana Soto, spoke."
    assert offices(text)["Ana Soto"][0][1] == "Eurojust"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The ambassadors of Chile and Peru, Ana Soto and Rui Lima, came.",
            [("Ana Soto", "ambassador", "CL"), ("Rui Lima", "ambassador", "PE")],
        ),
        (
            "Ana Soto and Rui Lima, the Ministers of Justice of Chile and Peru, came.",
            [("Ana Soto", "Minister of Justice", "CL"), ("Rui Lima", "Minister of Justice", "PE")],
        ),
        (
            "Ana Soto and Rui Lima, Deputy Prosecutors General of Chile, came.",
            [("Ana Soto", "Deputy Prosecutor General", "CL"), ("Rui Lima", "Deputy Prosecutor General", "CL")],
        ),
        (
            "The Ministers of Justice of the Republic of Chile, H.E. Ana Soto, and of Peru, H.E. Rui Lima, met.",
            [("Ana Soto", "Minister of Justice", "CL"), ("Rui Lima", "Minister of Justice", "PE")],
        ),
        (
            "The justice ministers of Chile (Ana Soto), Peru (Rui Lima) and Oman (Omar Paz) met.",
            [
                ("Ana Soto", "justice minister", "CL"),
                ("Rui Lima", "justice minister", "PE"),
                ("Omar Paz", "justice minister", "OM"),
            ],
        ),
    ],
)
def test_each_of_several_persons_holds_one_of_the_offices(text: str, held: list[tuple[str, str, str]]) -> None:
    found = offices(text)
    assert [(name, *posts[0][::2]) for name, posts in found.items()] == held


def test_offices_whose_states_are_more_than_the_persons_are_nobodys() -> None:
    text = "The ambassadors of Chile, Peru and Oman, Ana Soto and Rui Lima, came."
    assert all(posts == [] for posts in offices(text).values())


def test_the_only_state_of_a_text_is_not_the_hosts_where_a_guest_bears_it() -> None:
    text = "State Secretary Ana Soto received the Peruvian Minister of Justice, Rui Lima."
    assert offices(text) == {
        "Ana Soto": [("State Secretary", None, None)],
        "Rui Lima": [("Minister of Justice", None, "PE")],
    }


def test_for_a_state_after_an_office_says_whose_it_is() -> None:
    text = "It was signed by Ana Soto, Attorney General, for Kenya, and by Rui Lima, Minister of Law, for Uganda."
    assert {name: posts[0][2] for name, posts in offices(text).items()} == {"Ana Soto": "KE", "Rui Lima": "UG"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The Director of Public Prosecutions (DPP), Ana Soto, spoke.", ["Director of Public Prosecutions"]),
        ("Brigadier General (Police) Ana Soto, Head of the Police Board, spoke.", ["Head"]),
        (
            "Deputy Minister of Internal Affairs Colonel General Ana Soto spoke.",
            ["Deputy Minister of Internal Affairs"],
        ),
        ("The Secretary and King Hasan spoke.", ["King"]),
    ],
)
def test_brackets_ranks_and_others_beside_an_office_do_no_harm(text: str, titles: list[str]) -> None:
    (found,) = offices(text).values()
    assert [title for title, _, _ in found] == titles


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("For Oman:\n\nAna Soto, Judge\n\nFor Chile:\n\nRui Lima, Prosecutor", {"Ana Soto": "OM", "Rui Lima": "CL"}),
        (
            "On behalf of the Government of Peru: Ana Soto, Judge. On behalf of Chile: Rui Lima, Prosecutor.",
            {"Ana Soto": "PE", "Rui Lima": "CL"},
        ),
        (
            "A delegation from Peru led by Attorney General Ana Soto and Secretary of Security Rui Lima toured Chile.",
            {"Ana Soto": "PE", "Rui Lima": "PE"},
        ),
        (
            "Office of the Registrar, Republic of Vanuatu\n\nRegistrar Ana Soto received Judge Rui Lima of Fiji.",
            {"Ana Soto": "VU", "Rui Lima": "FJ"},
        ),
    ],
)
def test_labels_senders_and_the_speaking_body_give_the_state(text: str, states: dict[str, str | None]) -> None:
    assert {name: posts[0][2] for name, posts in offices(text).items()} == states


def test_two_cities_alone_do_not_tell_the_state() -> None:
    text = "Judge Ana Soto came from Lyon. Judge Rui Lima left for Osaka."
    assert {posts[0][2] for posts in offices(text).values()} == {None}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ana Soto, now a judge at the Supreme Court of Chile, spoke.", ("judge", "Supreme Court of Chile", "CL")),
        ("Ana Soto, then chief of staff to the prime minister, spoke.", ("chief of staff", None, None)),
        ("Chief Prosecutor (Fraud Division) Ana Soto spoke.", ("Chief Prosecutor", "Fraud Division", None)),
        (
            "The Commissioner for Human Rights of Chile (Ombudsman) Ana Soto spoke.",
            ("Commissioner for Human Rights", None, "CL"),
        ),
        ("Ana Soto, Prosecutor-General of the Republic, spoke.", ("Prosecutor-General of the Republic", None, None)),
    ],
)
def test_words_beside_an_office_do_not_hide_it(text: str, office: tuple[str, str | None, str | None]) -> None:
    assert offices(text)["Ana Soto"] == [office]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ana Soto, a prosecutor with the Fraud Bureau in Lima, spoke.", ("prosecutor", "Fraud Bureau", None)),
        ("Judge Ana Soto (Chile, Court of Appeal) spoke.", ("Judge", "Court of Appeal", "CL")),
        ("Ana Soto, legal adviser (Chile), spoke.", ("legal adviser", None, "CL")),
        ("Ana Soto, who until May ran Chile’s Fraud Bureau, spoke.", ("head", "Fraud Bureau", "CL")),
        ("The head of Interpol’s Fraud Bureau in Lima, Ana Soto, spoke.", ("head", "Fraud Bureau", None)),
        ("Mr Justice Ana Soto of the Court of Appeal spoke.", ("Justice", "Court of Appeal", None)),
        (
            "Anti-Mafia and Counter-Terrorism Prosecutor Ana Soto spoke.",
            ("Anti-Mafia and Counter-Terrorism Prosecutor", None, None),
        ),
        ("Prosecutor Ana Soto from Vienna spoke.", ("Prosecutor", None, "AT")),
    ],
)
def test_an_apposition_gives_body_and_state(text: str, office: tuple[str, str | None, str | None]) -> None:
    assert offices(text)["Ana Soto"] == [office]


def test_holders_of_one_office_may_each_have_their_state() -> None:
    text = "Prosecutors General Ana Soto of Chile and Rui Lima of Peru came."
    assert {name: posts[0][2] for name, posts in offices(text).items()} == {"Ana Soto": "CL", "Rui Lima": "PE"}


def test_a_dash_may_join_two_offices() -> None:
    text = "Ana Soto, Deputy Prosecutor General — Head of the Fraud Department of Chile — spoke."
    assert [title for title, _, _ in offices(text)["Ana Soto"]] == ["Deputy Prosecutor General", "Head"]


def test_a_title_for_two_stands_alone_where_each_has_a_state() -> None:
    text = "The two attorneys general, Ana Soto of Chile and Rui Lima of Peru, came."
    assert {name: posts[0][::2] for name, posts in offices(text).items()} == {
        "Ana Soto": ("attorney general", "CL"),
        "Rui Lima": ("attorney general", "PE"),
    }
    assert all(posts == [] for posts in offices("They met the judges, Ana Soto and Rui Lima, there.").values())


def test_a_bare_title_before_another_is_that_of_who_holds_it_elsewhere() -> None:
    text = "Deputy Secretary Rui Lima came. The Deputy Secretary and State Councilor Ana Soto spoke."
    assert [title for title, _, _ in offices(text)["Ana Soto"]] == ["State Councilor"]
    text = "The Deputy Prime Minister and Foreign Minister Ana Soto spoke."
    assert [title for title, _, _ in offices(text)["Ana Soto"]] == ["Deputy Prime Minister", "Foreign Minister"]


def test_colleagues_without_a_state_hold_nothing() -> None:
    text = "Minister Omar Paz and Judge Eva Roth met their colleagues, Ana Soto and Rui Lima."
    assert offices(text)["Ana Soto"] == offices(text)["Rui Lima"] == []


def test_a_counterparts_own_office_is_of_the_counterparts_state() -> None:
    text = "The Minister of Chile, Eva Roth, hosted her Peruvian colleague, Chief State Attorney Ana Soto."
    assert offices(text)["Ana Soto"] == [("Chief State Attorney", None, "PE")]


@pytest.mark.parametrize("opening", ["Ljubljana — ", "Ljubljana: ", "Ljubljana, 4 maja 2021\n\n"])
def test_the_city_that_opens_a_text_gives_the_house(opening: str) -> None:
    text = f"{opening}Minister of Justice Ana Soto received the French Minister, Rui Lima."
    assert offices(text)["Ana Soto"] == [("Minister of Justice", None, "SI")]


def test_a_body_of_an_unnamed_state_leaves_other_offices_open() -> None:
    text = "Ana Soto, Vice-President of the Bundestag, heard Ukraine's Commissioner Rui Lima and Judge Omar Paz."
    assert offices(text)["Omar Paz"] == [("Judge", None, None)]
