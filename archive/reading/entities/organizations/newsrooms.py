"""Newsrooms: who reports stands in a date line, under a masthead or at the end; who is told something is one, too.

The patterns are data with examples (`vocabulary/bodies.toml`); here is what each rule asks beyond its pattern.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.words.folding import Build, group
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind
from archive.reading.vocabulary import load
from archive.values import OrganizationKind

_FIRST_LINES = 600  # characters in which a text says who reports
_LAST_LINES = 160  # and in which it says so at its end
_NEWSROOMS = load("organizations")["newsrooms"]
_WORDS, _EVENTS = tuple(_NEWSROOMS["words"]), tuple(_NEWSROOMS["events"])
_ENDINGS, _OPENINGS = tuple(_NEWSROOMS["endings"]), tuple(_NEWSROOMS["openings"])
_PAPERS = tuple(f" {word}" for word in _NEWSROOMS["papers"])
_BEFORE_ITS_NAME = tuple(_NEWSROOMS["before"])
_NO_BODIES = frozenset(load("organizations")["acronyms"]["no_bodies"])
_SPOKEN_TO = re.compile(
    r"\b(?:(?P<interview>in an(?: \w+)? interview (?:to|for))|interview(?:ed)? (?:to|with|for|by|given to)"
    r"|told|tells?|(?:says?|said|stated) to|[Aa]sked by|told us that|(?:quoted|reported|cited) by"
    r"|(?:comments?|remarks) to) (?P<the>[Tt]he )?$"
)
_CALLED_TO_WITNESS = re.compile(
    r"\b(?:told|tells|[Aa]ccording to|informed|(?:reported|quoted|cited|published|revealed|seen) (?:by|in))"
    r" (?:the|The) $"
)
_REPORTS = re.compile(rf",? (?:(?:also|first|later|then|recently|earlier) )?(?:{'|'.join(_NEWSROOMS['reports'])})\b")
_LEARNS = re.compile(r" (?:has )?(?:learn(?:ed|t|s)|understands|reports|reported)\b[^.\n]{0,30}[.\n]")
_MARKED = re.compile(r"(?<!\w)[—–/(-] ?$")
_SIGNED = re.compile(r":? \d{1,2}(?:th|st|nd|rd)? [A-Z][a-z]+,? \d{4}\.?\s*$|(?:/[\w-]+)+\s*$")
_ISSUE = re.compile(r" ?\| ?(?:No\.|Nr\.|№|Issue|Vol\.|Volume|Edition)")


class Newsrooms(Finder):
    """What the rules for newsrooms ask beyond their patterns."""

    def builds(self) -> dict[str, Build]:
        """What makes a body of a match, by the name of the rule."""
        return {
            "media-of-the-date-line": self._dateline,
            "wire-of-the-first-line": self._wire,
            "wire-between-slashes": self._slashed,
            "wire-of-the-last-line": self._closing,
            "masthead": self._masthead,
            "broadcaster-before-its-name": self._broadcaster,
            "media-spoken-to": self._spoken_to,
            "media-called-to-witness": self._called_to_witness,
        }

    def _reports(self, match: re.Match[str], run: Sequence[Piece], rule: str) -> Sequence[Piece] | None:
        """The run with its name as a newsroom."""
        start, stop = match.span("name" if match["name"] else "letters")
        at, end = start - match.start(), stop - match.start()
        if self._words(run[at:end]) in _NO_BODIES:
            return None
        return [*run[:at], self._named_so(run[at:end], run[at:end], OrganizationKind.MEDIA, rule), *run[end:]]

    def _dateline(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "AMMAN (Petra) -", "RIYADH, Nov 12, SPA --": who reports stands in the date line."""
        if run[-1].fact.block.kind is not BlockKind.DATELINE:
            return None
        return self._reports(match, run, "media-of-the-date-line")

    def _wire(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Tunis, Feb. 28 (GNA): ...": who reports stands in brackets between the place and the first words."""
        if run[0].start > _FIRST_LINES or self.view[run[0].start - 1 : run[0].start].strip():
            return None
        return self._reports(match, run, "wire-of-the-first-line")

    def _slashed(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Ulaanbaatar, 5 May /MONTSAME/.": who reports stands between slashes."""
        first, last = run[0], run[-1]
        slashes = self.view[first.end - 1] == self.view[last.start] == "/"
        apart = self.view[first.start - 1 : first.start].strip() or self.view[last.end : last.end + 1].isalnum()
        if first.start > _FIRST_LINES or not slashes or apart or self.view[first.end].isspace():
            return None
        return self._reports(match, run, "wire-between-slashes")

    def _closing(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "— VNS": who reports stands alone in the last line, behind a mark."""
        name = group(match, run, "name" if match["name"] else "letters")[0]
        if match["name"]:
            marked = _MARKED.search(self.view, max(0, name.start - 3), name.start)
        else:
            marked = _SIGNED.match(self.view, name.end)
        if not marked or name.end < len(self.view.rstrip()) - _LAST_LINES:
            return None
        return self._reports(match, run, "wire-of-the-last-line")

    def _masthead(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "The Caspian Jurist | No. 37": a paper with the number of its issue."""
        named = group(match, run, "name")
        if named[0].start > _FIRST_LINES or not _ISSUE.match(self.view, named[-1].end):
            return None
        return self._reports(match, run, "masthead")

    def _broadcaster(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Radio Okapi": the noun stands before the name."""
        if self._words(group(match, run, "head")) not in _BEFORE_ITS_NAME:
            return None
        named = run if self.view[run[-1].start].isupper() else run[:-1]  # "Radio Fiji One", "Radio Okapi |a month ago"
        body = self._named_so(named, named, OrganizationKind.MEDIA, "broadcaster-before-its-name")
        return [body, *run[len(named) :]]

    def _spoken_to(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "in an interview to AZERTAC", "told the Baltic Ledger", "says to Vestlandsposten"."""
        spoken = _SPOKEN_TO.search(self.view, max(0, run[0].start - 30), run[0].start)
        word = self._words(run)
        if not spoken or len(word) < 3 or word in _NO_BODIES or word in self.register.by_acronym():
            return None
        interviewer = spoken["interview"] and len(run) == 2 and all(piece.symbol == "N" for piece in run)
        if not (run[0].symbol == "U" or interviewer or self._is_a_paper(word, run, articled=bool(spoken["the"]))):
            return None
        return self._named_so(run, run, OrganizationKind.MEDIA, "media-spoken-to")

    def _called_to_witness(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "told the Border Post", "The Makran Post wrote", ", ZNA learned": who is named for what it reports."""
        word, start, end = self._words(run), run[0].start, run[-1].end
        if run[0].symbol == "U" and len(run) == 1:
            known = len(word) < 3 or word in _NO_BODIES or word in self.register.by_acronym()
            learns = None if known else _LEARNS.match(self.view, end)
            return self._named_so(run, run, OrganizationKind.MEDIA, "media-called-to-witness") if learns else None
        if len(run) < 2 or not word.endswith(_PAPERS):
            return None
        titled = self.view.endswith("The ", 0, start)
        if not (
            _CALLED_TO_WITNESS.search(self.view, max(0, start - 30), start)
            or (titled and _REPORTS.match(self.view, end))
        ):
            return None
        return self._named_so(run, run, OrganizationKind.MEDIA, "media-called-to-witness")

    @staticmethod
    def _is_a_paper(word: str, run: Sequence[Piece], *, articled: bool) -> bool:
        """Whether words are the name of a paper: by one of them, or because an article stands before them."""
        if len(run) == 1:
            return word.lower().endswith(_ENDINGS)
        proper = any(piece.symbol in "NGUKk" for piece in run)
        return word.endswith(_WORDS) or (
            articled and (proper or word.startswith(_OPENINGS)) and not word.endswith(_EVENTS)
        )
