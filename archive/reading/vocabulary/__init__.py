"""Vocabularies: reviewed data that the stages of the reading match texts with, as TOML files in this folder.

An entry that is a pattern carries examples that it must match and counter-examples that it must not; a test holds every
entry to them.
"""

import tomllib
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


@cache
def load_states() -> tuple[dict[str, Any], ...]:
    """The states of ``seeds/countries.toml``."""
    return tuple(tomllib.loads((SEEDS / "countries.toml").read_text(encoding="utf-8"))["country"])


@cache
def state_codes() -> frozenset[str]:
    """The codes of these states."""
    return frozenset(state["code"] for state in load_states())
