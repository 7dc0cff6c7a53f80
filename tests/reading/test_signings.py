"""What is done, stands or is to come, and what the sentences around an instrument say of its signing."""

import pytest

from archive.reading import read

from .test_agreements import signatories_of, steps_of, the_one

LEAD = "Chile and Peru signed a memorandum on asset recovery on 3 May 2024. "


@pytest.mark.parametrize(
    "next_sentence",
    [
        "Minister Ana Soto signed for Chile, while Minister Juan Paz signed for Peru.",
        "Signing for Chile was Minister Ana Soto and signing for Peru was Minister Juan Paz.",
        "It was signed by the ministers of the two states, Ana Soto and Juan Paz.",
    ],
)
def test_who_signed_for_which_side_may_stand_in_the_next_sentence(next_sentence: str) -> None:
    assert signatories_of(the_one(LEAD + next_sentence)) == {"Ana Soto": "CL", "Juan Paz": "PE"}


def test_a_signing_is_foreseen_in_the_next_sentence() -> None:
    words = (
        "Chile and Peru finalised the text of a treaty on extradition. The signature is foreseen in Lima in May 2026."
    )
    assert ("planned", "2026-05") in steps_of(the_one(words))


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ("Chile and Peru are parties to the Council of Europe's Convention on Cybercrime.", [("in_force", None)]),
        ("Evidence is sent under the Convention on Crime, to which Chile and Peru are parties.", [("in_force", None)]),
        ("She praised the Convention on Crime, which Chile and Peru have already joined.", [("in_force", None)]),
        ("Chile and Peru cooperate on the basis of the Convention on Crime.", [("in_force", None)]),
        ("Chile and Peru acted under the Convention on Crime.", []),
        ("Peru praised the treaty with Chile, done in Lima on 9 March 2018.", [("signed", "2018-03-09")]),
        ("On the eve of the talks, Chile and Peru signed a treaty.", [("signed", None)]),
        ("Chile and Peru resolved to conclude a treaty.", [("planned", None)]),
        ("A treaty taking in Chile has been floated by Peru.", [("proposed", None)]),
        ("The agreement of 12 May 2009 between Chile and Peru will be updated.", [("in_force", "2009-05-12")]),
        ("Chile and Peru acted as the Outer Space Treaty of 1967 has it.", []),
        ("It was made possible by the treaty of Chile and Peru, which was signed in 2019.", [("signed", "2019")]),
        ("The council called on states to ratify the treaty of Chile and Peru.", []),
        ("The eight states endorsed the Lima Roadmap 2023-2025 of Chile and Peru.", [("approved", None)]),
    ],
)
def test_what_stands_is_done_or_is_to_come_is_told_apart(words: str, steps: list[tuple[str, str | None]]) -> None:
    found = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert [step for agreement in found for step in steps_of(agreement)] == steps


def test_an_extension_to_be_signed_is_an_instrument_of_its_own() -> None:
    words = "Chile and Peru signed an agreement in June 2021. The extension will be signed on 24 November 2025."
    found = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert [(each.title, steps_of(each)) for each in found] == [
        ("agreement", [("signed", "2021-06")]),
        ("extension", [("planned", "2025-11-24")]),
    ]


def test_a_body_at_home_that_consents_is_no_party() -> None:
    agreement = the_one("The Federal Council approved the agreement between Chile and Peru on the return of assets.")
    assert {party.country for party in agreement.parties} == {"CL", "PE"}
    assert not any(party.organization for party in agreement.parties)


def test_a_roadmap_that_is_adopted_by_those_who_met_is_an_instrument() -> None:
    met = "Minister Ana Soto of Chile met Minister Juan Paz of Peru in Lima on 3 May 2024. "
    found = read(f"States adopt roadmap\n\n{met}The states endorsed the roadmap of the two offices.").agreements
    assert [each.kind.value for each in found] == ["plan"]
    assert read("States adopt roadmap\n\nThe city endorsed a roadmap for its schools.").agreements == ()


def test_an_expiry_is_no_date_of_a_signing() -> None:
    agreement = the_one("The memorandum of Chile and Peru, which expires in June 2026, will be renewed.")
    assert steps_of(agreement) == [("planned", None)]


