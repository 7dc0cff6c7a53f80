"""Persons: names with evidence that they are a person's, the offices beside them, and which names mean one person.

A run of capitalised words is a person only where something says so: an office or a form of address before it, an office
after it, a verb of saying, a known given name, an accepted person beside it. Bare family names later in the text attach
to the one person whom they can mean; a form of address tells two of one family name apart.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.reading.folding import symbols
from archive.reading.lexicon import Piece, Symbol, lexicon
from archive.reading.offices import Post
from archive.values import MentionKind, Span


@dataclass(slots=True, eq=False)
class Human:
    """A person while the text is being read."""

    name: str
    tokens: tuple[str, ...]
    gender: str | None = None
    posts: list[tuple[Post, Span, str]] = field(default_factory=list)  # office, the words that state it, the rule
    mentions: list[tuple[Span, MentionKind]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    def country(self) -> str | None:
        """The one state of the person's offices."""
        codes = {post.country for post, _, _ in self.posts if post.country}
        return codes.pop() if len(codes) == 1 else None


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
    human: Human | None = None


_FIRST = r"(?:P?p{0,3}(?:[NG]|U(?=[NGI]))|I{1,3}p{0,2}[NGYU]|Y(?=I?[NGY])|[CKk](?=[NG])|P(?=[NGY]))"
_NAME = re.compile(
    rf"{_FIRST}(?:\"[NGYIU]{{1,2}}\"(?=[NGY]))?(?:p{{0,3}}P?[NGYU]|I(?=[ -]?[NGYUIp])|P(?=[NGYU])){{0,6}}(?:(?<=G)[CKk](?![NGYCK]))?(?:(?<=H[NGP])[CKk])?"
)
_BLOCKED_BEFORE = "oifeq"  # before a state or a place: "of Georgia", "in Paris"

_BEFORE = (
    ("office-before", re.compile(r"(?:F,?n)?F,?H{0,3}$")),
    ("honorific", re.compile(r"H$")),
    ("counterpart", re.compile(r"(?:c|gy|g[sT]),?$")),
    ("of-a-state", re.compile(r"qe?C,$")),
    ("said-by", re.compile(r"[\"]V$")),
)
_AFTER = (
    ("office-after", re.compile(r",[ea]?m?F(?:,?n[ea]?m?F)?(?!H?,?[NG])(?=[,.)\n:\-nr])")),
    ("office-in-brackets", re.compile(r"\([ea]?m?F(?:,?n[ea]?m?F)?")),
    ("office-after-dash", re.compile(r"-[ea]?m?F(?!H?[NG])")),
    ("who", re.compile(r",r[wViq]")),
    ("says", re.compile(r"(?:,[^,\n]{1,12},)?w?V")),
    ("speaker", re.compile(r":\"")),
    ("aged", re.compile(r",#,")),
)
_WHO = re.compile(r", who(?:m|se)?\b")
_PUT_BY = re.compile(r"\b(?:as (?:put|stated|stressed|underlined|explained|phrased) by|in the words of) $")
_STRONG = frozenset(
    ("office-before", "honorific", "counterpart", "office-after", "office-in-brackets", "office-after-dash")
)


