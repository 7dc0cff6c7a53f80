"""Meetings and agreements beside their gold: which are paired, and which of their values are right."""

import pytest

from archive.evaluation import FactType, MisplacedGoldError, Verdict

from .build import (
    Object,
    body,
    figures,
    found_agreement,
    found_meeting,
    gold,
    gold_agreement,
    gold_meeting,
    output,
    person,
    scores,
)

PEOPLE = [person("Anna Berg", aliases=["Berg"]), person("Igor Krasnov")]
NOBODY: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("found", "paired"),
    [
        pytest.param(found_meeting("met Prosecutor General Igor", NOBODY), True, id="the evidence overlaps"),
        pytest.param(found_meeting("in Oslo on 3 May", NOBODY), True, id="the evidence overlaps, at its other end"),
        pytest.param(found_meeting("They signed"), True, id="all participants agree"),
        pytest.param(found_meeting("They signed", ("Anna Berg",)), True, id="half of the participants agree"),
        pytest.param(found_meeting("They signed", ("Anna Berg", "A", "B")), False, id="less than half agree"),
        pytest.param(found_meeting("They signed", ("A", "B")), False, id="other participants"),
        pytest.param(found_meeting("They signed", NOBODY), False, id="no participants, other evidence"),
        pytest.param(found_meeting("2021. “We", NOBODY), False, id="evidence beside the gold evidence"),
    ],
)
def test_a_meeting_is_found_by_its_evidence_or_half_of_its_participants(found: Object, paired: bool) -> None:
    wanted = gold(persons=PEOPLE, meetings=[gold_meeting()])
    expected = (1, 0, 0) if paired else (0, 1, 1)
    assert figures(FactType.MEETINGS, output(persons=PEOPLE, meetings=[found]), wanted) == expected


def test_evidence_accept_holds_further_evidence() -> None:
    wanted = gold(meetings=[gold_meeting(evidence_accept=["They signed"])])
    found = output(meetings=[found_meeting("They signed a memorandum", NOBODY)])
    assert figures(FactType.MEETINGS, found, wanted) == (1, 0, 0)


def test_one_found_meeting_answers_one_gold_meeting() -> None:
    wanted = gold(meetings=[gold_meeting(), gold_meeting(kind="visit")])
    found = output(meetings=[found_meeting("Igor Krasnov in Oslo")])
    assert figures(FactType.MEETINGS, found, wanted) == (1, 1, 0)


def test_of_two_meetings_in_one_sentence_each_is_paired_with_the_one_it_resembles() -> None:
    wanted = gold(meetings=[gold_meeting(), gold_meeting(kind="visit", date=None, participants=["Anna Berg"])])
    words = "Igor Krasnov in Oslo"
    visit = found_meeting(words, ("Anna Berg",), kind="visit", date=None)
    result = scores(output(meetings=[visit, found_meeting(words)]), wanted)
    assert result.of(FactType.MEETINGS).f1 == 1
    assert result.of(FactType.MEETING_SLOTS).f1 == 1


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_meetings_of_the_same_people_the_evidence_tells_which_was_read(order: int) -> None:
    later = gold_meeting(evidence="They signed", place="Bergen", date="2022")
    wanted = gold(meetings=[gold_meeting(), later][::order])
    errors = scores(output(meetings=[found_meeting("They signed")]), wanted).errors
    missed = [each.what for each in errors if each.type is FactType.MEETINGS]
    assert missed == ["bilateral, held, Anna Berg, Igor Krasnov, Oslo, 2021-05-03"]


def test_an_optional_meeting_excuses_one_report_and_no_slots_are_counted() -> None:
    wanted = gold(meetings=[gold_meeting(optional=True)])
    one = found_meeting("Igor Krasnov in Oslo", kind="visit")
    assert figures(FactType.MEETINGS, output(meetings=[one]), wanted) == (0, 0, 0)
    assert figures(FactType.MEETING_SLOTS, output(meetings=[one]), wanted) == (0, 0, 0)
    assert figures(FactType.MEETINGS, output(meetings=[one, one]), wanted) == (0, 0, 1)


