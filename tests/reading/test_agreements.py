"""Agreements: who makes them, and what becomes of them."""

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


def test_what_is_adopted_at_the_end_is_of_all_who_gathered() -> None:
    (agreement,) = read(CONFERENCE + "At the end, the Nairobi Declaration on Cybercrime was adopted.").agreements
    assert states_of(agreement) == GATHERED


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
