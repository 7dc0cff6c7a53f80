"""Bodies that an acronym in brackets spells: it says where their name begins and where it ends.

"the Annual Conference of the Africa Prosecutors Association (APA)" names the Africa Prosecutors Association, "the
Center of Excellence for Stability Police Units (CoESPU)" all from "Center" on.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.organizations.canonical import is_plural, kind_of, plain
from archive.reading.entities.organizations.shapes import subject
from archive.reading.entities.words.folding import fold, group, symbols
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span

_MOST = 16  # pieces of a name
_NAME = re.compile(r"[WNGYtTLDkKCUABSoefinpPMH,-]+$")
_SPELT = "!"  # the symbol of a name until its state is known
_WHOLE = re.compile(
    rf"(?P<owner>(?:[DCK]S?|A)?){_SPELT}\((?P<acronym>[UANGB])\)(?P<chain>(?:(?!oe?[kK](?![WtN])){subject()}){{0,3}})"
    r"(?P<states>(?:oe?C(?![WB]))?)"
)
_ACRONYM = re.compile(r"(?<=[^S]\()[UANGB](?=\))")
_BEFORE = re.compile(r"(?:^|(?<=[eaVqiw\n.\":;(gDS]))[WtNkU]{1,4}$")  # "the |National| Financial Unit (FU)"
_IN_A_LONGER_NAME = re.compile(r"Bo$")  # "the Department of |Health Services Office of Inspection (HS-OI)"
_PREPOSITIONS = frozenset(("of", "for", "on", "against", "to", "in", "with", "by", "under"))
_SMALL = _PREPOSITIONS | {"the", "and", "&", "s", "de", "la", "del", "du", "do", "da", "des", "di", "et", "y", "e"}
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*|&")
_SOFT_HEADS = frozenset(load("organizations")["acronyms"]["soft_heads"])
_TITLED = re.compile(r"(?:(?<=e)|(?<=[SD]))[WtDkNY]{1,5}(?:[ofi]e?[WtLTDkKNYMBACS]{1,6}){0,3}$")
_LETTERS = 4  # of an acronym of another language
_NO_BODIES = frozenset(load("organizations")["acronyms"]["no_bodies"])
_LONGEST = 3  # letters that one word gives to an acronym: "MinJus"


class Spelt(Finder):
    """The finder of names that their acronyms spell."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        string = symbols(pieces)
        found: list[Piece] = []
        last = 0
        for match in _ACRONYM.finditer(string):
            opening = match.start() - 1
            earliest = max(last, opening - _MOST)
            first = self._first(pieces, string, earliest, opening, pieces[match.start()])
            if first is None:
                first = self._in_other_letters(pieces, string, earliest, opening, pieces[match.start()])
            if first is None:
                continue
            name = pieces[first:opening]
            found += pieces[last:first]
            found.append(Piece(name[0].start, name[-1].end, _SPELT, self._head(name), parts=name))
            last = opening
        return fold([*found, *pieces[last:]], _WHOLE, self._named) if last else pieces

    def _first(self, pieces: Sequence[Piece], string: str, earliest: int, opening: int, acronym: Piece) -> int | None:
        """The piece with which the name before an acronym begins, where the name is that of a body."""
        run = _NAME.search(string, earliest, opening)
        letters = "".join(char for char in self.view[acronym.start : acronym.end] if char.isalpha())
        if run is None or not 2 <= len(letters) <= 10 or sum(char.isupper() for char in letters) < 2:
            return None
        words = [
            (word, number)
            for number in range(run.start() - self._opens(pieces, string, run.start()), opening)
            for word in _WORD.findall(self.view[pieces[number].start : pieces[number].end])
        ]
        start = first_of([word for word, _ in words], letters)
        if start is None:
            return None
        first = words[start][1]
        owned = string.rfind("AS", first, opening)
        first = max(first, owned + 2) if owned >= 0 else first  # "the GCC's |Criminal Information Center (GCC-CIC)"
        if owned < 0 and self.view[pieces[first].start : pieces[first].end].split()[0].strip(".") != words[start][0]:
            return None  # inside a fixed phrase
        if opening - first < 2 or self._head(pieces[first:opening]) is None:
            return None
        if _IN_A_LONGER_NAME.search(string, max(0, first - 2), first):
            return None
        more = _BEFORE.search(string, earliest, first)
        return more.start() if more else first

    def _in_other_letters(
        self, pieces: Sequence[Piece], string: str, earliest: int, opening: int, acronym: Piece
    ) -> int | None:
        """The first piece of a name whose letters are of another language: "the Seizure Programme (PRONABI)"."""
        run = _TITLED.search(string, earliest, opening)
        letters = self.view[acronym.start : acronym.end]
        if run is None or len(letters) < _LETTERS or not letters.isupper() or letters in _NO_BODIES:
            return None
        head = self._head(pieces[run.start() : opening])
        soft = head is not None and head.kind == "other" and head.value in _SOFT_HEADS
        if (
            head is not None
            and head.value == "Meeting"
            and not self.view.startswith("Speciali", pieces[run.start()].start)
        ):
            return None  # "the Special Meeting of Attorneys General (SMAG)" is held, and is no body
        return run.start() if soft and opening - run.start() > 1 else None

    def _opens(self, pieces: Sequence[Piece], string: str, first: int) -> bool:
        """Whether the word before a name opens a sentence, so that its capital may be of the name: "Armed| Police"."""
        if not first or string[first - 1] != "w" or not (first == 1 or string[first - 2] in '\n.:;"'):
            return False
        word = self.view[pieces[first - 1].start : pieces[first - 1].end]
        return word.isalpha() and word.istitle()

    def _head(self, name: Sequence[Piece]) -> Entry | None:
        """What the noun of a name says, where it is one for a body: the word before its first preposition."""
        head = name[-1]
        for before, piece in pairwise(name):
            if self.view[piece.start : piece.end].lower() in _PREPOSITIONS:
                head = before
                break
        word = self.view[head.start : head.end]
        if head.symbol == Symbol.HEAD and head.entry is not None:
            return None if is_plural(word) else head.entry
        return Entry(Symbol.HEAD, word, "other") if word in _SOFT_HEADS and head.symbol not in "TA" else None

    def _named(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece]:
        owner, acronym = list(group(match, run, "owner")), group(match, run, "acronym")[0]
        tail = group(match, run, "states")
        spelt = next(piece for piece in run if piece.symbol == _SPELT)
        entry = spelt.entry or Entry(Symbol.HEAD)
        apart: list[Piece] = []
        if owner and owner[0].symbol == Symbol.BODY and owner[0].entry and owner[0].entry.kind != "international":
            apart, owner, run = owner, [], run[1:]  # "the FBI Hungarian ..." are two
        chain = group(match, run, "chain")
        named = [*(owner if len(owner) == 1 else ()), *spelt.parts, *chain]
        words = self._words(named)
        kind = kind_of(words, OrganizationKind(entry.kind or "other"))
        country = _one(tail[-1:]) or _one(owner[:1]) or _state_inside(spelt.parts, kind)
        core = Span(named[0].start, named[-1].end)
        name = plain(self._said(core)) if chain else self._said(core)
        body = self.register.add(name, words, kind, country, core, "acronym-spells-the-name")
        self._short(body, acronym)
        body.open = not chain and not tail and not owner and all(piece.symbol in "tWB" for piece in spelt.parts)
        start = core.start if len(owner) < 2 else run[0].start
        return [*apart, Piece(start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)]


