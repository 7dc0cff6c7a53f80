"""The rules beyond constraints: spans, stored texts, and no fact without its words."""

from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from archive.models import Base
from archive.values import PROVEN
from tests.models.refusals import at_commit, refused
from tests.models.sample import DOCUMENT, ROWS, TEXT, document, evidence, fill, id_of, sha256

TABLES = {table.name: table for table in Base.metadata.tables.values()}
POINTING = ("mentions", "evidence", "quotations")
each_proven = pytest.mark.parametrize("table", PROVEN)
each_pointing = pytest.mark.parametrize("table", POINTING)


def of(table: Table, row: dict[str, Any]) -> Any:
    return table.c.id == row["id"]


@each_pointing
def test_a_span_may_reach_the_end_of_its_text(filled: Connection, table: str) -> None:
    filled.execute(update(TABLES[table]).where(of(TABLES[table], ROWS[table][0])).values(end_char=len(TEXT)))


@each_pointing
def test_a_span_may_not_be_moved_past_the_end_of_its_text(filled: Connection, table: str) -> None:
    with refused(filled, "ends_in_text"):
        filled.execute(update(TABLES[table]).where(of(TABLES[table], ROWS[table][0])).values(end_char=len(TEXT) + 1))


@each_pointing
def test_a_new_span_may_not_lie_past_the_end_of_its_text(filled: Connection, table: str) -> None:
    filled.execute(delete(TABLES[table]).where(of(TABLES[table], ROWS[table][0])))
    with refused(filled, "ends_in_text"):
        filled.execute(insert(TABLES[table]).values({**ROWS[table][0], "end_char": len(TEXT) + 1}))


def test_one_wrong_span_among_many_is_found(filled: Connection) -> None:
    row = ROWS["mentions"][0]
    rows = [{**row, "id": id_of(f"span {start}"), "start_char": start, "end_char": start + 1} for start in range(90)]
    rows[70]["end_char"] = len(TEXT) + 1
    with refused(filled, "ends_in_text"):
        filled.execute(insert(TABLES["mentions"]).values(rows))


def test_offsets_count_characters_not_bytes(filled: Connection) -> None:
    longer = "š" * 40
    filled.execute(insert(TABLES["documents"]).values(document("letters", longer)))
    row = {**ROWS["mentions"][0], "id": id_of("letters"), "document_id": document("letters", longer)["id"]}
    filled.execute(insert(TABLES["mentions"]).values({**row, "start_char": 39, "end_char": 40}))
    with refused(filled, "ends_in_text"):
        filled.execute(insert(TABLES["mentions"]).values({**row, "id": id_of("b"), "start_char": 40, "end_char": 41}))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text": "Other words.", "sha256": sha256("Other words.")}, id="text"),
        pytest.param({"slug": "another"}, id="slug"),
        pytest.param({"id": id_of("another")}, id="id"),
    ],
)
def test_a_stored_text_never_changes(filled: Connection, change: dict[str, Any]) -> None:
    filled.execute(insert(TABLES["documents"]).values(document("free", "Nothing points here.")))
    documents = TABLES["documents"]
    with refused(filled, "stored_text_never_changes"):
        filled.execute(update(documents).where(documents.c.slug == "free").values(change))


def test_what_is_known_of_a_text_may_change(filled: Connection) -> None:
    known = {"title": "Another", "published_edtf": "2021", "reader_version": "2", "text": TEXT}
    filled.execute(update(TABLES["documents"]).where(of(TABLES["documents"], DOCUMENT)).values(known))


@pytest.mark.parametrize("table", [*POINTING, "document_topics"])
def test_nothing_points_at_a_text_that_is_not_current(filled: Connection, table: str) -> None:
    old = document("old", is_current=False)
    filled.execute(insert(TABLES["documents"]).values(old))
    with refused(filled, "only_current_texts_have_facts"):
        filled.execute(
            insert(TABLES[table]).values({**ROWS[table][0], "id": id_of("old fact"), "document_id": old["id"]})
        )
    with refused(filled, "only_current_texts_have_facts"):
        filled.execute(update(TABLES[table]).values(document_id=old["id"]))


