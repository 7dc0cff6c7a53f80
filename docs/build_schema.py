"""Write docs/schema.md from the comments of the tables and views: ``python docs/build_schema.py [--check]``.

With ``--check`` nothing is written; a file that does not say what the models say is an error.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import FetchedValue

from archive.models import Base, claims, documents, happenings, proof, topics, who
from archive.models.base import COMPUTED_ID, is_internal
from archive.models.views import VIEWS

PAGE = Path(__file__).with_name("schema.md")
FAMILIES = (documents, who, happenings, topics, proof)
SHORT_TYPES = {"TIMESTAMP WITH TIME ZONE": "timestamptz", "CHAR(2)": "char(2)"}

INTRODUCTION = """# The schema

<!-- Written by docs/build_schema.py from the comments of the tables and views. Change those, then run it again. -->

Everything lies in the PostgreSQL schema `archive`. Start with the **views**: they read well, and each of their rows
says one thing. The **tables** behind them are what an application joins. Every comment on this page is in the
database, too: `\\d+ archive.encounters` in psql shows it.

* Every table has an `id` unless another key is marked. It is computed from what the row is about (UUIDv5), so it is the
  same on every machine, whatever the order of loading.
* A date has its wording (`date_text`), what it comes to (`date_edtf`, in EDTF), the days that this covers
  (`date_during`, computed) and what it rests on (`date_basis`). An unresolved date has its wording only. Where a text
  gives no date, `published_edtf` in the views is when it was told.
* `start_char` and `end_char` count the characters of `documents.text`, from 0 and half open:
  `substring(text from start_char + 1 for end_char - start_char)` gives the words.
* The database refuses a span outside its text, a change of a stored text, a fact of a text that is no longer current
  and, at commit, a fact without evidence ([why](decisions/0021-evidence-at-commit.md)).

| question | where to look |
|---|---|
| Whom did somebody meet? | [`encounters`](#encounters) |
| Which meetings were there, who took part, on what? | [`meeting_register`](#meeting_register) |
| What was agreed, by whom, and how far is it? | [`agreement_register`](#agreement_register) |
| By which steps did it come there? | [`agreement_history`](#agreement_history) |
| What happened between two countries? | [`country_timeline`](#country_timeline) |
| Who is shown in which office, and when? | [`office_holders`](#office_holders) |
| Who said what? | [`statements`](#statements) |
| Where is that written? | [`proofs`](#proofs) |
| Which texts speak of it? | [`documents`](#documents-1)`.search` |
| Which texts are there, on which topics? | [`document_register`](#document_register) |
| Are these two one person? | [`namesakes`](#namesakes) |

[questions.md](questions.md) has such questions with their SQL.
"""

INTERNAL = "What the loader and the database keep for themselves. No question needs it; `archive export` leaves it out."


def page() -> str:
    """The whole page."""
    views = sorted(VIEWS.tables.values(), key=lambda view: view.name.endswith("_countries"))
    parts = [INTRODUCTION, "## Views", *map(_described, views)]
    for family in FAMILIES:
        heading, what, more = _said_of(family)
        tables = [table for table in _tables(family) if not is_internal(table)]
        parts += [f"## {heading}", what, more, _diagram(tables), *map(_described, tables)]
    _, what, more = _said_of(claims)
    internal = list(filter(is_internal, Base.metadata.tables.values()))
    parts += ["## Internal", INTERNAL, f"**Claims.** {what}", more, _diagram(internal), *map(_described, internal)]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def _said_of(family: ModuleType) -> tuple[str, str, str]:
    """Heading, first sentence and the rest of a family's docstring."""
    title, _, more = (family.__doc__ or "").strip().partition("\n")
    heading, _, what = title.partition(": ")
    return heading, f"{what[:1].upper()}{what[1:]}", more


def _tables(family: ModuleType) -> list[Table]:
    """The tables of a family, in the order in which its module describes them."""
    found = (getattr(each, "__table__", None) for each in vars(family).values() if isinstance(each, type))
    return [table for table in found if isinstance(table, Table) and _module(table) == family.__name__]


def _module(table: Table) -> str:
    return next(mapper.class_.__module__ for mapper in Base.registry.mappers if mapper.local_table is table)


def _type(column: Column[Any]) -> str:
    named = column.type.compile(postgresql.dialect())  # type: ignore[no-untyped-call]
    return SHORT_TYPES.get(named, named.lower())


def _described(table: Table) -> str:
    is_view = "view" in table.info
    rows = [
        f"| `{column.name}` | {_type(column)} | {_meaning(column, is_view=is_view)} |"
        for column in table.c
        if column.comment != COMPUTED_ID
    ]
    return "\n".join(
        (f"### {table.name}", "", table.comment or "", "", "| column | type | meaning |", "|---|---|---|", *rows)
    )


def _meaning(column: Column[Any], *, is_view: bool) -> str:
    said = (column.comment or "").replace("|", "\\|")
    if is_view:
        return said
    target = next((f" → `{key.column.table.name}`" for key in column.foreign_keys), "")
    key = " *Key.*" if column.primary_key else ""
    required = "" if column.nullable or column.primary_key or _is_made_by_the_database(column) else " *Required.*"
    return f"{said}{target}{key}{required}"


def _is_made_by_the_database(column: Column[Any]) -> bool:
    return column.computed is not None or isinstance(column.server_default, FetchedValue)


def _diagram(tables: Iterable[Table]) -> str:
    """The tables and what they refer to; their columns stand below."""
    return "\n".join(("```mermaid", "erDiagram", *map(_entity, tables), *_relations(tables), "```"))


def _entity(table: Table) -> str:
    return f"    {table.name}"


def _relations(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        for column in table.c:
            for key in column.foreign_keys:
                one = "|o" if column.nullable else "||"
                yield f'    {key.column.table.name} {one}--o{{ {table.name} : "{column.name}"'


def main(arguments: list[str]) -> int:
    """Write the page, or check that it is fresh."""
    if arguments == ["--check"]:
        if not PAGE.exists() or PAGE.read_text("utf-8") != page():
            sys.stderr.write("docs/schema.md is not what the models say. Run: python docs/build_schema.py\n")
            return 1
        return 0
    if arguments:
        sys.stderr.write(f"{(__doc__ or '').splitlines()[0]}\n")
        return 2
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
