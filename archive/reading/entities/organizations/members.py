"""The states that belong to a body, which stand for it: "the Member States of the African Union", "ASEAN countries"."""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind

_OF_A_BODY = re.compile(r"(?P<states>[TwW]W|WL|w)oe?(?P<body>O)")
_BEFORE = re.compile(r"(?P<body>O)(?P<states>TW|w)")
_STATES = re.compile(r"(?:(?:all )?(?:member|participating) (?:states|countries)|states members)", re.IGNORECASE)
# "the ambassadors of | the Member States of the Union", "binding on | all Member States of the Union": others than it
_OF_OTHERS = re.compile(
    r"(?:\b(?:ambassadors|embassies|consuls|nationals|citizens|envoys|laws|courts) (?:of|from|in)"
    r"|\b(?:on|in|for|into|across|among)) (?:all )?(?:the )?$"
)
_NEAR = 40  # letters before the states


class Members(Finder):
    """The finder of such states."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with the states folded to the body."""
        return fold(fold(pieces, _OF_A_BODY, self._members), _BEFORE, self._members)

    def _members(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        states, (body,) = group(match, run, "states"), group(match, run, "body")
        if not _STATES.fullmatch(self.view, states[0].start, states[-1].end):
            return None
        if _OF_OTHERS.search(self.view, max(0, run[0].start - _NEAR), run[0].start):
            return None
        if any(each.kind is not OrganizationKind.INTERNATIONAL for each in body.fact):
            return None
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=body.fact, parts=run, rule="states-of-a-body")
