"""Whether a head with few words beside it is a name: "the Cabinet", "told Parliament", "the Times"."""

import re
from collections.abc import Sequence

from archive.reading.entities.words.lexicon import Entry
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

_OF_A_STATE = frozenset(load("organizations")["national"]["heads"])
_WITH_ARTICLE = frozenset(load("organizations")["whole"]["with_article"])
_BARE = frozenset(load("organizations")["whole"]["bare"])
_BARE_BEFORE = re.compile(r"\b(?:in|to|by|before|from|told|informed|assured|that|and|through|with)\s$")
_BARE_BEHIND = re.compile(r"(?!\s+of\b|\s+[A-Z]|[-'])")
_OPENS = re.compile(r"(?:^|[.!?:;]\s?[\"']?\s?|\n\n)$")
_AGAINST = re.compile(r"(?:Anti|Counter)-(?=[A-Z])")  # "Anti-Scam Command"
_ACTS = re.compile(r"\s(?:has|had|is|was|will|would|must|may|can|could|should|met|gave|took|sat|[a-z]+ed)\b")


def stands_alone(view: str, head: Piece) -> bool:
    """Whether a head without more words is a name: "the Cabinet", "told Parliament"."""
    value = head.entry.value if head.entry else ""
    return (value in _WITH_ARTICLE and with_article(view, head)) or (value in _BARE and _is_bare(view, head))


def with_article(view: str, piece: Piece) -> bool:
    """Whether an article stands before a piece."""
    return view[max(0, piece.start - 4) : piece.start].lower() == "the "


def _is_bare(view: str, piece: Piece) -> bool:
    before = view[max(0, piece.start - 12) : piece.start]
    if _OPENS.search(before):
        return _ACTS.match(view, piece.end) is not None
    return _BARE_BEFORE.search(before) is not None and _BARE_BEHIND.match(view, piece.end) is not None


def says_enough(view: str, head: Entry, left: Sequence[Piece], chain: Sequence[Piece]) -> bool:
    """Whether a name stands on a head that is common in other senses: "Times", "Group", "Conference"."""
    if head.value in _OF_A_STATE:
        return any(piece.symbol in "CDtW" for piece in left)
    if head.kind == "media" and _is_titled(view, left):
        return True
    if head.kind in ("company", "media"):
        named = sum(2 if piece.symbol in "NGU" else piece.symbol in "CKkW" for piece in left)
        return not chain and named > 1 and any(piece.symbol in "NGUCKk" for piece in left)
    left_states = any(piece.symbol == "-" for piece in left)  # "U.S.-Japan Alliance"
    if head.value in ("Conference", "Initiative"):
        return bool(chain) and chain[0].symbol == "o"
    return (
        bool(chain)
        or sum(piece.symbol in "WtTLUADCkN" for piece in left) - left_states > 1
        or any(_AGAINST.match(view, piece.start) for piece in left)
        or any(piece.symbol in "TLA" for piece in left)
    )


def _is_titled(view: str, left: Sequence[Piece]) -> bool:
    """ "told The Jakarta Post": the article with a capital inside a sentence, and a place."""
    start = left[0].start if left else 0
    titled = view[max(0, start - 4) : start] == "The " and re.search(r"[a-z,] $", view[: start - 4][-3:])
    return bool(titled) and left[0].symbol in "CKk"
