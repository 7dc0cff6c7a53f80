"""Every wording of the topic scheme is held to its examples."""

import tomllib
from typing import Any

import pytest

from archive.reading.topic_scheme import compile_wording
from archive.reading.topics import find_topics
from archive.resources import SEEDS
from archive.values import Span

TOPICS = tomllib.loads((SEEDS / "topics.toml").read_text(encoding="utf-8"))["topic"]
BY_SLUG = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic["slug"])


def slugs(words: str) -> set[str]:
    return {topic.slug for topic in find_topics(words)}


def family(slug: str) -> set[str]:
    """The topic and those below it: a narrower topic takes the place of a broader one."""
    below = {slug}
    while more := {topic["slug"] for topic in TOPICS if topic.get("broader") in below} - below:
        below |= more
    return below


@BY_SLUG
def test_every_example_gives_the_topic(topic: Any) -> None:
    assert not [words for words in topic["examples"] if not slugs(words) & family(topic["slug"])]


@BY_SLUG
def test_no_counter_example_gives_the_topic(topic: Any) -> None:
    assert not [words for words in topic["counterexamples"] if topic["slug"] in slugs(words)]


@BY_SLUG
def test_every_wording_is_shown_by_an_example(topic: Any) -> None:
    examples = [words.lower() for words in topic["examples"]]
    patterns = (*topic.get("patterns", ()), *topic.get("hints", ()))
    assert not [words for words in patterns if not any(compile_wording(words).search(each) for each in examples)]


@BY_SLUG
def test_every_label_gives_the_topic(topic: Any) -> None:
    assert not [label for label in topic["labels"] if not slugs(f"About {label} today.") & family(topic["slug"])]


def test_a_broader_topic_gives_way_to_a_narrower_one() -> None:
    assert slugs("They spoke about the laundering of money, a financial crime of our days.") == {
        "money-laundering",
        "financial-crime",
    }
    assert slugs("They spoke about cyber fraud.") == {"online-fraud"}


def test_a_compound_is_one_subject() -> None:
    assert slugs("They spoke about the smuggling of migrants.") == {"illegal-migration"}
    assert slugs("They spoke about customs fraud and smuggling.") == {"fraud", "smuggling"}
    assert slugs("They spoke about cyber scammers.") == {"online-fraud"}


def test_a_measure_against_a_thing_is_a_subject_beside_the_thing() -> None:
    assert slugs("They spoke about the seizure of cryptoassets.") == {"asset-recovery", "cryptocurrency"}


def test_words_of_a_wording_may_stand_in_either_order() -> None:
    assert slugs("Four accounts had to be frozen.") == {"asset-recovery"}
    assert slugs("A freeze on four accounts was asked for.") == {"asset-recovery"}
    assert slugs("The accounts were read. He froze.") == set()


def test_a_label_stands_for_its_spellings_and_its_order_of_words() -> None:
    for words in ("the tracing of stolen assets", "asset tracing", "assets tracing", "tracing of the assets"):
        assert slugs(f"They spoke about {words}.") == {"asset-recovery"}
    for words in ("labour rights", "labor rights"):
        assert slugs(f"They spoke about {words}.") == {"labour-rights"}


def test_a_subject_that_was_not_discussed_is_none() -> None:
    assert slugs("They did not discuss extradition.") == set()


def test_a_subject_that_only_a_name_says_is_one_where_several_names_say_it() -> None:
    assert slugs_in_names("The Asset Recovery Office", " spoke about fraud.") == {"fraud"}
    assert slugs_in_names("The Asset Recovery Office", " spoke about asset recovery.") == {"asset-recovery"}
    assert slugs_in_names("The Asset Recovery Office", " met ", "the Asset Recovery Unit", ".") == {"asset-recovery"}
    assert slugs_in_names("The Data Protection Supervisor", " met ", "the Data Protection Board", ".") == set()


def test_a_subject_that_only_one_name_says_is_one_where_the_text_says_no_other() -> None:
    assert slugs_in_names("The Asset Recovery Office", " spoke.") == {"asset-recovery"}
    assert slugs_in_names("The Asset Recovery Office", " spoke about legal cooperation.") == {"asset-recovery"}
    assert slugs_in_names("The Data Protection Supervisor", " spoke.") == set()


def slugs_in_names(*parts: str) -> set[str]:
    """The topics of a text of which every other part is a name, beginning with the first."""
    starts = [sum(map(len, parts[:number])) for number in range(len(parts) + 1)]
    names = [Span(starts[number], starts[number + 1]) for number in range(0, len(parts), 2)]
    return {topic.slug for topic in find_topics("".join(parts), names=iter(names))}


def test_a_subject_in_the_name_of_a_law_is_none() -> None:
    assert slugs("It applies the Data Privacy Act of 2012 and the Law on Money Laundering.") == set()
    assert slugs("The Code of the city was quoted; they spoke about money laundering.") == {"money-laundering"}


def test_what_is_done_to_a_law_is_no_part_of_its_name() -> None:
    assert slugs("Amendments to the Criminal Code were discussed.") == {"justice-reform"}


def test_a_tag_is_read_word_by_word() -> None:
    assert slugs("Talks on #DrugTrafficking went on. #NPA #FirstLadies") == {"drug-trafficking"}


def test_what_was_left_out_is_no_subject() -> None:
    assert slugs("A draft annex on whistle-blowers was left out at the wish of two delegations.") == set()


def test_a_hint_says_a_topic_where_a_text_says_no_other() -> None:
    assert slugs("The ombudsman was received.") == {"human-rights"}
    assert slugs("The ombudsman was received; the talk was of legal cooperation.") == {
        "human-rights",
        "legal-cooperation",
    }
    assert slugs("The ombudsman was received; the talk was of bribery.") == {"corruption"}


def test_a_hint_may_stand_in_a_name() -> None:
    assert slugs_in_names("The Residual Special Court", " has moved.") == {"war-crimes"}
    assert slugs_in_names("The Residual Special Court", " spoke about bribery.") == {"corruption"}
