"""What quoted words are: somebody's speech, or a title, a name, a word held at a distance."""

import re
from collections.abc import Sequence
from functools import cache

from archive.reading.matching.skeletons import PERSONS
from archive.reading.vocabulary import load

_NEAR = 80  # characters before a quotation that may say what it is
_WHOLE = 3  # words of a sentence of its own; one less where it begins and ends like one


@cache
def _naming() -> re.Pattern[str]:
    """Words before marks that only name something."""
    return re.compile(
        rf"\b(?:{'|'.join(load('reporting_verbs')['names']['before'])})(?: of| on| about)?$", re.IGNORECASE
    )


def is_speech(words: str, before: str, *, direct: bool) -> bool:
    """Whether quoted words in a frame are speech, not a title, a name or a word held at a distance."""
    tokens = re.findall(r"\w[\w'-]*", words)
    if _naming().search(before[-_NEAR:]) and len(tokens) <= 12:
        return False
    if _is_title(tokens) and not words.rstrip().endswith((".", ",", "!", "?", "…")):
        return False
    return len(tokens) >= (1 if direct else 2)


_FUNCTIONAL = (
    r" (?:and|but|or|nor|of|in|on|at|to|for|from|by|with|as|than|that|which|who|whose|when|while|where|because|if|after"
    r"|before|since|until|during|over|under|between|among|against|about|into|through|within|without|despite|towards?|amid|so"
    r"|yet|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do|not|he|she"
    r"|it|they|this|these|those|the|a|an|his|her|their|its|our|here|there|today|yesterday|\w+ly)\b"
)
_MODIFIES = re.compile(rf"(?!{_FUNCTIONAL}) [a-z][\w-]+")


def modifies(words: str, after: str) -> bool:
    """Whether a few quoted words stand before the noun that they describe: the "tea money" culture."""
    return len(words.split()) <= 3 and words[-1:] not in ".,!?…" and _MODIFIES.match(after) is not None


# "a lock-up he called", but not "what he called"
_NAMES = re.compile(
    r"\b(?!what |which |that |and |but |when |while |as |whom |then |who )[a-z][\w-]+"
    rf" [{PERSONS}] (?:call|dub|nickname)(?:s|ed|bed)$"
)


def names_a_thing(before: str) -> bool:
    """Whether the words before quoted ones say that a person has that name for a thing: "a lock-up he called"."""
    return _NAMES.search(before[-_NEAR:]) is not None


_SMALL_IN_TITLES = frozenset(
    ("with", "into", "from", "over", "between", "without", "through", "against", "among", "under", "towards", "toward")
)


def _is_title(tokens: Sequence[str]) -> bool:
    long = [token for token in tokens if len(token) > 3 and token not in _SMALL_IN_TITLES]
    return 0 < len(tokens) <= 12 and bool(long) and all(token[0].isupper() or token[0].isdigit() for token in long)


_FINITE = frozenset(("is", "are", "was", "were", "has", "had", "have", "will", "can", "must", "we", "it", "he", "they"))


def is_whole(words: str) -> bool:
    """Whether quoted words are a sentence of their own: "It was in Panama."."""
    tokens = words.split()
    enough = _WHOLE - (words[:1].isupper() and words.rstrip()[-1:] in (".", "!", "?"))
    title = _is_title(tokens) and _FINITE.isdisjoint(tokens)
    return len(tokens) >= enough and not title and (words[:1].isupper() or words.rstrip()[-1:] in ".!?,…")
