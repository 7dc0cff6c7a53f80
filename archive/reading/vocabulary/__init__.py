"""Vocabularies: reviewed data that the stages of the reading match texts with, as TOML files in this folder.

An entry that is a pattern carries examples that it must match and counter-examples that it must not; a test holds every
entry to them.
"""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from archive.resources import SEEDS

_FOLDER = Path(__file__).resolve().parent


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary ``name``: the parsed file ``name.toml`` of this folder."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(name: str, *keys: str) -> str:
    """An expression for one of the wordings that a vocabulary lists under some keys; each is an expression itself."""
    found: Any = load(name)
    for key in keys:
        found = found[key]
    return f"(?:{'|'.join(found)})"


_STROKES = str.maketrans("łŁøØđĐı", "lLoOdDi")


@cache
def given_names(kind: str) -> frozenset[str]:
    """The given names of a kind ("male", "female", "either"), and as they are written where diacritics are left out:
    "José", "Jose"; but for those that then are another word: "German".
    """
    listed = frozenset(load("given_names")[kind].split())
    plain = (unicodedata.normalize("NFKD", name.translate(_STROKES)) for name in listed if not name.isascii())
    bare = frozenset("".join(char for char in name if not unicodedata.combining(char)) for name in plain)
    return listed | (bare - frozenset(load("names")["other_words"]))


@cache
def load_states() -> tuple[dict[str, Any], ...]:
    """The states of ``seeds/countries.toml``."""
    return tuple(tomllib.loads((SEEDS / "countries.toml").read_text(encoding="utf-8"))["country"])


@cache
def state_codes() -> frozenset[str]:
    """The codes of these states."""
    return frozenset(state["code"] for state in load_states())
