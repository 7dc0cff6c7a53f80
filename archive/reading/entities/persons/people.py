"""Persons: which names mean one person.

Longer names come first; a shorter one attaches to the one person whom it can mean, and a form of address tells two of
one family name apart. What can mean two persons means none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.reading.entities.offices.kinds import is_rank
from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.evidence import Run, names_in
from archive.reading.entities.persons.naming import Naming, Namings
from archive.reading.entities.persons.runs import fold_word
from archive.reading.entities.persons.shorter import can_mean, share
from archive.reading.entities.words.folding import Row, symbols
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.rejections import CandidateKind, Rejection
from archive.values import MentionKind, Span

_COMMA = re.compile(r",\s+(?:[\w']+\.?\s+){0,2}\Z")
_LONGEST_NAME = 10  # words
_MOST = 50  # namings of a person with an office that say what the offices are


@dataclass(slots=True, eq=False)
class Human:
    """A person while the text is being read.

    ``posts`` are the offices, each with the words and the rule that state it.
    """

    name: str
    tokens: tuple[str, ...]
    gender: str | None = None
    posts: list[tuple[Post, Span, str]] = field(default_factory=list)
    mentions: list[tuple[Span, MentionKind]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    def offices(self) -> list[Post]:
        """The offices as the first namings give them; those after them say nothing new."""
        return [post for post, _, _ in self.posts[:_MOST]]

    def country(self) -> str | None:
        """The one state of the person's offices."""
        codes = {post.country for post in self.offices() if post.country}
        return codes.pop() if len(codes) == 1 else None


@dataclass(frozen=True, slots=True)
class Named:
    """What a piece for a person holds: the naming and whom it names."""

    naming: Naming
    human: Human


