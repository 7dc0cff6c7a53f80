"""Offices: a title with what belongs to it, before or after a name or on its own.

"the Greek Deputy Minister of Justice" is the title "Deputy Minister of Justice" of the state GR; "President of the
Supreme Court of Chile" the title "President" of that court. Words of time ("former") and epithets of bodies in small
letters ("head of the Kazakh supervision authority") are seen, but are no part of a title and name no body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.reading.entities.offices.shapes import OFFICE
from archive.reading.entities.offices.titles import Titles
from archive.reading.entities.offices.whereabouts import (
    IN_A_PLACE,
    OF_A_CITY,
    SENT_ABROAD,
    from_a_city,
    is_of_all,
    only_states,
    sits_there,
)
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.organizations.finding import Bodies
from archive.reading.entities.words.folding import fold, group, positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span


@dataclass(slots=True, eq=False)
class Post:
    """An office while the text is being read. ``described`` holds the words for a body in small letters, if any."""

    title: str
    span: Span
    body: Body | None = None
    country: str | None = None
    described: str | None = None
    plural: bool = False
    states: tuple[str, ...] = ()  # of several holders: "the ministers of Chile and Peru"
    host: str | None = None  # the state to which an envoy is sent
    rule: str = "office"

    @property
    def state(self) -> str | None:
        """The state that its words or its body say."""
        return self.country or (self.body.country if self.body else None)


_DOUBLE = re.compile(r"Fn(?=F)F")
_DOUBLES = re.compile(
    r"(?i)(?:(?:attorney|prosecutor)[ -]general and minister (?:of|for) (?:justice|legal affairs|law)\b.*"
    r"|minister (?:of|for) (?:justice|legal affairs|law)\b.* and (?:attorney|prosecutor)[ -]general)"
)
_ONE_OF_SEVERAL = re.compile(r"\b(?:an?|was|is|as) (?:\w+ ){0,2}$")
_JUSTICE = re.compile(r"[Wt](?=H{0,2}[IGN])(?<![ofWtTB-].)(?<![WtTB]n.)")
_BEHIND_A_NAME = re.compile(r"[NGYU#)],\Z")
_ABROAD_PREPOSITIONS = frozenset(("to", "for", "in", "at"))
_BESIDE = frozenset(("with", "from"))  # "a prosecutor with the Directorate of X"
_SUBJECT_PREPOSITIONS = frozenset(("on", "against", "for"))
_OF_THE_STATE = tuple(load("offices")["with_their_state"])
_SERVES = re.compile(r"(?i)(?:[\w-]+ )?(?:assistant|deputy|adviser|advisor|aide|counsellor)")
_FOR_A_STATE = re.compile(load("offices")["for_a_state"])
_WHERE = re.compile(r"ie?[kK]+\Z")  # "prosecutors of Chile *in Lima*"
_NUMBERED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|several|both|(?<!\d)\d{1,3}) \Z")


class Offices:
    """The finder of offices in one text."""

    def __init__(self, text: str, view: str, bodies: Bodies) -> None:
        self.text = text
        self.view = view
        self.bodies = bodies

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each office folded to one; a bare plural in small letters stays a noun for people."""
        pieces = Titles(self.view).find(pieces)
        pieces = fold(pieces, _JUSTICE, self._justice)
        pieces = fold(pieces, OFFICE, self._office)
        return self._abbreviated(fold(pieces, _DOUBLE, self._double))

    def _double(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Attorney General and Minister of Justice of Ghana": two titles of one office."""
        first: Post = run[0].fact
        second: Post = run[-1].fact
        title = f"{first.title} and {second.title}"
        if first.body is not None or first.country is not None or _DOUBLES.fullmatch(title) is None:
            return None
        span = Span(first.span.start, second.span.end)
        post = Post(title, span, second.body, second.country, second.described, rule=second.rule)
        return Piece(run[0].start, run[-1].end, Symbol.OFFICE, fact=post, parts=run, rule=post.rule)

    def _abbreviated(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with the letters that the text explains as an office for that office: "the NDPP"."""
        explained: dict[str, Post] = {}
        found: dict[int, Piece] = {}
        for number in positions(pieces, f"{Symbol.CAPITALS}{Symbol.OFFICE}"):
            piece = pieces[number]
            words = self.view[piece.start : piece.end]
            if piece.symbol == Symbol.OFFICE:
                post: Post = piece.fact
                letters = {self.view[p.start : p.end] for p in piece.parts if p.symbol == Symbol.CAPITALS}
                initials = "".join(word[0] for word in re.split("[ -]", post.title) if word[:1].isupper())
                if len(initials) > 1 and initials in letters:
                    explained[initials] = post
            elif words in explained:
                post = replace(explained[words], span=Span(piece.start, piece.end))
                found[number] = Piece(piece.start, piece.end, Symbol.OFFICE, fact=post, parts=(piece,), rule=post.rule)
        return [found.get(number, piece) for number, piece in enumerate(pieces)] if found else pieces

    def _justice(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Justice" before a name is a judge's title, elsewhere a subject."""
        if self.view[run[0].start : run[0].end] != "Justice":
            return None
        span = Span(run[0].start, run[0].end)
        post = Post("Justice", span, rule="justice")
        return Piece(span.start, span.end, Symbol.OFFICE, fact=post, parts=run, rule="justice")

    def _office(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        owner, before, title = (
            group(match, run, "owner"),
            list(group(match, run, "before")),
            group(match, run, "title")[0],
        )
        portfolio, subject, tail = (
            group(match, run, "portfolio"),
            group(match, run, "subject"),
            group(match, run, "tail"),
        )
        plural = title.symbol in "Lz" or _NUMBERED.search(self.view, max(0, run[0].start - 9), run[0].start) is not None
        word = self.view[title.start : title.end].lower()
        above = word in ("assistant", "deputy") and bool(tail) and tail[0].symbol == "i"  # "assistant to the Minister"
        of_a_court = word == "justice" and any(
            piece.symbol == "O" and piece.fact[0].kind is OrganizationKind.COURT for piece in tail
        )
        if (
            title.symbol in "ty"
            and not above
            and not of_a_court
            and (word not in ("chief", "deputy") or (word == "deputy" and not tail))
        ):
            return None
        if (title.symbol == "z" and not (portfolio or tail)) or (
            title.symbol == "L" and not run[1:] and self._opens(run[0])
        ):
            return None
        bare = title.symbol == "s" and not SENT_ABROAD.search(word) and not any(piece.symbol in "OT" for piece in tail)
        if plural or bare:
            tail = self._of_tail(tail)
        apart: Sequence[Piece] = ()
        if (
            len(owner) == 1
            and owner[0].symbol == Symbol.ORGANIZATION
            and tail
            and tail[0].symbol != "("
            and not only_states(owner[0], tail)
        ):
            apart, owner = owner, ()
            run = run[1:]
        state, body = self._of_owner(owner)
        if owner and not before and self.view[owner[0].start : title.end].endswith(_OF_THE_STATE):
            before = [*owner]  # "U.S. Attorney"
        state = state or next((piece.state for piece in before if piece.symbol == "C"), None)
        while before and (before[0].symbol in "Dk" or (before[0].symbol == "Z" and not self._leads(before[0]))):
            first = before.pop(0)
            state = state or first.state
        subject = self._kept(subject, _SUBJECT_PREPOSITIONS)
        one = _ONE_OF_SEVERAL.search(self.view, max(0, title.start - 24), title.start) is not None
        behind = _BEHIND_A_NAME.search(match.string, max(0, match.start() - 4), match.start()) is not None
        beside = _BESIDE if one or behind or from_a_city(tail, self.view) else frozenset()
        tail = self._kept(tail, _ABROAD_PREPOSITIONS | beside) if subject or not group(match, run, "subject") else ()
        tail = self._without_chief(tail)
        rank, short = group(match, run, "rank"), group(match, run, "short")
        also = group(match, run, "also") if not short else ()
        end = (also or tail or subject or short or portfolio or rank or [title])[-1].end
        words = [*before, title, *portfolio, *subject]
        span = Span(words[0].start, words[-1].end)
        post = Post(" ".join(self.text[span.start : span.end].split()), span, body, state, plural=plural)
        self._complete(post, [*tail, *also])
        if plural:
            self._share(post, tail)
        left_out = [piece for piece in run if piece.start >= end]
        start = run[0].start
        piece = Piece(
            start,
            end,
            Symbol.OFFICES if plural else Symbol.OFFICE,
            fact=post,
            parts=[p for p in run if p.start < end],
            rule=post.rule,
        )
        return [*apart, piece, *left_out]

    def _without_chief(self, tail: Sequence[Piece]) -> Sequence[Piece]:
        """ "Department *under the Prosecutor General*" is part of the name; "by the Minister" is not."""
        for number, piece in enumerate(tail):
            above = any(other.symbol == "T" for other in tail[number:])
            if number and piece.symbol == "q" and above and self.view[piece.start : piece.end] != "under":
                return tail[:number]
        return tail

    def _of_tail(self, tail: Sequence[Piece]) -> Sequence[Piece]:
        """Only what "of" or "for" joins, and "from" a city: "prosecutors *of* Chile", not "prosecutors *in* Lima"."""
        if from_a_city(tail, self.view):
            return tail
        if not tail or tail[0].symbol not in "of":
            return ()
        where = _WHERE.search("".join(piece.symbol for piece in tail))
        return tail[: where.start()] if where else tail

    def _leads(self, people: Piece) -> bool:
        """Whether a word for people belongs to the title of who leads them: "Chinese |delegation| head"."""
        return self.view[people.start : people.end].lower() in ("delegation", "team", "mission", "group")

    def _opens(self, piece: Piece) -> bool:
        return self.view[max(0, piece.start - 2) : piece.start].strip() in ("", ".")

    def _kept(self, part: Sequence[Piece], prepositions: frozenset[str]) -> Sequence[Piece]:
        """The part, unless it opens with another preposition than these ("Minister *under* ...")."""
        first = next(iter(part), None)
        if (
            first is not None
            and first.symbol in "iq"
            and self.view[first.start : first.end].lower() not in prepositions
        ):
            return ()
        if "".join(piece.symbol for piece in part[:2]) == "iw" and not self.view.startswith("charge", part[1].start):
            return ()
        return part

    def _of_owner(self, owner: Sequence[Piece]) -> tuple[str | None, Body | None]:
        """The state or body before the title: "Russian", "Kenya's", "Eurojust"."""
        if not owner:
            return None, None
        if owner[0].symbol == Symbol.ORGANIZATION:
            body = owner[0].fact[0] if len(owner[0].fact) == 1 else None
            return (body.country if body else None), body
        return owner[0].state, None

    def _share(self, post: Post, tail: Sequence[Piece]) -> None:
        """Several states after several holders: each holds the office of one of them."""
        codes = [piece.state for piece in tail if piece.symbol == "C"]
        if len(codes) > 1:
            post.states = tuple(code for code in codes if code is not None)
            post.country = None

    def _complete(self, post: Post, tail: Sequence[Piece]) -> None:
        """State and body from what follows the title."""
        preposition = ""
        owner = next((number for number, piece in enumerate(tail) if piece.symbol == "S"), 0)
        if owner and tail[owner - 1].symbol == Symbol.ORGANIZATION and len(tail[owner - 1].fact) == 1:
            whole: Body = tail[owner - 1].fact[0]
            post.country = post.country or whole.country  # "head of the SPP's department"
            for part in (piece for piece in tail[owner:] if piece.symbol == Symbol.ORGANIZATION):
                part.fact[0].kind = whole.kind if is_of_all(whole) else part.fact[0].kind  # "INTERPOL's Committee"
            tail = tail[owner + 1 :]
        served = False
        for number, piece in enumerate(tail):
            if piece.symbol in "Ts" and not _SERVES.fullmatch(post.title):
                return
            served = served or piece.symbol in "Ts"
            if piece.symbol in "ofiq":
                preposition = piece.symbol if piece.symbol == "o" else self.view[piece.start : piece.end]
            elif piece.symbol == Symbol.ORGANIZATION and post.body is None:
                if len(piece.fact) == 1:
                    post.body = piece.fact[0]
                    post.country = post.country or piece.fact[0].country
            elif (
                piece.symbol == Symbol.ORGANIZATION
                and post.body not in (None, piece.fact[0])
                and post.body.part_of is None
            ):
                post.body.part_of = piece.fact[0]
                post.country = post.country or piece.fact[0].country
            elif piece.symbol in "CD":
                if (
                    (number + 1 < len(tail) and tail[number + 1].symbol == "S")
                    or (preposition in ("o", "in", "") and not (preposition == "in" and is_of_all(post.body)))
                    or (preposition == "for" and (served or _FOR_A_STATE.search(post.title)))
                ):
                    post.country = post.country or piece.state
                elif preposition in ("to", "in") and piece.symbol == "C":
                    post.host = piece.state
            elif piece.symbol in "Kk" and preposition in IN_A_PLACE and sits_there(post.title, post.body, piece):
                post.country, post.rule = post.country or piece.state, OF_A_CITY
            elif piece.symbol in "bBZ":
                post.described = " ".join(self.view[p.start : p.end] for p in tail if p.symbol in "wjxntyb")
                post.rule = "epithet-of-a-head"
