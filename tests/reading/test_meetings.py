"""Meetings in single sentences: of which kind, whether held, where and when, and who took part."""

from typing import Any

import pytest

from archive.reading import read
from archive.reading.facts import Meeting
from archive.values import MeetingKind

HEAD = "News of legal cooperation\n\n"


def meetings(words: str) -> tuple[Meeting, ...]:
    return read(HEAD + words + "\n", published="2024-06-20").meetings


def told(meeting: Meeting) -> tuple[Any, ...]:
    place, date = meeting.place, meeting.date
    return (meeting.kind, meeting.status, place.name if place else None, date.edtf if date else None)


def states(meeting: Meeting) -> set[str]:
    return {each.country for each in meeting.participants if each.country}


def persons(meeting: Meeting) -> set[str]:
    return {each.person.name for each in meeting.participants if each.person}


ONE = {
    "a session of which only its body is told": (
        "The 26th Meeting of the Conference of Prosecutors General of the North was held in Oslo on 12 June 2023.",
        ("session", "held", "Oslo", "2023-06-12"),
    ),
    "a meeting of people of listed states": (
        "The Office hosted the fourth trilateral meeting of border prosecutors of Peru, Bolivia and Chile in Arica"
        " on 3 May 2022.",
        ("multilateral", "held", "Arica", "2022-05-03"),
    ),
    "people whom no vocabulary knows attend": (
        "Fifty-two magistrates from eleven French-speaking countries are attending a seminar in Dakar.",
        ("training", "held", "Dakar", None),
    ),
    "a course that somebody organised": (
        "The workshop for investigators and prosecutors from Armenia and Georgia was organised by the Council of Europe"
        " in Yerevan on 3 October 2022.",
        ("training", "held", "Yerevan", "2022-10-03"),
    ),
    "a part of a day": (
        "On the afternoon of 3 May 2024 the Minister of Justice of Laos, Ana Soto, met Rui Lima, Ambassador of Japan.",
        ("bilateral", "held", None, "2024-05-03"),
    ),
    "a review of cases": (
        "Officials of the Ministry of Justice of Chile and Peru's National Police will hold a case review in Arica on"
        " 3 October 2024.",
        ("consultation", "planned", "Arica", "2024-10-03"),
    ),
    "a team that was asked for": (
        "Minister Ana Soto of Chile requested that a team of Peruvian prosecutors visit Santiago in September.",
        ("visit", "proposed", "Santiago", "2024-09"),
    ),
    "people who were trained": (
        "Twenty judges from Sierra Leone were trained in Accra last month.",
        ("training", "held", "Accra", "2024-05"),
    ),
    "a training programme": (
        "From 5 to 9 June, 15 Sri Lankan prosecutors attended a training programme in New Delhi.",
        ("training", "held", "New Delhi", "2024-06-05/2024-06-09"),
    ),
    "a course that ended in a state that is a city": (
        "An international training course on cyber investigations wrapped up in Singapore on 5 June 2024.",
        ("training", "held", "Singapore", "2024-06-05"),
    ),
    "those who will gather": (
        "Justice ministers from across the Caribbean will converge on Bridgetown next month for the regional summit.",
        ("conference", "planned", "Bridgetown", "2024-07"),
    ),
    "a round that is set for a day": (
        "The next round of consultations is pencilled in for 12 December 2024 in Vaduz.",
        ("consultation", "planned", "Vaduz", "2024-12-12"),
    ),
    "a summit of which somebody only thinks": (
        "Minister Juan Paz floated the idea of a trilateral summit in Arica.",
        ("conference", "proposed", "Arica", None),
    ),
    "a body in small letters that is to meet every quarter": (
        "The Ministry of Justice of Nepal proposed that the joint committee meet every quarter, beginning in Pokhara in"
        " January 2025.",
        ("session", "proposed", "Pokhara", "2025-01"),
    ),
    "a body of several states": (
        "The Conference of Ministers of Justice of the Portuguese-speaking countries met in Praia on 24 November 2021.",
        ("session", "held", "Praia", "2021-11-24"),
    ),
    "they who were named before": (
        "The national prosecutor of Chile Ana Soto and the Minister of Justice of Peru Juan Paz signed a protocol"
        " when they met in Arica on 8 August 2023.",
        ("bilateral", "held", "Arica", "2023-08-08"),
    ),
    "to meet as a verb": (
        "Prosecutors from Chile, Peru and Bolivia are meeting in Lima this week.",
        ("multilateral", "held", "Lima", "2024-06-17/2024-06-23"),
    ),
    "a call": (
        "Minister of Justice of Peru Juan Paz phoned Prosecutor General of Chile Ana Soto on 3 May 2022.",
        ("call", "held", None, "2022-05-03"),
    ),
    "where somebody was to meet somebody": (
        "Police Commissioner of Ireland Sean Burke was in Belfast on 3 May 2022 to meet Chief Constable John Bell.",
        ("bilateral", "held", "Belfast", "2022-05-03"),
    ),
    "a body that leads the name of a meeting": (
        "Solicitor General Ana Soto led a five-member delegation to the 5th ASEAN Senior Law Officials Meeting in"
        " Vientiane on 14 November 2022.",
        ("session", "held", "Vientiane", "2022-11-14"),
    ),
    "a visit by one of whom visiting is told": (
        "The visiting Prosecutor General of Chile, Ana Soto, on 3 May 2022 paid a working visit to the Ministry of"
        " Justice of Peru in Lima.",
        ("visit", "held", "Lima", "2022-05-03"),
    ),
    "a meeting that there will be": (
        "There will be a further round of negotiations in Suva in November.",
        ("bilateral", "planned", "Suva", "2024-11"),
    ),
    "the last of several meetings": (
        "Prosecutors of both countries have met four times since 2020, most recently in Salta in March 2024.",
        ("bilateral", "held", "Salta", "2024-03"),
    ),
    "a meeting to come that somebody hosts": (
        "Minister of Justice of Chile Ana Soto will attend the fourth meeting of the network in Lima, hosted by"
        " Minister of Justice of Peru Juan Paz.",
        ("session", "planned", "Lima", None),
    ),
    "a forum of two states in its name": (
        "The 3rd UK–Kenya Joint Legal Forum wound up in Nairobi on 5 June 2024.",
        ("conference", "held", "Nairobi", "2024-06-05"),
    ),
    "to chair as a verb": (
        "Colombia will chair the next plenary of the network, scheduled for Cartagena in April 2025.",
        ("session", "planned", "Cartagena", "2025-04"),
    ),
    "a body that sits again": (
        "The delegations will sit again on 4 November 2024 in Podgorica.",
        ("bilateral", "planned", "Podgorica", "2024-11-04"),
    ),
    "a meeting that is only set": (
        "Under the agenda, a bilateral meeting with the Slovak delegation is foreseen for the second day.",
        ("bilateral", "planned", None, None),
    ),
    "a conference at which somebody gave a lecture": (
        "At the conference in Vienna on 6 May 2024, Attorney General of Samoa Ana Soto gave a lecture on cybercrime.",
        ("conference", "held", "Vienna", "2024-05-06"),
    ),
    "a visit of whatever sort": (
        "Minister of Justice of Chile Ana Soto paid a goodwill visit to the Chief Justice of Peru, Juan Paz, in Lima "
        "on 6 May 2024.",
        ("bilateral", "held", "Lima", "2024-05-06"),
    ),
    "talks of whose sides nothing is told": (
        "Their talks in Nicosia lasted for three hours.",
        ("bilateral", "held", "Nicosia", None),
    ),
}


