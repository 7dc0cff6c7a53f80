"""Clauses: where and when the event of a match happened, and who its phrases stand for.

The words around a verb are searched near to far: inside the match, after it up to the next clause, before it. A date or
place behind a word that takes it elsewhere ("since 2019", "from Lima") does not count.
"""

import re
from collections.abc import Iterator
from functools import cache

from archive.reading.facts import Appointment
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Annotations, BlockKind, Marked, Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, PartialDate

DATE = SYMBOLS[PhraseKind.DATE]

PLACE = SYMBOLS[PhraseKind.PLACE]

_NO_DATE = re.compile(
    r"\b(?:since|until|till|for|before|by|dated|(?:announced|foreseen|scheduled) for|than"
    r"|(?<!morning )(?<!afternoon )(?<!evening )(?<!night )(?<!day )of|after|the|between|early as)"
    r"(?: the)?(?: end of)? $",
    re.IGNORECASE,
)


# "which was held in", "which is planned for"
_TURNS = re.compile(r",? (?:after|before|following|having)\b")  # "returned on D | after attending M"
_STILL = (
    r"(?: (?:was|were|is|are|(?:is|are|was|were) being|will be|is to|are to|is due to|is expected to|will))?"
    r" (?:held|be held|open|tak|took|beg|start|end|conclud|r[au]n|last|planned|scheduled|slated|foreseen)"
)

_SAYING = (
    r"said|says|told|announced|added|noted|recalled|proposed|agreed|promised|undertook|pledged|invited|praised|thanked"
    r"|congratulated|expressed|stressed|underlined|emphasi[sz]ed|requested|asked|offered|decided|informed|commended"
)

_CALLING = r" (?:paid|pays|called on|(?:is|are|was|were) paying)\b"  # "received X, who paid a courtesy call at"

_WHO = rf"(?:the )?[{ACTORS}{SYMBOLS[PhraseKind.PRONOUN]}]"
_IS_TO_COME = (
    r"(?:to (?:be (?:held|convened|hosted|organi[sz]ed)|take place)|(?:due|scheduled|planned|set|slated) (?:for|to)"
    r"|(?:which |that )?(?:will|shall|is to|are to) (?:be (?:held|convened|hosted|organi[sz]ed)|take place|convene))"
)
_OTHER_CLAUSE = re.compile(
    rf";|,? before (?:\w+ing\b|{_WHO})"
    rf"|,? (?:which(?!{_STILL})|who(?!{_CALLING})|whose|whom|where|that had|because|while"
    r"|although)\b|\. |: "
    r"|(?<!,) which (?:began|started|opened)\b|(?<!,) that (?!same|day|morning|afternoon|evening|night|week|month|year)"
    rf"|,? and (?:\w+ly |also |then )?(?:{_SAYING})\b"
    r"|,? and (?:will |shall |is to )?(?:(?:enter|c[ao]me)(?:s|ed)? into|t(?:akes?|ook)) (?:force|effect)\b"
    rf"|{ENCOUNTER}[^.;{ENCOUNTER}]{{0,60}}?,? {_IS_TO_COME}\b"  # "discussed | the next meeting, to be held in"
    rf"|, and (?:on|in) [{DATE}]|,? and [{DATE}],? {_WHO}|,? and (?:then|later|afterwards|subsequently)\b"
    r"|, (?:first |originally |previously )?(?:signed|concluded|adopted|launched|established|created|opened|set up)\b"
    rf"|(?<={INSTRUMENT}),? (?:which (?:was|were) )?(?:already |earlier |first |previously )?"
    r"(?:signed|concluded|adopted|initial+ed|dated|approved|reached|ratified)\b",
    re.IGNORECASE,
)

_SITE = r"city|town|capital|village|resort|premises|headquarters|building|seat|offices?|margins|sidelines"

_GO = (
    rf"(?:(?:travel|fly|flew|go|com|came|depart|left|leav|head|continu|proceed)\w*(?: [{DATE}])? (?:to|for)"
    r"|converg\w* on|(?:scheduled|planned|slated) for)"
)

_IN = re.compile(
    rf"\b(?:in|at|near|outside|{_GO})(?: the| an?)?"
    rf"(?:(?: [\w-]+){{0,3}} (?:town|city|village|resort|capital|port|municipality|commune|suburb)(?: city)?(?: of)?)?"
    rf"(?: (?:{_SITE})(?: city)?(?: of)?)*(?: the)? $",
    re.IGNORECASE,
)


