"""What stands between commas inside a clause parts no verb from those who act."""

import pytest

from archive.reading import read
from archive.values import MeetingKind

PROSECUTORS = ("Prosecutor General of Chile Ana Soto", "the Prosecutor General of Peru Luis Paz")


@pytest.mark.parametrize(
    "sentence",
    [
        "{0}, being on an official visit to Lima, met with {1} on 2 May 2024.",
        "{0}, representing the Ministry of Justice of Brazil, met with {1} on 2 May 2024.",
        "{0} met on 2 May 2024, on the sidelines of the Lima Dialogue on Illicit Finance, {1}.",
        "{0} met, within the framework of the network of contact points, with {1} on 2 May 2024.",
    ],
)
def test_an_aside_parts_no_verb_from_those_who_meet(sentence: str) -> None:
    text = sentence.format(*PROSECUTORS)

    met = [
        {participant.person.name for participant in meeting.participants if participant.person}
        for meeting in read(text).meetings
        if meeting.kind is MeetingKind.BILATERAL
    ]

    assert met == [{"Ana Soto", "Luis Paz"}]


def test_a_denial_behind_an_aside_stays_one() -> None:
    text = "{}, who on 2 May 2024 did not travel, never met with {}.".format(*PROSECUTORS)

    assert read(text).meetings == ()


def test_an_aside_parts_no_signing_from_what_is_signed() -> None:
    text = "{} and {} signed, in the presence of the ambassadors, a memorandum on asset recovery.".format(*PROSECUTORS)

    assert [agreement.title for agreement in read(text).agreements] == ["memorandum on asset recovery"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Lima Convention, on assistance in civil, family and tax matters, was adopted in 2002.", "2002"),
        ("The Lima Convention, which deals with costs, fees, and languages, entered into force in 2004.", "2004"),
        ("The Lima Convention, which was under debate since 2001, too, was signed by Peru.", None),
    ],
    ids=["on matters", "which deals with", "a day of something else"],
)
def test_an_aside_parts_no_verb_from_an_instrument(words: str, expected: str | None) -> None:
    (agreement,) = read(words).agreements

    assert agreement.title == "Lima Convention"
    assert [step.date.edtf if step.date else None for step in agreement.steps][-1:] == [expected]


@pytest.mark.parametrize(
    "aside",
    [
        "with the support of Brazil",
        "with the help of the Embassy of Brazil",
        "under the auspices of Brazil",
        "thanks to the mediation of Brazil",
    ],
)
def test_who_helps_is_not_who_signs(aside: str) -> None:
    (agreement,) = read(f"Peru, {aside}, signed a treaty with Chile.").agreements
    assert [party.country for party in agreement.parties] == ["PE", "CL"]
    (agreement,) = read(f"Peru and Chile, {aside}, signed a treaty in Lima.").agreements
    assert [party.country for party in agreement.parties] == ["PE", "CL"]
