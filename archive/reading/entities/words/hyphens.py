"""Words of several that a hyphen joins: "Russian-Iranian", "Stockholm-based", "Inter-American", "FIU-Tanzania"."""

import re

from archive.reading.entities.words.lexicon import Entry, Symbol

_ACRONYM_OF = re.compile(r"[A-Z]{3,6}-[A-Z][a-z]+")  # "FIU-Tanzania"
_REGIONAL = re.compile(
    r"(?:Inter|Ibero|Pan|Trans|Latin|Afro|Euro|Indo|Luso|Intra|Anti|Counter|Cyber|Non|Cross|Multi|Sub|Narco|Socio)-"
)

_OF_A_TITLE = frozenset(("in-charge", "designate", "elect", "in-office", "at-large", "nominee", "delegate"))

SIDES = "sides"  # the kind of a word that joins states and known bodies, each a piece of its own

_ENDING = frozenset(
    (Symbol.TITLE, Symbol.TITLES, Symbol.HEAD, Symbol.MODIFIER, Symbol.SMALL_TITLE, Symbol.SMALL_TITLES)
)


def is_acronym_of_a_state(word: str, words: dict[str, Entry]) -> bool:
    """Whether a word is the acronym of a body with the name of its state."""
    return _ACRONYM_OF.fullmatch(word) is not None and word.partition("-")[0] not in words


def compound(word: str, words: dict[str, Entry]) -> Entry | None:
    """A word of several: "Russian-Iranian" names two states, "Stockholm-based" and "Russia-led" at most one, and
    "Inter-American" none.
    """
    if _REGIONAL.match(word):
        return Entry(Symbol.WORD, word)
    title, _, more = word.partition("-")
    known = words.get(title)
    if known is not None and known.symbol is Symbol.TITLE and more.lower() in _OF_A_TITLE:
        return known
    parts = [words.get(part) for part in word.split("-")]
    national = [part for part in parts if part is not None and part.symbol in (Symbol.COUNTRY, Symbol.DEMONYM)]
    if not national:
        last = parts[-1]
        if all(parts) and last is not None and last.symbol in _ENDING:
            return last
        return None
    codes = tuple(dict.fromkeys(code for part in national for code in _codes(part)))
    sides = [part for part in parts if part is not None and part.symbol in (Symbol.COUNTRY, Symbol.BODY)]
    if len(sides) == len(parts) > len(national) and not any(part.kind == "shared" for part in sides):
        return Entry(Symbol.OTHER, word, SIDES, codes)  # "EU-Fiji"
    symbol = Symbol.DEMONYM if len(national) == len(parts) else Symbol.OTHER
    return Entry(symbol, word, "compound", codes)


def _codes(part: Entry) -> tuple[str, ...]:
    """The states of a part: "Korea" is the one that has no other name, a word that two states share else neither."""
    return part.codes if part.kind != "shared" else tuple(code for code in part.codes if code == "KR")
