"""Text in, facts out: the reading of one press text.

The stages, each a module, each handing to the next::

    segments       the layout: headline, date line, furniture, paragraphs, sentences, zones between quotation marks
    entities       countries, organizations, offices, persons, places, dates: phrases in each sentence
    quotations     verbatim words and who said them
    topics         the subjects
    meetings       encounters, with participants, place and date
    agreements     instruments, with parties, signatories and steps

Everything here is pure: no clock, no environment, no database. The same text gives the same reading everywhere.
"""

from archive.reading.entities import phrases
from archive.reading.facts import Reading
from archive.reading.segments import segment

READER_VERSION = "1"


def read(text: str, *, published: str | None = None) -> Reading:
    """Everything that ``text`` states. ``published`` (EDTF) is the day that "today" means, where it is known."""
    layout = segment(text)
    found = phrases(layout, published)
    return Reading(
        title=layout.title,
        persons=found.persons,
        organizations=found.organizations,
        countries=found.countries,
        places=found.places,
    )
