"""Reference data: the countries with every form of their names, and the scheme of topics, from ``seeds/*.toml``.

Every load brings the tables in line with the files first. A name that has left a file leaves its table; a country or
topic that has left stays as long as a fact refers to it.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from psycopg import Cursor, sql

from archive.errors import ReferenceDataBroken
from archive.loading import staging
from archive.loading.columns import REFERENCE, Row
from archive.loading.identity import key
from archive.loading.reports import RowCounts
from archive.loading.staging import staged, stored
from archive.loading.statements import upsert
from archive.models import Base
from archive.resources import SEEDS
from archive.values import CountryNameKind

MAY_STAY = ("countries", "topics")  # as long as a fact refers to what has left the files

_FORMS = {
    "variants": CountryNameKind.VARIANT,
    "former": CountryNameKind.FORMER,
    "demonyms": CountryNameKind.DEMONYM,
    "capitals": CountryNameKind.CAPITAL,
    "shared": CountryNameKind.VARIANT,  # Two states are called so; the reading decides which one is meant.
}
_COUNTRY_KEYS = {"code", "name", "official", *_FORMS}
_TOPIC_KEYS = {"slug", "label", "broader", "definition", "labels", "patterns", "hints", "examples", "counterexamples"}


def write_reference(cursor: Cursor[Any], seeds: Path = SEEDS) -> dict[str, RowCounts]:
    """Bring the tables of reference data in line with the files, in the caller's transaction; count what changed."""
    brought = reference_rows(seeds)
    if all(reference_stored(cursor, table) == set(rows) for table, rows in brought.items()):
        return {}
    staging.create_staging(cursor)
    for table, rows in brought.items():
        staging.copy(cursor, table, rows)
    counts = {table: upsert(cursor, table) for table in REFERENCE}
    for table in reversed(list(REFERENCE)):
        counts[table] += _remove(cursor, table)
    return {table: count for table, count in counts.items() if count}


@lru_cache(maxsize=1)
def reference_rows(seeds: Path = SEEDS) -> Mapping[str, list[Row]]:
    """The rows of reference data by table, in the order of `columns.REFERENCE`."""
    countries = _tables(seeds / "countries.toml", "country", _COUNTRY_KEYS, required=("code", "name"))
    topics = _tables(seeds / "topics.toml", "topic", _TOPIC_KEYS, required=("slug", "label"))
    names = {(country["code"], name, kind.value) for country in countries for name, kind in _names(country)}
    labels = {(topic["slug"], label) for topic in topics for label in topic.get("labels", ())}
    return {
        "countries": [(each["code"], each["name"], each.get("official")) for each in countries],
        "country_names": [(key("country_name", *name), *name) for name in sorted(names)],
        "topics": [(each["slug"], each["label"], each.get("broader"), each.get("definition")) for each in topics],
        "topic_labels": [(key("topic_label", *label), *label) for label in sorted(labels)],
    }


def _names(country: Mapping[str, Any]) -> Iterable[tuple[str, CountryNameKind]]:
    yield country["name"], CountryNameKind.SHORT
    if official := country.get("official"):
        yield official, CountryNameKind.OFFICIAL
    for forms, kind in _FORMS.items():
        for name in country.get(forms, ()):
            yield name, kind


def _tables(file: Path, name: str, keys: set[str], required: tuple[str, ...]) -> list[dict[str, Any]]:
    try:
        tables: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))[name]
    except KeyError:
        raise ReferenceDataBroken(file=file, reason=f"there is no [[{name}]] in it") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReferenceDataBroken(file=file, reason=error) from None
    seen = set()
    for number, table in enumerate(tables, 1):
        if unknown := sorted(set(table) - keys):
            raise ReferenceDataBroken(
                file=file, reason=f"[[{name}]] number {number} has the unknown key {unknown[0]!r}"
            )
        if missing := [each for each in required if not table.get(each)]:
            raise ReferenceDataBroken(file=file, reason=f"[[{name}]] number {number} has no {missing[0]!r}")
        if table[required[0]] in seen:
            raise ReferenceDataBroken(file=file, reason=f"{table[required[0]]!r} is in it twice")
        seen.add(table[required[0]])
    return tables


def reference_stored(cursor: Cursor[Any], table: str) -> set[Row]:
    """The rows that a table of reference data has."""
    columns = sql.SQL(", ").join(map(sql.Identifier, REFERENCE[table]))
    return set(cursor.execute(sql.SQL("SELECT {} FROM {}").format(columns, stored(table))).fetchall())


def _remove(cursor: Cursor[Any], table: str) -> RowCounts:
    """Take away what has left the file and nothing refers to."""
    column = REFERENCE[table][0]
    key = sql.Identifier(column)
    unreferenced = [
        sql.SQL("AND NOT EXISTS (SELECT FROM {} other WHERE other.{} = old.{})").format(stored(other), name, key)
        for other, name in _references(table)
    ]
    cursor.execute(
        sql.SQL(
            """
            DELETE FROM {stored} old
            WHERE NOT EXISTS (SELECT FROM {staged} new WHERE new.{key} = old.{key}) {unreferenced}
            """
        ).format(stored=stored(table), staged=staged(table), key=key, unreferenced=sql.SQL(" ").join(unreferenced))
    )
    return RowCounts(removed=cursor.rowcount)


def _references(target: str) -> Iterable[tuple[str, sql.Identifier]]:
    """The tables and columns that refer to this table and would hold a row; its own names go with it."""
    for table in Base.metadata.tables.values():
        for reference in table.foreign_keys:
            if reference.column.table.name == target and reference.ondelete != "CASCADE":
                yield table.name, sql.Identifier(reference.parent.name)
