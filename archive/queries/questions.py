"""What is asked of the texts, in words as on the web, as the search of PostgreSQL takes it."""

import re
from typing import Any

from sqlalchemy import ColumnElement, Select, cast, func, select
from sqlalchemy.dialects.postgresql import REGCONFIG

SEARCH = cast("archive.folded", REGCONFIG)

_PIECE = re.compile(r'-?"[^"]*"?|\S+')


def question(words: str) -> ColumnElement[Any]:
    """The question that these words ask: all of them, "in this order", one or another, -without."""
    return func.websearch_to_tsquery(SEARCH, func.archive.searchable(_without_everywhere(words)))


def asks_something(words: str) -> Select[bool]:
    """Whether there is a word to search for: "the" and "?" are none."""
    return select(func.numnode(question(words)) > 0)


def _without_everywhere(words: str) -> str:
    """The same words, where a word that is not wanted is wanted in no alternative.

    PostgreSQL binds ``-word`` closer than ``or``, and so only to the alternative that it stands in.
    """
    alternatives: list[list[str]] = [[]]
    unwanted: list[str] = []
    for piece in _PIECE.findall(words):
        if piece.lower() == "or":
            alternatives.append([])
        elif len(piece) > 1 and piece.startswith("-"):
            unwanted.append(piece)
        else:
            alternatives[-1].append(piece)
    wanted = [alternative for alternative in alternatives if alternative] or [[]]
    return " or ".join(" ".join([*alternative, *unwanted]) for alternative in wanted)
