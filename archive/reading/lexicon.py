"""The words of a text as pieces with symbols: what the finders of bodies, offices and persons match their rules on.

A *piece* is a word, a fixed phrase of the vocabularies ("Prosecutor General", "Bosnia and Herzegovina") or a date. Its
symbol says what it may be part of. The finders fold pieces to bigger pieces, one kind after the other, with rules over the
string of symbols: a cascade of finite-state steps.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import ahocorasick  # type: ignore[import-not-found]

from archive.reading.dates import FoundDate
from archive.reading.phrases import BlockKind, Layout, Sentence
from archive.reading.vocabulary import load, load_states
from archive.values import CountryNameKind


class Symbol(StrEnum):
    """What a piece may be part of. Rules are written over these letters."""

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

    symbol: Symbol
    value: str = ""
    kind: str = ""
    codes: tuple[str, ...] = ()


class Piece:
    """A stretch of the text with its symbol.

    ``fact`` is what a finder made of it, ``parts`` what it was folded from.
    """

    __slots__ = ("end", "entry", "fact", "parts", "rule", "start", "symbol")

    def __init__(
        self,
        start: int,
        end: int,
        symbol: str,
        entry: Entry | None = None,
        fact: Any = None,
        parts: Sequence["Piece"] = (),
        rule: str = "",
    ) -> None:
        self.start = start
        self.end = end
        self.symbol = symbol
        self.entry = entry
        self.fact = fact
        self.parts = parts
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the vocabularies know: single words, and one automaton for fixed phrases."""

    words: dict[str, Entry]
    automaton: ahocorasick.Automaton
    common: frozenset[str]
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
    yield from ((word, Entry(Symbol.ADJECTIVE, word)) for word in grammar["words"]["adjective"])
    yield from ((word, Entry(Symbol.DESCRIBED, word)) for word in grammar["words"]["described"])
    yield from ((word, Entry(Symbol.PEOPLE, word)) for word in grammar["words"]["people"])
    yield from ((word, Entry(Symbol.VERB, word)) for word in load("names")["verbs"].split())
    for name, symbol in symbols.items():
        for word in grammar["words"][name]:
            yield word, Entry(symbol, word)
            yield word.capitalize(), Entry(symbol, word)


def _names() -> Iterator[tuple[str, Entry]]:
    names, given = load("names"), load("given_names")
    yield from ((word, Entry(Symbol.SURNAME, word)) for word in names["surname_words"].split())
    for gender in ("male", "female"):
        yield from ((word, Entry(Symbol.GIVEN, word, gender)) for word in given[gender].split())
    yield from ((word, Entry(Symbol.CAPITAL_PARTICLE, word)) for word in names["capital_particles"])
    yield from ((word, Entry(Symbol.OTHER, word)) for word in names["suffixes"])
    for gender, words in names["honorifics"].items():
        yield from ((word, Entry(Symbol.HONORIFIC, word, gender)) for word in words)


def _offices() -> Iterator[tuple[str, Entry]]:
    offices = load("offices")
    yield from ((word, Entry(Symbol.WORD, word)) for word in offices["portfolios"])
    yield from ((word, Entry(Symbol.MODIFIER, word)) for word in offices["modifiers"])
    yield from ((word, Entry(Symbol.SMALL_MODIFIER, word)) for word in offices["small_modifiers"])
    for word in offices["times"]:
        yield word, Entry(Symbol.TIME, word)
    for word in (*offices["counterparts"], *load("names")["relations"]):
        yield word, Entry(Symbol.COUNTERPART, word)
    for entry in offices["titles"]:
        title = entry["title"]
        forms = [(title, Symbol.TITLE)] + [(plural, Symbol.TITLES) for plural in entry.get("plurals", ())]
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
            single = _WORD.fullmatch(form) is not None
            (words if single else phrases)[form] = entry
    for word in load("places")["not_countries"]:
        phrases[word] = Entry(Symbol.PLACE, word, "not_countries")
    automaton = ahocorasick.Automaton()
    for form, entry in phrases.items():
        automaton.add_word(form, (len(form), entry))
    automaton.make_automaton()
    return Lexicon(words, automaton, common, {})


