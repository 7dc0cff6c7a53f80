"""Instruments that are recalled, and that their words call ended: they were made, and are not in force."""

import pytest

from archive.reading import read


def _steps(words: str) -> list[tuple[str, str | None]]:
    reading = read(f"News of legal cooperation\n\n{words}", published="2024-09-27")
    return [(step.status, step.date.edtf if step.date else None) for each in reading.agreements for step in each.steps]


TREATY = "the 1990 treaty on extradition between Malta and Cyprus"


@pytest.mark.parametrize(
    "words",
    [
        f"The two states terminated {TREATY} on 3 May 2024.",
        f"Malta denounced {TREATY}.",
        f"Malta has suspended the application of {TREATY}.",
        f"The termination of {TREATY} was criticised.",
        f"The new rules replace {TREATY}.",
        f"{TREATY.capitalize()} expired in 2010.",
        f"{TREATY.capitalize()}, which lapsed in 2010, was cited by the court.",
        f"{TREATY.capitalize()} was replaced in 2010.",
        f"{TREATY.capitalize()} is no longer in force.",
        f"The court found that {TREATY} never entered into force.",
        "The treaty of 1990 between Malta and Cyprus on extradition ceased to have effect in 2010.",
        "The defunct 1990 treaty between Malta and Cyprus was mentioned.",
    ],
)
def test_an_instrument_that_has_ended_was_made_and_is_not_in_force(words: str) -> None:
    assert _steps(words) == [("signed", "1990")]


@pytest.mark.parametrize(
    "words",
    [
        f"The ministers praised {TREATY}.",
        f"Malta and Cyprus will not terminate {TREATY}.",
        f"Malta threatened to suspend {TREATY}.",
        f"{TREATY.capitalize()} will expire in 2030.",
        f"{TREATY.capitalize()} has not been terminated.",
        f"Under {TREATY}, Malta handed over a man whose permit had expired.",
        f"{TREATY.capitalize()} ended a dispute over fish.",
    ],
)
def test_one_that_is_to_end_or_ends_something_else_stands(words: str) -> None:
    assert _steps(words) == [("in_force", "1990")]


def test_the_one_that_is_replaced_gives_the_new_one_no_day() -> None:
    words = "Malta and Cyprus signed an arrangement on extradition in Valletta. It replaced an arrangement of 2009."
    assert _steps(words) == [("signed", None), ("signed", "2009")]


def test_what_a_new_one_replaces_is_no_part_of_its_title() -> None:
    words = "Malta and Cyprus signed a treaty on extradition to replace that of 1990."
    (agreement,) = read(f"News\n\n{words}", published="2024-09-27").agreements
    assert agreement.title == "treaty on extradition"
