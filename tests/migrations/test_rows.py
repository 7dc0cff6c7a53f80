"""What a revision does with the rows that are there."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, text

from archive import database
from archive.models import Base, Document, Load, LoadFailure
from tests.models.sample import document, id_of


def at(engine: Engine, revision: str, rows: Sequence[tuple[type[Base], dict[str, object]]]) -> None:
    """Bring an empty database to a revision, and put rows in."""
    database.upgrade(engine, revision)
    with engine.begin() as connection:
        for table, values in rows:
            columns = ", ".join(values)
            given = ", ".join(f":{name}" for name in values)
            connection.execute(text(f"INSERT INTO archive.{table.__tablename__} ({columns}) VALUES ({given})"), values)


def found(connection: Connection, words: str) -> list[str]:
    asked = "SELECT slug FROM archive.documents WHERE search @@ websearch_to_tsquery('archive.folded', :words)"
    return list(connection.scalars(text(f"{asked} ORDER BY slug"), {"words": words}))


def test_texts_with_letters_that_unaccent_does_not_know_are_indexed_anew(empty_engine: Engine) -> None:
    texts = {"a": "Kamran Əliyev spoke.", "b": "Kamran Eliyev spoke.", "c": "Ø\u0301re spoke."}
    at(empty_engine, "5f28d0c3b914", [(Document, document(slug, words)) for slug, words in texts.items()])
    with empty_engine.begin() as connection:
        before = found(connection, "eliyev"), found(connection, "ore")
        database.upgrade(connection, "c31f7a90d4e8")
        assert (before, found(connection, "eliyev"), found(connection, "ore")) == ((["b"], []), ["a", "b"], ["c"])
        database.downgrade(connection, "-1")
        assert (found(connection, "eliyev"), found(connection, "ore")) == before


def test_of_the_entries_of_a_failed_reading_the_first_stays(empty_engine: Engine) -> None:
    loads = [{"id": id_of(f"load {day}"), "started_at": f"2026-01-0{day}", "reader_version": "1"} for day in (2, 1, 3)]
    failures = [
        {
            "id": id_of(f"{load['id']} {reading}"),
            "load_id": load["id"],
            "file": "a",
            "reason": "no",
            "reading_id": reading,
        }
        for load in loads
        for reading in (id_of("one"), id_of("other"), None)
    ]
    rows = [*((Load, load) for load in loads), *((LoadFailure, failure) for failure in failures)]
    at(empty_engine, "c31f7a90d4e8", rows)
    database.upgrade(empty_engine, "4a6be20c95f1")
    left = """
        SELECT started_at::date::text FROM archive.load_failures JOIN archive.loads ON loads.id = load_id
        WHERE (reading_id IS NULL) = :unknown ORDER BY 1
    """
    with empty_engine.connect() as connection:
        assert list(connection.scalars(text(left), {"unknown": False})) == ["2026-01-01"] * 2
        assert len(list(connection.scalars(text(left), {"unknown": True}))) == 3
