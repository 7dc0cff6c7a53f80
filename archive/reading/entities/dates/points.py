"""Days, months and years, as precise as their words, and what a wording that leaves something out counts from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of a year or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The ISO 8601-2 form."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def nearby(self) -> date:
        """A day inside the point, to count from."""
        return date(self.year, self.month or 7, self.day or 15)

    @classmethod
    def parse(cls, edtf: str | None) -> "Point | None":
        """The point that an EDTF date stands for; None where it is an interval or nothing."""
        found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", edtf or "")
        return point_of(*(int(part) if part else None for part in found.groups())) if found else None


def point_of(year: int | None, month: int | None = None, day: int | None = None) -> Point | None:
    """The point, None where the calendar has no such day."""
    if year is None:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Point(year, month, day)


def of_day(day: date) -> Point:
    """The point that a day is."""
    return Point(day.year, day.month, day.day)


_SAME_YEAR = 250  # days from a day that a text has told within which a day without a year is of the same year
_AHEAD = 31  # days by which a date may lie ahead in a sentence whose verbs stand in the past: "set for 20 October"
_OF_LATE = 60  # days from that of the text within which a day is of what it tells, and not of what it recalls


@dataclass(slots=True)
class Context:
    """What a wording may count from.

    ``told`` is the latest day that the text names with its year, without those to come: of a text whose own day is not
    known, it is the nearest to it, while a day that was told last may be one that the text recalls.
    """

    anchor: Point | None
    last_day: Point | None = None
    verbs: Callable[[], int] = int  # the tense of the sentence: -1 past, 1 future, 0 unknown
    decided: Callable[[], bool] = bool  # whether it is of what was agreed that day
    weekday_told: Point | None = None  # the last day that the text tells with its weekday: "Thursday, 11 July 2024"
    day_first: bool | None = None  # whether "5/6/2023" is in June, where the text shows it
    told: Point | None = None
    year: int | None = None  # of the date told last, be it a day, a month or a year: "of the same year"
    _late: Point | None = None  # the last day told that is not one recalled
    _here: bool = False  # whether the last day was told in this sentence

    @property
    def tense(self) -> int:
        """Whether the verbs beside the wording tell of the past, -1, of what is to come, 1, or of neither."""
        return self.verbs()

    @property
    def day(self) -> Point | None:
        """The day that "the same day" means: the last one told in this sentence, or else of what is not recalled."""
        return self.last_day if self._here else self._late or self.last_day

    def begin_sentence(self) -> None:
        """Tell the next sentence."""
        self._here = False

    def tell(self, point: Point, *, dated: bool) -> None:
        """Take a day that the text has told, with its year where it is ``dated``."""
        reference = self.anchor or self.told or point
        if self._late is None or abs((point.nearby - reference.nearby).days) <= _OF_LATE:
            self._late = point
        self.last_day, self._here = point, True
        if dated and (self.told is None or (self.told.nearby < point.nearby and self.tense <= 0)):
            self.told = point

    def year_of(self, month: int, day: int | None = None) -> int | None:
        """The year that a date without a year means: the nearest, or the last or next one by the tense.

        What somebody decided to do on a day is next after it. The tense counts from the day of publication; beside a
        day that the text has told, one of the same year is meant where that is not far off.
        """
        if self._here and self.last_day is not None and self.last_day.day and self.decided():
            then = self.last_day.nearby
            later = point_of(then.year, month, day or 28)
            return then.year + (later is not None and later.nearby < then)
        base = self.anchor or self.told or self.last_day
        if base is None:
            return None
        reference = base.nearby
        if base.month is None:
            return base.year
        options = []
        for year in (base.year - 1, base.year, base.year + 1):
            point = point_of(year, month, day)
            if point is not None:
                options.append((point.nearby - reference).days)
            else:
                options.append(10_000)
        chosen = min(range(3), key=lambda index: abs(options[index]))
        slack = 0 if day is not None and base.day is not None else 31
        if self.anchor is None and not (options[1] < -slack and self.tense > 0):
            return base.year if abs(options[1]) <= _SAME_YEAR else base.year - 1 + chosen
        if options[chosen] < -slack and self.tense > 0:
            chosen = min(chosen + 1, 2)
        elif options[chosen] > _AHEAD and self.tense < 0:
            chosen = max(chosen - 1, 0)
        return base.year - 1 + chosen
