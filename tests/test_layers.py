"""The road runs one way: who may import whom, read from the code itself."""

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "archive").rglob("*.py"))
REVISIONS = sorted((ROOT / "migrations" / "versions").glob("*.py"))

EVERYBODYS = {"archive.values", "archive.resources", "archive.reader_version"}
MAY_IMPORT = {
    "archive": set(),
    "archive.values": set(),
    "archive.errors": set(),
    "archive.resources": set(),
    "archive.reader_version": set(),
    "archive.reading": {"archive.errors"},
    "archive.evaluation": {"archive.reading", "archive.errors", "archive.sentences"},
    "archive.models": set(),
    "archive.folding": set(),
    "archive.sentences": set(),
    "archive.loading": {"archive.reading.facts", "archive.models", "archive.errors", "archive.folding"},
    "archive.queries": {"archive.models", "archive.folding"},
    "archive.server": {"archive.errors"},
    "archive.database": {"archive.models", "archive.server", "archive.errors"},
    "archive.cli": {"archive"},
}
# A reading depends on its text alone; tables and rows know no command line; the shared values know nothing.
NEVER_IMPORTS = {
    "archive.values": {"sqlalchemy", "os"},
    "archive.errors": {"sqlalchemy", "os"},
    "archive.folding": {"sqlalchemy", "os"},
    "archive.sentences": {"sqlalchemy", "os"},
    "archive.reading": {"sqlalchemy", "psycopg", "alembic", "click", "os", "time", "random", "socket", "subprocess"},
    "archive.evaluation": {"sqlalchemy", "psycopg", "alembic", "click"},
    "archive.models": {"alembic", "click", "psycopg", "os"},
    "archive.loading": {"alembic", "click"},
    "archive.queries": {"alembic", "click"},
    "archive.server": {"sqlalchemy", "alembic", "click"},
    "archive.database": {"click"},
}
READERS_OF_FILES = {"runpy", "importlib", "pathlib", "os", "io"}  # a revision is whole without any other file
CLOCKS = {"now", "today", "utcnow", "environ", "getenv"}  # of these:
KEEPERS = {"datetime", "date", "os"}


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file): file for file in FILES}
SOURCES = {module: ast.parse(file.read_text(encoding="utf-8")) for module, file in MODULES.items()}
each_module = pytest.mark.parametrize("module", MODULES)


def layer_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def lies_in(module: str, layer: str) -> bool:
    return module == layer or module.startswith(f"{layer}.")


def at_import_time(tree: ast.AST) -> Iterator[ast.AST]:
    """The code outside functions, and outside what only a type checker reads: two tables may name each other."""
    for node in ast.iter_child_nodes(tree):
        is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if not is_for_types and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            yield from at_import_time(node)


def imports(nodes: Iterable[ast.AST], module: str, *, is_package: bool = False) -> Iterator[str]:
    """Every module that the code imports; ``from a import b`` is a.b if that is a module."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module.split(".")[: len(module.split(".")) - node.level + is_package]
                base = ".".join([*package, base] if base else package)
            for name in node.names:
                inner = f"{base}.{name.name}"
                yield inner if inner in MODULES else base


def imports_of(module: str, walk: Callable[[ast.AST], Iterable[ast.AST]] = ast.walk) -> set[str]:
    """What a module imports, also inside functions and for types only."""
    return set(imports(walk(SOURCES[module]), module, is_package=MODULES[module].name == "__init__.py"))


@each_module
def test_a_module_imports_only_what_its_layer_may(module: str) -> None:
    layer = layer_of(module)
    allowed = MAY_IMPORT[layer] | EVERYBODYS | {layer}
    ours = {name for name in imports_of(module) if lies_in(name, "archive")}
    # `from archive import __version__` asks the package for a plain word, not for a layer
    forbidden = {name for name in ours - {"archive"} if not any(lies_in(name, layer) for layer in allowed)}
    assert not forbidden


@each_module
def test_a_module_stays_away_from_what_its_layer_must_not_know(module: str) -> None:
    foreign = {name.partition(".")[0] for name in imports_of(module)}
    assert not foreign & NEVER_IMPORTS.get(layer_of(module), set())


@each_module
def test_nothing_imports_the_command(module: str) -> None:
    if not lies_in(module, "archive.cli") and module != "archive.__main__":
        assert not [name for name in imports_of(module) if lies_in(name, "archive.cli")]


@pytest.mark.parametrize("module", [module for module in MODULES if lies_in(module, "archive.reading")])
def test_a_reading_knows_neither_clock_nor_environment(module: str) -> None:
    for node in ast.walk(SOURCES[module]):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            assert ast.unparse(node.value).rpartition(".")[2] not in KEEPERS, ast.unparse(node)


@pytest.mark.parametrize("module", [module for module in MODULES if not lies_in(module, "archive.cli")])
def test_only_the_command_prints(module: str) -> None:
    for node in ast.walk(SOURCES[module]):
        assert not (isinstance(node, ast.Name) and node.id == "print")
        assert not (isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr"} and is_sys(node.value))


def is_sys(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "sys"


def test_imports_run_in_no_circle() -> None:
    graph = {module: imports_of(module, at_import_time) & set(MODULES) - {module} for module in MODULES}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@pytest.mark.parametrize("file", REVISIONS, ids=lambda file: file.stem)
def test_a_migration_is_history_and_imports_nothing_of_ours(file: Path) -> None:
    names = {name.partition(".")[0] for name in imports(ast.walk(ast.parse(file.read_text("utf-8"))), file.stem)}
    assert names - sys.stdlib_module_names <= {"alembic", "sqlalchemy"}
    assert not names & READERS_OF_FILES


def test_seeds_are_data() -> None:
    assert not list((ROOT / "seeds").rglob("*.py"))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("import archive.cli", {"archive.cli"}, id="plain"),
        pytest.param("def f():\n    from archive import database", {"archive.database"}, id="late"),
        pytest.param("from . import errors", {"archive.errors"}, id="relative"),
        pytest.param("from .reading.facts import Reading", {"archive.reading.facts"}, id="relative and deep"),
        pytest.param("from archive.errors import ArchiveError", {"archive.errors"}, id="a name of a module"),
    ],
)
def test_no_form_of_an_import_is_overlooked(code: str, found: set[str]) -> None:
    assert set(imports(ast.walk(ast.parse(code)), "archive.somewhere")) == found
