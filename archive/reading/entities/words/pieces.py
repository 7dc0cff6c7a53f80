"""The words of a text as pieces with symbols: what the finders of bodies, offices and persons match their rules on.

A *piece* is a word, a fixed phrase of the vocabularies ("Prosecutor General", "Bosnia and Herzegovina") or a date. The
finders fold pieces to bigger pieces, one kind after the other, with rules over the string of symbols; the next finder
reads the string that is left.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters
from typing import Any

from archive.reading.abbreviations import abbreviated
from archive.reading.entities.dates.wordings import FoundDate
from archive.reading.entities.words.capitals import calmed, is_title_case
from archive.reading.entities.words.hyphens import SIDES, compound, is_acronym_of_a_state
from archive.reading.entities.words.lexicon import WORD, Entry, Lexicon, Symbol, lexicon
from archive.reading.phrases import Layout
from archive.reading.vocabulary import load


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

    @property
    def state(self) -> str | None:
        """The one state that its word means; None where it means none or several."""
        codes = self.entry.codes if self.entry is not None else ()
        return codes[0] if len(codes) == 1 else None


_TOKEN = re.compile(
    r"(?P<small>[a-z]+(?: [a-z]+)*(?![\w'&-]))|(?P<plain>[A-Z][a-z]+(?![\w'’&.-]))|(?P<sign>[,.;:()\"])"
    rf"|(?P<title>(?=[A-Z][A-Za-z-]*+\.)(?:{abbreviated()})\.[ªº]?)|(?P<word>{WORD.pattern})"
    r"|(?P<possessive>'[sS]\b|(?<=[sS])'(?=\s))|(?P<mark>\S|[ ]{3,}|\t)"
)
# The groups of a token. What most are comes first: words in small letters, plain words with a capital, signs.
_IS_SMALL, _IS_WORD, _IS_MARK, _IS_POSSESSIVE = 1, (2, 5), (3, 7), 6

_FLAGS = ("\U0001f1e6", "\U0001f1ff")  # the letters of flags stand between words and say nothing of them
_ENGLISH = re.compile(
    r"....(?:tion|sion|ment|ness|ity|ology|ism|ship|ical|ional|ative|ised|ized|ising|izing|[cglntr]ated"
    r"|[cglntr]ating|ability|eering|ography)s?$"
)
_ARTICLED = re.compile(r"(?:al|el|ad|as|ar|an|at|ash|az|ul|ed|es|bin|ibn|dell|dall|d|l)[-'](?=[^\W\d_])(?=[^a-z])")
_OPENERS = frozenset((Symbol.THE, Symbol.FOR, Symbol.OF, Symbol.AND))
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
    view = calmed(layout, known)
    fixed = sorted(
        [
            *_phrases(view, known),
            *(Piece(d.span.start, d.span.end, Symbol.DATE, fact=d) for d in dates),
        ],
        key=lambda piece: (piece.start, -piece.end),
    )
    if len(known.memo) > _REMEMBERED:
        known.memo.clear()
    found: list[Piece] = []
    number = 0
    for sentence in layout.sentences:
        position, end = sentence.span.start, sentence.span.end
        shouting = is_title_case(layout, sentence) and (2 if sentence.span.of(layout.view).isupper() else 1)
        first = True
        while number < len(fixed) and fixed[number].start < end:
            piece = fixed[number]
            number += 1
            if piece.start < position or piece.end > end:
                continue
            _tokens(view, position, piece.start, known, found, first, shouting)
            first = False
            found.append(piece)
            position = piece.end
        _tokens(view, position, end, known, found, first, shouting)
        found.append(Piece(end, end, Symbol.BREAK, fact=sentence))
    return found


def _phrases(view: str, known: Lexicon) -> Iterator[Piece]:
    length = len(view)
    for last, (size, symbol, entry) in known.automaton.iter(view):
        start, end = last + 1 - size, last + 1
        if (start and view[start - 1].isalnum()) or (end < length and view[end].isalnum()):
            continue
        if symbol == Symbol.HONORIFIC and view[end : end + 1] == ".":
            end += 1  # "H.E."
        elif symbol == Symbol.WORD and start and view[start - 1] == "-":
            prefix = view[max(0, start - 12) : start - 1]  # "Anti-Trafficking in Persons"
            start -= 1 + len(prefix) - len(prefix.rstrip(ascii_letters))
        yield Piece(start, end, symbol, entry)


def _tokens(view: str, start: int, end: int, known: Lexicon, found: list[Piece], first: bool, shouting: int) -> None:
    """The pieces between two fixed phrases; a run of ordinary words is one piece, for no rule looks at its words.

    ``shouting`` is 1 where each word has a capital, 2 where all letters are capitals.
    """
    listed, memo, append = known.listed, known.memo, found.append
    ordinary: Piece | None = None
    for token in _TOKEN.finditer(view, start, end):
        kind = token.lastindex
        begin, stop = token.span()
        if kind == _IS_SMALL:  # one or several of them
            first = False
            for word in token[0].split(" "):
                stop = begin + len(word)
                known_word = listed.get(word)
                if known_word is not None:
                    ordinary = None
                    append(Piece(begin, stop, known_word[0], known_word[1]))
                elif ordinary is None:
                    ordinary = Piece(begin, stop, "w")
                    append(ordinary)
                else:
                    ordinary.end = stop
                begin = stop + 1
            continue
        if kind in _IS_WORD:
            word = token[0]
            if first or shouting:
                symbol, entry = _listed(word, known, first, shouting)
                first = False
            else:
                hit = memo.get(word)
                if hit is None:
                    hit = memo[word] = _listed(word, known, False, False)
                symbol, entry = hit
            if entry is not None and entry.kind == SIDES:
                ordinary = None
                found.extend(_sides(view, begin, stop, entry, known))
            elif symbol != "w" or entry is not None:
                ordinary = None
                append(Piece(begin, stop, symbol, entry))
            elif ordinary is None:
                ordinary = Piece(begin, stop, symbol)
                append(ordinary)
            else:
                ordinary.end = stop
            continue
        ordinary = None
        if kind in _IS_MARK:
            if _FLAGS[0] <= token[0] <= _FLAGS[1]:
                continue
            symbol = _MARKS.get(token[0], "w")
            first = symbol in ('"', ":", ";")
            append(Piece(begin, stop, symbol))
        elif kind == _IS_POSSESSIVE:
            append(Piece(begin, stop, Symbol.POSSESSIVE))
        else:
            entry = known.words.get(token[0].rstrip(".ªº"))
            append(Piece(begin, stop, entry.symbol if entry else Symbol.HONORIFIC, entry))


_BEHIND = re.compile(r"(?: [A-Z][\w-]+){1,4}")


def _sides(view: str, start: int, stop: int, entry: Entry, known: Lexicon) -> Iterator[Piece]:
    """The states and known bodies that hyphens join, with the hyphens: "EU-Fiji"; one word where those behind make it
    part of the name of a body: "the EU-Fiji |Joint Committee|".
    """
    behind = _BEHIND.match(view, stop)
    names = (known.words.get(word) for word in behind[0].split()) if behind else ()
    if any(name is not None and name.symbol == Symbol.HEAD for name in names):
        yield Piece(start, stop, entry.symbol, Entry(entry.symbol, entry.value, "compound", entry.codes))
        return
    for part in _PART.finditer(view, start, stop):
        side = known.words.get(part[0])
        yield Piece(*part.span(), side.symbol if side else Symbol.DASH, side)


_PART = re.compile(r"-|[^-]+")


def _listed(word: str, known: Lexicon, first: bool, shouting: int) -> tuple[str, Entry | None]:
    """The symbol of a word, and what the vocabularies say of it."""
    entry = known.words.get(word)
    if entry is None:
        symbol, entry = _unlisted(word, known.words, known.common, first, shouting)
        return symbol, entry
    if first and shouting and entry.symbol == Symbol.GIVEN and "-" not in word:
        return Symbol.SURNAME, entry
    return entry.symbol, entry


def _unlisted(
    word: str, words: dict[str, Entry], common: frozenset[str], first: bool, shouting: int
) -> tuple[str, Entry | None]:
    """The symbol of a word that stands in no vocabulary as it is written."""
    initial = word[0]
    if "'" in word and _CONTRACTED.search(word):
        return Symbol.OTHER, None
    if initial.islower() and _ARTICLED.match(word):
        return Symbol.NAME, None
    if initial.islower():
        joined = compound(word, words) if "-" in word else None
        if joined is not None and joined.symbol in (Symbol.SMALL_TITLE, Symbol.SMALL_TITLES, Symbol.TITLE):
            return joined.symbol, joined  # "vice-chairperson", "then-President"
        return Symbol.OTHER, joined
    if not initial.isupper():
        return (Symbol.NUMBER, None) if initial.isdigit() else (Symbol.NAME, None)
    if word[-1] == "." or len(word) == 1:
        return Symbol.INITIAL, None
    lower = word.lower()
    if (
        lower in common
        or (lower.endswith("s") and _is_inflected(lower, common, first or shouting > 0))
        or _ENGLISH.search(lower)
        or (first is True and lower.endswith(("ing", "ly", "wards")) and len(word) > 5)
    ):
        small = words.get(lower)
        if first is True and word.isupper() and small is not None and small.symbol in _OPENERS:
            return small.symbol, small  # "THE Commission and its partners met": some papers print the first word so
        if word.isupper() and len(word) < 6 and shouting < 2:
            return Symbol.CAPITALS, None
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
        if is_acronym_of_a_state(word, words):
            return Symbol.CAPITALS, None
        entry = compound(word, words)
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


_FAMILY_NAMES = frozenset(word.lower() for word in load("names")["surname_words"].split())


def _is_inflected(word: str, common: frozenset[str], uncertain: bool) -> bool:
    """Whether a word is an ordinary one with an ending: "Treaties"; where capitals say nothing, "Receives", too."""
    if word.endswith("ies"):
        return f"{word[:-3]}y" in common
    if len(word) > 6 and word[:-1] in common and word not in _FAMILY_NAMES:
        return True
    return uncertain and len(word) > 5 and (word[:-1] in common or f"{word[:-1]}d" in common)
