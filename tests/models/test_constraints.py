"""Every constraint is broken once, and the database must name it."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Connection, Table, Text, Uuid, cast, func, insert, literal, null, select, text, update

from archive.models import Base
from archive.models.base import Enumeration
from tests.models.refusals import refused
from tests.models.sample import ROWS, id_of, sha256

TABLES = {table.name: table for table in Base.metadata.tables.values()}
INTERNAL = "facts_to_prove"
KEPT = {"attestations", "shown_offices"}  # Triggers write them, see test_attestations.
NOWHERE = UUID(int=0)
BLANK = " \n\t"

# Table and CHECK -> values that break it.
BROKEN: dict[tuple[str, str], dict[str, Any]] = {
    ("agreement_parties", "role_is_known"): {"role": "friend"},
    ("agreement_parties", "someone_is_party"): {"organization_id": None, "country_code": None},
    ("agreement_steps", "date_basis_is_known"): {"date_basis": "hearsay"},
    ("agreement_steps", "date_edtf_is_a_date"): {"date_edtf": "2021-02-30"},
    ("agreement_steps", "date_has_wording_and_basis"): {"date_text": None},
    ("agreement_steps", "date_is_resolved_or_says_so"): {"date_basis": "unresolved"},
    ("agreement_steps", "date_text_is_not_blank"): {"date_text": BLANK},
    ("agreement_steps", "status_is_known"): {"status": "ratified"},
    ("agreements", "kind_is_known"): {"kind": "handshake"},
    ("agreements", "not_part_of_itself"): {"part_of_id": id_of("protocol")},
    ("agreements", "term_basis_is_known"): {"term_basis": "hearsay"},
    ("agreements", "term_edtf_is_a_date"): {"term_edtf": "2023/2022"},
    ("agreements", "term_has_wording_and_basis"): {"term_edtf": None, "term_basis": None},
    ("agreements", "term_is_resolved_or_says_so"): {"term_edtf": None},
    ("agreements", "term_text_is_not_blank"): {"term_text": BLANK},
    ("agreements", "title_is_not_blank"): {"title": BLANK},
    ("claims", "content_is_an_object"): {"content": ["Igor Krasnov"]},
    ("claims", "subject_table_is_known"): {"subject_table": "mentions"},
    ("countries", "code_is_two_capitals"): {"code": "ru"},
    ("countries", "name_is_not_blank"): {"name": BLANK},
    ("countries", "official_name_is_not_blank"): {"official_name": BLANK},
    ("country_names", "kind_is_known"): {"kind": "nickname"},
    ("country_names", "name_is_not_blank"): {"name": BLANK},
    ("document_changes", "change_is_known"): {"change": "lost"},
    ("documents", "does_not_replace_itself"): {"replaces_id": ROWS["documents"][0]["id"]},
    ("documents", "language_is_a_code"): {"language": "English"},
    ("documents", "only_current_texts_are_read"): {"is_current": False},
    ("documents", "published_edtf_is_a_date"): {"published_edtf": "last year"},
    ("documents", "sha256_is_of_text"): {"sha256": sha256("another text")},
    ("documents", "slug_is_not_blank"): {"slug": BLANK},
    ("documents", "text_is_not_blank"): {"text": BLANK, "sha256": sha256(BLANK)},
    ("documents", "reader_version_is_not_blank"): {"reader_version": BLANK},
    ("documents", "collection_is_not_blank"): {"collection": BLANK},
    ("documents", "title_is_not_blank"): {"title": BLANK},
    ("documents", "url_is_not_blank"): {"url": BLANK},
    ("evidence", "ends_after_start"): {"end_char": 0},
    ("evidence", "exactly_one_target"): {"appointment_id": id_of("appointment"), "agreement_id": id_of("protocol")},
    ("evidence", "a_meeting_is_told_with_its_status"): {"meeting_status": "held"},
    ("evidence", "meeting_status_is_known"): {
        "quotation_id": None,
        "meeting_id": id_of("meeting"),
        "meeting_status": "cancelled",
    },
    ("evidence", "rule_is_not_blank"): {"rule": BLANK},
    ("evidence", "starts_in_text"): {"start_char": -1},
    ("load_failures", "file_is_not_blank"): {"file": BLANK},
    ("load_failures", "reason_is_not_blank"): {"reason": BLANK},
    ("loads", "counts_are_not_negative"): {"failed_count": -1},
    ("loads", "ends_after_start"): {"finished_at": "1999-12-31T00:00:00Z"},
    ("loads", "reader_version_is_not_blank"): {"reader_version": BLANK},
    ("meeting_participants", "role_is_known"): {"role": "enemy"},
    ("meeting_participants", "someone_took_part"): dict.fromkeys(
        ("person_id", "office_id", "organization_id", "country_code")
    ),
    ("meetings", "date_basis_is_known"): {"date_basis": "hearsay"},
    ("meetings", "date_edtf_is_a_date"): {"date_edtf": "2021-11-22/2021-11-21"},
    ("meetings", "date_has_wording_and_basis"): {"date_text": None},
    ("meetings", "date_is_resolved_or_says_so"): {"date_edtf": None},
    ("meetings", "date_text_is_not_blank"): {"date_text": BLANK},
    ("meetings", "kind_is_known"): {"kind": "rumour"},
    ("meetings", "not_part_of_itself"): {"part_of_id": id_of("meeting")},
    ("meetings", "status_is_known"): {"status": "cancelled"},
    ("meetings", "title_is_not_blank"): {"title": BLANK},
    ("mentions", "ends_after_start"): {"end_char": 0},
    ("mentions", "exactly_one_target"): dict.fromkeys(
        ("person_id", "organization_id", "country_code", "place_id", "topic_slug")
    ),
    ("mentions", "kind_is_known"): {"kind": "nickname"},
    ("mentions", "starts_in_text"): {"start_char": -1},
    ("offices", "title_is_not_blank"): {"title": BLANK},
    ("offices", "title_key_is_not_blank"): {"title_key": BLANK},
    ("organization_members", "not_its_own_member"): {"member_id": id_of("un")},
    ("organization_names", "name_is_not_blank"): {"name": BLANK},
    ("organization_names", "name_key_is_not_blank"): {"name_key": BLANK},
    ("organizations", "acronym_is_not_blank"): {"acronym": BLANK},
    ("organizations", "kind_is_known"): {"kind": "club"},
    ("organizations", "name_is_not_blank"): {"name": BLANK},
    ("organizations", "name_key_is_not_blank"): {"name_key": BLANK},
    ("organizations", "not_part_of_itself"): {"part_of_id": id_of("office of prosecutors")},
    ("person_names", "name_is_not_blank"): {"name": BLANK},
    ("person_names", "name_key_is_not_blank"): {"name_key": BLANK},
    ("persons", "name_is_not_blank"): {"name": BLANK},
    ("persons", "name_key_is_not_blank"): {"name_key": BLANK},
    ("places", "name_is_not_blank"): {"name": BLANK},
    ("places", "name_key_is_not_blank"): {"name_key": BLANK},
    ("quotations", "ends_after_start"): {"end_char": 0},
    ("quotations", "starts_in_text"): {"start_char": -1},
    ("sources", "name_is_not_blank"): {"name": BLANK},
    ("sources", "url_is_not_blank"): {"url": BLANK},
    ("topic_labels", "label_is_not_blank"): {"label": BLANK},
    ("topics", "definition_is_not_blank"): {"definition": BLANK},
    ("topics", "label_is_not_blank"): {"label": BLANK},
    ("topics", "not_broader_than_itself"): {"broader_slug": "cybercrime"},
    ("topics", "slug_is_words_and_hyphens"): {"slug": "Cyber Crime"},
}

# Unique key -> what a copy of the last sample row may have of its own and still be the same thing.
SAME_AGAIN: dict[str, dict[str, Any]] = {
    "a_person_takes_part_once": {"id": id_of("again"), "country_code": "BA"},
    "agreement_parties_once": {"id": id_of("again")},
    "agreement_steps_agreement_id_status_key": {"id": id_of("again")},
    "agreement_topics_agreement_id_topic_slug_key": {"id": id_of("again")},
    "appointments_person_id_office_id_key": {"id": id_of("again")},
    "country_names_country_code_kind_name_key": {"id": id_of("again")},
    "document_topics_document_id_topic_slug_key": {"id": id_of("again")},
    "documents_sha256_slug_key": {"id": id_of("again"), "is_current": False, "reader_version": None},
    "evidence_once": {"id": id_of("again")},
    "meeting_participants_once": {"id": id_of("again")},
    "meeting_topics_meeting_id_topic_slug_key": {"id": id_of("again")},
    "mentions_once": {"id": id_of("again"), "kind": "epithet"},
    "offices_organization_id_country_code_title_key_key": {"id": id_of("again")},
    "one_body_per_name_and_country": {"id": id_of("again")},
    "one_entry_per_reading": {"id": id_of("again")},
    "one_current_text_per_slug": {"id": id_of("again"), "text": "New words.", "sha256": sha256("New words.")},
    "organization_members_organization_id_member_id_key": {"id": id_of("again")},
    "organization_names_organization_id_name_key": {"id": id_of("again")},
    "person_names_person_id_name_key": {"id": id_of("again")},
    "persons_name_key_key": {"id": id_of("again")},
    "places_name_key_country_code_key": {"id": id_of("again")},
    "quotations_document_id_start_char_end_char_key": {"id": id_of("again")},
    "sources_name_key": {"id": id_of("again")},
    "topic_labels_topic_slug_label_key": {"id": id_of("again")},
}


def last_sample(table: Table) -> dict[str, Any]:
    return ROWS[table.name][-1]


def is_last_sample(table: Table) -> Any:
    return (table.c[key.name] == last_sample(table)[key.name] for key in table.primary_key)


def change(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    """Change the last sample row; words of closed lists go past Python, which would refuse them first."""
    raw = {
        name: literal(value, Text) if isinstance(value, str) and is_listed(table, name) else value
        for name, value in values.items()
    }
    connection.execute(update(table).where(*is_last_sample(table)).values(raw))


def is_listed(table: Table, column: str) -> bool:
    return isinstance(table.c[column].type, Enumeration)


def copy(connection: Connection, table: Table, own: dict[str, Any]) -> None:
    """Insert the last sample row as it is stored, but for some values of its own."""
    kept = [each.name for each in table.c if each.computed is None and each.identity is None]
    stored = (
        connection.execute(select(*(table.c[name] for name in kept)).where(*is_last_sample(table))).mappings().one()
    )
    connection.execute(insert(table).values({**stored, **own}))


def names_in_catalogue(connection: Connection, sort: str) -> set[tuple[str, str]]:
    found = connection.execute(
        text(
            "SELECT relname, conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid "
            "WHERE connamespace = 'archive'::regnamespace AND contype = :sort AND relname <> :internal "
            "AND relname <> 'alembic_version'"
        ),
        {"sort": sort, "internal": INTERNAL},
    )
    return {(table, constraint) for table, constraint in found}


@pytest.mark.parametrize(("table", "rule"), BROKEN, ids=map(".".join, BROKEN))
def test_a_check_is_refused_by_its_name(filled: Connection, table: str, rule: str) -> None:
    with refused(filled, rule):
        change(filled, TABLES[table], BROKEN[table, rule])


def test_no_check_is_left_out(connection: Connection) -> None:
    assert names_in_catalogue(connection, "c") == set(BROKEN)


def unique_index(name: str) -> str:
    for table in TABLES.values():
        if name in {each.name for each in table.constraints} | {each.name for each in table.indexes}:
            return table.name
    raise KeyError(name)


@pytest.mark.parametrize("rule", SAME_AGAIN)
def test_the_same_thing_twice_is_refused_by_its_key(filled: Connection, rule: str) -> None:
    table = TABLES[unique_index(rule)]
    own = SAME_AGAIN[rule]
    if rule == "meeting_participants_once":  # a named person is refused by the rule for persons already
        filled.execute(insert(table).values(id=NOWHERE, meeting_id=id_of("meeting"), country_code="BA"))
        with refused(filled, rule):
            filled.execute(insert(table).values(id=id_of("again"), meeting_id=id_of("meeting"), country_code="BA"))
        return
    with refused(filled, rule):
        copy(filled, table, own)


def test_no_unique_key_is_left_out(connection: Connection) -> None:
    found = connection.scalars(
        text(
            "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid "
            "WHERE relnamespace = 'archive'::regnamespace AND indisunique AND NOT indisprimary"
        )
    )
    assert {name.removeprefix("archive.") for name in found} == set(SAME_AGAIN)


@pytest.mark.parametrize("table", sorted(set(TABLES) - {INTERNAL, *KEPT}))
def test_an_id_is_refused_twice_by_its_key(filled: Connection, table: str) -> None:
    with refused(filled, f"{table}_pkey"):
        copy(filled, TABLES[table], {})


FOREIGN_KEYS = [
    pytest.param(key.columns[0], key.name, id=str(key.name))
    for table in TABLES.values()
    for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
]


@pytest.mark.parametrize(("column", "name"), FOREIGN_KEYS)
def test_a_reference_to_nothing_is_refused_by_its_key(filled: Connection, column: Column[Any], name: str) -> None:
    table = column.table
    assert isinstance(table, Table)
    nothing = NOWHERE if isinstance(column.type, Uuid) else "XX" if column.name == "country_code" else "nothing"
    with refused(filled, name):
        if table.name in ("evidence", "mentions") and column.name != "document_id":
            others = {each.name: None for each in table.c if each.foreign_keys and each.name != "document_id"}
            told = {"meeting_status": "held"} if column.name == "meeting_id" else {}
            change(filled, table, {**others, **told, column.name: nothing})
        else:
            change(filled, table, {column.name: nothing})


REQUIRED = [
    pytest.param(column, id=str(column))
    for table in TABLES.values()
    for column in table.c
    if not column.nullable and column.computed is None and table.name != INTERNAL
]


@pytest.mark.parametrize("column", REQUIRED)
def test_a_missing_value_is_refused_by_its_column(filled: Connection, column: Column[Any]) -> None:
    table = column.table
    assert isinstance(table, Table)
    with refused(filled, None, column=column.name):
        filled.execute(update(table).values({column.name: null()}))


def test_a_text_with_nul_cannot_exist(connection: Connection) -> None:
    with pytest.raises(Exception, match="NUL"):
        connection.execute(select(cast("a\0b", Text)))


def test_the_sample_has_every_table(filled: Connection) -> None:
    assert set(ROWS) | {INTERNAL, *KEPT} == set(TABLES)
    empty = [name for name in ROWS if filled.scalar(select(text("1")).select_from(TABLES[name]).limit(1)) is None]
    assert empty == []


def test_what_is_to_be_proved_is_gone_once_it_is_checked(filled: Connection) -> None:
    assert filled.scalar(select(func.count()).select_from(TABLES[INTERNAL])) == 0
