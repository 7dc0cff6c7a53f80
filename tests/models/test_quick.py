"""What the comments of the views call quick in a big archive is found by an index, whatever the size.

Here, where every table fits on a page, the planner is left with bitmaps of index entries, which need a condition, as
long as there is an index for one. Where it still reads a table in full, it would do so in a big archive, too. (A name
of a country, a place or an office is looked up by reading their tables, which stay small; then it is as for the id.)
"""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

BIG = {
    "attestations",
    "agreement_parties",
    "agreement_steps",
    "agreements",
    "appointments",
    "documents",
    "evidence",
    "meeting_participants",
    "meeting_topics",
    "meetings",
    "mentions",
    "persons",
    "quotations",
}
ID = "'00000000-0000-0000-0000-000000000000'"
YEAR = "daterange('2022-01-01', '2023-01-01')"

QUICK = {
    "encounters": [
        "person = 'Igor Krasnov'",
        "country_code = 'RU'",
        "country_code = 'RU' and other_country_code = 'BA'",
        f"date_during && {YEAR}",
        "document = 'krasnov-grubesa'",
        *(f"{key} = {ID}" for key in ("meeting_id", "meeting_participant_id", "person_id", "place_id", "document_id")),
    ],
    "meeting_register": [
        f"date_during && {YEAR}",
        "document = 'krasnov-grubesa'",
        *(f"{key} = {ID}" for key in ("meeting_id", "place_id", "document_id")),
        "meeting_id in (select meeting_id from archive.meeting_countries where country_code = 'BA')",
    ],
    "agreement_register": [
        f"date_during && {YEAR}",
        f"agreement_id = {ID}",
        "agreement_id in (select agreement_id from archive.agreement_countries where country_code = 'BA')",
    ],
    "agreement_history": [
        f"date_during && {YEAR}",
        "document = 'krasnov-grubesa'",
        *(f"{key} = {ID}" for key in ("agreement_id", "agreement_step_id", "meeting_id", "document_id")),
        "agreement_id in (select agreement_id from archive.agreement_countries where country_code = 'BA')",
    ],
    "document_register": [
        "document = 'krasnov-grubesa'",
        f"published_during && {YEAR}",
        *(f"{key} = {ID}" for key in ("document_id", "source_id")),
    ],
    "office_holders": [
        "person = 'Igor Krasnov'",
        "document = 'krasnov-grubesa'",
        *(f"{key} = {ID}" for key in ("appointment_id", "person_id", "office_id", "document_id")),
    ],
    "statements": [
        "speaker = 'Igor Krasnov'",
        "document = 'krasnov-grubesa'",
        f"published_during && {YEAR}",
        *(f"{key} = {ID}" for key in ("quotation_id", "document_id", "speaker_id", "meeting_id")),
    ],
    "country_timeline": [
        "country_code = 'RU'",
        "country_code = 'RU' and other_country_code = 'BA'",
        f"date_during && {YEAR}",
        "document = 'krasnov-grubesa'",
        *(f"{key} = {ID}" for key in ("meeting_id", "agreement_id", "agreement_step_id", "document_id")),
    ],
    "namesakes": [
        "person = 'Igor Krasnov'",
        "other_person = 'Igor Krasnov'",
        f"person_id = {ID}",
        f"other_person_id = {ID}",
    ],
    "proofs": [
        "document = 'krasnov-grubesa'",
        "country_code = 'RU'",
        "topic_slug = 'cybercrime'",
        *(
            f"{key} = {ID}"
            for key in (
                "document_id",
                "evidence_id",
                "mention_id",
                "meeting_id",
                "agreement_id",
                "agreement_step_id",
                "appointment_id",
                "quotation_id",
                "person_id",
                "organization_id",
                "place_id",
            )
        ),
    ],
}
CASES = [(view, where) for view, conditions in QUICK.items() for where in conditions]


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


def read_in_full(connection: Connection, query: str) -> set[str]:
    """The big tables of which the plan of a query reads every row."""
    for way in ("seqscan", "indexscan", "indexonlyscan", "hashjoin", "mergejoin"):
        connection.execute(text(f"SET LOCAL enable_{way} = off"))
    plan = connection.scalar(text(f"EXPLAIN (FORMAT JSON) {query}"))
    assert plan is not None
    scans = [node for node in nodes(plan[0]["Plan"]) if node.get("Relation Name") in BIG]
    assert scans
    return {scan["Relation Name"] for scan in scans if scan["Node Type"] != "Bitmap Heap Scan"}


@pytest.mark.parametrize(("view", "where"), CASES, ids=[f"{view}: {where}" for view, where in CASES])
def test_a_condition_that_is_called_quick_has_an_index(filled: Connection, view: str, where: str) -> None:
    assert read_in_full(filled, f"SELECT * FROM archive.{view} WHERE {where}") == set()


@pytest.mark.parametrize(
    ("view", "where"),
    [
        ("encounters", "'Igor Krasnov' in (person, other_person)"),
        ("meeting_register", "'BA' = any(country_codes)"),
        ("agreement_register", "parties like '%United Nations%'"),
        ("agreement_register", "document = 'krasnov-grubesa'"),
    ],
)
def test_a_condition_that_is_not_called_quick_has_none(filled: Connection, view: str, where: str) -> None:
    assert read_in_full(filled, f"SELECT * FROM archive.{view} WHERE {where}")