@pytest.mark.parametrize(("words", "expected"), ONE.values(), ids=ONE)
def test_a_sentence_tells_one_meeting(words: str, expected: Any) -> None:
    assert [told(meeting) for meeting in meetings(words)] == [expected]


NONE = {
    "a meeting room": "The meeting room of the Ministry of Justice of Peru was opened in Lima on 3 May 2022.",
    "training as material": "The Ministry of Justice of Peru delivered training materials in Lima on 3 May 2022.",
    "members of a parliament": "The Department restricted the travel of 100 members of the Peruvian National Assembly.",
    "what happens every year": "The joint committee of Chile and Peru meets every year in Lima.",
    "meetings in general": "The Ministry of Justice of Peru has hosted meetings in Lima since 2019.",
    "an exchange of data": "The Ministry of Justice of Peru launched the exchange of data in Lima on 3 May 2022.",
    "objectives that are met": "The Task Force of Peru has made strides toward meeting the objectives since May 2022.",
    "what came from somebody": "Ana Soto of the Ministry of Justice said what she had received from Eurojust in 2022.",
    "negotiations that are only mentioned": (
        "The Minister of Justice of Peru, Juan Paz, encouraged further direct talks between Chile and Bolivia."
    ),
    "consultations that only go on": "The two sides agreed to continue close consultations in view of joint action.",
    "what is written in consultation": (
        "The plan was developed in close consultation with the Ministry of Justice of Peru and launched in 2022."
    ),
    "a court that sits": "In May 2014, a grand jury sitting in Miami charged Juan Paz with fraud.",
    "where troops train": "In 2021, the operations took place across training areas in Germany and Peru.",
    "a feeling": "Today, we join our friends in Canada in a celebration of democracy.",
    "one that did not come about": "The seminar for judges from Peru did not take place in Lima on 3 May 2022.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_a_sentence_tells_no_meeting(words: str) -> None:
    assert [told(meeting) for meeting in meetings(words)] == []


@pytest.mark.parametrize(
    "where",
    [
        "to the Commission's headquarters",
        "to the Anti-Corruption Commission's headquarters at Tower Hill",
        "at the institution's offices in Nairobi",
        "to the Supreme Court building",
        "to the country",
    ],
)
def test_the_house_to_which_somebody_is_welcomed_parts_nothing(where: str) -> None:
    words = f"The Minister of Justice of Kenya, Ana Soto, welcomed {where} a team from Peru, led by Judge Rui Lima."
    (meeting,) = meetings(words)
    assert (meeting.kind, persons(meeting), states(meeting)) == ("bilateral", {"Ana Soto", "Rui Lima"}, {"KE", "PE"})


def test_who_is_welcomed_to_a_post_is_not_met() -> None:
    assert meetings("The Minister of Justice of Kenya, Ana Soto, welcomed to the post the Registrar, Rui Lima.") == ()


def test_who_is_taken_to_a_body_is_there() -> None:
    words = (
        "The Minister of Chile, Rui Lima, received the Minister of Peru, Ana Soto, in Santiago on 3 May 2024."
        " The visitors were then taken to the Drug Agency, where its director, Eva Roth, briefed them."
    )
    assert [persons(meeting) for meeting in meetings(words)] == [{"Rui Lima", "Ana Soto"}, {"Ana Soto", "Eva Roth"}]


@pytest.mark.parametrize(
    "words",
    [
        "Judge Ana Soto of Chile was escorted to the Supreme Court of Peru by police after the threats.",
        "The Minister of Chile, Rui Lima, was arrested in Lima and later taken to the National Police of Peru.",
    ],
)
def test_who_is_led_away_to_a_body_pays_it_no_visit(words: str) -> None:
    assert meetings(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Judge Ana Soto of Chile had a lunch box with her when Judge Rui Lima of Peru came.",
        "The Minister of Peru, Ana Soto, offered a lunch voucher to the staff of the Ministry of Justice of Chile.",
        "The third school for police was built in Lima by Chile.",
        "The judges were chosen by President Ana Soto and Chief Justice Rui Lima and will meet in June.",
        "There will be no talks until the visit of the Chilean Minister of Justice to Lima is confirmed.",
        "Minister Ana Soto of Peru was invited to the ceremony by Judge Rui Lima of Chile and took part.",
    ],
)
def test_what_only_looks_like_a_meeting_is_none(words: str) -> None:
    assert meetings(words) == ()


