"""What a text tells of an instrument: its steps, and the places that only name it."""

from dataclasses import dataclass, field

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import PartialDate, Span, StepStatus


@dataclass(slots=True)
class StepTelling:
    """One telling of a step of an instrument."""

    instrument: Instrument
    status: StepStatus
    sentence: int
    span: Span
    rule: str
    makers: list[Phrase]  # who signs, approves, submits
    addressees: list[Phrase] = field(default_factory=list)
    date: PartialDate | None = None
    headline: bool = False
    same_day: bool = False
    news: bool = False  # a new instrument, made at a time that the words leave open
    day: int | None = None  # the day of the event that the sentence is about
    place: Phrase | None = None
    ahead: bool = False  # it is to enter into force: it was made before, if anything else tells of it
    by_office: bool = False  # the makers are called by their offices: "the ministers"
    initials: bool = False  # the makers initial it: it is a draft, but they put their names to it
    initialled: bool = False  # and have done so
    apart: bool = False  # the makers sign on days or in places of their own, or from afar: they need not meet
    consents: bool = False  # the makers adopt or ratify it: they do not sign
    joins: bool = False  # the makers ratify or join what was made before
    at_once: bool = False  # it entered into force where it was signed
    proposes: bool = False  # the makers wrote it: they propose it
    older: bool = False  # it is the older one that another comes after
    ended: bool = False  # it is recalled, and no longer in force: it was made then
    put_off: bool = False  # it was put off: its day is the new one
    renews: bool = False  # it lasts longer, or is open to others: its date is not that of the signing

    def signs(self) -> bool:
        """Whether the makers put or will put their names to it."""
        return (self.status in (StepStatus.SIGNED, StepStatus.PLANNED) or self.initials) and not self.consents


@dataclass(frozen=True, slots=True)
class Named:
    """A place where an instrument is named without a step: it may point back to one that has steps."""

    instrument: Instrument
    sentence: int
    span: Span


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase stands for a person who may sign."""
    return phrase.person is not None and phrase.kind in (
        PhraseKind.PERSON,
        PhraseKind.HOLDER,
        PhraseKind.PRONOUN,
        PhraseKind.GROUP,
    )
