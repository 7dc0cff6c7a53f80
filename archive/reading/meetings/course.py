"""The course of a text: what a telling takes from those before it.

The city of the visit that is going on, the place and day of the last meeting, what the next of a series shares with it.
"""

import re
from dataclasses import dataclass

from archive.reading.matching.pointing import day_of, is_here, nth_day, points_back, same_day
from archive.reading.matching.skeletons import SYMBOLS, Fold, Skeleton
from archive.reading.matching.whereabouts import dateline_place
from archive.reading.meetings.agenda import HOUR
from archive.reading.meetings.kinds import CONFERRING
from archive.reading.meetings.numbering import called_alike, number_in
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, OrganizationKind, PartialDate

_PLACE, _DATE = SYMBOLS[PhraseKind.PLACE], SYMBOLS[PhraseKind.DATE]

_SAME_DAY = re.compile(r"\bsame\sday\b", re.IGNORECASE)


_A_PAIR = 2
DELEGATION = SYMBOLS[PhraseKind.DELEGATION]
_PERSON = SYMBOLS[PhraseKind.PERSON]


@dataclass(slots=True)
class Course:
    """Where the text is: the city of the visit, the place and day of the last meeting."""

    home: Phrase | None = None  # the city of the date line
    lead: int = -1  # the sentence that the date line opens
    title: Phrase | None = None  # the city in which the title says that it happens
    spoken: PartialDate | None = None  # the last day that the text names, not later than its own
    heading: PartialDate | None = None  # the day that stands alone on a line above, as in a calendar
    entered: PartialDate | None = None  # the day that opens an entry of a diary: "9 March. X received Y."
    entry: range = range(0)  # the sentences of that entry
    today: str | None = None
    visit: Phrase | None = None
    visitor: str | None = None
    delegation: tuple[Phrase, ...] = ()  # the delegation that the text tells of, with its head
    place: Phrase | None = None
    date: PartialDate | None = None
    day: PartialDate | None = None  # the same, where it is no interval
    days: PartialDate | None = None  # the days of the visit or meeting that the text tells of


def opening(annotations: Annotations) -> Course:
    """The course at the head of a text: its date line, and the city that its title tells."""
    kinds = [marked.sentence.block.kind for marked in annotations.sentences]
    lead = next((number for number, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH), -1)
    course = Course(home=dateline_place(annotations), today=annotations.anchor, lead=lead)
    for marked in annotations.sentences[: max(lead, 0)]:
        cities = [phrase for phrase in marked.phrases if phrase.kind is PhraseKind.PLACE]
        if marked.sentence.block.kind is BlockKind.HEADLINE and len(cities) == 1:
            inside = annotations.layout.view.endswith((" in ", "In "), 0, cities[0].span.start)
            course.title = cities[0] if inside else None
    return course


def place_in_course(folded: Skeleton, telling: Telling, course: Course) -> None:
    """Give a telling what the course of the text says, and carry the course on."""
    if telling.date is None and HOUR.match(folded.view, folded.span.start):
        telling.date = course.heading
    if telling.date is None and telling.sentence in course.entry:
        telling.date = course.entered
    day = day_of(folded)
    if day is not None and (telling.date or course.days):
        telling.date = nth_day(telling.date, day) if telling.date else course.days and nth_day(course.days, day)
    elif telling.date is not None and telling.date.is_interval:
        course.days = telling.date
    if telling.status is MeetingStatus.HELD and _is_to_come(telling.date, course.today):
        if telling.past:
            telling.date = None  # the day of something else in the sentence
        else:
            telling.status = MeetingStatus.PLANNED
    if telling.status is not MeetingStatus.HELD or telling.headline:
        return
    city = telling.place is not None and telling.place.kind is not PhraseKind.ORGANIZATION
    same = telling.date is not None and _SAME_DAY.search(telling.date.words) is not None
    if (telling.date is None and points_back(folded)) or (same and course.date is not None):
        telling.date = (course.day if same or same_day(folded) else None) or course.date
    if telling.date is None and _MADE.search(folded.span.of(folded.view)):
        telling.date = course.spoken
    if telling.kind is not MeetingKind.CALL and not city and not telling.joins:
        if is_here(folded) and course.home is not None:
            telling.place = course.home
        elif points_back(folded) and course.place is not None:
            telling.place = course.place
        elif (
            course.visit is not None
            and telling.kind is not MeetingKind.VISIT
            and (course.visitor is None or course.visitor in telling.persons)
        ):
            telling.place = course.visit
        elif telling.date is not None and telling.date.edtf == course.today and telling.kind is not MeetingKind.VISIT:
            telling.place = course.home or telling.place
        elif telling.kind is not MeetingKind.VISIT and telling.place is None:
            telling.told_at = _where_it_is_told(folded, telling, course)
    only_named = telling.says("placed") and course.place is not None
    if telling.place is not None and telling.place.kind is not PhraseKind.ORGANIZATION and not only_named:
        course.place = telling.place
    if telling.date is not None and telling.kind is not MeetingKind.VISIT and not telling.joins:
        course.day = telling.date if "/" not in (telling.date.edtf or "/") else course.day
        course.date = telling.date  # what somebody spoke of at the meeting may be of any day