def test_a_counterpart_with_a_title_is_met() -> None:
    words = "The Minister of Kenya, Ana Soto, paid a courtesy call on her South African counterpart, General Rui Lima."
    (meeting,) = meetings(words)
    assert (persons(meeting), states(meeting)) == ({"Ana Soto", "Rui Lima"}, {"KE", "ZA"})


def test_the_second_of_a_series_needs_no_noun() -> None:
    found = meetings(
        "The first round of consultations was held in Bogota in March 2022 and the second in Lima in June 2022."
    )
    assert [told(meeting) for meeting in found] == [
        ("consultation", "held", "Bogota", "2022-03"),
        ("consultation", "held", "Lima", "2022-06"),
    ]


def test_those_whom_the_noun_phrase_names_take_part() -> None:
    (meeting,) = meetings("A seminar on cybercrime for judges from Chile and Peru was held in Lima on 3 May 2022.")
    assert states(meeting) == {"CL", "PE"}


def test_a_delegation_behind_a_place_is_the_subject() -> None:
    (met,) = meetings("In Suva, the delegation of the Supreme Court of Chile paid a courtesy visit to Judge Ana Soto.")
    assert states(met) == {"CL"}


def test_the_subject_of_a_meeting_takes_no_part() -> None:
    (meeting,) = meetings(
        "A seminar on the history of Chile was held in Lima on 3 May 2022 by the Ministry of Justice of Peru."
    )
    assert "CL" not in states(meeting)


