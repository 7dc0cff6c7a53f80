"""Clauses: how far that of a match goes, when its event happened, and who its phrases stand for (`whereabouts`: where).

The words around a verb are searched near to far: inside the match, after it up to the next clause, before it. A date or
place behind a word that takes it elsewhere ("since 2019", "from Lima") does not count.
"""

import re
from collections.abc import Iterable, Iterator

from archive.reading.facts import Appointment
from archive.reading.matching.attributions import SAYS_ON
from archive.reading.matching.matters import is_of_a_matter
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, PERSONS, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Annotations, Phrase, PhraseKind, once_a_text
from archive.values import DateBasis, OrganizationKind, PartialDate

DATE = SYMBOLS[PhraseKind.DATE]

PLACE = SYMBOLS[PhraseKind.PLACE]

_NO_DATE = re.compile(
    r"\b(?:(?:expires?|expired|expiring|lapses?|lapsed|runs? out|ran out) (?:in|on)|since|until|till|for|before|by"
    r"|dated|(?:announced|foreseen|scheduled) for|than"
    r"|(?<!morning )(?<!afternoon )(?<!evening )(?<!night )(?<!day )(?<!much )(?<!most )(?<!part )(?<!all )(?<!half )"
    r"(?<!rest )(?<!week )of|after|the|between|early as)"
    r"(?: the)?(?: end of)? $",
    re.IGNORECASE,
)


# "which was held in", "which is planned for"
_TURNS = re.compile(r",? (?:after|before|following|having)\b")  # "returned on D | after attending M"
_STILL = (
    r"(?: (?:was|were|is|are|(?:is|are|was|were) being|will be|is to|are to|is due to|is expected to|will))?"
    r" (?:(?:jointly |co-)?(?:held|be held|open|tak|took|beg|start|end|conclud|r[au]n|last|planned|scheduled|slated"
    r"|foreseen|conven|host|organi[sz]ed|staged|attended|chaired|facilitated|moderated|sponsored|brought together))"
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
    r"|, and (?:\w+ly |also |then |later )?(?:met|visited|toured|laid|paid|flew|travelled|traveled|left|returned)\b"
    rf"|, and (?:on|in) [{DATE}]|,? and, (?:on|in) (?:the )?[{DATE}]"
    rf"|,? and [{DATE}],? {_WHO}|,? and (?:then|later|afterwards|subsequently)\b"
    r"|, (?:first |originally |previously )?(?:signed|concluded|adopted|launched|established|created|opened|set up)\b"
    rf"|(?<={INSTRUMENT}),? (?:which (?:was|were) )?(?:already |earlier |first |previously )?"
    r"(?:signed|concluded|adopted|initial+ed|dated|approved|reached|ratified)\b",
    re.IGNORECASE,
)

_TO_COME = re.compile(r"\b(?:will|is to|are to|(?:is|are) (?:due|set|scheduled|expected) to)\b")  # "will run | from D"
# "according to D's | statement": the day of words, not of what they tell
_OF_WORDS = re.compile(
    r"'s (?:[\w-]+ ){0,2}(?:statement|release|announcement|report|post|edition|issue|interview|remarks|ruling|judgment"
    r"|vote|decision|order|news|paper|newspaper|briefing|communiqu[eé]|tweet|article|bulletin)\b"
)
# "is pencilled in | for D", "has been fixed | for D"
_APPOINTED = re.compile(
    r"\b(?:planned|set|slated|due|targeted|earmarked|booked|fixed|(?:pencill?ed|marked|inked) in|called|convened"
    r"|put down|expected|proposed|foreseen|scheduled|provisionally|tentatively) for(?: the)? $"
)
# "fixed its next session | for D", "the signing is foreseen for D, | when P visits L"
_APPOINTS = re.compile(rf"\b(?:schedule[sd]?|plan(?:s|ned)?|fix(?:es|ed)|set)\b[^;:]*{ENCOUNTER}$", re.IGNORECASE)
_WHEN = re.compile(r",? when ")
# "a banker arrested | in Lima", "the register, introduced | in D": of a noun that is not the event
OF_ANOTHER = re.compile(
    r"\b(?!(?:was|were|is|are|been|be|being|and|or|also|then|had|has|have|not|\w+ly)\b)[a-z]+"
    r"(?:,(?! (?:sign|conclud|adopt|approv|ratif|initial|agree|negotiat|draft|finali[sz]|prepar|reach|announc|publish)"
    r"\w+))?"
    r" (?!(?:held|hosted|organi[sz]ed|convened|staged|arranged|scheduled|planned|conducted|opened|started|concluded"
    r"|ended|located|situated|based|need|seed|speed|indeed)\b)(?:[a-z]{2,}ed|thought|said|known)(?: to be)?"
    rf" (?:(?:on|in|at|near)(?: the)? [{PLACE}{SYMBOLS[PhraseKind.COUNTRY]}],? )?(?:on|in|at|near)?(?: the)? ?$"
)