@pytest.mark.parametrize("table", [*POINTING, "document_topics"])
def test_a_text_that_stops_being_current_leaves_no_facts(filled: Connection, table: str) -> None:
    second = document("second")
    filled.execute(insert(TABLES["documents"]).values(second))
    row = {**ROWS[table][0], "id": id_of("second fact"), "document_id": second["id"]}
    filled.execute(insert(TABLES[table]).values({**row, "speaker_id": None} if table == "quotations" else row))
    withdrawal = update(TABLES["documents"]).where(of(TABLES["documents"], second)).values(is_current=False)
    filled.execute(withdrawal)
    with refused(filled, "only_current_texts_have_facts"):
        at_commit(filled)
    filled.execute(delete(TABLES[table]).where(of(TABLES[table], row)))
    at_commit(filled)


def test_a_text_may_stop_being_current_and_become_so_again_before_commit(filled: Connection) -> None:
    filled.execute(update(TABLES["documents"]).values(is_current=False, reader_version=None))
    filled.execute(update(TABLES["documents"]).values(is_current=True))
    at_commit(filled)


def test_a_current_text_is_not_deleted(filled: Connection) -> None:
    documents = TABLES["documents"]
    filled.execute(insert(documents).values(document("free", "Nothing points here.")))
    with refused(filled, "only_old_texts_are_deleted"):
        filled.execute(delete(documents).where(documents.c.slug == "free"))
    filled.execute(update(documents).where(documents.c.slug == "free").values(is_current=False))
    filled.execute(delete(documents).where(documents.c.slug == "free"))


def test_a_text_that_another_one_replaced_is_not_deleted(filled: Connection) -> None:
    documents = TABLES["documents"]
    old = document("page", "Old words.", is_current=False)
    filled.execute(insert(documents).values(old))
    filled.execute(insert(documents).values(document("page", "New words.", replaces_id=old["id"])))
    with refused(filled, "documents_replaces_id_fkey"):
        filled.execute(delete(documents).where(of(documents, old)))


# A fact that the sample does not have.
NEW: dict[str, dict[str, Any]] = {
    "meetings": {"kind": "call", "status": "planned"},
    "meeting_participants": {"meeting_id": id_of("meeting"), "country_code": "BA"},
    "meeting_topics": {"meeting_id": id_of("meeting"), "topic_slug": "crime"},
    "agreements": {"kind": "plan", "title": "plan"},
    "agreement_parties": {"agreement_id": id_of("protocol"), "country_code": "BA"},
    "agreement_steps": {"agreement_id": id_of("protocol"), "status": "planned"},
    "agreement_topics": {"agreement_id": id_of("protocol"), "topic_slug": "crime"},
    "appointments": {"person_id": id_of("grubesa"), "office_id": id_of("office")},
    "organization_members": {"organization_id": id_of("office of prosecutors"), "member_id": id_of("un")},
}


def test_every_fact_that_needs_proof_is_tested() -> None:
    assert set(NEW) == set(PROVEN)


@each_proven
def test_a_fact_without_evidence_is_refused_at_commit_and_not_before(filled: Connection, table: str) -> None:
    filled.execute(insert(TABLES[table]).values(id=id_of("new"), **NEW[table]))
    with refused(filled, "fact_has_evidence"):
        at_commit(filled)


@each_proven
def test_a_fact_may_come_before_its_evidence(filled: Connection, table: str) -> None:
    filled.execute(insert(TABLES[table]).values(id=id_of("new"), **NEW[table]))
    filled.execute(insert(TABLES["evidence"]).values(evidence(PROVEN[table], "new")))
    at_commit(filled)


def proof_of_last(table: str) -> Any:
    """The evidence of the last sample row of this table."""
    return TABLES["evidence"].c[PROVEN[table]] == ROWS[table][-1]["id"]


@each_proven
def test_the_last_evidence_of_a_fact_cannot_be_deleted(filled: Connection, table: str) -> None:
    with refused(filled, "fact_has_evidence"):
        filled.execute(delete(TABLES["evidence"]).where(proof_of_last(table)))
        at_commit(filled)


@each_proven
def test_the_last_evidence_of_a_fact_cannot_be_moved_to_another(filled: Connection, table: str) -> None:
    elsewhere = {PROVEN[table]: None, "meeting_status": None, "quotation_id": id_of("quotation"), "rule": "moved"}
    with refused(filled, "fact_has_evidence"):
        filled.execute(update(TABLES["evidence"]).where(proof_of_last(table)).values(elsewhere))
        at_commit(filled)


