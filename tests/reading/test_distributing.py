"""One noun in the plural that stands for several instruments."""

import pytest

from archive.reading import read

from .test_agreements import steps_of


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "Chile and Peru signed agreements on extradition and on legal assistance.",
            ["agreements on extradition", "on legal assistance"],
        ),
        (
            "Chile and Peru signed two treaties, one on extradition and the other on the transfer of prisoners.",
            ["treaties, one on extradition", "the other on the transfer of prisoners"],
        ),
        ("Chile signed memoranda with Peru (2012) and Brazil (2014).", ["memoranda with Peru", "Brazil"]),
        ("Three treaties bind Chile and Peru: on crime (2006) and on prisoners (2012).", ["on crime", "on prisoners"]),
        ("Chile and Peru signed agreements on drugs and crime.", ["agreements on drugs and crime"]),
        (
            "Chile and Peru signed two agreements on drugs and the return of cars.",
            ["agreements on drugs", "return of cars"],
        ),
        (
            "Chile and Peru signed agreements in the fields of extradition, legal assistance and training.",
            ["agreements in the fields of extradition", "legal assistance", "training"],
        ),
        ("Chile and Peru signed agreements on crime and on the need to meet.", ["agreements on crime and on the need"]),
        (
            "Chile signed treaties with Peru and Brazil on extradition.",
            ["treaties with Peru and Brazil on extradition"] * 2,
        ),
    ],
)
def test_a_plural_is_as_many_instruments_as_it_names(words: str, titles: list[str]) -> None:
    found = read(f"Cooperation goes on\n\nThe weather was fine. {words}", published="2025-03-14").agreements
    assert [each.title for each in found] == titles


def test_each_of_a_plural_has_its_own_partner_and_year() -> None:
    words = "Chile signed memoranda with Peru (2012) and Brazil (2014)."
    found = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert [(steps_of(each), {party.country for party in each.parties}) for each in found] == [
        ([("signed", "2012")], {"CL", "PE"}),
        ([("signed", "2014")], {"CL", "BR"}),
    ]
