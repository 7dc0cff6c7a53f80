"""Names of persons: what is evidence for one, and what is not; who is who."""

import pytest

from archive.reading.entities import phrases
from archive.reading.facts import Person
from archive.reading.naming import _AFTER, _BEFORE, _WORDS_BEFORE
from archive.reading.phrases import PhraseKind
from archive.reading.segments import segment
from archive.values import MentionKind


def persons(text: str) -> dict[str, Person]:
    return {person.name: person for person in phrases(segment(text)).persons}


def rules(text: str) -> set[str]:
    found = phrases(segment(text))
    return {
        actor.rule
        for marked in found.sentences
        for phrase in marked.phrases
        for actor in phrase.actors()
        if actor.kind is PhraseKind.PERSON
    }


# rule, a text where it finds the name, the name, a text where it must find nothing
CASES = [
    (
        "office-before",
        "The guests met the Prosecutor General of Chad Mahamat Djibrine.",
        "Mahamat Djibrine",
        "The guests met the Prosecutor General of Chad.",
    ),
    (
        "plural-office-before",
        "They met prosecutors Ondra Vlček and Jitka Malá.",
        "Ondra Vlček",
        "They met prosecutors in Brno Square.",
    ),
    (
        "counterpart",
        "She received her Latvian counterpart, Oskars Zvirbulis, in Tartu.",
        "Oskars Zvirbulis",
        "She received her Latvian counterpart in Tartu.",
    ),
    ("honorific", "A gift was handed to Ms Ngalula Kabongo.", "Ngalula Kabongo", "A gift was handed to Lake Kivu."),
    (
        "of-a-state",
        "They heard, from the Netherlands, Sjoerd Hofstra, acting Rapporteur, on time.",
        "Sjoerd Hofstra",
        "They came from the Netherlands, Flevoland Polder first.",
    ),
    ("said-by", "“It works,” said Tevita Fonua.", "Tevita Fonua", "“It works,” the leaflet said of Vava Point."),
    ("delegate", "Tonga: Tevita Fonua, Sione Latu", "Tevita Fonua", "Tonga: Nuku Harbour"),
    (
        "office-after",
        "It was written by Tevita Fonua, Attorney General of Tonga.",
        "Tevita Fonua",
        "It was written in Haatafu Bay, Tonga.",
    ),
    (
        "office-in-brackets",
        "It was written by Tevita Fonua (Attorney General of Tonga).",
        "Tevita Fonua",
        "It was found near Haatafu Bay (Tonga).",
    ),
    (
        "office-after-dash",
        "Tevita Fonua – Attorney General of Tonga – spoke.",
        "Tevita Fonua",
        "Haatafu Bay – a quiet place – slept.",
    ),
    (
        "office-on-the-next-line",
        "Guests\n\nTevita Fonua\n\nAttorney General of Tonga\n\nAnd others.",
        "Tevita Fonua",
        "Guests\n\nHaatafu Bay\n\nTonga\n\nAnd others.",
    ),
    (
        "is-in-office",
        "Tevita Fonua is the Attorney General of Tonga.",
        "Tevita Fonua",
        "Haatafu Bay is the pride of Tonga.",
    ),
    (
        "plural-office-after",
        "They met Tevita Fonua and Sione Latu, Ministers of Tonga.",
        "Sione Latu",
        "They saw Haatafu Bay and Vava Point, sights of Tonga.",
    ),
    (
        "his-deputy",
        "The Attorney General of Tonga, Tevita Fonua, and Sione Latu, his deputy, came.",
        "Sione Latu",
        "The sea and Vava Point, his dream, lay there.",
    ),
    ("body-in-brackets", "They asked Sione Latu (Interpol).", "Sione Latu", "They saw Vava Point (map)."),
    ("state-in-brackets", "First came Sione Latu (Tonga).", "Sione Latu", "First came the port of Vava Point (Tonga)."),
    (
        "of-a-body",
        "First came Sione Latu of the Supreme Court of Tonga.",
        "Sione Latu",
        "First came the Latu Prize of the year.",
    ),
    ("who", "Then came Suharsono, who smiled.", "Suharsono", "It was kept in Salatiga, which smiled."),
    ("says", "Sione Latu said that it was late.", "Sione Latu", "The Vava Point said nothing."),
    ("speaker", "Sione Latu: “It is late.”", "Sione Latu", "Topic of the day: “It is late.”"),
    ("aged", "Police arrested Sione Latu, 44, at the port.", "Sione Latu", "Police closed Vava Point, 44 miles off."),
    (
        "speaker-label",
        "An interview\n\nSione Latu: Yes, it is.\n\nThat was all.",
        "Sione Latu",
        "An interview\n\nTopic: the sea.\n\nThat was all.",
    ),
    (
        "labelled",
        "Photo of the day\n\nTranslation: Sione Latu\n\nThat was all.",
        "Sione Latu",
        "Photo of the day\n\nTranslation: none\n\nThat was all.",
    ),
    ("by-agent", "The team was led by Sione Latu.", "Sione Latu", "The team was led by boat to Vava Point."),
    ("met", "They met with Sione Latu on the quay.", "Sione Latu", "They met at Vava Point on the quay."),
    ("given-name", "A letter from Marta Kukułka lay there.", "Marta Kukułka", "A letter from Lake Kukułka lay there."),
    ("put-by", "As put by Latu, it was late.", "Latu", "As put by many, it was late."),
    (
        "joined-to-a-person",
        "They met Marta Kukułka, Sione Latu and others.",
        "Sione Latu",
        "They saw the sea, Vava Point and others.",
    ),
    (
        "named-short-elsewhere",
        "Nearby stood Sione Latu. Mr Latu smiled.",
        "Sione Latu",
        "Nearby lay Vava Point. Mr Latu smiled.",
    ),
]


