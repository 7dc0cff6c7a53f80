"""Offices that a verb gives: "X has been appointed its General Counsel", "He is Iceland's liaison officer".

Also "Its director is Y", "X, elected President of the Court", "X replaces Y as Prosecutor General".
"""

import re
from collections.abc import Sequence

from archive.reading.entities.persons.people import Human
from archive.reading.entities.persons.pronouns import Pronouns
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

_WHEN = (
    r"(?:also|now|later|then|previously|earlier|once|formerly|recently|currently|today|again|unanimously|just|since"
    r"|twice|still|(?:on|this|last) [\w ]{3,14}|in (?:[A-Z]\w+ )?\d{4})"
)
_NAMED = (
    r"(?:(?:re-?)?appointed|named|(?:re-?)?elected|chosen|designated|confirmed|promoted|sworn in|installed|posted"
    r"|selected|inaugurated)"
)
_OPENS = r"(?:(?:an?|the|its|their|his|her|our|one of the) )?(?:(?:first|new|next|female|sole|youngest|current) )*"
_BECOMES = re.compile(
    rf"(?:,? (?:[A-Z]{{2,4}}|who|and|but))?,?(?: {_WHEN})*"
    rf" (?:(?:is|was|has been|had been|will be|to be)(?: {_WHEN})*(?: {_NAMED}(?: as| to be| to the post of)?)?"
    rf"|(?:became|becomes|has become|will become|remains|remained)"
    rf"|(?:serves|served|has served|had served|acts|acted|works|worked|takes over|took over|takes office|took office"
    rf"|continues|continued|(?:is |was |has been )?{_NAMED})(?: {_WHEN})* as|{_NAMED})(?: {_WHEN})* {_OPENS}",
)
_AS = re.compile(rf"(?:,? [A-Z]{{2,4}})? (?:as|to be) {_OPENS}")
_UNTIL = re.compile(
    rf",? (?:and )?(?:until(?: recently| then| last [\w ]{{3,14}}| (?:[A-Z]\w+ )?\d{{4}})?|once|formerly|previously"
    rf"|later|at the time|since (?:[A-Z]\w+ )?\d{{4}}),? {_OPENS}"
)
_IN_APPOSITION = re.compile(r", (?:an? )?")
_DURING = re.compile(r" (?:since|until|from \d{4}|between \d{4}|for \w+ years|at the time)\b")
_IS = re.compile(r"(?:,? (?:since [\w ]{3,14},?))? (?:is|was|is now|was then|will be)(?: now| currently)? ")
_ITS = re.compile(r"(?:'s|\b[Ii]ts|\b[Tt]he|\b[Tt]heir|\b[Oo]ur) (?:new |current |acting )?\Z")
_APPOINTS = re.compile(
    r"\b(?:appoint|nam|elect|choos|chos|design|confirm|promot|swore|swear|install)\w* (?:[\w.]+ )?\Z"
)
_SUCCEEDS = re.compile(r" (?:replace[sd]|succeed(?:s|ed)|take[s]? over from|took over from|follow(?:s|ed)) (?:\w+ )?")


def offices_of_verbs(pieces: Sequence[Piece], view: str) -> None:
    """Give each person the offices that stand alone and that a verb says to be his."""
    pronouns = Pronouns()
    who: Piece | None = None  # whom this sentence names last
    subject: Human | None = None  # what "he" and "she" mean
    told = 0  # where that word ends
    alone: Piece | None = None  # the office that stands there last
    before: Piece | None = None  # whom it names before `who`
    for number in positions(pieces, "\nh@F"):
        piece = pieces[number]
        if piece.symbol == Symbol.BREAK:
            pronouns.sentence_ends()
            who = subject = alone = before = None
        elif piece.symbol == Symbol.SUBJECT:
            subject, told = pronouns.meaning(view[piece.start : piece.end]), piece.end
        elif piece.symbol == Symbol.PERSON:
            human: Human = piece.fact.human
            pronouns.saw(human)
            if alone is not None and not human.posts and _is(alone, piece, view):
                _give(human, alone, piece)
            if who is not None and _SUCCEEDS.fullmatch(view, who.end, piece.start):
                for office in (part for part in piece.parts if part.symbol == Symbol.OFFICE):
                    if _AS.fullmatch(view, piece.fact.naming.span.end, office.start):
                        _give(who.fact.human, office, who)
            before, who, alone = who, piece, None
        else:
            held = _holder(who, subject, told, piece, pieces[number + 1], view, alone)
            if held is not None:
                _give(held, piece, who if who is not None and held is who.fact.human else piece)
                if who is not None and before is not None and _SUCCEEDS.fullmatch(view, before.end, who.start):
                    _give(before.fact.human, piece, before)
            else:
                alone = piece


def _holder(
    who: Piece | None, subject: Human | None, told: int, office: Piece, following: Piece, view: str, alone: Piece | None
) -> Human | None:
    """Whose an office that stands alone is by the words before it."""
    if following.symbol in "SFTH@" or alone is not None:
        return None
    if subject is not None and (who is None or who.end <= told) and _BECOMES.fullmatch(view, told, office.start):
        return subject
    if who is None or office.start - who.end > 80:
        return None
    human: Human = who.fact.human
    if any(way.fullmatch(view, who.end, office.start) for way in (_BECOMES, _UNTIL)):
        return human
    if _AS.fullmatch(view, who.end, office.start) and _APPOINTS.search(view, max(0, who.start - 30), who.start):
        return human
    during = _DURING.match(view, office.end)
    return human if during and _IN_APPOSITION.fullmatch(view, who.end, office.start) else None


def _is(office: Piece, who: Piece, view: str) -> bool:
    """Whether a sentence says of an office that somebody holds it: "The director of the Bureau is X"."""
    whose = office.fact.body or office.fact.country or _ITS.search(view, max(0, office.start - 16), office.start)
    return bool(whose) and _IS.fullmatch(view, office.end, who.start) is not None


def _give(human: Human, office: Piece, where: Piece) -> None:
    """Add an office to those of a person."""
    span = Span(min(where.start, office.start), max(where.end, office.end))
    if all(post is not office.fact for post, _, _ in human.posts):
        human.posts.append((office.fact, span, "office-of-a-verb"))
