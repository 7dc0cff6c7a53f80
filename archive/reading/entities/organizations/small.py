"""Bodies in small letters: "the people's procuratorate of X prefecture", "the Lao embassy in China".

Some houses write them so. The rules are data (`vocabulary/bodies.toml`); what is only described is no named body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from archive.reading.entities.organizations.bodies import Body, Finder
from archive.reading.entities.organizations.canonical import kind_of
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the vocabulary: where the name stands among symbols, and which nouns it may have."""

    name: str
    kind: OrganizationKind
    pattern: re.Pattern[str]
    heads: frozenset[str]
    subject: re.Pattern[str] | None


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of the vocabulary, in its order."""
    return tuple(
        Rule(
            entry["name"],
            OrganizationKind(entry["kind"]),
            re.compile(entry["pattern"]),
            frozenset(entry["heads"]),
            re.compile(entry["subject"]) if "subject" in entry else None,
        )
        for entry in load("bodies")["rule"]
    )


_HEAD_WITH_SUBJECT = re.compile(r"Boe?[jwynb]{1,7}")


@cache
def _subjects() -> re.Pattern[str]:
    """A head with a subject in small letters."""
    data = load("bodies")["small_subject"]
    heads, kinds, nouns = ("|".join(data[key]) for key in ("heads", "kinds", "nouns"))
    subject = rf"(?:(?:{kinds})(?: and (?={kinds}))? ?)*(?<= )(?:{nouns})"
    return re.compile(rf"(?:{heads}) of (?:the )?{subject}(?: and {subject.replace('(?<= )', '')})?\b")


class Small(Finder):
    """The finder of bodies in small letters."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        pieces = fold(pieces, _HEAD_WITH_SUBJECT, self._with_subject)
        for rule in rules():
            pieces = fold(pieces, rule.pattern, partial(self._named, rule))
        return pieces

    def _named(self, rule: Rule, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        named, head = _group(match, run, "name"), _group(match, run, "head")[0]
        if self.view[head.start : head.end] not in rule.heads:
            return None
        if rule.subject and not rule.subject.search(self.view[named[0].start : head.start].rstrip()):
            return None
        whole = self._whole(_group(match, run, "whole"))
        if whole is None and "whole" in match.re.groupindex:
            return None
        core = Span(named[0].start, named[-1].end)
        words = self._words(named)
        country = whole.country if whole else _state(_group(match, run, "state")) or _state(named)
        body = self.register.add(self._said(core), words, kind_of(words, rule.kind), country, core, rule.name)
        body.part_of = body.part_of or whole
        made = Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=named, rule=rule.name)
        before = [piece for piece in run if piece.end <= core.start]
        return [*before, made, *(piece for piece in run if piece.start >= core.end)]

    def _with_subject(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Department of international legal relations": a head with a capital, its subject without."""
        named = _subjects().match(self.view, run[0].start, run[-1].end)
        if named is None or run[0].entry is None:
            return None
        core = Span(run[0].start, named.end())
        words = self.view[core.start : core.end]
        body = self.register.add(
            self._said(core), words, OrganizationKind(run[0].entry.kind), None, core, "head-with-a-small-subject"
        )
        parts = [piece for piece in run if piece.start < core.end]
        made = Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=parts, rule=body.rule)
        rest = [Piece(max(p.start, core.end), p.end, p.symbol, p.entry) for p in run if p.end > core.end]
        return [made, *rest]

    def _whole(self, named: Sequence[Piece]) -> Body | None:
        """The body that a unit is one of: by its name, or by the acronym that the text explains."""
        if not named:
            return None
        if named[0].symbol == Symbol.ORGANIZATION:
            return named[0].fact[0] if len(named[0].fact) == 1 else None
        return self.register.by_acronym().get(self.view[named[0].start : named[0].end])


def _group(match: re.Match[str], run: Sequence[Piece], name: str) -> Sequence[Piece]:
    return group(match, run, name) if name in match.re.groupindex else ()


def _state(pieces: Sequence[Piece]) -> str | None:
    """The one state that the words say: by its name, an adjective, a city of it."""
    codes = {code for piece in pieces if piece.symbol in "CDKk" and piece.entry for code in piece.entry.codes}
    return codes.pop() if len(codes) == 1 else None