class Persons:
    """The persons of one text."""

    def __init__(self, text: str, view: str) -> None:
        self.text = text
        self.view = view
        self.humans: list[Human] = []

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each naming of a person folded to one."""
        string = symbols(pieces)
        runs = list(self._runs(string))
        namings = [self._judged(string, pieces, start, end) for start, end in runs]
        self._joined(string, pieces, runs, namings)
        self._people([naming for naming in namings if naming is not None])
        for number, (start, end) in enumerate(runs):
            if namings[number] is None or namings[number].human is None:  # type: ignore[union-attr]
                namings[number] = self._known(pieces[start:end])
        return self._folded(pieces, runs, namings)

    def _runs(self, string: str) -> Iterator[tuple[int, int]]:
        for match in _NAME.finditer(string):
            start, end = match.span()
            if string[start] in "CKk" and string[start - 1 : start] in tuple(_BLOCKED_BEFORE):
                start += 1
            if start < end:
                yield start, end

    # -- evidence ----------------------------------------------------------------------------------------------------

    def _judged(self, string: str, pieces: Sequence[Piece], start: int, end: int) -> Naming | None:
        """The naming, where something beside the run says that it is a person."""
        run = pieces[start:end]
        left, right = string[max(0, start - 8) : start], string[end : end + 24]
        rules = [name for name, pattern in _BEFORE if pattern.search(left)]
        rules += [name for name, pattern in _AFTER if pattern.match(right)]
        words = sum(piece.symbol in "NGYUCKk" for piece in run)
        if "who" in rules and not _WHO.match(self.view, run[-1].end):
            rules.remove("who")
        if _PUT_BY.search(self.view, max(0, run[0].start - 24), run[0].start) and run[0].symbol in "NG":
            rules.append("put-by")
        if run[0].symbol == "G" and words > 1 and right[:1] not in ("W", "B"):
            rules.append("given-name")
        if not rules or not self._plausible(run, rules, words, string[start - 1 : start]):
            return None
        span = Span(run[0].start, run[-1].end)
        naming = Naming(span, span, self._tokens(run), rules[0], self._gender(run))
        self._attach(string, pieces, start, end, rules, naming)
        state = pieces[start - 2].entry if "of-a-state" in rules else None
        if state is not None and self.view[pieces[start - 2].start - 9 : pieces[start - 2].start].split()[:1] == [
            "from"
        ]:
            for post in naming.posts:
                post.country = post.country or state.codes[0]
        return naming

    def _plausible(self, run: Sequence[Piece], rules: Sequence[str], words: int, before: str) -> bool:
        strong = any(rule in _STRONG for rule in rules)
        if (
            not strong
            and not {"said-by", "put-by"} & set(rules)
            and before in tuple("eaoiq")
            and "given-name" not in rules
        ):
            return False
        if rules == ["of-a-state"]:
            return False
        if "put-by" in rules or ("said-by" in rules and run[0].symbol in "NY"):
            return True
        if all(piece.symbol in "UI" for piece in run):
            return "honorific" in rules
        if words == 1 and run[0].symbol != "I":
            if any(rule in rules for rule in ("honorific", "office-before", "counterpart", "office-in-brackets")):
                return True
            return strong and run[-1].symbol in "NG" and before not in "eoifq"
        if run[0].symbol == "U" and run[0].end - run[0].start < 4 and "honorific" not in rules:
            return False
        if run[0].symbol in "CKk" and not strong and "given-name" not in rules:
            return False
        return True

    def _gender(self, run: Sequence[Piece]) -> str | None:
        first = run[0].entry
        return first.kind if first is not None and run[0].symbol == "G" and first.kind in ("male", "female") else None

    def _attach(
        self, string: str, pieces: Sequence[Piece], start: int, end: int, rules: Sequence[str], naming: Naming
    ) -> None:
        """Offices and forms of address that stand with the name belong to the naming."""
        first, last = start, end
        while first and string[first - 1] == "H":
            first -= 1
            naming.honorific = True
            entry = pieces[first].entry
            if entry is not None and entry.kind in ("male", "female"):
                naming.gender = entry.kind
        if "office-before" in rules:
            while (
                first
                and string[first - 1] in "F,"
                or (string[first - 1 : first] == "n" and string[first - 2 : first - 1] == "F")
            ):
                if string[first - 1] == "F":
                    naming.posts.insert(0, pieces[first - 1].fact)
                    if string[first - 2 : first - 1] == ",":
                        first -= 1
                        break
                first -= 1
            if string[first - 1 : first] == "e":
                first -= 1
        for name, pattern in _AFTER[:3]:
            match = pattern.match(string, end)
            if name in rules and match:
                last = match.end()
                naming.posts += [piece.fact for piece in pieces[end:last] if piece.symbol == "F"]
                if name == "office-in-brackets":
                    closing = string.find(")", last, last + 12)
                    last = closing + 1 if closing >= 0 else last
                break
        naming.whole = Span(pieces[first].start, pieces[last - 1].end)

    def _joined(
        self, string: str, pieces: Sequence[Piece], runs: Sequence[tuple[int, int]], namings: list[Naming | None]
    ) -> None:
        """ "X, Y and Z": a full name that "and" or a comma joins to an accepted person is one, too."""
        for number in range(1, len(runs)):
            before, now = namings[number - 1], namings[number]
            start, end = runs[number]
            gap = string[runs[number - 1][1] : start]
            words = sum(piece.symbol in "NGYU" for piece in pieces[start:end])
            if (
                before is not None
                and now is None
                and words > 1
                and gap in ("n", ",", ",n")
                and string[start] not in "CKk"
            ):
                run = pieces[start:end]
                span = Span(run[0].start, run[-1].end)
                namings[number] = Naming(span, span, self._tokens(run), "joined-to-a-person", self._gender(run))

    # -- who is who --------------------------------------------------------------------------------------------------

    def _tokens(self, run: Sequence[Piece]) -> tuple[str, ...]:
        return tuple(fold_word(self.view[piece.start : piece.end]) for piece in run)

    def _people(self, namings: list[Naming]) -> None:
        """The persons behind the namings: longer names first, shorter ones attach to the one that they can mean."""
        for naming in sorted(namings, key=lambda naming: (-len(naming.tokens), naming.span.start)):
            same = next((human for human in self.humans if human.tokens == naming.tokens), None)
            if same is None:
                candidates = self._candidates(naming)
                if len(candidates) > 1:
                    continue
                same = candidates[0] if candidates else None
            if same is None:
                said = " ".join(naming.span.of(self.text).split())
                same = Human(said, naming.tokens)
                self.humans.append(same)
            self._assign(naming, same)
        self.humans.sort(key=lambda human: min(span.start for span, _ in human.mentions))

    def _assign(self, naming: Naming, human: Human) -> None:
        naming.human = human
        said = " ".join(naming.span.of(self.text).split())
        full = naming.tokens == human.tokens
        if said != human.name and said not in human.aliases:
            human.aliases.append(said)
        human.mentions.append((naming.span, MentionKind.FULL if full else MentionKind.SHORT))
        human.gender = human.gender or naming.gender
        for post in naming.posts:
            human.posts.append((post, naming.whole, naming.rule))

    def _candidates(self, naming: Naming) -> list[Human]:
        """The persons whom a shorter name can mean."""
        found = [human for human in self.humans if _can_mean(naming.tokens, human, naming.honorific)]
        if len(found) > 1 and naming.gender:
            found = [human for human in found if human.gender in (None, naming.gender)]
            known = [human for human in found if human.gender == naming.gender]
            found = known if len(known) == 1 else found
        if len(found) > 1 and naming.posts:
            titles = {fold_word(post.title) for post in naming.posts}
            found = [
                human for human in found if any(fold_word(post.title) in titles for post, _, _ in human.posts)
            ] or found
        return found

    def _known(self, run: Sequence[Piece]) -> Naming | None:
        """A bare run that names a person known from elsewhere in the text, whole or in part of the run."""
        tokens = self._tokens(run)
        for size in range(len(run), 0, -1):
            for start in range(len(run) - size + 1):
                part = run[start : start + size]
                if size == 1 and (part[0].symbol in "IpPCKk" or len(tokens[start]) < 2):
                    continue
                span = Span(part[0].start, part[-1].end)
                naming = Naming(span, span, tokens[start : start + size], "known-name")
                exact = [human for human in self.humans if human.tokens == naming.tokens]
                if size < len(run) and not exact:
                    continue
                candidates = exact or self._candidates(naming)
                if len(candidates) == 1:
                    self._assign(naming, candidates[0])
                    return naming
        return None

    def _folded(
        self, pieces: list[Piece], runs: Sequence[tuple[int, int]], namings: Sequence[Naming | None]
    ) -> list[Piece]:
        """The pieces with each naming, and all that belongs to it, as one piece."""
        found: list[Piece] = []
        position = 0
        for (start, _), naming in zip(runs, namings, strict=True):
            if naming is None or naming.human is None or start < position:
                continue
            while start > position and pieces[start - 1].end > naming.whole.start:
                start -= 1
            while pieces[start].start < naming.whole.start:
                start += 1
            end = start
            while end < len(pieces) and pieces[end].end <= naming.whole.end and pieces[end].symbol != Symbol.BREAK:
                end += 1
            found += pieces[position:start]
            found.append(
                Piece(
                    pieces[start].start,
                    naming.whole.end,
                    Symbol.PERSON,
                    fact=naming,
                    parts=pieces[start:end],
                    rule=naming.rule,
                )
            )
            position = end
        found += pieces[position:]
        return found


def fold_word(word: str) -> str:
    """A word without case and diacritics, to compare names with."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char)).casefold()


def _can_mean(short: tuple[str, ...], human: Human, honorific: bool) -> bool:
    """Whether a shorter name is a part of the person's: the family name, or the first name where that comes first."""
    whole, size = human.tokens, len(short)
    if size >= len(whole):
        return _initials(short, whole)
    for start in range(len(whole) - size + 1):
        if whole[start : start + size] == short:
            if start:
                return True
            return honorific or size > 1 or _family_name_first(human)
    return False


def _initials(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """ "J. Smith" can mean "John Smith"."""
    if len(short) != len(whole) or short[-1] != whole[-1]:
        return False
    return all(
        one == other or (one.endswith(".") and other.startswith(one[0]))
        for one, other in zip(short, whole, strict=True)
    )


def _family_name_first(human: Human) -> bool:
    """Korean, Chinese, Vietnamese and Hungarian names begin with the family name."""
    if human.country() in ("KR", "KP", "CN", "TW", "HK", "MO", "VN", "HU", "KH", "SG"):
        return True
    first = lexicon().words.get(human.name.split()[0])
    return (
        "-" in human.tokens[-1]
        and len(human.tokens) == 2
        and len(human.tokens[0]) < 6
        and (first is None or first.symbol != "G")
    )
