"""Whom a shorter name can mean: "Smith", "J. Smith", "Kim" for "Kim Jin-hae"."""

import re
from typing import Protocol

from archive.reading.entities.words.lexicon import Symbol, lexicon

_FIELD = re.compile(r" (?:of|for) ")
_BELOW = re.compile(r"(?:first |acting )?(?:deputy|vice|assistant|under|former|ex|shadow)\b")


class Bearer(Protocol):
    """Who bears a name, as far as a shorter one is concerned."""

    name: str
    tokens: tuple[str, ...]

    def country(self) -> str | None:
        """The one state of the offices."""


def can_mean(short: tuple[str, ...], whom: Bearer, first_too: bool) -> bool:
    """Whether a shorter name is a part of the person's: the family name, or the first name where that comes first."""
    whole, size = whom.tokens, len(short)
    if size > 1 and short[0].endswith(".") and _initials(short, whole):
        return True
    if size >= len(whole):
        return False
    if size > 1 and short[0] == whole[0] and short[-1] == whole[-1]:
        return True
    for start in range(len(whole) - size + 1):
        if whole[start : start + size] == short:
            return start > 0 or first_too or size > 1 or _family_name_first(whom)
    return False


def share(titles: set[str], others: set[str]) -> bool:
    """Whether one of some titles is one of the others, in the same words or in fewer."""
    return any(_is_short_for(title, held) for title in titles for held in others)


def _is_short_for(title: str, held: str) -> bool:
    """Whether a title is another in fewer words: "Vice-Minister (of Justice)", "(Foreign) Minister", no deputy's."""
    field = _FIELD.search(held)
    bare = held[: field.start()] if field else held
    if bare.endswith(f" {title}"):
        return _BELOW.match(bare) is None
    return held == title or held.startswith((f"{title} of ", f"{title} for "))


def _initials(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """ "J. Smith" can mean "John Smith", "K.T. Petrov" also "Petrov Kirill Timurovich"."""
    letters = [letter for word in short[:-1] for letter in word.split(".") if letter]
    for family, given in ((whole[-1], whole[:-1]), (whole[0], whole[1:])):
        pairs = zip(letters, given, strict=False)
        if family == short[-1] and len(given) <= 2 * len(letters) and all(two.startswith(one) for one, two in pairs):
            return True
    return False


def _family_name_first(whom: Bearer) -> bool:
    """Korean, Chinese, Vietnamese and Hungarian names begin with the family name, and those that capitals show."""
    if whom.country() in ("KR", "KP", "CN", "TW", "HK", "MO", "VN", "HU", "KH", "SG"):
        return True
    opening, closing = whom.name.split()[0], whom.name.split()[-1]
    if opening.isupper() and not closing.isupper() and opening.isalpha() and len(opening) > 1:
        return True  # "KUROSAWA Takuma"
    first = lexicon().words.get(opening)
    short = len(whom.tokens) == 2 and len(whom.tokens[0]) < 6 and "-" in whom.tokens[-1]
    return short and (first is None or first.symbol != Symbol.GIVEN)
