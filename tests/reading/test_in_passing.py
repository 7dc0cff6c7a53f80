"""Meetings whose noun stands in a clause of any verb, verbs in all of their forms, and people who act side by side."""

import pytest

from archive.reading import read
from archive.reading.matching.verb_forms import forms


def told(text: str) -> list[tuple[str, str]]:
    found = read(f"Weekly news of the service\n\n{text}", published="2024-12-20").meetings
    return [(meeting.kind.value, meeting.status.value) for meeting in found]


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("Next on her schedule is a meeting with the Minister of Justice of Peru, Eva Ruiz.", ("bilateral", "planned")),
        ("On 22 November 2024, at Eurojust, the team had a final coordination meeting.", ("multilateral", "held")),
        ("The Attorney General, Ana Rojas, wound up a four-day visit to Rwanda on Saturday.", ("visit", "held")),
        ("Lima prepares for the world congress of notaries on 6 March 2025.", ("conference", "planned")),
        (
            "The loan follows Ana Rojas's call in November with the Minister of Justice of Peru, Eva Ruiz.",
            ("call", "held"),
        ),
        ("The loan came after a call on Friday with the Minister of Justice of Peru, Eva Ruiz.", ("call", "held")),
        ("Ana Rojas's talks in Lima on 4 May with Judge Eva Ruiz of Peru ended early.", ("bilateral", "held")),
    ],
    ids=["agenda", "had", "wound up", "prepares", "follows", "call on a day", "between its parts"],
)
def test_a_meeting_is_told_whatever_the_verb(text: str, meeting: tuple[str, str]) -> None:
    assert meeting in told(text)


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("Senator Ana Soto, who has called for a summit of Chile and Peru, left.", ("conference", "proposed")),
        (
            "The Minister of Justice of Chile, Ana Soto, had detailed talks with Peru's Luis Vega.",
            ("bilateral", "held"),
        ),
        ("The Minister of Justice of Chile, Ana Soto, has had talks with Peru's Luis Vega.", ("bilateral", "held")),
    ],
)
def test_a_verb_that_only_helps_another_one_holds_no_meeting(text: str, meeting: tuple[str, str]) -> None:
    assert told(text) == [meeting]


@pytest.mark.parametrize(
    "text",
    [
        "A meeting with the Minister could not be arranged in time.",
        "A date for talks with the Kenyan authorities has yet to be found.",
        "The Attorney General called for closer talks with Europol in the future.",
        "The symposium planned for Doha on 12 March 2024 was cancelled.",
        "The treaty provides for consultations in Lima or Quito.",
        "The seminar room at the Ministry in Oslo was renovated in May.",
        "The government continues to pursue nuclear negotiations with Iran.",
        "She moves forward with the Congress on their status at the World Trade Organization.",
        "He conducted training operations in the park of Columbus in May.",
        "On 3 May, the Minister of Justice, Ana Ruiz, embarked on a spending spree in Peru.",
        "Senator Ana Soto of Chile has criticised talks with Peru.",
        "The Minister of Justice of Chile, Ana Soto, has demanded a meeting with Peru's Luis Vega in Lima.",
        "The Minister of Justice of Chile, Ana Soto, had to put off a meeting with Peru's Luis Vega in Lima.",
        "What did not happen: the telephone conversation between the ministers of justice of Chile and Peru.",
        "Did you meet the Minister of Justice of Peru, Ana Ruiz, in Lima?",
    ],
)
def test_what_is_denied_wished_for_or_general_is_not_told_in_passing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Eva Ruiz of Peru briefed Minister Luis Mora of Chile in Lima on 3 May 2024 on the reform.",
        "The keys were handed over in Lima on 3 May 2024 by the Ambassador of Japan, Ken Mori, to Minister Eva Ruiz.",
        "Over lunch in Lima, Minister Eva Ruiz of Peru and Minister Luis Mora of Chile agreed to set up a hotline.",
        "Minister Eva Ruiz of Peru sat down for an hour in Lima with Minister Luis Mora of Chile.",
        "Having been received by the Prosecutor General of Chile, Luis Mora, in Santiago, Minister Eva Ruiz left.",
    ],
    ids=["briefed", "handed over", "over lunch", "sat down", "having been received"],
)
def test_people_of_two_states_who_act_together_have_met(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry handed over the case files to the court in Lima on Friday.",
        "Minister Eva Ruiz reviewed the budget in Lima on Monday.",
        "The defendant spent three years in Spain before his arrest.",
        "Officers visited the house in Durban on Tuesday and seized documents.",
    ],
)
def test_who_acts_alone_or_at_home_has_met_nobody(text: str) -> None:
    assert told(text) == []


