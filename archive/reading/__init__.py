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

from archive.reading.agreements import find_agreements
from archive.reading.entities import phrases
from archive.reading.facts import Reading
from archive.reading.meetings import find_meetings
from archive.reading.quotations import find_quotations
from archive.reading.segments import segment
from archive.reading.topics import find_topics

READER_VERSION = "1"


def read(text: str, *, published: str | None = None) -> Reading:
    """Everything that ``text`` states. ``published`` (EDTF) is the day that "today" means, where it is known."""
    layout = segment(text)
    found = phrases(layout, published)
    meetings = find_meetings(found)
    return Reading(
        title=layout.title,
        persons=found.persons,
        organizations=found.organizations,
        countries=found.countries,
        places=found.places,
        meetings=meetings,
        agreements=find_agreements(found, meetings),
        quotations=find_quotations(found),
        topics=find_topics(
            layout.view, names=[mention.span for body in found.organizations for mention in body.mentions]
        ),
    )