def test_who_joins_a_convention_of_many_joins_for_itself() -> None:
    met = "Minister Ana Soto of Chile met Minister Juan Paz of Peru in Lima on 3 May 2024. "
    agreement = the_one(met + "Chile acceded to the Convention on Cybercrime in 2017.")
    assert {party.country for party in agreement.parties} == {"CL"}


@pytest.mark.parametrize(
    "next_sentence",
    [
        "Minister Ana Soto signed for Chile and Minister Juan Paz for Peru.",
        "Minister Ana Soto signed for Chile; Minister Juan Paz did so for Peru.",
        "For Chile the signature was that of Minister Ana Soto; for Peru, the signatory was Minister Juan Paz.",
        "On the Chilean side it was signed by Minister Ana Soto, on the Peruvian side by Minister Juan Paz.",
        "It was signed on 3 May by Minister Ana Soto and on 9 May by Minister Juan Paz.",
        "It was signed without a meeting: in Santiago by Minister Ana Soto and in Lima by Minister Juan Paz.",
    ],
)
def test_each_may_sign_apart_from_the_other(next_sentence: str) -> None:
    assert signatories_of(the_one(LEAD + next_sentence)) == {"Ana Soto": "CL", "Juan Paz": "PE"}


def test_who_witnesses_a_signing_signs_nothing() -> None:
    words = "It was signed in Santiago by Minister Ana Soto and witnessed by Minister Juan Paz."
    assert signatories_of(the_one(LEAD + words)) == {}


def test_who_signs_for_the_hosts_is_of_their_state() -> None:
    lead = "Santiago, 3 May 2024 – Chile and Peru signed a memorandum on asset recovery. "
    words = "The Chilean minister, Ana Soto, signed for the host country and Minister Juan Paz for Peru."
    assert signatories_of(the_one(lead + words)) == {"Ana Soto": "CL", "Juan Paz": "PE"}


@pytest.mark.parametrize(
    "words",
    [
        "It was signed on 3 May by Minister Ana Soto and on 9 May by Minister Juan Paz.",
        "It was signed by Minister Ana Soto in Santiago and by Minister Juan Paz in Lima.",
        "It was signed electronically by Minister Ana Soto and Minister Juan Paz.",
    ],
)
def test_who_signs_apart_from_the_other_has_not_met_him(words: str) -> None:
    reading = read(f"Cooperation goes on\n\nChile and Peru concluded a memorandum. {words}", published="2025-03-14")
    assert reading.meetings == ()
    assert [signatories_of(each) for each in reading.agreements] == [{"Ana Soto": "CL", "Juan Paz": "PE"}]


@pytest.mark.parametrize("people", ["the two justice ministers", "the two ministers", "their justice ministers"])
def test_who_signed_may_be_named_behind_what_they_are(people: str) -> None:
    text = f"News\n\nThe treaty between Jordan and Cyprus was signed by {people}, Sami Haddad and Eleni Christou."
    (agreement,) = read(text).agreements
    assert signatories_of(agreement) == {"Sami Haddad": "JO", "Eleni Christou": "CY"}


def test_a_known_body_is_a_party_behind_the_name_of_its_state() -> None:
    text = (
        "News\n\nChile's Anti-Corruption Agency and Nigeria's Economic and Financial Crimes Commission signed a treaty."
    )
    (agreement,) = read(text).agreements
    assert [(party.organization.name, party.country) for party in agreement.parties if party.organization] == [
        ("Anti-Corruption Agency", "CL"),
        ("Economic and Financial Crimes Commission", "NG"),
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (
            "Chile and Peru drew up an extradition treaty. It was to have been signed on 2 March 2025; the signing will"
            " have to wait until November.",
            "2025-11",
        ),
        ("The treaty of Chile and Peru was due to be signed on 2 March but will now be signed in May.", "2025-05"),
        ("The signature of the treaty of Chile and Peru has slipped to June.", "2025-06"),
        ("The signing of the treaty of Chile and Peru, planned for Monday, was put off to July.", "2025-07"),
        ("Chile and Peru rescheduled the signing of a treaty from 1 June to 5 July 2025.", "2025-07-05"),
        (
            "Chile and Peru were to have signed a treaty on crime on 2 March. Signature is now expected in May.",
            "2025-05",
        ),
        ("Chile and Peru will sign a treaty on 2 May, and the conference was postponed until June.", "2025-05-02"),
        ("The treaty of Chile and Peru was to be signed on 2 March, but Peru left the talks.", "2025-03-02"),
    ],
)
def test_a_signing_that_was_put_off_is_planned_for_its_new_day(words: str, day: str) -> None:
    [agreement] = read(f"Cooperation goes on\n\n{words}", published="2025-03-14").agreements
    assert ("planned", day) in steps_of(agreement)


