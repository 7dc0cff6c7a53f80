"""Who took part, where the text says "the delegation", "the Minister" or "for her part"."""

import pytest

from archive.reading import read

HEAD = "News of legal cooperation\n\nSANTIAGO, 24 September 2024 - "
GUEST = "The Minister of Justice of Chile, Pedro Soto, received the Minister of Justice of Peru, Ana Rojas, on Monday. "


def _company(text: str) -> list[set[str]]:
    meetings = read(HEAD + text, published="2024-09-24").meetings
    return [{each.person.name for each in meeting.participants if each.person} for meeting in meetings]


@pytest.mark.parametrize(
    "team",
    [
        "A Peruvian team is in the country. The team, which arrived on Sunday, is led by Ana Rojas, Vice Minister. ",
        "The seven-member delegation was led by the Vice Minister of Peru, Ana Rojas, and included two judges. ",
        "The Vice Minister of Peru, Ana Rojas, leads a 6-man team to Chile. ",
    ],
    ids=["which arrived", "was led by", "leads"],
)
def test_the_delegation_is_who_leads_it(team: str) -> None:
    text = f"{team}On Tuesday the delegation paid a courtesy call on the Attorney General, Luis Mora."
    assert {"Ana Rojas", "Luis Mora"} in _company(text)


@pytest.mark.parametrize(
    ("team", "guests"),
    [
        ("A team led by the Vice Minister of Peru, Ana Rojas, is in Chile. ", {"Ana Rojas"}),
        ("A Peruvian team, headed by Vice Minister Ana Rojas, visited Chile. ", {"Ana Rojas"}),
        ("The ministries of several states sent their people to a seminar. ", None),
    ],
    ids=["led by", "headed by", "nobody came"],
)
@pytest.mark.parametrize("whom", ["received the delegation", "cordially welcomed the guests"])
def test_the_delegation_that_is_received_is_who_leads_it(team: str, guests: set[str] | None, whom: str) -> None:
    met = _company(f"{team}On Tuesday the Attorney General of Chile, Luis Mora, {whom} at his office.")
    assert met[-1:] == ([guests | {"Luis Mora"}] if guests else met[-1:])
    assert {"Luis Mora"} not in met


def test_the_delegation_without_a_head_is_the_one_that_was_received_last() -> None:
    text = (
        "The Minister of Justice of Chile, Pedro Soto, received a delegation of the Supreme Court of Peru on Monday. "
        "On Tuesday the delegation met with the Attorney General, Luis Mora."
    )
    meeting = read(HEAD + text, published="2024-09-24").meetings[-1]
    assert {each.country for each in meeting.participants} == {"PE", "CL"}


def test_the_minister_who_calls_on_somebody_is_the_guest() -> None:
    text = f"{GUEST}Later the Minister called on the President of the Supreme Court of Chile, Luis Mora."
    assert _company(text)[-1] == {"Ana Rojas", "Luis Mora"}


def test_the_minister_who_meets_somebody_is_that_of_the_state_that_speaks() -> None:
    text = f"{GUEST}Later the Minister met the President of the Supreme Court of Chile, Luis Mora."
    assert _company(text)[-1] == {"Pedro Soto", "Luis Mora"}


def test_for_her_part_names_nobody_but_who_speaks() -> None:
    text = (
        "The Minister of Justice of Chile, Pedro Soto, received the Minister of Justice of Peru, Ana Rojas, on Monday."
        " Eva Ruiz, a judge, told reporters that she was glad. For her part, Ms. Rojas said that the work goes on."
    )
    assert _company(text) == [{"Ana Rojas", "Pedro Soto"}]


