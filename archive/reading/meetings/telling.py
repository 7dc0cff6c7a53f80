"""A telling: one place where a text says that somebody meets, met or is to meet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.reading.phrases import Phrase
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole, Span


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
        return self.kind in (MeetingKind.BILATERAL, MeetingKind.MULTILATERAL)

    @property
    def persons(self) -> frozenset[str]:
        """The names of those who are known."""
        return frozenset(actor.person for actor, _ in self.actors if actor.person)
