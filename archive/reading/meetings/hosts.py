"""Hosts: the state that is meant where a visit goes "to the country" or "to the Kingdom"."""

import re
from functools import cache

from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load_states

_COMMON = ("country", "Kingdom", "Republic", "Sultanate", "Emirate", "Principality", "Federation", "Grand Duchy")
HOST_WORDS = frozenset(word.lower().split(" ")[-1] for word in _COMMON)
_MEANT = re.compile(
    rf"(?:{ENCOUNTER}|\b[Vv]isit\w*|\b[Aa]rriv\w+|\btravel\w*|\bcame|\bflew) (?:to |in )?"
    rf"((?:the|this|our|that) ({'|'.join(_COMMON)}))\b(?! of\b|'s\b)"
)
_MOST = 3  # states of a text that may be "the country" of its last lines


def fold_host(annotations: Annotations, folded: Skeleton, words: frozenset[str]) -> Skeleton:
    """The skeleton with "the country" that somebody visits folded as the state that is meant."""
    if words.isdisjoint(HOST_WORDS):
        return folded
    folds = []
    for found in _MEANT.finditer(folded.text):
        span = folded.span_of(*found.span(1))
        state = _state(annotations, found[1], found[2], folded.span.start)
        if state is not None:
            folds.append(
                Fold(
                    span,
                    SYMBOLS[PhraseKind.COUNTRY],
                    Phrase(PhraseKind.COUNTRY, span, span, "the state that is meant", country=state),
                )
            )
    return folded.folded(folds)


def _state(annotations: Annotations, words: str, noun: str, before: int) -> str | None:
    """The state that speaks, for "our country"; the one of such a name; or that named last ``before`` a sentence."""
    house = annotations.house
    if words.startswith(("our", "this")):
        return house
    named = [(each.span.end, state.code) for state in annotations.countries for each in state.mentions]
    codes = {code for _, code in named} | ({house} if house else set())
    if noun != "country":
        such = {code for code in codes if noun in _official_names().get(code, "")}
        return such.pop() if len(such) == 1 else None
    if len(codes) > _MOST:
        return None
    return max(((end, code) for end, code in named if end <= before), default=(0, None))[1]


@cache
def _official_names() -> dict[str, str]:
    return {state["code"]: state["official"] for state in load_states()}