def test_delegations_in_brackets_take_part_with_their_heads() -> None:
    (meeting,) = meetings(
        "Delegations from Chile (headed by Ana Soto), Peru (Juan Paz) and Bolivia met in Lima on 3 May 2022."
    )
    assert states(meeting) >= {"CL", "PE", "BO"}


def test_counterparts_of_several_states_are_called_one_by_one() -> None:
    found = meetings(
        "The Interior Minister had telephone conversations with his French and Belgian counterparts on 4 March 2024."
    )
    assert [states(meeting) for meeting in found] == [{"FR"}, {"BE"}]


def test_who_welcomes_the_participants_takes_part() -> None:
    (meeting,) = meetings(
        "A seminar on cybercrime took place in Lima on 3 May 2022. Welcoming the participants, Minister Juan Paz"
        " stressed the need for cooperation."
    )
    assert persons(meeting) == {"Juan Paz"}


def test_a_counterpart_without_a_name_stands_for_a_state() -> None:
    (meeting,) = meetings(
        "The justice minister of Senegal and his Gambian counterpart opened a seminar in Dakar on 3 May 2022."
    )
    assert states(meeting) == {"SN", "GM"}


def test_a_shorter_name_in_the_headline_makes_no_second_meeting() -> None:
    reading = read(
        "Secretary Carter’s Meeting with Japanese Foreign Minister Mori\n\nSecretary of State Ann Carter met with"
        " Japanese Minister for Foreign Affairs Mori Takeo in Tokyo on 3 May 2022.\n"
    )
    assert len(reading.meetings) == 1


def test_states_in_the_name_of_a_meeting_take_part() -> None:
    (meeting,) = meetings("A Czech–Polish consultation on hot pursuit took place on 6 February 2023.")
    assert states(meeting) == {"CZ", "PL"}


def test_counterparts_from_several_states_are_guests() -> None:
    (meeting,) = meetings(
        "Minister of Justice of Portugal Ana Soto hosted her counterparts from Angola, Chad and Mali."
    )
    assert states(meeting) == {"PT", "AO", "TD", "ML"}


def test_a_meeting_on_the_sidelines_of_a_conference_is_another() -> None:
    found = meetings(
        "The conference of prosecutors general was held in Quito on 4 May 2023. On its sidelines, Attorney General of"
        " Peru Juan Paz met with Attorney General of Colombia Ana Ruiz and Attorney General of Bolivia Luis Mora."
    )
    assert [meeting.kind for meeting in found] == ["conference", "multilateral"]


