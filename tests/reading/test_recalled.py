"""Instruments that name an older one, pages that are one, and those who made it beside those who only talk about it."""

import pytest

from archive.reading import read
from archive.reading.facts import Agreement

from .test_agreements import signatories_of, steps_of, the_one

MET = "Minister Ana Soto of Chile met Minister Juan Paz of Peru in Lima on 3 May 2024. "


def agreements(words: str) -> list[Agreement]:
    return list(read(f"Cooperation goes on\n\n{MET}{words}", published="2024-05-04").agreements)


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (
            "They signed a programme for the memorandum of cooperation concluded in 2019 between the two offices.",
            {"program": "2024-05-03", "memorandum": "2019"},
        ),
        (
            "They signed an action plan implementing the Treaty on Extradition of 12 May 1999.",
            {"plan": "2024-05-03", "treaty": "1999-05-12"},
        ),
        (
            "They signed an addendum to the Protocol of 14 October 2016.",
            {"protocol": "2024-05-03", "the older": "2016-10-14"},
        ),
    ],
)
def test_what_carries_out_an_older_instrument_is_dated_apart_from_it(words: str, steps: dict[str, str]) -> None:
    found = [date for each in agreements(words) for _, date in steps_of(each)]
    assert sorted(map(str, found)) == sorted(steps.values())


def test_a_renewal_is_the_instrument_that_it_renews() -> None:
    (agreement,) = agreements("The meeting concluded with the renewal for three years of the Protocol of 2020.")
    assert steps_of(agreement) == [("signed", "2024-05-03")]


def test_an_addendum_is_told_again() -> None:
    words = (
        "They concluded an addendum to the Protocol on Data. The Addendum was signed by both and takes effect in 2025."
    )
    assert [steps_of(each) for each in agreements(words)] == [[("signed", "2024-05-03")]]


@pytest.mark.parametrize(
    "words",
    [
        "A memorandum of cooperation was agreed. On behalf of the parties, signatures were put by A. Soto and J. Paz.",
        "A memorandum of cooperation was finalised. The two ministers appended their signatures in the evening.",
    ],
)
def test_signatures_are_told_in_the_next_sentence(words: str) -> None:
    (agreement,) = agreements(words)
    assert signatories_of(agreement) == {"Ana Soto": "CL", "Juan Paz": "PE"}


def test_others_held_the_offices_when_an_older_treaty_was_signed() -> None:
    (agreement,) = agreements("They praised the Treaty on Extradition, signed by the ministers in May 2010.")
    assert signatories_of(agreement) == {}
    assert {party.country for party in agreement.parties} == {"CL", "PE"}


@pytest.mark.parametrize(
    "words",
    [
        "Peru executed a European Investigation Order of Spain.",
        "They reached broad agreement on the need to meet.",
        "The talks ended with an agreement to meet again.",
    ],
)
def test_an_order_carried_out_or_mere_consent_is_no_instrument(words: str) -> None:
    assert agreements(words) == []


def test_two_that_talk_about_the_treaty_of_a_region_did_not_make_it() -> None:
    (agreement,) = agreements("They discussed the draft ASEAN Treaty on Extradition.")
    assert agreement.parties == ()


PAGE = """JOINT STATEMENT
of the Second Meeting of Prosecutors General

Lima, 9 October 2024

We, the Prosecutors General of Chile and Peru, wish to thank Brazil.

1. Our offices will exchange evidence.

Done in Lima in two copies.

Ana Soto, Prosecutor General of Chile
Juan Paz, Prosecutor General of Peru
"""


def test_a_page_may_be_an_instrument() -> None:
    (agreement,) = read(PAGE).agreements
    assert (agreement.title, agreement.kind.value, steps_of(agreement)) == (
        "JOINT STATEMENT",
        "statement",
        [("signed", "2024-10-09")],
    )
    assert {party.country for party in agreement.parties} == {"CL", "PE"}
    assert signatories_of(agreement) == {"Ana Soto": "CL", "Juan Paz": "PE"}


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("JOINT STATEMENT", "JOINT STATEMENT SIGNED IN LIMA"),
        PAGE.replace("We, the Prosecutors General of Chile and Peru,", "The prosecutors").replace("Done", "Printed"),
    ],
    ids=["a report", "nobody speaks"],
)
def test_a_page_about_an_instrument_is_none(page: str) -> None:
    assert all(step != ("signed", "2024-10-09") for each in read(page).agreements for step in steps_of(each))


def test_a_declaration_called_after_a_city_is_told_from_another() -> None:
    words = "They recalled the meeting crowned by the Quito Declaration. The Declaration of Lima on data was adopted."
    assert {each.title for each in agreements(words)} == {"Quito Declaration", "Declaration of Lima on data"}
    assert the_one(MET + "The Declaration of Lima on data was adopted.").title == "Declaration of Lima on data"


def test_who_initials_signs_a_draft() -> None:
    words = "An amendment to the Protocol was initialled by the heads, Eva Ruiz (Chile) and Leo Vega (Peru)."
    (agreement,) = agreements(words)
    assert signatories_of(agreement) == {"Eva Ruiz": "CL", "Leo Vega": "PE"}


def test_what_takes_effect_at_once_does_so_when_it_is_signed() -> None:
    (agreement,) = agreements("They signed a protocol on data, which took effect immediately.")
    assert steps_of(agreement) == [("signed", "2024-05-03"), ("in_force", "2024-05-03")]


def test_a_body_of_a_city_is_a_party() -> None:
    words = "They signed a memorandum between Chile's Justice Academy and Peru's Training Centre."
    (agreement,) = agreements(words)
    assert {party.organization.name for party in agreement.parties if party.organization} == {
        "Justice Academy",
        "Training Centre",
    }


def test_a_third_state_that_only_an_epithet_brings_in_is_no_party() -> None:
    words = "Ana Soto and Juan Paz signed a plan between the two ministries."
    (agreement,) = agreements(f"The Ministry of Justice of Brazil sent greetings. {words}")
    assert {party.country for party in agreement.parties} == {"CL", "PE"}
