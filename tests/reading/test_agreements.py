"""Agreements: who makes them, and what becomes of them."""

import pytest

from archive.reading import read
from archive.reading.facts import Agreement

CONFERENCE = (
    "Prosecutors confer in Nairobi\n\n"
    "Prosecutors General of Kenya, Uganda, Ghana, Zambia and Malawi met at a conference in Nairobi on 3-5 May 2023."
    " On the sidelines, the Prosecutor General of Kenya, Ruth Wanjiru Kamau, met the Prosecutor General of Zambia,"
    " Mutale Banda. "
)
GATHERED = {"KE", "UG", "GH", "ZM", "MW"}


def states_of(agreement: Agreement) -> set[str]:
    return {party.country for party in agreement.parties if party.country}


def test_what_the_participants_adopt_is_theirs_not_of_two_who_met_beside() -> None:
    (agreement,) = read(CONFERENCE + "The participants adopted the Nairobi Declaration on Cybercrime.").agreements
    assert states_of(agreement) == GATHERED


@pytest.mark.parametrize(
    "words",
    [
        "Chile and Peru attended as observers.",
        "Observers from Chile and Peru also attended.",
        "Kenya and Chad spoke, while Chile and Peru took part as observers.",
        "Also present were Chile and Peru, observers.",
    ],
)
def test_what_is_adopted_is_not_of_those_who_only_watched(words: str) -> None:
    gathered = "Kenya, Chad, Togo and Mali met in Nairobi on 3 May 2024. "
    (agreement,) = read(f"{gathered}{words} The participants adopted the Nairobi Declaration on Cybercrime.").agreements
    assert {party.country for party in agreement.parties} == {"KE", "TD", "TG", "ML"}


def test_what_is_adopted_at_the_end_is_of_all_who_gathered() -> None:
    (agreement,) = read(CONFERENCE + "At the end, the Nairobi Declaration on Cybercrime was adopted.").agreements
    assert states_of(agreement) == GATHERED


def test_what_a_committee_of_two_states_approves_is_theirs() -> None:
    text = (
        "Ana Soto, Minister of Justice of Oman, received Jane Lund, Ambassador of Norway, on 2 June 2025.\n\nOn 3 June"
        " she led the Omani side in the second meeting of the Oman-India Joint Committee. The Indian side was led by"
        " Secretary Rui Paz. The committee approved a programme of cooperation for 2026."
    )
    [agreement] = read(text).agreements

    assert {party.country for party in agreement.parties} == {"OM", "IN"}


def test_what_the_heads_of_the_delegations_sign_on_the_meeting_is_theirs() -> None:
    (agreement,) = read(
        "The Prosecutors General of Kenya, Uganda and Ghana met in Accra on 3 May 2023. The heads of delegations signed"
        " a Protocol on the results of the meeting."
    ).agreements
    assert states_of(agreement) == {"KE", "UG", "GH"}


def test_a_gathering_of_states_may_plan_together() -> None:
    text = CONFERENCE + "A joint action plan on cybercrime will be approved in Lusaka in 2024."
    assert [agreement.kind for agreement in read(text).agreements] == ["plan"]


def test_what_somebody_at_home_plans_is_no_agreement() -> None:
    text = "Reform goes on\n\nA joint action plan on cybercrime will be approved in 2024 in Ghana, the minister said."
    assert read(text).agreements == ()


def told(words: str) -> list[tuple[str, str]]:
    """The agreements of a lead, each with its kind and title."""
    return [(each.kind.value, each.title) for each in read(f"Cooperation goes on\n\n{words}").agreements]


def test_several_treaties_are_an_instrument() -> None:
    assert told("Peru and Chile signed two extradition treaties.") == [("treaty", "extradition treaties")]


def test_letters_that_are_exchanged_are_an_instrument() -> None:
    lead = "The Ministry of Justice of Peru and the Ministry of Justice of Chile exchanged {}."
    assert told(lead.format("letters on the return of assets")) == [("agreement", "letters on the return of assets")]
    assert told(lead.format("views on letters of the past")) == []


def test_who_signs_it_too_is_no_part_of_a_title() -> None:
    lead = "The Prosecutor General of Peru, Ana Soto, signed a memorandum on asset recovery with {}."
    for other in ("her Chilean counterpart", "representatives of Chile", "the Prosecutor General of Chile, Luis Mora"):
        assert told(lead.format(other)) == [("memorandum", "memorandum on asset recovery")]