def first_of(words: Sequence[str], letters: str) -> int | None:
    """The word from which on words spell an acronym: each word with a capital gives it a letter or more.

    Small words between them may give one, too ("MoJ"); a compound gives one letter or one for each of its parts.
    """
    seen: set[tuple[int, int]] = set()

    def before(number: int, left: str) -> int | None:
        if not left:
            return None
        if number < 0 or (number, len(left)) in seen:
            return None
        seen.add((number, len(left)))
        word = words[number]
        small = word.lower() in _SMALL
        if not word[0].isupper() and not small:
            return None
        for given in _given(word, small):
            if given and left.casefold().endswith(given.casefold()):
                rest = left[: -len(given)]
                if not rest and not (small and word[0].islower()):
                    return number
                start = before(number - 1, rest)
                if start is not None:
                    return start
        return before(number - 1, left) if small else None

    return before(len(words) - 1, letters)


def _given(word: str, small: bool) -> list[str]:
    """What a word may give to an acronym, the likeliest first."""
    if small:
        return [word[0]]
    parts = [part for part in re.split(r"[-.&'’]", word) if part]
    several = ["".join(part[0] for part in parts)] if len(parts) > 1 else []
    whole = [word] if word.isupper() else []
    return [*whole, *several, *(word[:size] for size in range(1, _LONGEST + 1))]


def _one(pieces: Sequence[Piece]) -> str | None:
    return pieces[0].state if pieces and pieces[0].symbol in "CDK" else None


def _state_inside(name: Sequence[Piece], kind: OrganizationKind) -> str | None:
    """The one state that a name says: with its first word, or with an adjective inside."""
    if kind in (OrganizationKind.COMPANY, OrganizationKind.INTERNATIONAL):
        return None
    first = name[0]
    if first.symbol in "CDKk":
        return _one([first]) if first.symbol in "CD" or kind is not OrganizationKind.OTHER else None
    codes = {code for piece in name if piece.symbol in "CD" and piece.entry for code in piece.entry.codes}
    return codes.pop() if len(codes) == 1 else None
