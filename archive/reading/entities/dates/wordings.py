"""Dates: every wording of a day, month, year or period, with its EDTF form where the text and its anchor give one.

A date is never made more precise than its words. Words that count from the day of publication ("today", "last year",
"on Friday") are resolved only where that day is known: from outside, or from the text's own date line. The wordings are
data: ``vocabulary/dates.toml``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from archive.reading.entities.dates.counting import Resolver, near_day
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
from archive.values import DateBasis, PartialDate, Span


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
    r"\b(?:will|shall|would(?! not)|can be|could be|may be|(?:was|were) to(?! have)"
    r"|(?:is|are|be) (?:\w+ )?(?:to|expected|scheduled|planned|due|said|awaited|foreseen|envisaged|anticipated|set"
    r"|slated|targeted|earmarked|booked|pencill?ed)"
    r"|(?:is|are|was|were|remains?|seems?) (?:(?:\w+ly|still|also) )?(?:possible|conceivable|likely|unlikely)"
    r"|plans? to|(?:intend|expect|hope|aim|want|wish|prepare)s? to|looks? forward to|due in"
    r"|(?:planned|foreseen|scheduled|set|announced|slated|earmarked|convened) for"
    r"|(?:postponed|put off|moved|rescheduled|deferred|slated|pencilled in|adjourned|slipped|delayed|pushed back|wait)"
    r" (?:to|for|until|till)"
    r"|to be (?:co-)?(?:held|signed|hosted|organi[sz]ed|staged|convened)|upcoming|forthcoming|next"
    r"|invitations? (?:\w+ ){0,6}to|invit(?:e|es|ed|ing) (?:[^\s.;]+ ){0,12}?to)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|took|held|met|led|began|signed|gave|spoke|said|told|went|came|saw|sat|flew|left|made|paid|ran"
    r"|drew|brought|sent|heard|wrote|found|became|stood|won|rose|fell|sought|taught|got"
    r"|(?!expected|planned|scheduled|need)[a-z]{3,}ed)\b"
)
# A past that is no participle: "said on Tuesday" is behind, whatever the sentence announces before it.
_FINITE = re.compile(
    r"\b(?:was|were|had|spoke|said|told|announced|confirmed|stated|added|noted|reported|declared|explained)\b(?! to)"
)
# What is said in the present of a day tells of one to come: "On Tuesday he flies to Lima".
_STARTS = re.compile(
    r"\b(?:begin|start|open|close|end|fl(?:y|ie)|travel|arrive|leave|depart|head|kick|resume|convene|return"
    r"|take)s? (?:on|off|in|at|for|to|here|place|under|ahead|online|virtually|his|her|their|its|a|an|the)\b"
    r"|\bgoes ahead\b|\bgets? under way\b"
)
_AHEAD = re.compile(
    r"\b(?:(?:agreed|offered|decided|pledged|undertook) to|agreed that"
    r"|(?:offers?|invitations?|proposals?|plans?|intentions?|readiness|decisions?|wish|promises?|commitments?|pledges?)"
    r" (?:\w+ ){0,4}?to"
    r"|(?:propos|suggest)\w+ (?:to|that|a|an|the|\w+ing)|(?:request|recommend|ask|urg|insist)(?:s|ed|ing|es)? that"
    r"|(?:idea|request|recommendation|suggestion) (?:that|of \w+ing)"
    r"|(?:plans?|preparations?|arrangements?|proposals?|ideas?|invitations?|requests?) (?:for|of|to) (?:an?|the)"
    r"|to (?:prepare|plan|arrange|organi[sz]e|reconvene|(?:meet|convene|gather|assemble|see each other) again)"
    r"|(?:organi[sz]ation|organi[sz]ing|holding|convening) of)\b"
)
# "was due to meet | on 20 May", "due on 20 May, | was put off": the day may lie ahead or behind
_WAS_TO = re.compile(
    r"\b(?:was|were|had(?: been)?|first|originally|initially|previously)"
    r"(?: (?:\w+ly|due|expected|scheduled|planned|set|slated|supposed|meant|first|intended|announced))*+"
    r"(?: to| for)?(?: be \w+)?$"
)
_PUT_OFF = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are|been|later|now) (?:postponed|put off|deferred|delayed|rescheduled|slipped"
    r"|pushed back|brought forward)|(?:will|is|are|be|been|to) now"
    r"|now (?:be|to|expected|due|planned|set|scheduled|will))\b"
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEK = 7  # days by which a text may be published after its date line was written
_CLAUSE = 300  # characters around a date in which its verb stands
_LIMIT = re.compile(r"\b(?:(?P<deadline>before|by|no later than|until|till)|(?P<since>since|after)) $", re.IGNORECASE)


def find_dates(layout: Layout, published: str | None) -> list[FoundDate]:
    """Every date of the text, in order."""
    return dates_from(layout, anchor_of(layout, published))


def dates_from(layout: Layout, anchor: Point | None) -> list[FoundDate]:
    """Every date of a text whose "today" is known, in order."""
    year = year_of_report(layout)
    day_first = shows_day_first(layout.view, anchor)
    context = Context(anchor, last_day=year, told=year, year=year.year if year else None, day_first=day_first)
    found: list[FoundDate] = []
    for sentence in layout.sentences:
        found.extend(_in_sentence(layout, sentence.span, context))
    return found


def _in_sentence(layout: Layout, span: Span, context: Context) -> Iterator[FoundDate]:
    view, reached, rules = layout.view, span.start, _rules()
    context.begin_sentence()
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
            context.decided = partial(_is_decided, view, span, match)
            resolved = rule.resolve(match, context)
            if resolved is None:
                continue
            reached = match.end() + _closes(match)
            edtf, basis = resolved
            where = Span(start, reached)
            point = Point.parse((edtf or "").partition("/")[0])
            quoted = rule.resolve is near_day and layout.is_quoted(where)
            context.year = point.year if point and not quoted else context.year
            if point is not None and point.day and not quoted:
                context.tell(point, dated=basis is DateBasis.EXPLICIT)
                if match[0][:3] in _WEEKDAYS and any(map(str.isdigit, match[0])):
                    context.weekday_told = point
            limit = _LIMIT.search(view, max(span.start, start - 15), start)
            yield FoundDate(
                where, PartialDate(where.of(layout.text), edtf, basis), str(limit.lastgroup) if limit else rule.name
            )
            break


# "decided in Lima on 3 May 2024 | to hold the next meeting in July", but not "the meeting begun in July"
_DECIDED = re.compile(
    r"\b(?:agreed|decided|resolved|undertook|pledged|arranged)\b"
    r"(?:(?!\b(?:will|would|shall|have|has|had|was|were|decisions?|after)\b)[^,;:\n])*\bto "
    r"(?:(?:meet|reconvene|convene|gather)(?: (?:again|next|there))?"
    r"|(?:hold|host|sign|organi[sz]e|stage|launch|open) (?:an?|another|the|their)"
    r"(?: (?!(?:\w+ed|held|made|met|begun|struck|drawn|taken|written|set|put|given|brought|sent|done"
    r"|in|at|on|after|before|since|from|during) )[A-Za-z-]+){1,5})"
    r"(?: (?:in|at) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)? (?:in|on|by) $"
)


def _is_decided(view: str, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a date is of what somebody decided to do, as the verbs before it in the sentence tell."""
    return _DECIDED.search(view, max(sentence.start, match.start() - _CLAUSE), match.start()) is not None