def test_what_is_expected_has_no_subject_of_its_own() -> None:
    text = (
        "The Minister of Justice, Pedro Soto, received a delegation of Peru. The delegation was headed by Ana Rojas."
        " It is anticipated that the committee will sit in Lima in March 2025."
    )
    assert "Ana Rojas" not in _company(text)[-1]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("On 3 May Judge Ana Rojas met the UNHCR Representative in Central Asia, Eva Ruiz.", {"Ana Rojas", "Eva Ruiz"}),
        ("On 3 May Judge Ana Rojas received the OSCE Ambassador Eva Ruiz in Lima.", {"Ana Rojas", "Eva Ruiz"}),
        ("On 3 May Judge Ana Rojas met the UNHCR before Eva Ruiz went home.", {"Ana Rojas"}),
        (
            "Under the chairmanship of Judge Ana Rojas, the Committee of Experts held its fifth meeting in Lima.",
            {"Ana Rojas"},
        ),
        (
            "A conference of judges was held in Lima on 3 May. Among those attending were Judge Ana Rojas and Judge"
            " Eva Ruiz.",
            {"Ana Rojas", "Eva Ruiz"},
        ),
        ("A conference of judges was held in Lima on 3 May. Among those detained was Judge Ana Rojas.", set()),
        (
            "A conference of judges was held in Lima on 3 May. The chair gave the floor to Judge Ana Rojas.",
            {"Ana Rojas"},
        ),
    ],
)
def test_who_is_met_for_a_body_chairs_attends_or_speaks_is_there(text: str, people: set[str]) -> None:
    assert _company(text)[0] == people


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "A course for forty inspectors from Angola, Namibia and the Comoros ended in Lima on 3 May.",
            {"AO", "NA", "KM"},
        ),
        (
            "That was the question put to inspectors from Angola and Namibia during a course which ended on 3 May.",
            {"AO", "NA"},
        ),
        (
            "The Academy of Chile concluded on 3 May in Lima the third cycle of a training programme for judges from"
            " Angola and Namibia.",
            {"AO", "NA", "CL"},
        ),
        (
            "Judge Ana Soto of Chile has spent the past two weeks in Luanda teaching twelve Angolan examiners.",
            {"AO", "CL"},
        ),
        (
            "The annual meeting of prosecutors was held in Lima in May; Angola, Namibia and Chile were represented.",
            {"AO", "NA", "CL"},
        ),
    ],
)
def test_people_of_several_states_tell_the_states_of_a_gathering(text: str, states: set[str]) -> None:
    meetings = read(HEAD + text, published="2024-09-24").meetings
    assert states <= {each.country for each in meetings[0].participants}


@pytest.mark.parametrize(
    "guests",
    [
        "Ana Soto, Attorney General of Chile, Rui Paz, Attorney General of Peru, and Eva Reis, Judge",
        "Ana Soto, Attorney General of Chile, Judge Rui Paz and the Attorney General of Brazil, Eva Reis",
        "the Attorney General of Chile, Ana Soto; by Judge Rui Paz; and by the Attorney General of Brazil, Eva Reis",
    ],
    ids=["offices behind", "office behind and before", "by each"],
)
@pytest.mark.parametrize("came", ["attended by", "graced by the presence of"])
def test_a_list_of_those_who_came_has_each_with_the_office(guests: str, came: str) -> None:
    assert _company(f"The ceremony, held in Lima on 3 May, was {came} {guests}.")[0] == {
        "Ana Soto",
        "Rui Paz",
        "Eva Reis",
    }


ROLLS = {
    "states before": "Participants\n\nChile: Ana Soto, Director of Law\nPeru (Chair): Col. Rui Paz, Director of Police",
    "numbered": "PRESENT\n\n1. Chile: Ana Soto, Director of Law\n2. Peru: Mr Rui Paz, Director of Police",
    "dashes": "In attendance:\n\nChile – Ana Soto, Director of Law\nPeru – Rui Paz, Director of Police",
    "states apart": "List of participants\n\nChile\nAna Soto, Director of Law\nPeru\nRui Paz, Director of Police",
    "roles": "Attendance\n\nChairperson: Ana Soto, Chile\nMembers: Rui Paz, Peru",
}


@pytest.mark.parametrize("roll", ROLLS.values(), ids=ROLLS)
def test_a_roll_may_tell_the_side_of_each(roll: str) -> None:
    last = "Absent: Judge Eva Reis\n\nJudge Luis Mora wrote a book."
    text = f"The Joint Committee of Chile and Peru met in Lima on 3 May 2024.\n\n{roll}\n\n{last}"
    assert _company(text) == [{"Ana Soto", "Rui Paz"}]


def test_under_another_heading_nobody_took_part() -> None:
    roll = "Contact persons\n\nChile: Ana Soto, Director of Law\nPeru: Rui Paz, Director of Police"
    assert _company(f"The Joint Committee of Chile and Peru met in Lima on 3 May 2024.\n\n{roll}") == [set()]


@pytest.mark.parametrize(
    ("office", "letters", "met"),
    [
        ("The Director of Public Prosecutions", "The DPP", True),
        ("The Attorney-General", "The AG", True),
        ("The Inspector General of Police", "the IG", True),
        ("The Director General of Prisons", "The DG ESAV", False),
        ("The Deputy Attorney General", "The AG", False),
    ],
)
def test_the_letters_of_an_office_stand_for_its_holder(office: str, letters: str, met: bool) -> None:
    text = f"{office}, Ana Soto, opened a course. On Friday {letters} received the Ambassador of Peru, Rui Paz."
    assert ({"Ana Soto", "Rui Paz"} in _company(text)) is met


def test_the_head_of_the_delegation_of_a_third_state_was_not_where_two_met() -> None:
    text = (
        "Minister Ana Soto of Chile had breakfast with Minister Rui Paz of Peru on Friday. The Brazilian delegation was"
        " led by Judge Eva Reis."
    )
    assert _company(text)[0] == {"Ana Soto", "Rui Paz"}