def test_a_verb_is_named_once_and_has_all_of_its_forms() -> None:
    assert list(forms("to sit down")) == ["sit down", "sits down", "sat down", "sitting down"]
    assert list(forms("to agree(?! that)"))[2] == "agreed(?! that)"
    assert list(forms("to carry out"))[1:3] == ["carries out", "carried out"]
    assert list(forms("met with")) == ["met with"]


BEFORE = "Kenya's Attorney General, Jane Otieno, met Tanzania's Minister of Justice, Hamis Mwinyi, in Nairobi. "


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("They had last seen each other in Geneva in March 2023.", "Geneva", "2023-03"),
        ("The heads of the two institutions had met in Arusha in June 2021.", "Arusha", "2021-06"),
        ("She spoke highly of the talks which the two ministers had had in Arusha in June 2021.", "Arusha", "2021-06"),
        ("Ms Otieno recalled the talks she had had with Mr Mwinyi in Arusha in June 2021.", "Arusha", "2021-06"),
        ("Ms Otieno recalled her visit to Dodoma in March 2023.", "Dodoma", "2023-03"),
        ("Since the visit of Ms Otieno to Dodoma in March 2023, much has changed.", "Dodoma", "2023-03"),
        ("The plan was agreed on when Ms Otieno and Mr Mwinyi met in Arusha in June 2021.", "Arusha", "2021-06"),
    ],
)
def test_a_meeting_that_is_recalled_was_held(text: str, place: str, date: str) -> None:
    *_, recalled = read(f"{BEFORE}{text}", published="2024-12-20").meetings
    assert (recalled.status.value, recalled.place and recalled.place.name) == ("held", place)
    assert recalled.date is not None
    assert recalled.date.edtf == date


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("The ministers spoke on 3 June and will meet again in Dodoma in March 2025.", "Dodoma", "2025-03"),
        ("A seminar for prosecutors, which Lima will host in March 2025, was agreed.", "Lima", "2025-03"),
        ("Lima will be the venue, on 7 March 2025, of a regional conference on fraud.", "Lima", "2025-03-07"),
        ("A visit to Dodoma by Ms Otieno, first planned for May, is now due in March 2025.", "Dodoma", "2025-03"),
        ("A trip to Dodoma by Ms Otieno has been announced for March 2025.", "Dodoma", "2025-03"),
    ],
)
def test_where_and_when_one_is_to_meet_next(text: str, place: str, date: str) -> None:
    found = [
        each for each in read(f"{BEFORE}{text}", published="2024-12-20").meetings if each.status.value == "planned"
    ]
    assert [(each.place and each.place.name, each.date and each.date.edtf) for each in found] == [(place, date)]


def test_who_comes_at_an_invitation_is_not_who_invited() -> None:
    text = (
        "At the invitation of the Attorney General of Kenya, Jane Otieno, Tanzania's Minister of Justice, Hamis Mwinyi,"
        " visited Nairobi in June."
    )
    (visit,) = read(text, published="2024-12-20").meetings
    assert [each.person.name for each in visit.participants if each.person] == ["Hamis Mwinyi"]
