"""Persons, offices, organizations, countries, topics and quotations beside their gold."""

import pytest

from archive.evaluation import FactType, Figures

from .build import Object, body, figures, gold, office, output, person, scores, span


def test_two_reports_of_one_person_are_one_right_and_one_invention() -> None:
    wanted = gold(persons=[person("Igor Krasnov", aliases=["Krasnov"])])
    found = output(persons=[person("Igor Krasnov"), person("Krasnov")])
    assert figures(FactType.PERSONS, found, wanted) == (1, 0, 1)


def test_an_optional_item_counts_neither_found_nor_missed() -> None:
    wanted = gold(persons=[person("Anna Berg", optional=True)], organizations=[body("Ministry", optional=True)])
    empty = Figures()
    for found in (output(), output(persons=[person("Anna Berg")], organizations=[body("Ministry")])):
        assert all(counted == empty for counted in scores(found, wanted).figures.values())


def test_a_required_item_is_paired_before_an_optional_one() -> None:
    wanted = gold(organizations=[body("Ministry of Justice", optional=True), body("Ministry of Justice", "NO")])
    assert figures(FactType.ORGANIZATIONS, output(organizations=[body("Ministry of Justice", "RU")]), wanted) == (
        1,
        0,
        0,
    )


NORWEGIAN = office("Minister of Justice", "NO", "Ministry of Justice", organization_accept=[None])
PLAIN = office("Prosecutor General", "NO")
UNPLACED = office("State Secretary", None)


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        pytest.param(NORWEGIAN, office("Minister of Justice", "NO", "Ministry of Justice"), True, id="equal"),
        pytest.param(NORWEGIAN, office("Minister of Justice", "NO"), True, id="the country alone"),
        pytest.param(NORWEGIAN, office("Minister of Justice", None, "Justice Ministry"), True, id="the body alone"),
        pytest.param(NORWEGIAN, office("Minister", "NO"), True, id="a title within the title"),
        pytest.param(NORWEGIAN, office("Norwegian Minister of Justice", "NO"), True, id="a title around the title"),
        pytest.param(NORWEGIAN, office("Minister of Justice"), False, id="neither country nor body"),
        pytest.param(NORWEGIAN, office("Minister of Justice", "SE"), False, id="another country"),
        pytest.param(NORWEGIAN, office("Minister", "SE", "Ministry of Justice"), False, id="another country, the body"),
        pytest.param(NORWEGIAN, office("Minister", "NO", "Supreme Court"), False, id="the country, another body"),
        pytest.param(NORWEGIAN, office("State Secretary", "NO"), False, id="another title"),
        pytest.param(PLAIN, office("Prosecutor General", "NO", "Supreme Court"), True, id="a body more"),
        pytest.param(PLAIN, office("Prosecutor General"), False, id="no country where the gold has one"),
        pytest.param(UNPLACED, office("State Secretary"), True, id="nothing where the gold has nothing"),
        pytest.param(UNPLACED, office("State Secretary", "NO"), False, id="a country where the gold has nothing"),
    ],
)
def test_an_office_is_right_by_person_title_and_country_or_body(wanted: Object, found: Object, right: bool) -> None:
    bodies = [body("Ministry of Justice", "NO", name_accept=["Justice Ministry"]), body("Supreme Court", "NO")]
    wanted = gold(persons=[person("Anna Berg", offices=[wanted])], organizations=bodies)
    found = output(persons=[person("Anna Berg", offices=[found])])
    assert figures(FactType.OFFICES, found, wanted) == ((1, 0, 0) if right else (0, 1, 1))


@pytest.mark.parametrize("order", [1, -1])
def test_the_same_title_is_paired_before_a_title_around_it(order: int) -> None:
    titles = ["Prosecutor General", "Deputy Prosecutor General"]
    wanted = gold(persons=[person("Anna Berg", offices=[office(title, "NO") for title in titles[::order]])])
    found = output(persons=[person("Anna Berg", offices=[office("Prosecutor General", "NO")])])
    missed = [each.what for each in scores(found, wanted).errors]
    assert missed == ["Anna Berg, Deputy Prosecutor General, NO"]


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_bodies_of_one_name_the_country_tells_which_is_missed(order: int) -> None:
    bodies = [body(f"Ministry of {code}", code, name_accept=["Ministry"]) for code in ("NO", "RU")]
    found = output(organizations=[body("Ministry", "RU")])
    missed = [each.what for each in scores(found, gold(organizations=bodies[::order])).errors]
    assert missed == ["Ministry of NO"]