@pytest.mark.parametrize(
    "words",
    [
        "met separately with the Attorney General of Fiji, Ratu Naivalu, and with",
        "met the Attorney General of Fiji, Ratu Naivalu, and, separately,",
        "had talks with the Attorney General of Fiji, Ratu Naivalu, and then separately with",
        "spoke with the Attorney General of Fiji, Ratu Naivalu, and, in a separate meeting, with",
    ],
)
def test_those_whom_one_met_separately_were_met_one_by_one(words: str) -> None:
    found = meetings(f"Attorney General of Samoa Ana Soto {words} the Solicitor General of New Zealand, Jane Cook.")
    assert [(meeting.kind, states(meeting)) for meeting in found] == [
        ("bilateral", {"WS", "FJ"}),
        ("bilateral", {"WS", "NZ"}),
    ]


def test_a_day_that_somebody_spoke_of_is_not_that_of_the_next_meeting() -> None:
    first, second = meetings(
        "On 3 May 2024 the Minister of Justice of Malta, Ana Soto, met the Minister of Justice of Chile, Rui Pinto. For"
        " his part, Pinto commended the relations and called for activating the agreement signed in 1965. Later in the"
        " day, Pinto met the Speaker of the Parliament of Malta, Tom Hill."
    )
    assert (first.date and first.date.edtf, second.date and second.date.edtf) == ("2024-05-03", "2024-05-03")


def test_a_series_goes_on_over_sentences() -> None:
    found = meetings(
        "The third consultations of the two ministries were held in Tartu on 4 May 2024. The second was"
        " held in Riga in 2022."
    )
    assert [told(meeting)[2:] for meeting in found] == [("Tartu", "2024-05-04"), ("Riga", "2022")]


def test_they_are_the_delegation_that_came() -> None:
    *_, last = meetings(
        "On 3 June 2024 a delegation of the Supreme Court of Ghana led by Chief Justice Ama Mensah visited Nairobi."
        " They were received by the Chief Justice of Kenya, Martha Njoroge."
    )
    assert persons(last) == {"Ama Mensah", "Martha Njoroge"}


def test_a_body_that_a_visitor_sees_is_visited() -> None:
    found = meetings(
        "Prosecutor General of Mongolia Bat Erdene visited Seoul from 1 to 4 April 2024. On 3 April he visited the"
        " Supreme Court."
    )
    assert ("visit", "held", "Seoul", "2024-04-03") in [told(meeting) for meeting in found]


def test_those_listed_below_took_part() -> None:
    found = meetings(
        "The 5th meeting of the Joint Commission of Chile and Peru was held in Arica on 3 April 2024.\n\n"
        "The meeting was attended by:\n\n"
        "Prosecutor General of Chile – Ana Rojas;\n"
        "Prosecutor General of Peru – Luis Vega.\n\n"
        "Maria Soto has written a book."
    )
    assert [persons(each) for each in found] == [{"Ana Rojas", "Luis Vega"}]


def test_a_list_of_what_was_agreed_names_nobody_who_took_part() -> None:
    (meeting,) = meetings(
        "On 3 April 2024 Prosecutor General of Chile Ana Rojas met with Prosecutor General of Peru Luis Vega in Arica."
        "\n\nThe participants agreed:\n\n"
        "- Minister of Justice Eva Lind will be informed;\n- the officers will be trained."
    )
    assert persons(meeting) == {"Ana Rojas", "Luis Vega"}


def test_who_speaks_for_the_other_side_took_part() -> None:
    (meeting,) = meetings(
        "On 3 April 2024 Prosecutor General of Chile Ana Rojas received a delegation of Peru in Arica."
        " On his part, the Director of the Academy of Peru, Luis Vega, said that the course had begun."
    )
    assert persons(meeting) == {"Ana Rojas", "Luis Vega"}