# "He made the call when X met him": on the day and in the city of the sentence before.
_MADE = re.compile(
    r"\b(?:made (?:the|this|these|that) (?:call|appeal|disclosure|announcement|remarks?|statement|comments?|commitment"
    r"|assurance|observation|plea|pledge|request|proposal|revelation)s?|(?:said|stated|disclosed|revealed) (?:this|so))"
    r"\b[^.;]{0,40}? (?:when|while|during|after|as|at)\b",
    re.IGNORECASE,
)


_AWAY = re.compile(r"\b(?:where|return\w*|travel\w*|visited|trip|abroad|flew|back from|came from)\b", re.IGNORECASE)


def _where_it_is_told(folded: Skeleton, telling: Telling, course: Course) -> Phrase | None:
    """The city of the date line or title, for a meeting that the first sentence tells, and no other city in it."""
    if telling.sentence == course.lead and (_PLACE in folded.text[1:] or _AWAY.search(folded.text)):
        return None
    if telling.sentence == course.lead or _MADE.search(folded.span.of(folded.view)):
        return course.home or course.title
    return course.title if telling.sentence == course.lead + 1 and course.home is None else None


def note_entry(annotations: Annotations, index: int, folded: Skeleton, course: Course) -> None:
    """Note the day that stands alone before the other sentences of its paragraph, as in a diary."""
    if folded.text.strip(" .:") != _DATE:
        return
    block, last = annotations.sentences[index].sentence.block, index + 1
    while last < len(annotations.sentences) and annotations.sentences[last].sentence.block == block:
        last += 1
    day = next((phrase.date for phrase in folded.phrases() if phrase.date), None)
    course.entered, course.entry = day, range(index + 1, last)


def note_day(folded: Skeleton, course: Course) -> None:
    """Note the last day that a sentence names; alone on its line it is that of the hours below it."""
    if not HOUR.match(folded.view, folded.span.start):
        alone = folded.fold_at(0) if folded.text.strip(" .:") == _DATE else None
        course.heading = alone.payload.date if alone and isinstance(alone.payload, Phrase) else None
    for _, fold in folded.placed():
        date = fold.payload.date if isinstance(fold.payload, Phrase) else None
        if date is not None and date.is_day and not _is_to_come(date, course.today):
            course.spoken = date


_AHEAD = re.compile(r"(?:tomorrow|later (?:this|in the) |next (?!day|morning)|(?:in the )?coming )", re.IGNORECASE)


def _is_to_come(date: PartialDate | None, today: str | None) -> bool:
    """Whether a date lies wholly after the day of the text."""
    if date is None:
        return False
    if date.edtf is None or today is None:
        return _AHEAD.match(date.words) is not None
    first = date.edtf.partition("/")[0]
    return first > today and first[: len(today)] != today[: len(first)]


