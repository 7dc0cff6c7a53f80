"""Which reader this is: a digest of everything that the rows of a text depend on besides the text.

Rules, vocabularies, the countries and topics of ``seeds/``, the version of the sentence splitter, and how rows are made
of what was read go in. A change to any of them gives another version by itself, so that the loader knows which stored
texts to read again, and nobody has to remember to count. It is told without importing the reading, so that `archive
status` need not wait for that.
"""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from archive import resources

_HERE = Path(__file__).parent
_LOADING = ("dates", "derivation", "gathering", "identity", "merging")
_ROWS = ("folding", "values", *(f"loading/{name}" for name in _LOADING))
_DIGITS = 12


def _sources() -> dict[str, Path]:
    """The files by their names as seen from the package."""
    rules = [path for path in (_HERE / "reading").rglob("*") if path.suffix in (".py", ".toml")]
    files = [*rules, *(_HERE / f"{name}.py" for name in _ROWS)]
    seeds = {name: resources.SEEDS / name for name in ("countries.toml", "topics.toml")}
    return {path.relative_to(_HERE).as_posix(): path for path in files} | seeds


def digest() -> str:
    """Twelve hexadecimal digits, the same on every machine that has the same files."""
    found = sha256(version("nupunkt").encode())
    for name, path in sorted(_sources().items()):
        found.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return found.hexdigest()[:_DIGITS]
