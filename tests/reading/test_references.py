"""References: pronouns and words for several actors mean one thing or nothing."""

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.phrases import Phrase, PhraseKind
from archive.reading.segments import segment

LEAD = "The Prosecutor General of Chile, Ms Ana Soto, met the Minister of Justice of Peru, Mr Rui Prado. "


def phrase(text: str, words: str) -> Phrase:
    found = phrases(segment(text))
    return next(each for marked in found.sentences for each in marked.phrases if each.span.of(text) == words)


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (LEAD + "She spoke first.", "She", "Ana Soto"),
        (LEAD + "He spoke first.", "He", "Rui Prado"),
        ("Mr Rui Prado met Mr Ivo Salz. He spoke first.", "He", "Rui Prado"),
        ("The day was long. Mr Rui Prado and Mr Ivo Salz spoke. Then he left.", "he", "Rui Prado"),
        ("Nobody came. He left.", "He", None),
        ("Mr Rui Prado spoke. After talks with Mr Ivo Salz, he left.", "he", "Rui Prado"),
        ("Mr Rui Prado spoke. Asked about Mr Ivo Salz, he left.", "he", "Rui Prado"),
        ("Mr Rui Prado spoke. When Mr Ivo Salz came, he left.", "he", "Ivo Salz"),
        (LEAD + "It rained. It snowed. It stopped. She left.", "She", None),
    ],
)
def test_a_pronoun_means_the_one_person_it_can_mean(text: str, words: str, person: str | None) -> None:
    assert phrase(text, words).person == person


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Both officials", ["Ana Soto", "Rui Prado"]),
        ("The two dignitaries", ["Ana Soto", "Rui Prado"]),
        ("The two ministers", []),
    ],
)
def test_words_for_two_people_mean_the_two(words: str, people: list[str]) -> None:
    assert [member.person for member in phrase(f"{LEAD}{words} agreed.", words).members] == people


@pytest.mark.parametrize("words", ["The two", "The pair", "Both officials"])
def test_words_for_two_people_mean_those_just_named(words: str) -> None:
    text = "Prosecutor General Ana Kovač spoke. Minister of Justice Jean Mbarga received Ambassador Li Wen. "
    assert [each.person for each in phrase(f"{text}{words} met.", words).members] == ["Jean Mbarga", "Li Wen"]


COMPANY = LEAD + "Inspector Eva Rojo of Chile and her deputy director, Mr Ivo Salz, gave lectures. "


@pytest.mark.parametrize(
    ("text", "words", "people"),
    [
        (COMPANY, "The two heads", ["Ana Soto", "Rui Prado"]),
        (COMPANY, "The two agency chiefs", ["Ana Soto", "Rui Prado"]),
        ("Mr Rui Prado spoke. Mr Ivo Salz agreed. ", "The two heads", ["Rui Prado", "Ivo Salz"]),
        (LEAD + "The Director of the Customs of Peru, Ms Eva Rojo, came. ", "The two heads", []),
        (COMPANY, "The two directors", []),
    ],
    ids=["lead", "what", "no office", "three", "only one"],
)
def test_heads_are_those_who_lead_something_in_different_states(text: str, words: str, people: list[str]) -> None:
    assert [member.person for member in phrase(f"{text}{words} met.", words).members] == people


@pytest.mark.parametrize(
    "body", ["Europol", "the National Police", "the International Division", "the Prosecutor's Office of Peru"]
)
def test_the_head_of_another_body_is_not_the_one_who_is_met(body: str) -> None:
    text = f"Ana Soto, Prosecutor General of Chile, met the head of {body}."
    assert phrase(text, f"the head of {body}").person is None


def test_the_head_of_a_prosecution_service_is_the_prosecutor_general_of_that_state() -> None:
    text = "Ana Soto, Prosecutor General of Chile, spoke. The head of Chile's prosecution service left."
    assert phrase(text, "The head of Chile's prosecution service").person == "Ana Soto"


@pytest.mark.parametrize("words", ["The two ministers", "The two justice ministers"])
def test_a_deputy_is_none_of_two_ministers(words: str) -> None:
    text = (
        "The Minister of Justice of Peru, Ana Soto, met the Minister of Justice of Chile, Rui Prado. The Deputy"
        f" Minister of Justice of Peru, Eva Rojo, was there. {words} left."
    )
    assert [each.person for each in phrase(text, words).members] == ["Ana Soto", "Rui Prado"]


