"""Lines that are written in capitals: names in ordinary letters, and whether a capital says anything in a line.

A letterhead ("PROSECUTOR'S OFFICE OF MONGOLIA"), a signature with its title, a headline. The length stays the same.
"""

import re

from archive.reading.entities.words.lexicon import WORD, Lexicon
from archive.reading.phrases import BlockKind, Layout, Sentence
from archive.reading.vocabulary import load

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SHORTEST, _LONGEST = 8, 160  # letters of a line
_HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)
_KNOWN = frozenset("TLtBWCDKkMA")
_JOINS = frozenset("ofeni")
_SMALL_IN_TITLES = frozenset(load("grammar")["small_in_titles"])


def is_title_case(layout: Layout, sentence: Sentence) -> bool:
    """Whether a heading writes its words with capitals, so that a capital there says nothing."""
    if sentence.block.kind not in _HEADINGS:
        return False
    line = sentence.span.of(layout.view)
    if sentence.block.kind is BlockKind.HEADING and "," in line:
        return False  # a name with its office: "Ms Anne Smith, Director, Financial Intelligence Unit"
    words = re.findall(r"[^\W\d_]{3,}", line)
    small = [word for word in words if word[0].islower() and word not in _SMALL_IN_TITLES]
    return len(words) > 2 and 12 * len(small) < len(words)


def calmed(layout: Layout, known: Lexicon) -> str:
    """The text with those of its lines in capitals that are nothing but a name in ordinary letters."""
    view = _with_titles(layout.view, known)
    found: list[str] = []
    last = 0
    for sentence in layout.sentences:
        start, end = sentence.span.start, sentence.span.end
        line = view[start:end]
        if not _SHORTEST <= end - start <= _LONGEST or not line.isupper():
            continue
        calm = _WORD.sub(lambda match: _calm(match[0], known), line)
        if _is_of_a_person(calm, known) or _is_of_a_body(calm, known):
            found += [view[last:start], calm]
            last = end
        elif sentence.block.kind in _HEADINGS and _names_a_body(calm, known):
            found += [view[last:start], _WORD.sub(lambda match: _softly(match, known), line)]
            last = end
    text = "".join([*found, view[last:]])
    return text if found and len(text) == len(view) else view


_SHOUTED = re.compile(r"[A-Z](?<![\w'-].)[A-Z]{3,}(?:[ -][A-Z]{2,}){0,4}(?= [A-Z][a-z'-]+ [A-Z][a-z-])")


def _with_titles(view: str, known: Lexicon) -> str:
    """The text with titles that stand in capitals before a name in ordinary letters: "CHIEF JUSTICE Ana Soto"."""

    def title(match: re.Match[str]) -> str:
        calm = _WORD.sub(lambda word: _calm(word[0], known), match[0])
        whole = any(size == len(calm) and symbol == "T" for _, (size, symbol, _) in known.automaton.iter(calm))
        entry = known.words.get(calm)
        return calm if whole or (entry is not None and entry.symbol == "T") else match[0]

    return _SHOUTED.sub(title, view)


def _is_of_a_person(line: str, known: Lexicon) -> bool:
    """Whether a line is a known given name and one to three more words."""
    words = line.split()
    first = known.words.get(words[0])
    return 2 <= len(words) <= 4 and all(map(_WORD.fullmatch, words)) and first is not None and first.symbol == "G"


def _is_of_a_body(line: str, known: Lexicon) -> bool:
    """Whether each word is known as one of a title or of the name of a body; a headline has others."""
    rest = list(line)
    for last, (size, symbol, _) in known.automaton.iter(line):
        if symbol in _KNOWN:
            rest[last + 1 - size : last + 1] = " " * size
    left = [known.words.get(word) for word in WORD.findall("".join(rest))]
    return " " in line and all(entry is not None and entry.symbol in _KNOWN | _JOINS for entry in left)


def _names_a_body(line: str, known: Lexicon) -> bool:
    """Whether a line in capitals holds the noun of a body: "MEETING OF THE LEGAL AFFAIRS COMMITTEE (LAC)"."""
    words = (known.words.get(word) for word in WORD.findall(line))
    phrases = (entry for _, (_, _, entry) in known.automaton.iter(line))
    return any(entry is not None and entry.symbol == "B" for entry in (*words, *phrases))


def _softly(word: re.Match[str], known: Lexicon) -> str:
    """A word in ordinary letters where it is known as one; letters and names stay as they are."""
    lower, calm = word[0].lower(), _capitalised(word[0], known)
    entry = known.words.get(lower)
    if entry is not None and entry.symbol in _JOINS:
        return lower
    bracketed = word.string[word.start() - 1 : word.start()] == "("
    stem = lower.removesuffix("'s")
    plain = stem in known.common or stem.removesuffix("s") in known.common
    plain = plain or calm in known.words or calm.removesuffix("'s") in known.words
    return calm if plain and not bracketed and word[0] not in known.words else word[0]


def _calm(word: str, known: Lexicon) -> str:
    entry = known.words.get(word.lower())
    return word.lower() if entry is not None and entry.symbol in _JOINS else _capitalised(word, known)


def _capitalised(word: str, known: Lexicon) -> str:
    """A word with a capital, or with one in each part where it is known so: "Sub-Committee"."""
    parts = "-".join(part.capitalize() for part in word.split("-"))
    stem, _, owned = parts.partition("'")
    return parts if parts in known.words or (owned in ("s", "S") and stem in known.words) else word.capitalize()
