"""What a row takes from several texts."""

import random
from typing import Any

import pytest

from archive.loading.merging import CHOICES, merge, name_rows, names
from archive.models import SCHEMA, Base
from archive.values import SUBJECTS


def merged(table: str, *claims: dict[str, Any]) -> dict[str, Any]:
    """The values of a row, the same in whatever order the claims come."""
    found = merge(table, claims)
    for seed in range(5):
        again = random.Random(seed).sample(claims, len(claims))
        assert merge(table, [*again, *again]) == found
    return found


@pytest.mark.parametrize(
    ("spellings", "best"),
    [
        (["Josip Grubesa", "Josip Grubeša"], "Josip Grubeša"),
        (["IGOR KRASNOV", "Igor Krasnov"], "Igor Krasnov"),
        (["Prosecutor General’s Office", "Prosecutor General's Office"], "Prosecutor General’s Office"),
        (["Prosecutors' Office of Texas"], "Prosecutors’ Office of Texas"),
        (["Kamran O`Neil"], "Kamran O’Neil"),
        (["The 'Plan B' of Côte d'Azur"], "The 'Plan B' of Côte d’Azur"),
        (["Ministry of Justice of Turkey", "Ministry of Justice"], "Ministry of Justice of Turkey"),
        (["Ankara", "ankara", "ANKARA"], "Ankara"),
    ],
)
def test_the_best_spelling_of_a_name_is_kept(spellings: list[str], best: str) -> None:
    assert merged("persons", *({"name": each, "name_key": "key"} for each in spellings))["name"] == best


@pytest.mark.parametrize(
    ("dates", "best"),
    [
        (["2021", "2021-11-22", "2021-11"], "2021-11-22"),
        (["2021-11/2021-12", "2021"], "2021-11/2021-12"),
        (["2022", "2021"], "2021"),
        ([None, "2021"], "2021"),
        ([None, None], None),
    ],
)
def test_the_most_precise_date_is_kept_with_its_own_wording(dates: list[str | None], best: str | None) -> None:
    claims = [
        {"date_text": f"in {each}", "date_edtf": each, "date_basis": "explicit" if each else "unresolved"}
        for each in dates
    ]
    row = merged("agreement_steps", *claims, {})
    assert (row["date_edtf"], row["date_text"]) == (best, f"in {best}")


def test_a_date_that_is_stated_is_kept_over_one_that_is_counted() -> None:
    counted = {"date_text": "last year", "date_edtf": "2021", "date_basis": "relative"}
    stated = {"date_text": "in 2021", "date_edtf": "2021", "date_basis": "explicit"}
    assert merged("meetings", counted, stated)["date_text"] == "in 2021"


def test_a_meeting_that_one_text_announced_and_another_reports_was_held() -> None:
    assert merged("meetings", {"status": "planned"}, {"status": "held"}, {"status": "proposed"})["status"] == "held"


def test_a_body_is_not_other_when_a_text_knows_better() -> None:
    assert merged("organizations", {"kind": "other"}, {"kind": "court"})["kind"] == "court"


def test_what_a_participant_stood_for_comes_from_one_text() -> None:
    one, other = {"office_id": "2", "country_code": "RU"}, {"office_id": "1", "organization_id": "3"}
    row = merged("meeting_participants", one, other)
    assert [row[column] for column in ("office_id", "organization_id", "country_code")] in (
        ["2", None, "RU"],
        ["1", "3", None],
    )


def test_all_written_forms_are_names() -> None:
    claims = [{"names": ["Krasnov", "Igor Krasnov"]}, {"names": ["Krasnov"]}, {}]
    assert names(claims) == {"Krasnov", "Igor Krasnov"}


def test_every_column_of_a_shared_row_is_chosen() -> None:
    for table, choices in CHOICES.items():
        chosen = {column for choice in choices for column in choice.columns}
        columns = {column.name for column in Base.metadata.tables[f"{SCHEMA}.{table}"].columns if not column.computed}
        assert columns - chosen == {"id"} | ({"country_code"} if table == "sources" else set())
        assert chosen <= columns


def test_a_name_row_is_known_by_its_thing_and_its_form() -> None:
    from archive.loading.identity import person_id

    thing = person_id("Josip Grubeša")
    first, second = name_rows("person_names", thing, [{"names": ["Grubeša", "Grubesa"]}])
    assert first[1:] == (thing, "Grubesa", "grubesa")
    assert second[1:] == (thing, "Grubeša", "grubesa")
    assert first[0] != second[0]


def test_every_table_that_claims_may_be_about_has_its_choices() -> None:
    assert list(CHOICES) == list(SUBJECTS)
