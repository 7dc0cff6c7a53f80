"""Tellings: each is one place where a text says that somebody meets or is to meet; several may tell one meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.reading.meetings.kinds import PLAIN
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole, Span

_MOST = 40  # tellings of one meeting that say what it was; all are its evidence


@dataclass(slots=True)
class Telling:
    """One telling of a meeting."""

    kind: MeetingKind
    status: MeetingStatus
    sentence: int
    span: Span
    rule: str
    actors: list[tuple[Phrase, ParticipantRole]]
    place: Phrase | None = None
    date: PartialDate | None = None
    body: Phrase | None = None
    title: str | None = None
    headline: bool = False
    definite: bool = False
    plural: bool = False
    joins: bool = False
    past: bool = False  # its verb stands in the past
    serial: bool = False  # one of a series: "the next meeting" is of the kind and the sides of the one before
    short: bool = False  # "the second was held": one of a series that the text has told of
    aside: bool = False  # "before the meeting they called on X": another one
    around: bool = False  # "on the margins of the conference": others met beside it
    ago: bool = False  # "since they met in Lima": an earlier one
    waits: bool = False  # it was put off, and is one only where a new day or place is told
    leans: bool = False  # "at the meeting X spoke": joins the meeting told before, if there is one
    told_at: Phrase | None = None  # the city of the date line or title, where nothing tells another
    gives: Mapping[str, Any] = field(default_factory=dict)  # the entry of its pattern
    item: int = 0  # where the story of a bulletin begins that tells it
    countries: set[str] = field(default_factory=set)
    people: list[tuple[Phrase, ParticipantRole]] = field(default_factory=list)  # the open phrases among them

    def says(self, flag: str) -> bool:
        """Whether its pattern says so: one of the ``[flags]`` of the vocabulary."""
        return bool(self.gives.get(flag))

    @property
    def is_plain(self) -> bool:
        """Whether its words only say that people met: "the meeting"."""
        return self.kind in PLAIN

    @property
    def persons(self) -> frozenset[str]:
        """The names of those who are known."""
        return frozenset(actor.person for actor, _ in self.actors if actor.person)


@dataclass(slots=True)
class ToldMeeting:
    """Tellings that are one meeting."""

    tellings: list[Telling]

    @property
    def leading(self) -> list[Telling]:
        """Those that say what it was: a text that goes on and on about one meeting says nothing new in the end."""
        return self.tellings[:_MOST]

    @property
    def first(self) -> Telling:
        """The first telling in the body of the text, or the headline."""
        return next((telling for telling in self.leading if not telling.headline), self.tellings[0])

    @property
    def status(self) -> MeetingStatus:
        """How far it came, by what the body of the text says."""
        order = list(MeetingStatus)
        told = [telling for telling in self.leading if not telling.headline] or self.leading
        told = [telling for telling in told if not telling.joins or telling.says("accepts")] or told
        return max((telling.status for telling in told), key=order.index)

    @property
    def is_headline(self) -> bool:
        """Whether only a headline has told it so far."""
        return all(telling.headline for telling in self.leading)

    @property
    def kind(self) -> MeetingKind:
        """The first kind that says more than that people met; a headline says it more loosely than the body."""
        kinds = [each.kind for each in sorted(self.leading, key=lambda each: each.headline) if not each.joins]
        plain = (MeetingKind.BILATERAL,)
        return next((kind for kind in kinds if kind not in plain), kinds[0])

    @property
    def persons(self) -> frozenset[str]:
        """The names of those who took part."""
        return frozenset(name for telling in self.leading for name in telling.persons)

    @property
    def countries(self) -> frozenset[str]:
        """The states that took part."""
        return frozenset(code for telling in self.leading for code in telling.countries)

    @property
    def date(self) -> PartialDate | None:
        """The fullest date that is told, or the one that holds after a change."""
        return max(self._dates(), key=lambda date: (date.edtf is not None, len(date.edtf or "")), default=None)

    def _dates(self) -> list[PartialDate]:
        for tellings in self._by_weight():
            if dates := [telling.date for telling in tellings if telling.date]:
                return dates
        return []

    @property
    def place(self) -> Phrase | None:
        """The first city, or a venue, or the place that holds after a change."""
        for tellings in self._by_weight():
            if places := [telling.place for telling in tellings if telling.place]:
                return next((place for place in places if place.kind is not PhraseKind.ORGANIZATION), places[0])
        return None

    def _by_weight(self) -> tuple[list[Telling], ...]:
        """The tellings in the order in which they say when and where it was."""
        own = [telling for telling in self.leading if not telling.joins or telling.says("it")]
        changed = [telling for telling in reversed(own) if telling.says("changes")]
        return changed, own, self.leading

    @property
    def told_at(self) -> Phrase | None:
        """The city of the date line or title, for a meeting that is told there."""
        return next((telling.told_at for telling in self.leading if telling.told_at), None)

    @property
    def last(self) -> int:
        """The last sentence that tells it."""
        return self.tellings[-1].sentence
