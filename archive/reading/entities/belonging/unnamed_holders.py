"""Offices that stand without a name, and are of the one person who stands without an office."""

import re
from collections.abc import Sequence

from archive.reading.entities import groups
from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.people import Human
from archive.reading.entities.references import Holders
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind
from archive.values import Span

# "the office of | the Prosecutor General, headed by X"
_OF_A_BODY = re.compile(r"\b(?:[Oo]ffice|[Cc]abinet|[Ss]ecretariat|[Ss]taff|[Dd]elegation) of (?:the )?\Z")
_BEFORE = 20  # characters before an office


def _is_of_a_body(piece: Piece, view: str) -> bool:
    """Whether an office only names a body: that body may be headed by another."""
    return _OF_A_BODY.search(view, max(0, piece.start - _BEFORE), piece.start) is not None


def appoint_by_the_headline(pieces: Sequence[Piece], holders: Holders) -> None:
    """An office that the headline leaves without a name is of the one person whom the lead names without an office."""
    offices: list[Piece] = []
    people: list[Human] = []
    paragraphs = 0
    for piece in (pieces[number] for number in positions(pieces, f"\n{groups.HOLDER}@")):
        if piece.symbol == Symbol.BREAK:
            kind = piece.fact.block.kind
            if paragraphs and kind is BlockKind.HEADING:
                break  # what stands below the lead is not told in it
            paragraphs += kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            if paragraphs > 1:
                break
        elif piece.symbol == groups.HOLDER and not paragraphs and not _is_of_a_body(piece, holders.view):
            offices.append(piece)
        elif piece.symbol == Symbol.PERSON and piece.fact.human not in people:
            people.append(piece.fact.human)
    if len(offices) != 1 or len(people) != 1 or people[0].posts:
        return
    post: Post = offices[0].fact
    if post.state in holders.strangers.get(people[0], ()):
        return
    if holders.holder(post, offices[0].start) is None and (post.described or not post.is_bare):
        people[0].posts.append((post, Span(offices[0].start, offices[0].end), "office-of-the-headline"))


def appoint_the_only_person(pieces: Sequence[Piece], holders: Holders) -> None:
    """Where a text names one person without an office, and one office without a holder again and again,
    they belong together.
    """
    humans = holders.persons.humans
    if len(humans) != 1 or humans[0].posts or _only_signs(pieces):
        return
    alone = [
        piece
        for piece in (pieces[number] for number in positions(pieces, groups.HOLDER))
        if piece.fact.country and piece.fact.described is None and not _is_of_a_body(piece, holders.view)
    ]
    titles = {(piece.fact.title.lower(), piece.fact.country) for piece in alone}
    if len(titles) == 1 and alone[0].fact.country not in holders.strangers.get(humans[0], ()):
        humans[0].posts += [
            (piece.fact, Span(piece.start, piece.end), "only-office-of-the-only-person") for piece in alone
        ]


def _only_signs(pieces: Sequence[Piece]) -> bool:
    """Whether people are only named in headings below the text: who wrote a letter is none of those it tells of."""
    told = False
    begun = False  # whether the block of the next piece stands behind a paragraph
    heading = False
    for piece in (pieces[number] for number in positions(pieces, "\n@")):
        if piece.symbol == Symbol.BREAK:
            heading = piece.fact.block.kind is BlockKind.HEADING
            begun = begun or piece.fact.block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        elif not (begun and heading):
            told = True
    return not told
