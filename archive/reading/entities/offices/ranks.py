"""Ranks: titles that an office beside them makes a mere form of address: "Police Colonel X, head of the Bureau".

Parts that somebody plays at a meeting: "Moderator: X, Regional Manager".
"""

import re
from functools import cache, lru_cache

from archive.reading.vocabulary import load

_BEFORE = re.compile(r"(?:(?:senior|police|justice|army|retired|1st class|2nd class|3rd class) )+")
_BEHIND = re.compile(r" of (?:the )?(?:justice|police|army|internal service|\w+ class|\d\w\w class)\b.*")


@cache
def _ranks() -> frozenset[str]:
    offices = load("offices")
    short = (rank.lower().rstrip(".") for rank in offices["short_ranks"])
    return frozenset((*(rank.lower() for rank in offices["ranks"]), *short))


@lru_cache(10_000)
def is_rank(title: str) -> bool:
    """Whether a title says a rank: "Police Colonel", "State Counsellor of Justice of the 2nd class"."""
    title = title.lower().replace(".", "") if title.endswith(".") else title.lower()
    bare = _BEFORE.sub("", title, count=1)
    cut = (title, bare, _BEHIND.sub("", title), _BEHIND.sub("", bare), title.partition(" of ")[0])
    justice = [f"{each.partition(' of justice')[0]} of justice" for each in (title, bare) if " of justice" in each]
    return not _ranks().isdisjoint((*cut, *justice))


def is_part(title: str) -> bool:
    """Whether a title says what somebody does at a meeting, and names no body: "Moderator", "Chair"."""
    return title.lower().removeprefix("co-") in load("offices")["parts"]
