"""Text in, facts out: the reading of one press text.

The stages, each a module or a folder with its parts, each handing to the next::

    segments       the layout: headline, date line, furniture, paragraphs, sentences; lines: which a page broke;
                   marks: what is quoted; invisible: what stands inside words and is not read; abbreviations: the
                   words whose stop ends no sentence
    entities/      countries, organizations, offices, persons, places, dates: phrases in each sentence
    events         what happened and what was said, in order:
      topics         the subjects; topic_scheme: their labels and wordings as patterns
      meetings/      encounters, with participants, place and date, from their tellings
      agreements/    instruments, with parties, signatories and steps
      quotations/    verbatim words and who said them
    output         a reading as one plain object
    explaining     each sentence with what was read from it, by which rule, and what was not taken

``phrases`` is what the second stage hands to the third, ``facts`` what a reading may consist of, ``rejections`` what
a rule looked at and did not take. ``matching/`` is how the third stage matches patterns, ``vocabulary/`` what all match
with: data with examples and counter-examples. ``prepared`` makes a process ready to read before its first text.

Everything here is pure: no clock, no environment, no database. The same text gives the same reading everywhere.
"""

from collections.abc import Sequence

from archive import reader_version
from archive.reading.entities.finding import phrases
from archive.reading.events import find_events
from archive.reading.facts import Meeting, Place, Reading
from archive.reading.invisible import moved, put_back, without_invisible
from archive.reading.phrases import Annotations
from archive.reading.segments import segment

READER_VERSION = reader_version.digest()


def read(text: str, *, published: str | None = None) -> Reading:
    """Everything that ``text`` states. ``published`` (EDTF) is the day that "today" means, where it is known."""
    plain, left = without_invisible(text)
    if left is None:
        return _stages(plain, published)[0]
    reading, _ = stages(plain, published)
    return moved(reading, left)


def stages(text: str, published: str | None = None) -> tuple[Reading, Annotations]:
    """A reading, and the annotations that it rests on: `archive.reading.explaining` shows them."""
    plain, left = without_invisible(text)
    if left is not None:
        return put_back(text, left, stages(plain, published))
    return _stages(plain, published)


def _stages(text: str, published: str | None) -> tuple[Reading, Annotations]:
    """The stages, of a text without invisible characters."""
    layout = segment(text)
    found = phrases(layout, published)
    events = find_events(found)
    reading = Reading(
        title=layout.title,
        persons=found.persons,
        organizations=found.organizations,
        countries=found.countries,
        places=_places(found.places, events.meetings),
        meetings=events.meetings,
        agreements=events.agreements,
        quotations=events.quotations,
        topics=events.topics,
    )
    return reading, found


def _places(cities: Sequence[Place], meetings: Sequence[Meeting]) -> tuple[Place, ...]:
    """The places of a text and those where its meetings were, in the order of first mention."""
    told = {id(place): place for place in (*cities, *(meeting.place for meeting in meetings if meeting.place))}
    return tuple(sorted(told.values(), key=lambda place: min(mention.span.start for mention in place.mentions)))
