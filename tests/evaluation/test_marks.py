"""Scores on texts with marked spans."""

from archive.evaluation import FactType, Figures, evaluate_marks

from .build import TEXT, Object, output, person, span

RECORD = {"id": "release", "text": TEXT, "persons": [span("Anna Berg"), span("Igor Krasnov"), span("Berg said")]}


def marks(found: Object, *countries: list[object]) -> dict[FactType, Figures]:
    return evaluate_marks([({**RECORD, "countries": list(countries)}, found)]).figures


def test_every_mention_of_a_person_is_right_missed_or_invented() -> None:
    found = output(persons=[person("Anna Berg", mentions=[span("Anna Berg"), span("Oslo")], epithets=[span("They")])])
    assert marks(found)[FactType.PERSONS] == Figures(right=1, missed=2, invented=1)


def test_a_rank_or_a_particle_more_does_no_harm() -> None:
    found = output(persons=[person("Igor Krasnov", mentions=[span("General Igor Krasnov")])])
    assert marks(found)[FactType.PERSONS] == Figures(right=1, missed=2)


def test_an_office_before_the_name_is_not_the_name() -> None:
    found = output(persons=[person("Igor Krasnov", mentions=[span("met Prosecutor General Igor Krasnov")])])
    assert marks(found)[FactType.PERSONS] == Figures(missed=3, invented=1)


def test_countries_count_once_per_text_and_only_as_found_or_missed() -> None:
    norway, again, russia = [*span("Norway"), "NO"], [*span("Oslo"), "NO"], [*span("Krasnov"), "RU"]
    found = output(countries=[{"code": "NO", "mentions": []}, {"code": "SE", "mentions": []}])
    assert marks(found, norway, again, russia)[FactType.COUNTRIES] == Figures(right=1, missed=1)
