"""Quotations in whole texts: which words, and whose."""

from typing import Any

import pytest

from archive.reading import read
from archive.reading.entities.finding import phrases
from archive.reading.quotations.facts import find_quotations
from archive.reading.segments import segment

ELENA, TARIQ = "Elena Marin Popescu", "Tariq Haddad"
OPENING = (
    "Prosecutors General of Romania and Jordan meet\n\n"
    "On 3 May 2023 the Prosecutor General of Romania, Ms Elena Marin Popescu, received the Attorney General of Jordan, "
    "Mr Tariq Haddad, in Bucharest.\n\n"
)


def quotations(words: str) -> list[tuple[str, str]]:
    """Speaker and words of each quotation of a text that opens with the two heads of prosecution."""
    text = f"{OPENING}{words}\n"
    found = find_quotations(phrases(segment(text), None))
    return [(each.speaker.name if each.speaker else "", each.span.of(text)) for each in found]


WORDS = "The door stays open for you"


@pytest.mark.parametrize(
    "marked",
    [f"“{WORDS}”", f"«{WORDS}»", f"« {WORDS} »", f"»{WORDS}«", f"„{WORDS}“", f'"{WORDS}"', f"‘{WORDS}’", f"'{WORDS}'"],
)
def test_every_pair_of_marks_holds_a_quotation(marked: str) -> None:
    assert quotations(f"{marked}, Popescu said.") == [(ELENA, WORDS)]


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("the Prosecutor General of Romania stressed", ELENA),
        ("the Jordanian official told reporters", TARIQ),
        ("the head of the Romanian prosecution service noted", ELENA),
        ("the guest replied", TARIQ),
        ("according to Haddad", TARIQ),
        ("said Ms Popescu, a judge of long standing", ELENA),
        ("was how Haddad put it", TARIQ),
        ("as Mr Haddad recalled", TARIQ),
    ],
)
def test_a_frame_after_the_words_names_the_speaker(frame: str, speaker: Any) -> None:
    assert quotations(f"“{WORDS}”, {frame}.") == [(speaker, WORDS)]


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        ("In the words of Haddad,", TARIQ),
        ("Popescu was quoted as saying:", ELENA),
        ("The daily quoted Popescu as saying that", ELENA),
        ("Welcoming Haddad, Popescu voiced her belief that", ELENA),
        ("Her guest was brief:", TARIQ),
        ("Haddad, in turn, thanked the hosts:", TARIQ),
        ("Haddad:", TARIQ),
        ("For Mr Haddad, it is a matter of trust:", TARIQ),
        ("The following is attributable to Ms Popescu:", ELENA),
    ],
)
def test_a_frame_before_the_words_names_the_speaker(frame: str, speaker: Any) -> None:
    assert quotations(f"{frame} “the door stays open for you”.") == [(speaker, "the door stays open for you")]


@pytest.mark.parametrize(
    "words",
    [
        "A source in the delegation said: “The lunch was cold but cheerful.”",
        "“The lunch was cold but cheerful,” one of the officials said.",
        "The Ministry said that “the talks were useful and long”.",
        "Popescu's office said: “The talks were useful and long.”",
        "Popescu said the ship “Silver Gull” was held in port.",
        "Haddad said that the ‘tea money’ habit must end.",
        "The parties signed a memorandum “On mutual visits of young prosecutors”.",
        "Under the slogan “Together against fraud”, Popescu opened an exhibition.",
        "Popescu recalled that drugs were being sold as “bath salts” in town.",
        "Popescu said that no “secret list” of names was handed over.",
        "Popescu said the files lay in a shed Haddad called “the chapel”.",
        "The man boasted that “nobody will ever catch me”.",
        "Using the handle “silverfox”, Haddad had asked for more time.",
    ],
)
def test_what_nobody_named_says_and_what_only_names_is_no_quotation(words: str) -> None:
    assert quotations(words) == []


