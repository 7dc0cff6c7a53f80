"""What holds for the finders on any text: spans re-read, phrases stand apart, time grows with length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.reading import read
from archive.reading.entities.finding import phrases
from archive.reading.segments import segment

WORDS = st.sampled_from(
    [
        *[
            "the",
            "The",
            "of",
            "and",
            ",",
            ".",
            ":",
            ";",
            "(",
            ")",
            "–",
            "-",
            "“",
            "”",
            "'",
            "Mr",
            "Ms",
            "H.E.",
            "Prosecutor",
            "General",
            "Minister",
            "Justice",
            "Ministry",
            "Office",
            "Court",
        ],
        *[
            "Supreme",
            "Chile",
            "Georgia",
            "Jordan",
            "Russian",
            "Hanoi",
            "in",
            "on",
            "5",
            "May",
            "2024",
            "today",
            "Friday",
            "Ana",
            "Igor",
            "Krasnov",
            "van",
            "der",
            "O’Neil",
        ],
        *[
            "al-Harthy",
            "J.",
            "KRASNOV",
            "Interpol",
            "(FATF)",
            "said",
            "met",
            "signed",
            "who",
            "his",
            "counterpart",
            "both",
            "sides",
            "delegation",
            "Fiscalía",
        ],
        *["de", "la", "Ltd", "'s", "’s", "|", "3", "Photo", "•", "𝔄", "Ł", "İ", "ß", "ﬁ", "中文", "é"],
        *("\n", "\n\n", "\t", "\u200f", "\xa0", "\xad"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join), st.lists(WORDS, max_size=80).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_gives_spans_that_stand_apart_and_re_read(text: str) -> None:
    found = phrases(segment(text), "2024-09-27")
    people = {person.name for person in found.persons}
    for marked in found.sentences:
        assert marked.sentence.span.end <= len(text)
        end = marked.sentence.span.start
        for phrase in marked.phrases:
            assert phrase.span in marked.sentence.span
            assert phrase.span.start >= end
            assert phrase.core in phrase.span
            end = phrase.span.end
            for actor in phrase.actors():
                assert actor.person is None or actor.person in people
                assert actor.organization is None or actor.organization in found.organizations
    for person in found.persons:
        assert " ".join(person.mentions[0].span.of(text).split())
    for things in (found.persons, found.organizations, found.countries, found.places):
        for thing in things:
            assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in thing.mentions)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Ministry of Justice and ",
        "Igor Krasnov, ",
        "the Prosecutor General of the Republic of Chile ",
        "Chile, Peru, ",
        "((((",
        "“He said ",
        "5 May 2024 and ",
        "A. ",
        "Word ",
        "of the Office ",
        "both sides and ",
        "- item\n",
        "Mr ",
    ],
)
def test_time_grows_in_proportion_to_the_length(piece: str) -> None:
    def seconds(copies: int) -> float:
        text = piece * copies
        began = time.process_time()
        phrases(segment(text))
        return time.process_time() - began

    seconds(50)
    few, many = min(seconds(400) for _ in range(2)), min(seconds(3200) for _ in range(2))
    assert many < 8 * 4 * max(few, 0.004)
