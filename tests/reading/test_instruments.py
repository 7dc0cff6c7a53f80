"""Which words name an instrument, and what a text says of it that is no signing: drafts, deeds, recollections."""

import pytest

from archive.reading import read

from .test_agreements import steps_of


def told(words: str) -> list[tuple[str, str, list[tuple[str, str | None]]]]:
    """The kind, title and steps of each instrument."""
    found = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    return [(each.kind.value, each.title, steps_of(each)) for each in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Ministers of Chile and Peru adopted the Lima Conclusions on 3 May 2024.",
            [("declaration", "Lima Conclusions", [("approved", "2024-05-03")])],
        ),
        (
            "The Lima Initiative, a political declaration signed in May 2020 by Chile and Peru, was recalled.",
            [("declaration", "Lima Initiative", [("signed", "2020-05")])],
        ),
        (
            "Chile and Peru endorsed the Council of Europe Declaration on Crime on 3 May 2024.",
            [("declaration", "Council of Europe Declaration on Crime", [("approved", "2024-05-03")])],
        ),
        ("Chile and Peru signed a pledge on 3 May 2024.", [("declaration", "pledge", [("signed", "2024-05-03")])]),
        ("Chile and Peru reaffirmed the principles on 3 May 2024.", []),
        ("Chile and Peru reached agreement on the need to speed up requests.", []),
        (
            "The protocol amending the treaty of Chile and Peru was signed on 3 May 2024.",
            [("protocol", "protocol amending the treaty of Chile and Peru", [("signed", "2024-05-03")])],
        ),
    ],
)
def test_some_nouns_name_an_instrument_behind_a_name_only(words: str, expected: list[object]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("Instruments of ratification of the treaty of Chile and Peru were exchanged on 3 May 2024.", "approved"),
        (
            "Chile and Peru exchanged the instruments of ratification of the extradition treaty on 3 May 2024.",
            "approved",
        ),
        ("Chile deposited its instrument of accession to the Convention on Crime on 3 May 2024.", "approved"),
        ("Chile's accession to the Convention on Crime took effect on 3 May 2024.", "in_force"),
        ("Chile became a party to the Convention on Crime on 3 May 2024.", "approved"),
    ],
)
def test_a_deed_of_ratification_is_no_instrument_but_a_step(words: str, step: str) -> None:
    assert [steps for _, _, steps in told(words)] == [[(step, "2024-05-03")]]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("A treaty pending with Chile since 2023 was discussed with Peru.", "draft"),
        ("The treaty between Chile and Peru is at the final stage of negotiation.", "draft"),
        ("Chile and Peru are putting the finishing touches to a treaty on extradition.", "draft"),
        ("Chile and Peru agreed to prepare a memorandum on training.", "draft"),
        ("Chile proposed to Peru a treaty on extradition.", "proposed"),
        ("Chile offered Peru to conclude a treaty on extradition.", "proposed"),
        ("Chile expressed interest in a treaty with Peru.", "proposed"),
    ],
)
def test_what_is_in_hand_or_only_wished_for_is_told_apart(words: str, step: str) -> None:
    assert [steps for _, _, steps in told(words)] == [[(step, None)]]


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("Chile and Peru reviewed the 2018 memorandum on crime.", [("signed", "2018")]),
        ("P praised the Convention on Crime of 1992.", [("in_force", "1992")]),
        ("Under the agreement of Chile and Peru approved in 2010, both met.", [("approved", "2010")]),
        (
            "Chile and Peru signed the treaty on crime in 2015, and it came into force on 1 May 2016.",
            [("signed", "2015"), ("in_force", "2016-05-01")],
        ),
        ("The ministry rejected reports that Chile and Peru had signed a treaty.", []),
    ],
)
def test_what_is_recalled_keeps_its_year(words: str, steps: list[tuple[str, str | None]]) -> None:
    assert [step for _, _, each in told(words) for step in each] == steps


def test_the_new_text_is_another_instrument_than_the_one_that_it_renews() -> None:
    words = "Chile and Peru agreed to renew the Memorandum of 2010 and to sign the new text in Lima in June 2026."
    assert told(words) == [
        ("memorandum", "Memorandum", [("signed", "2010")]),
        ("memorandum", "new text", [("planned", "2026-06")]),
    ]


def test_the_last_line_of_a_page_is_said_of_the_instrument_that_its_headline_names() -> None:
    words = (
        "JOINT STATEMENT\n\nThe Ministers of Justice of Chile and Peru met in Lima.\n\nAdopted in Lima on 3 May 2024."
    )
    (agreement,) = read(words).agreements
    assert (agreement.kind.value, steps_of(agreement)) == ("statement", [("approved", "2024-05-03")])


def test_an_accession_may_be_told_in_the_sentence_after_the_convention() -> None:
    words = "And the Convention on Crime? The Cabinet of Chile approved accession on 3 May 2024."
    assert [steps for _, _, steps in told(words)] == [[("approved", "2024-05-03")]]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("The financial intelligence units of Chile and Peru signed an agreement on data.", {"CL", "PE"}),
        ("Delegates from Chile and Peru approved the Lima Plan of Action 2024-2027.", {"CL", "PE"}),
        ("Delegates from Chile and Peru approved the Lima Plan after talks with Cuba.", {"CL", "PE"}),
    ],
)
def test_states_act_through_the_people_named_before_them(words: str, states: set[str]) -> None:
    (agreement,) = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert {party.country for party in agreement.parties} == states


