"""Those who speak at a gathering or lead a part of it took part; those who only recall another one did not."""

import pytest

from .test_meetings import meetings, persons

WORKSHOP = "A regional workshop on asset recovery was held in Dushanbe from 15 to 17 May 2024. "


@pytest.mark.parametrize(
    "words",
    [
        "Congratulatory remarks were delivered by Ana Soto, Director of the Institute of Justice.",
        "In her welcoming address, Ana Soto, Director of the Institute of Justice, spoke of crime.",
        "The sessions were led by two experts: Ana Soto, a judge of Chile.",
        "The practical exercises were conducted by Judge Ana Soto.",
        "Judge Ana Soto moderated the first panel.",
        "Judge Ana Soto delivered a keynote address on illicit wealth.",
        "Judge Ana Soto acted as moderator.",
    ],
)
def test_who_speaks_at_a_gathering_took_part(words: str) -> None:
    (meeting,) = meetings(WORKSHOP + words)
    assert persons(meeting) == {"Ana Soto"}


@pytest.mark.parametrize(
    "words",
    [
        "In his letter, Judge Luis Vega thanked the hosts.",
        "Judge Luis Vega served as minister.",
        "The fourth one, held in Lima in May 2020, was opened by Judge Luis Vega. Judge Ana Soto moderated a panel.",
    ],
)
def test_who_only_writes_or_spoke_years_before_did_not(words: str) -> None:
    first, *_ = meetings(WORKSHOP + words)
    assert "Luis Vega" not in persons(first)


def test_those_who_join_belong_to_the_gathering_of_the_text_and_not_to_one_that_it_recalls() -> None:
    first, *recalled = meetings(
        "The ministers of justice of Georgia and Moldova met in Batumi on 3 June 2022. They recalled their last"
        " meeting, held in Odesa in September 2021. The talks were attended by Judge Ana Soto."
    )
    assert "Ana Soto" in persons(first)
    assert not any("Ana Soto" in persons(each) for each in recalled)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The third steering committee of the project took place on 21 March 2023 in Tirana.", ("session", "Tirana")),
        ("The Annual General Meeting of the Network will be hosted by Zambia in Lusaka.", ("session", "Lusaka")),
        (
            "The Minister of Justice of Serbia, Ana Soto, and the Minister of Justice of Chile, Luis Vega, inaugurated"
            " a police post.",
            ("ceremony", None),
        ),
        (
            "Judge Ana Soto of Chile handed the gavel to Judge Luis Vega of Peru at a brief ceremony.",
            ("ceremony", None),
        ),
        ("Delighted to host the round table on evidence in Georgetown.", ("conference", "Georgetown")),
    ],
)
def test_what_bodies_and_ceremonies_are_told_by(words: str, expected: tuple[str, str | None]) -> None:
    (meeting,) = meetings(words)
    assert (meeting.kind.value, meeting.place.name if meeting.place else None) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The Office released the 21st edition of its report in Lima on 4 May 2022.",
        "The Ministers of Justice of Serbia, Ana Soto, and of Chile, Luis Vega, opened the case.",
        "An exhibition organised by the Embassy of Chile draws crowds.",
    ],
)
def test_what_only_looks_like_one(words: str) -> None:
    assert meetings(words) == ()


SOTO, VEGA = "Judge Ana Soto of Chile", "Judge Luis Vega of Peru"


@pytest.mark.parametrize(
    "words",
    [
        f"{SOTO} and {VEGA} spoke to reporters after the vote.",
        f"{SOTO} and {VEGA} also spoke.",
        f"{SOTO} and {VEGA} spoke at a press conference in Lima on 3 May 2022.",
        f"{SOTO} and {VEGA} spoke in favour of the bill.",
        f"{SOTO} and {VEGA} spoke on Tuesday to the press in Lima.",
        f"{SOTO} and {VEGA} talked to journalists in Lima on Tuesday.",
        f"{SOTO} and {VEGA} talked for an hour to the press in Lima on Tuesday.",
    ],
)
def test_two_who_spoke_in_public_did_not_meet(words: str) -> None:
    assert meetings(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        f"{SOTO} and {VEGA} spoke about extradition on 3 May 2022.",
        f"{SOTO} and {VEGA} spoke on Tuesday.",
        f"{SOTO} and {VEGA} spoke for an hour behind closed doors.",
        f"{SOTO} and {VEGA} spoke briefly on the sidelines of the summit.",
        f"{SOTO} and {VEGA} talked for an hour in Lima on Tuesday and then answered the press.",
        f"{SOTO} and {VEGA} talked at length on Tuesday before facing reporters.",
        f"{SOTO} and {VEGA} spoke on the margins of the summit in Lima and told journalists that all was well.",
    ],
)
def test_two_who_spoke_with_each_other_met(words: str) -> None:
    (meeting,) = meetings(words)
    assert persons(meeting) == {"Ana Soto", "Luis Vega"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Judge Ana Soto came to Lima. Judge Luis Vega met her in the evening.", [{"Ana Soto", "Luis Vega"}]),
        ("Judge Ana Soto said that Judge Luis Vega had received her.", [{"Ana Soto", "Luis Vega"}]),
        ("The suspect landed on Monday. Inspector Luis Vega met him at the airport.", []),
    ],
)
def test_whom_one_meets_is_another_who_is_known(words: str, expected: list[set[str]]) -> None:
    assert [persons(each) for each in meetings(words)] == expected