def test_what_was_signed_stays_signed_where_something_about_it_is_put_off() -> None:
    agreement = the_one("The vote on the treaty that Chile and Peru signed on 2 May 2024 was postponed until June.")
    assert steps_of(agreement) == [("signed", "2024-05-02")]


@pytest.mark.parametrize(
    "words", ["formalised their partnership by signing", "sealed their cooperation with the signing of"]
)
def test_who_seals_something_by_a_signing_makes_what_is_signed(words: str) -> None:
    agreement = the_one(f"The Bar Association of Serbia and the Bar Association of Malta {words} a protocol.")
    assert agreement.title == "protocol"
    assert {party.organization.name for party in agreement.parties if party.organization} == {
        "Bar Association of Serbia",
        "Bar Association of Malta",
    }


@pytest.mark.parametrize("name", ["Chile–EU treaty", "EU-Chile treaty"])
def test_a_dash_in_the_name_of_an_instrument_joins_its_parties(name: str) -> None:
    agreement = the_one(f"The {name} on asylum was signed in Lima on 3 May 2024.")
    assert {party.organization.name for party in agreement.parties if party.organization} == {"EU"}
    assert {party.country for party in agreement.parties} == {"CL", None}


PLANS = "The Attorneys General of Malta and Libya"


@pytest.mark.parametrize(
    ("words", "step"),
    [
        (f"{PLANS} agreed in Tunis on 2 May 2024 to sign a treaty.", ("planned", None)),
        (f"{PLANS} undertook in Tunis last week to conclude a treaty in July 2024.", ("planned", "2024-07")),
        (f"{PLANS} intend at their next meeting to sign a treaty.", ("planned", None)),
        (f"{PLANS} are expected in Tunis on 9 June 2024 to sign a treaty.", ("planned", "2024-06-09")),
        (f"{PLANS} agreed in Tunis on Monday to adopt a joint declaration.", ("planned", None)),
        ("Libya was invited in March 2024 to sign the treaty with Malta.", ("proposed", "2024-03")),
        ("The Cabinet of Malta empowered its ministry on 2 May 2024 to sign a treaty with Libya.", ("planned", None)),
        (
            "The Attorney General of Malta flew to Tripoli with a mandate to sign a treaty with Libya.",
            ("planned", None),
        ),
        (f"{PLANS} met in Tunis on 2 May 2024 to sign a treaty.", ("signed", "2024-05-02")),
        (f"{PLANS} used the meeting in Tunis on 2 May 2024 to sign a treaty.", ("signed", "2024-05-02")),
        ("The Attorney General of Malta flew to Tripoli in order to sign a treaty with Libya.", ("signed", None)),
        ("Malta was among the first states to sign the treaty with Libya in 2019.", ("signed", "2019")),
        ("Malta and Libya managed after long talks to sign a treaty in 2019.", ("signed", "2019")),
    ],
)
def test_who_resolves_to_sign_has_not_signed_yet(words: str, step: tuple[str, str | None]) -> None:
    [agreement] = read(f"Cooperation goes on\n\n{words}", published="2024-05-15").agreements
    assert steps_of(agreement) == [step]


def test_a_trip_that_was_never_planned_signs_nothing() -> None:
    words = "The supposed trip of the Attorney General of Malta to Tripoli to sign a treaty was never programmed."
    assert read(f"Cooperation goes on\n\n{words}").agreements == ()


