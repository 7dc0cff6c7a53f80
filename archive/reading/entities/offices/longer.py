"""Titles that are longer than their words: what says a grade or a state of things behind them, and nouns that are a
title beside a name only.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives, load

_BEHIND = re.compile(r"[Ts](?:oe?|[-(,]|(?=[aw#]))[^TLsz\n]{1,7}")
_GRADE = re.compile(
    r" of (?:the )?(?:1st|2nd|3rd|[Ff]irst|[Ss]econd|[Tt]hird|III?|[1-3I]) [Cc]lass\b"
    r"|-(?:[Dd]esignate|[Ee]lect|in-[Oo]ffice|in-[Cc]harge|at-[Ll]arge)\b|,? (?:a\.i\.|ad interim)"
    r"| \([SsEeIi]\)| (?:II|III|IV)\b"
    r"| \((?:I/C|i/c|[Ii]ndependent [Cc]harge|Ag\.?|[Aa]cting|a\.i\.|ad interim|designate)\)"
)
_CLASS = re.compile(r"#p?w(?=T)")  # "1st class State Counsellor of Justice"
_BESIDE = re.compile(
    r"(?=[NGYU#)\nWt])(?P<before>(?:[NGYU#)][,(-]e?a?[WtTDCj]{0,4}|\n[WtD]{0,3})?)(?P<noun>[Wt])"
    r"(?=(?P<after>H{0,2}[GN][NGIYp])|[,.():;\n-]|[oifq])"
)
_SMALL = re.compile(r"(?<=[NGYU#)],)a?(?P<words>[wjyH]{1,4})(?=[oiq]e?O)")
_MEMBER = re.compile(r"#(?=H{0,2}[GN][NGIYp]|fe?[WtDNGYkK]{1,4},?H{0,2}[GN][NGIYp])")  # "MP X"
_OF_A_BODY = re.compile(r"(?<=O)w(?=,?H{0,2}[GN][NGIYp])")  # "Border Council |member| X"
_DEPUTY = re.compile(r"t(?<![gSFTm]t)(?=[GN][NGIYpP])")  # "Deputy X Y", of a parliament
# "Gen. (Ret'd) X", "Justice X (Rtd), Chairman"
_RETIRED = re.compile(r"\((?<=[HTt]\()[wWmNHt]\.?\)(?=H{0,2}[NGIYP])|(?<=[NGYIP])\([wWmNHt]\.?\)")
_OUT_OF_SERVICE = re.compile(
    r"\((?:Ret'?d\.?|ret'?d\.?|[Rr]et\.?|[Rr]e?td\.?|Rt'd|[Rr]etired|[Ee]meritus|[Ee]merita|Esq\.?|Mrs?\.?|Ms\.?|Dr\.?"
    r"|Prof\.?)\)"
)
_THE_HONOURABLE = re.compile(r"He(?=H)")  # "Dr. |the Honourable| X"
_LETTERS = re.compile(r"[UX](?<![NGWUOBAH].)(?=oe?[CO]|,?H{0,2}[NG][NGY])")  # "the AG of Chad", "our deputy PG X"
_QUALIFYING = re.compile(r"T(?=t{0,2}T)")


# Words that are titles where the pieces around them show it: what is matched, the list of the vocabulary, the symbol.
_TITLES_HERE = (
    (_OF_A_BODY, "of_a_body", Symbol.SMALL_TITLE),
    (_MEMBER, "members_in_letters", Symbol.TITLE),
    (_LETTERS, "in_letters", Symbol.TITLE),
    (_DEPUTY, "of_a_parliament", Symbol.TITLE),
    (_QUALIFYING, "qualifying", Symbol.MODIFIER),
)


@cache
def _small() -> re.Pattern[str]:
    nouns = alternatives("offices", "beside_names"), alternatives("offices", "beside_names_small")
    return re.compile(rf"(?:[a-z-]+ ){{0,3}}(?:{'|'.join(nouns).lower()})")


class LongerTitles:
    """The finder of such titles in one text."""

    def __init__(self, view: str) -> None:
        self.view = view

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each title as long as it is."""
        pieces = fold(pieces, _BEHIND, self._grade)
        pieces = fold(pieces, _RETIRED, self._retired)
        pieces = fold(pieces, _THE_HONOURABLE, self._honourable)
        pieces = fold(pieces, _CLASS, self._of_a_class)
        for pattern, key, symbol in _TITLES_HERE:
            pieces = fold(pieces, pattern, partial(self._listed, words=load("offices")[key], symbol=symbol))
        pieces = fold(pieces, _BESIDE, self._beside)
        return fold(pieces, _SMALL, self._small)

    def _words(self, run: Sequence[Piece]) -> str:
        return self.view[run[0].start : run[-1].end]

    def _grade(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "State Counsellor |of the 2nd class|", "Minister|-Designate|"."""
        match = _GRADE.match(self.view, run[0].end)
        if match is None:
            return None
        title = Piece(run[0].start, match.end(), run[0].symbol, run[0].entry, parts=run[:1])
        return [title, *_from(run[1:], match.end())]

    def _retired(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        said = _OUT_OF_SERVICE.fullmatch(self._words(run))
        behind = match.string[match.start() - 1] in "NGYIP"  # as letters behind a name: "X KC"
        symbol = Symbol.NUMBER if behind else Symbol.HONORIFIC
        return Piece(run[0].start, run[-1].end, symbol, parts=run) if said else None

    def _honourable(self, _: re.Match[str], run: Sequence[Piece]) -> Piece:
        return Piece(run[0].start, run[-1].end, Symbol.HONORIFIC, run[0].entry, parts=run)

    def _of_a_class(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        ends = self._words(run).endswith(" class")
        return Piece(run[0].start, run[-1].end, Symbol.MODIFIER) if ends else None

    def _listed(self, _: re.Match[str], run: Sequence[Piece], *, words: Sequence[str], symbol: str) -> Piece | None:
        """One of some words, which is a title here."""
        said = self._words(run)
        return Piece(run[0].start, run[0].end, symbol, Entry(symbol, said)) if said in words else None

    def _beside(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "|Expert| Ana Soto", "Ana Soto, |Lecturer|, ..."."""
        words = self._words(run[-1:])
        named = match["after"] or len(match["before"].strip("\nWtD")) > 1
        if not named or words not in load("offices")["beside_names"]:
            return None
        return [*run[:-1], Piece(run[-1].start, run[-1].end, Symbol.TITLE, Entry(Symbol.TITLE, words))]

    def _small(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Ana Soto, a |senior lecturer| at the University"."""
        said = group(match, run, "words")
        words = self._words(said)
        if _small().fullmatch(words) is None:
            return None
        title = Piece(said[0].start, said[-1].end, Symbol.SMALL_TITLE, Entry(Symbol.TITLE, words))
        return [*run[: -len(said)], title]


def _from(pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    """The pieces behind a place, the one that it divides without its first words."""
    for piece in pieces:
        if piece.start >= start:
            yield piece
        elif piece.end > start + 1:
            yield Piece(start + 1, piece.end, piece.symbol, piece.entry, piece.fact, piece.parts, piece.rule)