def _closes(match: re.Match[str]) -> bool:
    """Whether the bracket that a wording opens ends right behind it: "Tuesday (24 September)"."""
    return "(" in match[0] and ")" not in match[0] and match.string.startswith(")", match.end())


def _tense(view: str, sentence: Span, match: re.Match[str]) -> int:
    """Whether a date lies ahead or behind by the verbs of its sentence; 0 where they do not tell."""
    here, start = match.start(), max(sentence.start, match.start() - _CLAUSE)
    end = min(sentence.end, match.end() + _CLAUSE)
    if ahead := [found.end() for found in _FUTURE.finditer(view, start, here)]:
        if _FINITE.search(view, ahead[-1], here):
            return -1  # "will meet in May, he said on Tuesday"
        moved = _WAS_TO.search(view, start, ahead[-1]) or _PUT_OFF.search(view, match.end(), end)
        return 0 if moved else 1
    past = _PAST.search(view, start, here)
    if _AHEAD.search(view, start, here):
        return 0  # "agreed to meet in September"
    after, behind = _FUTURE.search(view, match.end(), end), _PAST.search(view, match.end(), end)
    if after and past:
        return 0
    if after and not (behind and behind.start() < after.start()):
        return 1
    if past or behind:
        return -1
    return int(_STARTS.search(view, start, end) is not None)


def anchor_of(layout: Layout, published: str | None) -> Point | None:
    """The day that "today" means: the publication date, or that of the lines a text is stamped with."""
    outside = Point.parse(published)
    first, last = edges(layout)
    if outside is not None and outside.day is not None:
        lines = tuple(block for block in first if block.kind is BlockKind.DATELINE)
        written = first_day(_stamped(layout, lines, Context(outside)))
        return written if written and 0 <= (outside.nearby - written.nearby).days <= _WEEK else outside
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
