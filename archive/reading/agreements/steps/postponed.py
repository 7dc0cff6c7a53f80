"""Postponed: the new day of a signing that was put off.

"was to be signed on 20 May but will now be signed in November", "the signing has slipped to June".
"""

import re

from archive.reading.matching.clauses import DATE
from archive.reading.matching.pointing import new_day
from archive.reading.matching.skeletons import Skeleton
from archive.reading.phrases import Phrase
from archive.values import PartialDate

_PUT_OFF = (
    r"\b(?:(?:put|puts|held|push|pushe[sd]|brought|bring)(?: \S+){0,9}? (?:off|over|back|forward)|wait"
    r"|(?:postpon|deferr|delay|reschedul|adjourn|mov|shift|slipp)(?:e[sd]?|s|ed|ing)|slips)\b"
)
_WHICH_PART = r"(?:the )?(?:(?:end|middle|beginning|start|course|autumn|spring|summer|winter) of )?"
# "S will be signed in June, | and the conference | was put off"
_OF_ANOTHER = re.compile(
    r"(?:;|,? (?:and|while|but|as)|,) (?:the|an?) "
    r"(?!(?:[\w-]+ )?(?:sign|cerem|date|event|vote|agree|treaty|memo|document|text))"
)
# "postponed | until November", "put off from 3 May | to 6 June", "will now be signed | in November"
_NEW_DAY = re.compile(
    rf"(?:{_PUT_OFF}(?: [^\s;.]+){{0,14}}? (?:to|until|till|from)"
    r"|\bnow (?:be |to be |(?:expected|due|planned|scheduled|set|foreseen|likely|hoped|going|take place)\b)"
    rf"(?:(?![;.{DATE}]).){{0,60}}? (?:in|on|for|by|before|at)) {_WHICH_PART}(?=[{DATE}])",
    re.IGNORECASE,
)


def day_put_off_to(folded: Skeleton, start: int) -> PartialDate | None:
    """The new day of what is told at ``start`` and was put off; None where none is told behind it."""
    found = _NEW_DAY.search(folded.text, start)
    if found is None or _OF_ANOTHER.search(folded.text, start, found.start()):
        return None
    fold = folded.fold_at(found.end())
    return new_day(fold.payload.date) if fold and isinstance(fold.payload, Phrase) and fold.payload.date else None
