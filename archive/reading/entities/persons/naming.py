"""Names of persons in the text: runs of capitalised words with evidence beside them that they are a person's.

An office or a form of address before the name, an office after it, a verb of saying, a known given name, an accepted
person beside it: without any of these a run of capitalised words is no person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.reading.entities.meant import body_of, state_of
from archive.reading.entities.offices.post import Post
from archive.reading.entities.persons.below import is_of_another, own_offices
from archive.reading.entities.persons.evidence import (
    SAYING,
    WITH_OFFICE,
    Run,
    evidence,
    names_in,
    plausible,
    rules_for,
)
from archive.reading.entities.persons.runs import are_initials, fold_word, runs_in
from archive.reading.entities.persons.sharing import shared_offices, singular
from archive.reading.entities.words.folding import symbols
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import Span


@dataclass(slots=True, eq=False)
class Naming:
    """A stretch of the text that names a person, with the offices and the form of address that stand with it."""

    span: Span  # the bare name
    whole: Span  # with all that belongs to it
    tokens: tuple[str, ...]
    rule: str
    gender: str | None = None
    posts: list[Post] = field(default_factory=list)
    honorific: bool = False
    rank: str | None = None  # the form of address, where it says a rank
    given: bool = False  # opens with a known given name


_IN_BRACKETS = re.compile(r"(?:,[kK])?\(e?C\)|,[kK],C(?=[,.;)\n])")  # "(France)", ", Graz (Austria)", ", Lyon, France"
_FOR_A_STATE = re.compile(r"(?P<comma>,?)fe?C(?=[,.;)\nn])")  # "X, the Attorney General, for the Republic of Y"
_JUSTICE = re.compile(r"Justice (?:\w+\.? )?\Z")
# "X and |Y|, a judge and a prosecutor"
_SECOND = re.compile(r"[NGYI],?nH{0,3}\Z")
_TWO_OFFICES = re.compile(r",[ea]?Fn[ea]?F")
_TITLE = 60  # characters before a name in which "Justice" stands
_RANKS = frozenset(load("offices")["short_ranks"])
_OF_OR_FROM = re.compile(r",? (?:of |for |from |\()")


class Namings:
    """The finder of names of persons in one text."""

    def __init__(self, text: str, view: str) -> None:
        self.text = text
        self.view = view

    def find(self, pieces: Sequence[Piece]) -> list[tuple[Run, Naming | None]]:
        """Every run of words that could be a name, with the naming where there is evidence."""
        string = symbols(pieces)
        runs = list(runs_in(string, pieces, self.view))
        rules = [rules_for(self.view, string, pieces[slice(*run)], run) for run in runs]
        found = [self._judged(string, pieces, run, held) for run, held in zip(runs, rules, strict=True)]
        _without_an_owner(string, pieces, runs, rules, found)
        self._short_elsewhere(string, pieces, runs, rules, found)
        for number in range(1, len(runs)):
            self._joined(string, pieces, runs, found, number - 1, number)
        for number in range(len(runs) - 1, 0, -1):
            self._joined(string, pieces, runs, found, number, number - 1)
        for number, post in shared_offices(string, pieces, runs, self.view):
            naming = found[number] = found[number] or self.bare(pieces[slice(*runs[number])], "shared-office")
            if all(other.rule == post.rule for other in naming.posts):
                naming.posts = [post]
        _settle_claims([naming for naming in found if naming is not None], self.view)
        return list(zip(runs, found, strict=True))

    def bare(self, words: Sequence[Piece], rule: str) -> Naming:
        """A naming by nothing but the name."""
        span = Span(words[0].start, words[-1].end)
        first = words[0].entry if words[0].symbol == Symbol.GIVEN else None
        gender = first.kind if first is not None and first.kind in ("male", "female") else None
        tokens = [fold_word(self.view[word.start : word.end]) for word in words if word.symbol != Symbol.QUOTE]
        while are_initials(tokens[-1]) and not all(are_initials(token) for token in tokens):
            tokens.insert(0, tokens.pop())  # "Petrov K.T." is "K.T. Petrov"
        return Naming(span, span, tuple(tokens), rule, gender, given=first is not None)

    def _judged(self, string: str, pieces: Sequence[Piece], run: Run, rules: list[str]) -> Naming | None:
        """The naming, where something beside the run says that it is a person: the ``rules`` that hold for it."""
        start, end = run
        words = pieces[start:end]
        if not rules or not plausible(self.view, words, rules, string[start - 1 : start]):
            return None
        naming = self.bare(words, rules[0])
        if "plural-office-before" in rules:
            place = len(string[:start].rstrip("H")) - 1
            naming.posts += singular(pieces[place], self.view)
        self._attach(string, pieces, run, rules, naming)
        if "of-a-state" in rules:
            self._of_state(pieces[start - (2 if string[start - 1] == "," else 1)], naming)
        return naming

    def _short_elsewhere(
        self,
        string: str,
        pieces: Sequence[Piece],
        runs: Sequence[Run],
        rules: Sequence[list[str]],
        found: list[Naming | None],
    ) -> None:
        """A full name without evidence is a person's where the text elsewhere shows its last word to be one:
        "Mr Abodo".
        """
        shown: set[tuple[str, ...]] = set()  # by a form of address, an office ...
        said: set[tuple[str, ...]] = set()  # by a verb of saying alone
        for (start, end), held, naming in zip(runs, rules, found, strict=True):
            words = pieces[start:end]
            if naming is not None:
                shown.add(naming.tokens)
            elif words[0].symbol in "NGY" and not SAYING.isdisjoint(held):
                said.add(self.bare(words, "").tokens)
        for number, (start, end) in enumerate(runs):
            words = pieces[start:end]
            if found[number] is not None or names_in(words) < 2 or words[0].symbol in "CKkU":
                continue
            naming = self.bare(words, "named-short-elsewhere")
            tokens, cuts = naming.tokens, range(1, len(naming.tokens))
            if any(tokens[cut:] in shown or tokens[:cut] in shown for cut in cuts) or (
                string[start - 1 : start] != "U" and any(tokens[cut:] in said for cut in cuts)
            ):
                found[number] = naming

    # -- what belongs to a name --------------------------------------------------------------------------------------

    def _attach(self, string: str, pieces: Sequence[Piece], run: Run, rules: Sequence[str], naming: Naming) -> None:
        """Offices and forms of address that stand with the name belong to the naming."""
        first, last = run
        while first and string[first - 1] == "H":
            first -= 1
            naming.honorific = True
            entry = pieces[first].entry
            if entry is not None and entry.kind in ("male", "female"):
                naming.gender = entry.kind
            words = self.view[pieces[first].start : pieces[first].end]
            if words.rstrip(".") in _RANKS:
                naming.rank = f"{words} {naming.rank}" if naming.rank else words  # "Pol. Lt. Gen. X"
        if not {"office-before", "office-around-brackets", "in-brackets-behind-an-office"}.isdisjoint(rules):
            offices = evidence().offices_before.search(string, max(0, first - 22), first)
            if offices is not None:
                begin = own_offices(self.view, pieces, offices.start(), first, naming.span)
                held = [piece.fact for piece in pieces[begin:first] if piece.symbol == "F"]
                naming.posts += [] if held and is_of_another(self.view, held[0].span, naming.span) else held
                first = begin
                while first and string[first - 1] == "H":
                    first -= 1
        if "office-on-the-line-above" in rules:
            naming.posts.append(pieces[len(string[: run[0]].rstrip("H")) - 2].fact)
        of_two = _TWO_OFFICES.match(string, run[1]) and _SECOND.search(string, max(0, run[0] - 6), run[0])
        last = run[1] if of_two else self._after(string, pieces, run[1], rules, naming)
        if last == run[1]:
            last = self._affiliation(string, pieces, last, naming)
        naming.whole = Span(pieces[first].start, pieces[last - 1].end)

    def _after(self, string: str, pieces: Sequence[Piece], end: int, rules: Sequence[str], naming: Naming) -> int:
        """The offices after the name."""
        for name in WITH_OFFICE:
            match = evidence().after[name].match(string, end) if name in rules else None
            if match is None:
                continue
            naming.posts += [piece.fact for piece in pieces[end : match.end()] if piece.symbol == "F"]
            if name == "office-on-the-next-line":
                self._belongs_to(pieces[match.end() - 1], naming)
            if string[end] == "(" and name in ("office-after", "as-office"):  # "X (Montenegro), director"
                self._give_state(pieces[end : end + 3], naming)
            if name == "office-in-brackets" and (own := match.group().find(",")) > 0 and "F" not in match.group()[:own]:
                self._belongs_to(pieces[end + own - 1], naming)  # "X (Chile, director)"
            closing = string.find(")", match.end(), match.end() + 12) if name == "office-in-brackets" else -1
            last = closing + 1 if closing >= 0 else match.end()
            inside = _IN_BRACKETS.match(string, last)
            if inside is not None:  # "X, legal adviser (France)"
                self._give_state(pieces[last : inside.end()], naming)
                return inside.end()
            side = _FOR_A_STATE.match(string, last)
            if side is None or self.view[pieces[side.end("comma")].start : pieces[side.end("comma")].end] != "for":
                return last
            self._give_state(pieces[last : side.end()], naming)
            return side.end()
        return end

    def _affiliation(self, string: str, pieces: Sequence[Piece], end: int, naming: Naming) -> int:
        """The body or state that follows a name: "Judge X of the Supreme Court", "Judge X (Kenya)"."""
        behind = end + string.startswith(Symbol.NUMBER, end)  # "Judge X KC of Grenada"
        match = evidence().belongs.match(string, behind)
        if match is None or not (_OF_OR_FROM.match(self.view, pieces[behind - 1].end) or match.group() == ",O"):
            return end
        if match.group() == ",O" and (not naming.posts or any(post.body or post.country for post in naming.posts)):
            return end  # "Present: Ana Soto, Supreme Court"
        spoken = self.view[max(0, naming.span.start - _TITLE) : naming.span.start]
        if not naming.posts and naming.honorific and _JUSTICE.search(spoken):
            naming.posts.append(Post("Justice", naming.span, rule="justice"))
        if not naming.posts and naming.rank is not None and "O" in match.group():
            naming.posts.append(Post(naming.rank, naming.span, rule="rank-of-a-body"))
        owner = string.find("S", end, match.end())  # "of the Ministry|'s Legal Department"
        part = pieces[owner + 1 : match.end()] if owner >= 0 else ()
        for piece in (*part, *pieces[end : match.end()]):
            self._belongs_to(piece, naming)
        return match.end()

    def _belongs_to(self, whose: Piece, naming: Naming) -> None:
        """The offices are of the body or state that a piece names."""
        for post in naming.posts:
            post.body = post.body or body_of(whose)
            if whose.symbol in "OCKk":
                post.country = post.country or state_of(whose)

    def _give_state(self, words: Sequence[Piece], naming: Naming) -> None:
        for piece in (word for word in words if word.symbol in "CKk"):
            for post in naming.posts:
                post.country = post.country or piece.state

    def _of_state(self, state: Piece, naming: Naming) -> None:
        """ "from the Netherlands, X, acting National Rapporteur": the office is of that state."""
        before = self.view[max(0, state.start - 9) : state.start].split()
        if state.entry is None or "from" not in before:
            return
        for post in naming.posts:
            post.country = post.country or state.entry.codes[0]

    def _joined(
        self,
        string: str,
        pieces: Sequence[Piece],
        runs: Sequence[Run],
        found: list[Naming | None],
        known: int,
        other: int,
    ) -> None:
        """ "X, Y and Z": a full name that "and" or a comma joins to an accepted person is one, too."""
        named = found[other]
        if found[known] is None or (named is not None and (named.posts or other < known)):
            return
        first, second = sorted((runs[known], runs[other]))
        start, end = runs[other]
        words = pieces[start:end]
        full = names_in(words) > 1 or words[0].symbol == "I"
        lone = string[first[1] : second[0]].rstrip("H")[-1:] != "\n" or string[second[1] : second[1] + 1] == "\n"
        if string[end : end + 1] == Symbol.ORGANIZATION or (other < known and string[start - 1 : start] == "i"):
            return  # "Minister X, |Bukit Aman| Crime Department director Y": a place of the body, or one after "in"
        if evidence().joint.fullmatch(string, first[1], second[0]) and lone and full and words[0].symbol not in "CKk":
            found[other] = named or self.bare(words, "joined-to-a-person")


_BETWEEN = re.compile(r",e?(?P<office>F),e?FH{0,3}")


def _without_an_owner(
    string: str,
    pieces: Sequence[Piece],
    runs: Sequence[Run],
    rules: Sequence[list[str]],
    found: Sequence[Naming | None],
) -> None:
    """ "The Director, X, |the Head of Unit|, Colonel Y": who has an office before his name leaves the next."""
    for number in range(1, len(runs)):
        naming, held = found[number], rules[number - 1]
        if naming is None or "office-before" not in held or "office-after" in held:
            continue
        between = _BETWEEN.fullmatch(string, runs[number - 1][1], runs[number][0])
        post = pieces[between.start("office")].fact if between is not None else None
        if post is not None and all(other is not post for other in naming.posts):
            naming.posts.insert(0, post)
            naming.whole = Span(min(naming.whole.start, post.span.start), naming.whole.end)


def _settle_claims(namings: Sequence[Naming], view: str) -> None:
    """An office between two names ("A, Director of X, B, Head of Y") belongs to one: to the one that has no other."""
    holder: dict[int, Naming] = {}
    for naming in namings:
        for post in list(naming.posts):
            before = holder.setdefault(id(post), naming)
            if before is naming:
                continue
            loser = before if len(before.posts) > 1 and len(naming.posts) == 1 else naming
            loser.posts = [other for other in loser.posts if other is not post]
            comma = view.rfind(", ", post.span.end, loser.span.start)
            if loser.whole.start <= post.span.start < comma:  # "A, Director of X, |B, Head of Y|"
                loser.whole = Span(comma + 2, loser.whole.end)
            holder[id(post)] = naming if loser is before else before
