"""What the vocabularies know of words and fixed phrases, and the symbols by which rules see them.

A symbol says what a word may be part of: a name, a title, the name of a body. Rules are written over the string of the
symbols of a text (see `pieces` and `folding`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick  # type: ignore[import-not-found]

from archive.reading.vocabulary import given_names, load, load_states
from archive.values import CountryNameKind


class Symbol:
    """What a piece may be part of. Rules are written over these letters.

    They are plain strings, not the members of an enumeration: to look up one of these takes Python 3.11 twenty times as
    long, and the rules ask for a symbol four times for each word of a text.
    """

    COUNTRY = "C"
    DEMONYM = "D"
    CAPITAL = "K"
    PLACE = "k"
    TITLE = "T"
    TITLES = "L"
    MODIFIER = "t"
    SMALL_TITLE = "s"  # the same three in small letters
    SMALL_TITLES = "z"
    SMALL_MODIFIER = "y"
    TIME = "m"  # "former", "then"
    HONORIFIC = "H"
    HEAD = "B"  # the head noun of a body
    DESCRIBED = "b"  # the same in small letters
    BODY = "A"  # a known body
    FOREIGN = "M"  # a foreign head noun
    SUFFIX = "X"  # "Ltd"
    MEDIA = "u"  # "news agency"
    COMPANY = "x"  # "company"
    NAME = "N"  # a capitalised word of no other kind
    GIVEN = "G"
    SURNAME = "Y"  # an English word that is a family name too
    CAPITALS = "U"
    INITIAL = "I"
    PARTICLE = "p"
    CAPITAL_PARTICLE = "P"
    WORD = "W"  # an ordinary word with a capital
    POSSESSIVE = "S"
    OF = "o"
    FOR = "f"
    THE = "e"
    ARTICLE = "a"
    AND = "n"
    PREPOSITION = "i"  # those that stand inside names, too: "on", "against", "in", "to", "with"
    OTHER_PREPOSITION = "q"
    ADJECTIVE = "j"
    RELATIVE = "r"
    SUBJECT = "h"  # "he"
    OBJECT = "l"  # "him"
    POSSESSOR = "g"  # "his"
    COUNTERPART = "c"
    PEOPLE = "Z"
    VERB = "V"
    DATE = "d"
    NUMBER = "#"
    COMMA = ","
    OPEN = "("
    CLOSE = ")"
    DASH = "-"
    COLON = ":"
    SEMICOLON = ";"
    STOP = "."
    QUOTE = '"'
    OTHER = "w"
    BREAK = "\n"  # between sentences
    ORGANIZATION = "O"
    OFFICE = "F"
    OFFICES = "J"
    PERSON = "@"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a vocabulary says of a word or phrase."""

    symbol: str
    value: str = ""
    kind: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the vocabularies know: single words, and one automaton for fixed phrases."""

    words: dict[str, Entry]
    automaton: ahocorasick.Automaton
    common: frozenset[str]
    listed: dict[str, tuple[str, Entry]]  # the words with their plain symbols
    memo: dict[str, tuple[str, Entry | None]]  # words looked up before


def _word_classes() -> Iterator[tuple[str, Entry]]:
    grammar = load("grammar")
    symbols = {
        "of": Symbol.OF,
        "for": Symbol.FOR,
        "the": Symbol.THE,
        "article": Symbol.ARTICLE,
        "and": Symbol.AND,
        "preposition": Symbol.PREPOSITION,
        "other_preposition": Symbol.OTHER_PREPOSITION,
        "relative": Symbol.RELATIVE,
        "subject_pronoun": Symbol.SUBJECT,
        "object_pronoun": Symbol.OBJECT,
        "possessive_pronoun": Symbol.POSSESSOR,
    }
    yield from ((word, Entry(Symbol.PARTICLE, word)) for word in load("names")["particles"])
    yield from ((word, Entry(Symbol.SURNAME, word)) for word in load("names")["patronymics"])
    yield from ((word, Entry(Symbol.ADJECTIVE, word)) for word in grammar["words"]["adjective"])
    yield from ((word, Entry(Symbol.DESCRIBED, word)) for word in grammar["words"]["described"])
    yield from ((word, Entry(Symbol.PEOPLE, word)) for word in grammar["words"]["people"])
    yield from ((word, Entry(Symbol.VERB, word)) for word in load("names")["verbs"].split())
    for name, symbol in symbols.items():
        for word in grammar["words"][name]:
            yield word, Entry(symbol, word)
            yield word.capitalize(), Entry(symbol, word)


def _names() -> Iterator[tuple[str, Entry]]:
    names = load("names")
    yield from ((word, Entry(Symbol.SURNAME, word)) for word in names["surname_words"].split())
    for gender in ("male", "female"):
        yield from ((word, Entry(Symbol.GIVEN, word, gender)) for word in given_names(gender))
    yield from ((word, Entry(Symbol.GIVEN, word)) for word in (*given_names("either"), *names["short_given_names"]))
    yield from ((word, Entry(Symbol.CAPITAL_PARTICLE, word)) for word in names["capital_particles"])
    yield from ((word, Entry(Symbol.NUMBER, word)) for word in names["suffixes"])
    for gender, words in names["honorifics"].items():
        yield from ((word, Entry(Symbol.HONORIFIC, word, gender)) for word in words)


def _many(title: re.Match[str]) -> str:
    """The plural of a title in small letters."""
    return f"{title[0][:-1]}ies" if title[0].endswith("y") else f"{title[0]}s"


@cache
def _plural_words() -> dict[str, str]:
    """The plurals of the titles of one word: "Judges"."""
    entries = (entry for entry in load("offices")["titles"] if " " not in entry["title"])
    return {entry["title"]: entry["plurals"][0] for entry in entries if entry.get("plurals")}


def _plurals(title: str) -> tuple[str, ...]:
    """The plural of a title of several words that ends with one of a word: "Presiding Judges"."""
    before, _, last = title.rpartition(" ")
    plural = _plural_words().get(last) if before and " of " not in before and " for " not in before else None
    return (f"{before} {plural}",) if plural is not None else ()


def _offices() -> Iterator[tuple[str, Entry]]:
    offices = load("offices")
    yield from ((word, Entry(Symbol.WORD, word)) for word in (*offices["beside_names"], *offices["portfolios"]))
    yield from ((word, Entry(Symbol.MODIFIER, word)) for word in offices["modifiers"])
    yield from ((word, Entry(Symbol.SMALL_MODIFIER, word)) for word in offices["small_modifiers"])
    for word in offices["small_titles"]:
        yield word, Entry(Symbol.SMALL_TITLE, word)
        yield re.sub(r"^(minister|secretary|deputy minister)", _many, word), Entry(Symbol.SMALL_TITLES, word)
    for word in offices["times"]:
        yield word, Entry(Symbol.TIME, word)
    for word in (*offices["counterparts"], *load("names")["relations"]):
        yield word, Entry(Symbol.COUNTERPART, word)
    for entry in offices["titles"]:
        title = entry["title"]
        plurals = entry.get("plurals", ()) or _plurals(title)
        forms = [(title, Symbol.TITLE)] + [(plural, Symbol.TITLES) for plural in plurals]
        if title.endswith(" General"):
            forms.append((f"{title[:-8]}-General", Symbol.TITLE))  # "Director-General"
        for form, symbol in forms:
            yield form, Entry(symbol, title)
            if not entry.get("capital"):
                yield form[:1] + form[1:].lower(), Entry(symbol, title)
                small = Symbol.SMALL_TITLE if symbol is Symbol.TITLE else Symbol.SMALL_TITLES
                yield form.lower(), Entry(small, title)


def _bodies() -> Iterator[tuple[str, Entry]]:
    bodies = load("organizations")
    weak = set(bodies["weak"]["heads"])
    for word in bodies["foreign"]["heads"]:
        yield word, Entry(Symbol.FOREIGN, word)
    for kind, heads in bodies["heads"].items():
        for head in heads:
            yield head, Entry(Symbol.HEAD, head, kind, ("weak",) if head in weak else ())
    yield from ((phrase, Entry(Symbol.WORD, phrase)) for phrase in bodies["subjects"]["phrases"])
    for word in bodies["companies"]["suffixes"]:
        yield word, Entry(Symbol.SUFFIX, word)
    for kind, symbol in (("media", Symbol.MEDIA), ("company", Symbol.COMPANY), ("other", Symbol.COMPANY)):
        for word in bodies["introductions"][kind]:
            if " " in word or word not in load("grammar")["words"]["described"]:
                yield word, Entry(symbol, word, kind)
    for word in bodies["introductions"]["dealing"]:
        yield word, Entry(Symbol.COMPANY, word, "dealing")
    for body in bodies["known"]["bodies"]:
        code = (body["country"],) if "country" in body else ()
        for form in (body["name"], *body.get("short", ())):
            yield form, Entry(Symbol.BODY, body["name"], body["kind"], code)


def _places() -> Iterator[tuple[str, Entry]]:
    places = load("places")
    for code, cities in places["cities"].items():
        yield from ((city, Entry(Symbol.PLACE, city, "city", (code,))) for city in cities)
    for name in ("regions", "provinces", "not_countries"):
        yield from ((word, Entry(Symbol.PLACE, word, name)) for word in places[name])


_OF_ONE_NAME = frozenset(("CN", "KP", "KR", "CD", "CG"))  # "Republic of Korea" is not the other one


def _states() -> Iterator[tuple[str, Entry]]:
    sharing: dict[str, list[str]] = {}
    for state in load_states():
        code = state["code"]
        for word in state.get("shared", ()):
            sharing.setdefault(word, []).append(code)
        for capital in state.get("capitals", ()):
            yield capital, Entry(Symbol.CAPITAL, capital, CountryNameKind.CAPITAL, (code,))
            yield capital.upper(), Entry(Symbol.CAPITAL, capital, CountryNameKind.CAPITAL, (code,))
    for state in load_states():
        code = state["code"]
        kinds = {
            "demonyms": CountryNameKind.DEMONYM,
            "former": CountryNameKind.FORMER,
            "variants": CountryNameKind.VARIANT,
        }
        for key, kind in kinds.items():
            symbol = Symbol.DEMONYM if key == "demonyms" else Symbol.COUNTRY
            yield from ((word, Entry(symbol, word, kind, (code,))) for word in state.get(key, ()))
        for form in ("Kingdom", "Republic", "Sultanate", "State"):
            if f"{form} of " in state["official"] and code not in _OF_ONE_NAME:
                word = f"{form} of {state['name']}"
                yield word, Entry(Symbol.COUNTRY, word, CountryNameKind.OFFICIAL, (code,))
        yield state["official"], Entry(Symbol.COUNTRY, state["official"], CountryNameKind.OFFICIAL, (code,))
        yield state["name"], Entry(Symbol.COUNTRY, state["name"], CountryNameKind.SHORT, (code,))
    for word, codes in sharing.items():
        symbol = Symbol.COUNTRY if word == "Korea" or word == "Congo" else Symbol.DEMONYM
        yield word, Entry(symbol, word, "shared", tuple(codes))


@cache
def lexicon() -> Lexicon:
    """The lexicon; where two vocabularies hold one form, the later here wins."""
    words: dict[str, Entry] = {}
    phrases: dict[str, Entry] = {}
    common = frozenset(load("words")["common"].split() + load("words")["short"].split())
    for source in (_names, _word_classes, _places, _bodies, _offices, _states):
        for form, entry in source():
            single = WORD.fullmatch(form) is not None
            (words if single else phrases)[form] = entry
    for word in load("places")["not_countries"]:
        phrases[word] = Entry(Symbol.PLACE, word, "not_countries")
    automaton = ahocorasick.Automaton()
    for form, entry in phrases.items():
        automaton.add_word(form, (len(form), entry.symbol, entry))
    automaton.make_automaton()
    return Lexicon(words, automaton, common, {word: (entry.symbol, entry) for word, entry in words.items()}, {})


# One letter of another script may be two or three of ours: "Zh.A.", "Shch.P."
INITIAL = r"(?:[^\W\d_]|Y[aeou]|[KSCZTD]h|Shch|Ts|Dz|I[au])"

# A word as texts write it: initials, numbers, words with apostrophes and hyphens.
WORD = re.compile(
    rf"(?:{INITIAL}\.){{2,}}|[A-Z][a-z]{{1,12}}ng'(?=[\s,.;)])"
    rf"|{INITIAL}\.(?=[ -]?[^\W\d_]|[,)])|\d[\d.,]*(?<![.,])"
    r"|[^\W\d_](?:[^\W_]|['’&](?![sS]\b)(?=[^\W\d_])|-(?=[^\W_]))*"
)
