"""Bodies: ministries, offices, courts, agencies, international organizations, joint bodies, companies, media.

A name has a head ("Court", "Fiscalía"), or is a known body, or something beside it says what it is ("the news agency
X", "X Ltd"). Its state comes from the name. Later short forms ("the Ministry", an acronym) mean the one body they can
mean.
"""

from archive.reading.entities.organizations.acronyms import Spelt
from archive.reading.entities.organizations.bodies import Finder, Register
from archive.reading.entities.organizations.compounds import Compounds
from archive.reading.entities.organizations.foreign import Foreign, OfOneWord
from archive.reading.entities.organizations.headed import Headed
from archive.reading.entities.organizations.headings import Headings
from archive.reading.entities.organizations.introduced import Introduced
from archive.reading.entities.organizations.known import Known
from archive.reading.entities.organizations.members import Members
from archive.reading.entities.organizations.recast import Recast
from archive.reading.entities.organizations.small import Small
from archive.reading.entities.words.pieces import Piece

BEFORE_HEADS: tuple[type[Finder], ...] = (Recast, Headings, Spelt, Foreign)
_FINDERS: tuple[type[Finder], ...] = (*BEFORE_HEADS, Headed, Known, Introduced, OfOneWord, Small, Compounds, Members)


class Bodies(Finder):
    """The bodies of one text."""

    def __init__(self, text: str, view: str) -> None:
        super().__init__(text, view, Register(view))

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each name of a body folded to one."""
        for finder in _FINDERS:
            pieces = finder(self.text, self.view, self.register).find(pieces)
        return pieces