_ABBREVIATED = "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Spc|Pfc|Pvt|Tech|Staff|Adm|Brig|Sen|Rep|Gov|Amb|Cmdr|Hon|Rev|Eng|Engr|Adv|Sr|Sra|Jr|St|Supt|Insp|Smt|Mx|Mme|Lic|Ing|Messrs"
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]|Y[aeu]|[KSCZTD]h|Ts|Dz|I[au])\.(?=[ -]?[^\W\d_])|\d[\d.,]*(?<![.,])"
    r"|[^\W\d_](?:[^\W_]|['’&](?!s\b)(?=[^\W\d_])|-(?=[^\W_]))*"
)
_TOKEN = re.compile(
    rf"(?P<small>[a-z]+(?![\w'&-]))|(?P<title>(?=[A-Z])(?:{_ABBREVIATED})\.)|(?P<word>{_WORD.pattern})"
    r"|(?P<possessive>'s\b|(?<=s)'(?=\s))|(?P<mark>\S|[ ]{3,}|\t)"
)
_IS_SMALL, _IS_WORD, _IS_POSSESSIVE, _IS_MARK = 1, 3, 4, 5  # the groups of a token

_ENGLISH = re.compile(
    r"....(?:tion|sion|ment|ness|ity|ology|ism|ship|ical|ional|ative|ised|ized|ising|izing|[cglntr]ated|[cglntr]ating|ability|eering|ography)s?$"
)
_ARTICLED = re.compile(r"(?:al|el|ad|as|ar|an|at|ash|az|ul|ed|es|bin|ibn|d|l)[-'](?=[^\W\d_])(?=[^a-z])")
_REMEMBERED = 200_000  # words
_CONTRACTED = re.compile(r"'(?:m|ve|re|ll|d|t)$")
_MARKS: dict[str, str] = {
    ",": Symbol.COMMA,
    ";": Symbol.SEMICOLON,
    "|": Symbol.COMMA,
    "\t": Symbol.COMMA,
    "(": Symbol.OPEN,
    "[": Symbol.OPEN,
    ")": Symbol.CLOSE,
    "]": Symbol.CLOSE,
    "–": Symbol.DASH,
    "-": Symbol.DASH,
    ":": Symbol.COLON,
    ".": Symbol.STOP,
    '"': Symbol.QUOTE,
    "&": Symbol.AND,
}


def pieces(layout: Layout, dates: Iterable[FoundDate]) -> list[Piece]:
    """The pieces of all sentences, a break after each sentence."""
    known = lexicon()
    fixed = sorted(
        [*_phrases(layout.view, known), *(Piece(d.span.start, d.span.end, Symbol.DATE, fact=d) for d in dates)],
        key=lambda piece: (piece.start, -piece.end),
    )
    if len(known.memo) > _REMEMBERED:
        known.memo.clear()
    found: list[Piece] = []
    number = 0
    for sentence in layout.sentences:
        position, end = sentence.span.start, sentence.span.end
        shouting = is_title_case(layout, sentence)
        first = True
        while number < len(fixed) and fixed[number].start < end:
            piece = fixed[number]
            number += 1
            if piece.start < position or piece.end > end:
                continue
            _tokens(layout.view, position, piece.start, known, found, first, shouting)
            first = False
            found.append(piece)
            position = piece.end
        _tokens(layout.view, position, end, known, found, first, shouting)
        found.append(Piece(end, end, Symbol.BREAK, fact=sentence))
    return found


def _phrases(view: str, known: Lexicon) -> Iterator[Piece]:
    length = len(view)
    for last, (size, entry) in known.automaton.iter(view):
        start, end = last + 1 - size, last + 1
        if (start and view[start - 1].isalnum()) or (end < length and view[end].isalnum()):
            continue
        yield Piece(start, end, entry.symbol, entry)


def is_title_case(layout: Layout, sentence: Sentence) -> bool:
    """Whether a heading writes its words with capitals, so that a capital there says nothing."""
    if sentence.block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING):
        return False
    words = re.findall(r"[^\W\d_]{3,}", sentence.span.of(layout.view))
    small = [word for word in words if word[0].islower() and word not in _SMALL_IN_TITLES]
    return len(words) > 2 and 12 * len(small) < len(words)


_SMALL_IN_TITLES = frozenset(
    "the and for with from into over under between against after about amid during through upon its his her via per".split()
)