# "a banker arrested | in Lima": of a noun that is not the event
_OF_ANOTHER = re.compile(
    r"\b(?!(?:was|were|is|are|been|be|being|and|or|also|then|had|has|have|not|\w+ly)\b)[a-z]+"
    r" (?!(?:held|hosted|organi[sz]ed|convened|staged|arranged|scheduled|planned|conducted|opened|started|concluded"
    r"|ended|located|situated|based|need|seed|speed|indeed)\b)(?:[a-z]{2,}ed|thought|said|known)(?: to be)?"
    rf" (?:(?:on|in|at|near)(?: the)? [{PLACE}{SYMBOLS[PhraseKind.COUNTRY]}],? )?(?:on|in|at|near)?(?: the)? ?$"
)
_ONWARD = re.compile(r",? and (?:\w+ly |also |then )?(?:\w+ed|gave|held|made|took|read|spoke|laid|saw|met|paid)\b")
# "at Liberty House, | Nairobi", "to be hosted by | Praia"
_NAMED = re.compile(
    rf"\b(?:at|in)(?: the| our| its| their| his| her)?"
    rf"(?: (?:[A-Z][\w'.-]*|[{SYMBOLS[PhraseKind.ORGANIZATION]}{PLACE}]|of|the|and|for)){{1,7}}, $"
    r"|\bhosted by (?:the )?$"
)

_TO = re.compile(r"\b(?:to|in|visit(?:s|ed|ing)?|for|and|,)(?: the)?(?: (?:city|capital) of)? $", re.IGNORECASE)


def date_of(
    folded: Skeleton, start: int, end: int, *, within: tuple[int, int] | None = None, since: bool = False
) -> PartialDate | None:
    """The date of an event told at ``start`` .. ``end``: inside, else after it in its clause, else before it.

    ``since``: the event lasts, so that "since 2016" gives its beginning.
    """
    first, last = within or (0, len(folded.text))
    for low, high in (
        (start, end),
        (end, _clause_end(folded.text, end, last)),
        (_clause_start(folded.text, start, first), start),
    ):
        asides = [aside.span() for aside in _ASIDE.finditer(folded.text, low, high)] if low == start else []
        for at, fold in _from_near(folded, low, high, start):
            if fold.symbol != DATE or not isinstance(fold.payload, Phrase) or not fold.payload.date:
                continue
            if any(opens < at < closes for opens, closes in asides):
                continue
            date = fold.payload.date
            onward = folded.text[max(0, at - 6) : at].endswith("from ") and "/" not in (date.edtf or "/")
            if at <= end + 4 and folded.text[max(0, end - 6) : end].endswith((" for", " until", " till", " to")):
                return date  # "is scheduled for D"
            if at < end and _TURNS.match(folded.text, at + 1):
                continue
            if since and folded.text[max(0, at - 6) : at].endswith("since "):
                return date
            days = "/" in (date.edtf or "") and folded.text.endswith(("between ", "Between "), 0, at)
            if low == end and _OF_ANOTHER.search(folded.text, low, at):
                continue
            if days or (not onward and not _NO_DATE.search(folded.text, max(0, at - 24), at)):
                return date
    return None


def place_of(folded: Skeleton, start: int, end: int, *, goes: bool = False) -> Phrase | None:
    """The place of an event told at ``start`` .. ``end``: a city first, a venue only where the clause names no city."""
    before = _TO if goes else _IN
    ranges = (
        (start, end),
        (end, _clause_end(folded.text, end, len(folded.text))),
        (_clause_start(folded.text, start, 0), start),
    )
    venue: Phrase | None = None
    where = re.search(rf"([{PLACE}]),? where $", folded.text[:start])
    held = folded.fold_at(where.start(1)) if where and not goes else None
    if held and isinstance(held.payload, Phrase):
        return held.payload
    for low, high in ranges:
        for at, fold in _from_near(folded, low, high, start):
            phrase = fold.payload
            if not isinstance(phrase, Phrase):
                continue
            if low == end and _OF_ANOTHER.search(folded.text, low, at):
                continue
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
    last = _LAST.search(folded.text, end) if venue is None and not goes else None
    named = folded.fold_at(last.start(1)) if last else None
    return named.payload if named and isinstance(named.payload, Phrase) else venue


_LAST = re.compile(rf"\(([{PLACE}])\)\W*$")  # "P receives Q, head of O (Brussels)"


def is_city(phrase: Phrase) -> bool:
    """Whether a phrase names a city, or a state that is one."""
    return phrase.place is not None or phrase.country in _cities()


@cache
def _cities() -> frozenset[str]:
    """The states that are a city: "the course ended in Singapore"."""
    return frozenset(load("meetings")["city_states"])


def _from_near(folded: Skeleton, low: int, high: int, start: int) -> Iterator[tuple[int, Fold]]:
    """The folds of a stretch, the nearest to an event at ``start`` first: backwards in what stands before it."""
    found = folded.placed(low, high)
    return reversed(list(found)) if high <= start else found