def test_words_inside_the_marks_may_name_the_speaker() -> None:
    assert quotations("“It is time, – Elena Popescu stressed. – Let us begin today.”") == [
        (ELENA, "It is time,"),
        (ELENA, "Let us begin today."),
    ]


def test_an_interrupted_quotation_is_one_piece_each() -> None:
    assert quotations("“It is time,” said Haddad, smiling, “to open the drawers.”") == [
        (TARIQ, "It is time,"),
        (TARIQ, "to open the drawers."),
    ]


def test_paragraphs_left_open_go_on_with_the_speaker() -> None:
    words = "“The first reason is trust,” Haddad said.\n\n“The second is time.\n\n“The third is money.”"
    assert [speaker for speaker, _ in quotations(words)] == [TARIQ] * 3


def test_a_paragraph_alone_goes_on_with_who_added() -> None:
    assert quotations("Popescu spoke of courts.\n\nShe added:\n\n“Courts need light.”") == [
        (ELENA, "Courts need light.")
    ]


def test_two_speakers_in_one_paragraph_keep_their_words() -> None:
    assert quotations("Popescu said: “No one will wait.” Haddad agreed: “No one at all.”") == [
        (ELENA, "No one will wait."),
        (TARIQ, "No one at all."),
    ]


def test_who_stands_in_for_the_head_is_not_called_by_the_office() -> None:
    words = f"The Deputy Solicitor General of Jordan, Sami Qasem, came too.\n\n“{WORDS}”, the Solicitor General said."
    assert quotations(words) == []


def test_i_under_a_label_is_whom_the_label_names() -> None:
    words = f"Question: And then?\n\nTariq Haddad: We went. I told the Assembly that “{WORDS}”, and I stand by it."
    assert quotations(words) == [(TARIQ, WORDS)]


def test_a_pronoun_is_the_last_subject_it_fits() -> None:
    assert quotations("In her remarks, Ms Popescu thanked Mr Haddad. “A good road,” she said.") == [
        (ELENA, "A good road,")
    ]


def test_somebody_unnamed_is_not_replaced_by_who_spoke_before() -> None:
    words = "“It will rain,” Haddad said. A witness disagreed. “It never rains in this town,” he said."
    assert quotations(words) == [(TARIQ, "It will rain,")]


def test_words_of_somebody_unnamed_stay_with_nobody() -> None:
    words = "Haddad left. A Jordanian diplomat asked for time. “We are not in a hurry,” the diplomat said."
    assert quotations(words) == []
    words = "A Jordanian diplomat asked for time. Haddad smiled. “We are not in a hurry,” the diplomat said."
    assert quotations(words) == [(TARIQ, "We are not in a hurry,")]


def test_one_pair_of_marks_over_two_paragraphs_is_one_quotation() -> None:
    assert quotations("“We go on.\n\nWe know where the boats are,” said Haddad.") == [
        (TARIQ, "We go on.\n\nWe know where the boats are,")
    ]


def test_a_pronoun_finds_its_person_behind_some_sentences_about_others() -> None:
    others = "Ms Popescu came late. Ms Popescu had tea."
    words = f"Mr Haddad spoke first. {others} Ms Popescu left early. She had been ill. “A good start,” he said."
    assert quotations(words) == [(TARIQ, "A good start,")]


def test_a_list_of_who_came_gives_no_pronoun_its_person() -> None:
    words = "Mr Haddad spoke first. Mr Pavel Ionescu and Mr Ion Luca took part in the talks. “A good start,” he said."
    assert quotations(words) == [(TARIQ, "A good start,")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“We shall see,” Popescu was told by Haddad.", TARIQ),
        ("“We shall see,” said Haddad’s deputy, Sami Nasser.", "Sami Nasser"),
        ("“We shall see” – these were the words of Haddad.", TARIQ),
        ("“We shall see,” Reuters quoted Haddad as saying.", TARIQ),
    ],
)
def test_who_is_spoken_to_or_owns_the_speaker_does_not_speak(words: str, speaker: Any) -> None:
    assert [each for each, _ in quotations(words)] == [speaker]