@pytest.mark.parametrize(
    "words",
    [
        "Ana Rojas, who came to Peru on 1 April 2024, was received by Minister of Justice Luis Vega on 3 April 2024.",
        "On 3 April 2024 Ana Rojas met Minister of Justice Luis Vega, and on 5 April 2024 she left.",
        "On 3 April 2024 Ana Rojas met Minister of Justice Luis Vega before she left for Quito on 5 April 2024.",
    ],
)
def test_the_day_of_another_clause_is_not_the_day_of_a_meeting(words: str) -> None:
    assert "2024-04-03" in [told(each)[3] for each in meetings(f"Prosecutor General of Chile {words}")]


def test_a_two_day_meeting_that_ended_on_a_day_began_the_day_before() -> None:
    found = meetings("A two-day conference of prosecutors from Chile and Peru ended in Arica on 3 April 2024.")
    assert [told(each)[3] for each in found] == ["2024-04-02/2024-04-03"]


@pytest.mark.parametrize("fell", ["was cancelled", "was not held", "has been shelved"])
def test_what_was_planned_and_fell_through_is_no_meeting(fell: str) -> None:
    assert meetings(f"The meeting with the prosecutors of Peru, planned for 3 April 2024 in Arica, {fell}.") == ()


def test_a_signing_on_another_day_than_they_met_is_another_meeting() -> None:
    found = meetings(
        "On 14 March 2024 Minister of Justice of Chile Ana Rojas and Minister of Justice of Peru Luis Vega signed a"
        " memorandum on extradition in Arica. Ana Rojas and Luis Vega last met in Lima in December 2023."
    )
    assert {told(each)[2:] for each in found} == {("Arica", "2024-03-14"), ("Lima", "2023-12")}


def test_whom_they_called_on_before_a_conference_did_not_take_part_in_it() -> None:
    found = meetings(
        "The trilateral meeting of the Attorneys General of Chile, Peru and Brazil was held in Arica on 3 April 2024."
        " Ana Rojas of Chile and Luis Vega of Peru took part. Prior to the meeting, Ana Rojas and Luis Vega paid a"
        " courtesy call on the Governor of Arica, Eva Lind."
    )
    assert [("Eva Lind" in persons(each)) for each in found] == [False, True]


def test_what_is_said_to_be_false_is_no_meeting() -> None:
    assert meetings("Reports that Minister Ana Rojas met with Minister Luis Vega in Arica are false.") == ()


def test_an_agreement_to_meet_in_a_month_to_come_means_the_next() -> None:
    found = meetings("On 3 April 2024 the two ministers agreed to meet again in Quito in September.")
    assert [told(each)[3] for each in found] == ["2024-09"]


def test_those_listed_below_were_met_one_by_one() -> None:
    found = meetings(
        "On the sidelines, the Attorney General of Kenya, Anne Otieno, held separate meetings in Nairobi with:\n\n"
        "- Mr Ravi Naidoo, Minister of Justice of South Africa\n- Ms Ines Duarte, Attorney General of Angola"
    )
    assert [persons(each) for each in found] == [{"Anne Otieno", "Ravi Naidoo"}, {"Anne Otieno", "Ines Duarte"}]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (
            "Rabat, 3 May - The Prosecutor General of Gabon, Jean Nzue, arrived in the Kingdom for a working visit.",
            "MA",
        ),
        (
            "Chisinau is preparing. In Moldova, courts change. GRECO is to carry out a visit to the country in May.",
            "MD",
        ),
    ],
    ids=["the Kingdom", "the country"],
)
def test_the_country_that_is_visited_is_the_one_that_is_meant(words: str, state: str) -> None:
    (visit,) = meetings(words)
    assert visit.kind == "visit"
    assert state in states(visit)


def test_a_visit_goes_to_a_state_whose_name_has_an_article() -> None:
    (visit,) = meetings("The Prosecutor General of Peru, Luis Mora, paid a visit to the Kyrgyz Republic on 3 May.")
    assert states(visit) == {"PE", "KG"}


def test_whom_one_was_received_by_and_by_were_met_one_by_one() -> None:
    found = meetings(
        "Prosecutor Luis Mora of Peru was received by Minister Eva Paz of Chile and by Judge Ana Sol of Chile."
    )
    assert [persons(each) for each in found] == [{"Luis Mora", "Eva Paz"}, {"Luis Mora", "Ana Sol"}]