@pytest.mark.parametrize(
    "words",
    [
        "The strategy for 2024-2028 was approved by the government of Chile.",
        "Parliament adopted the programme of the government of Chile.",
        "The agreement between Chile and Peru shall enter into force upon the last notification.",
    ],
)
def test_what_one_state_adopts_for_itself_or_a_text_says_of_itself_is_none(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("Chile and Peru drafted a treaty. They hope to sign it in Lima in May 2026.", ["draft", "planned"]),
        ("Chile praised a treaty with Peru, which should be signed before summer.", ["planned"]),
        ("The agreed text of the treaty of Chile and Peru will be sent to both capitals.", ["draft"]),
        ("Minister Ana Soto of Chile handed a draft agreement to the ambassador of Peru.", ["submitted"]),
        ("Chile praised the Convention on Crime. Peru has been a party since 2017.", ["in_force"]),
        ("Chile joined the Lima Initiative, and Peru signed the Convention on Crime.", ["signed"]),
        ("Chile and Peru are members of the Lima Initiative.", []),
        ("Chile and Peru praised the work of the Lima Initiative.", []),
        ("A memorandum to the file was signed by an investigator of Chile in Lima.", []),
        ("Banco Azul S.A. entered into an agreement with the Tax Office of Peru.", []),
    ],
)
def test_a_step_is_told_of_the_instrument_that_is_meant(words: str, steps: list[str]) -> None:
    assert sorted(step for _, _, each in told(words) for step, _ in each) == sorted(steps)


def test_cooperation_that_takes_place_under_a_titled_protocol_rests_on_it() -> None:
    words = "Cooperation with Peru took place under the Protocol on assistance in customs matters."
    assert [(kind, steps) for kind, _, steps in told(words)] == [("protocol", [("signed", None)])]


_OLD = [("signed", "1897"), ("in_force", "1897")]
_LATE = [("signed", "1997"), ("in_force", "1997")]


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (
            "Chile and Peru signed a treaty on 3 May 2024. It enters into force on 1 July 2025.",
            [("signed", "2024-05-03")],
        ),
        ("The treaty of Chile and Peru enters into force on 1 July 2025.", [("planned", "2025-07-01")]),
        ("Extradition still rests on the treaty concluded in 1897 between Chile and Peru.", _OLD),
        ("Extradition still rests on the treaty concluded in 1997 between Chile and Peru.", _LATE),
    ],
)
def test_what_is_to_enter_into_force_was_made_before(words: str, steps: list[tuple[str, str | None]]) -> None:
    assert [step for _, _, each in told(words) for step in each] == steps


def test_a_convention_that_a_gathering_recalls_is_not_made_by_those_who_gather() -> None:
    words = (
        "The ministers of justice of Chile, Peru and Cuba met in Lima on 3 May 2024. They praised the"
        " Convention on Crime of 1992."
    )
    (agreement,) = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert agreement.parties == ()


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("The treaty of Chile and Peru was laid before Parliament on 3 May 2024.", [("submitted", "2024-05-03")]),
        ("Chile and Peru opened for signature an agreement on joint patrols.", [("signed", None)]),
        ("Chile and Peru have clinched a prisoner transfer deal.", [("signed", None)]),
        ("Chile joined the asset recovery agreement on 3 May 2024.", [("approved", "2024-05-03")]),
        ("Chile will initiate procedures for joining the Convention on Crime.", [("planned", None)]),
        ("Judges called on Chile to ratify the Riyadh Convention of 1983.", [("in_force", "1983")]),
        ("Judges of Chile cited the Riyadh Convention of 1983.", []),
    ],
)
def test_a_step_may_be_told_in_the_words_of_parliaments_and_the_press(
    words: str, steps: list[tuple[str, str | None]]
) -> None:
    assert [step for _, _, each in told(words) for step in each] == steps


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Greece and Cyprus signed Protocol No. 15 on fees and Protocol No. 16 on costs.",
            ["Protocol No. 15 on fees", "Protocol No. 16 on costs"],
        ),
        (
            "The Protocol of 2010 to the Convention on Extradition entered into force for Nepal on 1 June 2025.",
            ["Protocol of 2010 to the Convention on Extradition"],
        ),
        ("Peru and Chile signed the Protocol on 3 June 2025.", ["Protocol"]),
    ],
)
def test_a_title_goes_on_behind_its_number_or_year(words: str, expected: list[str]) -> None:
    found = read(f"Cooperation goes on\n\n{words}", published="2025-06-12").agreements
    assert [(each.kind.value, each.title) for each in found] == [("protocol", title) for title in expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The treaty on assistance in civil, family and criminal matters entered into force in 1994.",
            ["treaty on assistance in civil, family and criminal matters"],
        ),
        ("Chile and Peru signed a treaty on courts, police and prosecutors met.", ["treaty on courts"]),
        ('The Supreme Courts of Chile and Peru agreed a "road map" on digital justice.', ["road map"]),
        ("Chile and Peru signed a “memorandum of understanding” on courts.", ["memorandum of understanding"]),
        ('A paper claimed that Chile had signed a "secret protocol" with Peru.', []),
        ('The minister called the text a "roadmap" for Chile and Peru.', []),
    ],
)
def test_a_title_holds_sorts_of_matters_and_a_noun_between_quotation_marks(words: str, expected: list[str]) -> None:
    assert [title for _, title, _ in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("The treaty of 1990 between Chile and Peru was amended in 2005 and terminated in 2010.", [("signed", "1990")]),
        ("Chile's withdrawal from the Lima Convention takes effect on 3 May 2025.", []),
        ("Chile's accession to the Lima Convention takes effect on 3 May 2024.", [("in_force", "2024-05-03")]),
    ],
)
def test_what_was_ended_or_left_is_not_in_force(words: str, steps: list[tuple[str, str | None]]) -> None:
    assert [step for _, _, each in told(words) for step in each] == steps
