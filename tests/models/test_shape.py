"""What holds for every table, whatever it is about: keys, indexes, comments, relationships, and views that fit."""

from collections import Counter
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Connection, ForeignKeyConstraint, Table, inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapper, RelationshipProperty, configure_mappers

from archive import values
from archive.models import Base
from archive.models.base import Enumeration, is_internal
from archive.models.views import VIEWS
from archive.values import PROVEN

TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
each_view = pytest.mark.parametrize("view", VIEWS.tables.values(), ids=lambda view: view.name)

# Of columns alone: an index of an expression has none in `indkey`, and neither leads a key nor is a prefix of another.
INDEXES = """
    SELECT indexrelid::regclass::text AS name,
           ARRAY(SELECT attname FROM unnest(indkey) WITH ORDINALITY AS key (number, position)
                 JOIN pg_attribute ON attrelid = indrelid AND attnum = number ORDER BY position) AS columns,
           coalesce(pg_get_expr(indpred, indrelid), '') AS predicate
    FROM pg_index WHERE indrelid = to_regclass(:table) AND indexprs IS NULL
"""


def indexes(connection: Connection, table: Table) -> list[tuple[str, list[str], str]]:
    found = connection.execute(text(INDEXES), {"table": table.fullname})
    return [(name, list(columns), predicate) for name, columns, predicate in found]


@each_table
def test_every_foreign_key_is_led_by_one_index(connection: Connection, table: Table) -> None:
    leading = Counter(columns[0] for _, columns, _ in indexes(connection, table))
    keys = {key.column_keys[0]: leading[key.column_keys[0]] for key in table.foreign_key_constraints}
    assert keys == dict.fromkeys(keys, 1)


@each_table
def test_an_index_with_a_condition_still_finds_every_reference(connection: Connection, table: Table) -> None:
    keys = {key.column_keys[0] for key in table.foreign_key_constraints}
    conditions = {(columns[0], where) for _, columns, where in indexes(connection, table) if where}
    assert {(column, where) for column, where in conditions if column in keys} <= {
        (column, f"({column} IS NOT NULL)") for column in keys
    }


@each_table
def test_no_index_is_a_prefix_of_another(connection: Connection, table: Table) -> None:
    all_columns = [columns for _, columns, _ in indexes(connection, table)]
    prefixes = [
        (one, other)
        for number, one in enumerate(all_columns)
        for position, other in enumerate(all_columns)
        if number != position and other[: len(one)] == one
    ]
    assert prefixes == []


@each_table
def test_every_foreign_key_says_what_a_deletion_does(table: Table) -> None:
    keys = [each for each in table.constraints if isinstance(each, ForeignKeyConstraint)]
    assert {
        str(key.name): key.ondelete for key in keys if key.ondelete not in ("CASCADE", "RESTRICT", "SET NULL")
    } == {}


@each_table
def test_no_name_is_cut_off(table: Table) -> None:
    names = [str(each.name) for each in table.constraints] + [str(each.name) for each in table.indexes]
    assert [name for name in names if len(name) > 63] == []


def test_every_thing_has_a_comment(connection: Connection) -> None:
    silent = connection.scalars(
        text("""
            SELECT format('%s.%s', relname, coalesce(attname, '')) FROM pg_class
            LEFT JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
            WHERE relnamespace = 'archive'::regnamespace AND relkind IN ('r', 'v')
            AND (col_description(pg_class.oid, attnum) IS NULL OR obj_description(pg_class.oid, 'pg_class') IS NULL)
            UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'archive'::regnamespace
            AND obj_description(oid, 'pg_proc') IS NULL
            AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
            UNION ALL SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = 'archive'::regnamespace AND NOT tgisinternal
            AND obj_description(pg_trigger.oid, 'pg_trigger') IS NULL
            UNION ALL SELECT cfgname FROM pg_ts_config WHERE cfgnamespace = 'archive'::regnamespace
            AND obj_description(oid, 'pg_ts_config') IS NULL
            UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'archive'
            AND obj_description(oid, 'pg_namespace') IS NULL
        """)
    )
    assert list(silent) == []


def test_the_comment_of_an_internal_table_says_so() -> None:
    said = {table.name for table in Base.metadata.sorted_tables if (table.comment or "").startswith("Internal")}
    assert said == {table.name for table in Base.metadata.sorted_tables if is_internal(table)}
    assert {"claims", "facts_to_prove"} <= said


def test_comments_are_sentences() -> None:
    things = [*TABLES, *VIEWS.tables.values()]
    comments = [thing.comment for thing in things] + [column.comment for thing in things for column in thing.c]
    assert [comment for comment in comments if not comment or not comment.endswith((".", "..."))] == []


@each_table
def test_a_word_of_a_closed_list_is_held_to_it(table: Table) -> None:
    checks = {str(each.name): str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint)}
    for column in table.c:
        if isinstance(column.type, Enumeration):
            words = ", ".join(f"'{member.value}'" for member in column.type.members)
            assert checks[f"{column.name}_is_known"] == f"{column.name} IN ({words})"


def test_every_closed_list_is_used() -> None:
    lists = {each for each in vars(values).values() if isinstance(each, type) and issubclass(each, StrEnum)} - {StrEnum}
    used = {column.type.members for table in TABLES for column in table.c if isinstance(column.type, Enumeration)}
    assert used == lists


def test_text_is_text(connection: Connection) -> None:
    others = connection.scalars(
        text("""
            SELECT format('%s.%s', table_name, column_name) FROM information_schema.columns
            WHERE table_schema = 'archive' AND data_type = 'character varying' AND table_name <> 'alembic_version'
        """)
    )
    assert list(others) == []


def relationships() -> list[RelationshipProperty[Any]]:
    configure_mappers()
    return [each for mapper in Base.registry.mappers for each in mapper.relationships]


def test_relationships_go_both_ways_and_load_nothing_unasked() -> None:
    one_way = [str(each) for each in relationships() if not each.back_populates]
    assert one_way == []
    assert {each.lazy for each in relationships()} == {"raise"}


def mapper_of(table: Table) -> Mapper[Any]:
    return next(mapper for mapper in Base.registry.mappers if mapper.local_table is table)


@each_table
def test_every_foreign_key_has_a_relationship(table: Table) -> None:
    related = {column.name for each in mapper_of(table).relationships for column in each.local_columns}
    internal = {"document_claims"}
    assert table.name in internal or {key.column_keys[0] for key in table.foreign_key_constraints} <= related


@each_view
def test_a_view_has_the_columns_that_its_table_promises(connection: Connection, view: Table) -> None:
    found = inspect(connection).get_columns(view.name, schema="archive")
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    stored = [(each["name"], each["type"].compile(dialect), each["comment"]) for each in found]
    assert stored == [(each.name, each.type.compile(dialect), each.comment) for each in view.c]


def test_every_fact_that_needs_proof_is_watched(connection: Connection) -> None:
    watched = connection.execute(
        text("""
            SELECT relname, tgargs FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE tgname = 'note_new_facts'
        """)
    )
    targets = {table: bytes(arguments).decode().rstrip("\0") for table, arguments in watched}
    assert targets == {**PROVEN, "quotations": "quotation_id"}
    for function in ("note_removed_evidence", "refuse_to_empty_evidence"):
        body = connection.scalar(text("SELECT prosrc FROM pg_proc WHERE proname = :name"), {"name": function}) or ""
        assert [table for table in PROVEN if f"'{table}'" not in body and f"archive.{table})" not in body] == []
