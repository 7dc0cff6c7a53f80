"""People named by whom they stand beside: "his Brazilian counterpart, X", "her deputy, X"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.reading.entities.offices.kinds import is_international
from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.people import Human, Named
from archive.reading.entities.references import Holders
from archive.reading.entities.words.folding import fold, group, positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

_BESIDE = re.compile(
    r"(?P<whose>[geS])(?:[jmVw]{1,2}(?=D))?(?P<state>[DC]?)[jw]?(?P<what>[csytTF])(?:[oq]e?(?P<from>[CDKk]))?,?e?H{0,3}(?P<who>@)"
)
_DEPUTY_AFTER = re.compile(r"(?P<who>@),g(?P<own>D?)j?(?P<what>[ytsFc])(?P<state>(?:qe?C)?)")
_WITH = re.compile(
    r",? (?:who )?(?:(?:was|is|were) )?(?:accompanied by|together with|along with|flanked by|joined by)\b"
)
_AT_ONCE = 20  # offices that one naming may give
_IN_THE_SAME_OFFICE = ("predecessor", "successor")
_GENDERS = {"his": "male", "her": "female"}
_ALIKE = ("peer", "counterpart", "opposite number", "homologue", "vis-à-vis")
# What a double office has at home, and that of a counterpart need not: "Minister of Justice and Keeper of the Seals".
_SECOND = re.compile(r"(?:,| and) Keeper of the Seals.*|^Keeper of the Seals, |(?<=[Gg]eneral) and Minister .*")


class Beside:
    """The finder of people who hold the like office of another state, or are the deputy of somebody."""

    def __init__(self, text: str, view: str, holders: Holders) -> None:
        self.text = text
        self.view = view
        self.holders = holders

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such person folded to one with the words that say beside whom."""
        others = self._others(pieces)

        def before(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
            who: Named = run[-1].fact
            other = others.get(run[-1].start)
            what = group(match, run, "what")[0]
            code = _state(group(match, run, "state") or group(match, run, "from"))
            if self.view[what.start : what.end] in _IN_THE_SAME_OFFICE:
                _follow(who, other, self.view[run[0].start : run[0].end], what)
                return None
            if what.symbol == Symbol.COUNTERPART:
                for held in who.naming.posts:  # "her Croatian colleague, Chief State Attorney X"
                    held.country = code if held.state is None and not is_international(held) else held.country
            titled = what.symbol == Symbol.COUNTERPART and who.naming.rule == "office-before"
            if other is None or other is who.human or not (titled or who.naming.rule == "counterpart"):
                return None
            if self.view[what.start : what.end] in ("counterparts", "colleagues", "peers"):
                return None  # of several: see `counterparts`
            whole = Span(run[0].start, run[-1].end)
            if not titled and (self.view[what.start : what.end] != "colleague" or not who.naming.posts):
                self._appoint(who.human, other, what, code, whole, "office-of-a-counterpart")
            who.naming.whole = whole
            parts = (*run[:-1], *(run[-1].parts if titled else run[-1:]))
            return Piece(whole.start, whole.end, Symbol.PERSON, fact=who, parts=parts, rule=who.naming.rule)

        def after(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
            who: Named = run[0].fact
            other = others.get(run[0].start)
            what, state = group(match, run, "what")[0], group(match, run, "state")
            if other is None or other is who.human or who.naming.rule == "office-before":
                return None
            whole = Span(run[0].start, run[-1].end)
            self._appoint(
                who.human, other, what, _state(state[-1:] or group(match, run, "own")), whole, "office-beside-a-person"
            )
            return Piece(whole.start, whole.end, Symbol.PERSON, fact=who, parts=run, rule=who.naming.rule)

        return fold(fold(pieces, _BESIDE, before), _DEPUTY_AFTER, after)

    def _others(self, pieces: Sequence[Piece]) -> dict[int, Human | Post | None]:
        """For each person who is named last before, or the office that stands there without a known holder."""
        last: Human | Post | None = None
        first: Piece | None = None  # who is named first in this sentence
        end = 0
        others: dict[int, Human | Post | None] = {}
        for piece in (pieces[number] for number in positions(pieces, "\n@F")):
            if piece.symbol == Symbol.BREAK:
                first = None
            elif piece.symbol == Symbol.PERSON:
                with_others = first is not None and _WITH.match(self.text, first.end) and end < piece.start
                others[piece.start] = first.fact.human if first is not None and with_others else last
                last, first, end = piece.fact.human, first or piece, piece.end
            elif not self.view.endswith((" a ", " an "), 0, piece.start):  # "before that she was a prosecutor"
                last = self.holders.holder(piece.fact, piece.start) or piece.fact
        return others

    def _appoint(self, who: Human, other: Human | Post, what: Piece, code: str | None, whole: Span, rule: str) -> None:
        """Give a person the office that a word for what he is to another says."""
        theirs = _theirs(other)
        post = self._like(theirs, what, code) if theirs is not None else None
        if post is not None:
            who.posts.append((post, whole, rule))

    def _like(self, theirs: Post, what: Piece, code: str | None) -> Post | None:
        word, span = self.view[what.start : what.end], Span(what.start, what.end)
        if what.symbol == Symbol.COUNTERPART:
            like = (word == "colleague" and code is not None) or word in _ALIKE
            return Post(_SECOND.sub("", theirs.title), span, None, code, rule="counterpart") if like else None
        return Post(self.text[what.start : what.end], span, theirs.body, theirs.country, rule="deputy")


def _follow(who: Named, other: Human | Post | None, possessor: str, what: Piece) -> None:
    """ "Her predecessor, X", "his successor, Chief Justice X": the office of whom she follows, of the same body."""
    post = _theirs(other) if other is not None and other is not who.human else None
    gender = _GENDERS.get(possessor.lower())
    if post is None or gender is None or (isinstance(other, Human) and other.gender not in (None, gender)):
        return
    for held in who.naming.posts:
        if held.title.lower() in post.title.lower() and held.is_bare:
            held.body, held.country = post.body, post.country
    if not who.naming.posts:
        span = Span(what.start, who.naming.whole.end)
        who.human.posts.append((replace(post, span=span, rule="predecessor"), span, "office-of-a-predecessor"))


def _theirs(other: Human | Post) -> Post | None:
    """The office of somebody: the first of those given last."""
    if isinstance(other, Post):
        return other
    if not other.posts:
        return None
    last = other.posts[-1][1]
    return next(post for post, where, _ in other.posts[-_AT_ONCE:] if where == last)


def _state(pieces: Sequence[Piece]) -> str | None:
    """The one state that the last of some pieces names."""
    return pieces[-1].state if pieces else None
