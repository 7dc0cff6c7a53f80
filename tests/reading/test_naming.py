"""Names of persons: what is evidence for one, and what is not; who is who."""

import pytest

from archive.reading import read
from archive.reading.entities.finding import phrases
from archive.reading.facts import Person
from archive.reading.phrases import PhraseKind
from archive.reading.segments import segment
from archive.reading.vocabulary import load
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


CASES = [
    *((rule["name"], rule["example"], rule["finds"], rule["counterexample"]) for rule in load("naming")["rule"]),
    (
        "by-agent",
        "The Italian team was led by Marta dell'Acqua.",
        "Marta dell'Acqua",
        "The team was led by dell'Acqua.",
    ),
    ("given-name", "A letter from Marta Kukułka lay there.", "Marta Kukułka", "A letter from Lake Kukułka lay there."),
    (
        "given-name",
        "A letter from Mile Hill lay there.",
        "Mile Hill",
        "They sat at the Sandiford Centre, Two Mile Hill.",
    ),
    (
        "joined-to-a-person",
        "They met Marta Kukułka, Monoke Latu and others.",
        "Monoke Latu",
        "They saw Vava Point and others.",
    ),
    ("named-short-elsewhere", "Nearby stood Monoke Latu. Mr Latu smiled.", "Monoke Latu", "Nearby lay Vava Point."),
]


@pytest.mark.parametrize(("rule", "text", "name", "other"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_finds_its_name_and_nothing_without_its_evidence(rule: str, text: str, name: str, other: str) -> None:
    assert name in persons(text)
    assert rule in rules(text)
    assert not set(persons(other)) - {"Latu"}


@pytest.mark.parametrize(
    "name",
    [
        "Joost van der Velde",
        "Hélder Kiala dos Santos",
        "Nasr bin Khalifa Al Hinai",
        "Yusuf al-Harthy",
        "Akram Al-Khateeb",
        "Abdullah bin Sultan Al Nuaimi",
        "Vahan Ter-Sargsyan",
        "Fionnuala O’Driscoll",
        "Caoimhe Ní Dhomhnaill",
        "Andrés Felipe Ordóñez Caicedo",
        "Trinh Quoc Vuong",
        "Do Xuan Thang",
        "Rita Das",
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
        "Maria Lourdes “Malou” T. Evangelista",
        "Asanaliev K.T.",
        "Sultan bin Rashid Al Sowaidi",
        "NGUYEN Van Thanh",
        "DO THI Minh Anh",
        "Teo Lay Cheng",
        "Hassan Sheikh Mohamud",
        "Lisa O. Monaco",
        "Clark E. Settles",
        "Jesus “Boying” Remulla",
        "Luong Quoc Thai",
        "Paul German",
    ],
)
def test_names_of_many_traditions_are_read_whole(name: str) -> None:
    text = f"The guests were received by the Minister of Justice, {name}, in the morning."
    assert list(persons(text)) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The guests met Ratu Semi Vuniwaqa on Monday.", "Semi Vuniwaqa"),
        ("The guests met YBhg. Datuk Win Hayati binti Said on Monday.", "Win Hayati binti Said"),
        ("The guests met Barr. Chukwuemeka Obi on Monday.", "Chukwuemeka Obi"),
        ("The list read: Norway Minister Ana Soto, Zambia Director Rui Lima.", "Rui Lima"),
    ],
)
def test_forms_of_address_and_states_stand_outside_a_name(text: str, name: str) -> None:
    assert name in persons(text)


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
        "They were arrested in Pedro Juan Caballero.",
    ],
)
def test_what_is_no_person_is_none(text: str) -> None:
    assert persons(text) == {}


def test_a_form_of_address_tells_two_of_one_family_name_apart() -> None:
    text = (
        "Tamar Beridze (Deputy Prosecutor General of Georgia) and Giorgi Beridze, head of the Police Office, came. "
        "Ms Beridze thanked Mr Beridze."
    )
    found = persons(text)
    assert [mention.span.of(text) for mention in found["Tamar Beridze"].mentions] == ["Tamar Beridze", "Beridze"]
    assert [mention.span.of(text) for mention in found["Giorgi Beridze"].mentions] == ["Giorgi Beridze", "Beridze"]


def test_a_family_name_that_two_bear_names_none() -> None:
    text = "President Ilham Aliyev met Prosecutor General Kamran Aliyev. Aliyev spoke first."
    mentions = [mention for person in persons(text).values() for mention in person.mentions]
    assert all(mention.kind is MentionKind.FULL for mention in mentions)


