"""Joining: the tellings of a text joined to encounters, each once.

Two tellings are one meeting where nothing speaks against it: the same status, kinds that go together, dates and places
that agree, and the people of one among those of the other. A headline tells what the body tells again; "the meeting" is
the last one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.reading.agreements.steps import ToldStep
from archive.reading.matching.clauses import country_of, dateline_place
from archive.reading.matching.open_phrases import is_open
from archive.reading.meetings.telling import Telling
from archive.reading.meetings.tellings import ceremonies
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole, StepStatus

_FACE_TO_FACE = frozenset({MeetingKind.BILATERAL, MeetingKind.MULTILATERAL, MeetingKind.CONSULTATION})


_GATHERINGS = frozenset({MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.MULTILATERAL})


_BARE = 2  # words of "the meeting"


_NEAR = 6  # sentences over which "the meeting" or those who joined it point back


_MOST = 40  # tellings of one meeting that say what it was; all are its evidence


_BACK = 100  # meetings among which a telling looks for the one that it tells again


@dataclass(slots=True)
class Told:
    """Tellings that are one meeting."""

    tellings: list[Telling]

    @property
    def telling(self) -> list[Telling]:
        """Those that say what it was: a text that goes on and on about one meeting says nothing new in the end."""
        return self.tellings[:_MOST]

    @property
    def first(self) -> Telling:
        """The first telling in the body of the text, or the headline."""
        return next((telling for telling in self.telling if not telling.headline), self.tellings[0])

    @property
    def status(self) -> MeetingStatus:
        """How far it came, by what the body of the text says."""
        order = list(MeetingStatus)
        told = [telling for telling in self.telling if not telling.headline] or self.telling
        told = [telling for telling in told if not telling.joins] or told
        return max((telling.status for telling in told), key=order.index)

    @property
    def is_headline(self) -> bool:
        """Whether only a headline has told it so far."""
        return all(telling.headline for telling in self.telling)

    @property
    def kind(self) -> MeetingKind:
        """The first kind that says more than that people met."""
        kinds = [telling.kind for telling in self.telling if not telling.joins]
        plain = (MeetingKind.BILATERAL,)
        return next((kind for kind in kinds if kind not in plain), kinds[0])

    @property
    def persons(self) -> frozenset[str]:
        """The names of those who took part."""
        return frozenset(name for telling in self.telling for name in telling.persons)

    @property
    def countries(self) -> frozenset[str]:
        """The states that took part."""
        return frozenset(code for telling in self.telling for code in telling.countries)

    @property
    def date(self) -> PartialDate | None:
        """The fullest date that is told."""
        dates = [telling.date for telling in self.telling if telling.date and not telling.joins]
        dates = dates or [telling.date for telling in self.telling if telling.date]
        return max(dates, key=lambda date: (date.edtf is not None, len(date.edtf or "")), default=None)

    @property
    def place(self) -> Phrase | None:
        """The first city, or a venue."""
        places = [telling.place for telling in self.telling if telling.place]
        cities = [place for place in places if place.kind is not PhraseKind.ORGANIZATION]
        return next(iter(cities or places), None)

    @property
    def last(self) -> int:
        """The last sentence that tells it."""
        return self.tellings[-1].sentence


def add(encounters: list[Told], telling: Telling) -> None:
    """Put a telling to the encounter that it tells again, or as a new one."""
    near = encounters[-_BACK:]
    last = _latest(near, telling)
    if telling.rule == "accepted the invitation":
        _accept(near, telling)
        return
    if telling.joins or telling.leans or (telling.definite and not telling.actors):
        if (
            last is not None
            and _goes_on(last, telling)
            and (not telling.leans or _kinds_agree(last.kind, telling.kind) or telling.is_plain)
        ):
            last.tellings.append(telling)
            return
        if telling.title is not None and (len(telling.actors) > 1 or (not telling.definite and _is_set(telling))):
            telling.joins = False  # "the seminar was attended by A and B": a meeting by itself
        named = len((telling.title or "").split()) > _BARE and (telling.place or telling.date)
        if telling.joins or (telling.leans and telling.is_plain and not named):
            return
    same = next((each for each in reversed(near) if _is_same(each, telling)), None)
    if same is not None:
        same.tellings.append(telling)
    else:
        encounters.append(Told([telling]))


def _is_set(telling: Telling) -> bool:
    """Whether a telling says of itself where or when it was, or of which body."""
    return bool(telling.place or telling.date or telling.body)


def _accept(encounters: list[Told], telling: Telling) -> None:
    """An invitation that was accepted: what was proposed last is planned now."""
    open_ones = [
        each for each in encounters if each.status is MeetingStatus.PROPOSED and telling.sentence - each.last <= _NEAR
    ]
    if open_ones:
        open_ones[-1].tellings.append(
            replace(telling, kind=open_ones[-1].kind, actors=[], countries=set(), place=None, date=None)
        )


def add_ceremonies(annotations: Annotations, encounters: list[Told], steps: Sequence[ToldStep]) -> None:
    """Who signs together meets: where no meeting of theirs is told, or "the ceremony" points back to a signing."""
    signed = [step for step in steps if step.status is StepStatus.SIGNED and step.makers and not step.headline]
    signed = [step for step in signed if not any(is_open(maker) for maker in step.makers)]
    named = ceremonies(annotations)
    if named and not any(each.kind is MeetingKind.CEREMONY for each in encounters):
        before = [step for step in signed if step.sentence <= named[-1]]
        if len({maker.span for step in before for maker in step.makers}) > 1:
            encounters.append(Told([_ceremony(annotations, step) for step in before]))
    for step in signed:
        signatories = {maker.person for maker in step.makers if maker.person}
        met = any(each.status is MeetingStatus.HELD and signatories <= each.persons for each in encounters)
        if len(signatories) > 1 and not met:
            encounters.append(Told([_ceremony(annotations, step)]))


def _ceremony(annotations: Annotations, step: ToldStep) -> Telling:
    """A signing as a ceremony of those who sign."""
    today = step.date is not None and step.date.edtf == annotations.anchor
    return Telling(
        MeetingKind.CEREMONY,
        MeetingStatus.HELD,
        step.sentence,
        step.span,
        "signed at a ceremony",
        [(maker, ParticipantRole.PARTICIPANT) for maker in step.makers],
        (dateline_place(annotations) if today else None) or step.place,
        step.date,
        countries={code for maker in step.makers if (code := country_of(annotations, maker))},
    )


_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|next|further|another|previous)\b",
    re.IGNORECASE,
)


def _goes_on(encounter: Told, telling: Telling) -> bool:
    """Whether "the meeting" may be the one told before: another day, place or number makes it another."""
    if telling.joins:
        return True
    if not (telling.is_plain or _kinds_agree(encounter.kind, telling.kind)):
        return False
    if not (dates_agree(encounter.date, telling.date) and _places_agree(encounter.place, telling.place)):
        return False
    if (telling.date or telling.body) and _are_series(encounter.first, telling):
        return False
    numbers = {_number(each) for each in encounter.telling} - {None}
    return _number(telling) is None or not numbers or _number(telling) in numbers


def _number(telling: Telling) -> str | None:
    found = _ORDINAL.search(telling.title or "")
    return found[1].lower() if found else None


def _latest(encounters: list[Told], telling: Telling) -> Told | None:
    """The meeting that "the meeting" means: the last one told, not long before."""
    if telling.joins:
        here = [each for each in encounters if each.last == telling.sentence]
        if here:
            return here[-1]
        if telling.rule == "where somebody was received by":
            return None
    real = [each for each in encounters if each.kind is not MeetingKind.VISIT and each.status is telling.status]
    near = [each for each in real if telling.sentence - each.last <= _NEAR or len(real) == 1]
    return max(near, key=lambda each: each.last, default=None)


def _is_same(encounter: Told, telling: Telling) -> bool:
    return (
        _kinds_agree(encounter.kind, telling.kind)
        and (encounter.first.site is telling.site or telling.headline)
        and not (telling.site and encounter.first.sentence != telling.sentence and not encounter.first.headline)
        and (_statuses_agree(encounter.status, telling.status) or encounter.is_headline)
        and not _are_series(encounter.first, telling)
        and dates_agree(encounter.date, telling.date)
        and _places_agree(encounter.place, telling.place)
        and _people_agree(encounter, telling)
    )


def _are_series(one: Telling, other: Telling) -> bool:
    """Whether one of two is a meeting of a body in small letters, which is told by its day only."""
    if not any(each.serial and each.rule.startswith("a body in small letters") for each in (one, other)):
        return False
    return one.date is None or other.date is None or one.date.edtf != other.date.edtf


def _kinds_agree(one: MeetingKind, other: MeetingKind) -> bool:
    if one is other:
        return True
    pair = {one, other}
    return pair <= _FACE_TO_FACE or pair <= _GATHERINGS or pair <= {MeetingKind.CALL, *_FACE_TO_FACE}


def _statuses_agree(one: MeetingStatus, other: MeetingStatus) -> bool:
    return one is other or MeetingStatus.HELD not in (one, other)


def dates_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates may be of one event."""
    if one is None or other is None or one.edtf is None or other.edtf is None:
        return True
    return _bounds(one.edtf)[0] <= _bounds(other.edtf)[1] and _bounds(other.edtf)[0] <= _bounds(one.edtf)[1]


