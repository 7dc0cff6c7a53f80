"""Bodies that something beside a name says: the noun for what it is, a form of law, a title, a state.

The patterns are data with examples (`vocabulary/bodies.toml`); here is what each rule asks beyond its pattern.
"""

import re
from collections.abc import Sequence
from functools import cache, partial

from archive.reading.entities.organizations.bodies import Body, Finder
from archive.reading.entities.organizations.newsrooms import Newsrooms
from archive.reading.entities.words.folding import Build, fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span

_NO_BODIES = frozenset(load("organizations")["acronyms"]["no_bodies"])
_OF_MANY_STATES = frozenset(load("organizations")["acronyms"]["of_many_states"])
_PREFIXES = frozenset(load("organizations")["companies"]["prefixes"])
_FIRMS = frozenset(load("organizations")["firms"]["words"])
_LETTERS_ALONE = (
    "acronym-before-its-noun",
    "acronym-behind-its-noun",
    "acronym-beside-a-body",
    "acronym-behind-a-title",
)
_UNLAWFUL = re.compile(rf"\b(?:{'|'.join(load('organizations')['introductions']['unlawful'])}) $")
_CLOSING_MARK = re.compile(r"\"\s")  # "a newspaper," X said
_OF_PARTS = re.compile(r"(?!Mac)[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
_QUALIFIES = re.compile(r"-(?:based|owned|led|registered|backed|listed|run|linked|flagged|controlled)$")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules of the vocabulary, in its order."""
    return tuple((entry["name"], re.compile(entry["pattern"])) for entry in load("bodies")["introduced"])


class Introduced(Finder):
    """The finder of bodies by what stands beside their names."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        builds: dict[str, Build] = {
            "company-prefix": self._prefix,
            "company-suffix": self._company,
            "firm-of-partners": self._partners,
            "company-with-its-suffix": self._suffix,
            "quoted-body": self._quoted,
            "quoted-body-of-people": self._quoted_of_people,
            "introduced-body": self._introduced,
            "body-before-its-noun": self._noun_after,
            "acronym-after-its-noun": self._noun_before,
            "body-with-a-head": self._headed_by,
            "word-of-parts-with-a-head": self._of_parts,
            "acronym-before-a-title": self._before_a_title,
            "acronym-with-its-state": self._with_its_state,
            "acronym-of-a-state": self._of_a_state,
            "acronym-that-a-state-has": self._that_a_state_has,
            "acronym-first": self._acronym_first,
        }
        builds |= {rule: partial(self._letters_alone, rule) for rule in _LETTERS_ALONE}
        builds |= Newsrooms(self.text, self.view, self.register).builds()
        for name, pattern in _patterns():
            pieces = fold(pieces, pattern, builds[name])
        return pieces

    def _quoted(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the NGO «Archive of Memory»": what stands between the marks is the name."""
        named = group(match, run, "name")
        noun = run[0].entry or Entry(Symbol.COMPANY)
        if noun.kind == "dealing" or not self.view[named[0].start].isupper():
            return None
        kind = OrganizationKind(noun.kind) if noun.kind in ("media", "company") else OrganizationKind.OTHER
        return self._named_so(named, run, kind, "quoted-body")

    def _quoted_of_people(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "representatives of “Fair Trials Andorra”": what people are of is a body."""
        return self._named_so(group(match, run, "name"), run, OrganizationKind.OTHER, "quoted-body-of-people")

    def _prefix(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "PT Sawit Lestari", "LLC “Romashka”": the form of law stands before the name."""
        capital = self.view[run[1].start : run[1].end] == '"' or self.view[run[1].start].isupper()
        if self._words(run[:1]) not in _PREFIXES or not capital:
            return None
        return self._named_so(run, run, OrganizationKind.COMPANY, "company-prefix")

    def _suffix(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Banco del Sur S.A.": the suffix belongs to the name."""
        body: Body = run[0].fact[0]
        if len(run[0].fact) != 1 or body.kind is OrganizationKind.INTERNATIONAL:
            return None
        core = Span(run[0].start, run[-1].end)
        body.call(self._said(core))
        body.kind = OrganizationKind.COMPANY
        return Piece(
            core.start, core.end, Symbol.ORGANIZATION, fact=run[0].fact, parts=run, rule="company-with-its-suffix"
        )

    def _company(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        joined = [piece for piece in group(match, run, "name") if piece.symbol == "n"]
        named = group(match, run, "name")
        if (joined and self.view[joined[0].start : joined[0].end] != "&") or all(p.symbol in "DCKk" for p in named):
            return None  # "the Kenyan AG" is no company
        if self._words(named[:1]) == "Justice" and self._words(run[-1:]) == "JSC":
            return None  # of the Supreme Court
        return self._named_so(run, run, OrganizationKind.COMPANY, "company-suffix")

    def _partners(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Okafor, Bello & Partners": a firm that is called after persons."""
        ampersand = self.view[run[-2].start : run[-2].end] == "&"
        if not ampersand or self._words(group(match, run, "head")) not in _FIRMS:
            return None
        return self._named_so(run, run, OrganizationKind.COMPANY, "firm-of-partners")

    def _introduced(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "the news agency Armenpress", "a shell company, Panama Star Trading", "the magazine Rett & Kyst"."""
        noun = run[0].entry or Entry(Symbol.COMPANY)
        named, rest = group(match, run, "name"), []
        at = next((number for number, piece in enumerate(run) if piece.symbol == Symbol.AND), len(run))
        if at < len(run) and self.view[run[at].start] != "&":
            run, rest = run[:at], list(run[at:])
            named = named[: len(named) - len(rest)]
        if _CLOSING_MARK.search(self.view, run[0].end, named[0].start) or _UNLAWFUL.search(
            self.view, max(0, run[0].start - 20), run[0].start
        ):
            return None
        if named[0].symbol in "WP" and len(named) < 2:
            return None
        if noun.kind == "dealing" and (len(named) < 2 or named[0].symbol == "G"):
            return None
        kind = OrganizationKind(noun.kind) if noun.kind in ("media", "company") else OrganizationKind.OTHER
        return [self._named_so(named, run, kind, "introduced-body"), *rest]

    def _noun_before(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the anti-graft office USKOK": an acronym after the noun for what it is."""
        return self._named_so(group(match, run, "name"), run, OrganizationKind.AGENCY, "acronym-after-its-noun")

    def _noun_after(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the Binance crypto exchange"."""
        noun = run[-1].entry or Entry(Symbol.COMPANY)
        if noun.value not in load("organizations")["companies"]["nouns"] or _QUALIFIES.search(self._words(run[:-1])):
            return None
        kind = OrganizationKind(noun.kind) if noun.kind in ("media", "company") else OrganizationKind.OTHER
        return self._named_so(group(match, run, "name"), run, kind, "body-before-its-noun")

    def _letters_alone(self, rule: str, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "ZINTRAK, the Canadian unit", "the seizure agency, ANZESK", "Eurojust and ZINTRAK"."""
        at = match.start("first" if match.groupdict().get("first") else "name") - match.start()
        named = run[at : at + 1]
        word = self._words(named)
        if len(word) < 3 or not word.isupper() or word in _NO_BODIES or any(char.isdigit() for char in word):
            return None
        if word in self.register.by_acronym() or f"({word})" in self.view:
            return None
        piece = self._named_so(named, named, OrganizationKind.AGENCY, rule)
        states = [code for other in run[at + 1 :] if other.symbol in "DC" and other.entry for code in other.entry.codes]
        piece.fact[0].country = states[0] if len(states) == 1 else None
        return [*run[:at], piece, *run[at + 1 :]]

    def _headed_by(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the President of the Bundeskartellamt": what has a head is a body."""
        word = self._words(run)
        if len(word) < 3 or word in self.register.by_acronym():
            return None
        return self._named_so(run, run, OrganizationKind.AGENCY, "body-with-a-head")

    def _of_parts(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the Commander of ZamPol": a word put together from the beginnings of others."""
        word = self._words(run)
        if _OF_PARTS.fullmatch(word) is None or word in self.register.by_acronym():
            return None
        kind = OrganizationKind.POLICE if word.endswith("Pol") else OrganizationKind.AGENCY
        return self._named_so(run, run, kind, "word-of-parts-with-a-head")

    def _before_a_title(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "CBI Director": an acronym before a title names the body."""
        word = self._words(run)
        if (
            not 2 <= len(word) <= 9
            or any(char.isdigit() for char in word)
            or word in _NO_BODIES
            or word in self.register.by_acronym()
        ):
            return None
        return self._named_so(run, run, OrganizationKind.AGENCY, "acronym-before-a-title")

    def _with_its_state(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "FIU Latvia": letters that many states have, with one of these."""
        state = run[-1].state
        if self._words(run[:1]) not in _OF_MANY_STATES or state is None:
            return None
        core = Span(run[0].start, run[-1].end)
        body = self.register.add(
            self._said(core), self._words(run), OrganizationKind.AGENCY, state, core, "acronym-with-its-state"
        )
        return Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)

    def _of_a_state(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "the FIU of Estonia": an acronym that a state has."""
        named, state = group(match, run, "name"), group(match, run, "state")[0]
        word, codes = self._words(named), state.entry.codes if state.entry else ()
        if not 3 <= len(word) <= 7 or word in _NO_BODIES or word in self.register.by_acronym() or len(codes) != 1:
            return None
        core = Span(named[0].start, named[-1].end)
        body = self.register.add(word, word, OrganizationKind.AGENCY, codes[0], core, "acronym-of-a-state")
        return [Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=named, rule=body.rule), *run[1:]]

    def _that_a_state_has(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Togo's ZPR", "the Serbian ZIA": an acronym behind the state that has it."""
        found = self._letters_alone("acronym-that-a-state-has", match, run)
        state = run[0]
        if found is not None and state.entry is not None and len(state.entry.codes) == 1:
            found[len(run) - 1].fact[0].country = state.entry.codes[0]
        return found

    def _acronym_first(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "FIA, the Financial Intelligence Agency": the initials of the name stand before it."""
        acronym, piece = group(match, run, "acronym")[0], group(match, run, "body")[0]
        body: Body = piece.fact[0]
        letters = "".join(word[0] for word in re.split(r"[ -]", body.canonical) if word[:1].isupper())
        if body.acronym is not None or not letters.startswith(self._words([acronym])[:3]):
            return None
        self._short(body, acronym)
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=piece.fact, parts=run, rule="acronym-first")