@each_proven
def test_one_of_two_pieces_of_evidence_can_be_deleted(filled: Connection, table: str) -> None:
    proof = TABLES["evidence"]
    row = filled.execute(select(proof).where(proof_of_last(table))).mappings().one()
    filled.execute(insert(proof).values({**row, "id": id_of("second"), "rule": "another"}))
    filled.execute(delete(proof).where(of(proof, dict(row))))
    at_commit(filled)


@each_proven
def test_a_fact_takes_its_evidence_along(filled: Connection, table: str) -> None:
    filled.execute(insert(TABLES[table]).values(id=id_of("new"), **NEW[table]))
    filled.execute(insert(TABLES["evidence"]).values(evidence(PROVEN[table], "new")))
    filled.execute(delete(TABLES[table]).where(TABLES[table].c.id == id_of("new")))
    at_commit(filled)
    left = select(func.count()).where(TABLES["evidence"].c[PROVEN[table]] == id_of("new"))
    assert filled.scalar(left) == 0


@each_proven
def test_the_id_of_a_fact_never_changes(filled: Connection, table: str) -> None:
    filled.execute(insert(TABLES[table]).values(id=id_of("new"), **NEW[table]))
    with refused(filled, "computed_id_never_changes"):
        filled.execute(update(TABLES[table]).where(TABLES[table].c.id == id_of("new")).values(id=id_of("newer")))


def test_a_quotation_without_a_speaker_needs_no_evidence(filled: Connection) -> None:
    quotations = TABLES["quotations"]
    filled.execute(delete(TABLES["evidence"]).where(TABLES["evidence"].c.quotation_id == id_of("quotation")))
    filled.execute(update(quotations).values(speaker_id=None))
    at_commit(filled)
    filled.execute(update(quotations).values(speaker_id=id_of("krasnov")))
    with refused(filled, "fact_has_evidence"):
        at_commit(filled)


def test_a_new_speaker_needs_evidence(filled: Connection) -> None:
    row = {**ROWS["quotations"][0], "id": id_of("new"), "end_char": ROWS["quotations"][0]["end_char"] - 1}
    filled.execute(insert(TABLES["quotations"]).values(row))
    with refused(filled, "fact_has_evidence"):
        at_commit(filled)
    filled.execute(insert(TABLES["evidence"]).values(evidence("quotation_id", "new", "he said")))
    at_commit(filled)


def test_the_words_for_a_speaker_cannot_be_deleted(filled: Connection) -> None:
    with refused(filled, "fact_has_evidence"):
        filled.execute(delete(TABLES["evidence"]).where(TABLES["evidence"].c.quotation_id == id_of("quotation")))
        at_commit(filled)


def test_one_fact_without_evidence_among_many_is_found(filled: Connection) -> None:
    names = [f"call {number}" for number in range(50)]
    filled.execute(insert(TABLES["meetings"]).values([{"id": id_of(name), **NEW["meetings"]} for name in names]))
    filled.execute(insert(TABLES["evidence"]).values([evidence("meeting_id", name) for name in names[1:]]))
    with pytest.raises(IntegrityError, match=f"No evidence for 1 .* meetings; the first is {id_of(names[0])}"):
        at_commit(filled)


def test_evidence_is_not_emptied_while_there_are_facts(filled: Connection) -> None:
    with refused(filled, "fact_has_evidence"):
        filled.execute(text("TRUNCATE archive.evidence"))
    facts = ", ".join(f"archive.{table}" for table in (*PROVEN, "quotations"))
    filled.execute(text(f"TRUNCATE archive.evidence, {facts} CASCADE"))


def test_a_commit_without_evidence_leaves_nothing(fresh_engine: Engine) -> None:
    with pytest.raises(IntegrityError, match="No evidence"), fresh_engine.begin() as connection:
        fill(connection)
        connection.execute(delete(TABLES["evidence"]).where(TABLES["evidence"].c.rule == "met"))
    with fresh_engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(TABLES["documents"])) == 0
        fill(connection)
    with fresh_engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(TABLES["meetings"])) == len(ROWS["meetings"])
        assert connection.scalar(select(func.count()).select_from(TABLES["facts_to_prove"])) == 0
