"""References: words that stand for a body or a person named elsewhere in the text.

Short names and acronyms of bodies ("the Ministry", "FGE"), offices that stand for their holders ("the Prosecutor
General of Russia"), epithets ("the head of the Russian supervision authority"). What can mean two things means none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from archive.reading.entities.belonging.chiefs import head_of
from archive.reading.entities.belonging.described import OF_THE_BODY_SPOKEN_OF
from archive.reading.entities.belonging.strangers import Strangers
from archive.reading.entities.offices.cities import OF_A_CITY
from archive.reading.entities.offices.kinds import is_of_a_state
from archive.reading.entities.offices.post import Post, same_office
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.organizations.cascade import Bodies
from archive.reading.entities.persons.people import Human, Persons
from archive.reading.entities.persons.runs import fold_word
from archive.reading.entities.words.folding import fold, positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import MentionKind, OrganizationKind, Span

_SHORT_BODY = re.compile(r"[tWB](?<=[eg].)(?:(?<=B)|[tW]?B(?![NG]))")


def short_bodies(pieces: list[Piece], bodies: Bodies, view: str) -> list[Piece]:
    """ "the Ministry", "its Department", "FGE": the one body that they can mean."""
    acronyms = bodies.register.by_acronym()
    mentioned = {span for body in acronyms.values() for span, _ in body.mentions}

    def known(piece: Piece) -> Body | None:
        return acronyms.get(view[piece.start : piece.end])

    found = list(pieces)
    for number in positions(pieces, "UNG") if acronyms else ():
        piece = pieces[number]
        if (body := known(piece)) is not None:
            span = Span(piece.start, piece.end)
            if span not in mentioned:
                body.mentions.append((span, MentionKind.SHORT))
            found[number] = Piece(piece.start, piece.end, Symbol.ORGANIZATION, piece.entry, [body], (piece,), "acronym")

    heads: dict[str, list[Body]] = {}  # the bodies whose names these words may stand for, of words seen before

    def short(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        span = Span(run[0].start, run[-1].end)
        said = view[span.start : span.end]
        if said not in heads:
            heads[said] = [
                body for body in bodies.register.all if _has_head(said, body.canonical) or _has_head(said, body.name)
            ]
        body = _meant(heads[said], span.start)
        if body is None:
            return None
        words = " ".join(bodies.text[span.start : span.end].split())
        if words not in body.aliases:
            body.aliases.append(words)
        body.mentions.append((span, MentionKind.SHORT))
        return Piece(span.start, span.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule="short-body")

    return fold(found, _SHORT_BODY, short)


def _meant(bodies: Sequence[Body], position: int) -> Body | None:
    """The one of some bodies that is named before a place; those of a letterhead only where no other is, the board of
    a body only where that is not.
    """
    before = (body for body in bodies if any(span.start < position for span, _ in body.mentions))
    found = list(islice(before, 4))
    found = [body for body in found if not body.name.isupper()] or found
    found = [body for body in found if not any(other is not body and other.name in body.name for other in found)]
    return found[0] if len(found) == 1 else None


def _has_head(words: str, name: str) -> bool:
    return (
        name.startswith((f"{words} of ", f"{words} for ", f"{words} on "))
        or name.endswith(f" {words}")
        or f" {words} of " in name
        or f" {words} for " in name
    )


class Holders:
    """Who stands behind an office without a name."""

    def __init__(self, text: str, view: str, persons: Persons, house: str | None) -> None:
        self.text = text
        self.view = view
        self.persons = persons
        self.house = house
        self.strangers: Strangers = {}  # who is not of a state, though the text names no other

    def of_another_state(self, pieces: Sequence[Piece]) -> None:
        """ "She met Chile's Minister of Justice, X, and Peru's Y": where all who are named in a sentence hold the like
        office, one who is named by a state alone holds it there.
        """
        held: list[Post] = []
        for number in positions(pieces, "\n@"):
            piece = pieces[number]
            if piece.symbol == Symbol.BREAK:
                held = []
                continue
            human: Human = piece.fact.human
            owned = number > 1 and pieces[number - 1].symbol == Symbol.POSSESSIVE
            owner = pieces[number - 2].state if owned and pieces[number - 2].symbol == Symbol.COUNTRY else None
            if human.posts:
                held = [*held[-8:], *human.offices()[:1]]
            elif owner is not None and held and _are_alike(held) and owner not in {post.country for post in held}:
                span = Span(piece.start, piece.end)
                post = Post(held[0].title, span, None, owner, rule="like-office-of-another-state")
                human.posts.append((post, span, post.rule))

    def settle(self, pieces: Sequence[Piece]) -> None:
        """An office that stands for its holder tells the state of an office that was read without one; one that the
        text only seems to give a body is of its one holder all the same.
        """
        for piece in (pieces[number] for number in positions(pieces, Symbol.OFFICE)):
            if piece.fact.rule == OF_THE_BODY_SPOKEN_OF and self.holder(piece.fact, piece.start) is None:
                plain = replace(piece.fact, body=None, rule="office")
                piece.fact = plain if self.holder(plain, piece.start) is not None else piece.fact
            if piece.fact.country is None or piece.fact.rule == OF_A_CITY:
                continue
            human = self.holder(piece.fact, piece.start)
            for post in human.offices() if human else ():
                if post.country is None and same_office(piece.fact, post):
                    post.country = piece.fact.country

    def holder(self, post: Post, position: int) -> Human | None:
        """The one person, named before or after, who holds an office."""
        humans = [human for human in self.persons.humans if post.state not in self.strangers.get(human, ())]
        if post.described is not None or post.title.lower() in ("head", "chief", "leader"):
            return self._head(post, humans)
        found = [human for human in humans if any(same_office(post, other) for other in human.offices())]
        if post.country is not None:
            found = [human for human in found if human.country() in (None, post.country)]
        if len(found) > 1:
            exact = [human for human in found if any(_is_titled(post, other) for other in human.offices())]
            found = exact or found
        if len(found) > 1:
            before = [human for human in found if any(span.start < position for span, _ in human.mentions)]
            found = before or found
        if len(found) > 1 and post.country is None and self.house is not None:
            found = [human for human in found if human.country() == self.house]
        return found[0] if len(found) == 1 else None

    def _head(self, post: Post, humans: Sequence[Human]) -> Human | None:
        """ "the head of the Russian supervision authority": the one head of a body of that state."""
        if post.is_bare:
            return None
        found = []
        for human in humans:
            for other in human.offices():
                if (
                    _is_heading(other.title)
                    and (post.body is None or other.body is post.body or _may_head(other, post.body))
                    and (post.country or other.country) == other.country
                ):
                    found.append(human)
                    break
        if len(found) > 1:
            found = (
                [human for human in found if any(_PROSECUTORS.search(post.title) for post in human.offices())]
                if post.described and _PROSECUTION.search(post.described)
                else []
            )
        return found[0] if len(found) == 1 else None


def _may_head(post: Post, body: Body) -> bool:
    """Whether an office that stands without a body is that of who heads one: of that state, by its name or kind."""
    if post.body is not None or post.country != body.country:
        return False
    prosecutes = body.kind is OrganizationKind.PROSECUTION and _PROSECUTORS.search(post.title) is not None
    return prosecutes or head_of(body) == fold_word(post.title)


_PROSECUTION = re.compile(r"supervis|prosecut|oversight")
_PROSECUTORS = re.compile(r"(?i)prosecutor|procurator|attorney")


def _is_titled(post: Post, other: Post) -> bool:
    """Whether an office without a name has the very title of another one, or the first of its two titles."""
    title, whole = fold_word(post.title), fold_word(other.title)
    return title == whole or whole.startswith(f"{title} and ")


def _are_alike(posts: Sequence[Post]) -> bool:
    """Whether offices are one and the same in several states."""
    titles = {fold_word(post.title) for post in posts}
    return len(titles) == 1 and all(post.body is None and is_of_a_state(post.title) for post in posts)


def _is_heading(title: str) -> bool:
    return any(
        fold_word(title) == fold_word(head) or fold_word(title).startswith(fold_word(head) + " ")
        for head in load("offices")["heading"]
    )