@pytest.mark.parametrize(
    "words",
    [
        "The then-President of Chile, Ana Soto, received Judge Rui Paz of Peru",
        "The then-justice minister of Chile, Ana Soto, received Judge Rui Paz of Peru",
        "The first deputy of the president, Judge Ana Soto, met Judge Rui Paz of Peru",
        "Minister Ana Soto of Chile said that she had raised the cases by telephone with Judge Rui Paz of Peru",
    ],
)
def test_who_met_may_have_been_in_office_then_or_be_a_deputy_or_call(words: str) -> None:
    assert _company(f"{words} on 3 May 2024.") == [{"Ana Soto", "Rui Paz"}]


def test_states_in_a_list_may_have_their_articles() -> None:
    states = "the Republic of Azerbaijan, the Kyrgyz Republic and the Republic of Uzbekistan"
    (meeting,) = read(f"The Ministers of Justice of {states} met in Bishkek.").meetings
    assert {each.country for each in meeting.participants} == {"AZ", "KG", "UZ"}


def test_a_gathering_of_the_same_number_is_the_same() -> None:
    text = "Joint communique of the Seventh Meeting of the Joint Commission, Lima, 3-4 May 2024\n\n"
    assert len(read(f"{text}The Attorneys General of Chile and Peru held their seventh meeting in Lima.").meetings) == 1


def test_the_sides_are_those_who_met_not_a_state_that_paid() -> None:
    text = (
        "Ana Soto, Minister of Justice of Georgia, received a delegation of the United Nations Office on Drugs and"
        " Crime. It brought equipment paid by the Government of Japan. The sides discussed a draft memorandum."
    )
    (meeting,) = read(text).meetings
    assert {each.country for each in meeting.participants} == {"GE", None}


def test_the_ceremony_is_the_one_at_which_they_signed() -> None:
    text = (
        "Ana Soto, Minister of Justice of Chile, signed a memorandum with her Peruvian counterpart, Rui Paz.\n\nThe"
        " ceremony took place on 3 May 2024 in Lima, in the presence of the Ambassador of Chile to Peru, Eva Reis."
    )
    (meeting,) = read(text).meetings
    names = {each.person.name for each in meeting.participants if each.person}
    assert names == {"Ana Soto", "Rui Paz", "Eva Reis"}
    assert meeting.date is not None and meeting.date.edtf == "2024-05-03"


GUESTS = "The Minister of Justice of Chile, Pedro Soto, received Judge Ana Rojas and Judge Eva Paz of Peru on Monday. "
SIGNED = "The Minister of Justice of Chile, Pedro Soto, and Judge Ana Rojas of Peru signed a plan on Monday. "
TOUR = "toured the Supreme Court of Chile, where they were welcomed by its President, Luis Mora."


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (f"{GUESTS}The guests then {TOUR}", {"Ana Rojas", "Eva Paz", "Luis Mora"}),
        (f"{SIGNED}The visitors {TOUR}", {"Luis Mora"}),
        (f"{SIGNED}On Tuesday, the visiting judges {TOUR}", {"Luis Mora"}),
        (f"{SIGNED}They {TOUR}", {"Pedro Soto", "Ana Rojas", "Luis Mora"}),
    ],
    ids=["guests", "visitors", "visiting", "both"],
)
def test_those_who_came_are_not_the_host_as_well(text: str, company: set[str]) -> None:
    assert _company(text)[-1] == company


def _sides(text: str) -> list[tuple[set[str], set[str | None]]]:
    meetings = read(HEAD + text, published="2024-09-24").meetings
    people = [{each.person.name for each in meeting.participants if each.person} for meeting in meetings]
    states = [{each.country for each in meeting.participants} for meeting in meetings]
    return list(zip(people, states, strict=True))


def test_the_three_services_are_those_of_the_last_meeting_of_three() -> None:
    text = (
        "Prosecutors General Ana Rojas of Peru, Luis Mora of Chile and Eva Paz of Brazil met in Lima on 3 June. Earlier"
        " Ms Rojas met Minister Juan Cruz of Chile. The three prosecution services last met in Arica in 2022."
    )
    assert _sides(text)[-1] == (set(), {"PE", "CL", "BR"})


def test_three_services_are_not_two() -> None:
    assert _sides(f"{GUEST}The three ministries last met in Lima in 2022.")[-1] == (set(), set())


def test_who_met_today_need_not_be_who_met_last_time() -> None:
    assert _sides(f"{GUEST}The two ministries last met in Lima in 2022.")[-1] == (set(), {"PE", "CL"})
    assert _sides(f"{GUEST}The two ministers last met in Lima in 2022.")[-1][0] == {"Pedro Soto", "Ana Rojas"}