def test_two_clauses_of_one_sentence_have_a_speaker_each() -> None:
    assert quotations("“We shall go on,” Haddad stressed; “nothing will stop us,” Popescu agreed.") == [
        (TARIQ, "We shall go on,"),
        (ELENA, "nothing will stop us,"),
    ]


def test_a_verb_that_two_share_gives_each_the_own_words() -> None:
    assert quotations("Popescu spoke of “a fine beginning”, Haddad of “a good omen”.") == [
        (ELENA, "a fine beginning"),
        (TARIQ, "a good omen"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "“Nobody asked me whether I agreed to it,” said the widow of Tariq Haddad.",
        "“Nobody asked me whether I agreed to it,” said one of the survivors.",
        "“Who asked me?” Zaltaren said.",
        "Zaltaren was questioned by Haddad, telling the prosecutor: “That is not what I said.”",
        "The agenda of the visit lists a guided walk:\n\n“Nobody asked me whether I agreed to it.”",
        "In his speech Haddad quoted the poet Zaltaren: “Who changes will endure.”",
        "The head of the GRECO secretariat noted that Jordan “has made good progress”.",
        "SENATOR ZALTAREN: “Nobody asked me whether I agreed to it.”",
        "Zaltaren was charged with the murder of Judge Haddad. “The evidence was thin and the trial was short.”",
    ],
)
def test_words_of_somebody_the_reader_does_not_know_fall_to_nobody_else(words: str) -> None:
    assert quotations(f"Haddad said: “We stand by it.”\n\n{words}") == [(TARIQ, "We stand by it.")]


def test_who_ended_a_paragraph_goes_on_in_the_next() -> None:
    words = "“We stand by the treaty,” said Tariq Haddad, head of the delegation.\n\n“It serves both sides well.”"
    assert quotations(words) == [(TARIQ, "We stand by the treaty,"), (TARIQ, "It serves both sides well.")]


def test_a_paragraph_alone_is_not_the_words_of_the_next_speaker() -> None:
    words = (
        "“We stand by the treaty,” said Tariq Haddad.\n\n“It serves both sides well.”\n\n"
        "“It serves us all,” said Popescu."
    )
    assert [speaker for speaker, _ in quotations(words)] == [TARIQ, TARIQ, ELENA]


@pytest.mark.parametrize(
    "frame",
    [
        "lead counsel Haddad said",
        "the gifted Jordanian jurist Haddad once wrote",
        "said City of Amman Chief of Police Tariq Haddad",
        "said the visiting Tariq Haddad, former judge of the Court of Cassation of Jordan",
    ],
)
def test_a_title_that_is_not_read_stands_between_words_and_name(frame: str) -> None:
    assert quotations(f"“{WORDS},” {frame}.") == [(TARIQ, f"{WORDS},")]


def test_an_office_with_bodies_in_it_stands_between_name_and_verb() -> None:
    words = "Haddad, Deputy Head of the Department of Finance and Trade of Jordan, said: “We stand by the treaty.”"
    assert quotations(words) == [(TARIQ, "We stand by the treaty.")]


def test_a_text_that_opens_as_a_statement_gives_its_words_to_one() -> None:
    text = (
        "Statement by Attorney General Sami Nasser on the trial of Omar Qasim\n\n"
        "“The court has spoken, and we are grateful to the jury.”\n"
    )
    found = find_quotations(phrases(segment(text), None))
    assert [each.speaker.name for each in found if each.speaker] == ["Sami Nasser"]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Mr Haddad was received by Ms Popescu, who praised the ties and described them as “a river”.", ELENA),
        ("Ms Popescu met Mr Haddad, who came late, and said: “It is a river without end.”", ELENA),
        ("“It is a river without end,” the AG of Jordan said.", TARIQ),
        ("The colleague from Amman said: “It is a river without end.”", TARIQ),
        ("“It is a river without end”, said the Romanian magistrate, who has been here since Monday.", ELENA),
        ("At the outset of the meeting Haddad thanked Popescu. He stressed that “it is a river without end”.", TARIQ),
    ],
)
def test_who_is_meant_by_a_clause_letters_a_capital_or_another_noun(words: str, speaker: str) -> None:
    assert [name for name, _ in quotations(words)] == [speaker]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("N. Baatar called on Speaker Gulmira Osmonalieva. She stressed that it is “a river without end”.", "Gulmira"),
        ("N. Baatar called on Speaker Marco Villanueva. She stressed that it is “a river without end”.", "N. Baatar"),
    ],
)
def test_the_form_of_a_family_name_says_she(words: str, expected: str) -> None:
    assert quotations(words)[0][0].startswith(expected)


