"""When a name that was read is a name of the gold file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.evaluation.names import contains, fold, is_organization, is_person, same_name, same_words

from .build import body, person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Josip Grubeša", "Josip Grubesa", id="diacritics"),
        pytest.param("Željko Đurašković", "Zeljko Durašković", id="a letter with a stroke"),
        pytest.param("Fionnuala O’Driscoll", "Fionnuala O'Driscoll", id="apostrophes"),
        pytest.param("Akram Al-Khateeb", "Akram Al Khateeb", id="a hyphen"),
        pytest.param("INTERPOL", "Interpol", id="case"),
        pytest.param("İlker Başbuğ", "ilker basbug", id="a dotted capital"),
        pytest.param("Straße", "Strasse", id="a letter that folds into two"),
        pytest.param("Joint\u00a0Panel", "Joint Pa\u00adnel", id="no-break space and soft hyphen"),
    ],
)
def test_names_are_equal_after_folding(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Anna Berg", "Anna Borg"), ("Al-Khateeb", "Alkhateeb"), ("", ""), ("—", "-")]
)
def test_other_names_stay_different(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


KRASNOV = person("Igor Krasnov", aliases=["Krasnov", "Igor Krassnov"], name_accept=["I. V. Krasnov"])


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        pytest.param("IGOR KRASNOV", "", True, id="the full name"),
        pytest.param("I.V. Krasnov", "", True, id="a form of name_accept"),
        pytest.param("Igor Krassnov", "Igor Krasnov", True, id="a spelling variant"),
        pytest.param("Krasnov", "Igor Krasnov spoke.", False, id="the family name, while the text gives more"),
        pytest.param("Krasnov", "Igor Krasnov’s visit", False, id="the text gives more in the possessive"),
        pytest.param("Krasnov", "Mr Krasnov spoke.", True, id="the family name, and the text gives no more"),
        pytest.param("Igor", "Igor K.", False, id="a part that is no alias"),
        pytest.param("Igor Petrovich Krasnov", "", False, id="more than the gold name"),
    ],
)
def test_a_person_is_named_in_full(name: str, text: str, same: bool) -> None:
    assert is_person(name, KRASNOV, text) is same


@pytest.mark.parametrize(
    ("full", "alias"),
    [("Yusuf Abu al-Haija", "Abu al-Haija"), ("Liang Zhongwei", "Liang"), ("Joost van der Velde", "Van der Velde")],
)
def test_a_family_name_of_several_words_or_in_front_is_still_alone(full: str, alias: str) -> None:
    assert not is_person(alias, person(full, aliases=[alias]), f"{full} spoke.")


def test_the_first_and_a_family_name_are_more_than_the_family_name() -> None:
    caicedo = person("Andrés Felipe Ordóñez Caicedo", aliases=["Andrés Ordóñez"])
    assert is_person("Andres Ordonez", caicedo, "Andrés Felipe Ordóñez Caicedo")


def test_initials_with_the_family_name_are_more_than_the_family_name() -> None:
    elst = person("Liesbeth Van der Elst", aliases=["L. Van der Elst", "Van der Elst"])
    assert is_person("L. Van der Elst", elst, "Liesbeth Van der Elst")


OFFICE = body(
    "Prosecutor General’s Office of the Republic of Belarus", aliases=["Joint Board"], name_accept=["Office of Belarus"]
)


@pytest.mark.parametrize(
    ("name", "same"),
    [
        pytest.param("The Republic of Belarus Prosecutor General's Office", True, id="the same words in another order"),
        pytest.param("Belarus Office", True, id="the words of name_accept"),
        pytest.param("the Joint Board", True, id="an alias"),
        pytest.param("Board Joint", False, id="an alias in another order"),
        pytest.param("Prosecutor General’s Office", False, id="a part of the name"),
        pytest.param("the", False, id="nothing but small words"),
    ],
)
def test_an_organization_is_named_by_the_same_words(name: str, same: bool) -> None:
    assert is_organization(name, OFFICE) is same


def test_of_the_and_and_do_not_count_as_words_of_an_organization() -> None:
    assert same_words("Office of the Attorney General and Ministry", "Attorney General Office & Ministry")
    assert not same_words("of the", "and the")


def test_a_title_contains_another_by_whole_words() -> None:
    assert contains("Head of the Department", "head")
    assert not contains("Headmaster", "head")