def test_a_middle_name_may_be_left_out() -> None:
    text = "The Solicitor-General of Samoa, Ioana Hellene Wallwork, came. Later Ioana Wallwork left."
    assert list(persons(text)) == ["Ioana Hellene Wallwork"]


@pytest.mark.parametrize(
    ("office", "names"),
    [
        ("Foreign Minister", ["Retna Wibisana"]),
        ("Coordinating Minister for Legal Affairs", ["Retna Wibisana"]),
        ("Deputy Minister", ["Retna Wibisana", "Retna"]),
        ("Judge", ["Retna Wibisana", "Retna"]),
    ],
)
def test_a_shorter_title_before_a_first_name_tells_whose_it_is(office: str, names: list[str]) -> None:
    assert list(persons(f"The {office} Retna Wibisana came. Minister Retna spoke.")) == names


def test_names_in_the_other_order_are_of_the_same_person() -> None:
    text = "General Prosecutor Sharifov Umed came. The General Prosecutor Umed Sharifov spoke."
    (person,) = phrases(segment(text)).persons
    assert (person.name, person.aliases) == ("Sharifov Umed", ("Umed Sharifov",))


def test_initials_can_stand_for_a_given_name() -> None:
    text = "Prosecutor General Nida Grunskienė arrived. “We share a border,” N. Grunskienė said."
    assert list(persons(text)) == ["Nida Grunskienė"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Canadian Deputy Attorney General, Jordan Whitlock, met Ms Georgia Papadaki.", ["CA"]),
        ("Minister Tran Quoc Thai met Judge Sarah Irish of Canada. Mr Thai thanked her.", ["CA"]),
        ("In Siem Reap Thai and Cambodian prosecutors met the Hon. German Minister.", ["TH", "KH", "DE"]),
    ],
    ids=["state", "adjective", "adjective beside a place"],
)
def test_a_state_in_the_name_of_a_person_is_no_state(text: str, codes: list[str]) -> None:
    found = phrases(segment(text))
    assert [country.code for country in found.countries] == codes


def test_a_short_family_name_in_capitals_is_no_acronym() -> None:
    assert "LEE Won-seok" in persons("Mr LEE Won-seok, Prosecutor General, came.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kisumu Governor Anyang' Omolo came.", "Anyang' Omolo"),
        ("Ms Sabina Wang’ and Justice Grace Otieno came.", "Grace Otieno"),
        ("Mr Shavkat Azimov o‘g‘li came.", "Shavkat Azimov o‘g‘li"),
    ],
)
def test_apostrophes_and_patronymics_belong_to_a_name(text: str, name: str) -> None:
    assert name in persons(text)


def test_an_office_tells_that_a_family_name_stands_first() -> None:
    found = persons("Ying Yong, Procurator-General, came. Procurator-General Ying spoke.")
    assert list(found) == ["Ying Yong"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "He was met by HE the Undersecretary of the Ministry of Justice Sultan bin Rashid Al Amri.",
            "Sultan bin Rashid Al Amri",
        ),
        ("They met HE Advocate General Hamad Al Buainain.", "Hamad Al Buainain"),
        ("The Attorney General, HE Wei, spoke in Beijing.", "HE Wei"),
        ("In Jakarta the Head of the Asset Recovery Agency Sri Wahyuni Putri spoke.", "Sri Wahyuni Putri"),
        ("In Delhi the Minister of Justice of India Sri Ramesh Gowda spoke.", "Ramesh Gowda"),
    ],
)
def test_a_word_that_is_a_title_elsewhere_belongs_to_a_name_where_the_text_says_so(text: str, name: str) -> None:
    assert list(persons(text)) == [name]


def test_initials_behind_the_family_name_are_those_before_it() -> None:
    text = "Judge Asanaliev K.T. came. Then K.T. Asanaliev spoke, and Ms Anne Smith M.D. did."
    assert list(persons(text)) == ["Asanaliev K.T.", "Anne Smith"]


def test_a_signature_with_the_form_of_address_behind_the_name_is_a_person() -> None:
    assert list(persons("That is all.\n\nRuth M. Banda (Mrs)\nPrincipal Public Relations Officer\n")) == [
        "Ruth M. Banda"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The meeting was attended by M. Nazarov and others.", "M. Nazarov"),
        ("He held a phone call on Sunday with Chile's Luz Paredes.", "Luz Paredes"),
        ("Prosecutors charged Suharno Bintang on Monday.", "Suharno Bintang"),
        ("It was signed for Peru: Monoke Latu; for Mongolia: D. Davaasuren.", "D. Davaasuren"),
        ("Monoke Latu of Tonga said that it was late.", "Monoke Latu"),
    ],
    ids=["an initial", "a state's", "charged", "for a state", "of a state"],
)
def test_what_stands_before_a_name_says_that_it_is_a_persons(text: str, name: str) -> None:
    assert name in persons(text)


