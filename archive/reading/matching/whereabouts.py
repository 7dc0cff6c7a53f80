"""Whereabouts: where the event of a match happened, by the cities and venues of its clause; the city of a date line."""

import re
from dataclasses import replace
from functools import cache

from archive.reading.matching.clauses import ASIDE, DATE, OF_ANOTHER, PLACE, clause_end, clause_start, from_near
from archive.reading.matching.matters import is_of_a_matter
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.phrases import Annotations, BlockKind, Marked, Phrase, PhraseKind
from archive.reading.vocabulary import load, load_states

_SITE = r"city|town|capital|village|resort|premises|headquarters|building|seat|offices?|margins|sidelines"

_GO = (
    r"(?:(?:travel|fly|flies|flew|go|com|came|depart|left|leav|head|continu|proceed)\w*"
    rf"(?: (?:on|back|out|over|up|down))?(?: (?:on )?[{DATE}])? (?:to|for)"
    r"|converg\w* on|(?:scheduled|planned|slated) for)"
)

_IN = re.compile(
    rf"\b(?:in|at|near|outside|{_GO})(?: the| an?)?"
    rf"(?:(?: [\w-]+){{0,3}} (?:town|city|village|resort|capital|port|municipality|commune|suburb)(?: city)?(?: of)?)?"
    rf"(?: (?:{_SITE})(?: city)?(?: of)?)*(?: the)? $",
    re.IGNORECASE,
)


_ONWARD = re.compile(r",? and (?:\w+ly |also |then )?(?:\w+ed|gave|held|made|took|read|spoke|laid|saw|met|paid)\b")
# "at Liberty House, | Nairobi", "to be hosted by | Praia"
_NAMED = re.compile(
    rf"\b(?:at|in)(?: the| our| its| their| his| her)?"
    rf"(?: (?:[A-Z][\w'.-]*|[{SYMBOLS[PhraseKind.ORGANIZATION]}{PLACE}]|of|the|and|for)){{1,7}}, $"
    r"|\bhosted by (?:the )?(?:[A-Z]\w+ (?:capital|city)(?: city)?(?: of)?,? )?$"
)

_TO = re.compile(r"\b(?:to|in|visit(?:s|ed|ing)?|for|and|,)(?: the)?(?: (?:city|capital) of)? $", re.IGNORECASE)


_IN_BRACKETS = re.compile(rf"\([{PLACE}](?:, [^(),]{{1,30}})?,? [{DATE}]\)")  # "the seminar on tracing (Lima, D)"
# "for Seoul, where on D | he met"
_WHERE = re.compile(rf"([{PLACE}]),? where (?:(?:on |later |also |the )*[{DATE}],? )?$")
# "Officials in Praia | say": where it is told
_SPOKEN = re.compile(r",? (?:says?|said|told|announced|confirmed|reported)\b")
# "returned to | Cairo after a visit": not where it was
_BACK_TO = re.compile(
    r"\b(?:return(?:ed|s|ing)?|(?:is|was|are|were|came|arrived|flew|went) (?:back|home)|flew home)"
    r"(?: home| back)? (?:to|in)(?: the)? $"
)
# "to stem the flow to gangs | in Rio": of people and bodies that are spoken of
_OF_PEOPLE = re.compile(
    r"\b(?:gangs?|cartels?|(?<!of the )networks?|nationals|citizens|prisoners|inmates|detainees|victims|suspects"
    r"|fugitives|migrants|workers|students|courts?|prisons?|proceedings|embassy|consulate|border|frontier"
    r"|(?:contact|liaison|branch|field|country|regional) office|branch|assets|property|criminals|groups"
    # "after the murder of a judge | in Lima": what befell somebody
    r"|(?:attack|killing|murder|assassination|shooting|stabbing|bombing|abduction|kidnapping|robbery|burglary|explosion"
    r"|blast|riot|massacre|disappearance|arrest|detention|death|fire|crash|seizure)s?"
    rf"(?: (?:of|on|at|against|involving) [^,.;:{DATE}{PLACE}]{{1,50}}?)?)"
    r" (?:in|at|near)(?: the)? $"
)