@pytest.mark.parametrize(("rule", "text", "name", "other"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_finds_its_name_and_nothing_without_its_evidence(rule: str, text: str, name: str, other: str) -> None:
    assert name in persons(text)
    assert rule in rules(text)
    assert not set(persons(other)) - {"Latu"}


def test_every_rule_has_a_case() -> None:
    named = {name for name, _ in (*_BEFORE, *_AFTER, *_WORDS_BEFORE)}
    assert named <= {case[0] for case in CASES}


@pytest.mark.parametrize(
    "name",
    [
        "Joost van der Velde",
        "Hélder Kiala dos Santos",
        "Nasr bin Khalifa Al Hinai",
        "Yusuf al-Harthy",
        "Akram Al-Khateeb",
        "Vahan Ter-Sargsyan",
        "Fionnuala O’Driscoll",
        "Caoimhe Ní Dhomhnaill",
        "Andrés Felipe Ordóñez Caicedo",
        "Trinh Quoc Vuong",
        "Do Xuan Thang",
        "Ma Dong-gyu",
        "Igor KRASNOV",
        "J. Smith",
        "K. Shanmugaratnam",
        "D.Y. Rao",
        "Sigríður J. Friðjónsdóttir",
        "Ulug'bek Yo'ldoshev",
        "Magali Marine Young",
        "Jordan Whitlock",
        "Georgia Papadaki",
        "Bárður á Lakjuni",
    ],
)
def test_names_of_many_traditions_are_read_whole(name: str) -> None:
    text = f"The guests were received by the Minister of Justice, {name}, in the morning."
    assert list(persons(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The containers were insured by Cyprus Mutual Marine and consigned to a shell company, Panama Star Trading.",
        "He laid flowers at the Ho Chi Minh Mausoleum.",
        "The frigate Charles de Gaulle left Toulon.",
        "The Abraham Accords were discussed.",
        "They met in Santiago de Chile on Monday in March.",
        "The case is known as “Marea Negra”.",
        "Vadim was from the town of Beverly Hills, California.",
        "Operation Trojan Shield said it all.",
        "The Canada India Business Forum welcomed the statement.",
        "According to Armenpress, the talks went well.",
    ],
)
def test_what_is_no_person_is_none(text: str) -> None:
    assert persons(text) == {}


def test_a_form_of_address_tells_two_of_one_family_name_apart() -> None:
    text = (
        "Tamar Beridze (Deputy Prosecutor General of Georgia) and Giorgi Beridze, head of the Police Department, spoke. "
        "Ms Beridze thanked Mr Beridze."
    )
    found = persons(text)
    assert [mention.span.of(text) for mention in found["Tamar Beridze"].mentions] == ["Tamar Beridze", "Beridze"]
    assert [mention.span.of(text) for mention in found["Giorgi Beridze"].mentions] == ["Giorgi Beridze", "Beridze"]


def test_a_family_name_that_two_bear_names_none() -> None:
    text = "President Ilham Aliyev met Prosecutor General Kamran Aliyev. Aliyev spoke first."
    mentions = [mention for person in persons(text).values() for mention in person.mentions]
    assert all(mention.kind is MentionKind.FULL for mention in mentions)


def test_initials_can_stand_for_a_given_name() -> None:
    text = "Prosecutor General Nida Grunskienė arrived. “We share a border,” N. Grunskienė said."
    assert list(persons(text)) == ["Nida Grunskienė"]


def test_a_state_in_the_name_of_a_person_is_no_state() -> None:
    found = phrases(segment("The Canadian Deputy Attorney General, Jordan Whitlock, met Ms Georgia Papadaki."))
    assert [country.code for country in found.countries] == ["CA"]