def test_who_says_that_he_met_somebody_took_part() -> None:
    (meeting,) = meetings(
        "“I spoke yesterday evening with my Italian colleague, Enzo Riva, and he agreed,” Judge Ana Sol of Peru said."
    )
    assert persons(meeting) == {"Ana Sol", "Enzo Riva"}
    assert told(meeting) == ("bilateral", "held", None, "2024-06-19")


def test_their_meeting_is_one_of_those_just_named() -> None:
    (meeting,) = meetings(
        "Ministers Ana Sol of Peru and Luis Mora of Chile praised the police. After their meeting at the old town hall"
        " in Arica, Sol thanked the mayor."
    )
    assert persons(meeting) == {"Ana Sol", "Luis Mora"}
    assert told(meeting)[2] == "Arica"


def test_the_next_one_is_of_the_kind_of_the_one_before() -> None:
    found = meetings(
        "The first workshop took place in Lima in May 2024. The next one is scheduled for May 2025 in Quito."
    )
    assert [told(each)[0] for each in found] == ["training", "training"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("“Next week I will receive the Prosecutor General of Austria, Karl Huber,” Judge Ana Sol said.", "Ana Sol"),
        (
            "Remarks by Attorney General Mary Poku\n\nIn Lomé I met my colleague, Attorney General Karl Huber.",
            "Mary Poku",
        ),
    ],
    ids=["in a quotation", "in a speech"],
)
def test_i_is_who_speaks(words: str, who: str) -> None:
    (meeting,) = read(words + "\n").meetings
    assert persons(meeting) == {who, "Karl Huber"}


@pytest.mark.parametrize("words", ["“We met the deadline in Lima,” she said.", "Annex I met in Lima with success."])
def test_not_all_that_we_meet_is_a_meeting(words: str) -> None:
    assert meetings(words) == ()


def test_entries_of_a_list_of_events_tell_meetings() -> None:
    found = meetings(
        "14 June 2021: First meeting of the joint committee (Amman)\n"
        "2 May 2022: Visit of the Attorney General of Qatar, Ali Al-Marri, to Jordan\n"
        "September 2022: annual meeting of the Baltic prosecutors general, Riga\n"
        "October 2022: the building was painted in Riga"
    )
    assert [told(each) for each in found] == [
        ("session", "held", "Amman", "2021-06-14"),
        ("visit", "held", None, "2022-05-02"),
        ("session", "held", "Riga", "2022-09"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Met today with Minister Luis Mora of Chile in Lima.", ("bilateral", "held", "Lima", "2024-06-20")),
        ("Good meeting today with Minister Luis Mora of Chile.", ("bilateral", "held", None, "2024-06-20")),
        ("Pleased to receive Minister Luis Mora of Chile today.", ("bilateral", "held", None, "2024-06-20")),
        ("Decide to meet again in Lima in May 2025.", ("bilateral", "planned", "Lima", "2025-05")),
        ("Next meeting: Lima, May 2025", ("bilateral", "planned", "Lima", "2025-05")),
    ],
    ids=["met", "good meeting", "pleased", "decide", "next meeting"],
)
def test_lines_without_a_subject_tell_meetings(words: str, expected: Any) -> None:
    found = told(meetings(words)[0])
    assert found[1:] == expected[1:]


@pytest.mark.parametrize(
    "words",
    [
        "He is not happy to meet Minister Luis Mora of Chile.",
        "They would be pleased to receive Minister Luis Mora of Chile.",
    ],
)
def test_who_would_be_glad_to_meet_has_not_met(words: str) -> None:
    assert meetings(words) == ()


def test_an_invitation_that_was_accepted_is_planned() -> None:
    words = (
        "The Prosecutor General of Ukraine, Ana Bondar, invited the Minister of Justice of Peru, Luis Arce, "
        "to visit Kyiv in May 2026. The invitation was accepted with gratitude."
    )
    (visit,) = read(words).meetings
    assert visit.status.value == "planned"


