"""Quotation marks: which stretches stand between them, whatever a house writes and misprints."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.marks import quoted

PAIRS = ["“”", "””", "«»", "»«", "„“", "„”", '""', "‹›", "「」", "『』", "‘’", "''"]


def words(text: str) -> list[str]:
    return [zone.of(text) for zone in quoted(text)]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_of_marks_encloses_its_words(pair: str) -> None:
    text = f"He said: {pair[0]}We are glad to be here today.{pair[1]} They left."
    assert words(text) == ["We are glad to be here today."]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said: “The term ‘tea money’ is old.” So be it.", ["The term ‘tea money’ is old."]),
        ("He said: «The “old road” is closed.» So be it.", ["The “old road” is closed."]),
        ("He said: 'The \"old road\" is closed.' So be it.", ['The "old road" is closed.']),
        ("“I won’t, and the judges’ wishes won’t,” he said.", ["I won’t, and the judges’ wishes won’t,"]),
        ("'I won't, and they don't,' he said.", ["I won't, and they don't,"]),
        ('“The 6" blade was found,” he said.', ['The 6" blade was found,']),
        ('A 6" blade and a 4" rope lay there.', []),
        ("He is 6' 2\" tall, and she is 5' 4\".", []),
        ("The class of '98 met the parties' wishes.", []),
        ("He said,“We will come.” They left.", ["We will come."]),
        ('He said,"We will come." They left.', ["We will come."]),
        ("<p>“We will come.”</p>", ["We will come."]),
        ('<b>He said:</b>"We will come."<br>', ["We will come."]),
        ("He said: “We will come.“ They left.", ["We will come."]),
        ("He said: ”We will come.” They left.", ["We will come."]),
        ('He said: “We will come." They left.', ["We will come."]),
        ("The so-called “old road “, long closed, is “new”.", ["old road", "new"]),
        ("“... and so it went,” he said.", ["... and so it went,"]),
        ("He said: “\nWe will come.\n”\nThey left.", ["We will come."]),
    ],
)
def test_marks_are_read_as_a_reader_reads_them(text: str, inside: list[str]) -> None:
    assert words(text) == inside


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n"])
@pytest.mark.parametrize("pair", ["“”", "«»", '""'])
def test_paragraphs_that_open_anew_are_one_stretch_each(pair: str, gap: str) -> None:
    text = gap.join(
        [f"{pair[0]}One is trust.", f"{pair[0]}Two is time.", f"{pair[0]}Three is money.{pair[1]} He left."]
    )
    assert words(text) == ["One is trust.", "Two is time.", "Three is money."]


def test_a_lost_end_costs_no_other_quotation() -> None:
    assert words("“One is trust, he said.\n\nShe said: “Two is time.” They left.")[-1] == "Two is time."


@given(st.text(alphabet="ab .,\n“”«»„‘’\"'「」", max_size=60))
def test_stretches_stand_in_order_and_hold_words(text: str) -> None:
    zones = quoted(text)
    assert all(zone.of(text).strip() == zone.of(text) != "" for zone in zones)
    assert all(early.end <= late.start for early, late in pairwise(zones))


def test_a_quotation_in_plain_single_marks_may_be_wrapped() -> None:
    text = "He promised that 'none of them will see\nanother season'.\n\nIt's over."
    assert [span.of(text) for span in quoted(text)] == ["none of them will see\nanother season"]


def test_a_quotation_within_it_does_not_end_an_open_paragraph() -> None:
    text = 'She said: "One.\n\n"Two, as they say, \'was filled\'.\n\n"Three."'
    assert [span.of(text) for span in quoted(text)] == ["One.", "Two, as they say, 'was filled'.", "Three."]
