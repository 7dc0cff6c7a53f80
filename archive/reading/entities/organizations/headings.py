"""Names of bodies in headings, where each word has a capital: which words beside a head are of its name.

"Agency Hosts |Environmental Crime| Unit", "Agency for |Asset Recovery| Opens Office".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.words.folding import Build, fold, positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind
from archive.reading.vocabulary import load

_BEFORE = re.compile(r"w(?=[WtNTL]{0,3}B)")
_BEHIND = re.compile(r"B(?:\([UA]\))?(?:[ofi]e?[WtDkL]*w[WtDkLw]*(?:n[WtDkLw]+)?){1,3}")
_CAPITAL = re.compile(r"[^\W\d_][\w'-]*")
_HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)
_VERBAL = re.compile(r"(?:[^s'u]s|ed|ing)$|^(?:New|Former|Old|Top|Their|His|Her|Its|Our|Both|Two|Three|All|Meet|Met)$")
_NOT_OF_A_NAME = frozenset(("in", "to", "with"))
_WHOLE_SUBJECTS = frozenset(("state", "justice"))
_NOUNS = frozenset(load("organizations")["in_headings"]["words"])


class Headings(Finder):
    """The finder of words in headings that are of the name of a body."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with such words as ordinary words with a capital."""
        sentences = [pieces[number].fact for number in positions(pieces, Symbol.BREAK)]
        headings = [each.span for each in sentences if each.block.kind in _HEADINGS]
        if not headings:
            return pieces
        starts = [span.start for span in headings]

        def inside(build: Build) -> Build:
            def built(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | Piece | None:
                number = bisect_right(starts, run[0].start) - 1
                return build(match, run) if number >= 0 and run[0].start < headings[number].end else None

            return built

        return fold(fold(pieces, _BEFORE, inside(self._before)), _BEHIND, inside(self._behind))

    def _before(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """The last words with capitals before a head, up to a verb."""
        end = start = run[0].end
        for word in reversed(list(_CAPITAL.finditer(self.view, run[0].start, run[0].end))):
            if start - word.end() > 1 or not word[0][0].isupper() or _VERBAL.search(word[0].capitalize()):
                break
            start = word.start()
        if start == end:
            return None
        before = [Piece(run[0].start, start - 1, Symbol.OTHER)] if start > run[0].start else []
        return [*before, Piece(start, end, Symbol.WORD)]

    def _behind(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """The words with capitals behind a head and its "of" or "for", up to a verb."""
        found: list[Piece] = []
        for number, piece in enumerate(run):
            if self.view[piece.start : piece.end].lower() in _NOT_OF_A_NAME or (
                found and self._words(found[-1:]).lower() in _WHOLE_SUBJECTS
            ):
                return [*found, *run[number:]] if number else None
            if piece.symbol != Symbol.OTHER:
                found.append(piece)
                continue
            start = end = piece.start
            for word in _CAPITAL.finditer(self.view, piece.start, piece.end):
                said = word[0].capitalize()
                verbal = _VERBAL.search(said) and said not in _NOUNS
                if word.start() - end > 1 or not word[0][0].isupper() or verbal:
                    break
                end = word.end()
            if end > start:
                found.append(Piece(start, end, Symbol.WORD))
            if end < piece.end:
                rest = [Piece(max(end, start) + (end > start), piece.end, Symbol.OTHER)]
                return [*found, *rest, *run[number + 1 :]]
        return found
