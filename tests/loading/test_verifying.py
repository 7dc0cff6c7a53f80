"""Whatever is changed behind the loader's back is found."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from archive.loading import load, load_again
from archive.loading.verifying import verify
from archive.reading.facts import Reading
from tests.loading.scripts import read, source

README = Path(__file__).resolve().parents[2] / "README.md"
SCRIPT = {
    "padding": "." * 200,
    "title": True,
    "persons": [["Igor Krasnov", "Prosecutor General"]],
    "bodies": [0, 4],
    "joint": True,
    "countries": ["RU"],
    "meetings": [
        {"persons": [["Igor Krasnov", "guest"], ["Josip Grubeša", "host"]], "date": "2021-11-22", "place": "Sarajevo"}
    ],
    "agreements": [{"parties": [[0, "RU", "party", "Igor Krasnov"], [2, "TR", "party", None]]}],
    "quotations": 1,
    "topics": ["crime"],
}


def tamper(engine: Engine, statement: str) -> None:
    """Change rows with the rules of the database asleep, as somebody might who restores a table from elsewhere."""
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))  # only for a superuser
        connection.execute(text("ALTER TABLE archive.documents DROP CONSTRAINT IF EXISTS sha256_is_of_text"))
        assert connection.execute(text(statement)).rowcount > 0


TAMPERED = [
    ("UPDATE archive.documents SET text = 'x' || substr(text, 2)", "a text has its checksum"),
    ("UPDATE archive.mentions SET end_char = 100000", "a span lies in its text"),
    ("UPDATE archive.mentions SET start_char = start_char + 1, end_char = end_char + 1", "a fresh reading"),
    ("UPDATE archive.documents SET is_current = false, reader_version = NULL", "only current texts have facts"),
    ("UPDATE archive.documents SET title = 'Another'", "a fresh reading"),
    ("DELETE FROM archive.evidence WHERE agreement_step_id IS NOT NULL", "no fact without its words"),
    ("DELETE FROM archive.evidence WHERE quotation_id IS NOT NULL", "a fresh reading"),
    ("UPDATE archive.evidence SET rule = 'another'", "a fresh reading"),
    ("DELETE FROM archive.quotations", "a fresh reading"),
    ("DELETE FROM archive.document_topics", "a fresh reading"),
    ("DELETE FROM archive.document_claims", "no row without a document"),
    ("DELETE FROM archive.claims WHERE subject_table = 'offices'", "no row without a document"),
    (
        "WITH forged AS (UPDATE archive.persons SET name = 'Nobody' WHERE name LIKE 'Igor%' RETURNING id, name) "
        "UPDATE archive.claims SET content = content || jsonb_build_object('name', name) "
        "FROM forged WHERE subject_id = forged.id",
        "a fresh reading",
    ),
    ("UPDATE archive.persons SET name = 'Nobody' WHERE name LIKE 'Igor%'", "a row is what its documents say"),
    ("UPDATE archive.meetings SET status = 'planned'", "a row is what its documents say"),
    ("DELETE FROM archive.agreement_parties", "what is claimed is there"),
    ("DELETE FROM archive.person_names", "a fresh reading"),
    ("UPDATE archive.attestations SET documents = documents + 1", "a sum is that of all evidence"),
    ("UPDATE archive.attestations SET words = 'Nobody'", "a sum is that of all evidence"),
    ("UPDATE archive.attestations SET document = 'another'", "a sum is that of all evidence"),
    ("UPDATE archive.attestations SET published_edtf = '1999'", "a sum is that of all evidence"),
    ("UPDATE archive.attestations SET end_char = end_char + 1", "a sum is that of all evidence"),
    ("DELETE FROM archive.shown_offices", "a sum is that of all evidence"),
    ("DELETE FROM archive.organization_members", "a fresh reading"),
    ("DELETE FROM archive.appointments", "a fresh reading"),
    (
        "UPDATE archive.appointments SET person_id = (SELECT max(id::text) FROM archive.persons)::uuid",
        "a fresh reading",
    ),
    ("UPDATE archive.countries SET name = 'Ruritania' WHERE code = 'RU'", "reference data is that of its files"),
    ("DELETE FROM archive.countries WHERE code = 'FJ'", "reference data is that of its files"),
    ("UPDATE archive.country_names SET name = 'Ruritania' WHERE name = 'Fiji'", "reference data is that of its files"),
    ("DELETE FROM archive.country_names WHERE country_code = 'FJ'", "reference data is that of its files"),
    ("UPDATE archive.topics SET label = 'Nothing' WHERE slug = 'crime'", "reference data is that of its files"),
    (
        "INSERT INTO archive.topic_labels (id, topic_slug, label) SELECT gen_random_uuid(), 'crime', 'nothing'",
        "reference data is that of its files",
    ),
]


@pytest.mark.parametrize(("statement", "rule"), TAMPERED, ids=[statement for statement, _ in TAMPERED])
def test_a_change_behind_the_back_of_the_loader_is_found(archive: Engine, statement: str, rule: str) -> None:
    load(archive, [source("a", SCRIPT)], read=read, reader_version="1")
    assert list(verify(archive, read)) == []
    tamper(archive, statement)
    assert any(finding.rule.startswith(rule) for finding in verify(archive, read))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE archive.persons SET name = 'Nobody'",
        "UPDATE archive.person_names SET name_key = 'nobody'",
        "DELETE FROM archive.person_names",
        "UPDATE archive.meetings SET status = 'planned'",
        "DELETE FROM archive.agreement_parties",
        "DELETE FROM archive.appointments",
        "DELETE FROM archive.mentions",
        "UPDATE archive.evidence SET rule = 'another'",
        "UPDATE archive.documents SET title = 'Another'",
        "UPDATE archive.country_names SET name = 'Ruritania' WHERE name = 'Fiji'",
    ],
)
def test_what_was_changed_by_hand_is_mended_as_the_page_says(archive: Engine, statement: str) -> None:
    load(archive, [source("a", SCRIPT)], read=read, reader_version="1")
    with archive.begin() as connection:
        connection.execute(text(statement))
        forget = "UPDATE archive.documents SET reader_version = 'unknown' WHERE is_current"
        assert forget in " ".join(README.read_text(encoding="utf-8").split())
        connection.execute(text(forget))
    load_again(archive, read=read, reader_version="1")
    assert list(verify(archive, read)) == []


def test_a_reader_that_reads_otherwise_is_found(archive: Engine) -> None:
    load(archive, [source("a", SCRIPT), source("b", SCRIPT)], read=read, reader_version="1")
    findings = list(verify(archive, lambda text, *, published=None: Reading(None)))
    assert {finding.rule for finding in findings} == {"a fresh reading gives the stored rows"}
    assert any(str(finding).startswith("document a, mentions ") for finding in findings)


def test_what_another_version_has_read_is_not_read_again(archive: Engine) -> None:
    load(archive, [source("a", SCRIPT)], read=read, reader_version="1")
    load(archive, [source("b", SCRIPT)], read=read, reader_version="2")
    seen: list[int] = []
    findings = verify(
        archive, lambda text, *, published=None: Reading(None), reader_version="2", on_documents=seen.append
    )
    assert {finding.subject.split()[1].rstrip(",") for finding in findings if "document" in finding.subject} == {"b"}
    assert sum(seen) == 1
    tamper(archive, "UPDATE archive.mentions SET end_char = 1000000")
    rules = {finding.rule for finding in verify(archive, read, reader_version="3")}
    assert "a span lies in its text" in rules


def test_the_countries_of_another_version_are_no_damage(archive: Engine) -> None:
    load(archive, [source("a", SCRIPT)], read=read, reader_version="1")
    tamper(archive, "DELETE FROM archive.country_names WHERE country_code = 'FJ'")
    assert list(verify(archive, read, reader_version="1"))
    assert list(verify(archive, read, reader_version="2")) == []


def test_a_country_that_has_left_its_file_may_stay(archive: Engine) -> None:
    load(archive, [source("a", SCRIPT)], read=read, reader_version="1")
    tamper(archive, "INSERT INTO archive.countries (code, name) VALUES ('ZZ', 'Ruritania')")
    assert list(verify(archive, read)) == []


def test_a_text_that_cannot_be_read_any_more_is_found(archive: Engine) -> None:
    def fail(text: str, *, published: str | None = None) -> Reading:
        raise RuntimeError("no idea")

    load(archive, [source("a", SCRIPT)], read=read, reader_version="1")
    (finding,) = verify(archive, fail)
    assert finding.subject == "document a"
    assert "no idea" in finding.message


def test_verifying_tells_how_far_it_is(archive: Engine) -> None:
    load(archive, [source(f"{number}", SCRIPT | {"n": number}) for number in range(3)], read=read, reader_version="1")
    seen: list[int] = []
    assert list(verify(archive, read, on_documents=seen.append)) == []
    assert sum(seen) == 3