# What a clause tells of somebody inside the words of an event is not of its day: "X, who came on Monday, met Y".
_ASIDE = re.compile(r", (?:who|which|whose) [^,;:]*,")


def _clause_end(text: str, position: int, last: int) -> int:
    found = _OTHER_CLAUSE.search(text, position, last)
    return found.start() if found else last


def _clause_start(text: str, position: int, first: int) -> int:
    line = _DATE_LINE.match(text, first, position) if first == 0 else None
    entry = _ENTRY.match(text, first, position) if first == 0 else None
    if entry is not None and _CLAUSE_MARK.search(text, entry.end(), position) is None:
        return first
    start = line.end() if line else first
    marks = [found.end() for found in _CLAUSE_MARK.finditer(text[start:position])]
    return start + marks[-1] if marks else start


_CLAUSE_MARK = re.compile(r";|: ")
# A day that opens an entry of a list of events: "3 March 2021: ", "Doha, 3 March 2021: ".
_ENTRY = re.compile(rf"[^\w\ue000-\uf8ff]*(?:[{PLACE}],? )?(?:[Ii]n |[Oo]n )?[{DATE}](?:,? [{PLACE}])? ?: ")


# A date line that opens a paragraph: "Bern, 12.03.2024 - ".
_DATE_LINE = re.compile(rf"[{PLACE}][^;:]{{0,60}}? ?(?:[–—]|--?) (?=\S)")


def dateline_place(annotations: Annotations) -> Phrase | None:
    """The city of the date line, or of the line that opens with it."""
    dateline = BlockKind.DATELINE
    for marked in annotations.sentences:
        if marked.sentence.block.kind is dateline:
            return next((phrase for phrase in marked.phrases if phrase.kind is PhraseKind.PLACE), None)
    return next(filter(None, (_opening_city(annotations, marked) for marked in annotations.sentences[:_TOP])), None)


def _opening_city(annotations: Annotations, marked: Marked) -> Phrase | None:
    """The city that opens a line as a date line does: "Amman, Jan. 22 - "."""
    first = marked.phrases[0] if marked.phrases else None
    if first is None or first.span.start != marked.sentence.span.start or first.kind is not PhraseKind.PLACE:
        return None
    dated = _DATED_LINE.match(annotations.layout.view, first.span.end, marked.sentence.span.end)
    return first if dated or marked.sentence.block.kind is BlockKind.DATELINE else None


def country_of(annotations: Annotations, actor: Phrase) -> str | None:
    """The state that a single phrase stands for or acts for."""
    if actor.country:
        return actor.country
    if actor.office and actor.office.country:
        return actor.office.country
    if actor.person:
        person = annotations.person(actor.person)
        for appointment in person.appointments if person else ():
            if appointment.office.country:
                return appointment.office.country
            if appointment.office.organization and appointment.office.organization.country:
                return appointment.office.organization.country
        if person and person.appointments and annotations.house and not any(map(is_shared, person.appointments)):
            return annotations.house  # "the Minister of Justice" alone is that of the state that speaks
    return actor.organization.country if actor.organization else None


def is_shared(appointment: Appointment) -> bool:
    """Whether somebody serves a body of no one state."""
    body = appointment.office.organization
    if re.search(r"\b(?:European|International|Global|Regional|Interpol|UN|EU)\b", appointment.office.title):
        return True
    return body is not None and body.kind in (
        OrganizationKind.INTERNATIONAL,
        OrganizationKind.JOINT,
        OrganizationKind.COMPANY,
        OrganizationKind.MEDIA,
    )


def state_of_the_date_line(annotations: Annotations) -> str | None:
    """The state of the city whose name opens a line near the top: "Amman, Jan. 22 - "."""
    for marked in annotations.sentences[:_TOP]:
        first = _opening_city(annotations, marked)
        if first is not None:
            return next((place.country for place in annotations.places if place.name == first.place), None)
    return None


_TOP = 5  # sentences

_DATED_LINE = re.compile(r"(?:, [A-Z][\w.]+)?,? ?\(?(?:\d|[A-Z][a-z']+\.? [\dI]|\(?[A-Z]{2,}\)|[–—-])")


def is_plural(phrase: Phrase) -> bool:
    """Whether a phrase stands for several who may act on each other."""
    return phrase.kind is PhraseKind.GROUP or len(phrase.actors()) > 1


def actors_in(folded: Skeleton, start: int, end: int) -> list[Phrase]:
    """The single phrases that may act between two positions."""
    return [
        actor
        for _, fold in folded.placed(start, end)
        if fold.symbol in ACTORS and isinstance(fold.payload, Phrase)
        for actor in fold.payload.actors()
    ]