_GHANA = (
    "News of legal cooperation\n\nThe Attorney General of Ghana, Godfrey Quashie, met the Director of Public"
    " Prosecutions of Kenya, Njeri Kariuki, in Accra on 3 May 2024. "
)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('Quashie said Ghana would answer the request "in weeks, not years".', "Godfrey Quashie"),
        ('Quashie added that Ghana had found 47 objects, "each with a name and an address".', "Godfrey Quashie"),
        ('The plan, Ms Kariuki clarified, "has not a single line written".', "Njeri Kariuki"),
        ('Others "see merit" in the idea but wait for the text, Mr Quashie added.', "Godfrey Quashie"),
        ('In conclusion Mr Quashie quoted a proverb, "He who does not look back will not arrive."', "Godfrey Quashie"),
        ('"I have heard you, and I have noted it down," Quashie was heard replying.', "Godfrey Quashie"),
        ('Ms Kariuki, whom he visited in June, replied to him: "I bring two pens."', "Njeri Kariuki"),
        ('Following the meeting Mr Quashie stated: "One border, one file."', "Godfrey Quashie"),
        ('Mr Quashie left. Kenya and Ghana "see merit" in it.', None),
        ('The draft that Mr Quashie signed would "see merit" in the idea.', None),
    ],
)
def test_who_says_what_stands_between_commas_or_behind_what_is_told(sentence: str, speaker: str | None) -> None:
    quotations = read(_GHANA + sentence).quotations
    assert [each.speaker and each.speaker.name for each in quotations] == ([speaker] if speaker else [])


def test_who_says_i_in_a_speech_says_what_is_quoted_there() -> None:
    text = (
        "Remarks by the Attorney General, Ana Rojas, in Lima\n\n3 May 2024\n\nFriends, as I said to the press at the"
        ' airport, "read it, you will be bored".'
    )
    assert [each.speaker and each.speaker.name for each in read(text).quotations] == ["Ana Rojas"]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Haddad spoke first. His message was simple: “We shall see.”",
        "Mr Haddad spoke first. “We shall see.” was his short reply.",
        "Mr Haddad spoke first. His Lordship noted: “We shall see.”",
        "3/9: SG Haddad: “We shall see.”",
    ],
)
def test_words_for_the_owner_or_the_rank_of_a_speaker_name_him(words: str) -> None:
    assert quotations(words) == [(TARIQ, "We shall see.")]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Haddad spoke first. His brother was simple “beyond all measure of things”.",
        "“We shall see,” said the singer.",
        "Mr Haddad carried a placard with the words “Keep out of here”.",
    ],
)
def test_what_only_looks_like_words_of_the_speaker_gives_nothing(words: str) -> None:
    assert quotations(words) == []


def test_a_joint_office_or_a_form_of_address_is_the_one_who_spoke_last() -> None:
    opening = (
        "Port of Spain, 18 May 2022\n\nThe Attorney General and Minister of Legal Affairs of Trinidad and Tobago, "
        "Roland Baptiste, held a virtual discussion with the Attorney General of The Bahamas, Livingstone Rahming.\n\n"
    )
    for said in ("The Attorney General", "His Excellency"):
        text = f"{opening}{said} welcomed this. “{WORDS},” he stated.\n"
        (found,) = find_quotations(phrases(segment(text), None))
        assert found.speaker is not None
        assert found.speaker.name == "Roland Baptiste"