def date_of(
    folded: Skeleton, start: int, end: int, *, within: tuple[int, int] | None = None, since: bool = False
) -> PartialDate | None:
    """The date of an event told at ``start`` .. ``end``: inside, else after it in its clause, else before it.

    ``since``: the event lasts, so that "since 2016" gives its beginning.
    """
    first, last = within or (0, len(folded.text))
    for low, high in (
        (start, end),
        (end, clause_end(folded.text, end, last)),
        (clause_start(folded.text, start, first), start),
    ):
        asides = [aside.span() for aside in ASIDE.finditer(folded.text, low, high)] if low >= start else []
        for at, fold in from_near(folded, low, high, start):
            if fold.symbol != DATE or not isinstance(fold.payload, Phrase) or not fold.payload.date:
                continue
            if any(opens < at < closes for opens, closes in asides):
                continue
            date = _as_told(folded, at, fold.payload.date)
            if _OF_WORDS.match(folded.text, at + 1):
                continue
            if low == end and _APPOINTED.search(folded.text, end, at):
                return date
            onward = folded.text[max(0, at - 6) : at].endswith("from ") and "/" not in (date.edtf or "/")
            onward = onward and not (low >= start and _TO_COME.search(folded.text, 0, end))
            if at <= end + 4 and folded.text[max(0, end - 6) : end].endswith((" for", " until", " till", " to")):
                return date  # "is scheduled for D"
            if folded.text.endswith((" for ", " for the "), 0, at) and (
                _APPOINTS.search(folded.text, start, end) if low == end else _WHEN.match(folded.text, at + 1, start)
            ):
                return date
            if at < end and _TURNS.match(folded.text, at + 1) and not SAYS_ON.search(folded.text, 0, at):
                continue
            if since and folded.text[max(0, at - 6) : at].endswith(("since ", "Since ")):
                return date
            days = date.is_interval and folded.text.endswith(("between ", "Between "), 0, at)
            if low == end and OF_ANOTHER.search(folded.text, low, at):
                continue
            if low == end and is_of_a_matter(folded.text, start, end, at):
                continue
            season = date.edtf and _SEASON.match(date.words) and folded.text.endswith("in the ", 0, at)
            if days or season or (not onward and not _NO_DATE.search(folded.text, max(0, at - 24), at)):
                return date
    return None


_SEASON = re.compile(r"spring|summer|autumn|winter|fall", re.IGNORECASE)
_AGAIN = re.compile(rf",? \(?(?=[{DATE}])")


def _as_told(folded: Skeleton, at: int, date: PartialDate) -> PartialDate:
    """A date that stands at ``at``, or the one that says it in full: "last Thursday, | 6 June 2024"."""
    again = _AGAIN.match(folded.text, at + 1) if date.basis is not DateBasis.EXPLICIT else None
    fold = folded.fold_at(again.end()) if again else None
    full = fold.payload.date if fold and isinstance(fold.payload, Phrase) else None
    return full if full and full.edtf and full.basis is DateBasis.EXPLICIT else date