def _tokens(view: str, start: int, end: int, known: Lexicon, found: list[Piece], first: bool, shouting: bool) -> None:
    """The pieces between two fixed phrases; a run of ordinary words is one piece, for no rule looks at its words."""
    words, memo, append = known.words, known.memo, found.append
    ordinary: Piece | None = None
    for token in _TOKEN.finditer(view, start, end):
        kind = token.lastindex
        begin, stop = token.span()
        if kind == _IS_SMALL:
            entry = words.get(token[0])
            first = False
            if entry is not None:
                ordinary = None
                append(Piece(begin, stop, entry.symbol.value, entry))
            elif ordinary is None:
                ordinary = Piece(begin, stop, "w")
                append(ordinary)
            else:
                ordinary.end = stop
            continue
        if kind == _IS_WORD:
            word = token[0]
            if first or shouting:
                symbol, entry = _listed(word, known, first, shouting)
                first = False
            else:
                hit = memo.get(word)
                if hit is None:
                    hit = memo[word] = _listed(word, known, False, False)
                symbol, entry = hit
            if symbol != "w" or entry is not None:
                ordinary = None
                append(Piece(begin, stop, symbol, entry))
            elif ordinary is None:
                ordinary = Piece(begin, stop, symbol)
                append(ordinary)
            else:
                ordinary.end = stop
            continue
        ordinary = None
        if kind == _IS_MARK:
            symbol = _MARKS.get(token[0], "w")
            first = symbol in ('"', ":", ";")
            append(Piece(begin, stop, symbol))
        elif kind == _IS_POSSESSIVE:
            append(Piece(begin, stop, Symbol.POSSESSIVE.value))
        else:
            entry = words.get(token[0][:-1])
            append(Piece(begin, stop, entry.symbol if entry else "w", entry))


def _listed(word: str, known: Lexicon, first: bool, shouting: bool) -> tuple[str, Entry | None]:
    """The symbol of a word, and what the vocabularies say of it."""
    entry = known.words.get(word)
    if entry is None:
        symbol, entry = _unlisted(word, known.words, known.common, first, shouting)
        return str(symbol), entry
    if first and shouting and entry.symbol == Symbol.GIVEN:
        return Symbol.SURNAME.value, entry
    return entry.symbol.value, entry


def _unlisted(
    word: str, words: dict[str, Entry], common: frozenset[str], first: bool, shouting: bool
) -> tuple[str, Entry | None]:
    """The symbol of a word that stands in no vocabulary as it is written."""
    initial = word[0]
    if "'" in word and _CONTRACTED.search(word):
        return Symbol.OTHER, None
    if initial.islower() and _ARTICLED.match(word):
        return Symbol.NAME, None
    if initial.islower():
        return (Symbol.OTHER, _compound(word, words)) if "-" in word else (Symbol.OTHER, None)
    if not initial.isupper():
        return (Symbol.NUMBER, None) if initial.isdigit() else (Symbol.NAME, None)
    if len(word) <= 4 and word[-1] == ".":
        return Symbol.INITIAL, None
    if len(word) == 1:
        return Symbol.INITIAL, None
    lower = word.lower()
    if (
        lower in common
        or _ENGLISH.search(lower)
        or (first is True and lower.endswith(("ing", "ly", "wards")) and len(word) > 5)
    ):
        if word.isupper() and len(word) < 6:
            return Symbol.CAPITALS, None
        small = words.get(lower)
        if (
            small is not None
            and small.symbol in (Symbol.TIME, Symbol.VERB, Symbol.COUNTERPART, Symbol.PEOPLE)
            and first
        ):
            return small.symbol, small
        return (Symbol.OTHER if first or shouting else Symbol.WORD), None
    if first or shouting:
        small = words.get(lower)
        if small is not None and small.symbol != Symbol.PARTICLE:
            return small.symbol, small
    if "-" in word:
        entry = _compound(word, words)
        if entry is not None:
            return entry.symbol, entry
        part = words.get(word.partition("-")[0])
        if part is not None and part.symbol == Symbol.GIVEN:
            return Symbol.GIVEN, part
    if word.isupper():
        capitalised = words.get(word.capitalize())
        if capitalised is not None and len(word) > 3 and capitalised.symbol in "CDKkTLB":
            return capitalised.symbol, capitalised
        return Symbol.CAPITALS, None
    return Symbol.NAME, None


def _compound(word: str, words: dict[str, Entry]) -> Entry | None:
    """A word of several: "Russian-Iranian" names two states, "Stockholm-based" and "Russia-led" at most one."""
    parts = [words.get(part) for part in word.split("-")]
    national = [part for part in parts if part is not None and part.symbol in (Symbol.COUNTRY, Symbol.DEMONYM)]
    if not national:
        last = parts[-1]
        if (
            all(parts)
            and last is not None
            and last.symbol in (Symbol.TITLE, Symbol.TITLES, Symbol.HEAD, Symbol.MODIFIER)
        ):
            return last
        return None
    codes = tuple(dict.fromkeys(code for part in national for code in part.codes))
    symbol = Symbol.DEMONYM if len(national) == len(parts) else Symbol.OTHER
    return Entry(symbol, word, "compound", codes)
