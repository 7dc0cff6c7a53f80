"""Bodies that the vocabulary knows by name, their branches, and their names with more words.

"UN", "Interpol Mexico", "Asset Recovery Inter-Agency Network for Southern Africa (ARINSA)".
"""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import MentionKind, OrganizationKind, Span

_CHAPTER = re.compile(r"A(?:[CKk](?=[,.;:)\nVwnqr])|[WtDkY]{1,4}(?=[^WtTLDkYNGB]))")
_OWNER = r"(?P<owner>(?:D|CS?)?)"
_WHOSE = r"(?P<whose>oe?C(?![SWtTBNG]))"
_MORE = r"(?P<more>(?:[fio]e?)?[WtDkC]{1,3}(?:o[WtDkC]{1,2})?(?=\([UN]\))|fe?t?k(?![WBN]))"
_KNOWN = re.compile(rf"{_OWNER}A(?:{_WHOSE}|{_MORE})?(?:\((?P<acronym1>[AUNG])B?\))?")
_WITH_CHAPTERS = frozenset(load("organizations")["chapters"]["bodies"])
_NATIONAL: dict[str, str] = load("organizations")["chapters"]["national"]
_PROGRAMMES = frozenset(load("organizations")["chapters"]["programmes"])
_OF_STATES = frozenset(("prosecution", "police", "agency", "ministry", "court", "parliament"))
_IN_LETTERS = frozenset(
    ("UK", "U.K.", "US", "U.S.", "USA", "UAE", "DRC", "PRC")
)  # states that stand before their bodies
_SHORTENED = ("body-by-head", "acronym-spells-the-name")  # rules that give a body its own acronym


class Known(Finder):
    """The finder of known bodies."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        pieces = fold(pieces, _CHAPTER, self._chapter)
        return fold(pieces, _KNOWN, self._known)

    def _known(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece]:
        owner = group(match, run, "owner")
        more, acronym = group(match, run, "more"), acronym_of(match, run)
        letters = len(owner) != 1 or owner[0].symbol == "D" or self._words(owner) in _IN_LETTERS
        state = owner[0].state if owner and letters else None
        run, whose = run[len(owner) :], group(match, run, "whose")
        if whose:
            return [*owner, *self._of_a_state(run, whose, acronym, state)]
        return [*owner, self._body(run, more, acronym, state)]

    def _of_a_state(
        self, run: Sequence[Piece], whose: Sequence[Piece], acronym: Piece | None, owner: str | None
    ) -> Sequence[Piece]:
        """ "the Serious Fraud Office |of New Zealand|": the state belongs to the name of a body of states."""
        entry = run[0].entry or Entry(Symbol.BODY)
        state, country = whose[-1].state, entry.codes[0] if entry.codes else None
        short = self._said(Span(run[0].start, run[0].end)).casefold() != entry.value.casefold()
        if short or owner is not None or entry.kind not in _OF_STATES or state is None:
            return [self._body(run[:1], (), None, owner), *run[1:]]
        core, kind = Span(run[0].start, whose[-1].end), OrganizationKind(entry.kind)
        said = self._said(core)
        if country != state:  # one of another state may go by such a name
            body = self.register.add(said, said, kind, state, core, "known-name-of-a-state")
        else:
            body = self.register.known(said, entry.value, kind, country)
            body.mentions.append((core, MentionKind.FULL))
        self._short(body, acronym)
        return [Piece(core.start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)]

    def _body(self, run: Sequence[Piece], more: Sequence[Piece], acronym: Piece | None, owner: str | None) -> Piece:
        """A known body; "the Canadian Justice Department" is one of another state that goes by such a name."""
        entry = run[0].entry or Entry(Symbol.BODY)
        country = entry.codes[0] if entry.codes else None
        core = Span(run[0].start, run[0].end)
        text = self._said(core)
        short = text.casefold() != entry.value.casefold()
        own = self.register.by_acronym().get(text) if short else None
        other = own is not None and own.rule == "known-body" and own.kind is not OrganizationKind(entry.kind)
        if own is not None and (other or own.rule in _SHORTENED):  # "AFP" of the Australian Federal Police
            own.mentions.append((core, MentionKind.SHORT))
            return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=[own], parts=run, rule="acronym")
        if owner is not None and country not in (None, owner) and not short:
            body = self.register.add(text, text, OrganizationKind(entry.kind), owner, core, "known-name-of-a-state")
            return Piece(core.start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)
        if more:  # "Asset Recovery Inter-Agency Network for Southern Africa (ARINSA)"
            core = Span(core.start, more[-1].end)
            states = {code for piece in more if piece.symbol == "C" and piece.entry for code in piece.entry.codes}
            whole = self._said(core)
            state = states.pop() if len(states) == 1 and more[0].symbol == "C" else country
            kind, state = _branch(entry, state)
            body = self.register.add(whole, whole, kind, state, core, "part-of-a-known-body")
            self._short(body, acronym)
            return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)
        body = self.register.known(text, entry.value, OrganizationKind(entry.kind), country)
        body.mentions.append((core, MentionKind.SHORT if short else MentionKind.FULL))
        self._short(body, acronym)
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule="known-body")

    def _chapter(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Interpol Mexico", "UNODC Global Maritime Crime Programme": a branch of a known body."""
        branch = run[-1].symbol in "CK" or self._words(run[-1:]) in _PROGRAMMES
        entry = run[0].entry
        if not branch or entry is None or entry.value not in _WITH_CHAPTERS:
            return None
        core = Span(run[0].start, run[-1].end)
        kind, state = _branch(entry, run[1].state if run[1].symbol in "CK" else None)
        body = self.register.add(self._said(core), self._words(run), kind, state, core, "branch-of-a-known-body")
        return Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)


def acronym_of(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
    """The acronym that stands in brackets in or after the name."""
    for name in ("acronym1", "acronym2", "acronym3"):
        if name in match.re.groupindex and match[name]:
            found = group(match, run, name)
            return found[0] if len(found) == 1 else Piece(found[0].start, found[-1].end, found[0].symbol, parts=found)
    return None


def _branch(entry: Entry, state: str | None) -> tuple[OrganizationKind, str | None]:
    """What sort of body the branch in a state is, and its state: "Interpol Mexico" has one, "UNODC Kenya" none."""
    if state is not None and entry.value in _NATIONAL:
        return OrganizationKind(_NATIONAL[entry.value]), state
    kind = OrganizationKind(entry.kind)
    return kind, None if kind is OrganizationKind.INTERNATIONAL else state
