"""Offices: a title with what belongs to it, before or after a name or on its own.

"the Greek Deputy Minister of Justice" is the title "Deputy Minister of Justice" of the state GR; "President of the
Supreme Court of Chile" the title "President" of that court. Words of time ("former") and epithets of bodies in small
letters ("head of the Kazakh supervision authority") are seen, but are no part of a title and name no body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import zip_longest

from archive.reading.entities.meant import body_of, state_of
from archive.reading.entities.offices.around_titles import OFFICE
from archive.reading.entities.offices.cities import (
    IN_A_PLACE,
    OF_A_CITY,
    from_a_city,
    is_of_all,
    only_states,
    sits_there,
    without_the_place,
    without_the_venue,
    without_the_way,
)
from archive.reading.entities.offices.kinds import is_sent_out, short_titles
from archive.reading.entities.offices.pairs import paired
from archive.reading.entities.offices.post import Post
from archive.reading.entities.offices.titles import Titles
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.organizations.cascade import Bodies
from archive.reading.entities.words.folding import fold, group, positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span

_ONE_OF_SEVERAL = re.compile(r"\b(?:an?|was|is|as) (?:\w+ ){0,2}$")
_JUSTICE = re.compile(r"[Wt](?=H{0,2}[IGN])(?<![ofWtTB-].)(?<![WtTB]n.)")
_BEHIND_A_NAME = re.compile(r"[NGYU#)],\Z")
_ABROAD_PREPOSITIONS = frozenset(("to", "for", "in", "at"))
_BESIDE = frozenset(("with", "from"))  # "a prosecutor with the Directorate of X"
_SUBJECT_PREPOSITIONS = frozenset(("on", "against", "for"))
_OF_THE_STATE = tuple(load("offices")["with_their_state"])
_SERVES = re.compile(
    r"(?i)(?:[\w-]+ )?(?:assistant|deputy|adviser|advisor|aide|counsellor|chief of (?:staff|cabinet)|head of cabinet"
    r"|chef de cabinet|spokes(?:person|man|woman)|(?:press|private) secretary|envoy|representative)"
)
_FOR_A_STATE = re.compile(load("offices")["for_a_state"])
_WHERE = re.compile(r"ie?[kK]+\Z")  # "prosecutors of Chile *in Lima*"
_NAMED = re.compile(r",?H{0,3}[NGIYP]")  # "the FBI's chief in Rome, *John Smith*"
_IN_TIME = re.compile(r"^(?:[Tt]hen|[Ee]x|[Nn]ow)-(?=\w)")  # "the then-President"
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
        return self._abbreviated(paired(pieces))

    def _abbreviated(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with letters for the office that they stand for: one that the text explains by them, "the NDPP",
        or the only one of a title with such letters that it has named before, "the DPP".
        """
        explained: dict[str, Post] = {}
        named: dict[str, list[Post]] = {}
        found: dict[int, Piece] = {}
        for number in positions(pieces, f"{Symbol.CAPITALS}{Symbol.SUFFIX}{Symbol.OFFICE}"):
            piece = pieces[number]
            words = self.view[piece.start : piece.end]
            if piece.symbol == Symbol.OFFICE:
                post: Post = piece.fact
                letters = {self.view[p.start : p.end] for p in piece.parts if p.symbol == Symbol.CAPITALS}
                initials = "".join(word[0] for word in re.split("[ -]", post.title) if word[:1].isupper())
                if len(initials) > 1 and initials in letters:
                    explained[initials] = post
                for short in short_titles(post.title):
                    named.setdefault(short, []).append(post)
            elif words in explained or self._is_plain(pieces, number, named.get(words, ())):
                post = replace(explained.get(words) or named[words][0], span=Span(piece.start, piece.end))
                found[number] = Piece(piece.start, piece.end, Symbol.OFFICE, fact=post, parts=(piece,), rule=post.rule)
        return [found.get(number, piece) for number, piece in enumerate(pieces)] if found else pieces

    def _is_plain(self, pieces: Sequence[Piece], number: int, posts: Sequence[Post]) -> bool:
        """Whether "the DPP" can be but one of the offices that a text has named so far; "the DG FIA" is of a body."""
        whose = {(post.body, post.country) for post in posts}
        of_a_body = number + 1 < len(pieces) and pieces[number + 1].symbol in "UABO"
        return len(whose) == 1 and not of_a_body and self.view.endswith(("the ", "The "), 0, pieces[number].start)

    def _justice(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Justice" before a name is a judge's title, elsewhere a subject."""
        if self.view[run[0].start : run[0].end] != "Justice":
            return None
        span = Span(run[0].start, run[0].end)
        post = Post("Justice", span, rule="justice")
        return Piece(span.start, span.end, Symbol.OFFICE, fact=post, parts=run, rule="justice")

    def _office(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        parts = _Parts.of(match, run)
        plural = parts.title.symbol in "Lz" or self._is_counted(match, run[0])
        if not self._is_title(parts, run):
            return None
        if plural or self._is_mere_word(parts):
            parts.tail = self._of_tail(parts.tail)
        apart = self._apart(parts)
        run = run[len(apart) :]
        state, body = self._of_owner(parts)
        self._trim(parts, match, state)
        span = parts.span()
        title = _IN_TIME.sub("", " ".join(self.text[span.start : span.end].split()))
        post = Post(title, span, body, state, plural=plural)
        self._complete(post, [*parts.tail, *parts.also])
        if plural:
            self._share(post, parts.tail)
        end = parts.last().end
        own = [piece for piece in run if piece.start < end]
        symbol = Symbol.OFFICES if plural else Symbol.OFFICE
        return [*apart, Piece(own[0].start, end, symbol, fact=post, parts=own, rule=post.rule), *run[len(own) :]]

    def _is_counted(self, match: re.Match[str], first: Piece) -> bool:
        """ "Two |Deputy Prosecutor| ...", not "On May 2 |Deputy Prosecutor X|"."""
        if match.string.startswith(Symbol.DATE, match.start() - 1):
            return False
        return _NUMBERED.search(self.view, max(0, first.start - 9), first.start) is not None

    def _is_title(self, parts: "_Parts", run: Sequence[Piece]) -> bool:
        """Whether a word is a title here: a grade only above somebody ("assistant to the Minister"), "chief" alone,
        people only with what they are for.
        """
        title, tail = parts.title, parts.tail
        word = self.view[title.start : title.end].lower()
        if title.symbol in "ty":
            if word == "justice":  # "Justice of the Supreme Court"
                return any(body.kind is OrganizationKind.COURT for body in map(body_of, tail) if body is not None)
            above = word == "assistant" and bool(tail) and tail[0].symbol == "i"
            return above or word == "chief" or (word == "deputy" and bool(tail))
        if title.symbol == "z":
            return bool(parts.portfolio or tail)
        return title.symbol != Symbol.TITLES or len(run) > 1 or not self._opens(run[0])

    def _is_mere_word(self, parts: "_Parts") -> bool:
        """Whether a title in small letters has no body or chief behind it: "a prosecutor in Lima"."""
        title = parts.title
        return (
            title.symbol == Symbol.SMALL_TITLE
            and not is_sent_out(self.view[title.start : title.end])
            and not any(piece.symbol in "OT" for piece in parts.tail)
        )

    def _apart(self, parts: "_Parts") -> Sequence[Piece]:
        """The body before a title that is another's: "Europol |Head of Unit of the Ministry|"."""
        owner, tail = parts.owner, parts.tail
        if not owner or len(owner) > 1 or owner[0].symbol != Symbol.ORGANIZATION:
            return ()
        if not tail or tail[0].symbol == Symbol.OPEN or only_states(owner[0], tail):
            return ()
        parts.owner = ()
        return owner

    def _of_owner(self, parts: "_Parts") -> tuple[str | None, Body | None]:
        """The state or body before the title: "Russian", "Kenya's", "Eurojust"; no words of the title any more."""
        owner, before = parts.owner, parts.before
        state, body = (state_of(owner[0]), body_of(owner[0])) if owner else (None, None)
        if owner and not before and self.view[owner[0].start : parts.title.end].endswith(_OF_THE_STATE):
            before += owner  # "U.S. Attorney"
        state = state or next((piece.state for piece in before if piece.symbol in "CD"), None)
        while before and (before[0].symbol in "Dk" or (before[0].symbol == "Z" and not self._leads(before[0]))):
            first = before.pop(0)
            state = state or first.state
        return state, body

    def _trim(self, parts: "_Parts", match: re.Match[str], state: str | None) -> None:
        """Leave out what only stands behind a title: "Minister |under ...|", "... |with the Bureau|" of one of many."""
        one = _ONE_OF_SEVERAL.search(self.view, max(0, parts.title.start - 24), parts.title.start) is not None
        aside = _BEHIND_A_NAME.search(match.string, max(0, match.start() - 4), match.start()) is not None
        beside = _BESIDE if one or aside or from_a_city(parts.tail, self.view) else frozenset()
        subject = self._kept(parts.subject, _SUBJECT_PREPOSITIONS)
        parts.tail = self._kept(parts.tail, _ABROAD_PREPOSITIONS | beside) if subject or not parts.subject else ()
        parts.tail = without_the_way(parts.title, parts.tail, self.view)
        if not _NAMED.match(match.string, match.end()):
            if not aside:
                parts.tail = without_the_venue(parts.title, parts.tail, self.view)
            parts.tail = without_the_place(parts.title, parts.tail, self.view, told=state is not None)
        parts.subject = subject
        parts.also = () if parts.short else parts.also

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

    def _share(self, post: Post, tail: Sequence[Piece]) -> None:
        """Several states after several holders: each holds the office of one of them."""
        codes = [piece.state for piece in tail if piece.symbol == "C"]
        if len(codes) > 1:
            post.states = tuple(code for code in codes if code is not None)
            post.country = None

    def _complete(self, post: Post, tail: Sequence[Piece]) -> None:
        """State and body from what follows the title."""
        preposition, served = "", False
        tail = self._within(post, tail)
        for piece, following in zip_longest(tail, tail[1:]):
            if piece.symbol in "Ts":
                if not _SERVES.fullmatch(post.title):
                    return
                served = True
            elif piece.symbol in "ofiq":
                preposition = piece.symbol if piece.symbol == "o" else self.view[piece.start : piece.end]
            elif piece.symbol == Symbol.ORGANIZATION:
                self._of_body(post, piece)
            elif piece.symbol in "CD":
                owner = following is not None and following.symbol == Symbol.POSSESSIVE
                if owner or self._is_of_the_state(post, preposition, served):
                    post.country = post.country or piece.state
            elif piece.symbol in "Kk" and preposition in IN_A_PLACE and sits_there(post.title, post.body, piece):
                post.country, post.rule = post.country or piece.state, OF_A_CITY
            elif piece.symbol in "bBZ":
                post.described = " ".join(self.view[p.start : p.end] for p in tail if p.symbol in "wjxntyb")
                post.rule = "epithet-of-a-head"

    def _within(self, post: Post, tail: Sequence[Piece]) -> Sequence[Piece]:
        """What follows the body that owns the rest: "head of the SPP's |cooperation department|"."""
        owner = next((number for number, piece in enumerate(tail) if piece.symbol == Symbol.POSSESSIVE), 0)
        whole = body_of(tail[owner - 1]) if owner else None
        if whole is None:
            return tail
        post.country = post.country or whole.country
        parts = [piece for piece in tail[owner:] if piece.symbol == Symbol.ORGANIZATION]
        if not parts and (is_of_all(whole) or any(piece.symbol in "kK" for piece in tail[owner:])):
            post.body = post.body or whole  # "head of UNODC's |Vienna office|"
        for part in parts:
            part.fact[0].kind = whole.kind if is_of_all(whole) else part.fact[0].kind  # "INTERPOL's Committee"
        return tail[owner + 1 :]

    def _of_body(self, post: Post, piece: Piece) -> None:
        """The body of an office, and the one of which that is a part: "Head of the Unit, Ministry of Justice"."""
        if post.body is None:
            post.body = body_of(piece)
            post.country = post.country or state_of(piece)
        elif post.body is not piece.fact[0] and post.body.part_of is None:
            post.body.part_of = piece.fact[0]
            post.country = post.country or piece.fact[0].country

    def _is_of_the_state(self, post: Post, preposition: str, served: bool) -> bool:
        """Whether the state behind a preposition is that of an office, not the one to which somebody is sent."""
        if preposition == "for":
            return served or _FOR_A_STATE.search(post.title) is not None
        return preposition in ("o", "") or (preposition == "in" and not is_of_all(post.body))


@dataclass(slots=True)
class _Parts:
    """The pieces of an office, by where they stand around its title."""

    owner: Sequence[Piece]
    before: list[Piece]
    title: Piece
    rank: Sequence[Piece]
    portfolio: Sequence[Piece]
    short: Sequence[Piece]
    subject: Sequence[Piece]
    tail: Sequence[Piece]
    also: Sequence[Piece]

    @classmethod
    def of(cls, match: re.Match[str], run: Sequence[Piece]) -> "_Parts":
        """The parts that a match of the shape of offices found."""
        owner, before, (title,), *others = (group(match, run, each.name) for each in fields(cls))
        return cls(owner, list(before), title, *others)

    def span(self) -> Span:
        """Where the words of the title stand."""
        return Span((self.before or [self.title])[0].start, (self.subject or self.portfolio or [self.title])[-1].end)

    def last(self) -> Piece:
        """The last piece that belongs to the office."""
        behind = self.also or self.tail or self.subject or self.short or self.portfolio or self.rank
        return behind[-1] if behind else self.title
