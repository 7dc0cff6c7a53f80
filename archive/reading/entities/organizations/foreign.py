"""Names of bodies in other languages: "Fiscalía General de la Nación", "Rádio Nacional de Angola", "Skatteverket"."""

import re
from collections.abc import Sequence
from functools import cache

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.organizations.canonical import kind_of_foreign
from archive.reading.entities.organizations.known import acronym_of
from archive.reading.entities.organizations.shapes import ACRONYM, state
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span

_FOREIGN = re.compile(rf"M(?:p{{0,2}}[NWGYUDCKkTLtBMP]){{0,8}}{ACRONYM}(?P<states>{state()}?)")
_OF_ONE_WORD = re.compile(r"[NM](?:(?<=oN)|(?<=oM)|(?<![NGIHYPpU]N)(?<![NGIHYPpU]M)(?![NGYI]))")
_SHORTEST = 4  # letters before the ending of a name of one word
_GOES_ON = re.compile(r"n[Wt]{1,3}B")  # "Garda National Drugs| and Organised Crime Bureau" is an English name


class Foreign(Finder):
    """The finder of names in other languages."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        return fold(pieces, _FOREIGN, self._foreign)

    def _foreign(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | Piece | None:
        """ "Fiscalía General de la Nación", "Rádio Nacional de Angola"."""
        tail = group(match, run, "states")
        acronym = acronym_of(match, run)
        head = (run[0].entry or Entry(Symbol.FOREIGN)).value
        if " " not in head and len(run) - len(tail) < 2:
            return None
        if _GOES_ON.match(match.string, match.end()) and run[-1].symbol in "Wt":
            return [Piece(run[0].start, run[0].end, Symbol.NAME), *run[1:]]
        end = len(run) - len(tail) - (3 if acronym else 0)
        named = run[:end]
        states = [
            code for piece in (*tail, *named) if piece.entry and piece.symbol == "C" for code in piece.entry.codes
        ]
        core = Span(run[0].start, named[-1].end)
        body = self.register.add(
            self._said(core),
            self._words(named),
            kind_of_foreign(head),
            states[0] if len(states) == 1 else None,
            core,
            "foreign-name",
        )
        self._short(body, acronym)
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)


class OfOneWord(Finder):
    """The finder of names that are one word."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        return fold(pieces, _OF_ONE_WORD, self._of_one_word)

    def _of_one_word(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Skatteverket", "Kaitsepolitseiamet": a word that ends as such names do in its language."""
        word = self._words(run)
        ending = _endings()[0].search(word)
        if ending is None or ending.start() < _SHORTEST or not word[:1].isupper() or "-" in word:
            return None
        kind, country = _endings()[1][ending[0]]
        core = Span(run[0].start, run[0].end)
        body = self.register.add(self._said(core), word, kind, country, core, "foreign-name-of-one-word")
        return Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, tuple[OrganizationKind, str | None]]]:
    """The endings of names of one word, and what each says of the body: its kind, and its state where one has them."""
    said = {
        ending: (OrganizationKind(kind), code or None)
        for kind, states in load("organizations")["foreign"]["endings"].items()
        for code, endings in states.items()
        for ending in endings
    }
    longest = sorted(said, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(longest)})$"), said