def place_of(folded: Skeleton, start: int, end: int, *, goes: bool = False, alone: bool = False) -> Phrase | None:
    """The place of an event told at ``start`` .. ``end``: a city first, a venue only where the clause names no city.

    ``alone``: what stands before it is told of something else.
    """
    before = _TO if goes else _IN
    ranges = (
        (start, end),
        (end, clause_end(folded.text, end, len(folded.text))),
        (start if alone else clause_start(folded.text, start, 0), start),
    )
    venue: Phrase | None = None
    where = _WHERE.search(folded.text, 0, start)
    held = folded.fold_at(where.start(1)) if where and not goes else None
    if held and isinstance(held.payload, Phrase):
        return held.payload
    for low, high in ranges:
        asides = [aside.span() for aside in ASIDE.finditer(folded.text, low, high)] if low == end else []
        for at, fold in from_near(folded, low, high, start):
            phrase = fold.payload
            if not isinstance(phrase, Phrase) or any(opens < at < closes for opens, closes in asides):
                continue
            if low == end and OF_ANOTHER.search(folded.text, low, at):
                continue
            if low != start and _OF_PEOPLE.search(folded.text, low, at):
                continue
            if low == end and is_of_a_matter(folded.text, start, end, at):
                continue
            if _is_told_at(folded.text, low, at) or _BACK_TO.search(folded.text, max(0, at - 40), at):
                continue
            if phrase.kind is PhraseKind.PLACE and low == end and _IN_BRACKETS.match(folded.text, at - 1):
                return phrase
            if not before.search(folded.text, max(0, at - 60), at):
                if phrase.kind is PhraseKind.PLACE and not goes and _NAMED.search(folded.text, max(0, at - 60), at):
                    return phrase
                continue
            if phrase.kind is PhraseKind.PLACE:
                return phrase
            if phrase.kind is PhraseKind.COUNTRY and is_city(phrase):
                return phrase
            if (
                phrase.kind is PhraseKind.ORGANIZATION
                and not goes
                and venue is None
                and _IN.search(folded.text, max(0, at - 60), at)
                and not (low == end and _ONWARD.search(folded.text, low, at))
            ):
                venue = phrase
    if (city := _host(folded, start, end)) is not None:
        return city
    last = _LAST.search(folded.text, end) if venue is None and not goes else None
    named = folded.fold_at(last.start(1)) if last else None
    return named.payload if named and isinstance(named.payload, Phrase) else venue


def _is_told_at(text: str, behind: int, at: int) -> bool:
    """Whether a place is where somebody speaks: "officials in | Praia | said", not "who met Y in | Praia |, said"."""
    spoken = _SPOKEN.match(text, at + 1)
    return spoken is not None and (spoken[0][0] != "," or "," in text[behind:at])


# "L | hosted M", "hosted by L": the city that hosts is where it is
_CITY_HOSTS = re.compile(
    rf"([{PLACE}{SYMBOLS[PhraseKind.COUNTRY]}]),? (?:(?:will|is to|has|had|also|would|again|recently|then) ){{0,3}}"
    r"(?:(?:play(?:s|ed)? )?host(?:s|ed)?|stag(?:es?|ed)|welcom(?:es?|ed))\b"
)


def _host(folded: Skeleton, start: int, end: int) -> Phrase | None:
    """The city that hosts an event, also a capital that stands elsewhere for its state."""
    found = _CITY_HOSTS.search(folded.text, max(0, start - 40), end)
    fold = folded.fold_at(found.start(1)) if found else None
    phrase = fold.payload if fold else None
    return as_city(folded, phrase) if isinstance(phrase, Phrase) else None


def as_city(folded: Skeleton, phrase: Phrase) -> Phrase | None:
    """The phrase as that of a city, also a capital that stands elsewhere for its state; None where it names none."""
    if phrase.kind is PhraseKind.PLACE:
        return phrase
    name = phrase.span.of(folded.view)
    return replace(phrase, kind=PhraseKind.PLACE, place=name) if name in _capitals() else None


@cache
def _capitals() -> frozenset[str]:
    """The names of capitals that are none of a state."""
    states = load_states()
    return frozenset(city for state in states for city in state.get("capitals", ())) - {each["name"] for each in states}


_LAST = re.compile(rf"\(([{PLACE}])\)\W*$")  # "P receives Q, head of O (Brussels)"


def is_city(phrase: Phrase) -> bool:
    """Whether a phrase names a city, or a state that is one."""
    return phrase.place is not None or phrase.country in _cities()


@cache
def _cities() -> frozenset[str]:
    """The states that are a city: "the course ended in Singapore"."""
    return frozenset(load("meetings")["city_states"])


def dateline_place(annotations: Annotations) -> Phrase | None:
    """The city of the date line, or of the line that opens with it."""
    dateline = BlockKind.DATELINE
    for marked in annotations.sentences:
        if marked.sentence.block.kind is dateline:
            return next((phrase for phrase in marked.phrases if phrase.kind is PhraseKind.PLACE), None)
    return next(filter(None, (_opening_city(annotations, marked) for marked in annotations.sentences[:_TOP])), None)


def _opening_city(annotations: Annotations, marked: Marked) -> Phrase | None:
    """The city that opens a line as a date line does: "Amman, Jan. 22 - ", "Justice House, Amman - "."""
    first = next((phrase for phrase in marked.phrases if phrase.kind is PhraseKind.PLACE), None)
    if first is None:
        return None
    opens = marked.sentence.span.start
    if first.span.start != opens and not _HOUSE.fullmatch(annotations.layout.view, opens, first.span.start):
        return None
    dated = _DATED_LINE.match(annotations.layout.view, first.span.end, marked.sentence.span.end)
    return first if dated or marked.sentence.block.kind is BlockKind.DATELINE else None


def state_of_the_date_line(annotations: Annotations) -> str | None:
    """The state of the city whose name opens a line near the top: "Amman, Jan. 22 - "."""
    for marked in annotations.sentences[:_TOP]:
        first = _opening_city(annotations, marked)
        if first is not None:
            return annotations.state_of_city(first.place)
    return None


_TOP = 5  # sentences

_HOUSE = re.compile(r"(?:(?:[A-Z][\w'.-]*|of|the) ){0,4}(?:[A-Z][\w'.-]*), ")
_DATED_LINE = re.compile(r"(?:, [A-Z][\w.]+)?,? ?\(?(?:\d|[A-Z][a-z']+\.? [\dI]|\(?[A-Z]{2,}\)|[–—-])")
