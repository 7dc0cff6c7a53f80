"""Who says "I" in speeches, interviews, answers and letters, and who opens, teaches at or shows what a meeting is."""

import pytest

from archive.reading import read

I_MET = "On 3 May I met the Minister of Justice of Peru, Eva Ruiz, in Lima."


def _people(text: str) -> list[set[str]]:
    return [{each.person.name for each in meeting.participants if each.person} for meeting in read(text).meetings]


@pytest.mark.parametrize(
    "text",
    [
        f"Opening remarks by the Attorney General, Ana Rojas, at a dinner\n\nSantiago, 4 May 2024\n\nFriends. {I_MET}",
        "A cold and a signature\n\nAna Rojas heads the prosecution service of Chile. She has been away.\n\nWhat is"
        f" new?\n\nA lot. {I_MET}\n\nAnd what is old?\n\nNothing.",
        f"Written answers\n\nMinister for Justice (Ana Rojas): I thank the Deputy.\n\n{I_MET}",
        f"Hansard\n\nAna Rojas, Attorney General, answered.\n\nLuis Mora: Whom did she meet?\n\nAna Rojas: {I_MET}",
        f"Newsletter\n\nDear colleagues,\n\nspring is here. {I_MET}\n\nAna Rojas\n\nAttorney General",
    ],
    ids=["speech", "interview", "answer", "transcript", "letter"],
)
def test_who_speaks_says_i(text: str) -> None:
    assert {"Ana Rojas", "Eva Ruiz"} in _people(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A cold and a signature\n\nAna Rojas heads the prosecution service.\n\n{I_MET} Did you?\n\nNo.\n\nWhy?",
        f"News of the week\n\nAna Rojas, Attorney General, spoke of herself.\n\nLuis Mora wrote to us: {I_MET}",
        f"Newsletter\n\nspring is here. {I_MET}\n\nAna Rojas\n\nAttorney General",
    ],
    ids=["who asks", "who is named by the way", "no letter"],
)
def test_who_is_only_named_does_not_say_i(text: str) -> None:
    assert not any("Ana Rojas" in people for people in _people(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "It was opened by Ana Rojas and closed by Luis Mora, both of the Judicial School.",
        "The keynote was given by Judge Ana Rojas; the lectures were delivered by Luis Mora.",
        "Other participants in attendance were: Ana Rojas, Minister of Chile; Judge Eva Ruiz; and Luis Mora.",
        "Judge Ana Rojas presided over the proceedings. Judge Luis Mora presented certificates to the participants.",
        "It was attended by Ana Rojas, Minister of Justice of Chile; Eva Ruiz, Judge at Lima; and Luis Mora, Minister.",
    ],
)
def test_who_acts_at_a_course_takes_part(sentence: str) -> None:
    text = f"News of courts\n\nA regional course for judges was held in Lima on 3 May 2024. {sentence}"
    assert {"Ana Rojas", "Luis Mora"} <= _people(text)[0]


@pytest.mark.parametrize(
    ("clause", "shows"),
    [
        ("where Director Ana Rojas showed them how files are kept", True),
        ("where Director Ana Rojas, a chemist, gave an introduction to the work", True),
        ("where Ana Rojas was born", False),
        ("where Judge Ana Rojas worked until 2015", False),
    ],
)
def test_who_shows_guests_a_house_is_there(clause: str, shows: bool) -> None:
    text = (
        f"News of courts\n\nOn 3 May a delegation of judges from Peru visited the Judicial School of Chile, {clause}."
    )
    assert any("Ana Rojas" in people for people in _people(text)) is shows


def test_who_speaks_at_a_conference_by_the_head_of_a_speech_is_there() -> None:
    text = (
        "Keynote address by the Attorney General of Chile, Ana Rojas, at the Regional Dialogue on Fraud\n\nLima,"
        " 3 May 2024\n\nFriends, we meet today because of a promise."
    )
    assert _people(text) == [{"Ana Rojas"}]


WE = "We, the Ministers of Justice of Peru, Chile and Brazil, share a border."


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (f"Joint statement\n\n{WE}\n\nWe shall meet again in Lima in May 2031.", {"PE", "CL", "BR"}),
        (f"Joint statement\n\n{WE}\n\nOur governments met in Lima in May 2021.", {"PE", "CL", "BR"}),
        (
            "Joint communiqué of the Ministers of Justice of Peru and Chile\n\nOn 3 May 2021 we met in Lima.",
            {"PE", "CL"},
        ),
        (
            "Joint declaration on fraud of the Ministers of Justice of Peru and Chile\n\nOn 3 May 2021 we met in Lima.",
            {"PE", "CL"},
        ),
        ("Statement on the war between Chad and Niger\n\nOn 3 May 2021 we met in Lima.", set()),
        ("Statement by Minister Ana Rojas of Peru after talks in Chile\n\nOn 3 May 2021 we met in Lima.", set()),
        ("Joint meeting of the ministers of Peru and Chile\n\nOn 3 May 2021 we met in Lima.", set()),
        (f'{WE} "We met in Lima in May 2021," said Minister Ana Rojas.', set()),
    ],
    ids=["we", "our governments", "headline", "on", "on two states", "of one state", "no statement", "quoted"],
)
def test_the_states_of_a_joint_statement_say_we(text: str, states: set[str]) -> None:
    found = [{each.country for each in meeting.participants} for meeting in read(text).meetings]
    assert (states in found) if states else not any(found)


def test_the_states_of_a_joint_statement_adopt_what_their_governments_adopted() -> None:
    (found,) = read(f"Joint statement\n\n{WE} We recall the declaration that our governments adopted.").agreements[-1:]
    assert {party.country for party in found.parties} == {"PE", "CL", "BR"}