def the_one(words: str) -> Agreement:
    (agreement,) = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    return agreement


def signatories_of(agreement: Agreement) -> dict[str, str | None]:
    return {party.signatory.name: party.country for party in agreement.parties if party.signatory}


def steps_of(agreement: Agreement) -> list[tuple[str, str | None]]:
    return [(step.status.value, step.date.edtf if step.date else None) for step in agreement.steps]


@pytest.mark.parametrize(
    "words",
    [
        "A memorandum on asset recovery was signed by Ana Soto for Chile and Juan Paz for Peru.",
        "A memorandum on asset recovery was signed by Ana Soto on behalf of Chile and by Juan Paz on behalf of Peru.",
        "A memorandum on asset recovery was signed on the Chilean side by the minister, Ana Soto, and on the Peruvian"
        " side by the minister, Juan Paz.",
        "Chile and Peru signed a memorandum on asset recovery. The document was signed by Ana Soto and Juan Paz.",
        "The prosecutors general of Chile and Peru, Ana Soto and Juan Paz, signed a memorandum on asset recovery.",
        "Signed by the Attorney General of Chile, Ana Soto, and the Attorney General of Peru, Juan Paz, the memorandum"
        " on asset recovery provides for training.",
    ],
)
def test_signatories_stand_with_their_side(words: str) -> None:
    assert signatories_of(the_one(words)) == {"Ana Soto": "CL", "Juan Paz": "PE"}


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("Extradition between Peru and Chile is governed by the treaty of 1997.", [("in_force", "1997")]),
        ("Peru and Chile cooperate under the agreement of 2 May 2011.", [("in_force", "2011-05-02")]),
        ("Peru and Chile cooperate pursuant to the memorandum of 2015.", [("signed", "2015")]),
        ("The parliament of Peru passed the law ratifying the extradition treaty with Chile.", [("approved", None)]),
        ("The government of Peru authorised the signing of the treaty with Chile.", [("planned", None)]),
        ("The working arrangement of Peru and Chile became applicable on 1 July 2022.", [("in_force", "2022-07-01")]),
        ("Peru and Chile cooperate under the 1997 treaty on extradition.", [("in_force", "1997")]),
        ("Peru and Chile have cooperated since 2006, when a memorandum was signed.", [("signed", "2006")]),
        ("Peru acceded to the Convention on Cybercrime on 26 August 2019.", [("approved", "2019-08-26")]),
        ("The agreement between Peru and Chile was signed in 2021 and renewed in 2024.", [("signed", "2021")]),
        ("Peru and Chile exchanged the instruments of ratification of the extradition treaty.", [("approved", None)]),
        ("The ministers signed minutes and initialled the extradition treaty of Peru and Chile.", [("draft", None)]),
        ("The ministers reached agreement on the text of a treaty on extradition.", [("draft", None)]),
        ("Peru and Chile signed: a treaty on extradition.", [("signed", None)]),
        ("Peru and Chile adopted a charter on witnesses on 3 May 2024.", [("approved", "2024-05-03")]),
        ("Did you know that Peru and Chile have had a treaty on extradition since 1997?", [("in_force", "1997")]),
    ],
)
def test_the_words_tell_the_step_and_its_date(words: str, steps: list[tuple[str, str | None]]) -> None:
    agreement = [each for each in read(f"Headline\n\n{words}").agreements if each.title != "minutes"]
    assert [steps_of(each) for each in agreement] == [steps]


@pytest.mark.parametrize(
    "words",
    [
        "Peru has asked to join the Convention on Cybercrime.",
        "Peru and Chile spoke about a charter on witnesses.",
        "Did you know whether Peru and Chile signed a treaty on extradition in 1997?",
        "Peru and Chile have signed 14 agreements since 1992.",
        "An agreement was reached to draw up rules.",
        "The department reached an agreement with Acme Ltd. to settle claims of fraud.",
    ],
)
def test_what_is_no_step_gives_no_agreement(words: str) -> None:
    assert told(words) == []