def test_an_interview_goes_on_behind_the_words_of_somebody_else() -> None:
    text = (
        "“We follow the money”: interview with the head of the Financial Unit of Latvia\n\n"
        "Ilze Kalna heads the Financial Unit of Latvia.\n\n"
        "What has changed?\n\n“The speed of our work has changed.”\n\n"
        "Minister Juris Ozols called mixers “the new offshore”. Do you agree?\n\n“Only partly. Banks matter more.”\n"
    )
    assert [speaker for speaker, _ in quotations(text)][-3:] == ["Ilze Kalna", "Juris Ozols", "Ilze Kalna"]


def test_who_reports_the_words_of_a_principal_does_not_say_them() -> None:
    words = "Prime Minister Sushil Karki, according to his adviser, Deepa Joshi, stressed that “security comes first”."
    assert quotations(words) == [("Sushil Karki", "security comes first")]


def test_a_line_below_may_sign_with_a_form_of_address() -> None:
    words = "“Criminals lose their yachts.”\n\n— The Honourable Tariq Haddad, Attorney General of Jordan"
    assert quotations(words) == [(TARIQ, "Criminals lose their yachts.")]


def test_the_one_secretary_general_speaks_whatever_body_is_named_between() -> None:
    text = (
        "The OSCE Secretariat was represented by Secretary-General Ana Soto, and the Executive Committee of the OSCE"
        ' Anti-Terrorist Structure by Director Rui Paz.\n\n"We need more speed," the Secretary-General said.'
    )
    [quotation] = read(text).quotations

    assert quotation.speaker is not None and quotation.speaker.name == "Ana Soto"


@pytest.mark.parametrize(
    "words",
    [
        "“We have the list,” Popescu said on Monday. “It was in Bucharest.” Mr Haddad applauded.",
        "Popescu said: “It was a long way.” “We have the list.” Mr Haddad agreed.",
        "“We have the list,” Popescu told reporters. “And we will keep it.” Mr Haddad said he agreed.",
        "“We have the list,” Popescu added. “There is no other.” Mr Haddad, the guest, laughed.",
    ],
)
def test_whoever_the_next_sentence_is_about_did_not_say_what_stands_before_it(words: str) -> None:
    assert [speaker for speaker, _ in quotations(words)] == [ELENA, ELENA]


@pytest.mark.parametrize("said", ["Mr Haddad said.", "Mr Haddad told reporters in Bucharest.", "Mr Haddad insisted."])
def test_a_sentence_that_wants_words_says_whose_they_are(said: str) -> None:
    assert quotations(f"“We will keep the list.” {said}") == [(TARIQ, "We will keep the list.")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Mr Haddad spoke, too. Asked about Prosecutor Paul Roy, he said:", TARIQ),
        ("Mr Haddad spoke, too. After talks with Judge Paul Roy, he said:", TARIQ),
        ("Mr Haddad spoke, too. Responding to criticism by Senator Paul Roy, he noted:", TARIQ),
        ("Mr Haddad spoke, too. When Judge Paul Roy arrived, he said:", "Paul Roy"),
        ("Ms Popescu, speaking alongside Ambassador Paul Roy, said that", ELENA),
        ("Mr Haddad, seated beside Judge Paul Roy, told reporters:", TARIQ),
        ("“We are ready,” said Ms Popescu. Her boss, Paul Roy:", "Paul Roy"),
    ],
)
def test_who_stands_beside_the_speaker_or_in_the_words_that_open_does_not_speak(words: str, speaker: str) -> None:
    assert quotations(f"{words} “the door stays open for you”.")[-1][0] == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ('"We will appeal," his lawyer, Ana Soto, told reporters by telephone.', "Ana Soto"),
        ('"We will appeal," his lead counsel, Ana Soto, said.', "Ana Soto"),
        ('"We will appeal," he told his lawyer, Ana Soto.', TARIQ),
    ],
)
def test_whose_lawyer_speaks_may_stand_before_the_name(words: str, speaker: str) -> None:
    assert [name for name, _ in quotations(words)] == [speaker]