@pytest.mark.parametrize(
    "words",
    [
        "Had Malta concluded the treaty with Libya in 2019, he would be in custody.",
        "Were Malta to sign the treaty with Libya, he would be in custody.",
        "Malta and Libya nearly signed a treaty in 2019.",
        "The parties signed neither the treaty nor the memorandum between Malta and Libya.",
        "Without having concluded a treaty, Malta and Libya exchange evidence.",
        "As soon as Malta and Libya sign the treaty on extradition, the transfers will begin.",
        "The Ministry of Justice of Malta stopped short of signing a memorandum with the Ministry of Justice of Libya.",
        "Malta refused to ratify the 2015 treaty on extradition with Libya.",
        "Malta's plan to sign a treaty with Libya fell through.",
    ],
)
def test_what_was_not_signed_is_no_agreement(words: str) -> None:
    assert read(f"Cooperation goes on\n\n{words}", published="2024-05-15").agreements == ()


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("When Malta and Libya concluded the treaty in 2019, they had no embassies.", ("signed", "2019")),
        ("After almost two years of talks, Malta and Libya signed a treaty in 2019.", ("signed", "2019")),
        ("Malta signed the treaty with Libya in 2019 without having asked its parliament.", ("signed", "2019")),
        ("The treaty on extradition between Malta and Libya was never ratified.", ("signed", None)),
    ],
)
def test_what_looks_like_a_denial_is_none(words: str, step: tuple[str, str | None]) -> None:
    assert steps_of(the_one(words)) == [step]


def test_who_did_not_sign_is_no_party() -> None:
    agreement = the_one("Malta signed the protocol on extradition. Libya did not.")
    assert {party.country for party in agreement.parties} == {"MT"}


@pytest.mark.parametrize(
    "venue",
    [
        "at the Embassy of Brazil",
        "at Interpol headquarters",
        "at the Council of Europe's seat",
        "at Eurojust's premises",
        "at the headquarters of Eurojust",
    ],
)
def test_the_body_in_whose_house_states_sign_is_no_party(venue: str) -> None:
    text = f"The protocol was signed by the justice ministers of Peru, Bolivia and Chile {venue} on 3 May 2024."
    (agreement,) = read(text).agreements
    assert [(party.organization, party.country) for party in agreement.parties] == [
        (None, "PE"),
        (None, "BO"),
        (None, "CL"),
    ]


def test_who_is_posted_at_a_body_acts_for_it() -> None:
    text = "The national member of Belgium at Eurojust, Jan Peeters, met the Minister of Justice of Chile, Luis Mora."
    (person, _) = read(text).persons
    bodies = [each.office.organization for each in person.appointments]
    assert [body and body.name for body in bodies] == ["Eurojust"]


@pytest.mark.parametrize(
    "post", ["The national member of Belgium at Eurojust", "The professor of law of Chile at the University of Lima"]
)
def test_where_the_one_who_meets_is_posted_is_no_place(post: str) -> None:
    (meeting,) = read(f"{post} met the Minister of Justice of Brazil, Luis Mora.").meetings
    assert meeting.place is None


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Ana Ruiz (Peru) and Luis Mora (Chile) signed a memorandum.", {"PE": "Ana Ruiz", "CL": "Luis Mora"}),
        ("The treaty was signed by Luis Mora (Chile) and Ana Ruiz (Peru).", {"PE": "Ana Ruiz", "CL": "Luis Mora"}),
        (
            "Minister of Justice Ana Ruiz of Peru signed the memorandum, and Luis Mora, Minister of Justice of Chile, "
            "will sign it next week.",
            {"PE": "Ana Ruiz", "CL": None},
        ),
        (
            "Ana Ruiz, Minister of Justice of Peru, signed the treaty with Chile, which Minister Luis Mora will sign.",
            {"PE": "Ana Ruiz", "CL": None},
        ),
    ],
)
def test_each_side_has_its_own_signatory(text: str, sides: dict[str, str | None]) -> None:
    (agreement,) = read(text, published="2024-05-04").agreements
    assert {each.country: each.signatory and each.signatory.name for each in agreement.parties} == sides
    assert len(agreement.parties) == len(sides)


def test_the_head_of_an_office_in_a_city_acts_for_the_body_that_has_it() -> None:
    text = "Ana Ruiz, Minister of Justice of Peru, and the head of UNODC's Lima office, Luis Mora, signed an agreement."
    (agreement,) = read(text).agreements
    assert [(each.organization and each.organization.name, each.country) for each in agreement.parties] == [
        (None, "PE"),
        ("UNODC", None),
    ]