def test_what_is_signed_is_not_what_the_next_clause_tells_of() -> None:
    text = "A protocol on training was signed, and the joint action plan of Peru and Chile was approved."
    found = {each.kind.value: steps_of(each) for each in read(f"Headline\n\n{text}").agreements}
    assert found == {"protocol": [("signed", None)], "plan": [("approved", None)]}


def test_what_is_said_of_another_one_is_not_said_of_it() -> None:
    words = "Chile and Peru signed a memorandum in May 2024. The memorandum complements the one signed in 2021."
    new, old = read(f"Cooperation goes on\n\n{words}").agreements
    assert [steps_of(new), steps_of(old)] == [[("signed", "2024-05")], [("signed", "2021")]]


def test_a_document_is_what_was_named_before_it() -> None:
    words = "Chile and Peru signed a memorandum on training. The document has ten pages. They drew up a draft treaty."
    memorandum, treaty = read(f"Cooperation goes on\n\n{words}").agreements
    assert [len(each.evidence) for each in (memorandum, treaty)] == [2, 1]


def test_what_is_said_of_a_list_is_said_of_each_of_its_items() -> None:
    text = (
        "Documents signed\n\nAfter the talks on 3 May 2023, Peru and Chile signed the following documents:\n\n"
        "- Memorandum of Understanding on training\n- the programme of cooperation for 2024-2026\n\n"
        "- a note on the memorandum of the past\n\nThe minister left."
    )
    found = {each.title: steps_of(each) for each in read(text).agreements}
    assert found == {
        "Memorandum of Understanding on training": [("signed", "2023-05-03")],
        "programme of cooperation for 2024-2026": [("signed", "2023-05-03")],
    }


def test_a_list_of_what_was_discussed_gives_nothing() -> None:
    assert told("Peru and Chile discussed the following documents:\n\n- Memorandum of Understanding on training") == []


@pytest.mark.parametrize(
    "words",
    [
        "The President of Peru signed an executive order on sanctions.",
        "The ministry of Peru renewed the charter of its advisory committee.",
        "Acme and Peru signed a loan agreement.",
        "The minister encouraged Peru to sign the Lima Convention.",
        "Chile will continue encouraging more states to sign the Lima Convention.",
        "He entered into an illegal kickback arrangement with a laboratory in Peru.",
        "They monitored the agreements of Peru and accepted payments.",
    ],
)
def test_what_is_made_at_home_or_in_private_is_no_agreement(words: str) -> None:
    assert told(words) == []


def test_a_crime_in_its_subject_makes_no_agreement_private() -> None:
    title = "agreement on illegal logging"
    assert told(f"Peru and Chile signed an {title}.") == [("agreement", title)]


def test_an_addendum_is_part_of_the_agreement_that_it_extends() -> None:
    words = "Peru and Chile signed an addendum to the Agreement on Joint Teams, concluded on March 25, 2022."
    whole, addendum = sorted(read(f"Headline\n\n{words}").agreements, key=lambda each: len(each.title))
    assert addendum.part_of == whole
    assert steps_of(whole) == [("signed", "2022-03-25")]


def test_a_programme_under_an_agreement_is_part_of_it() -> None:
    words = "Peru and Chile signed a programme of cooperation for the years 2024 and 2025 under the agreement of 2015,"
    programme, whole = read(f"Headline\n\n{words} which entered into force in 2016.").agreements
    assert (programme.part_of, programme.term and programme.term.edtf) == (whole, "2024/2025")
    assert steps_of(programme) == [("signed", None)]


def test_a_signing_on_the_programme_of_a_visit_is_to_come() -> None:
    words = (
        "11.15  Signing of the Memorandum on training between the Ministry of Justice of Peru and the Chilean Police"
    )
    assert steps_of(the_one(f"{words} (signatories: Mr Paz, Mr Soto)")) == [("planned", None)]


@pytest.mark.parametrize("between", ["between", "among the police forces of"])
def test_between_whom_it_was_signed_are_its_parties(between: str) -> None:
    assert states_of(the_one(f"A memorandum was signed in Lima {between} Peru and Chile.")) == {"PE", "CL"}


