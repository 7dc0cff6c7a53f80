"""ROWS -> ANSWERS: what people ask of the archive, as typed ``select()`` statements over its tables.

Nothing here runs a statement or knows a database: an application executes these in a session of its own, adds to
them, or joins them. ``search`` asks the words of the texts, ``find`` looks a name up, ``record`` tells what is known of
what was found, and ``proofs`` gives the words of the texts that say so. ``folded`` compares names that are asked for
with those of the archive, whatever their diacritics.
"""

from archive.queries.finding import Kind, find, search
from archive.queries.headings import heading
from archive.queries.holdings import holdings, last_load, readers
from archive.queries.proving import cited, first_proofs, proofs
from archive.queries.questions import asks_something
from archive.queries.records import record

__all__ = [
    "Kind",
    "asks_something",
    "cited",
    "find",
    "first_proofs",
    "heading",
    "holdings",
    "last_load",
    "proofs",
    "readers",
    "record",
    "search",
]
