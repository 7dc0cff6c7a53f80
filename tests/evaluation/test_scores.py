"""Pairing, figures, averages and the list of errors."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.evaluation import FactType, Figures, Verdict, evaluate
from archive.evaluation.assignment import assign

from .build import TEXT, gold, office, output, person, scores

WEIGHTS = st.integers(0, 4).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 9), min_size=columns, max_size=columns), max_size=5)
)


@given(WEIGHTS)
def test_no_other_pairing_weighs_more(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    assert len(set(rows)) == len(rows) and len(set(columns)) == len(columns)
    assert all(weights[row][column] > 0 for row, column in pairs)
    width = len(weights[0]) if weights else 0
    # A column beyond the last stands for staying alone.
    choices = permutations(range(width + len(weights)), len(weights))
    heaviest = max(sum(weights[row][to] for row, to in enumerate(choice) if to < width) for choice in choices)
    assert sum(weights[row][column] for row, column in pairs) == heaviest


@pytest.mark.parametrize(
    ("figures", "precision", "recall", "f1"),
    [
        (Figures(3, 1, 2), 0.6, 0.75, 2 / 3),
        (Figures(0, 2, 0), 0.0, 0.0, 0.0),
        (Figures(0, 0, 2), 0.0, 0.0, 0.0),
        (Figures(), 1.0, 1.0, 1.0),
    ],
)
def test_figures_are_precision_recall_and_their_harmonic_mean(
    figures: Figures, precision: float, recall: float, f1: float
) -> None:
    assert (figures.precision, figures.recall) == (precision, recall)
    assert figures.f1 == pytest.approx(f1)


def test_the_items_of_all_texts_are_counted_together() -> None:
    many = gold(countries=["NO", "RU", "SE"])
    all_found = output(countries=[{"code": code, "mentions": []} for code in ("NO", "RU", "SE")])
    result = evaluate([("a", TEXT, all_found, many), ("b", TEXT, output(), gold(countries=["DK"]))])
    assert result.of(FactType.COUNTRIES) == Figures(right=3, missed=1)
    assert result.of(FactType.COUNTRIES).recall == 0.75


def test_the_average_leaves_out_types_that_nobody_names() -> None:
    wanted = gold(countries=["NO"], topics=["training"])
    assert scores(output(countries=[{"code": "NO", "mentions": []}]), wanted).average == 0.5


def test_the_average_is_over_types_of_items_and_the_other_also_over_speakers() -> None:
    start = TEXT.index("We trust")
    quote = {"speaker": "Anna Berg", "text": "We trust each other,", "optional": False}
    found = output(quotations=[{"speaker": None, "start": start, "end": start + 20}])
    result = scores(found, gold(quotes=[quote]))
    assert (result.average, result.average_of_all) == (1.0, 0.5)


def test_each_error_shows_what_and_its_sentence() -> None:
    prosecutor = person("Igor Krasnov", offices=[office("Prosecutor General", "RU")])
    stranger = person("Kari Lund", mentions=[[TEXT.index("They"), TEXT.index("They") + 4]])
    errors = scores(output(persons=[stranger]), gold(persons=[prosecutor])).errors
    first, second = TEXT.index("Anna Berg"), TEXT.index(" “We")
    assert [(each.type, each.verdict, each.what, each.sentence) for each in errors] == [
        (FactType.PERSONS, Verdict.MISSED, "Igor Krasnov", TEXT[first:second]),
        (FactType.PERSONS, Verdict.INVENTED, "Kari Lund", "They signed a memorandum of understanding."),
        (FactType.OFFICES, Verdict.MISSED, "Igor Krasnov, Prosecutor General, RU", TEXT[first:second]),
    ]
