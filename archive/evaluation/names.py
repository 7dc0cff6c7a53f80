"""When a name that was read is a name of the gold file."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

_APOSTROPHES = frozenset("'’‘ʼʻʿ`´′＇")
# Letters with a stroke or a bar, which Unicode does not decompose.
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})
_SMALL_WORDS = frozenset({"the", "of", "and"})


@lru_cache(maxsize=10_000)
def fold(name: str) -> str:
    """A name without case, diacritics and punctuation: "O’Driscoll" is "odriscoll", "Al-Khateeb" is "al khateeb".

    Apostrophes vanish, any other mark parts two words. The empty text has no name: nothing equals it.
    """
    plain = _without_marks(_without_marks(name).casefold()).translate(_PLAIN)
    return " ".join("".join(char if unicodedata.category(char)[0] in "LN" else " " for char in plain).split())


def _without_marks(name: str) -> str:
    kept = (char for char in name if char not in _APOSTROPHES)
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", "".join(kept))
        if char not in _APOSTROPHES and unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf")
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names are equal after folding."""
    folded = fold(one)
    return bool(folded) and folded == fold(other)


def same_words(one: str, other: str) -> bool:
    """Whether two names of bodies have the same set of words, but for "the", "of" and "and"."""
    words = frozenset(fold(one).split()) - _SMALL_WORDS
    return bool(words) and words == frozenset(fold(other).split()) - _SMALL_WORDS


def same_place(one: str, other: str) -> bool:
    """Whether two names of places are equal after folding, with or without the article."""
    return same_name(_without_article(one), _without_article(other))


def contains(longer: str, shorter: str) -> bool:
    """Whether the words of ``shorter`` stand in ``longer``, side by side and in order."""
    inner = fold(shorter)
    return bool(inner) and f" {inner} " in f" {fold(longer)} "


def accepted(item: dict[str, Any], key: str) -> list[Any]:
    """The value of ``key`` in a gold item and the values of ``key_accept`` that are as right."""
    return [item[key], *item.get(f"{key}_accept", [])]


def is_person(name: str, person: dict[str, Any], text: str) -> bool:
    """Whether ``name`` names the gold ``person`` in full.

    A full form is ``name`` or one of ``name_accept``. An alias will do too, unless it is the family name alone and the
    text gives a full form somewhere. The family name alone is one single word, or words of the full name that lack its
    first word ("Abu al-Haija" of "Yusuf Abu al-Haija").
    """
    full = accepted(person, "name")
    if any(same_name(name, form) for form in full):
        return True
    aliases = [alias for aliases in accepted(person, "aliases") for alias in aliases]
    if not any(same_name(name, alias) for alias in aliases):
        return False
    return not _is_family_name(name, full) or not any(_stands(form, text) for form in full)


def _is_family_name(name: str, full: Iterable[str]) -> bool:
    words = fold(name).split()
    if len(words) == 1:
        return True
    return any(set(words) <= set(whole) and whole[0] not in words for form in full if (whole := fold(form).split()))


def _stands(form: str, text: str) -> bool:
    """Whether a name stands in the text, also in the possessive, whose apostrophe is folded away."""
    folded, name = f" {fold(text)} ", fold(form)
    return f" {name} " in folded or f" {name}s " in folded


def is_organization(name: str, organization: dict[str, Any]) -> bool:
    """Whether ``name`` names the gold ``organization``: the words of a full form, or exactly an alias."""
    if any(same_words(name, form) for form in accepted(organization, "name")):
        return True
    aliases = [alias for aliases in accepted(organization, "aliases") for alias in aliases]
    return any(same_name(_without_article(name), _without_article(alias)) for alias in aliases)


def _without_article(name: str) -> str:
    return fold(name).removeprefix("the ")
