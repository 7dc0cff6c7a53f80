"""What the evidence of a fact comes to is kept beside it, whatever is done to evidence and documents, in any order."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, text, update

from archive.models import Base
from archive.models.proof import ATTESTED
from tests.models.sample import DOCUMENT, TEXT, document, evidence, id_of

TABLES = {table.name: table for table in Base.metadata.tables.values()}

# What the tables must hold, computed in one go from everything that is there.
SUMS = f"""
    WITH proofs AS (
        SELECT coalesce({", ".join(ATTESTED)}) AS fact_id, evidence.start_char, evidence.end_char,
            evidence.meeting_status, documents.*
        FROM archive.evidence JOIN archive.documents ON documents.id = evidence.document_id
        WHERE num_nonnulls({", ".join(ATTESTED)}) = 1
    )
    SELECT DISTINCT ON (fact_id)
        fact_id,
        (SELECT count(DISTINCT other.id) FROM proofs AS other WHERE other.fact_id = proofs.fact_id),
        (SELECT min(lower(other.published_during)) FROM proofs AS other WHERE other.fact_id = proofs.fact_id),
        (SELECT max(upper(other.published_during) - 1) FROM proofs AS other WHERE other.fact_id = proofs.fact_id),
        id, slug, published_edtf, start_char, end_char, substring(text FROM start_char + 1 FOR end_char - start_char),
        meeting_status
    FROM proofs ORDER BY
        fact_id, array_position(ARRAY['held', 'planned', 'proposed'], meeting_status), lower(published_during), slug,
        start_char, end_char
"""
KEPT_SUMS = """
    SELECT
        fact_id, documents, attested_from, attested_to, document_id, document, published_edtf, start_char, end_char,
        words, meeting_status
    FROM archive.attestations ORDER BY fact_id
"""
OFFICES = """
    SELECT participants.id, min(appointments.office_id::text)::uuid
    FROM archive.meeting_participants AS participants
    JOIN archive.evidence AS part ON part.meeting_participant_id = participants.id
    JOIN archive.evidence AS shown ON shown.document_id = part.document_id
    JOIN archive.appointments
        ON appointments.id = shown.appointment_id AND appointments.person_id = participants.person_id
    GROUP BY participants.id HAVING count(DISTINCT appointments.office_id) = 1 ORDER BY participants.id
