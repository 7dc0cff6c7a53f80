"""Names of bodies in other languages: "Fiscalía General de la Nación", "Rádio Nacional de Angola"."""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.organizations.canonical import kind_of_foreign
from archive.reading.entities.organizations.known import acronym_of
from archive.reading.entities.organizations.shapes import ACRONYM, state
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import Span

_FOREIGN = re.compile(rf"M(?:p{{0,2}}[NWGYUDCKkTLtBMP]){{0,8}}{ACRONYM}(?P<states>{state()}?)")
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
