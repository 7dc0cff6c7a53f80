"""Those whom a sentence only sets apart from those who act in it are no participants and no parties."""

import pytest

from archive.reading import read


def parties(text: str) -> list[str]:
    (agreement,) = read(text, published="2024-05-04").agreements
    return sorted(party.country or "" for party in agreement.parties)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Peru, unlike Chile, signed the treaty.", ["PE"]),
        ("Unlike Chile, Peru signed the treaty with Brazil.", ["BR", "PE"]),
        ("Peru, but not Chile, ratified the protocol.", ["PE"]),
        ("Peru, as opposed to Chile, signed the treaty with Brazil in Lima.", ["BR", "PE"]),
        ("Peru and Brazil signed the agreement in the absence of Chile.", ["BR", "PE"]),
        ("The agreement was signed by Peru and Brazil, but not by Chile.", ["BR", "PE"]),
        ("Like Chile, Peru has signed a memorandum with Brazil.", ["BR", "CL", "PE"]),
        ("Several states, like Chile and Peru, ratified the treaty.", ["CL", "PE"]),
        ("Peru and Brazil, with the exception of Chile and Bolivia, signed the treaty.", ["BR", "PE"]),
        ("Peru ratified the treaty with Brazil; unlike Chile, it will also pay for it.", ["BR", "PE"]),
        ("Peru and Brazil, along with Chile, signed the treaty.", ["BR", "CL", "PE"]),
        ("On behalf of Peru, Minister Ana Ruiz signed the treaty with Chile.", ["CL", "PE"]),
    ],
)
def test_a_state_that_is_set_apart_is_no_party(text: str, states: list[str]) -> None:
    assert parties(text) == states


@pytest.mark.parametrize(
    "text",
    [
        "All member states except Chile signed the convention.",
        "With the exception of Chile, all member states ratified the convention.",
        "Peru and Chile abstained; the resolution was adopted.",
    ],
)
def test_who_is_left_out_is_no_party(text: str) -> None:
    assert not [party for each in read(text).agreements for party in each.parties]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{bell}, unlike her predecessor Rolf Meier, met {kaya}, in Ankara.", ["Ali Kaya", "Ana Bell"]),
        ("Like her predecessor Rolf Meier, {bell} met {kaya}, in Ankara.", ["Ali Kaya", "Ana Bell"]),
        ("{bell}, not Minister Rolf Meier, met {kaya}, in Ankara.", ["Ali Kaya", "Ana Bell"]),
        ("{bell} met not with Ambassador Rolf Meier but with {kaya}.", ["Ali Kaya", "Ana Bell"]),
        ("{bell} met {kaya}, rather than Ambassador Rolf Meier.", ["Ali Kaya", "Ana Bell"]),
        ("Instead of Minister Rolf Meier, {bell} met {kaya}.", ["Ali Kaya", "Ana Bell"]),
        ("In the absence of Minister Rolf Meier, {bell} met {kaya}.", ["Ali Kaya", "Ana Bell"]),
        ("Representing Minister Rolf Meier, {bell} met {kaya}.", ["Ali Kaya", "Ana Bell"]),
        ("{bell}, together with Minister Rolf Meier, met {kaya}.", ["Ali Kaya", "Ana Bell", "Rolf Meier"]),
    ],
)
def test_a_person_who_is_set_apart_took_no_part(text: str, names: list[str]) -> None:
    told = text.format(bell="Prosecutor General Ana Bell", kaya="the Turkish ambassador, Ali Kaya")
    (meeting,) = read(told, published="2024-05-04").meetings
    assert meeting.status.value == "held"
    assert sorted(each.person.name for each in meeting.participants if each.person) == names


@pytest.mark.parametrize("way", ["without delay", "without comment", "without the usual delay", "without further rest"])
def test_whom_somebody_met_is_not_set_apart_by_how_they_met(way: str) -> None:
    words = f"Prosecutor General Ana Bell of Peru arrived in Ankara, and {way} met the Turkish ambassador, Ali Kaya."
    names = [each.person.name for each in read(words).meetings[0].participants if each.person]
    assert sorted(names) == ["Ali Kaya", "Ana Bell"]