@pytest.mark.parametrize(
    "text",
    ["They met at M. Point.", "He held a call on Sunday from Chile's Vava Point.", "Vava Point of Tonga was lovely."],
)
def test_no_person_is_read_where_nothing_says_so(text: str) -> None:
    assert not persons(text)


def test_a_name_in_the_capitals_of_a_headline_is_read_as_the_text_writes_it() -> None:
    text = "THE PROSECUTOR GENERAL N.TSOGTBAYAR TOOK PART IN A CONFERENCE\n\nThe Prosecutor General N.Tsogtbayar spoke."
    assert list(persons(text)) == ["N.Tsogtbayar"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rapporteur of the Council, Patricia Cuba, met them.", "Patricia Cuba"),
        ("The judge, Jordan Chile, met them.", "Jordan Chile"),
        ("They met Emma Chad, Director of Customs.", "Emma Chad"),
        ("Ms Chile met them.", "Chile"),
        ("The Minister of Justice, Baroness Emma Chad, spoke. Then Ms Chad left, and Emma Chad was seen.", "Emma Chad"),
        ("They met the Minister of Justice, Kofi Bishop. He left.", "Kofi Bishop"),
        ("Minister of Justice Kofi Dame and Minister of Customs Abla Sow signed.", "Kofi Dame"),
    ],
)
def test_a_family_name_may_be_a_state_or_a_form_of_address(text: str, name: str) -> None:
    found = phrases(segment(text))
    assert found.persons[0].name == name
    assert not found.countries


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("In the presence of the judge, Jordan, Chile and Oman signed.", {"JO", "CL", "OM"}),
        ("Miss Chile met them.", {"CL"}),
        ("The judge, Emma Soto, and Chile met.", {"CL"}),
    ],
)
def test_a_state_beside_a_person_is_a_state(text: str, codes: set[str]) -> None:
    assert {country.code for country in phrases(segment(text)).countries} == codes


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Registrar, Mr. Prince Mensah, spoke.", "Prince Mensah"),
        ("They met Ms Princess Dube, the judge.", "Princess Dube"),
        ("They met Mr Alhaji Bello, the judge.", "Alhaji Bello"),
        ("They met Prince Hassan Karimi, the judge.", "Hassan Karimi"),
        ("They met Alhaji Musa Bello, the judge.", "Musa Bello"),
        ("They met Mr Justice Bello.", "Bello"),
    ],
)
def test_a_title_behind_mr_is_a_given_name(words: str, name: str) -> None:
    assert [person.name for person in read(words).persons] == [name]


def test_three_spaces_stand_between_two_columns() -> None:
    text = "They met.\n\nMarta Kukułka                Ana Soto Paz\n\nSigned by Marta  Kukułka   Ana Soto Paz."
    assert [person.name for person in read(text).persons] == ["Marta Kukułka", "Ana Soto Paz"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Attorney General Malcolm King and Minister Peter Prince MP came.", ["Malcolm King", "Peter Prince"]),
        ("Sir Julian King, the Commissioner, came. King agreed.", ["Julian King"]),
        ("King Felipe received Prince Albert and President Jean Roux.", ["Felipe", "Albert", "Jean Roux"]),
        (
            "Ghana's Minister of Finance, Cassiel Ato Forson, met Dr Kwame Ato Asare.",
            ["Cassiel Ato Forson", "Kwame Ato Asare"],
        ),
        ("President Nana Akufo-Addo met Ato Kebede Tessema.", ["Nana Akufo-Addo", "Kebede Tessema"]),
    ],
)
def test_a_title_or_a_form_of_address_behind_a_given_name_is_a_part_of_the_name(text: str, names: list[str]) -> None:
    assert [person.name for person in read(text).persons] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Prosecutor General of Chile, Angel Valencia, spoke.", ["Angel Valencia"]),
        ("Zoltan Szabo and Jose Lima met.", ["Zoltan Szabo", "Jose Lima"]),
        ("German prosecutors and Ana Soto, Roman judges and Omar Paz met.", ["Ana Soto", "Omar Paz"]),
    ],
)
def test_given_names_are_known_without_their_diacritics(text: str, names: list[str]) -> None:
    assert [person.name for person in read(text).persons] == names
