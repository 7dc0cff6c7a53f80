"""Offices that somebody is said to come to, to hold or to leave, where they stand apart from the name.

"X was sworn in as Attorney General", "She became head of the Unit", "X succeeds Y as Director", "they elected X chair",
"the new director is X". The words between the two decide: see `career_wordings`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons import career_wordings as said
from archive.reading.entities.persons.people import Human
from archive.reading.entities.persons.pronouns import Pronouns
from archive.reading.entities.persons.sharing import singular
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

_REACH = 90  # characters between a name and an office, each phrase counted as one
_LONGEST = 60  # characters of these phrases
_PLAIN = "@OFd"  # symbols that stand for their words
_MANY = "JLz"  # offices and titles in the plural
_BEFORE = 30  # characters before a name or an office that may say what it is to the other


@dataclass(slots=True)
class _Sentence:
    """What has been read of a sentence."""

    pieces: list[Piece] = field(default_factory=list)
    last: tuple[Human, Post, Piece] | None = None  # who was last said to hold what, and where
    many: Piece | None = None  # the office in the plural of those who are named just now

    def people(self) -> Iterator[Piece]:
        """Who was named, the last first."""
        return (piece for piece in reversed(self.pieces) if piece.symbol == Symbol.PERSON)


class Careers:
    """Walks through a text and gives people the offices that they are said to hold."""

    def __init__(self, view: str) -> None:
        self.view = view
        self.pronouns = Pronouns(view)
        self.newcomer: tuple[Human, Post] | None = None  # who came last to an office
        self.coming: dict[Human, set[str]] = {}  # the states in which somebody without an office is to hold one

    def find(self, pieces: Sequence[Piece]) -> None:
        """Add what the text says to the people of it."""
        sentence = _Sentence()
        for number in positions(pieces, "\n@OFJLzdhg"):
            piece = pieces[number]
            if piece.symbol == Symbol.BREAK:
                sentence = _Sentence()
                self.pronouns.sentence_ends(piece.end)
                continue
            if piece.symbol == Symbol.PERSON:
                self._person(piece, sentence)
                self.pronouns.saw(piece.fact.human, Span(piece.start, piece.end))
            elif piece.symbol == Symbol.OFFICE:
                behind = pieces[number + 1].symbol if number + 1 < len(pieces) else ""
                if behind not in ("V", "S", "@", "N", "G"):  # "as the Minister said"
                    self._office(piece, sentence)
            elif piece.symbol in _MANY:
                self._offices(piece, sentence)
            sentence.pieces.append(piece)

    # -- people ------------------------------------------------------------------------------------------------------

    def _person(self, piece: Piece, sentence: _Sentence) -> None:
        """ "The new director is X", "replaced as director by X", "she succeeds X"."""
        before = sentence.pieces[-1] if sentence.pieces else None
        human: Human = piece.fact.human
        if before is not None and self._is(before, piece):
            if before.symbol == Symbol.OFFICE:
                self._give(human, before, piece, "office-is", sentence)
            else:
                sentence.many = before
        elif before is None or not self._goes_on(before, piece):
            sentence.many = None
        if sentence.many is not None:
            self._share(sentence.many, [piece])
        if sentence.last is not None and before is sentence.last[2] and self._by(before, piece):
            self._add(human, sentence.last[1], Span(before.start, piece.end), "follows-as-office")
        behind = [post for post in piece.fact.naming.posts if post.span.start > piece.fact.naming.span.end]
        if behind:  # "X was elected President"
            sentence.last = (human, behind[-1], piece)
            if said.COMES.search(self.view, piece.fact.naming.span.end, behind[-1].span.start):
                self.newcomer = (human, behind[-1])
        for post in piece.fact.naming.posts:  # "the new Ambassador, X"
            if said.NEW.search(self.view, max(0, post.span.start - _BEFORE), post.span.start):
                self.newcomer = (human, post)
        self._follow(piece, sentence)

    def _is(self, before: Piece, piece: Piece) -> bool:
        """ "The new director |is| X", but not "is X's brother"."""
        if before.symbol not in f"F{_MANY}" or self.view.startswith("'s", piece.end):
            return False
        if said.OFFICE_IS.fullmatch(self.view, before.end, piece.fact.naming.whole.start) is None:
            return False
        start = max(0, before.start - _BEFORE)
        return said.DEFINITE.search(self.view, start, before.start) is not None

    def _goes_on(self, before: Piece, piece: Piece) -> bool:
        row = said.ROW.fullmatch(self.view, before.end, piece.start)
        return before.symbol == Symbol.PERSON and row is not None

    def _by(self, before: Piece, piece: Piece) -> bool:
        """ "X was replaced as director |by| Y"."""
        start = max(0, before.start - _BEFORE)
        if said.FROM.fullmatch(self.view, before.end, piece.start):  # "took over as director |from| Y"
            return said.TAKEN_OVER.search(self.view, start, before.end) is not None
        replaced = said.REPLACED.search(self.view, start, before.end)
        return replaced is not None and said.BY.fullmatch(self.view, before.end, piece.start) is not None

    def _follow(self, piece: Piece, sentence: _Sentence) -> None:
        """ "She succeeds X": who is replaced held the office to which the other was said to come."""
        for other in self._subjects(sentence):
            forward, backward = (each.fullmatch(self.view, other.end, piece.start) for each in said.following())
            who = self._who(other) if forward or backward else None
            if who is None or who is piece.fact.human:
                continue
            new, old = (who, piece.fact.human) if forward else (piece.fact.human, who)
            if self.newcomer is not None and self.newcomer[0] is new:
                post = self.newcomer[1]
                if all(post.title.lower() not in held.title.lower() for held in old.offices()):
                    self._add(old, post, Span(piece.start, piece.end), "held-before")

    # -- offices -----------------------------------------------------------------------------------------------------

    def _office(self, piece: Piece, sentence: _Sentence) -> None:
        """The office, where the words before it say whose it is."""
        for other in self._subjects(sentence):
            between = self._between(other, piece, sentence)
            name = self._telling(other, piece, between, sentence) if between is not None else None
            if between is None or name is None:
                continue
            if name == "in-his-time" and other.symbol == Symbol.POSSESSOR and said.own().search(between) is None:
                other = next(sentence.people(), other)  # "X congratulated Y on his appointment as"
            who = self._who(other)
            if who is None:
                continue
            if name == "follows-as-office":
                old = next(sentence.people())
                self._give(old.fact.human, piece, old, name, sentence)
            if said.NOT_YET.search(between):
                if not who.posts and piece.fact.country is not None:
                    self.coming.setdefault(who, set()).add(piece.fact.country)
                return
            self._give(who, piece, other, name, sentence)
            if name in said.COMING or said.COMES.search(between):
                self.newcomer = (who, piece.fact)
            return
        if sentence.last is not None:
            between = self._between(sentence.last[2], piece, sentence)
            if between is not None and said.THEN.fullmatch(between):
                self._give(sentence.last[0], piece, sentence.last[2], "another-office", sentence)

    def _offices(self, piece: Piece, sentence: _Sentence) -> None:
        """ "They appointed X and Y as judges", "X and Y were sworn in as judges": an office of each."""
        row: list[Piece] = []
        for other in reversed(sentence.pieces):
            if other.symbol != Symbol.PERSON or (row and not self._goes_on(other, row[-1])):
                break
            row.append(other)
        between = self._between(row[0], piece, sentence) if len(row) > 1 else None
        if between is None:
            return
        given = said.giving().search(self.view, max(0, row[-1].start - _BEFORE), row[-1].start) is not None
        if (given and said.GIVEN.fullmatch(between)) or any(rule.fullmatch(between) for _, rule in said.tellings()):
            self._share(piece, row)

    def _share(self, offices: Piece, row: Sequence[Piece]) -> None:
        """Give each of a row of people the office that stands in the plural."""
        for who in row:
            for post in singular(offices, self.view):
                where = Span(min(who.start, offices.start), max(who.end, offices.end))
                self._add(who.fact.human, post, where, "office-of-several")

    def _telling(self, other: Piece, office: Piece, between: str, sentence: _Sentence) -> str | None:
        """The rule that holds for the words between somebody and an office."""
        if other.symbol == Symbol.POSSESSOR:
            return "in-his-time" if said.WHOSE.fullmatch(between) else None
        if other.symbol == Symbol.PERSON and self._is_given(other, between, sentence):
            return "given-the-office"
        if said.IN_APPOSITION.fullmatch(between) and said.DURING.match(self.view, office.end):
            return "held-for-a-time"
        return next((name for name, rule in said.tellings() if rule.fullmatch(between)), None)

    def _is_given(self, whom: Piece, between: str, sentence: _Sentence) -> bool:
        """ "They elected X chair and |Y vice-chair"."""
        given = said.giving().search(self.view, max(0, whom.start - _BEFORE), whom.start) is not None
        if sentence.last is not None and not given:
            given = said.AND_ANOTHER.fullmatch(self.view, sentence.last[2].end, whom.start) is not None
        return given and (said.BARE if between.isspace() else said.GIVEN).fullmatch(between) is not None

    def _subjects(self, sentence: _Sentence) -> Iterator[Piece]:
        """Whom the words may speak of: the nearest first."""
        found = 0
        for other in reversed(sentence.pieces):
            if other.symbol in "@hg":
                yield other
                found += 1
            if found > 2:
                return

    def _who(self, piece: Piece) -> Human | None:
        if piece.symbol == Symbol.PERSON:
            human: Human = piece.fact.human
            return human
        return self.pronouns.meaning(Span(piece.start, piece.end))

    def _between(self, one: Piece, other: Piece, sentence: _Sentence) -> str | None:
        """The words between two pieces, with each phrase as its symbol; None where they are too many."""
        if other.start - one.end > _REACH + _LONGEST:
            return None
        found: list[str] = []
        last = one.end
        for piece in sentence.pieces:
            if one.end <= piece.start and piece.end <= other.start and piece.symbol in _PLAIN:
                found += self.view[last : piece.start], piece.symbol
                last = piece.end
        between = "".join([*found, self.view[last : other.start]])
        return between if len(between) <= _REACH else None

    def _give(self, who: Human, office: Piece, where: Piece, rule: str, sentence: _Sentence) -> None:
        post: Post = office.fact
        sentence.last = (who, post, office)
        self._add(who, post, Span(min(office.start, where.start), max(office.end, where.end)), rule)

    def _add(self, who: Human, post: Post, where: Span, rule: str) -> None:
        if all(held is not post for held, _, _ in who.posts):
            who.posts.append((post, where, rule))
