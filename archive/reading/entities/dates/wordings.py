"""Dates: every wording of a day, month, year or period, with its EDTF form where the text and its anchor give one.

A date is never made more precise than its words. Words that count from the day of publication ("today", "last year",
"on Friday") are resolved only where that day is known: from outside, or from the text's own date line. The wordings are
data: ``vocabulary/dates.toml``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from archive.reading.entities.dates.counting import Resolver
from archive.reading.entities.dates.points import Context, Point
from archive.reading.entities.dates.resolving import RESOLVERS
from archive.reading.entities.dates.stamps import (
    edges,
    first_day,
    is_stamp,
    month_of_the_issue,
    shows_day_first,
    year_of_report,
)
from archive.reading.phrases import Block, BlockKind, Layout
from archive.reading.vocabulary import load
from archive.values import PartialDate, Span


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A wording of a date in the text.

    The rule "deadline" says that the date is a limit ("by the end of July"), "since" that something began or followed
    then; such a date is not the day of an event.
    """

    span: Span
    date: PartialDate
    rule: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording of dates and how it resolves."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver


def _spelled(pattern: str) -> str:
    """A pattern with its named pieces spelled out."""
    pieces = load("dates")["pieces"]
    named = re.compile("{(" + "|".join(pieces) + ")}")
    while named.search(pattern):
        pattern = named.sub(lambda found: str(pieces[found[1]]), pattern)
    return pattern


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile("".join(_spelled(part) for part in load("dates")["trigger"]))


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules in order, by the kind of word that a date opens with."""
    opened: dict[str, list[Rule]] = {}
    for entry in load("dates")["rule"]:
        rule = Rule(entry["name"], re.compile(_spelled(entry["pattern"])), RESOLVERS[entry["resolve"]])
        for kind in entry["opens"]:
            opened.setdefault(kind, []).append(rule)
    return {kind: tuple(rules) for kind, rules in opened.items()}


_FUTURE = re.compile(
    r"\b(?:will|shall|would|(?:is|are) (?:\w+ )?to|(?:is|are) (?:expected|scheduled|planned|due|said)|plans? to"
    r"|(?:intend|expect|hope|aim|want|wish|prepare)s? to|looks? forward to|scheduled for|due in"
    r"|(?:postponed|put off|moved|rescheduled|deferred|slated|pencilled in) (?:to|for|until|till)"
    r"|to be (?:held|signed)|upcoming|forthcoming|next|invit\w+ (?:\w+ ){0,6}to)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|took|held|met|led|began|signed|gave|spoke|said|told|(?!expected|planned|scheduled"
    r"|need)[a-z]{3,}ed)\b"
)
_AHEAD = re.compile(
    r"\b(?:(?:agreed|offered|decided|pledged|undertook) to|agreed that"
    r"|(?:propos|suggest)\w+ (?:to|that|a|an|the|\w+ing))\b"
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CLAUSE = 300  # characters around a date in which its verb stands
_LIMIT = re.compile(r"\b(?:(?P<deadline>before|by|no later than|until|till)|(?P<since>since|after)) $", re.IGNORECASE)


def find_dates(layout: Layout, published: str | None) -> list[FoundDate]:
    """Every date of the text, in order."""
    context = Context(
        anchor_of(layout, published), last_day=year_of_report(layout), day_first=shows_day_first(layout.view)
    )
    found: list[FoundDate] = []
    for sentence in layout.sentences:
        found.extend(_in_sentence(layout, sentence.span, context))
    return found


def _in_sentence(layout: Layout, span: Span, context: Context) -> Iterator[FoundDate]:
    view, reached, rules = layout.view, span.start, _rules()
    # A trigger takes the character before it, too: that is faster than to look behind. A text begins with none.
    begun, before = (0, view) if span.start else (1, f"\n{view[: span.end]}")
    for trigger in _trigger().finditer(before, span.start - 1 + begun, span.end + begun):
        start = trigger.end() - begun
        if start < reached:
            continue
        for rule in rules[str(trigger.lastgroup)]:
            match = rule.pattern.match(view, start, span.end)
            if match is None:
                continue
            context.verbs = partial(_tense, view, span, match)  # few wordings ask for it
            resolved = rule.resolve(match, context)
            if resolved is None:
                continue
            reached = match.end()
            edtf, basis = resolved
            if edtf is not None and (point := Point.parse(edtf.partition("/")[0])) and point.day:
                context.last_day = point
                if match[0][:3] in _WEEKDAYS and any(map(str.isdigit, match[0])):
                    context.told_day = point
            where = Span(start, match.end())
            limit = _LIMIT.search(view, max(span.start, start - 15), start)
            yield FoundDate(
                where, PartialDate(where.of(layout.text), edtf, basis), str(limit.lastgroup) if limit else rule.name
            )
            break


def _tense(view: str, sentence: Span, match: re.Match[str]) -> int:
    """Whether a date lies ahead or behind by the verbs of its sentence; 0 where they do not tell."""
    start, end = max(sentence.start, match.start() - _CLAUSE), min(sentence.end, match.end() + _CLAUSE)
    if _FUTURE.search(view, start, match.start()):
        return 1
    if _FUTURE.search(view, match.end(), end):
        return 0 if _PAST.search(view, start, match.start()) else 1
    if _AHEAD.search(view, start, match.start()):
        return 0  # "agreed to meet in September"
    return -1 if _PAST.search(view, start, end) else 0


def anchor_of(layout: Layout, published: str | None) -> Point | None:
    """The day that "today" means: the publication date, or that of the lines a text is stamped with."""
    outside = Point.parse(published)
    if outside is not None and outside.day is not None:
        return outside
    first, last = edges(layout)
    opening = first_day(_stamped(layout, first, Context(outside)))
    if opening is not None:
        return opening
    closing = list(_stamped(layout, last, Context(outside, day_first=shows_day_first(layout.view))))
    known = first_day(closing) or next(iter(closing), outside)
    if known is not None:  # "Amman, Oct. 3 (Petra) –" above, "03/10/2023" below
        dated = tuple(block for block in first if block.kind is BlockKind.DATELINE)
        opening = first_day(_stamped(layout, dated, Context(known)))
    return opening or first_day(closing) or outside or month_of_the_issue(layout)


def _stamped(layout: Layout, blocks: Sequence[Block], context: Context) -> Iterator[Point]:
    """The days and years of date lines and stamps."""
    for block in blocks:
        for found in _in_sentence(layout, block.span, context):
            point = Point.parse(found.date.edtf)
            if point and (block.kind is BlockKind.DATELINE or is_stamp(layout.view, block, found.span)):
                yield point
