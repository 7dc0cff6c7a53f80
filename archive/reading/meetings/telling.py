"""A telling: one place where a text says that somebody meets, met or is to meet."""

from dataclasses import dataclass, field

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
    among: bool = False  # "the second panel was moderated by X": joins a gathering of many only
    near: bool = False  # joins it only where the text has just told of it
    plural: bool = False
    joins: bool = False
    past: bool = False  # its verb stands in the past
    site: bool = False  # a visit to a body, not to a city or state
    serial: bool = False  # one of a series: "the next meeting" is of the kind and the sides of the one before
    beside: bool = False  # "a meeting was also held with X": with those who met before
    short: bool = False  # "the second was held": one of a series that the text has told of
    aside: bool = False  # "before the meeting they called on X": another one
    around: bool = False  # "on the margins of the conference": others met beside it
    ago: bool = False  # "since they met in Lima": an earlier one
    mentioned: bool = False  # its words only place it somewhere: "since the talks in Lima in May"
    leans: bool = False  # "at the meeting X spoke": joins the meeting told before, if there is one
    told_at: Phrase | None = None  # the city of the date line or title, where nothing tells another
    item: int = 0  # where the story of a bulletin begins that tells it
    countries: set[str] = field(default_factory=set)
    people: list[tuple[Phrase, ParticipantRole]] = field(default_factory=list)  # the open phrases among them

    @property
    def is_plain(self) -> bool:
        """Whether its words only say that people met: "the meeting"."""
        return self.kind in (MeetingKind.BILATERAL, MeetingKind.MULTILATERAL)

    @property
    def persons(self) -> frozenset[str]:
        """The names of those who are known."""
        return frozenset(actor.person for actor, _ in self.actors if actor.person)