def _bounds(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    return first, (last or first) + "~"


def _places_agree(one: Phrase | None, other: Phrase | None) -> bool:
    if one is None or other is None or PhraseKind.ORGANIZATION in (one.kind, other.kind):
        return True
    return one.place == other.place


def _are_among(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether all of some are among others; a single name may be a word of a longer one."""
    rest = some - others
    if not rest or not others:
        return not rest
    words = words_of_names(others)
    return all(name in words or not others.isdisjoint(name.split()) for name in rest)


def words_of_names(names: Iterable[str]) -> frozenset[str]:
    """The words of names of several words: "Hayashi" is one of "Hayashi Yoshimasa"."""
    return frozenset(word for name in names if " " in name for word in name.split())


def _people_agree(encounter: Told, telling: Telling) -> bool:
    """Whether the people of one are among those of the other; states stand for people whom the text does not name."""
    mine, theirs = encounter.persons, telling.persons
    if mine and theirs:
        if not (_are_among(mine, theirs) or _are_among(theirs, mine)):
            return False
        smaller = telling if _are_among(theirs, mine) else None
        states = telling.countries if smaller else encounter.countries
        return states <= (encounter.countries if smaller else telling.countries) or len(mine & theirs) > 1
    here, there = encounter.countries, telling.countries
    if telling.body and any(
        each.body and each.body.organization == telling.body.organization for each in encounter.telling
    ):
        return True
    if not here or not there:
        return bool(
            (telling.definite and not telling.body)
            or telling.headline
            or (not telling.actors and not encounter.persons)
        )
    loose = telling.headline or telling.definite or encounter.is_headline
    return here == there or (loose and (here <= there or there <= here))
