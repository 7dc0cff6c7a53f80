"""Titles that are longer than their words: what says a grade or a state of things behind them, and nouns that are a
title beside a name only.
"""

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache, partial

from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

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
_HOLDERS = frozenset(("member", "officer", "delegate"))
_MEMBERS = frozenset(("MP", "MEP", "MLA", "MSP", "TD"))
_DEPUTY = re.compile(r"t(?<![gSFTm]t)(?=[GN][NGIYpP])")  # "Deputy X Y", of a parliament
_RETIRED = re.compile(r"\((?<=[HTt]\()[wWmNHt]\.?\)(?=H{0,2}[NGIYP])")  # "Gen. (Ret'd) X"
_OUT_OF_SERVICE = re.compile(
    r"\((?:Ret'?d\.?|ret'?d\.?|[Rr]et\.?|[Rr]td\.?|Rt'd|[Rr]etired|Mrs?\.?|Ms\.?|Dr\.?|Prof\.?)\)"
)
_THE_HONOURABLE = re.compile(r"He(?=H)")  # "Dr. |the Honourable| X"
_LETTERS = re.compile(r"[UX](?<![NGWUOBAH].)(?=oe?[CO]|,?H{0,2}[NG][NGY])")  # "the AG of Chad", "our deputy PG X"
_OFFICES_IN_LETTERS = frozenset(load("offices")["in_letters"])
_QUALIFYING = re.compile(r"T(?=t{0,2}T)")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load("offices")["beside_names"])


@cache
def _small() -> re.Pattern[str]:
    words = (*load("offices")["beside_names"], *load("offices")["beside_names_small"])
    nouns = "|".join(noun.lower() for noun in words)
    return re.compile(rf"(?:[a-z-]+ ){{0,3}}(?:{nouns})")


def longer_titles(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with each title as long as it is."""

    def grade(_: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        match = _GRADE.match(view, run[0].end)
        if match is None:
            return None
        title = Piece(run[0].start, match.end(), run[0].symbol, run[0].entry, parts=run[:1])
        return [title, *_from(run[1:], match.end())]

    def of_a_class(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        words = view[run[0].start : run[-1].end]
        return Piece(run[0].start, run[-1].end, Symbol.MODIFIER) if words.endswith(" class") else None

    def qualifying(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        words = view[run[0].start : run[0].end]
        known = words in load("offices")["qualifying"]
        return Piece(run[0].start, run[0].end, Symbol.MODIFIER) if known else None

    def beside(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        noun = run[-1]
        words = view[noun.start : noun.end]
        if words not in _nouns() or not (match["after"] or len(match["before"].strip("\nWtD")) > 1):
            return None
        return [*run[:-1], Piece(noun.start, noun.end, Symbol.TITLE, Entry(Symbol.TITLE, words))]

    def small(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        said = group(match, run, "words")
        start, end = said[0].start, said[-1].end
        words = _small().fullmatch(view, start, end)
        if words is None:
            return None
        return [*run[: -len(said)], Piece(start, end, Symbol.SMALL_TITLE, Entry(Symbol.TITLE, words[0]))]

    def one_of(_: re.Match[str], run: Sequence[Piece], *, titles: Container[str]) -> Piece | None:
        words = view[run[0].start : run[0].end]
        if words not in titles:
            return None
        return Piece(run[0].start, run[0].end, Symbol.TITLE, Entry(Symbol.TITLE, words))

    def of_a_body(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        words = view[run[0].start : run[0].end]
        if words not in _HOLDERS:
            return None
        return Piece(run[0].start, run[0].end, Symbol.SMALL_TITLE, Entry(Symbol.TITLE, words))

    def retired(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        said = _OUT_OF_SERVICE.fullmatch(view, run[0].start, run[-1].end)
        return Piece(run[0].start, run[-1].end, Symbol.HONORIFIC, parts=run) if said else None

    def honourable(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        return Piece(run[0].start, run[-1].end, Symbol.HONORIFIC, run[0].entry, parts=run)

    pieces = fold(pieces, _BEHIND, grade)
    pieces = fold(pieces, _RETIRED, retired)
    pieces = fold(pieces, _THE_HONOURABLE, honourable)
    pieces = fold(pieces, _OF_A_BODY, of_a_body)
    pieces = fold(pieces, _MEMBER, partial(one_of, titles=_MEMBERS))
    pieces = fold(pieces, _LETTERS, partial(one_of, titles=_OFFICES_IN_LETTERS))
    pieces = fold(pieces, _DEPUTY, partial(one_of, titles=("Deputy",)))
    pieces = fold(pieces, _CLASS, of_a_class)
    pieces = fold(pieces, _QUALIFYING, qualifying)
    pieces = fold(pieces, _BESIDE, beside)
    return fold(pieces, _SMALL, small)


def _from(pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    """The pieces behind a place, the one that it divides without its first words."""
    for piece in pieces:
        if piece.start >= start:
            yield piece
        elif piece.end > start + 1:
            yield Piece(start + 1, piece.end, piece.symbol, piece.entry, piece.fact, piece.parts, piece.rule)
