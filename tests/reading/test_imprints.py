"""Whose text a page is, by the lines above and below it."""

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.segments import segment

TEXT = "The delegation was received today.\n\nThe talks lasted two hours, and the ministers were content with them."


def house(text: str) -> str | None:
    return phrases(segment(text)).house


@pytest.mark.parametrize(
    ("above", "code"),
    [
        ("REPUBLIC OF SERBIA | MINISTRY OF INTERIOR", "RS"),
        ("Ministry of Justice – Ethiopia", "ET"),
        ("Public Prosecution – Qatar @PP_EN", "QA"),
        ("Newsletter of the Federal Office of Justice (FOJ), Bern – Issue 3/2022", "CH"),
        ("Chad, Niger open Border Office", None),
    ],
)
def test_a_line_above_the_text_names_its_house(above: str, code: str | None) -> None:
    assert house(f"{above}\n\n{TEXT}") == code


@pytest.mark.parametrize(
    ("below", "code"),
    [
        ("Inquiries: Ana Soto, tel. +358 295 150 000", "FI"),
        ("Contact: press@mj.gov.md", "MD"),
        ("See www.cps.gov.uk", "GB"),
        ("For media: +1 876 922 0000", "JM"),
        ("Call 922 0000, or write to news@press.io", None),
        ("Inquiries: +358 295 150 000 and +46 8 405 10 00", None),
        ("Inquiries: +1 202 555 0100", None),
    ],
)
def test_telephones_and_addresses_below_the_text_tell_its_house(below: str, code: str | None) -> None:
    assert house(f"Ministers meet\n\n{TEXT}\n\n{below}") == code
