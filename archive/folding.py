"""How names are compared: one fold, for the keys that are stored and for the words that somebody asks for."""

import unicodedata
from functools import lru_cache

# Letters whose stroke or ligature is part of the letter, so that NFKD leaves them whole; the one letter that looks
# different at the end of a word; and typographic marks.
PLAIN = {
    "o": "øØ",
    "l": "łŁ",
    "d": "đĐðÐ",
    "h": "ħĦ",
    "t": "ŧŦ",
    "i": "ıİ",
    "ss": "ßẞ",
    "ae": "æÆ",
    "oe": "œŒ",
    "th": "þÞ",
    "n": "ŋŊ",
    "e": "əƏ",
    "σ": "ς",
    "'": "’‘ʼʻʹ′`´",
    '"': "“”„«»",
    "-": "‐‑‒–—―",
}
_PLAIN = str.maketrans({letter: plain for plain, letters in PLAIN.items() for letter in letters})


@lru_cache(maxsize=32_768)
def fold(name: str) -> str:
    """A name as it is compared: without diacritics, in lower case, with single spaces and plain quotation marks."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    plain = "".join(each for each in decomposed if unicodedata.category(each) not in ("Mn", "Cf"))
    # Lower case may compose what has a decomposition of its own, and a decomposition may give a letter of the table.
    lowered = unicodedata.normalize("NFKD", plain.lower().translate(_PLAIN))
    return " ".join("".join(each for each in lowered if unicodedata.category(each) != "Mn").split())
