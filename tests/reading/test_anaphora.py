"""Instruments that go without their noun, that a number announces, or that were not signed."""

import pytest

from archive.reading import read

SIGNED = "Chile and Peru signed a memorandum on training in 2020. "


def told(words: str) -> list[tuple[str, str | None, set[str]]]:
    """The instruments of a text: status, date and the states of their parties."""
    agreements = read(f"Cooperation goes on\n\n{words}").agreements
    return [
        (
            each.steps[-1].status.value,
            each.steps[-1].date.edtf if each.steps[-1].date else None,
            {party.country for party in each.parties if party.country},
        )
        for each in agreements
    ]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("A similar one with Brazil was signed in 2021.", ("signed", "2021", {"BR"})),
        ("The one with Brazil dates from 1999.", ("signed", "1999", {"BR"})),
        ("Another, with Brazil, followed in 2021.", ("signed", "2021", {"BR"})),
        ("A third one, with Brazil, is being drafted.", ("draft", None, {"BR"})),
    ],
)
def test_what_goes_without_its_noun_is_of_the_sort_of_the_one_before(
    words: str, step: tuple[str, str, set[str]]
) -> None:
    assert told(SIGNED + words)[1] == step


def test_one_of_another_sort_is_no_instrument() -> None:
    assert len(told(SIGNED + "A new one was opened in Lima; another, with Brazil in mind, is thought of.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Chile and Peru signed two documents: a memorandum on training and a treaty on extradition.",
        "Chile and Peru signed two instruments in Lima, namely a memorandum on training and a treaty on extradition.",
    ],
)
def test_a_number_only_announces_the_instruments_behind_it(words: str) -> None:
    assert told(words) == [("signed", None, {"CL", "PE"})] * 2


def test_a_number_without_instruments_behind_it_announces_none() -> None:
    assert told("Chile and Peru signed two documents: they were glad of it.") == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The memorandum on training between Chile and Peru has not been signed yet.", "draft"),
        ("The ministers of Chile and Peru left Lima without signing the memorandum on training.", "planned"),
        ("The ministers of Chile and Peru left Lima without putting their names to the memorandum.", "planned"),
        ("The signing of the memorandum between Chile and Peru did not take place.", "planned"),
    ],
)
def test_what_was_not_signed_is_still_to_come(words: str, status: str) -> None:
    assert [each[0] for each in told(words)] == [status]


@pytest.mark.parametrize(
    "words", ["Chile and Peru signed no memorandum.", "Chile left without reading the memorandum."]
)
def test_what_is_denied_or_only_read_is_none(words: str) -> None:
    assert told(words) == []