"""
KEPT_OFFICES = "SELECT meeting_participant_id, office_id FROM archive.shown_offices ORDER BY meeting_participant_id"

DATES = (None, "2021", "2021-11-22", "2021-11-23", "2023-05")
NAMES = ("a", "b", "c", "d")
TOLD = {"a": "planned", "b": "held", "c": "held", "d": "proposed"}  # what each tells of the meeting
FACTS = (
    ("meeting_id", "meeting"),
    ("agreement_step_id", "step"),
    ("appointment_id", "appointment"),
    ("appointment_id", "second appointment"),
    ("meeting_participant_id", "krasnov there"),
)
WORDS = ("Igor Krasnov", "Igor Krasnov met Josip Grubeša", "Sarajevo")
PIECES = tuple((name, fact, words) for name in NAMES for fact in FACTS for words in WORDS)

CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sets(st.sampled_from(PIECES), min_size=1, max_size=8)),
        st.tuples(st.just("remove"), st.sets(st.sampled_from(PIECES), min_size=1, max_size=25)),
        st.tuples(st.just("silence"), st.tuples(st.sampled_from(NAMES), st.sampled_from(FACTS))),
        st.tuples(st.just("move"), st.tuples(st.sampled_from(PIECES), st.sampled_from(FACTS))),
        st.tuples(st.just("publish"), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(DATES), min_size=1)),
    ),
    min_size=1,
    max_size=8,
)


def check(connection: Connection) -> None:
    for kept, expected in ((KEPT_SUMS, SUMS), (KEPT_OFFICES, OFFICES)):
        assert connection.execute(text(kept)).all() == connection.execute(text(expected)).all()


def piece(name: str, fact: tuple[str, str], words: str) -> dict[str, Any]:
    """Evidence for a fact in the document of this name."""
    told = {"meeting_status": TOLD[name] if fact[0] == "meeting_id" else None}
    ids = {"id": id_of(f"{name} {fact} {words}"), "document_id": document(name)["id"]}
    return {**evidence(*fact, words), **told, **ids}


@pytest.fixture
def several(filled: Connection) -> Connection:
    """The sample with four more documents that state all facts in all words, and a second office of one person."""
    dates = zip(NAMES, ("2021-11-21", "2021-11-22", "2021-11-24", None), strict=True)
    filled.execute(insert(TABLES["documents"]), [document(name, published_edtf=date) for name, date in dates])
    office = {"id": id_of("second office"), "title": "Judge", "title_key": "judge", "country_code": "RU"}
    filled.execute(insert(TABLES["offices"]).values(office))
    held = {"id": id_of("second appointment"), "person_id": id_of("krasnov"), "office_id": office["id"]}
    filled.execute(insert(TABLES["appointments"]).values(held))
    do(filled, "add", PIECES)
    return filled


def do(connection: Connection, what: str, how: Any) -> None:
    proofs, ids = TABLES["evidence"], [id_of(f"{name} {fact} {words}") for name, fact, words in PIECES]
    if what == "add":
        there = set(connection.scalars(text("SELECT id FROM archive.evidence")))
        rows = [row for row in (piece(*each) for each in sorted(how)) if row["id"] not in there]
        if rows:
            connection.execute(insert(proofs).values(rows))
    elif what == "remove":
        connection.execute(delete(proofs).where(proofs.c.id.in_([id_of(f"{n} {f} {w}") for n, f, w in how])))
    elif what == "silence":
        do(connection, "remove", [(*how, words) for words in WORDS])
    elif what == "move":
        (name, fact, words), (target, other) = how
        cleared: dict[str, Any] = dict.fromkeys((each for each, _ in FACTS), None)
        cleared["meeting_status"] = TOLD[name] if target == "meeting_id" else None
        moved = update(proofs).where(proofs.c.id == id_of(f"{name} {fact} {words}"), proofs.c.id.in_(ids))
        connection.execute(moved.values({**cleared, target: id_of(other), "rule": f"moved from {fact}"}))
    else:
        for name, date in how.items():
            papers = TABLES["documents"]
            connection.execute(update(papers).where(papers.c.slug == name).values(published_edtf=date))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_the_sums_are_those_of_all_evidence_whatever_happens(several: Connection, changes: list[Any]) -> None:
    with several.begin_nested() as savepoint:
        check(several)
        for what, how in changes:
            do(several, what, how)
            check(several)
        savepoint.rollback()


def test_the_last_document_takes_its_date_along(several: Connection) -> None:
    ask = text("SELECT attested_to::text FROM archive.attestations WHERE fact_id = :fact")
    assert several.scalar(ask, {"fact": id_of("meeting")}) == "2021-11-24"
    do(several, "silence", ("c", ("meeting_id", "meeting")))
    assert several.scalar(ask, {"fact": id_of("meeting")}) == "2021-11-23"
    check(several)


def test_each_sort_of_fact_is_summed_up(filled: Connection) -> None:
    check(filled)
    summed = filled.execute(text("SELECT fact_id, documents, document, words FROM archive.attestations")).all()
    facts = ("visit", "meeting", "treaty", "protocol", "step", "appointment")
    words = "Igor Krasnov met Josip Grubeša"
    assert sorted(map(str, summed)) == sorted(str((id_of(fact), 1, DOCUMENT["slug"], words)) for fact in facts)


def test_a_fact_that_goes_takes_its_sum_along(filled: Connection) -> None:
    filled.execute(delete(TABLES["agreement_steps"]).where(TABLES["agreement_steps"].c.id == id_of("step")))
    left = set(filled.scalars(text("SELECT fact_id FROM archive.attestations")))
    assert id_of("protocol") in left
    assert id_of("step") not in left


def test_what_is_emptied_has_no_sums(filled: Connection) -> None:
    facts = ", ".join(f"archive.{name}" for name in ("documents", "persons", "organizations", "meetings", "agreements"))
    filled.execute(text(f"TRUNCATE {facts} CASCADE"))
    for table in ("evidence", "attestations", "shown_offices"):
        assert filled.scalar(text(f"SELECT count(*) FROM archive.{table}")) == 0


def test_the_words_are_counted_in_characters(filled: Connection) -> None:
    assert not TEXT.isascii()
    later = {**evidence("meeting_id", "visit", "of the protocol"), "id": id_of("later")}
    filled.execute(delete(TABLES["evidence"]).where(TABLES["evidence"].c.meeting_id == id_of("visit")))
    filled.execute(insert(TABLES["evidence"]).values(later))
    found = filled.scalar(text("SELECT words FROM archive.attestations WHERE fact_id = :id"), {"id": id_of("visit")})
    assert found == "of the protocol"