def test_an_office_of_another_person_is_wrong() -> None:
    wanted = gold(persons=[person("Anna Berg", offices=[PLAIN]), person("Igor Krasnov")])
    found = output(persons=[person("Anna Berg"), person("Igor Krasnov", offices=[PLAIN])])
    assert figures(FactType.OFFICES, found, wanted) == (0, 1, 1)


def test_a_single_optional_office_counts_neither_way() -> None:
    wanted = gold(persons=[person("Anna Berg", offices=[{**PLAIN, "optional": True}])])
    assert figures(FactType.OFFICES, output(persons=[person("Anna Berg")]), wanted) == (0, 0, 0)
    assert figures(FactType.OFFICES, output(persons=[person("Anna Berg", offices=[PLAIN])]), wanted) == (0, 0, 0)


def test_every_office_of_an_optional_person_is_optional() -> None:
    wanted = gold(persons=[person("Anna Berg", optional=True, offices=[PLAIN])])
    found = output(persons=[person("Anna Berg", offices=[office("Judge", "SE")])])
    assert figures(FactType.OFFICES, found, wanted) == (0, 0, 0)


def test_the_offices_of_an_invented_person_are_invented() -> None:
    found = output(persons=[person("Nobody Known", offices=[PLAIN])])
    assert figures(FactType.OFFICES, found, gold()) == (0, 0, 1)


def test_countries_and_topics_are_sets_with_optional_values() -> None:
    wanted = gold(countries=["NO", "RU"], countries_optional=["SE"], topics=["training"], topics_optional=["rights"])
    codes: list[Object] = [{"code": code, "mentions": []} for code in ("NO", "NO", "SE", "DK")]
    slugs: list[Object] = [{"slug": slug, "mentions": []} for slug in ("training", "rights", "sanctions")]
    found = output(countries=codes, topics=slugs)
    assert figures(FactType.COUNTRIES, found, wanted) == (1, 1, 1)
    assert figures(FactType.TOPICS, found, wanted) == (1, 0, 1)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        pytest.param("We trust each other,", True, id="all of it"),
        pytest.param("e trust each oth", True, id="16 of 20 characters"),
        pytest.param("e trust each ot", False, id="15 of 20 characters"),
        pytest.param("“We trust each other,” Be", True, id="20 of 25 characters"),
        pytest.param("“We trust each other,” Ber", False, id="20 of 26 characters"),
    ],
)
def test_a_quotation_is_right_when_four_fifths_overlap(words: str, right: bool) -> None:
    start, end = span(words)
    wanted = gold(quotes=[{"speaker": "Anna Berg", "text": "We trust each other,", "optional": False}])
    found = output(quotations=[{"speaker": None, "start": start, "end": end}])
    assert figures(FactType.QUOTES, found, wanted) == ((1, 0, 0) if right else (0, 1, 1))


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [("Anna Berg", (1, 0, 0)), ("Igor Krasnov", (0, 1, 1)), (None, (0, 1, 0)), ("Berg’s deputy", (1, 0, 0))],
)
def test_a_speaker_is_scored_on_a_paired_quotation(speaker: str | None, expected: tuple[int, int, int]) -> None:
    start, end = span("We trust each other,")
    quote = {
        "speaker": "Anna Berg",
        "speaker_accept": ["Berg’s deputy"],
        "text": "We trust each other,",
        "optional": False,
    }
    found = output(quotations=[{"speaker": speaker, "start": start, "end": end}])
    assert figures(FactType.SPEAKERS, found, gold(persons=[person("Anna Berg")], quotes=[quote])) == expected


def test_the_speaker_of_a_missed_quotation_is_not_scored() -> None:
    quote = {"speaker": "Anna Berg", "text": "We trust each other,", "optional": False}
    assert figures(FactType.SPEAKERS, output(), gold(quotes=[quote])) == (0, 0, 0)


def test_a_quotation_may_also_be_read_as_its_accepted_text() -> None:
    quote = {"speaker": None, "text": "We trust", "text_accept": ["We trust each other,"], "optional": False}
    start, end = span("We trust each other,")
    found = output(quotations=[{"speaker": None, "start": start, "end": end}])
    assert figures(FactType.QUOTES, found, gold(quotes=[quote])) == (1, 0, 0)
