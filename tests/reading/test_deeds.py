"""A signing, an adoption or a ratification that is told as a noun: done, to come, wished for."""

import pytest

from archive.reading import read

from .test_agreements import steps_of, the_one

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


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("Chile and Peru are considering an extradition treaty.", ["proposed"]),
        ("Chile asked Peru for an extradition treaty.", ["proposed"]),
        ("A possible treaty on extradition between Chile and Peru was discussed.", ["proposed"]),
        ("Chile and Peru discussed signing a treaty on extradition.", ["proposed"]),
        ("Chile and Peru discussed a book.", []),
        ("The extradition treaty between Chile and Peru was not discussed.", []),
        ("Chile and Peru reached an understanding to conclude a treaty on extradition.", ["planned"]),
        ("Chile and Peru agreed the text of a treaty on extradition.", ["draft"]),
        ("Chile handed Peru the draft of a treaty on extradition.", ["submitted"]),
        ("The treaty on extradition with Chile passed Peru's Senate.", ["approved"]),
        ("The treaty on extradition with Chile won the consent of Peru's Senate.", ["approved"]),
        ("The treaty on extradition between Chile and Peru became binding on 5 May 2021.", ["in_force"]),
    ],
)
def test_what_is_weighed_settled_or_consented_to_is_told_apart(words: str, statuses: list[str]) -> None:
    found = read(f"Cooperation goes on\n\nThe weather was fine. {words}", published="2025-03-14").agreements
    assert [status for agreement in found for status, _ in steps_of(agreement)] == statuses


@pytest.mark.parametrize(
    ("next_sentence", "step"),
    [
        ("It has been in force since 1 May 2021.", ("in_force", "2021-05-01")),
        ("Signed in 2019, it has never been used.", ("signed", "2019")),
    ],
)
def test_it_points_to_the_instrument_of_the_sentence_before(next_sentence: str, step: tuple[str, str]) -> None:
    assert step in steps_of(the_one(f"Chile and Peru have an extradition treaty. {next_sentence}"))


@pytest.mark.parametrize(
    ("words", "statuses"),
    [
        ("Chile would like to conclude an extradition treaty with Peru.", ["proposed"]),
        ("Chile called on Peru to sign an extradition treaty.", ["proposed"]),
        ("Chile called on Peru to sign the extradition treaty.", []),
        ("Chile has had our draft extradition treaty with Peru since May.", ["draft"]),
        ("Chile and Peru signed a treaty on crime, and a memorandum will be signed in May.", ["signed", "planned"]),
        ("Chile and Peru agreed at a meeting in Lima on Friday on a joint action plan.", ["approved"]),
        ("Peru recalled a similar treaty with Chile, which was never ratified.", ["signed"]),
        ("The Lima Agreement of 2012 between Chile and Peru is still not in force.", ["signed"]),
        ("The extradition treaty with Chile (in force since 2019) is used by Peru.", ["in_force"]),
        ("12 May 2019 – Signature by Chile and Peru of the extradition treaty.", ["signed"]),
        ("12 May 2027 – Signature by Chile and Peru of the extradition treaty.", ["planned"]),
        ("Signature of the treaty with Chile has been postponed until June, Peru said.", ["planned"]),
    ],
)
def test_what_is_not_done_yet_is_left_open(words: str, statuses: list[str]) -> None:
    found = read(f"Cooperation goes on\n\nThe weather was fine. {words}", published="2025-03-14").agreements
    assert [status for agreement in found for status, _ in steps_of(agreement)] == statuses