def from_near(folded: Skeleton, low: int, high: int, start: int) -> Iterator[tuple[int, Fold]]:
    """The folds of a stretch, the nearest to an event at ``start`` first: backwards in what stands before it."""
    found = folded.placed(low, high)
    return reversed(list(found)) if high <= start else found


# What a clause tells of somebody inside the words of an event is not of its day: "X, who came on Monday, met Y".
ASIDE = re.compile(rf", (?:who(?!{_CALLING})|which(?!{_STILL})|whose|whom) [^,;:]*,")


def clause_end(text: str, position: int, last: int) -> int:
    """Where the clause of a position ends; it goes on with its place or day behind words about somebody in it."""
    at = position
    while found := _OTHER_CLAUSE.search(text, at, last):
        aside = _CLOSED.match(text, found.start(), last)
        if aside is None:
            return found.start()
        at = aside.end() - 1
    return last


# "met X, who heads O in L, | in L on D"
_CLOSED = re.compile(
    rf", (?:who|whose|whom) [^,;:.]*,(?= (?:(?:on|in|at|near|outside) (?:the )?[{DATE}{PLACE}]|[{DATE}]))"
)


def clause_start(text: str, position: int, first: int) -> int:
    """Where the clause of a position begins: behind a date line, or the day that opens an entry."""
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
        led = _states_of_heads(annotations).get(actor.person)
        if led is not None:
            return led
    return actor.organization.country if actor.organization else None


def countries_of(annotations: Annotations, actors: Iterable[Phrase]) -> set[str]:
    """The states that phrases stand for or act for."""
    return {code for actor in actors if (code := country_of(annotations, actor))}


# "a delegation of Moldovan prosecutors | headed by X", "The five-member delegation was led by X"
_HEADED_BY = re.compile(
    r",? (?:(?:which|that) )?(?:(?:is|was|were|will be|had been) )?(?:headed|led) by (?:the |its |their )?$"
    r"|(?:(?:is|was|were|will be|had been) )(?:headed|led|represented)(?: (?:at|in|during) [\w ]{3,30})? by (?:the )?$"
)
_PEOPLE = re.compile(r"(?: [a-z-]+){0,3}")
_THE_TEAM = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}(?:delegation|team|mission|group|guests|visitors)$")


@once_a_text
def _states_of_heads(annotations: Annotations) -> dict[str, str]:
    """The states of those who lead the delegation of a state: a head without an office is told by his delegation."""
    view, states = annotations.layout.view, dict[str, str]()
    team: str | None = None
    for marked in annotations.sentences:
        behind = -1  # where the last delegation of the sentence ends
        for phrase in marked.phrases:
            code = phrase.country or (phrase.organization.country if phrase.organization else None)
            if phrase.kind is PhraseKind.DELEGATION and code is not None:
                team, behind = code, phrase.span.end
                continue
            if phrase.kind is not PhraseKind.PERSON or phrase.person is None or team is None:
                continue
            led = _HEADED_BY.search(view, marked.sentence.span.start, phrase.span.start)
            theirs = led and behind >= 0 and _PEOPLE.fullmatch(view, behind, led.start())
            if led and (theirs or _THE_TEAM.search(view, marked.sentence.span.start, led.start())):
                states.setdefault(phrase.person, team)
    return states


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


# "was attended by P, Minister of A; | P, Minister of B; and P"
_FURTHER = re.compile(rf"(?:, [^;.:]{{1,80}})?; (?:and )?(?:also )?(?:by )?(?:the )?([{PERSONS}])(?=[,;.]|$| \()")


def listed_behind(folded: Skeleton, position: int) -> list[Phrase]:
    """Those with whom a list goes on whose entries semicolons divide."""
    found: list[Phrase] = []
    while entry := _FURTHER.match(folded.text, position):
        found += actors_in(folded, *entry.span(1))
        position = entry.end()
    return found
