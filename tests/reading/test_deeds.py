"""A signing, an adoption or a ratification that is told as a noun: done, to come, wished for."""

import pytest

from archive.reading import read

from .test_agreements import steps_of

TREATY = "the extradition treaty between Chile and Peru"


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        (f"The ministers hailed the conclusion, on 3 May, of {TREATY}.", ["signed"]),
        (f"Conclusion of {TREATY} was announced on Tuesday.", ["signed"]),
        (f"The talks were capped by the signing of {TREATY}.", ["signed"]),
        (f"The talks will end on Friday with the signing of {TREATY}.", ["planned"]),
        (f"The purpose of the visit was the signing of {TREATY}.", ["planned"]),
        (f"The signing of {TREATY} is on the agenda for May.", ["planned"]),
        (f"The minister urged the conclusion of {TREATY}.", ["proposed"]),
        (f"The Senate's ratification of {TREATY} was announced on Monday.", ["approved"]),
        (f"Congress gave its assent to {TREATY}.", ["approved"]),
        (f"The President signed into law {TREATY}.", ["approved"]),
        (f"The bill to ratify {TREATY} was sent to parliament.", ["submitted"]),
        (f"There was no signing of {TREATY}.", []),
        (f"They spoke about the meaning of {TREATY}.", []),
    ],
)
def test_a_deed_that_is_a_noun_is_told_by_the_words_around_it(words: str, statuses: list[str]) -> None:
    found = read(f"Cooperation goes on\n\nThe weather was fine. {words}", published="2025-03-14").agreements
    assert [status for agreement in found for status, _ in steps_of(agreement)] == statuses


def test_a_new_version_of_an_instrument_is_one_of_its_own() -> None:
    words = "Chile and Peru cooperate under a memorandum of 2014. A new version of it was signed on 3 May 2024."
    found = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert [step for agreement in found for step in steps_of(agreement)] == [
        ("signed", "2014"),
        ("signed", "2024-05-03"),
    ]
