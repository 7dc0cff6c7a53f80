"""Offices in the plural that several named persons hold: "the ministers of Chile and Peru, X and Y"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.reading.entities.evidence import Run, names_in
from archive.reading.entities.lexicon import Symbol
from archive.reading.entities.offices import Post
from archive.reading.entities.pieces import Piece
from archive.values import Span

_OPENS = re.compile(r"[,:(-]H{0,3}")  # between the office and the first name
_CLOSED = re.compile(r"[,(]e?")  # between the last name and the office
_JOINED = re.compile(r"(?P<last>,?n)H{0,3}|,H{0,3}")


def shared_offices(string: str, pieces: Sequence[Piece], runs: Sequence[Run], view: str) -> Iterator[tuple[int, Post]]:
    """For each run of words in a row of names beside an office in the plural: its number, and the office of each.

    Where several states stand with the office, they go to the names one by one; where their numbers differ, nobody
    holds anything.
    """
    places = [number for number, piece in enumerate(pieces) if piece.symbol == Symbol.OFFICES]
    number = 0
    for place in places:
        while number < len(runs) and runs[number][0] <= place:
            number += 1
        post: Post = pieces[place].fact
        row: list[int] = []
        if number < len(runs) and _OPENS.fullmatch(string, place + 1, runs[number][0]):
            row = _row(string, runs, number)
        elif number and _CLOSED.fullmatch(string, runs[number - 1][1], place):
            row = _row_before(string, runs, number - 1)
        if len(row) < 2 or len(post.states) not in (0, len(row)):
            continue
        if not all(names_in(pieces[slice(*runs[each])]) > 1 for each in row):
            continue
        for position, each in enumerate(row):
            for office in singular(pieces[place], view):
                office.country = post.states[position] if post.states else office.country
                yield each, office


def _row(string: str, runs: Sequence[Run], first: int) -> list[int]:
    """The names that commas and one "and" join, from the first on; none without the "and"."""
    row = [first]
    for number in range(first + 1, len(runs)):
        between = _JOINED.fullmatch(string, runs[number - 1][1], runs[number][0])
        if between is None:
            return []
        row.append(number)
        if between["last"]:
            return row
    return []


def _row_before(string: str, runs: Sequence[Run], last: int) -> list[int]:
    """The names that commas and one "and" join, up to the last."""
    row = [last]
    for number in range(last, 0, -1):
        between = _JOINED.fullmatch(string, runs[number - 1][1], runs[number][0])
        if between is None or bool(between["last"]) is not (number == last):
            break
        row.insert(0, number - 1)
    return row


def singular(piece: Piece, view: str) -> list[Post]:
    """ "Prosecutors X and Y": the office that each of them holds."""
    post: Post | None = piece.fact if piece.symbol == Symbol.OFFICES else None
    title = next(part for part in piece.parts if part.symbol in "Lz") if post is not None else piece
    if title.entry is None:
        return []
    word = title.entry.value.lower() if title.symbol == Symbol.SMALL_TITLES else title.entry.value
    span = Span(piece.start, piece.end)
    if post is None:
        return [Post(word, span, rule="plural-office")]
    words = view[title.start : title.end]
    return [
        replace(
            post, title=post.title.replace(words, word, 1), span=span, plural=False, states=(), rule="plural-office"
        )
    ]
