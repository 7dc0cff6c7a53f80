"""Text in, facts out: the reading of one press text.

The stages, each a module, each handing to the next::

    segments       the layout: headline, date line, furniture, paragraphs, sentences, zones between quotation marks
    entities       countries, organizations, offices, persons, places, dates: phrases in each sentence
    events         what happened and what was said:
      topics         the subjects
      meetings       encounters, with participants, place and date, from their tellings
      agreements     instruments, with parties, signatories and steps
      quotations     verbatim words and who said them

Everything here is pure: no clock, no environment, no database. The same text gives the same reading everywhere.
"""

from archive.reading import version
from archive.reading.entities import phrases
from archive.reading.events import find_events
from archive.reading.facts import Reading
from archive.reading.segments import segment

READER_VERSION = version.digest()


def read(text: str, *, published: str | None = None) -> Reading:
    """Everything that ``text`` states. ``published`` (EDTF) is the day that "today" means, where it is known."""
    layout = segment(text)
    found = phrases(layout, published)
    events = find_events(found)
    return Reading(
        title=layout.title,
        persons=found.persons,
        organizations=found.organizations,
        countries=found.countries,
        places=found.places,
        meetings=events.meetings,
        agreements=events.agreements,
        quotations=events.quotations,
        topics=events.topics,
    )