# The five values of the usual meeting: two participants, kind, status, place and date make six.
@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        pytest.param({}, {}, (6, 0, 0), id="all right"),
        pytest.param({}, {"status": "planned"}, (5, 1, 1), id="a wrong value is missed and invented"),
        pytest.param({}, {"date": None}, (5, 1, 0), id="a value that was not read is missed"),
        pytest.param({"date": None}, {}, (5, 0, 1), id="a value where the gold has none is invented"),
        pytest.param({"date": None}, {"date": None}, (5, 0, 0), id="no value on both sides counts nothing"),
        pytest.param({"date_accept": [None]}, {"date": None}, (5, 0, 0), id="none is accepted"),
        pytest.param({"date_accept": ["2021-05"]}, {"date": "2021-05"}, (6, 0, 0), id="another date is accepted"),
        pytest.param({}, {"date": "2021-05"}, (5, 1, 1), id="a less precise date is wrong"),
        pytest.param({"kind_accept": ["visit"]}, {"kind": "visit"}, (6, 0, 0), id="another kind is accepted"),
        pytest.param({}, {"place": "oslo"}, (6, 0, 0), id="a place is a name"),
        pytest.param(
            {"place_accept": ["the Ministry"]}, {"place": "Ministry"}, (6, 0, 0), id="a place less its article"
        ),
        pytest.param({}, {"place": "Bergen"}, (5, 1, 1), id="another place"),
    ],
)
def test_slots_count_right_and_wrong_values(wanted: Object, found: Object, expected: tuple[int, int, int]) -> None:
    reading = output(persons=PEOPLE, meetings=[found_meeting("Igor Krasnov in Oslo", **found)])
    file = gold(persons=PEOPLE, meetings=[gold_meeting(**wanted)])
    assert figures(FactType.MEETING_SLOTS, reading, file) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param(("Anna Berg", "Igor Krasnov"), (6, 0, 0), id="the list itself"),
        pytest.param(("Kari Lund",), (5, 0, 0), id="an alternative list"),
        pytest.param(NOBODY, (4, 0, 0), id="the empty alternative"),
        pytest.param(("Anna Berg", "Kari Lund"), (5, 0, 1), id="a mixture is no alternative"),
        pytest.param(("Berg", "Igor Krasnov"), (6, 0, 0), id="a person by an alias"),
    ],
)
def test_each_accepted_list_is_a_whole_alternative(people: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    known = [person("Anna Berg", aliases=["Berg"]), person("Igor Krasnov"), person("Kari Lund")]
    text = "Berg and Igor Krasnov in Oslo"
    wanted = gold(persons=known, meetings=[gold_meeting(participants_accept=[["Kari Lund"], []])])
    meeting = {**found_meeting("Igor Krasnov in Oslo", people), "evidence": [[0, len(text)]]}
    assert figures(FactType.MEETING_SLOTS, output(persons=[], meetings=[meeting]), wanted, text) == expected


def test_participants_are_persons_bodies_and_countries() -> None:
    ministry = body("Ministry of Justice of Norway", "NO", name_accept=["Ministry of Justice"])
    wanted = gold(
        persons=PEOPLE,
        organizations=[ministry],
        meetings=[
            gold_meeting(participant_organizations=["Ministry of Justice of Norway"], participant_countries=["NO"])
        ],
    )
    meeting = found_meeting("Igor Krasnov in Oslo", ("Igor Krasnov",))
    meeting["participants"].append(
        {"person": "Anna Berg", "organization": "Ministry of Justice", "country": "NO", "role": "host"}
    )
    found = output(persons=PEOPLE, organizations=[body("Ministry of Justice", "NO")], meetings=[meeting])
    assert figures(FactType.MEETING_SLOTS, found, wanted) == (8, 0, 0)


def test_of_two_bodies_of_one_name_the_participant_is_the_one_of_its_country() -> None:
    norway, russia = (body(f"M. of {code}", code, name_accept=["Ministry"]) for code in ("NO", "RU"))
    event = gold_meeting(participants=[], participant_organizations=["M. of RU"])
    wanted = gold(organizations=[norway, russia], meetings=[event])
    meeting = found_meeting("Igor Krasnov in Oslo", NOBODY)
    meeting["participants"] = [{"person": None, "organization": "Ministry", "country": "RU", "role": "host"}]
    found = output(organizations=[body("Ministry", "NO"), body("Ministry", "RU")], meetings=[meeting])
    missed = [each.what for each in scores(found, wanted).errors if each.verdict is Verdict.MISSED]
    assert missed == []


@pytest.mark.parametrize(
    ("found", "paired"),
    [
        pytest.param(found_agreement("signed a memorandum", ()), True, id="the evidence overlaps"),
        pytest.param(found_agreement("A draft treaty"), True, id="the parties agree"),
        pytest.param(found_agreement("A draft treaty", ("NO",)), True, id="half of the parties agree"),
        pytest.param(found_agreement("A draft treaty", ("NO", "SE", "DK")), False, id="less than half agree"),
        pytest.param(found_agreement("A draft treaty", ()), False, id="neither"),
    ],
)
def test_an_agreement_is_found_by_its_evidence_or_half_of_its_parties(found: Object, paired: bool) -> None:
    wanted = gold(agreements=[gold_agreement()])
    expected = (1, 0, 0) if paired else (0, 1, 1)
    assert figures(FactType.AGREEMENTS, output(agreements=[found]), wanted) == expected


def test_an_addressee_is_no_party_and_a_proposer_is_one() -> None:
    agreement = found_agreement("signed a memorandum", ("NO", "RU"))
    agreement["parties"].append({"organization": None, "country": "SE", "role": "addressee", "signatory": None})
    agreement["parties"][0]["role"] = "proposer"
    wanted = gold(agreements=[gold_agreement()])
    assert figures(FactType.AGREEMENT_SLOTS, output(agreements=[agreement]), wanted) == (4, 0, 0)


def test_signatories_are_scored_and_the_title_is_not() -> None:
    agreement = found_agreement("signed a memorandum", title="memorandum")
    agreement["parties"][0]["signatory"] = "Anna Berg"
    wanted = gold(persons=PEOPLE, agreements=[gold_agreement(signatories=["Anna Berg", "Igor Krasnov"])])
    found = output(persons=PEOPLE, agreements=[agreement])
    assert figures(FactType.AGREEMENT_SLOTS, found, wanted) == (5, 1, 0)


def test_an_agreement_without_a_title_is_paired_by_the_rest() -> None:
    wanted = gold(agreements=[gold_agreement(title=None)])
    assert figures(FactType.AGREEMENTS, output(agreements=[found_agreement("They signed")]), wanted) == (1, 0, 0)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_agreements_in_one_sentence_the_title_tells_which_is_which(order: int) -> None:
    steps = {"memorandum": "signed", "programme": "draft"}
    wanted = gold(agreements=[gold_agreement(title=title, status=step) for title, step in steps.items()])
    exchanged = zip(steps, reversed(steps.values()), strict=True)
    confused = [found_agreement("They signed", title=title, status=step) for title, step in exchanged]
    found = output(agreements=confused[::order])
    assert figures(FactType.AGREEMENT_SLOTS, found, wanted) == (6, 2, 2)


def test_gold_evidence_that_the_text_does_not_hold_is_refused() -> None:
    with pytest.raises(MisplacedGoldError, match="They never met"):
        scores(output(), gold(meetings=[gold_meeting(evidence="They never met")]))
