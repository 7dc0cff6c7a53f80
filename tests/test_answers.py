"""From the five seed texts to answers in SQL: what the archive must say of them, asked as a researcher would."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Row, text

from archive import database
from archive.evaluation import evaluate
from archive.loading import SourceText, load, sources
from archive.reading import READER_VERSION, read
from archive.reading.output import as_json
from archive.resources import SEEDS

TEXTS = SEEDS / "documents"
GOLD = Path(__file__).parent / "gold"
KRASNOV = "Igor Krasnov"
FLOOR = 0.97  # of the average over the types; each type is held to TYPE_FLOOR
TYPE_FLOOR = 0.95


@pytest.fixture(scope="module")
def seeded(place: Any, postgresql_noproc: Any) -> Iterator[Engine]:
    """An archive with the five texts."""
    with place.make_database("archive_answers", template=postgresql_noproc.template_dbname) as url:
        engine = database.create_engine(url)
        assert not load(engine, sources([TEXTS]), read=read, reader_version=READER_VERSION).failures
        yield engine
        engine.dispose()


@pytest.fixture
def archive(seeded: Engine) -> Iterator[Connection]:
    with seeded.connect() as connection:
        yield connection


def ask(archive: Connection, question: str, **values: object) -> list[Row[Any]]:
    return list(archive.execute(text(question), values))


def test_whom_the_prosecutor_general_met(archive: Connection) -> None:
    met = ask(
        archive, "SELECT other_person, status FROM encounters WHERE person = :name AND other_person <> ''", name=KRASNOV
    )
    assert {row.status for row in met} == {"held"}
    assert Counter(row.other_person for row in met) == {
        "Bekir Bozdag": 1,
        "Aleksandr Lukashenko": 1,
        "Andrey Shved": 2,
        "Mohammad Jafar Montazeri": 1,
        "Magali Marine Young": 1,
        "Josip Grubeša": 1,
        "Akram Al-Khateeb": 1,
    }


def test_he_took_part_in_the_session_of_twenty_states(archive: Connection) -> None:
    states = ask(
        archive,
        """
        SELECT DISTINCT other.country_code FROM meeting_participants AS mine
        JOIN persons ON persons.id = mine.person_id AND persons.name = :name
        JOIN meeting_participants AS other USING (meeting_id)
        JOIN evidence ON evidence.meeting_id = mine.meeting_id
        JOIN documents ON documents.id = evidence.document_id AND documents.slug LIKE '001%'
        """,
        name=KRASNOV,
    )
    assert len(states) == 20


def test_ten_agreements_the_draft_convention_once(archive: Connection) -> None:
    register = ask(archive, "SELECT kind, title, documents FROM agreement_register")
    assert len(register) == 10
    assert Counter(row.kind for row in register) == {
        "agreement": 1,
        "convention": 1,
        "decision": 1,
        "declaration": 1,
        "memorandum": 1,
        "order": 1,
        "plan": 1,
        "program": 2,
        "protocol": 1,
    }
    assert [row.documents for row in register if row.kind == "convention"] == [2]


@pytest.mark.parametrize(
    ("kind", "countries", "expected"),
    [
        ("memorandum", {"PS", "RU"}, {"status": "signed", "date_edtf": "2013"}),
        ("plan", {"BY", "RU"}, {"status": "signed", "term_edtf": "2022", "date_edtf": None}),
        ("protocol", {"BA", "RU"}, {"status": "planned"}),
        ("agreement", {"BZ", "RU"}, {"status": "signed", "date_edtf": "2021", "date_basis": "relative"}),
        ("decision", {"BY", "RU"}, {"status": "signed"}),
    ],
    ids=["palestine", "belarus", "bosnia", "belize", "joint-panel"],
)
def test_an_agreement_with_its_states_status_and_date(
    archive: Connection, kind: str, countries: set[str], expected: dict[str, str | None]
) -> None:
    found = ask(archive, "SELECT * FROM agreement_register WHERE kind = :kind", kind=kind)
    (row,) = [row for row in found if set(row.country_codes) == countries]
    assert {column: row._mapping[column] for column in expected} == expected


def test_the_rio_declaration_has_twenty_parties(archive: Connection) -> None:
    (row,) = ask(archive, "SELECT status, country_codes FROM agreement_register WHERE kind = 'declaration'")
    assert (row.status, len(row.country_codes)) == ("approved", 20)


def test_last_year_stays_open_without_a_day_of_publication(fresh_engine: Engine, tmp_path: Path) -> None:
    (belize,) = TEXTS.glob("003*.txt")
    (tmp_path / belize.name).write_bytes(belize.read_bytes())
    load(fresh_engine, sources([tmp_path]), read=read, reader_version=READER_VERSION)
    with fresh_engine.connect() as archive:
        steps = ask(archive, "SELECT date_edtf, date_basis FROM agreement_steps WHERE date_text = 'last year'")
        assert steps
        assert {tuple(step) for step in steps} == {(None, "unresolved")}


def test_who_is_shown_in_which_office(archive: Connection) -> None:
    held = ask(archive, "SELECT person, office, country_code FROM office_holders")
    assert {tuple(row) for row in held} == {
        (KRASNOV, "Prosecutor General", "RU"),
        ("Bekir Bozdag", "Minister of Justice", "TR"),
        ("Aleksandr Lukashenko", "President", "BY"),
        ("Andrey Shved", "Prosecutor General", "BY"),
        ("Mohammad Jafar Montazeri", "Attorney General", "IR"),
        ("Magali Marine Young", "Attorney General", "BZ"),
        ("Josip Grubeša", "Minister of Justice", "BA"),
        ("Akram Al-Khateeb", "Attorney General", "PS"),
    }


def test_statements_are_the_words_between_the_marks(archive: Connection) -> None:
    said = ask(archive, "SELECT speaker, words, document FROM statements")
    assert {row.speaker for row in said} == {KRASNOV}
    assert len(said) == 13
    for row in said:
        stored = (TEXTS / f"{row.document}.txt").read_text(encoding="utf-8")
        assert re.search("[“«]" + re.escape(row.words), stored) or re.search(re.escape(row.words) + "[”»]", stored)


def test_every_proof_reads_its_words_in_the_text(archive: Connection) -> None:
    proofs = ask(
        archive,
        "SELECT words, document, start_char, end_char FROM proofs",
    )
    assert len(proofs) > 100
    for row in proofs:
        stored = (TEXTS / f"{row.document}.txt").read_bytes().decode("utf-8")
        assert stored[row.start_char : row.end_char] == row.words


def test_a_name_is_found_without_its_diacritics(archive: Connection) -> None:
    found = ask(archive, "SELECT slug FROM documents WHERE search @@ websearch_to_tsquery('archive.folded', 'grubesa')")
    assert [row.slug[:3] for row in found] == ["003"]


def test_the_reading_of_the_seeds_reaches_its_floors() -> None:
    known = {source.slug: source for source in sources([TEXTS]) if isinstance(source, SourceText)}
    pairs = []
    for file in sorted(GOLD.glob("*.json")):
        words = (TEXTS / f"{file.stem}.txt").read_bytes().decode("utf-8")
        reading = read(words, published=known[file.stem].published)
        pairs.append((file.stem, words, as_json(reading, words, document=file.stem), json.loads(file.read_bytes())))
    scores = evaluate(pairs)
    assert scores.average >= FLOOR
    assert {fact_type: figures.f1 for fact_type, figures in scores.figures.items() if figures.f1 < TYPE_FLOOR} == {}