class Persons:
    """The persons of one text."""

    def __init__(self, text: str, view: str) -> None:
        self.text = text
        self.namings = Namings(text, view)
        self.humans: list[Human] = []
        self.rejected: list[Rejection] = []
        self._parts: dict[tuple[str, ...], list[Human]] = {}  # whose name holds these words in a row
        self._bearers: set[str] = set()  # the words of all names
        self._last: dict[str, list[Human]] = {}  # who bears this last word

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each naming of a person, and all that belongs to it, folded to one."""
        found = self.namings.find(pieces)
        named = self._people([naming for _, naming in found if naming is not None])
        placed: list[tuple[Run, Named]] = []
        for run, naming in found:
            whom = named.get(id(naming)) if naming is not None else None
            who = (
                Named(naming, whom) if naming is not None and whom is not None else self._known(pieces[run[0] : run[1]])
            )
            if who is not None:
                placed.append((run, who))
            else:
                self._reject(pieces[run[0] : run[1]], naming)
        self._without_others_offices()
        self.humans.sort(key=lambda human: min(span.start for span, _ in human.mentions))
        return _folded(pieces, placed)

    def _reject(self, words: Sequence[Piece], naming: Naming | None) -> None:
        """Note a run of words that names nobody, if it looks like a name."""
        span = Span(words[0].start, words[-1].end)
        if naming is not None:
            self.rejected.append(Rejection(CandidateKind.PERSON, span, naming.rule, "it may mean more than one person"))
        elif names_in(words) > 1:
            reason = "nothing beside it says that it is a person"
            self.rejected.append(Rejection(CandidateKind.PERSON, span, "naming", reason))

    def _without_others_offices(self) -> None:
        """ "The Deputy Secretary and Minister X": a bare title before another is that of who holds it elsewhere."""
        for human in self.humans:
            together: dict[Span, list[Post]] = {}
            for post, where, _ in human.posts:
                together.setdefault(where, []).append(post)
            for post, where, rule in list(human.posts):
                before = [other for other in together[where] if other is not post]
                bare = post.is_bare and " of " not in post.title
                if self._stands_apart(human, where):
                    continue  # "the Attorney General and Head of the Office, X": both are his
                first = rule == "office-before" and before and all(post.span < other.span for other in before)
                title = fold_word(post.title)
                if (
                    bare
                    and first
                    and any(
                        held == title or held.startswith(f"{title} of ")
                        for other in self.humans
                        if other is not human and not _of_another_state(other, title, before)
                        for held in _titles(other)
                    )
                ):
                    human.posts.remove((post, where, rule))
                    together[where].remove(post)

    def _stands_apart(self, human: Human, whole: Span) -> bool:
        """Whether a comma stands between the offices before a name and the name."""
        return any(
            whole.start < span.start < whole.end and _COMMA.search(self.text, whole.start, span.start)
            for span, _ in human.mentions
        )

    def _people(self, namings: Iterable[Naming]) -> dict[int, Human]:
        """The person behind each naming that can mean only one."""
        named: dict[int, Human] = {}
        namings = list(namings)
        self._without_titles(namings)
        for naming in sorted(namings, key=_fullest):
            candidates = self._exactly(naming.tokens) or self._turned(naming.tokens) or self._candidates(naming)
            if len(candidates) > 1:
                continue
            if not candidates:
                candidates = [self._new(naming)]
            named[id(naming)] = candidates[0]
            self._assign(naming, candidates[0])
        return named

    def _without_titles(self, namings: Sequence[Naming]) -> None:
        """A word before a name that the text also gives without it ("Landsfúti X Y", "X Y") is a title."""
        known = {naming.tokens for naming in namings if len(naming.tokens) > 1 and naming.given}
        for naming in namings:
            if len(naming.tokens) > 2 and not naming.given and naming.tokens[1:] in known:
                first = naming.span.of(self.text).split()[0]
                start = naming.span.start + len(first)
                start += len(self.text[start : naming.span.end]) - len(self.text[start : naming.span.end].lstrip())
                naming.span, naming.tokens = Span(start, naming.span.end), naming.tokens[1:]

    def _new(self, naming: Naming) -> Human:
        human = Human(self._said(naming), naming.tokens)
        self.humans.append(human)
        self._bearers.update(human.tokens)
        words = human.tokens[:_LONGEST_NAME]
        parts = {words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
        for part in parts | {human.tokens}:
            self._parts.setdefault(part, []).append(human)
        self._last.setdefault(human.tokens[-1], []).append(human)
        return human

    def _exactly(self, tokens: tuple[str, ...]) -> list[Human]:
        return [human for human in self._parts.get(tokens, ()) if human.tokens == tokens]

    def _turned(self, tokens: tuple[str, ...]) -> list[Human]:
        """Who bears these names in the other order, the family name first or last."""
        if not tokens[1:]:
            return []
        return self._exactly((*tokens[1:], tokens[0])) or self._exactly((tokens[-1], *tokens[:-1]))

    def _said(self, naming: Naming) -> str:
        return " ".join(naming.span.of(self.text).split())

    def _assign(self, naming: Naming, human: Human) -> None:
        said = self._said(naming)
        if human.name.isupper() and not said.isupper() and naming.tokens == human.tokens:
            human.aliases.append(human.name)  # a headline's capitals
            human.name = said
        if said != human.name and said not in human.aliases:
            human.aliases.append(said)
        full = naming.tokens == human.tokens
        human.mentions.append((naming.span, MentionKind.FULL if full else MentionKind.SHORT))
        human.gender = human.gender or naming.gender
        human.posts += [(post, naming.whole, naming.rule) for post in naming.posts]

    def _candidates(self, naming: Naming, *, unknown: bool = False) -> list[Human]:
        """The persons whom a shorter name can mean; a form of address or an office tells them apart."""
        first_too = naming.honorific or unknown
        titles = {fold_word(post.title) for post in naming.posts}
        family = naming.tokens[-1:]
        near = self._parts.get(naming.tokens) or self._last.get(family[0]) or []
        if not near and naming.tokens[0].endswith("."):
            near = self._parts.get(family, [])
        ranked = any(is_rank(post.title) for post in naming.posts)  # "General Vilay" is "Colonel General Vilay X"
        found = [
            human
            for human in near
            if can_mean(naming.tokens, human, first_too or ranked or share(titles, _titles(human)))
        ]
        if len(found) > 1 and naming.gender:
            fitting = [human for human in found if human.gender in (None, naming.gender)]
            sure = [human for human in fitting if human.gender == naming.gender]
            found = sure if len(sure) == 1 else fitting
        if len(found) > 1 and naming.posts:
            same = [human for human in found if titles & _titles(human)]
            found = same or found
        return found

    def _known(self, words: Sequence[Piece]) -> Named | None:
        """A bare run that names a person known from elsewhere in the text, whole or in part of the run."""
        if self._bearers.isdisjoint(fold_word(self.namings.view[word.start : word.end]) for word in words):
            return None
        for size in range(len(words), 0, -1):
            for start in range(len(words) - size + 1):
                part = words[start : start + size]
                if size == 1 and (part[0].symbol in "IpPCKk" or part[0].end - part[0].start < 2):
                    continue
                naming = self.namings.bare(part, "known-name")
                exact = self._exactly(naming.tokens)
                if size < len(words) and not exact:
                    continue
                unknown = len(words) == 1 and part[0].symbol in (Symbol.NAME, Symbol.GIVEN)
                candidates = exact or self._candidates(naming, unknown=unknown)
                if len(candidates) == 1:
                    self._assign(naming, candidates[0])
                    return Named(naming, candidates[0])
        return None


def _fullest(naming: Naming) -> tuple[int, bool, int]:
    """What orders namings: the longer first, an initial after a whole name, then their places."""
    return -len(naming.tokens), any(token.endswith(".") for token in naming.tokens), naming.span.start


def _folded(pieces: list[Piece], placed: Sequence[tuple[Run, Named]]) -> list[Piece]:
    string = symbols(pieces)
    folded: list[str] = []
    found: list[Piece] = []
    position = 0
    for (start, _), who in placed:
        whole = who.naming.whole
        if start < position:
            continue
        while start > position and pieces[start - 1].end > whole.start and pieces[start - 1].symbol != Symbol.BREAK:
            start -= 1
        while pieces[start].start < whole.start:
            start += 1
        end = start
        while end < len(pieces) and pieces[end].end <= whole.end and pieces[end].symbol != Symbol.BREAK:
            end += 1
        found += pieces[position:start]
        folded += string[position:start], Symbol.PERSON
        parts = pieces[start:end]
        found.append(Piece(parts[0].start, parts[-1].end, Symbol.PERSON, fact=who, parts=parts, rule=who.naming.rule))
        position = end
    found += pieces[position:]
    return Row(found, "".join([*folded, string[position:]]))


def _of_another_state(human: Human, title: str, others: Iterable[Post]) -> bool:
    """Whether who holds an office holds it in another state than these offices are of: "the Attorney General of Chile"
    beside "the Attorney General and Head of the Prosecution Service of Peru".
    """
    theirs = {post.state for post in human.offices() if fold_word(post.title).startswith(title)}
    here = {post.state for post in others}
    return None not in theirs | here and not theirs & here


def _titles(human: Human) -> set[str]:
    return {fold_word(post.title) for post in human.offices()}
