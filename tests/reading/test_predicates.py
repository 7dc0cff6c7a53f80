"""What a sentence says of an instrument after the first thing that it says of it."""

import pytest

from archive.reading import read

TREATY = "The extradition treaty between Chile and Peru"


def last_step(words: str) -> list[tuple[str, str | None]]:
    """How far each agreement of a sentence has come, and when."""
    steps = [each.steps[-1] for each in read(f"Treaties at work\n\n{words}", published="2024-05-14").agreements]
    return [(step.status.value, step.date.edtf if step.date else None) for step in steps]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        (f"{TREATY} was initialled in 2018, signed in Lima in 2020 and is now before the courts.", ("signed", "2020")),
        (f"{TREATY} was drafted in Geneva in 2017, initialled a year later and signed in 2020.", ("signed", "2020")),
        (
            f"{TREATY} was signed by Ana Soto and Luis Mora on 3 May 2020 and took effect on 1 March 2022.",
            ("in_force", "2022-03-01"),
        ),
        (f"{TREATY}, which minister Ana Soto initialled in 2018, was signed in Lima in 2020.", ("signed", "2020")),
        (f"{TREATY} that Ana Soto initialled in 2018 was signed in Lima in 2020.", ("signed", "2020")),
        (f"{TREATY}, signed by Ana Soto in 2018, has applied since 1 March 2022.", ("in_force", "2022-03-01")),
        (f"{TREATY} was initialled in 2018 and will be signed in June.", ("planned", "2024-06")),
        (f"{TREATY} is to be initialled in May and signed in June.", ("planned", "2024-06")),
        (f"{TREATY} was initialled in 2018, but was never signed.", ("draft", "2018")),
        (f"The draft of {TREATY[0].lower()}{TREATY[1:]} was never signed, ratified or approved.", ("draft", None)),
        (
            f"{TREATY}, which Peru signed in 2018, and the law, which is new, will be submitted for review in June.",
            ("signed", "2018"),
        ),
        (f"{TREATY} was signed in 2018 and the ministers entered into talks in 2020.", ("signed", "2018")),
    ],
)
def test_the_last_of_several_predicates_tells_how_far_it_has_come(words: str, step: tuple[str, str]) -> None:
    assert last_step(words) == [step]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        (f"{TREATY}, which had been under discussion since 2018, was signed by the ministers.", None),
        (f"{TREATY}, which was drawn up in 2018, was signed by the ministers.", None),
        (f"On 3 May 2024 {TREATY}, which was drawn up in 2018, was signed by the ministers.", "2024-05-03"),
    ],
)
def test_the_date_of_one_predicate_is_not_that_of_the_next(words: str, date: str | None) -> None:
    assert last_step(words) == [("signed", date)]


def test_what_it_points_back_to_has_applied_since_then() -> None:
    assert last_step(f"{TREATY} was signed in 2020. Since 1 March 2022 it has applied.") == [("in_force", "2022-03-01")]
    assert last_step(f"{TREATY} was signed in 2020. It has applied for no funds.") == [("signed", "2020")]
