"""Titles beside the bodies of their holders: which words are of the title, which of the body, and whose both are."""

import pytest

from tests.reading.test_offices import offices

Held = list[tuple[str, str | None, str | None]]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Ministry of Interior Undersecretary Lieutenant General Ana Soto came.",
            [("Undersecretary", "Ministry of Interior", None)],
        ),
        (
            "Ethics and Anti-Corruption Commission CEO Ana Soto came.",
            [("CEO", "Ethics and Anti-Corruption Commission", None)],
        ),
        ("Chile's National Police director, General Ana Soto, came.", [("director", "National Police", "CL")]),
        ("Tax Police Chief Ana Soto came.", [("Chief", "Tax Police", None)]),
        ("They met police chief Ana Soto of Lima.", [("police chief", None, None)]),
        ("They met the ZUNAT chief General Ana Soto of the Peruvian Army.", [("chief", "ZUNAT", "PE")]),
        ("Environmental Prosecutor Ana Soto of Peru came.", [("Environmental Prosecutor", None, "PE")]),
        ("Yesterday Prosecutor Ana Soto of Peru came.", [("Prosecutor", None, "PE")]),
        ("Ana Soto, Director General of Customs of Peru, came.", [("Director General of Customs", None, "PE")]),
        (
            "Ana Soto, Director General of the Customs Administration of Peru, came.",
            [("Director General", "Customs Administration of Peru", "PE")],
        ),
        ("They met Head of Political Section Ana Soto.", [("Head of Political Section", None, None)]),
        (
            "Ana Soto, Minister for Justice, the Constitution and Human Rights, came.",
            [("Minister for Justice, the Constitution and Human Rights", None, None)],
        ),
        ("Pol. Lt. Gen. Ana Soto of the Royal Thai Police came.", [("Pol. Lt. Gen.", "Royal Thai Police", "TH")]),
        ("PRESENT\n\nBotswana: Chief Supt Ana Soto\n\nMalawi: Mr Omar Diaz", [("Chief Supt", None, "BW")]),
    ],
)
def test_a_title_ends_where_the_body_begins(text: str, held: Held) -> None:
    assert offices(text)["Ana Soto"] == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "They saw the Serious Fraud Office of New Zealand, led by its Director, Ana Soto.",
            [("Director", "Serious Fraud Office of New Zealand", "NZ")],
        ),
        (
            "They saw the National Crime Agency (NCA) of the United Kingdom, led by its Director, Ana Soto.",
            [("Director", "National Crime Agency", "GB")],
        ),
        (
            "They saw the Tax Committee of Armenia, led by its Chief, Ana Soto.",
            [("Chief", "Tax Committee of Armenia", "AM")],
        ),
        (
            "They saw the Fraud Division of the Ministry of Justice of Peru, led by its Director, Ana Soto.",
            [("Director", "Fraud Division", "PE")],
        ),
        (
            "They saw the Fraud Division of the Ministry of Justice of Peru, led by its Minister, Ana Soto.",
            [("Minister", "Ministry of Justice of Peru", "PE")],
        ),
        (
            "Ana Soto, Chairman and Chief Executive of the Drug Agency of Peru, came.",
            [("Chairman", "Drug Agency of Peru", "PE"), ("Chief Executive", "Drug Agency of Peru", "PE")],
        ),
        (
            "Ana Soto, Minister of Health and Head of the Drug Commission, came.",
            [("Minister of Health", None, None), ("Head", "Drug Commission", None)],
        ),
        ("Bar Association President Ana Soto came.", [("President", "Bar Association", None)]),
        ("Judge Ana Soto, Supreme Court of Chile, said so.", [("Judge", "Supreme Court of Chile", "CL")]),
        ("They met Judge Ana Soto, Eurojust, and others.", [("Judge", None, None)]),
        ("The spokesperson of the Prosecutor General of Chile, Ana Soto, came.", [("spokesperson", None, "CL")]),
        ("Chief of Staff to the Attorney General of Chile, Ana Soto, came.", [("Chief of Staff", None, "CL")]),
    ],
)
def test_a_body_is_whose_its_own_words_say(text: str, held: Held) -> None:
    assert offices(text)["Ana Soto"] == held


def test_a_virtue_behind_a_title_is_a_given_name() -> None:
    assert list(offices("They met President Faith Odhiambo. They lost faith in Odhiambo.")) == ["Faith Odhiambo"]


def test_a_noun_for_bodies_behind_a_given_name_is_a_family_name() -> None:
    held = offices("Commissioner Richard Chambers of Fiji came. The Attorney General's Chambers met.")
    assert held == {"Richard Chambers": [("Commissioner", None, "FJ")]}