@pytest.mark.parametrize("words", ["both countries", "the two sides", "the two states"])
def test_words_for_two_states_mean_the_two(words: str) -> None:
    assert [member.country for member in phrase(f"{LEAD}It was good for {words}.", words).members] == ["CL", "PE"]


def test_words_for_two_states_mean_none_among_three() -> None:
    text = LEAD + "The Prosecutor General of Bolivia, Eva Rojo, came. It was good for both countries."
    assert phrase(text, "both countries").members == ()


def test_they_are_those_who_were_named_together() -> None:
    text = "Ms Ana Soto and Mr Rui Prado met. They signed a plan."
    assert [member.person for member in phrase(text, "They").members] == ["Ana Soto", "Rui Prado"]


def test_a_list_of_delegations_is_one_phrase_with_its_states() -> None:
    text = "The heads of delegations from Chile, Peru and Bosnia and Herzegovina approved it."
    found = phrase(text, "The heads of delegations from Chile, Peru and Bosnia and Herzegovina")
    assert found.kind is PhraseKind.DELEGATION
    assert [member.country for member in found.members] == ["CL", "PE", "BA"]


@pytest.mark.parametrize(
    "words", ["the Kenyan, Ugandan and Rwandan prosecutors", "Kenyan, Ugandan, and Rwandan ministers"]
)
def test_people_of_several_states_are_one_delegation(words: str) -> None:
    found = phrase(f"They wrote to {words} in May.", words)
    assert [member.country for member in found.members] == ["KE", "UG", "RW"]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("the Kazakh side", "KZ"),
        ("25 Ecuadorian prosecutors", "EC"),
        ("the Colombian authorities", "CO"),
        ("the Angolan prosecution service", "AO"),
    ],
)
def test_unnamed_people_of_a_state_are_a_delegation(words: str, country: str) -> None:
    found = phrase(f"They wrote to {words} in May.", words)
    assert (found.kind, found.country) == (PhraseKind.DELEGATION, country)


LUND = "Minister of Justice Liv Lund of Norway received Ambassador Omar Sayed of Egypt in Oslo. "
COURTS = "The Supreme Court of Nepal and the Supreme Court of Bhutan agreed on 3 May. "


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (LUND + "The latter said little.", "The latter", "Omar Sayed"),
        (LUND + "The former, in her turn, promised help.", "The former", "Liv Lund"),
        (LUND + "In reply the former thanked the latter for the visit.", "the latter", "Omar Sayed"),
        ("Minister Liv Lund met Judge Omar Sayed, and the latter proposed a course.", "the latter", "Omar Sayed"),
        (LUND + "She spoke of the latter's visit to Bergen.", "the latter", "Omar Sayed"),
    ],
)
def test_the_former_and_the_latter_are_the_two_of_whom_was_just_told(text: str, words: str, person: str) -> None:
    assert phrase(text, words).person == person


@pytest.mark.parametrize(
    "text",
    [
        LUND + "The latter was signed in Oslo.",
        LUND + "The former judge said little.",
        LUND + "The latter half said little.",
        LUND + "It rained. The latter said little.",
        "Ms Liv Lund, Mr Omar Sayed and Mr Ivo Salz met. The latter said little.",
        "Ms Liv Lund met the Ministry of Justice of Egypt. The latter said little.",
        "Ms Liv Lund met Mr Omar Sayed and the Ministry of Justice of Egypt. The latter said little.",
        "Ms Liv Lund of Norway spoke of Nepal and Bhutan. The latter said little.",
    ],
)
def test_the_latter_means_nobody_where_it_may_mean_another_or_a_thing(text: str) -> None:
    found = phrases(segment(text)).sentences[-1].phrases
    assert not any(each.rule == "one-of-two" for each in found)


def test_of_two_bodies_the_latter_is_the_second() -> None:
    found = phrase(COURTS + "The latter will host a seminar.", "The latter").organization
    assert found is not None and found.name == "Supreme Court of Bhutan"


def test_he_who_speaks_on_is_the_latter() -> None:
    text = "Mr Rui Prado met Mr Ivo Salz. The latter spoke first. Then he left."
    assert phrase(text, "he").person == "Ivo Salz"