def follow_on(telling: Telling, told: list[Telling]) -> None:
    """Give one of a series what it shares with the one before it: its sides and, for a plain word, its kind."""
    number = number_in(telling.title)
    before = [each for each in told if number and number_in(each.title) in (number - 1, number + 1)]
    alone = not (telling.countries or telling.persons)
    if before and alone and len(before[-1].countries) > 1 and before[-1].kind is telling.kind:
        telling.countries |= before[-1].countries
        return
    body = telling.body.organization if telling.body else None
    of_many = body is not None and body.kind is OrganizationKind.INTERNATIONAL
    if not telling.serial or telling.actors or telling.countries or of_many:
        return
    before = [each for each in told if each.kind is not MeetingKind.VISIT and not each.joins]
    same = [each for each in before if each.kind is telling.kind and not telling.is_plain]
    if same:
        telling.countries |= same[-1].countries
        return
    most = len(before[-1].countries) if before and not telling.says("sitting") else _A_PAIR + 1
    of_two = [each for each in before if 1 < len(each.countries) <= max(most, _A_PAIR + 1)]
    if of_two:
        telling.countries |= of_two[-1].countries
    else:
        named = {code for each in told for code in each.countries}
        telling.countries |= named if len(named) <= _A_PAIR else set()
    again = telling.is_plain or _NEXT_MEETING.fullmatch(telling.title or "") is not None
    like = called_alike(telling, before)
    if again and like and (telling.short or like.kind in (MeetingKind.BILATERAL, *CONFERRING)):
        telling.kind = like.kind
    again = (telling.title or "").endswith("session")  # of a course that was told
    if (
        again
        and telling.kind is MeetingKind.SESSION
        and before
        and before[-1].kind is MeetingKind.TRAINING
        and not telling.body
    ):
        telling.kind = MeetingKind.TRAINING


_NEXT_MEETING = re.compile(r"(?:(?:the|a) )?(?:next|further|second|third|subsequent|follow-up) meeting", re.IGNORECASE)


_TEAM = r"(?:delegation|team|mission|group|guests|visitors)"
_LED = re.compile(
    rf"(?P<team>[{DELEGATION}{SYMBOLS[PhraseKind.GROUP]}]"
    rf"|\b(?:[Tt]he|[Aa]n?|[Tt]heir|[Ii]ts) (?:[\w-]+ ){{0,3}}{_TEAM})"
    r"(?:,? (?:which|who|that) [^;:.]{1,80}?,)?,? (?:(?:which|that|who) )?(?:(?:was|is|were|are|will be|had been) )?"
    rf"(?:headed|led) by (?:the |its |their )?(?P<head>[{_PERSON}])"
)
# "P led a 6-man team to", "P, who heads the delegation"
_LEADS = re.compile(
    rf"(?P<head>[{_PERSON}]),? (?:who )?(?:(?:is|was) )?(?:led|leads|leading|headed|heads|heading|at the head of)"
    rf" (?:the |an? )?(?:(?:[\w-]+ ){{0,3}}{_TEAM}\b|[{DELEGATION}])"
)
# "met with P and | his | delegation"
_WITH_THEIRS = re.compile(
    rf"([{SYMBOLS[PhraseKind.PERSON]}]),? (?:and|with|along with|together with|at the head of|accompanied by)"
    rf" {SYMBOLS[PhraseKind.PRONOUN]} (?:[\w-]+ )?delegation\b"
)


ONE_SIDE = re.compile(r"(?:the )?(?:visiting )?(?:delegation|guests?|team|visitors|mission)|it", re.IGNORECASE)


def _is_one_side(folded: Skeleton, team: Fold) -> bool:
    """Whether an open phrase means those who came, not both sides."""
    return ONE_SIDE.fullmatch(team.span.of(folded.view)) is not None


def note_delegation(folded: Skeleton, course: Course) -> None:
    """Note a delegation and its head: "the delegation" means both from there on."""
    is_led = " led by " in folded.text or " headed by " in folded.text
    for found in _LED.finditer(folded.text) if is_led else ():
        team, head = folded.fold_at(found.start("team")), folded.fold_at(found.start("head"))
        if team is not None and team.symbol == SYMBOLS[PhraseKind.GROUP] and not _is_one_side(folded, team):
            continue
        folds = (team if team and team.symbol == DELEGATION else None, head)
        course.delegation = tuple(fold.payload for fold in folds if fold and isinstance(fold.payload, Phrase))
    for found in _LEADS.finditer(folded.text) if any(verb in folded.text for verb in ("led", "lead", "head")) else ():
        head = folded.fold_at(found.start("head"))
        course.delegation = (head.payload,) if head and isinstance(head.payload, Phrase) else course.delegation
    for found in _WITH_THEIRS.finditer(folded.text) if " delegation" in folded.text else ():
        fold = folded.fold_at(found.start(1))
        course.delegation = (fold.payload,) if fold and isinstance(fold.payload, Phrase) else course.delegation
