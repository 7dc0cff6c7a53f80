"""What people ask of a big archive: how long each view takes for one person, country, year or text, by which index."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from archive.queries import search

FIRST = 100
BIG = 20_000  # A table with more rows is not read in full by a quick answer.

# A thing in the middle, half of its kind are told more often; and the one that is told most often.
PERSONS = """
    SELECT name FROM archive.persons JOIN (
        SELECT person_id, count(*) AS parts FROM archive.meeting_participants WHERE person_id IS NOT NULL GROUP BY 1
    ) told ON told.person_id = persons.id ORDER BY parts, name
"""
COUNTRIES = """
    SELECT country_code FROM archive.meeting_participants WHERE country_code IS NOT NULL
    GROUP BY 1 ORDER BY count(*), 1
"""
SPEAKERS = """
    SELECT name FROM archive.persons JOIN (
        SELECT speaker_id, count(*) AS parts FROM archive.quotations WHERE speaker_id IS NOT NULL GROUP BY 1
    ) told ON told.speaker_id = persons.id ORDER BY parts, name
"""
YEARS = """
    SELECT extract(year FROM lower(date_during))::int::text FROM archive.meetings WHERE date_during IS NOT NULL
    GROUP BY 1 ORDER BY count(*), 1
"""
DOCUMENTS = """
    SELECT slug FROM archive.documents JOIN (
        SELECT document_id, count(*) AS parts FROM archive.evidence GROUP BY 1
    ) told ON told.document_id = documents.id WHERE is_current ORDER BY parts, slug
"""
DURING = "daterange(make_date(cast(:it AS int), 1, 1), make_date(cast(:it AS int) + 1, 1, 1))"

# View, kind of thing, condition.
ASKED = [
    ("encounters", "person", "person = :it"),
    ("encounters", "country", "country_code = :it"),
    ("encounters", "year", f"date_during && {DURING}"),
    ("encounters", "document", "document = :it"),
    (
        "meeting_register",
        "country",
        "meeting_id in (select meeting_id from archive.meeting_countries where country_code = :it)",
    ),
    ("meeting_register", "year", f"date_during && {DURING}"),
    ("meeting_register", "document", "document = :it"),
    (
        "agreement_register",
        "country",
        "agreement_id in (select agreement_id from archive.agreement_countries where country_code = :it)",
    ),
    ("agreement_register", "year", f"date_during && {DURING}"),
    ("agreement_register", "document", "document = :it"),
    (
        "agreement_history",
        "country",
        "agreement_id in (select agreement_id from archive.agreement_countries where country_code = :it)",
    ),
    ("agreement_history", "year", f"date_during && {DURING}"),
    ("agreement_history", "document", "document = :it"),
    ("office_holders", "person", "person = :it"),
    ("office_holders", "country", "country_code = :it"),
    ("office_holders", "document", "document = :it"),
    ("statements", "speaker", "speaker = :it"),
    ("statements", "year", f"published_during && {DURING}"),
    ("statements", "document", "document = :it"),
    ("country_timeline", "country", "country_code = :it"),
    ("country_timeline", "year", f"date_during && {DURING}"),
    ("country_timeline", "document", "document = :it"),
    ("proofs", "person", "person_id = (select id from archive.persons where name = :it limit 1)"),
    ("proofs", "country", "country_code = :it"),
    ("proofs", "document", "document = :it"),
    ("document_register", "document", "document = :it"),
    ("document_register", "year", f"published_during && {DURING}"),
    (
        "document_changes",
        "document",
        "document_id = (select id from archive.documents where is_current and slug = :it)",
    ),
    ("namesakes", "person", "person = :it"),
    ("namesakes", "person", "other_person = :it"),
    ("meeting_countries", "country", "country_code = :it"),
    ("agreement_countries", "country", "country_code = :it"),
]
_BIG = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'archive'::regnamespace AND relkind = 'r' AND reltuples > :rows
"""
SEARCHED = ["cybercrime", "extradition treaty", '"mutual legal assistance"', "minister"]


@dataclass(frozen=True, slots=True)
class Answer:
    """How many milliseconds of work one question is, all of it and its first rows, and what its plan reads in full."""

    asked: str
    rows: int
    all_of_it: float
    first: float
    indexes: tuple[str, ...]
    in_full: tuple[str, ...]


def answers(engine: Engine) -> Iterator[Answer]:
    """Ask each view for a thing in the middle of its kind, and for the one that is told most often."""
    with engine.connect() as connection:
        big = set(connection.scalars(text(_BIG), {"rows": BIG}))
        kinds = {"person": PERSONS, "country": COUNTRIES, "speaker": SPEAKERS, "year": YEARS, "document": DOCUMENTS}
        things = {kind: list(connection.scalars(text(query))) for kind, query in kinds.items()}
        for view, kind, where in ASKED:
            if not things[kind]:
                continue
            for thing in dict.fromkeys((things[kind][len(things[kind]) // 2], things[kind][-1])):
                yield _answer(
                    connection,
                    f"{view}: {kind} {thing}",
                    f"SELECT * FROM archive.{view} WHERE {where}",  # noqa: S608
                    {"it": thing},
                    big,
                )


def searches(engine: Engine) -> Iterator[Answer]:
    """Ask the words of the texts; the answer is the twenty best."""
    with engine.connect() as connection:
        for words in SEARCHED:
            statement = search(words)
            connection.execute(statement).all()
            started = _spent(connection)
            rows = len(connection.execute(statement).all())
            spent = _spent(connection) - started
            yield Answer(f"search: {words}", rows, spent, spent, (), ())


def _answer(connection: Connection, asked: str, query: str, given: Mapping[str, str], big: set[str]) -> Answer:
    _timed(connection, query, given)  # so that what it reads is in memory
    rows, spent = _timed(connection, query, given)
    _, first = _timed(connection, f"{query} LIMIT {FIRST}", given)
    plan = connection.execute(text(f"EXPLAIN (FORMAT JSON) {query}"), given).scalar_one()[0]["Plan"]
    nodes = list(_nodes(plan))
    indexes = tuple(sorted({node["Index Name"] for node in nodes if "Index Name" in node}))
    in_full = {node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"} & big
    return Answer(asked, rows, spent, first, indexes, tuple(sorted(in_full)))


def _timed(connection: Connection, query: str, given: Mapping[str, str]) -> tuple[int, float]:
    started = _spent(connection)
    rows = len(connection.execute(text(query), given).all())
    return rows, _spent(connection) - started


def _spent(connection: Connection) -> float:
    """The milliseconds that the server has worked for this connection; of a server elsewhere, those on the clock."""
    driver: Any = connection.connection.driver_connection
    process = Path(f"/proc/{driver.info.backend_pid}")
    try:
        if driver.info.host.startswith("/") and (process / "comm").read_text().strip() == "postgres":
            return int((process / "schedstat").read_text().split()[0]) / 1e6
    except OSError:
        pass
    return time.perf_counter() * 1000


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)
