"""What one reading has that another has not."""

from copy import deepcopy

from archive.evaluation import ChangeKind, diff

from .build import Object, found_agreement, found_meeting, office, output, span


def found_person(name: str, *titles: str) -> Object:
    offices = [office(title, "NO") for title in titles]
    return {"name": name, "aliases": [], "offices": offices, "mentions": [span("Anna Berg")], "epithets": []}


READING = output(
    persons=[found_person("Anna Berg", "Minister of Justice")],
    organizations=[{"name": "Tass", "aliases": [], "kind": "media", "country": None, "mentions": []}],
    countries=[{"code": "NO", "mentions": []}],
    places=[{"name": "Oslo", "country": "NO", "mentions": []}],
    meetings=[found_meeting("Igor Krasnov in Oslo")],
    agreements=[found_agreement("They signed")],
    quotations=[{"speaker": "Anna Berg", "start": 3, "end": 9}],
    topics=[{"slug": "training", "mentions": []}],
)


def changed(new: Object, old: Object = READING) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(change.kind.value, change.type, change.what, change.values) for change in diff([old], [new])]


def test_a_reading_has_no_changes_from_itself() -> None:
    assert diff([READING], [deepcopy(READING)]) == ()


def test_mentions_are_no_facts_of_their_own() -> None:
    new = deepcopy(READING)
    new["persons"][0]["mentions"] = [[0, 4], [7, 9]]
    assert changed(new) == []


def test_a_document_that_only_one_side_has_is_all_gained_or_all_lost() -> None:
    kinds = {change.kind for change in diff([], [READING])}
    assert kinds == {ChangeKind.GAINED}
    assert len(diff([READING], [])) == len(diff([], [READING])) == 9
    assert {change.kind for change in diff([READING], [])} == {ChangeKind.LOST}


def test_a_renamed_person_is_lost_and_gained_with_the_offices() -> None:
    new = deepcopy(READING)
    new["persons"] = [found_person("Anna Bergen", "Minister of Justice")]
    assert changed(new) == [
        ("lost", "persons", "Anna Berg", ()),
        ("lost", "offices", "Anna Berg, Minister of Justice, NO", ()),
        ("gained", "persons", "Anna Bergen", ()),
        ("gained", "offices", "Anna Bergen, Minister of Justice, NO", ()),
    ]


def test_a_name_written_otherwise_is_the_same_person() -> None:
    new = deepcopy(READING)
    new["persons"] = [found_person("ANNA BERG", "Minister of Justice")]
    assert changed(new) == []


def test_events_are_the_same_when_their_evidence_overlaps() -> None:
    new = deepcopy(READING)
    new["meetings"] = [found_meeting("in Oslo on 3 May 2021", status="planned", place=None)]
    new["agreements"] = [found_agreement("They signed a memorandum", ("NO",))]
    assert changed(new) == [
        ("changed", "meetings", "bilateral planned", ("status: held -> planned", "place: Oslo -> none")),
        ("changed", "agreements", "memorandum of understanding", ("parties: NO / party; RU / party -> NO / party",)),
    ]


def test_an_event_from_other_words_is_another_event() -> None:
    new = deepcopy(READING)
    new["meetings"] = [found_meeting("They signed")]
    assert [kind for kind, *_ in changed(new)] == ["lost", "gained"]


def test_of_two_events_from_the_same_words_each_is_compared_with_the_one_it_resembles() -> None:
    words = "Igor Krasnov in Oslo"
    old, new = deepcopy(READING), deepcopy(READING)
    old["meetings"] = [found_meeting(words), found_meeting(words, kind="visit", date=None)]
    new["meetings"] = [found_meeting(words, kind="visit", date=None, place=None), found_meeting(words)]
    assert changed(new, old) == [("changed", "meetings", "visit held", ("place: Oslo -> none",))]


def test_a_speaker_and_a_country_may_change() -> None:
    new = deepcopy(READING)
    new["quotations"][0]["speaker"] = None
    new["organizations"][0]["country"] = "RU"
    assert changed(new) == [
        ("changed", "organizations", "Tass", ("country: none -> RU",)),
        ("changed", "quotations", "quotation of nobody known", ("speaker: Anna Berg -> none",)),
    ]
