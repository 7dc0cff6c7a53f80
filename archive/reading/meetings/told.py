"""Told: the tellings that are one meeting, and what they say of it together."""

from dataclasses import dataclass

from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, PartialDate

_MOST = 40  # tellings of one meeting that say what it was; all are its evidence


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
        told = [telling for telling in told if not telling.joins or telling.says("accepts")] or told
        return max((telling.status for telling in told), key=order.index)

    @property
    def is_headline(self) -> bool:
        """Whether only a headline has told it so far."""
        return all(telling.headline for telling in self.telling)

    @property
    def kind(self) -> MeetingKind:
        """The first kind that says more than that people met; a headline says it more loosely than the body."""
        kinds = [each.kind for each in sorted(self.telling, key=lambda each: each.headline) if not each.joins]
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
        places = [telling.place for telling in self.telling if telling.place and not telling.joins]
        places = places or [telling.place for telling in self.telling if telling.place]
        cities = [place for place in places if place.kind is not PhraseKind.ORGANIZATION]
        return next(iter(cities or places), None)

    @property
    def told_at(self) -> Phrase | None:
        """The city of the date line or title, for a meeting that is told there."""
        return next((telling.told_at for telling in self.telling if telling.told_at), None)

    @property
    def last(self) -> int:
        """The last sentence that tells it."""
        return self.tellings[-1].sentence
