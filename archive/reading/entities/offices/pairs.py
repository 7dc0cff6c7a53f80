"""Two offices in a row that are one: "Attorney General and Minister of Justice", "the Prime Minister's Envoy"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.reading.entities.offices.post import Post
from archive.reading.entities.words.folding import fold
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives
from archive.values import Span

_DOUBLE = re.compile(r"Fn(?=F)F")
_DOUBLES = re.compile(
    r"(?i)(?:(?:attorney|prosecutor)[ -]general and minister (?:of|for) (?:justice|legal affairs|law)\b.*"
    r"|minister (?:of|for) (?:justice|legal affairs|law)\b.* and (?:attorney|prosecutor)[ -]general)"
)
# Titles that say nothing without their body: "Chairman and Chief Executive of the Agency"
_OF_ONE_BODY = re.compile(
    rf"(?i)(?:(?:{alternatives('offices', 'grades')}|deputy|managing|founding|general)[ -])*"
    r"(?:chair\w*|president|director(?:[ -]general)?|head|(?:chief )?executive(?: officer| director)?|ceo"
    r"|founder|registrar|secretary(?:[ -]general)?|treasurer|rector|dean|commissioner|coordinator|manager"
    r"|professor|lecturer|commander)"
)
_UNDER_ANOTHER = re.compile(r"FSF")


def paired(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each such pair folded to one office."""
    return fold(fold(pieces, _DOUBLE, _double), _UNDER_ANOTHER, _under_another)


def _double(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
    """ "Attorney General and Minister of Justice of Ghana": two titles of one office.

    Of two offices the first, which says little alone, has the body of the second: "Chairman and Head of the Agency".
    """
    first: Post = run[0].fact
    second: Post = run[-1].fact
    title = f"{first.title} and {second.title}"
    if not first.is_bare or _DOUBLES.fullmatch(title) is None:
        if first.is_bare and second.body is not None and _OF_ONE_BODY.fullmatch(first.title):
            first.body, first.country = second.body, second.country
        return None
    span = Span(first.span.start, second.span.end)
    return _one(run, Post(title, span, second.body, second.country, second.described, rule=second.rule))


def _under_another(_: re.Match[str], run: Sequence[Piece]) -> Piece:
    """ "the British Prime Minister's Special Envoy": an office under another one is of its state and body."""
    chief: Post = run[0].fact
    post: Post = run[-1].fact
    return _one(run, replace(post, body=chief.body, country=chief.country) if post.is_bare else post)


def _one(run: Sequence[Piece], post: Post) -> Piece:
    return Piece(run[0].start, run[-1].end, Symbol.OFFICE, fact=post, parts=run, rule=post.rule)
