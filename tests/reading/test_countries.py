"""States: their words, what only looks like one, and capitals that act for their state."""

from typing import Any

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.segments import segment
from archive.reading.vocabulary import load_states


def codes(text: str) -> list[str]:
    return [country.code for country in phrases(segment(text)).countries]


@pytest.mark.parametrize("state", load_states(), ids=lambda state: state["code"])
def test_every_form_of_a_state_is_read(state: dict[str, Any]) -> None:
    forms = [state["name"], state["official"], *state.get("variants", ()), *state.get("former", ())]
    for form in forms:
        assert codes(f"The guests came from {form} on time.") == [state["code"]], form
    for demonym in state.get("demonyms", ()):
        assert codes(f"The {demonym} guests came on time.") == [state["code"]], demonym


def test_no_form_names_two_states() -> None:
    owners: dict[str, str] = {}
    for state in load_states():
        words = {state["name"], state["official"]}
        for key in ("variants", "former", "demonyms", "capitals"):
            words.update(state.get(key, ()))
        for word in words:
            assert owners.setdefault(word, state["code"]) == state["code"], word


def test_codes_are_iso_3166() -> None:
    found = [state["code"] for state in load_states()]
    assert len(found) == len(set(found))
    assert all(len(code) == 2 and code.isupper() for code in found)
    assert {"RU", "BZ", "PS", "XK", "VA", "TW", "AQ"} - set(found) == {"AQ"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ottawa would widen its investigation.", ["CA"]),
        ("It was forwarded to Astana in May.", ["KZ"]),
        ("A third request, addressed to Hanoi, is pending.", ["VN"]),
        ("The Commission and Quito are still negotiating.", ["EC"]),
        ("They met in Athens.", []),
        ("In Athens has been much rain.", []),
        ("They visited Hanoi.", []),
        ("Brussels has agreed.", []),
        ("The Hague, 5 May 2023", []),
        ("The Russian-Iranian relations were discussed.", ["RU", "IR"]),
        ("The Stockholm-based firm paid.", []),
        ("A Russia-led group met.", ["RU"]),
        ("The English-language edition is out.", []),
        ("A Republic of Korea team met Korean experts.", ["KR"]),
        ("The DPRK and Korean delegations met.", ["KP"]),
        ("The ASEAN-Korea meeting took place.", ["KR"]),
        ("The Dominican minister spoke.", ["DO"]),
        ("The Dominican minister spoke in Puerto Plata.", ["DO"]),
        ("The Attorney General of Niger State spoke in Nigeria.", ["NG"]),
        ("The Attorney General of Niger spoke.", ["NE"]),
        ("The Congolese team met.", []),
        ("He lives in Savannah, Georgia, near Atlanta.", []),
        ("Georgia and Armenia signed.", ["GE", "AM"]),
        ("They crossed the South China Sea and the Gulf of Mexico.", []),
        ("Latin America and New Mexico agreed.", []),
        ("Papua New Guinea, Guinea and Equatorial Guinea agreed.", ["PG", "GN", "GQ"]),
        ("Niger and Nigeria agreed.", ["NE", "NG"]),
        ("Patients are not guinea pigs, and china cups break.", []),
        ("The case of Panama Star Trading Ltd went on.", []),
        ("THE DELEGATION OF PERU MET", ["PE"]),
        ("The U.S. and the US agreed with us.", ["US"]),
        ("He works at the Embassy of Japan in Mongolia.", ["JP", "MN"]),
        ("The Peru-Chile Joint Committee met.", ["PE", "CL"]),
        ("He paid US$80 million and 200 Kenyan shillings.", []),
        ("Bosnia and Herzegovina and Montenegro agreed.", ["BA", "ME"]),
        ("It was done in the Russian, Chinese and English languages.", []),
        ("Working languages: Albanian, Montenegrin, English", []),
        ("He spoke in French and Arabic; the report (English summary) was in Spanish.", []),
        ("He was held in Russian custody, near French ports.", ["RU", "FR"]),
        ("It will be shared in English and French within ten days.", []),
        ("It was translated from Spanish into Portuguese by two clerks.", []),
        ("The case ended in Italian courts with a fine.", ["IT"]),
        ("BAJANS AND KITTITIANS MET two Botswanans.", ["BB", "KN", "BW"]),
        ("The Spanish version of events was told, and Thai text messages were read.", ["ES", "TH"]),
        ("They wrote to the Australian Federal Police.", ["AU"]),
        ("The request concerned one Maria Lao Tiu.", []),
        ("A visit\n\nLUXEMBOURG, 4 May 2024 – The Prosecutor General of Malta came.", ["MT"]),
    ],
)
def test_a_text_names_its_states_and_no_other(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_flag_names_its_state() -> None:
    assert set(codes("He met the prosecutors of 🇱🇻 and 🇵🇱 on Monday.")) == {"LV", "PL"}


@pytest.mark.parametrize(
    "text",
    [
        "Interpretation: English, Albanian and Serbian",
        "Workshop B: Witnesses (English/French)",
        "Published in English on 13 September",
        "Interpretation from and into Thai, Arabic and Portuguese will be provided.",
        "The papers are available in Spanish and in French.",
        "The working languages of the forum are English, French and Turkish.",
        "She spoke through a Russian interpreter, and the Polish text of the treaty prevails.",
        "Attorneys General of the Central American isthmus met.",
        "CORRUPTION HURTS US ALL",
    ],
)
def test_a_language_a_region_and_a_pronoun_are_no_state(text: str) -> None:
    assert codes(text) == []


def test_capitals_that_act_together_are_their_states() -> None:
    assert codes("Kampala and Kigali handed over fourteen suspects.") == ["UG", "RW"]


def test_a_flag_before_an_office_is_of_whom_it_is() -> None:
    text = "Today the Prosecutor General of Latvia met 🇵🇱 National Prosecutor Anna Wrona and 🇺🇦 Olena Koval."
    reading = phrases(segment(text))
    offices = {person.name: [post.office.country for post in person.appointments] for person in reading.persons}
    assert offices["Anna Wrona"] == ["PL"]
    assert [(country.code, len(country.mentions)) for country in reading.countries] == [("LV", 1), ("PL", 1), ("UA", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow and Tehran signed a treaty on extradition.", ["RU", "IR"]),
        ("The agreement on courts between Lima and Quito entered into force.", ["PE", "EC"]),
        ("The minister thanked Havana for its help.", ["CU"]),
        ("The mayors of Moscow and Tehran signed a treaty.", []),
        ("Berlin and Hamburg signed an agreement on courts.", []),
        ("Officials in Vilnius and Riga signed the plan.", []),
        ("Oslo and New York signed a plan.", []),
        ("Tokyo signed a plan on parks with Los Angeles.", []),
        ("Lima and Buenos Aires signed a treaty.", ["PE", "AR"]),
        ("The minister thanked Sofia for her speech.", []),
        ("Vienna approved a new tram line.", []),
    ],
)
def test_a_capital_that_signs_or_is_spoken_to_is_its_state(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