def test_judges_of_two_states_may_be_received() -> None:
    words = "The President of the Supreme Court of Honduras, Rebeca Obando, received judges from Spain and Peru."
    (meeting,) = read(words).meetings
    assert {each.country for each in meeting.participants} == {"HN", "ES", "PE"}


def test_who_meets_on_the_margins_of_a_gathering_is_not_all_that_gathers() -> None:
    words = (
        "The ministers of Canada and Jamaica, Ana Soto and Luis Arce, met on the margins of the Law Ministers Meeting, "
        "which was held in Port Louis on 3 May 2025."
    )
    talks, gathering = read(words).meetings
    assert [each.person.name for each in talks.participants if each.person] == ["Ana Soto", "Luis Arce"]
    assert not any(each.person for each in gathering.participants)


def test_a_call_is_not_the_meeting_since_which_nobody_had_spoken() -> None:
    words = (
        "The ministers of Canada and Jamaica, Ana Soto and Luis Arce, spoke by telephone. "
        "It was their first contact since they met in Singapore on 29 May 2025."
    )
    call, meeting = read(words).meetings
    assert (call.place, meeting.place.name if meeting.place else None) == (None, "Singapore")


def test_what_two_will_do_somewhere_is_planned() -> None:
    words = (
        "THIMPHU, 3 April 2025 | The Attorney General of Bhutan, Sonam Wangdi, today met the Director of Prosecution "
        "of India, Ritika Baruah. On Saturday they will visit the forensic laboratory in Phuntsholing."
    )
    met, visit = read(words).meetings
    assert (met.status.value, met.date.edtf if met.date else None) == ("held", "2025-04-03")
    assert (visit.status.value, visit.date.edtf if visit.date else None) == ("planned", "2025-04-05")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The seminar in Lima was opened by P.", MeetingKind.TRAINING),
        ("The conference was opened on 3 May 2024 by P.", MeetingKind.CONFERENCE),
        ("The new laboratory in Lima was opened by P.", MeetingKind.CEREMONY),
    ],
)
def test_a_meeting_that_is_opened_is_no_ceremony(words: str, kind: MeetingKind) -> None:
    hosts = "the Minister of Justice of Peru, Ana Soto, and the Ambassador of Chile, Rui Prado"
    (found,) = read(words.replace("P.", f"{hosts}."), published="2024-06-20").meetings
    assert (found.kind, persons(found)) == (kind, {"Ana Soto", "Rui Prado"})


COUNTERPARTS = "two of her counterparts, Rui Prado of Chile and Eva Rojo of Brazil, in Lima on 3 May 2024."


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("held short conversations with", [{"Rui Prado"}, {"Eva Rojo"}]),
        ("met", [{"Rui Prado", "Eva Rojo"}]),
        ("wrote to", []),
    ],
)
def test_two_of_her_counterparts_are_those_who_are_named(words: str, met: list[set[str]]) -> None:
    text = f"The Minister of Justice of Peru, Ana Soto, {words} {COUNTERPARTS}"
    assert [persons(each) - {"Ana Soto"} for each in read(text, published="2024-06-20").meetings] == met


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The Joint Committee of Chile and Peru scheduled its next session for October 2024.", ["2024-10"]),
        ("The Joint Committee of Chile and Peru fixed its next session for 3 July 2024.", ["2024-07-03"]),
        ("Signature is foreseen for July 2024, when the Minister of Justice of Peru visits Quito.", ["2024-07"]),
        ("The lease was held until July 2023, when the Minister of Justice of Peru visited Quito.", [None]),
        ("Minister Ana Soto of Peru told reporters after two hours of talks with Judge Rui Prado of Chile.", [None]),
        ("Minister Ana Soto of Peru told reporters after years of talks with Judge Rui Prado of Chile.", []),
    ],
)
def test_the_day_for_which_a_meeting_is_fixed(words: str, dates: list[str | None]) -> None:
    found = read(words, published="2024-06-20").meetings
    assert [each.date.edtf if each.date else None for each in found] == dates
