"""How names are compared: in Python and in the database alike, so that every stored name finds its row."""

import unicodedata
from typing import Any

import pytest
import sqlalchemy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, Text, cast, func, insert, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from archive import database
from archive.folding import fold
from archive.loading import load
from archive.models import Agreement, Document, Meeting, Organization, OrganizationName, Person, PersonName, Place
from archive.queries import Kind, find, heading, record, search
from archive.queries.folded import folded
from tests.by_hand import read_by_hand, sources_by_hand
from tests.models.sample import document, id_of

# The characters of which an English text may make a name: Latin, Greek and Cyrillic letters, marks, signs, ligatures.
BLOCKS = (
    range(0x20, 0x530),
    range(0x1D00, 0x2000),
    range(0x2000, 0x2C80),
    range(0xA720, 0xA800),
    range(0xFB00, 0xFB07),
)
CHARACTERS = [chr(each) for block in BLOCKS for each in block if unicodedata.category(chr(each)) not in ("Cn", "Cc")]
NAMES = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=12).filter(
    lambda name: fold(name).strip(" '-\"") != ""
)
ODD = ("Kamran Əliyev", "Ǿrsted", "O`Neil", "O´Neil", "Zoë  Grubeša\n", "Ⅻ′″", "ﬁnance ½", "ẛ̣ Σίσυφος", "ЁЖ İı")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Josip Grubeša", "josip grubesa"),
        ("  Ban \n Ki-moon ", "ban ki-moon"),
        ("Ban Ki‑moon", "ban ki-moon"),
        ("Jens Stoltenberg Ødegård", "jens stoltenberg odegard"),
        ("Łukasz Đorđević", "lukasz dordevic"),
        ("İSTANBUL Yıldız", "istanbul yildiz"),
        ("Strauß", "strauss"),
        ("Þórður Æsir", "thordur aesir"),
        ("Kamran Əliyev", "kamran eliyev"),
        ("Ǿrsted", "orsted"),
        ("O`Neil", "o'neil"),
        ("Prosecutor General’s Office", "prosecutor general's office"),
        ("N’Djamena", "n'djamena"),
        ("Министерство", "министерство"),
        ("ﬁnance", "finance"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_fold_leaves_what_a_name_sounds_like(name: str, wanted: str) -> None:
    assert fold(name) == wanted


@given(st.text())
def test_fold_of_a_folded_name_is_that_name(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("words", [*CHARACTERS[::1000], *ODD], ids=ascii)
def test_the_fold_changes_nothing_that_it_has_made(words: str) -> None:
    assert fold(fold(words)) == fold(words)


def test_the_database_folds_as_we_do(connection: Connection) -> None:
    words = [*(f"a{each}b" for each in CHARACTERS), *ODD, *map(str.upper, ODD), " a  b ", "a\t\nb", "", "plain"]
    each = func.unnest(cast(words, ARRAY(Text))).column_valued("each")
    for written, kept in connection.execute(select(each, folded(each))):
        assert kept == fold(written), f"{written!a} {written}"


def rows_of(kind: Kind, name: str) -> list[tuple[Any, dict[str, Any]]]:
    """The rows by which the archive may know a thing of this kind and name."""
    id_ = id_of(name)
    if kind is Kind.PERSON:
        return [(Person, {"name": "Somebody", "name_key": "somebody"}), (PersonName, named(name, "person_id"))]
    if kind is Kind.ORGANIZATION:
        body = {"name": name, "name_key": fold(name), "kind": "other"}
        return [(Organization, body), (OrganizationName, named(name, "organization_id"))]
    if kind is Kind.PLACE:
        return [(Place, {"name": name, "name_key": fold(name)})]
    if kind is Kind.MEETING:
        return [(Meeting, {"kind": "conference", "status": "held", "title": name})]
    if kind is Kind.AGREEMENT:
        return [(Agreement, {"kind": "memorandum", "title": name})]
    return [(Document, {**document(name), "id": id_})]


def named(name: str, thing: str) -> dict[str, Any]:
    return {thing: id_of(name), "name": name, "name_key": fold(name)}


@pytest.mark.parametrize("kind", [each for each in Kind if each not in (Kind.COUNTRY, Kind.TOPIC)])
def test_every_stored_name_finds_its_row(engine: Engine, kind: Kind) -> None:
    @settings(max_examples=40, deadline=None)
    @given(NAMES)
    def check(name: str) -> None:
        with engine.connect() as connection:  # which takes back what is not committed
            for table, values in rows_of(kind, name):
                connection.execute(insert(table).values({"id": id_of(name), **values}))
            found = {row.id: row.fit for row in connection.execute(find(kind, name))}
            assert found[str(id_of(name))] <= 1

    for odd in ODD:
        check = example(odd)(check)
    check()


def test_every_country_and_topic_is_found_by_every_name(connection: Connection) -> None:
    for kind, table, column_ in (
        (Kind.COUNTRY, "country_names", "name"),
        (Kind.TOPIC, "topic_labels", "label"),
    ):
        names = list(connection.scalars(text(f"SELECT DISTINCT {column_} FROM archive.{table}")))
        for name in names[:: max(1, len(names) // 50)]:
            assert connection.execute(find(kind, name)).first(), name


def test_an_application_asks_with_its_own_engine_wherever_the_extension_lies(empty_database: str) -> None:
    own = sqlalchemy.create_engine(empty_database)
    with own.begin() as connection:
        connection.execute(text("CREATE SCHEMA extensions"))
        connection.execute(text("CREATE EXTENSION unaccent WITH SCHEMA extensions"))
    database.upgrade(empty_database)
    loader = database.create_engine(empty_database)
    assert not load(loader, sources_by_hand(), read=read_by_hand, reader_version="by hand").failures
    loader.dispose()
    names = {
        Kind.PERSON: "Zoë Grubeša",
        Kind.ORGANIZATION: "Prosecutor General’s Office",
        Kind.COUNTRY: "norway",
        Kind.MEETING: "grubesa oslo",
        Kind.AGREEMENT: "extradition",
        Kind.TOPIC: "extradition",
        Kind.DOCUMENT: "Oslo",
    }
    with own.connect() as connection:
        assert [row.slug for row in connection.execute(search("grubesa memorandum"))] == ["oslo"]
        for kind, name in names.items():
            found = connection.execute(find(kind, name)).first()
            assert found is not None, kind
            assert connection.execute(heading(kind, found.id)).one()
            for facts in record(kind, found.id).values():
                connection.execute(facts).all()
    own.dispose()