def test_what_is_said_before_a_list_holds_for_all_of_it() -> None:
    words = "Peru and Chile signed a protocol on training; a letter of intent on migration; and a joint declaration."
    assert [kind for kind, _ in told(words)] == ["protocol", "memorandum", "declaration"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Peru and Chile signed the ASEAN treaty in 2004.", [("treaty", "ASEAN treaty")]),
        ("Peru and Chile renewed their partnership agreement.", [("agreement", "partnership agreement")]),
        ("Peru and Chile agreed a joint statement on trafficking.", [("statement", "joint statement on trafficking")]),
        ('"We signed a memorandum with Peru," he said.', [("memorandum", "memorandum with Peru")]),
        (
            "Peru and Chile have a memorandum of understanding on seeds dating from 2012.",
            [("memorandum", "memorandum of understanding on seeds")],
        ),
        (
            "The agency relies on a protocol on seeds and a treaty with Chile that came into operation in 2015.",
            [("treaty", "treaty with Chile")],
        ),
    ],
)
def test_an_instrument_is_named_as_the_text_calls_it(words: str, found: list[tuple[str, str]]) -> None:
    assert told(words) == found


def test_what_an_instrument_is_said_to_be_is_no_second_one() -> None:
    words = "Ivory is regulated under the Convention on Endangered Species, a treaty signed by Peru and Chile in 2012."
    assert told(words) == [("convention", "Convention on Endangered Species")]


@pytest.mark.parametrize(
    "words",
    [
        "Ivory is regulated under the Convention on Endangered Species, a treaty signed by over 180 countries.",
        "The Ministry of Justice of Peru reached an agreement today with Acme, a maker of doors that is based in the"
        " old harbour of Lima and has three hundred workers in its four plants, resolving claims of the workers.",
        "To carry out those agreements, the makers of doors met in Peru and in Chile.",
        "According to the charges, officials of Peru and Chile signed an agreement with other bidders on a harbour.",
        "The agreement was accepted by Judge Ana Soto.",
        "The minister put forward a cooperation plan for schools.",
        "Peru and Chile are members of the Global Partnership.",
    ],
)
def test_what_others_settled_or_have_in_hand_is_no_agreement(words: str) -> None:
    assert told(words) == []


def test_an_agreement_under_which_something_is_done_was_signed_as_the_text_says() -> None:
    words = "Peru and Chile cooperate under the agreement signed on 3 May 2018."
    assert steps_of(the_one(words)) == [("signed", "2018-05-03")]


@pytest.mark.parametrize("title", ["Memorandum of Understanding on Judicial Training", "Action Plan for 2025-2026"])
def test_a_title_between_quotation_marks_names_an_instrument(title: str) -> None:
    assert [found for _, found in told(f"Peru and Chile signed the “{title}” in Lima.")] == [title]


def test_quoted_words_that_are_no_title_name_none() -> None:
    assert told("“A good treaty,” said the minister of Peru, and signed the guest book.") == []


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("A joint declaration of Peru and Chile was issued on 3 May 2024.", [("approved", "2024-05-03")]),
        ("The agreement of Peru and Chile was signed in 2020 and will be automatically renewed.", [("signed", "2020")]),
        ("Peru expressed interest in concluding an agreement on extradition with Chile.", [("proposed", None)]),
    ],
)
def test_provisions_and_wishes_are_no_signing(words: str, steps: list[tuple[str, str | None]]) -> None:
    assert steps_of(the_one(words)) == steps


def test_a_text_that_names_two_states_and_no_meeting_tells_of_these_two() -> None:
    words = "In Peru and Chile, smugglers are tried. {} was signed."
    assert states_of(the_one(words.format("A memorandum on seeds"))) == {"PE", "CL"}
    assert states_of(the_one(words.format("The International Convention on Seeds"))) == set()


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Peru relies on the agreement which it signed with Europol in 2016.", {"PE", "Europol"}),
        ("In Peru they rely on the agreement which it signed with Europol in 2016.", {"Europol"}),
    ],
)
def test_what_it_signed_is_signed_by_the_subject(words: str, parties: set[str | None]) -> None:
    (found,) = read(words).agreements
    assert {party.organization.name if party.organization else party.country for party in found.parties} == parties


def test_those_who_put_their_signatures_to_it_sign_it() -> None:
    text = "A treaty between Peru and Chile was signed. Putting their signatures to the document were Judge Ana Soto of"
    (found,) = read(f"{text} Peru and Judge Rui Prado of Chile.").agreements
    assert {party.signatory.name for party in found.parties if party.signatory} == {"Ana Soto", "Rui Prado"}
